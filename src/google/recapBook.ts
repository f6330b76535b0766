import { COLOUR } from '../core/looks';
import type { RecapSheet } from '../core/recapFile';
import { forSheet } from './cells';
import { retry } from './retry';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Writes the sheets of a recap into a spreadsheet, whole: what stood in it before is replaced. */
export function writeRecap(spreadsheetId: string, sheets: readonly RecapSheet[]): void {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  sheets.forEach((sheet, at) => {
    writeSheet(file.getSheetByName(sheet.name) ?? file.insertSheet(sheet.name, at), sheet);
  });
  const names = sheets.map((sheet) => sheet.name);
  for (const other of file.getSheets()) if (!names.includes(other.getName())) file.deleteSheet(other);
}

/** What a tab of a recap says, as people see it; [] where there is none yet. */
export function readRecapTab(spreadsheetId: string, name: string): readonly (readonly string[])[] {
  const file = retry(() => SpreadsheetApp.openById(spreadsheetId));
  const sheet = file.getSheetByName(name);
  return sheet === null ? [] : retry(() => sheet.getDataRange().getDisplayValues());
}

function fit(sheet: Sheet, rows: number, columns: number): void {
  const [hasRows, hasColumns] = [sheet.getMaxRows(), sheet.getMaxColumns()];
  if (hasRows < rows) sheet.insertRowsAfter(hasRows, rows - hasRows);
  if (hasRows > rows) sheet.deleteRows(rows + 1, hasRows - rows);
  if (hasColumns < columns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
  if (hasColumns > columns) sheet.deleteColumns(columns + 1, hasColumns - columns);
}

function writeSheet(sheet: Sheet, recap: RecapSheet): void {
  const { values, columns, headers } = recap;
  const width = columns.length;
  retry(() => sheet.clear());
  // A frozen row can be the last one that is left; nothing may be frozen while rows are taken away.
  sheet.setFrozenRows(0);
  sheet.setFrozenColumns(0);
  fit(sheet, Math.max(values.length, recap.frozenRows + 1), width);
  setColumns(sheet, recap);
  const cells = values.map((row) => row.map((cell, at) => forSheet(cell, columns[at]?.format === '@')));
  if (cells.length > 0) retry(() => sheet.getRange(1, 1, cells.length, width).setValues(cells));
  const head = sheet.getRange(headers.from, 1, headers.to - headers.from + 1, width);
  retry(() => head.setBackground(COLOUR.own).setFontColor(COLOUR.white).setFontWeight('bold').setWrap(true));
  if (headers.from > 1) retry(() => sheet.getRange(1, 1, headers.from - 1, 1).setFontWeight('bold'));
  if (recap.totalRow !== undefined) {
    const total = sheet.getRange(recap.totalRow, 1, 1, width);
    retry(() => total.setFontWeight('bold').setBorder(true, null, null, null, null, null));
  }
  sheet.setFrozenRows(recap.frozenRows);
  sheet.setFrozenColumns(recap.frozenColumns);
}

/** Formats and alignments in one call each, widths in one call for neighbours that are alike. */
function setColumns(sheet: Sheet, { columns, values }: RecapSheet): void {
  const rows = Math.max(values.length, 1);
  const all = sheet.getRange(1, 1, rows, columns.length);
  const formats = columns.map((column) => column.format);
  const alignments = columns.map((column) => (column.format === '@' ? 'left' : 'right'));
  retry(() => all.setNumberFormats(Array.from({ length: rows }, () => [...formats])));
  retry(() => all.setHorizontalAlignments(Array.from({ length: rows }, () => [...alignments])));
  let first = 0;
  columns.forEach((column, at) => {
    if (columns[at + 1]?.width === column.width) return;
    sheet.setColumnWidths(first + 1, at - first + 1, column.width);
    first = at + 1;
  });
}
