import { isPeriod, MONTH_NAMES, parsePeriod } from './dates';
import type { Period } from './settings';
import { cleanText } from './text';

/** `jul`, `agt`: how months are shortened in tables, beside their first three letters. */
const SHORT: Readonly<Record<string, number>> = { agt: 8, ags: 8, agst: 8, sept: 9, nop: 11, nopember: 11 };

function monthOf(word: string): number {
  const at = MONTH_NAMES.findIndex(
    (name) => name.toLowerCase() === word || name.slice(0, 3).toLowerCase() === word,
  );
  return at < 0 ? (SHORT[word] ?? 0) : at + 1;
}

/** Years of four digits in a text. */
export const yearsIn = (text: string): readonly string[] => text.match(/(?<!\d)20\d\d(?!\d)/g) ?? [];

/** The one month that a title or the name of a tab tells; `year` where it names none. */
export function periodNamed(text: string, year?: string): Period | undefined {
  const words = text.toLowerCase().match(/[a-z]+/g) ?? [];
  const months = [...new Set(words.map(monthOf).filter((one) => one > 0))];
  const years = [...new Set(yearsIn(text))];
  const [month] = months;
  const of = years.length === 0 ? year : years.length === 1 ? years[0] : undefined;
  if (month === undefined || months.length > 1 || of === undefined) return undefined;
  return `${of}-${String(month).padStart(2, '0')}`;
}

/** The month of a cell: `Juli 2026`, `Jul 2026`, `2026-07`, a day of it; `Juli` or `7` with the year beside it. */
export function periodIn(text: string, year?: string): Period | undefined {
  const clean = cleanText(text, false).text;
  const month = /^(\d{1,2})$/.exec(clean)?.[1];
  const numbers = /^(\d{1,2})[\s/\-](\d{4})$/.exec(clean);
  const period =
    /^(\d{4}-\d{2})(-\d{2})?$/.exec(clean)?.[1] ??
    (numbers && `${numbers[2] ?? ''}-${(numbers[1] ?? '').padStart(2, '0')}`) ??
    (month !== undefined && year !== undefined ? `${year}-${month.padStart(2, '0')}` : undefined);
  if (period !== undefined) return isPeriod(period) ? period : undefined;
  return parsePeriod(clean) ?? periodNamed(clean, year);
}
