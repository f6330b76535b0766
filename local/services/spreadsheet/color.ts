import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, Served } from '../served';
import { cssColor } from './colors';
import type { Members } from './members';

/** Eight digits with the transparency first, as Google's RGB colour prints itself. */
function part(hex: string, place: number): number {
  return parseInt(hex.slice(1 + place * 2, 3 + place * 2), 16);
}

/** `Spreadsheet.Color`: only RGB colours exist here. */
export class Color
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Color>, 'asRgbColor' | 'getColorType'>
{
  static override readonly gas = 'Spreadsheet.Color';
  constructor(
    runtime: Runtime,
    /** `#rrggbb`. */
    readonly hex: string,
  ) {
    super(runtime);
  }

  asRgbColor(): RgbColor {
    return new RgbColor(this.runtime, this.hex);
  }
  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }
}

export class RgbColor
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Base.RgbColor>,
      'asHexString' | 'getBlue' | 'getColorType' | 'getGreen' | 'getRed'
    >
{
  static override readonly gas = 'Base.RgbColor';
  constructor(
    runtime: Runtime,
    private readonly hex: string,
  ) {
    super(runtime);
  }

  asHexString(): string {
    return this.hex;
  }
  getBlue(): number {
    return part(this.hex, 2);
  }
  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }
  getGreen(): number {
    return part(this.hex, 1);
  }
  getRed(): number {
    return part(this.hex, 0);
  }
}

/** `SpreadsheetApp.newColor()`. */
export class ColorBuilder
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.ColorBuilder>,
      'asRgbColor' | 'build' | 'getColorType' | 'setRgbColor'
    >
{
  static override readonly gas = 'Spreadsheet.ColorBuilder';
  private hex = '#000000';

  asRgbColor(): RgbColor {
    return new RgbColor(this.runtime, this.hex);
  }
  build(): Color {
    return new Color(this.runtime, this.hex);
  }
  getColorType(): EnumValue {
    return enumValue('Base.ColorType', 'RGB');
  }
  setRgbColor(css: string): this {
    this.hex = cssColor(css) ?? this.hex;
    return this;
  }
}
