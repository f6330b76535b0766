import type { Decision, Submission, VillageBook } from '../core/book';
import { openForm } from '../google/responses';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import type { Sources } from './judge';
import { lostKeys, withLostAnswers } from './lostAnswers';
import { submissionOf, type VillageRow } from './registry';

/** Where all facts of a village come from: its form and `Keputusan`, each read when it is asked for. */
export function sourcesOf(desk: Desk, fresh: readonly Decision[]): Sources {
  let decided: ReturnType<typeof readDecided> | undefined;
  const read = (): ReturnType<typeof readDecided> =>
    (decided ??= readDecided(desk.master, desk.registry.facts.zone));
  return {
    snapshots: () => read().snapshots,
    facts: (village, book) => {
      const row = desk.registry.villages.find((one) => one.code === village);
      const known = read().decisions;
      const all = [...known, ...fresh.filter((one) => !known.some((other) => other.id === one.id))];
      if (row === undefined) return [];
      return [
        ...submissionsOf(row, book).map((submission) => ({
          kind: 'submission' as const,
          at: submission.at,
          submission,
        })),
        ...all
          .filter((one) => one.village === village)
          .map((decision) => ({ kind: 'decision' as const, at: decision.at, decision })),
      ];
    },
  };
}

/** All responses of the village's form. Three calls. */
function submissionsOf(row: VillageRow, book: VillageBook): readonly Submission[] {
  if (row.form === '') return [];
  const form = openForm(row.form);
  const all = form.responses().map((raw) => submissionOf(row, raw));
  return withLostAnswers(all, lostKeys(row, form.itemIds()), book);
}
