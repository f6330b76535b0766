import type { MarkId, Version } from '../book';
import { owes } from '../due';
import { addMonths } from '../place';
import { LEDGER_TYPE } from '../population';
import type { Period } from '../settings';
import type { Now } from './env';
import { counted, villageIn, type Work } from './work';

const WAITING: readonly MarkId[] = ['awaitingPreviousMonth', 'awaitingOpening', 'awaitingAdjustment'];

/** What a counted report without an opening waits for: the balance the chain begins with, or the month before. */
export function waitingMark(work: Work, period: Period, now: Now): MarkId {
  const before = addMonths(period, -1);
  if (counted(work, before, LEDGER_TYPE)?.marks.includes('awaitingOpening')) return 'awaitingOpening';
  return owes(now.settings, villageIn(work, now.settings), before)
    ? 'awaitingPreviousMonth'
    : 'awaitingOpening';
}

/** The version with just that one of the marks that tell what the ledger waits for; itself where nothing changes. */
export function withMark(version: Version, mark: MarkId | undefined): Version {
  const others = version.marks.filter((one) => !WAITING.includes(one));
  const marks = mark ? [...others, mark] : others;
  return marks.join() === version.marks.join() ? version : { ...version, marks };
}
