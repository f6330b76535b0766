import fc from 'fast-check';
import type { Decision, Submission, Version, VillageBook } from '../../src/core/book';
import { countedVersion } from '../../src/core/counted';
import { periodsFrom } from '../../src/core/due';
import { emptyBook, foldVillage, type FoldEnv } from '../../src/core/fold';
import { endStock } from '../../src/core/ledgerView';
import { monthNumber, addMonths } from '../../src/core/place';
import type { Stock } from '../../src/core/report';
import { at, BALANG, decision, envOf, report, someSettings, stock, toEvent } from './villageStory';

export type Fact = Submission | Decision;

/** One thing that happens, before it is known to which report or figures it comes. */
interface Move {
  readonly what:
    | 'report'
    | 'activity'
    | 'linmas'
    | 'approve'
    | 'return'
    | 'reject'
    | 'release'
    | 'cancel'
    | 'unlock'
    | 'adjust'
    | 'fix'
    | 'unfix';
  /** Hours since the move before; 0 = the same instant. */
  readonly gap: number;
  /** Months back from the month of the day. */
  readonly back: number;
  readonly births: number;
  readonly departures: number;
  readonly foreign: number;
  /** How the control total comes about. */
  readonly total: 'chain' | 'flowsOnly' | 'wrong' | 'reason';
  readonly pick: number;
  readonly sender: 'operator' | 'stranger' | 'office';
}

const move: fc.Arbitrary<Move> = fc.record({
  what: fc.constantFrom<Move['what'][]>(
    'report',
    'report',
    'report',
    'report',
    'report',
    'activity',
    'activity',
    'linmas',
    'approve',
    'return',
    'reject',
    'release',
    'release',
    'cancel',
    'unlock',
    'adjust',
    'fix',
    'fix',
    'unfix',
  ),
  gap: fc.constantFrom(0, 1, 30, 100, 200, 400),
  back: fc.constantFrom(0, 1, 1, 1, 2, 2, 3),
  births: fc.nat(4),
  departures: fc.nat(3),
  foreign: fc.nat(2),
  total: fc.constantFrom<Move['total'][]>('chain', 'chain', 'chain', 'flowsOnly', 'wrong', 'reason'),
  pick: fc.nat(99),
  sender: fc.constantFrom<Move['sender'][]>(
    'operator',
    'operator',
    'operator',
    'operator',
    'stranger',
    'office',
  ),
});

export interface History {
  readonly env: FoldEnv;
  /** In order of time. */
  readonly facts: readonly Fact[];
  /** Keys that give the order of arrival, one a fact. */
  readonly order: readonly number[];
  /** Whether a fact arrives together with the one before it. */
  readonly together: readonly boolean[];
}

const START = at('2026-07-24');

function monthOfDay(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 7);
}

/** Stock at the start of a month as the book now has it; a guess where it is not known. */
function openingIn(book: VillageBook, period: string): Stock {
  const before = endStock(book.months[addMonths(period, -1)]?.ledger) ?? stock(610, 592, 351, [3, 2]);
  const adjustment = book.months[period]?.ledger?.adjustment ?? stock(0, 0, 0);
  return stock(
    before.citizensMale + adjustment.citizensMale,
    before.citizensFemale + adjustment.citizensFemale,
    before.households + adjustment.households,
    [before.foreignersMale, before.foreignersFemale],
  );
}

const SENDERS = {
  operator: 'operator.balang@example.id',
  stranger: 'siapa@example.id',
  office: 'peninjau@example.id',
};

