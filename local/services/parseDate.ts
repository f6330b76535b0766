import { instantOf, type OffsetOf } from './schedule';
import { GoogleError } from './served';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** The pattern as a regular expression with a group a field, and the fields' letters. */
function compile(pattern: string): { expression: RegExp; letters: string[] } {
  const letters: string[] = [];
  const source = pattern.replace(
    /'((?:[^']|'')*)'|([A-Za-z])\2*|[^A-Za-z']/g,
    (run: string, quoted?: string, letter?: string) => {
      if (quoted !== undefined) return quoted.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
      if (letter === undefined) return run.replace(/[\\^$.*+?()[\]{}|]/, '\\$&');
      letters.push(letter);
      if (letter === 'M' && run.length >= 3) return '([A-Za-z]+)';
      if (letter === 'E') return '([A-Za-z]+)';
      if (letter === 'a') return '([AaPp][Mm])';
      if ('zZX'.includes(letter)) return '(Z|GMT|UTC|[+-]\\d\\d:?\\d\\d|[+-]\\d\\d)';
      return letter === 'y' && run.length > 2 ? '(\\d{1,4})' : '(\\d{1,2}|\\d{3})';
    },
  );
  return { expression: new RegExp(`^${source}`, 'i'), letters };
}

function monthOf(text: string): number {
  return /^\d/.test(text) ? Number(text) : MONTHS.indexOf(text.slice(0, 3).toLowerCase()) + 1;
}

function offsetMinutes(text: string): number {
  const match = /^([+-])(\d\d):?(\d\d)?$/.exec(text);
  return match ? (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3] ?? 0)) : 0;
}

/** `Utilities.parseDate`: SimpleDateFormat in English; what the pattern leaves out counts from 1 January 1970. */
export function parseDate(text: string, zone: string, pattern: string, offsetOf: OffsetOf): number {
  const { expression, letters } = compile(pattern);
  const match = expression.exec(text);
  if (!match) throw new GoogleError(`Unparseable date: "${text}"`);
  const fields = new Map(letters.map((letter, at) => [letter, match[at + 1] ?? '']));
  const number = (letter: string, otherwise: number): number => Number(fields.get(letter) ?? otherwise);
  const year = number('y', 1970);
  const full = (fields.get('y')?.length ?? 4) <= 2 ? (year > 46 ? 1900 : 2000) + year : year;
  const day = Date.UTC(full, monthOf(fields.get('M') ?? '1') - 1, number('d', 1)) / 86_400_000;
  const afternoon = /^p/i.test(fields.get('a') ?? '') ? 12 : 0;
  const hour = fields.has('h') ? (number('h', 0) % 12) + afternoon : number('H', number('k', number('K', 0)));
  const rest = number('s', 0) * 1000 + number('S', 0);
  const written = fields.get('Z') ?? fields.get('X') ?? fields.get('z');
  const offset: OffsetOf = written === undefined ? offsetOf : () => offsetMinutes(written);
  return instantOf(day, hour, number('m', 0), zone, offset) + rest;
}
