import type { Removal, Upsert } from '../core/patch';
import { writeBlocks } from './blocks';
import type { Workbook } from './workbook';

/** Rows that a keyed tab has and the order text of its last one; kept by the caller between runs. */
export interface KeyedCount {
  readonly rows: number;
  readonly last: string;
}

/** Up to so many keys are looked for one by one; for more the column of keys is read. */
const FEW = 6;

const firstRow = (book: Workbook, tab: string): number => (book.declaration(tab)?.headerRow ?? 1) + 1;

/** Last row with a key. An empty checkbox counts as content for Sheets, so such tabs are looked through. */
function lastKeyedRow(book: Workbook, tab: string, first: number): number {
  const last = book.lastRow(tab);
  const hasBoxes = book.declaration(tab)?.columns.some((column) => column.checkbox === true) ?? false;
  if (!hasBoxes || last < first) return last;
  const keys = book.read(tab, { row: first, column: 1, rows: last - first + 1, columns: 1 });
  let rows = keys.length;
  while (rows > 0 && String(keys[rows - 1]?.[0] ?? '') === '') rows -= 1;
  return first + rows - 1;
}

/** Counts a keyed tab by looking at it: three calls at most. */
export function countKeyed(book: Workbook, tab: string): KeyedCount {
  const first = firstRow(book, tab);
  const rows = Math.max(0, lastKeyedRow(book, tab, first) - first + 1);
  if (rows === 0) return { rows, last: '' };
  const [line] = book.read(tab, { row: first + rows - 1, column: 1, rows: 1, columns: 2 });
  const key = String(line?.[0] ?? '');
  // Only the sentence that stands in an empty tab.
  if (rows === 1 && key === '') return { rows: 0, last: '' };
  return { rows, last: String(line?.[1] ?? '') };
}

/** Rows (from 1) of the keys that stand in the tab. */
function rowsOf(book: Workbook, tab: string, keys: readonly string[], rows: number): Record<string, number> {
  const found: Record<string, number> = {};
  if (rows === 0 || keys.length === 0) return found;
  const first = firstRow(book, tab);
  if (keys.length <= FEW) {
    for (const key of keys) {
      const row = book.findRow(tab, 1, key);
      if (row !== undefined && row >= first) found[key] = row;
    }
    return found;
  }
  const wanted = new Set(keys);
  book.read(tab, { row: first, column: 1, rows, columns: 1 }).forEach((line, at) => {
    const key = String(line[0] ?? '');
    if (wanted.has(key)) found[key] = first + at;
  });
  return found;
}

function removeRows(book: Workbook, tab: string, rows: readonly number[]): void {
  const falling = [...rows].sort((a, b) => b - a);
  let at = 0;
  while (at < falling.length) {
    const bottom = falling[at] ?? 0;
    let count = 1;
    while (falling[at + count] === bottom - count) count += 1;
    book.deleteRows(tab, bottom - count + 1, count);
    at += count;
  }
}

/** Tabs that people type into are never sorted under their hands; they come into order when the night clears them. */
const isTypedInto = (book: Workbook, tab: string): boolean =>
  book.declaration(tab)?.columns.some((column) => column.editable === true) ?? false;

/** What will stand in an empty keyed tab, in its first cell that people see. */
export function writeEmpty(book: Workbook, tab: string): void {
  const declared = book.declaration(tab);
  if (declared?.empty === undefined) return;
  const column = declared.columns.findIndex((one) => one.hidden !== true) + 1;
  book.write(tab, declared.headerRow + 1, column, [[declared.empty]]);
}

/** The patches by what is done with them; of two with one key the later counts. */
function sortedOut(
  patches: readonly (Upsert | Removal)[],
  rows: Readonly<Record<string, number>>,
): { gone: number[]; standing: Upsert[]; added: Upsert[] } {
  const upserts = patches.filter((patch): patch is Upsert => patch.kind === 'upsert');
  return {
    gone: patches.flatMap((patch) => (patch.kind === 'removal' ? (rows[patch.key] ?? []) : [])),
    standing: upserts.filter((patch) => rows[patch.key] !== undefined),
    added: upserts
      .filter((patch) => rows[patch.key] === undefined)
      .sort((a, b) => compare(a.order, b.order) || compare(a.key, b.key)),
  };
}

