import { touchForm } from './touch';
import type { FormItem, FormState } from '../../state/form';
import { constant, gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { freshNumber, giveEntryIds } from './itemState';
import { syncColumns } from './link';

/** What every item of a form can do. `G` is Google's interface, which setters hand back. */
export abstract class AnyItem<G> extends Served {
  constructor(
    runtime: Runtime,
    readonly form: FormState,
    readonly item: FormItem,
  ) {
    super(runtime);
  }

  /** Applies a change to the live item and marks the form as changed; gives this object for chaining. */
  protected readonly change = (edit: (item: FormItem) => void): G => {
    edit(this.item);
    syncColumns(this.runtime, this.form);
    touchForm(this.runtime, this.form.id);
    return gas<G>(this);
  };

  getId(): number {
    return this.item.id;
  }

  /** Position in the form from 0; throws when the item was deleted. */
  getIndex(): number {
    const index = this.form.items.indexOf(this.item);
    if (index < 0) throw new GoogleError('Item has been deleted.');
    return index;
  }

  getType(): GoogleAppsScript.Forms.ItemType {
    return constant('Forms.ItemType', this.item.type);
  }

  getTitle(): string {
    return this.item.title;
  }

  setTitle(title: string): G {
    return this.change((item) => (item.title = title));
  }

  getHelpText(): string {
    return this.item.helpText;
  }

  setHelpText(text: string): G {
    return this.change((item) => (item.helpText = text));
  }

  /** A copy at the end of the form with ids of its own. */
  duplicate(): G {
    const copy: FormItem = {
      ...(JSON.parse(JSON.stringify(this.item)) as FormItem),
      id: freshNumber(this.runtime, this.form, 'item'),
      entryIds: [],
    };
    this.form.items.push(copy);
    giveEntryIds(this.runtime, this.form, copy);
    syncColumns(this.runtime, this.form);
    touchForm(this.runtime, this.form.id);
    const Class = this.constructor as new (runtime: Runtime, form: FormState, item: FormItem) => unknown;
    return gas<G>(new Class(this.runtime, this.form, copy));
  }
}

/** An item that a person answers. */
export abstract class Question<G> extends AnyItem<G> {
  isRequired(): boolean {
    return this.item.required;
  }

  setRequired(enabled: boolean): G {
    return this.change((item) => (item.required = enabled));
  }
}

/** The names that every item has. */
export type ItemMembers =
  'duplicate' | 'getHelpText' | 'getId' | 'getIndex' | 'getTitle' | 'getType' | 'setHelpText' | 'setTitle';
/** The names that every question has. */
export type QuestionMembers = ItemMembers | 'isRequired' | 'setRequired' | 'createResponse';
/** Quiz members of a question without right answers. */
export type PointMembers = 'getPoints' | 'setPoints' | 'getGeneralFeedback' | 'setGeneralFeedback';
