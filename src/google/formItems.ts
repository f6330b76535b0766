import { titleOf, type ActualItem, type Probe } from '../core/formItems';
import type { Aspect } from '../core/formChanges';
import type { FormItem, GoTo, PageItem, QuestionItem } from '../core/formLayout';
import type { ItemSpec } from '../core/kinds/kind';
import { retry } from './retry';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** Items of a form in their order. */
export function actualItems(form: Form): readonly ActualItem[] {
  return retry(() => form.getItems()).map((item) => ({
    id: String(item.getId()),
    title: item.getTitle(),
    type: String(item.getType()),
  }));
}

/** Adds an item at the end of the form, whole; gives its id. Not to be tried twice: each call adds one. */
export function addItem(form: Form, wanted: FormItem): string {
  const item = add(form, wanted.item === 'page' ? 'PAGE_BREAK' : wanted.spec.item);
  configure(item, wanted);
  return String(item.getId());
}

/** Sets of an item that exists what differs; `rule` = also the rule of a text, which cannot be read. */
export function amendItem(item: Item, wanted: FormItem, aspects: readonly Aspect[]): void {
  if (aspects.includes('title')) retry(() => settable(item).setTitle(titleOf(wanted)));
  if (aspects.includes('help')) {
    const help = wanted.item === 'page' ? wanted.helpText : wanted.spec.helpText;
    retry(() => settable(item).setHelpText(help));
  }
  if (wanted.item === 'page') return;
  const { required, choices = [] } = wanted.spec;
  if (aspects.includes('required')) retry(() => settable(item).setRequired(required));
  if (aspects.includes('choices')) retry(() => choosing(item, wanted.spec).setChoiceValues([...choices]));
}

/** Sets the rule of a text anew; nothing where it has none. */
export function setRule(item: Item, { spec }: QuestionItem): void {
  const rule = spec.validation;
  if (rule === undefined) return;
  if (spec.item === 'TEXT') retry(() => item.asTextItem().setValidation(textRule(rule)));
  else retry(() => item.asParagraphTextItem().setValidation(longTextRule(rule)));
}

/** Adds the item at the end of the form, bare. Not to be tried twice: each call adds one. */
function add(form: Form, type: ItemSpec['item'] | 'PAGE_BREAK'): Item {
  const adders: Record<typeof type, () => { getId(): number }> = {
    TEXT: () => form.addTextItem(),
    PARAGRAPH_TEXT: () => form.addParagraphTextItem(),
    MULTIPLE_CHOICE: () => form.addMultipleChoiceItem(),
    LIST: () => form.addListItem(),
    CHECKBOX: () => form.addCheckboxItem(),
    DATE: () => form.addDateItem(),
    TIME: () => form.addTimeItem(),
    PAGE_BREAK: () => form.addPageBreakItem(),
  };
  return form.getItemById(adders[type]().getId());
}

function textRule(spec: NonNullable<ItemSpec['validation']>): GoogleAppsScript.Forms.TextValidation {
  const builder = FormApp.createTextValidation().setHelpText(spec.helpText);
  const length = spec.length ?? 0;
  if (spec.rule === 'matchesPattern') return builder.requireTextMatchesPattern(spec.pattern ?? '').build();
  if (spec.rule === 'containsPattern') return builder.requireTextContainsPattern(spec.pattern ?? '').build();
  if (spec.rule === 'maximumLength') return builder.requireTextLengthLessThanOrEqualTo(length).build();
  return builder.requireTextLengthGreaterThanOrEqualTo(length).build();
}

function longTextRule(
  spec: NonNullable<ItemSpec['validation']>,
): GoogleAppsScript.Forms.ParagraphTextValidation {
  const builder = FormApp.createParagraphTextValidation().setHelpText(spec.helpText);
  const length = spec.length ?? 0;
  if (spec.rule === 'matchesPattern') return builder.requireTextMatchesPattern(spec.pattern ?? '').build();
  if (spec.rule === 'containsPattern') return builder.requireTextContainsPattern(spec.pattern ?? '').build();
  if (spec.rule === 'maximumLength') return builder.requireTextLengthLessThanOrEqualTo(length).build();
  return builder.requireTextLengthGreaterThanOrEqualTo(length).build();
}

/** What all kinds of question have. */
interface Settable {
  setTitle(title: string): unknown;
  setHelpText(text: string): unknown;
  setRequired(enabled: boolean): unknown;
}

function setPlain(item: Settable, spec: ItemSpec): void {
  retry(() => item.setTitle(spec.title));
  if (spec.helpText !== '') retry(() => item.setHelpText(spec.helpText));
  if (spec.required) retry(() => item.setRequired(true));
}

