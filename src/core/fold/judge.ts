import type { MarkId, StateId, Version } from '../book';
import { hasErrors, judgeRules, unreadableOf, type Judged } from '../check';
import { owes, takesAsSent } from '../due';
import { fieldFinding } from '../kinds/finding';
import { NOTE } from '../head';
import { MEMBERS } from '../members';
import { controlGap, hasNoPeople, LEDGER_QUESTIONS, LEDGER_TYPE, type PopulationValues } from '../population';
import type { Finding, ReportType, Stock } from '../report';
import { senderMarks, senderRole, type SenderRole } from '../senders';
import { runningMonth, type Candidate } from './candidate';
import { chainOpening, ruleContext } from './context';
import type { Now } from './env';
import { lockOf } from './locks';
import { monthFindings } from './monthFindings';
import { earlierTwin } from './repeats';
import {
  beforeGoLiveFinding,
  duplicateFinding,
  lockFinding,
  quarantineFinding,
  senderFinding,
  wrongMonthFinding,
} from './stateFindings';
import { kindOf } from '../villageKind';
import { findVersion, villageIn, type Work } from './work';
import { otherMonth, type OtherMonth } from './wrongMonth';

interface Verdict {
  readonly state: StateId;
  readonly findings: readonly Finding[];
}

/** A village's reason for a total that does not add up was given. */
export function hasReason(values: PopulationValues): boolean {
  const reason = values[LEDGER_QUESTIONS.reason];
  return typeof reason === 'string' && reason !== '';
}

/** Totals differ from opening + flows although a reason was given: the closing waits for the Kasi. */
export function isReportedDifference(opening: Stock | undefined, values: PopulationValues): boolean {
  return opening !== undefined && hasReason(values) && !hasNoPeople(controlGap(opening, values));
}

/** Somebody of the office reports for a village: how it came to the office must be told. */
function noteFindings(role: SenderRole, candidate: Candidate, type: ReportType): readonly Finding[] {
  const question = type.questions.find((one) => one.id === NOTE);
  if (role !== 'reviewer' || question === undefined || (candidate.values[NOTE] ?? '') !== '') return [];
  const message =
    'Laporan diisikan oleh kecamatan. Mohon tulis di Catatan dari mana angkanya: telepon, foto WA, atau kertas.';
  return [fieldFinding('officeNote', 'error', question, '', 'asal angka', message)];
}

const findingsOf = (judged: readonly Judged[]): Finding[] =>
  judged.flatMap((one) => (one.finding ? [one.finding] : []));

interface Content {
  readonly findings: readonly Finding[];
  readonly other: OtherMonth | undefined;
  readonly twin: Version | undefined;
}

/** Findings of all rules, the month that was probably meant, and an equal report just before. */
function content(work: Work, candidate: Candidate, type: ReportType, role: SenderRole, now: Now): Content {
  const { period, sentOn, at, values, fields, passed, edits } = candidate;
  const single = [
    ...fields,
    ...monthFindings(candidate, now.settings, work.env.base),
    ...noteFindings(role, candidate, type),
  ];
  if (period === undefined || single.some((one) => one.rule.startsWith('month.')))
    return { findings: single, other: undefined, twin: undefined };
  const twin = passed.includes('duplicate') ? undefined : earlierTwin(work, candidate, type, period);
  const before = twin ?? (edits && findVersion(work, edits.period, edits.id));
  const of = { type, period, sentOn, at, values, instead: before?.number };
  const context = ruleContext(work, of, now.settings);
  const judged = judgeRules(type, values, unreadableOf(fields), context);
  const all = [...single, ...findingsOf(judged)];
  if (hasErrors(single) || passed.includes('wrongMonth')) return { findings: all, other: undefined, twin };
  const other = otherMonth(work, candidate, type, now);
  const wrong = judged.filter((one) => one.finding?.severity === 'error');
  if (!other?.proven || !wrong.every((one) => one.looked.opening)) return { findings: all, other, twin };
  return { findings: all.filter((finding) => !wrong.some((one) => one.finding === finding)), other, twin };
}

