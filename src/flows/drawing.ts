import type { VillageBook, VillageHead, VillageMonth } from '../core/book';
import { drawCompliance } from '../core/draw/compliance';
import type { DrawContext } from '../core/draw/context';
import { drawData } from '../core/draw/data';
import { difference } from '../core/draw/difference';
import { drawDifferences } from '../core/draw/differences';
import { drawHistory, drawStrayHistory } from '../core/draw/history';
import { drawLinmas } from '../core/draw/linmas';
import { drawPopulation } from '../core/draw/population';
import { drawQueue, drawStrayQueue } from '../core/draw/queue';
import { drawOwnReports } from '../core/draw/ownReports';
import { drawStatus } from '../core/draw/status';
import type { Patch } from '../core/patch';
import type { Period } from '../core/settings';
import { TAB } from '../core/tabs/names';

/** Months that the recap tabs show, by tab. */
export type Shown = Readonly<Record<string, Period>>;

/** The tabs that show one month, and who draws them. */
export const MONTH_PAGES = {
  [TAB.compliance]: drawCompliance,
  [TAB.population]: drawPopulation,
  [TAB.linmas]: drawLinmas,
} as const;

export type MonthPage = keyof typeof MONTH_PAGES;
export const MONTH_PAGE_NAMES = Object.keys(MONTH_PAGES) as readonly MonthPage[];

const keyedRows = (context: DrawContext, month: VillageMonth): readonly Patch[] => [
  ...drawData(context, month),
  ...drawHistory(context, month),
  ...drawDifferences(context, month),
];

/** Rows that one village's month has in `Data …`, `Riwayat`, `Selisih` and `Antrean Tinjau`: what changed. */
export function drawMonthChange(
  context: DrawContext,
  before: VillageMonth,
  after: VillageMonth,
): readonly Patch[] {
  const rows = difference(keyedRows(context, before), keyedRows(context, after));
  return [...rows, ...keepRows(difference(drawQueue(context, before), drawQueue(context, after, before)))];
}

/** All rows of one village's month, as they read on the context's day. */
export function drawMonthRows(context: DrawContext, month: VillageMonth): readonly Patch[] {
  return [...keyedRows(context, month), ...drawQueue(context, month)];
}

/** The same for responses without a month. */
export function drawHeadChange(
  context: DrawContext,
  before: VillageHead,
  after: VillageHead,
): readonly Patch[] {
  const rows = difference(drawStrayHistory(context, before), drawStrayHistory(context, after));
  const queue = difference(drawStrayQueue(context, before), drawStrayQueue(context, after, before));
  return [...rows, ...keepRows(queue)];
}

/** `Antrean Tinjau` loses rows only at night, by their keys: a run never takes one from under a person's hands. */
const keepRows = (patches: readonly Patch[]): readonly Patch[] =>
  patches.filter((patch) => patch.kind !== 'removal');

/** A village's page `Status` and its own records. */
export function drawVillage(context: DrawContext, book: VillageBook): readonly Patch[] {
  return [...drawStatus(context, book), ...drawOwnReports(context, book)];
}

/** The recap tabs that show the month. */
export function drawPages(
  context: DrawContext,
  shown: Shown,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  return MONTH_PAGE_NAMES.filter((tab) => shown[tab] === period).flatMap((tab) =>
    MONTH_PAGES[tab](context, period, months),
  );
}
