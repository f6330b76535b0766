import type { FeedbackState } from '../../state/form';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';

/** Quiz feedback: kept with the question, never graded (quiz is off here). */
export class QuizFeedback
  extends Served
  implements Pick<GoogleAppsScript.Forms.QuizFeedback, 'getText' | 'getLinkUrls'>
{
  static override readonly gas = 'Forms.QuizFeedback';

  constructor(
    runtime: Runtime,
    readonly state: FeedbackState,
  ) {
    super(runtime);
  }

  getText(): string {
    return this.state.text;
  }

  getLinkUrls(): string[] {
    return this.state.links.map((link) => link.url);
  }
}

/** `FormApp.createFeedback()`. */
export class QuizFeedbackBuilder
  extends Served
  implements Pick<GoogleAppsScript.Forms.QuizFeedbackBuilder, 'setText' | 'addLink' | 'build' | 'copy'>
{
  static override readonly gas = 'Forms.QuizFeedbackBuilder';

  constructor(
    runtime: Runtime,
    readonly state: FeedbackState = { text: '', links: [] },
  ) {
    super(runtime);
  }

  setText(text: string): GoogleAppsScript.Forms.QuizFeedbackBuilder {
    this.state.text = text;
    return this;
  }

  addLink(url: string, displayText: string = url): GoogleAppsScript.Forms.QuizFeedbackBuilder {
    this.state.links.push({ url, text: displayText });
    return this;
  }

  build(): GoogleAppsScript.Forms.QuizFeedback {
    return gas(new QuizFeedback(this.runtime, { text: this.state.text, links: [...this.state.links] }));
  }

  copy(): GoogleAppsScript.Forms.QuizFeedbackBuilder {
    return new QuizFeedbackBuilder(this.runtime, { text: this.state.text, links: [...this.state.links] });
  }
}

/** Feedback that a script passed to a setter, as plain data. */
export function feedbackOf(value: unknown): FeedbackState {
  return value instanceof QuizFeedback ? value.state : { text: '', links: [] };
}
