import type { Inherit } from '../../state/rect';
import type { Dimension } from '../../state/sheetShift';
import { deleteLines, insertLines } from '../../state/sheetShift';
import type { Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import type { Tab } from './document';
import { requireEdit, requireRoom, touchHead, touchSheet, touchTab } from './document';

function sizeOf({ sheet }: Tab, dimension: Dimension): number {
  return dimension === 'rows' ? sheet.rowCount : sheet.columnCount;
}
function stretch({ sheet }: Tab, dimension: Dimension, at: number, count: number): Rect {
  return dimension === 'rows'
    ? { row: at, column: 0, rows: count, columns: sheet.columnCount }
    : { row: 0, column: at, rows: sheet.rowCount, columns: count };
}

/** Puts rows or columns in at a place from 0, with the account's rights and the limit of cells checked. */
export function insertIn(
  runtime: Runtime,
  tab: Tab,
  dimension: Dimension,
  at: number,
  count: number,
  inherit: Inherit,
): void {
  requireEdit(runtime, tab, stretch(tab, dimension, Math.max(0, at - (inherit === 'before' ? 1 : 0)), 1));
  if (count < 1) throw new GoogleError('Argument must be larger than 0.');
  if (at < 0 || at > sizeOf(tab, dimension)) throw outOfBounds(dimension);
  grow(runtime, tab, dimension, at, count, inherit);
}

function grow(
  runtime: Runtime,
  tab: Tab,
  dimension: Dimension,
  at: number,
  count: number,
  inherit: Inherit,
): void {
  const other = dimension === 'rows' ? tab.sheet.columnCount : tab.sheet.rowCount;
  requireRoom(tab.state, count * other);
  const before = tab.sheet.rows.length;
  const atEnd = at >= sizeOf(tab, dimension);
  insertLines(tab.state, tab.sheet, dimension, at, count, inherit);
  markMoved(runtime, tab, dimension, before, atEnd && tab.sheet.rows.length === before);
}

/** Rows at the end move nothing: then only the tab's own part is written. */
function markMoved(
  runtime: Runtime,
  tab: Tab,
  dimension: Dimension,
  before: number,
  nothingMoved: boolean,
): void {
  if (nothingMoved && dimension === 'rows') touchSheet(runtime, tab);
  else touchTab(runtime, tab, before);
  touchHead(runtime, tab.state);
}

/** Takes rows or columns out; a tab keeps at least one of each, and one below the frozen ones. */
export function deleteFrom(
  runtime: Runtime,
  tab: Tab,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  requireEdit(runtime, tab, stretch(tab, dimension, at, count));
  const size = sizeOf(tab, dimension);
  if (count < 1) throw new GoogleError('Argument must be larger than 0.');
  if (at < 0 || at >= size || at + count > size) throw outOfBounds(dimension);
  if (count >= size) throw new GoogleError(`You can't delete all the ${dimension} on the sheet.`);
  const frozen = dimension === 'rows' ? tab.sheet.frozenRows : tab.sheet.frozenColumns;
  if (frozen > 0 && at <= frozen && at + count >= size) {
    throw new GoogleError(`Sorry, it is not possible to delete all non-frozen ${dimension}.`);
  }
  const before = tab.sheet.rows.length;
  deleteLines(tab.state, tab.sheet, dimension, at, count);
  touchTab(runtime, tab, before);
  touchHead(runtime, tab.state);
}

function outOfBounds(dimension: Dimension): GoogleError {
  return new GoogleError(`Those ${dimension} are out of bounds.`);
}

/** Adds rows and columns at the end until the tab holds that rectangle, as pasting and appending do. */
export function growTo(runtime: Runtime, tab: Tab, area: Rect): void {
  const rows = area.row + area.rows - tab.sheet.rowCount;
  const columns = area.column + area.columns - tab.sheet.columnCount;
  if (rows > 0) grow(runtime, tab, 'rows', tab.sheet.rowCount, rows, 'before');
  if (columns > 0) grow(runtime, tab, 'columns', tab.sheet.columnCount, columns, 'before');
}
