import type { LocaleHabits } from './locale';

/** Days from 30 December 1899 to 1 January 1970. */
export const EPOCH_SERIAL = 25569;
export const DAY = 86400000;

/** Serial number of a calendar day, undefined when there is no such day. */
export function serialOfDay(year: number, month: number, day: number): number | undefined {
  if (month < 1 || month > 12 || day < 1 || year < 0 || year > 9999) return undefined;
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return undefined;
  return date.getTime() / DAY + EPOCH_SERIAL;
}

interface Found {
  value: number;
  format: string;
}

const TIME = /^(\d{1,4}):([0-5]\d)(?::([0-5]\d)(?:[.,](\d{1,3}))?)?(?:\s?([AaPp])\.?[Mm]\.?)?$/;

/** `07:00`, `7:05:30`, `7:30 PM`; 24 hours and more are a duration. */
export function parseTimeText(text: string): Found | undefined {
  const parts = TIME.exec(text);
  if (!parts) return undefined;
  const [, hourText = '', minute, second, millis, half] = parts;
  let hour = Number(hourText);
  if (half) {
    if (hour < 1 || hour > 12) return undefined;
    hour = (hour % 12) + (half.toLowerCase() === 'p' ? 12 : 0);
  }
  const seconds = hour * 3600 + Number(minute) * 60 + Number(second ?? 0) + Number(`0.${millis ?? 0}`);
  const hours = hour >= 24 ? '[h]' : hourText.length > 1 && hourText.startsWith('0') ? 'hh' : 'h';
  return { value: seconds / 86400, format: `${hours}:mm${second ? ':ss' : ''}${half ? ' am/pm' : ''}` };
}

/** A date, a time or both, as typed in that language; the format keeps the shape that was typed. */
export function parseDateText(text: string, habits: LocaleHabits, thisYear: number): Found | undefined {
  const letters = /[A-Za-z\u00c0-\u024f]{3,}/.exec(text)?.[0];
  if (letters !== undefined && !habits.months.has(letters.toLowerCase())) return undefined;
  const time = parseTimeText(text);
  if (time) return time;
  const both = /^(.+?),?\s+(\d{1,2}:[0-5]\d.*)$/.exec(text);
  if (both?.[1] && both[2]) {
    const day = parseDayText(both[1], habits, thisYear);
    const clock = parseTimeText(both[2]);
    return day && clock && clock.value < 1
      ? { value: day.value + clock.value, format: `${day.format} ${clock.format}` }
      : undefined;
  }
  return parseDayText(text, habits, thisYear);
}

function parseDayText(text: string, habits: LocaleHabits, thisYear: number): Found | undefined {
  return /[A-Za-z\u00c0-\u024f]/.test(text)
    ? parseNamedMonth(text, habits, thisYear)
    : parseNumericDay(text, habits, thisYear);
}

function fullYear(text: string): number {
  const year = Number(text);
  return text.length > 2 ? year : year + (year < 30 ? 2000 : 1900);
}
const repeat = (letter: string, text: string): string => letter.repeat(Math.max(1, Math.min(2, text.length)));
const yearPattern = (text: string): string => (text.length > 2 ? 'yyyy' : 'yy');

/** `2026-03-04`, `31/12/2026`, `31-12-26`, `4/3` (this year), `2026-03` (its first day), `3/2026`. */
function parseNumericDay(text: string, habits: LocaleHabits, thisYear: number): Found | undefined {
  const parts = /^(\d{1,4})([/.-])(\d{1,4})(?:\2(\d{1,4}))?$/.exec(text);
  if (!parts || (parts[2] === '.' && (!parts[4] || !habits.datePattern.includes('.')))) return undefined;
  const [, a = '', separator = '/', b = '', c] = parts;
  const make = (year: number | undefined, month: number, day: number, format: string): Found | undefined => {
    const value = year === undefined ? undefined : serialOfDay(year, month, day);
    return value === undefined ? undefined : { value, format };
  };
  if (a.length === 4) {
    if (b.length > 2 || (c?.length ?? 0) > 2) return undefined;
    const format = ['yyyy', 'mm', ...(c ? ['dd'] : [])].join(separator);
    return make(Number(a), Number(b), Number(c ?? 1), format);
  }
  if (a.length > 2) return undefined;
  if (c === undefined && b.length === 4)
    return make(Number(b), Number(a), 1, `${repeat('m', a)}${separator}yyyy`);
  if (b.length > 2 || c?.length === 3 || c?.length === 1) return undefined;
  const monthFirst = habits.order === 'MDY' || (habits.order === 'YMD' && c === undefined);
  const [day, month] = monthFirst ? [b, a] : [a, b];
  const shape = monthFirst
    ? `${repeat('m', a)}${separator}${repeat('d', b)}`
    : `${repeat('d', a)}${separator}${repeat('m', b)}`;
  const year = c === undefined ? thisYear : fullYear(c);
  return make(
    year,
    Number(month),
    Number(day),
    c === undefined ? shape : `${shape}${separator}${yearPattern(c)}`,
  );
}

/** `1 Januari 2026`, `Jan 1, 2026`, `1-Jan-26`, `Agustus 2026`, `17 Agustus` (this year). */
function parseNamedMonth(text: string, habits: LocaleHabits, thisYear: number): Found | undefined {
  const parts = text.split(/[\s,./-]+/).filter((part) => part !== '');
  if (parts.length < 2 || parts.length > 3) return undefined;
  const place = parts.findIndex((part) => habits.months.has(part.toLowerCase()));
  const name = parts[place];
  const month = habits.months.get(name?.toLowerCase() ?? '');
  const rest = parts.filter((_, index) => index !== place);
  if (place > 1 || !name || !month || !rest.every((part) => /^\d{1,4}$/.test(part))) return undefined;
  const letters = name.length > 3 ? 'mmmm' : 'mmm';
  const gap = /\d-[A-Za-z]|[A-Za-z]-\d/.test(text) ? '-' : ' ';
  const [one = '', two] = rest;
  if (two === undefined && one.length === 4) {
    const value = place === 0 ? serialOfDay(Number(one), month, 1) : undefined;
    return value === undefined ? undefined : { value, format: `${letters}${gap}yyyy` };
  }
  if (one.length > 2) return undefined;
  const value = serialOfDay(two === undefined ? thisYear : fullYear(two), month, Number(one));
  if (value === undefined) return undefined;
  const day = repeat('d', one);
  const year = two === undefined ? '' : `${place === 0 ? ', ' : gap}${yearPattern(two)}`;
  return { value, format: place === 0 ? `${letters} ${day}${year}` : `${day}${gap}${letters}${year}` };
}
