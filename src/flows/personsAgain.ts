import type { Elsewhere, VillageBook, VillageEvent, VillageMonth } from '../core/book';
import { drawRegister, drawStrayRegister, REGISTER, registerTabs } from '../core/draw/register';
import { comparedMonth } from '../core/eventCounts';
import { withMembersCompared } from '../core/memberCounts';
import {
  endsOf,
  relate,
  relatedMonth,
  relateMember,
  tracesOf,
  type Relation,
  type Trace,
} from '../core/persons';
import { TAB } from '../core/tabs/names';
import { replaceKeyed } from '../google/keyed';
import type { VillageCode } from '../core/settings';
import { inOrder, upsertOf, wholesOf, withElsewhere } from './persons';
import type { Run } from './run';

const submissionsOf = (facts: readonly VillageEvent[]) =>
  facts.flatMap((one) => (one.kind === 'submission' ? [one.submission] : []));

const hasRegister = (run: Run): boolean => (run.desk.registry.facts.register ?? '') !== '';

/** A village's rows of `Register`, whole, out of all its responses. */
export function rebuildRegister(run: Run, book: VillageBook, facts: readonly VillageEvent[]): void {
  if (!hasRegister(run)) return;
  const { context } = run.desk;
  const wholes = wholesOf(run.desk, submissionsOf(facts));
  for (const month of Object.values(book.months)) run.draw(...drawRegister(context, month, wholes));
  run.draw(...drawStrayRegister(context, book.head, wholes));
}

/**
 * Relates the reports of all persons anew: writes `Jejak` whole, keeps the months with their relations on the
 * shelf, and takes rows out of `Register` that belong to no response any more. Gives all months.
 */
export function relateMonths(run: Run, months: readonly VillageMonth[]): readonly VillageMonth[] {
  const { desk, shelf } = run;
  if (!desk.master.has(TAB.traces)) return months;
  const ends = endsOf(desk.settings);
  const persons: Record<string, Trace[]> = {};
  for (const month of months) for (const { key, trace } of tracesOf(month)) (persons[key] ??= []).push(trace);
  const relations: Record<string, Relation | undefined> = {};
  const whiles: Record<VillageCode, Record<string, readonly Elsewhere[]>> = {};
  const rows = Object.keys(persons)
    .sort()
    .map((key) => {
      const all = inOrder(persons[key] ?? []);
      const related = relate(all, ends);
      for (const { id } of all) relations[id] = related[id];
      for (const [village, own] of Object.entries(relateMember(all, ends).elsewhere))
        (whiles[village] ??= {})[key] = own.map((one) => ({ key, ...one }));
      return upsertOf(key, all, false);
    });
  const heads = Object.fromEntries(
    shelf.places.map((village) => {
      const { elsewhere, ...plain } = shelf.head(village);
      const head = withElsewhere(plain, whiles[village] ?? {});
      const isOther = JSON.stringify(head.elsewhere) !== JSON.stringify(elsewhere);
      if (isOther) shelf.put({ head, months: {} }, [], true);
      return [village, head];
    }),
  );
  const after = months.map((month) => {
    const { village, period } = month;
    const head = heads[village] ?? shelf.head(village);
    const related = comparedMonth(relatedMonth(month, relations));
    const next = withMembersCompared(related, head, desk.settings.zone);
    if (JSON.stringify(next) !== JSON.stringify(month))
      shelf.put({ head, months: { [period]: next } }, [period], false);
    return next;
  });
  run.recount(TAB.traces, replaceKeyed(desk.master, TAB.traces, rows));
  if (hasRegister(run)) clearRegister(run, after);
  return after;
}

/** State columns of all rows as they are now; rows of no response leave. */
function clearRegister(run: Run, months: readonly VillageMonth[]): void {
  const { context } = run.desk;
  const rows = [
    ...months.flatMap((month) => drawRegister(context, month)),
    ...context.places.flatMap((village) => drawStrayRegister(context, run.shelf.head(village))),
  ];
  run.draw(...rows);
  const drawn = new Set(rows.map((row) => row.key));
  const register = run.open(REGISTER);
  for (const tab of registerTabs(context.catalogue)) {
    const count = register.lastRow(tab.name) - 1;
    if (count <= 0) continue;
    const keys = register.read(tab.name, { row: 2, column: 1, rows: count, columns: 1 });
    for (const [cell] of keys) {
      const key = String(cell ?? '');
      if (key !== '' && !drawn.has(key)) run.draw({ kind: 'removal', book: REGISTER, tab: tab.name, key });
    }
  }
}
