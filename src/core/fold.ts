import type { StateId, VillageBook, VillageEvent, VillageHead } from './book';
import type { ReportType, ReportTypeId } from './report';
import type { Period, VillageCode } from './settings';
import type { Snapshot } from './snapshots';

/** What a fold needs beside the village's own facts. */
export interface FoldEnv {
  /** All declared report types; which are switched on the settings say. */
  readonly reportTypes: readonly ReportType[];
  /**
   * Settings snapshots, oldest first. The one in force suffices while every event is newer than it and the head's
   * `snapshotThrough` has reached it; else all (`periodsNeeded` says so).
   */
  readonly snapshots: readonly Snapshot[];
  /** Oldest month that has a row in `Indeks`. */
  readonly base: Period;
}

/** What became of one response by a fold: enough to decide what to tell whom. */
export interface VersionChange {
  readonly type: ReportTypeId | undefined;
  /** Undefined for a stray. */
  readonly period: Period | undefined;
  readonly id: string;
  readonly number: string;
  /** Undefined = it came with this fold. */
  readonly from: StateId | undefined;
  readonly to: StateId;
  /** `submission` = its own arrival; `decision` = about it; `ledger` = an opening came or changed; `unlock` = its month was opened. */
  readonly cause: 'submission' | 'decision' | 'ledger' | 'unlock';
  /** The counted response that this one takes the place of. */
  readonly replaces?: string;
}

export interface Needs {
  /** Months to load into the book before folding; ask again with them loaded until none is left. */
  readonly periods: readonly Period[];
  /** An unknown event is not newer than what is folded: fold all facts of the village again, from `emptyBook`. */
  readonly refold: boolean;
  /** All snapshots are needed, not only the one in force. */
  readonly allSnapshots: boolean;
}

export interface Folded {
  readonly book: VillageBook;
  /** Months whose row differs from before, oldest first. */
  readonly touched: readonly Period[];
  readonly headTouched: boolean;
  /** In order of time. */
  readonly changes: readonly VersionChange[];
}

/** A village of which nothing is known yet. */
export function emptyBook(village: VillageCode): VillageBook {
  const head: VillageHead = {
    village,
    foldedThrough: 0,
    snapshotThrough: 0,
    latest: {},
    strays: [],
  };
  return { head, months: {} };
}

/**
 * What has to be loaded before `events` can be folded into `book`. Months within the head's first and last month
 * that are not in `book.months` count as not loaded; months outside hold nothing.
 */
export function periodsNeeded(book: VillageBook, events: readonly VillageEvent[], env: FoldEnv): Needs {
  throw new Error(`not yet ${book.head.village} ${events.length} ${env.base}`);
}

/**
 * Folds facts into a village's book. Events may come in any order and may be known already (then nothing happens);
 * they must be newer than `foldedThrough` where they are not (see `Needs.refold`). Throws where a month that
 * `periodsNeeded` names is not loaded.
 */
export function foldVillage(book: VillageBook, events: readonly VillageEvent[], env: FoldEnv): Folded {
  throw new Error(`not yet ${book.head.village} ${events.length} ${env.base}`);
}
