import { closedYearOf } from '../core/closedYears';
import { drawDashboard, TREND_MONTHS, type Dashboard } from '../core/dashboard';
import { toDosOf } from '../core/draw/toDos';
import { collectedPeriod, firstReported, periodsFrom } from '../core/due';
import { addMonths } from '../core/place';
import type { Period } from '../core/settings';
import { NotReady, openDesk, type Desk } from './desk';
import { factsOf } from './home';
import { recall, type Memory } from './memory';
import { Shelf } from './shelf';

/**
 * The month at a glance for the Camat, out of the tabs alone, so that whoever may open the master may look at it. `asked`
 * = a month that was chosen; anything else gives the month being collected. A sentence where nothing is set up.
 */
export function dashboard(asked?: string): Dashboard | { readonly sentence: string } {
  try {
    const memory = recall();
    const desk = openDesk(memory);
    return draw(desk, memory, asked);
  } catch (failure) {
    if (failure instanceof NotReady) return { sentence: failure.message };
    throw failure;
  }
}

function draw(desk: Desk, memory: Memory, asked: string | undefined): Dashboard {
  const { settings, context } = desk;
  const last = collectedPeriod(settings, context.today);
  const first = firstReported(settings);
  const isOpen = (one: Period): boolean => one === last || closedYearOf(context.closed, one) === undefined;
  const offered = [...periodsFrom(first > last ? last : first, last)].filter(isOpen).reverse();
  const period: Period = offered.find((one) => one === asked) ?? last;
  const from = addMonths(period, 1 - TREND_MONTHS);
  const periods = periodsFrom(from < first && first <= period ? first : from, period);
  const shelf = new Shelf(desk.master, context.placing, context.places);
  shelf.load(periods.map((one) => ({ period: one })));
  const months = periods.flatMap((one) => shelf.slice(one));
  const facts = factsOf(desk, memory);
  const toDos = toDosOf(context, period, shelf.slice(period), facts.waiting, facts.toDos);
  return drawDashboard(context, period, { months, periods, offered, toDos });
}
