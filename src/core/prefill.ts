import type { Version, VillageMonth } from './book';
import { complianceOf } from './compliance';
import { countedVersions, isImported } from './counted';
import { formatPeriod } from './dates';
import { collectablePeriods, lockDate, owesReport, villageOf } from './due';
import type { DrawContext } from './draw/context';
import { countedEvents } from './eventCounts';
import { answerKey, CORRECTS, HEAD, NOT_MONTHLY } from './head';
import { KINDS } from './kinds';
import { LEDGER_TYPE } from './population';
import type { Question, ReportType, ReportTypeId } from './report';
import type { Instant, LocalDate, Period, Settings, VillageCode } from './settings';
import { inKind, kindOf } from './villageKind';

/**
 * Numbers of a form's questions in links (`123456` of `entry.123456`), by answer key: those of `HEAD` and
 * `population.birthsMale`. Read once from Google, never guessed.
 */
export type EntryMap = Readonly<Record<string, string>>;

/** Where a village's things lie; from `Registri`. */
export interface VillageAddresses {
  readonly village: VillageCode;
  /** Published address of the form, ends in `/viewform`; '' = not ready yet. */
  readonly form: string;
  readonly entries: EntryMap;
  /** The form for personal types. */
  readonly personal?: { readonly form: string; readonly entries: EntryMap };
  /** Address of the tab `Status` in the village's Sheet. */
  readonly status: string;
}

/** Longest text of a message, as encoded for an address: beyond it the status page's address stands for the links. */
export const LONGEST_ENCODED = 2000;

/** The text does not fit into an address any more. */
export function tooLongEncoded(text: string): boolean {
  return encodeURIComponent(text).length > LONGEST_ENCODED;
}

type Answers = readonly (readonly [key: string, answer: string | readonly string[] | undefined])[];

/** Address of the form with these answers filled in; answers whose question has no number are left open. */
function formLink(
  addresses: Pick<VillageAddresses, 'form' | 'entries'> | undefined,
  answers: Answers,
): string {
  if (addresses === undefined || addresses.form === '') return '';
  const parts = answers.flatMap(([key, answer]) => {
    const entry = addresses.entries[key];
    if (entry === undefined || answer === undefined) return [];
    const all = typeof answer === 'string' ? [answer] : answer;
    const number = entry.replace(/^entry\./, '');
    return all.filter((one) => one !== '').map((one) => `entry.${number}=${encodeURIComponent(one)}`);
  });
  return `${addresses.form}?usp=pp_url${parts.map((part) => `&${part}`).join('')}`;
}

/** `version` = whose reporter's name is brought along; nobody's where the office brought it in. */
function headAnswers(type: ReportType, period: Period | undefined, version: Version | undefined): Answers {
  const month = type.frequency === 'event' ? NOT_MONTHLY : period;
  return [
    [HEAD.reportType, type.shortTitle],
    [HEAD.period, month === undefined || month === NOT_MONTHLY ? month : formatPeriod(month)],
    [HEAD.reporter, version && !isImported(version) ? version.reporter : undefined],
  ];
}

/** Choices as the form of a village of that kind has them. */
function answersOf(
  type: ReportType,
  version: Version,
  questions: readonly Question[],
  village: VillageCode,
): Answers {
  return questions.map((question) => {
    const answer = KINDS[question.kind].prefill(version.values[question.id] ?? null);
    const isChoice = question.choices !== undefined && typeof answer === 'string';
    return [answerKey(type.id, question.id), isChoice ? inKind(answer, kindOf(village)) : answer];
  });
}

/** The stocks of the last report as the next one begins with them. */
function carried(latest: Version, stocks: readonly Question[]): Version {
  const values = stocks.map((question) => {
    const value = latest.values[question.id] ?? null;
    return [question.id, KINDS[question.kind].carry?.(value, question) ?? value] as const;
  });
  return { ...latest, values: Object.fromEntries(values) };
}

const typeOf = (context: DrawContext, id: Version['type']): ReportType | undefined =>
  context.catalogue.find((type) => type.id === id);

const formOf = (
  { addresses }: DrawContext,
  village: VillageCode,
  type: ReportType,
): Pick<VillageAddresses, 'form' | 'entries'> | undefined =>
  type.personal ? addresses[village]?.personal : addresses[village];

