import type { LocalDate, Settings } from './settings';

/** What kind of answer a question takes; `core/kinds` holds all that follows from a kind. */
export type QuestionKind =
  /** Whole number 0–999999 typed as digits, `^(0|[1-9][0-9]{0,5})$`. */
  | 'count'
  | 'text'
  | 'longText'
  /** One of a few, shown at once. */
  | 'choice'
  /** One of many, shown as a drop-down. */
  | 'list'
  | 'checkboxes'
  /** `2026-07-31`. */
  | 'date'
  /** `22:00`. */
  | 'time'
  /** An address of Google Drive or Photos. */
  | 'link'
  /** A long answer with one line for each unit, each with the figures of the question's `line`. */
  | 'lines'
  /** NIK or No. KK: 16 digits, always text. */
  | 'identity'
  /** A telephone number, read as `62…`. */
  | 'phone'
  /** Number of an RT or RW, padded to three digits. */
  | 'area'
  /** Four digits that prove who sends: compared, never read into a report. */
  | 'pin';

/** A figure of a line: `lahir 1`. */
export interface LineFigure {
  readonly id: string;
  /** What stands before the figure: `KK`, `lahir`. */
  readonly word: string;
  /** What people write instead, in small letters. */
  readonly also?: readonly string[];
  /** Header in tables and on paper. */
  readonly label: string;
  /** Default true. */
  readonly required?: boolean;
  /** Brought over from the last report; the others begin with 0 there. */
  readonly stock?: true;
}

/** The value of a question after reading: `null` = not answered. */
export type Value = number | string | readonly string[] | null;

export interface Question {
  /** Identifier in code, columns and records, e.g. `birthsMale`. */
  readonly id: string;
  readonly kind: QuestionKind;
  /** What the operator reads; the form's item title and the column's header. */
  readonly label: string;
  readonly help?: string;
  /** Default true. */
  readonly required?: boolean;
  readonly choices?: readonly string[];
  /** Inclusive; of a count or of the length of a text. */
  readonly minimum?: number;
  readonly maximum?: number;
  /** `branch` = stands on the section's second page, reached by the branching question. */
  readonly page?: 'branch';
  /** On the section's one branching question: the choice, or the choices, that lead to the branch page. */
  readonly branchOn?: string | readonly string[];
  /** Each question of a personal type: how its answer is seen outside the personal files. */
  readonly seen?: 'whole' | 'masked' | 'initials' | 'never';
  readonly only?: 'desa' | 'kelurahan';
  /** Asked only where the office chose it. */
  readonly option?: OfficeOption;
  /** Its help where the office chose that the option is asked. */
  readonly optionHelp?: { readonly option: OfficeOption; readonly help: string };
  /** On the form it stands behind that question; in tables, which keep their columns, it stands last. */
  readonly after?: string;
  /** Figures of each line of a `lines` answer. */
  readonly line?: readonly LineFigure[];
  /** The aid whose name stands in the label as `{}`; the office's settings say what it is called now. */
  readonly aid?: AidId;
  /** Its choices are a list of the office's settings; those declared are what the list holds at first. */
  readonly listed?: OfficeList;
  /** Brought prefilled from the last accepted report. */
  readonly stock?: true;
  /** Never prefilled, not even in *Perbaiki*. */
  readonly control?: true;
}

type OneValue<Q extends Question> = Q['kind'] extends 'count'
  ? number
  : Q['kind'] extends 'checkboxes'
    ? readonly string[]
    : string;
type Optional<Q extends Question> = Q extends { required: false } | { page: 'branch' } | { only: string }
  ? null
  : never;

/** The record that a list of questions yields: one property a question, `null` where it may be left out. */
export type RecordOf<Qs extends readonly Question[]> = {
  readonly [Q in Qs[number] as Q['id']]: OneValue<Q> | Optional<Q>;
};

export type ReportTypeId =
  | 'population'
  | 'activities'
  | 'readiness'
  | 'welfare'
  | 'neighbourhoods'
  | 'questions'
  | 'rehearsal'
  | 'events'
  | 'members';

/** What an office may have its villages asked beside the rest: residents who are reported missing. */
export type OfficeOption = 'missingPeople';

/** Kinds of social aid whose names change with the programmes. */
export type AidId = 'family' | 'food' | 'health' | 'village';

/** Lists of the Linmas that an office may change: places in it, and its squads. */
export type OfficeList = 'positions' | 'squads';

export type Severity = 'error' | 'warning' | 'information';

/** What is wrong with one answer, as data: enough to write the sentence, the column and the mail. */
export interface Finding {
  /** `population.controlTotalMale`; stable, listed in the manual. */
  readonly rule: string;
  readonly severity: Severity;
  /** Question id; '' = the report as a whole. */
  readonly question: string;
  /** What was sent, as text. */
  readonly sent: string;
  /** What was expected, as text. */
  readonly expected: string;
  /** The Indonesian sentence(s) that the operator reads: what, figure, what to do. */
  readonly message: string;
}

