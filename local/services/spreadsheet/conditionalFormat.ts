import type { CellStyle, ConditionalFormatState, GradientPoint } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import { cssColor } from './colors';
import type { Condition, WhenMember } from './conditionBuilder';
import { ConditionBuilder } from './conditionBuilder';
import { readArgument, shownArgument, storeArgument } from './criteria';
import type { Tab } from './document';
import type { Members } from './members';
import { Range } from './range';

type Gradient = NonNullable<ConditionalFormatState['gradient']>;
interface Rule {
  ranges: Range[];
  condition?: Condition;
  style: CellStyle;
  gradient?: Gradient;
}

/** A rule that colours cells by their value. Formulas in it are kept, never computed. */
export class ConditionalFormatRule
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.ConditionalFormatRule>,
      'copy' | 'getBooleanCondition' | 'getGradientCondition' | 'getRanges'
    >
{
  static override readonly gas = 'Spreadsheet.ConditionalFormatRule';
  constructor(
    runtime: Runtime,
    private readonly rule: Readonly<Rule>,
  ) {
    super(runtime);
  }

  static of(runtime: Runtime, tab: Tab, stored: ConditionalFormatState): ConditionalFormatRule {
    const ranges = stored.rects.map((area) => new Range(runtime, tab, area));
    const [near] = ranges;
    const { condition, gradient } = stored;
    return new ConditionalFormatRule(runtime, {
      ranges,
      style: stored.style ?? {},
      ...(gradient ? { gradient } : {}),
      ...(condition && near
        ? {
            condition: {
              type: condition.type,
              values: condition.values.map((value) => readArgument(runtime, value, near)),
            },
          }
        : {}),
    });
  }
  /** As a tab keeps it; the ranges must lie in that tab. */
  stored(tab: Tab): ConditionalFormatState {
    if (this.rule.ranges.some((range) => range.sheet !== tab.sheet)) {
      throw new GoogleError('Conditional format rule cannot reference a different sheet.');
    }
    const { condition, gradient, style } = this.rule;
    return {
      rects: this.rule.ranges.map((range) => range.rect),
      ...(condition
        ? {
            condition: {
              type: condition.type,
              values: condition.values.map((value) => storeArgument(this.runtime, value, tab.state.timeZone)),
            },
            style,
          }
        : {}),
      ...(gradient ? { gradient } : {}),
    };
  }

  copy(): ConditionalFormatRuleBuilder {
    return new ConditionalFormatRuleBuilder(this.runtime, this.rule);
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.rule.condition
      ? new BooleanCondition(this.runtime, this.rule.condition, this.rule.style)
      : null;
  }
  getGradientCondition(): GradientCondition | null {
    return this.rule.gradient ? new GradientCondition(this.runtime, this.rule.gradient) : null;
  }
  getRanges(): Range[] {
    return [...this.rule.ranges];
  }
}

// prettier-ignore
type BuilderMember =
  | 'build' | 'copy' | 'getBooleanCondition' | 'getGradientCondition' | 'getRanges' | 'setBackground' | 'setBold'
  | 'setFontColor' | 'setGradientMaxpoint' | 'setGradientMaxpointWithValue' | 'setGradientMidpointWithValue'
  | 'setGradientMinpoint' | 'setGradientMinpointWithValue' | 'setItalic' | 'setRanges' | 'setStrikethrough'
  | 'setUnderline';

