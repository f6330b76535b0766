import type { Version } from '../book';
import { countedVersions } from '../counted';
import { endStock } from '../ledgerView';
import { addMonths } from '../place';
import { addStocks, countOf, LEDGER_QUESTIONS, LEDGER_TYPE, people } from '../population';
import type { KnownPopulation, ReportType, ReportTypeId, RuleContext, Stock, Value } from '../report';
import type { Instant, LocalDate, Period, Settings } from '../settings';
import { memberStanding, ownMembers } from './members';
import { counted, findVersion, monthOf, villageIn, type Work } from './work';

type Values = Readonly<Record<string, Value>>;

/** Where the strength of a village's Linmas stands: rules on the personnel of activities look at it. */
const ACTIVE_MEMBERS = { type: 'readiness', questions: ['activeMale', 'activeFemale'] } as const;

/** Stock at the end of a month: of its report, else as the Kasi fixed it, else as `Saldo Awal` says. */
export function stockAfter(work: Work, period: Period, settings: Settings): Stock | undefined {
  const known = endStock(monthOf(work, period).ledger);
  if (known) return known;
  const line = settings.openings.find((one) => one.village === work.village && one.period === period);
  if (!line) return undefined;
  const { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households } = line;
  return { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households };
}

/** Opening of a month by the chain: stock after the month before + koreksi saldo dated in it. */
export function chainOpening(work: Work, period: Period, settings: Settings): Stock | undefined {
  const before = stockAfter(work, addMonths(period, -1), settings);
  const adjustment = monthOf(work, period).ledger?.adjustment;
  return before && adjustment ? addStocks(before, adjustment) : before;
}

/** Counted reports of the two months before, newest first. */
function earlierValues(work: Work, type: ReportTypeId, period: Period): readonly Values[] {
  return [-1, -2].flatMap((back) => {
    const version = counted(work, addMonths(period, back), type);
    return version ? [version.values] : [];
  });
}

function latestValues(
  work: Work,
  type: ReportTypeId,
): { readonly period: Period; readonly values: Values } | undefined {
  const latest = work.head.latest[type];
  const values = latest && findVersion(work, latest.period, latest.id)?.values;
  return latest && values && { period: latest.period, values };
}

function previousValues(work: Work, type: ReportTypeId, period: Period): Values | undefined {
  const [near] = earlierValues(work, type, period);
  if (near) return near;
  if ((work.head.latest[type]?.period ?? period) >= period) return undefined;
  return latestValues(work, type)?.values;
}

function activeMembers(work: Work): number | undefined {
  const values = latestValues(work, ACTIVE_MEMBERS.type)?.values;
  const own = ownMembers(work);
  if (!values) return own;
  const told = ACTIVE_MEMBERS.questions.reduce((sum, question) => sum + (countOf(values, question) ?? 0), 0);
  return Math.max(told, own ?? 0);
}

function sameMonthValues(work: Work, type: ReportTypeId, period: Period): RuleContext['sameMonth'] {
  const month = monthOf(work, period);
  const found: Partial<Record<ReportTypeId, readonly Values[]>> = {};
  for (const other of work.env.reportTypes) {
    if (other.id === type) continue;
    const versions: readonly Version[] = countedVersions(month, other.id);
    const standing = other.frequency === 'event' ? versions : versions.slice(-1);
    if (standing.length > 0) found[other.id] = standing.map((version) => version.values);
  }
  return found;
}

/** What a population report itself says, where its closing is not known yet. */
function reportedPopulation(work: Work, period: Period): KnownPopulation | undefined {
  const values = counted(work, period, LEDGER_TYPE)?.values;
  const households = values && countOf(values, LEDGER_QUESTIONS.households);
  if (!values || households === undefined) return undefined;
  const sexes = [LEDGER_QUESTIONS.closingMale, LEDGER_QUESTIONS.closingFemale];
  return { period, households, people: sexes.reduce((sum, id) => sum + (countOf(values, id) ?? 0), 0) };
}

/** Of the month itself, else of the month before, else of the newest report, else of the newest line of `Saldo Awal`. */
function knownPopulation(work: Work, period: Period, settings: Settings): KnownPopulation | undefined {
  const at = (month: Period): KnownPopulation | undefined => {
    const stock = stockAfter(work, month, settings);
    return stock
      ? { period: month, people: people(stock), households: stock.households }
      : reportedPopulation(work, month);
  };
  const latest = work.head.latest[LEDGER_TYPE]?.period;
  const lines = settings.openings.filter((one) => one.village === work.village).map((one) => one.period);
  const opening = lines.sort()[lines.length - 1];
  return (
    at(period) ??
    at(addMonths(period, -1)) ??
    (latest === undefined ? undefined : at(latest)) ??
    (opening === undefined ? undefined : at(opening))
  );
}

/** Of which report a context is made. */
export interface ContextOf {
  readonly type: ReportType;
  readonly period: Period;
  readonly sentOn: LocalDate;
  readonly at: Instant;
  readonly values: Values;
  /** Number of the report whose place it takes. */
  readonly instead?: string | undefined;
}

/**
 * What rules may look at, made only when it is looked at, so that no month is loaded for a rule that does not need
 * it. `opening` stands in for the chain's where given.
 */
export function ruleContext(work: Work, of: ContextOf, settings: Settings, opening?: Stock): RuleContext {
  const { type, period, sentOn } = of;
  const monthly = type.frequency === 'monthly';
  return {
    period,
    sentOn,
    kind: villageIn(work, settings).kind,
    get opening() {
      return opening ?? chainOpening(work, period, settings);
    },
    get previous() {
      return monthly ? previousValues(work, type.id, period) : undefined;
    },
    get earlier() {
      return monthly ? earlierValues(work, type.id, period) : [];
    },
    get activeMembers() {
      return activeMembers(work);
    },
    get known() {
      return knownPopulation(work, period, settings);
    },
    get neighbourhoods() {
      return (settings.neighbourhoods ?? [])
        .filter((one) => one.village === work.village)
        .map((one) => one.key);
    },
    get member() {
      return memberStanding(work, of);
    },
    get sameMonth() {
      return sameMonthValues(work, type.id, period);
    },
  };
}
