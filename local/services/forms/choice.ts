import type { FormState, Navigation } from '../../state/form';
import { constant, gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { pageBreakOf } from './layoutItems';

/** A choice of a choice question: a value, and on a multiple choice or list question where it leads. */
export class Choice
  extends Served
  implements
    Pick<
      GoogleAppsScript.Forms.Choice,
      'getValue' | 'getGotoPage' | 'getPageNavigationType' | 'isCorrectAnswer'
    >
{
  static override readonly gas = 'Forms.Choice';
  constructor(
    runtime: Runtime,
    readonly form: FormState,
    readonly value: string,
    readonly goTo: Navigation | undefined,
    readonly correct: boolean = false,
  ) {
    super(runtime);
  }

  getValue(): string {
    return this.value;
  }

  /** The page break that the choice leads to, null without one. */
  getGotoPage(): GoogleAppsScript.Forms.PageBreakItem {
    return gas(pageBreakOf(this.runtime, this.form, this.goTo));
  }

  getPageNavigationType(): GoogleAppsScript.Forms.PageNavigationType {
    if (this.goTo === undefined) return gas(null);
    return constant('Forms.PageNavigationType', typeof this.goTo === 'object' ? 'GO_TO_PAGE' : this.goTo);
  }

  isCorrectAnswer(): boolean {
    return this.correct;
  }
}

/** Checks a list of choices as Google does when they are set (google.md sections 1 and 3). */
export function checkChoices(choices: { value: string; goTo?: Navigation }[]): void {
  if (choices.length === 0) throw new GoogleError('Array must not be empty');
  if (new Set(choices.map((choice) => choice.value)).size < choices.length) {
    throw new GoogleError('Questions cannot have duplicate choice values.');
  }
  const led = choices.filter((choice) => choice.goTo !== undefined).length;
  if (led > 0 && led < choices.length) throw new GoogleError('Invalid data updating form.');
}
