import type { FormSubmission, RunRequest } from '../host/api';
import type { Together } from '../host/trials';
import { entriesOf } from '../services/forms/prefill';
import type { FormResponseState, FormState } from '../state/form';
import { projectNamed } from './runPage';
import type { Site } from './site';
import type { Words } from './words';

/** What the page asks to be run at once, as it was typed. */
export interface OrderFields {
  functions: readonly string[];
  project: string;
  /** `form id/response id` of answers that are sent once more. */
  answers: readonly string[];
  seed: string;
  seeds: string;
  check: string;
  /** The one seed that runs for good; '' = each is tried and undone. */
  keep: string;
}
export interface Orders {
  together: Together;
  seeds: readonly number[];
  check: { functionName: string; projectId?: string } | undefined;
  keep: number | undefined;
}
export interface Answered {
  value: string;
  form: FormState;
  response: FormResponseState;
}

const MOST_RUNS = 8;
const MOST_SEEDS = 200;
const ANSWERS_SHOWN = 10;

function list(value: unknown): string[] {
  const all: unknown[] = Array.isArray(value) ? value : [value];
  return all
    .filter((one): one is string => typeof one === 'string')
    .flatMap((one) => one.split(/[\r\n]+/))
    .map((one) => one.trim())
    .filter((one) => one !== '');
}
const one = (value: unknown): string =>
  typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';

/** The fields of the page, or the keys of a program's JSON. */
export function fieldsOf(body: Record<string, unknown>): OrderFields {
  return {
    functions: list(body.functions),
    project: one(body.project),
    answers: list(body.answers),
    seed: one(body.seed) || '1',
    seeds: one(body.seeds) || '20',
    check: one(body.check),
    keep: one(body.keep),
  };
}

/** The newest answers of all forms. */
export function newestAnswers({ workspace }: Site): Answered[] {
  const { store } = workspace;
  return store
    .ids('form')
    .flatMap((id) => {
      const form = store.get('form', id);
      return (form?.responses ?? []).flatMap((response) =>
        form ? [{ value: `${id}/${response.id}`, form, response }] : [],
      );
    })
    .sort((a, b) => b.response.timestamp - a.response.timestamp)
    .slice(0, ANSWERS_SHOWN);
}

/** The same answers of the same person, as if sent again. */
function submissionOf(site: Site, value: string): FormSubmission | undefined {
  const cut = value.indexOf('/');
  const form = site.workspace.store.get('form', value.slice(0, cut));
  const response = form?.responses.find(({ id }) => id === value.slice(cut + 1));
  if (!form || !response) return undefined;
  const answers: Record<string, string[]> = {};
  for (const item of form.items) {
    const answer = response.answers[item.id];
    for (const [name, text] of answer === undefined ? [] : entriesOf(item, answer)) {
      (answers[name.replace('entry.', '')] ??= []).push(text);
    }
  }
  const person = response.person ?? response.email;
  return { publishedId: form.publishedId, person, emailAddress: response.email, answers };
}

const whole = (text: string): number => (/^\d{1,9}$/.test(text) ? Number(text) : Number.NaN);

/** What is to be tried, or in words what is wrong with the wish. */
export function ordersOf(site: Site, words: Words, fields: OrderFields): Orders | string {
  const project = projectNamed(site, fields.project);
  if (project === null) return words.say('orderUnknown', fields.project);
  const own = project === undefined ? {} : { projectId: project };
  // As a clock would run them: nobody sits before a page, so a dialog is refused instead of waited for.
  const runs = fields.functions.map((functionName): RunRequest => ({
    ...own,
    functionName,
    trigger: 'clock',
  }));
  const sent = fields.answers.map((value) => submissionOf(site, value));
  const lost = fields.answers.find((_, at) => sent[at] === undefined);
  if (lost !== undefined) return words.say('orderUnknown', lost);
  const together = [...runs, ...sent.filter((each) => each !== undefined)];
  if (together.length < 2 || together.length > MOST_RUNS) return words.say('orderNeedsTwo');
  const [first, count] = [whole(fields.seed), whole(fields.seeds)];
  if (!(first >= 0 && count >= 1 && count <= MOST_SEEDS)) return words.say('orderWrongSeed');
  const keep = fields.keep === '' ? undefined : whole(fields.keep);
  if (Number.isNaN(keep)) return words.say('orderWrongSeed');
  return {
    together,
    seeds: Array.from({ length: count }, (_, at) => first + at),
    check: fields.check === '' ? undefined : { ...own, functionName: fields.check },
    keep,
  };
}
