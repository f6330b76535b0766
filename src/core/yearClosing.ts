import type { Version, VillageHead, VillageMonth } from './book';
import { closedYearOf, type ClosedYear, type ClosedYears } from './closedYears';
import { isOfficeMade } from './counted';
import { formatDate, formatNumber, formatPeriod } from './dates';
import type { DrawContext } from './draw/context';
import { drawData } from './draw/data';
import { drawDifferences } from './draw/differences';
import { drawHistory } from './draw/history';
import { drawQueue } from './draw/queue';
import { titleOf } from './draw/rows';
import { existsIn, lockDate, lockInstant, villageOf } from './due';
import { endStock } from './ledgerView';
import { MISSING, STOCK_PARTS } from './looks';
import type { Cell, Patch, Upsert } from './patch';
import { LEDGER_TYPE } from './population';
import type { ReportType } from './report';
import type { Instant, Period, Settings, VillageCode } from './settings';
import { instantOf } from './zones';

/** The year that comes next to be closed: the one after the last, or that of go-live. */
export function nextYear(settings: Settings, closed: ClosedYears = []): string {
  const last = closed[closed.length - 1]?.year;
  return last === undefined ? settings.goLive.slice(0, 4) : String(Number(last) + 1);
}

export const lastMonth = (year: string): Period => `${year}-12`;

/** The first moment after the year. */
export const endOfYear = (settings: Settings, year: string): Instant =>
  instantOf(`${String(Number(year) + 1)}-01-01`, '00:00', settings.zone);

/** A year as if it were closed at that moment, before it has an archive. */
export const supposed = (year: string, at: Instant): ClosedYear => ({
  year,
  before: at,
  at,
  archive: '',
  answers: {},
});

/** The months of a year that is closed, or supposed to be, among those of all villages. */
export const monthsOf = (
  closed: ClosedYears,
  year: string,
  months: readonly VillageMonth[],
): readonly VillageMonth[] => months.filter(({ period }) => closedYearOf(closed, period)?.year === year);

/** Names of the first few, and how many more there are. */
const NAMED = 5;

function some(all: readonly string[]): string {
  const more = all.length - NAMED;
  return [...all.slice(0, NAMED), ...(more > 0 ? [`dan ${formatNumber(more)} lagi`] : [])].join('; ');
}

/** Why a year cannot be closed yet, a sentence each; `months` = those of the year of all villages. */
export function obstacles(
  context: DrawContext,
  year: string,
  months: readonly VillageMonth[],
): readonly string[] {
  const { settings, now } = context;
  const last = lastMonth(year);
  if (now <= lockInstant(settings, last))
    return [`${formatPeriod(last)} baru dikunci setelah ${formatDate(lockDate(settings, last))}.`];
  const where = (month: VillageMonth): string =>
    `${titleOf(context, month.village)} ${formatPeriod(month.period)}`;
  const open = months.filter((month) => month.unlocks.some(({ until }) => until >= now)).map(where);
  const waiting = months.flatMap((month) =>
    drawQueue(context, month).map((row) =>
      row.kind === 'upsert' ? `${String(row.values[3] ?? '')} ${where(month)}` : where(month),
    ),
  );
  const apart = months
    .filter(({ ledger }) => ledger?.difference !== undefined && !ledger.difference.settled)
    .map(where);
  return [
    ...(open.length > 0 ? [`Kuncinya masih dibuka: ${some(open)}.`] : []),
    ...(waiting.length > 0
      ? [`${formatNumber(waiting.length)} laporan masih menunggu di Antrean Tinjau: ${some(waiting)}.`]
      : []),
    ...(apart.length > 0 ? [`Selisihnya belum selesai: ${some(apart)}.`] : []),
  ];
}

/** Villages whose year ends without a closing balance. */
export function withoutClosing(
  context: DrawContext,
  year: string,
  months: readonly VillageMonth[],
): readonly string[] {
  const last = lastMonth(year);
  if (!context.catalogue.some((type) => type.id === LEDGER_TYPE)) return [];
  return context.places.flatMap((code) => {
    const village = villageOf(context.settings, code);
    const month = months.find((one) => one.village === code && one.period === last);
    if (village === undefined || !existsIn(village, last) || endStock(month?.ledger) !== undefined) return [];
    return [titleOf(context, code)];
  });
}

