import { touchForm } from './touch';
import type { Answer, FormItem, FormResponseState, FormState, LinkedColumn } from '../../state/form';
import { valueAt } from '../../state/sheetCells';
import type { SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { serialOfInstant } from '../spreadsheet/cellTime';
import {
  addResponseColumns,
  appendResponseRow,
  createResponseTab,
  renameResponseColumn,
  unlinkResponseTab,
  updateResponseRow,
} from '../spreadsheet/linked';
import { rowOf } from './checkAnswers';
import { isGrid, isQuestion } from './itemState';

/** The row that an answer made or changed in the linked tab, as the submit event tells it. */
export interface LinkedRow {
  spreadsheetId: string;
  sheetId: number;
  /** From 1. */
  row: number;
  /** Strings in column order, the timestamp first; '' for what an edit left alone. */
  values: string[];
  /** By column title; several columns of one title share a list. */
  namedValues: Record<string, string[]>;
}

/**
 * Links the form to a spreadsheet: always a NEW tab, even when it was linked before, with all answers given so
 * far; an old tab stays with what is in it (google.md section 2).
 */
export function linkForm(runtime: Runtime, form: FormState, spreadsheetId: string): void {
  const book = runtime.store.get('spreadsheet', spreadsheetId);
  if (!book) throw new GoogleError('Invalid argument: id');
  unlinkForm(runtime, form);
  const columns = columnsOf(runtime, form);
  const headers = columns.map((column) => column.header);
  const tab = createResponseTab(runtime, book, form.id, headers, runtime.switches.linkedTabDelay);
  form.destination = { spreadsheetId, sheetId: tab.sheetId, columns };
  for (const response of form.responses) {
    delete response.row;
    appendLinked(runtime, form, response);
    runtime.store.touch('form', form.id, `response/${response.id}`);
  }
  touchForm(runtime, form.id);
}

/** Ends the link; the tab stays as an ordinary one. */
export function unlinkForm(runtime: Runtime, form: FormState): void {
  const book = linkedBook(runtime, form);
  if (book && form.destination) unlinkResponseTab(runtime, book, form.destination.sheetId);
  if (!form.destination) return;
  delete form.destination;
  touchForm(runtime, form.id);
}

/** The spreadsheet of the link, while it and the tab are there. */
function linkedBook(runtime: Runtime, form: FormState): SpreadsheetState | undefined {
  const link = form.destination;
  const book = link ? runtime.store.get('spreadsheet', link.spreadsheetId) : undefined;
  return book?.sheets.some((sheet) => sheet.sheetId === link?.sheetId) ? book : undefined;
}

/** Columns of a fresh tab: the time, the address when it is collected, then the questions in order. */
function columnsOf(runtime: Runtime, form: FormState): LinkedColumn[] {
  const id = runtime.switches.language === 'id';
  const untitled = id ? 'Pertanyaan Tanpa Judul' : 'Untitled Question';
  const columns: LinkedColumn[] = [{ key: 'time', header: id ? 'Stempel waktu' : 'Timestamp' }];
  if (form.collectEmail !== 'off') {
    columns.push({ key: 'email', header: id ? 'Alamat Email' : 'Email Address' });
  }
  const questions = form.items.filter(isQuestion);
  return [...columns, ...questions.flatMap((item) => columnsOfItem(item, item.title || untitled))];
}

/** One column a question, one a row of a grid under `Title [Row]` (google.md section 2). */
function columnsOfItem(item: FormItem, title: string): LinkedColumn[] {
  if (!isGrid(item)) return [{ key: String(item.id), header: title }];
  return (item.rows ?? []).map((row, index) => ({ key: `${item.id}:${index}`, header: `${title} [${row}]` }));
}

/**
 * Brings the tab's columns up to the questions: a new one is appended at the right, a deleted one keeps its
 * column, a new title is written over the old (google.md section 2).
 */
export function syncColumns(runtime: Runtime, form: FormState): void {
  const link = form.destination;
  const book = linkedBook(runtime, form);
  if (!link || !book) return;
  const fresh: LinkedColumn[] = [];
  for (const wanted of columnsOf(runtime, form)) {
    const index = link.columns.findIndex((column) => column.key === wanted.key);
    const have = link.columns[index];
    if (!have) fresh.push(wanted);
    else if (have.header !== wanted.header) {
      have.header = wanted.header;
      renameResponseColumn(runtime, book, link.sheetId, index + 1, wanted.header);
    } else continue;
    touchForm(runtime, form.id);
  }
  if (fresh.length === 0) return;
  const first = addResponseColumns(
    runtime,
    book,
    link.sheetId,
    fresh.map((column) => column.header),
  );
  // A column that somebody put beside the answers is left alone: it has no question.
  while (link.columns.length < first - 1) link.columns.push({ key: '', header: '' });
  link.columns.push(...fresh);
}

/** What stands in a column after the timestamp for that response. */
function cellOf(column: LinkedColumn, response: FormResponseState): string {
  if (column.key === 'email') return response.email;
  const [itemId = '', row] = column.key.split(':');
  return answerText(response.answers[itemId], row === undefined ? undefined : Number(row));
}

/** An answer as the linked tab shows it: several choices with comma and blank between them. */
export function answerText(answer: Answer | undefined, row: number | undefined): string {
  if (answer === undefined) return '';
  if (row !== undefined) return rowOf(answer, row).join(', ');
  return typeof answer === 'string' ? answer : answer.flatMap((part) => part ?? []).join(', ');
}

/** Appends the response's row; undefined when the form is not linked or its tab is gone. */
export function appendLinked(
  runtime: Runtime,
  form: FormState,
  response: FormResponseState,
): LinkedRow | undefined {
  const book = linkedBook(runtime, form);
  const link = form.destination;
  if (!link || !book) return undefined;
  syncColumns(runtime, form);
  const cells = link.columns.slice(1).map((column) => cellOf(column, response));
  const written = appendResponseRow(runtime, book, link.sheetId, { time: response.timestamp, cells });
  return linkedRow(form, response, written);
}

/**
 * Writes the response's row anew where it stands, with the response's new time; only the answers of `edited`
 * items are written, and the others are '' in the event. `before` is the time that the row carries. A row that
 * somebody deleted comes back at the end.
 */
export function updateLinked(
  runtime: Runtime,
  form: FormState,
  response: FormResponseState,
  edited: Set<string>,
  before: number,
): LinkedRow | undefined {
  const book = linkedBook(runtime, form);
  const link = form.destination;
  if (!link || !book) return undefined;
  syncColumns(runtime, form);
  const row = findRow(runtime, book, link.sheetId, response.row, before);
  if (row === undefined) return appendLinked(runtime, form, response);
  const cells = link.columns.slice(1).map((column) => {
    const changed = column.key === 'email' || edited.has(column.key.split(':')[0] ?? '');
    return changed ? cellOf(column, response) : null;
  });
  const written = updateResponseRow(runtime, book, link.sheetId, row, { time: response.timestamp, cells });
  return linkedRow(form, response, written);
}

/** Where the row with that time stands now: rows above it may have been deleted or sorted since. From 1. */
function findRow(
  runtime: Runtime,
  book: SpreadsheetState,
  sheetId: number,
  known: number | undefined,
  time: number,
): number | undefined {
  const sheet = book.sheets.find((candidate) => candidate.sheetId === sheetId);
  if (!sheet || known === undefined) return undefined;
  const serial = serialOfInstant(runtime, Math.floor(time / 1000) * 1000, book.timeZone);
  const carries = (row: number): boolean => valueAt(sheet, row - 1, 0) === serial;
  if (carries(known)) return known;
  for (let row = 2; row <= sheet.rows.length; row++) if (carries(row)) return row;
  return undefined;
}

function linkedRow(
  form: FormState,
  response: FormResponseState,
  written: { row: number; values: string[] },
): LinkedRow | undefined {
  const link = form.destination;
  if (!link) return undefined;
  response.row = written.row;
  const namedValues: Record<string, string[]> = {};
  link.columns.forEach((column, index) => {
    if (column.header !== '') (namedValues[column.header] ??= []).push(written.values[index] ?? '');
  });
  return { spreadsheetId: link.spreadsheetId, sheetId: link.sheetId, ...written, namedValues };
}
