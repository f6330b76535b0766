import type { Version, VillageMonth } from './book';
import { countedVersions } from './counted';
import type { Instant, LocalDate, VillageCode } from './settings';
import { cut } from './escape';

/** The type of the operators' questions. */
export const QUESTIONS = 'questions';

/** The type of *Uji kirim*. */
export const REHEARSAL = 'rehearsal';

/**
 * Questions that wait and newest answers whose time is measured, and answers that every status page shows: all of it
 * stands in one property of 9 KB, in which a letter may take three bytes.
 */
const MEASURED = 30;
const SHOWN = 6;

/** What is known of all villages' questions, by report number; small enough for one property. */
export interface Asked {
  readonly open: readonly (readonly [number: string, village: VillageCode, at: Instant])[];
  /** Newest last. */
  readonly answered: readonly (readonly [number: string, asked: Instant, answered: Instant])[];
  /** Answers for all, newest last. */
  readonly general: readonly (readonly [
    number: string,
    answered: Instant,
    question: string,
    answer: string,
  ])[];
}

/** What the tab `Pembinaan` says. */
export interface Coached {
  /** Newest visit of each village: day, stage and topic. */
  readonly last: Readonly<Record<VillageCode, readonly [date: LocalDate, what: string]>>;
  /** Follow-ups that are not done: whose, what, until when ('' = no day). */
  readonly open: readonly (readonly [villages: string, what: string, due: LocalDate | ''])[];
}

/** Facts of the office that pages of all villages show; kept beside the months. */
export interface Office {
  readonly asked: Asked;
  readonly coached: Coached;
  /** Villages whose *Uji kirim* came, in the order of their codes. */
  readonly rehearsed: readonly VillageCode[];
}

export const NO_OFFICE: Office = {
  asked: { open: [], answered: [], general: [] },
  coached: { last: {}, open: [] },
  rehearsed: [],
};

const questionsOf = (months: readonly VillageMonth[]): readonly (readonly [VillageCode, Version])[] =>
  months.flatMap((month) =>
    countedVersions(month, QUESTIONS).map((version) => [month.village, version] as const),
  );

/** Answered at `at`: in order of time, then number. */
const byMoment = (
  a: readonly [string, ...unknown[]],
  b: readonly [string, ...unknown[]],
  at: number,
): number => Number(a[at]) - Number(b[at]) || (a[0] < b[0] ? -1 : 1);

/** The questions after some months were judged anew: what stood in `before` gives way to what stands in `after`. */
export function withQuestions(
  asked: Asked,
  before: readonly VillageMonth[],
  after: readonly VillageMonth[],
): Asked {
  const now = questionsOf(after);
  const gone = new Set([...questionsOf(before), ...now].map(([, version]) => version.number));
  const kept = <T extends readonly [string, ...unknown[]]>(all: readonly T[]): T[] =>
    all.filter(([number]) => !gone.has(number));
  const open = kept(asked.open);
  const answered = kept(asked.answered);
  const general = kept(asked.general);
  for (const [village, { number, at, values, answer }] of now) {
    if (answer === undefined) open.push([number, village, at]);
    else {
      answered.push([number, at, answer.at]);
      if (answer.general === true)
        general.push([number, answer.at, cut(String(values['question'] ?? ''), 120), cut(answer.text, 300)]);
    }
  }
  return {
    open: open.sort((a, b) => byMoment(a, b, 2)).slice(0, MEASURED),
    answered: answered.sort((a, b) => byMoment(a, b, 2)).slice(-MEASURED),
    general: general.sort((a, b) => byMoment(a, b, 1)).slice(-SHOWN),
  };
}

/** The villages whose *Uji kirim* came, after some months were judged anew. */
export function withRehearsals(
  known: readonly VillageCode[],
  before: readonly VillageMonth[],
  after: readonly VillageMonth[],
): readonly VillageCode[] {
  const senders = (months: readonly VillageMonth[]): readonly VillageCode[] =>
    months.filter((month) => countedVersions(month, REHEARSAL).length > 0).map((month) => month.village);
  const gone = senders(before);
  return [...new Set([...known.filter((one) => !gone.includes(one)), ...senders(after)])].sort();
}

/** Median time from question to answer in hours, over the newest answers; undefined = none yet. */
export function medianHours({ answered }: Asked): number | undefined {
  const hours = answered.map(([, from, to]) => (to - from) / 3_600_000).sort((a, b) => a - b);
  const middle = Math.floor(hours.length / 2);
  const high = hours[middle];
  if (high === undefined) return undefined;
  return hours.length % 2 === 1 ? high : (high + (hours[middle - 1] ?? high)) / 2;
}
