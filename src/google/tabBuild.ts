import { COLOUR } from '../core/looks';
import type { Cell } from '../core/patch';
import type { Tab, TabColumn } from '../core/tabs/tab';
import { writeEmpty } from './keyed';
import { setLooks } from './looks';
import { retry } from './retry';
import type { Workbook } from './workbook';

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** What a tab needs that is not in its declaration. */
export interface TabExtras {
  /** Lists that columns name. */
  readonly lists: Readonly<Record<'villages' | 'months', readonly string[]>>;
  /** Notes on the headers, by header. */
  readonly notes?: Readonly<Record<string, string>>;
  /** Lists of single cells, e.g. the lines of `Pengaturan`. */
  readonly cellLists?: readonly {
    readonly row: number;
    readonly column: number;
    readonly list: readonly string[];
  }[];
}

/** Columns side by side for which `of` says the same. */
interface Run<T> {
  readonly column: number;
  count: number;
  readonly value: T;
}

function runsOf<T>(columns: readonly TabColumn[], of: (column: TabColumn) => T): readonly Run<T>[] {
  const runs: Run<T>[] = [];
  columns.forEach((column, at) => {
    const value = of(column);
    const last = runs[runs.length - 1];
    if (last !== undefined && last.value === value) last.count += 1;
    else runs.push({ column: at + 1, count: 1, value });
  });
  return runs;
}

/**
 * Makes a tab after its declaration, at that place among the tabs (from 0); one that is there is brought to the
 * same state and keeps its data. Interrupted and called again it ends the same.
 */
export function buildTab(book: Workbook, tab: Tab, place: number, extras: TabExtras): void {
  const sheet = retry(() => book.native.getSheetByName(tab.name)) ?? book.native.insertSheet(tab.name, place);
  setSize(sheet, tab);
  setFormats(sheet, tab);
  setHeaders(book, sheet, tab, extras);
  setLists(sheet, tab, extras);
  setLooks(sheet, tab);
  if (tab.layout === 'keyed' && sheet.getLastRow() <= tab.headerRow) writeEmpty(book, tab.name);
  if (!tab.shown) sheet.hideSheet();
}

function setSize(sheet: Sheet, tab: Tab): void {
  const rows = Math.max(tab.headerRow + tab.rows, tab.frozenRows + 1, sheet.getLastRow());
  const columns = Math.max(tab.columns.length, sheet.getLastColumn());
  const hasRows = sheet.getMaxRows();
  const hasColumns = sheet.getMaxColumns();
  if (hasRows < rows) sheet.insertRowsAfter(hasRows, rows - hasRows);
  if (hasRows > rows) sheet.deleteRows(rows + 1, hasRows - rows);
  if (hasColumns < columns) sheet.insertColumnsAfter(hasColumns, columns - hasColumns);
  if (hasColumns > columns) sheet.deleteColumns(columns + 1, hasColumns - columns);
  if (sheet.getFrozenRows() !== tab.frozenRows) sheet.setFrozenRows(tab.frozenRows);
  if (sheet.getFrozenColumns() !== tab.frozenColumns) sheet.setFrozenColumns(tab.frozenColumns);
}

function setFormats(sheet: Sheet, tab: Tab): void {
  const rows = sheet.getMaxRows();
  const headerRow = Math.max(1, tab.headerRow);
  for (const run of runsOf(tab.columns, (column) => column.format)) {
    // The format from row 1 on: a month above the headers must not become a date. What stands there is no figure.
    retry(() => sheet.getRange(1, run.column, rows, run.count).setNumberFormat(run.value));
    const figures = sheet.getRange(headerRow, run.column, rows - headerRow + 1, run.count);
    if (run.value !== '@') retry(() => figures.setHorizontalAlignment('right'));
  }
  for (const run of runsOf(tab.columns, (column) => column.width)) {
    retry(() => sheet.setColumnWidths(run.column, run.count, run.value));
  }
  for (const run of runsOf(tab.columns, (column) => column.hidden === true)) {
    if (run.value) sheet.hideColumns(run.column, run.count);
  }
  for (const run of runsOf(tab.columns, (column) => column.wrap === true)) {
    const range = sheet.getRange(headerRow, run.column, rows - headerRow + 1, run.count);
    if (run.value) retry(() => range.setWrap(true));
  }
  if (!tab.columns.some((column) => column.wrap === true)) return;
  // Beside a text of several lines the others begin where it begins.
  const data = sheet.getRange(tab.headerRow + 1, 1, rows - tab.headerRow, tab.columns.length);
  retry(() => data.setVerticalAlignment('top'));
}

/** The rows of headers: groups above them where there are any. */
function headerRows(tab: Tab): readonly (readonly Cell[])[] {
  const headers = tab.columns.map((column) => column.header);
  const hasGroups = tab.headerRow > 1 && tab.columns.some((column) => column.group !== undefined);
  if (!hasGroups) return [headers];
  const groups = tab.columns.map((column, at) =>
    column.group !== undefined && column.group !== tab.columns[at - 1]?.group ? column.group : '',
  );
  return [groups, headers];
}

