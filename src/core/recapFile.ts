import type { VillageMonth } from './book';
import type { DrawContext } from './draw/context';
import type { Cell } from './patch';
import type { Period } from './settings';

/** One tab of the recap file as plain data. */
export interface RecapSheet {
  readonly name: string;
  readonly headerRows: number;
  readonly widths: readonly number[];
  /** Number format of each column. */
  readonly formats: readonly string[];
  readonly values: readonly (readonly Cell[])[];
}

/** Name of the file, without ending. */
export declare function recapName(context: DrawContext, period: Period): string;
/** The month's recap: B.3, Linmas, and `Data` (codes, one header row, no merges). */
export declare function recapSheets(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly RecapSheet[];
