import { closedYearOf } from '../closedYears';
import { inTrial, isTrialMonth, lockInstant } from '../due';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import type { Now } from './env';
import { counted, monthOf, type Work } from './work';

/** Why a month takes no changes. */
export type Lock = 'expired' | 'approved' | 'closed';

/**
 * Whether a month takes no changes of that type by itself at that moment: `expired` = after its lock day, `approved` =
 * its counted report is approved, `closed` = its year is. But for a closed year it is open within an unlock window and
 * within the trial period. Approving one event closes no month.
 */
export function lockOf(work: Work, type: ReportType | undefined, period: Period, now: Now): Lock | undefined {
  const { settings, at } = now;
  const year = closedYearOf(work.env.closed, period);
  if (year !== undefined && at >= year.at) return 'closed';
  const open = monthOf(work, period).unlocks.some((unlock) => unlock.at <= now.at && now.at <= unlock.until);
  if (open || (inTrial(settings, at) && isTrialMonth(settings, period))) return undefined;
  if (at > lockInstant(settings, period)) return 'expired';
  if (type?.frequency !== 'monthly') return undefined;
  return counted(work, period, type.id)?.state === 'approved' ? 'approved' : undefined;
}
