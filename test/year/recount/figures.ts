import { daysApart, dueOn } from '../calendar';
import { isApproved, nameAfter } from '../decided';
import type { Act } from '../teller';
import {
  after, CHANGES, NOBODY, plus, type Flows, type MonthTruth, type Stock, type VillageTruth, type YearTruth,
} from '../truth'; // prettier-ignore

/** A row as it should read; a cell that is undefined is not judged here. */
export type Row = readonly (string | undefined)[];
export type Figures = readonly (number | undefined)[];

/** What stands where a figure is not known: never 0. */
export const NONE = '–';
export const cell = (value: number | undefined): string => (value === undefined ? NONE : String(value));
/** The sum of what is known; undefined where nothing is. */
export function total(values: Figures): number | undefined {
  const known = values.filter((one) => one !== undefined);
  return known.length === 0 ? undefined : known.reduce((sum, one) => sum + one, 0);
}
export const decimal = (value: number): string => value.toFixed(1).replace('.', ',');
export const percent = (part: number | undefined, whole: number | undefined): string =>
  part === undefined || whole === undefined || whole === 0 ? NONE : `${decimal((part / whole) * 100)} %`;
/** `1.204`, with a minus sign of its own. */
export const dotted = (value: number): string =>
  `${value < 0 ? '−' : ''}${String(Math.abs(value)).replace(/\B(?=(\d{3})+$)/g, '.')}`;
export const ofText = (part: number, whole: number): string => `${dotted(part)} dari ${dotted(whole)}`;
export const peopleIn = ({ people }: Stock): number => people.reduce((sum, one) => sum + one, 0);
export const joined = (parts: readonly string[]): string => parts.filter((part) => part !== '').join('; ');

/** What stands in the figures of a village's month at the end of the year. */
export interface Book {
  readonly village: VillageTruth;
  readonly name: string;
  readonly month: MonthTruth;
  readonly flows: Flows | undefined;
  readonly opening: Stock | undefined;
  readonly closing: Stock | undefined;
  readonly approved: boolean;
}

/** Each village's months in order. */
export type Books = readonly (readonly Book[])[];

/** The ledger: opening = closing before + koreksi saldo; closing = opening + flows; a fixed closing opens the next month. */
export function booksOf(year: YearTruth): Books {
  return year.villages.map((village, place) => {
    let before: Stock | undefined = village.opening;
    return village.months.map((month): Book => {
      const opening: Stock | undefined = before && plus(before, month.adjustment);
      const told = month.course !== 'fixed';
      const closing = told && opening ? after(opening, month.flows, month.closing.households) : undefined;
      before = told ? closing : month.closing;
      return {
        village,
        name: nameAfter(year, place),
        month,
        flows: told ? month.flows : undefined,
        opening,
        closing,
        approved: isApproved(place, month),
      };
    });
  });
}

function stockFigures(stock: Stock | undefined): Figures {
  if (stock === undefined) return Array.from({ length: 7 }, () => undefined);
  const all = peopleIn(stock);
  return [...stock.people, stock.households, all - stock.households, all];
}

/** Columns 3–32 of B.3. */
export function b3Figures({ opening, flows, closing }: Pick<Book, 'opening' | 'flows' | 'closing'>): Figures {
  const none = Array.from({ length: 16 }, () => undefined);
  const changes = flows ? CHANGES.flatMap((change) => [...flows[change]]) : none;
  return [...stockFigures(opening), ...changes, ...stockFigures(closing)];
}

/** Each of the thirty columns summed; missing figures add nothing. */
export const columnSums = (rows: readonly Figures[]): readonly number[] =>
  Array.from({ length: 30 }, (_column, at) => rows.reduce((sum, row) => sum + (row[at] ?? 0), 0));

/** `koreksi saldo: WNI L +2, KK −1`; '' for none. */
export function adjustmentText({ people, households }: Stock): string {
  const parts: readonly (readonly [string, number])[] = [
    ['WNI L', people[2]],
    ['WNI P', people[3]],
    ['WNA L', people[0]],
    ['WNA P', people[1]],
    ['KK', households],
  ];
  const told = parts
    .filter(([, value]) => value !== 0)
    .map(([words, value]) => `${words} ${value > 0 ? '+' : ''}${dotted(value)}`);
  return told.length === 0 ? '' : `koreksi saldo: ${told.join(', ')}`;
}

export const allAdjusted = (months: readonly MonthTruth[]): Stock =>
  months.reduce((sum, month) => plus(sum, month.adjustment), NOBODY);

/** What was sent, with the moment to the second, and the day on which the year is looked at. */
export interface Told {
  readonly year: YearTruth;
  readonly acts: readonly Act[];
  readonly sent: Readonly<Record<string, string>>;
  readonly today: string;
}

/** How a monthly report stands at the end. */
export interface Standing {
  readonly word: 'Tepat Waktu' | 'Terlambat' | 'Belum Lapor';
  readonly days: number;
  /** Of the report that counts: local time to the second. */
  readonly at: string | undefined;
}

/** Punctual is who sent in time what was right by itself, whatever it waited for. */
export function standingOf(told: Told, place: number, type: Act['type'], period: string): Standing {
  const due = dueOn(period, told.year.holidays);
  const own = told.acts.filter((act) => act.village === place && act.type === type && act.period === period);
  const good = own.filter((act) => ['counts', 'replaced', 'waits'].includes(act.fate));
  const counted = good.filter((act) => act.fate !== 'replaced').pop();
  const [first] = good;
  if (first === undefined || counted === undefined)
    return { word: 'Belum Lapor', days: daysApart(due, told.today), at: undefined };
  const days = Math.max(0, daysApart(due, first.at.slice(0, 10)));
  return { word: days > 0 ? 'Terlambat' : 'Tepat Waktu', days, at: told.sent[counted.key] };
}

/** The number of a report: of whom and when. */
export const reportNumber = (code: string, at: string): string =>
  `${code.slice(-4)}-${at.slice(2, 10).replace(/-/g, '')}-${at.slice(11).replace(/:/g, '')}`;