function reportOf(one: Move, when: number, period: string, book: VillageBook, id: string): Submission {
  const opening = openingIn(book, period);
  const { births, departures, foreign, total } = one;
  const male = opening.citizensMale + opening.foreignersMale + births + foreign;
  const female = opening.citizensFemale + opening.foreignersFemale - departures;
  const off = total === 'wrong' || total === 'reason' ? 7 : 0;
  const zero = Object.fromEntries(
    ['Births', 'Deaths', 'Arrivals', 'Departures'].flatMap((kind) => [
      [`foreign${kind}Male`, 0],
      [`foreign${kind}Female`, 0],
    ]),
  );
  const answers = {
    birthsMale: births,
    departuresFemale: departures,
    ...(foreign > 0 ? { ...zero, foreignerChanges: 'Ya', foreignArrivalsMale: foreign } : {}),
    householdsClosing: 351 + births,
    closingMale: total === 'flowsOnly' ? 615 + births : male + off,
    closingFemale: female - off,
    ...(total === 'reason' ? { differenceReason: 'Perbaikan data lama' } : {}),
    ...(one.sender === 'office' ? { notes: 'dari telepon' } : {}),
  };
  return report('population', period, when, answers, { id, sender: SENDERS[one.sender] });
}

/** Decisions look for a response (or an open difference) to be about; without one nothing happens. */
function decisionOf(
  one: Move,
  when: number,
  period: string,
  book: VillageBook,
  id: string,
): Decision | undefined {
  if (one.what === 'unlock')
    return decision('unlock', when, { id, period, until: when + (one.pick + 1) * 3_600_000 });
  if (one.what === 'adjust') {
    const [open] = book.head.openDifferences ?? [];
    const left = open === undefined ? undefined : book.months[open]?.ledger?.difference?.amount;
    const amount = left && one.pick > 20 ? { ...left, households: 0 } : stock(one.births, -one.departures, 0);
    return decision('adjustBalance', when, { id, period: open ?? period, amount });
  }
  if (one.what === 'fix')
    return decision('fixClosing', when, { id, period, amount: openingIn(book, addMonths(period, 1)) });
  if (one.what === 'unfix') return decision('unfixClosing', when, { id, period });
  if (one.what === 'report' || one.what === 'activity' || one.what === 'linmas') return undefined;
  const all = Object.values(book.months).flatMap((month) =>
    Object.values(month.reports).flatMap((versions) =>
      (versions ?? []).map((version) => ({ period: month.period, version })),
    ),
  );
  const target = all[all.length - 1 - (one.pick % Math.max(1, all.length))];
  return target && decision(one.what, when, { id, period: target.period, responseId: target.version.id });
}

/** One of a few activities, so that some are equal; some correct an earlier one. */
function activityOf(one: Move, when: number, book: VillageBook, id: string): Submission {
  const numbers = Object.values(book.months).flatMap((month) =>
    (month.reports.activities ?? []).map((version) => version.number),
  );
  const corrected = one.foreign === 1 ? numbers[one.pick % Math.max(1, numbers.length)] : undefined;
  const date = new Date(when - one.back * 9 * 86_400_000).toISOString().slice(0, 10);
  const answers = {
    date,
    personnel: 5 + one.births * 4,
    ...(corrected === undefined ? {} : { corrects: corrected }),
  };
  return report('activities', undefined, when, answers, {
    id,
    sender: SENDERS[one.sender === 'office' ? 'operator' : one.sender],
  });
}

function linmasOf(one: Move, when: number, period: string, id: string): Submission {
  const answers = {
    anyActivity: one.births > 2 ? 'Nihil' : 'Ya',
    activeMale: 10 + one.departures,
    unsentActivities: one.births > 2 ? 0 : one.foreign,
    disturbances: one.pick > 50 ? 'Banjir di hilir' : '',
  };
  return report('readiness', period, when, answers, { id });
}

function factOf(one: Move, when: number, period: string, book: VillageBook, id: string): Fact | undefined {
  if (one.what === 'report') return reportOf(one, when, period, book, id);
  if (one.what === 'activity') return activityOf(one, when, book, id);
  if (one.what === 'linmas') return linmasOf(one, when, period, id);
  return decisionOf(one, when, period, book, id);
}

function lettered(one: Move, index: number): string {
  return `${String.fromCharCode(97 + (one.pick % 26))}${String(index).padStart(3, '0')}`;
}

/** The book with the months between its first and last that hold nothing. */
function filled(book: VillageBook): VillageBook {
  const { firstPeriod, lastPeriod } = book.head;
  const all = firstPeriod && lastPeriod ? periodsFrom(firstPeriod, lastPeriod) : [];
  const empty = Object.fromEntries(
    all.map((period) => [period, { village: BALANG, period, reports: {}, unlocks: [] }]),
  );
  return { head: book.head, months: { ...empty, ...book.months } };
}

