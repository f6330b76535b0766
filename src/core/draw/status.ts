import type { VillageBook } from '../book';
import type { Patch } from '../patch';
import type { LocalDate, Period, Settings } from '../settings';
import type { DrawContext } from './context';

/** Months that a status page tells of on that day, oldest first: not locked, or else the last one. */
export declare function statusPeriods(settings: Settings, today: LocalDate): readonly Period[];
/** Text that changes only when a status page has to be written anew because of the day alone. */
export declare function statusPhase(settings: Settings, today: LocalDate): string;
/** The village's page `Status`; the book holds at least the months of `statusPeriods` (absent = nothing yet). */
export declare function drawStatus(context: DrawContext, book: VillageBook): readonly Patch[];
/** The village's tab `Laporan Kami`: one row a version of these months. */
export declare function drawOwnReports(context: DrawContext, book: VillageBook): readonly Patch[];
