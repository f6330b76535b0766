import { applyStyle, applyStyles, styleAt } from '../../state/sheetStyles';
import type { CellStyle, StylePatch } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { EnumValue } from '../served';
import { enumValue } from '../served';
import { Color } from './color';
import { cssColor, rgbColor } from './colors';
import { requireEdit, touchArea } from './document';
import type { Members } from './members';
import { RangeContents } from './rangeContents';
import { TextStyle } from './textStyle';

// prettier-ignore
type FormatMember =
  | 'getBackground' | 'getBackgrounds' | 'getBackgroundObject' | 'getBackgroundObjects' | 'setBackground'
  | 'setBackgrounds' | 'setBackgroundColor' | 'setBackgroundRGB' | 'setBackgroundObject' | 'setBackgroundObjects' | 'getFontColorObject'
  | 'getFontColorObjects' | 'setFontColor' | 'setFontColors' | 'setFontColorObject' | 'setFontColorObjects'
  | 'getFontFamily' | 'getFontFamilies' | 'setFontFamily' | 'setFontFamilies' | 'getFontSize' | 'getFontSizes'
  | 'setFontSize' | 'setFontSizes' | 'getFontWeight' | 'getFontWeights' | 'setFontWeight' | 'setFontWeights'
  | 'getFontStyle' | 'getFontStyles' | 'setFontStyle' | 'setFontStyles' | 'getFontLine' | 'getFontLines'
  | 'setFontLine' | 'setFontLines' | 'getNumberFormat' | 'getNumberFormats' | 'setNumberFormat' | 'setNumberFormats'
  | 'getTextStyle' | 'getTextStyles' | 'setTextStyle' | 'setTextStyles';

/** Google's answer for a cell whose number format was never set (google.md section 4). */
const AUTOMATIC = '0.###############';
const WHITE = '#ffffff';
const BLACK = '#000000';