/** `SpreadsheetApp.newConditionalFormatRule()`. */
export class ConditionalFormatRuleBuilder
  extends ConditionBuilder
  implements
    Pick<Members<GoogleAppsScript.Spreadsheet.ConditionalFormatRuleBuilder>, BuilderMember | WhenMember>
{
  static override readonly gas = 'Spreadsheet.ConditionalFormatRuleBuilder';
  private ranges: Range[];
  private readonly style: CellStyle;
  private gradient: Partial<Gradient>;

  constructor(runtime: Runtime, from?: Readonly<Rule>) {
    super(runtime);
    this.ranges = from ? [...from.ranges] : [];
    this.style = { ...from?.style };
    this.gradient = { ...from?.gradient };
    this.condition = from?.condition;
  }

  build(): ConditionalFormatRule {
    if (this.ranges.length === 0)
      throw new GoogleError('Conditional format rule must have at least one range.');
    const { min, mid, max } = this.gradient;
    const gradient = min && max ? { min, max, ...(mid ? { mid } : {}) } : undefined;
    if (!this.condition && !gradient) throw new GoogleError('Conditional format rule must have a condition.');
    return new ConditionalFormatRule(this.runtime, {
      ranges: [...this.ranges],
      style: { ...this.style },
      ...(gradient ? { gradient } : this.condition ? { condition: this.condition } : {}),
    });
  }
  copy(): ConditionalFormatRuleBuilder {
    return this.build().copy();
  }
  getBooleanCondition(): BooleanCondition | null {
    return this.condition ? new BooleanCondition(this.runtime, this.condition, this.style) : null;
  }
  getGradientCondition(): GradientCondition | null {
    const { min, mid, max } = this.gradient;
    return min && max ? new GradientCondition(this.runtime, { min, max, ...(mid ? { mid } : {}) }) : null;
  }
  getRanges(): Range[] {
    return [...this.ranges];
  }
  setRanges(ranges: Range[]): this {
    this.ranges = [...ranges];
    return this;
  }

  private look<K extends keyof CellStyle>(key: K, value: CellStyle[K] | null | undefined): this {
    if (value === null || value === undefined) delete this.style[key];
    else this.style[key] = value;
    return this;
  }
  setBackground(color: string | null): this {
    return this.look('background', color === null ? null : cssColor(color));
  }
  setBold(bold: boolean | null): this {
    return this.look('bold', bold);
  }
  setFontColor(color: string | null): this {
    return this.look('color', color === null ? null : cssColor(color));
  }
  setItalic(italic: boolean | null): this {
    return this.look('italic', italic);
  }
  setStrikethrough(strikethrough: boolean | null): this {
    return this.look('strikethrough', strikethrough);
  }
  setUnderline(underline: boolean | null): this {
    return this.look('underline', underline);
  }

  setGradientMaxpoint(color: string): this {
    return this.point('max', color, 'MAX', '');
  }
  setGradientMaxpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('max', color, keyOf(type), value);
  }
  setGradientMidpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('mid', color, keyOf(type), value);
  }
  setGradientMinpoint(color: string): this {
    return this.point('min', color, 'MIN', '');
  }
  setGradientMinpointWithValue(color: string, type: EnumValue, value: string): this {
    return this.point('min', color, keyOf(type), value);
  }
  private point(place: keyof Gradient, color: string, type: string, value: string): this {
    this.gradient[place] = { color: cssColor(color) ?? '#ffffff', type, value };
    return this;
  }
}

/** What a rule asks of a cell and how it paints it. */
export class BooleanCondition
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.BooleanCondition>,
      | 'getBackground'
      | 'getBold'
      | 'getCriteriaType'
      | 'getCriteriaValues'
      | 'getFontColor'
      | 'getItalic'
      | 'getStrikethrough'
      | 'getUnderline'
    >
{
  static override readonly gas = 'Spreadsheet.BooleanCondition';
  constructor(
    runtime: Runtime,
    private readonly condition: Condition,
    private readonly style: CellStyle,
  ) {
    super(runtime);
  }

  getBackground(): string | null {
    return this.style.background ?? null;
  }
  getBold(): boolean | null {
    return this.style.bold ?? null;
  }
  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.BooleanCriteria', this.condition.type);
  }
  getCriteriaValues(): unknown[] {
    return this.condition.values.map(shownArgument);
  }
  getFontColor(): string | null {
    return this.style.color ?? null;
  }
  getItalic(): boolean | null {
    return this.style.italic ?? null;
  }
  getStrikethrough(): boolean | null {
    return this.style.strikethrough ?? null;
  }
  getUnderline(): boolean | null {
    return this.style.underline ?? null;
  }
}

/** A colour scale; what has no midpoint gives '' and null for it. */
export class GradientCondition
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.GradientCondition>,
      | 'getMaxColor'
      | 'getMaxType'
      | 'getMaxValue'
      | 'getMidColor'
      | 'getMidType'
      | 'getMidValue'
      | 'getMinColor'
      | 'getMinType'
      | 'getMinValue'
    >
{
  static override readonly gas = 'Spreadsheet.GradientCondition';
  constructor(
    runtime: Runtime,
    private readonly gradient: Gradient,
  ) {
    super(runtime);
  }

  getMaxColor(): string {
    return this.gradient.max.color;
  }
  getMaxType(): EnumValue | null {
    return interpolation(this.gradient.max);
  }
  getMaxValue(): string {
    return this.gradient.max.value;
  }
  getMidColor(): string {
    return this.gradient.mid?.color ?? '';
  }
  getMidType(): EnumValue | null {
    return this.gradient.mid ? interpolation(this.gradient.mid) : null;
  }
  getMidValue(): string {
    return this.gradient.mid?.value ?? '';
  }
  getMinColor(): string {
    return this.gradient.min.color;
  }
  getMinType(): EnumValue | null {
    return interpolation(this.gradient.min);
  }
  getMinValue(): string {
    return this.gradient.min.value;
  }
}
/** Lowest and highest value have no type of their own on Google. */
function interpolation(point: GradientPoint): EnumValue | null {
  return point.type === 'MIN' || point.type === 'MAX'
    ? null
    : enumValue('Spreadsheet.InterpolationType', point.type);
}
