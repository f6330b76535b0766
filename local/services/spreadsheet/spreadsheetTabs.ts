import { newSheet } from '../../state/sheetCells';
import type { SheetState } from '../../state/spreadsheet';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import { requireEdit, requireRoom, touchTab, visibleSheets } from './document';
import type { Members } from './members';
import { NamedRange, namedRange, removeNamedRange, setNamedRange } from './namedRange';
import type { Protection } from './protection';
import { protectionsOf } from './protection';
import type { Range } from './range';
import type { RangeList } from './rangeList';
import type { Selection } from './selection';
import { copyOfSheet, Sheet } from './sheet';
import { copyName, newSheetId, nextSheetName, requireFreeName } from './sheetNames';
import { SpreadsheetFile } from './spreadsheetFile';
import { TextFinder } from './textFinder';
import { activeSheet, lastViewOf, setView } from './view';

// prettier-ignore
type TabMember =
  | 'createTextFinder' | 'deleteActiveSheet' | 'deleteSheet' | 'duplicateActiveSheet' | 'getActiveCell'
  | 'getActiveRange' | 'getActiveRangeList' | 'getActiveSheet' | 'getCurrentCell' | 'getFormUrl' | 'getNamedRanges'
  | 'getNumSheets' | 'getProtections' | 'getRangeByName' | 'getSelection' | 'getSheetById' | 'getSheetByName'
  | 'getSheets' | 'insertSheet' | 'moveActiveSheet' | 'removeNamedRange' | 'renameActiveSheet' | 'setActiveRange'
  | 'setActiveRangeList' | 'setActiveSelection' | 'setActiveSheet' | 'setCurrentCell' | 'setNamedRange';

interface InsertOptions {
  template?: Sheet;
}

