import type { Runtime } from '../runtime';
import { Served } from '../served';
import type { Members } from '../spreadsheet/members';

export interface ChartText {
  color?: string;
  fontName?: string;
  fontSize?: number;
}

/** How a text of a chart looks. */
export class TextStyle
  extends Served
  implements Pick<Members<GoogleAppsScript.Charts.TextStyle>, 'getColor' | 'getFontName' | 'getFontSize'>
{
  static override readonly gas = 'Charts.TextStyle';
  constructor(
    runtime: Runtime,
    readonly values: Readonly<ChartText>,
  ) {
    super(runtime);
  }
  getColor(): string | null {
    return this.values.color ?? null;
  }
  getFontName(): string | null {
    return this.values.fontName ?? null;
  }
  getFontSize(): number | null {
    return this.values.fontSize ?? null;
  }
}

type G = Members<GoogleAppsScript.Charts.TextStyleBuilder>;

export class TextStyleBuilder extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Charts.TextStyleBuilder';
  private readonly values: ChartText = {};

  setColor(cssValue: string): this {
    this.values.color = cssValue;
    return this;
  }
  setFontName(fontName: string): this {
    this.values.fontName = fontName;
    return this;
  }
  setFontSize(fontSize: number): this {
    this.values.fontSize = fontSize;
    return this;
  }
  build(): TextStyle {
    return new TextStyle(this.runtime, { ...this.values });
  }
}
