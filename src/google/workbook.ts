import type { Cell } from '../core/patch';
import type { Tab } from '../core/tabs';
import { forSheet, fromSheet, type Read } from './cells';
import { setLooks } from './looks';
import { openToEnd } from './openRows';
import { retry } from './retry';
import { setZone } from './zone';

/** A rectangle, from 1. */
export interface Area {
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

type Sheet = GoogleAppsScript.Spreadsheet.Sheet;

/** Words and where they lead. */
export interface Linked {
  readonly text: string;
  readonly url: string;
}

const SPARE_ROWS = 500;

/** Makes a list so long, in its place. */
function fillUp<T>(list: T[], length: number, more: () => T): T[] {
  while (list.length < length) list.push(more());
  return list;
}

/**
 * A spreadsheet, opened once, with the declarations of its tabs (their columns of text are written as text).
 * Tabs are found by name; a missing one throws with its name.
 */
export class Workbook {
  readonly id: string;
  private readonly file: GoogleAppsScript.Spreadsheet.Spreadsheet;
  private declared: Readonly<Record<string, Tab>>;
  private readonly sheets: Record<string, Sheet> = {};
  private knownZone = '';
  /** Tabs that were just made large enough for what is written next. */
  private readonly roomy: Record<string, true> = {};

  constructor(file: GoogleAppsScript.Spreadsheet.Spreadsheet, tabs: readonly Tab[]) {
    this.file = file;
    this.id = file.getId();
    this.declared = Object.fromEntries(tabs.map((tab) => [tab.name, tab]));
  }

  /** Tabs that look otherwise than was declared at first: their columns depend on the reports in use. */
  declare(tabs: readonly Tab[]): void {
    this.declared = { ...this.declared, ...Object.fromEntries(tabs.map((tab) => [tab.name, tab])) };
  }

  get name(): string {
    return this.file.getName();
  }

  rename(name: string): void {
    this.file.rename(name);
  }

  get url(): string {
    return this.file.getUrl();
  }

  /** IANA name of the spreadsheet's own zone. */
  get zone(): string {
    this.knownZone = this.knownZone || this.file.getSpreadsheetTimeZone();
    return this.knownZone;
  }

  /** Sets the IANA zone and Indonesian number signs where they differ. */
  setZone(zone: string): void {
    setZone(this.file, zone);
    this.knownZone = zone;
  }

  has(tab: string): boolean {
    return this.find(tab) !== undefined;
  }

  /** Names of all tabs, in their order. */
  tabs(): string[] {
    return this.file.getSheets().map((sheet) => sheet.getName());
  }

  /** Number in the address of a tab (`#gid=…`). */
  tabId(tab: string): number {
    return this.sheet(tab).getSheetId();
  }

  /** Rows that the tab has, whether they hold anything or not. */
  rowsOf(tab: string): number {
    return this.sheet(tab).getMaxRows();
  }

  /** Last row that holds anything; 0 = empty. */
  lastRow(tab: string): number {
    return this.sheet(tab).getLastRow();
  }

  /** A rectangle of values; cells beyond the tab's edge come as ''. One call. */
  read(tab: string, area: Area): Read[][] {
    const sheet = this.sheet(tab);
    const rows = Math.min(area.rows, sheet.getMaxRows() - area.row + 1);
    const columns = Math.min(area.columns, sheet.getMaxColumns() - area.column + 1);
    const found =
      rows < 1 || columns < 1
        ? []
        : retry(() => sheet.getRange(area.row, area.column, rows, columns).getValues());
    const values = fromSheet(found, () => this.zone);
    for (const line of values) fillUp(line, area.columns, () => '');
    return fillUp(values, area.rows, () => Array.from({ length: area.columns }, () => ''));
  }

  /** Everything from A1 to the last row and column that hold something. One call. */
  readAll(tab: string): Read[][] {
    const sheet = this.sheet(tab);
    return fromSheet(
      retry(() => sheet.getDataRange().getValues()),
      () => this.zone,
    );
  }

