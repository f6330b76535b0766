import { lockInstant } from '../due';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import type { Now } from './env';
import { counted, monthOf, type Work } from './work';

/**
 * Whether a month takes no changes of that type by itself at that moment: `expired` = after its lock day, `approved` =
 * its counted report is approved. Within an unlock window it is open. Approving one event closes no month.
 */
export function lockOf(
  work: Work,
  type: ReportType | undefined,
  period: Period,
  now: Now,
): 'expired' | 'approved' | undefined {
  const open = monthOf(work, period).unlocks.some((unlock) => unlock.at <= now.at && now.at <= unlock.until);
  if (open) return undefined;
  if (now.at > lockInstant(now.settings, period)) return 'expired';
  if (type?.frequency !== 'monthly') return undefined;
  return counted(work, period, type.id)?.state === 'approved' ? 'approved' : undefined;
}
