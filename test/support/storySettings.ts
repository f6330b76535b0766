import type { LocalWorkspace } from '../../local/host/workspace';
import { settingsTab } from '../../src/core/settingsTabs';
import { headerOf, pasteRows, typeSetting, type Master } from '../sample/install';
import { grid, header, tab, type as typeInto } from '../sample/sheet';
import { KASI, OPENING, OWNER, VILLAGES } from './threeVillages';

/** Types into the settings tabs what set-up asks for: the three villages, their operators and balances. */
export async function typeSettings(workspace: LocalWorkspace, master: Master): Promise<void> {
  const villages = tab(workspace, master.fileId, settingsTab('villages').name);
  const head = header(villages, [headerOf('villages', 'code'), headerOf('villages', 'name')]);
  const kept = Object.values(VILLAGES).map((one) => one.code as string);
  const codeColumn = (head.columns[headerOf('villages', 'code')] ?? 1) - 1;
  const lines = grid(villages).slice(head.row);
  const left = lines.filter((line) => kept.includes(line[codeColumn] ?? ''));
  const width = Math.max(...lines.map((line) => line.length));
  const padded = lines.map((_line, at) =>
    Array.from({ length: width }, (_cell, column) => left[at]?.[column] ?? ''),
  );
  await typeInto(workspace, villages, { row: head.row + 1, column: 1 }, padded, OWNER);
  await typeSetting(workspace, master, 'kasiName', 'Contoh Kasi', OWNER);
  await typeSetting(workspace, master, 'kasiEmail', KASI, OWNER);
  await typeSetting(workspace, master, 'kasiWhatsapp', '081200000000', OWNER);
  const all = Object.values(VILLAGES);
  await pasteRows(
    workspace,
    master,
    'operators',
    ['village', 'name', 'email', 'whatsapp'],
    all.map((one) => [one.code, `Operator ${one.name}`, one.operator, one.whatsapp]),
    OWNER,
  );
  await pasteRows(
    workspace,
    master,
    'openings',
    [
      'village',
      'period',
      'citizensMale',
      'citizensFemale',
      'foreignersMale',
      'foreignersFemale',
      'households',
      'source',
    ],
    all.map((one) => [
      one.code,
      'Juni 2026',
      String(OPENING.male),
      String(OPENING.female),
      '0',
      '0',
      String(OPENING.households),
      'contoh',
    ]),
    OWNER,
  );
}
