import type { FormItem } from '../../state/form';
import { gas } from '../boundary';
import { GoogleError } from '../served';
import { checkChoices, Choice } from './choice';
import { ChoiceFeedbackItem } from './gradedItem';
import type { QuestionMembers } from './item';
import { ItemResponse } from './itemResponse';
import { navigationOf } from './layoutItems';
import { ruleOf } from './validations';

type GChoice = GoogleAppsScript.Forms.Choice;
type Members =
  | QuestionMembers
  | 'createChoice'
  | 'getChoices'
  | 'setChoices'
  | 'setChoiceValues'
  | 'getPoints'
  | 'setPoints'
  | 'getFeedbackForCorrect'
  | 'setFeedbackForCorrect'
  | 'getFeedbackForIncorrect'
  | 'setFeedbackForIncorrect';

/** A question of given choices. */
abstract class AnyChoice<G> extends ChoiceFeedbackItem<G> {
  getChoices(): GChoice[] {
    return gas(
      (this.item.choices ?? []).map(
        (choice) => new Choice(this.runtime, this.form, choice.value, choice.goTo, choice.correct),
      ),
    );
  }

  /** At least one, no value twice, and navigation on all of them or on none (google.md section 3). */
  setChoices(choices: GChoice[]): G {
    const states = choices.map((choice) => {
      if (!(choice instanceof Choice)) throw new GoogleError('Invalid data updating form.');
      const { value, goTo, correct } = choice;
      return { value, ...(goTo === undefined ? {} : { goTo }), ...(correct ? { correct } : {}) };
    });
    return this.putChoices(states);
  }

  setChoiceValues(values: string[]): G {
    return this.putChoices(values.map((value) => ({ value: String(value) })));
  }

  protected readonly putChoices = (choices: NonNullable<FormItem['choices']>): G => {
    checkChoices(choices);
    return this.change((item) => (item.choices = choices));
  };

  protected readonly offers = (value: string): boolean =>
    this.item.hasOtherOption === true || (this.item.choices ?? []).some((choice) => choice.value === value);
}

/** One of several choices, which may lead to a page. */
abstract class SingleChoice<G> extends AnyChoice<G> {
  createChoice(value: string, target?: unknown): GChoice {
    const plain = target === undefined || typeof target === 'boolean';
    const goTo = plain ? undefined : navigationOf(target);
    return gas(new Choice(this.runtime, this.form, String(value), goTo, target === true));
  }

  /** Throws for a choice that the question does not have. */
  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    if (!this.offers(response)) {
      const kind = this.item.type === 'LIST' ? 'list' : 'multiple choice';
      throw new GoogleError(`Invalid response submitted to ${kind} question.`);
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, response));
  }
}

/** Radio buttons. */
export class MultipleChoiceItem
  extends SingleChoice<GoogleAppsScript.Forms.MultipleChoiceItem>
  implements Pick<GoogleAppsScript.Forms.MultipleChoiceItem, Members | 'hasOtherOption' | 'showOtherOption'>
{
  static override readonly gas = 'Forms.MultipleChoiceItem';

  hasOtherOption(): boolean {
    return this.item.hasOtherOption ?? false;
  }

  showOtherOption(enabled: boolean): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this.change((item) => (item.hasOtherOption = enabled));
  }
}

/** A drop-down list. */
export class ListItem
  extends SingleChoice<GoogleAppsScript.Forms.ListItem>
  implements Pick<GoogleAppsScript.Forms.ListItem, Members>
{
  static override readonly gas = 'Forms.ListItem';
}

/** Check boxes. */
export class CheckboxItem
  extends AnyChoice<GoogleAppsScript.Forms.CheckboxItem>
  implements
    Pick<
      GoogleAppsScript.Forms.CheckboxItem,
      Members | 'hasOtherOption' | 'showOtherOption' | 'setValidation' | 'clearValidation'
    >
{
  static override readonly gas = 'Forms.CheckboxItem';

  createChoice(value: string, isCorrect: boolean = false): GChoice {
    return gas(new Choice(this.runtime, this.form, String(value), undefined, isCorrect));
  }

  /** Throws for a choice that the question does not have. */
  createResponse(responses: string[]): GoogleAppsScript.Forms.ItemResponse {
    if (!responses.every((response) => this.offers(response))) {
      throw new GoogleError('Invalid response submitted to checkbox question.');
    }
    return gas(new ItemResponse(this.runtime, this.form, this.item, [...responses]));
  }

  hasOtherOption(): boolean {
    return this.item.hasOtherOption ?? false;
  }

  showOtherOption(enabled: boolean): GoogleAppsScript.Forms.CheckboxItem {
    return this.change((item) => (item.hasOtherOption = enabled));
  }

  setValidation(validation: GoogleAppsScript.Forms.CheckboxValidation): GoogleAppsScript.Forms.CheckboxItem {
    const rule = ruleOf(validation);
    return this.change((item) => {
      if (rule) item.validation = rule;
      else delete item.validation;
    });
  }

  clearValidation(): GoogleAppsScript.Forms.CheckboxItem {
    return this.change((item) => delete item.validation);
  }
}
