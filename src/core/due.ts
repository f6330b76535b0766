import {
  addDays,
  dayOfMonth,
  formatMonth,
  formatQuarter,
  periodOf,
  quarterEnd,
  quarterKey,
  weekday,
} from './dates';
import { addMonths } from './place';
import type { ReportType } from './report';
import type { Instant, LocalDate, Period, Settings, Village, VillageCode } from './settings';
import { endOfDay, localDate } from './zones';

/** Months that the list *Bulan laporan* offers. */
export const MONTHS_OFFERED = 24;

/** Monday to Friday and not in `Libur`. */
export function isWorkingDay(date: LocalDate, holidays: readonly LocalDate[]): boolean {
  const day = weekday(date);
  return day !== 0 && day !== 6 && !holidays.includes(date);
}

/** The day itself where it is a working day, else the next one. */
export function workingDayFrom(date: LocalDate, holidays: readonly LocalDate[]): LocalDate {
  let day = date;
  for (let tries = 0; tries < 60 && !isWorkingDay(day, holidays); tries += 1) day = addDays(day, 1);
  return day;
}

const dueDates = new WeakMap<Settings, Record<Period, LocalDate>>();

/**
 * Last day on which a report of `period` is on time: the due day of the month after, moved to a working day. Kept,
 * since every line of every page asks for it.
 */
export function dueDate(settings: Settings, period: Period): LocalDate {
  const known = dueDates.get(settings) ?? {};
  dueDates.set(settings, known);
  return (known[period] ??= workingDayFrom(
    dayOfMonth(addMonths(period, 1), settings.dueDay),
    settings.holidays,
  ));
}

/** 23:59:59.999 of the due day, in the sub-district's zone. */
export function dueInstant(settings: Settings, period: Period): Instant {
  return endOfDay(dueDate(settings, period), settings.zone);
}

/** Last day on which `period` still takes reports by itself; never moved. */
export function lockDate(settings: Settings, period: Period): LocalDate {
  return dayOfMonth(addMonths(period, 1), settings.lockDay);
}

/** 23:59:59.999 of the lock day, in the sub-district's zone. */
export function lockInstant(settings: Settings, period: Period): Instant {
  return endOfDay(lockDate(settings, period), settings.zone);
}

/** First day on which a report of the running month is taken, as *sementara*. */
export function interimDate(settings: Settings, period: Period): LocalDate {
  return dayOfMonth(period, settings.interimDay);
}

/** Month whose reports are being collected on that day: from the interim day on the running month, before it the month past. */
export function collectedPeriod(settings: Settings, today: LocalDate): Period {
  const running = periodOf(today);
  return today >= interimDate(settings, running) ? running : addMonths(running, -1);
}

/** The months from `first` to `last`, oldest first; empty where `last` lies before `first`. */
export function periodsFrom(first: Period, last: Period): Period[] {
  const list: Period[] = [];
  for (let period = first; period <= last; period = addMonths(period, 1)) list.push(period);
  return list;
}

/** The list *Bulan laporan* on that day: newest first, 24 months, the newest being the collected month. */
export function monthList(settings: Settings, today: LocalDate): Period[] {
  const newest = collectedPeriod(settings, today);
  return periodsFrom(addMonths(newest, 1 - MONTHS_OFFERED), newest).reverse();
}

/** The village is there in that month (`Desa`: from, until; both months included). */
export function existsIn(village: Village, period: Period): boolean {
  return (
    (village.from === undefined || period >= village.from) &&
    (village.until === undefined || period <= village.until)
  );
}

/** Villages that are there on that day, in the order of the tab. */
export function villagesOn({ villages }: Settings, day: LocalDate): readonly Village[] {
  return villages.filter((village) => existsIn(village, periodOf(day)));
}

/** That instant lies in the trial period (*masa uji coba*), both days included. */
export function inTrial(settings: Settings, at: Instant): boolean {
  const day = settings.trial && localDate(at, settings.zone);
  return day !== undefined && trialCovers(settings, day);
}

/** That day lies in the trial period. */
export function trialCovers({ trial }: Settings, day: LocalDate): boolean {
  return trial !== undefined && day >= trial.from && day <= trial.until;
}

