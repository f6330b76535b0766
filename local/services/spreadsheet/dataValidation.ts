import type { ValidationState } from '../../state/spreadsheet';
import { keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { enumValue, GoogleError, Served } from '../served';
import type { RuleArgument } from './criteria';
import { readArgument, ruleArgument, shownArgument, storeArgument } from './criteria';
import type { Members } from './members';
import type { Range } from './range';

interface Rule {
  type: string;
  values: RuleArgument[];
  allowInvalid: boolean;
  helpText: string | null;
  showDropdown?: boolean;
}

/** A rule for what cells accept; without a tab until it is set on a range. */
export class DataValidation
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.DataValidation>,
      'copy' | 'getAllowInvalid' | 'getCriteriaType' | 'getCriteriaValues' | 'getHelpText'
    >
{
  static override readonly gas = 'Spreadsheet.DataValidation';
  constructor(
    runtime: Runtime,
    private readonly rule: Readonly<Rule>,
  ) {
    super(runtime);
  }

  /** The stored rule of a cell. */
  static of(runtime: Runtime, stored: ValidationState, near: Range): DataValidation {
    return new DataValidation(runtime, {
      type: stored.type,
      values: stored.values.map((value) => readArgument(runtime, value, near)),
      allowInvalid: stored.allowInvalid,
      helpText: stored.helpText ?? null,
      ...(stored.showDropdown === undefined ? {} : { showDropdown: stored.showDropdown }),
    });
  }
  /** As a tab of that zone keeps it. */
  stored(zone: string): ValidationState {
    const { type, allowInvalid, helpText, showDropdown } = this.rule;
    return {
      type,
      allowInvalid,
      values: this.rule.values.map((value) => storeArgument(this.runtime, value, zone)),
      ...(helpText === null ? {} : { helpText }),
      ...(showDropdown === undefined ? {} : { showDropdown }),
    };
  }

  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.runtime, { ...this.rule, values: [...this.rule.values] });
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue {
    return enumValue('Spreadsheet.DataValidationCriteria', this.rule.type);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.rule);
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }
}

function criteriaValues({ type, values, showDropdown }: Rule): unknown[] {
  const shown = values.map(shownArgument);
  if (type === 'VALUE_IN_LIST') return [shown, showDropdown ?? true];
  return type === 'VALUE_IN_RANGE' ? [...shown, showDropdown ?? true] : shown;
}

// prettier-ignore
type BuilderMember =
  | 'build' | 'copy' | 'getAllowInvalid' | 'getCriteriaType' | 'getCriteriaValues' | 'getHelpText' | 'requireCheckbox'
  | 'requireDate' | 'requireDateAfter' | 'requireDateBefore' | 'requireDateBetween' | 'requireDateEqualTo'
  | 'requireDateNotBetween' | 'requireDateOnOrAfter' | 'requireDateOnOrBefore' | 'requireFormulaSatisfied'
  | 'requireNumberBetween' | 'requireNumberEqualTo' | 'requireNumberGreaterThan'
  | 'requireNumberGreaterThanOrEqualTo' | 'requireNumberLessThan' | 'requireNumberLessThanOrEqualTo'
  | 'requireNumberNotBetween' | 'requireNumberNotEqualTo' | 'requireTextContains' | 'requireTextDoesNotContain'
  | 'requireTextEqualTo' | 'requireTextIsEmail' | 'requireTextIsUrl' | 'requireValueInList' | 'requireValueInRange'
  | 'setAllowInvalid' | 'setHelpText' | 'withCriteria';

