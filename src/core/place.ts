import type { Period } from './settings';

/** First row of block 0 in `Indeks` and of the data tabs. */
export const FIRST_ROW = 2;
/** Spare places a block has for villages that come later. */
export const SPARE_PLACES = 8;

/** Months from the year 0 on; for counting between two periods. */
export function monthNumber(period: Period): number {
  return Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1;
}

/** The month `count` months after (before, where negative) `period`. */
export function addMonths(period: Period, count: number): Period {
  const n = monthNumber(period) + count;
  const year = String(Math.floor(n / 12)).padStart(4, '0');
  return `${year}-${String((n % 12) + 1).padStart(2, '0')}`;
}

/** How records of a monthly type are placed: block 0 = heads, block n = n-th month from `base` on. */
export interface Placing {
  readonly base: Period;
  /** Places in a block: villages at set-up + `SPARE_PLACES`; never changes. */
  readonly blockSize: number;
}

/** Block of a month, from 1; throws for a month before the base. */
export function blockOf(placing: Placing, period: Period): number {
  const block = monthNumber(period) - monthNumber(placing.base) + 1;
  if (block < 1)
    throw new Error(`Month ${period} lies before the base month ${placing.base} of this registry.`);
  return block;
}

/** Row (from 1) of place `place` in block `block`. */
export function rowOf(placing: Placing, block: number, place: number): number {
  return FIRST_ROW + block * placing.blockSize + place;
}
