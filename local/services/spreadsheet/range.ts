import { clip } from '../../state/sheetStyles';
import { lastRow } from '../../state/sheetCells';
import type { CellValue, Rect } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import type { CopyPart } from './copyCells';
import { putCell, takeCells } from './copyCells';
import type { DeveloperMetadata } from './developerMetadata';
import { addMetadata, DeveloperMetadataFinder, lineLocation, metadataAt } from './developerMetadata';
import type { Tab } from './document';
import { requireEdit, touchRows, touchSheet } from './document';
import { createFilter, Filter } from './filter';
import { shiftGroups } from './group';
import type { Members } from './members';
import { requireInside } from './rangeArea';
import { RangeRules } from './rangeRules';
import { Sheet } from './sheet';
import type { SortKey } from './sortCells';
import { sortCells } from './sortCells';
import { growTo } from './lines';

// prettier-ignore
type RangeMember =
  | 'addDeveloperMetadata' | 'copyFormatToRange' | 'copyTo' | 'copyValuesToRange' | 'createDeveloperMetadataFinder'
  | 'createFilter' | 'deleteCells' | 'getDeveloperMetadata' | 'getFilter' | 'getSheet' | 'insertCells' | 'moveTo'
  | 'randomize' | 'removeDuplicates' | 'shiftColumnGroupDepth' | 'shiftRowGroupDepth' | 'sort'
  | 'splitTextToColumns' | 'trimWhitespace';

const EVERYTHING: CopyPart[] = ['content', 'format', 'borders', 'validation', 'note'];
const PARTS: Record<string, CopyPart[]> = {
  PASTE_NORMAL: EVERYTHING,
  PASTE_VALUES: ['values'],
  PASTE_FORMULA: ['content'],
  PASTE_FORMAT: ['format', 'borders', 'validation'],
  PASTE_NO_BORDERS: ['content', 'format', 'validation', 'note'],
  PASTE_DATA_VALIDATION: ['validation'],
};

