import { parseA1 } from '../../state/a1';
import { lastColumn, lastRow } from '../../state/sheetCells';
import type { Rect, SheetState, SpreadsheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Tab } from './document';
import { visibleSheets } from './document';
import type { Members } from './members';
import { NamedRange, namedRange } from './namedRange';
import { Range, rangeByNumbers } from './range';
import { requireInside } from './rangeArea';
import { RangeList } from './rangeList';
import { Selection } from './selection';
import { Spreadsheet } from './spreadsheet';
import { TextFinder } from './textFinder';
import { setView, viewOf } from './view';

// prettier-ignore
type AreaMember =
  | 'activate' | 'createTextFinder' | 'getActiveCell' | 'getActiveRange' | 'getActiveRangeList' | 'getCurrentCell'
  | 'getDataRange' | 'getIndex' | 'getLastColumn' | 'getLastRow' | 'getMaxColumns' | 'getMaxRows' | 'getName'
  | 'getNamedRanges' | 'getParent' | 'getRange' | 'getRangeList' | 'getSelection' | 'getSheetId' | 'getSheetName'
  | 'getSheetValues' | 'setActiveRange' | 'setActiveRangeList' | 'setActiveSelection' | 'setCurrentCell';

const FIRST_CELL: Rect = { row: 0, column: 0, rows: 1, columns: 1 };

/** Ranges of a tab, its size, and what is active in it. */
export abstract class SheetArea
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Sheet>, AreaMember>
{
  readonly state: SpreadsheetState;
  readonly sheet: SheetState;
  constructor(
    runtime: Runtime,
    readonly tab: Tab,
  ) {
    super(runtime);
    this.state = tab.state;
    this.sheet = tab.sheet;
  }

  protected range(area: Rect): Range {
    return new Range(this.runtime, this.tab, area);
  }

  getSheetId(): number {
    return this.sheet.sheetId;
  }
  getName(): string {
    return this.sheet.name;
  }
  getSheetName(): string {
    return this.sheet.name;
  }
  /** Place among the tabs, from 1. */
  getIndex(): number {
    return visibleSheets(this.runtime, this.state).indexOf(this.sheet) + 1;
  }
  getParent(): Spreadsheet {
    return new Spreadsheet(this.runtime, this.state);
  }

  /** `(row, column, numRows, numColumns)` from 1, or A1 notation, or the name of a range. */
  getRange(first: number | string, column?: number, numRows?: number, numColumns?: number): Range {
    if (typeof first === 'string') return rangeByText(this.runtime, this.tab, first);
    return rangeByNumbers(this.runtime, this.tab, first, column ?? NaN, numRows ?? 1, numColumns ?? 1);
  }
  getRangeList(a1Notations: string[]): RangeList {
    return new RangeList(
      this.runtime,
      a1Notations.map((text) => rangeByText(this.runtime, this.tab, text)),
    );
  }
  getSheetValues(startRow: number, startColumn: number, numRows: number, numColumns: number): unknown[][] {
    const below = this.sheet.rowCount - startRow + 1;
    const right = this.sheet.columnCount - startColumn + 1;
    // Ends with the tab: Google's sample offsite-activity-signup asks a linked tab for as many columns as it has rows.
    const rows = numRows === -1 ? below : Math.min(numRows, below);
    const columns = numColumns === -1 ? right : Math.min(numColumns, right);
    return rangeByNumbers(this.runtime, this.tab, startRow, startColumn, rows, columns).getValues();
  }
  /** From A1 to the last content; A1 in an empty tab. */
  getDataRange(): Range {
    return this.range({
      row: 0,
      column: 0,
      rows: Math.max(1, this.getLastRow()),
      columns: Math.max(1, this.getLastColumn()),
    });
  }
  getLastRow(): number {
    return lastRow(this.sheet);
  }
  getLastColumn(): number {
    return lastColumn(this.sheet);
  }
  getMaxRows(): number {
    return this.sheet.rowCount;
  }
  getMaxColumns(): number {
    return this.sheet.columnCount;
  }
  getNamedRanges(): NamedRange[] {
    return this.state.namedRanges
      .filter((entry) => entry.sheetId === this.sheet.sheetId)
      .map((entry) => new NamedRange(this.runtime, this.state, entry.name));
  }
  createTextFinder(findText: string): TextFinder {
    const { rowCount, columnCount } = this.sheet;
    const whole = { row: 0, column: 0, rows: rowCount, columns: columnCount };
    return new TextFinder(this.runtime, [{ tab: this.tab, rect: whole }], findText);
  }

  activate(): this {
    const view = viewOf(this.runtime, this.state);
    const rects = view.sheetId === this.sheet.sheetId ? view.rects : [FIRST_CELL];
    const current = view.sheetId === this.sheet.sheetId ? view.current : FIRST_CELL;
    setView(this.runtime, this.state, { sheetId: this.sheet.sheetId, rects, current });
    return this;
  }
  private activeRects(): Rect[] {
    const view = viewOf(this.runtime, this.state);
    return view.sheetId === this.sheet.sheetId ? view.rects : [FIRST_CELL];
  }
  getActiveCell(): Range {
    return this.getCurrentCell();
  }
  getCurrentCell(): Range {
    const view = viewOf(this.runtime, this.state);
    return this.range(view.sheetId === this.sheet.sheetId ? view.current : FIRST_CELL);
  }
  getActiveRange(): Range {
    return this.range(this.activeRects().at(-1) ?? FIRST_CELL);
  }
  getActiveRangeList(): RangeList {
    return new RangeList(
      this.runtime,
      this.activeRects().map((area) => this.range(area)),
    );
  }
  getSelection(): Selection {
    return new Selection(this.runtime, this.state);
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return (typeof range === 'string' ? this.getRange(range) : range).activate();
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }
}

/**
 * A1 notation or the name of a range, of this tab unless the text names another. `Range not found` for no notation,
 * Google's words for cells outside of the tab.
 */
export function rangeByText(runtime: Runtime, tab: Tab, text: string): Range {
  const bang = text.lastIndexOf('!');
  const named = bang < 0 ? namedRange(runtime, tab.state, text) : undefined;
  if (named) return named;
  const { sheetName } = parseA1(text, tab.sheet) ?? {};
  const sheet =
    sheetName === undefined
      ? tab.sheet
      : visibleSheets(runtime, tab.state).find((one) => one.name === sheetName);
  const address = sheet && parseA1(text, sheet);
  if (!sheet || !address) throw new GoogleError('Range not found');
  requireInside(sheet, address.rect);
  return new Range(runtime, { state: tab.state, sheet }, address.rect, {
    endRow: address.endRowBounded,
    endColumn: address.endColumnBounded,
  });
}
