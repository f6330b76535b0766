import { covers } from '../../state/rect';
import { lastRow } from '../../state/sheetCells';
import type { CellValue, Rect } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import { DataTable, tableOfCells } from '../charts/dataTable';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import type { CopyPart } from './copyCells';
import { putCell, takeCells } from './copyCells';
import type { DeveloperMetadata } from './developerMetadata';
import { addMetadata, DeveloperMetadataFinder, lineLocation, metadataAt } from './developerMetadata';
import type { Tab } from './document';
import { requireEdit, touchRows, touchSheet } from './document';
import { applyBanding, bandingsOf, type Banding } from './banding';
import { createFilter, Filter } from './filter';
import { foldGroups, shiftGroups } from './group';
import type { Members } from './members';
import { requireInside } from './rangeArea';
import { RangeCopy } from './rangeCopy';
import { Sheet } from './sheet';
import type { SortKey } from './sortCells';
import { sortCells } from './sortCells';
import { growTo } from './lines';

// prettier-ignore
type RangeMember =
  | 'getDataTable' | 'addDeveloperMetadata' | 'applyColumnBanding' | 'applyRowBanding' | 'collapseGroups' | 'expandGroups' | 'getBandings'
  | 'createDeveloperMetadataFinder' | 'createFilter' | 'getDeveloperMetadata' | 'getFilter'
  | 'getSheet' | 'randomize' | 'removeDuplicates' | 'shiftColumnGroupDepth' | 'shiftRowGroupDepth' | 'sort'
  | 'splitTextToColumns' | 'trimWhitespace';

const EVERYTHING: CopyPart[] = ['content', 'format', 'borders', 'validation', 'note'];

