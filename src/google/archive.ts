import type { Cell } from '../core/patch';
import type { Tab } from '../core/tabs/tab';
import { runsFromBelow } from './rowRuns';
import { buildTab } from './tabBuild';
import type { Workbook } from './workbook';

/** Rows that are written or read with one call. */
const AT_ONCE = 2000;
/** Rows to spare that a tab keeps below its last one. */
const SPARE = 200;

type Lines = readonly (readonly Cell[])[];

/** What was written does not read as it was written: nothing may be taken away that stands only here. */
export class ArchiveMismatch extends Error {}

function isSame(found: unknown, wanted: Cell, isText: boolean): boolean {
  return isText || typeof wanted === 'string' ? String(found) === String(wanted) : found === wanted;
}

function mustRead(book: Workbook, tab: Tab, first: number, rows: Lines): void {
  for (let at = 0; at < rows.length; at += AT_ONCE) {
    const wanted = rows.slice(at, at + AT_ONCE);
    const columns = wanted[0]?.length ?? 0;
    const found = book.read(tab.name, { row: first + at, column: 1, rows: wanted.length, columns });
    wanted.forEach((line, down) => {
      const wrong = line.findIndex(
        (cell, along) => !isSame(found[down]?.[along], cell, tab.columns[along]?.format === '@'),
      );
      if (wrong >= 0)
        throw new ArchiveMismatch(
          `${book.name}, tab ${tab.name}, baris ${String(first + at + down)}, kolom ${String(wrong + 1)}: yang terbaca bukan yang ditulis.`,
        );
    });
  }
}

/**
 * Makes a tab hold exactly these rows from row `first` on, and reads them back cell by cell; all rows have the same
 * width. Run again it ends the same. `place` = where it stands among the
 * tabs, from 0, where it is new. Throws `ArchiveMismatch` where it reads otherwise.
 */
export function writeWhole(
  book: Workbook,
  tab: Tab,
  rows: Lines,
  { first = tab.headerRow + 1, place = book.tabs().length } = {},
): void {
  const needed = Math.max(1, first - 1 + rows.length - tab.headerRow);
  buildTab(book, { ...tab, rows: needed }, place, { lists: { villages: [], months: [] } });
  const last = book.lastRow(tab.name);
  const end = first + rows.length;
  if (last >= end)
    book.clear(tab.name, { row: end, column: 1, rows: last - end + 1, columns: tab.columns.length });
  for (let at = 0; at < rows.length; at += AT_ONCE)
    book.write(tab.name, first + at, 1, rows.slice(at, at + AT_ONCE));
  mustRead(book, tab, first, rows);
}

/** Takes rows away, given from the first to the last, those that touch with one call. */
export function deleteLines(book: Workbook, tab: string, rows: readonly number[]): void {
  for (const { row, count } of runsFromBelow(rows)) {
    // Google refuses to delete all rows that are not frozen.
    if (book.rowsOf(tab) - count <= (book.declaration(tab)?.frozenRows ?? 0))
      book.native.getSheetByName(tab)?.insertRowsAfter(book.rowsOf(tab), 1);
    book.deleteRows(tab, row, count);
  }
}

/** Gives back the empty rows of a tab whose last row in use is `used`, but for some to spare. */
export function giveBackRows(book: Workbook, tab: string, used: number): void {
  const kept = Math.max(used, book.declaration(tab)?.headerRow ?? 1) + SPARE;
  const all = book.rowsOf(tab);
  if (all > kept) book.deleteRows(tab, kept + 1, all - kept);
}
