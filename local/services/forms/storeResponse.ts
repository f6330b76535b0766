import type { Answer, FormResponseState, FormState } from '../../state/form';
import type { Runtime } from '../runtime';
import { appendLinked, updateLinked, type LinkedRow } from './link';

export interface StoredResponse {
  response: FormResponseState;
  /** The row of the linked tab; undefined when the form has none. */
  linked?: LinkedRow;
}

/** Keeps a checked answer and appends its row to the linked tab. Fires nothing: triggers are the host's. */
export function storeResponse(
  runtime: Runtime,
  form: FormState,
  given: { answers: Record<string, Answer>; email: string; person: string },
): StoredResponse {
  const response: FormResponseState = {
    id: runtime.newId('response'),
    timestamp: runtime.now(),
    email: given.email,
    answers: given.answers,
    editToken: runtime.newId('response'),
  };
  if (given.person !== '') response.person = given.person;
  form.responses.push(response);
  const linked = appendLinked(runtime, form, response);
  runtime.store.touch('form', form.id, `response/${response.id}`);
  return linked ? { response, linked } : { response };
}

/**
 * Puts new answers into a response and writes its row anew; in the event, what was not edited is ''
 * (google.md section 2). The row's timestamp moves (section 3), the response's own by a switch.
 */
export function changeResponse(
  runtime: Runtime,
  form: FormState,
  response: FormResponseState,
  given: { answers: Record<string, Answer>; email: string },
): StoredResponse {
  const before = response.answers;
  const ids = new Set([...Object.keys(before), ...Object.keys(given.answers)]);
  const edited = new Set([...ids].filter((id) => !sameAnswer(before[id], given.answers[id])));
  response.answers = given.answers;
  // The form then records the editor's address (Google's reference, FormResponse.getEditResponseUrl).
  if (given.email !== '') response.email = given.email;
  const first = response.timestamp;
  response.timestamp = runtime.now();
  const linked = updateLinked(runtime, form, response, edited, first);
  if (runtime.switches.editMovesTimestamp === false) response.timestamp = first;
  runtime.store.touch('form', form.id, `response/${response.id}`);
  return linked ? { response, linked } : { response };
}

function sameAnswer(a: Answer | undefined, b: Answer | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
