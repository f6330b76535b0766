import type { LocaleHabits } from './locale';
import { localeHabits } from './locale';
import { parseDateText } from './typedDate';

/** What a text becomes when it is typed into a cell; `format` is the number format that comes with it. */
export type Typed =
  | { kind: 'value'; value: string | number | boolean | null; format?: string }
  | { kind: 'formula'; formula: string };

export interface TypingContext {
  locale: string;
  /** Number format that the cell has already, undefined = automatic. */
  format?: string | undefined;
  /** For dates typed without a year. */
  year: number;
}

/**
 * Reads a text as Google Sheets reads typed input, which `setValues`, `appendRow` and a person's keyboard have in
 * common (google.md section 4): numbers, percentages, amounts, dates and times in the spreadsheet's language,
 * TRUE and FALSE, formulas. Text stays as it is in a cell of format `@` and after a leading `'`, which is dropped.
 */
export function parseTyped(text: string, context: TypingContext): Typed {
  if (text === '') return { kind: 'value', value: null };
  if (context.format === '@') return { kind: 'value', value: text };
  const first = text.charCodeAt(0);
  if (first === 39) return { kind: 'value', value: text.slice(1) === '' ? null : text.slice(1) };
  if (first === 61 && text.length > 1) return { kind: 'formula', formula: text };
  if (!/\d/.test(text)) return parseWord(text);
  const habits = localeHabits(context.locale);
  const number = parseFigures(text.trim(), habits, context.year);
  if (number) {
    const percent = context.format?.includes('%') && number.format === undefined;
    return { kind: 'value', ...number, ...(percent ? { value: number.value / 100 } : {}) };
  }
  return parseSigned(text);
}

/** Letters that a number, an amount or a time can have; others make a month's name or plain text. */
const FIGURES = /^[\d\s.,:/()%+\-eEaApPmM]+$/;

function parseFigures(
  text: string,
  habits: LocaleHabits,
  year: number,
): { value: number; format?: string } | undefined {
  if (FIGURES.test(text) || text.includes(habits.currency)) {
    const number = parseNumberText(text, habits);
    if (number) return number;
  }
  return text.length < 40 ? parseDateText(text, habits, year) : undefined;
}

function parseWord(text: string): Typed {
  if (text.length <= 7) {
    const upper = text.trim().toUpperCase();
    if (upper === 'TRUE') return { kind: 'value', value: true };
    if (upper === 'FALSE') return { kind: 'value', value: false };
  }
  return parseSigned(text);
}

/** A text after + or - that is no number is taken for a formula, as many a phone number has found out. */
function parseSigned(text: string): Typed {
  if (/^[+-][\s+-]*[^\s+-]/.test(text)) return { kind: 'formula', formula: `=${text}` };
  return { kind: 'value', value: text };
}

interface NumberShape {
  plain: RegExp;
  grouped: RegExp;
}
const shapes = new Map<string, NumberShape>();

function shapeOf(habits: LocaleHabits): NumberShape {
  const key = habits.decimal + habits.group;
  let shape = shapes.get(key);
  if (!shape) {
    const escape = (sign: string): string => sign.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    const decimal = escape(habits.decimal);
    shape = {
      plain: new RegExp(`^(?:\\d+(?:${decimal}\\d*)?|${decimal}\\d+)(?:[eE][+-]?\\d+)?$`),
      grouped: new RegExp(`^\\d{1,3}(?:${escape(habits.group)}\\d{3})+(?:${decimal}\\d*)?$`),
    };
    shapes.set(key, shape);
  }
  return shape;
}

/** A number as typed in that language: digits, grouping, sign, brackets, percent, currency, exponent. */
export function parseNumberText(
  text: string,
  habits: LocaleHabits,
): { value: number; format?: string } | undefined {
  let body = text;
  let negative = false;
  const brackets = /^\((.+)\)$/.exec(body);
  if (brackets?.[1]) {
    negative = true;
    body = brackets[1];
  }
  const sign = /^([+-])\s?(.+)$/.exec(body);
  if (sign?.[2] && !negative) {
    negative = sign[1] === '-';
    body = sign[2];
  }
  const percent = /^(.*\d.*?)\s?%$/.exec(body);
  if (percent?.[1]) body = percent[1];
  const money =
    !percent && body.startsWith(habits.currency) ? body.slice(habits.currency.length).trim() : undefined;
  if (money !== undefined) body = money;
  const shape = shapeOf(habits);
  const grouped = shape.grouped.test(body);
  if (!grouped && !shape.plain.test(body)) return undefined;
  const digits = (grouped ? body.replaceAll(habits.group, '') : body).replace(habits.decimal, '.');
  const size = Number(digits);
  if (!Number.isFinite(size)) return undefined;
  const value = (negative ? -size : size) / (percent ? 100 : 1);
  const fraction = /\.\d/.test(digits);
  if (percent) return { value: Number(value.toPrecision(15)), format: fraction ? '0.00%' : '0%' };
  if (money !== undefined) return { value, format: `"${habits.currency}"#,##0${fraction ? '.00' : ''}` };
  if (/e/i.test(digits)) return { value, format: '0.00E+00' };
  if (grouped) return { value, format: fraction ? '#,##0.00' : '#,##0' };
  return { value };
}