  /** The same as people see it (`getDisplayValues`): for tabs that people type into. One call. */
  readShown(tab: string): string[][] {
    const sheet = this.sheet(tab);
    return retry(() => sheet.getDataRange().getDisplayValues());
  }

  /** Writes a rectangle, the tab growing where it is too small. One call. */
  write(tab: string, row: number, column: number, values: readonly (readonly Cell[])[]): void {
    const first = values[0];
    if (first === undefined || first.length === 0) return;
    const sheet = this.sheet(tab);
    if (this.roomy[tab] === undefined) this.grow(sheet, row + values.length - 1, column + first.length - 1);
    delete this.roomy[tab];
    const safe = values.map((line) =>
      line.map((value, at) => forSheet(value, this.isText(tab, column + at))),
    );
    retry(() => sheet.getRange(row, column, values.length, first.length).setValues(safe));
  }

  /**
   * First cells of rows of `columns` columns that are written next, by one call of `write`; the tab grows where it is
   * too small, so that looking costs one call.
   */
  firstCells(tab: string, row: number, rows: number, columns: number): Read[] {
    const sheet = this.sheet(tab);
    this.grow(sheet, row + rows - 1, columns);
    this.roomy[tab] = true;
    const found = retry(() => sheet.getRange(row, 1, rows, 1).getValues());
    return fromSheet(found, () => this.zone).map(([cell = '']) => cell);
  }

  /** Takes the tick of a checkbox away and writes the cells to its right, both in one call. */
  untick(tab: string, row: number, column: number, beside: readonly Cell[] = []): void {
    const sheet = this.sheet(tab);
    const safe = beside.map((value, at) => forSheet(value, this.isText(tab, column + 1 + at)));
    retry(() => sheet.getRange(row, column, 1, 1 + safe.length).setValues([[false, ...safe]]));
  }

  /** Writes a column of links: `texts[i]` linked to `urls[i]`, plain where there is no address. One call. */
  writeLinks(
    tab: string,
    row: number,
    column: number,
    texts: readonly string[],
    urls: readonly (string | undefined)[],
  ): void {
    const sheet = this.sheet(tab);
    this.grow(sheet, row + texts.length - 1, column);
    const rich = texts.map((text, at) => {
      const url = urls[at];
      const builder = SpreadsheetApp.newRichTextValue().setText(text);
      return [(url === undefined || text === '' ? builder : builder.setLinkUrl(url)).build()];
    });
    if (rich.length > 0) retry(() => sheet.getRange(row, column, rich.length, 1).setRichTextValues(rich));
  }

  /** Writes a cell of text in which the links' texts, in their order, lead to their addresses. One call. */
  writeLinked(tab: string, row: number, column: number, text: string, links: readonly Linked[]): void {
    const builder = SpreadsheetApp.newRichTextValue().setText(text);
    let from = 0;
    for (const link of links) {
      const at = text.indexOf(link.text, from);
      if (at < 0) continue;
      from = at + link.text.length;
      builder.setLinkUrl(at, from, link.url);
    }
    const rich = builder.build();
    retry(() => this.sheet(tab).getRange(row, column).setRichTextValue(rich));
  }

  /** Writes rows after the last one that holds anything. Two calls. Not atomic: only while holding the lock. */
  append(tab: string, values: readonly (readonly Cell[])[]): number {
    const row = this.sheet(tab).getLastRow() + 1;
    this.write(tab, row, 1, values);
    return row;
  }

  /** Empties cells and keeps their format. One call. */
  clear(tab: string, area: Area): void {
    const sheet = this.sheet(tab);
    retry(() => sheet.getRange(area.row, area.column, area.rows, area.columns).clearContent());
  }

