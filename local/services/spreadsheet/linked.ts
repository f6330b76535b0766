import { insertLines } from '../../state/sheetShift';
import { ensureRow, lastColumn, lastRow, newSheet, putValue } from '../../state/sheetCells';
import { attributeReader, setOwnStyle } from '../../state/sheetStyles';
import type { SheetState, SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { serialOfInstant } from './cellTime';
import type { Tab } from './document';
import { touchHead, touchRows, touchSheet } from './document';
import { cellText } from './displayText';
import { localeHabits } from './locale';
import { newSheetId } from './sheetNames';
import { parseTyped } from './typedInput';

/**
 * Size of a fresh linked tab: as any new tab (google.md section 2). What Google gives it is an open point (10.18), but
 * its own sample offsite-activity-signup writes 150 rows below the header of one at once.
 */
const ROWS = 1000;
const COLUMNS = 26;

/** Localized name without its number (google.md section 2). */
const TAB_NAME = { en: 'Form Responses', id: 'Jawaban Formulir' } as const;

/** `cells` are the columns after the timestamp, in order; null in an edit = this answer was not changed. */
export interface ResponseRow {
  time: number;
  cells: (string | null)[];
}
export interface WrittenResponse {
  /** From 1. */
  row: number;
  /** `e.values`: display texts, timestamp first. */
  values: string[];
}

/**
 * The tab that `Form.setDestination` adds: in front of the others, header row frozen, seen by scripts after
 * `delayMs` or a flush. `headers` begins with the timestamp's title.
 */
export function createResponseTab(
  runtime: Runtime,
  spreadsheet: SpreadsheetState,
  formId: string,
  headers: string[],
  delayMs: number,
): SheetState {
  const base = TAB_NAME[runtime.switches.language];
  const taken = new Set(spreadsheet.sheets.map((sheet) => sheet.name));
  let number = 1;
  while (taken.has(`${base} ${number}`)) number++;
  const sheet = newSheet(
    newSheetId(runtime, spreadsheet),
    `${base} ${number}`,
    ROWS,
    Math.max(COLUMNS, headers.length),
  );
  sheet.formId = formId;
  sheet.frozenRows = 1;
  if (delayMs > 0) sheet.visibleFrom = runtime.now() + delayMs;
  sheet.rows[0] = { values: [...headers] };
  spreadsheet.sheets.unshift(sheet);
  touchHead(runtime, spreadsheet);
  touchSheet(runtime, { state: spreadsheet, sheet });
  touchRows(runtime, { state: spreadsheet, sheet }, 0, 1);
  return sheet;
}

function linkedTab(spreadsheet: SpreadsheetState, sheetId: number): Tab {
  const sheet = spreadsheet.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
  return { state: spreadsheet, sheet };
}

/**
 * Answers become numbers and dates as typed text does, but never formulas: a leading `=` stays text (google.md
 * section 4, general knowledge).
 */
function writeAnswers(runtime: Runtime, tab: Tab, row: number, answer: ResponseRow): void {
  const { state, sheet } = tab;
  const habits = localeHabits(state.locale);
  const year = new Date(runtime.now()).getUTCFullYear();
  const target = ensureRow(sheet, row);
  const width = answer.cells.length + 1;
  const formatOf = attributeReader(sheet, { row, column: 0, rows: 1, columns: width }, 'numberFormat');
  putValue(target, 0, serialOfInstant(runtime, Math.floor(answer.time / 1000) * 1000, state.timeZone));
  if (formatOf(target, row, 0) === undefined)
    setOwnStyle(sheet, row, 0, { numberFormat: habits.dateTimePattern });
  answer.cells.forEach((text, index) => {
    if (text === null) return;
    const column = index + 1;
    const format = formatOf(target, row, column);
    const typed = parseTyped(text, { locale: state.locale, format, year });
    const literal = typed.kind === 'formula' || text.startsWith("'");
    putValue(target, column, literal ? text : typed.value);
    if (!literal && typed.format !== undefined && format === undefined) {
      setOwnStyle(sheet, row, column, { numberFormat: typed.format });
    }
  });
  touchRows(runtime, tab, row, 1);
  touchSheet(runtime, tab);
}

function shown(runtime: Runtime, { state, sheet }: Tab, row: number, width: number): string[] {
  return Array.from({ length: width }, (_, column) => cellText(runtime.platform, state, sheet, row, column));
}

/** A new answer: the row below the last one with content, in a new row where the tab is full. */
export function appendResponseRow(
  runtime: Runtime,
  spreadsheet: SpreadsheetState,
  sheetId: number,
  answer: ResponseRow,
): WrittenResponse {
  const tab = linkedTab(spreadsheet, sheetId);
  const row = Math.max(1, lastRow(tab.sheet));
  if (row >= tab.sheet.rowCount) insertLines(spreadsheet, tab.sheet, 'rows', tab.sheet.rowCount, 1, 'before');
  writeAnswers(runtime, tab, row, answer);
  return { row: row + 1, values: shown(runtime, tab, row, answer.cells.length + 1) };
}

/**
 * An edited answer: the same row, with the time of the edit; `values` are empty where nothing was changed
 * (google.md section 2). `row` counts from 1.
 */
export function updateResponseRow(
  runtime: Runtime,
  spreadsheet: SpreadsheetState,
  sheetId: number,
  row: number,
  answer: ResponseRow,
): WrittenResponse {
  const tab = linkedTab(spreadsheet, sheetId);
  if (row > tab.sheet.rowCount) return appendResponseRow(runtime, spreadsheet, sheetId, answer);
  writeAnswers(runtime, tab, row - 1, answer);
  const values = shown(runtime, tab, row - 1, answer.cells.length + 1);
  return {
    row,
    values: values.map((text, column) => (column > 0 && answer.cells[column - 1] === null ? '' : text)),
  };
}

/** Questions that were added after linking get columns at the right; gives the first one's number, from 1. */
export function addResponseColumns(
  runtime: Runtime,
  spreadsheet: SpreadsheetState,
  sheetId: number,
  headers: string[],
): number {
  const tab = linkedTab(spreadsheet, sheetId);
  const first = Math.max(1, lastColumn(tab.sheet));
  const missing = first + headers.length - tab.sheet.columnCount;
  if (missing > 0) insertLines(spreadsheet, tab.sheet, 'columns', tab.sheet.columnCount, missing, 'before');
  headers.forEach((header, index) => putValue(ensureRow(tab.sheet, 0), first + index, header));
  touchRows(runtime, tab, 0, 1);
  touchSheet(runtime, tab);
  return first + 1;
}

/** A question was retitled: its column's header follows. `column` counts from 1. */
export function renameResponseColumn(
  runtime: Runtime,
  spreadsheet: SpreadsheetState,
  sheetId: number,
  column: number,
  header: string,
): void {
  const tab = linkedTab(spreadsheet, sheetId);
  putValue(ensureRow(tab.sheet, 0), column - 1, header);
  touchRows(runtime, tab, 0, 1);
}

/** `Form.removeDestination`: the tab and its rows stay, as an ordinary tab. */
export function unlinkResponseTab(runtime: Runtime, spreadsheet: SpreadsheetState, sheetId: number): void {
  const tab = linkedTab(spreadsheet, sheetId);
  delete tab.sheet.formId;
  touchSheet(runtime, tab);
}
