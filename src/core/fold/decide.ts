import type { Adjustment, Decision, StateId, Version } from '../book';
import { outstanding } from '../ledgerView';
import { isResponseAction, mayDecide, STATES, transitionOf, type ResponseAction } from '../states';
import { QUESTIONS } from '../office';
import { addMonths } from '../place';
import { addStocks, controlGap, hasNoPeople, LEDGER_TYPE, NO_STOCK, sameStock } from '../population';
import type { Stock } from '../report';
import type { Period } from '../settings';
import { follow } from './after';
import { again, PASSED } from './candidate';
import { fixClosing } from './closings';
import { chainOpening } from './context';
import type { Now } from './env';
import { judge } from './judge';
import { ledgerOf, settleFrom } from './ledger';
import { lockOf } from './locks';
import { isStateFinding, stateFinding } from './stateFindings';
import {
  byTime,
  changeVersion,
  findVersion,
  isStanding,
  monthOf,
  putMonth,
  putVersion,
  range,
  typeOf,
  type Work,
} from './work';

interface Found {
  readonly period: Period | undefined;
  readonly version: Version;
}

/** The response a decision is about: in the month it names, else among the strays, else in any month, newest first. */
function find(work: Work, decision: Decision): Found | undefined {
  const id = decision.responseId;
  if (id === undefined) return undefined;
  const named = decision.period === undefined ? undefined : findVersion(work, decision.period, id);
  if (named) return { period: decision.period, version: named };
  if (decision.period !== undefined && work.missing.has(decision.period)) return undefined;
  const stray = findVersion(work, undefined, id);
  if (stray) return { period: undefined, version: stray };
  const all = range(work);
  for (let period = all?.last ?? ''; all && period >= all.first; period = addMonths(period, -1)) {
    const version = findVersion(work, period, id);
    if (version) return { period, version };
  }
  return undefined;
}

/** Judged again from the top, with what is kept of a response whatever its state. */
function judgeAgain(work: Work, { period, version }: Found, passed: readonly StateId[], now: Now): Version {
  const judged = judge(work, again(work, version, period, passed, now.settings), now);
  const { before, decision, root, corrections, named } = version;
  return {
    ...judged,
    ...(before ? { before } : {}),
    ...(decision ? { decision } : {}),
    ...(root ? { root } : {}),
    ...(corrections ? { corrections } : {}),
    ...(named === undefined ? {} : { named }),
  };
}

function released(work: Work, found: Found, now: Now): Version {
  const passed = [...(found.version.released ?? []), found.version.state];
  return judgeAgain(work, found, [...new Set(passed)], now);
}

/** The state before the newest decision; a released response also forgets what its release passed. */
function cancelled(version: Version): Version {
  const before = version.before ?? [];
  const state = before[before.length - 1] ?? version.state;
  const { released: passed, before: _, ...rest } = version;
  const kept = (passed ?? []).filter((one) => one !== state);
  const why = STATES[state].held ? [stateFinding(state, STATES[state].operator)] : [];
  return {
    ...rest,
    state,
    findings: [...version.findings.filter((finding) => !isStateFinding(finding)), ...why],
    qualified: state === 'accepted' || state === 'approved',
    ...(before.length > 1 ? { before: before.slice(0, -1) } : {}),
    ...(kept.length > 0 ? { released: kept } : {}),
  };
}

/** Approval accepts the difference that was reported with a reason: koreksi saldo of the month itself. */
function approved(work: Work, { period, version }: Found, now: Now): Version {
  const { acceptedDifference: _, ...rest } = version;
  const waits = period !== undefined && version.reported === true;
  const opening = waits ? chainOpening(work, period, now.settings) : undefined;
  const gap = opening ? controlGap(opening, version.values) : NO_STOCK;
  return { ...rest, state: 'approved', ...(hasNoPeople(gap) ? {} : { acceptedDifference: gap }) };
}

function outcome(work: Work, found: Found, action: ResponseAction, now: Now): Version {
  const { version } = found;
  if (action === 'release') return released(work, found, now);
  if (action === 'cancel') return cancelled(version);
  if (action === 'approve') return approved(work, found, now);
  const qualified = version.qualified && action !== 'reject';
  return { ...version, state: transitionOf(action)?.to ?? version.state, qualified };
}

/** A decision about one response; one that means nothing for its state has no effect. */
function decideResponse(work: Work, decision: Decision, action: ResponseAction, now: Now): void {
  const found = find(work, decision);
  if (!found || !mayDecide(found.version, action)) return;
  const { id, at, actor, reason } = decision;
  const next = outcome(work, found, action, now);
  const before = action === 'cancel' ? next.before : [...(found.version.before ?? []), found.version.state];
  const { before: _, ...rest } = next;
  const version: Version = {
    ...rest,
    decision: { id, action, actor, at, reason },
    ...(before && before.length > 0 ? { before } : {}),
  };
  changeVersion(work, found.period, version, 'decision');
  if (found.period !== undefined) follow(work, found.period, version.id, isStanding(found.version), now);
}

/** The office itself sent the response by script: it is its own, whoever the form knows as its sender. */
function adopt(work: Work, decision: Decision, now: Now): void {
  const found = find(work, decision);
  if (!found || found.version.marks.includes('imported')) return;
  const { id, action, at, actor, reason } = decision;
  const own: Found = { ...found, version: { ...found.version, marks: ['imported'] } };
  const judged = judgeAgain(work, own, PASSED.imported, now);
  const version: Version = { ...judged, decision: { id, action, actor, at, reason } };
  changeVersion(work, found.period, version, 'decision');
  if (found.period !== undefined) follow(work, found.period, version.id, isStanding(found.version), now);
}