/** The book with the last of these facts; folded from the start only where that came at the same instant as another. */
export function advance(book: VillageBook, facts: readonly Fact[], env: FoldEnv): VillageBook {
  const last = facts[facts.length - 1];
  const newer = last !== undefined && last.at > book.head.foldedThrough;
  return newer
    ? foldVillage(filled(book), [toEvent(last)], env).book
    : foldVillage(emptyBook(BALANG), facts.map(toEvent), env).book;
}

/** Facts in order of time; each is made with the book that the facts before it give. */
function factsOf(moves: readonly Move[], env: FoldEnv): readonly Fact[] {
  let when = START;
  let book = emptyBook(BALANG);
  const facts: Fact[] = [];
  moves.forEach((one, index) => {
    when += one.gap * 3_600_000;
    const period = addMonths(monthOfDay(when), -one.back);
    if (monthNumber(period) < monthNumber('2026-06')) return;
    const id = lettered(one, index);
    const fact = factOf(one, when, period, book, id);
    if (!fact) return;
    facts.push(fact);
    book = advance(book, facts, env);
  });
  return facts.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
}

const opening = (male: number) => [
  { village: BALANG, period: '2026-06', ...stock(male, 592, 351, [3, 2]), source: '' },
];

/** The balance is there from the start, comes later (proposed, then confirmed), is corrected or taken back later. */
const env: fc.Arbitrary<FoldEnv> = fc
  .record({
    first: fc.constantFrom<(number | undefined)[]>(610, 610, 610, undefined),
    later: fc.constantFrom<(number | 'none' | undefined)[]>(undefined, undefined, 610, 613, 'none'),
    day: fc.constantFrom('2026-08-10', '2026-09-25'),
  })
  .map(({ first, later, day }) =>
    envOf([
      { at: 0, settings: someSettings({ openings: first === undefined ? [] : opening(first) }) },
      ...(later === undefined
        ? []
        : [{ at: at(day), settings: someSettings({ openings: later === 'none' ? [] : opening(later) }) }]),
    ]),
  );

/** A history that broke something, as a person can read it. */
function told(one: FoldEnv, facts: readonly Fact[], order: readonly number[]): string {
  const balances = one.snapshots.map(
    ({ at: since, settings }) => `${shown(since)} Saldo Awal ${JSON.stringify(settings.openings)}`,
  );
  const lines = facts.map(
    (fact, index) => `${shown(fact.at)} ${fact.id} [${order[index] ?? 0}] ${toldFact(fact)}`,
  );
  return ['', ...balances, ...lines].join('\n');
}

function shown(instant: number): string {
  return new Date(instant + 8 * 3_600_000).toISOString().slice(0, 16);
}

function toldFact(fact: Fact): string {
  if (!('answers' in fact))
    return `${fact.action} ${fact.period ?? ''} ${fact.responseId ?? ''} ${JSON.stringify(fact.amount ?? fact.until ?? '')}`;
  const answers = Object.entries(fact.answers).flatMap(([key, answer]) =>
    key.startsWith('population.') && answer !== '0' ? [`${key.slice(11)}=${String(answer)}`] : [],
  );
  return `${String(fact.answers['period'])} ${fact.sender} ${answers.join(' ')}`;
}

/** Histories of one village: reports of several months in any order, corrections, gaps, decisions, locks, balances. */
export const history: fc.Arbitrary<History> = fc
  .record({
    env,
    moves: fc.array(move, { minLength: 2, maxLength: 14 }),
    order: fc.array(fc.nat(1000), { minLength: 14, maxLength: 14 }),
    together: fc.array(fc.boolean(), { minLength: 14, maxLength: 14 }),
  })
  .map(({ env: one, moves, order, together }) => {
    const facts = factsOf(moves, one);
    return { env: one, facts, order, together, [fc.toStringMethod]: () => told(one, facts, order) };
  });

/** Counted population report of a month. */
export function countedIn(book: VillageBook, period: string): Version | undefined {
  return countedVersion(book.months[period], 'population');
}
