import type { VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { Period } from '../settings';
import type { DrawContext } from './context';

/** `Kepatuhan` of one month, whole; `months` = that month of all villages (one that is absent has nothing). */
export declare function drawCompliance(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[];
