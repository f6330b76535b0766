import { monthText } from '../calendar';
import { nameAfter } from '../decided';
import type { ReadinessTruth } from '../linmasTruth';
import type { YearTruth } from '../truth';
import { cell, dotted, joined, NONE, ofText, total, type Row } from './figures';
import { activityFigures, dutyOf, isDone, leftOut, mandatoryText, note, type Duty } from './linmas';

/** Half-years and the year, as far as they have a month. */
function partsOf(year: YearTruth): readonly (readonly [words: string, months: readonly number[]])[] {
  const places = year.periods.map((_period, at) => at);
  const half = (first: boolean): number[] =>
    places.filter((at) => Number((year.periods[at] ?? '').slice(5)) <= 6 === first);
  const all = [
    ['Semester I', half(true)],
    ['Semester II', half(false)],
    ['Setahun', places],
  ] as const;
  return all.filter(([, months]) => months.length > 0);
}

const dutiesOf = (year: YearTruth, place: number, months: readonly number[]): readonly Duty[] =>
  months.flatMap((at) => {
    const month = year.villages[place]?.months[at];
    return month === undefined ? [] : [dutyOf(year, month, undefined)];
  });

/** What the last report of these months says. */
const strongest = (duties: readonly Duty[]): ReadinessTruth | undefined =>
  duties.flatMap(({ strength }) => strength ?? []).at(-1);

function strengthFigures(known: readonly ReadinessTruth[]): readonly string[] {
  const columns: readonly ((one: ReadinessTruth) => number)[] = [
    (one) => one.male,
    (one) => one.female,
    (one) => one.male + one.female,
    (one) => one.registered,
    (one) => one.withCard,
    (one) => one.trained,
    (one) => one.posts,
    (one) => one.activePosts,
  ];
  return columns.map((of) => cell(total(known.map(of))));
}

/** The played year is looked at when all of its months are over: what is open is missed. */
function mandatoryOf(duties: readonly Duty[]): string {
  const owing = duties.filter(({ minimum }) => minimum.length > 0);
  const done = owing.filter(isDone).length;
  return owing.length === 0
    ? NONE
    : `${done === owing.length ? '✓' : '!'} ${ofText(done, owing.length)} bulan`;
}

const titleOf = (year: YearTruth, place: number): string =>
  `${year.villages[place]?.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${nameAfter(year, place)}`;

function rowOf(title: string, words: string, duties: readonly Duty[], mandatory: string, said: string): Row {
  const last = strongest(duties);
  return [title, words, ...activityFigures(duties), mandatory, ...strengthFigures(last ? [last] : []), said];
}

/** One village's months, halves and year, as in its own Sheet where its programme does not ask for people. */
export function villageLinmasYear(year: YearTruth, place: number): readonly Row[] {
  const title = titleOf(year, place);
  const months = year.periods.flatMap((period, at): Row[] => {
    const [duty] = dutiesOf(year, place, [at]);
    return duty ? [rowOf(title, monthText(period), [duty], mandatoryText(duty), note(duty))] : [];
  });
  const parts = partsOf(year).map(([words, some]) => {
    const duties = dutiesOf(year, place, some);
    const said = joined([
      `ada kegiatan ${ofText(duties.filter(({ own }) => own.length > 0).length, duties.length)} bulan`,
      `rekap Linmas ${ofText(duties.filter(({ strength }) => strength !== undefined).length, duties.length)} bulan`,
      ...leftOut(duties),
    ]);
    return rowOf(title, words, duties, mandatoryOf(duties), said);
  });
  return [...months, ...parts];
}

/** Five names, the others counted. */
function named(names: readonly string[]): string {
  if (names.length === 0) return '';
  const rest = names.length - 5;
  return ` (${names.slice(0, 5).join(', ')}${rest > 0 ? ` dan ${dotted(rest)} lain` : ''})`;
}

function sumRow(year: YearTruth, words: string, months: readonly number[]): Row {
  const all = year.villages.map((_village, place) => dutiesOf(year, place, months));
  const idle = all.flatMap((duties, place) =>
    duties.every(({ own }) => own.length === 0) ? [nameAfter(year, place)] : [],
  );
  const known = all.flatMap((duties) => strongest(duties) ?? []);
  const owing = all.filter((duties) => duties.some(({ minimum }) => minimum.length > 0));
  const done = owing.filter((duties) => duties.every(isDone)).length;
  return [
    'JUMLAH',
    words,
    ...activityFigures(all.flat()),
    owing.length === 0 ? NONE : ofText(done, owing.length),
    ...strengthFigures(known),
    `tanpa kegiatan: ${ofText(idle.length, all.length)} desa/kelurahan${named(idle)}; kekuatan dari ${ofText(known.length, all.length)}`,
  ];
}

/** `Rekap Tahunan Linmas`: the sums, then each village. */
export function linmasYearRows(year: YearTruth): readonly Row[] {
  return [
    ...year.periods.map((period, at) => sumRow(year, monthText(period), [at])),
    ...partsOf(year).map(([words, months]) => sumRow(year, words, months)),
    ...year.villages.flatMap((_village, place) => villageLinmasYear(year, place)),
  ];
}
