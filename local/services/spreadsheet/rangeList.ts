import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError, Served } from '../served';
import type { Members } from './members';
import type { Range } from './range';
import type { ClearOptions } from './rangeRules';
import { setView } from './view';

// prettier-ignore
type ListMember =
  | 'activate' | 'breakApart' | 'check' | 'clear' | 'clearContent' | 'clearDataValidations' | 'clearFormat'
  | 'clearNote' | 'getRanges' | 'insertCheckboxes' | 'removeCheckboxes' | 'setBackground' | 'setBackgroundRGB'
  | 'setBorder' | 'setFontColor' | 'setFontFamily' | 'setFontLine' | 'setFontSize' | 'setFontStyle' | 'setFontWeight'
  | 'setFormula' | 'setFormulaR1C1' | 'setTextDirection' | 'setHorizontalAlignment' | 'setNote' | 'setNumberFormat' | 'setTextRotation' | 'setValue'
  | 'setVerticalAlignment' | 'setVerticalText' | 'setWrap' | 'setWrapStrategy' | 'trimWhitespace' | 'uncheck';

/** Several ranges of one tab that are changed together, each as `Range` does it. */
export class RangeList
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.RangeList>, ListMember>
{
  static override readonly gas = 'Spreadsheet.RangeList';
  constructor(
    runtime: Runtime,
    private readonly ranges: readonly Range[],
  ) {
    super(runtime);
  }

  private each(change: (range: Range) => void): this {
    this.ranges.forEach(change);
    return this;
  }

  activate(): this {
    const [first] = this.ranges;
    const last = this.ranges.at(-1);
    if (!first || !last) throw new GoogleError('Array must not be empty');
    setView(this.runtime, first.state, {
      sheetId: first.sheet.sheetId,
      rects: this.ranges.map((range) => range.rect),
      current: { ...last.rect, rows: 1, columns: 1 },
    });
    return this;
  }
  getRanges(): Range[] {
    return [...this.ranges];
  }
  breakApart(): this {
    return this.each((range) => range.breakApart());
  }
  check(): this {
    return this.each((range) => range.check());
  }
  uncheck(): this {
    return this.each((range) => range.uncheck());
  }
  clear(options: ClearOptions = {}): this {
    return this.each((range) => range.clear(options));
  }
  clearContent(): this {
    return this.each((range) => range.clearContent());
  }
  clearDataValidations(): this {
    return this.each((range) => range.clearDataValidations());
  }
  clearFormat(): this {
    return this.each((range) => range.clearFormat());
  }
  clearNote(): this {
    return this.each((range) => range.clearNote());
  }
  insertCheckboxes(...values: unknown[]): this {
    return this.each((range) => range.insertCheckboxes(...values));
  }
  removeCheckboxes(): this {
    return this.each((range) => range.removeCheckboxes());
  }
  setBackground(color: string | null): this {
    return this.each((range) => range.setBackground(color));
  }
  setBackgroundRGB(red: number, green: number, blue: number): this {
    return this.each((range) => range.setBackgroundRGB(red, green, blue));
  }
  setBorder(...sides: Parameters<Range['setBorder']>): this {
    return this.each((range) => range.setBorder(...sides));
  }
  setFontColor(color: string | null): this {
    return this.each((range) => range.setFontColor(color));
  }
  setFontFamily(fontFamily: string | null): this {
    return this.each((range) => range.setFontFamily(fontFamily));
  }
  setFontLine(fontLine: string | null): this {
    return this.each((range) => range.setFontLine(fontLine));
  }
  setFontSize(size: number): this {
    return this.each((range) => range.setFontSize(size));
  }
  setFontStyle(fontStyle: string | null): this {
    return this.each((range) => range.setFontStyle(fontStyle));
  }
  setFontWeight(fontWeight: string | null): this {
    return this.each((range) => range.setFontWeight(fontWeight));
  }
  setFormula(formula: string): this {
    return this.each((range) => range.setFormula(formula));
  }
  setFormulaR1C1(formula: string): this {
    return this.each((range) => range.setFormulaR1C1(formula));
  }
  setTextDirection(direction: EnumValue | null): this {
    return this.each((range) => range.setTextDirection(direction));
  }
  setHorizontalAlignment(alignment: string | null): this {
    return this.each((range) => range.setHorizontalAlignment(alignment));
  }
  setNote(note: string | null): this {
    return this.each((range) => range.setNote(note));
  }
  setNumberFormat(numberFormat: string): this {
    return this.each((range) => range.setNumberFormat(numberFormat));
  }
  setTextRotation(degrees: number): this {
    return this.each((range) => range.setTextRotation(degrees));
  }
  setValue(value: unknown): this {
    return this.each((range) => range.setValue(value));
  }
  setVerticalAlignment(alignment: string | null): this {
    return this.each((range) => range.setVerticalAlignment(alignment));
  }
  setVerticalText(isVertical: boolean): this {
    return this.each((range) => range.setVerticalText(isVertical));
  }
  setWrap(isWrapEnabled: boolean): this {
    return this.each((range) => range.setWrap(isWrapEnabled));
  }
  setWrapStrategy(strategy: EnumValue): this {
    return this.each((range) => range.setWrapStrategy(strategy));
  }
  trimWhitespace(): this {
    return this.each((range) => range.trimWhitespace());
  }
}
