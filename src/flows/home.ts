import type { VillageMonth } from '../core/book';
import { drawHome, type HomeFacts, type ToDo } from '../core/draw/home';
import { clearFinished, drawQueue, drawStrayQueue } from '../core/draw/queue';
import type { DrawContext } from '../core/draw/context';
import { titleOf } from '../core/draw/rows';
import type { Cell, Patch } from '../core/patch';
import type { Period } from '../core/settings';
import { collectedPeriod } from '../core/due';
import { TAB } from '../core/tabs/names';
import type { Desk } from './desk';
import type { Judged } from './judge';
import { jsonOf, KEY, textOf, type Memory } from './memory';
import type { Run } from './run';
import { unsentToDos } from './unsent';

/** What a person has to do that no month tells, by where it comes from. */
export type Chores = Readonly<Record<string, readonly ToDo[]>>;

/** Property that says what has to be done out of one corner; the others' stay. Nothing where nothing changes. */
export function choreEntry(memory: Memory, corner: string, toDos: readonly ToDo[]): Record<string, string> {
  const chores = jsonOf<Chores>(memory, KEY.chores, {});
  if (JSON.stringify(chores[corner] ?? []) === JSON.stringify(toDos)) return {};
  return { [KEY.chores]: JSON.stringify({ ...chores, [corner]: toDos }) };
}

/** `Beranda` with other chores than those on record. */
export function drawChores(run: Run, chores: Chores): void {
  const { desk, memory, shelf } = run;
  const was = factsOf(desk, memory);
  const is = { ...was, toDos: factsOf(desk, memory, chores).toDos };
  if (JSON.stringify(was) === JSON.stringify(is) && !run.interrupted) return;
  const period = collectedPeriod(desk.settings, desk.context.today);
  shelf.load([{ period }]);
  const months = shelf.slice(period);
  run.redraw(drawHome(desk.context, period, months, was), drawHome(desk.context, period, months, is));
}

/** Everything a person has to do beside the queue: what flows noted, and what Google refused during set-up. */
export function toDosOf(desk: Desk, chores: Chores): readonly ToDo[] {
  const refused = desk.registry.villages.flatMap((row) =>
    row.toDos.map((text) => ({ text: `${titleOf(desk.context, row.code)}: ${text}` })),
  );
  return [...Object.values(chores).flat(), ...refused];
}

export function factsOf(
  desk: Desk,
  memory: Memory,
  chores: Chores = jsonOf<Chores>(memory, KEY.chores, {}),
): HomeFacts {
  return {
    waiting: Number(textOf(memory, KEY.waiting) || '0'),
    toDos: [...unsentToDos(desk, memory), ...toDosOf(desk, chores)],
  };
}

const waitingIn = (patches: readonly Patch[]): number => patches.length;

/** By how much this run changes the number of rows that wait in `Antrean Tinjau`. */
function moreWaiting(desk: Desk, judged: readonly Judged[]): number {
  const { context } = desk;
  return judged.reduce((sum, one) => {
    const months = one.touched.map((period) => {
      const [was, is] = [one.before.months[period], one.after.months[period]];
      return (
        (is === undefined ? 0 : waitingIn(drawQueue(context, is))) -
        (was === undefined ? 0 : waitingIn(drawQueue(context, was)))
      );
    });
    const strays =
      waitingIn(drawStrayQueue(context, one.after.head)) -
      waitingIn(drawStrayQueue(context, one.before.head));
    return months.reduce((total, more) => total + more, sum + strays);
  }, 0);
}

/** Data rows of `Antrean Tinjau` as they stand, state columns only. Two calls. */
export function queueRows(run: Run, columns: number): readonly (readonly Cell[])[] {
  const { master } = run.desk;
  const rows = master.lastRow(TAB.queue) - 1;
  if (rows <= 0) return [];
  return master
    .read(TAB.queue, { row: 2, column: 1, rows, columns })
    .map((row) => row.map((cell) => (typeof cell === 'boolean' ? String(cell) : cell)))
    .filter((row) => row[0] !== '');
}

/** Rows that wait after the run's own rows are brought in; looks at the tab itself. Two calls. */
export function countedAnew(run: Run): number {
  const standing = new Map(queueRows(run, QUEUE_STATE_COLUMNS).map((row) => [String(row[0]), row]));
  for (const patch of run.drawn) {
    if (patch.tab !== TAB.queue) continue;
    if (patch.kind === 'upsert') standing.set(patch.key, patch.values);
    else if (patch.kind === 'removal') standing.delete(patch.key);
  }
  const rows = [...standing.values()];
  return rows.length - clearFinished(rows).length;
}

/** Key, order and the columns that a refresh writes. */
export const QUEUE_STATE_COLUMNS = 8;

/** `Beranda` after this run, and the number of rows that wait. */
export function drawHomeNow(run: Run, period: Period, judged: readonly Judged[], now: DrawContext): void {
  const { desk, memory, shelf } = run;
  const was = factsOf(desk, memory);
  const more = moreWaiting(desk, judged);
  const waiting = run.interrupted ? countedAnew(run) : Math.max(0, was.waiting + more);
  if (waiting !== was.waiting) run.keep({ [KEY.waiting]: String(waiting) });
  const after = shelf.slice(period);
  const before = after.map((month) => wasOf(judged, month));
  const { context } = desk;
  run.redraw(drawHome(context, period, before, was), drawHome(now, period, after, { ...was, waiting }));
}

function wasOf(judged: readonly Judged[], month: VillageMonth): VillageMonth {
  const one = judged.find((some) => some.village === month.village);
  if (one === undefined || !one.touched.includes(month.period)) return month;
  const { village, period } = month;
  return one.before.months[period] ?? { village, period, reports: {}, unlocks: [] };
}
