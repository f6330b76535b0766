import { lastRow } from '../../state/sheetCells';
import type { Rect, SheetState } from '../../state/spreadsheet';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import { bandingsOf, type Banding } from './banding';
import { chartsOf, insertChart, newChart, removeChart, updateChart } from './charts';
import type { EmbeddedChart, EmbeddedChartBuilder } from './charts';
import { cssColor } from './colors';
import { ConditionalFormatRule } from './conditionalFormat';
import type { DeveloperMetadata } from './developerMetadata';
import { addMetadata, DeveloperMetadataFinder, metadataAt } from './developerMetadata';
import { requireEdit, requireRoom, requireWrite, touchHead, touchTab } from './document';
import { Filter } from './filter';
import { expandUpTo } from './group';
import { growTo } from './lines';
import type { Members } from './members';
import { imagesOf, insertImage, type OverGridImage } from './overGridImage';
import type { Protection } from './protection';
import { protectionsOf, protectSheet } from './protection';
import { SheetLines } from './sheetLines';
import { copyName, newSheetId, requireFreeName } from './sheetNames';
import type { Spreadsheet } from './spreadsheet';
import { visibleSheets } from './document';
import { writeMatrix } from './writeCells';

// prettier-ignore
type SheetMember =
  | 'expandColumnGroupsUpToDepth' | 'expandRowGroupsUpToDepth' | 'getBandings' | 'getColumnGroupControlPosition'
  | 'getImages' | 'getRowGroupControlPosition' | 'insertImage' | 'setColumnGroupControlPosition'
  | 'setRowGroupControlPosition' | 'addDeveloperMetadata' | 'appendRow' | 'clear' | 'clearConditionalFormatRules' | 'clearContents' | 'clearFormats'
  | 'clearNotes' | 'copyTo' | 'createDeveloperMetadataFinder' | 'getCharts' | 'getConditionalFormatRules'
  | 'getDeveloperMetadata' | 'getFilter' | 'getFormUrl' | 'getProtections' | 'getTabColor' | 'getType'
  | 'hasHiddenGridlines' | 'hideSheet' | 'insertChart' | 'isRightToLeft' | 'isSheetHidden' | 'newChart' | 'protect'
  | 'removeChart' | 'setConditionalFormatRules' | 'setHiddenGridlines' | 'setName' | 'setRightToLeft' | 'setTabColor'
  | 'showSheet' | 'sort' | 'updateChart';

