import { covers } from '../../state/rect';
import { clip } from '../../state/sheetStyles';
import type { Rect } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import type { CopyPart } from './copyCells';
import { putCell, takeCells } from './copyCells';
import { requireEdit, touchRows, touchSheet } from './document';
import { growTo } from './lines';
import type { Members } from './members';
import { Range } from './range';
import { RangeRules } from './rangeRules';
import type { Sheet } from './sheet';

// prettier-ignore
type CopyMember =
  | 'copyFormatToRange' | 'copyTo' | 'copyValuesToRange' | 'deleteCells' | 'insertCells' | 'moveTo';

const EVERYTHING: CopyPart[] = ['content', 'format', 'borders', 'validation', 'note'];
const PARTS: Record<string, CopyPart[]> = {
  PASTE_NORMAL: EVERYTHING,
  PASTE_VALUES: ['values'],
  PASTE_FORMULA: ['content'],
  PASTE_FORMAT: ['format', 'borders', 'validation'],
  PASTE_NO_BORDERS: ['content', 'format', 'validation', 'note'],
  PASTE_DATA_VALIDATION: ['validation'],
};

/** Copying, moving and pushing cells aside. */
export abstract class RangeCopy
  extends RangeRules
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, CopyMember>
{
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
      (known) => clip(this.sheet, known) && covers(this.rect, known),
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
      known.rects.some((area) => covers(area, this.rect)),
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
}
