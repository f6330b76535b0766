import type { Course } from './courses';
import type { MonthTruth, YearTruth } from './truth';

/** Courses whose report is in by the twelfth. */
const EARLY: readonly Course[] = [
  'right', 'late', 'interim', 'wrong', 'miscounted', 'doubled', 'stopped', 'stranger', 'newcomer', 'returned',
  'byOffice', 'wrongMonth',
]; // prettier-ignore

/** The report is approved by the Kasi on the twelfth: those of every second village. */
export const isApproved = (place: number, month: MonthTruth): boolean =>
  month.course === 'reasoned' || (place % 2 === 0 && EARLY.includes(month.course));

/** The question is answered. */
export const isAnswered = (place: number): boolean => place % 2 === 0;
export const ANSWER = 'Catat di RT yang baru saja; jumlah desa tetap.';

/** The village whose operator is replaced, the one that is renamed, and when. */
export const HANDED_OVER = 0;
export const renamedOf = ({ villages }: YearTruth): number => Math.min(2, villages.length - 1);
/** The month in whose middle both happen. */
export const halfway = (year: YearTruth): string => year.periods[Math.floor(year.periods.length / 2)] ?? '';
/** The village's name at the end. */
export const nameAfter = (year: YearTruth, place: number): string =>
  `${year.villages[place]?.name ?? ''}${place === renamedOf(year) ? ' Baru' : ''}`;
