import type { Rect } from './spreadsheet';

export function rect(row: number, column: number, rows = 1, columns = 1): Rect {
  return { row, column, rows, columns };
}

export function sameRect(a: Rect, b: Rect): boolean {
  return a.row === b.row && a.column === b.column && a.rows === b.rows && a.columns === b.columns;
}

export function overlaps(a: Rect, b: Rect): boolean {
  return (
    a.row < b.row + b.rows &&
    b.row < a.row + a.rows &&
    a.column < b.column + b.columns &&
    b.column < a.column + a.columns
  );
}

/** True when `inner` lies within `outer`. */
export function covers(outer: Rect, inner: Rect): boolean {
  return (
    outer.row <= inner.row &&
    outer.column <= inner.column &&
    outer.row + outer.rows >= inner.row + inner.rows &&
    outer.column + outer.columns >= inner.column + inner.columns
  );
}

export function holds(area: Rect, row: number, column: number): boolean {
  return (
    row >= area.row &&
    row < area.row + area.rows &&
    column >= area.column &&
    column < area.column + area.columns
  );
}

/** The common part, undefined when there is none. */
export function intersection(a: Rect, b: Rect): Rect | undefined {
  if (!overlaps(a, b)) return undefined;
  const row = Math.max(a.row, b.row);
  const column = Math.max(a.column, b.column);
  return {
    row,
    column,
    rows: Math.min(a.row + a.rows, b.row + b.rows) - row,
    columns: Math.min(a.column + a.columns, b.column + b.columns) - column,
  };
}

/** What is left of `area` without `hole`: up to four rectangles. */
export function without(area: Rect, hole: Rect): Rect[] {
  const common = intersection(area, hole);
  if (!common) return [area];
  const below = common.row + common.rows;
  const right = common.column + common.columns;
  return [
    { ...area, rows: common.row - area.row },
    { ...area, row: below, rows: area.row + area.rows - below },
    { row: common.row, rows: common.rows, column: area.column, columns: common.column - area.column },
    { row: common.row, rows: common.rows, column: right, columns: area.column + area.columns - right },
  ].filter((piece) => piece.rows > 0 && piece.columns > 0);
}

/** Which neighbour's rectangles take new rows or columns in that are put in right at their edge. */
export type Inherit = 'before' | 'after' | 'none';

/**
 * Where a stretch lies after `count` rows or columns were put in at `at` (negative: taken out from `at` on);
 * undefined when nothing of it is left.
 */
export function shiftStretch(
  start: number,
  length: number,
  at: number,
  count: number,
  inherit: Inherit = 'none',
): { start: number; length: number } | undefined {
  const end = start + length;
  if (count >= 0) {
    if (at < start || (at === start && inherit !== 'after')) return { start: start + count, length };
    const grows = at < end || (at === end && inherit === 'before');
    return { start, length: grows ? length + count : length };
  }
  const until = at - count;
  const gone = Math.max(0, Math.min(end, until) - Math.max(start, at));
  if (gone >= length) return undefined;
  return { start: start <= at ? start : Math.max(at, start + count), length: length - gone };
}

/** The same for a rectangle, along its rows or its columns. */
export function shiftRect(
  area: Rect,
  dimension: 'rows' | 'columns',
  at: number,
  count: number,
  inherit: Inherit = 'none',
): Rect | undefined {
  if (dimension === 'rows') {
    const moved = shiftStretch(area.row, area.rows, at, count, inherit);
    return moved && { ...area, row: moved.start, rows: moved.length };
  }
  const moved = shiftStretch(area.column, area.columns, at, count, inherit);
  return moved && { ...area, column: moved.start, columns: moved.length };
}
