import type { Version } from './book';
import type { Instant, Period, VillageCode } from './settings';
import type { ResponseAction } from './states';

/** A year that *Tutup buku tahunan* has closed. */
export interface ClosedYear {
  /** `2026`; months before it that no other closed year has belong to it as well. */
  readonly year: string;
  /** Reports of its months that were sent before this moment stand in its archive and no more in the master. */
  readonly before: Instant;
  /** Since this moment nothing of its months changes. */
  readonly at: Instant;
  /** Id of the spreadsheet `Arsip <year>`. */
  readonly archive: string;
  /** Answers that were sent before the end of the year: their rows have left `Respons`. */
  readonly answers: Readonly<Record<VillageCode, number>>;
}

/** Oldest first. */
export type ClosedYears = readonly ClosedYear[];

/** Name of the spreadsheet that a closed year is kept in. */
export const archiveName = (year: string): string => `Arsip ${year}`;

export const archiveAddress = (id: string): string => `https://docs.google.com/spreadsheets/d/${id}/edit`;

/** The closed year that a month belongs to. */
export function closedYearOf(closed: ClosedYears | undefined, period: Period): ClosedYear | undefined {
  return closed?.find(({ year }) => period.slice(0, 4) <= year);
}

/** Whether something of that month and moment stands in an archive instead of the master. */
export function isArchived(closed: ClosedYears | undefined, period: Period, at: Instant): boolean {
  const year = closedYearOf(closed, period);
  return year !== undefined && at < year.before;
}

/** What cannot be done any more, and what to do instead. */
export const closedSentence = (year: string): string =>
  `Tahun ${year} sudah ditutup buku dan tidak dapat diubah lagi.`;

/** Why a decision about a report of a closed year is refused; undefined where it may be made: of a late one, to refuse it. */
export function closedProblem(
  closed: ClosedYears | undefined,
  period: Period | undefined,
  { at, state }: Version,
  action: ResponseAction,
): string | undefined {
  const year = period === undefined ? undefined : closedYearOf(closed, period);
  if (year === undefined) return undefined;
  const isLate = at >= year.before;
  if (isLate && (action === 'reject' || (action === 'cancel' && state === 'rejected'))) return undefined;
  return `${closedSentence(year.year)}${isLate ? ' Laporan ini hanya dapat ditolak.' : ''}`;
}
