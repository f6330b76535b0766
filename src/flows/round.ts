import type { Decision, VillageBook, VillageEvent, VillageHead, VillageMonth } from '../core/book';
import { noticesAtOnce, strayNotices } from '../core/notices/decide';
import type { DrawContext } from '../core/draw/context';
import { pagePeriods } from '../core/draw/status';
import { collectedPeriod } from '../core/due';
import type { Instant, Period, VillageCode } from '../core/settings';
import type { Wholes } from '../core/draw/register';
import type { Desk } from './desk';
import {
  drawHeadChange,
  drawMonthChange,
  drawPage,
  drawVillage,
  MONTH_PAGE_NAMES,
  monthsFor,
  shownFor,
  showsMembers,
  type Shown,
} from './drawing';
import { drawHelp } from './help';
import { drawHomeNow } from './home';
import type { Intake } from './intake';
import { drawInRegister, linkPersons, wholesOf } from './persons';
import { judge, type Facts, type Judged, type Sources } from './judge';
import { lazy } from './lazy';
import { cursorOf, jsonOf, KEY, textOf, type Memory } from './memory';
import { pageSlices, withRoster } from './monthPages';
import { officeAfter, redrawOffice, withOffice } from './office';
import { openedMonths, withOpened } from './opened';
import type { Run } from './run';
import { changeCells } from './words';

/** What one round has to carry out. */
export interface Round {
  readonly intakes: readonly Intake[];
  /** New decisions and those of an interrupted run. */
  readonly decisions: readonly Decision[];
  /** Judge every village, even those without news: the settings have changed. */
  readonly everyVillage?: boolean;
  /** Villages whose forms have still to be read: what happened to them waits with the older responses. */
  readonly unread: readonly VillageCode[];
  readonly mayRefold: (refolded: number) => boolean;
}

/** What came of a round. */
export interface CarriedOut {
  readonly judged: readonly Judged[];
  /** Villages that there was no time for. */
  readonly postponed: readonly VillageCode[];
}

/** Months that the recap tabs show now. */
export function shownOf(desk: Desk, memory: Memory): Shown {
  const collected = collectedPeriod(desk.settings, desk.context.today);
  const all = MONTH_PAGE_NAMES.map((tab) => [tab, shownFor(desk.settings, tab, collected)] as const);
  return { ...Object.fromEntries(all), ...jsonOf<Shown>(memory, KEY.shown, {}) };
}

/** Until when all that the forms of each village hold is known with these readings; infinite where it is left out. */
export function knownUpTo(
  intakes: readonly Intake[],
  unread: readonly VillageCode[],
): Readonly<Record<VillageCode, Instant>> {
  const until: Record<VillageCode, Instant> = Object.fromEntries(unread.map((village) => [village, 0]));
  for (const { row, upTo } of intakes) until[row.code] = Math.min(until[row.code] ?? Infinity, upTo);
  return until;
}

function factsOf(round: Round, run: Run, sources: Sources): readonly Facts[] {
  const { intakes, decisions, everyVillage, unread } = round;
  const { memory, shelf } = run;
  const events: Record<VillageCode, VillageEvent[]> = {};
  const until = knownUpTo(intakes, unread);
  const add = (village: VillageCode, all: readonly VillageEvent[]): void => {
    const { [village]: upTo = Infinity } = until;
    const heard = all.filter((event) => event.at <= upTo);
    if (heard.length > 0 || upTo > 0) (events[village] ??= []).push(...heard);
  };
  if (everyVillage === true) for (const village of run.desk.context.places) add(village, []);
  for (const village of run.broken) events[village] ??= [];
  for (const { row, source, submissions } of intakes) {
    const came = submissions.map((submission): VillageEvent => ({
      kind: 'submission',
      at: submission.at,
      submission,
    }));
    if (came.length > 0) add(row.code, came);
    if (cursorOf(memory, source.cursor).rest !== true) continue;
    // What was decided and set while older responses waited is folded in with them.
    shelf.loadHeads();
    const { foldedThrough } = shelf.head(row.code);
    add(
      row.code,
      sources.decisions(row.code).filter((event) => event.at > foldedThrough),
    );
  }
  for (const decision of decisions) add(decision.village, [{ kind: 'decision', at: decision.at, decision }]);
  return Object.entries(events).map(([village, all]) => {
    const { [village]: upTo = Infinity } = until;
    return { village, events: all, ...(upTo < Infinity && upTo > 0 ? { upTo } : {}) };
  });
}

/**
 * Judges what came in and what was decided and collects all that follows from it in the run: rows, pages, status
 * pages, messages, log. Nothing is written yet but the run's mark.
 */
