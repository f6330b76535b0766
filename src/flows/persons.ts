import type { Elsewhere, Submission, VillageHead } from '../core/book';
import { drawRegister, drawStrayRegister, wholeCells, type Wholes } from '../core/draw/register';
import { comparedMonth } from '../core/eventCounts';
import { monthsCompared, withMembersCompared } from '../core/memberCounts';
import type { Upsert } from '../core/patch';
import {
  endsOf,
  relate,
  relatedMonth,
  relateMember,
  tracesOf,
  type Relation,
  type Trace,
} from '../core/persons';
import { readWhole } from '../core/read';
import type { Period, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { kindOf } from '../core/villageKind';
import type { Workbook } from '../google/workbook';
import { CATALOGUE } from '../reports/index';
import { foldEnv, type Desk } from './desk';
import type { Judged } from './judge';
import type { Run } from './run';

type Traces = Readonly<Record<string, readonly Trace[]>>;

/** Whole answers of the personal reports among these. */
export function wholesOf(desk: Desk, submissions: readonly Submission[]): Wholes {
  const { seal } = foldEnv(desk);
  const wholes: Record<string, NonNullable<ReturnType<typeof wholeCells>>> = {};
  for (const one of submissions) {
    // Of one that is only known as it was read the answers stand in `Register` already.
    if (one.personal !== true || (one.kept && Object.keys(one.answers).length === 0)) continue;
    const cells = wholeCells(readWhole(one, CATALOGUE, desk.settings, kindOf(one.village), seal));
    if (cells !== undefined) wholes[one.id] = cells;
  }
  return wholes;
}

const CONTENT = 3;

/** More persons than these are looked up by reading the tab once. */
const FEW = 6;

function stored(cell: unknown): readonly Trace[] {
  const text = String(cell ?? '');
  return text === '' ? [] : (JSON.parse(text) as readonly Trace[]);
}

/** What `Jejak` knows of these persons: one or two calls for each, or the tab read once. */
function lookUp(master: Workbook, keys: readonly string[]): Traces {
  const known: Record<string, readonly Trace[]> = {};
  if (keys.length > FEW) {
    const wanted = new Set(keys);
    for (const row of master.readAll(TAB.traces))
      if (wanted.has(String(row[0]))) known[String(row[0])] = stored(row[CONTENT - 1]);
    return known;
  }
  for (const key of keys) {
    const row = master.findRow(TAB.traces, 1, key);
    if (row === undefined) continue;
    const [[cell] = []] = master.read(TAB.traces, { row, column: CONTENT, rows: 1, columns: 1 });
    known[key] = stored(cell);
  }
  return known;
}

/** A person's row of `Jejak`. */
export function upsertOf(key: string, traces: readonly Trace[], isNew: boolean): Upsert {
  const values = [key, key, JSON.stringify(traces)];
  const fresh = isNew ? { fresh: true as const } : {};
  return { kind: 'upsert', book: 'master', tab: TAB.traces, key, order: key, values, ...fresh };
}

/** In the order in which they were sent. */
export const inOrder = (all: readonly Trace[]): readonly Trace[] =>
  [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));

/** Persons of whom this round said something, with what their reports are now (undefined = gone). */
function changed(
  judged: readonly Judged[],
): Readonly<Record<string, Readonly<Record<string, Trace | undefined>>>> {
  const persons: Record<string, Record<string, Trace | undefined>> = {};
  const all = (months: Judged['before']['months'], period: Period): ReturnType<typeof tracesOf> => {
    const month = months[period];
    return month === undefined ? [] : tracesOf(month);
  };
  for (const { before, after, touched, refolded } of judged)
    for (const period of touched) {
      const was = all(before.months, period);
      const is = all(after.months, period);
      const texts = new Set(refolded ? [] : was.map((one) => JSON.stringify(one)));
      for (const { key, trace } of was)
        if (!is.some((one) => one.trace.id === trace.id && one.key === key))
          (persons[key] ??= {})[trace.id] = undefined;
      for (const one of is)
        if (!texts.has(JSON.stringify(one))) (persons[one.key] ??= {})[one.trace.id] = one.trace;
    }
  return persons;
}

/**
 * Relates the reports of the persons of whom this round said something: to those of other villages too, which are
 * judged anew where an older report came late. Gives all villages that differ now. No call where nothing personal
 * came; else their number does not depend on history.
 */
