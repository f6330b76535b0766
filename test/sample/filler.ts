import type { FormSubmission, Submitted, Workspace } from '../../local/host/api';
import type { FormItem, FormState } from '../../local/state/form';

/** What a person writes beside each question: by the question's title as it stands on the form. */
export type Filled = Record<string, string | readonly string[]>;

/** A form as a person finds it in Drive: by the name of its file. */
export function formNamed(workspace: Workspace, name: string): FormState {
  const ids = workspace.store.ids('form');
  const id = ids.find((each) => workspace.store.get('file', each)?.name === name);
  const form = id === undefined ? undefined : workspace.store.get('form', id);
  if (form) return form;
  const names = ids.map((each) => workspace.store.get('file', each)?.name);
  throw new Error(`No form is called "${name}". There are: ${names.join(', ')}`);
}

/**
 * The items under a title that a person would reach: several sections carry the same question (`Catatan`), so
 * an item counts for the section that `section` names, else for the first page.
 */
function itemFor(form: FormState, label: string, section: string): FormItem {
  let page = '';
  let elsewhere: FormItem | undefined;
  for (const item of form.items) {
    if (item.type === 'PAGE_BREAK') page = item.title;
    else if (item.title === label) {
      if (page === '' || page.includes(section)) return item;
      elsewhere ??= item;
    }
  }
  if (elsewhere) return elsewhere;
  throw new Error(`The form "${form.title}" asks no question "${label}".`);
}

/** The answers by entry number, as the form's own page would send them. */
export function entriesOf(
  form: FormState,
  filled: Filled,
  section: string,
): Record<string, string | string[]> {
  const entries: Record<string, string | string[]> = {};
  for (const [label, answer] of Object.entries(filled)) {
    const entry = itemFor(form, label, section).entryIds[0];
    if (entry !== undefined) entries[String(entry)] = typeof answer === 'string' ? answer : [...answer];
  }
  return entries;
}

/** Fills a form and sends it at its own address, as that person. */
export async function send(
  workspace: Workspace,
  form: FormState,
  filled: Filled,
  options: { person: string; section: string },
): Promise<Submitted> {
  const submission: FormSubmission = {
    publishedId: form.publishedId,
    person: options.person,
    answers: entriesOf(form, filled, options.section),
  };
  if (form.collectEmail === 'typed') submission.emailAddress = options.person;
  return workspace.submitForm(submission);
}
