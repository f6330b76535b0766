import { valueAt } from '../../state/sheetCells';
import type { CriterionValue } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { Tab } from './document';
import { cellText } from './displayText';
import { passesRule } from './validationCheck';

/**
 * Whether a cell meets a boolean condition of a filter; a custom formula is the filter's affair (`formula/compute.ts`).
 */
export function meetsCondition(
  runtime: Pick<Runtime, 'platform' | 'now'>,
  tab: Tab,
  condition: { type: string; values: CriterionValue[] },
  row: number,
  column: number,
): boolean {
  const value = valueAt(tab.sheet, row, column);
  const { type, values } = condition;
  if (type === 'CELL_EMPTY') return value === null;
  if (type === 'CELL_NOT_EMPTY') return value !== null;
  if (type.startsWith('TEXT_')) {
    const text = cellText(runtime.platform, tab.state, tab.sheet, row, column).toLowerCase();
    const wanted = String(values[0]).toLowerCase();
    if (type === 'TEXT_CONTAINS') return text.includes(wanted);
    if (type === 'TEXT_DOES_NOT_CONTAIN') return !text.includes(wanted);
    if (type === 'TEXT_STARTS_WITH') return text.startsWith(wanted);
    if (type === 'TEXT_ENDS_WITH') return text.endsWith(wanted);
    return text === wanted;
  }
  if (value === null) return false;
  const rule = { type: type.replace(/_RELATIVE$/, ''), values, allowInvalid: false };
  return passesRule(runtime, tab, rule, { value });
}
