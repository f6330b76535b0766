import type { VillageEvent, VillageMonth } from '../core/book';
import { drawConsultation } from '../core/draw/consultation';
import { drawDifferences } from '../core/draw/differences';
import { drawData } from '../core/draw/data';
import { drawHome } from '../core/draw/home';
import { drawHistory, drawStrayHistory } from '../core/draw/history';
import { clearFinished, clearUndrawn, drawQueue, drawStrayQueue } from '../core/draw/queue';
import { collectedPeriod } from '../core/due';
import { NO_OFFICE, withQuestions, type Office } from '../core/office';
import type { Block, Cell, Patch, Upsert } from '../core/patch';
import { personalTypes } from '../core/persons';
import { addMonths, FIRST_ROW } from '../core/place';
import type { Instant } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { now } from '../google/clock';
import { replaceKeyed } from '../google/keyed';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import type { Workbook } from '../google/workbook';
import type { Desk } from './desk';
import { pageSlices } from './monthPages';
import { withOffice } from './office';
import { officeOf } from './officeFacts';
import type { CommandResult } from './dialog';
import { drawPage, drawVillage, MONTH_PAGE_NAMES } from './drawing';
import { HANDLER } from './handlers';
import { factsOf, queueRows, QUEUE_STATE_COLUMNS, type Chores } from './home';
import { refold, type Sources } from './judge';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { withOpened } from './opened';
import { rebuildRegister, relateMonths } from './personsAgain';
import { shownOf } from './round';
import { Run } from './run';
import { monthsOf, Shelf } from './shelf';
import { sourcesOf } from './sources';
import { logCells } from './words';

/** How far *Bangun ulang* has come; kept between its slices. */
interface RebuildState {
  readonly step: 'fold' | 'relate' | 'tabs' | 'pages';
  /** Place of the next village; number of the next tab. */
  readonly place: number;
}

/** A slice ends before this, and so long before the end of the execution's time. */
const SLICE = 3.5 * 60_000;
const SPARE = 60_000;

/** Whether *Bangun ulang* is under way. */
export function isRebuilding(memory: Memory): boolean {
  return jsonOf<RebuildState | undefined>(memory, KEY.rebuild, undefined) !== undefined;
}

/** *Bangun ulang*: begins from the start and does the first slice; the lock is held. */
export function startRebuild(desk: Desk, memory: Memory, until: Instant): CommandResult {
  keep(memory, { step: 'fold', place: 0 });
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  return continueRebuild(desk, memory, until);
}

function keep(memory: Memory, state: RebuildState): void {
  remember(memory, { [KEY.rebuild]: JSON.stringify(state) });
}

/**
 * The next slices of *Bangun ulang*, until it is finished or the time is over; the lock is held. `end` = when the
 * execution has to be over.
 */
export function continueRebuild(desk: Desk, memory: Memory, end: Instant): CommandResult {
  const until = Math.min(now() + SLICE, end - SPARE);
  const whole = wholeOf(desk);
  let state = jsonOf<RebuildState | undefined>(memory, KEY.rebuild, undefined);
  while (state !== undefined && now() < until) state = oneSlice(desk, memory, state, until, whole);
  if (state !== undefined)
    return {
      done: true,
      text: `Bangun ulang sedang berjalan (${stepWords(desk, state)}) dan berlanjut sendiri dalam 5 menit.`,
    };
  removeTriggers(HANDLER.nextSlice);
  return { done: true, text: 'Bangun ulang selesai. Semua tab sudah dihitung lagi.' };
}

function stepWords(desk: Desk, state: RebuildState): string {
  const of = String(desk.context.places.length);
  if (state.step === 'fold') return `membaca formulir, ${String(state.place)} dari ${of}`;
  return state.step !== 'pages' ? 'menulis tab' : `menulis halaman desa, ${String(state.place)} dari ${of}`;
}

function oneSlice(
  desk: Desk,
  memory: Memory,
  state: RebuildState,
  until: Instant,
  whole: () => Whole,
): RebuildState | undefined {
  if (state.step === 'fold') return foldSlice(desk, memory, state.place, until);
  if (state.step === 'relate') return relateSlice(desk, memory);
  if (state.step === 'tabs') return tabSlice(desk, memory, state.place, whole());
  return pagesSlice(desk, memory, state.place, until, whole());
}

