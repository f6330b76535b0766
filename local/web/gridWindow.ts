import { lastColumn, lastRow } from '../state/sheetCells';
import type { Rect, SheetState } from '../state/spreadsheet';

/** Rows that one page of the grid shows, the frozen ones not counted. */
export const ROWS_A_PAGE = 200;
const MOST_COLUMNS = 120;
/** Empty rows and columns that stand after the content, to be written in. */
const SPARE_ROWS = 15;
const SPARE_COLUMNS = 2;
const FEWEST_ROWS = 30;
const FEWEST_COLUMNS = 8;

/** Which part of a tab a page shows; everything counted from 0, hidden rows and columns left out. */
export interface GridWindow {
  frozenRows: number[];
  rows: number[];
  columns: number[];
  frozenColumns: number;
  /** First row of the page and the row after the last one that any page shows. */
  from: number;
  end: number;
  previous: number | undefined;
  next: number | undefined;
  /** Columns of the tab that the page leaves out. */
  columnsLeftOut: number;
}

function sequence(from: number, to: number, hidden: ReadonlySet<number>): number[] {
  const places: number[] = [];
  for (let place = from; place < to; place++) if (!hidden.has(place)) places.push(place);
  return places;
}

/** The page that begins at row `from` (from 0); frozen rows stand on top of every page. */
export function gridWindow(sheet: SheetState, wanted: number): GridWindow {
  const hiddenRows = new Set(sheet.hiddenRows);
  const hiddenColumns = new Set(sheet.hiddenColumns);
  const usedRows = Math.max(lastRow(sheet), sheet.frozenRows);
  const usedColumns = Math.max(lastColumn(sheet), sheet.frozenColumns);
  const end = Math.min(sheet.rowCount, Math.max(usedRows + SPARE_ROWS, FEWEST_ROWS));
  const endColumn = Math.min(
    sheet.columnCount,
    Math.max(usedColumns + SPARE_COLUMNS, FEWEST_COLUMNS),
    MOST_COLUMNS,
  );
  const first = sheet.frozenRows;
  const page = Math.max(0, Math.floor((Math.max(wanted, first) - first) / ROWS_A_PAGE));
  const from = Math.min(first + page * ROWS_A_PAGE, first + Math.max(0, end - 1 - first));
  const to = Math.min(end, from + ROWS_A_PAGE);
  return {
    frozenRows: sequence(0, first, hiddenRows),
    rows: sequence(from, to, hiddenRows),
    columns: sequence(0, endColumn, hiddenColumns),
    frozenColumns: sheet.frozenColumns,
    from,
    end,
    previous: from > first ? Math.max(first, from - ROWS_A_PAGE) : undefined,
    next: to < end ? to : undefined,
    columnsLeftOut: Math.max(0, Math.max(usedColumns, endColumn) - endColumn),
  };
}

/** Merged cells as the page needs them: how far the first cell reaches, and which cells it covers. */
export interface Spans {
  spanAt(row: number, column: number): { rows: number; columns: number } | undefined;
  covered(row: number, column: number): boolean;
}

/** Merges cut to what one block of rows shows, hidden rows and columns not counted. */
export function spansIn(merges: readonly Rect[], rows: readonly number[], columns: readonly number[]): Spans {
  const starts = new Map<string, { rows: number; columns: number }>();
  const hidden = new Set<string>();
  for (const area of merges) {
    const inRows = rows.filter((row) => row >= area.row && row < area.row + area.rows);
    const inColumns = columns.filter(
      (column) => column >= area.column && column < area.column + area.columns,
    );
    const [top] = inRows;
    const [left] = inColumns;
    if (top === undefined || left === undefined) continue;
    starts.set(`${top},${left}`, { rows: inRows.length, columns: inColumns.length });
    for (const row of inRows) {
      for (const column of inColumns) if (row !== top || column !== left) hidden.add(`${row},${column}`);
    }
  }
  return {
    spanAt: (row, column) => starts.get(`${row},${column}`),
    covered: (row, column) => hidden.has(`${row},${column}`),
  };
}
