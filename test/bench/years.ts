import { acts } from '../sample/acts';
import { play, type Happening } from '../sample/play';
import { grid, header, spreadsheet, tab, type } from '../sample/sheet';
import { table } from '../sample/terminal';
import { masterTabs } from '../../src/core/tabs';
import { TAB } from '../../src/core/tabs/names';
import { CATALOGUE } from '../../src/reports/index';
import { openOffice, OWNER, type Office } from './office';

/** Google's limit for a spreadsheet, https://support.google.com/drive/answer/37603. */
const MOST_CELLS = 10_000_000;
const FROM = '2026-11';
const MONTHS = 2;
const YEARS = 10;
/** Rows that a tab keeps to spare when it has grown. */
const SPARE_ROWS = 500;
/** Months that stand open at most: a year, and those until its December is locked and somebody closes it. */
const OPEN_MONTHS = 14;
const OFFSET = '+08:00';

/** Cells of a file by tab. */
type Cells = Readonly<Record<string, number>>;
/** Rows of a file that hold something, by tab. */
type Rows = Cells;

const sum = (cells: Cells): number => Object.values(cells).reduce((all, one) => all + one, 0);

function fileOf({ workspace: { store }, master }: Office, name: string): string {
  if (name === 'master') return master.fileId;
  const id = store.ids('spreadsheet').find((one) => store.get('file', one)?.name === name);
  if (id === undefined) throw new Error(`There is no spreadsheet ${name}.`);
  return id;
}

const sheetsOf = (office: Office, name: string): ReturnType<typeof spreadsheet>['sheets'] =>
  spreadsheet(office.workspace, fileOf(office, name)).sheets;

const isFilled = (row: ReturnType<typeof sheetsOf>[number]['rows'][number]): boolean =>
  (row?.values ?? []).some((value) => value !== null && value !== '' && value !== false);

const rowsIn = (office: Office, name: string): Rows =>
  Object.fromEntries(sheetsOf(office, name).map((sheet) => [sheet.name, sheet.rows.filter(isFilled).length]));

/** All cells of a file, used or not; in the master with the rows that a tab keeps to spare. */
const allCells = (office: Office, name: string): number =>
  sheetsOf(office, name).reduce(
    (all, one) => all + (one.rowCount + (name === 'master' ? SPARE_ROWS : 0)) * one.columnCount,
    0,
  );

/** Everything that waits is approved; what is held is refused. */
async function decideAll({ workspace, master }: Office): Promise<void> {
  const at = tab(workspace, master.fileId, TAB.queue);
  const { row: top, columns } = header(at, ['Keadaan', 'Tindakan', 'Alasan']);
  const rows = grid(at)
    .slice(top)
    .filter((line) => (line[0] ?? '') !== '');
  if (rows.length === 0) return;
  const paste = (title: string, cells: readonly string[]): Promise<unknown> =>
    type(
      workspace,
      at,
      { row: top + 1, column: columns[title] ?? 1 },
      cells.map((cell) => [cell]),
      OWNER,
    );
  const chosen = rows.map((line) =>
    (line[(columns['Keadaan'] ?? 1) - 1] ?? '').includes('Diterima') ? 'Setujui' : 'Tolak',
  );
  await paste(
    'Alasan',
    rows.map(() => 'contoh'),
  );
  await paste('Tindakan', chosen);
}

/** *Tutup buku tahunan*, slice after slice; the longest execution in modelled milliseconds. */
async function closeYear({ workspace, master }: Office): Promise<number> {
  const begun = workspace.executions.length;
  const record = await workspace.callFromPage({
    projectId: master.projectId,
    functionName: 'pageRun',
    args: ['closeYear', { reason: 'TUTUP 2026' }],
    person: OWNER,
  });
  const result = record.result as { done: boolean; text: string; lines?: unknown } | undefined;
  if (result?.done !== true) throw new Error(`closeYear: ${record.error?.message ?? JSON.stringify(result)}`);
  for (let slices = 0; slices < 200; slices += 1) {
    const project = workspace.store.get('project', master.projectId);
    if (!project?.triggers.some((trigger) => trigger.handler === 'takeNextSlice')) break;
    const slice = await workspace.run({ functionName: 'takeNextSlice', trigger: 'clock' });
    if (slice.status !== 'completed') throw new Error(slice.error?.message);
  }
  const own = workspace.executions.slice(begun);
  console.log(`\nTutup buku tahunan: ${String(own.length)} executions`);
  return Math.max(...own.map((one) => one.modelledMs));
}

const millions = (cells: number): string => `${(cells / 1e6).toFixed(2)} M`;
const whole = (cells: number): string => Math.round(cells).toLocaleString('en');

/** What the played months say of one file. */
interface Told {
  readonly name: string;
  /** Cells before anything was reported, with what every tab keeps to spare. */
  readonly empty: number;
  /** Cells a month, and what is left of them once their year is closed. */
  readonly growth: Cells;
  readonly kept: Cells;
}

/** Cells after ten years. */
const withoutClosing = ({ empty, growth }: Told): number => empty + YEARS * 12 * sum(growth);
const withClosing = ({ empty, growth, kept }: Told): number =>
  empty + YEARS * 12 * sum(kept) + OPEN_MONTHS * sum(growth);

