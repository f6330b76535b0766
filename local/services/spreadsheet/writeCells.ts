import { ensureRow, putFormula, putImage, putValue, rowAt, trimRow } from '../../state/sheetCells';
import { attributeReader, setOwnFormat } from '../../state/sheetStyles';
import type { CellImageState, CellValue, Rect } from '../../state/spreadsheet';
import { LIMITS } from '../limits';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { serialOfInstant } from './cellTime';
import { CellImage, CellImageBuilder } from './cellImage';
import type { Tab } from './document';
import type { Pending } from './formula/compute';
import { requireEdit, touchRows, touchSheet } from './document';
import { localeHabits } from './locale';
import { parseTyped } from './typedInput';
import { checkValidation } from './validationCheck';

/** A cell as it will be stored: `formula` wins; `format` is set where the cell has none. */
export interface Incoming {
  value: CellValue;
  formula?: string;
  format?: string;
}

/** A line of cells; formulas and formats are kept apart because most lines have none. */
interface Line {
  values: CellValue[];
  formulas?: Map<number, string>;
  formats?: Map<number, string>;
  images?: Map<number, CellImageState>;
}
type FormatOf = ReturnType<typeof attributeReader<'numberFormat'>>;

/** Turns what a script or a person hands over into what cells hold. */
export function incomingReader(
  runtime: Runtime,
  tab: Tab,
): (input: unknown, format: string | undefined) => Incoming {
  const { locale, timeZone } = tab.state;
  const habits = localeHabits(locale);
  const year = yearNow(runtime, timeZone);
  return (input, format) => {
    if (typeof input === 'number') return { value: Number.isFinite(input) ? input : String(input) };
    if (input instanceof Date) {
      const serial = serialOfInstant(runtime, input.getTime(), timeZone);
      if (!Number.isFinite(serial)) return { value: 'Invalid Date' };
      return {
        value: serial,
        format: Number.isInteger(serial) ? habits.datePattern : habits.dateTimePattern,
      };
    }
    const text = typeof input === 'string' ? input : String(input);
    if (text.length > LIMITS.cellText) {
      throw new GoogleError(
        'Your input contains more than the maximum of 50000 characters in a single cell.',
      );
    }
    const typed = parseTyped(text, { locale, format, year });
    if (typed.kind === 'formula') return { value: '', formula: typed.formula };
    return typed.format === undefined ? { value: typed.value } : { value: typed.value, format: typed.format };
  };
}

function yearNow(runtime: Runtime, zone: string): number {
  const now = runtime.now();
  return new Date(now + runtime.platform.zoneOffset(now, zone) * 60000).getUTCFullYear();
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
  const formatOf = attributeReader(sheet, area, 'numberFormat');
  const readLine = lineReader(runtime, tab, area.column, formatOf);
  const lines = matrix.map((inputs, down) => readLine(inputs, area.row + down));
  if (sheet.validations.some((rule) => !rule.allowInvalid)) checkLines(runtime, tab, area, lines);
  const tableSize = sheet.styleTable.length;
  const places = new Map<string, number>();
  lines.forEach((line, down) => storeLine(tab, area.row + down, area.column, line, formatOf, places));
  if (sheet.styleTable.length !== tableSize) touchSheet(runtime, tab);
  finishWrite(runtime, tab, area);
}

function lineReader(
  runtime: Runtime,
  tab: Tab,
  left: number,
  formatOf: FormatOf,
): (inputs: readonly unknown[], row: number) => Line {
  const read = incomingReader(runtime, tab);
  return (inputs, row) => {
    const stored = rowAt(tab.sheet, row);
    const line: Line = { values: [] };
    for (let right = 0; right < inputs.length; right++) {
      const input = inputs[right];
      if (input === null || input === undefined || input === '') line.values.push(null);
      else if (typeof input === 'boolean' || Number.isFinite(input))
        line.values.push(input as number | boolean);
      else if (input instanceof CellImage || input instanceof CellImageBuilder) {
        line.values.push('');
        (line.images ??= new Map()).set(right, imageIn(input));
      } else {
        const format = typeof input === 'string' ? formatOf(stored, row, left + right) : undefined;
        const cell = read(input, format);
        line.values.push(cell.value);
        if (cell.formula !== undefined) (line.formulas ??= new Map()).set(right, cell.formula);
        if (cell.format !== undefined) (line.formats ??= new Map()).set(right, cell.format);
      }
    }
    return line;
  };
}

function imageIn(input: CellImage | CellImageBuilder): CellImageState {
  return input instanceof CellImage ? input.image : input.build().image;
}

function checkLines(runtime: Runtime, tab: Tab, area: Rect, lines: readonly Line[]): void {
  const pending: Pending = (row, column) => {
    const line = lines[row - area.row];
    const value = line?.values[column - area.column];
    const formula = line?.formulas?.get(column - area.column);
    return value === undefined ? undefined : { value, ...(formula === undefined ? {} : { formula }) };
  };
  const ruleOf = attributeReader(tab.sheet, area, 'validation');
  lines.forEach((line, down) => {
    const row = area.row + down;
    const stored = rowAt(tab.sheet, row);
    line.values.forEach((value, right) => {
      const column = area.column + right;
      const rule = ruleOf(stored, row, column);
      if (rule === undefined || line.formulas?.has(right)) return;
      const format = line.formats?.get(right);
      const cell = { row, column, value, pending, ...(format === undefined ? {} : { format }) };
      checkValidation(runtime, tab, tab.sheet.validations[rule], cell);
    });
  });
}

function storeLine(
  tab: Tab,
  row: number,
  left: number,
  line: Line,
  formatOf: FormatOf,
  places: Map<string, number>,
): void {
  const { values, formulas, formats, images } = line;
  const stored = rowAt(tab.sheet, row);
  if (!stored && !formulas && values.every((value) => value === null)) return;
  const target = stored ?? ensureRow(tab.sheet, row);
  if (
    left === 0 &&
    values.length >= target.values.length &&
    !target.formulas &&
    !target.richText &&
    !target.images
  ) {
    trimRow(values);
    target.values = values;
  } else {
    values.forEach((value, right) => putValue(target, left + right, value));
  }
  formulas?.forEach((formula, right) => putFormula(target, left + right, formula));
  images?.forEach((image, right) => putImage(target, left + right, image));
  formats?.forEach((format, right) => {
    if (formatOf(target, row, left + right) === undefined) {
      setOwnFormat(tab.sheet, row, left + right, format, places);
    }
  });
}

/** Marks the rows that a write changed and counts its cells. */
export function finishWrite(runtime: Runtime, tab: Tab, area: Rect): void {
  touchRows(runtime, tab, area.row, area.rows);
  runtime.count('written', area.rows * area.columns);
}
