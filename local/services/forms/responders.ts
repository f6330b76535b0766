import type { FormState } from '../../state/form';
import type { Runtime } from '../runtime';
import { fill, formWords } from './words';

/** True when the form asks who one is, so that nobody can answer without an account; one that takes files does. */
export function needsSignIn(runtime: Runtime, form: FormState): boolean {
  if (form.collectEmail === 'verified' || form.limitOneResponse || form.requireLogin) return true;
  if (form.items.some((item) => item.type === 'FILE_UPLOAD')) return true;
  return runtime.switches.responderPermissions && !openToAll(runtime, form);
}

/** True when anyone with the link may answer (the Drive permission of the view `published`). */
export function openToAll(runtime: Runtime, form: FormState): boolean {
  if (!runtime.switches.responderPermissions) return true;
  return runtime.store.get('file', form.id)?.publishedReaders?.includes('*') ?? false;
}

/** True when that person may answer: a responder, or one who may edit the form (google.md section 3). */
export function isResponder(runtime: Runtime, form: FormState, person: string): boolean {
  if (openToAll(runtime, form)) return true;
  if (person === '') return false;
  const file = runtime.store.get('file', form.id);
  if (!file) return false;
  const same = (address: string): boolean => address.toLowerCase() === person.toLowerCase();
  return [file.owner, ...file.editors, ...(file.publishedReaders ?? [])].some(same);
}

/** Why that person cannot answer now, in the page's words; undefined when she can. */
export function refusalOf(
  runtime: Runtime,
  form: FormState,
  input: { person: string; editToken?: string },
): string | undefined {
  const words = formWords(runtime.switches.language);
  const title = form.title || (runtime.store.get('file', form.id)?.name ?? '');
  if (!form.published) return words.notPublished;
  if (input.person === '' && needsSignIn(runtime, form)) return words.signIn;
  if (!isResponder(runtime, form, input.person)) return words.needPermission;
  if (!form.acceptingResponses) return form.closedMessage || fill(words.closed, title);
  if (input.editToken !== undefined) {
    const known = form.responses.some((response) => response.editToken === input.editToken);
    return form.allowResponseEdits && known ? undefined : words.editsOff;
  }
  const answered = form.responses.some((response) => input.person !== '' && response.person === input.person);
  return form.limitOneResponse && answered ? words.alreadyResponded : undefined;
}
