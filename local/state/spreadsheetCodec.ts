import type { RowState, SheetState, SpreadsheetState } from './spreadsheet';
import type { Codec } from './store';

/** Rows in one journal part. Small, because a script mostly writes one row here and one there. */
export const ROWS_PER_BLOCK = 32;

/** Part names: `head`, `sheet/<id>`, `sheet/<id>/rows/<block>`. */
export const HEAD_PART = 'head';
export function sheetPart(sheetId: number): string {
  return `sheet/${sheetId}`;
}
export function rowsPart(sheetId: number, row: number): string {
  return `sheet/${sheetId}/rows/${Math.floor(row / ROWS_PER_BLOCK)}`;
}

interface Head extends Omit<SpreadsheetState, 'sheets'> {
  order: number[];
}
/** A row of values only is written as a plain list. */
type StoredRow = RowState | RowState['values'] | null;

function emptySheet(sheetId: number): SheetState {
  return {
    sheetId,
    name: '',
    hidden: false,
    rowCount: 0,
    columnCount: 0,
    frozenRows: 0,
    frozenColumns: 0,
    rows: [],
    styleTable: [],
    styleAreas: [],
    validations: [],
    columnWidths: {},
    rowHeights: {},
    hiddenRows: [],
    hiddenColumns: [],
    merges: [],
    protections: [],
    conditionalFormats: [],
    charts: [],
  };
}

function storedRow(row: RowState | null | undefined): StoredRow {
  if (!row) return null;
  const { values, ...rest } = row;
  return Object.keys(rest).length === 0 ? values : row;
}

function readBlock(sheet: SheetState, block: number): StoredRow[] | undefined {
  const start = block * ROWS_PER_BLOCK;
  const rows: StoredRow[] = [];
  for (let row = start; row < start + ROWS_PER_BLOCK && row < sheet.rows.length; row++) {
    rows.push(storedRow(sheet.rows[row]));
  }
  while (rows.length > 0 && rows.at(-1) === null) rows.pop();
  return rows.length > 0 ? rows : undefined;
}

function writeBlock(sheet: SheetState, block: number, stored: StoredRow[]): void {
  const start = block * ROWS_PER_BLOCK;
  for (let index = 0; index < ROWS_PER_BLOCK; index++) {
    const row = stored[index];
    if (row) sheet.rows[start + index] = Array.isArray(row) ? { values: row } : row;
    else delete sheet.rows[start + index];
  }
}

/** A spreadsheet in journal parts: what changed seldom, each tab without its rows, and each block of rows. */
export const spreadsheetCodec: Codec<SpreadsheetState> = {
  parts(document) {
    const parts = [HEAD_PART];
    for (const sheet of document.sheets) {
      parts.push(sheetPart(sheet.sheetId));
      for (let row = 0; row < sheet.rows.length; row += ROWS_PER_BLOCK) {
        if (readBlock(sheet, row / ROWS_PER_BLOCK)) parts.push(rowsPart(sheet.sheetId, row));
      }
    }
    return parts;
  },

  read(document, part) {
    if (part === HEAD_PART) {
      const { sheets, ...head } = document;
      return { ...head, order: sheets.map((sheet) => sheet.sheetId) } satisfies Head;
    }
    const [, id, , block] = part.split('/');
    const sheet = document.sheets.find((candidate) => candidate.sheetId === Number(id));
    if (!sheet) return undefined;
    if (block !== undefined) return readBlock(sheet, Number(block));
    const { rows: _rows, ...rest } = sheet;
    return rest;
  },

  write(document, part, json) {
    const state: SpreadsheetState = document ?? {
      id: '',
      locale: '',
      timeZone: '',
      sheets: [],
      namedRanges: [],
      nextSheetNumber: 2,
    };
    if (part === HEAD_PART) {
      const { order, ...head } = json as Head;
      const known = new Map(state.sheets.map((sheet) => [sheet.sheetId, sheet]));
      for (const key of ['metadata', 'settings'] as const) delete state[key];
      return Object.assign(state, head, { sheets: order.map((id) => known.get(id) ?? emptySheet(id)) });
    }
    const [, id, , block] = part.split('/');
    const sheetId = Number(id);
    const place = state.sheets.findIndex((candidate) => candidate.sheetId === sheetId);
    if (json === undefined || json === null) {
      const sheet = state.sheets[place];
      if (sheet && block !== undefined) writeBlock(sheet, Number(block), []);
      else if (sheet) state.sheets.splice(place, 1);
      return state;
    }
    const sheet = state.sheets[place] ?? emptySheet(sheetId);
    if (block !== undefined) writeBlock(sheet, Number(block), json as StoredRow[]);
    const current = block === undefined ? { ...(json as Omit<SheetState, 'rows'>), rows: sheet.rows } : sheet;
    if (place < 0) state.sheets.push(current);
    else state.sheets[place] = current;
    return state;
  },
};
