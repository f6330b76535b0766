import type { Decision, Submission, VillageBook, VillageEvent, VillageHead, VillageMonth } from './book';
import { counted } from './fold/work';
import { arrived, type Candidate } from './fold/candidate';
import { follow } from './fold/after';
import { tieCorrection, tieEdited } from './fold/corrections';
import { decide, knowsDecision } from './fold/decide';
import type { Folded, FoldEnv, Needs } from './fold/env';
import { judge } from './fold/judge';
import { keptReport } from './fold/kept';
import { settleFrom } from './fold/ledger';
import { hasPlace } from './fold/monthFindings';
import { withPinProof } from './fold/pins';
import { changeVersion, emptyMonth, findVersion, moment, openWork, villageIn, type Work } from './fold/work';
import { inTrial } from './due';
import { addMonths } from './place';
import { readSubmission } from './read';
import { reportNumber } from './reportNumber';
import type { Instant, Period, VillageCode } from './settings';
import { openingsDiffer, type Snapshot } from './snapshots';

export type { Folded, FoldEnv, Needs, VersionChange } from './fold/env';

/** A settings snapshot that changes this village's balances, in the order of the other facts. */
interface SettingsEvent {
  readonly kind: 'settings';
  readonly at: Instant;
  readonly periods: readonly Period[];
}

type Event = VillageEvent | SettingsEvent;

/** A village of which nothing is known yet. */
export function emptyBook(village: VillageCode): VillageBook {
  const head: VillageHead = { village, foldedThrough: 0, snapshotThrough: 0, latest: {}, strays: [] };
  return { head, months: {} };
}

function idOf(event: Event): string {
  if (event.kind === 'settings') return '';
  return event.kind === 'submission' ? event.submission.id : event.decision.id;
}

/** In order of time, then id; settings before what came at the same instant. */
function inOrder(a: Event, b: Event): number {
  const [one, two] = [idOf(a), idOf(b)];
  return a.at - b.at || (one < two ? -1 : one > two ? 1 : 0);
}

/** Snapshots that the head has not looked at and that change a balance of the village. */
function settingsEvents(work: Work): readonly SettingsEvent[] {
  const { snapshots } = work.env;
  return snapshots.flatMap((snapshot, index): SettingsEvent[] => {
    const before = snapshots[index - 1];
    if (!before || snapshot.at <= work.head.snapshotThrough) return [];
    const periods = openingsDiffer(before.settings, snapshot.settings, work.village);
    return periods.length > 0 ? [{ kind: 'settings', at: snapshot.at, periods }] : [];
  });
}

function candidateOf(work: Work, submission: Submission): Candidate {
  const { settings } = moment(work, submission.at);
  const { kind } = villageIn(work, settings);
  const { reportTypes, seal } = work.env;
  const report = submission.kept
    ? keptReport(submission.kept, reportTypes, settings)
    : readSubmission(submission, reportTypes, settings, kind, seal);
  const number = reportNumber(work.village, submission.at, settings, sameSecond(work, submission.at) + 1);
  return arrived(submission, report, number, settings);
}

/** Reports of the village that came in the second of that moment, of those folded in. */
function sameSecond({ head }: Work, at: Instant): number {
  return Math.floor(head.foldedThrough / 1000) === Math.floor(at / 1000) ? (head.ofSecond ?? 1) : 0;
}

/** How far is folded now, and how many reports came in that second: one, where nothing is said. */
function foldedThrough(work: Work, at: Instant, reports: number): void {
  const { ofSecond: _, ...head } = work.head;
  const counted = reports === 1 ? {} : { ofSecond: reports };
  work.head = { ...head, foldedThrough: Math.max(head.foldedThrough, at), ...counted };
}

function placeOf(work: Work, candidate: Candidate): Period | undefined {
  return candidate.type && hasPlace(candidate, work.env.base) ? candidate.period : undefined;
}

/** It was sent in a trial period whose data the office has thrown away, by the settings of today. */
function isDiscarded(work: Work, { at, type }: Candidate): boolean {
  const { snapshots } = work.env;
  const settings = snapshots[snapshots.length - 1]?.settings;
  return settings?.trial?.discarded === true && type?.anytime !== true && inTrial(settings, at);
}

function receive(work: Work, submission: Submission): void {
  const candidate = candidateOf(work, submission);
  if (isDiscarded(work, candidate)) return;
  const period = placeOf(work, candidate);
  // A response that somebody changed in its form may come again, with another time: it is taken in as an `Edit`.
  if (findVersion(work, period, submission.id)) return;
  foldedThrough(work, submission.at, sameSecond(work, submission.at) + 1);
  const now = moment(work, submission.at);
  const { proof } = withPinProof(work, submission, now);
  const before = period && candidate.type ? counted(work, period, candidate.type.id)?.id : undefined;
  const version = judge(work, { ...candidate, proof }, now);
  const stray = period === undefined ? { named: candidate.named } : {};
  changeVersion(work, period, { ...version, ...stray }, 'submission');
  if (submission.personal || submission.imported || submission.corrected || submission.edits)
    work.head = { ...work.head, rowless: (work.head.rowless ?? 0) + 1 };
  if (!submission.edits && candidate.type?.frequency === 'event') tieCorrection(work, period, version, now);
  if (period === undefined) return;
  if (submission.edits) tieEdited(work, { period, id: version.id }, submission.edits, now);
  follow(work, period, version.id, false, now);
  if (before === undefined || candidate.type?.frequency === 'event') return;
  if (candidate.type && counted(work, period, candidate.type.id)?.id === version.id)
    tellReplaced(work, version.id, before);
}

