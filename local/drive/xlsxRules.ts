import type { ConditionalRule, DataValidation } from 'hucre/xlsx';
import { columnName, rectToA1 } from '../state/a1';
import { moveFormula } from '../services/spreadsheet/copyCells';
import { attributeReader } from '../state/sheetStyles';
import type {
  ConditionalFormatState,
  CriterionValue,
  Rect,
  SheetState,
  ValidationState,
} from '../state/spreadsheet';
import { rgb, xlsxStyle } from './xlsxStyle';

/** What formulas in rules need to know of the workbook. */
export interface RuleContext {
  /** Name of a tab in the file, by its id. */
  sheetName(sheetId: number): string | undefined;
}

/** Comparisons by the ends of Google's names: `NUMBER_GREATER_THAN`, `DATE_AFTER`. */
const OPERATORS: Record<string, NonNullable<DataValidation['operator']>> = {
  BETWEEN: 'between',
  NOT_BETWEEN: 'notBetween',
  EQUAL_TO: 'equal',
  NOT_EQUAL_TO: 'notEqual',
  GREATER_THAN: 'greaterThan',
  AFTER: 'greaterThan',
  LESS_THAN: 'lessThan',
  BEFORE: 'lessThan',
  GREATER_THAN_OR_EQUAL_TO: 'greaterThanOrEqual',
  ON_OR_AFTER: 'greaterThanOrEqual',
  LESS_THAN_OR_EQUAL_TO: 'lessThanOrEqual',
  ON_OR_BEFORE: 'lessThanOrEqual',
};

/** Files have commas between arguments whatever the language; text in quotes stays. */
export function xlsxFormula(formula: string): string {
  return formula.replace(/^=/, '').replace(/"[^"]*"|;/g, (part) => (part === ';' ? ',' : part));
}

/** The other way round: where numbers have a decimal comma, semicolons stand between arguments. */
export function sheetFormula(formula: string, decimal: string): string {
  if (decimal !== ',') return formula;
  return formula.replace(/"[^"]*"|'[^']*'|,/g, (part) => (part === ',' ? ';' : part));
}

function argument(value: CriterionValue | undefined): string | undefined {
  if (typeof value === 'number' || typeof value === 'string') return String(value);
  return typeof value === 'object' && value !== null && 'date' in value ? String(value.date) : undefined;
}

