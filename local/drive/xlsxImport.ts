import type { Cell, Workbook } from 'hucre/xlsx';
import { readXlsx } from 'hucre/xlsx';
import { moveFormula } from '../services/spreadsheet/copyCells';
import { localeHabits } from '../services/spreadsheet/locale';
import { columnName } from '../state/a1';
import { ensureRow, newSheet, putFormula, putValue } from '../state/sheetCells';
import { setOwnStyle, styleAt } from '../state/sheetStyles';
import type { CellValue, SheetState, SpreadsheetState } from '../state/spreadsheet';
import { HEAD_PART, rowsPart, sheetPart } from '../state/spreadsheetCodec';
import { fileNames } from './xlsx';
import { sheetFormula, xlsxFormula } from './xlsxRules';

/** A cell as the file has it. */
interface ReadCell {
  row: number;
  column: number;
  value: CellValue;
  formula?: string;
  /** Of a date only: without it the cell would show a number. */
  numberFormat?: string;
}

/** One cell that the file has otherwise, or a tab that only one side has. `text` says it for a person. */
export type XlsxDifference =
  | (ReadCell & { kind: 'cell'; sheetId: number; before: string; after: string; text: string })
  | { kind: 'newSheet'; name: string; text: string; cells: ReadCell[] }
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
/** A value for a person to read; numbers beside a date are days. */
function shown(value: CellValue, formula: string | undefined, isDate: boolean): string {
  if (formula !== undefined) return formula;
  if (isDate && typeof value === 'number') {
    const [day = '', time = ''] = new Date(Math.round((value - EPOCH) * 86400) * 1000)
      .toISOString()
      .split('T');
    return time.startsWith('00:00:00') ? day : `${day} ${time.slice(0, 5)}`;
  }
  return value === null ? '(empty)' : String(value);
}

type Sheet = Workbook['sheets'][number];
/** A tab of the file; Excel writes a formula that is alike in many cells once, and the others refer to it. */
interface Tab extends Sheet {
  formulas: ReadonlyMap<number, { formula: string; row: number; column: number }>;
}

function tabOf(sheet: Sheet): Tab {
  const formulas = new Map<number, { formula: string; row: number; column: number }>();
  for (const [place, { formula, formulaSharedIndex }] of sheet.cells ?? []) {
    const [row = 0, column = 0] = place.split(',').map(Number);
    if (formula && formulaSharedIndex !== undefined && !formulas.has(formulaSharedIndex))
      formulas.set(formulaSharedIndex, { formula, row, column });
  }
  return { ...sheet, formulas };
}

function formulaOf(tab: Tab, row: number, column: number): string | undefined {
  const cell = tab.cells?.get(`${row},${column}`);
  if (cell?.formula !== '') return cell?.formula;
  const first = tab.formulas.get(cell.formulaSharedIndex ?? -1);
  return first && moveFormula(first.formula, row - first.row, column - first.column);
}

/** A value of the file; a day that is written as text (`t="d"`) is one by its look. */
function valueOf(tab: Tab, row: number, column: number): unknown {
  const read = tab.rows[row]?.[column];
  const isDay = typeof read === 'string' && /^\d{4}-\d\d-\d\dT\d\d:\d\d/.test(read);
  if (!isDay) return read;
  const format = tab.cells?.get(`${row},${column}`)?.style?.numFmt ?? '';
  return /[yd]/i.test(format) ? new Date(`${read.slice(0, 19)}Z`) : read;
}

function readCell(tab: Tab, row: number, column: number, decimal: string): ReadCell {
  const read = valueOf(tab, row, column);
  const cell: Cell | undefined = tab.cells?.get(`${row},${column}`);
  const formula = formulaOf(tab, row, column);
  const numberFormat = read instanceof Date ? cell?.style?.numFmt : undefined;
  return {
    row,
    column,
    value: kept(read),
    ...(formula === undefined ? {} : { formula: sheetFormula(`=${formula}`, decimal) }),
    ...(numberFormat === undefined ? {} : { numberFormat }),
  };
}