/** What a rule may look at beside the record itself. Everything is what was known when the report was sent. */
export interface RuleContext {
  /** Month the report counts in. */
  readonly period: string;
  /** Day of submission in the sub-district's zone, `2026-08-03`. */
  readonly sentOn: string;
  readonly kind: 'desa' | 'kelurahan';
  /** Stock at the start of the month; undefined = not known (yet). */
  readonly opening: Stock | undefined;
  /**
   * Values of the newest accepted report of this type before this month: of the two months before, else of the
   * newest accepted one where that lies further back.
   */
  readonly previous: Readonly<Record<string, Value>> | undefined;
  /** Of the newest accepted reports of the two months before, newest first: for rules on repeated zeros. */
  readonly earlier: readonly Readonly<Record<string, Value>>[];
  /** Active Linmas members, the larger of two: by the last accepted readiness report, by the reports of members. */
  readonly activeMembers: number | undefined;
  /**
   * People and households at the end of the month: of its report, else the last that is known; undefined = none at
   * all. Looking at it counts as looking at `sameMonth`.
   */
  readonly known: KnownPopulation | undefined;
  /** Neighbourhoods of the village by the settings, `001` or `001/002` (RT/RW); empty = not listed. */
  readonly neighbourhoods: readonly string[];
  /** Of a report about a member of the Linmas: what was known of the person before it. */
  readonly member: MemberStanding;
  /** Accepted reports of the other types of the same month (newest versions), by type. */
  readonly sameMonth: Partial<Record<ReportTypeId, readonly Readonly<Record<string, Value>>[]>>;
}

/** What a village's reports said of a person before. */
export interface MemberStanding {
  /** Number of the report by which the person is an active member; undefined = is none. */
  readonly active: string | undefined;
  /** Numbers of the reports by which others lead the squad that this one names. */
  readonly leaders: readonly string[];
}

/** The last known figures of a village's population. */
export interface KnownPopulation {
  readonly period: string;
  readonly people: number;
  readonly households: number;
}

/**
 * A rule declared in place: gives the finding's particulars when it is broken, undefined when it holds. A rule that
 * reads `context.opening` or `context.sameMonth` is judged again when these change; nothing needs to be declared.
 * A rule that reads an answer which could not be read is skipped.
 */
export interface Rule<R> {
  readonly id: string;
  readonly severity: Severity;
  readonly question: (keyof R & string) | '';
  /** Compares with another report of the month: told once, on the due day. */
  readonly compares?: true;
  readonly broken: (
    record: R,
    context: RuleContext,
  ) => { sent: string; expected: string; message: string } | undefined;
}

/** One report type, declared once; the form's section, reading, columns, record and summary follow from it. */
export interface ReportType<Qs extends readonly Question[] = readonly Question[]> {
  readonly id: ReportTypeId;
  /** `Laporan Bulanan Kependudukan (LAMPID)`: the section's title. */
  readonly title: string;
  /** `Kependudukan`: in messages and column headers; also the choice of *Laporan apa?*. */
  readonly shortTitle: string;
  /** Name of the data tab, `Data Kependudukan`. */
  readonly dataTab: string;
  /**
   * `monthly`: one counted version a village and month. `event`: every response counts, period = month of
   * `dateQuestion`, without one the month of sending.
   */
  readonly frequency: 'monthly' | 'event';
  /** Counts before go-live as well, and no lock holds it. */
  readonly anytime?: true;
  /** Of a monthly type: owed once a quarter, with its last month, unless the settings say every month. */
  readonly quarterly?: true;
  readonly dateQuestion?: string;
  /** `event`: questions that say it is the same event when all are equal; both count, both are warned. */
  readonly sameWhen?: readonly string[];
  /** Text at the head of the section. */
  readonly introduction: string;
  readonly questions: Qs;
  readonly rules: readonly Rule<RecordOf<Qs>>[];
  /** Personal data (UU 27/2022): a form of its own, whole answers in `Register` only. */
  readonly personal?: Personal<RecordOf<Qs>>;
}

/** A record as it was read: what has an error is `null`. */
export type AsRead<R> = { readonly [K in keyof R]: R[K] | null };

/** What a personal type says of its whole answers while they are read, before all but `seen` is left out. */
export interface Personal<R> {
  /** Rules on whole answers. Ids begin with `field.`; what they say quotes nothing that is not `seen`. */
  readonly rules: readonly PersonalRule<R>[];
  /** Who it is about, as texts that are equal for one person; they leave the reading only sealed. '' = not known. */
  readonly person: (record: AsRead<R>) => string;
  /** With the person: two reports of one person that say the same here are one. */
  readonly same: (record: AsRead<R>) => string;
  /** Further values that may be seen; no date, no number of a person. */
  readonly yields: (record: AsRead<R>, context: PersonalContext) => Readonly<Record<string, Value>>;
  /** Questions whose answers are counted and so remain when the personal data is removed. */
  readonly remains: readonly (keyof R & string)[];
  /** Columns of its tab in `Register`, behind those about the report. */
  readonly register: readonly { readonly header: string; readonly cell: (record: AsRead<R>) => string }[];
}

export interface PersonalContext {
  /** Day of submission. */
  readonly sentOn: LocalDate;
  readonly settings: Settings;
}

export interface PersonalRule<R> {
  readonly id: string;
  readonly question: keyof R & string;
  /** The sentence and how grave it is; undefined where the rule holds. */
  readonly broken: (record: R, context: PersonalContext) => readonly [Severity, string] | undefined;
}

/** People and households at one moment. */
export interface Stock {
  readonly citizensMale: number;
  readonly citizensFemale: number;
  readonly foreignersMale: number;
  readonly foreignersFemale: number;
  readonly households: number;
}
