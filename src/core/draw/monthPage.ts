import type { Block, Cell } from '../patch';
import type { Period } from '../settings';
import { STATE_LOOKS, SUM_LOOK, type Tab, type TabColumn } from '../tabs/tab';
import type { DrawContext } from './context';
import { groupRow, headerRow, paddedRows } from './field';
import { monthLine } from './rows';

/** Row of the headers of a page that shows one month; the month stands in row 1, the groups in row 2. */
export const HEADER_ROW = 3;
/** Room for sums and a footer below the villages. */
const ROWS_BELOW = 3;

/** A tab of the master that shows one month, a line a village, chosen by the list in its head. */
export function monthPage(
  name: string,
  columns: readonly TabColumn[],
  empty: string,
  more: Partial<Tab> = {},
): Tab {
  return {
    name,
    layout: 'page',
    shown: true,
    columns,
    headerRow: HEADER_ROW,
    frozenRows: HEADER_ROW,
    frozenColumns: 2,
    rows: 60,
    looks: [...STATE_LOOKS, SUM_LOOK],
    protection: 'reviewers',
    monthCell: { row: 1, column: 2 },
    empty,
    ...more,
  };
}

/** Such a page whole: the month with a note, the headers, the villages' rows and what stands below them. */
export function drawMonthPage(
  context: DrawContext,
  tab: string,
  period: Period,
  note: string,
  columns: readonly TabColumn[],
  rows: readonly (readonly Cell[])[],
  below: readonly (readonly Cell[])[],
): readonly Block[] {
  const all = [monthLine(period, note), groupRow(columns), headerRow(columns), ...rows, ...below];
  const height = HEADER_ROW + context.places.length + ROWS_BELOW;
  const values = paddedRows(all, height, columns.length);
  return [{ kind: 'block', book: 'master', tab, row: 1, column: 1, values, table: HEADER_ROW + 1 }];
}
