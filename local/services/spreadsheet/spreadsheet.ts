import type { SpreadsheetState } from '../../state/spreadsheet';
import type { MenuEntry } from '../runtime';
import type { Members } from './members';
import { requireRunByHand } from './menu';
import type { Banding } from './banding';
import type { OverGridImage } from './overGridImage';
import type { Range } from './range';
import { RangeList } from './rangeList';
import type { Sheet } from './sheet';
import { SpreadsheetTabs } from './spreadsheetTabs';

// prettier-ignore
type DelegatedMember =
  | 'getBandings' | 'getImages' | 'insertImage' | 'addMenu' | 'updateMenu' | 'appendRow' | 'autoResizeColumn' | 'deleteColumn' | 'deleteColumns' | 'deleteRow' | 'deleteRows'
  | 'getColumnWidth' | 'getDataRange' | 'getFrozenColumns' | 'getFrozenRows' | 'getLastColumn' | 'getLastRow'
  | 'getRange' | 'getRangeList' | 'getRowHeight' | 'getSheetId' | 'getSheetName' | 'getSheetValues' | 'hideColumn'
  | 'hideRow' | 'insertColumnAfter' | 'insertColumnBefore' | 'insertColumnsAfter' | 'insertColumnsBefore'
  | 'insertRowAfter' | 'insertRowBefore' | 'insertRowsAfter' | 'insertRowsBefore' | 'isColumnHiddenByUser'
  | 'isRowHiddenByFilter' | 'isRowHiddenByUser' | 'setColumnWidth' | 'setFrozenColumns' | 'setFrozenRows'
  | 'setRowHeight' | 'sort' | 'unhideColumn' | 'unhideRow';

/** A spreadsheet; what belongs to a tab is done to the active one. */
export class Spreadsheet
  extends SpreadsheetTabs
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Spreadsheet>, DelegatedMember>
{
  static override readonly gas = 'Spreadsheet.Spreadsheet';

  protected override open(state: SpreadsheetState): Spreadsheet {
    return new Spreadsheet(this.runtime, state);
  }

  /** The old way to make a menu; null = a line. */
  addMenu(name: string, subMenus: ({ name: string; functionName: string } | null)[]): void {
    requireRunByHand(this.runtime);
    const items = subMenus.map((entry): MenuEntry =>
      entry ? { caption: entry.name, functionName: entry.functionName } : { caption: '', separator: true },
    );
    this.runtime.show({ kind: 'menu', fileId: this.state.id, caption: name, items });
  }

  /** Puts a menu in the place of the one of that name. */
  updateMenu(name: string, subMenus: ({ name: string; functionName: string } | null)[]): void {
    this.addMenu(name, subMenus);
  }
  /** Of every tab. */
  getBandings(): Banding[] {
    return this.getSheets().flatMap((sheet) => sheet.getBandings());
  }
  getImages(): OverGridImage[] {
    return this.getSheets().flatMap((sheet) => sheet.getImages());
  }
  insertImage(source: unknown, column: number, row: number, offsetX = 0, offsetY = 0): OverGridImage {
    return this.getActiveSheet().insertImage(source, column, row, offsetX, offsetY);
  }

  getRange(a1Notation: string): Range {
    return this.getActiveSheet().getRange(a1Notation);
  }
  getRangeList(a1Notations: string[]): RangeList {
    return this.getActiveSheet().getRangeList(a1Notations);
  }
  getDataRange(): Range {
    return this.getActiveSheet().getDataRange();
  }
  getLastRow(): number {
    return this.getActiveSheet().getLastRow();
  }
  getLastColumn(): number {
    return this.getActiveSheet().getLastColumn();
  }
  getSheetId(): number {
    return this.getActiveSheet().getSheetId();
  }
  getSheetName(): string {
    return this.getActiveSheet().getName();
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    return this.getActiveSheet().getSheetValues(startRow, startColumn, numRows, numColumns);
  }
  appendRow(rowContents: unknown[]): Sheet {
    return this.getActiveSheet().appendRow(rowContents);
  }
  sort(columnPosition: number, ascending = true): void {
    this.getActiveSheet().sort(columnPosition, ascending);
  }

  insertRowAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertRowAfter(afterPosition);
  }
  insertRowBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertRowBefore(beforePosition);
  }
  insertRowsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsAfter(afterPosition, howMany);
  }
  insertRowsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertRowsBefore(beforePosition, howMany);
  }
  insertColumnAfter(afterPosition: number): Sheet {
    return this.getActiveSheet().insertColumnAfter(afterPosition);
  }
  insertColumnBefore(beforePosition: number): Sheet {
    return this.getActiveSheet().insertColumnBefore(beforePosition);
  }
  insertColumnsAfter(afterPosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsAfter(afterPosition, howMany);
  }
  insertColumnsBefore(beforePosition: number, howMany: number): Sheet {
    return this.getActiveSheet().insertColumnsBefore(beforePosition, howMany);
  }
  deleteRow(rowPosition: number): Sheet {
    return this.getActiveSheet().deleteRow(rowPosition);
  }
  deleteRows(rowPosition: number, howMany: number): void {
    this.getActiveSheet().deleteRows(rowPosition, howMany);
  }
  deleteColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().deleteColumn(columnPosition);
  }
  deleteColumns(columnPosition: number, howMany: number): void {
    this.getActiveSheet().deleteColumns(columnPosition, howMany);
  }

  autoResizeColumn(columnPosition: number): Sheet {
    return this.getActiveSheet().autoResizeColumn(columnPosition);
  }
  getColumnWidth(columnPosition: number): number {
    return this.getActiveSheet().getColumnWidth(columnPosition);
  }
  setColumnWidth(columnPosition: number, width: number): Sheet {
    return this.getActiveSheet().setColumnWidth(columnPosition, width);
  }
  getRowHeight(rowPosition: number): number {
    return this.getActiveSheet().getRowHeight(rowPosition);
  }
  setRowHeight(rowPosition: number, height: number): Sheet {
    return this.getActiveSheet().setRowHeight(rowPosition, height);
  }
  getFrozenRows(): number {
    return this.getActiveSheet().getFrozenRows();
  }
  setFrozenRows(rows: number): void {
    this.getActiveSheet().setFrozenRows(rows);
  }
  getFrozenColumns(): number {
    return this.getActiveSheet().getFrozenColumns();
  }
  setFrozenColumns(columns: number): void {
    this.getActiveSheet().setFrozenColumns(columns);
  }

  hideRow(row: Range): void {
    row.getSheet().hideRow(row);
  }
  unhideRow(row: Range): void {
    row.getSheet().unhideRow(row);
  }
  hideColumn(column: Range): void {
    column.getSheet().hideColumn(column);
  }
  unhideColumn(column: Range): void {
    column.getSheet().unhideColumn(column);
  }
  isRowHiddenByUser(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByUser(rowPosition);
  }
  isRowHiddenByFilter(rowPosition: number): boolean {
    return this.getActiveSheet().isRowHiddenByFilter(rowPosition);
  }
  isColumnHiddenByUser(columnPosition: number): boolean {
    return this.getActiveSheet().isColumnHiddenByUser(columnPosition);
  }
}