/** A row at its place, with its link. */
const lineOf = ({ values, link }: Upsert, row: number): Parameters<typeof writeBlocks>[2][number] => ({
  row,
  column: 1,
  values: [values],
  ...(link === undefined ? {} : { links: { column: link.column, urls: [link.url] } }),
});

/**
 * Brings upserts and removals into a keyed tab: rows with a known key are replaced where they stand, others
 * appended; a row out of order makes one sort. The same again changes nothing where `search` is set.
 * `search` = keys said to be fresh are looked for as well, since an interrupted run may have written them.
 */
export function writeKeyed(
  book: Workbook,
  tab: string,
  patches: readonly (Upsert | Removal)[],
  known: KeyedCount | undefined,
  search: boolean,
): KeyedCount {
  const before = known === undefined || search ? countKeyed(book, tab) : known;
  const latest = Object.values(Object.fromEntries(patches.map((patch) => [patch.key, patch] as const)));
  const sought = latest.filter((patch) => search || patch.kind === 'removal' || patch.fresh !== true);
  const keys = sought.map((patch) => patch.key);
  const rows = rowsOf(book, tab, keys, before.rows);
  const { gone, standing, added } = sortedOut(latest, rows);

  removeRows(book, tab, gone);
  const first = firstRow(book, tab);
  const kept = before.rows - gone.length;
  const rowNow = (row: number): number => row - gone.filter((other) => other < row).length;
  writeBlocks(book, tab, [
    ...standing.map((patch) => lineOf(patch, rowNow(rows[patch.key] ?? 0))),
    ...added.map((patch, at) => lineOf(patch, first + kept + at)),
  ]);
  const newOrders = [...(kept > 0 ? [before.last] : []), ...added.map((patch) => patch.order)];
  if (!isRising(newOrders) && !isTypedInto(book, tab)) book.sort(tab, first, [2, 1]);

  const total = kept + added.length;
  // An interrupted run may have taken the last rows away and no more.
  if (total === 0 && (before.rows > 0 || search)) writeEmpty(book, tab);
  const orders = [...(kept > 0 ? [before.last] : []), ...added.map((patch) => patch.order)].sort(compare);
  return { rows: total, last: orders[orders.length - 1] ?? '' };
}

/** Equal orders count as out of order: only a sort puts their keys into the one order that Sheets knows. */
const isRising = (orders: readonly string[]): boolean =>
  orders.every((order, at) => at === 0 || compare(orders[at - 1] ?? '', order) < 0);

/**
 * Makes a keyed tab hold exactly these rows, in order; the columns behind theirs are emptied with the rows that
 * are left over. For tabs that nobody types into.
 */
export function replaceKeyed(book: Workbook, tab: string, upserts: readonly Upsert[]): KeyedCount {
  const first = firstRow(book, tab);
  const before = countKeyed(book, tab).rows;
  const rows = Object.values(Object.fromEntries(upserts.map((one) => [one.key, one] as const))).sort(
    (a, b) => compare(a.order, b.order) || compare(a.key, b.key),
  );
  book.write(
    tab,
    first,
    1,
    rows.map((one) => one.values),
  );
  const columns = book.declaration(tab)?.columns.length ?? 0;
  if (before > rows.length && columns > 0)
    book.clear(tab, { row: first + rows.length, column: 1, rows: before - rows.length, columns });
  const orders = rows.map((one) => one.order);
  if (!isRising(orders)) book.sort(tab, first, [2, 1]);
  if (rows.length === 0 && before > 0) writeEmpty(book, tab);
  return { rows: rows.length, last: orders[orders.length - 1] ?? '' };
}

function compare(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
