import { drawData, rowOfKey } from '../core/draw/data';
import type { Block, Cell } from '../core/patch';
import { personalTypes } from '../core/persons';
import { FIRST_ROW } from '../core/place';
import type { ReportType } from '../core/report';
import { TAB } from '../core/tabs/names';
import type { Read } from '../google/cells';
import type { Desk } from './desk';
import type { Drawn } from './handChanges';
import { orderIndex } from './indexOrder';
import { KEY, remember, textOf, type Memory } from './memory';
import { readOutbox } from './outbox';
import { writePlaced, wholeOf, type Whole } from './rebuildTabs';
import type { Run } from './run';
import { logCells } from './words';

const asCell = (cell: Read): Cell => (typeof cell === 'number' ? cell : String(cell));

/** Keys of a tab whose rows have their places, from the first row on; empty where there is no such tab. Two calls. */
function keysIn({ master }: Desk, tab: string): readonly string[] {
  const rows = master.has(tab) ? master.lastRow(tab) - FIRST_ROW + 1 : 0;
  if (rows <= 0) return [];
  return master.read(tab, { row: FIRST_ROW, column: 1, rows, columns: 1 }).map(([key]) => String(key ?? ''));
}

/** The drawn row as it stands somewhere in the tab: in its place, else where it was moved to; else as it is drawn. */
function asItStands(block: Block, found: readonly (readonly Read[])[]): Block {
  const [drawn = []] = block.values;
  const own = (cells: readonly Read[] | undefined): boolean =>
    cells !== undefined && drawn[0] !== '' && String(cells[0] ?? '') === drawn[0];
  const placed = found[block.row - FIRST_ROW];
  const standing = own(placed) ? placed : found.find(own);
  return standing === undefined
    ? block
    : { ...block, values: [drawn.map((_cell, at) => asCell(standing[at] ?? ''))] };
}

/** Puts the rows of one `Data …` back; what a hand wrote in a row goes along with it, a row that is gone comes back. */
function orderOne(desk: Desk, type: ReportType, keys: readonly string[], whole: Whole): void {
  const { context, master } = desk;
  const tab = type.dataTab;
  const columns = master.declaration(tab)?.columns.length ?? 0;
  const found = master.read(tab, { row: FIRST_ROW, column: 1, rows: keys.length, columns });
  const blocks = whole.months
    .flatMap((month) => drawData(context, month))
    .filter((patch): patch is Block => patch.kind === 'block' && patch.tab === tab);
  writePlaced(
    desk,
    tab,
    blocks.map((block) => asItStands(block, found)),
  );
}

/** A type with the keys in its tab. */
interface Keyed {
  readonly type: ReportType;
  readonly keys: readonly string[];
}

/** The monthly types in whose `Data …` a row stands elsewhere than its key belongs. Two calls a tab. */
export function movedTypes(desk: Desk): readonly Keyed[] {
  const { context } = desk;
  return personalTypes(context.catalogue, false)
    .filter((type) => type.frequency === 'monthly')
    .map((type) => ({ type, keys: keysIn(desk, type.dataTab) }))
    .filter(({ type, keys }) =>
      keys.some((key, at) => key !== '' && rowOfKey(context, type, key) !== FIRST_ROW + at),
    );
}

/**
 * Puts rows of `Indeks` and of the `Data …` tabs back where their keys belong, once somebody has sorted a tab or moved,
 * inserted or deleted rows. Gives the names of the tabs in which any stood elsewhere. Two calls a tab; the lock is held.
 */
export function orderPlaced(desk: Desk): readonly string[] {
  const whole = wholeOf(desk);
  const isMoved = orderIndex(desk);
  const moved = movedTypes(desk);
  for (const { type, keys } of moved) orderOne(desk, type, keys, whole());
  return [...(isMoved ? [TAB.index] : []), ...moved.map(({ type }) => type.dataTab)];
}

/** Rows of a recap tab that stand in another order than they were drawn in, all of them there. */
function isSorted(found: readonly (readonly Read[])[], wanted: Block['values']): boolean {
  const texts = (rows: readonly (readonly (Read | Cell)[])[]): readonly string[] =>
    rows.map((row) => JSON.stringify(row.map(String)));
  const [is, should] = [texts(found), texts(wanted)];
  return is.join() !== should.join() && [...is].sort().join() === [...should].sort().join();
}

/** Writes recap tabs again whose rows somebody sorted; gives their names. A call a tab, and one to write. */
export function orderPages({ master }: Desk, drawn: readonly Drawn[]): readonly string[] {
  return drawn.flatMap(({ tab, blocks }) => {
    const [block] = blocks;
    if (block?.table === undefined) return [];
    const { row, column, values } = block;
    const area = { row, column, rows: values.length, columns: values[0]?.length ?? 0 };
    if (!isSorted(master.read(tab, area), values)) return [];
    master.write(tab, row, column, values);
    return [tab];
  });
}

/**
 * What waits in `Surat dan Surel` is looked for from a row on: where somebody sorted the tab and something waits above
 * that row, the next run begins at the top. Two calls.
 */
export function findUnsent(desk: Desk, memory: Memory): void {
  const from = Number(textOf(memory, KEY.outboxFrom) || '0');
  const waits = readOutbox(desk, FIRST_ROW).some(({ row, entry }) => row < from && entry.state === 'queued');
  if (waits) remember(memory, { [KEY.outboxFrom]: String(FIRST_ROW) });
}

/** What is told where rows were put back. */
export const ORDER_KEPT =
  'Ada baris yang dipindah, diurutkan, disisipkan, atau dihapus dengan tangan; sudah dikembalikan ke tempatnya. Untuk mengurutkan tanpa memindahkan baris, pakai Data → Buat tampilan filter.';

/** One line of `Log` a tab. */
export function logOrder(run: Run, tabs: readonly string[]): void {
  const { desk } = run;
  run.log(
    ...tabs.map((tab) =>
      logCells(desk, { at: desk.now, actor: 'sistem', what: `Tab ${tab} dirapikan`, reason: ORDER_KEPT }),
    ),
  );
}
