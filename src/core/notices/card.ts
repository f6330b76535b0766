import type { VillageMonth } from '../book';
import { completenessOf, complianceText, owedReports, type Compliance } from '../compliance';
import { addDays, formatMonth, formatNumber, formatPeriod } from '../dates';
import { lockDate } from '../due';
import type { DrawContext } from '../draw/context';
import { mandatoryFigures } from '../draw/linmasFigures';
import { typeTitle } from '../draw/rows';
import { addMonths } from '../place';
import type { Period, VillageCode } from '../settings';
import { items, say, type Part } from './letter';

/** Days after the lock day on which a card is still sent, where the evenings before it found no run. */
const WINDOW = 3;

/** What a receipt that carries the card of that month tells about: by it the card is sent once. */
export const cardId = (period: Period): string => `rapor|${period}`;

/** Loaded months that were locked in the last days: their figures are final. */
export function cardPeriods(
  { settings, today }: DrawContext,
  months: readonly VillageMonth[],
): readonly Period[] {
  return [...new Set(months.map((month) => month.period))].sort().filter((period) => {
    const lock = lockDate(settings, period);
    return period >= settings.goLive && today > lock && today <= addDays(lock, WINDOW);
  });
}

function owedBy(
  { settings, catalogue, today }: DrawContext,
  village: VillageCode,
  period: Period,
  months: readonly VillageMonth[],
): readonly Compliance[] {
  const month = months.find((one) => one.village === village && one.period === period);
  return owedReports(settings, catalogue, today, village, period, month);
}

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;

const shares = (reports: readonly Compliance[]): string => {
  const { owed, accepted, onTime } = completenessOf(reports);
  return `kelengkapan ${of(accepted, owed)}, ketepatan waktu ${of(onTime, owed)}`;
};

/** The mandatory programme as far as it was kept; '' where there is none. */
function keptText(
  context: DrawContext,
  village: VillageCode,
  period: Period,
  months: readonly VillageMonth[],
): string {
  const month = months.find((one) => one.village === village && one.period === period);
  const figures = mandatoryFigures(context.settings, period, month);
  if (figures.length === 0 || !context.catalogue.some((type) => type.id === 'activities')) return '';
  return `, program wajib terpenuhi ${of(figures.filter((one) => one.done >= one.minimum).length, figures.length)}`;
}

/** A village's own month in a few lines: completeness, timeliness, programme kept, and each report; [] = it owes nothing. */
export function cardParts(
  context: DrawContext,
  village: VillageCode,
  period: Period,
  months: readonly VillageMonth[],
): readonly Part[] {
  const reports = owedBy(context, village, period, months);
  if (reports.length === 0) return [];
  const before = addMonths(period, -1);
  const last = before < context.settings.goLive ? [] : owedBy(context, village, before, months);
  return [
    say(
      `Rapor ${formatPeriod(period)}: ${shares(reports)}${keptText(context, village, period, months)}. Bulan ini sudah dikunci.` +
        (last.length === 0 ? '' : ` ${formatMonth(before)}: ${shares(last)}.`),
    ),
    items(reports.map((one) => `${typeTitle(context, { type: one.type })}: ${complianceText(one)}`)),
  ];
}
