import type { Version } from '../book';
import { hasErrors, judgeRules, unreadableOf } from '../check';
import { LEDGER_QUESTIONS } from '../population';
import type { Finding, ReportType, Stock } from '../report';
import type { Period } from '../settings';
import { localDate } from '../zones';
import { ruleContext } from './context';
import type { Now } from './env';
import { isReportedDifference } from './judge';
import type { Work } from './work';

/** An error of a report that is counted already: told, but it changes nothing. */
function asWarning(finding: Finding): Finding {
  return finding.severity === 'error' ? { ...finding, severity: 'warning' } : finding;
}

/**
 * A reason explains the difference that it was given for: when a total is off only later, because the opening changed,
 * the village and the office are told all the same.
 */
function toldValues(version: Version): Version['values'] {
  const explained =
    version.judged === undefined || (version.reported === true && version.state === 'accepted');
  return explained ? version.values : { ...version.values, [LEDGER_QUESTIONS.reason]: null };
}

/**
 * Judges the rules that look at the opening anew. `strict` = the opening is known for the first time and the month is
 * open: an error sends the report back. Else the report stays counted and errors are warnings.
 */
export function judgeOpening(
  work: Work,
  type: ReportType,
  period: Period,
  version: Version,
  opening: Stock,
  strict: boolean,
  now: Now,
): Version {
  const { at, values } = version;
  const of = { type, period, at, values, sentOn: localDate(at, now.settings.zone) };
  const context = ruleContext(work, of, now.settings, opening);
  const judged = judgeRules(type, toldValues(version), unreadableOf(version.findings), context).filter(
    (one) => one.looked.opening,
  );
  const rest = version.findings.filter((finding) => !judged.some((one) => one.rule === finding.rule));
  const fresh = judged.flatMap((one) => (one.finding ? [one.finding] : []));
  const failed = strict && hasErrors(fresh);
  const reported = version.judged === undefined && isReportedDifference(opening, version.values);
  return {
    ...version,
    judged: true,
    ...(reported ? { reported } : {}),
    state: failed ? 'toCorrect' : version.state,
    findings: [...rest, ...(failed ? fresh : fresh.map(asWarning))],
  };
}
