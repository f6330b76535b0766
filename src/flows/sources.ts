import type { Decision, Submission, VillageBook, VillageEvent } from '../core/book';
import type { VillageCode } from '../core/settings';
import { openForm } from '../google/responses';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import type { Sources } from './judge';
import { lostKeys, withLostAnswers } from './lostAnswers';
import { formsOf, submissionOf, type VillageRow } from './registry';

/** Where all facts of a village come from: its form and `Keputusan`, each read when it is asked for. */
export function sourcesOf(desk: Desk, fresh: readonly Decision[]): Sources {
  let decided: ReturnType<typeof readDecided> | undefined;
  const read = (): ReturnType<typeof readDecided> =>
    (decided ??= readDecided(desk.master, desk.registry.facts.zone));
  const decisions = (village: VillageCode): readonly VillageEvent[] => {
    const known = read().decisions;
    const all = [...known, ...fresh.filter((one) => !known.some((other) => other.id === one.id))];
    return all
      .filter((one) => one.village === village)
      .map((decision) => ({ kind: 'decision', at: decision.at, decision }));
  };
  return {
    snapshots: () => read().snapshots,
    decisions,
    facts: (village, book) => {
      const row = desk.registry.villages.find((one) => one.code === village);
      if (row === undefined) return [];
      return [
        ...submissionsOf(row, book).map((submission): VillageEvent => ({
          kind: 'submission',
          at: submission.at,
          submission,
        })),
        ...decisions(village),
      ];
    },
  };
}

/** All responses of the village's forms. Three calls a form. */
function submissionsOf(row: VillageRow, book: VillageBook): readonly Submission[] {
  return formsOf(row).flatMap((source) => {
    const form = openForm(source.form);
    const all = form.responses().map((raw) => submissionOf(row, source, raw));
    // What the book knows of personal answers is not what was answered.
    return source.isPersonal ? all : withLostAnswers(all, lostKeys(row, form.itemIds()), book);
  });
}
