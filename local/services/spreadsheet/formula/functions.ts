import { NotComputed } from './read';
import { asBoolean, asNumber, asText, criterion, FormulaError } from './values';
import type { Plain, ReadNumber, Value } from './values';

/** What a function is called with; nothing is computed before it is asked for, as IF needs. */
export interface Call {
  readonly count: number;
  readonly today: number;
  /** The moment as a serial number in the spreadsheet's zone. */
  readonly now: number;
  readonly read: ReadNumber;
  /** Place of the cell that the formula is for, from 0. */
  readonly row: number;
  readonly column: number;
  /** The n-th parameter as one value. */
  value(at: number): Value;
  /** The cells of the n-th parameter, or its one value. */
  cells(at: number): Value[];
  /** Is the n-th parameter written as a reference? */
  isReference(at: number): boolean;
  /** First row and column of a reference, from 0. */
  place(at: number): { row: number; column: number };
}

type Compute = (call: Call) => Value;

/** Errors first: a function that meets one gives it back. */
function withNumbers(call: Call, work: (numbers: number[]) => Value): Value {
  const numbers: number[] = [];
  for (let at = 0; at < call.count; at += 1) {
    const number = asNumber(call.value(at), call.read);
    if (number instanceof FormulaError) return number;
    numbers.push(number);
  }
  return work(numbers);
}

function withText(call: Call, work: (text: string, numbers: number[]) => Value): Value {
  const text = call.value(0);
  if (text instanceof FormulaError) return text;
  const numbers: number[] = [];
  for (let at = 1; at < call.count; at += 1) {
    const number = asNumber(call.value(at), call.read);
    if (number instanceof FormulaError) return number;
    numbers.push(number);
  }
  return work(asText(text), numbers);
}

/** Cells of a range count only where they hold numbers; a value that is written out is read as one. */
function numbersIn(call: Call): number[] | FormulaError {
  const numbers: number[] = [];
  for (let at = 0; at < call.count; at += 1) {
    const isReference = call.isReference(at);
    for (const value of call.cells(at)) {
      if (value instanceof FormulaError) return value;
      if (typeof value === 'number') numbers.push(value);
      else if (!isReference) {
        const number = asNumber(value, call.read);
        if (number instanceof FormulaError) return number;
        numbers.push(number);
      }
    }
  }
  return numbers;
}

function over(work: (numbers: number[]) => Value): Compute {
  return (call) => {
    const numbers = numbersIn(call);
    return numbers instanceof FormulaError ? numbers : work(numbers);
  };
}

/** AND, OR, XOR: of a range only what is a condition at all. */
function conditions(decide: (list: boolean[]) => boolean): Compute {
  return (call) => {
    const list: boolean[] = [];
    for (let at = 0; at < call.count; at += 1) {
      const values = call.cells(at);
      const isRange = call.isReference(at) && values.length > 1;
      for (const value of values) {
        if (isRange && (value === null || typeof value === 'string')) continue;
        const condition = asBoolean(value);
        if (condition instanceof FormulaError) return condition;
        list.push(condition);
      }
    }
    return list.length === 0 ? new FormulaError('#VALUE!') : decide(list);
  };
}

function countIfs(call: Call): Value {
  const tests: { cells: Value[]; test: (value: Plain) => boolean }[] = [];
  for (let at = 0; at < call.count; at += 2) {
    const wanted = call.value(at + 1);
    if (wanted instanceof FormulaError) return wanted;
    tests.push({ cells: call.cells(at), test: criterion(wanted, call.read) });
  }
  const [first] = tests;
  if (!first || tests.some(({ cells }) => cells.length !== first.cells.length))
    return new FormulaError('#VALUE!');
  return first.cells.filter((_, place) =>
    tests.every(({ cells, test }) => {
      const value = cells[place] ?? null;
      return !(value instanceof FormulaError) && test(value);
    }),
  ).length;
}

const DAY = 86_400_000;
const EPOCH = Date.UTC(1899, 11, 30);
const dateOf = (serial: number): Date => new Date(EPOCH + Math.floor(serial) * DAY);
const ofDate =
  (work: (date: Date) => number): Compute =>
  (call) =>
    withNumbers(call, ([serial = 0]) => work(dateOf(serial)));

function within(text: string, part: string, from: number): Value {
  const at = text.indexOf(part, from - 1);
  return at < 0 ? new FormulaError('#VALUE!') : at + 1;
}
const found =
  (lower: boolean): Compute =>
  (call) => {
    const [part, text] = [call.value(0), call.value(1)];
    const from = call.count > 2 ? asNumber(call.value(2), call.read) : 1;
    for (const value of [part, text, from]) if (value instanceof FormulaError) return value;
    const [one, other] = [asText(part as Plain), asText(text as Plain)];
    if (lower && /[*?~]/.test(one)) throw new NotComputed('SEARCH with wildcards');
    return lower
      ? within(other.toLowerCase(), one.toLowerCase(), Number(from))
      : within(other, one, Number(from));
  };

const is =
  (test: (value: Value) => boolean): Compute =>
  (call) =>
    test(call.value(0));
