import type { Finding, ReportTypeId, Stock, Value } from './report';
import type { Instant, Period, VillageCode } from './settings';

/** States of a response, in the order in which the first that applies is taken; then those given by a person. */
export type StateId =
  | 'quarantined'
  | 'senderUnknown'
  | 'toCorrect'
  | 'beforeGoLive'
  | 'awaitingUnlock'
  | 'wrongMonth'
  | 'duplicate'
  | 'accepted'
  | 'approved'
  | 'rejected';

export type MarkId =
  | 'interim'
  | 'awaitingPreviousMonth'
  | 'awaitingOpening'
  | 'awaitingAdjustment'
  | 'byReviewer'
  | 'imported'
  | 'corrected'
  | 'noted'
  | 'addressNotVerified';

/**
 * How it is known who sent. By address: `verified` by Google, or only `typed`. By PIN: the village's (`pin`), the
 * sub-district's own (`officePin`), neither of them, not compared since too many were wrong, or none was written.
 */
export type SenderProof = 'verified' | 'typed' | 'pin' | 'officePin' | 'wrongPin' | 'unseenPin' | 'noPin';

/** What was read of a response, as plain data. */
export interface KeptReading {
  readonly type: ReportTypeId | '';
  /** Month it counts in; undefined: none could be read, or `Indeks` has no row for it. */
  readonly period: Period | undefined;
  /** What was chosen as the month (or answered as the date), as text. */
  readonly named: string;
  readonly reporter: string;
  readonly values: Readonly<Record<string, Value>>;
  readonly normalised: readonly string[];
  /** Rules `field.*` only. */
  readonly findings: readonly Finding[];
  /** What neither the registry nor the declarations know: reasons for *Karantina*. */
  readonly unknown: readonly string[];
}

/** Where a response stands; no period = among the strays. */
export interface Place {
  readonly period?: Period;
  readonly id: string;
}

/** A response as it came from a form: a fact, never changed. Answers by `answerKey` of core/head, as text. */
export interface Submission {
  readonly id: string;
  readonly village: VillageCode;
  readonly at: Instant;
  /** '' where the form did not collect an address. */
  readonly sender: string;
  readonly proof: SenderProof;
  readonly answers: Readonly<Record<string, string | readonly string[]>>;
  /** Titles of answered questions that the registry does not know. */
  readonly unknown: readonly string[];
  /** It came through the form for personal types. */
  readonly personal?: true;
  /** It came out of an office's own table: no form has it. */
  readonly imported?: true;
  /** A question that came to the office by another way than the form: beside `imported`. */
  readonly noted?: true;
  /** The office corrected what a village sent: no form has it. */
  readonly corrected?: true;
  /** Stands for all that was answered: where it is another one, the answers are others. */
  readonly print?: string;
  /** What was read of it at its time, where its form says something else now: taken instead of `answers`. */
  readonly kept?: KeptReading;
  /** These are the answers of that response after somebody changed them in the form; `at` = when they were read. */
  readonly edits?: Place;
}

/** Answers that somebody changed in the form: the form has forgotten what was answered before. */
export interface Edit {
  readonly at: Instant;
  readonly original: Submission;
  readonly edited: Submission;
}

/** What a person decided: one row of `Keputusan`. `settings` rows are kept beside, see `Snapshot`. */
export interface Decision {
  readonly id: string;
  readonly at: Instant;
  /** Address, or `peninjau` where Google does not tell. */
  readonly actor: string;
  readonly action:
    | 'approve'
    | 'return'
    | 'reject'
    | 'release'
    | 'cancel'
    | 'unlock'
    | 'relock'
    | 'adjustBalance'
    | 'fixClosing'
    | 'unfixClosing'
    | 'import'
    | 'adopt'
    | 'correct'
    | 'note'
    | 'answer'
    | 'answerAll';
  readonly village: VillageCode;
  readonly period?: Period;
  /** approve, return, reject, release, cancel, adopt: the response it is about. */
  readonly responseId?: string;
  readonly reason: string;
  /** unlock: last instant at which the month stands open. */
  readonly until?: Instant;
  /** import, correct, note: the report as the office has it; it is the response with the decision's id. */
  readonly kept?: KeptReading;
  /** adjustBalance: what is added to the stock in `period` (may be negative); fixClosing: the stock at its end. */
  readonly amount?: Stock;
}

