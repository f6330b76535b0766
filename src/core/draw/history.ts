import type { VillageHead, VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { DrawContext } from './context';

/** `Riwayat`: one row a version of the month. */
export declare function drawHistory(context: DrawContext, month: VillageMonth): readonly Patch[];
/** `Riwayat`: one row a response without a month. */
export declare function drawStrayHistory(context: DrawContext, head: VillageHead): readonly Patch[];