function tell(told: readonly Told[]): void {
  const rows = told.flatMap((one) => [
    [
      one.name,
      whole(sum(one.growth)),
      whole(sum(one.kept)),
      millions(withoutClosing(one)),
      millions(withClosing(one)),
    ],
    ...Object.entries(one.growth)
      .filter(([, cells]) => one.name === 'master' && cells >= 1000)
      .sort(([, a], [, b]) => b - a)
      .map(([name, cells]) => [`  ${name}`, whole(cells), whole(one.kept[name] ?? 0), '', '']),
  ]);
  const head = ['', 'cells a month', 'kept when closed', 'ten years, never closed', 'closed each year'];
  console.log(`\nYears: 40 villages, a played month carried on to ten years\n${table([head, ...rows])}`);
}

/** Tabs with a block of rows a month, whether it is filled or not: as many as `Indeks` grows by. */
const PLACED = masterTabs(CATALOGUE).flatMap(({ name, layout }) => (layout === 'placed' ? [name] : []));
/** Tabs whose rows leave by the month that they are about; those of `Respons` and these others by their own time. */
const BY_MONTH: readonly string[] = [
  TAB.history,
  TAB.differences,
  ...masterTabs(CATALOGUE).flatMap(({ name, layout }) =>
    name.startsWith('Data ') && layout === 'keyed' ? [name] : [],
  ),
];
const BY_TIME: readonly string[] = [TAB.log, TAB.outbox, TAB.whatsapp];

/** Rows as they stood at the moments that tell how they grow and what leaves. */
interface Seen {
  readonly begin: Rows;
  readonly first: Rows;
  readonly second: Rows;
  readonly newYear: Rows;
  readonly before: Rows;
  readonly after: Rows;
}

/** Of a tab: rows that a month brings, and those of them that are left when its year is closed. */
function rowsOf(tabName: string, file: string, seen: Seen): readonly [grows: number, keeps: number] {
  const of = (at: keyof Seen, name = tabName): number => seen[at][name] ?? 0;
  const month = (name: string): number => Math.max(0, of('second', name) - of('first', name));
  if (PLACED.includes(tabName)) {
    const block = Math.max(month(TAB.index), month(tabName)) * BLOCK;
    return [block, block];
  }
  const isTimed = file !== 'master' || BY_TIME.includes(tabName);
  if (!isTimed && !BY_MONTH.includes(tabName)) return [month(tabName), month(tabName)];
  const later = isTimed ? of('before') - of('newYear') : 0;
  return [month(tabName), Math.max(0, of('after') - later - of('begin')) / MONTHS];
}

/** Forty villages and eight spare places. */
const BLOCK = 48 / 40;

/**
 * Plays the last months of a year of a sub-district, closes the year, and says how many cells the master and `Respons`
 * have after ten years. Fails where that is more than a spreadsheet holds, or where an execution takes too long.
 */
export async function yearsOf(subdistrict: string): Promise<void> {
  const office = await openOffice({ subdistrict, months: 0, toPlay: { from: FROM, months: MONTHS } });
  const files = ['master', 'Respons'];
  const look = (): readonly Rows[] => files.map((name) => rowsIn(office, name));
  const empty = files.map((name) => allCells(office, name));
  const seen: Partial<Record<keyof Seen, readonly Rows[]>> = { begin: look() };
  const note = (at: string, name: keyof Seen): Happening => ({
    at,
    run: () => {
      seen[name] = look();
      return Promise.resolve();
    },
  });
  const deciding = ['2026-12-19', '2027-01-19', '2027-01-22'].map((day): Happening => ({
    at: `${day}T10:00`,
    run: () => decideAll(office),
  }));
  const marks = [
    note('2026-12-21T12:00', 'first'),
    note('2027-01-01T00:00', 'newYear'),
    note('2027-01-21T12:00', 'second'),
  ];
  const all = acts(office.cast, 11, `${FROM}-02`).filter((act) => act.course !== 'missing');
  await play(office.workspace, all, [...deciding, ...marks], OFFSET, (done, of, at) => {
    if (done % 100 === 0) process.stderr.write(`  ${String(done)} of ${String(of)}, ${at}\n`);
  });
  seen.before = look();
  const longest = await closeYear(office);
  seen.after = look();
  const told = files.map((name, file): Told => {
    const at = (moment: keyof Seen): Rows => seen[moment]?.[file] ?? {};
    const moments: Seen = {
      begin: at('begin'),
      first: at('first'),
      second: at('second'),
      newYear: at('newYear'),
      before: at('before'),
      after: at('after'),
    };
    const cells = sheetsOf(office, name).map(
      (sheet) =>
        [sheet.name, rowsOf(sheet.name, name, moments).map((rows) => rows * sheet.columnCount)] as const,
    );
    const each = (which: 0 | 1): Cells =>
      Object.fromEntries(cells.map(([tabName, both]) => [tabName, both[which] ?? 0]));
    return { name, empty: empty[file] ?? 0, growth: each(0), kept: each(1) };
  });
  tell(told);
  console.log(`longest execution of closing: ${(longest / 1000).toFixed(0)} s of 270 s (modelled)`);
  await office.workspace.close();
  for (const one of told) {
    if (sum(one.growth) === 0) throw new Error(`${one.name} has not grown: nothing was measured.`);
    if (withClosing(one) > MOST_CELLS)
      throw new Error(`${one.name}: ${millions(withClosing(one))} cells after ten years, at most 10 M.`);
  }
  if (longest > 4.5 * 60_000) throw new Error(`An execution takes ${String(longest)} of at most 270,000 ms.`);
}
