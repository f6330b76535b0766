import { collectedPeriod, owesReport, periodsFrom } from '../due';
import { CORRECTS, NOTE } from '../head';
import { addMonths } from '../place';
import { LEDGER_TYPE } from '../population';
import type { Question, ReportType, Value } from '../report';
import type { Period } from '../settings';
import { hasErrors, judgeRules } from '../check';
import { runningMonth, type Candidate } from './candidate';
import { chainOpening, ruleContext } from './context';
import type { Now } from './env';
import { counted, villageIn, type Work } from './work';

type Values = Readonly<Record<string, Value>>;

/** Share of the told answers that must be the same for a report to look like a correction of another. */
const CORRECTION_SHARE = 0.5;

/** What a report probably meant, and whether its figures prove it. */
export interface OtherMonth {
  readonly period: Period;
  /** The figures fit that month and not the one named: errors against the named month are no fault of the answers. */
  readonly proven: boolean;
}

/** Stocks come prefilled and notes are free text: neither tells a correction from a new report. */
function tells(question: Question): boolean {
  return question.stock !== true && question.id !== NOTE && question.id !== CORRECTS;
}

function told(value: Value | undefined): boolean {
  return value !== undefined && value !== null && value !== 0 && value !== '' && value.toString() !== '';
}

/** At least half of the answers that tell something are the same as those of the accepted report. */
export function looksLikeCorrection(type: ReportType, accepted: Values, sent: Values): boolean {
  const ids = type.questions.filter(tells).map((question) => question.id);
  const telling = ids.filter((id) => told(accepted[id]) || told(sent[id]));
  const same = telling.filter((id) => JSON.stringify(accepted[id]) === JSON.stringify(sent[id]));
  return telling.length === 0 || same.length / telling.length >= CORRECTION_SHARE;
}

/** The month is owed and has no counted report yet. */
function isOpen(work: Work, type: ReportType, period: Period, now: Now): boolean {
  return (
    owesReport(now.settings, villageIn(work, now.settings), type, period) && !counted(work, period, type.id)
  );
}

/** Last year's month chosen in January, while this one's report is not there. */
function lastYear(
  work: Work,
  candidate: Candidate,
  type: ReportType,
  collected: Period,
  now: Now,
): Period | undefined {
  if (candidate.sentOn.slice(5, 7) !== '01') return undefined;
  const meant = [collected, runningMonth(candidate)].find((one) => candidate.period === addMonths(one, -12));
  return meant !== undefined && meant <= collected && isOpen(work, type, meant, now) ? meant : undefined;
}

/** Whether the answers break no rule in that month, its opening being known. */
function fits(
  work: Work,
  candidate: Candidate,
  type: ReportType,
  period: Period,
  now: Now,
): boolean | undefined {
  const opening = chainOpening(work, period, now.settings);
  if (!opening) return undefined;
  const { at, values, sentOn } = candidate;
  const of = { type, period, at, values, sentOn };
  const judged = judgeRules(type, values, [], ruleContext(work, of, now.settings, opening));
  return !hasErrors(judged.flatMap((one) => (one.finding && one.looked.opening ? [one.finding] : [])));
}

/**
 * The month that a monthly report seems to have meant instead of the one it names; undefined = nothing speaks for
 * another. Only where the named month lies before the month being collected (judged on the day it was sent):
 * - January, and exactly a year before the month being collected (or running), which is still open;
 * - the named month has a counted report, a later owed month up to the collected one is still open, and
 *   - (population) the figures fit that open month and not the named one: proven, whatever else they look like;
 *   - (population) they fit the named one and not the open one: it is meant as named;
 *   - else the answers do not look like a correction of the counted report.
 */
export function otherMonth(
  work: Work,
  candidate: Candidate,
  type: ReportType,
  now: Now,
): OtherMonth | undefined {
  const { period, sentOn, values } = candidate;
  if (period === undefined || type.frequency !== 'monthly') return undefined;
  const collected = collectedPeriod(now.settings, sentOn);
  if (period >= collected) return undefined;
  const yearLater = lastYear(work, candidate, type, collected, now);
  if (yearLater) return { period: yearLater, proven: false };
  const accepted = counted(work, period, type.id);
  if (!accepted) return undefined;
  const meant = periodsFrom(addMonths(period, 1), collected).find((one) => isOpen(work, type, one, now));
  if (meant === undefined) return undefined;
  if (type.id === LEDGER_TYPE) {
    const here = fits(work, candidate, type, period, now);
    const there = fits(work, candidate, type, meant, now);
    if (there === true && here === false) return { period: meant, proven: true };
    if (here === true && there === false) return undefined;
  }
  return looksLikeCorrection(type, accepted.values, values) ? undefined : { period: meant, proven: false };
}
