import { inTrial, isTrialMonth, lockInstant } from '../due';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import type { Now } from './env';
import { counted, monthOf, type Work } from './work';

/**
 * Whether a month takes no changes of that type by itself at that moment: `expired` = after its lock day, `approved` =
 * its counted report is approved. Within an unlock window it is open, and within the trial period. Approving one event closes no month.
 */
export function lockOf(
  work: Work,
  type: ReportType | undefined,
  period: Period,
  now: Now,
): 'expired' | 'approved' | undefined {
  const open = monthOf(work, period).unlocks.some((unlock) => unlock.at <= now.at && now.at <= unlock.until);
  const { settings, at } = now;
  if (open || (inTrial(settings, at) && isTrialMonth(settings, period))) return undefined;
  if (at > lockInstant(settings, period)) return 'expired';
  if (type?.frequency !== 'monthly') return undefined;
  return counted(work, period, type.id)?.state === 'approved' ? 'approved' : undefined;
}
