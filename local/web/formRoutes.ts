import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Submitted } from '../host/api';
import { checkAnswers } from '../services/forms/checkAnswers';
import type { AnswerError } from '../services/forms/checkAnswers';
import { follow, leaving, pagesOf } from '../services/forms/pages';
import type { FormPage } from '../services/forms/pages';
import { prefill } from '../services/forms/prefill';
import { isResponder, needsSignIn, refusalOf } from '../services/forms/responders';
import type { Runtime } from '../services/runtime';
import type { FormState } from '../state/form';
import { viewformPath } from './addresses';
import { notFoundPage } from './answers';
import { answersFrom, entriesFrom, fieldsFromAnswers, fieldsOf } from './formFields';
import type { Fields } from './formControl';
import { formCard, formPage, formTitle } from './formPage';
import { nothing, textWithLinks } from './markup';
import type { Site } from './site';
import { visitor, wordsOf } from './site';
import type { Words } from './words';

type Answered = Response | Promise<Response>;

/** Everything about one request to one form. */
interface Visit {
  site: Site;
  c: Context;
  form: FormState;
  title: string;
  words: Words;
  person: string;
  runtime: Runtime;
  pages: FormPage[];
}

/** The form as a person fills it in, and where its answers go. */
export function addForms(app: Hono, site: Site): void {
  app.get('/forms/d/e/:publishedId/viewform', (c) => {
    const visit = visitOf(site, c, c.req.param('publishedId'));
    return visit ? show(visit) : notFoundPage(site, c);
  });
  app.post('/forms/d/e/:publishedId/formResponse', async (c) => {
    const visit = visitOf(site, c, c.req.param('publishedId'));
    if (!visit) return notFoundPage(site, c);
    return receive(visit, fieldsOf(new URLSearchParams(await c.req.text())));
  });
}

function visitOf(site: Site, c: Context, publishedId: string): Visit | undefined {
  const { store } = site.workspace;
  for (const id of store.ids('form')) {
    const form = store.get('form', id);
    if (form?.publishedId !== publishedId || store.get('file', id)?.trashed) continue;
    const words = wordsOf(site, c);
    const person = visitor(c);
    const runtime = inLanguage(site.workspace.runtimeFor(person), words);
    const title = formTitle(form, store.get('file', id)?.name);
    return { site, c, form, title, words, person, runtime, pages: pagesOf(form) };
  }
  return undefined;
}

/** The same runtime whose messages come in the page's language. */
function inLanguage(runtime: Runtime, words: Words): Runtime {
  const switches = { ...runtime.switches, language: words.language };
  return Object.create(runtime, { switches: { value: switches } }) as Runtime;
}

function show(visit: Visit): Answered {
  const { c, form, person, runtime } = visit;
  const query = fieldsOf(new URL(c.req.url).searchParams);
  const editToken = query.get('edit2')?.[0];
  const refused = refusalOf(runtime, form, { person, ...(editToken === undefined ? {} : { editToken }) });
  if (refused !== undefined) return refuse(visit, refused, 'GET');
  const given = form.responses.find((response) => response.editToken === editToken)?.answers ?? {};
  const fields = fieldsFromAnswers(form, { ...given, ...prefill(form, entriesFrom(form, query)) });
  const email = query.get('emailAddress');
  if (email) fields.set('emailAddress', [...email]);
  return page(visit, { history: [0], fields, errors: [], editToken });
}

/** 401 where signing in may help, 403 where it will not, 200 for a closed form that was only looked at. */
function refuse(visit: Visit, refused: string, method: 'GET' | 'POST'): Answered {
  const { c, form, title, words, person, runtime } = visit;
  const mustSignIn = form.published && person === '' && needsSignIn(runtime, form);
  const mayNot = !form.published || !isResponder(runtime, form, person);
  const status = mustSignIn ? 401 : mayNot || method === 'POST' ? 403 : 200;
  const to = encodeURIComponent(
    new URL(c.req.url).pathname.replace('formResponse', 'viewform') + new URL(c.req.url).search,
  );
  const signIn =
    mustSignIn || mayNot
      ? html`<p>
          <a class="button" href="/sign-in?to=${to}"
            >${words.say(person === '' ? 'signIn' : 'switchAccount')}</a
          >
          ${person === '' ? nothing : html`<span class="faint">${words.say('signedInAs')} ${person}</span>`}
        </p>`
      : nothing;
  return c.html(
    formCard(
      words,
      title,
      undefined,
      html`<p role="alert">${textWithLinks(refused)}</p>
        ${signIn}`,
    ),
    status,
  );
}

interface Filled {
  history: readonly number[];
  fields: Fields;
  errors: readonly AnswerError[];
  editToken: string | undefined;
}

function page(visit: Visit, filled: Filled): Answered {
  const { c, form, words, person, pages, title } = visit;
  const current = pages[filled.history[filled.history.length - 1] ?? 0] ?? pages[0];
  if (!current) return notFoundPage(visit.site, c);
  const markup = formPage({ form, words, person, pages, page: current, ...filled }, title);
  return c.html(markup, filled.errors.length > 0 ? 400 : 200);
}

