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
import type { Block, Patch } from '../core/patch';
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

const isBlock = (patch: Patch): patch is Block => patch.kind === 'block';

/**
 * Rows between changed ones of the same tab are written along, so that a tab takes one call and not three;
 * `all` holds what stands in them.
 */
export function bridged(changed: readonly Patch[], all: readonly Patch[]): readonly Patch[] {
  const result = [...changed];
  const has = new Set(changed.filter(isBlock).map(spotOf));
  const spans: Record<string, { from: number; to: number }> = {};
  for (const block of changed.filter(isBlock)) {
    const span = (spans[lineOf(block)] ??= { from: block.row, to: block.row });
    span.from = Math.min(span.from, block.row);
    span.to = Math.max(span.to, block.row);
  }
  for (const block of all.filter(isBlock)) {
    const span = spans[lineOf(block)];
    if (span === undefined || block.row < span.from || block.row > span.to || has.has(spotOf(block)))
      continue;
    has.add(spotOf(block));
    result.push(block);
  }
  return result;
}

const lineOf = (block: Block): string =>
  `${block.book}/${block.tab}/${String(block.column)}/${String(block.values[0]?.length ?? 0)}/${String(block.links?.column ?? 0)}`;
const spotOf = (block: Block): string => `${lineOf(block)}/${String(block.row)}`;
