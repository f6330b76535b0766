import { rectToA1 } from '../../state/a1';
import { lastColumn, lastRow, valueAt } from '../../state/sheetCells';
import { covers } from '../../state/rect';
import { clip } from '../../state/sheetStyles';
import type { Rect, SheetState, SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError, Served } from '../served';
import { keyOf } from '../boundary';
import type { Tab } from './document';
import { mayEdit } from './document';
import type { Members } from './members';
import type { Sheet } from './sheet';
import { setView, viewOf } from './view';

export const OUTSIDE_SHEET = 'The coordinates of the range are outside the dimensions of the sheet.';

/** Which sides of the range the script's text bounded; `A:A` leaves the rows open. */
export interface Bounds {
  endRow: boolean;
  endColumn: boolean;
}

// prettier-ignore
type AreaMember =
  | 'activate' | 'activateAsCurrentCell' | 'canEdit' | 'getA1Notation' | 'getCell' | 'getColumn' | 'getDataRegion'
  | 'getGridId' | 'getHeight' | 'getLastColumn' | 'getLastRow' | 'getNextDataCell' | 'getNumColumns' | 'getNumRows'
  | 'getColumnIndex' | 'getRow' | 'getRowIndex' | 'getSheet' | 'getWidth' | 'isEndColumnBounded' | 'isEndRowBounded'
  | 'isStartColumnBounded' | 'isStartRowBounded' | 'offset';

