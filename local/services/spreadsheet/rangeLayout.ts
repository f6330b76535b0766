import { applyStyle } from '../../state/sheetStyles';
import type { Border, CellStyle, Rect, StylePatch } from '../../state/spreadsheet';
import { covers, overlaps, sameRect } from '../../state/rect';
import { putValue } from '../../state/sheetCells';
import { forEachCell } from '../../state/sheetStyles';
import type { EnumValue } from '../served';
import { GoogleError } from '../served';
import { cssColor } from './colors';
import { requireEdit, touchArea, touchSheet } from './document';
import type { Members } from './members';
import { enumKey, RangeFormats, spreadsheetEnum } from './rangeFormats';
import { TextRotation } from './textRotation';

// prettier-ignore
type LayoutMember =
  | 'breakApart' | 'getHorizontalAlignment' | 'getHorizontalAlignments' | 'getMergedRanges' | 'getTextDirection'
  | 'getTextDirections' | 'getTextRotation' | 'getTextRotations' | 'getVerticalAlignment' | 'getVerticalAlignments'
  | 'getWrap' | 'getWraps' | 'getWrapStrategies' | 'getWrapStrategy' | 'isPartOfMerge' | 'merge' | 'mergeAcross'
  | 'mergeVertically' | 'setBorder' | 'setHorizontalAlignment' | 'setHorizontalAlignments' | 'setTextDirection'
  | 'setTextDirections' | 'setTextRotation' | 'setTextRotations' | 'setVerticalAlignment' | 'setVerticalAlignments'
  | 'setVerticalText' | 'setWrap' | 'setWraps' | 'setWrapStrategies' | 'setWrapStrategy';

const PARTIAL_MERGE = 'You must select all cells in a merged range to merge or unmerge them.';
type Wrap = NonNullable<CellStyle['wrap']>;

