import type { VillageMonth } from '../book';
import { formatDate, formatNumber, formatPeriod, periodOf } from '../dates';
import { existsIn } from '../due';
import { MISSING, TONES } from '../looks';
import type { Block, Cell } from '../patch';
import type { Period, Village, VillageCode } from '../settings';
import { TAB } from '../tabs/names';
import type { DrawContext } from './context';
import { groupRow, headerRow } from './field';
import { kindsOf, leftOut, linmasNote, mandatoryText } from './linmas';
import { hasTold, linmasFigures, type LinmasFigures, type Strength } from './linmasFigures';
import { orMissing, villageTitle, type VillageMonths } from './rows';
import { someNames } from './toDos';
import { drawOwnYear, drawWholeYear, partsOf, type YearTable } from './yearTable';
import { linmasYearColumns } from './yearlyTab';

/** A village's Linmas month by month, the months in which it exists. */
interface LinmasYear {
  readonly village: Village;
  readonly months: readonly (readonly [Period, LinmasFigures])[];
}

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;
const sum = (all: readonly LinmasFigures[], of: (one: LinmasFigures) => number): number =>
  all.reduce((total, one) => total + of(one), 0);

const linmasYear = ({ settings }: DrawContext, { village, rows }: VillageMonths): LinmasYear => ({
  village,
  months: rows.map(([period, row]) => [period, linmasFigures(settings, period, row)] as const),
});

const within = ({ months }: LinmasYear, some: readonly Period[]): readonly LinmasFigures[] =>
  months.flatMap(([period, figures]) => (some.includes(period) ? [figures] : []));

/** The strength of the last month that has one: a stock is never summed over months. */
const lastStrength = (all: readonly LinmasFigures[]): Strength | undefined =>
  [...all].reverse().find((one) => one.strength !== undefined)?.strength;

/** Times and person-hours summed; missing, not 0, where nothing at all was told. */
function workCells(context: DrawContext, all: readonly LinmasFigures[]): readonly Cell[] {
  const told = all.some(hasTold);
  const times = (of: (one: LinmasFigures) => number): Cell => (told ? Math.round(sum(all, of)) : MISSING);
  return [
    ...kindsOf(context.catalogue).map((kind) => times((one) => one.byKind[kind] ?? 0)),
    times((one) => one.activities),
    times((one) => one.personHours),
  ];
}

function strengthCells(known: readonly Strength[]): readonly Cell[] {
  const add = (of: (one: Strength) => number): Cell =>
    orMissing(known.length === 0 ? undefined : known.reduce((total, one) => total + of(one), 0));
  return [
    add((one) => one.male),
    add((one) => one.female),
    add((one) => one.male + one.female),
    add((one) => one.registered),
    add((one) => one.withCard),
    add((one) => one.trained),
    add((one) => one.posts),
    add((one) => one.activePosts),
  ];
}

const isFulfilled = ({ mandatory }: LinmasFigures): boolean =>
  mandatory.every((one) => one.done >= one.minimum);

/** `✓ 5 dari 5 bulan`: months with a mandatory programme in which it was fulfilled. */
function mandatoryMonths(context: DrawContext, one: LinmasYear, some: readonly Period[]): string {
  const owing = one.months.filter(([period, { mandatory }]) => some.includes(period) && mandatory.length > 0);
  if (owing.length === 0) return MISSING;
  const open = owing.filter(([, figures]) => !isFulfilled(figures));
  const isMissed = open.some(([period]) => period < periodOf(context.today));
  const tone = open.length === 0 ? 'good' : isMissed ? 'wrong' : 'open';
  return `${TONES[tone].sign} ${of(owing.length - open.length, owing.length)} bulan`;
}

