import type { FormItem, FormState } from '../../state/form';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choiceItems';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './dateItems';
import { CheckboxGridItem, GridItem } from './gridItems';
import { AnyItem, type ItemMembers } from './item';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layoutItems';
import { RatingItem, ScaleItem } from './scaleItems';
import { ParagraphTextItem, TextItem } from './textItems';

type ItemClass = new (runtime: Runtime, form: FormState, item: FormItem) => AnyItem<unknown>;
type Casts = Extract<keyof GoogleAppsScript.Forms.Item, `as${string}`>;

/** An item whose kind the script has not said yet. A cast to another kind than its own throws in Google's words. */
export class Item
  extends AnyItem<GoogleAppsScript.Forms.Item>
  implements Pick<GoogleAppsScript.Forms.Item, ItemMembers | Casts>
{
  static override readonly gas = 'Forms.Item';

  private readonly cast = <G>(type: FormItem['type'], Class: ItemClass): G => {
    if (this.item.type !== type)
      throw new GoogleError(`Invalid conversion for item type: ${this.item.type}.`);
    return gas<G>(new Class(this.runtime, this.form, this.item));
  };

  asCheckboxGridItem(): GoogleAppsScript.Forms.CheckboxGridItem {
    return this.cast('CHECKBOX_GRID', CheckboxGridItem);
  }
  asCheckboxItem(): GoogleAppsScript.Forms.CheckboxItem {
    return this.cast('CHECKBOX', CheckboxItem);
  }
  asDateItem(): GoogleAppsScript.Forms.DateItem {
    return this.cast('DATE', DateItem);
  }
  asDateTimeItem(): GoogleAppsScript.Forms.DateTimeItem {
    return this.cast('DATETIME', DateTimeItem);
  }
  asDurationItem(): GoogleAppsScript.Forms.DurationItem {
    return this.cast('DURATION', DurationItem);
  }
  asGridItem(): GoogleAppsScript.Forms.GridItem {
    return this.cast('GRID', GridItem);
  }
  asImageItem(): GoogleAppsScript.Forms.ImageItem {
    return this.cast('IMAGE', ImageItem);
  }
  asListItem(): GoogleAppsScript.Forms.ListItem {
    return this.cast('LIST', ListItem);
  }
  asMultipleChoiceItem(): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this.cast('MULTIPLE_CHOICE', MultipleChoiceItem);
  }
  asPageBreakItem(): GoogleAppsScript.Forms.PageBreakItem {
    return this.cast('PAGE_BREAK', PageBreakItem);
  }
  asParagraphTextItem(): GoogleAppsScript.Forms.ParagraphTextItem {
    return this.cast('PARAGRAPH_TEXT', ParagraphTextItem);
  }
  asRatingItem(): GoogleAppsScript.Forms.RatingItem {
    return this.cast('RATING', RatingItem);
  }
  asScaleItem(): GoogleAppsScript.Forms.ScaleItem {
    return this.cast('SCALE', ScaleItem);
  }
  asSectionHeaderItem(): GoogleAppsScript.Forms.SectionHeaderItem {
    return this.cast('SECTION_HEADER', SectionHeaderItem);
  }
  asTextItem(): GoogleAppsScript.Forms.TextItem {
    return this.cast('TEXT', TextItem);
  }
  asTimeItem(): GoogleAppsScript.Forms.TimeItem {
    return this.cast('TIME', TimeItem);
  }
  asVideoItem(): GoogleAppsScript.Forms.VideoItem {
    return this.cast('VIDEO', VideoItem);
  }
}
