import type { Answer, FormItem } from '../../state/form';
import { durationText, timeText, two } from './dateText';
import { isGrid } from './itemState';

/** Values of a form page or of an address, by parameter: `entry.N`, `entry.N_year` … */
export type Entries = Record<string, string | string[]>;

/** What Google sends in the place of a choice when the free text behind "Other" is meant. */
export const OTHER = '__other_option__';

/** All values of one parameter, without empty ones. */
function values(entries: Entries, name: string): string[] {
  const value = entries[name];
  const list = value === undefined ? [] : Array.isArray(value) ? value : [value];
  return list.filter((text) => text !== '');
}

/** The sent value of a question as an answer, checked for nothing yet; undefined when nothing was sent. */
export function answerOf(item: FormItem, entries: Entries): Answer | undefined {
  if (isGrid(item)) return gridAnswer(item, entries);
  const name = `entry.${item.entryIds[0] ?? 0}`;
  const sent = values(entries, name);
  switch (item.type) {
    case 'CHECKBOX':
      return sent.length > 0 ? withOther(item, entries, name, sent) : undefined;
    case 'MULTIPLE_CHOICE':
      return sent.length > 0 ? withOther(item, entries, name, sent.slice(0, 1))[0] : undefined;
    case 'DATE':
    case 'DATETIME':
      return dateAnswer(item, entries, name, sent[0]);
    case 'TIME':
      return timeAnswer(entries, name, sent[0]);
    case 'DURATION':
      return durationAnswer(entries, name, sent[0]);
    default:
      return sent[0];
  }
}

/** "Other" becomes its text where the question has it; several values keep their order. */
function withOther(item: FormItem, entries: Entries, name: string, sent: string[]): string[] {
  if (!item.hasOtherOption) return sent;
  const text = values(entries, `${name}.other_option_response`)[0] ?? '';
  return sent.map((value) => (value === OTHER ? text : value)).filter((value) => value !== '');
}

function gridAnswer(item: FormItem, entries: Entries): Answer | undefined {
  const rows = item.entryIds.map((id) => values(entries, `entry.${id}`));
  if (rows.every((row) => row.length === 0)) return undefined;
  if (item.type === 'GRID') return rows.map((row) => row[0] ?? '');
  return rows.map((row) => (row.length > 0 ? row : null));
}

/** The parts `_year`, `_month` … of a parameter, '' where missing. */
function parts<K extends string>(entries: Entries, name: string, ...keys: K[]): Record<K, string> {
  const found = {} as Record<K, string>;
  for (const key of keys) found[key] = values(entries, `${name}_${key}`)[0] ?? '';
  return found;
}

function dateAnswer(
  item: FormItem,
  entries: Entries,
  name: string,
  whole: string | undefined,
): string | undefined {
  const part = parts(entries, name, 'year', 'month', 'day', 'hour', 'minute');
  if (whole === undefined && Object.values(part).every((text) => text === '')) return undefined;
  if (whole !== undefined) return whole.replace('T', ' ');
  const day = `${pad(part.month)}-${pad(part.day)}`;
  const date = item.includesYear === false ? day : `${part.year}-${day}`;
  return item.type === 'DATE' ? date : `${date} ${pad(part.hour)}:${pad(part.minute)}`;
}

function timeAnswer(entries: Entries, name: string, whole: string | undefined): string | undefined {
  const part = parts(entries, name, 'hour', 'minute');
  if (whole !== undefined) return whole;
  return part.hour === '' && part.minute === '' ? undefined : `${pad(part.hour)}:${pad(part.minute)}`;
}

function durationAnswer(entries: Entries, name: string, whole: string | undefined): string | undefined {
  const part = parts(entries, name, 'hour', 'minute', 'second');
  if (whole !== undefined) return whole;
  if (Object.values(part).every((text) => text === '')) return undefined;
  return `${pad(part.hour || '0')}:${pad(part.minute || '0')}:${pad(part.second || '0')}`;
}

function pad(text: string): string {
  return text.padStart(2, '0');
}

/** A date, time or duration in the form that a response keeps, undefined when it is none. */
export function normalise(item: FormItem, text: string): string | undefined {
  const numbers = text.split(/[^0-9]+/).map(Number);
  const [a = NaN, b = NaN, c = NaN, d = NaN, e = NaN] = numbers;
  const withYear = item.includesYear !== false;
  switch (item.type) {
    case 'DATE':
      if (withYear) return /^\d{4}-\d{1,2}-\d{1,2}$/.test(text) ? day(a, b, c) : undefined;
      return /^\d{1,2}-\d{1,2}$/.test(text) ? day(2000, a, b)?.slice(5) : undefined;
    case 'DATETIME': {
      const shape = withYear ? /^\d{4}-\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/ : /^\d{1,2}-\d{1,2} \d{1,2}:\d{2}$/;
      if (!shape.test(text)) return undefined;
      const date = withYear ? day(a, b, c) : day(2000, a, b)?.slice(5);
      const time = withYear ? clock(d, e) : clock(c, d);
      return date && time ? `${date} ${time}` : undefined;
    }
    case 'TIME':
      return /^\d{1,2}:\d{2}$/.test(text) ? clock(a, b) : undefined;
    case 'DURATION':
      if (!/^\d{1,3}:\d{2}:\d{2}$/.test(text) || b > 59 || c > 59) return undefined;
      return durationText(a, b, c);
    default:
      return text;
  }
}

function day(year: number, month: number, date: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, date));
  if (time.getUTCMonth() !== month - 1 || time.getUTCDate() !== date || month < 1) return undefined;
  return `${String(year).padStart(4, '0')}-${two(month)}-${two(date)}`;
}

function clock(hour: number, minute: number): string | undefined {
  return hour <= 23 && minute <= 59 ? timeText(hour, minute) : undefined;
}
