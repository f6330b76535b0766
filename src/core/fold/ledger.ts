import type { Difference, LedgerMonth, Version } from '../book';
import { versionsOf } from '../counted';
import { addMonths } from '../place';
import {
  addStocks,
  closingOf,
  controlGap,
  hasNoPeople,
  isNoStock,
  LEDGER_TYPE,
  NO_STOCK,
  sameStock,
  subtractStocks,
} from '../population';
import type { Stock } from '../report';
import type { Period } from '../settings';
import { stockAfter } from './context';
import type { Now } from './env';
import { refreshLatest } from './latest';
import { lockOf } from './locks';
import { isReportedDifference } from './judge';
import { judgeOpening } from './opening';
import { waitingMark, withMark } from './waiting';
import {
  changeVersion,
  counted,
  findVersion,
  monthOf,
  putMonth,
  putVersion,
  range,
  typeOf,
  type Work,
} from './work';

const EMPTY: LedgerMonth = { adjustment: NO_STOCK, adjustments: [], judged: false };

/** The ledger of a month; one without koreksi saldo where nothing is known. */
export function ledgerOf(work: Work, period: Period): LedgerMonth {
  return monthOf(work, period).ledger ?? EMPTY;
}

/** Koreksi saldo of the month: decisions and differences accepted by approval. */
function adjustmentOf(work: Work, period: Period): Stock {
  const { adjustments } = ledgerOf(work, period);
  const accepted = versionsOf(monthOf(work, period), LEDGER_TYPE).flatMap((version) =>
    version.state === 'approved' && version.acceptedDifference ? [version.acceptedDifference] : [],
  );
  return [...adjustments.map((one) => one.amount), ...accepted].reduce(addStocks, NO_STOCK);
}

function difference(
  amount: Stock,
  cause: Difference['cause'],
  before: Difference | undefined,
  now: Now,
  control?: Stock,
): Difference | undefined {
  const corrected = before?.corrected;
  const left = subtractStocks(amount, corrected ?? NO_STOCK);
  if (isNoStock(amount) && hasNoPeople(left)) return undefined;
  const same = before?.cause === cause && sameStock(before.amount, amount);
  return {
    amount,
    cause,
    at: same ? before.at : now.at,
    settled: hasNoPeople(left),
    ...(corrected ? { corrected } : {}),
    ...(control ? { control } : {}),
  };
}

/** Stores a month's ledger and whether its difference is open; a month that holds nothing for it has none. */
function putLedger(work: Work, period: Period, ledger: LedgerMonth): void {
  const { ledger: before, ...month } = monthOf(work, period);
  const holds =
    ledger.counted !== undefined ||
    ledger.adjustments.length > 0 ||
    ledger.fixed !== undefined ||
    ledger.difference !== undefined;
  if (holds || before) putMonth(work, holds ? { ...month, ledger } : month);
  const open = ledger.difference !== undefined && !ledger.difference.settled;
  const others = (work.head.openDifferences ?? []).filter((one) => one !== period);
  const { openDifferences: _, ...head } = work.head;
  const list = open ? [...others, period].sort() : others;
  work.head = list.length > 0 ? { ...head, openDifferences: list } : head;
}

/** The row of a difference that the Kasi accepted by approving: settled, and told as long as the approval stands. */
function acceptedDifference(version: Version | undefined, now: Now): Difference | undefined {
  const amount = version?.state === 'approved' ? version.acceptedDifference : undefined;
  return amount && { amount, cause: 'reported', at: version?.decision?.at ?? now.at, settled: true };
}

/** The counted version once it is judged against the opening; versions that prove wrong go back to the village. */
function settleVersion(
  work: Work,
  period: Period,
  opening: Stock | undefined,
  locked: boolean,
  now: Now,
): { readonly version: Version | undefined; readonly judgedNow: boolean } {
  const type = typeOf(work, LEDGER_TYPE);
  const version = counted(work, period, LEDGER_TYPE);
  if (!version || !opening || !type) return { version, judgedNow: false };
  const known = ledgerOf(work, period);
  const judgedNow = version.judged === undefined;
  if (!judgedNow && known.counted === version.id && sameStock(known.opening, opening))
    return { version, judgedNow };
  const strict = judgedNow && !locked && version.state === 'accepted';
  const judged = judgeOpening(work, type, period, version, opening, strict, now);
  changeVersion(work, period, judged, 'ledger');
  if (judged.state === 'toCorrect') {
    refreshLatest(work, type, period);
    return settleVersion(work, period, opening, locked, now);
  }
  return { version: judged, judgedNow };
}

/** What was found out about a month, before it is written into its ledger. */
interface Computed {
  readonly stored: LedgerMonth;
  readonly opening: Stock | undefined;
  /** The opening is the one that the locked month had. */
  readonly kept: boolean;
  /** What the chain gives more than the opening that a locked month keeps; undefined = it gives none. */
  readonly moved: Stock | undefined;
  readonly version: Version | undefined;
  /** Locked, and its control total was judged by this event: it is complete now. */
  readonly completed: boolean;
  readonly locked: boolean;
  /** The closing waits for the Kasi. */
  readonly waits: boolean;
}