/** The item as what it is, with the setters that all questions have. */
function settable(item: Item): Settable {
  switch (String(item.getType())) {
    case 'TEXT':
      return item.asTextItem();
    case 'PARAGRAPH_TEXT':
      return item.asParagraphTextItem();
    case 'DATE':
      return item.asDateItem();
    case 'TIME':
      return item.asTimeItem();
    case 'CHECKBOX':
      return item.asCheckboxItem();
    case 'LIST':
      return item.asListItem();
    case 'PAGE_BREAK':
      // A page break cannot be required; nobody asks it to be.
      return item.asPageBreakItem() as unknown as Settable;
    default:
      return item.asMultipleChoiceItem();
  }
}

type Choosing =
  | GoogleAppsScript.Forms.ListItem
  | GoogleAppsScript.Forms.CheckboxItem
  | GoogleAppsScript.Forms.MultipleChoiceItem;

/** A question with choices, as what it is. */
function choosing(item: Item, { item: type }: ItemSpec): Choosing {
  if (type === 'LIST') return item.asListItem();
  return type === 'CHECKBOX' ? item.asCheckboxItem() : item.asMultipleChoiceItem();
}

function configureQuestion(item: Item, wanted: QuestionItem): void {
  const { spec } = wanted;
  setPlain(settable(item), spec);
  const choices = spec.choices;
  if (choices !== undefined) retry(() => choosing(item, spec).setChoiceValues([...choices]));
  setRule(item, wanted);
}

function configure(item: Item, wanted: FormItem): void {
  if (wanted.item === 'question') {
    configureQuestion(item, wanted);
    return;
  }
  const page = item.asPageBreakItem();
  retry(() => page.setTitle(wanted.title));
  if (wanted.helpText !== '') retry(() => page.setHelpText(wanted.helpText));
}

/**
 * Builds the items of one part, which stand in the form from index `from` on. What an interrupted run left there
 * is kept; its last item may be half made and is set anew.
 */
export function buildItems(form: Form, from: number, items: readonly FormItem[]): void {
  const there = retry(() => form.getItems());
  const made = Math.max(0, there.length - from);
  const last = there[there.length - 1];
  const lastWanted = items[made - 1];
  if (last !== undefined && lastWanted !== undefined) configure(last, lastWanted);
  for (const wanted of items.slice(made)) {
    configure(add(form, wanted.item === 'page' ? 'PAGE_BREAK' : wanted.spec.item), wanted);
  }
}

/** Sets where choices and page breaks lead; `idOf` gives the item id of a key. */
export function navigate(form: Form, items: readonly FormItem[], idOf: (key: string) => string): void {
  const itemOf = (key: string): Item => form.getItemById(Number(idOf(key)));
  for (const item of items) {
    if (item.item === 'page') navigatePage(itemOf(item.key), item);
    else if (item.leadsTo !== undefined) navigateChoices(itemOf(item.key), item, item.leadsTo, itemOf);
  }
}

function navigatePage(item: Item, wanted: PageItem): void {
  if (wanted.before === undefined) return;
  const page = item.asPageBreakItem();
  retry(() => page.setGoToPage(FormApp.PageNavigationType.SUBMIT));
}

function navigateChoices(
  item: Item,
  wanted: QuestionItem,
  leadsTo: Readonly<Record<string, GoTo>>,
  itemOf: (key: string) => Item,
): void {
  const question = item.asMultipleChoiceItem();
  const choices = (wanted.spec.choices ?? []).map((value) => {
    const target = leadsTo[value];
    return target === undefined || target === 'submit'
      ? question.createChoice(value, FormApp.PageNavigationType.SUBMIT)
      : question.createChoice(value, itemOf(target.page).asPageBreakItem());
  });
  retry(() => question.setChoices(choices));
}

function probeResponse(item: Item, probe: Probe): GoogleAppsScript.Forms.ItemResponse {
  switch (probe.type) {
    case 'TEXT':
      return item.asTextItem().createResponse(probe.value);
    case 'PARAGRAPH_TEXT':
      return item.asParagraphTextItem().createResponse(probe.value);
    case 'MULTIPLE_CHOICE':
      return item.asMultipleChoiceItem().createResponse(probe.value);
    case 'LIST':
      return item.asListItem().createResponse(probe.value);
    case 'CHECKBOX':
      return item.asCheckboxItem().createResponse([probe.value]);
    case 'DATE':
      return item.asDateItem().createResponse(new Date(`${probe.value}T12:00:00Z`));
    case 'TIME':
      return item
        .asTimeItem()
        .createResponse(Number(probe.value.slice(0, 2)), Number(probe.value.slice(3, 5)));
  }
}

/** The prefilled link with these answers: Google's own, so it shows the questions' numbers. One call. */
export function prefilledLink(form: Form, probes: readonly Probe[], idOf: (key: string) => string): string {
  const response = form.createResponse();
  for (const probe of probes) {
    response.withItemResponse(probeResponse(form.getItemById(Number(idOf(probe.key))), probe));
  }
  return retry(() => response.toPrefilledUrl());
}
