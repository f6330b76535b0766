import type { Decision, FixedClosing } from '../book';
import { fixedClosing } from '../ledgerView';
import { addMonths } from '../place';
import type { Now } from './env';
import { ledgerOf, settleFrom } from './ledger';
import { monthOf, putMonth, type Work } from './work';

/**
 * *Tetapkan saldo akhir*: the stock at the end of a month without a report, or the taking back of the newest one that
 * stands. The months behind it follow; a closing out of a report goes before it.
 */
export function fixClosing(work: Work, decision: Decision, now: Now): void {
  const { id, at, period, amount, reason } = decision;
  const isFixing = decision.action === 'fixClosing';
  if (period === undefined || (isFixing && amount === undefined)) return;
  const ledger = ledgerOf(work, period);
  if (!isFixing && fixedClosing(ledger) === undefined) return;
  const one: FixedClosing = { id, at, ...(isFixing && amount ? { stock: amount } : {}), reason };
  putMonth(work, { ...monthOf(work, period), ledger: { ...ledger, fixed: [...(ledger.fixed ?? []), one] } });
  // The month itself has an opening to show; what comes after it follows even where its own end stays the same.
  settleFrom(work, period, now);
  settleFrom(work, addMonths(period, 1), now);
}
