import { readFileSync, existsSync } from 'node:fs';
import path from 'node:path';
import type { ExecutionRecord, OpenOptions, RunOutcome, Snapshot, Submitted } from '../../local/host/api';
import type { MenuEntry } from '../../local/services/runtime';
import { LocalWorkspace } from '../../local/host/workspace';
import { formatPeriod } from '../../src/core/dates';
import { HEAD, NOT_MONTHLY } from '../../src/core/head';
import type { ReportTypeId } from '../../src/core/report';
import type { Progress } from '../../src/flows/steps';
import { lineText, type CommandResult } from '../../src/flows/dialog';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { CATALOGUE } from '../../src/reports/index';
import { labelled } from '../sample/answers';
import { send, type Filled } from '../sample/filler';
import { createMaster, typeSetting, type Master } from '../sample/install';
import { pathTo } from '../sample/setUp';
import { a1, grid, header, tab, type as typeInto, type Tab } from '../sample/sheet';
import { oncePerProcess } from './oncePerProcess';
import { pass } from './pass';
import { PLAIN, type Answers } from './plainAnswers';
import { typeSettings } from './storySettings';
import { KASI, OWNER, VILLAGES, type VillageId } from './threeVillages';
import { kindOf } from '../../src/core/villageKind';

export const DIST = path.join(process.cwd(), 'dist');

export interface StoryOptions extends OpenOptions {
  readonly dist?: string;
  /** Short titles of the report types in use; left out = the three that every story knows. */
  readonly reportTypes?: readonly string[];
  /** What the owner types beside, before *Pasang*. */
  readonly typing?: (story: Story) => Promise<void>;
}

const USUAL = ['Kependudukan', 'Kegiatan', 'Rekap Linmas'];

/** One answered report. */
export interface Told {
  readonly type?: ReportTypeId;
  readonly period?: string;
  readonly answers?: Answers;
  /** Default: the village's operator. */
  readonly person?: string;
  /** What stands as *Nama petugas pelapor*. */
  readonly reporter?: string;
}

/** A sub-district of three villages on a workspace in memory, set up with the built project. */
export class Story {
  constructor(
    readonly workspace: LocalWorkspace,
    readonly master: Master,
  ) {}

  get fileId(): string {
    return this.master.fileId;
  }

  /** Moves the clock; whatever is due fires. Local time `2026-08-03T09:14`, or a duration such as `PT1H`. */
  async advance(to: string): Promise<ExecutionRecord[]> {
    const records = to.startsWith('P')
      ? await this.workspace.clock.advance(to)
      : await this.workspace.clock.set(to.length === 16 ? `${to}:00+08:00` : `${to}+08:00`);
    for (const record of records) mustHold(record);
    return records;
  }

  /** Goes to a local time days ahead; of the hours on the way only those with work by the clock are played. */
  async pass(to: string): Promise<ExecutionRecord[]> {
    const records = await pass(this.workspace, to, '+08:00');
    for (const record of records) mustHold(record);
    return records;
  }

  /** Sends a report as its operator: what the form's page hands on once it has checked it. */
  async submit(village: VillageId, told: Told = {}): Promise<Submitted> {
    const { section, filled, person } = answersOf(village, told);
    const outcome = await send(this.workspace, this.form(village, told.type), filled, { person, section });
    for (const record of outcome.executions) mustHold(record);
    return outcome;
  }

  /** The village's form as it stands at Google: the one that takes reports of that type. */
  form(village: VillageId, type: ReportTypeId = 'population') {
    const isPersonal = CATALOGUE.some((one) => one.id === type && one.personal !== undefined);
    const row = this.registry(village);
    const personal = JSON.parse(row[11] === '' ? '{}' : (row[11] ?? '{}')) as { form?: string };
    const id = (isPersonal ? personal.form : row[3]) ?? '';
    const form = this.workspace.store.get('form', id);
    if (form === undefined) throw new Error(`${village} has no form ${id}.`);
    return form;
  }

  /** The village's row of `Registri`. */
  registry(village: VillageId): string[] {
    const row = this.rows('Registri').find((line) => line[0] === VILLAGES[village].code);
    if (row === undefined) throw new Error(`${village} has no row in Registri.`);
    return row;
  }

  /** A tab of the master as texts. */
  rows(name: string): string[][] {
    return grid(this.tab(name));
  }

  tab(name: string): Tab {
    return tab(this.workspace, this.fileId, name);
  }

  /** A tab of the village's own Sheet as texts. */
  villageRows(village: VillageId, name: string): string[][] {
    return grid(tab(this.workspace, this.registry(village)[8] ?? '', name));
  }

