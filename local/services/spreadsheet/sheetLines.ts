import { shiftStretch } from '../../state/rect';
import { takeCells, putCell } from './copyCells';
import type { EnumValue } from '../served';
import { enumValue, GoogleError } from '../served';
import { requireEdit, touchSheet, touchTab } from './document';
import { hiddenByFilter } from './filter';
import { Group, groupDepth, setFolded } from './group';
import { deleteFrom, insertIn } from './lines';
import type { Members } from './members';
import type { Range } from './range';
import { SheetArea } from './sheetArea';

// prettier-ignore
type LineMember =
  | 'autoResizeColumn' | 'autoResizeColumns' | 'autoResizeRows' | 'collapseAllColumnGroups' | 'collapseAllRowGroups'
  | 'deleteColumn' | 'deleteColumns' | 'deleteRow' | 'deleteRows' | 'expandAllColumnGroups' | 'expandAllRowGroups'
  | 'getColumnGroup' | 'getColumnGroupDepth' | 'getColumnWidth' | 'getFrozenColumns' | 'getFrozenRows' | 'getRowGroup'
  | 'getRowGroupDepth' | 'getRowHeight' | 'hideColumn' | 'hideColumns' | 'hideRow' | 'hideRows' | 'insertColumnAfter'
  | 'insertColumnBefore' | 'insertColumns' | 'insertColumnsAfter' | 'insertColumnsBefore' | 'insertRowAfter'
  | 'insertRowBefore' | 'insertRows' | 'insertRowsAfter' | 'insertRowsBefore' | 'isColumnHiddenByUser'
  | 'isRowHiddenByFilter' | 'isRowHiddenByUser' | 'moveColumns' | 'moveRows' | 'setColumnWidth' | 'setColumnWidths'
  | 'setFrozenColumns' | 'setFrozenRows' | 'setRowHeight' | 'setRowHeights' | 'setRowHeightsForced' | 'showColumns'
  | 'showRows' | 'unhideColumn' | 'unhideRow';

const COLUMN_WIDTH = 100;
const ROW_HEIGHT = 21;

