import { touchForm } from './touch';
import type { FormItem, FormItemType } from '../../state/form';
import { gas, keyOf } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choiceItems';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './dateItems';
import { FormSettings } from './formSettings';
import { Item } from './genericItem';
import { CheckboxGridItem, GridItem } from './gridItems';
import { AnyItem } from './item';
import { newItem } from './itemState';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layoutItems';
import { syncColumns } from './link';
import { RatingItem, ScaleItem } from './scaleItems';
import { ParagraphTextItem, TextItem } from './textItems';
import type { FormState } from '../../state/form';

type GItem = GoogleAppsScript.Forms.Item;
type ItemClass = new (runtime: Runtime, form: FormState, item: FormItem) => AnyItem<unknown>;

/** The items of a form: adding, finding, moving and deleting them. */
export abstract class FormItems extends FormSettings {
  private readonly add = <G>(type: FormItemType, Class: ItemClass): G => {
    const item = newItem(this.runtime, this.form, type);
    syncColumns(this.runtime, this.form);
    touchForm(this.runtime, this.form.id);
    return gas<G>(new Class(this.runtime, this.form, item));
  };

  addCheckboxGridItem(): GoogleAppsScript.Forms.CheckboxGridItem {
    return this.add('CHECKBOX_GRID', CheckboxGridItem);
  }
  addCheckboxItem(): GoogleAppsScript.Forms.CheckboxItem {
    return this.add('CHECKBOX', CheckboxItem);
  }
  addDateItem(): GoogleAppsScript.Forms.DateItem {
    return this.add('DATE', DateItem);
  }
  addDateTimeItem(): GoogleAppsScript.Forms.DateTimeItem {
    return this.add('DATETIME', DateTimeItem);
  }
  addDurationItem(): GoogleAppsScript.Forms.DurationItem {
    return this.add('DURATION', DurationItem);
  }
  addGridItem(): GoogleAppsScript.Forms.GridItem {
    return this.add('GRID', GridItem);
  }
  addImageItem(): GoogleAppsScript.Forms.ImageItem {
    return this.add('IMAGE', ImageItem);
  }
  addListItem(): GoogleAppsScript.Forms.ListItem {
    return this.add('LIST', ListItem);
  }
  addMultipleChoiceItem(): GoogleAppsScript.Forms.MultipleChoiceItem {
    return this.add('MULTIPLE_CHOICE', MultipleChoiceItem);
  }
  addPageBreakItem(): GoogleAppsScript.Forms.PageBreakItem {
    return this.add('PAGE_BREAK', PageBreakItem);
  }
  addParagraphTextItem(): GoogleAppsScript.Forms.ParagraphTextItem {
    return this.add('PARAGRAPH_TEXT', ParagraphTextItem);
  }
  addRatingItem(): GoogleAppsScript.Forms.RatingItem {
    return this.add('RATING', RatingItem);
  }
  addScaleItem(): GoogleAppsScript.Forms.ScaleItem {
    return this.add('SCALE', ScaleItem);
  }
  addSectionHeaderItem(): GoogleAppsScript.Forms.SectionHeaderItem {
    return this.add('SECTION_HEADER', SectionHeaderItem);
  }
  addTextItem(): GoogleAppsScript.Forms.TextItem {
    return this.add('TEXT', TextItem);
  }
  addTimeItem(): GoogleAppsScript.Forms.TimeItem {
    return this.add('TIME', TimeItem);
  }
  addVideoItem(): GoogleAppsScript.Forms.VideoItem {
    return this.add('VIDEO', VideoItem);
  }

  getItems(itemType?: GoogleAppsScript.Forms.ItemType): GItem[] {
    const key = keyOf(itemType);
    const items = this.form.items.filter((item) => key === '' || item.type === key);
    return gas(items.map((item) => new Item(this.runtime, this.form, item)));
  }

  /** null when the form has no such item. */
  getItemById(id: number): GItem {
    const item = this.form.items.find((candidate) => candidate.id === Number(id));
    return gas(item ? new Item(this.runtime, this.form, item) : null);
  }

  /** From an index or an item to an index; the others close up. */
  moveItem(from: number | GItem, to: number): GItem {
    const index = this.indexOf(from);
    if (!Number.isInteger(to) || to < 0 || to >= this.form.items.length) {
      throw new GoogleError(`Invalid index: ${to}`);
    }
    const [item] = this.form.items.splice(index, 1);
    if (!item) throw new GoogleError(`Invalid index: ${index}`);
    this.form.items.splice(to, 0, item);
    touchForm(this.runtime, this.form.id);
    return gas(new Item(this.runtime, this.form, item));
  }

  /** The column in a linked tab and the answers given stay (google.md section 2). */
  deleteItem(target: number | GItem): void {
    this.form.items.splice(this.indexOf(target), 1);
    touchForm(this.runtime, this.form.id);
  }

  private readonly indexOf = (target: unknown): number => {
    const index = target instanceof AnyItem ? this.form.items.indexOf(target.item) : Number(target);
    if (!this.form.items[index]) throw new GoogleError(`Invalid index: ${index}`);
    return index;
  };
}
