import type { Decision, Edit, Submission, Version, VillageBook, VillageEvent } from '../core/book';
import { isTombstone } from '../core/erase';
import { isOfficeMade } from '../core/counted';
import { readingOf } from '../core/fold/kept';
import type { Period, VillageCode } from '../core/settings';
import { openForm } from '../google/responses';
import { CATALOGUE } from '../reports/index';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import type { Sources } from './judge';
import type { VillageRow } from './registry';
import { formsOf, submissionOf, type ReadForm } from './villageForms';

/** Where all facts of a village come from: its form and `Keputusan`, each read when it is asked for. */
export function sourcesOf(desk: Desk, fresh: readonly Decision[]): Sources {
  let decided: ReturnType<typeof readDecided> | undefined;
  const found: Edit[] = [];
  // Of the village that was asked for last: those of all would be very many.
  let last: { readonly village: VillageCode; readonly forms: readonly ReadAgain[] } | undefined;
  const read = (): ReturnType<typeof readDecided> =>
    (decided ??= readDecided(desk.master, desk.registry.facts.zone));
  const decisions = (village: VillageCode): readonly VillageEvent[] => {
    const known = read().decisions;
    const all = [...known, ...fresh.filter((one) => !known.some((other) => other.id === one.id))];
    return all
      .filter((one) => one.village === village)
      .map((decision) => ({ kind: 'decision', at: decision.at, decision }));
  };
  const edits = (village: VillageCode): readonly Edit[] =>
    [...read().edits, ...found].filter((one) => one.edited.village === village);
  return {
    snapshots: () => read().snapshots,
    decisions,
    edits,
    note: (more) => {
      found.push(...more);
    },
    forms: (village) => (last?.village === village ? last.forms : []),
    facts: (village, book) => {
      const row = desk.registry.villages.find((one) => one.code === village);
      if (row === undefined) return [];
      if (last?.village !== village) last = { village, forms: readAgain(row) };
      const own = edits(village);
      const stones = read().tombstones.filter((one) => one.village === village);
      const erased = new Set(stones.map(({ id }) => id));
      const submissions = last.forms
        .flatMap((one) => submissionsOf(one, book, own))
        .filter(({ id }) => !erased.has(id))
        .concat(stones);
      return [
        ...submissions.map((submission): VillageEvent => ({
          kind: 'submission',
          at: submission.at,
          submission,
        })),
        ...decisions(village),
      ];
    },
  };
}

/** Between the id of a response and the number of its version. */
export const VERSION = '~';

/** A response that is known, and the month in which it stands. */
export interface Known {
  readonly version: Version;
  readonly period?: Period;
}

/** All responses of a village, by their ids. */
export function knownOf(book: VillageBook): ReadonlyMap<string, Known> {
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

/** Responses of a form as it has them now. */
export interface ReadAgain {
  readonly source: ReadForm;
  readonly responses: readonly Submission[];
  /** Ids of the items that the form has. One call. */
  itemIds(): readonly string[];
}

/** All responses of the village's forms. Two calls a form. */
function readAgain(row: VillageRow): readonly ReadAgain[] {
  return formsOf(row).map((source) => {
    const form = openForm(source.form);
    const responses = form.responses().map((raw) => submissionOf(row, source, raw));
    return { source, responses, itemIds: form.itemIds };
  });
}

/**
 * What was sent through a form: of answers that somebody changed in it, what is on record; of those that somebody
 * deleted, what was read of them, since a deletion takes nothing away that was received.
 */
function submissionsOf(
  { source, responses }: ReadAgain,
  book: VillageBook,
  edits: readonly Edit[],
): readonly Submission[] {
  const known = knownOf(book);
  const recorded = (id: string): readonly Submission[] => {
    const own = edits.filter(({ original }) => original.id === id);
    return own[0] ? [own[0].original, ...own.map(({ edited }) => edited)] : [];
  };
  const standing = responses.flatMap((one) => {
    const own = recorded(one.id);
    return own.length > 0 ? own : [asRead(one, source, known.get(one.id))];
  });
  const there = new Set(responses.map(({ id }) => id));
  const versions = new Set(edits.map(({ edited }) => edited.id));
  const gone = [...known.values()].filter(
    ({ version }) =>
      // Of what the office itself made a form has only what it sent about persons.
      (source.isPersonal || !isOfficeMade(version)) &&
      isOf(source, version) &&
      !there.has(version.id) &&
      !versions.has(version.id),
  );
  return standing.concat(
    gone.flatMap((one) => {
      const own = recorded(one.version.id);
      return own.length > 0 ? own : [keptSubmission(book.head.village, source, one)];
    }),
  );
}

/** Whether such a report comes through that form. */
const isOf = (source: ReadForm, { type }: Version): boolean =>
  source.isPersonal === CATALOGUE.some((one) => one.id === type && one.personal !== undefined);

/** How many responses of the village are counted by what was read of them: its forms have them no more. */
export function goneFrom(forms: readonly ReadAgain[], facts: readonly VillageEvent[]): number {
  const there = new Set(forms.flatMap(({ responses }) => responses.map(({ id }) => id)));
  return facts.filter(
    (one) =>
      one.kind === 'submission' &&
      !isTombstone(one.submission) &&
      !there.has(one.submission.id.split(VERSION)[0] ?? ''),
  ).length;
}

/**
 * A response as it was read at its time, where its form says something else now: with a question that a person deletes
 * Google drops the answers to it, and an answer that somebody changed is taken in as an `Edit`.
 */
function asRead(submission: Submission, source: ReadForm, known: Known | undefined): Submission {
  if (known?.version.print === undefined) return submission;
  const { print, at, proof } = known.version;
  const same = print === submission.print && at === submission.at;
  return same ? { ...submission, proof } : keptSubmission(submission.village, source, known);
}

/** A response out of what was read of it. */
export function keptSubmission(
  village: VillageCode,
  { isPersonal }: Pick<ReadForm, 'isPersonal'>,
  { version, period }: Known,
): Submission {
  const { id, at, sender, proof, print = '' } = version;
  return {
    id,
    village,
    at,
    sender,
    proof,
    answers: {},
    unknown: [],
    print,
    kept: readingOf(version, period),
    ...(isPersonal ? { personal: true as const } : {}),
  };
}
