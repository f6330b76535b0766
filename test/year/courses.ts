import { chance } from '../sample/random';

/** How a month's population report goes. */
export type Course =
  | 'right'
  /** After the due day. */
  | 'late'
  /** Inside its own month. */
  | 'interim'
  /** The total does not add up; put right the next day. */
  | 'wrong'
  /** A birth too many, in the total too; nobody can see it. Put right the next day. */
  | 'miscounted'
  /** Twice within a minute. */
  | 'doubled'
  /** The form itself stops it (a word for a figure), then right. */
  | 'stopped'
  /** By somebody unknown; the Kasi refuses it, the village sends its own. */
  | 'stranger'
  /** By somebody new in the village's office; the Kasi releases it. */
  | 'newcomer'
  /** The Kasi sends it back; sent again. */
  | 'returned'
  /** The Kasi sends it for the village. */
  | 'byOffice'
  /** It names the month before, which is locked; the Kasi refuses it, then right. */
  | 'wrongMonth'
  /** The total differs for a reason that the operator names; the Kasi accepts it as koreksi saldo. */
  | 'reasoned'
  /** After the lock day; the Kasi opens the month. */
  | 'afterLock'
  /** Never; the Kasi fixes the closing. */
  | 'fixed'
  /** Only once the next month's is in; the Kasi opens the month. */
  | 'takenUp'
  /** The same after the Kasi had fixed the closing. */
  | 'fixedThenTakenUp';

const SPECIAL: readonly Course[] = [
  'wrong', 'fixed', 'late', 'takenUp', 'doubled', 'reasoned', 'afterLock', 'interim', 'miscounted', 'wrongMonth',
  'stranger', 'fixedThenTakenUp', 'newcomer', 'stopped', 'returned', 'byOffice',
]; // prettier-ignore

const TAKEN_UP: readonly Course[] = ['takenUp', 'fixedThenTakenUp'];
/** Courses after which the month stands in the figures before the next month's report is sent. */
const inTime = (course: Course): boolean => !TAKEN_UP.includes(course);

function allowed(course: Course, before: Course | undefined, isLast: boolean): boolean {
  if (before !== undefined && !inTime(before)) return false;
  if (course === 'wrongMonth') return before !== undefined && !['fixed', 'afterLock'].includes(before);
  return inTime(course) || !isLast;
}

/**
 * Courses by village and month: a share of the months is odd, all kinds of oddness in turn; a month that follows one
 * which is taken up late is a plain one.
 */
export function coursesOf(seed: number, villages: number, months: number, share: number): Course[][] {
  const c = chance(seed ^ 0x5eed);
  const deck: Course[] = [];
  const all = Array.from({ length: villages }, () => Array.from({ length: months }, (): Course => 'right'));
  for (let month = 0; month < months; month += 1)
    for (const own of all) {
      if (!c.often(share)) continue;
      if (deck.length < SPECIAL.length) deck.push(...SPECIAL);
      const at = deck.findIndex((one) => allowed(one, own[month - 1], month === months - 1));
      const [drawn] = at < 0 ? [] : deck.splice(at, 1);
      if (drawn !== undefined) own[month] = drawn;
    }
  return all;
}