function absolute(area: Rect): string {
  return rectToA1(area).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

/** What a file can say of a rule; undefined where Excel has no such rule (checkboxes, texts) or no room for it. */
function xlsxValidation(
  rule: ValidationState,
  context: RuleContext,
): Omit<DataValidation, 'range'> | undefined {
  const [first, second] = rule.values;
  const common = {
    allowBlank: true,
    showErrorMessage: true,
    errorStyle: rule.allowInvalid ? ('warning' as const) : ('stop' as const),
    ...(rule.helpText
      ? {
          errorMessage: rule.helpText.slice(0, 225),
          inputMessage: rule.helpText.slice(0, 225),
          showInputMessage: true,
        }
      : {}),
  };
  if (rule.type === 'VALUE_IN_LIST') {
    const values = rule.values.map(String);
    const fits = values.join(',').length <= 255 && !values.some((value) => value.includes(','));
    return fits ? { ...common, type: 'list', values } : undefined;
  }
  if (rule.type === 'VALUE_IN_RANGE' && typeof first === 'object' && first !== null && 'rect' in first) {
    const name = context.sheetName(first.sheetId);
    const quoted = name && `'${name.replaceAll("'", "''")}'!`;
    return quoted ? { ...common, type: 'list', formula1: `${quoted}${absolute(first.rect)}` } : undefined;
  }
  if (rule.type === 'CUSTOM_FORMULA')
    return { ...common, type: 'custom', formula1: xlsxFormula(String(first)) };
  if (rule.type === 'DATE_IS_VALID_DATE') {
    return { ...common, type: 'date', operator: 'greaterThanOrEqual', formula1: '1' };
  }
  const kind = rule.type.startsWith('NUMBER_')
    ? 'decimal'
    : rule.type.startsWith('DATE_')
      ? 'date'
      : undefined;
  const operator = OPERATORS[rule.type.replace(/^(NUMBER|DATE)_/, '')];
  const formula1 = argument(first);
  const formula2 = argument(second);
  if (!kind || !operator || formula1 === undefined) return undefined;
  return { ...common, type: kind, operator, formula1, ...(formula2 === undefined ? {} : { formula2 }) };
}

/** A custom formula as a file has it: written for the first cell of the run. */
function placed(rule: ValidationState, row: number, column: number): ValidationState {
  const { anchor, values } = rule;
  if (!anchor) return rule;
  const formula = moveFormula(String(values[0]), row - anchor.row, column - anchor.column);
  return { ...rule, values: [formula] };
}

/** Runs of cells of one column that share a rule. */
export function sheetValidations(sheet: SheetState, context: RuleContext): DataValidation[] {
  if (sheet.validations.length === 0) return [];
  const whole = { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount };
  const ruleOf = attributeReader(sheet, whole, 'validation');
  const result: DataValidation[] = [];
  for (let column = 0; column < sheet.columnCount; column++) {
    let start = 0;
    let current: number | undefined;
    for (let row = 0; row <= sheet.rowCount; row++) {
      const place = row < sheet.rowCount ? ruleOf(sheet.rows[row] ?? undefined, row, column) : undefined;
      if (place === current) continue;
      const stored = current === undefined ? undefined : sheet.validations[current];
      const rule = stored && xlsxValidation(placed(stored, start, column), context);
      if (rule)
        result.push({ ...rule, range: rectToA1({ row: start, column, rows: row - start, columns: 1 }) });
      start = row;
      current = place;
    }
  }
  return result;
}

/** A conditional format as one rule of the file; undefined for relative dates, which a file cannot say. */
export function xlsxConditionalRule(
  format: ConditionalFormatState,
  priority: number,
): ConditionalRule | undefined {
  const range = format.rects.map(rectToA1).join(' ');
  const [area] = format.rects;
  if (!area) return undefined;
  if (format.gradient) return colorScale(format.gradient, range, priority);
  if (!format.condition) return undefined;
  const style = xlsxStyle(format.style ?? {});
  const common = { range, priority, ...(style ? { style } : {}) };
  const { type, values } = format.condition;
  const cell = `${columnName(area.column)}${area.row + 1}`;
  const text = String(values[0] ?? '');
  const quoted = `"${text.replaceAll('"', '""')}"`;
  switch (type) {
    case 'CELL_EMPTY':
      return { ...common, type: 'containsBlanks', formula: `LEN(TRIM(${cell}))=0` };
    case 'CELL_NOT_EMPTY':
      return { ...common, type: 'notContainsBlanks', formula: `LEN(TRIM(${cell}))>0` };
    case 'CUSTOM_FORMULA':
      return { ...common, type: 'expression', formula: xlsxFormula(text) };
    case 'TEXT_CONTAINS':
      return { ...common, type: 'containsText', text, formula: `NOT(ISERROR(SEARCH(${quoted},${cell})))` };
    case 'TEXT_DOES_NOT_CONTAIN':
      return { ...common, type: 'notContainsText', text, formula: `ISERROR(SEARCH(${quoted},${cell}))` };
    case 'TEXT_STARTS_WITH':
      return { ...common, type: 'beginsWith', text, formula: `LEFT(${cell},${text.length})=${quoted}` };
    case 'TEXT_ENDS_WITH':
      return { ...common, type: 'endsWith', text, formula: `RIGHT(${cell},${text.length})=${quoted}` };
    case 'TEXT_EQUAL_TO':
      return { ...common, type: 'cellIs', operator: 'equal', formula: quoted };
  }
  const operator = OPERATORS[type.replace(/^(NUMBER|DATE)_/, '')];
  const formula = values.flatMap((value) => argument(value) ?? []);
  return operator && formula.length > 0 ? { ...common, type: 'cellIs', operator, formula } : undefined;
}

function colorScale(
  gradient: NonNullable<ConditionalFormatState['gradient']>,
  range: string,
  priority: number,
): ConditionalRule {
  const kinds: Record<string, 'min' | 'max' | 'num' | 'percent' | 'percentile'> = {
    MIN: 'min',
    MAX: 'max',
    NUMBER: 'num',
    PERCENT: 'percent',
    PERCENTILE: 'percentile',
  };
  const points = [gradient.min, ...(gradient.mid ? [gradient.mid] : []), gradient.max];
  return {
    type: 'colorScale',
    priority,
    range,
    colorScale: {
      cfvo: points.map((point) => ({
        type: kinds[point.type] ?? 'num',
        ...(point.value === '' ? {} : { value: point.value }),
      })),
      colors: points.map((point) => rgb(point.color).rgb),
    },
  };
}