/** The pages on the way, as the browser tells them; undefined where a program sends everything at once. */
function historyOf(fields: Fields, pages: readonly FormPage[]): number[] | undefined {
  const text = fields.get('pageHistory')?.[0];
  if (text === undefined) return undefined;
  const steps = text.split(',').map(Number);
  return steps.every((step) => pages[step] !== undefined) ? steps : [0];
}

async function receive(visit: Visit, fields: Fields): Promise<Response> {
  const { form, pages, runtime, person } = visit;
  const editToken = fields.get('edit2')?.[0];
  const history = historyOf(fields, pages);
  const walks = fields.has('back') || fields.has('continue') || fields.has('submit');
  if (history && fields.has('back')) {
    return page(visit, {
      history: history.length > 1 ? history.slice(0, -1) : [0],
      fields,
      errors: [],
      editToken,
    });
  }
  const edited = editToken === undefined ? {} : { editToken };
  const closed = refusalOf(runtime, form, { person, ...edited });
  if (closed !== undefined) return refuse(visit, closed, 'POST');
  const entries = entriesFrom(form, fields);
  const checked = checkAnswers(runtime, form, {
    person,
    email: fields.get('emailAddress')?.[0] ?? '',
    entries,
    ...edited,
  });
  const at = history && walks ? pages[history[history.length - 1] ?? 0] : undefined;
  if (history && at) {
    const wrongHere = checked.errors.filter((error) => isOn(at, error));
    if (wrongHere.length > 0) return page(visit, { history, fields, errors: wrongHere, editToken });
    const next = follow(pages, at, leaving(at, answersFrom(form, entries), at.index === pages.length - 1));
    if (next !== 'SUBMIT') {
      return page(visit, { history: next === 0 ? [0] : [...history, next], fields, errors: [], editToken });
    }
  }
  if (checked.refused !== undefined) return refuse(visit, checked.refused, 'POST');
  if (checked.errors.length > 0) return wrong(visit, checked.errors, { history, fields, editToken });
  return submit(visit, fields, { history, editToken });
}

function isOn(page: FormPage, error: AnswerError): boolean {
  return error.itemId === 0 ? page.index === 0 : page.items.some((item) => item.id === error.itemId);
}

/** Back to the first page that has something to put right. */
function wrong(
  visit: Visit,
  errors: readonly AnswerError[],
  sent: { history: readonly number[] | undefined; fields: Fields; editToken: string | undefined },
): Answered {
  const first = visit.pages.find((one) => errors.some((error) => isOn(one, error)))?.index ?? 0;
  const known = sent.history?.indexOf(first) ?? -1;
  const history =
    known >= 0 && sent.history ? sent.history.slice(0, known + 1) : first === 0 ? [0] : [0, first];
  return page(visit, { history, fields: sent.fields, errors, editToken: sent.editToken });
}

async function submit(
  visit: Visit,
  fields: Fields,
  sent: { history: readonly number[] | undefined; editToken: string | undefined },
): Promise<Response> {
  const { site, form, person } = visit;
  const answers: Record<string, string | string[]> = {};
  for (const [name, values] of Object.entries(entriesFrom(form, fields)))
    answers[name.slice('entry.'.length)] = values;
  const email = fields.get('emailAddress')?.[0];
  const outcome: Submitted = await site.queue.run(() =>
    site.workspace.submitForm({
      publishedId: form.publishedId,
      person,
      answers,
      ...(email === undefined ? {} : { emailAddress: email }),
      ...(sent.editToken === undefined ? {} : { editToken: sent.editToken }),
    }),
  );
  if (outcome.accepted) return confirmed(visit, outcome.responseId, outcome.confirmation);
  const whole = outcome.messages.filter(({ entryId }) => entryId === '');
  if (whole.length > 0) return refuse(visit, whole.map(({ message }) => message).join('\n'), 'POST');
  const errors = outcome.messages.map(({ entryId, message }) => {
    const item = form.items.find((one) => one.entryIds.some((id) => String(id) === entryId));
    return { itemId: item?.id ?? 0, entryId: Number(entryId), message };
  });
  return wrong(visit, errors, { ...sent, fields });
}

function confirmed({ c, form, words, title }: Visit, responseId: string, confirmation: string): Answered {
  const path = viewformPath(form.publishedId);
  const token = form.responses.find(({ id }) => id === responseId)?.editToken;
  return c.html(
    formCard(
      words,
      title,
      undefined,
      html`<p role="status">
          ${textWithLinks(confirmation || form.confirmationMessage || words.say('recorded'))}
        </p>
        ${form.allowResponseEdits && token ? html`<p><a href="${path}?edit2=${token}">${words.say('editAnswer')}</a></p>` : nothing}
        ${form.showLinkToRespondAgain ? html`<p><a href="${path}">${words.say('submitAnother')}</a></p>` : nothing}`,
    ),
  );
}
