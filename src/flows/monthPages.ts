import { parsePeriod } from '../core/dates';
import { collectedPeriod } from '../core/due';
import type { Period } from '../core/settings';
import type { Desk } from './desk';
import { drawPages, MONTH_PAGE_NAMES, type Shown } from './drawing';
import { jsonOf, KEY } from './memory';
import { shownOf } from './round';
import type { Run } from './run';

/** The month that stands in the head of a recap tab; undefined where it is none that has a place. */
function chosenIn(desk: Desk, tab: string): Period | undefined {
  const cell = desk.master.declaration(tab)?.monthCell;
  if (cell === undefined) return undefined;
  const [row] = desk.master.read(tab, { ...cell, rows: 1, columns: 1 });
  const period = parsePeriod(String(row?.[0] ?? ''));
  return period === undefined || period < desk.registry.base ? undefined : period;
}

/** Draws each recap tab for the month that a person chose in its head; one call a tab to look, one to write. */
export function drawChosenMonths(run: Run): void {
  const { desk, memory, shelf } = run;
  const shown = shownOf(desk, memory);
  const collected = collectedPeriod(desk.settings, desk.context.today);
  const kept: Record<string, Period> = { ...jsonOf<Shown>(memory, KEY.shown, {}) };
  for (const tab of MONTH_PAGE_NAMES) {
    const period = chosenIn(desk, tab) ?? shown[tab] ?? collected;
    if (period === shown[tab] && !run.interrupted) continue;
    shelf.load([{ period }]);
    run.draw(...drawPages(desk.context, { [tab]: period }, period, shelf.slice(period)));
    if (period === collected) delete kept[tab];
    else kept[tab] = period;
  }
  run.keep({ [KEY.shown]: JSON.stringify(kept) });
}