function villageRows(
  context: DrawContext,
  one: LinmasYear,
  periods: readonly Period[],
): readonly (readonly Cell[])[] {
  const row = (words: string, some: readonly Period[], mandatory: string, said: string): readonly Cell[] => {
    const all = within(one, some);
    const strength = lastStrength(all);
    return [
      villageTitle(one.village),
      words,
      ...workCells(context, all),
      mandatory,
      ...strengthCells(strength ? [strength] : []),
      said,
    ];
  };
  const months = one.months.map(([period, figures]) => {
    const mandatory = mandatoryText(figures.mandatory, period < periodOf(context.today));
    return row(formatPeriod(period), [period], mandatory, linmasNote(figures));
  });
  const parts = partsOf(periods).map(([words, some]) =>
    row(words, some, mandatoryMonths(context, one, some), partNote(within(one, some))),
  );
  return [...months, ...parts];
}

/** In how many months something was told, and what the figures leave out. */
function partNote(all: readonly LinmasFigures[]): string {
  const active = all.filter((one) => one.activities > 0).length;
  const reported = all.filter((one) => one.strength !== undefined).length;
  const [untimed, byNeighbourhoods, unsent] = [
    sum(all, (one) => one.untimed),
    sum(all, (one) => one.byNeighbourhoods),
    sum(all, (one) => one.unsent),
  ];
  return [
    `ada kegiatan ${of(active, all.length)} bulan`,
    `rekap Linmas ${of(reported, all.length)} bulan`,
    ...leftOut({ untimed, byNeighbourhoods, unsent }),
  ].join('; ');
}

/** Sums over the villages, month by month and for the parts of the year, with those that told of no activity. */
function sumRows(
  context: DrawContext,
  all: readonly LinmasYear[],
  periods: readonly Period[],
): readonly (readonly Cell[])[] {
  const row = (words: string, some: readonly Period[]): readonly Cell[] => {
    const there = all.filter((one) => within(one, some).length > 0);
    const last = some[some.length - 1] ?? '';
    // Who is gone by the end has handed its members on.
    const known = there.flatMap((one) =>
      existsIn(one.village, last) ? (lastStrength(within(one, some)) ?? []) : [],
    );
    const owing = there.filter((one) => within(one, some).some(({ mandatory }) => mandatory.length > 0));
    const fulfilled = owing.filter((one) => within(one, some).every(isFulfilled));
    const without = there.filter((one) => sum(within(one, some), ({ activities }) => activities) === 0);
    const names = without.length === 0 ? '' : ` (${someNames(without.map(({ village }) => village.name))})`;
    return [
      'JUMLAH',
      words,
      ...workCells(
        context,
        there.flatMap((one) => within(one, some)),
      ),
      owing.length === 0 ? MISSING : of(fulfilled.length, owing.length),
      ...strengthCells(known),
      `tanpa kegiatan: ${of(without.length, there.length)} desa/kelurahan${names}; kekuatan dari ${of(known.length, there.length)}`,
    ];
  };
  return [
    ...periods.map((period) => row(formatPeriod(period), [period])),
    ...partsOf(periods).map(([words, some]) => row(words, some)),
  ];
}

function headRows(context: DrawContext, year: string): readonly (readonly Cell[])[] {
  const columns = linmasYearColumns(context.catalogue);
  const said = `Menurut laporan desa/kelurahan yang terbaca sampai ${formatDate(context.today)}. Kekuatan: dari rekap Linmas terakhir.`;
  return [[`Tahun ${year}`, said], groupRow(columns), headerRow(columns)];
}

/** The year of the Linmas. */
const TABLE: YearTable<LinmasYear> = {
  columns: ({ catalogue }) => linmasYearColumns(catalogue),
  head: headRows,
  of: linmasYear,
  sums: sumRows,
  own: villageRows,
};

/** `Rekap Tahunan Linmas`: sums, then every village month by month; `months` = those of `yearPeriods` of all villages. */
export const drawYearlyLinmas = (
  context: DrawContext,
  year: string,
  months: readonly VillageMonth[],
): Block => drawWholeYear(TABLE, TAB.yearlyLinmas, context, year, months);

/** The same of one village, for its own Sheet. */
export const drawVillageYearLinmas = (
  context: DrawContext,
  village: VillageCode,
  year: string,
  months: readonly VillageMonth[],
): Block => drawOwnYear(TABLE, TAB.villageYearLinmas, context, village, year, months);