const parity =
  (rest: number): Compute =>
  (call) =>
    withNumbers(call, ([number = 0]) => Math.abs(Math.trunc(number)) % 2 === rest);

/** By name; what is not here is not computed. Meanings: Google Sheets function list, support.google.com/docs/table/25273. */
export const FUNCTIONS: Readonly<Record<string, Compute>> = {
  AND: conditions((list) => list.every(Boolean)),
  OR: conditions((list) => list.some(Boolean)),
  XOR: conditions((list) => list.filter(Boolean).length % 2 === 1),
  NOT: (call) => {
    const value = asBoolean(call.value(0));
    return value instanceof FormulaError ? value : !value;
  },
  IF: (call) => {
    const condition = asBoolean(call.value(0));
    if (condition instanceof FormulaError) return condition;
    if (condition) return call.value(1);
    return call.count > 2 ? call.value(2) : false;
  },
  IFERROR: (call) => {
    const value = call.value(0);
    if (!(value instanceof FormulaError)) return value;
    return call.count > 1 ? call.value(1) : null;
  },
  TRUE: () => true,
  FALSE: () => false,
  ISBLANK: (call) => call.isReference(0) && call.value(0) === null,
  ISNUMBER: is((value) => typeof value === 'number'),
  ISTEXT: is((value) => typeof value === 'string'),
  ISNONTEXT: is((value) => typeof value !== 'string'),
  ISLOGICAL: is((value) => typeof value === 'boolean'),
  ISERROR: is((value) => value instanceof FormulaError),
  ISEVEN: parity(0),
  ISODD: parity(1),
  TODAY: (call) => call.today,
  NOW: (call) => call.now,
  ROW: (call) => (call.count === 0 ? call.row : call.place(0).row) + 1,
  COLUMN: (call) => (call.count === 0 ? call.column : call.place(0).column) + 1,
  SUM: over((numbers) => numbers.reduce((sum, number) => sum + number, 0)),
  AVERAGE: over((numbers) =>
    numbers.length === 0
      ? new FormulaError('#DIV/0!')
      : numbers.reduce((sum, number) => sum + number, 0) / numbers.length,
  ),
  MIN: over((numbers) => numbers.reduce((least, number) => Math.min(least, number), numbers[0] ?? 0)),
  MAX: over((numbers) => numbers.reduce((most, number) => Math.max(most, number), numbers[0] ?? 0)),
  COUNT: (call) => allCells(call).filter((value) => typeof value === 'number').length,
  COUNTA: (call) => allCells(call).filter((value) => value !== null).length,
  COUNTBLANK: (call) => allCells(call).filter((value) => value === null || value === '').length,
  COUNTIF: countIfs,
  COUNTIFS: countIfs,
  ABS: (call) => withNumbers(call, ([number = 0]) => Math.abs(number)),
  INT: (call) => withNumbers(call, ([number = 0]) => Math.floor(number)),
  ROUND: (call) =>
    withNumbers(call, ([number = 0, places = 0]) => {
      const scale = 10 ** Math.trunc(places);
      return (Math.sign(number) * Math.round(Number((Math.abs(number) * scale).toPrecision(15)))) / scale;
    }),
  MOD: (call) =>
    withNumbers(call, ([number = 0, by = 0]) =>
      by === 0 ? new FormulaError('#DIV/0!') : number - by * Math.floor(number / by),
    ),
  LEN: (call) => withText(call, (text) => text.length),
  LEFT: (call) => withText(call, (text, [count = 1]) => text.slice(0, count)),
  RIGHT: (call) => withText(call, (text, [count = 1]) => (count === 0 ? '' : text.slice(-count))),
  MID: (call) => withText(call, (text, [from = 1, count = 0]) => text.slice(from - 1, from - 1 + count)),
  UPPER: (call) => withText(call, (text) => text.toUpperCase()),
  LOWER: (call) => withText(call, (text) => text.toLowerCase()),
  TRIM: (call) => withText(call, (text) => text.trim().replace(/ +/g, ' ')),
  EXACT: (call) => {
    const [one, other] = [call.value(0), call.value(1)];
    if (one instanceof FormulaError) return one;
    return other instanceof FormulaError ? other : asText(one) === asText(other);
  },
  FIND: found(false),
  SEARCH: found(true),
  YEAR: ofDate((date) => date.getUTCFullYear()),
  MONTH: ofDate((date) => date.getUTCMonth() + 1),
  DAY: ofDate((date) => date.getUTCDate()),
  WEEKDAY: (call) =>
    withNumbers(call, ([serial = 0, kind = 1]) => {
      const day = dateOf(serial).getUTCDay();
      if (kind === 1) return day + 1;
      if (kind === 2) return day === 0 ? 7 : day;
      return kind === 3 ? (day + 6) % 7 : new FormulaError('#NUM!');
    }),
  DATE: (call) =>
    withNumbers(call, ([year = 0, month = 1, day = 1]) => {
      if (year < 1900) throw new NotComputed('a DATE before 1900');
      return Math.round((Date.UTC(year, Math.trunc(month) - 1, Math.trunc(day)) - EPOCH) / DAY);
    }),
};

function allCells(call: Call): Value[] {
  return Array.from({ length: call.count }, (_, at) => call.cells(at)).flat();
}
