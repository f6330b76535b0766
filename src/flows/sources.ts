import type { Decision } from '../core/book';
import { openForm } from '../google/responses';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import type { Sources } from './judge';
import { submissionOf } from './registry';

/** Where all facts of a village come from: its form and `Keputusan`, each read when it is asked for. */
export function sourcesOf(desk: Desk, fresh: readonly Decision[]): Sources {
  let decided: ReturnType<typeof readDecided> | undefined;
  const read = (): ReturnType<typeof readDecided> =>
    (decided ??= readDecided(desk.master, desk.registry.facts.zone));
  return {
    snapshots: () => read().snapshots,
    facts: (village) => {
      const row = desk.registry.villages.find((one) => one.code === village);
      const known = read().decisions;
      const all = [...known, ...fresh.filter((one) => !known.some((other) => other.id === one.id))];
      if (row === undefined) return [];
      const responses = row.form === '' ? [] : openForm(row.form).responses();
      return [
        ...responses.map((raw) => {
          const submission = submissionOf(row, raw);
          return { kind: 'submission' as const, at: submission.at, submission };
        }),
        ...all
          .filter((one) => one.village === village)
          .map((decision) => ({ kind: 'decision' as const, at: decision.at, decision })),
      ];
    },
  };
}
