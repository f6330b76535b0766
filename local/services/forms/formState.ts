import { MIME } from '../../state/file';
import type { FormItem, FormState, Navigation } from '../../state/form';
import { createFile } from '../drive/createFile';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { freshNumber } from './itemState';

/** What Google says when a form cannot be opened, for want of it or of rights (google.md section 1). */
export const NO_ITEM =
  'No item with the given ID could be found. Possibly because you have not edited this item or you do not have permission to access it.';

/** An empty form as `FormApp.create` makes it: file named, title '' (google.md section 3). Stores both documents. */
export function createForm(runtime: Runtime, name: string, published: boolean): FormState {
  const file = createFile(runtime, { name, mimeType: MIME.form });
  if (runtime.switches.scriptFormsOpen) file.publishedReaders = ['*'];
  const form: FormState = {
    id: file.id,
    publishedId: runtime.newId('published'),
    title: '',
    description: '',
    confirmationMessage: '',
    closedMessage: '',
    published,
    acceptingResponses: published,
    collectEmail: 'off',
    allowResponseEdits: false,
    limitOneResponse: false,
    requireLogin: false,
    progressBar: false,
    shuffleQuestions: false,
    showLinkToRespondAgain: true,
    publishingSummary: false,
    isQuiz: false,
    items: [],
    responses: [],
  };
  runtime.store.put('form', form.id, form);
  return form;
}

/** The form of that id, when the effective user may edit it; otherwise Google's words. */
export function openForm(runtime: Runtime, id: string): FormState {
  const form = runtime.store.get('form', id);
  if (!form || !runtime.may('write', id)) throw new GoogleError(NO_ITEM);
  return form;
}

/**
 * The form document of a copied file: items, validation and settings are the original's; it is unpublished,
 * has no destination and no responses (google.md sections 2 and 3). The caller stores it.
 */
export function copyForm(runtime: Runtime, original: FormState, id: string): FormState {
  const { destination: _, responses: __, ...settings } = original;
  const copy: FormState = {
    ...(JSON.parse(JSON.stringify(settings)) as typeof settings),
    id,
    publishedId: runtime.newId('published'),
    // A legacy form knows no publishing: its copy takes answers at once.
    published: !runtime.switches.responderPermissions,
    acceptingResponses: !runtime.switches.responderPermissions,
    responses: [],
  };
  if (runtime.switches.copyKeepsItemIds === false) renumberItems(runtime, copy);
  if (runtime.switches.copyKeepsEntryIds === false) {
    for (const item of copy.items)
      item.entryIds = item.entryIds.map(() => freshNumber(runtime, copy, 'entry'));
  }
  return copy;
}

function renumberItems(runtime: Runtime, form: FormState): void {
  const fresh = new Map<number, number>();
  for (const item of form.items) {
    const id = freshNumber(runtime, form, 'item');
    fresh.set(item.id, id);
    item.id = id;
  }
  const moved = (goTo: Navigation): Navigation =>
    typeof goTo === 'object' ? { page: fresh.get(goTo.page) ?? goTo.page } : goTo;
  for (const item of form.items) moveNavigation(item, moved);
}

function moveNavigation(item: FormItem, moved: (goTo: Navigation) => Navigation): void {
  if (item.goTo) item.goTo = moved(item.goTo);
  for (const choice of item.choices ?? []) if (choice.goTo) choice.goTo = moved(choice.goTo);
}

/** The viewform address that a person opens; its id is not `getId()` (google.md section 3). */
export function viewformUrl(form: FormState): string {
  return `https://docs.google.com/forms/d/e/${form.publishedId}/viewform`;
}
