import { addMonths } from '../place';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import { counted, range, type Work } from './work';

/**
 * Keeps the head's newest counted report of a monthly type, `period` having changed. Where it counts no more the next
 * older one is looked for, and the months on the way are asked for.
 */
export function refreshLatest(work: Work, type: ReportType, period: Period): void {
  const before = work.head.latest[type.id];
  if (before && before.period > period) return;
  const { [type.id]: _, ...latest } = work.head.latest;
  const first = range(work)?.first ?? period;
  for (let at = period; at >= first; at = addMonths(at, -1)) {
    const id = counted(work, at, type.id)?.id;
    if (id !== undefined) {
      work.head = { ...work.head, latest: { ...latest, [type.id]: { period: at, id } } };
      return;
    }
    if (!before || before.period < at) return;
    if (work.missing.has(at)) return;
  }
  work.head = { ...work.head, latest };
}
