import type { Cell } from '../core/patch';
import type { KeyedCount } from '../google/keyed';
import type { Workbook } from '../google/workbook';

/**
 * Appends rows to a tab that is only appended to and gives its count. `search`: the last run was interrupted, so
 * rows that stand at its end already are not written again; `same` says which rows mean the same.
 */
export function appendRows(
  book: Workbook,
  tab: string,
  rows: readonly (readonly Cell[])[],
  known: KeyedCount | undefined,
  search: boolean,
  same: (cells: readonly unknown[]) => string = (cells) => JSON.stringify(cells.map(String)),
): KeyedCount {
  const first = (book.declaration(tab)?.headerRow ?? 1) + 1;
  const before = known === undefined || search ? Math.max(0, book.lastRow(tab) - first + 1) : known.rows;
  const width = rows[0]?.length ?? 0;
  const fresh = search && rows.length > 0 ? without(book, tab, rows, first, before, width, same) : rows;
  book.write(tab, first + before, 1, fresh);
  return { rows: before + fresh.length, last: '' };
}

/** Rows at the end of the tab that are compared before anything is appended again. */
const TAIL = 200;

function without(
  book: Workbook,
  tab: string,
  rows: readonly (readonly Cell[])[],
  first: number,
  count: number,
  width: number,
  same: (cells: readonly unknown[]) => string,
): readonly (readonly Cell[])[] {
  const looked = Math.min(count, TAIL + rows.length);
  if (looked === 0) return rows;
  const area = { row: first + count - looked, column: 1, rows: looked, columns: width };
  const there = new Set(book.read(tab, area).map(same));
  return rows.filter((row) => !there.has(same(row)));
}
