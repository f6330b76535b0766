import { parseA1, rectToA1 } from '../../state/a1';
import { formulaAt, valueAt } from '../../state/sheetCells';
import { validationAt } from '../../state/sheetStyles';
import type { Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import type { Tab } from './document';
import { openSpreadsheet, requireEdit } from './document';
import { growTo } from './lines';
import { Range } from './range';
import { requireInside } from './rangeArea';
import { writeMatrix } from './writeCells';

export interface PersonEdit {
  spreadsheetId: string;
  sheetId: number;
  a1: string;
  /** As typed into one cell, or rows of texts as pasted. */
  text: string | string[][];
}
/** For the edit event: `oldValue` and `value` exist only where one cell was changed (Google's event reference). */
export interface PersonEdited {
  range: string;
  oldValue: string | undefined;
  value: string | undefined;
}

function tabOf(runtime: Runtime, spreadsheetId: string, sheetId: number): Tab {
  const state = openSpreadsheet(runtime, spreadsheetId);
  const sheet = state.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet) throw new GoogleError(`Sheet ${sheetId} not found`);
  return { state, sheet };
}

/**
 * A person types into a cell or pastes a block; the run's effective user is the person. Throws Google's words for a
 * protected cell, for a file that she may only read, and for what a validation rule refuses (its help text where it
 * has one). Ticking a checkbox is the text `TRUE`. Clearing is ''. Fires nothing: triggers are the caller's.
 */
export function editCellAsPerson(runtime: Runtime, edit: PersonEdit): PersonEdited {
  const tab = tabOf(runtime, edit.spreadsheetId, edit.sheetId);
  const start = parseA1(edit.a1, tab.sheet)?.rect;
  if (!start) throw new GoogleError('Range not found');
  const texts = typeof edit.text === 'string' ? fill(start, edit.text) : edit.text;
  const area = { ...start, rows: texts.length, columns: Math.max(1, ...texts.map((line) => line.length)) };
  requireEdit(runtime, tab, area);
  if (typeof edit.text === 'string') requireInside(tab.sheet, area);
  else growTo(runtime, tab, area);
  const single = area.rows === 1 && area.columns === 1;
  const oldValue = single ? eventText(tab, area) : undefined;
  const matrix = texts.map((line) => Array.from({ length: area.columns }, (_, right) => line[right] ?? ''));
  try {
    writeMatrix(runtime, tab, area, matrix);
  } catch (error) {
    throw withHelpText(tab, area, error);
  }
  return { range: rectToA1(area), oldValue, value: single ? eventText(tab, area) : undefined };
}

function fill(area: Rect, text: string): string[][] {
  return Array.from({ length: area.rows }, () => Array.from({ length: area.columns }, () => text));
}

/** Event values are texts: numbers and dates as plain numbers, TRUE and FALSE; undefined for an empty cell. */
function eventText({ sheet }: Tab, { row, column }: Rect): string | undefined {
  const value = formulaAt(sheet, row, column) ?? valueAt(sheet, row, column);
  if (value === null) return undefined;
  return typeof value === 'boolean' ? String(value).toUpperCase() : String(value);
}

function withHelpText({ sheet }: Tab, area: Rect, error: unknown): unknown {
  if (!(error instanceof GoogleError) || !error.message.includes('data validation rules')) return error;
  const helpText = validationAt(sheet, area.row, area.column)?.helpText;
  return helpText ? new GoogleError(helpText) : error;
}

/** A range for an event object; undefined when the tab is gone. */
export function rangeObject(
  runtime: Runtime,
  spreadsheetId: string,
  sheetId: number,
  a1: string,
): Range | undefined {
  const state = runtime.store.get('spreadsheet', spreadsheetId);
  const sheet = state?.sheets.find((candidate) => candidate.sheetId === sheetId);
  const area = sheet && parseA1(a1, sheet)?.rect;
  return state && sheet && area ? new Range(runtime, { state, sheet }, area) : undefined;
}
