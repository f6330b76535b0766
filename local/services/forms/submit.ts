import type { FormState } from '../../state/form';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { checkAnswers, type AnswerInput } from './checkAnswers';
import { changeResponse, storeResponse, type StoredResponse } from './storeResponse';

export { checkAnswers, type AnswerError, type AnswerInput, type CheckedAnswers } from './checkAnswers';
export { pagesOf, visitedPages, type FormPage } from './pages';
export { prefill, prefilledUrl } from './prefill';
export type { LinkedRow } from './link';
export type { StoredResponse } from './storeResponse';

/**
 * Takes a person's answer that `checkAnswers` has passed: keeps it, and appends it to the linked tab. The host
 * fires the triggers. Throws when the answer does not pass: call `checkAnswers` first to have the messages.
 */
export function submitResponse(runtime: Runtime, form: FormState, input: AnswerInput): StoredResponse {
  const { answers, email } = passed(runtime, form, input);
  return storeResponse(runtime, form, { answers, email, person: input.person });
}

/** The same for an edit address (`input.editToken`): the response and its row change, no new ones come. */
export function editResponse(runtime: Runtime, form: FormState, input: AnswerInput): StoredResponse {
  const response = form.responses.find((candidate) => candidate.editToken === input.editToken);
  if (!response) throw new GoogleError('The response to be edited does not exist.');
  const { answers, email } = passed(runtime, form, input);
  return changeResponse(runtime, form, response, { answers, email });
}

function passed(runtime: Runtime, form: FormState, input: AnswerInput): ReturnType<typeof checkAnswers> {
  const checked = checkAnswers(runtime, form, input);
  const first = checked.refused ?? checked.errors[0]?.message;
  if (first !== undefined) throw new GoogleError(first);
  return checked;
}
