import type { Submission, Version, VillageBook } from '../core/book';
import { formatPeriod } from '../core/dates';
import { answerKey, HEAD, NOT_MONTHLY } from '../core/head';
import { KINDS } from '../core/kinds';
import type { Period } from '../core/settings';
import { CATALOGUE } from '../reports/index';
import { GONE, type VillageRow } from './registry';

/** Keys of questions that a person deleted: with a question Google drops all answers that were given to it. */
export function lostKeys(row: VillageRow, standing: readonly string[]): ReadonlySet<string> {
  const there = new Set(standing);
  const gone = Object.keys(row.items).filter((id) => !there.has(id));
  return new Set(gone.map((id) => (row.items[id] ?? '').replace(GONE, '')));
}

interface Known {
  readonly version: Version;
  readonly period?: Period;
}

function knownOf(book: VillageBook): ReadonlyMap<string, Known> {
  const all: readonly Known[] = [
    ...book.head.strays.map((version) => ({ version })),
    ...Object.values(book.months).flatMap((month) =>
      Object.values(month.reports)
        .flat()
        .map((version) => ({ version, period: month.period })),
    ),
  ];
  return new Map(all.map((one) => [one.version.id, one]));
}

/** What was answered, as far as it was read; by answer key. */
function readAnswers({ version, period }: Known): Submission['answers'] {
  const type = CATALOGUE.find((one) => one.id === version.type);
  if (type === undefined) return {};
  const month = type.frequency === 'monthly' && period !== undefined ? formatPeriod(period) : NOT_MONTHLY;
  const answers = type.questions.map((question) => [
    answerKey(type.id, question.id),
    KINDS[question.kind].prefill(version.values[question.id] ?? null) ?? '',
  ]);
  return {
    [HEAD.reportType]: type.shortTitle,
    [HEAD.period]: month,
    [HEAD.reporter]: version.reporter,
    ...(Object.fromEntries(answers) as Submission['answers']),
  };
}

/**
 * Responses as they came, also where a question was deleted since: what is missing is taken from what was read of
 * them at the time. A report that was never read keeps its gap and is told what is missing.
 */
export function withLostAnswers(
  submissions: readonly Submission[],
  lost: ReadonlySet<string>,
  book: VillageBook,
): readonly Submission[] {
  if (lost.size === 0) return submissions;
  const known = knownOf(book);
  return submissions.map((submission) => {
    const one = known.get(submission.id);
    if (one === undefined) return submission;
    const back = Object.entries(readAnswers(one)).filter(
      ([key, answer]) => lost.has(key) && answer !== '' && submission.answers[key] === undefined,
    );
    return { ...submission, answers: { ...submission.answers, ...Object.fromEntries(back) } };
  });
}
