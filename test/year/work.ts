import type { Work } from './sending';
import type { Act } from './teller';

/** What an operator had to do for one month. */
export interface MonthWork {
  readonly month: string;
  readonly submissions: number;
  /** Answers that she gave or changed herself; the links brought the rest. */
  readonly answers: number;
  /** Of the reports that the programme leaves to the office's choice. */
  readonly optional: { readonly submissions: number; readonly answers: number };
  /** Submissions that no link of her page began; a month that is locked has none. */
  readonly unlinked: number;
}

/** The village whose work is counted: it has five RT. */
export const MEASURED = 1;
/** At most so many answers a month, with the reports that the programme has in use by itself. */
export const MOST_ANSWERS = 90;

const monthOf = ({ period, answers, at }: Act): string =>
  period ?? String(answers['date'] ?? answers['eventDate'] ?? at).slice(0, 7);

/**
 * A village's work month by month, that for `optional` reports apart; what was sent wrong or anew counts as often, a
 * second press of the button not.
 */
export function workOf(
  works: readonly Work[],
  place: number,
  optional: readonly Act['type'][],
): readonly MonthWork[] {
  const own = works.filter(
    ({ act }) =>
      act.village === place && act.person === 'operator' && act.again !== true && act.fate !== 'stopped',
  );
  const months = [...new Set(own.map(({ act }) => monthOf(act)))].sort();
  return months.map((month) => {
    const all = own.filter(({ act }) => monthOf(act) === month);
    const chosen = all.filter(({ act }) => optional.includes(act.type));
    const plain = all.filter((one) => !chosen.includes(one));
    const answers = (some: readonly Work[]): number => some.reduce((sum, one) => sum + one.answers, 0);
    return {
      month,
      submissions: plain.length,
      answers: answers(plain),
      optional: { submissions: chosen.length, answers: answers(chosen) },
      unlinked: all.filter(({ linked, act }) => !linked && act.fate !== 'waits').length,
    };
  });
}

/** Months whose work is more than it may be; the first has no report before it that its links could bring. */
export function tooMuchWork(works: readonly Work[], optional: readonly Act['type'][]): readonly string[] {
  return workOf(works, MEASURED, optional)
    .slice(1)
    .filter((one) => one.answers > MOST_ANSWERS || one.unlinked > 0)
    .map((one) => `${one.month}: ${String(one.answers)} answers, ${String(one.unlinked)} without a link`);
}
