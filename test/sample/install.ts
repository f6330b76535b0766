import type { RunOutcome, Workspace } from '../../local/host/api';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import { addMonths } from '../../src/core/place';
import { formatPeriod } from '../../src/core/dates';
import { settingsTab, type SettingsTabId } from '../../src/core/settingsTabs';
import type { Cast } from './cast';
import { grid, header, tab, type, typeByKey, type Tab } from './sheet';

/** A master spreadsheet with the add-on in it, as *Extensions → Apps Script* leaves it. */
export interface Master {
  fileId: string;
  projectId: string;
}

/** Makes an empty spreadsheet in the owner's Drive and binds the built project to it. */
export function createMaster(workspace: Workspace, dist: string, owner: string, name: string): Master {
  const { id: fileId } = newSpreadsheet(workspace.runtimeFor(owner), { name });
  const projectId = workspace.addProject({ directory: dist, containerId: fileId, owner, name });
  return { fileId, projectId };
}

export function headerOf(id: SettingsTabId, column: string): string {
  const found = settingsTab(id).columns.find((each) => each.id === column);
  if (!found) throw new Error(`The settings tab ${id} has no column ${column}.`);
  return found.header;
}

function firstEmptyRow(at: Tab): number {
  const cells = grid(at);
  let last = cells.length;
  while (last > 0 && (cells[last - 1] ?? []).every((value) => value === '')) last -= 1;
  return last + 1;
}

/** Types a line of *Pengaturan*. */
export async function typeSetting(
  workspace: Workspace,
  master: Master,
  lineId: string,
  text: string,
  person: string,
): Promise<void> {
  const line = settingsTab('settings').lines?.find((each) => each.id === lineId);
  if (!line) throw new Error(`Pengaturan has no line ${lineId}.`);
  const at = tab(workspace, master.fileId, settingsTab('settings').name);
  await typeByKey(
    workspace,
    at,
    headerOf('settings', 'label'),
    { [line.label]: { [headerOf('settings', 'value')]: text } },
    person,
  );
}

/** Pastes rows under the header of a settings tab, columns by id, from the first empty row on. */
export async function pasteRows(
  workspace: Workspace,
  master: Master,
  id: SettingsTabId,
  columns: readonly string[],
  rows: readonly (readonly string[])[],
  person: string,
): Promise<void> {
  const at = tab(workspace, master.fileId, settingsTab(id).name);
  const titles = settingsTab(id).columns.map((column) => column.header);
  const head = header(at, titles);
  const width = Math.max(...Object.values(head.columns));
  const lines = rows.map((row) => {
    const line = Array.from({ length: width }, () => '');
    columns.forEach((column, index) => {
      line[(head.columns[headerOf(id, column)] ?? 1) - 1] = row[index] ?? '';
    });
    return line;
  });
  await type(workspace, at, { row: Math.max(firstEmptyRow(at), head.row + 1), column: 1 }, lines, person);
}

/** Operators, balances and the Kasi, typed into the settings tabs as the owner does before *Pasang*. */
export async function typeSettings(workspace: Workspace, master: Master, cast: Cast): Promise<void> {
  const { owner } = cast;
  const first = cast.periods[0];
  if (first === undefined) throw new Error('A cast needs at least one month.');
  await typeSetting(workspace, master, 'goLive', formatPeriod(first), owner);
  await typeSetting(workspace, master, 'kasiName', cast.kasi.name, owner);
  await typeSetting(workspace, master, 'kasiEmail', cast.kasi.email, owner);
  await typeSetting(workspace, master, 'kasiWhatsapp', cast.kasi.whatsapp, owner);
  await pasteRows(
    workspace,
    master,
    'operators',
    ['village', 'villageName', 'name', 'email', 'whatsapp'],
    cast.villages.map(({ code, name, operator }) => [
      code,
      name,
      operator.name,
      operator.email,
      operator.whatsapp,
    ]),
    owner,
  );
  await pasteRows(
    workspace,
    master,
    'openings',
    [
      'village',
      'villageName',
      'period',
      'citizensMale',
      'citizensFemale',
      'foreignersMale',
      'foreignersFemale',
      'households',
      'source',
    ],
    cast.villages.map(({ code, name, truth: { opening } }) => [
      code,
      name,
      formatPeriod(addMonths(first, -1)),
      String(opening.male),
      String(opening.female),
      String(opening.foreigners.male),
      String(opening.foreigners.female),
      String(opening.households),
      'Buku penduduk desa (contoh)',
    ]),
    owner,
  );
}

/** Villages as the settings tab lists them once it is prepared. */
export function listedVillages(workspace: Workspace, master: Master): { code: string; name: string }[] {
  const at = tab(workspace, master.fileId, settingsTab('villages').name);
  const head = header(at, [headerOf('villages', 'code'), headerOf('villages', 'name')]);
  const code = (head.columns[headerOf('villages', 'code')] ?? 1) - 1;
  const name = (head.columns[headerOf('villages', 'name')] ?? 1) - 1;
  return grid(at)
    .slice(head.row)
    .flatMap((line) => (line[code] ? [{ code: line[code], name: line[name] ?? '' }] : []));
}

/** Throws what a run said went wrong. */
export function mustComplete(outcome: RunOutcome): RunOutcome {
  if (outcome.status !== 'completed')
    throw new Error(
      `${outcome.function} ${outcome.status}: ${outcome.error?.message ?? ''}\n${outcome.error?.stack ?? ''}`,
    );
  return outcome;
}