/** The tabs of a spreadsheet and what is active among them. */
export abstract class SpreadsheetTabs
  extends SpreadsheetFile
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Spreadsheet>, TabMember>
{
  protected tab(sheet: SheetState): Sheet {
    return new Sheet(this.runtime, { state: this.state, sheet });
  }

  getSheets(): Sheet[] {
    return visibleSheets(this.runtime, this.state).map((sheet) => this.tab(sheet));
  }
  getNumSheets(): number {
    return visibleSheets(this.runtime, this.state).length;
  }
  getSheetByName(name: string): Sheet | null {
    const sheet = visibleSheets(this.runtime, this.state).find((candidate) => candidate.name === name);
    return sheet ? this.tab(sheet) : null;
  }
  getSheetById(id: number): Sheet | null {
    const sheet = visibleSheets(this.runtime, this.state).find((candidate) => candidate.sheetId === id);
    return sheet ? this.tab(sheet) : null;
  }
  /** Of the first linked tab: meaningless with several forms (google.md section 2). */
  getFormUrl(): string | null {
    const linked = visibleSheets(this.runtime, this.state).find((sheet) => sheet.formId !== undefined);
    return linked ? this.tab(linked).getFormUrl() : null;
  }

  /** `(name?, index?, {template}?)` in any of Google's combinations; the new tab becomes active. */
  insertSheet(...args: (string | number | InsertOptions)[]): Sheet {
    const name = args.find((arg): arg is string => typeof arg === 'string');
    const index = args.find((arg): arg is number => typeof arg === 'number');
    const template = args.find((arg): arg is InsertOptions => typeof arg === 'object')?.template;
    if (name !== undefined) requireFreeName(this.state, name);
    const title = name ?? nextSheetName(this.runtime, this.state);
    const id = newSheetId(this.runtime, this.state);
    const sheet = template ? copyOfSheet(template.sheet, id, title) : newSheet(id, title);
    requireRoom(this.state, sheet.rowCount * sheet.columnCount);
    const active = this.state.sheets.indexOf(activeSheet(this.runtime, this.state));
    this.change(() => this.state.sheets.splice(index ?? active + 1, 0, sheet));
    touchTab(this.runtime, { state: this.state, sheet }, sheet.rows.length);
    return this.setActiveSheet(this.tab(sheet));
  }

  deleteSheet(sheet: Sheet): void {
    const { rowCount, columnCount } = sheet.sheet;
    requireEdit(this.runtime, sheet.tab, { row: 0, column: 0, rows: rowCount, columns: columnCount });
    if (sheet.sheet.formId !== undefined) {
      throw new GoogleError('You cannot delete a sheet with a linked form. Please unlink the form first.');
    }
    const others = visibleSheets(this.runtime, this.state).filter(
      (other) => other !== sheet.sheet && !other.hidden,
    );
    if (others.length === 0) throw new GoogleError("You can't remove all the visible sheets in a document.");
    const length = sheet.sheet.rows.length;
    this.change(() => {
      this.state.sheets = this.state.sheets.filter((other) => other !== sheet.sheet);
      this.state.namedRanges = this.state.namedRanges.filter((entry) => entry.sheetId !== sheet.getSheetId());
    });
    touchTab(this.runtime, sheet.tab, length);
  }
  deleteActiveSheet(): Sheet {
    this.deleteSheet(this.getActiveSheet());
    return this.getActiveSheet();
  }
  duplicateActiveSheet(): Sheet {
    const source = this.getActiveSheet();
    const name = copyName(this.runtime, this.state, source.getName());
    const sheet = copyOfSheet(source.sheet, newSheetId(this.runtime, this.state), name);
    requireRoom(this.state, sheet.rowCount * sheet.columnCount);
    this.change(() => this.state.sheets.splice(this.state.sheets.indexOf(source.sheet) + 1, 0, sheet));
    touchTab(this.runtime, { state: this.state, sheet }, sheet.rows.length);
    return this.setActiveSheet(this.tab(sheet));
  }
  /** Places count from 1. */
  moveActiveSheet(pos: number): void {
    const { sheet } = this.getActiveSheet();
    if (pos < 1 || pos > this.getNumSheets()) throw new GoogleError('Index out of bounds.');
    this.change(() => {
      this.state.sheets = this.state.sheets.filter((other) => other !== sheet);
      this.state.sheets.splice(pos - 1, 0, sheet);
    });
  }
  renameActiveSheet(newName: string): void {
    this.getActiveSheet().setName(newName);
  }

  getActiveSheet(): Sheet {
    return this.tab(activeSheet(this.runtime, this.state));
  }
  setActiveSheet(sheet: Sheet, restoreSelection = false): Sheet {
    const cell = { row: 0, column: 0, rows: 1, columns: 1 };
    const sheetId = sheet.getSheetId();
    const fresh = { sheetId, rects: [cell], current: cell };
    const view = restoreSelection ? lastViewOf(this.runtime, this.state, sheetId) : fresh;
    setView(this.runtime, this.state, view);
    return sheet;
  }
  getActiveCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }
  getCurrentCell(): Range {
    return this.getActiveSheet().getCurrentCell();
  }
  getActiveRange(): Range {
    return this.getActiveSheet().getActiveRange();
  }
  getActiveRangeList(): RangeList {
    return this.getActiveSheet().getActiveRangeList();
  }
  getSelection(): Selection {
    return this.getActiveSheet().getSelection();
  }
  setActiveRange(range: Range): Range {
    return range.activate();
  }
  setActiveRangeList(rangeList: RangeList): RangeList {
    return rangeList.activate();
  }
  setActiveSelection(range: Range | string): Range {
    return this.getActiveSheet().setActiveSelection(range);
  }
  setCurrentCell(cell: Range): Range {
    return cell.activateAsCurrentCell();
  }

  getNamedRanges(): NamedRange[] {
    return this.state.namedRanges.map((entry) => new NamedRange(this.runtime, this.state, entry.name));
  }
  getRangeByName(name: string): Range | null {
    return namedRange(this.runtime, this.state, name) ?? null;
  }
  setNamedRange(name: string, range: Range): void {
    setNamedRange(this.runtime, this.state, name, range);
  }
  removeNamedRange(name: string): void {
    removeNamedRange(this.runtime, this.state, name);
  }
  getProtections(type: EnumValue): Protection[] {
    return visibleSheets(this.runtime, this.state).flatMap((sheet) =>
      protectionsOf(this.runtime, { state: this.state, sheet }, type),
    );
  }
  createTextFinder(findText: string): TextFinder {
    const areas = visibleSheets(this.runtime, this.state).map((sheet) => ({
      tab: { state: this.state, sheet },
      rect: { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount },
    }));
    return new TextFinder(this.runtime, areas, findText);
  }
}