/** The first state that applies, in the order of `STATE_ORDER`; holds that were released are passed over. */
function verdict(work: Work, candidate: Candidate, role: SenderRole, now: Now): Verdict {
  const { type, period, fields, unknown, passed } = candidate;
  const { settings } = now;
  const on = (state: StateId): boolean => !passed.includes(state);
  const off = type && !settings.reportTypes.includes(type.id) ? [`laporan ${type.shortTitle}`] : [];
  if (type === undefined || (on('quarantined') && unknown.length + off.length > 0))
    return { state: 'quarantined', findings: [...fields, quarantineFinding([...unknown, ...off])] };
  if (on('senderUnknown') && role === 'unknown')
    return {
      state: 'senderUnknown',
      findings: [...fields, senderFinding(candidate.sender, candidate.proof, kindOf(work.village))],
    };
  const { findings, other, twin } = content(work, candidate, type, role, now);
  if (hasErrors(findings) || period === undefined) return { state: 'toCorrect', findings };
  const held = (state: StateId, why: readonly Finding[]): Verdict => ({
    state,
    findings: [...findings, ...why],
  });
  const wrong = other ? [wrongMonthFinding(period, other.period)] : [];
  const village = villageIn(work, settings);
  const isTaken =
    type.anytime === true ||
    owes(settings, village, period) ||
    takesAsSent(settings, village, type, candidate.sentOn);
  if (on('beforeGoLive') && !isTaken)
    return held('beforeGoLive', [beforeGoLiveFinding(settings, period, village, type)]);
  const lock = type.anytime === true ? undefined : lockOf(work, type, period, now);
  if (on('awaitingUnlock') && lock)
    return held('awaitingUnlock', [lockFinding(settings, period, lock), ...wrong]);
  if (on('wrongMonth') && other) return held('wrongMonth', wrong);
  if (twin) return held('duplicate', [duplicateFinding(twin.number, candidate.number)]);
  return { state: 'accepted', findings };
}

function marksOf(
  candidate: Candidate,
  role: SenderRole,
  accepted: boolean,
  reported: boolean,
): readonly MarkId[] {
  const marks: MarkId[] = candidate.office ? [candidate.office] : [...senderMarks(role, candidate.proof)];
  const { type, period } = candidate;
  const running = type?.frequency === 'monthly' && period === runningMonth(candidate);
  if (accepted && running) marks.unshift('interim');
  if (reported) marks.push('awaitingAdjustment');
  return marks;
}

/** The same is told one by one too: the two are compared. */
const isCompared = (type: ReportType['id'] | undefined, { settings: { reportTypes } }: Now): boolean =>
  (type === LEDGER_TYPE && reportTypes.includes('events')) ||
  (type === 'readiness' && reportTypes.includes(MEMBERS));

/**
 * Judges a response at a moment: by the book and the settings of that moment, its month and day by its own time. Of a
 * released one the holds in `passed` are passed over.
 */
export function judge(work: Work, candidate: Candidate, now: Now): Version {
  const { id, number, at, sender, proof, reporter, type, period, values, normalised, passed } = candidate;
  const { print, edits, unknown } = candidate;
  const role = senderRole(now.settings, work.village, sender, at, proof);
  const { state, findings } = verdict(work, candidate, role, now);
  const ledger = type?.id === LEDGER_TYPE && period !== undefined && state === 'accepted';
  const opening = ledger ? chainOpening(work, period, now.settings) : undefined;
  const reported = isReportedDifference(opening, values);
  return {
    id,
    number,
    type: type?.id ?? '',
    at,
    sender,
    proof,
    reporter,
    values,
    normalised,
    findings,
    state,
    marks: marksOf(candidate, role, state === 'accepted', reported),
    qualified: state === 'accepted',
    ...(passed.length > 0 ? { released: passed } : {}),
    ...(print === undefined ? {} : { print }),
    ...(edits ? { edits } : {}),
    ...(unknown.length > 0 ? { unknown } : {}),
    ...(opening ? { judged: true as const } : {}),
    ...(reported ? { reported } : {}),
    ...(isCompared(type?.id, now) ? { compared: true as const } : {}),
  };
}
