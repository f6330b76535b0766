import { INDEX_COLUMNS } from '../core/indexRow';
import { blockOf, FIRST_ROW, rowOf } from '../core/place';
import { TAB } from '../core/tabs/names';
import type { Desk } from './desk';

/** The row in which a key of `Indeks` belongs: `63.11.06.2005|2026-07`, of a head without month; 0 = in none. */
function rowOfKey({ context: { placing, places } }: Desk, key: string): number {
  const [village = '', period = ''] = key.split('|');
  const place = places.indexOf(village);
  if (place < 0 || (period !== '' && period < placing.base)) return 0;
  return rowOf(placing, period === '' ? 0 : blockOf(placing, period), place);
}

/**
 * Puts the rows of `Indeks` back where their keys belong, once somebody has sorted the tab or moved rows. Gives whether
 * any stood elsewhere. Two calls, and one more where some did.
 */
export function orderIndex(desk: Desk): boolean {
  const { master } = desk;
  const rows = master.lastRow(TAB.index) - FIRST_ROW + 1;
  if (rows <= 0) return false;
  const area = { row: FIRST_ROW, column: 1, rows, columns: INDEX_COLUMNS };
  const found = master.read(TAB.index, area).map((cells) => cells.map(String));
  const placed = found.flatMap((cells, at) => {
    const row = rowOfKey(desk, cells[0] ?? '');
    return row === 0 ? [] : [{ cells, row, moved: row !== FIRST_ROW + at }];
  });
  if (!placed.some((one) => one.moved)) return false;
  const height = Math.max(rows, ...placed.map((one) => one.row - FIRST_ROW + 1));
  const blank = Array.from({ length: INDEX_COLUMNS }, () => '');
  const values = Array.from({ length: height }, () => blank);
  for (const { cells, row } of placed) values[row - FIRST_ROW] = cells;
  master.write(TAB.index, FIRST_ROW, 1, values);
  return true;
}
