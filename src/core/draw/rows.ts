import type { Version, VillageMonth } from '../book';
import { formatPeriod } from '../dates';
import { existsIn, formatReportMonth, villageOf } from '../due';
import { MISSING } from '../looks';
import type { Cell } from '../patch';
import type { Period, Village, VillageCode } from '../settings';
import type { DrawContext } from './context';

/** A village in a month's table. */
export interface VillageRow {
  /** From 1, in the order of `Registri`. */
  readonly number: number;
  readonly village: Village;
  readonly month: VillageMonth | undefined;
}

/** Villages that exist in the month, in the order of `Registri`, each with its month (undefined = nothing yet). */
export function villageRows(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly VillageRow[] {
  const byVillage: Record<VillageCode, VillageMonth> = {};
  for (const month of months) if (month.period === period) byVillage[month.village] = month;
  return context.places
    .map((code) => villageOf(context.settings, code))
    .filter((village): village is Village => village !== undefined && existsIn(village, period))
    .map((village, at) => ({ number: at + 1, village, month: byVillage[village.code] }));
}

/** A village with its months, oldest first. */
export interface VillageMonths {
  readonly village: Village;
  readonly rows: readonly (readonly [Period, VillageRow])[];
}

/** The months of a village in which it exists; undefined where the settings have no such village. */
export function monthRows(
  context: DrawContext,
  code: VillageCode,
  periods: readonly Period[],
  months: readonly VillageMonth[],
): VillageMonths | undefined {
  const village = villageOf(context.settings, code);
  if (village === undefined) return undefined;
  const rows = periods
    .filter((period) => existsIn(village, period))
    .map((period) => {
      const month = months.find((one) => one.village === code && one.period === period);
      return [period, { number: 0, village, month }] as const;
    });
  return { village, rows };
}

/** `Desa Balang`, `Kelurahan Paringin Kota`. */
export function villageTitle(village: Village): string {
  return `${village.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${village.name}`;
}

/** The same by its code; the code itself where the settings do not know it. */
export function titleOf(context: DrawContext, code: VillageCode): string {
  const village = villageOf(context.settings, code);
  return village === undefined ? code : villageTitle(village);
}

/** A village's name alone, for tables. */
export function nameOf(context: DrawContext, code: VillageCode): string {
  return villageOf(context.settings, code)?.name ?? code;
}

/** `Kependudukan`; the type's id where it is not switched on any more. */
export function typeTitle(context: DrawContext, version: Pick<Version, 'type'>): string {
  return context.catalogue.find((type) => type.id === version.type)?.shortTitle ?? version.type;
}

/** What a report is about: `Juli 2026`, of a quarterly one `Triwulan III 2026`; `short` without the year. */
export function reportMonth(
  context: DrawContext,
  type: Version['type'],
  period: Period,
  short?: 'short',
): string {
  const found = context.catalogue.find((one) => one.id === type);
  const month = formatReportMonth(context.settings, found, period);
  return short ? month : `${month} ${period.slice(0, 4)}`;
}

/** A figure, or the sign of a missing one. */
export function orMissing(value: number | undefined): Cell {
  return value ?? MISSING;
}

/** First row of a page that shows one month: the month and a line about it. */
export function monthLine(period: Period, note: string): readonly Cell[] {
  return ['Bulan', formatPeriod(period), note];
}