/** Where a range lies and how to get from it to others. */
export abstract class RangeArea
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, AreaMember>
{
  readonly state: SpreadsheetState;
  readonly sheet: SheetState;
  constructor(
    runtime: Runtime,
    readonly tab: Tab,
    readonly rect: Rect,
    private readonly bounds: Bounds = { endRow: true, endColumn: true },
  ) {
    super(runtime);
    this.state = tab.state;
    this.sheet = tab.sheet;
  }

  /** Another range of the same tab. */
  protected abstract make(rect: Rect): this;
  abstract getSheet(): Sheet;

  activate(): this {
    const current = { ...this.rect, rows: 1, columns: 1 };
    setView(this.runtime, this.state, { sheetId: this.sheet.sheetId, rects: [this.rect], current });
    return this;
  }
  /** A selection that the cell is in stays, and its range becomes the active one (reference, setCurrentCell). */
  activateAsCurrentCell(): this {
    const { rect, runtime, state } = this;
    const { sheetId } = this.sheet;
    if (rect.rows * rect.columns !== 1) {
      throw new GoogleError('The current cell must be a range of a single cell.');
    }
    const view = viewOf(runtime, state);
    const around = view.sheetId === sheetId ? view.rects.find((area) => covers(area, rect)) : undefined;
    const rects = around ? [...view.rects.filter((area) => area !== around), around] : [rect];
    setView(runtime, state, { sheetId, rects, current: rect });
    return this;
  }
  canEdit(): boolean {
    return mayEdit(this.runtime, this.tab, this.rect);
  }
  getA1Notation(): string {
    const { row, column, rows, columns } = this.rect;
    if (!this.bounds.endRow && row === 0 && rows === this.sheet.rowCount) {
      return rectToA1({ row: 0, column, rows: 2, columns }).replace(/\d+/g, '');
    }
    if (!this.bounds.endColumn && column === 0 && columns === this.sheet.columnCount)
      return `${row + 1}:${row + rows}`;
    return rectToA1(this.rect);
  }

  /** `row` and `column` from 1 within the range. */
  getCell(row: number, column: number): this {
    if (row < 1 || column < 1 || row > this.rect.rows || column > this.rect.columns) {
      throw new GoogleError('Cell reference out of range');
    }
    return this.make({
      row: this.rect.row + row - 1,
      column: this.rect.column + column - 1,
      rows: 1,
      columns: 1,
    });
  }
  getColumn(): number {
    return this.rect.column + 1;
  }

  /** The block of filled cells that touches the range, grown in the wanted directions until nothing is beside it. */
  getDataRegion(dimension?: EnumValue): this {
    const wanted = dimension === undefined ? '' : keyOf(dimension);
    let area = { ...this.rect };
    for (;;) {
      const grown = this.grow(area, wanted !== 'COLUMNS', wanted !== 'ROWS');
      if (JSON.stringify(grown) === JSON.stringify(area)) return this.make(area);
      area = grown;
    }
  }
  private grow(area: Rect, rows: boolean, columns: boolean): Rect {
    const side = columns ? 1 : 0;
    const end = rows ? 1 : 0;
    const filled = (row: number, column: number, height: number, width: number): boolean => {
      const strip =
        row < 0 || column < 0 ? undefined : clip(this.sheet, { row, column, rows: height, columns: width });
      if (!strip) return false;
      for (let y = strip.row; y < strip.row + strip.rows; y++) {
        for (let x = strip.column; x < strip.column + strip.columns; x++) {
          if (valueAt(this.sheet, y, x) !== null) return true;
        }
      }
      return false;
    };
    const { row, column } = area;
    const left = Math.max(0, column - side);
    const top = Math.max(0, row - end);
    const width = column - left + area.columns + side;
    const height = row - top + area.rows + end;
    const grown = { ...area };
    if (rows && filled(row - 1, left, 1, width)) {
      grown.row--;
      grown.rows++;
    }
    if (rows && filled(row + area.rows, left, 1, width)) grown.rows++;
    if (columns && filled(top, column - 1, height, 1)) {
      grown.column--;
      grown.columns++;
    }
    if (columns && filled(top, column + area.columns, height, 1)) grown.columns++;
    return grown;
  }

  getGridId(): number {
    return this.sheet.sheetId;
  }
  getHeight(): number {
    return this.rect.rows;
  }
  getLastColumn(): number {
    return this.rect.column + this.rect.columns;
  }
  getLastRow(): number {
    return this.rect.row + this.rect.rows;
  }

  /** As Ctrl + arrow from the first cell: to the end of the filled or empty stretch. */
  getNextDataCell(direction: EnumValue): this {
    const key = keyOf(direction);
    const [down, right] = ({ UP: [-1, 0], DOWN: [1, 0], PREVIOUS: [0, -1], NEXT: [0, 1] } as const)[
      key as 'UP' | 'DOWN' | 'PREVIOUS' | 'NEXT'
    ] ?? [0, 0];
    const inside = (row: number, column: number): boolean =>
      row >= 0 && column >= 0 && row < this.sheet.rowCount && column < this.sheet.columnCount;
    const filled = (row: number, column: number): boolean => valueAt(this.sheet, row, column) !== null;
    let { row, column } = this.rect;
    const limit =
      down > 0
        ? Math.max(lastRow(this.sheet), row + 1)
        : right > 0
          ? Math.max(lastColumn(this.sheet), column + 1)
          : 0;
    if (inside(row + down, column + right)) {
      const along = filled(row, column) && filled(row + down, column + right);
      do {
        row += down;
        column += right;
        if ((down > 0 && row > limit) || (right > 0 && column > limit)) {
          return this.make({
            row: down > 0 ? this.sheet.rowCount - 1 : row,
            column: right > 0 ? this.sheet.columnCount - 1 : column,
            rows: 1,
            columns: 1,
          });
        }
      } while (
        inside(row + down, column + right) &&
        (along ? filled(row + down, column + right) : !filled(row, column))
      );
    }
    return this.make({ row, column, rows: 1, columns: 1 });
  }

  getNumColumns(): number {
    return this.rect.columns;
  }
  getNumRows(): number {
    return this.rect.rows;
  }
  getRow(): number {
    return this.rect.row + 1;
  }
  getColumnIndex(): number {
    return this.getColumn();
  }
  getRowIndex(): number {
    return this.rect.row + 1;
  }
  getWidth(): number {
    return this.rect.columns;
  }
  isEndColumnBounded(): boolean {
    return this.bounds.endColumn;
  }
  isEndRowBounded(): boolean {
    return this.bounds.endRow;
  }
  isStartColumnBounded(): boolean {
    return this.bounds.endColumn || this.rect.column > 0;
  }
  isStartRowBounded(): boolean {
    return this.bounds.endRow || this.rect.row > 0;
  }

  offset(rowOffset: number, columnOffset: number, numRows?: number, numColumns?: number): this {
    const area = {
      row: this.rect.row + rowOffset,
      column: this.rect.column + columnOffset,
      rows: numRows ?? this.rect.rows,
      columns: numColumns ?? this.rect.columns,
    };
    if (numRows !== undefined && numRows < 1) {
      throw new GoogleError('The number of rows in the range must be at least 1.');
    }
    if (numColumns !== undefined && numColumns < 1) {
      throw new GoogleError('The number of columns in the range must be at least 1.');
    }
    requireInside(this.sheet, area);
    return this.make(area);
  }
}

/** Throws Google's words for cells that the tab does not have (google.md section 1). */
export function requireInside(sheet: SheetState, area: Rect): void {
  if (
    area.row < 0 ||
    area.column < 0 ||
    area.row + area.rows > sheet.rowCount ||
    area.column + area.columns > sheet.columnCount
  ) {
    throw new GoogleError(OUTSIDE_SHEET);
  }
}
