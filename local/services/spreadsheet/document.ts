import { overlaps, without } from '../../state/rect';
import type { ProtectionState, Rect, SheetState, SpreadsheetState } from '../../state/spreadsheet';
import { HEAD_PART, ROWS_PER_BLOCK, rowsPart, sheetPart } from '../../state/spreadsheetCodec';
import { LIMITS } from '../limits';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';

/** Google's words for a cell that somebody else protected. */
export const PROTECTED_MESSAGE =
  'You are trying to edit a protected cell or object. Please contact the spreadsheet owner to remove protection if you need to edit.';
export const NOT_ALLOWED = 'Action not allowed';

/** Everything that a service object needs to reach one tab. */
export interface Tab {
  readonly state: SpreadsheetState;
  readonly sheet: SheetState;
}

/** The stored spreadsheet; throws Google's words when there is none or the person may not read it. */
export function openSpreadsheet(runtime: Runtime, id: string): SpreadsheetState {
  const state = runtime.store.get('spreadsheet', id);
  if (!state) {
    const file = runtime.store.get('file', id);
    throw new GoogleError(
      file && runtime.may('read', id)
        ? `Service Spreadsheets failed while accessing document with id ${id}.`
        : 'Unexpected error while getting the method or property openById on object SpreadsheetApp.',
    );
  }
  if (!runtime.may('read', id)) {
    throw new GoogleError('You do not have permission to access the requested document.');
  }
  return state;
}

/** Tabs that scripts can see now: a tab that a form was just linked to shows up late (google.md section 2). */
export function visibleSheets(runtime: Runtime, state: SpreadsheetState): SheetState[] {
  const now = runtime.now();
  return state.sheets.filter((sheet) => sheet.visibleFrom === undefined || sheet.visibleFrom <= now);
}

/** `SpreadsheetApp.flush()`: whatever was on its way is there now, in every spreadsheet. */
export function flushPending(runtime: Runtime): void {
  for (const id of runtime.store.ids('spreadsheet')) {
    const state = runtime.store.get('spreadsheet', id);
    for (const sheet of state?.sheets ?? []) {
      if (sheet.visibleFrom === undefined) continue;
      delete sheet.visibleFrom;
      runtime.store.touch('spreadsheet', id, sheetPart(sheet.sheetId));
    }
  }
}

function stampFile(runtime: Runtime, id: string): void {
  const file = runtime.store.get('file', id);
  const now = runtime.now();
  if (!file || file.updated === now) return;
  file.updated = now;
  runtime.store.touch('file', id);
}

export function touchHead(runtime: Runtime, state: SpreadsheetState): void {
  runtime.store.touch('spreadsheet', state.id, HEAD_PART);
  stampFile(runtime, state.id);
}

/** Everything of a tab but its rows changed: name, sizes, styles of areas, rules, protections. */
export function touchSheet(runtime: Runtime, { state, sheet }: Tab): void {
  runtime.store.touch('spreadsheet', state.id, sheetPart(sheet.sheetId));
  stampFile(runtime, state.id);
}

/** Those rows changed, `row` from 0. */
export function touchRows(runtime: Runtime, { state, sheet }: Tab, row: number, rows: number): void {
  const first = Math.floor(row / ROWS_PER_BLOCK) * ROWS_PER_BLOCK;
  for (let block = first; block < row + rows; block += ROWS_PER_BLOCK) {
    runtime.store.touch('spreadsheet', state.id, rowsPart(sheet.sheetId, block));
  }
  stampFile(runtime, state.id);
}

/** The rows that hold anything within the rectangle, and the tab's own part. */
export function touchArea(runtime: Runtime, tab: Tab, area: Rect): void {
  touchSheet(runtime, tab);
  touchRows(runtime, tab, area.row, Math.max(0, Math.min(area.rows, tab.sheet.rows.length - area.row)));
}

/** The whole tab, for what moves rows; `oldLength` = stored rows before. */
export function touchTab(runtime: Runtime, tab: Tab, oldLength: number): void {
  touchSheet(runtime, tab);
  touchRows(runtime, tab, 0, Math.max(oldLength, tab.sheet.rows.length));
}

/** True when that account passes this protection: its owner, its editors, and everybody where it only warns. */
export function passesProtection(
  runtime: Runtime,
  state: SpreadsheetState,
  protection: ProtectionState,
): boolean {
  if (protection.warningOnly) return true;
  const person = runtime.execution.effectiveUser;
  const file = runtime.store.get('file', state.id);
  if (file?.owner === person) return true;
  if (protection.editors?.includes(person)) return true;
  return protection.editors === undefined && runtime.may('write', state.id);
}

function closedPart(sheet: SheetState, protection: ProtectionState): Rect[] {
  let pieces = [protection.rect ?? { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount }];
  for (const open of protection.unprotected ?? []) pieces = pieces.flatMap((piece) => without(piece, open));
  return pieces;
}

/** True when the account of the run may write every cell of the rectangle (undefined = the tab itself). */
export function mayEdit(runtime: Runtime, tab: Tab, area?: Rect): boolean {
  if (!runtime.may('write', tab.state.id)) return false;
  return tab.sheet.protections.every(
    (protection) =>
      passesProtection(runtime, tab.state, protection) ||
      (area
        ? !closedPart(tab.sheet, protection).some((piece) => overlaps(piece, area))
        : protection.kind === 'range'),
  );
}

/** Throws Google's words when the account of the run may not write there. */
export function requireEdit(runtime: Runtime, tab: Tab, area?: Rect): void {
  requireSheet(tab);
  requireWrite(runtime, tab.state);
  if (tab.sheet.protections.length > 0 && !mayEdit(runtime, tab, area))
    throw new GoogleError(PROTECTED_MESSAGE);
}

/** Throws when the account may only look at the file. */
export function requireWrite(runtime: Runtime, state: SpreadsheetState): void {
  if (!runtime.may('write', state.id)) throw new GoogleError(NOT_ALLOWED);
}

/** A script may hold a tab that was deleted since. */
export function requireSheet({ state, sheet }: Tab): void {
  if (!state.sheets.includes(sheet)) throw new GoogleError(`Sheet ${sheet.sheetId} not found`);
}

/** 10,000,000 cells in one spreadsheet (google.md section 1). */
export function requireRoom(state: SpreadsheetState, moreCells: number): void {
  const cells = state.sheets.reduce((sum, sheet) => sum + sheet.rowCount * sheet.columnCount, 0);
  if (cells + moreCells > LIMITS.cells) {
    throw new GoogleError(
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
    );
  }
}
