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

/** A header that names one month: the month as it is called there, `Januari` or `Januari 2025`, and all else it says. */
export interface MonthHeader {
  readonly said: string;
  readonly rest: string;
}

const DAY = /(?<!\d)(20\d\d)-(\d\d)(-\d\d)?(?!\d)/g;
const ABOUT_MONTH = /^(bulan|bln|tahun|thn|20\d\d)$/;

/** What a header says of one month; undefined where it names none or several. */
export function monthHeaderOf(name: string): MonthHeader | undefined {
  // Sheets makes a day of a month that stands alone in its cell.
  const words = name
    .replace(DAY, (_day, year: string, month: string) => `${monthName(Number(month))} ${year}`)
    .split(/[\s().,:;_\-/]+/)
    .filter((word) => word !== '');
  const months = [...new Set(words.map((word) => monthOf(word.toLowerCase())).filter((one) => one > 0))];
  const years = [...new Set(words.flatMap(yearsIn))];
  const [month = 0] = months;
  if (months.length !== 1 || years.length > 1) return undefined;
  const rest = words.filter((word) => {
    const small = word.toLowerCase();
    return monthOf(small) === 0 && !ABOUT_MONTH.test(small);
  });
  return { said: [monthName(month), ...years].join(' '), rest: rest.join(' ') };
}

const monthName = (month: number): string => MONTH_NAMES[month - 1] ?? '';

/** Months side by side: what each column's header says of its month; undefined where no two columns differ in it only. */
export function sideBySide(names: readonly string[]): readonly (MonthHeader | undefined)[] | undefined {
  const headers = names.map(monthHeaderOf);
  const isRepeated = headers.some((one) =>
    headers.some((other) => other?.rest === one?.rest && other?.said !== one?.said),
  );
  return isRepeated ? headers : undefined;
}
