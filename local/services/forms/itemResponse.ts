import type { Answer, FormItem, FormState } from '../../state/form';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { Item } from './genericItem';

/** One answer of a response, given or about to be given. */
export class ItemResponse
  extends Served
  implements
    Pick<
      GoogleAppsScript.Forms.ItemResponse,
      'getItem' | 'getResponse' | 'getScore' | 'setScore' | 'getFeedback' | 'setFeedback'
    >
{
  static override readonly gas = 'Forms.ItemResponse';
  private score: unknown = null;
  private feedback: unknown = null;

  constructor(
    runtime: Runtime,
    readonly form: FormState,
    readonly item: FormItem,
    readonly answer: Answer,
  ) {
    super(runtime);
  }

  getItem(): GoogleAppsScript.Forms.Item {
    return gas(new Item(this.runtime, this.form, this.item));
  }

  /** Text; choices of a checkbox item; rows of a grid ('' unanswered), rows of choices of a checkbox grid. */
  getResponse(): string[][] | string[] | string {
    return gas(this.answer);
  }

  getScore(): number {
    return gas(this.score);
  }
  setScore(score: unknown): GoogleAppsScript.Forms.ItemResponse {
    this.score = score;
    return this;
  }
  getFeedback(): GoogleAppsScript.Forms.QuizFeedback {
    return gas(this.feedback);
  }
  setFeedback(feedback: unknown): GoogleAppsScript.Forms.ItemResponse {
    this.feedback = feedback;
    return this;
  }
}
