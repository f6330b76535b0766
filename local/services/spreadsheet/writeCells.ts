import { columnName } from '../../state/a1';
import { ensureRow, putFormula, putValue, rowAt } from '../../state/sheetCells';
import { attributeReader, setOwnFormat } from '../../state/sheetStyles';
import type { CellValue, Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { serialOfInstant } from './cellTime';
import type { Tab } from './document';
import { requireEdit, touchRows, touchSheet } from './document';
import { localeHabits } from './locale';
import { parseTyped } from './typedInput';
import { checkValidation } from './validationCheck';

const LONGEST_TEXT = 50000;

/** A cell as it will be stored: `formula` wins; `format` is set where the cell has none. */
export interface Incoming {
  value: CellValue;
  formula?: string;
  format?: string;
}

/** Turns what a script or a person hands over into what cells hold. */
export function incomingReader(
  runtime: Runtime,
  tab: Tab,
): (input: unknown, format: string | undefined) => Incoming {
  const { locale, timeZone } = tab.state;
  const habits = localeHabits(locale);
  const year = new Date(serialYear(runtime, timeZone)).getUTCFullYear();
  return (input, format) => {
    if (typeof input === 'number') return { value: Number.isFinite(input) ? input : String(input) };
    if (typeof input === 'boolean') return { value: input };
    if (input === null || input === undefined || input === '') return { value: null };
    if (input instanceof Date) {
      const serial = serialOfInstant(runtime, input.getTime(), timeZone);
      if (!Number.isFinite(serial)) return { value: 'Invalid Date' };
      return {
        value: serial,
        format: Number.isInteger(serial) ? habits.datePattern : habits.dateTimePattern,
      };
    }
    const text = typeof input === 'string' ? input : String(input);
    if (text.length > LONGEST_TEXT) {
      throw new GoogleError(
        'Your input contains more than the maximum of 50000 characters in a single cell.',
      );
    }
    const typed = parseTyped(text, { locale, format, year });
    if (typed.kind === 'formula') return { value: '', formula: typed.formula };
    return typed.format === undefined ? { value: typed.value } : { value: typed.value, format: typed.format };
  };
}

function serialYear(runtime: Runtime, zone: string): number {
  const now = runtime.now();
  return now + runtime.platform.zoneOffset(now, zone) * 60000;
}

/**
 * Writes a matrix that fits the rectangle, all or nothing: rights, lengths and validation rules are checked
 * before the first cell changes. Counts the cells.
 */
export function writeMatrix(
  runtime: Runtime,
  tab: Tab,
  area: Rect,
  matrix: readonly (readonly unknown[])[],
): void {
  requireEdit(runtime, tab, area);
  const { sheet } = tab;
  const read = incomingReader(runtime, tab);
  const formatOf = attributeReader(sheet, area, 'numberFormat');
  const ruled = sheet.validations.some((rule) => !rule.allowInvalid);
  const ruleOf = ruled ? attributeReader(sheet, area, 'validation') : undefined;
  const incoming = matrix.map((line, down) => {
    const row = area.row + down;
    const stored = rowAt(sheet, row);
    return line.map((input, right) => {
      const column = area.column + right;
      const format = typeof input === 'string' ? formatOf(stored, row, column) : undefined;
      const cell = read(input, format);
      const rule = ruleOf?.(stored, row, column);
      if (rule !== undefined)
        checkValidation(runtime, tab, sheet.validations[rule], cell, `${columnName(column)}${row + 1}`);
      return cell;
    });
  });
  const tableSize = sheet.styleTable.length;
  const places = new Map<string, number>();
  incoming.forEach((line, down) => storeLine(tab, area.row + down, area.column, line, formatOf, places));
  if (sheet.styleTable.length !== tableSize) touchSheet(runtime, tab);
  finishWrite(runtime, tab, area);
}

function storeLine(
  tab: Tab,
  row: number,
  left: number,
  line: Incoming[],
  formatOf: ReturnType<typeof attributeReader<'numberFormat'>>,
  places: Map<string, number>,
): void {
  const stored = rowAt(tab.sheet, row);
  if (!stored && line.every((cell) => cell.value === null)) return;
  const target = stored ?? ensureRow(tab.sheet, row);
  line.forEach((cell, right) => {
    const column = left + right;
    if (cell.formula !== undefined) putFormula(target, column, cell.formula);
    else putValue(target, column, cell.value);
    if (cell.format !== undefined && formatOf(target, row, column) === undefined) {
      setOwnFormat(tab.sheet, row, column, cell.format, places);
    }
  });
}

/** Marks the rows that a write changed and counts its cells. */
export function finishWrite(runtime: Runtime, tab: Tab, area: Rect): void {
  touchRows(runtime, tab, area.row, area.rows);
  runtime.count('written', area.rows * area.columns);
}