export function linkPersons(
  run: Run,
  judged: readonly Judged[],
  load: (code: VillageCode) => void,
): readonly Judged[] {
  const persons = changed(judged);
  const keys = Object.keys(persons);
  const { shelf, desk } = run;
  if (keys.length === 0) return judged.map((one) => applyTo(run, one, one.touched, {}, {}));
  const known = lookUp(desk.master, keys);
  const ends = endsOf(desk.settings);
  const relations: Record<string, Relation | undefined> = {};
  const places: Record<VillageCode, Set<Period>> = {};
  const whiles: Record<VillageCode, Record<string, readonly Elsewhere[]>> = {};
  for (const key of keys) {
    const news = persons[key] ?? {};
    const kept = (known[key] ?? []).filter((one) => !(one.id in news));
    const all = inOrder([...kept, ...Object.values(news).filter((one) => one !== undefined)]);
    const related = relate(all, ends);
    for (const one of all) {
      relations[one.id] = related[one.id];
      (places[one.village] ??= new Set()).add(one.period);
    }
    const { elsewhere } = relateMember(all, ends);
    // A report that is gone may have been the person's only one in its village.
    for (const { village } of [...all, ...(known[key] ?? [])])
      (whiles[village] ??= {})[key] = (elsewhere[village] ?? []).map((one) => ({ key, ...one }));
    run.draw(
      all.length === 0
        ? { kind: 'removal', book: 'master', tab: TAB.traces, key }
        : upsertOf(key, all, known[key] === undefined),
    );
  }
  for (const village of Object.keys(places))
    if (!judged.some((one) => one.village === village)) load(village);
  shelf.load(
    Object.entries(places).flatMap(([village, all]) => [...all].map((period) => ({ village, period }))),
  );
  const others = Object.keys(places).filter((village) => !judged.some((one) => one.village === village));
  const untouched = others.map((village): Judged => {
    const book = shelf.book(village);
    return {
      village,
      before: book,
      after: book,
      touched: [],
      headTouched: false,
      changes: [],
      refolded: false,
    };
  });
  const result = [...judged, ...untouched].map((one) =>
    applyTo(
      run,
      one,
      [...new Set([...one.touched, ...(places[one.village] ?? [])])],
      relations,
      whiles[one.village] ?? {},
    ),
  );
  return result.filter(
    (one) =>
      judged.some(({ village }) => village === one.village) || one.touched.length > 0 || one.headTouched,
  );
}

/** The head with what other villages say of its persons; `whiles` by person, who may be in none. */
export function withElsewhere(
  head: VillageHead,
  whiles: Readonly<Record<string, readonly Elsewhere[]>>,
): VillageHead {
  const { elsewhere = [], ...rest } = head;
  const others = elsewhere.filter((one) => !(one.key in whiles));
  const all = [...others, ...Object.values(whiles).flat()].sort(
    (a, b) => a.from - b.from || (a.key < b.key ? -1 : 1),
  );
  return all.length === 0 ? rest : { ...rest, elsewhere: all };
}

/** One village's months with the relations of their reports, and its head with those of its members. */
function applyTo(
  { shelf, desk }: Run,
  one: Judged,
  asked: readonly Period[],
  relations: Readonly<Record<string, Relation | undefined>>,
  whiles: Readonly<Record<string, readonly Elsewhere[]>>,
): Judged {
  const { village } = one;
  const { zone } = desk.settings;
  const head = withElsewhere(one.after.head, whiles);
  const isOther = JSON.stringify(head.elsewhere) !== JSON.stringify(one.after.head.elsewhere);
  const compared = monthsCompared(one.before.head, head, zone);
  shelf.load(compared.map((period) => ({ village, period })));
  const before = { ...one.before.months };
  const months = { ...one.after.months };
  const differ: Period[] = [];
  for (const period of new Set([...asked, ...compared])) {
    const month = months[period] ?? shelf.month(village, period);
    // What the fold made of a month that held nothing was not there before.
    if (!one.touched.includes(period)) before[period] ??= month;
    const next = withMembersCompared(comparedMonth(relatedMonth(month, relations)), head, zone);
    months[period] = next;
    if (JSON.stringify(next) !== JSON.stringify(month)) differ.push(period);
  }
  if (differ.length === 0 && !isOther) return one;
  const after = { head, months };
  shelf.put(after, differ, isOther);
  const touched = [...new Set([...one.touched, ...differ])].sort();
  const headTouched = one.headTouched || isOther;
  return { ...one, before: { ...one.before, months: before }, after, touched, headTouched };
}

/** Rows of `Register` that changed with a village's round. */
export function drawInRegister(run: Run, one: Judged, wholes: Wholes): void {
  const { context, registry } = run.desk;
  if ((registry.facts.register ?? '') === '') return;
  const { village, before, after } = one;
  const none = { village, reports: {}, unlocks: [] };
  for (const period of one.touched)
    run.redraw(
      drawRegister(context, before.months[period] ?? { ...none, period }),
      drawRegister(context, after.months[period] ?? { ...none, period }, wholes),
    );
  if (one.headTouched)
    run.redraw(drawStrayRegister(context, before.head), drawStrayRegister(context, after.head, wholes));
}
