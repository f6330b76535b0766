import type { VillageMonth } from '../core/book';
import { drawConsultation } from '../core/draw/consultation';
import { drawDifferences } from '../core/draw/differences';
import { drawData } from '../core/draw/data';
import { drawHome } from '../core/draw/home';
import { drawHistory, drawStrayHistory } from '../core/draw/history';
import { clearFinished, clearUndrawn, drawQueue, drawStrayQueue } from '../core/draw/queue';
import { collectedPeriod } from '../core/due';
import { NO_OFFICE, withQuestions, withRehearsals, type Office } from '../core/office';
import type { Block, Cell, Patch, Upsert } from '../core/patch';
import { personalTypes } from '../core/persons';
import { addMonths, FIRST_ROW } from '../core/place';
import { masterTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { countKeyed, replaceKeyed } from '../google/keyed';
import type { Desk } from './desk';
import { pageSlices } from './monthPages';
import { withOffice } from './office';
import { drawPage, MONTH_PAGE_NAMES } from './drawing';
import { factsOf, queueRows, QUEUE_STATE_COLUMNS, type Chores } from './home';
import { jsonOf, KEY, type Memory } from './memory';
import { withOpened } from './opened';
import { shownOf } from './round';
import { Run } from './run';
import { monthsOf, Shelf } from './shelf';

/** Everything that `Indeks` holds, once all of it is folded. */
export interface Whole {
  readonly shelf: Shelf;
  readonly months: readonly VillageMonth[];
}

/** Reads `Indeks` whole when it is first asked for; nothing changes it while tabs and pages are written. */
export function wholeOf(desk: Desk): () => Whole {
  let known: Whole | undefined;
  return () => (known ??= readWhole(desk));
}

function readWhole({ master, context }: Desk): Whole {
  const shelf = new Shelf(master, context.placing, context.places);
  return { shelf, months: loadAll(shelf) };
}

/** All months that the heads name, loaded. */
export function loadAll(shelf: Shelf): readonly VillageMonth[] {
  shelf.loadHeads();
  const wanted = shelf.places.flatMap((village) =>
    monthsOf(shelf.head(village)).map((period) => ({ village, period })),
  );
  shelf.load(wanted);
  return wanted.map(({ village, period }) => shelf.month(village, period));
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

/** Writes the tab of that number whole, behind the last one `Antrean Tinjau` and the tabs of one month; whether more follow. */
export function writeTab(run: Run, at: number, whole: Whole): boolean {
  const { desk } = run;
  const one = tabsOf(desk, whole)[at];
  if (one === undefined) drawQueueAndFront(run, whole);
  else if (one.placed) writePlaced(desk, one.tab, one.rows());
  else replaceTab(run, one);
  return one !== undefined;
}

function replaceTab(run: Run, one: WholeTab): void {
  run.recount(one.tab, replaceKeyed(run.desk.master, one.tab, upsertsOf(one.rows(), one.tab)));
}

/** Writes a keyed tab of the master whole, as it stands by `Indeks`. */
export function rewriteTab(run: Run, tab: string, whole: Whole): void {
  for (const one of tabsOf(run.desk, whole)) if (one.tab === tab && !one.placed) replaceTab(run, one);
}

function drawQueueAndFront(run: Run, { shelf, months }: Whole): void {
  const { context, now: at } = run.desk;
  const queue = [
    ...months.flatMap((month) => drawQueue(context, month)),
    ...context.places.flatMap((village) => drawStrayQueue(context, shelf.head(village))),
  ];
  const questions = months.flatMap((month) => drawConsultation(context, month));
  run.draw(...questions, ...queue, ...undrawn(run, queue));
  // A queue that stays empty is drawn by nothing: the next report would count its rows first.
  if (queue.length === 0) run.recount(TAB.queue, countKeyed(run.desk.master, TAB.queue));
  const asked = withQuestions(NO_OFFICE.asked, [], months);
  if (JSON.stringify(asked) !== JSON.stringify(jsonOf(run.memory, KEY.asked, NO_OFFICE.asked)))
    run.keep({ [KEY.asked]: JSON.stringify(asked) });
  const rehearsed = withRehearsals([], [], months);
  run.keep({ [KEY.rehearsed]: rehearsed.length === 0 ? '' : JSON.stringify(rehearsed) });
  drawFront(run, queue.length, { ...(context.office ?? NO_OFFICE), asked, rehearsed });
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
export function writePlaced({ master, context }: Desk, tab: string, patches: readonly Patch[]): void {
  const blocks = patches.filter((patch): patch is Block => patch.kind === 'block' && patch.tab === tab);
  const last = Math.max(master.lastRow(tab), ...blocks.map((block) => block.row));
  const width = masterTabs(context.catalogue).find(({ name }) => name === tab)?.columns.length ?? 0;
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