/** Opens a month; what waited for that is judged again, oldest first. */
function unlock(work: Work, decision: Decision, now: Now): void {
  const { id, period, until, at, reason } = decision;
  if (period === undefined || until === undefined) return;
  const month = monthOf(work, period);
  putMonth(work, { ...month, unlocks: [...month.unlocks, { id, at, until, reason }] });
  const waiting = Object.values(month.reports)
    .flatMap((versions) => versions ?? [])
    .filter((version) => version.state === 'awaitingUnlock')
    .sort(byTime);
  for (const one of waiting) {
    const version = findVersion(work, period, one.id);
    if (!version) continue;
    const judged = judgeAgain(work, { period, version }, version.released ?? [], now);
    changeVersion(work, period, judged, 'unlock');
    follow(work, period, judged.id, false, now);
  }
}

/** Ends what stands open of a month right before this moment; answers sent until then are judged as they were. */
function relock(work: Work, { id, period, at }: Decision): void {
  if (period === undefined) return;
  const month = monthOf(work, period);
  const unlocks = month.unlocks.map((one) =>
    one.at < at && at <= one.until ? { ...one, until: at - 1, ended: id } : one,
  );
  putMonth(work, { ...month, unlocks });
}

/** The first month from `period` on that is open at that moment: koreksi saldo of locked months is dated there. */
export function firstOpenMonth(work: Work, period: Period, now: Now): Period {
  const type = typeOf(work, LEDGER_TYPE);
  let at = period;
  for (let tries = 0; tries < 600 && lockOf(work, type, at, now) !== undefined; tries += 1)
    at = addMonths(at, 1);
  return at;
}

/** Takes a koreksi saldo to the differences of earlier months that it settles: one of that amount, or all together. */
function takeOver(work: Work, before: Period, amount: Stock): void {
  const open = (work.head.openDifferences ?? []).filter((period) => period < before);
  const left = open.map((period) => ({ period, amount: outstanding(ledgerOf(work, period).difference) }));
  const all = left.map((one) => one.amount).reduce(addStocks, NO_STOCK);
  const persons = { ...amount, households: 0 };
  const exact = left.find((one) => sameStock(one.amount, persons));
  const taken = exact ? [exact] : sameStock(all, persons) ? left : [];
  for (const one of taken) {
    const month = monthOf(work, one.period);
    const difference = month.ledger?.difference;
    if (!month.ledger || !difference || difference.cause === 'reported') continue;
    const corrected = addStocks(difference.corrected ?? NO_STOCK, one.amount);
    putMonth(work, {
      ...month,
      ledger: { ...month.ledger, difference: { ...difference, corrected, settled: true } },
    });
  }
  const done = taken
    .map((one) => one.period)
    .filter((period) => ledgerOf(work, period).difference?.settled === true);
  const rest = (work.head.openDifferences ?? []).filter((period) => !done.includes(period));
  const { openDifferences: _, ...head } = work.head;
  work.head = rest.length > 0 ? { ...head, openDifferences: rest } : head;
}

/** Koreksi saldo: dated in the month named, or in the first open one after it. */
function adjust(work: Work, decision: Decision, now: Now): void {
  const { id, at, reason, amount } = decision;
  if (decision.period === undefined || amount === undefined) return;
  const period = firstOpenMonth(work, decision.period, now);
  const adjustment: Adjustment = { id, at, amount, reason };
  const ledger = ledgerOf(work, period);
  const month = monthOf(work, period);
  putMonth(work, {
    ...month,
    ledger: {
      ...ledger,
      adjustment: addStocks(ledger.adjustment, amount),
      adjustments: [...ledger.adjustments, adjustment],
    },
  });
  takeOver(work, period, amount);
  settleFrom(work, period, now);
}

/** The office's answer to a question: kept with it, the newest counts. */
function answerQuestion(work: Work, decision: Decision): void {
  const found = find(work, decision);
  if (!found || found.version.type !== QUESTIONS) return;
  const { id, at, action, reason } = decision;
  const general = action === 'answerAll' ? { general: true as const } : {};
  putVersion(work, found.period, { ...found.version, answer: { id, at, text: reason, ...general } });
}

/** Folds one decision in. */
export function decide(work: Work, decision: Decision, now: Now): void {
  if (decision.action === 'unlock') unlock(work, decision, now);
  else if (decision.action === 'relock') relock(work, decision);
  else if (decision.action === 'adjustBalance') adjust(work, decision, now);
  else if (decision.action === 'fixClosing' || decision.action === 'unfixClosing')
    fixClosing(work, decision, now);
  else if (decision.action === 'answer' || decision.action === 'answerAll') answerQuestion(work, decision);
  else if (decision.action === 'adopt') adopt(work, decision, now);
  else if (isResponseAction(decision.action)) decideResponse(work, decision, decision.action, now);
}

/** Whether the decision is folded in already; false also where that cannot be told. */
export function knowsDecision(work: Work, decision: Decision): boolean {
  const { id, action, period } = decision;
  if (action === 'unlock')
    return period !== undefined && monthOf(work, period).unlocks.some((one) => one.id === id);
  if (action === 'relock')
    return period !== undefined && monthOf(work, period).unlocks.some((one) => one.ended === id);
  if (action === 'fixClosing' || action === 'unfixClosing')
    return period !== undefined && (ledgerOf(work, period).fixed ?? []).some((one) => one.id === id);
  if (action === 'adjustBalance') {
    if (period === undefined) return false;
    const last = range(work)?.last ?? '';
    for (let one = period; one <= last; one = addMonths(one, 1))
      if (ledgerOf(work, one).adjustments.some((adjustment) => adjustment.id === id)) return true;
    return false;
  }
  const version = find(work, decision)?.version;
  return version?.decision?.id === id || version?.answer?.id === id;
}