export type VillageEvent =
  | { readonly kind: 'submission'; readonly at: Instant; readonly submission: Submission }
  | { readonly kind: 'decision'; readonly at: Instant; readonly decision: Decision };

/** A counted report about a member of the Linmas, as the village's head keeps it: nothing that tells who it is. */
export interface MemberChange {
  readonly number: string;
  readonly period: Period;
  /** When it was sent; of a correction when the first of its chain was. */
  readonly at: Instant;
  /** The sealed person. */
  readonly key: string;
  /** Tambah, Ubah, Berhenti. */
  readonly kind: string;
  readonly position: string;
  readonly squad: string;
  readonly female?: true;
  /** Has a KTA, is in SIM Linmas, was trained. */
  readonly card?: true;
  readonly registered?: true;
  readonly trained?: true;
  /** Numbers of the reports that it takes the place of. */
  readonly instead?: readonly string[];
}

/** A while in which another village counts a person whom this one calls its member too. */
export interface Elsewhere {
  /** The sealed person. */
  readonly key: string;
  readonly from: Instant;
  /** Undefined = still. */
  readonly until?: Instant;
}

/** One judged response. */
export interface Version {
  readonly id: string;
  /** Shown to people: `2005-260803-091402` (village, day, time of submission). */
  readonly number: string;
  /** '' only among strays: *Laporan apa?* was not one we know. */
  readonly type: ReportTypeId | '';
  readonly at: Instant;
  readonly sender: string;
  readonly proof: SenderProof;
  readonly reporter: string;
  readonly values: Readonly<Record<string, Value>>;
  /** What was normalised on reading, one Indonesian sentence each. */
  readonly normalised: readonly string[];
  readonly findings: readonly Finding[];
  readonly state: StateId;
  readonly marks: readonly MarkId[];
  /** True once it reached Diterima by its own content; a rejection takes it away. Timeliness looks at it. */
  readonly qualified: boolean;
  /** The last decision about it. */
  readonly decision?: {
    readonly id: string;
    readonly action: Decision['action'];
    readonly actor: string;
    readonly at: Instant;
    readonly reason: string;
  };
  /** Questions: the newest answer; `general` = for every village. */
  readonly answer?: {
    readonly id: string;
    readonly text: string;
    readonly at: Instant;
    readonly general?: true;
  };
  /** States before each decision, oldest first, for *batalkan*. */
  readonly before?: readonly StateId[];
  /** Holds that a release has passed. */
  readonly released?: readonly StateId[];
  /** The rules that look at the opening were judged against a known one (ledger types). */
  readonly judged?: true;
  /** When its total was first judged it did not add up and a reason was given: the closing waits for the Kasi. */
  readonly reported?: true;
  /** Difference that the Kasi accepted by approving: koreksi saldo of the month while the version is approved. */
  readonly acceptedDifference?: Stock;
  /** Events: the first report of the chain that this one corrects (*Memperbaiki laporan nomor*). */
  readonly root?: { readonly period: Period; readonly id: string; readonly at?: Instant };
  /** Events, on the first of a chain: the reports that correct it, oldest first. */
  readonly corrections?: readonly { readonly period: Period; readonly id: string }[];
  /** Events: an accepted correction counts in its place. */
  readonly replaced?: true;
  /** Personal types: an older report tells the same of the same person; this one does not count. */
  readonly twin?: true;
  /** Monthly report of what the village also tells one by one (events, members): the two are compared. */
  readonly compared?: true;
  /** `Submission.print` of its response. */
  readonly print?: string;
  /** It is a further version of that response, whose answers somebody changed in the form. */
  readonly edits?: Place;
  /** Reasons for *Karantina*. */
  readonly unknown?: readonly string[];
  /** Strays: what was chosen as the month (or answered as the date), as text. */
  readonly named?: string;
}

/** One koreksi saldo dated in a month. */
export interface Adjustment {
  /** Id of the decision, or of the response whose difference was accepted. */
  readonly id: string;
  readonly at: Instant;
  readonly amount: Stock;
  readonly reason: string;
}

/** *Tetapkan saldo akhir* of a month, or the taking back of the newest one that stands. */
export interface FixedClosing {
  /** Id of the decision. */
  readonly id: string;
  readonly at: Instant;
  /** Stock at the end of the month; undefined = the one before it is taken back. */
  readonly stock?: Stock;
  readonly reason: string;
}

