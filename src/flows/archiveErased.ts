import { closedYearOf } from '../core/closedYears';
import { openArchive, renewArchive } from './archive';
import { readDecided } from './decisions';
import { emptyMessages } from './erasedMessages';
import { wholeOf } from './rebuildTabs';
import type { Run } from './run';

/**
 * What was removed of personal data goes out of the archives of closed years as well: what follows from the facts is
 * written there once more, and messages about these reports lose their words.
 */
export function eraseInArchives(run: Run): void {
  const { context, master, registry } = run.desk;
  if ((context.closed ?? []).length === 0) return;
  const { tombstones } = readDecided(master, registry.facts.zone);
  const periods = new Set(tombstones.flatMap(({ kept }) => kept?.period ?? []));
  const ids = new Set(tombstones.map(({ id }) => id));
  const whole = wholeOf(run.desk);
  for (const closed of context.closed ?? []) {
    if (![...periods].some((period) => closedYearOf(context.closed, period) === closed)) continue;
    const archive = openArchive(closed);
    renewArchive({ run, closed, archive, whole: whole() });
    emptyMessages(archive, ids);
  }
}
