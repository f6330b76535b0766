import { gas } from '../boundary';
import { GeneralItem } from './gradedItem';
import type { PointMembers, QuestionMembers } from './item';
import { ItemResponse } from './itemResponse';
import { ruleOf } from './validations';

type Members = QuestionMembers | PointMembers | 'clearValidation' | 'setValidation';

/** A short or long text. */
abstract class AnyText<G> extends GeneralItem<G> {
  setValidation(validation: unknown): G {
    const rule = ruleOf(validation);
    return this.change((item) => {
      if (rule) item.validation = rule;
      else delete item.validation;
    });
  }

  clearValidation(): G {
    return this.change((item) => delete item.validation);
  }

  /** Takes any text: Google's word on the item's validation is not known (google.md 10.27). */
  createResponse(response: string): GoogleAppsScript.Forms.ItemResponse {
    return gas(new ItemResponse(this.runtime, this.form, this.item, String(response)));
  }
}

/** A text of one line. */
export class TextItem
  extends AnyText<GoogleAppsScript.Forms.TextItem>
  implements Pick<GoogleAppsScript.Forms.TextItem, Members>
{
  static override readonly gas = 'Forms.TextItem';
}

/** A text of several lines. */
export class ParagraphTextItem
  extends AnyText<GoogleAppsScript.Forms.ParagraphTextItem>
  implements Pick<GoogleAppsScript.Forms.ParagraphTextItem, Members>
{
  static override readonly gas = 'Forms.ParagraphTextItem';
}
