import { chance } from './random';

/** How one report of the sample goes; `right` is what most do. */
export type Course =
  | 'right'
  /** The control total does not add up; put right the next morning. */
  | 'wrongThenCorrected'
  /** Sent after the due day. */
  | 'late'
  | 'missing'
  /** Sent twice within a minute. */
  | 'twice'
  /** Sent by somebody who is not on the village's list. */
  | 'unknownSender'
  /** Sent inside its own month, from the 25th on. */
  | 'interim'
  /** Something the form itself stops (a letter for a digit), then right. */
  | 'stoppedByForm'
  /** By somebody new in the village's office, not listed yet; the Kasi releases it. */
  | 'newOperator'
  /** After the month was locked; the Kasi opens it. */
  | 'afterLock';

const SPECIAL: readonly { village: number; month: number; course: Course }[] = [
  { village: 2, month: 0, course: 'wrongThenCorrected' },
  { village: 3, month: 0, course: 'stoppedByForm' },
  { village: 5, month: 0, course: 'late' },
  { village: 7, month: 0, course: 'twice' },
  { village: 14, month: 0, course: 'newOperator' },
  { village: 15, month: 0, course: 'afterLock' },
  { village: 1, month: 1, course: 'interim' },
  { village: 4, month: 1, course: 'unknownSender' },
  { village: 8, month: 1, course: 'wrongThenCorrected' },
  { village: 10, month: 1, course: 'late' },
  { village: 6, month: 2, course: 'wrongThenCorrected' },
  { village: 9, month: 2, course: 'missing' },
  { village: 12, month: 2, course: 'missing' },
  { village: 11, month: 2, course: 'twice' },
];

/** A figure that Dukcapil has otherwise: the Kasi corrects the balance before the village reports that month. */
export const CORRECTED = {
  village: 5,
  month: 2,
  male: -2,
  reason: 'Pencocokan data dengan Dukcapil',
} as const;

/** A report that the Kasi sends back; the village sends it again the next morning. */
export const RETURNED = {
  village: 13,
  month: 0,
  type: 'readiness',
  reason: 'Mohon dicek lagi jumlah pos kamling aktif; di daftar kami ada satu pos baru di RT 003.',
} as const;

/** The course of a village's population report in a month, by their places in the sample (from 0). */
export function courseOf(village: number, month: number): Course {
  return SPECIAL.find((each) => each.village === village && each.month === month)?.course ?? 'right';
}

/** A working hour on a day, minutes after midnight; seeded by village and what is sent. */
export function minuteOfDay(seed: number): number {
  return chance(seed).between(8 * 60, 16 * 60 + 30);
}
