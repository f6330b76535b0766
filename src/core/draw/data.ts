import type { VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { DrawContext } from './context';

/** `Data …`: one placed row a monthly type, one keyed row an event; of one village's month. */
export declare function drawData(context: DrawContext, month: VillageMonth): readonly Patch[];
