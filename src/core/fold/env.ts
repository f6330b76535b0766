import type { StateId, VillageBook } from '../book';
import type { Seal } from '../personal';
import type { ClosedYears } from '../closedYears';
import type { ReportType, ReportTypeId } from '../report';
import type { Instant, Period, Settings } from '../settings';
import type { Snapshot } from '../snapshots';

/** What a fold needs beside the village's own facts. */
export interface FoldEnv {
  /** All declared report types; which are switched on the settings say. */
  readonly reportTypes: readonly ReportType[];
  /**
   * Settings snapshots, oldest first. The one in force suffices while every event is newer than it and the head's
   * `snapshotThrough` has reached it; else all (`Needs.allSnapshots` says so).
   */
  readonly snapshots: readonly Snapshot[];
  /** Oldest month that has a row in `Indeks`. */
  readonly base: Period;
  /** Years that are closed: since then their months take no changes. */
  readonly closed?: ClosedYears | undefined;
  /** For personal types; a fold that meets one without it throws. */
  readonly seal?: Seal;
}

/** The moment of the event that is being folded, and the settings in force then. */
export interface Now {
  readonly at: Instant;
  readonly settings: Settings;
}

/** What became of one response by a fold: enough to decide what to tell whom. */
export interface VersionChange {
  /** '' for a stray of unknown type. */
  readonly type: ReportTypeId | '';
  /** Undefined for a stray. */
  readonly period: Period | undefined;
  readonly id: string;
  readonly number: string;
  readonly at: Instant;
  /** Undefined = it came with this fold. */
  readonly from: StateId | undefined;
  readonly to: StateId;
  /** `submission` = its own arrival; `decision` = about it; `ledger` = an opening came or changed; `unlock` = its month was opened. */
  readonly cause: 'submission' | 'decision' | 'ledger' | 'unlock';
  /** Monthly types: the counted response whose place this one takes. */
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
