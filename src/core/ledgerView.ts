import type { Difference, FixedClosing, LedgerMonth, VillageBook } from './book';
import { NO_STOCK, subtractStocks } from './population';
import type { Stock } from './report';
import type { Period } from './settings';

/** Koreksi saldo that is left to be made for a difference; differences of KK alone need none (KK is told anew each month). */
export function outstanding(difference: Difference | undefined): Stock {
  if (!difference || difference.settled) return NO_STOCK;
  return { ...subtractStocks(difference.amount, difference.corrected ?? NO_STOCK), households: 0 };
}

/** Month in which a koreksi saldo was dated in the end: a locked month passes it on to the first open one. */
export function adjustmentMonth(book: VillageBook, decisionId: string): Period | undefined {
  return Object.values(book.months).find((month) =>
    month.ledger?.adjustments.some((adjustment) => adjustment.id === decisionId),
  )?.period;
}

/** *Tetapkan saldo akhir* that stands in a month: the newest that nobody took back. */
export function fixedClosing(ledger: LedgerMonth | undefined): FixedClosing | undefined {
  const standing: FixedClosing[] = [];
  for (const one of ledger?.fixed ?? []) {
    if (one.stock) standing.push(one);
    else standing.pop();
  }
  return standing[standing.length - 1];
}

/** Stock at the end of a month: of its report, else as the Kasi fixed it; undefined = not known. */
export function endStock(ledger: LedgerMonth | undefined): Stock | undefined {
  return ledger?.closing ?? fixedClosing(ledger)?.stock;
}
