import type { EditedLine, FormChange, FormSettingsEdit, ItemEdit } from '../services/forms/editForm';
import { isGrid } from '../services/forms/itemState';
import type { FormItem, FormItemType, FormState } from '../state/form';

/** Kinds that a person can add, in the order of Google's list. */
export const ADDABLE: readonly FormItemType[] = [
  'TEXT',
  'PARAGRAPH_TEXT',
  'MULTIPLE_CHOICE',
  'CHECKBOX',
  'LIST',
  'FILE_UPLOAD',
  'SCALE',
  'RATING',
  'GRID',
  'CHECKBOX_GRID',
  'DATE',
  'TIME',
  'SECTION_HEADER',
  'PAGE_BREAK',
];

/** What the fields of the editor's page ask for; undefined where they make no sense. */
export function changeFrom(form: FormState, fields: URLSearchParams): FormChange | undefined {
  const itemId = Number(fields.get('itemId'));
  const kind = fields.get('do') ?? '';
  switch (kind) {
    case 'item': {
      const item = form.items.find(({ id }) => id === itemId);
      return item && { kind, itemId, edit: itemEdit(item, fields) };
    }
    case 'delete':
    case 'up':
    case 'down':
      return Number.isSafeInteger(itemId) ? { kind, itemId } : undefined;
    case 'add': {
      const type = ADDABLE.find((one) => one === fields.get('type'));
      return type && { kind, type, title: fields.get('title') ?? '' };
    }
    case 'settings':
      return { kind, settings: settings(fields), openToAll: fields.has('openToAll') };
    case 'link': {
      const spreadsheetId = fields.get('spreadsheetId') ?? '';
      return spreadsheetId === '' ? { kind } : { kind, spreadsheetId };
    }
    case 'unlink':
      return { kind };
    default:
      return undefined;
  }
}

/** Only what the card of that kind of item shows is changed. */
function itemEdit(item: FormItem, fields: URLSearchParams): ItemEdit {
  const edit: ItemEdit = {
    title: fields.get('title') ?? item.title,
    helpText: fields.get('helpText') ?? item.helpText,
  };
  if (item.entryIds.length > 0) edit.required = fields.has('required');
  if (item.choices) edit.choices = lines(fields, 'choice');
  if (item.type === 'MULTIPLE_CHOICE' || item.type === 'CHECKBOX')
    edit.hasOtherOption = fields.has('hasOtherOption');
  if (isGrid(item)) Object.assign(edit, { rows: lines(fields, 'row'), columns: lines(fields, 'column') });
  return edit;
}

/** Fields `choice.0`, `choice.1` … are those that were there, `choice` new ones. */
function lines(fields: URLSearchParams, name: string): EditedLine[] {
  const found: EditedLine[] = [];
  for (const [key, text] of fields) {
    if (key === name) found.push({ text });
    const was = key.startsWith(`${name}.`) ? Number(key.slice(name.length + 1)) : NaN;
    if (Number.isInteger(was)) found.push({ was, text });
  }
  return found;
}

function settings(fields: URLSearchParams): FormSettingsEdit {
  const text = (name: string): string => fields.get(name) ?? '';
  const collect = text('collectEmail');
  return {
    title: text('title'),
    description: text('description'),
    confirmationMessage: text('confirmationMessage'),
    closedMessage: text('closedMessage'),
    published: fields.has('published'),
    acceptingResponses: fields.has('acceptingResponses'),
    collectEmail: collect === 'typed' || collect === 'verified' ? collect : 'off',
    allowResponseEdits: fields.has('allowResponseEdits'),
    limitOneResponse: fields.has('limitOneResponse'),
    progressBar: fields.has('progressBar'),
    shuffleQuestions: fields.has('shuffleQuestions'),
    showLinkToRespondAgain: fields.has('showLinkToRespondAgain'),
  };
}
