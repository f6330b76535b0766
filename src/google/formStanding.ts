import type { StandingItem } from '../core/formChanges';
import { retry } from './retry';

type Form = GoogleAppsScript.Forms.Form;
type Item = GoogleAppsScript.Forms.Item;

/** Items of a form with all that can be read of them. One call. */
export function standingItems(form: Form): readonly StandingItem[] {
  return retry(() => form.getItems()).map(standingItem);
}

function standingItem(item: Item): StandingItem {
  const type = String(item.getType());
  const plain = {
    id: String(item.getId()),
    type,
    title: item.getTitle(),
    helpText: item.getHelpText() || '',
    required: false,
  };
  switch (type) {
    case 'TEXT':
      return { ...plain, required: item.asTextItem().isRequired() };
    case 'PARAGRAPH_TEXT':
      return { ...plain, required: item.asParagraphTextItem().isRequired() };
    case 'DATE':
      return { ...plain, required: item.asDateItem().isRequired() };
    case 'TIME':
      return { ...plain, required: item.asTimeItem().isRequired() };
    case 'CHECKBOX':
      return { ...plain, ...choicesOf(item.asCheckboxItem()) };
    case 'LIST':
      return { ...plain, ...choicesOf(item.asListItem()) };
    case 'MULTIPLE_CHOICE': {
      const question = item.asMultipleChoiceItem();
      const leadsTo = question
        .getChoices()
        .map((choice) => leadingTo(choice.getPageNavigationType(), () => choice.getGotoPage()));
      return { ...plain, ...choicesOf(question), leadsTo };
    }
    case 'PAGE_BREAK': {
      const page = item.asPageBreakItem();
      return { ...plain, leadsTo: [leadingTo(page.getPageNavigationType(), () => page.getGoToPage())] };
    }
    default:
      return plain;
  }
}

type Choosing =
  | GoogleAppsScript.Forms.ListItem
  | GoogleAppsScript.Forms.CheckboxItem
  | GoogleAppsScript.Forms.MultipleChoiceItem;

function choicesOf(item: Choosing): Pick<StandingItem, 'required' | 'choices'> {
  return { required: item.isRequired(), choices: item.getChoices().map((choice) => choice.getValue()) };
}

/** Where something leads: `SUBMIT`, the item id of a page, '' = just on. Google gives null where nothing is set. */
function leadingTo(
  kind: GoogleAppsScript.Forms.PageNavigationType | null,
  page: () => GoogleAppsScript.Forms.PageBreakItem | null,
): string {
  if (kind === FormApp.PageNavigationType.SUBMIT) return 'SUBMIT';
  if (kind !== FormApp.PageNavigationType.GO_TO_PAGE) return '';
  const target = page();
  return target === null ? '' : String(target.getId());
}