const keyed = (patches: readonly Patch[]): readonly Upsert[] =>
  patches.filter((patch): patch is Upsert => patch.kind === 'upsert');

/**
 * Rows of `Data …`, `Riwayat` and `Selisih` that belong into the archive of a year: those that the context without
 * that year draws and the one with it does not, and all of the monthly types. In order, by tab.
 */
export function archivedRows(
  context: DrawContext,
  closed: ClosedYear,
  months: readonly VillageMonth[],
): Readonly<Record<string, readonly (readonly Cell[])[]>> {
  const others = (context.closed ?? []).filter(({ year }) => year !== closed.year);
  const without: DrawContext = { ...context, closed: others };
  const within: DrawContext = {
    ...context,
    closed: [...others, closed].sort((a, b) => (a.year < b.year ? -1 : 1)),
  };
  const tabs: Record<string, Upsert[]> = {};
  const placed: Record<string, (readonly Cell[])[]> = {};
  const draw = (one: DrawContext, month: VillageMonth): readonly Patch[] => [
    ...drawData(one, month),
    ...drawHistory(one, month),
    ...drawDifferences(one, month),
  ];
  for (const month of months) {
    const left = new Set(keyed(draw(within, month)).map(({ tab, key }) => `${tab}\n${key}`));
    const all = draw(without, month);
    for (const row of keyed(all)) if (!left.has(`${row.tab}\n${row.key}`)) (tabs[row.tab] ??= []).push(row);
    for (const block of all)
      if (block.kind === 'block')
        (placed[block.tab] ??= []).push(...block.values.filter((line) => line[0] !== ''));
  }
  const inOrder = (a: Upsert, b: Upsert): number =>
    a.order < b.order || (a.order === b.order && a.key < b.key) ? -1 : 1;
  const moved = Object.entries(tabs).map(
    ([tab, rows]) => [tab, [...rows].sort(inOrder).map(({ values }) => values)] as const,
  );
  return { ...placed, ...Object.fromEntries(moved) };
}

/** Of each village: answers in its form of all reports that were sent before a moment, those without a month too. */
export function answersBefore(
  catalogue: readonly ReportType[],
  months: readonly VillageMonth[],
  heads: readonly VillageHead[],
  before: Instant,
): Readonly<Record<VillageCode, number>> {
  const personal = new Set(
    catalogue.filter((type) => type.personal !== undefined).map(({ id }) => String(id)),
  );
  const isRow = (one: Version): boolean =>
    one.at < before && !personal.has(one.type) && !isOfficeMade(one) && one.edits === undefined;
  const counts: Record<VillageCode, number> = {};
  for (const { village, strays } of heads) counts[village] = strays.filter(isRow).length;
  for (const { village, reports } of months)
    counts[village] = (counts[village] ?? 0) + Object.values(reports).flat().filter(isRow).length;
  return counts;
}

/** Closing balances of a year: a village a row, missing ones `–`, and their sum with how many it is of. */
export function closingLines(
  context: DrawContext,
  year: string,
  months: readonly VillageMonth[],
): readonly (readonly Cell[])[] {
  const last = lastMonth(year);
  const there = context.places.filter((code) => {
    const village = villageOf(context.settings, code);
    return village === undefined || existsIn(village, last);
  });
  const stocks = there.map((code) => {
    const month = months.find((one) => one.village === code && one.period === last);
    return { name: titleOf(context, code), stock: endStock(month?.ledger) };
  });
  const known = stocks.flatMap(({ stock }) => stock ?? []);
  return [
    ...stocks.map(({ name, stock }) => [name, ...STOCK_PARTS.map(([part]) => stock?.[part] ?? MISSING)]),
    [
      `JUMLAH (${formatNumber(known.length)} dari ${formatNumber(stocks.length)})`,
      ...STOCK_PARTS.map(([part]) => known.reduce((sum, stock) => sum + stock[part], 0)),
    ],
  ];
}
