import type { Version, VillageBook, VillageHead, VillageMonth } from '../core/book';
import { drawCompliance } from '../core/draw/compliance';
import type { DrawContext } from '../core/draw/context';
import { drawConsultation } from '../core/draw/consultation';
import { drawData } from '../core/draw/data';
import { difference } from '../core/draw/difference';
import { drawDifferences } from '../core/draw/differences';
import { drawHistory, drawStrayHistory } from '../core/draw/history';
import { drawLinmas } from '../core/draw/linmas';
import { drawPopulation } from '../core/draw/population';
import { drawMembers } from '../core/draw/members';
import { drawQueue, drawStrayQueue } from '../core/draw/queue';
import { drawNeighbourhoods } from '../core/draw/neighbourhoods';
import { drawOwnReports } from '../core/draw/ownReports';
import { drawStatus } from '../core/draw/status';
import type { Patch } from '../core/patch';
import { drawWelfare, welfareMonths, welfarePeriod } from '../core/draw/welfare';
import type { Period, Settings } from '../core/settings';
import { TAB } from '../core/tabs/names';

/** Months that the recap tabs show, by tab. */
export type Shown = Readonly<Record<string, Period>>;

/** A tab that shows one month. */
interface MonthPageDrawing {
  readonly draw: typeof drawLinmas;
  /** The month that it shows where this one is asked for; left out: that one. */
  readonly shows?: (settings: Settings, period: Period) => Period;
  /** Months that it needs of all villages; left out: that one. */
  readonly needs?: (settings: Settings, period: Period) => readonly Period[];
  /** It shows what the villages' heads know of their members. */
  readonly rosters?: true;
}

/** The tabs that show one month, and who draws them. */
const MONTH_PAGES = {
  [TAB.compliance]: { draw: drawCompliance },
  [TAB.population]: { draw: drawPopulation },
  [TAB.linmas]: { draw: drawLinmas },
  [TAB.welfare]: { draw: drawWelfare, shows: welfarePeriod, needs: welfareMonths },
  [TAB.neighbourhoods]: { draw: drawNeighbourhoods },
  [TAB.members]: { draw: drawMembers, rosters: true },
} satisfies Readonly<Record<string, MonthPageDrawing>>;

export type MonthPage = keyof typeof MONTH_PAGES;
export const MONTH_PAGE_NAMES = Object.keys(MONTH_PAGES) as readonly MonthPage[];

const keyedRows = (context: DrawContext, month: VillageMonth): readonly Patch[] => [
  ...drawData(context, month),
  ...drawHistory(context, month),
  ...drawDifferences(context, month),
  ...drawConsultation(context, month),
];

/** Rows that one village's month has in `Data …`, `Riwayat`, `Selisih` and `Antrean Tinjau`: what changed. */
export function drawMonthChange(
  context: DrawContext,
  before: VillageMonth,
  after: VillageMonth,
): readonly Patch[] {
  const rows = difference(keyedRows(context, before), keyedRows(context, after));
  const queue = difference(drawQueue(context, before), drawQueue(context, after, before));
  return [...rows, ...keepRows(queue, Object.values(before.reports).flat())];
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
  return [...rows, ...keepRows(queue, before.strays)];
}

/**
 * `Antrean Tinjau` loses rows only at night, by their keys: a run never takes one from under a person's hands. So what
 * was `known` before and waits again may have its row still.
 */
function keepRows(patches: readonly Patch[], known: readonly Version[]): readonly Patch[] {
  const ids = new Set(known.map((one) => one.id));
  return patches.flatMap((patch): readonly Patch[] => {
    if (patch.kind === 'removal') return [];
    if (patch.kind === 'block' || !ids.has(patch.key)) return [patch];
    const { fresh: _, ...standing } = patch;
    return [standing];
  });
}

/** A village's page `Status` and its own records. */
export function drawVillage(context: DrawContext, book: VillageBook): readonly Patch[] {
  return [...drawStatus(context, book), ...drawOwnReports(context, book)];
}

const pageOf = (tab: MonthPage): MonthPageDrawing => MONTH_PAGES[tab];

/** The month that a recap tab shows where this one is asked for. */
export function shownFor(settings: Settings, tab: MonthPage, period: Period): Period {
  return pageOf(tab).shows?.(settings, period) ?? period;
}

/** Months of all villages that a recap tab needs to show that month. */
export function monthsFor(settings: Settings, tab: MonthPage, period: Period): readonly Period[] {
  return pageOf(tab).needs?.(settings, period) ?? [period];
}

/** Whether a recap tab shows the villages' members. */
export const showsMembers = (tab: MonthPage): boolean => pageOf(tab).rosters === true;

/** A recap tab for a month; `months` = those of `monthsFor` of all villages. */
export function drawPage(
  context: DrawContext,
  tab: MonthPage,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  return pageOf(tab).draw(context, period, months);
}