function tellReplaced(work: Work, id: string, replaces: string): void {
  const index = work.changes.findIndex((change) => change.id === id && change.from === undefined);
  const change = work.changes[index];
  if (change) work.changes[index] = { ...change, replaces };
}

/** `Saldo Awal` holds the stock at the end of a month: the next one's opening changes with it. */
function reopen(work: Work, event: SettingsEvent): void {
  const now = moment(work, event.at);
  for (const period of event.periods) settleFrom(work, addMonths(period, 1), now);
}

/** The report that the office brought in or corrected, as a response. */
function broughtIn({ id, village, at, actor, action, kept }: Decision): Submission | undefined {
  const base = { id, village, at, sender: actor, proof: 'verified' as const, answers: {}, unknown: [] };
  if (kept === undefined) return undefined;
  if (action === 'correct') return { ...base, kept, corrected: true };
  return { ...base, kept, imported: true, ...(action === 'note' ? { noted: true } : {}) };
}

function fold(work: Work, event: Event): void {
  const imported = event.kind === 'decision' ? broughtIn(event.decision) : undefined;
  if (imported) receive(work, imported);
  else if (event.kind === 'submission') receive(work, event.submission);
  else if (event.kind === 'decision') decide(work, event.decision, moment(work, event.at));
  else reopen(work, event);
  foldedThrough(work, event.at, sameSecond(work, event.at));
}

function isKnown(work: Work, event: Event): boolean {
  if (event.kind === 'settings') return false;
  const imported = event.kind === 'decision' ? broughtIn(event.decision) : undefined;
  if (event.kind === 'decision' && !imported) return knowsDecision(work, event.decision);
  const submission = event.kind === 'submission' ? event.submission : imported;
  if (submission === undefined) return true;
  const candidate = candidateOf(work, submission);
  return (
    isDiscarded(work, candidate) || findVersion(work, placeOf(work, candidate), submission.id) !== undefined
  );
}

/** Not folded in yet. Where a month is missing this cannot be told: the month is asked for, and then it is judged again. */
function isUnknown(work: Work, event: Event): boolean {
  const before = [...work.missing];
  work.missing.clear();
  const unknown = !isKnown(work, event) && work.missing.size === 0;
  for (const period of before) work.missing.add(period);
  return unknown;
}

interface Run {
  readonly work: Work;
  readonly refold: boolean;
}

/** Folds what is not known yet; `refold` = something unknown is not newer than what is folded. */
function run(book: VillageBook, events: readonly VillageEvent[], env: FoldEnv): Run {
  const work = openWork(book, env);
  const through = work.head.foldedThrough;
  const once = new Map(events.map((event) => [`${event.kind} ${idOf(event)}`, event]));
  const all: Event[] = [...once.values(), ...settingsEvents(work)].sort(inOrder);
  let refold = false;
  for (const event of all) {
    if (event.at > through) {
      if (!refold) fold(work, event);
      continue;
    }
    if (isUnknown(work, event)) refold = true;
  }
  const last = env.snapshots[env.snapshots.length - 1]?.at ?? 0;
  if (last > work.head.snapshotThrough) work.head = { ...work.head, snapshotThrough: last };
  return { work, refold };
}

/** Whether a snapshot older than those given may be needed. */
function lacksSnapshots(
  book: VillageBook,
  events: readonly VillageEvent[],
  snapshots: readonly Snapshot[],
): boolean {
  const first = snapshots[0]?.at ?? 0;
  const begun = book.head.foldedThrough > 0 || book.head.snapshotThrough > 0;
  return (begun && book.head.snapshotThrough < first) || events.some((event) => event.at < first);
}

/**
 * What has to be loaded before `events` can be folded into `book`: it folds and notes what it misses, so ask again
 * with the months loaded until none is left. Months within the head's first and last month that are not in
 * `book.months` count as not loaded; months outside hold nothing.
 */
export function periodsNeeded(book: VillageBook, events: readonly VillageEvent[], env: FoldEnv): Needs {
  const { work, refold } = run(book, events, env);
  const allSnapshots = lacksSnapshots(book, events, env.snapshots);
  return { periods: refold ? [] : [...work.missing].sort(), refold, allSnapshots };
}

/** Whether both have the same contents, whatever the order of their properties; undefined is as good as left out. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const [one, other] = [a as Record<string, unknown>, b as Record<string, unknown>];
  return [...new Set([...Object.keys(one), ...Object.keys(other)])].every((key) =>
    same(one[key], other[key]),
  );
}

/**
 * Folds facts into a village's book. Events may come in any order and may be known already (then nothing happens);
 * those that are not must be newer than `foldedThrough`. The result is the same however the events were divided among
 * folds. Throws where `periodsNeeded` still names a month or asks for a refold.
 */
export function foldVillage(book: VillageBook, events: readonly VillageEvent[], env: FoldEnv): Folded {
  const { work, refold } = run(book, events, env);
  const { village } = work;
  if (refold)
    throw new Error(`An event of ${village} is older than its book; fold all its facts from emptyBook.`);
  if (work.missing.size > 0)
    throw new Error(
      `Months ${[...work.missing].join(', ')} of ${village} are not loaded; ask periodsNeeded first.`,
    );
  const months: Record<Period, VillageMonth> = {};
  for (const period of [...work.months.keys()].sort()) {
    const month = work.months.get(period);
    if (month) months[period] = month;
  }
  const touched = Object.keys(months).filter(
    (period) => !same(months[period], book.months[period] ?? emptyMonth(village, period)),
  );
  return {
    book: { head: work.head, months },
    touched,
    headTouched: !same(work.head, book.head),
    changes: work.changes,
  };
}
