import type { Version, VillageMonth } from './book';
import type { ReportTypeId } from './report';

/** Diterima or Disetujui, and no accepted correction in its place, no older report of the same person's event. */
export function counts(version: Version): boolean {
  const stands = version.state === 'accepted' || version.state === 'approved';
  return stands && version.replaced === undefined && version.twin === undefined;
}

/** All judged versions of a type in a month, oldest first. */
export function versionsOf(month: VillageMonth | undefined, type: ReportTypeId | ''): readonly Version[] {
  return type === '' ? [] : (month?.reports[type] ?? []);
}

/** Of events: every version that counts, oldest first. */
export function countedVersions(
  month: VillageMonth | undefined,
  type: ReportTypeId | '',
): readonly Version[] {
  return versionsOf(month, type).filter(counts);
}

/** Of a monthly type: the newest version that is Diterima or Disetujui; undefined = the month has none. */
export function countedVersion(
  month: VillageMonth | undefined,
  type: ReportTypeId | '',
): Version | undefined {
  const all = countedVersions(month, type);
  return all[all.length - 1];
}

/** It came out of an office's own table. */
export function isImported(version: Version): boolean {
  return version.marks.includes('imported');
}

/** Marks of what the office itself made: out of its own table, by correcting a report, by noting a question. */
export const OFFICE_MADE = ['imported', 'corrected', 'noted'] as const;
export type OfficeMade = (typeof OFFICE_MADE)[number];

/** The office itself made it: no form has it. */
export function isOfficeMade(version: Version): boolean {
  return OFFICE_MADE.some((mark) => version.marks.includes(mark));
}
