import type { VillageMonth } from '../core/book';
import { drawHome } from '../core/draw/home';
import { drawStatus, pagePeriods, statusPeriods } from '../core/draw/status';
import { formatNumber, periodOf } from '../core/dates';
import { clearUndrawn, drawQueue } from '../core/draw/queue';
import { drawRegister } from '../core/draw/register';
import { nameOf } from '../core/draw/rows';
import { collectedPeriod, periodsFrom } from '../core/due';
import type { Patch } from '../core/patch';
import type { Period, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import type { Desk } from './desk';
import { drawMonthRows, drawPage, drawVillage, MONTH_PAGE_NAMES, shownFor, type Shown } from './drawing';
import { pageSlices } from './monthPages';
import { countedAnew, factsOf, type Chores } from './home';
import { KEY } from './memory';
import { openedMonths } from './opened';
import { shownOf } from './round';
import type { Run } from './run';
import { logCells } from './words';

/** Months whose rows may read differently because of the day or the settings: those of either day's pages. */
function openPeriods(before: Desk, after: Desk): readonly Period[] {
  const of = ({ settings, context }: Desk): readonly Period[] => [
    ...statusPeriods(settings, context.today),
    collectedPeriod(settings, context.today),
  ];
  return [...new Set([...of(before), ...of(after)])].sort();
}

/**
 * Draws anew whatever reads differently on another day or under other settings, without any new fact: the rows of
 * the months that are not locked, the recap tabs, `Beranda`, the status pages.
 */
export function redrawDay(run: Run, before: Desk, after: Desk, chores: Chores): void {
  const { shelf } = run;
  const periods = openPeriods(before, after);
  const shownBefore = shownOf(before, run.memory);
  const shown = shownAfter(run, before, after);
  shelf.loadHeads();
  shelf.load(
    [...new Set([...periods, ...Object.values(shownBefore), ...Object.values(shown)])].map((period) => ({
      period,
    })),
  );
  if (rowsDiffer(before, after))
    for (const period of periods)
      for (const month of shelf.slice(period)) drawRows(run, before, after, month);
  drawRenamed(run, before, after, periods);
  drawQueues(run, before, after, periods);
  drawShown(run, before, after, shownBefore, shown);
  drawFront(run, before, after, chores);
  const { places } = after.context;
  shelf.load(places.flatMap((village) => monthsOfPage(run, before, after, village)));
  for (const village of places) drawPageOf(run, before, after, village);
}

/** Whether rows of records can read differently: by the day alone only when a month ends (figures become final). */
const rowsDiffer = (before: Desk, after: Desk): boolean =>
  periodOf(before.context.today) !== periodOf(after.context.today) ||
  before.settings !== after.settings ||
  before.context.office !== after.context.office;

/** A village's name stands in its rows of all months, also of those that are locked, and in `Register`. */
function drawRenamed(run: Run, before: Desk, after: Desk, drawn: readonly Period[]): void {
  const { shelf } = run;
  const renamed = (code: VillageCode): boolean =>
    nameOf(before.context, code) !== nameOf(after.context, code);
  for (const code of after.context.places.filter(renamed)) {
    const { firstPeriod, lastPeriod } = shelf.head(code);
    if (firstPeriod === undefined || lastPeriod === undefined) continue;
    const periods = periodsFrom(firstPeriod, lastPeriod);
    shelf.load(periods.map((period) => ({ village: code, period })));
    for (const period of periods) {
      const month = shelf.month(code, period);
      if (!drawn.includes(period)) drawRows(run, before, after, month);
      run.redraw(drawRegister(before.context, month), drawRegister(after.context, month));
    }
  }
}

function drawRows(run: Run, before: Desk, after: Desk, month: VillageMonth): void {
  run.redraw(drawMonthRows(before.context, month), drawMonthRows(after.context, month));
}

/**
 * `Antrean Tinjau` by the day: what was accepted and not approved leaves it with its month's lock, or when an opening
 * of the month ends. Those of one month are one line of `Log`.
 */
function drawQueues(run: Run, before: Desk, after: Desk, periods: readonly Period[]): void {
  const { shelf, memory } = run;
  const opened = after.context.places.flatMap((village) =>
    openedMonths(memory, village, before.now)
      .filter((period) => !periods.includes(period))
      .map((period) => ({ period, village })),
  );
  shelf.load(opened);
  const months = [
    ...periods.flatMap((period) => shelf.slice(period)),
    ...opened.map(({ period, village }) => shelf.month(village, period)),
  ];
  const left: Record<Period, number> = {};
  for (const month of months) {
    const [was, is] = [drawQueue(before.context, month), drawQueue(after.context, month)];
    const gone = clearUndrawn(was.flatMap(keyOf), is);
    run.redraw(was, is);
    run.draw(...gone);
    if (gone.length > 0) left[month.period] = (left[month.period] ?? 0) + gone.length;
  }
  for (const [period, count] of Object.entries(left)) {
    const reason = `${formatNumber(count)} laporan tetap dihitung tanpa disetujui; dapat disetujui dengan Setujui sebulan.`;
    const what = 'Keluar dari Antrean Tinjau, bulannya terkunci';
    run.log(logCells(after, { at: after.now, actor: 'sistem', what, period, reason }));
  }
}

const keyOf = (patch: Patch): readonly string[] => (patch.kind === 'upsert' ? [patch.key] : []);

/** From the day on which another month is collected the recap tabs show that one, whatever was chosen. */
function shownAfter(run: Run, before: Desk, after: Desk): Shown {
  const was = collectedPeriod(before.settings, before.context.today);
  const is = collectedPeriod(after.settings, after.context.today);
  if (was !== is) run.keep({ [KEY.shown]: '{}' });
  return was === is
    ? shownOf(after, run.memory)
    : Object.fromEntries(MONTH_PAGE_NAMES.map((tab) => [tab, shownFor(after.settings, tab, is)] as const));
}

function drawShown(run: Run, before: Desk, after: Desk, was: Shown, is: Shown): void {
  for (const tab of MONTH_PAGE_NAMES) {
    const [old, now] = [was[tab], is[tab]];
    if (old === undefined || now === undefined) continue;
    const months = pageSlices(run, tab, now);
    const drawn = drawPage(after.context, tab, now, months);
    // Another month is written whole: the tab may show the old one as it read on either day.
    if (old === now) run.redraw(drawPage(before.context, tab, old, months), drawn);
    else run.draw(...drawn);
  }
}

function drawFront(run: Run, before: Desk, after: Desk, chores: Chores): void {
  const [old, now] = [before, after].map((desk) => collectedPeriod(desk.settings, desk.context.today));
  if (old === undefined || now === undefined) return;
  const { shelf, memory } = run;
  const facts = factsOf(before, memory);
  const isDrawn = run.drawn.some((patch) => patch.tab === TAB.queue);
  const waiting = isDrawn || run.interrupted ? countedAnew(run) : facts.waiting;
  if (waiting !== facts.waiting) run.keep({ [KEY.waiting]: String(waiting) });
  run.redraw(
    drawHome(before.context, old, shelf.slice(old), facts),
    drawHome(after.context, now, shelf.slice(now), { ...factsOf(after, memory, chores), waiting }),
  );
}

/** Months that a village's page needs on either day. */
function monthsOfPage(
  run: Run,
  before: Desk,
  after: Desk,
  village: VillageCode,
): readonly { readonly period: Period; readonly village: VillageCode }[] {
  const head = run.shelf.head(village);
  return [
    ...pagePeriods(before.settings, before.context.today, head),
    ...pagePeriods(after.settings, after.context.today, head),
    ...openedMonths(run.memory, village, before.now),
  ].map((period) => ({ period, village }));
}

function drawPageOf(run: Run, before: Desk, after: Desk, village: VillageCode): void {
  const row = after.registry.villages.find((one) => one.code === village);
  if (row === undefined || row.sheet === '') return;
  const book = run.shelf.book(village);
  const draw = rowsDiffer(before, after) ? drawVillage : drawStatus;
  run.redraw(draw(before.context, book), draw(after.context, book));
}