  /** Row of the cell of column `column` that is exactly `text`; undefined where there is none. One call. */
  findRow(tab: string, column: number, text: string): number | undefined {
    const sheet = this.sheet(tab);
    const rows = sheet.getMaxRows();
    const finder = sheet
      .getRange(1, column, rows, 1)
      .createTextFinder(text)
      .matchEntireCell(true)
      .matchCase(true);
    return retry(() => finder.findNext())?.getRow();
  }

  deleteRows(tab: string, row: number, count: number): void {
    this.sheet(tab).deleteRows(row, count);
  }

  /** Takes away the columns behind that one, with what stands in them. */
  narrow(tab: string, columns: number): void {
    const sheet = this.sheet(tab);
    const surplus = sheet.getMaxColumns() - columns;
    if (surplus > 0) sheet.deleteColumns(columns + 1, surplus);
  }

  /** Sorts the rows from `firstRow` on by columns, ascending. One call. */
  sort(tab: string, firstRow: number, columns: readonly number[]): void {
    const sheet = this.sheet(tab);
    const rows = sheet.getLastRow() - firstRow + 1;
    if (rows < 2) return;
    const range = sheet.getRange(firstRow, 1, rows, sheet.getMaxColumns());
    retry(() => range.sort(columns.map((column) => ({ column, ascending: true }))));
  }

  hideRows(tab: string, row: number, count: number): void {
    this.sheet(tab).hideRows(row, count);
  }

  setHidden(tab: string, hidden: boolean): void {
    const sheet = this.sheet(tab);
    if (hidden) sheet.hideSheet();
    else sheet.showSheet();
  }

  /** Shows a tab that is hidden; false where the person may not: showing a protected tab is the owner's. */
  show(tab: string): boolean {
    const sheet = this.sheet(tab);
    try {
      if (sheet.isSheetHidden()) sheet.showSheet();
      return true;
    } catch {
      return false;
    }
  }

  /** Puts the cursor there. A hidden tab is shown first where the person may; else Sheets opens it as it is. */
  select(tab: string, row: number, column: number): void {
    this.show(tab);
    this.sheet(tab).getRange(row, column).activate();
  }

  /** The declaration of a tab; undefined for a tab that is not declared. */
  declaration(tab: string): Tab | undefined {
    return this.declared[tab];
  }

  /** The sheet itself: for `src/google` only. */
  sheet(tab: string): Sheet {
    const found = this.find(tab);
    if (found === undefined) throw new Error(`Tab ${tab} tidak ada di ${this.file.getName()}.`);
    return found;
  }

  /** The spreadsheet itself: for `src/google` only. */
  get native(): GoogleAppsScript.Spreadsheet.Spreadsheet {
    return this.file;
  }

  /** Whether a column (from 1) was set to text (`@`) when the tab was made. */
  private isText(tab: string, column: number): boolean {
    return this.declared[tab]?.columns[column - 1]?.format === '@';
  }

  /** After a tab was deleted: it is looked for again. */
  forget(tab: string): void {
    delete this.sheets[tab];
  }

  private find(tab: string): Sheet | undefined {
    const known = this.sheets[tab];
    if (known !== undefined) return known;
    const found = retry(() => this.file.getSheetByName(tab)) ?? undefined;
    if (found !== undefined) this.sheets[tab] = found;
    return found;
  }

  private grow(sheet: Sheet, rows: number, columns: number): void {
    const lines = sheet.getMaxRows();
    // Rows to spare, so that hardly a report pays for a tab that grows.
    if (rows > lines) {
      sheet.insertRowsAfter(lines, rows - lines + SPARE_ROWS);
      const tab = this.declared[sheet.getName()];
      if (tab?.protection === 'reviewers') openToEnd(sheet, tab.headerRow + 1);
      if (tab !== undefined && tab.looks.length > 0) setLooks(sheet, tab);
    }
    const wide = sheet.getMaxColumns();
    if (columns > wide) sheet.insertColumnsAfter(wide, columns - wide);
  }
}
