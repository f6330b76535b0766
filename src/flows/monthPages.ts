import { parsePeriod } from '../core/dates';
import { collectedPeriod } from '../core/due';
import type { VillageHead, VillageMonth } from '../core/book';
import type { Period } from '../core/settings';
import type { Desk } from './desk';
import {
  drawPage,
  MONTH_PAGE_NAMES,
  monthsFor,
  shownFor,
  showsMembers,
  type MonthPage,
  type Shown,
} from './drawing';
import { jsonOf, KEY } from './memory';
import { shownOf } from './round';
import type { Run } from './run';

/** The month that stands in the head of a recap tab; undefined where it is none that has a place. */
function chosenIn(desk: Desk, tab: string): Period | undefined {
  const cell = desk.master.declaration(tab)?.monthCell;
  if (cell === undefined || !desk.master.has(tab)) return undefined;
  const [row] = desk.master.read(tab, { ...cell, rows: 1, columns: 1 });
  const period = parsePeriod(String(row?.[0] ?? ''));
  return period === undefined || period < desk.registry.base ? undefined : period;
}

/** All that a recap tab needs to show a month, loaded. */
export function pageSlices(run: Run, tab: MonthPage, period: Period): readonly VillageMonth[] {
  const periods = monthsFor(run.desk.settings, tab, period);
  run.shelf.load(periods.map((one) => ({ period: one })));
  const months = periods.flatMap((one) => run.shelf.slice(one));
  if (!showsMembers(tab)) return months;
  run.shelf.loadHeads();
  return months.map((month) => withRoster(month, run.shelf.head(month.village)));
}

/** The month with what its village's head knows of the members. */
export function withRoster(month: VillageMonth, { members, elsewhere }: VillageHead): VillageMonth {
  return {
    ...month,
    roster: {
      ...(members === undefined ? {} : { members }),
      ...(elsewhere === undefined ? {} : { elsewhere }),
    },
  };
}

/** Draws each recap tab for the month that a person chose in its head; one call a tab to look, one to write. */
export function drawChosenMonths(run: Run): void {
  const { desk, memory } = run;
  const shown = shownOf(desk, memory);
  const collected = collectedPeriod(desk.settings, desk.context.today);
  const kept: Record<string, Period> = { ...jsonOf<Shown>(memory, KEY.shown, {}) };
  for (const tab of MONTH_PAGE_NAMES) {
    const chosen = chosenIn(desk, tab);
    const period = shownFor(desk.settings, tab, chosen ?? shown[tab] ?? collected);
    // A month that stands there without a report of its own gives way to the one that is shown.
    if (period === shown[tab] && (chosen === undefined || chosen === period) && !run.interrupted) continue;
    run.draw(...drawPage(desk.context, tab, period, pageSlices(run, tab, period)));
    if (period === shownFor(desk.settings, tab, collected)) delete kept[tab];
    else kept[tab] = period;
  }
  run.keep({ [KEY.shown]: JSON.stringify(kept) });
}
