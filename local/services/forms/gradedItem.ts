import { gas } from '../boundary';
import { feedbackOf, QuizFeedback } from './feedback';
import { Question } from './item';

/** A question that a quiz can give points for. Points and feedback are kept; nothing is graded. */
export abstract class GradedItem<G> extends Question<G> {
  getPoints(): number {
    return this.item.points ?? 0;
  }

  setPoints(points: number): G {
    return this.change((item) => (item.points = points));
  }

  protected readonly feedback = (
    kind: 'correct' | 'incorrect' | 'general',
  ): GoogleAppsScript.Forms.QuizFeedback => {
    const state = this.item.feedback?.[kind];
    return gas(state ? new QuizFeedback(this.runtime, state) : null);
  };

  protected readonly putFeedback = (kind: 'correct' | 'incorrect' | 'general', feedback: unknown): G =>
    this.change((item) => (item.feedback = { ...item.feedback, [kind]: feedbackOf(feedback) }));
}

/** A question with one feedback for every answer. */
export abstract class GeneralItem<G> extends GradedItem<G> {
  getGeneralFeedback(): GoogleAppsScript.Forms.QuizFeedback {
    return this.feedback('general');
  }

  setGeneralFeedback(feedback: GoogleAppsScript.Forms.QuizFeedback): G {
    return this.putFeedback('general', feedback);
  }
}

/** A question with right and wrong answers. */
export abstract class ChoiceFeedbackItem<G> extends GradedItem<G> {
  getFeedbackForCorrect(): GoogleAppsScript.Forms.QuizFeedback {
    return this.feedback('correct');
  }

  setFeedbackForCorrect(feedback: GoogleAppsScript.Forms.QuizFeedback): G {
    return this.putFeedback('correct', feedback);
  }

  getFeedbackForIncorrect(): GoogleAppsScript.Forms.QuizFeedback {
    return this.feedback('incorrect');
  }

  setFeedbackForIncorrect(feedback: GoogleAppsScript.Forms.QuizFeedback): G {
    return this.putFeedback('incorrect', feedback);
  }
}