/** Rows and columns of a tab: putting in, taking out, hiding, freezing, sizes, groups. */
export abstract class SheetLines
  extends SheetArea
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Sheet>, LineMember>
{
  protected change(edit: () => void): this {
    requireEdit(this.runtime, this.tab);
    edit();
    touchSheet(this.runtime, this.tab);
    return this;
  }

  insertRowAfter(afterPosition: number): this {
    return this.insertRowsAfter(afterPosition, 1);
  }
  insertRowBefore(beforePosition: number): this {
    return this.insertRowsBefore(beforePosition, 1);
  }
  insertRowsAfter(afterPosition: number, howMany: number): this {
    insertIn(this.runtime, this.tab, 'rows', afterPosition, howMany, 'before');
    return this;
  }
  insertRowsBefore(beforePosition: number, howMany: number): this {
    insertIn(this.runtime, this.tab, 'rows', beforePosition - 1, howMany, 'after');
    return this;
  }
  insertRows(rowIndex: number, numRows = 1): void {
    this.insertRowsBefore(rowIndex, numRows);
  }
  insertColumnAfter(afterPosition: number): this {
    return this.insertColumnsAfter(afterPosition, 1);
  }
  insertColumnBefore(beforePosition: number): this {
    return this.insertColumnsBefore(beforePosition, 1);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): this {
    insertIn(this.runtime, this.tab, 'columns', afterPosition, howMany, 'before');
    return this;
  }
  insertColumnsBefore(beforePosition: number, howMany: number): this {
    insertIn(this.runtime, this.tab, 'columns', beforePosition - 1, howMany, 'after');
    return this;
  }
  insertColumns(columnIndex: number, numColumns = 1): void {
    this.insertColumnsBefore(columnIndex, numColumns);
  }
  deleteRow(rowPosition: number): this {
    this.deleteRows(rowPosition, 1);
    return this;
  }
  deleteRows(rowPosition: number, howMany: number): void {
    deleteFrom(this.runtime, this.tab, 'rows', rowPosition - 1, howMany);
  }
  deleteColumn(columnPosition: number): this {
    this.deleteColumns(columnPosition, 1);
    return this;
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    deleteFrom(this.runtime, this.tab, 'columns', columnPosition - 1, howMany);
  }

  /** `destinationIndex`: the place before which they land, as they stand now. */
  moveRows(rowSpec: Range, destinationIndex: number): void {
    this.moveLines(rowSpec.rect.row, rowSpec.rect.rows, destinationIndex - 1, 'rows');
  }
  moveColumns(columnSpec: Range, destinationIndex: number): void {
    this.moveLines(columnSpec.rect.column, columnSpec.rect.columns, destinationIndex - 1, 'columns');
  }
  private moveLines(start: number, count: number, destination: number, dimension: 'rows' | 'columns'): void {
    if (destination > start && destination <= start + count) return;
    requireEdit(this.runtime, this.tab, {
      row: 0,
      column: 0,
      rows: this.sheet.rowCount,
      columns: this.sheet.columnCount,
    });
    const rows = dimension === 'rows';
    const place = (at: number): Range['rect'] =>
      rows
        ? { row: at, column: 0, rows: count, columns: this.sheet.columnCount }
        : { row: 0, column: at, rows: this.sheet.rowCount, columns: count };
    const cells = takeCells(this.sheet, place(start));
    insertIn(this.runtime, this.tab, dimension, destination, count, 'none');
    const target = place(destination);
    cells.forEach((line, down) =>
      line.forEach((cell, right) =>
        putCell(
          this.sheet,
          target.row + down,
          target.column + right,
          cell,
          new Set(['content', 'format', 'borders', 'validation', 'note']),
          { rows: 0, columns: 0 },
        ),
      ),
    );
    const from = shiftStretch(start, count, destination, count)?.start ?? start;
    deleteFrom(this.runtime, this.tab, dimension, from, count);
    touchTab(this.runtime, this.tab, this.sheet.rows.length + count);
  }

  hideRows(rowIndex: number, numRows = 1): void {
    this.change(() => (this.sheet.hiddenRows = withLines(this.sheet.hiddenRows, rowIndex - 1, numRows)));
  }
  showRows(rowIndex: number, numRows = 1): void {
    this.change(() => (this.sheet.hiddenRows = withoutLines(this.sheet.hiddenRows, rowIndex - 1, numRows)));
  }
  hideRow(row: Range): void {
    this.hideRows(row.getRow(), row.getNumRows());
  }
  unhideRow(row: Range): void {
    this.showRows(row.getRow(), row.getNumRows());
  }
  hideColumns(columnIndex: number, numColumns = 1): void {
    this.change(
      () => (this.sheet.hiddenColumns = withLines(this.sheet.hiddenColumns, columnIndex - 1, numColumns)),
    );
  }
  showColumns(columnIndex: number, numColumns = 1): void {
    this.change(
      () => (this.sheet.hiddenColumns = withoutLines(this.sheet.hiddenColumns, columnIndex - 1, numColumns)),
    );
  }
  hideColumn(column: Range): void {
    this.hideColumns(column.getColumn(), column.getNumColumns());
  }
  unhideColumn(column: Range): void {
    this.showColumns(column.getColumn(), column.getNumColumns());
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.sheet.hiddenRows.includes(rowPosition - 1);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.sheet.hiddenColumns.includes(columnPosition - 1);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return hiddenByFilter(this.runtime, this.tab, rowPosition - 1);
  }

  getFrozenRows(): number {
    return this.sheet.frozenRows;
  }
  setFrozenRows(rows: number): void {
    if (rows > 0 && rows >= this.sheet.rowCount) {
      throw new GoogleError("You can't freeze all visible rows on the sheet.");
    }
    this.change(() => (this.sheet.frozenRows = rows));
  }
  getFrozenColumns(): number {
    return this.sheet.frozenColumns;
  }
  setFrozenColumns(columns: number): void {
    if (columns > 0 && columns >= this.sheet.columnCount) {
      throw new GoogleError("You can't freeze all visible columns on the sheet.");
    }
    this.change(() => (this.sheet.frozenColumns = columns));
  }

  getColumnWidth(columnPosition: number): number {
    return this.sheet.columnWidths[columnPosition - 1] ?? COLUMN_WIDTH;
  }
  setColumnWidth(columnPosition: number, width: number): this {
    return this.setColumnWidths(columnPosition, 1, width);
  }
  setColumnWidths(startColumn: number, numColumns: number, width: number): this {
    return this.change(() => setSizes(this.sheet.columnWidths, startColumn, numColumns, width));
  }
  getRowHeight(rowPosition: number): number {
    return this.sheet.rowHeights[rowPosition - 1] ?? ROW_HEIGHT;
  }
  setRowHeight(rowPosition: number, height: number): this {
    return this.setRowHeights(rowPosition, 1, height);
  }
  /** Rows do not get lower than their text: 21 pixels for one line. */
  setRowHeights(startRow: number, numRows: number, height: number): this {
    return this.setRowHeightsForced(startRow, numRows, Math.max(height, ROW_HEIGHT));
  }
  setRowHeightsForced(startRow: number, numRows: number, height: number): this {
    return this.change(() => setSizes(this.sheet.rowHeights, startRow, numRows, height));
  }
  autoResizeColumn(columnPosition: number): this {
    return this.autoResizeColumns(columnPosition, 1);
  }
  /** About seven pixels a letter: fonts are not measured here. */
  autoResizeColumns(startColumn: number, numColumns: number): this {
    return this.change(() => {
      const rows = Math.max(1, Math.min(this.getLastRow(), 1000));
      for (let column = startColumn; column < startColumn + numColumns; column++) {
        const texts = this.range({ row: 0, column: column - 1, rows, columns: 1 }).getDisplayValues();
        const longest = Math.max(
          0,
          ...texts.map(([text = '']) => Math.max(...text.split('\n').map((line) => line.length))),
        );
        if (longest > 0)
          setSizes(this.sheet.columnWidths, column, 1, Math.min(1500, Math.max(21, longest * 7 + 10)));
      }
    });
  }
  autoResizeRows(startRow: number, numRows: number): this {
    return this.change(() => {
      for (let row = startRow - 1; row < startRow - 1 + numRows; row++) delete this.sheet.rowHeights[row];
    });
  }

  getRowGroup(rowIndex: number, depth: number): Group {
    return this.group('rows', rowIndex - 1, depth);
  }
  getColumnGroup(columnIndex: number, depth: number): Group {
    return this.group('columns', columnIndex - 1, depth);
  }
  private group(dimension: 'rows' | 'columns', place: number, depth: number): Group {
    const found = (this.sheet.groups ?? []).find(
      (group) =>
        group.dimension === dimension &&
        group.depth === depth &&
        place >= group.start &&
        place < group.start + group.count,
    );
    if (!found)
      throw new GoogleError(
        `A ${dimension === 'rows' ? 'row' : 'column'} group does not exist with index ${place + 1} and group depth ${depth}`,
      );
    return new Group(this.runtime, this.tab, found);
  }
  getRowGroupDepth(rowIndex: number): number {
    return groupDepth(this.tab, 'rows', rowIndex - 1);
  }
  getColumnGroupDepth(columnIndex: number): number {
    return groupDepth(this.tab, 'columns', columnIndex - 1);
  }
  collapseAllRowGroups(): this {
    return this.foldAll('rows', true);
  }
  collapseAllColumnGroups(): this {
    return this.foldAll('columns', true);
  }
  expandAllRowGroups(): this {
    return this.foldAll('rows', false);
  }
  expandAllColumnGroups(): this {
    return this.foldAll('columns', false);
  }
  private foldAll(dimension: 'rows' | 'columns', collapsed: boolean): this {
    return this.change(() => {
      const groups = (this.sheet.groups ?? []).filter((group) => group.dimension === dimension);
      setFolded(this.sheet, groups, collapsed);
    });
  }
  protected sheetEnum(name: string, key: string): EnumValue {
    return enumValue(`Spreadsheet.${name}`, key);
  }
}

function withLines(known: number[], start: number, count: number): number[] {
  const lines = Array.from({ length: count }, (_, index) => start + index);
  return [...new Set([...known, ...lines])].sort((a, b) => a - b);
}
function withoutLines(known: number[], start: number, count: number): number[] {
  return known.filter((line) => line < start || line >= start + count);
}
function setSizes(sizes: Record<number, number>, start: number, count: number, pixels: number): void {
  for (let place = start - 1; place < start - 1 + count; place++) sizes[place] = pixels;
}