export function carryOut(run: Run, round: Round, sources: Sources): CarriedOut {
  const facts = factsOf(round, run, sources);
  if (facts.length === 0) return { judged: [], postponed: [] };
  run.begin(facts.map((one) => one.village));
  const { desk, shelf } = run;
  const shown = shownOf(desk, run.memory);
  const collected = collectedPeriod(desk.settings, desk.context.today);
  const slices = [...new Set([collected, ...Object.values(shown)])];
  shelf.loadHeads();
  const folded = judge(run, facts, sources, pagesOf(run, facts, collected), slices, round.mayRefold);
  const done = new Set(folded.map((one) => one.village));
  const postponed = facts.map((one) => one.village).filter((village) => !done.has(village));
  run.postpone(postponed);
  const judged = linkPersons(run, folded, (village) => {
    shelf.load(pagesOf(run, [{ village }], collected));
  });
  // Another village's report may have lost or found its twin.
  run.begin(judged.map((one) => one.village));
  const before = beforeOf(judged);
  const wholes = wholesOf(
    desk,
    round.intakes.flatMap((one) => one.submissions),
  );
  const after = withOffice(desk, officeAfter(run, judged));
  for (const one of judged) drawOne(run, one, wholes, after.context);
  redrawOffice(
    run,
    after,
    judged.map((one) => one.village),
  );
  drawMonthPages(run, judged, shown, before);
  drawHomeNow(run, collected, judged, after.context);
  for (const one of judged) drawHelp(run, one, round.intakes);
  if (round.decisions.some((one) => one.action === 'unlock' || one.action === 'relock'))
    keepOpened(run, round.decisions);
  return { judged, postponed };
}

/** The months that stand open; a village that has ended gets its forms back with its last month. */
function keepOpened(run: Run, decisions: readonly Decision[]): void {
  const { desk, memory } = run;
  const opened = { [KEY.opened]: JSON.stringify(withOpened(memory, decisions, desk.now)) };
  run.keep(opened);
  if (textOf(memory, KEY.ended) !== '')
    run.keep(lazy().settleEnded(desk, { all: { ...memory.all, ...opened } }));
}

/** Months that are needed for drawing whatever the facts say: those of the status pages, the collected one of all. */
function pagesOf(
  { desk, shelf, memory }: Run,
  facts: readonly Pick<Facts, 'village'>[],
  collected: Period,
): readonly { readonly period: Period; readonly village?: VillageCode }[] {
  const { settings, context, now } = desk;
  return [
    { period: collected },
    ...facts.flatMap(({ village }) =>
      [
        ...pagePeriods(settings, context.today, shelf.head(village)),
        ...openedMonths(memory, village, now),
      ].map((period) => ({ period, village })),
    ),
  ];
}

const monthOf = (book: VillageBook, period: Period): VillageMonth =>
  book.months[period] ?? { village: book.head.village, period, reports: {}, unlocks: [] };

function drawOne(run: Run, one: Judged, wholes: Wholes, now: DrawContext): void {
  const { context } = run.desk;
  drawInRegister(run, one, wholes);
  run.knowEmpty(one.village, one.before.head);
  for (const period of one.touched) {
    const before = monthOf(one.before, period);
    const after = monthOf(one.after, period);
    run.draw(...drawMonthChange(context, before, after));
    run.say(...noticesAtOnce(context, before, after));
  }
  if (one.headTouched) {
    run.draw(...drawHeadChange(context, one.before.head, one.after.head));
    run.say(...strayNotices(context, one.before.head, one.after.head));
  }
  if (one.touched.length > 0 || one.headTouched) {
    run.redraw(drawVillage(context, one.before), drawVillage(now, one.after));
  }
  run.log(...one.changes.map((change) => changeCells(run.desk, one.after, change)));
}

/** Months as they were before this round, of the villages that it touched. */
function beforeOf(judged: readonly Judged[]): Readonly<Record<string, VillageMonth>> {
  return Object.fromEntries(
    judged.flatMap((one) =>
      one.touched.map((period) => [`${one.village}|${period}`, monthOf(one.before, period)] as const),
    ),
  );
}

function drawMonthPages(
  run: Run,
  judged: readonly Judged[],
  shown: Shown,
  before: Readonly<Record<string, VillageMonth>>,
): void {
  const { context, settings } = run.desk;
  const touched = judged.flatMap((one) => one.touched);
  const rosterOf = ({ members, elsewhere }: VillageHead): string => JSON.stringify([members, elsewhere]);
  // Heads as they were, of the villages whose members changed.
  const heads: Readonly<Record<VillageCode, VillageHead>> = Object.fromEntries(
    judged
      .filter((one) => rosterOf(one.before.head) !== rosterOf(one.after.head))
      .map((one) => [one.village, one.before.head]),
  );
  for (const tab of MONTH_PAGE_NAMES) {
    const period = shown[tab];
    const isTouched =
      period !== undefined && monthsFor(settings, tab, period).some((one) => touched.includes(one));
    const rosters = showsMembers(tab) ? heads : {};
    if (period === undefined || !(isTouched || Object.keys(rosters).length > 0)) continue;
    const after = pageSlices(run, tab, period);
    const was = after.map((month) => {
      const { roster, ...plain } = month;
      const earlier = before[`${month.village}|${month.period}`] ?? plain;
      const head = rosters[month.village];
      return head ? withRoster(earlier, head) : { ...earlier, ...(roster ? { roster } : {}) };
    });
    run.redraw(drawPage(context, tab, period, was), drawPage(context, tab, period, after));
  }
}
