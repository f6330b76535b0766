import type { FormItem, FormValidation } from '../../state/form';
import { fill, type FormWords } from './words';

/** Google's own pattern for an address: something, an at sign, a name with a dot. */
const EMAIL = /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/;
const URL = /^(https?:\/\/|ftp:\/\/)?([\w-]+\.)+[a-z]{2,}(:\d+)?([/?#]\S*)?$/i;

/** True when the text is an e-mail address as the form page takes it. */
export function isEmail(text: string): boolean {
  return EMAIL.test(text);
}

/** A number as Google's form page reads it: digits with a decimal point; NaN otherwise. */
function numberOf(text: string): number {
  return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(text.trim()) ? Number(text) : NaN;
}

/** RE2 pattern as a regular expression; `whole` = the pattern must cover the whole text. */
function regex(pattern: string, whole: boolean): RegExp {
  const insensitive = pattern.startsWith('(?i)');
  const body = insensitive ? pattern.slice(4) : pattern;
  return new RegExp(whole ? `^(?:${body})$` : body, insensitive ? 'iu' : 'u');
}

type Check = (text: string, args: (string | number)[]) => boolean;
const at = (args: (string | number)[], index: number): number => Number(args[index]);
const pattern = (args: (string | number)[]): string => String(args[0] ?? '');

const TEXT_CHECKS: Record<string, Check> = {
  requireNumber: (text) => !Number.isNaN(numberOf(text)),
  requireWholeNumber: (text) => Number.isInteger(numberOf(text)),
  requireNumberBetween: (text, args) => numberOf(text) >= at(args, 0) && numberOf(text) <= at(args, 1),
  requireNumberNotBetween: (text, args) => numberOf(text) < at(args, 0) || numberOf(text) > at(args, 1),
  requireNumberEqualTo: (text, args) => numberOf(text) === at(args, 0),
  requireNumberNotEqualTo: (text, args) => !Number.isNaN(numberOf(text)) && numberOf(text) !== at(args, 0),
  requireNumberGreaterThan: (text, args) => numberOf(text) > at(args, 0),
  requireNumberGreaterThanOrEqualTo: (text, args) => numberOf(text) >= at(args, 0),
  requireNumberLessThan: (text, args) => numberOf(text) < at(args, 0),
  requireNumberLessThanOrEqualTo: (text, args) => numberOf(text) <= at(args, 0),
  requireTextIsEmail: (text) => EMAIL.test(text),
  requireTextIsUrl: (text) => URL.test(text),
  requireTextContainsPattern: (text, args) => regex(pattern(args), false).test(text),
  requireTextDoesNotContainPattern: (text, args) => !regex(pattern(args), false).test(text),
  requireTextMatchesPattern: (text, args) => regex(pattern(args), true).test(text),
  requireTextDoesNotMatchPattern: (text, args) => !regex(pattern(args), true).test(text),
  requireTextLengthGreaterThanOrEqualTo: (text, args) => [...text].length >= at(args, 0),
  requireTextLengthLessThanOrEqualTo: (text, args) => [...text].length <= at(args, 0),
};

const COUNT_CHECKS: Record<string, (count: number, wanted: number) => boolean> = {
  requireSelectAtLeast: (count, wanted) => count >= wanted,
  requireSelectAtMost: (count, wanted) => count <= wanted,
  requireSelectExactly: (count, wanted) => count === wanted,
};

/** What Google shows when the rule does not hold: the rule's own help text, else the default words. */
function complaint(rule: FormValidation, words: FormWords): string {
  return rule.helpText || fill(words.rules[rule.rule] ?? rule.rule, ...rule.arguments);
}

/**
 * The message for a text against the question's rule; '' when it holds. "Matches" asks for the whole text,
 * "contains" for a part of it. Numbers with a decimal comma are no numbers.
 */
export function checkText(item: FormItem, text: string, words: FormWords): string {
  const rule = item.validation;
  if (!rule) return '';
  const check = TEXT_CHECKS[rule.rule];
  return !check || check(text, rule.arguments) ? '' : complaint(rule, words);
}

/** The message for a number of ticked boxes against the question's rule; '' when it holds. */
export function checkCount(item: FormItem, count: number, words: FormWords): string {
  const rule = item.validation;
  if (!rule) return '';
  const check = COUNT_CHECKS[rule.rule];
  return !check || check(count, Number(rule.arguments[0])) ? '' : complaint(rule, words);
}
