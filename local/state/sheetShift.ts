import type { Inherit } from './rect';
import { shiftRect, shiftStretch } from './rect';
import { trimRow } from './sheetCells';
import type { Rect, RowState, SheetState, SpreadsheetState } from './spreadsheet';

export type Dimension = 'rows' | 'columns';

/**
 * Puts empty rows or columns in at that place (from 0). The look of the neighbour that `inherit` names is taken
 * over; everything that names cells (merges, protections, named ranges, rules, charts) moves along.
 */
export function insertLines(
  state: SpreadsheetState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
  inherit: Inherit,
): void {
  const source = inherit === 'before' ? at - 1 : at;
  if (dimension === 'rows') insertRows(sheet, at, count, inherit === 'none' ? undefined : sheet.rows[source]);
  else for (const row of sheet.rows) if (row) insertIntoRow(row, at, count, inherit === 'none' ? -1 : source);
  moveEverything(state, sheet, dimension, at, count, inherit);
  const key = dimension === 'rows' ? 'frozenRows' : 'frozenColumns';
  // What comes in among the frozen ones is frozen with them, as what goes out of them makes them fewer.
  if (at < sheet[key]) sheet[key] += count;
  if (dimension === 'rows') sheet.rowCount += count;
  else sheet.columnCount += count;
}

/** Takes rows or columns out. Whether any may remain is the caller's to check. */
export function deleteLines(
  state: SpreadsheetState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  if (dimension === 'rows') sheet.rows.splice(at, count);
  else for (const row of sheet.rows) if (row) deleteFromRow(row, at, count);
  moveEverything(state, sheet, dimension, at, -count, 'none');
  if (dimension === 'rows') {
    sheet.rowCount -= count;
    sheet.frozenRows = Math.min(sheet.frozenRows - gone(sheet.frozenRows, at, count), sheet.rowCount);
  } else {
    sheet.columnCount -= count;
    sheet.frozenColumns = Math.min(
      sheet.frozenColumns - gone(sheet.frozenColumns, at, count),
      sheet.columnCount,
    );
  }
}

function gone(frozen: number, at: number, count: number): number {
  return Math.max(0, Math.min(frozen, at + count) - at);
}

function insertRows(sheet: SheetState, at: number, count: number, source: RowState | null | undefined): void {
  if (at >= sheet.rows.length && !source?.styles) return;
  while (sheet.rows.length < at) sheet.rows.push(undefined);
  const fresh = (): RowState | undefined =>
    source?.styles ? { values: [], styles: { ...source.styles } } : undefined;
  sheet.rows.splice(at, 0, ...Array.from({ length: count }, fresh));
}

const COLUMN_MAPS = ['formulas', 'styles', 'notes', 'richText', 'images'] as const;

function insertIntoRow(row: RowState, at: number, count: number, source: number): void {
  if (row.values.length > at) row.values.splice(at, 0, ...Array.from({ length: count }, () => null));
  const style = row.styles?.[source];
  for (const map of COLUMN_MAPS) rekey(row, map, (column) => (column >= at ? column + count : column));
  if (style !== undefined && row.styles)
    for (let index = 0; index < count; index++) row.styles[at + index] = style;
}

function deleteFromRow(row: RowState, at: number, count: number): void {
  row.values.splice(at, count);
  trimRow(row.values);
  const move = (column: number): number | undefined =>
    column < at ? column : column < at + count ? undefined : column - count;
  for (const map of COLUMN_MAPS) rekey(row, map, move);
}

function rekey(
  row: RowState,
  map: (typeof COLUMN_MAPS)[number],
  move: (column: number) => number | undefined,
): void {
  const entries = row[map];
  if (!entries) return;
  const moved: Record<number, unknown> = {};
  for (const [key, value] of Object.entries(entries)) {
    const column = move(Number(key));
    if (column !== undefined) moved[column] = value;
  }
  if (Object.keys(moved).length === 0) delete row[map];
  else Object.assign(row, { [map]: moved });
}