/** A rectangle of cells in a tab, as Google's reference for Class Range describes it. */
export class Range
  extends RangeCopy
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, RangeMember>
{
  static override readonly gas = 'Spreadsheet.Range';

  protected override make(rect: Rect): this {
    return new Range(this.runtime, this.tab, rect) as this;
  }
  getSheet(): Sheet {
    return new Sheet(this.runtime, this.tab);
  }

  /** A column number of the tab, or `{column, ascending}`, or a list of these. */
  sort(sortSpecObj: unknown): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const list: unknown[] = Array.isArray(sortSpecObj) ? sortSpecObj : [sortSpecObj];
    const keys = list.map((spec) => this.sortKey(spec));
    const rows = Math.min(this.rect.rows, Math.max(0, lastRow(this.sheet) - this.rect.row));
    if (rows > 1) {
      sortCells(this.sheet, { ...this.rect, rows }, keys);
      touchRows(this.runtime, this.tab, this.rect.row, rows);
      touchSheet(this.runtime, this.tab);
    }
    return this;
  }
  private sortKey(spec: unknown): SortKey {
    const given =
      typeof spec === 'object' && spec !== null
        ? (spec as { column?: unknown; ascending?: unknown })
        : { column: spec };
    const column = Number(given.column) - 1;
    if (!(column >= this.rect.column && column < this.rect.column + this.rect.columns)) {
      throw new GoogleError('Sort column is outside of the range.');
    }
    return { column, ascending: given.ascending !== false };
  }
  randomize(): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const lines = takeCells(this.sheet, this.rect);
    for (let place = lines.length - 1; place > 0; place--) {
      const other = Math.floor(this.runtime.random() * (place + 1));
      const [a, b] = [lines[place], lines[other]];
      if (a && b) [lines[place], lines[other]] = [b, a];
    }
    this.putLines(lines);
    return this;
  }
  private putLines(lines: ReturnType<typeof takeCells>): void {
    lines.forEach((line, down) =>
      line.forEach((cell, right) =>
        putCell(this.sheet, this.rect.row + down, this.rect.column + right, cell, new Set(EVERYTHING), {
          rows: 0,
          columns: 0,
        }),
      ),
    );
    touchRows(this.runtime, this.tab, this.rect.row, this.rect.rows);
    touchSheet(this.runtime, this.tab);
  }

  /** Gives the range of the rows that stay; the freed cells below them are empty. */
  removeDuplicates(columnsToCompare?: number[]): Range {
    requireEdit(this.runtime, this.tab, this.rect);
    const lines = takeCells(this.sheet, this.rect);
    const compared = columnsToCompare?.map((column) => column - 1 - this.rect.column);
    const seen = new Set<string>();
    const kept = lines.filter((line) => {
      const values: CellValue[] = line.map((cell) =>
        typeof cell.value === 'string' ? cell.value.toLowerCase() : cell.value,
      );
      const key = JSON.stringify(compared ? compared.map((place) => values[place]) : values);
      if (seen.has(key)) return false;
      seen.add(key);
      return true;
    });
    const empty = lines.slice(kept.length).map((line) => line.map(() => ({ value: null, style: {} })));
    this.putLines([...kept, ...empty]);
    return this.make({ ...this.rect, rows: kept.length });
  }

  trimWhitespace(): this {
    const { row, column } = this.rect;
    takeCells(this.sheet, this.rect).forEach((line, down) =>
      line.forEach((cell, right) => {
        if (typeof cell.value !== 'string' || cell.formula !== undefined) return;
        const text = cell.value.trim().replace(/\s+/g, ' ');
        if (text === cell.value) return;
        new Range(this.runtime, this.tab, {
          row: row + down,
          column: column + right,
          rows: 1,
          columns: 1,
        }).setValue(`'${text}`);
      }),
    );
    return this;
  }
  splitTextToColumns(delimiter?: string | EnumValue): void {
    const named: Record<string, string> = { COMMA: ',', SEMICOLON: ';', PERIOD: '.', SPACE: ' ' };
    const sign = typeof delimiter === 'string' ? delimiter : named[keyOf(delimiter)];
    this.getDisplayValues().forEach(([text = ''], down) => {
      const found = sign ?? [',', ';', '.', ' '].find((candidate) => text.includes(candidate));
      const parts = found ? text.split(found) : [text];
      const area = { row: this.rect.row + down, column: this.rect.column, rows: 1, columns: parts.length };
      growTo(this.runtime, this.tab, area);
      new Range(this.runtime, this.tab, area).setValues([parts.map((part) => part.trim())]);
    });
  }

  createFilter(): Filter {
    return createFilter(this.runtime, this.tab, this.rect);
  }
  getFilter(): Filter | null {
    const { filter } = this.sheet;
    return filter && covers(filter.rect, this.rect) ? new Filter(this.runtime, this.tab) : null;
  }
  addDeveloperMetadata(key: string, ...more: (string | EnumValue)[]): this {
    addMetadata(this.runtime, this.state, lineLocation(this), key, more);
    return this;
  }
  getDeveloperMetadata(): DeveloperMetadata[] {
    return metadataAt(this.runtime, this.state, lineLocation(this));
  }
  createDeveloperMetadataFinder(): DeveloperMetadataFinder {
    return new DeveloperMetadataFinder(this.runtime, this.state, lineLocation(this));
  }
  applyRowBanding(theme?: EnumValue, showHeader = true, showFooter = false): Banding {
    return applyBanding(this.runtime, this, 'rows', theme, showHeader, showFooter);
  }
  applyColumnBanding(theme?: EnumValue, showHeader = true, showFooter = false): Banding {
    return applyBanding(this.runtime, this, 'columns', theme, showHeader, showFooter);
  }
  /** What the range holds, for charts. */
  getDataTable(firstRowIsHeader = false): DataTable {
    return new DataTable(this.runtime, tableOfCells(this.getValues(), firstRowIsHeader));
  }
  getBandings(): Banding[] {
    return bandingsOf(this.runtime, this.tab, this.rect);
  }
  collapseGroups(): this {
    foldGroups(this.runtime, this.tab, this.rect, true);
    return this;
  }
  expandGroups(): this {
    foldGroups(this.runtime, this.tab, this.rect, false);
    return this;
  }
  shiftRowGroupDepth(delta: number): this {
    shiftGroups(this.runtime, this.tab, 'rows', this.rect.row, this.rect.rows, delta);
    return this;
  }
  shiftColumnGroupDepth(delta: number): this {
    shiftGroups(this.runtime, this.tab, 'columns', this.rect.column, this.rect.columns, delta);
    return this;
  }
}

/** A range by numbers from 1, checked in Google's words. */
export function rangeByNumbers(
  runtime: Runtime,
  tab: Tab,
  row: number,
  column: number,
  rows: number,
  columns: number,
): Range {
  if (row < 1) throw new GoogleError('The starting row of the range is too small.');
  if (column < 1) throw new GoogleError('The starting column of the range is too small.');
  if (rows < 1) throw new GoogleError('The number of rows in the range must be at least 1.');
  if (columns < 1) throw new GoogleError('The number of columns in the range must be at least 1.');
  const whole = Math.floor;
  const area = { row: whole(row) - 1, column: whole(column) - 1, rows: whole(rows), columns: whole(columns) };
  requireInside(tab.sheet, area);
  return new Range(runtime, tab, area);
}
