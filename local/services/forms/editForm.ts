import { touchForm } from './touch';
import type { FormItem, FormItemType, FormState } from '../../state/form';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { newSpreadsheet } from '../spreadsheet/newSpreadsheet';
import { checkChoices } from './choice';
import { giveEntryIds, isGrid, newItem } from './itemState';
import { linkForm, syncColumns, unlinkForm } from './link';

/** A choice, row or column as somebody leaves it; `was` is its place before, undefined for a new one. */
export interface EditedLine {
  was?: number;
  text: string;
}

/** What somebody changes at one question; what is left out stays. */
export interface ItemEdit {
  title?: string;
  helpText?: string;
  required?: boolean;
  hasOtherOption?: boolean;
  choices?: EditedLine[];
  rows?: EditedLine[];
  columns?: EditedLine[];
}

/** The switches and texts of a form that its editor shows. */
export type FormSettingsEdit = Partial<
  Pick<
    FormState,
    | 'title'
    | 'description'
    | 'confirmationMessage'
    | 'closedMessage'
    | 'published'
    | 'acceptingResponses'
    | 'collectEmail'
    | 'allowResponseEdits'
    | 'limitOneResponse'
    | 'progressBar'
    | 'shuffleQuestions'
    | 'showLinkToRespondAgain'
  >
>;

/** One thing that a person does in the form's editor. */
export type FormChange =
  | { kind: 'settings'; settings: FormSettingsEdit; openToAll?: boolean }
  | { kind: 'item'; itemId: number; edit: ItemEdit }
  | { kind: 'add'; type: FormItemType; title: string }
  | { kind: 'delete' | 'up' | 'down'; itemId: number }
  /** Without an id a new spreadsheet is made for the answers. */
  | { kind: 'link'; spreadsheetId?: string }
  | { kind: 'unlink' };

/**
 * Does as a person what the form's editor offers, all or nothing; throws Google's words where it refuses. Unlike a
 * script a person may also add a question that takes files (google.md section 3: there is no `addFileUploadItem`).
 */
export function editForm(runtime: Runtime, form: FormState, change: FormChange): void {
  if (!runtime.may('write', form.id))
    throw new GoogleError('You do not have permission to perform that action.');
  switch (change.kind) {
    case 'settings':
      changeSettings(runtime, form, change.settings, change.openToAll);
      break;
    case 'item':
      changeItem(runtime, form, itemOf(form, change.itemId), change.edit);
      break;
    case 'add':
      newItem(runtime, form, change.type).title = change.title;
      break;
    case 'delete':
      form.items.splice(form.items.indexOf(itemOf(form, change.itemId)), 1);
      break;
    case 'up':
    case 'down':
      move(form, itemOf(form, change.itemId), change.kind === 'up' ? -1 : 1);
      break;
    case 'link':
      link(runtime, form, change.spreadsheetId);
      break;
    case 'unlink':
      unlinkForm(runtime, form);
      break;
  }
  syncColumns(runtime, form);
  touchForm(runtime, form.id);
}

function itemOf(form: FormState, itemId: number): FormItem {
  const item = form.items.find(({ id }) => id === itemId);
  if (!item) throw new GoogleError('Item has been deleted.');
  return item;
}

function changeSettings(
  runtime: Runtime,
  form: FormState,
  settings: FormSettingsEdit,
  openToAll: boolean | undefined,
): void {
  const published = settings.published ?? form.published;
  const accepting = settings.acceptingResponses ?? form.acceptingResponses;
  Object.assign(form, settings, { published, acceptingResponses: published && accepting });
  const file = runtime.store.get('file', form.id);
  if (!file || openToAll === undefined) return;
  const people = (file.publishedReaders ?? []).filter((address) => address !== '*');
  file.publishedReaders = openToAll ? [...people, '*'] : people;
  runtime.store.touch('file', file.id);
}

/** Choices keep where they lead and rows their entry numbers, as far as they were there before. */
function changeItem(runtime: Runtime, form: FormState, item: FormItem, edit: ItemEdit): void {
  const choices = edit.choices && item.choices ? edited(edit.choices) : undefined;
  const known = item.choices ?? [];
  const leads = known.some(({ goTo }) => goTo !== undefined);
  const next = choices?.map(({ was, text }): NonNullable<FormItem['choices']>[number] => {
    const before = was === undefined ? undefined : known[was];
    const goTo = before?.goTo ?? (leads ? 'CONTINUE' : undefined);
    return {
      value: text,
      ...(goTo === undefined ? {} : { goTo }),
      ...(before?.correct ? { correct: true } : {}),
    };
  });
  if (next) checkChoices(next);
  const rows = edit.rows && isGrid(item) ? edited(edit.rows) : undefined;
  const columns = edit.columns && isGrid(item) ? edited(edit.columns) : undefined;
  for (const lines of [rows, columns]) if (lines) checkLines(lines);
  if (next) item.choices = next;
  if (columns) item.columns = columns.map(({ text }) => text);
  if (rows) changeRows(runtime, form, item, rows);
  const { title, helpText, required, hasOtherOption } = edit;
  if (title !== undefined) item.title = title;
  if (helpText !== undefined) item.helpText = helpText;
  if (required !== undefined) item.required = required;
  if (hasOtherOption !== undefined) item.hasOtherOption = hasOtherOption;
}

function edited(lines: readonly EditedLine[]): EditedLine[] {
  return lines.filter(({ text }) => text.trim() !== '').map((line) => ({ ...line, text: line.text.trim() }));
}

function checkLines(lines: readonly EditedLine[]): void {
  if (lines.length === 0) throw new GoogleError('Array must not be empty');
  if (new Set(lines.map(({ text }) => text)).size < lines.length)
    throw new GoogleError('Questions cannot have duplicate choice values.');
}

function changeRows(runtime: Runtime, form: FormState, item: FormItem, rows: readonly EditedLine[]): void {
  const before = item.entryIds;
  const kept = rows.flatMap(({ was }) => (was === undefined ? [] : (before[was] ?? [])));
  const isAppended = rows.every(({ was }, at) => was !== undefined || at >= kept.length);
  if (!isAppended) throw new GoogleError('Invalid data updating form.');
  item.rows = rows.map(({ text }) => text);
  item.entryIds = kept;
  giveEntryIds(runtime, form, item);
}

function move(form: FormState, item: FormItem, by: -1 | 1): void {
  const at = form.items.indexOf(item);
  const to = at + by;
  if (to < 0 || to >= form.items.length) throw new GoogleError(`Invalid index: ${to}`);
  form.items.splice(at, 1);
  form.items.splice(to, 0, item);
}

/** A spreadsheet that is made for the answers holds nothing else. */
function link(runtime: Runtime, form: FormState, spreadsheetId: string | undefined): void {
  if (spreadsheetId !== undefined) {
    if (!runtime.may('write', spreadsheetId) || !runtime.store.get('spreadsheet', spreadsheetId))
      throw new GoogleError('Invalid argument: id');
    linkForm(runtime, form, spreadsheetId);
    return;
  }
  const title = form.title || (runtime.store.get('file', form.id)?.name ?? '');
  const parentId = runtime.store.get('file', form.id)?.parentId;
  const suffix = runtime.switches.language === 'id' ? 'Jawaban' : 'Responses';
  const book = newSpreadsheet(runtime, { name: `${title} (${suffix})`, ...(parentId ? { parentId } : {}) });
  linkForm(runtime, form, book.id);
  book.sheets = book.sheets.filter((sheet) => sheet.formId === form.id);
  for (const sheet of book.sheets) delete sheet.visibleFrom;
  runtime.store.touch('spreadsheet', book.id);
}