/** A rectangle of cells in a tab, as Google's reference for Class Range describes it. */
export class Range
  extends RangeRules
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, RangeMember>
{
  static override readonly gas = 'Spreadsheet.Range';

  protected override make(rect: Rect): this {
    return new Range(this.runtime, this.tab, rect) as this;
  }
  getSheet(): Sheet {
    return new Sheet(this.runtime, this.tab);
  }

  /** A kind of paste that Google does not know is ignored (google.md section 4). */
  copyTo(
    destination: Range,
    how?: EnumValue | { formatOnly?: boolean; contentsOnly?: boolean },
    transposed = false,
  ): void {
    const key = keyOf(how);
    if (key === 'PASTE_COLUMN_WIDTHS') return this.copyWidths(destination);
    if (key === 'PASTE_CONDITIONAL_FORMATTING') return this.copyConditionalFormats(destination);
    const options =
      key === '' && typeof how === 'object' ? (how as { formatOnly?: boolean; contentsOnly?: boolean }) : {};
    const named = options.formatOnly
      ? 'PASTE_FORMAT'
      : options.contentsOnly
        ? 'PASTE_VALUES'
        : 'PASTE_NORMAL';
    this.paste(destination, PARTS[key === '' ? named : key] ?? EVERYTHING, transposed);
  }

  /** A destination that is a multiple of the source is filled with copies; a smaller one is outgrown. */
  private paste(destination: Range, parts: CopyPart[], transposed = false): void {
    const taken = takeCells(this.sheet, this.rect);
    const cells = transposed
      ? (taken[0] ?? []).map((_, right) => taken.flatMap((line) => line[right] ?? []))
      : taken;
    const height = cells.length;
    const width = cells[0]?.length ?? 0;
    const { row, column } = destination.rect;
    const rows = destination.rect.rows % height === 0 ? destination.rect.rows : height;
    const columns = destination.rect.columns % width === 0 ? destination.rect.columns : width;
    const area = { row, column, rows, columns };
    growTo(this.runtime, destination.tab, area);
    requireEdit(this.runtime, destination.tab, area);
    const wanted = new Set(parts);
    for (let down = 0; down < rows; down++) {
      for (let right = 0; right < columns; right++) {
        const cell = cells[down % height]?.[right % width];
        if (!cell) continue;
        const moved = {
          rows: row + down - this.rect.row - (down % height),
          columns: column + right - this.rect.column - (right % width),
        };
        putCell(destination.sheet, row + down, column + right, cell, wanted, moved);
      }
    }
    if (wanted.has('format') && wanted.has('content')) this.copyMerges(destination, area);
    touchRows(this.runtime, destination.tab, row, rows);
    touchSheet(this.runtime, destination.tab);
    this.runtime.count('written', rows * columns);
  }
  private copyMerges(destination: Range, area: Rect): void {
    for (const merge of this.sheet.merges.filter(
      (known) => clip(this.sheet, known) && inside(this.rect, known),
    )) {
      const row = area.row + merge.row - this.rect.row;
      const column = area.column + merge.column - this.rect.column;
      const taken = destination.sheet.merges.some((known) => known.row === row && known.column === column);
      if (!taken) destination.sheet.merges.push({ ...merge, row, column });
    }
  }
  private copyWidths(destination: Range): void {
    requireEdit(this.runtime, destination.tab);
    for (let right = 0; right < this.rect.columns; right++) {
      const width = this.sheet.columnWidths[this.rect.column + right];
      if (width !== undefined) destination.sheet.columnWidths[destination.rect.column + right] = width;
    }
    touchSheet(this.runtime, destination.tab);
  }
  private copyConditionalFormats(destination: Range): void {
    requireEdit(this.runtime, destination.tab);
    for (const format of this.sheet.conditionalFormats.filter((known) =>
      known.rects.some((area) => inside(area, this.rect)),
    )) {
      destination.sheet.conditionalFormats.push({
        ...format,
        rects: [{ ...this.rect, row: destination.rect.row, column: destination.rect.column }],
      });
    }
    touchSheet(this.runtime, destination.tab);
  }

  copyValuesToRange(
    target: number | Sheet,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    this.paste(this.targetRange(target, column, columnEnd, row, rowEnd), ['values']);
  }
  copyFormatToRange(
    target: number | Sheet,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): void {
    this.paste(this.targetRange(target, column, columnEnd, row, rowEnd), ['format', 'borders', 'validation']);
  }
  private targetRange(
    target: number | Sheet,
    column: number,
    columnEnd: number,
    row: number,
    rowEnd: number,
  ): Range {
    const id = typeof target === 'number' ? target : target.getSheetId();
    const sheet = this.state.sheets.find((candidate) => candidate.sheetId === id);
    if (!sheet) throw new GoogleError(`Sheet ${id} not found`);
    const area = {
      row: row - 1,
      column: column - 1,
      rows: rowEnd - row + 1,
      columns: columnEnd - column + 1,
    };
    return new Range(this.runtime, { state: this.state, sheet }, area);
  }

  /** Cut and paste, formats too. */
  moveTo(target: Range): void {
    requireEdit(this.runtime, this.tab, this.rect);
    const area = { ...this.rect, row: target.rect.row, column: target.rect.column };
    growTo(this.runtime, target.tab, area);
    requireEdit(this.runtime, target.tab, area);
    const cells = takeCells(this.sheet, this.rect);
    this.clear({});
    this.clearDataValidations();
    this.clearNote();
    const stay = { rows: 0, columns: 0 };
    cells.forEach((line, down) =>
      line.forEach((cell, right) =>
        putCell(target.sheet, area.row + down, area.column + right, cell, new Set(EVERYTHING), stay),
      ),
    );
    touchRows(this.runtime, target.tab, area.row, area.rows);
    touchSheet(this.runtime, target.tab);
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

  /** Cells from here to the edge move right (COLUMNS) or down (ROWS). */
  insertCells(shiftDimension: EnumValue): this {
    this.shiftCells(keyOf(shiftDimension), 1);
    return this;
  }
  deleteCells(shiftDimension: EnumValue): void {
    this.shiftCells(keyOf(shiftDimension), -1);
  }
  private shiftCells(dimension: string, direction: 1 | -1): void {
    const { row, column, rows, columns } = this.rect;
    const { rowCount, columnCount } = this.sheet;
    const down = dimension === 'ROWS';
    const rest = down
      ? { row, column, rows: rowCount - row, columns }
      : { row, column, rows, columns: columnCount - column };
    const size = down ? rows : columns;
    const kept =
      direction === 1
        ? { ...rest }
        : down
          ? { ...rest, row: row + rows }
          : { ...rest, column: column + columns };
    if (down) kept.rows = rest.rows - size;
    else kept.columns = rest.columns - size;
    if (kept.rows > 0 && kept.columns > 0) {
      const source = new Range(this.runtime, this.tab, kept);
      const target =
        direction === -1 ? rest : down ? { ...rest, row: row + rows } : { ...rest, column: column + columns };
      source.moveTo(new Range(this.runtime, this.tab, { ...target, rows: 1, columns: 1 }));
    } else {
      new Range(this.runtime, this.tab, rest).clear({});
    }
  }

  createFilter(): Filter {
    return createFilter(this.runtime, this.tab, this.rect);
  }
  getFilter(): Filter | null {
    const { filter } = this.sheet;
    return filter && inside(filter.rect, this.rect) ? new Filter(this.runtime, this.tab) : null;
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
  shiftRowGroupDepth(delta: number): this {
    shiftGroups(this.runtime, this.tab, 'rows', this.rect.row, this.rect.rows, delta);
    return this;
  }
  shiftColumnGroupDepth(delta: number): this {
    shiftGroups(this.runtime, this.tab, 'columns', this.rect.column, this.rect.columns, delta);
    return this;
  }
}

function inside(outer: Rect, inner: Rect): boolean {
  return (
    inner.row >= outer.row &&
    inner.column >= outer.column &&
    inner.row + inner.rows <= outer.row + outer.rows &&
    inner.column + inner.columns <= outer.column + outer.columns
  );
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
