import { gas } from '../boundary';
import { GoogleError, Served, type ServedClass, type ServiceEntry } from '../served';
import { Menu } from '../spreadsheet/menu';
import { PromptResponse, Ui, uiOf } from '../spreadsheet/ui';
import { User } from '../user';
import { Choice } from './choice';
import { CheckboxItem, ListItem, MultipleChoiceItem } from './choiceItems';
import { DateItem, DateTimeItem, DurationItem, TimeItem } from './dateItems';
import { QuizFeedback, QuizFeedbackBuilder } from './feedback';
import { Form } from './form';
import { FormResponse } from './formResponse';
import { createForm, openForm } from './formState';
import { Item } from './genericItem';
import { CheckboxGridItem, GridItem } from './gridItems';
import { ItemResponse } from './itemResponse';
import { ImageItem, PageBreakItem, SectionHeaderItem, VideoItem } from './layoutItems';
import { RatingItem, ScaleItem } from './scaleItems';
import { ParagraphTextItem, TextItem } from './textItems';
import {
  CheckboxGridValidation,
  CheckboxGridValidationBuilder,
  CheckboxValidation,
  CheckboxValidationBuilder,
  GridValidation,
  GridValidationBuilder,
  ParagraphTextValidation,
  ParagraphTextValidationBuilder,
  TextValidation,
  TextValidationBuilder,
} from './validations';

type G = GoogleAppsScript.Forms.FormApp;
type Members =
  | 'create'
  | 'openById'
  | 'openByUrl'
  | 'getActiveForm'
  | 'createTextValidation'
  | 'createParagraphTextValidation'
  | 'createCheckboxValidation'
  | 'createGridValidation'
  | 'createCheckboxGridValidation'
  | 'createFeedback'
  | 'getUi';

/** The global `FormApp`. */
export class FormApp extends Served implements Pick<G, Members> {
  static override readonly gas = 'Forms.FormApp';

  /** `title` names the file; the form's own title stays '' (google.md section 3). */
  create(title: string, isPublished?: boolean): GoogleAppsScript.Forms.Form {
    const published = isPublished ?? this.runtime.switches.scriptFormsPublished ?? true;
    return gas(new Form(this.runtime, createForm(this.runtime, title, published)));
  }

  openById(id: string): GoogleAppsScript.Forms.Form {
    return gas(new Form(this.runtime, openForm(this.runtime, id)));
  }

  /** Takes the edit address and the viewform address of a form. */
  openByUrl(url: string): GoogleAppsScript.Forms.Form {
    const [, published, id = ''] = /\/forms\/d\/(e\/)?([\w-]+)/.exec(url) ?? [];
    if (id === '') throw new GoogleError('Invalid argument: url');
    if (published === undefined) return this.openById(id);
    const { store } = this.runtime;
    const known = store.ids('form').find((candidate) => store.get('form', candidate)?.publishedId === id);
    if (known === undefined) throw new GoogleError('Invalid argument: url');
    return this.openById(known);
  }

  /** The form that the script is bound to, null elsewhere. */
  getActiveForm(): GoogleAppsScript.Forms.Form {
    const id = this.runtime.execution.containerId;
    const form = id === undefined ? undefined : this.runtime.store.get('form', id);
    return gas(form ? new Form(this.runtime, form) : null);
  }

  /** The editor of the form that the script is bound to. */
  getUi(): GoogleAppsScript.Base.Ui {
    return gas(uiOf(this.runtime, 'FormApp', 'form'));
  }

  createTextValidation(): GoogleAppsScript.Forms.TextValidationBuilder {
    return gas(new TextValidationBuilder(this.runtime));
  }
  createParagraphTextValidation(): GoogleAppsScript.Forms.ParagraphTextValidationBuilder {
    return gas(new ParagraphTextValidationBuilder(this.runtime));
  }
  createCheckboxValidation(): GoogleAppsScript.Forms.CheckboxValidationBuilder {
    return gas(new CheckboxValidationBuilder(this.runtime));
  }
  createGridValidation(): GoogleAppsScript.Forms.GridValidationBuilder {
    return gas(new GridValidationBuilder(this.runtime));
  }
  createCheckboxGridValidation(): GoogleAppsScript.Forms.CheckboxGridValidationBuilder {
    return gas(new CheckboxGridValidationBuilder(this.runtime));
  }
  createFeedback(): GoogleAppsScript.Forms.QuizFeedbackBuilder {
    return gas(new QuizFeedbackBuilder(this.runtime));
  }
}

const classes: readonly ServedClass[] = [
  FormApp,
  Form,
  FormResponse,
  ItemResponse,
  Item,
  Choice,
  CheckboxGridItem,
  CheckboxItem,
  DateItem,
  DateTimeItem,
  DurationItem,
  GridItem,
  ImageItem,
  ListItem,
  MultipleChoiceItem,
  PageBreakItem,
  ParagraphTextItem,
  RatingItem,
  ScaleItem,
  SectionHeaderItem,
  TextItem,
  TimeItem,
  VideoItem,
  QuizFeedback,
  QuizFeedbackBuilder,
  CheckboxGridValidation,
  CheckboxGridValidationBuilder,
  CheckboxValidation,
  CheckboxValidationBuilder,
  GridValidation,
  GridValidationBuilder,
  ParagraphTextValidation,
  ParagraphTextValidationBuilder,
  TextValidation,
  TextValidationBuilder,
  User,
  Ui,
  Menu,
  PromptResponse,
];

export const formService: ServiceEntry = {
  global: 'FormApp',
  gas: 'Forms.FormApp',
  create: (runtime) => new FormApp(runtime),
  classes,
};