/** Folds all facts of some villages anew into `Indeks`; none is begun that would take as long as another did. */
function foldSlice(desk: Desk, memory: Memory, from: number, until: Instant): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  const sources: Sources = sourcesOf(desk, []);
  const { places } = desk.context;
  run.shelf.loadHeads();
  let place = from;
  let longest = 0;
  for (; place < places.length && (place === from || now() + longest < until); place += 1) {
    const village = places[place];
    const begun = now();
    if (village === undefined) continue;
    let facts: readonly VillageEvent[] = [];
    const own: Sources = { ...sources, facts: (...of) => (facts = sources.facts(...of)) };
    const { after } = refold(desk, run.shelf, village, own);
    rebuildRegister(run, after, facts);
    longest = Math.max(longest, now() - begun);
  }
  const next: RebuildState = place < places.length ? { step: 'fold', place } : { step: 'relate', place: 0 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** Everything that `Indeks` holds, once all of it is folded. */
interface Whole {
  readonly shelf: Shelf;
  readonly months: readonly VillageMonth[];
}

/** Reads `Indeks` whole when it is first asked for; nothing changes it while tabs and pages are written. */
function wholeOf(desk: Desk): () => Whole {
  let known: Whole | undefined;
  return () => (known ??= readWhole(desk));
}

function readWhole({ master, context }: Desk): Whole {
  const shelf = new Shelf(master, context.placing, context.places);
  return { shelf, months: loadAll(shelf) };
}

function loadAll(shelf: Shelf): readonly VillageMonth[] {
  shelf.loadHeads();
  const wanted = shelf.places.flatMap((village) =>
    monthsOf(shelf.head(village)).map((period) => ({ village, period })),
  );
  shelf.load(wanted);
  return wanted.map(({ village, period }) => shelf.month(village, period));
}

/** Relates the reports of all persons anew, in `Indeks` and in `Register`. */
function relateSlice(desk: Desk, memory: Memory): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  run.begin();
  if (desk.master.has(TAB.traces)) relateMonths(run, loadAll(run.shelf));
  const next: RebuildState = { step: 'tabs', place: 0 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** A tab that holds all months. */
interface WholeTab {
  readonly tab: string;
  /** Its rows have their places. */
  readonly placed: boolean;
  rows(): readonly Patch[];
}

/** In the order in which they are written. */
function tabsOf({ context }: Desk, { shelf, months }: Whole): readonly WholeTab[] {
  const data = (): readonly Patch[] => months.flatMap((month) => drawData(context, month));
  const strays = (): readonly Patch[] =>
    context.places.flatMap((village) => drawStrayHistory(context, shelf.head(village)));
  return [
    ...personalTypes(context.catalogue, false).map((type) => ({
      tab: type.dataTab,
      placed: type.frequency === 'monthly',
      rows: data,
    })),
    {
      tab: TAB.history,
      placed: false,
      rows: () => [...months.flatMap((month) => drawHistory(context, month)), ...strays()],
    },
    {
      tab: TAB.differences,
      placed: false,
      rows: () => months.flatMap((month) => drawDifferences(context, month)),
    },
  ];
}

/** Writes the next tab of the master whole; behind them `Antrean Tinjau` and the tabs of one month. */
function tabSlice(desk: Desk, memory: Memory, at: number, whole: Whole): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  run.begin();
  const one = tabsOf(desk, whole)[at];
  if (one === undefined) drawQueueAndFront(run, whole);
  else if (one.placed) writePlaced(desk.master, one.tab, one.rows());
  else run.recount(one.tab, replaceKeyed(desk.master, one.tab, upsertsOf(one.rows(), one.tab)));
  const next: RebuildState =
    one === undefined ? { step: 'pages', place: 0 } : { step: 'tabs', place: at + 1 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

function drawQueueAndFront(run: Run, { shelf, months }: Whole): void {
  const { context, now: at } = run.desk;
  const queue = [
    ...months.flatMap((month) => drawQueue(context, month)),
    ...context.places.flatMap((village) => drawStrayQueue(context, shelf.head(village))),
  ];
  const questions = months.flatMap((month) => drawConsultation(context, month));
  run.draw(...questions, ...queue, ...undrawn(run, queue));
  const asked = withQuestions(NO_OFFICE.asked, [], months);
  if (JSON.stringify(asked) !== JSON.stringify(jsonOf(run.memory, KEY.asked, NO_OFFICE.asked)))
    run.keep({ [KEY.asked]: JSON.stringify(asked) });
  drawFront(run, queue.length, { ...(context.office ?? NO_OFFICE), asked });
  run.keep({
    [KEY.waiting]: String(queue.length),
    [KEY.opened]: JSON.stringify(openedIn(run.memory, months, at)),
  });
}

const upsertsOf = (patches: readonly Patch[], tab: string): readonly Upsert[] =>
  patches.filter((patch): patch is Upsert => patch.kind === 'upsert' && patch.tab === tab);

/** Rows that stand in the queue and wait for nothing now; finished ones stay until night, as always. */
function undrawn(run: Run, queue: readonly Patch[]): readonly Patch[] {
  const rows = queueRows(run, QUEUE_STATE_COLUMNS);
  const finished = new Set(clearFinished(rows).map((one) => one.key));
  const keys = rows.map((row) => String(row[0])).filter((key) => !finished.has(key));
  return clearUndrawn(keys, queue);
}

/** A tab of placed rows, from its first to its last row, one call. */
function writePlaced(master: Workbook, tab: string, patches: readonly Patch[]): void {
  const blocks = patches.filter((patch): patch is Block => patch.kind === 'block' && patch.tab === tab);
  const last = Math.max(master.lastRow(tab), ...blocks.map((block) => block.row));
  const width = master.declaration(tab)?.columns.length ?? 0;
  if (last < FIRST_ROW || width === 0) return;
  const values: (readonly Cell[])[] = Array.from({ length: last - FIRST_ROW + 1 }, () =>
    Array.from({ length: width }, () => ''),
  );
  for (const block of blocks) values[block.row - FIRST_ROW] = block.values[0] ?? [];
  master.write(tab, FIRST_ROW, 1, values);
}

function drawFront(run: Run, waiting: number, office: Office): void {
  const { memory, shelf } = run;
  const desk = withOffice(run.desk, office);
  const shown = shownOf(desk, memory);
  const collected = collectedPeriod(desk.settings, desk.context.today);
  const before = addMonths(collected, -1);
  shelf.load([...new Set([collected, before, ...Object.values(shown)])].map((period) => ({ period })));
  for (const tab of MONTH_PAGE_NAMES) {
    const period = shown[tab] ?? collected;
    run.draw(...drawPage(desk.context, tab, period, pageSlices(run, tab, period)));
  }
  const { hapus: healed, ...chores } = jsonOf<Chores>(memory, KEY.chores, {});
  if (healed !== undefined) run.keep({ [KEY.chores]: JSON.stringify(chores) });
  const facts = { ...factsOf(desk, memory, chores), waiting };
  run.draw(...drawHome(desk.context, collected, shelf.slice(collected), facts));
}

function openedIn(
  memory: Memory,
  months: readonly VillageMonth[],
  at: number,
): Readonly<Record<string, number>> {
  const all = { ...withOpened(memory, [], at) };
  for (const month of months) {
    for (const { until } of month.unlocks) if (until >= at) all[`${month.village}|${month.period}`] = until;
  }
  return all;
}

/** Writes the Sheets of some villages whole. */
function pagesSlice(
  desk: Desk,
  memory: Memory,
  from: number,
  until: Instant,
  { shelf }: Whole,
): RebuildState | undefined {
  const run = new Run(desk, memory, 'bangun');
  const { places } = desk.context;
  const { context } = withOffice(desk, officeOf(memory));
  run.begin();
  let place = from;
  for (; place < places.length && (place === from || now() < until); place += 1) {
    const village = places[place];
    const row = desk.registry.villages[place];
    if (village === undefined || row === undefined || row.sheet === '') continue;
    const patches = drawVillage(context, shelf.book(village));
    const own = patches.filter((patch): patch is Upsert => patch.kind === 'upsert');
    run.draw(...patches.filter((patch) => patch.kind === 'block'));
    run.recountIn(village, TAB.ownReports, replaceKeyed(run.open(village), TAB.ownReports, own));
  }
  const isLast = place >= places.length;
  if (isLast) run.log(logCells(desk, { at: desk.now, actor: 'sistem', what: 'Bangun ulang selesai' }));
  const next: RebuildState = { step: 'pages', place };
  run.keep({ [KEY.rebuild]: isLast ? '' : JSON.stringify(next) });
  run.finish();
  return isLast ? undefined : next;
}
