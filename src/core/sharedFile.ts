import type { VillageMonth } from './book';
import { completenessOf, COMPLIANCE_WORDS, type Compliance } from './compliance';
import { formatNumber, periodOf } from './dates';
import { collectedPeriod } from './due';
import { complianceLines, completeVillages, type ComplianceLine } from './draw/compliance';
import type { DrawContext } from './draw/context';
import { linmasMonth } from './draw/linmas';
import { b3Lines } from './draw/population';
import { addMonths } from './place';
import { LEDGER_TYPE } from './population';
import { b3Sheet, linmasSheet, square, titleRows, type RecapSheet } from './recapFile';
import { operatorsOf, sameAddress } from './senders';
import type { Period } from './settings';
import { text } from './tabs/tab';

/** Name of the file that all operators and supervisors may read. */
export const SHARED_FILE = 'Rekap Bersama';

/** The month that it shows: the last one that is over; the first one while none that is owed is over. */
export function sharedPeriod({ settings, today }: DrawContext): Period {
  const last = addMonths(periodOf(today), -1);
  const newest = collectedPeriod(settings, today);
  const period = last < newest ? last : newest;
  return period < settings.goLive ? settings.goLive : period;
}

/** Who may read it on that day: operators and supervisors, each once. */
export function sharedReaders({ settings, today }: DrawContext): readonly string[] {
  const all = settings.villages.flatMap((village) => [
    ...operatorsOf(settings, village.code, today).map((one) => one.email),
    village.supervisor?.email ?? '',
  ]);
  return all.filter(
    (address, at) =>
      address !== '' &&
      !sameAddress(address, settings.owner) &&
      all.findIndex((one) => sameAddress(one, address)) === at,
  );
}

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;

/** The word alone: how many days, what is wrong and what waits is the village's own affair. */
const wordOf = (one: Compliance | undefined): string =>
  one === undefined ? '' : COMPLIANCE_WORDS[one.word].words;

function complianceSheet(context: DrawContext, period: Period, lines: readonly ComplianceLine[]): RecapSheet {
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  const columns = [
    text('No', 56),
    text('Desa/Kelurahan', 170),
    text('Diterima', 110),
    ...monthly.map((type) => text(type.shortTitle, 170)),
  ];
  const title = titleRows(context, period, 'KELENGKAPAN LAPORAN');
  const rows = lines.map(({ row, reports }) => {
    const { accepted, owed } = completenessOf(reports);
    const words = monthly.map((type) => wordOf(reports.find((one) => one.type === type.id)));
    return [String(row.number), row.village.name, of(accepted, owed), ...words];
  });
  const byType = monthly.map((type) =>
    completenessOf(lines.flatMap((line) => line.reports.filter((one) => one.type === type.id))),
  );
  const { complete, of: owing } = completeVillages(lines);
  const sums = [
    ['', 'Kelengkapan', of(complete, owing), ...byType.map((one) => of(one.accepted, one.owed))],
    ['', 'Ketepatan waktu', '', ...byType.map((one) => of(one.onTime, one.owed))],
  ];
  const top = title.length + 1;
  const values = [...title, columns.map((column) => column.header), ...rows, ...sums];
  return {
    name: 'Kelengkapan',
    headers: { from: top, to: top },
    frozenRows: top,
    frozenColumns: 2,
    columns,
    values: square(values, columns.length),
    totalRow: top + rows.length + 1,
    landscape: false,
  };
}

/** `Rekap Bersama`: who has sent what, without any reason, B.3, and Linmas; of the types that are switched on. */
export function sharedSheets(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly RecapSheet[] {
  const has = (id: string): boolean => context.catalogue.some((type) => type.id === id);
  const linmas = has('activities') || has('readiness') ? linmasMonth(context, period, months) : [];
  return [
    complianceSheet(context, period, complianceLines(context, period, months)),
    ...(has(LEDGER_TYPE) ? [b3Sheet(context, period, b3Lines(context, period, months))] : []),
    ...(linmas.length > 0 ? [linmasSheet(context, period, linmas)] : []),
  ];
}
