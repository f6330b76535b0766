import type { FormSubmission, Submitted, Workspace } from '../../local/host/api';
import type { FormItem, FormState } from '../../local/state/form';

/** What a person writes beside each question: by the question's title as it stands on the form. */
export type Filled = Record<string, string | readonly string[]>;

/** The form of a village as a person finds it: by its title. */
export function formTitled(workspace: Workspace, title: string): FormState {
  for (const id of workspace.store.ids('form')) {
    const form = workspace.store.get('form', id);
    if (form && form.title === title) return form;
  }
  const titles = workspace.store.ids('form').map((id) => workspace.store.get('form', id)?.title);
  throw new Error(`No form is titled "${title}". There are: ${titles.join(', ')}`);
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
