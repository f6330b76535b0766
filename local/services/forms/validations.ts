import type { FormValidation } from '../../state/form';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';

/** A finished rule that a script hands to `setValidation`. */
abstract class Validation extends Served {
  constructor(
    runtime: Runtime,
    readonly rule: FormValidation,
  ) {
    super(runtime);
  }
}
export class TextValidation extends Validation {
  static override readonly gas = 'Forms.TextValidation';
}
export class ParagraphTextValidation extends Validation {
  static override readonly gas = 'Forms.ParagraphTextValidation';
}
export class CheckboxValidation extends Validation {
  static override readonly gas = 'Forms.CheckboxValidation';
}
export class GridValidation extends Validation {
  static override readonly gas = 'Forms.GridValidation';
}
export class CheckboxGridValidation extends Validation {
  static override readonly gas = 'Forms.CheckboxGridValidation';
}

/** The rule inside a validation object; undefined when the value is none or has no rule. */
export function ruleOf(value: unknown): FormValidation | undefined {
  return value instanceof Validation && value.rule.rule !== '' ? { ...value.rule } : undefined;
}

/** Keeps the last rule only: a form holds one rule a question (google.md section 3). */
abstract class Builder<B, V> extends Served {
  protected state: FormValidation = { rule: '', arguments: [], helpText: '' };
  protected abstract readonly Product: new (runtime: Runtime, rule: FormValidation) => Validation;

  protected readonly keep = (rule: string, ...args: (string | number)[]): B => {
    this.state = { rule, arguments: args, helpText: this.state.helpText };
    return gas<B>(this);
  };

  setHelpText(text: string): B {
    this.state.helpText = text;
    return gas<B>(this);
  }

  build(): V {
    return gas<V>(new this.Product(this.runtime, { ...this.state }));
  }
}

/** The rules that short and long texts share. */
abstract class TextRules<B, V> extends Builder<B, V> {
  requireTextContainsPattern(pattern: string): B {
    return this.keep('requireTextContainsPattern', pattern);
  }
  requireTextDoesNotContainPattern(pattern: string): B {
    return this.keep('requireTextDoesNotContainPattern', pattern);
  }
  requireTextMatchesPattern(pattern: string): B {
    return this.keep('requireTextMatchesPattern', pattern);
  }
  requireTextDoesNotMatchPattern(pattern: string): B {
    return this.keep('requireTextDoesNotMatchPattern', pattern);
  }
  requireTextLengthGreaterThanOrEqualTo(number: number): B {
    return this.keep('requireTextLengthGreaterThanOrEqualTo', number);
  }
  requireTextLengthLessThanOrEqualTo(number: number): B {
    return this.keep('requireTextLengthLessThanOrEqualTo', number);
  }
}

type TextBuilder = GoogleAppsScript.Forms.TextValidationBuilder;
/** `FormApp.createTextValidation()`. */
export class TextValidationBuilder
  extends TextRules<TextBuilder, GoogleAppsScript.Forms.TextValidation>
  implements Pick<TextBuilder, keyof TextBuilder>
{
  static override readonly gas = 'Forms.TextValidationBuilder';
  protected readonly Product = TextValidation;

  requireNumber(): TextBuilder {
    return this.keep('requireNumber');
  }
  requireWholeNumber(): TextBuilder {
    return this.keep('requireWholeNumber');
  }
  requireNumberBetween(start: number, end: number): TextBuilder {
    return this.keep('requireNumberBetween', start, end);
  }
  requireNumberNotBetween(start: number, end: number): TextBuilder {
    return this.keep('requireNumberNotBetween', start, end);
  }
  requireNumberEqualTo(number: number): TextBuilder {
    return this.keep('requireNumberEqualTo', number);
  }
  requireNumberNotEqualTo(number: number): TextBuilder {
    return this.keep('requireNumberNotEqualTo', number);
  }
  requireNumberGreaterThan(number: number): TextBuilder {
    return this.keep('requireNumberGreaterThan', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): TextBuilder {
    return this.keep('requireNumberGreaterThanOrEqualTo', number);
  }
  requireNumberLessThan(number: number): TextBuilder {
    return this.keep('requireNumberLessThan', number);
  }
  requireNumberLessThanOrEqualTo(number: number): TextBuilder {
    return this.keep('requireNumberLessThanOrEqualTo', number);
  }
  requireTextIsEmail(): TextBuilder {
    return this.keep('requireTextIsEmail');
  }
  requireTextIsUrl(): TextBuilder {
    return this.keep('requireTextIsUrl');
  }
}

type ParagraphBuilder = GoogleAppsScript.Forms.ParagraphTextValidationBuilder;
/** `FormApp.createParagraphTextValidation()`. */
export class ParagraphTextValidationBuilder
  extends TextRules<ParagraphBuilder, GoogleAppsScript.Forms.ParagraphTextValidation>
  implements Pick<ParagraphBuilder, keyof ParagraphBuilder>
{
  static override readonly gas = 'Forms.ParagraphTextValidationBuilder';
  protected readonly Product = ParagraphTextValidation;
}

type CheckboxBuilder = GoogleAppsScript.Forms.CheckboxValidationBuilder;
/** `FormApp.createCheckboxValidation()`. */
export class CheckboxValidationBuilder
  extends Builder<CheckboxBuilder, GoogleAppsScript.Forms.CheckboxValidation>
  implements Pick<CheckboxBuilder, keyof CheckboxBuilder>
{
  static override readonly gas = 'Forms.CheckboxValidationBuilder';
  protected readonly Product = CheckboxValidation;

  requireSelectAtLeast(number: number): CheckboxBuilder {
    return this.keep('requireSelectAtLeast', number);
  }
  requireSelectAtMost(number: number): CheckboxBuilder {
    return this.keep('requireSelectAtMost', number);
  }
  requireSelectExactly(number: number): CheckboxBuilder {
    return this.keep('requireSelectExactly', number);
  }
}

type GridBuilder = GoogleAppsScript.Forms.GridValidationBuilder;
/** `FormApp.createGridValidation()`. */
export class GridValidationBuilder
  extends Builder<GridBuilder, GoogleAppsScript.Forms.GridValidation>
  implements Pick<GridBuilder, keyof GridBuilder>
{
  static override readonly gas = 'Forms.GridValidationBuilder';
  protected readonly Product = GridValidation;

  requireLimitOneResponsePerColumn(): GridBuilder {
    return this.keep('requireLimitOneResponsePerColumn');
  }
}

type CheckboxGridBuilder = GoogleAppsScript.Forms.CheckboxGridValidationBuilder;
/** `FormApp.createCheckboxGridValidation()`. */
export class CheckboxGridValidationBuilder
  extends Builder<CheckboxGridBuilder, GoogleAppsScript.Forms.CheckboxGridValidation>
  implements Pick<CheckboxGridBuilder, keyof CheckboxGridBuilder>
{
  static override readonly gas = 'Forms.CheckboxGridValidationBuilder';
  protected readonly Product = CheckboxGridValidation;

  requireLimitOneResponsePerColumn(): CheckboxGridBuilder {
    return this.keep('requireLimitOneResponsePerColumn');
  }
}