/** Changes of the month as its events tell them; a kind of which none came is 0. */
function changesOf(counts: Readonly<Record<string, number>>): Answers {
  const known = Object.keys(counts);
  if (known.length === 0) return [];
  const foreign = known.some((question) => question.startsWith('foreign'));
  const asked = ['births', 'deaths', 'arrivals', 'departures'].flatMap((flow) => {
    const other = `foreign${flow.charAt(0).toUpperCase()}${flow.slice(1)}`;
    return [flow, ...(foreign ? [other] : [])].flatMap((one) => [`${one}Male`, `${one}Female`]);
  });
  return [
    ...asked.map((question) => [answerKey(LEDGER_TYPE, question), String(counts[question] ?? 0)] as const),
    ...(foreign ? [[answerKey(LEDGER_TYPE, 'foreignerChanges'), 'Ya'] as const] : []),
  ];
}

/**
 * The report's link: the form with type, month, the reporter's name and every stock of the last accepted report; of the
 * monthly population report also the changes that `month`'s events tell. Never control totals, PIN or anything personal. '' while the form is not ready.
 */
export function reportLink(
  context: DrawContext,
  village: VillageCode,
  id: ReportTypeId,
  period: Period | undefined,
  latest: Version | undefined,
  month?: VillageMonth,
): string {
  const type = typeOf(context, id);
  if (type === undefined) return '';
  const stocks = type.questions.filter((question) => question.stock === true && question.control !== true);
  return formLink(formOf(context, village, type), [
    ...headAnswers(type, period, latest),
    ...(latest === undefined ? [] : answersOf(type, carried(latest, stocks), stocks, village)),
    ...(id === LEDGER_TYPE ? changesOf(countedEvents(month)) : []),
  ]);
}

/**
 * *Perbaiki*: the form with everything that was sent but the control questions; of an event also the number of the
 * report that it corrects. '' while the form is not ready.
 */
export function correctionLink(
  context: DrawContext,
  village: VillageCode,
  version: Version,
  period: Period | undefined,
): string {
  const type = typeOf(context, version.type);
  if (type === undefined) return '';
  const sent = type.personal
    ? []
    : type.questions.filter((question) => question.control !== true && question.id !== CORRECTS);
  return formLink(formOf(context, village, type), [
    ...headAnswers(type, period, version),
    ...answersOf(type, version, sent, village),
    [answerKey(type.id, CORRECTS), version.number],
  ]);
}

/** The month takes reports at that moment: its lock day is not over, or the Kasi has opened it. */
export function isOpen(
  settings: Settings,
  today: LocalDate,
  now: Instant,
  period: Period,
  month: VillageMonth | undefined,
): boolean {
  if (today <= lockDate(settings, period)) return true;
  return (month?.unlocks ?? []).some((unlock) => unlock.at <= now && now <= unlock.until);
}

/**
 * The oldest month that the village owes for a type, that takes reports, and for which nothing is accepted yet;
 * undefined where there is none. `months` = the months of that village that are loaded (absent = nothing yet).
 */
export function oldestOwed(
  context: DrawContext,
  village: VillageCode,
  id: ReportTypeId,
  months: readonly VillageMonth[],
): Period | undefined {
  const { settings, today, now } = context;
  const found = villageOf(settings, village);
  const type = typeOf(context, id);
  if (found === undefined || type === undefined) return undefined;
  return collectablePeriods(settings, found, today).find((period) => {
    const month = months.find((one) => one.village === village && one.period === period);
    if (!owesReport(settings, found, type, period) || !isOpen(settings, today, now, period, month))
      return false;
    return complianceOf(settings, today, period, month, id).counted === undefined;
  });
}

/** The newest version of a type that counts in the loaded months: its reporter and stocks are brought along. */
export function latestVersion(months: readonly VillageMonth[], id: ReportTypeId): Version | undefined {
  const newestFirst = [...months].sort((a, b) => (a.period < b.period ? 1 : -1));
  for (const month of newestFirst) {
    const all = countedVersions(month, id);
    const last = all[all.length - 1];
    if (last !== undefined) return last;
  }
  return undefined;
}
