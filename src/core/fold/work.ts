import type { Version, VillageBook, VillageHead, VillageMonth } from '../book';
import { countedVersion, versionsOf } from '../counted';
import { villageOf } from '../due';
import type { ReportType, ReportTypeId } from '../report';
import type { Instant, Period, Settings, Village, VillageCode } from '../settings';
import { settingsAt } from '../snapshots';
import { kindOf } from '../villageKind';
import type { FoldEnv, Now, VersionChange } from './env';

/** A village's book while facts are folded into it: months are replaced, never changed. */
export interface Work {
  readonly village: VillageCode;
  readonly env: FoldEnv;
  head: VillageHead;
  readonly months: Map<Period, VillageMonth>;
  /** Range of months that hold something in `Indeks`: asking for one of them that is not loaded makes it missing. */
  readonly stored: { readonly first: Period; readonly last: Period } | undefined;
  /** Asked for and not loaded; taken as empty, so the result counts only where this stays empty. */
  readonly missing: Set<Period>;
  readonly changes: VersionChange[];
}

export function openWork(book: VillageBook, env: FoldEnv): Work {
  const { firstPeriod, lastPeriod } = book.head;
  return {
    village: book.head.village,
    env,
    head: book.head,
    months: new Map(Object.entries(book.months)),
    stored: firstPeriod && lastPeriod ? { first: firstPeriod, last: lastPeriod } : undefined,
    missing: new Set(),
    changes: [],
  };
}

/** A month that holds nothing. */
export function emptyMonth(village: VillageCode, period: Period): VillageMonth {
  return { village, period, reports: {}, unlocks: [] };
}

/** The month as it stands; an empty one where nothing is known of it. */
export function monthOf(work: Work, period: Period): VillageMonth {
  const month = work.months.get(period);
  if (month) return month;
  const { stored } = work;
  if (stored && period >= stored.first && period <= stored.last) work.missing.add(period);
  return emptyMonth(work.village, period);
}

export function putMonth(work: Work, month: VillageMonth): void {
  work.months.set(month.period, month);
  const { firstPeriod = month.period, lastPeriod = month.period } = work.head;
  work.head = {
    ...work.head,
    firstPeriod: month.period < firstPeriod ? month.period : firstPeriod,
    lastPeriod: month.period > lastPeriod ? month.period : lastPeriod,
  };
}

/** The oldest and newest month that may hold something. */
export function range(work: Work): { readonly first: Period; readonly last: Period } | undefined {
  const { firstPeriod, lastPeriod } = work.head;
  return firstPeriod && lastPeriod ? { first: firstPeriod, last: lastPeriod } : undefined;
}

/** In order of time: time of submission, then id. */
export function byTime(
  a: { readonly at: Instant; readonly id: string },
  b: { readonly at: Instant; readonly id: string },
): number {
  return a.at - b.at || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

/** Puts a version in its place; the one with the same id is replaced. Strays have no period. */
export function putVersion(work: Work, period: Period | undefined, version: Version): void {
  const others = (list: readonly Version[]): Version[] => list.filter((one) => one.id !== version.id);
  if (period === undefined || version.type === '') {
    work.head = { ...work.head, strays: [...others(work.head.strays), version].sort(byTime) };
    return;
  }
  const month = monthOf(work, period);
  const list = [...others(versionsOf(month, version.type)), version].sort(byTime);
  putMonth(work, { ...month, reports: { ...month.reports, [version.type]: list } });
}

/** The same, and told as a change where its state is another than before. */
export function changeVersion(
  work: Work,
  period: Period | undefined,
  version: Version,
  cause: VersionChange['cause'],
): void {
  const before = findVersion(work, period, version.id);
  putVersion(work, period, version);
  if (before?.state === version.state) return;
  const { type, id, number, at } = version;
  work.changes.push({ type, period, id, number, at, from: before?.state, to: version.state, cause });
}

/** The response with that id in a month (undefined: among the strays). */
export function findVersion(work: Work, period: Period | undefined, id: string): Version | undefined {
  const list =
    period === undefined
      ? work.head.strays
      : Object.values(monthOf(work, period).reports).flatMap((all) => all ?? []);
  return list.find((version) => version.id === id);
}

export function typeOf(work: Work, id: ReportTypeId | ''): ReportType | undefined {
  return work.env.reportTypes.find((type) => type.id === id);
}

/** The counted version of a monthly type in a month. */
export function counted(work: Work, period: Period, type: ReportTypeId): Version | undefined {
  return countedVersion(monthOf(work, period), type);
}

/** The moment `at` with the settings in force then. */
export function moment(work: Work, at: Instant): Now {
  return { at, settings: settingsAt(work.env.snapshots, at) };
}

/** The village of this work; where the settings do not know it, what its code says. */
export function villageIn(work: Work, settings: Settings): Village {
  const known = villageOf(settings, work.village);
  if (known) return known;
  return { code: work.village, name: work.village, kind: kindOf(work.village) };
}

/** Diterima or Disetujui. */
export function isStanding(version: Version): boolean {
  return version.state === 'accepted' || version.state === 'approved';
}
