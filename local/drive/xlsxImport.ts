import type { Cell, Workbook } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { columnName } from '../state/a1';
import { ensureRow, newSheet, putFormula, putValue } from '../state/sheetCells';
import { setOwnStyle, styleAt } from '../state/sheetStyles';
import type { CellValue, SheetState, SpreadsheetState } from '../state/spreadsheet';
import { HEAD_PART, rowsPart, sheetPart } from '../state/spreadsheetCodec';
import { fileNames } from './xlsx';
import { xlsxFormula } from './xlsxRules';

/** One cell that the file has otherwise, or a tab that only one side has. `text` says it for a person. */
export type XlsxDifference =
  | {
      kind: 'cell';
      sheetId: number;
      row: number;
      column: number;
      before: string;
      after: string;
      text: string;
      value: CellValue;
      formula?: string;
      numberFormat?: string;
    }
  | { kind: 'newSheet'; name: string; text: string; rows: CellValue[][] }
  | { kind: 'missingSheet'; sheetId: number; name: string; text: string };

const DAY = 86400000;
const EPOCH = 25569;

/** A workbook's cell as a spreadsheet keeps it: dates are serial numbers again. */
function kept(value: unknown): CellValue {
  if (value instanceof Date) return Math.round((value.getTime() / DAY + EPOCH) * 86400000) / 86400000;
  if (typeof value === 'string') return value === '' ? null : value;
  return typeof value === 'number' || typeof value === 'boolean' ? value : null;
}

function same(a: CellValue, b: CellValue): boolean {
  if (typeof a === 'number' && typeof b === 'number')
    return Math.abs(a - b) <= 1e-9 * Math.max(1, Math.abs(a));
  return a === b || (typeof a === 'string' && typeof b === 'string' && a.slice(0, 32767) === b);
}
function shown(value: CellValue, formula: string | undefined): string {
  return formula ?? (value === null ? '(empty)' : String(value));
}

/**
 * What the file has otherwise than the spreadsheet: values, formulas, tabs. Looks and rules are not compared. The
 * file says nothing until `applyXlsxDifferences` is asked for.
 */
export async function compareXlsx(state: SpreadsheetState, bytes: Uint8Array): Promise<XlsxDifference[]> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const names = fileNames(state.sheets);
  const differences: XlsxDifference[] = [];
  const found = new Set<string>();
  for (const sheet of state.sheets) {
    const name = names.get(sheet.sheetId) ?? sheet.name;
    const other = workbook.sheets.find((candidate) => candidate.name === name);
    found.add(name);
    if (other) differences.push(...compareSheet(sheet, other));
    else {
      const text = `The tab ${sheet.name} is not in the file.`;
      differences.push({ kind: 'missingSheet', sheetId: sheet.sheetId, name: sheet.name, text });
    }
  }
  for (const other of workbook.sheets) {
    if (found.has(other.name)) continue;
    const rows = other.rows.map((row) => row.map(kept));
    differences.push({
      kind: 'newSheet',
      name: other.name,
      text: `The file has a further tab ${other.name}.`,
      rows,
    });
  }
  return differences;
}

function compareSheet(sheet: SheetState, other: Workbook['sheets'][number]): XlsxDifference[] {
  const differences: XlsxDifference[] = [];
  const rows = Math.max(sheet.rows.length, other.rows.length);
  for (let row = 0; row < rows; row++) {
    const stored = sheet.rows[row];
    const read = other.rows[row] ?? [];
    const columns = Math.max(stored?.values.length ?? 0, read.length);
    for (let column = 0; column < columns; column++) {
      const cell: Cell | undefined = other.cells?.get(`${row},${column}`);
      const after = kept(read[column]);
      const formula = cell?.formula === undefined ? undefined : `=${cell.formula}`;
      const beforeFormula = stored?.formulas?.[column];
      const before = beforeFormula === undefined ? (stored?.values[column] ?? null) : null;
      // A picture in a cell is not in the file; only something written over it counts.
      if (stored?.images?.[column] && after === null && formula === undefined) continue;
      const equal =
        beforeFormula !== undefined || formula !== undefined
          ? beforeFormula !== undefined &&
            formula !== undefined &&
            xlsxFormula(beforeFormula) === xlsxFormula(formula)
          : same(before, after);
      if (equal) continue;
      const place = `${sheet.name}!${columnName(column)}${row + 1}`;
      const [old, fresh] = [shown(before, beforeFormula), shown(after, formula)];
      const numberFormat = read[column] instanceof Date ? cell?.style?.numFmt : undefined;
      differences.push({
        kind: 'cell',
        sheetId: sheet.sheetId,
        row,
        column,
        before: old,
        after: fresh,
        text: `${place}: ${old} → ${fresh}`,
        value: after,
        ...(formula === undefined ? {} : { formula }),
        ...(numberFormat === undefined ? {} : { numberFormat }),
      });
    }
  }
  return differences;
}

/**
 * Takes the differences over; a tab that the file lacks stays. Gives the parts of the document that changed, for
 * `Store.touch`.
 */
export function applyXlsxDifferences(
  state: SpreadsheetState,
  differences: readonly XlsxDifference[],
): string[] {
  const parts = new Set<string>();
  for (const difference of differences) {
    if (difference.kind === 'missingSheet') continue;
    if (difference.kind === 'newSheet') {
      const id = Math.max(0, ...state.sheets.map((sheet) => sheet.sheetId)) + 1;
      const width = Math.max(26, ...difference.rows.map((row) => row.length));
      const sheet = newSheet(id, difference.name, Math.max(1000, difference.rows.length), width);
      difference.rows.forEach((row, place) =>
        row.forEach((value, column) => value !== null && putValue(ensureRow(sheet, place), column, value)),
      );
      state.sheets.push(sheet);
      parts.add(HEAD_PART).add(sheetPart(id));
      for (let row = 0; row < sheet.rows.length; row++) parts.add(rowsPart(id, row));
      continue;
    }
    const sheet = state.sheets.find((candidate) => candidate.sheetId === difference.sheetId);
    if (!sheet) continue;
    const { row, column, value, formula, numberFormat } = difference;
    sheet.rowCount = Math.max(sheet.rowCount, row + 1);
    sheet.columnCount = Math.max(sheet.columnCount, column + 1);
    if (formula === undefined) putValue(ensureRow(sheet, row), column, value);
    else putFormula(ensureRow(sheet, row), column, formula);
    if (numberFormat && styleAt(sheet, row, column).numberFormat === undefined)
      setOwnStyle(sheet, row, column, { numberFormat });
    parts.add(sheetPart(sheet.sheetId)).add(rowsPart(sheet.sheetId, row));
  }
  return [...parts];
}
