import { keyOf } from '../boundary';
import type { EnumValue } from '../served';
import { enumValue, Served } from '../served';
import type { RuleArgument } from './criteria';
import { ruleArgument, shownArgument } from './criteria';

/** A condition on a cell: key of `SpreadsheetApp.BooleanCriteria` and its arguments. */
export interface Condition {
  type: string;
  values: RuleArgument[];
}

/** The `when…` methods that rules for colours and filters have in common; the last one counts. */
export abstract class ConditionBuilder extends Served {
  protected condition: Condition | undefined;

  protected when(type: string, ...values: RuleArgument[]): this {
    this.condition = { type, values };
    return this;
  }
  private whenDate(type: string, date: Date | EnumValue): this {
    const argument = ruleArgument(date);
    return this.when(argument instanceof Date ? type : `${type}_RELATIVE`, argument);
  }

  whenCellEmpty(): this {
    return this.when('CELL_EMPTY');
  }
  whenCellNotEmpty(): this {
    return this.when('CELL_NOT_EMPTY');
  }
  whenDateAfter(date: Date | EnumValue): this {
    return this.whenDate('DATE_AFTER', date);
  }
  whenDateBefore(date: Date | EnumValue): this {
    return this.whenDate('DATE_BEFORE', date);
  }
  whenDateEqualTo(date: Date | EnumValue): this {
    return this.whenDate('DATE_EQUAL_TO', date);
  }
  whenFormulaSatisfied(formula: string): this {
    return this.when('CUSTOM_FORMULA', formula);
  }
  whenNumberBetween(start: number, end: number): this {
    return this.when('NUMBER_BETWEEN', start, end);
  }
  whenNumberEqualTo(number: number): this {
    return this.when('NUMBER_EQUAL_TO', number);
  }
  whenNumberGreaterThan(number: number): this {
    return this.when('NUMBER_GREATER_THAN', number);
  }
  whenNumberGreaterThanOrEqualTo(number: number): this {
    return this.when('NUMBER_GREATER_THAN_OR_EQUAL_TO', number);
  }
  whenNumberLessThan(number: number): this {
    return this.when('NUMBER_LESS_THAN', number);
  }
  whenNumberLessThanOrEqualTo(number: number): this {
    return this.when('NUMBER_LESS_THAN_OR_EQUAL_TO', number);
  }
  whenNumberNotBetween(start: number, end: number): this {
    return this.when('NUMBER_NOT_BETWEEN', start, end);
  }
  whenNumberNotEqualTo(number: number): this {
    return this.when('NUMBER_NOT_EQUAL_TO', number);
  }
  whenTextContains(text: string): this {
    return this.when('TEXT_CONTAINS', text);
  }
  whenTextDoesNotContain(text: string): this {
    return this.when('TEXT_DOES_NOT_CONTAIN', text);
  }
  whenTextEndsWith(text: string): this {
    return this.when('TEXT_ENDS_WITH', text);
  }
  whenTextEqualTo(text: string): this {
    return this.when('TEXT_EQUAL_TO', text);
  }
  whenTextStartsWith(text: string): this {
    return this.when('TEXT_STARTS_WITH', text);
  }
  withCriteria(criteria: EnumValue, args: unknown[]): this {
    return this.when(keyOf(criteria), ...args.map(ruleArgument));
  }

  protected criteriaType(): EnumValue | null {
    return this.condition ? enumValue('Spreadsheet.BooleanCriteria', this.condition.type) : null;
  }
  protected criteriaValues(): unknown[] {
    return (this.condition?.values ?? []).map(shownArgument);
  }
}

// prettier-ignore
export type WhenMember =
  | 'whenCellEmpty' | 'whenCellNotEmpty' | 'whenDateAfter' | 'whenDateBefore' | 'whenDateEqualTo'
  | 'whenFormulaSatisfied' | 'whenNumberBetween' | 'whenNumberEqualTo' | 'whenNumberGreaterThan'
  | 'whenNumberGreaterThanOrEqualTo' | 'whenNumberLessThan' | 'whenNumberLessThanOrEqualTo' | 'whenNumberNotBetween'
  | 'whenNumberNotEqualTo' | 'whenTextContains' | 'whenTextDoesNotContain' | 'whenTextEndsWith' | 'whenTextEqualTo'
  | 'whenTextStartsWith' | 'withCriteria';
