import type { RichRun } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { Color } from './color';
import { cssColor } from './colors';
import type { Members } from './members';

/** The look of a piece of text; what is left out follows the cell. */
export type TextLook = Omit<RichRun, 'text' | 'link'>;

/** An immutable text style. */
export class TextStyle
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.TextStyle>,
      | 'copy'
      | 'getFontFamily'
      | 'getFontSize'
      | 'getForegroundColor'
      | 'getForegroundColorObject'
      | 'isBold'
      | 'isItalic'
      | 'isStrikethrough'
      | 'isUnderline'
    >
{
  static override readonly gas = 'Spreadsheet.TextStyle';
  constructor(
    runtime: Runtime,
    readonly look: Readonly<TextLook>,
  ) {
    super(runtime);
  }

  copy(): TextStyleBuilder {
    return new TextStyleBuilder(this.runtime, { ...this.look });
  }
  getFontFamily(): string | null {
    return this.look.fontFamily ?? null;
  }
  getFontSize(): number | null {
    return this.look.fontSize ?? null;
  }
  getForegroundColor(): string | null {
    return this.look.color ?? null;
  }
  getForegroundColorObject(): Color | null {
    return this.look.color === undefined ? null : new Color(this.runtime, this.look.color);
  }
  isBold(): boolean | null {
    return this.look.bold ?? null;
  }
  isItalic(): boolean | null {
    return this.look.italic ?? null;
  }
  isStrikethrough(): boolean | null {
    return this.look.strikethrough ?? null;
  }
  isUnderline(): boolean | null {
    return this.look.underline ?? null;
  }
}

/** `SpreadsheetApp.newTextStyle()`. */
export class TextStyleBuilder
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.TextStyleBuilder>,
      | 'build'
      | 'setBold'
      | 'setFontFamily'
      | 'setFontSize'
      | 'setForegroundColor'
      | 'setForegroundColorObject'
      | 'setItalic'
      | 'setStrikethrough'
      | 'setUnderline'
    >
{
  static override readonly gas = 'Spreadsheet.TextStyleBuilder';
  constructor(
    runtime: Runtime,
    private readonly look: TextLook,
  ) {
    super(runtime);
  }

  build(): TextStyle {
    return new TextStyle(this.runtime, { ...this.look });
  }
  setBold(bold: boolean): this {
    this.look.bold = bold;
    return this;
  }
  setFontFamily(fontFamily: string): this {
    this.look.fontFamily = fontFamily;
    return this;
  }
  setFontSize(fontSize: number): this {
    this.look.fontSize = fontSize;
    return this;
  }
  setForegroundColor(css: string | null): this {
    const color = css === null ? undefined : cssColor(css);
    if (color === undefined) delete this.look.color;
    else this.look.color = color;
    return this;
  }
  setForegroundColorObject(color: Color | null): this {
    return this.setForegroundColor(color?.hex ?? null);
  }
  setItalic(italic: boolean): this {
    this.look.italic = italic;
    return this;
  }
  setStrikethrough(strikethrough: boolean): this {
    this.look.strikethrough = strikethrough;
    return this;
  }
  setUnderline(underline: boolean): this {
    this.look.underline = underline;
    return this;
  }
}
