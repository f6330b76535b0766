import type { VillageHead, VillageMonth } from './book';

/** Columns of a row of `Indeks`: the key and the cells that JSON goes on in. */
export const INDEX_COLUMNS = 8;

/** Cells of a month's row, `INDEX_COLUMNS` of them, all text. */
export function monthToCells(month: VillageMonth): string[] {
  throw new Error(`not yet ${month.period}`);
}

/** The month of a row; undefined where the row is empty. Throws naming the key where the cells are damaged. */
export function monthFromCells(cells: readonly string[]): VillageMonth | undefined {
  throw new Error(`not yet ${cells.length}`);
}

/** Cells of a head's row (block 0). */
export function headToCells(head: VillageHead): string[] {
  throw new Error(`not yet ${head.village}`);
}

/** The head of a row; undefined where the row is empty. */
export function headFromCells(cells: readonly string[]): VillageHead | undefined {
  throw new Error(`not yet ${cells.length}`);
}
