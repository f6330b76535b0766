import type { CriterionValue } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue } from '../served';
import { instantOfSerial, serialOfInstant } from './cellTime';
import { Range } from './range';

/**
 * An argument of a rule as the script handed it over. Dates stand for their day in the spreadsheet's zone, which is
 * known only when the rule is set: until then they are instants.
 */
export type RuleArgument = string | number | boolean | null | Date | Range | { relative: string };

/** What a script handed to `withCriteria` and its kin; enum constants are relative dates. */
export function ruleArgument(value: unknown): RuleArgument {
  const key = keyOf(value);
  if (key !== '') return { relative: key };
  if (value instanceof Date || value instanceof Range || value === null) return value;
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value;
  return String(value);
}

export function storeArgument(runtime: Runtime, value: RuleArgument, zone: string): CriterionValue {
  if (value instanceof Date) return { date: serialOfInstant(runtime, value.getTime(), zone) };
  if (value instanceof Range) return { sheetId: value.sheet.sheetId, rect: { ...value.rect } };
  return value;
}

/** Back to what `getCriteriaValues` gives. */
export function readArgument(runtime: Runtime, value: CriterionValue, near: Range): RuleArgument {
  if (typeof value !== 'object' || value === null) return value;
  if ('date' in value) return new Date(instantOfSerial(runtime, value.date, near.state.timeZone));
  if ('relative' in value) return value;
  const sheet = near.state.sheets.find((candidate) => candidate.sheetId === value.sheetId);
  return sheet ? new Range(runtime, { state: near.state, sheet }, value.rect) : null;
}

/** As a script sees it: relative dates are enum constants again. */
export function shownArgument(value: RuleArgument): unknown {
  return typeof value === 'object' && value !== null && 'relative' in value
    ? relativeDate(value.relative)
    : value;
}
function relativeDate(key: string): EnumValue {
  return enumValue('Spreadsheet.RelativeDate', key);
}