function allCells(tab: Tab, decimal: string): ReadCell[] {
  return tab.rows
    .flatMap((row, at) => Array.from(row, (_, column) => readCell(tab, at, column, decimal)))
    .filter(({ value, formula }) => value !== null || formula !== undefined);
}

/**
 * What the file has otherwise than the spreadsheet: values, formulas, tabs. Looks and rules are not compared. The
 * file says nothing until `applyXlsxDifferences` is asked for.
 */
export async function compareXlsx(state: SpreadsheetState, bytes: Uint8Array): Promise<XlsxDifference[]> {
  const workbook = await readXlsx(bytes, { readStyles: true });
  const names = fileNames(state.sheets);
  const { decimal } = localeHabits(state.locale);
  const differences: XlsxDifference[] = [];
  const found = new Set<string>();
  for (const sheet of state.sheets) {
    const name = names.get(sheet.sheetId) ?? sheet.name;
    const other = workbook.sheets.find((candidate) => candidate.name === name);
    found.add(name);
    if (other) differences.push(...compareSheet(sheet, tabOf(other), decimal));
    else {
      const text = `The tab ${sheet.name} is not in the file.`;
      differences.push({ kind: 'missingSheet', sheetId: sheet.sheetId, name: sheet.name, text });
    }
  }
  for (const other of workbook.sheets) {
    if (found.has(other.name)) continue;
    differences.push({
      kind: 'newSheet',
      name: other.name,
      text: `The file has a further tab ${other.name}.`,
      cells: allCells(tabOf(other), decimal),
    });
  }
  return differences;
}

function compareSheet(sheet: SheetState, other: Tab, decimal: string): XlsxDifference[] {
  const differences: XlsxDifference[] = [];
  const rows = Math.max(sheet.rows.length, other.rows.length);
  for (let row = 0; row < rows; row++) {
    const stored = sheet.rows[row];
    const columns = Math.max(stored?.values.length ?? 0, other.rows[row]?.length ?? 0);
    for (let column = 0; column < columns; column++) {
      const after = readCell(other, row, column, decimal);
      const formula = stored?.formulas?.[column];
      const before = formula === undefined ? (stored?.values[column] ?? null) : null;
      // A picture in a cell is not in the file; only something written over it counts.
      if (stored?.images?.[column] && after.value === null && after.formula === undefined) continue;
      if (isSame(before, formula, after)) continue;
      const isDate = valueOf(other, row, column) instanceof Date;
      const [old, fresh] = [shown(before, formula, isDate), shown(after.value, after.formula, isDate)];
      const text = `${sheet.name}!${columnName(column)}${row + 1}: ${old} → ${fresh}`;
      differences.push({ ...after, kind: 'cell', sheetId: sheet.sheetId, before: old, after: fresh, text });
    }
  }
  return differences;
}

function isSame(before: CellValue, formula: string | undefined, after: ReadCell): boolean {
  if (formula === undefined && after.formula === undefined) return same(before, after.value);
  if (formula === undefined || after.formula === undefined) return false;
  return xlsxFormula(formula) === xlsxFormula(after.formula);
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
      const sheet = newSheet(id, difference.name, 1000, 26);
      for (const cell of difference.cells) putCell(sheet, cell);
      state.sheets.push(sheet);
      parts.add(HEAD_PART).add(sheetPart(id));
      for (let row = 0; row < sheet.rows.length; row++) parts.add(rowsPart(id, row));
      continue;
    }
    const sheet = state.sheets.find((candidate) => candidate.sheetId === difference.sheetId);
    if (!sheet) continue;
    putCell(sheet, difference);
    parts.add(sheetPart(sheet.sheetId)).add(rowsPart(sheet.sheetId, difference.row));
  }
  return [...parts];
}

function putCell(sheet: SheetState, { row, column, value, formula, numberFormat }: ReadCell): void {
  sheet.rowCount = Math.max(sheet.rowCount, row + 1);
  sheet.columnCount = Math.max(sheet.columnCount, column + 1);
  if (formula === undefined) putValue(ensureRow(sheet, row), column, value);
  else putFormula(ensureRow(sheet, row), column, formula);
  if (numberFormat && styleAt(sheet, row, column).numberFormat === undefined)
    setOwnStyle(sheet, row, column, { numberFormat });
}