/** Fonts, colours and number formats of a range. */
export abstract class RangeFormats
  extends RangeContents
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, FormatMember>
{
  protected readStyles<T>(pick: (style: CellStyle) => T): T[][] {
    const { row, column, rows, columns } = this.rect;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => pick(styleAt(this.sheet, row + down, column + right))),
    );
  }
  protected readStyle<T>(pick: (style: CellStyle) => T): T {
    return pick(styleAt(this.sheet, this.rect.row, this.rect.column));
  }

  /** The same attributes for every cell. */
  protected paint(patch: StylePatch): this {
    requireEdit(this.runtime, this.tab, this.rect);
    applyStyle(this.sheet, this.rect, patch);
    touchArea(this.runtime, this.tab, this.rect);
    return this;
  }
  protected paintEach<T>(values: T[][], patch: (value: T, row: number, column: number) => StylePatch): this {
    this.requireFit(values);
    requireEdit(this.runtime, this.tab, this.rect);
    applyStyles(
      this.sheet,
      this.rect,
      values.map((line, down) =>
        line.map((value, right) => patch(value, this.rect.row + down, this.rect.column + right)),
      ),
    );
    touchArea(this.runtime, this.tab, this.rect);
    return this;
  }

  getBackground(): string {
    return this.readStyle((style) => style.background ?? WHITE);
  }
  getBackgrounds(): string[][] {
    return this.readStyles((style) => style.background ?? WHITE);
  }
  getBackgroundObject(): Color {
    return new Color(this.runtime, this.getBackground());
  }
  getBackgroundObjects(): Color[][] {
    return this.readStyles((style) => new Color(this.runtime, style.background ?? WHITE));
  }
  setBackground(color: string | null): this {
    return this.paint(colorPatch('background', color));
  }
  /** The old name of `setBackground`, which Google's own sample bracket-maker still uses. */
  setBackgroundColor(color: string | null): this {
    return this.setBackground(color);
  }
  setBackgrounds(colors: (string | null)[][]): this {
    return this.paintEach(colors, (color) => colorPatch('background', color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.paint({ background: rgbColor(red, green, blue) });
  }
  setBackgroundObject(color: Color | null): this {
    return this.paint({ background: color?.hex ?? null });
  }
  setBackgroundObjects(colors: (Color | null)[][]): this {
    return this.paintEach(colors, (color) => ({ background: color?.hex ?? null }));
  }

  getFontColorObject(): Color {
    return new Color(this.runtime, this.getFontColor());
  }
  getFontColorObjects(): Color[][] {
    return this.readStyles((style) => new Color(this.runtime, style.color ?? BLACK));
  }
  /** Deprecated on Google, still there. */
  getFontColor(): string {
    return this.readStyle((style) => style.color ?? BLACK);
  }
  /** Deprecated on Google, still there. */
  getFontColors(): string[][] {
    return this.readStyles((style) => style.color ?? BLACK);
  }
  setFontColor(color: string | null): this {
    return this.paint(colorPatch('color', color));
  }
  setFontColors(colors: (string | null)[][]): this {
    return this.paintEach(colors, (color) => colorPatch('color', color));
  }
  setFontColorObject(color: Color | null): this {
    return this.paint({ color: color?.hex ?? null });
  }
  setFontColorObjects(colors: (Color | null)[][]): this {
    return this.paintEach(colors, (color) => ({ color: color?.hex ?? null }));
  }

  getFontFamily(): string {
    return this.readStyle((style) => style.fontFamily ?? 'Arial');
  }
  getFontFamilies(): string[][] {
    return this.readStyles((style) => style.fontFamily ?? 'Arial');
  }
  setFontFamily(fontFamily: string | null): this {
    return this.paint({ fontFamily });
  }
  setFontFamilies(fontFamilies: (string | null)[][]): this {
    return this.paintEach(fontFamilies, (fontFamily) => ({ fontFamily }));
  }

  getFontSize(): number {
    return this.readStyle((style) => style.fontSize ?? 10);
  }
  getFontSizes(): number[][] {
    return this.readStyles((style) => style.fontSize ?? 10);
  }
  setFontSize(fontSize: number): this {
    return this.paint({ fontSize });
  }
  setFontSizes(sizes: number[][]): this {
    return this.paintEach(sizes, (fontSize) => ({ fontSize }));
  }

  getFontWeight(): string {
    return this.readStyle((style) => (style.bold ? 'bold' : 'normal'));
  }
  getFontWeights(): string[][] {
    return this.readStyles((style) => (style.bold ? 'bold' : 'normal'));
  }
  setFontWeight(weight: string | null): this {
    return this.paint({ bold: weight === 'bold' ? true : null });
  }
  setFontWeights(weights: (string | null)[][]): this {
    return this.paintEach(weights, (weight) => ({ bold: weight === 'bold' ? true : null }));
  }

  getFontStyle(): string {
    return this.readStyle((style) => (style.italic ? 'italic' : 'normal'));
  }
  getFontStyles(): string[][] {
    return this.readStyles((style) => (style.italic ? 'italic' : 'normal'));
  }
  setFontStyle(fontStyle: string | null): this {
    return this.paint({ italic: fontStyle === 'italic' ? true : null });
  }
  setFontStyles(fontStyles: (string | null)[][]): this {
    return this.paintEach(fontStyles, (fontStyle) => ({ italic: fontStyle === 'italic' ? true : null }));
  }

  getFontLine(): string {
    return this.readStyle(lineOf);
  }
  getFontLines(): string[][] {
    return this.readStyles(lineOf);
  }
  setFontLine(line: string | null): this {
    return this.paint(linePatch(line));
  }
  setFontLines(lines: (string | null)[][]): this {
    return this.paintEach(lines, linePatch);
  }

  getNumberFormat(): string {
    return this.readStyle((style) => style.numberFormat ?? AUTOMATIC);
  }
  getNumberFormats(): string[][] {
    return this.readStyles((style) => style.numberFormat ?? AUTOMATIC);
  }
  setNumberFormat(pattern: string): this {
    return this.paint(formatPatch(pattern));
  }
  setNumberFormats(patterns: string[][]): this {
    return this.paintEach(patterns, formatPatch);
  }

  getTextStyle(): TextStyle {
    return this.readStyle((style) => this.textStyle(style));
  }
  getTextStyles(): TextStyle[][] {
    return this.readStyles((style) => this.textStyle(style));
  }
  private textStyle(style: CellStyle): TextStyle {
    return new TextStyle(this.runtime, {
      bold: style.bold ?? false,
      italic: style.italic ?? false,
      underline: style.underline ?? false,
      strikethrough: style.strikethrough ?? false,
      color: style.color ?? BLACK,
      fontFamily: style.fontFamily ?? 'Arial',
      fontSize: style.fontSize ?? 10,
    });
  }
  setTextStyle(style: TextStyle): this {
    return this.paint({ ...style.look });
  }
  setTextStyles(styles: TextStyle[][]): this {
    return this.paintEach(styles, (style) => ({ ...style.look }));
  }
}

/** An unknown colour changes nothing, in silence, as live (google.md section 4). */
function colorPatch(key: 'background' | 'color', color: string | null): StylePatch {
  const hex = color === null ? null : cssColor(color);
  return hex === undefined ? {} : { [key]: hex };
}
function formatPatch(pattern: string): StylePatch {
  return { numberFormat: /^(general)?$/i.test(pattern) || pattern === AUTOMATIC ? null : pattern };
}
function lineOf(style: CellStyle): string {
  return style.underline ? 'underline' : style.strikethrough ? 'line-through' : 'none';
}
function linePatch(line: string | null): StylePatch {
  return {
    underline: line === 'underline' ? true : null,
    strikethrough: line === 'line-through' ? true : null,
  };
}

/** Key of an enum argument, or undefined for null. */
export function enumKey(value: EnumValue | null | undefined): string | undefined {
  const key = keyOf(value);
  return key === '' ? undefined : key;
}
export function spreadsheetEnum(name: string, key: string): EnumValue {
  return enumValue(`Spreadsheet.${name}`, key);
}
