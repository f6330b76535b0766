import type { Difference, FixedClosing, LedgerMonth, VillageBook, VillageMonth } from './book';
import { addMonths } from './place';
import { addStocks, NO_STOCK, subtractStocks } from './population';
import type { Stock } from './report';
import type { Period, Settings } from './settings';

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

/**
 * Stock at the start of a month as it is known, also of a month without a report: stock at the end of the month before
 * (else `Saldo Awal`) + koreksi saldo dated in it. `before` and `month` = those two months, undefined where they hold nothing.
 */
export function openingOf(
  settings: Settings,
  village: string,
  period: Period,
  before: VillageMonth | undefined,
  month: VillageMonth | undefined,
): Stock | undefined {
  if (month?.ledger?.opening) return month.ledger.opening;
  const last = addMonths(period, -1);
  const balance =
    endStock(before?.ledger) ??
    settings.openings.find((one) => one.village === village && one.period === last);
  if (!balance) return undefined;
  const { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households } = balance;
  const stock = { citizensMale, citizensFemale, foreignersMale, foreignersFemale, households };
  return addStocks(stock, month?.ledger?.adjustment ?? NO_STOCK);
}