/** Applies a move of cells to every rectangle that names them; what a rectangle loses entirely goes. */
function moveEverything(
  state: SpreadsheetState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
  inherit: Inherit,
): void {
  const size = dimension === 'rows' ? sheet.rowCount : sheet.columnCount;
  const whole = (area: Rect): boolean =>
    dimension === 'rows' ? area.row === 0 && area.rows >= size : area.column === 0 && area.columns >= size;
  const move = (area: Rect): Rect | undefined =>
    shiftRect(area, dimension, at, count, whole(area) && at >= size ? 'before' : 'none');
  const keep = <T>(list: T[], key: keyof T): T[] =>
    list.flatMap((entry) => {
      const area = entry[key] as Rect | undefined;
      if (!area) return [entry];
      const moved = move(area);
      return moved ? [{ ...entry, [key]: moved }] : [];
    });
  const rects = (list: Rect[]): Rect[] => list.flatMap((area) => move(area) ?? []);

  sheet.styleAreas = sheet.styleAreas.flatMap((entry) => {
    const moved = shiftRect(entry.rect, dimension, at, count, inherit);
    return moved ? [{ ...entry, rect: moved }] : [];
  });
  sheet.merges = rects(sheet.merges).filter((area) => area.rows > 1 || area.columns > 1);
  sheet.protections = keep(sheet.protections, 'rect').map((entry) =>
    entry.unprotected ? { ...entry, unprotected: rects(entry.unprotected) } : entry,
  );
  sheet.conditionalFormats = sheet.conditionalFormats
    .map((entry) => ({ ...entry, rects: rects(entry.rects) }))
    .filter((entry) => entry.rects.length > 0);
  const anchor = dimension === 'rows' ? 'row' : 'column';
  const moveAnchor = <T extends { row: number; column: number }>(place: T): T => ({
    ...place,
    [anchor]: movedAnchor(place[anchor], at, count),
  });
  sheet.charts = sheet.charts.map((chart) => ({
    ...chart,
    ranges: rects(chart.ranges),
    position: moveAnchor(chart.position),
  }));
  if (sheet.images) sheet.images = sheet.images.map(moveAnchor);
  if (sheet.bandings) sheet.bandings = keep(sheet.bandings, 'rect');
  if (sheet.filter) {
    const moved = move(sheet.filter.rect);
    if (moved) sheet.filter = { ...sheet.filter, rect: moved };
    else delete sheet.filter;
  }
  state.namedRanges = state.namedRanges.flatMap((entry) =>
    entry.sheetId === sheet.sheetId ? keep([entry], 'rect') : [entry],
  );
  moveLines(state, sheet, dimension, at, count);
}

/** Where the cell counted from 1 lies that a chart or picture hangs on; of a removed one, what took its place. */
function movedAnchor(place: number, at: number, count: number): number {
  if (place - 1 < at) return place;
  return Math.max(at + 1, place + count);
}

function moveLines(
  state: SpreadsheetState,
  sheet: SheetState,
  dimension: Dimension,
  at: number,
  count: number,
): void {
  const place = (index: number): number | undefined =>
    index < at ? index : count < 0 && index < at - count ? undefined : index + count;
  const sizes = (known: Record<number, number>): Record<number, number> =>
    Object.fromEntries(
      Object.entries(known).flatMap(([key, value]) => {
        const moved = place(Number(key));
        return moved === undefined ? [] : [[moved, value]];
      }),
    );
  const list = (known: number[]): number[] => known.flatMap((index) => place(index) ?? []);
  if (dimension === 'rows') {
    sheet.rowHeights = sizes(sheet.rowHeights);
    sheet.hiddenRows = list(sheet.hiddenRows);
  } else {
    sheet.columnWidths = sizes(sheet.columnWidths);
    sheet.hiddenColumns = list(sheet.hiddenColumns);
  }
  const stretch = <T extends { start: number; count: number }>(entry: T): T[] => {
    const moved = shiftStretch(entry.start, entry.count, at, count);
    return moved ? [{ ...entry, start: moved.start, count: moved.length }] : [];
  };
  if (sheet.groups) {
    sheet.groups = sheet.groups.flatMap((group) =>
      group.dimension === dimension ? stretch(group) : [group],
    );
  }
  const kind = dimension === 'rows' ? 'ROW' : 'COLUMN';
  if (!state.metadata) return;
  state.metadata = state.metadata.flatMap((entry) => {
    const { location } = entry;
    if (location.kind !== kind || location.sheetId !== sheet.sheetId) return [entry];
    return stretch({ start: location.start ?? 0, count: location.count ?? 1 }).map((moved) => ({
      ...entry,
      location: { ...location, ...moved },
    }));
  });
}
