import { nameAfter } from '../decided';
import type { MonthTruth, UnitMonth, YearTruth } from '../truth';
import { cell, NONE, ofText, peopleIn, total, type Book, type Books, type Row } from './figures';

const FIGURES = [
  'households', 'male', 'female', 'births', 'deaths', 'arrivals', 'departures', 'patrols', 'elderly',
] as const; // prettier-ignore
/** Nobody tells of these: disabilitas, hamil, balita. */
const UNTOLD = [NONE, NONE, NONE];

const isMissing = (month: MonthTruth): boolean => month.unitsCourse === 'missing';
const linesOf = (month: MonthTruth): readonly UnitMonth[] => (isMissing(month) ? [] : month.units);

/** RT with a line that came in time: all, all but the last, none. */
function onTime({ units, unitsCourse }: MonthTruth): number {
  if (unitsCourse === 'right') return units.length;
  return unitsCourse === 'part' ? units.length - 1 : 0;
}

function figures(months: readonly MonthTruth[]): readonly string[] {
  const lines = months.flatMap(linesOf);
  const expected = months.reduce((sum, month) => sum + month.units.length, 0);
  return [
    ofText(lines.length, expected),
    ofText(total(months.map(onTime)) ?? 0, expected),
    ...FIGURES.map((id) => cell(total(lines.map((line) => line[id])))),
    ...UNTOLD,
    cell(total(lines.map((line) => line.male + line.female))),
    cell(total(months.map((month) => (isMissing(month) ? undefined : month.communalWork)))),
  ];
}

/** What the lines say more than the population report of the month. */
function gaps(month: MonthTruth, book: Book | undefined): readonly string[] {
  if (isMissing(month) || book?.closing === undefined) return [NONE, NONE];
  const people = total(month.units.map((unit) => unit.male + unit.female)) ?? 0;
  const households = total(month.units.map((unit) => unit.households)) ?? 0;
  return [String(people - peopleIn(book.closing)), String(households - book.closing.households)];
}

/** `Rekap RT` of a month. */
export function unitRows(year: YearTruth, books: Books, at: number): readonly Row[] {
  const months = year.villages.flatMap((village) => village.months[at] ?? []);
  return [
    ...months.map((month, place) => [
      String(place + 1),
      nameAfter(year, place),
      ...figures([month]),
      ...gaps(month, books[place]?.[at]),
      isMissing(month) ? 'semua' : '',
      '',
    ]),
    ['', 'JUMLAH', ...figures(months), NONE, NONE, '', ''],
  ];
}
