import type { VillageMonth } from './book';
import { countedVersions } from './counted';
import { formatDecimal, formatNumber } from './dates';
import { b3Line, b3Sum, type B3Line } from './draw/b3';
import type { DrawContext } from './draw/context';
import { villageRows } from './draw/rows';
import { figureOf, textOf } from './draw/values';
import { periodsFrom } from './due';
import { median, type Figure } from './figures';
import { MISSING } from './looks';
import { addMonths } from './place';
import type { Period } from './settings';

/** Months that a birth or death rate spans. */
export const RATE_MONTHS = 12;

/** Places of B.3's columns: jiwa at the beginning, births, deaths, then at the end WNA L, WNA P, WNI L, WNI P, KK, jiwa. */
const AT = { opening: 6, births: 7, deaths: 15, closing: 23, households: 27, people: 29 };
const four = (figures: readonly (number | undefined)[], from: number): number =>
  figures.slice(from, from + 4).reduce<number>((sum, one) => sum + (one ?? 0), 0);

/** Men for each 100 women, people of a household, over the villages whose closing is known. */
function ratios(lines: readonly B3Line[]): readonly Figure[] {
  const closed = lines.filter((line) => line.closed);
  if (closed.length === 0) return [];
  const sums = b3Sum(closed);
  const [foreignMale = 0, foreignFemale = 0, male = 0, female = 0] = sums.slice(AT.closing);
  const women = foreignFemale + female;
  const households = sums[AT.households] ?? 0;
  return [
    {
      label: 'Rasio jenis kelamin',
      value: women === 0 ? MISSING : formatDecimal(((foreignMale + male) / women) * 100, 1),
      note: 'laki-laki tiap 100 perempuan',
    },
    {
      label: 'Jiwa per KK',
      value: households === 0 ? MISSING : formatDecimal((sums[AT.people] ?? 0) / households, 1),
    },
  ];
}

/** A village's last twelve months, all of them counted and closed; undefined where one is not. */
function counted(year: readonly (readonly B3Line[])[], village: string): readonly B3Line[] | undefined {
  const own = year.flatMap((lines) => lines.filter((line) => line.row.village.code === village));
  const isWhole = own.every(
    (line) => line.closed && line.counted !== undefined && line.ledger?.opening !== undefined,
  );
  return isWhole && own.length === RATE_MONTHS ? own : undefined;
}

/**
 * Births and deaths of the last twelve months for each 1,000 of the mean of their opening and closing population, over
 * the villages of which all twelve are counted; `–` where there is none.
 */
function rates(context: DrawContext, period: Period, months: readonly VillageMonth[]): readonly Figure[] {
  const span = periodsFrom(addMonths(period, 1 - RATE_MONTHS), period);
  const year = span.map((one) => villageRows(context, one, months).map(b3Line));
  const villages = year[year.length - 1] ?? [];
  const whole = villages.flatMap((line) => {
    const own = counted(year, line.row.village.code);
    return own === undefined ? [] : [own];
  });
  const mean = whole.reduce((sum, own) => {
    const [first, last] = [own[0], own[own.length - 1]];
    return sum + ((first?.figures[AT.opening] ?? 0) + (last?.figures[AT.people] ?? 0)) / 2;
  }, 0);
  const of = (from: number): string => {
    const events = whole.flat().reduce((sum, line) => sum + four(line.figures, from), 0);
    return mean === 0 ? MISSING : formatDecimal((events / mean) * 1000, 1);
  };
  const note =
    mean === 0
      ? 'diketahui setelah 12 bulan berturut-turut'
      : `tiap 1.000 jiwa, 12 bulan, ${formatNumber(whole.length)} dari ${formatNumber(villages.length)} desa/kelurahan`;
  return [
    { label: 'Angka kelahiran', value: of(AT.births), note },
    { label: 'Angka kematian', value: of(AT.deaths), note },
  ];
}

/** What is known of the people of a month beside their number; nothing where no closing is known. */
export function demographicFigures(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Figure[] {
  const known = ratios(villageRows(context, period, months).map(b3Line));
  return known.length === 0 ? [] : [...known, ...rates(context, period, months)];
}

const KINDS = ['Lahir', 'Meninggal', 'Datang', 'Pindah'];

/** The month's events told one by one: how many of each kind and sex, and how long they took to be told. */
export function eventFigures(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Figure[] {
  if (!context.catalogue.some((type) => type.id === 'events')) return [];
  const all = months
    .filter((month) => month.period === period)
    .flatMap((month) => countedVersions(month, 'events'));
  if (all.length === 0) return [];
  const parts = KINDS.flatMap((kind) => {
    const own = all.filter((version) => textOf(version, 'kind') === kind);
    const women = own.filter((version) => textOf(version, 'sex') === 'Perempuan').length;
    if (own.length === 0) return [];
    return [`${kind.toLowerCase()} ${formatNumber(own.length - women)} L, ${formatNumber(women)} P`];
  });
  const days = median(all.flatMap((version) => figureOf(version, 'delay') ?? []));
  const told = days === undefined ? '' : `; separuhnya dilaporkan dalam ${formatDecimal(days, 0)} hari`;
  return [
    {
      label: 'Peristiwa satu per satu',
      value: `${formatNumber(all.length)} laporan`,
      note: `${parts.join('; ')}${told}`,
    },
  ];
}
