import { columnName, rectToA1, quoteSheetName } from '../../state/a1';
import { forEachCell } from '../../state/sheetStyles';
import type { CellValue, CriterionValue, ValidationState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import type { Tab } from './document';
import { cellText } from './displayText';
import { customFormula, type Pending } from './formula/compute';
import { isDatePattern, serialOfInstant } from './cellTime';
import { parseTyped } from './typedInput';

/** Rules on dates need today, rules on ranges the texts of cells. */
export type Clocked = Pick<Runtime, 'platform' | 'now'>;

interface Candidate {
  value: CellValue;
  format?: string;
}
/** A value on its way into a cell; `pending` are all cells of the same write. */
interface PlacedCandidate extends Candidate {
  row: number;
  column: number;
  pending: Pending;
}

/**
 * Throws Google's words when a rule that rejects input does not allow the value in that cell. Scripts meet the
 * rule as people do (seen live in public code); nothing passes. A custom formula with a piece that is not computed
 * here throws that piece's name.
 */
export function checkValidation(
  runtime: Clocked,
  tab: Tab,
  rule: ValidationState | undefined,
  cell: PlacedCandidate,
): void {
  if (!rule || rule.allowInvalid || cell.value === null) return;
  const passes =
    rule.type === 'CUSTOM_FORMULA'
      ? meetsFormula(runtime, tab, rule, cell)
      : passesRule(runtime, tab, rule, cell);
  if (passes) return;
  const a1 = `${columnName(cell.column)}${cell.row + 1}`;
  const list =
    rule.type === 'VALUE_IN_LIST'
      ? `\nPlease enter one of the following values: ${rule.values.join(', ')}.`
      : '';
  throw new GoogleError(
    `The data you entered in cell ${a1} violates the data validation rules set on this cell.${list}`,
  );
}

function meetsFormula(runtime: Clocked, tab: Tab, rule: ValidationState, cell: PlacedCandidate): boolean {
  const { row, column, pending } = cell;
  const met = customFormula(runtime, tab, String(rule.values[0] ?? ''), rule.anchor ?? cell, pending);
  return met(row, column);
}

/** Whether the value meets a rule that looks at nothing but the value: any but a custom formula. */
export function passesRule(runtime: Clocked, tab: Tab, rule: ValidationState, cell: Candidate): boolean {
  const { value } = cell;
  const shown = String(value);
  const [first, second] = rule.values;
  switch (rule.type) {
    case 'CHECKBOX':
      return checkboxValues(rule).some((allowed) => allowed === value || String(allowed) === shown);
    case 'VALUE_IN_LIST':
      return rule.values.some((allowed) => sameValue(tab, allowed, value));
    case 'VALUE_IN_RANGE':
      return inRange(runtime, tab, first, cell);
    case 'TEXT_CONTAINS':
      return shown.toLowerCase().includes(String(first).toLowerCase());
    case 'TEXT_DOES_NOT_CONTAIN':
      return !shown.toLowerCase().includes(String(first).toLowerCase());
    case 'TEXT_EQUAL_TO':
      return shown === String(first);
    case 'TEXT_IS_VALID_EMAIL':
      return typeof value === 'string' && /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(value);
    case 'TEXT_IS_VALID_URL':
      return typeof value === 'string' && /^(https?:\/\/|ftp:\/\/|mailto:)?[^\s/]+\.[^\s]{2,}$/i.test(value);
  }
  if (rule.type.startsWith('NUMBER_')) {
    return typeof value === 'number' && compares(rule.type.slice(7), value, Number(first), Number(second));
  }
  if (rule.type.startsWith('DATE_')) {
    if (typeof value !== 'number') return false;
    if (rule.type === 'DATE_IS_VALID_DATE') return cell.format === undefined || isDatePattern(cell.format);
    const day = Math.floor(value);
    return compares(rule.type.slice(5), day, dayOf(runtime, tab, first), dayOf(runtime, tab, second));
  }
  return true;
}

/** Ticked and unticked value of a checkbox. */
export function checkboxValues(rule: ValidationState): [CellValue, CellValue] {
  const [checked, unchecked] = rule.values;
  const plain = (value: CriterionValue | undefined, otherwise: CellValue): CellValue =>
    value === undefined || (typeof value === 'object' && value !== null) ? otherwise : value;
  return [plain(checked, true), plain(unchecked, checked === undefined ? false : '')];
}

function compares(how: string, value: number, first: number, second: number): boolean {
  switch (how) {
    case 'BETWEEN':
      return value >= first && value <= second;
    case 'NOT_BETWEEN':
      return value < first || value > second;
    case 'EQUAL_TO':
      return value === first;
    case 'NOT_EQUAL_TO':
      return value !== first;
    case 'GREATER_THAN':
    case 'AFTER':
      return value > first;
    case 'LESS_THAN':
    case 'BEFORE':
      return value < first;
    case 'GREATER_THAN_OR_EQUAL_TO':
    case 'ON_OR_AFTER':
      return value >= first;
    case 'LESS_THAN_OR_EQUAL_TO':
    case 'ON_OR_BEFORE':
      return value <= first;
    default:
      return true;
  }
}

const RELATIVE_DAYS: Record<string, number> = {
  TODAY: 0,
  TOMORROW: 1,
  YESTERDAY: -1,
  PAST_WEEK: -7,
  PAST_MONTH: -30,
  PAST_YEAR: -365,
};

function dayOf(runtime: Clocked, tab: Tab, value: CriterionValue | undefined): number {
  if (typeof value === 'number') return Math.floor(value);
  if (typeof value !== 'object' || value === null) return NaN;
  if ('date' in value) return Math.floor(value.date);
  if ('relative' in value) {
    const today = Math.floor(serialOfInstant(runtime, runtime.now(), tab.state.timeZone));
    return today + (RELATIVE_DAYS[value.relative] ?? NaN);
  }
  return NaN;
}

function sameValue(tab: Tab, allowed: CriterionValue, value: CellValue): boolean {
  if (allowed === value || String(allowed) === String(value)) return true;
  if (typeof allowed !== 'string' || typeof value === 'string') return false;
  const typed = parseTyped(allowed, { locale: tab.state.locale, year: 1970 });
  return typed.kind === 'value' && typed.value === value;
}

function inRange(runtime: Clocked, tab: Tab, source: CriterionValue | undefined, cell: Candidate): boolean {
  if (typeof source !== 'object' || source === null || !('rect' in source)) return true;
  const sheet = tab.state.sheets.find((candidate) => candidate.sheetId === source.sheetId);
  if (!sheet) return false;
  const { platform } = runtime;
  const wanted = typeof cell.value === 'string' ? cell.value : undefined;
  let found = false;
  const rows = Math.max(0, Math.min(source.rect.rows, sheet.rows.length - source.rect.row));
  forEachCell({ ...source.rect, rows }, (row, column) => {
    if (found) return;
    const value = sheet.rows[row]?.values[column] ?? null;
    found =
      value === cell.value ||
      (wanted !== undefined && cellText(platform, tab.state, sheet, row, column) === wanted);
  });
  return found;
}

/** `'Daftar'!A2:A20`, for messages and exports. */
export function rangeText(
  tab: Tab,
  source: { sheetId: number; rect: { row: number; column: number; rows: number; columns: number } },
): string {
  const sheet = tab.state.sheets.find((candidate) => candidate.sheetId === source.sheetId);
  return `${sheet ? `${quoteSheetName(sheet.name)}!` : ''}${rectToA1(source.rect)}`;
}
