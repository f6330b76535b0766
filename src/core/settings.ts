import type { AidId, OfficeList, ReportTypeId } from './report';

/** 13 characters, dotted: `63.11.06.2005`; fourth group 1xxx = kelurahan, 2xxx = desa. */
export type VillageCode = string;
/** `2026-07`. */
export type Period = string;
/** `2026-07-31`, in the sub-district's zone. */
export type LocalDate = string;
/** Milliseconds since 1970. */
export type Instant = number;

export type ZoneName = 'WIB' | 'WITA' | 'WIT';

/** By a listed Google account, or by a PIN without any account. */
export type SenderMode = 'account' | 'pin';

/** One snapshot of all settings, as it stands in the cell `Konteks` and, with its time, in `Keputusan`. JSON. */
export interface Settings {
  readonly profile: string;
  /** `KUDAPANMAS`. */
  readonly programme: string;
  readonly subdistrict: { readonly code: string; readonly name: string; readonly regency: string };
  readonly zone: ZoneName;
  /** Account that owns every file, holds the triggers, sends the mail. */
  readonly owner: string;
  readonly kasi: { readonly name: string; readonly email: string; readonly whatsapp: string };
  /** Reviewers' addresses, the owner not among them. */
  readonly reviewers: readonly string[];
  readonly reportTypes: readonly ReportTypeId[];
  /** First month that is owed. */
  readonly goLive: Period;
  /** *Masa uji coba*, both days included; `discarded` = what was sent in it counts no more. */
  readonly trial?: { readonly from: LocalDate; readonly until: LocalDate; readonly discarded?: true };
  readonly dueDay: number;
  readonly lockDay: number;
  readonly interimDay: number;
  /** How villages prove who sent, where their own line says nothing else. */
  readonly senderMode: SenderMode;
  /** The seal of the PIN by which the sub-district's office reports for villages. */
  readonly officePin?: string;
  readonly statusPageOpen: boolean;
  /** What a person says of the forms' addresses where Google does not tell; undefined = nothing. */
  readonly emailsVerified?: boolean;
  /** Months that personal data is kept; undefined = `RETENTION_MONTHS`. */
  readonly retentionMonths?: number;
  readonly villages: readonly Village[];
  readonly operators: readonly Operator[];
  readonly openings: readonly OpeningBalance[];
  readonly mandatory: readonly MandatoryActivity[];
  readonly holidays: readonly LocalDate[];
  /** `welfare` is owed every month, not once a quarter. */
  readonly welfareMonthly?: boolean;
  /** Residents who are reported missing are asked for; undefined = not. */
  readonly missingPeople?: true;
  /** What the social aids are called. */
  readonly aids?: Readonly<Record<AidId, string>>;
  readonly neighbourhoods?: readonly Neighbourhood[];
  /** Choices of the questions that are `listed`. */
  readonly lists?: Readonly<Record<OfficeList, readonly string[]>>;
  readonly letters?: LetterSettings;
  /** Names of villages stand in the text for the WhatsApp group. */
  readonly groupNames?: boolean;
  /** `Rekap Bersama` is kept for all operators and supervisors. */
  readonly sharedRecap?: boolean;
  /** What villages read on their status pages. */
  readonly announcements?: readonly Announcement[];
}

/** What the office's letters need beside their words; '' = not told yet. */
export interface LetterSettings {
  readonly address: string;
  readonly title: string;
  readonly name: string;
  readonly rank: string;
  readonly number: string;
  /** Tembusan. */
  readonly copies: readonly string[];
  readonly paper: 'F4' | 'A4';
  /** Dasar hukum, in its order. */
  readonly basis: readonly string[];
}

/** Shown on both days and between them; undefined = from always, for ever. */
export interface Announcement {
  readonly text: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

export interface Village {
  readonly code: VillageCode;
  readonly name: string;
  /** By the code: `Desa` or `Kelurahan` in texts. */
  readonly kind: 'desa' | 'kelurahan';
  /** Undefined = as in `Settings.senderMode`. */
  readonly senderMode?: SenderMode;
  /** Months in which it exists; undefined = always. */
  readonly from?: Period;
  readonly until?: Period;
  /** Villages that it came out of, by a split or a merger; some of them may go on beside it. */
  readonly origins?: readonly VillageCode[];
  readonly supervisor?: { readonly name: string; readonly email: string; readonly whatsapp: string };
}

export interface Operator {
  readonly village: VillageCode;
  readonly name: string;
  readonly email: string;
  readonly whatsapp: string;
  /** The seal of the village's PIN: the PIN itself stands in the tab alone. */
  readonly pin?: string;
  readonly from?: LocalDate;
  readonly until?: LocalDate;
}

/** Stock at the END of `period`, so the opening of the month after it. */
export interface OpeningBalance {
  readonly village: VillageCode;
  readonly period: Period;
  readonly citizensMale: number;
  readonly citizensFemale: number;
  readonly foreignersMale: number;
  readonly foreignersFemale: number;
  readonly households: number;
  readonly source: string;
}

/** A line of the tab `RT`. */
export interface Neighbourhood {
  readonly village: VillageCode;
  /** `001`, with a RW `001/002`. */
  readonly key: string;
  /** Its head; '' = not known. */
  readonly head: string;
}

export interface MandatoryActivity {
  /** A choice of the question *Jenis kegiatan*. */
  readonly kind: string;
  readonly minimum: number;
  /** Undefined = every month. */
  readonly period?: Period;
}
