import type { DrawContext } from './draw/context';
import type { VillageBook, Version, VillageMonth } from './book';
import type { ReportTypeId } from './report';
import type { Period, VillageCode } from './settings';

/**
 * Numbers of a form's questions in links, by question: `report`, `period`, `reporter` for the head and
 * `population.birthsMale` for the questions of a type. Read once from Google, never guessed.
 */
export type EntryMap = Readonly<Record<string, string>>;

/** Where a village's things lie; from `Registri`. */
export interface VillageAddresses {
  readonly village: VillageCode;
  /** Published address of the form; ends in `/viewform`. */
  readonly form: string;
  readonly entries: EntryMap;
  /** Address of the tab `Status` in the village's Sheet. */
  readonly status: string;
}

/** Longest text of a message with its links encoded; beyond it stands the address of the status page. */
export const LONGEST_LINK_TEXT = 2000;

/** Link that opens the form at a type with the month, the reporter's name and the stocks filled in. */
export declare function reportLink(
  context: DrawContext,
  village: VillageCode,
  type: ReportTypeId,
  period: Period | undefined,
  latest: Version | undefined,
): string;

/** *Perbaiki*: the form with everything that was sent, control questions excepted. */
export declare function correctionLink(
  context: DrawContext,
  village: VillageCode,
  version: Version,
  period: Period,
): string;

/** The oldest owed month of a type in the lists that is neither accepted nor locked. */
export declare function oldestOwed(
  context: DrawContext,
  village: VillageCode,
  type: ReportTypeId,
  months: readonly VillageMonth[],
): Period | undefined;

/** Newest version of a type whose stocks are brought along. */
export declare function latestVersion(book: VillageBook, type: ReportTypeId): Version | undefined;
