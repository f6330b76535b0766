import type { VillageHead, VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { DrawContext } from './context';

/**
 * `Antrean Tinjau`: the state columns of what waits for a person in the month (the writer leaves the columns
 * after them as they are). What stood in `before` and waits no longer keeps its row, told as done, until night.
 */
export declare function drawQueue(
  context: DrawContext,
  month: VillageMonth,
  before?: VillageMonth,
): readonly Patch[];
/** The same for responses without a month. */
export declare function drawStrayQueue(
  context: DrawContext,
  head: VillageHead,
  before?: VillageHead,
): readonly Patch[];
/** Removals of the rows in `keys` (keys that stand in the tab) that wait no longer; for the night and rebuilds. */
export declare function clearQueue(
  context: DrawContext,
  months: readonly VillageMonth[],
  heads: readonly VillageHead[],
  keys: readonly string[],
): readonly Patch[];