  /** Rows of a tab as records by the headers of the row that has all of `titles`. */
  records(name: string, titles: readonly string[]): Record<string, string>[] {
    const at = this.tab(name);
    const head = header(at, titles);
    const titlesAll = grid(at)[head.row - 1] ?? [];
    return grid(at)
      .slice(head.row)
      .filter((line) => line.some((cell) => cell !== ''))
      .map((line) => Object.fromEntries(titlesAll.map((title, column) => [title, line[column] ?? ''])));
  }

  /** Mails so far, oldest first. */
  get mails() {
    return this.workspace.store
      .ids('mailbox')
      .flatMap((id) => this.workspace.store.get('mailbox', id)?.messages ?? []);
  }

  /** Types into a cell of the master by hand. */
  async type(
    name: string,
    row: number,
    column: number,
    text: string,
    person = OWNER,
  ): Promise<ExecutionRecord[]> {
    const { executions } = await typeInto(this.workspace, this.tab(name), { row, column }, text, person);
    for (const record of executions) mustHold(record);
    return executions;
  }

  /** Chooses an action in `Antrean Tinjau` for the row that has all these texts. */
  async decide(texts: readonly string[], action: string, reason = '', person = KASI): Promise<void> {
    const at = this.tab('Antrean Tinjau');
    const head = header(at, ['Tindakan', 'Alasan']);
    const row = grid(at).findIndex(
      (line, n) => n >= head.row && texts.every((text) => line.some((cell) => cell.includes(text))),
    );
    if (row < 0) throw new Error(`No row of Antrean Tinjau has ${texts.join(', ')}.`);
    if (reason !== '')
      await this.type('Antrean Tinjau', row + 1, head.columns['Alasan'] ?? 1, reason, person);
    await this.type('Antrean Tinjau', row + 1, head.columns['Tindakan'] ?? 1, action, person);
  }

  /** Fills a row of `Perintah` by hand and ticks it; gives what stands in *Hasil* then. */
  async order(fields: Record<string, string>, person = KASI): Promise<string> {
    const at = this.tab('Perintah');
    const head = header(at, ['Perintah', 'Jalankan', 'Hasil']);
    const titles = grid(at)[head.row - 1] ?? [];
    let row = head.row + 1;
    while ((grid(at)[row - 1]?.[0] ?? '') !== '') row += 1;
    for (const [title, text] of Object.entries(fields))
      await this.type('Perintah', row, titles.indexOf(title) + 1, text, person);
    await this.type('Perintah', row, titles.indexOf('Jalankan') + 1, 'TRUE', person);
    return this.rows('Perintah')[row - 1]?.[titles.indexOf('Hasil')] ?? '';
  }

  /** Presses the button of a command's dialog. */
  async command(
    command: string,
    values: Record<string, string> = {},
    person = OWNER,
  ): Promise<CommandResult> {
    const outcome = await this.workspace.callFromPage({
      functionName: 'pageRun',
      args: [command, values],
      person,
    });
    mustHold(outcome);
    return outcome.result as CommandResult;
  }

  /**
   * Opens the master as that person and clicks an item of the menu, in whatever drawer it lies; `at` = the cell that is
   * selected: tab and address.
   */
  async clickItem(
    caption: string,
    person = OWNER,
    at?: readonly [tab: string, range: string],
  ): Promise<RunOutcome> {
    const { fileId } = this;
    const { menus } = await this.workspace.openFile({ fileId, person });
    const path = menus.flatMap((menu) => pathTo(menu.items, caption).map((way) => [menu.caption, ...way]))[0];
    if (path === undefined) throw new Error(`No menu has the item ${caption}.`);
    const view = at && { sheetId: this.tab(at[0]).sheet.sheetId, range: at[1] };
    return this.workspace.clickMenu({ fileId, person, path, ...(view ? { view } : {}) });
  }

  /** *Periksa kesehatan*: what it says, a line a finding. */
  async health(person = OWNER): Promise<string> {
    const { lines = [] } = await this.command('health', {}, person);
    return lines.map(lineText).join('\n');
  }

  /** *Pasang* once more, to its end. */
  install(): void {
    finish(this, progressOf(this.run('pageStartSetUp', ['install', {}])));
  }

  /** Runs a function as that person. */
  run(functionName: string, args: unknown[] = [], person = OWNER): RunOutcome {
    return this.workspace.runNow({ functionName, args, user: person, trigger: 'menu' });
  }
}

