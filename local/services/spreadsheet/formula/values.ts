import { NotComputed } from './read';

/** Google's error values: a rule whose formula gives one does not apply. */
export class FormulaError {
  constructor(readonly code: '#DIV/0!' | '#VALUE!' | '#N/A' | '#REF!' | '#NUM!') {}
}
/** null = an empty cell. */
export type Plain = number | string | boolean | null;
export type Value = Plain | FormulaError;

/** Reads a text as a number, a date or a time in the spreadsheet's language; undefined = it is none. */
export type ReadNumber = (text: string) => number | undefined;

/** As arithmetic takes it: empty is 0, TRUE is 1, a text counts by what it would be if typed. */
export function asNumber(value: Value, read: ReadNumber): number | FormulaError {
  if (value === null) return 0;
  if (typeof value === 'string') return read(value) ?? new FormulaError('#VALUE!');
  return typeof value === 'boolean' ? Number(value) : value;
}

export function asText(value: Plain): string {
  if (value === null) return '';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string' || Number.isSafeInteger(value)) return String(value);
  // How many places a number shows in a text depends on its format and language.
  throw new NotComputed(`${String(value)} as text`);
}

/** Only what is clearly true or false; a text or an empty cell among conditions is left undecided. */
export function asBoolean(value: Value): boolean | FormulaError {
  if (value instanceof FormulaError || typeof value === 'boolean') return value;
  if (typeof value === 'number') return value !== 0;
  throw new NotComputed(value === null ? 'an empty cell as a condition' : `"${value}" as a condition`);
}

const rank = (value: Plain): number => (typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2);

/** An empty cell is 0, '' or FALSE beside its partner. */
function filled(value: Plain, partner: Plain): Exclude<Plain, null> {
  if (value !== null) return value;
  if (typeof partner === 'string') return '';
  return typeof partner === 'boolean' ? false : 0;
}

/** Below, equal, above: numbers before texts before FALSE and TRUE; capitals do not count. */
export function compare(one: Plain, other: Plain): number {
  const a = filled(one, other);
  const b = filled(other, one);
  if (rank(a) !== rank(b)) return rank(a) - rank(b);
  if (typeof a === 'string' && typeof b === 'string') {
    const [left, right] = [a.toLowerCase(), b.toLowerCase()];
    if (left === right) return 0;
    return left.localeCompare(right, 'en');
  }
  return Number(a) - Number(b);
}

/**
 * The test that COUNTIF makes of each cell: a number, a text with `*`, `?` and `~`, or one of these after a
 * comparison (Google's help, COUNTIF).
 */
export function criterion(wanted: Plain, read: ReadNumber): (value: Plain) => boolean {
  if (wanted === null) throw new NotComputed('an empty cell as a criterion');
  if (typeof wanted !== 'string') return (value) => value === wanted;
  const [, operator = '', rest = ''] = /^(<>|<=|>=|=|<|>)?([\s\S]*)$/.exec(wanted) ?? [];
  const number = read(rest);
  if (operator === '<' || operator === '>' || operator === '<=' || operator === '>=') {
    if (number === undefined) throw new NotComputed(`the criterion ${wanted}`);
    return (value) => typeof value === 'number' && holds(operator, value - number);
  }
  const same = number === undefined ? textTest(rest, operator !== '') : (value: Plain) => value === number;
  return operator === '<>' ? (value) => !same(value) : same;
}

/** '' after a comparison means an empty cell. */
function textTest(text: string, compared: boolean): (value: Plain) => boolean {
  if (text === '') return (value) => value === null || (!compared && value === '');
  const upper = text.toUpperCase();
  if (upper === 'TRUE' || upper === 'FALSE') return (value) => value === (upper === 'TRUE');
  const pattern = text.replace(/~?[\s\S]/g, (sign) => {
    if (sign === '*') return '[\\s\\S]*';
    if (sign === '?') return '[\\s\\S]';
    return sign.slice(-1).replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  });
  const whole = new RegExp(`^${pattern}$`, 'i');
  return (value) => typeof value === 'string' && whole.test(value);
}

/** Whether a comparison holds for how two values stand to each other. */
export function holds(operator: string, order: number): boolean {
  switch (operator) {
    case '=':
      return order === 0;
    case '<>':
      return order !== 0;
    case '<':
      return order < 0;
    case '>':
      return order > 0;
    case '<=':
      return order <= 0;
    default:
      return order >= 0;
  }
}
