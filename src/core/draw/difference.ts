import type { Patch } from '../patch';

/** Of two drawings of the same thing: what is new or differs, and a removal for every key that went. */
export declare function difference(before: readonly Patch[], after: readonly Patch[]): readonly Patch[];