/** Captions of all items, drawers opened. */
export const captionsOf = (entries: readonly MenuEntry[]): string[] =>
  entries.flatMap((entry) =>
    entry.items !== undefined
      ? captionsOf(entry.items)
      : entry.functionName === undefined
        ? []
        : [entry.caption],
  );

/** What somebody writes beside each question of a report, and who sends it. */
export function answersOf(
  village: VillageId,
  told: Told,
): { readonly section: string; readonly filled: Filled; readonly person: string } {
  const type = told.type ?? 'population';
  const report = CATALOGUE.find((one) => one.id === type);
  if (report === undefined) throw new Error(`The catalogue has no ${type}.`);
  const head = labelled(HEAD_QUESTIONS, {
    [HEAD.reportType]: report.shortTitle,
    ...(report.personal
      ? {}
      : {
          [HEAD.period]:
            report.frequency === 'monthly' ? formatPeriod(told.period ?? '2026-07') : NOT_MONTHLY,
        }),
    [HEAD.reporter]: told.reporter ?? 'Contoh Pelapor',
  });
  const answers = labelled(
    report.questions,
    asText({ ...PLAIN[type], ...told.answers }),
    kindOf(VILLAGES[village].code),
  );
  return {
    section: report.title,
    filled: { ...head, ...answers },
    person: told.person ?? VILLAGES[village].operator,
  };
}

const asText = (answers: Answers): Record<string, string | readonly string[]> =>
  Object.fromEntries(
    Object.entries(answers).map(([id, value]) => [id, typeof value === 'number' ? String(value) : value]),
  );

/** Throws what an execution said went wrong. */
export function mustHold(record: ExecutionRecord): void {
  if (record.status === 'completed') return;
  const { name, message, stack } = record.error ?? { name: '', message: '' };
  throw new Error(`${record.function} ${record.status}: ${name} ${message}\n${stack ?? ''}`);
}

function progressOf(outcome: RunOutcome): Progress {
  mustHold(outcome);
  return outcome.result as Progress;
}

function mustBeBuilt(dist: string): void {
  if (!existsSync(path.join(dist, 'Code.js')))
    throw new Error(`${dist} holds no Code.js: run webpack first.`);
  readFileSync(path.join(dist, 'appsscript.json'));
}

function openWorkspace(options: OpenOptions): LocalWorkspace {
  const others = [KASI, ...Object.values(VILLAGES).map((one) => one.operator)];
  return LocalWorkspace.open({
    now: '2026-07-01T08:00:00+08:00',
    zone: 'Asia/Jakarta',
    people: { owner: OWNER, others },
    ...options,
  });
}

/** Sets the three villages up, as the owner does: two menu steps with typing in between. */
async function setUp(options: StoryOptions): Promise<Story> {
  const dist = options.dist ?? DIST;
  mustBeBuilt(dist);
  const workspace = openWorkspace(options);
  const master = createMaster(workspace, dist, OWNER, 'Lembar baru');
  const story = new Story(workspace, master);
  finish(story, progressOf(story.run('pageStartSetUp', ['prepare', {}])));
  await typeSettings(workspace, master);
  await typeSetting(workspace, master, 'reportTypes', (options.reportTypes ?? USUAL).join(', '), OWNER);
  await options.typing?.(story);
  finish(story, progressOf(story.run('pageStartSetUp', ['install', {}])));
  return story;
}

function finish(story: Story, first: Progress): void {
  let progress = first;
  for (let slices = 0; !progress.finished; slices += 1) {
    if (progress.problems.length > 0 || slices > 60)
      throw new Error(`Set-up stopped: ${progress.message} ${progress.problems.join(' ')}`);
    progress = progressOf(story.run('pageContinueSetUp'));
  }
}

let ready: { story: Story; snapshot: Snapshot } | undefined;

/**
 * A story at its beginning: set up once for all test files of a process, by the same build, then brought into a
 * workspace of the file's own, and from there on back from memory.
 */
export async function openStory(options: StoryOptions = {}): Promise<Story> {
  if (Object.keys(options).length > 0) return setUp(options);
  if (ready === undefined) {
    const { master, documents } = await oncePerProcess('story', async () => {
      const begun = await setUp({});
      return { master: begun.master, documents: [...begun.workspace.snapshot().documents] };
    });
    const story = new Story(openWorkspace({}), master);
    story.workspace.restore({ documents: new Map(documents), of: Symbol('set up') });
    ready = { story, snapshot: story.workspace.snapshot() };
  }
  ready.story.workspace.faults.clear();
  ready.story.workspace.restore(ready.snapshot);
  return ready.story;
}

export { a1 };
