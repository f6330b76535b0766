import type { VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { DrawContext } from './context';

/** `Selisih`: the row of a month that has a difference, else none. */
export declare function drawDifferences(context: DrawContext, month: VillageMonth): readonly Patch[];
