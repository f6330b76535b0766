import type { CellImageState, CellValue, RowState, SheetState } from './spreadsheet';

/** The stored row, undefined where nothing was ever written. */
export function rowAt(sheet: SheetState, row: number): RowState | undefined {
  return sheet.rows[row] ?? undefined;
}

/** The stored row, made when missing. */
export function ensureRow(sheet: SheetState, row: number): RowState {
  return (sheet.rows[row] ??= { values: [] });
}

export function valueAt(sheet: SheetState, row: number, column: number): CellValue {
  return rowAt(sheet, row)?.values[column] ?? null;
}

/** The formula's text with its `=`, undefined where the cell holds none. */
export function formulaAt(sheet: SheetState, row: number, column: number): string | undefined {
  return rowAt(sheet, row)?.formulas?.[column];
}

/** Puts a value into a row and takes a formula, rich text and a picture away; keeps the list without empty end. */
export function putValue(row: RowState, column: number, value: CellValue): void {
  if (row.formulas) dropKey(row, 'formulas', column);
  if (row.richText) dropKey(row, 'richText', column);
  if (row.images) dropKey(row, 'images', column);
  const { values } = row;
  if (value !== null) {
    while (values.length < column) values.push(null);
    values[column] = value;
    return;
  }
  if (column < values.length) {
    values[column] = null;
    trimRow(values);
  }
}

/** A formula is kept as its text and never computed. */
export function putFormula(row: RowState, column: number, formula: string): void {
  putValue(row, column, '');
  (row.formulas ??= {})[column] = formula;
}

/** A picture is a value of its own: the cell is not empty and shows no text. */
export function putImage(row: RowState, column: number, image: CellImageState): void {
  putValue(row, column, '');
  (row.images ??= {})[column] = { ...image };
}

/** Takes one entry out of a row's map, and the map with its last entry. */
export function dropKey(
  row: RowState,
  map: 'formulas' | 'styles' | 'notes' | 'richText' | 'images',
  column: number,
): void {
  const entries = row[map];
  if (!entries || !(column in entries)) return;
  delete entries[column];
  for (const _ in entries) return;
  delete row[map];
}

export function trimRow(values: CellValue[]): void {
  while (values.length > 0 && values[values.length - 1] === null) values.pop();
}

/** Number of the last row with content, 0 in an empty tab. */
export function lastRow(sheet: SheetState): number {
  for (let row = sheet.rows.length - 1; row >= 0; row--) {
    if ((sheet.rows[row]?.values.length ?? 0) > 0) return row + 1;
  }
  return 0;
}

/** Number of the last column with content, 0 in an empty tab. */
export function lastColumn(sheet: SheetState): number {
  let last = 0;
  for (const row of sheet.rows) if (row && row.values.length > last) last = row.values.length;
  return last;
}

/** A fresh tab of that size, 1000 × 26 as Google's (google.md section 1). */
export function newSheet(sheetId: number, name: string, rowCount = 1000, columnCount = 26): SheetState {
  return {
    sheetId,
    name,
    hidden: false,
    rowCount,
    columnCount,
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