/** `SpreadsheetApp.newDataValidation()`. New rules warn only: `setAllowInvalid(false)` makes them refuse. */
export class DataValidationBuilder
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.DataValidationBuilder>, BuilderMember>
{
  static override readonly gas = 'Spreadsheet.DataValidationBuilder';
  constructor(
    runtime: Runtime,
    private readonly rule: Rule = { type: '', values: [], allowInvalid: true, helpText: null },
  ) {
    super(runtime);
  }

  private require(type: string, ...values: RuleArgument[]): this {
    this.rule.type = type;
    this.rule.values = values;
    delete this.rule.showDropdown;
    return this;
  }

  build(): DataValidation {
    if (this.rule.type === '') throw new GoogleError('A data validation rule must have a criteria.');
    return new DataValidation(this.runtime, { ...this.rule, values: [...this.rule.values] });
  }
  copy(): DataValidationBuilder {
    return new DataValidationBuilder(this.runtime, { ...this.rule, values: [...this.rule.values] });
  }
  getAllowInvalid(): boolean {
    return this.rule.allowInvalid;
  }
  getCriteriaType(): EnumValue | null {
    return this.rule.type === '' ? null : enumValue('Spreadsheet.DataValidationCriteria', this.rule.type);
  }
  getCriteriaValues(): unknown[] {
    return criteriaValues(this.rule);
  }
  getHelpText(): string | null {
    return this.rule.helpText;
  }

  requireCheckbox(...values: unknown[]): this {
    return this.require('CHECKBOX', ...values.map(ruleArgument));
  }
  requireDate(): this {
    return this.require('DATE_IS_VALID_DATE');
  }
  requireDateAfter(date: Date): this {
    return this.require('DATE_AFTER', date);
  }
  requireDateBefore(date: Date): this {
    return this.require('DATE_BEFORE', date);
  }
  requireDateBetween(start: Date, end: Date): this {
    return this.require('DATE_BETWEEN', start, end);
  }
  requireDateEqualTo(date: Date): this {
    return this.require('DATE_EQUAL_TO', date);
  }
  requireDateNotBetween(start: Date, end: Date): this {
    return this.require('DATE_NOT_BETWEEN', start, end);
  }
  requireDateOnOrAfter(date: Date): this {
    return this.require('DATE_ON_OR_AFTER', date);
  }
  requireDateOnOrBefore(date: Date): this {
    return this.require('DATE_ON_OR_BEFORE', date);
  }
  /** Kept and given back; nothing is computed here, so such a rule accepts everything. */
  requireFormulaSatisfied(formula: string): this {
    return this.require('CUSTOM_FORMULA', formula);
  }
  requireNumberBetween(start: number, end: number): this {
    return this.require('NUMBER_BETWEEN', start, end);
  }
  requireNumberEqualTo(number: number): this {
    return this.require('NUMBER_EQUAL_TO', number);
  }
  requireNumberGreaterThan(number: number): this {
    return this.require('NUMBER_GREATER_THAN', number);
  }
  requireNumberGreaterThanOrEqualTo(number: number): this {
    return this.require('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  requireNumberLessThan(number: number): this {
    return this.require('NUMBER_LESS_THAN', number);
  }
  requireNumberLessThanOrEqualTo(number: number): this {
    return this.require('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  requireNumberNotBetween(start: number, end: number): this {
    return this.require('NUMBER_NOT_BETWEEN', start, end);
  }
  requireNumberNotEqualTo(number: number): this {
    return this.require('NUMBER_NOT_EQUAL_TO', number);
  }
  requireTextContains(text: string): this {
    return this.require('TEXT_CONTAINS', text);
  }
  requireTextDoesNotContain(text: string): this {
    return this.require('TEXT_DOES_NOT_CONTAIN', text);
  }
  requireTextEqualTo(text: string): this {
    return this.require('TEXT_EQUAL_TO', text);
  }
  requireTextIsEmail(): this {
    return this.require('TEXT_IS_VALID_EMAIL');
  }
  requireTextIsUrl(): this {
    return this.require('TEXT_IS_VALID_URL');
  }
  requireValueInList(values: unknown[], showDropdown = true): this {
    if (values.length > 500) {
      throw new GoogleError(
        'The data validation rule has more items than the limit of 500. Use the “List from a range” criteria instead.',
      );
    }
    this.require('VALUE_IN_LIST', ...values.map(String));
    this.rule.showDropdown = showDropdown;
    return this;
  }
  requireValueInRange(range: Range, showDropdown = true): this {
    this.require('VALUE_IN_RANGE', range);
    this.rule.showDropdown = showDropdown;
    return this;
  }
  setAllowInvalid(allowInvalidData: boolean): this {
    this.rule.allowInvalid = allowInvalidData;
    return this;
  }
  setHelpText(helpText: string | null): this {
    this.rule.helpText = helpText;
    return this;
  }

  /** Lists come as `[[values], showDropdown]`, the way `getCriteriaValues` gives them. */
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    const type = keyOf(criteria);
    const [first, second] = args;
    if (type === 'VALUE_IN_LIST' && Array.isArray(first)) {
      return this.requireValueInList(first, typeof second === 'boolean' ? second : true);
    }
    if (type === 'VALUE_IN_RANGE') {
      this.require(type, ruleArgument(first));
      this.rule.showDropdown = typeof second === 'boolean' ? second : true;
      return this;
    }
    return this.require(type, ...args.map(ruleArgument));
  }
}