/** Its reports are collected in the trial period and are due, if ever, before its end. */
function isOfTrial(settings: Settings, period: Period): boolean {
  const { trial, goLive } = settings;
  if (trial === undefined || period < collectedPeriod(settings, trial.from)) return false;
  if (period > collectedPeriod(settings, trial.until)) return false;
  return period < goLive || dueDate(settings, period) <= trial.until;
}

/** A month of the trial period: reported and checked like any other, and never late. */
export function isTrialMonth(settings: Settings, period: Period): boolean {
  return settings.trial !== undefined && settings.trial.discarded !== true && isOfTrial(settings, period);
}

/** First month that is reported: go-live, or the first of the trial period. */
export function firstReported(settings: Settings): Period {
  const { trial, goLive } = settings;
  if (trial === undefined || trial.discarded === true) return goLive;
  const first = collectedPeriod(settings, trial.from);
  return first < goLive ? first : goLive;
}

/** The village owes its monthly reports for that month; none of the trial period once its data are thrown away. */
export function owes(settings: Settings, village: Village, period: Period): boolean {
  if (!existsIn(village, period)) return false;
  if (period < settings.goLive) return isTrialMonth(settings, period);
  return settings.trial?.discarded !== true || !isOfTrial(settings, period);
}

/**
 * What is of no month but that of its sending (members, questions) is taken before go-live as well, when there is most
 * to ask and the registry is filled, and from a village that has ended until its last month is locked.
 */
export function takesAsSent(
  settings: Settings,
  { until }: Village,
  type: Pick<ReportType, 'frequency' | 'dateQuestion'>,
  sentOn: LocalDate,
): boolean {
  if (type.frequency !== 'event' || type.dateQuestion !== undefined) return false;
  return until === undefined || periodOf(sentOn) <= until || sentOn <= lockDate(settings, until);
}

/** How often a type is reported. */
type Cadence = Pick<ReportType, 'quarterly'>;

/** The type is reported once a quarter: it has its place in the quarter's last month, and is owed with that. */
export function isQuarterly(settings: Settings, type: Cadence | undefined): boolean {
  return type?.quarterly === true && settings.welfareMonthly !== true;
}

/** Month in which a report that names `period` stands. */
export function reportPeriod(settings: Settings, type: Cadence | undefined, period: Period): Period {
  return isQuarterly(settings, type) ? quarterEnd(period) : period;
}

/** The village owes that report for the month. */
export function owesReport(settings: Settings, village: Village, type: ReportType, period: Period): boolean {
  return owes(settings, village, period) && reportPeriod(settings, type, period) === period;
}

/** What is reported on, `Juli` or `Triwulan III`. */
export function formatReportMonth(settings: Settings, type: Cadence | undefined, period: Period): string {
  return isQuarterly(settings, type) ? formatQuarter(period) : formatMonth(period);
}

/** The same with its year, `Juli 2026` or `Triwulan III 2026`. */
export function formatReportPeriod(settings: Settings, type: Cadence | undefined, period: Period): string {
  return `${formatReportMonth(settings, type, period)} ${period.slice(0, 4)}`;
}

/** In keys: `2026-07` or `2026-Q3`. */
export function periodKey(settings: Settings, type: Cadence | undefined, period: Period): string {
  return isQuarterly(settings, type) ? quarterKey(period) : period;
}

/** Months that are over on that day and that the village owes, oldest first. The running month is never among them. */
export function owedPeriods(settings: Settings, village: Village, today: LocalDate): Period[] {
  return periodsFrom(firstReported(settings), addMonths(periodOf(today), -1)).filter((p) =>
    owes(settings, village, p),
  );
}

/** The same with the running month where its reports are already taken. */
export function collectablePeriods(settings: Settings, village: Village, today: LocalDate): Period[] {
  return periodsFrom(firstReported(settings), collectedPeriod(settings, today)).filter((p) =>
    owes(settings, village, p),
  );
}

/** Day of an instant in the sub-district's zone. */
export function dayOf(settings: Settings, at: Instant): LocalDate {
  return localDate(at, settings.zone);
}

/** The village with that code; undefined where the settings do not know it. */
export function villageOf(settings: Settings, code: VillageCode): Village | undefined {
  return settings.villages.find((village) => village.code === code);
}