function setHeaders(book: Workbook, sheet: Sheet, tab: Tab, extras: TabExtras): void {
  if (tab.headerRow === 0) return;
  const rows = headerRows(tab);
  const first = tab.headerRow - rows.length + 1;
  book.write(tab.name, first, 1, rows);
  const range = sheet.getRange(first, 1, rows.length, tab.columns.length);
  retry(() => range.setBackground(COLOUR.own).setFontColor(COLOUR.white).setFontWeight('bold'));
  retry(() => sheet.getRange(tab.headerRow, 1, 1, tab.columns.length).setWrap(true));
  if (rows.length > 1) joinGroups(sheet, tab, first);
  const empty = tab.layout === 'keyed' ? undefined : tab.empty;
  const notes = tab.columns.map((column, at) => {
    const own = extras.notes?.[column.header] ?? '';
    return at === 0 && empty !== undefined ? [empty, own].filter((text) => text !== '').join('\n') : own;
  });
  if (notes.some((note) => note !== '')) {
    retry(() => sheet.getRange(tab.headerRow, 1, 1, tab.columns.length).setNotes([notes]));
  }
}

/** One cell above the columns of a group. */
function joinGroups(sheet: Sheet, tab: Tab, row: number): void {
  for (const run of runsOf(tab.columns, (column) => column.group ?? '')) {
    if (run.value === '' || run.count === 1) continue;
    retry(() => sheet.getRange(row, run.column, 1, run.count).merge().setHorizontalAlignment('center'));
  }
}

function listRule(list: readonly string[], isStrict: boolean): GoogleAppsScript.Spreadsheet.DataValidation {
  return SpreadsheetApp.newDataValidation()
    .requireValueInList([...list], true)
    .setAllowInvalid(!isStrict)
    .build();
}

function setLists(sheet: Sheet, tab: Tab, extras: TabExtras): void {
  const first = tab.headerRow + 1;
  const rows = sheet.getMaxRows() - tab.headerRow;
  tab.columns.forEach((column, at) => {
    const list = typeof column.list === 'string' ? extras.lists[column.list] : column.list;
    if (list !== undefined && list.length > 0) {
      retry(() => sheet.getRange(first, at + 1, rows, 1).setDataValidation(listRule(list, true)));
    } else if (column.checkbox === true) {
      const rule = SpreadsheetApp.newDataValidation().requireCheckbox().build();
      retry(() => sheet.getRange(first, at + 1, rows, 1).setDataValidation(rule));
    }
  });
  const single = [
    ...(extras.cellLists ?? []),
    ...(tab.monthCell === undefined ? [] : [{ ...tab.monthCell, list: extras.lists.months }]),
  ];
  for (const { row, column, list } of single) {
    if (list.length > 0) retry(() => sheet.getRange(row, column).setDataValidation(listRule(list, true)));
  }
}

/** Sets the list of one cell, of which nothing else may be chosen. */
export function setTabList(
  book: Workbook,
  tab: string,
  { row, column }: { readonly row: number; readonly column: number },
  tabs: readonly string[],
): void {
  retry(() => book.sheet(tab).getRange(row, column).setDataValidation(listRule(tabs, true)));
}

/** Sets the months that a tab's own list offers (its month cell and its columns of months). */
export function setMonthLists(book: Workbook, tab: Tab, months: readonly string[]): void {
  const sheet = book.sheet(tab.name);
  const { monthCell } = tab;
  if (monthCell !== undefined) {
    retry(() => sheet.getRange(monthCell.row, monthCell.column).setDataValidation(listRule(months, true)));
  }
  tab.columns.forEach((column, at) => {
    if (column.list !== 'months') return;
    const range = sheet.getRange(tab.headerRow + 1, at + 1, sheet.getMaxRows() - tab.headerRow, 1);
    retry(() => range.setDataValidation(listRule(months, true)));
  });
}

/** Removes a tab that nobody declared and that holds nothing: the one every new spreadsheet begins with. */
export function removeBlankTab(book: Workbook, declared: readonly string[]): void {
  const sheets = book.native.getSheets();
  const blank = sheets.find((sheet) => sheet.getSheetId() === 0);
  if (blank === undefined || sheets.length < 2 || blank.getLastRow() > 0) return;
  if (!declared.includes(blank.getName())) book.native.deleteSheet(blank);
}

/** Puts a tab in front, so that the file opens with it. */
export function showFirst(book: Workbook, tab: string): void {
  book.native.setActiveSheet(book.sheet(tab));
}

/** Deletes a tab and all that stands in it; nothing where it is not there. */
export function deleteTab(book: Workbook, tab: string): void {
  const sheet = book.native.getSheetByName(tab);
  if (sheet !== null) book.native.deleteSheet(sheet);
  book.forget(tab);
}