/**
 * Why a month has a row in `Selisih`: `reported` = its total differs and a reason was given (closing waits for the
 * Kasi); `controlTotal` = a locked month was completed and its total does not fit; `openingChanged` = an earlier
 * month changed after this one was locked.
 */
export type DifferenceCause = 'reported' | 'controlTotal' | 'openingChanged';

export interface Difference {
  /** What the month lacks against what should be: people by citizenship and sex, and KK. */
  readonly amount: Stock;
  readonly cause: DifferenceCause;
  /** Since when. */
  readonly at: Instant;
  /** Nothing is left to be corrected (differences of KK alone need no correction: KK is reported anew each month). */
  readonly settled: boolean;
  /** What koreksi saldo in later months took over so far. */
  readonly corrected?: Stock;
  /** The part of `amount` that comes from the control total. */
  readonly control?: Stock;
}

export interface LedgerMonth {
  readonly opening?: Stock;
  readonly closing?: Stock;
  /** Sum of koreksi saldo dated in this month. */
  readonly adjustment: Stock;
  /** The same, one by one, oldest first. */
  readonly adjustments: readonly Adjustment[];
  /** What the Kasi said of its end, oldest first; it counts where no report gives a closing. */
  readonly fixed?: readonly FixedClosing[];
  /** Response whose flows are in the closing; undefined = no counted report. */
  readonly counted?: string;
  /** The control total has been judged against a known opening. */
  readonly judged: boolean;
  /** One row of `Selisih`. */
  readonly difference?: Difference;
}

/** Everything about one village and month: one row of the tab `Indeks`. JSON, a cell a property. */
export interface VillageMonth {
  readonly village: VillageCode;
  readonly period: Period;
  /** By type, oldest first (time of submission, then id). */
  readonly reports: Partial<Record<ReportTypeId, readonly Version[]>>;
  readonly ledger?: LedgerMonth;
  /** Openings of the lock, each from its decision to its end. */
  readonly unlocks: readonly {
    /** Id of the decision. */
    readonly id: string;
    readonly at: Instant;
    readonly until: Instant;
    readonly reason: string;
    /** Id of the decision that ended it before its time. */
    readonly ended?: string;
  }[];
  /** What the village's head knows of its members; only where a page asks for it, kept nowhere. */
  readonly roster?: Pick<VillageHead, 'members' | 'elsewhere'>;
}

/** What has to be known of a village before one of its months is opened: one row of block 0 of `Indeks`. */
export interface VillageHead {
  readonly village: VillageCode;
  /** Time of the newest event folded in; an older one means: fold the village again from the start. */
  readonly foldedThrough: Instant;
  /** Reports that came in the second of `foldedThrough`, where it was not one: their numbers go on from there. */
  readonly ofSecond?: number;
  /** Time of the newest settings snapshot that was looked at. */
  readonly snapshotThrough: Instant;
  /** Months that hold anything, oldest and newest. */
  readonly firstPeriod?: Period;
  readonly lastPeriod?: Period;
  /** Newest accepted values of stocks for prefilled links and rules, by type, with their month. */
  readonly latest: Partial<Record<ReportTypeId, { readonly period: Period; readonly id: string }>>;
  /** Months whose row of `Selisih` is not settled, oldest first. */
  readonly openDifferences?: readonly Period[];
  /** Versions that have no row of their own in `Respons`: of personal types, and of answers changed in the form. */
  readonly rowless?: number;
  /** What counts of the reports about its members of the Linmas, oldest first. */
  readonly members?: readonly MemberChange[];
  /** When wrong PINs came, as far as they still matter: those of an hour, oldest first. */
  readonly wrongPins?: readonly Instant[];
  /** Laid over the fold, like `Version.twin`: the same persons in other villages. */
  readonly elsewhere?: readonly Elsewhere[];
  /** Responses without a month (quarantined, unreadable period), newest last. */
  readonly strays: readonly Version[];
}

/** A village's head and the months that were loaded. Asking for a month that is not loaded is a bug and throws. */
export interface VillageBook {
  readonly head: VillageHead;
  readonly months: Readonly<Record<Period, VillageMonth>>;
}