/** One tab of a spreadsheet. */
export class Sheet
  extends SheetLines
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Sheet>, SheetMember>
{
  static override readonly gas = 'Spreadsheet.Sheet';

  private whole(): Rect {
    return { row: 0, column: 0, rows: this.sheet.rowCount, columns: this.sheet.columnCount };
  }

  /** Below the last row with content; the tab grows where it is full (google.md section 4). */
  appendRow(rowContents: unknown[]): this {
    const area = { row: lastRow(this.sheet), column: 0, rows: 1, columns: Math.max(1, rowContents.length) };
    requireEdit(this.runtime, this.tab, area);
    growTo(this.runtime, this.tab, area);
    writeMatrix(this.runtime, this.tab, area, [rowContents.length > 0 ? rowContents : ['']]);
    return this;
  }

  clear(options: { formatOnly?: boolean; contentsOnly?: boolean } = {}): this {
    this.range(this.whole()).clear(options);
    if (!options.contentsOnly && !options.formatOnly) this.clearConditionalFormatRules();
    return this;
  }
  clearContents(): this {
    this.range(this.whole()).clearContent();
    return this;
  }
  clearFormats(): this {
    this.range(this.whole()).clearFormat();
    this.clearConditionalFormatRules();
    return this;
  }
  clearNotes(): this {
    requireEdit(this.runtime, this.tab, this.whole());
    for (const row of this.sheet.rows) if (row) delete row.notes;
    touchTab(this.runtime, this.tab, this.sheet.rows.length);
    return this;
  }

  setName(name: string): this {
    requireFreeName(this.state, name, this.sheet.sheetId);
    return this.change(() => (this.sheet.name = name));
  }
  isSheetHidden(): boolean {
    return this.sheet.hidden;
  }
  hideSheet(): this {
    const shown = visibleSheets(this.runtime, this.state).filter((sheet) => !sheet.hidden);
    if (shown.length === 1 && shown[0] === this.sheet) {
      throw new GoogleError("You can't hide all the sheets in a document.");
    }
    return this.change(() => (this.sheet.hidden = true));
  }
  showSheet(): this {
    return this.change(() => (this.sheet.hidden = false));
  }
  getTabColor(): string | null {
    return this.sheet.tabColor ?? null;
  }
  setTabColor(color: string | null): this {
    const hex = color === null ? undefined : cssColor(color);
    return this.change(() => {
      if (hex === undefined) delete this.sheet.tabColor;
      else this.sheet.tabColor = hex;
    });
  }
  getType(): EnumValue {
    return this.sheetEnum('SheetType', 'GRID');
  }
  isRightToLeft(): boolean {
    return this.sheet.rightToLeft ?? false;
  }
  setRightToLeft(rightToLeft: boolean): this {
    return this.change(() => (this.sheet.rightToLeft = rightToLeft));
  }
  hasHiddenGridlines(): boolean {
    return this.sheet.hiddenGridlines ?? false;
  }
  setHiddenGridlines(hideGridlines: boolean): this {
    return this.change(() => (this.sheet.hiddenGridlines = hideGridlines));
  }
  /** Of a tab that takes a form's answers; null otherwise. */
  getFormUrl(): string | null {
    const { formId } = this.sheet;
    return formId === undefined ? null : `https://docs.google.com/forms/d/${formId}/viewform`;
  }

  /** All rows below the frozen ones. */
  sort(columnPosition: number, ascending = true): this {
    const { rowCount, frozenRows } = this.sheet;
    this.range({ ...this.whole(), row: frozenRows, rows: rowCount - frozenRows }).sort({
      column: columnPosition,
      ascending,
    });
    return this;
  }

  protect(): Protection {
    return protectSheet(this.runtime, this.tab);
  }
  getProtections(type: EnumValue): Protection[] {
    return protectionsOf(this.runtime, this.tab, type);
  }
  getFilter(): Filter | null {
    return this.sheet.filter ? new Filter(this.runtime, this.tab) : null;
  }
  getConditionalFormatRules(): ConditionalFormatRule[] {
    return this.sheet.conditionalFormats.map((stored) =>
      ConditionalFormatRule.of(this.runtime, this.tab, stored),
    );
  }
  /** Replaces all rules of the tab (google.md section 4). */
  setConditionalFormatRules(rules: ConditionalFormatRule[]): void {
    const stored = rules.map((rule) => rule.stored(this.tab));
    this.change(() => (this.sheet.conditionalFormats = stored));
  }
  clearConditionalFormatRules(): void {
    this.change(() => (this.sheet.conditionalFormats = []));
  }

  /** A copy of the tab in that spreadsheet, named `Copy of …`, last among its tabs. */
  copyTo(spreadsheet: Spreadsheet): Sheet {
    requireWrite(this.runtime, spreadsheet.state);
    requireRoom(spreadsheet.state, this.sheet.rowCount * this.sheet.columnCount);
    const name = copyName(this.runtime, spreadsheet.state, this.sheet.name);
    const sheet = copyOfSheet(this.sheet, newSheetId(this.runtime, spreadsheet.state), name);
    spreadsheet.state.sheets.push(sheet);
    const tab = { state: spreadsheet.state, sheet };
    touchHead(this.runtime, spreadsheet.state);
    touchTab(this.runtime, tab, sheet.rows.length);
    return new Sheet(this.runtime, tab);
  }

  getBandings(): Banding[] {
    return bandingsOf(this.runtime, this.tab);
  }
  expandRowGroupsUpToDepth(groupDepth: number): this {
    expandUpTo(this.runtime, this.tab, 'rows', groupDepth);
    return this;
  }
  expandColumnGroupsUpToDepth(groupDepth: number): this {
    expandUpTo(this.runtime, this.tab, 'columns', groupDepth);
    return this;
  }
  getRowGroupControlPosition(): EnumValue {
    return this.sheetEnum('GroupControlTogglePosition', this.sheet.groupControls?.rows ?? 'AFTER');
  }
  setRowGroupControlPosition(position: EnumValue): this {
    return this.change(() => ((this.sheet.groupControls ??= {}).rows = position.key));
  }
  getColumnGroupControlPosition(): EnumValue {
    return this.sheetEnum('GroupControlTogglePosition', this.sheet.groupControls?.columns ?? 'AFTER');
  }
  setColumnGroupControlPosition(position: EnumValue): this {
    return this.change(() => ((this.sheet.groupControls ??= {}).columns = position.key));
  }
  getImages(): OverGridImage[] {
    return imagesOf(this.runtime, this.tab);
  }
  insertImage(source: unknown, column: number, row: number, offsetX = 0, offsetY = 0): OverGridImage {
    return insertImage(this.runtime, this.tab, source, column, row, offsetX, offsetY);
  }

  newChart(): EmbeddedChartBuilder {
    return newChart(this.runtime, this.tab);
  }
  getCharts(): EmbeddedChart[] {
    return chartsOf(this.runtime, this.tab);
  }
  insertChart(chart: EmbeddedChart): void {
    insertChart(this.runtime, this.tab, chart);
  }
  updateChart(chart: EmbeddedChart): void {
    updateChart(this.runtime, this.tab, chart);
  }
  removeChart(chart: EmbeddedChart): void {
    removeChart(this.runtime, this.tab, chart);
  }

  addDeveloperMetadata(key: string, ...more: (string | EnumValue)[]): this {
    addMetadata(this.runtime, this.state, { kind: 'SHEET', sheetId: this.sheet.sheetId }, key, more);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.runtime, this.state, { kind: 'SHEET', sheetId: this.sheet.sheetId });
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.runtime, this.state, {
      kind: 'SHEET',
      sheetId: this.sheet.sheetId,
    });
  }
}

/** A tab's content under another id and name; a link to a form and protections stay behind. */
export function copyOfSheet(source: SheetState, sheetId: number, name: string): SheetState {
  const { formId: _form, visibleFrom: _from, ...rest } = source;
  const copy = JSON.parse(JSON.stringify(rest)) as SheetState;
  return { ...copy, sheetId, name, protections: [] };
}