/** The month's row of `Selisih`; see `DifferenceCause`. */
function differenceOf(computed: Computed, now: Now): Difference | undefined {
  const { stored, opening, kept, moved, version, completed, locked, waits } = computed;
  const same = stored.counted === version?.id;
  const reportedBefore = stored.difference?.cause === 'reported' && same ? stored.difference : undefined;
  const gap = opening && version ? controlGap(opening, version.values) : NO_STOCK;
  if (waits) return { amount: gap, cause: 'reported', at: reportedBefore?.at ?? now.at, settled: false };
  const before = stored.difference?.cause === 'reported' ? undefined : stored.difference;
  if (kept && !moved && before) return before;
  const carried = locked && same ? before?.control : undefined;
  const control = completed && !hasNoPeople(gap) ? gap : carried;
  const amount = addStocks(moved ?? NO_STOCK, control ?? NO_STOCK);
  const cause = isNoStock(moved ?? NO_STOCK) ? 'controlTotal' : 'openingChanged';
  const found = difference(amount, cause, before, now, control);
  if (found) return found;
  if (version?.state === 'accepted' && reportedBefore) return { ...reportedBefore, settled: true };
  return acceptedDifference(version, now);
}

/** Marks the counted report with what it waits for; the others wait for nothing. */
function setMarks(work: Work, period: Period, { version, opening, waits }: Computed, now: Now): void {
  for (const one of versionsOf(monthOf(work, period), LEDGER_TYPE)) {
    const waiting = waits ? 'awaitingAdjustment' : opening ? undefined : waitingMark(work, period, now);
    const marked = withMark(one, one.id === version?.id ? waiting : undefined);
    if (marked !== one) putVersion(work, period, marked);
  }
}

/** The month with the opening it keeps (a locked month that has a closing), or with that of the chain. */
function attempt(
  work: Work,
  period: Period,
  stored: LedgerMonth,
  adjustment: Stock,
  keep: boolean,
  locked: boolean,
  now: Now,
): Computed {
  const before = stockAfter(work, addMonths(period, -1), now.settings);
  const chain = before && addStocks(before, adjustment);
  const kept = keep && locked && stored.closing ? stored.opening : undefined;
  const own = subtractStocks(adjustment, stored.adjustment);
  const opening = kept ? addStocks(kept, own) : chain;
  const moved = kept && opening && chain ? subtractStocks(chain, opening) : undefined;
  const { version, judgedNow } = settleVersion(work, period, opening, locked, now);
  const waits =
    version?.state === 'accepted' &&
    version.reported === true &&
    isReportedDifference(opening, version.values);
  const completed = judgedNow && locked;
  return { stored, opening, moved, version, completed, locked, waits, kept: kept !== undefined };
}

/**
 * Computes a month anew. Its opening is the chain's; a locked month that has a closing, and still has one, keeps the
 * opening it has (moved only by koreksi saldo of its own), and what the chain says otherwise is its difference.
 */
function compute(work: Work, period: Period, locked: boolean, now: Now): void {
  const stored = ledgerOf(work, period);
  const adjustment = adjustmentOf(work, period);
  const first = attempt(work, period, stored, adjustment, true, locked, now);
  const closes = first.version !== undefined && !first.waits;
  const computed =
    first.kept && !closes ? attempt(work, period, stored, adjustment, false, locked, now) : first;
  const { opening, version, waits } = computed;
  const found = differenceOf(computed, now);
  putLedger(work, period, {
    adjustment,
    adjustments: stored.adjustments,
    judged: version?.judged === true,
    ...(stored.fixed ? { fixed: stored.fixed } : {}),
    ...(opening ? { opening } : {}),
    ...(opening && version && !waits ? { closing: closingOf(opening, version.values) } : {}),
    ...(version ? { counted: version.id } : {}),
    ...(found ? { difference: found } : {}),
  });
  setMarks(work, period, computed, now);
}

/** What later months see of a month: its stock at the end, and what it waits for. */
function seenAfter(work: Work, period: Period, now: Now): string {
  const { counted: id } = ledgerOf(work, period);
  const marks = (id === undefined ? undefined : findVersion(work, period, id)?.marks) ?? [];
  return JSON.stringify([stockAfter(work, period, now.settings), marks.includes('awaitingOpening')]);
}

/**
 * Brings the ledger up to date from a month on, as far as anything changes. Locks are judged at the moment of the
 * event, so the result does not depend on when it is folded.
 */
export function settleFrom(work: Work, start: Period, now: Now): void {
  const type = typeOf(work, LEDGER_TYPE);
  for (let period = start; period <= (range(work)?.last ?? ''); period = addMonths(period, 1)) {
    const before = seenAfter(work, period, now);
    compute(work, period, lockOf(work, type, period, now) !== undefined, now);
    if (seenAfter(work, period, now) === before) return;
  }
}
