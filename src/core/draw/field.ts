import type { Cell } from '../patch';
import type { TabColumn } from '../tabs/tab';

/** A column and what stands in it: declared together, so that no header ever stands over another's figures. */
export interface Field<T> extends TabColumn {
  readonly cell: (item: T) => Cell;
}

/** The column with its content. */
export function field<T>(column: TabColumn, cell: (item: T) => Cell): Field<T> {
  return { ...column, cell };
}

/** The row of an item. */
export function rowOfFields<T>(fields: readonly Field<T>[], item: T): readonly Cell[] {
  return fields.map((one) => one.cell(item));
}

/** The row of groups above the headers: each named once, over its first column. */
export function groupRow(columns: readonly TabColumn[]): readonly Cell[] {
  return columns.map((column, at) =>
    column.group !== undefined && column.group !== columns[at - 1]?.group ? column.group : '',
  );
}

/** The row of headers. */
export function headerRow(columns: readonly TabColumn[]): readonly Cell[] {
  return columns.map((column) => column.header);
}

/** A row of `width` cells that begins with these. */
export function padded(cells: readonly Cell[], width: number): readonly Cell[] {
  const row = cells.slice(0, width);
  while (row.length < width) row.push('');
  return row;
}

/** Rows made up to a fixed number, so that a shorter page leaves nothing of a longer one behind. */
export function paddedRows(
  rows: readonly (readonly Cell[])[],
  count: number,
  width: number,
): readonly (readonly Cell[])[] {
  const filled = rows.map((row) => padded(row, width));
  const missing = Math.max(0, count - filled.length);
  return filled.concat(Array.from({ length: missing }, () => padded([], width)));
}