/** Alignment, wrapping, borders and merged cells of a range. */
export abstract class RangeLayout
  extends RangeFormats
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, LayoutMember>
{
  getHorizontalAlignment(): string {
    return this.readStyle((style) => style.horizontal ?? 'general');
  }
  getHorizontalAlignments(): string[][] {
    return this.readStyles((style) => style.horizontal ?? 'general');
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.paint(horizontalPatch(alignment));
  }
  setHorizontalAlignments(alignments: (string | null)[][]): this {
    return this.paintEach(alignments, horizontalPatch);
  }
  getVerticalAlignment(): string {
    return this.readStyle((style) => style.vertical ?? 'bottom');
  }
  getVerticalAlignments(): string[][] {
    return this.readStyles((style) => style.vertical ?? 'bottom');
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.paint(verticalPatch(alignment));
  }
  setVerticalAlignments(alignments: (string | null)[][]): this {
    return this.paintEach(alignments, verticalPatch);
  }

  /** True for a cell that was never told, though its strategy is OVERFLOW (google.md section 8). */
  getWrap(): boolean {
    return this.readStyle((style) => style.wrap === undefined || style.wrap === 'WRAP');
  }
  getWraps(): boolean[][] {
    return this.readStyles((style) => style.wrap === undefined || style.wrap === 'WRAP');
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.paint({ wrap: isWrapEnabled ? 'WRAP' : 'OVERFLOW' });
  }
  setWraps(isWrapEnabled: boolean[][]): this {
    return this.paintEach(isWrapEnabled, (wrap) => ({ wrap: wrap ? 'WRAP' : 'OVERFLOW' }));
  }
  getWrapStrategy(): EnumValue {
    return this.readStyle((style) => spreadsheetEnum('WrapStrategy', style.wrap ?? 'OVERFLOW'));
  }
  getWrapStrategies(): EnumValue[][] {
    return this.readStyles((style) => spreadsheetEnum('WrapStrategy', style.wrap ?? 'OVERFLOW'));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.paint({ wrap: strategy.key as Wrap });
  }
  setWrapStrategies(strategies: EnumValue[][]): this {
    return this.paintEach(strategies, (strategy) => ({ wrap: strategy.key as Wrap }));
  }

  getTextRotation(): TextRotation {
    return this.readStyle(
      (style) => new TextRotation(this.runtime, style.rotation ?? 0, style.verticalText ?? false),
    );
  }
  getTextRotations(): TextRotation[][] {
    return this.readStyles(
      (style) => new TextRotation(this.runtime, style.rotation ?? 0, style.verticalText ?? false),
    );
  }
  setTextRotation(rotation: number | TextRotation): this {
    return this.paint(rotationPatch(rotation));
  }
  setTextRotations(rotations: TextRotation[][]): this {
    return this.paintEach(rotations, rotationPatch);
  }
  setVerticalText(isVertical: boolean): this {
    return this.paint({ verticalText: isVertical || null, rotation: null });
  }
  getTextDirection(): EnumValue | null {
    return this.readStyle(directionOf);
  }
  getTextDirections(): (EnumValue | null)[][] {
    return this.readStyles(directionOf);
  }
  setTextDirection(direction: EnumValue | null): this {
    return this.paint({ direction: enumKey(direction) ?? null });
  }
  setTextDirections(directions: (EnumValue | null)[][]): this {
    return this.paintEach(directions, (direction) => ({ direction: enumKey(direction) ?? null }));
  }

  /** true draws, false takes away, null leaves as it is. Black and solid by default. */
  setBorder(
    top: boolean | null,
    left: boolean | null,
    bottom: boolean | null,
    right: boolean | null,
    vertical: boolean | null,
    horizontal: boolean | null,
    color?: string | null,
    style?: EnumValue | null,
  ): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const line: Border = { style: enumKey(style) ?? 'SOLID', color: cssColor(color ?? 'black') ?? '#000000' };
    const { row, column, rows, columns } = this.rect;
    const draw = (wanted: boolean | null, area: Rect, side: keyof StylePatch): void => {
      if (wanted === null || area.rows < 1 || area.columns < 1) return;
      applyStyle(this.sheet, area, { [side]: wanted ? line : null });
    };
    draw(top, { row, column, rows: 1, columns }, 'borderTop');
    draw(bottom, { row: row + rows - 1, column, rows: 1, columns }, 'borderBottom');
    draw(left, { row, column, rows, columns: 1 }, 'borderLeft');
    draw(right, { row, column: column + columns - 1, rows, columns: 1 }, 'borderRight');
    draw(vertical, { row, column, rows, columns: columns - 1 }, 'borderRight');
    draw(vertical, { row, column: column + 1, rows, columns: columns - 1 }, 'borderLeft');
    draw(horizontal, { row, column, rows: rows - 1, columns }, 'borderBottom');
    draw(horizontal, { row: row + 1, column, rows: rows - 1, columns }, 'borderTop');
    touchArea(this.runtime, this.tab, this.rect);
    return this;
  }

  merge(): this {
    return this.mergePieces([this.rect]);
  }
  mergeAcross(): this {
    const { row, column, rows, columns } = this.rect;
    return this.mergePieces(
      Array.from({ length: rows }, (_, down) => ({ row: row + down, column, rows: 1, columns })),
    );
  }
  mergeVertically(): this {
    const { row, column, rows, columns } = this.rect;
    return this.mergePieces(
      Array.from({ length: columns }, (_, right) => ({ row, column: column + right, rows, columns: 1 })),
    );
  }
  /** Only the first cell of a merged range keeps its content. */
  private mergePieces(pieces: Rect[]): this {
    requireEdit(this.runtime, this.tab, this.rect);
    this.requireWholeMerges();
    this.sheet.merges = this.sheet.merges.filter((known) => !overlaps(known, this.rect));
    for (const piece of pieces) {
      if (piece.rows * piece.columns < 2) continue;
      this.sheet.merges.push(piece);
      forEachCell(piece, (row, column) => {
        const stored = this.sheet.rows[row];
        if (stored && (row !== piece.row || column !== piece.column)) putValue(stored, column, null);
      });
    }
    touchArea(this.runtime, this.tab, this.rect);
    return this;
  }
  private requireWholeMerges(): void {
    const cut = this.sheet.merges.some((known) => overlaps(known, this.rect) && !covers(this.rect, known));
    if (cut) throw new GoogleError(PARTIAL_MERGE);
  }
  breakApart(): this {
    requireEdit(this.runtime, this.tab, this.rect);
    this.requireWholeMerges();
    this.sheet.merges = this.sheet.merges.filter((known) => !overlaps(known, this.rect));
    touchSheet(this.runtime, this.tab);
    return this;
  }
  getMergedRanges(): this[] {
    return this.sheet.merges.filter((known) => overlaps(known, this.rect)).map((known) => this.make(known));
  }
  isPartOfMerge(): boolean {
    return this.sheet.merges.some((known) => overlaps(known, this.rect) || sameRect(known, this.rect));
  }
}

function horizontalPatch(alignment: string | null): StylePatch {
  if (alignment === null || alignment === 'normal' || alignment === 'general') return { horizontal: null };
  return ['left', 'center', 'right'].includes(alignment) ? { horizontal: alignment } : {};
}
function verticalPatch(alignment: string | null): StylePatch {
  if (alignment === null) return { vertical: null };
  return ['top', 'middle', 'bottom'].includes(alignment) ? { vertical: alignment } : {};
}
function rotationPatch(rotation: number | TextRotation): StylePatch {
  if (typeof rotation === 'number') return { rotation: rotation || null, verticalText: null };
  return { rotation: rotation.getDegrees() || null, verticalText: rotation.isVertical() || null };
}
function directionOf(style: CellStyle): EnumValue | null {
  return style.direction === undefined ? null : spreadsheetEnum('TextDirection', style.direction);
}
