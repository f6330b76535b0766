import { isDate } from './dates';
import type { Question } from './report';
import { REPORT_NUMBER } from './reportNumber';
import type { LocalDate } from './settings';
import { cleanDigits, cleanIdentity, identityProblem } from './text';

/** What the 16 digits of a NIK say (Permendagri 73/2022 and its forerunners: region, birth, serial). */
export interface Nik {
  /** `63.11.06`: where the person was first registered. */
  readonly region: string;
  readonly sex: 'male' | 'female';
  /** Day and month of birth, `15-08`; the year has two digits and so no century. */
  readonly day: string;
  readonly month: string;
  readonly year: string;
}

const CENTURIES = ['19', '20'] as const;

/** Reads a NIK of 16 digits, always as text; undefined where no day of any century fits (day + 40 for women). */
export function parseNik(text: string): Nik | undefined {
  const parts = /^(\d\d)(\d\d)(\d\d)([0-7]\d)(\d\d)(\d\d)\d{4}$/.exec(text);
  if (parts === null) return undefined;
  const [, province, regency, district, born = '', month = '', year = ''] = parts;
  const female = Number(born) > 40;
  const day = String(Number(born) - (female ? 40 : 0)).padStart(2, '0');
  const region = `${province ?? ''}.${regency ?? ''}.${district ?? ''}`;
  const possible = CENTURIES.some((century) => isDate(`${century}${year}-${month}-${day}`));
  return possible ? { region, sex: female ? 'female' : 'male', day, month, year } : undefined;
}

/** Whether the stated birth date is the one in the NIK: its own century decides. */
export function bornOn(nik: Nik, date: LocalDate): boolean {
  return date.slice(2) === `${nik.year}-${nik.month}-${nik.day}`;
}

/**
 * Whether a column of identity numbers was spoilt by a number format: one of them is written `6.31106E+15`, or more
 * than half of several end in 0, since a spreadsheet keeps fifteen digits. Empty cells do not count.
 */
export function isSpoiltColumn(cells: readonly string[]): boolean {
  const numbers = cells.map((cell) => cleanDigits(cell).text).filter((one) => one !== '');
  const zeros = numbers.filter((one) => one.endsWith('0')).length;
  return (
    numbers.some((one) => identityProblem(one) === 'spoilt') ||
    (numbers.length > 1 && zeros * 2 > numbers.length)
  );
}

/** Whether a cell holds a number as long as a NIK or a No. KK, however it is written. */
export const isIdentity = (cell: string): boolean => /^\d{16}$/.test(cleanIdentity(cell).text);

/** `631106**********`: the region, the rest as stars. */
export function maskNumber(text: string): string {
  return text.slice(0, 6) + '*'.repeat(Math.max(0, text.length - 6));
}

/** Fewest and most signs of what was meant as a number of 16 digits. */
const NEAR_SIXTEEN = [14, 18] as const;

/** The region of what was meant as a NIK; '' = something else stands there, a name or a date, that shows nothing. */
function maskNik(text: string): string {
  const [least, most] = NEAR_SIXTEEN;
  const signs = Array.from(text).length;
  return /^\d{6}/.test(text) && signs >= least && signs <= most ? maskNumber(text) : '';
}

/** `A. B.`: first letters of a name's words. */
export function initials(name: string): string {
  return name
    .split(/[\s.,'’-]+/)
    .flatMap((word) => {
      const [first = ''] = Array.from(word.replace(/[^\p{L}]/gu, ''));
      return first === '' ? [] : [`${first.toUpperCase()}.`];
    })
    .join(' ');
}

/** A long number begins and ends where no other digit is tied to it. */
const BEGINS = '(?<!\\d|\\d[ .\\-])';
const ENDS = '(?![ .\\-]?\\d)';
const DAY = '(?:[0-3]?\\d[-.][01]?\\d[-.](?:19|20)\\d\\d|(?:19|20)\\d\\d-[01]\\d-[0-3]\\d)';

/** Long numbers that are no person's for certain: of a report, a day with its time, money. */
const PLAIN_NUMBERS = [
  REPORT_NUMBER.source,
  `${BEGINS}${DAY}(?:[ T][0-2]\\d[.:][0-5]\\d(?:[.:][0-5]\\d)?)?${ENDS}`,
  // Up to twelve digits: a NIK that Sheets took for a figure has sixteen.
  `${BEGINS}[Rr][Pp]\\.? ?[1-9](?:\\d{0,2}(?:\\.\\d{3}){1,3}|\\d{0,11})${ENDS}`,
  // Without Rp only in thousands, and not where it could be a telephone (08…, 8…, 628…).
  `${BEGINS}(?!62\\.?8)[1-79]\\d{0,2}(?:\\.\\d{3}){2,3}${ENDS}`,
];
const LONG_NUMBERS = new RegExp(`(${PLAIN_NUMBERS.join('|')})|\\d(?:[ .\\-]?\\d){8,}`, 'g');

/**
 * Text for others' eyes that may hold a number of a person: a number of nine digits or more is masked unless it is
 * certainly none (a report's number, a day, money).
 */
export function maskNumbers(text: string): string {
  return text.replace(LONG_NUMBERS, (found, plain: string | undefined) =>
    plain === undefined ? maskNumber(found.replace(/\D/g, '')) : found,
  );
}

/** An answer as it may be quoted outside the personal files; '' = not at all. */
export function veil({ seen }: Question, text: string): string {
  if (seen === undefined) return text;
  if (seen === 'whole') return maskNumbers(text);
  if (seen === 'masked') return maskNik(text);
  return seen === 'initials' ? initials(text) : '';
}
