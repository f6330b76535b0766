import type { Version } from '../book';
import { judgeRules, unreadableOf } from '../check';
import { countedVersions } from '../counted';
import { MEMBERS } from '../members';
import { LEDGER_TYPE } from '../population';
import type { ReportType, ReportTypeId, RuleContext } from '../report';
import type { Period } from '../settings';
import { localDate } from '../zones';
import { ruleContext } from './context';
import { refreshChain } from './corrections';
import type { Now } from './env';
import { refreshLatest } from './latest';
import { followMember } from './members';
import { settleFrom } from './ledger';
import { refreshRepeats } from './repeats';
import { findVersion, isStanding, monthOf, putVersion, typeOf, type Work } from './work';

/** Thrown by what a rule looks at before it looks at the other reports of its month: it is not one of those. */
const ELSEWHERE = { elsewhere: true };

function onlySameMonth(context: RuleContext): RuleContext {
  let reached = false;
  const guard = <T>(value: () => T): T => {
    if (!reached) throw ELSEWHERE;
    return value();
  };
  return {
    period: context.period,
    sentOn: context.sentOn,
    kind: context.kind,
    get opening() {
      return guard(() => context.opening);
    },
    get previous() {
      return guard(() => context.previous);
    },
    get earlier() {
      return guard(() => context.earlier);
    },
    get activeMembers() {
      return guard(() => context.activeMembers);
    },
    get known() {
      reached = true;
      return context.known;
    },
    get neighbourhoods() {
      return guard(() => context.neighbourhoods);
    },
    get member() {
      return guard(() => context.member);
    },
    get sameMonth() {
      reached = true;
      return context.sameMonth;
    },
  };
}

/** The rules of a type that look at the other reports of the month, one by one; no month is loaded for the others. */
function judgeSameMonth(work: Work, type: ReportType, period: Period, version: Version, now: Now): Version {
  const { at, values } = version;
  const of = { type, period, at, values, sentOn: localDate(at, now.settings.zone) };
  const context = ruleContext(work, of, now.settings);
  let { findings } = version;
  for (const rule of type.rules) {
    const one = judgeOne(type, rule, version, context);
    if (!one) continue;
    const rest = findings.filter((finding) => finding.rule !== one.rule);
    const fresh = one.finding && { ...one.finding, severity: asTold(one.finding.severity) };
    findings = fresh ? [...rest, fresh] : rest;
  }
  return JSON.stringify(findings) === JSON.stringify(version.findings) ? version : { ...version, findings };
}

/** What comes later makes no error of a report that counts. */
function asTold<S extends string>(severity: S): S | 'warning' {
  return severity === 'error' ? 'warning' : severity;
}

function judgeOne(
  type: ReportType,
  rule: ReportType['rules'][number],
  version: Version,
  context: RuleContext,
) {
  try {
    const unreadable = unreadableOf(version.findings);
    const [judged] = judgeRules(
      { ...type, rules: [rule] },
      version.values,
      unreadable,
      onlySameMonth(context),
    );
    return judged?.looked.sameMonth === true ? judged : undefined;
  } catch (failure) {
    if (failure === ELSEWHERE) return undefined;
    throw failure;
  }
}

/** Warnings between the reports of one month, as its counted reports now stand. */
function refreshSameMonth(work: Work, changed: ReportTypeId | '', period: Period, now: Now): void {
  for (const type of work.env.reportTypes) {
    if (type.id === changed) continue;
    const versions = countedVersions(monthOf(work, period), type.id);
    for (const version of type.frequency === 'event' ? versions : versions.slice(-1)) {
      const judged = judgeSameMonth(work, type, period, version, now);
      if (judged !== version) putVersion(work, period, judged);
    }
  }
}

/** All that follows when a response came or changed its state. `stood` = it stood in the figures before. */
export function follow(work: Work, period: Period, id: string, stood: boolean, now: Now): void {
  const version = findVersion(work, period, id);
  const type = version && typeOf(work, version.type);
  if (!version || !type || !(stood || isStanding(version))) return;
  const concerned = refreshChain(work, period, version);
  if (concerned.some((one) => one.type === MEMBERS)) followMember(work, period, version);
  for (const one of concerned) if (one.type === LEDGER_TYPE) settleFrom(work, one.period, now);
  for (const one of concerned) {
    refreshRepeats(work, one.type, one.period);
    refreshSameMonth(work, one.type, one.period, now);
  }
  for (const one of concerned) {
    const of = typeOf(work, one.type);
    if (of?.frequency === 'monthly') refreshLatest(work, of, one.period);
  }
}
