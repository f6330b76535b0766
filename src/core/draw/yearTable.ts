import type { VillageMonth } from '../book';
import { collectedPeriod, periodsFrom } from '../due';
import type { Block, Cell } from '../patch';
import type { LocalDate, Period, Settings, VillageCode } from '../settings';
import type { TabColumn } from '../tabs/tab';
import type { DrawContext } from './context';
import { paddedRows } from './field';
import { monthRows, type VillageMonths } from './rows';
import { YEAR_HEADER } from './yearlyTab';

type Rows = readonly (readonly Cell[])[];

/** A year by months: what a village's year is, and what is written of it. */
export interface YearTable<T> {
  readonly columns: (context: DrawContext) => readonly TabColumn[];
  readonly head: (context: DrawContext, year: string) => Rows;
  readonly of: (context: DrawContext, months: VillageMonths) => T;
  /** Sums over the villages, month by month and for the parts of the year. */
  readonly sums: (context: DrawContext, all: readonly T[], periods: readonly Period[]) => Rows;
  /** A village month by month, then the parts of the year. */
  readonly own: (context: DrawContext, one: T, periods: readonly Period[]) => Rows;
}

/** Rows of a village or of the sums: months and parts of the year. */
const ROWS_EACH = 15;

/** Months of the year that are owed and collected on that day, oldest first. */
export function yearPeriods(settings: Settings, today: LocalDate, year: string): readonly Period[] {
  const first = [`${year}-01`, settings.goLive].sort()[1] ?? settings.goLive;
  const last = [`${year}-12`, collectedPeriod(settings, today)].sort()[0] ?? first;
  return first > last ? [] : periodsFrom(first, last);
}

/** Parts of the year that have a month: the halves, and the whole. */
export function partsOf(
  periods: readonly Period[],
): readonly (readonly [words: string, periods: readonly Period[]])[] {
  const half = (first: boolean): readonly Period[] =>
    periods.filter((period) => Number(period.slice(5)) <= 6 === first);
  const all = [
    ['Semester I', half(true)],
    ['Semester II', half(false)],
    ['Setahun', periods],
  ] as const;
  return all.filter(([, some]) => some.length > 0);
}

function page<T>(
  { columns }: YearTable<T>,
  context: DrawContext,
  place: Pick<Block, 'book' | 'tab'>,
  rows: Rows,
  groups: number,
): Block {
  const values = paddedRows(rows, YEAR_HEADER + groups * ROWS_EACH, columns(context).length);
  return { kind: 'block', ...place, row: 1, column: 1, values };
}

/** The year of all villages in the master: sums first; `months` = those of `yearPeriods` of all villages. */
export function drawWholeYear<T>(
  table: YearTable<T>,
  tab: string,
  context: DrawContext,
  year: string,
  months: readonly VillageMonth[],
): Block {
  const periods = yearPeriods(context.settings, context.today, year);
  const all = context.places
    .flatMap((code) => monthRows(context, code, periods, months) ?? [])
    .map((one) => table.of(context, one));
  const rows = [
    ...table.head(context, year),
    ...table.sums(context, all, periods),
    ...all.flatMap((one) => table.own(context, one, periods)),
  ];
  return page(table, context, { book: 'master', tab }, rows, context.places.length + 1);
}

/** The year of one village, for its own Sheet. */
export function drawOwnYear<T>(
  table: YearTable<T>,
  tab: string,
  context: DrawContext,
  village: VillageCode,
  year: string,
  months: readonly VillageMonth[],
): Block {
  const periods = yearPeriods(context.settings, context.today, year);
  const found = monthRows(context, village, periods, months);
  const own = found === undefined ? [] : table.own(context, table.of(context, found), periods);
  return page(table, context, { book: village, tab }, [...table.head(context, year), ...own], 1);
}
