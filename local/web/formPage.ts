import { html } from 'hono/html';
import type { AnswerError } from '../services/forms/checkAnswers';
import { isQuestion } from '../services/forms/itemState';
import type { FormPage } from '../services/forms/pages';
import type { FormState } from '../state/form';
import { viewformPath } from './addresses';
import { belongsTo } from './formFields';
import { itemCard } from './formItems';
import type { Fields } from './formControl';
import { documentOf } from './layout';
import type { Markup } from './markup';
import { nothing, textWithLinks } from './markup';
import type { Words } from './words';

/** One page of a form, as a person fills it in. */
export interface FormView {
  form: FormState;
  words: Words;
  /** The signed-in person, '' for nobody. */
  person: string;
  pages: readonly FormPage[];
  page: FormPage;
  /** Indices of the pages on the way here, this one included. */
  history: readonly number[];
  /** Every answer so far, also of other pages. */
  fields: Fields;
  errors: readonly AnswerError[];
  editToken: string | undefined;
}

/** The title that people see: the form's own, else the name of its file. */
export function formTitle(form: FormState, fileName: string | undefined): string {
  return form.title || (fileName ?? '');
}

/** The page with its questions; answers of the other pages travel along in hidden fields. */
export function formPage(view: FormView, title: string): Markup {
  const { form, words, page, errors } = view;
  const messages = new Map(errors.map((error) => [error.itemId, error.message]));
  const path = viewformPath(form.publishedId);
  const asksEmail = form.collectEmail === 'typed' && page.index === 0;
  const body = html`<main id="content">
    <form method="post" action="${path.replace('viewform', 'formResponse')}" novalidate>
      ${headCard(view, title)} ${summary(view)} ${asksEmail ? emailCard(view, messages.get(0)) : nothing}
      ${page.pageBreak ? sectionCard(page) : nothing} ${itemCards(view, messages)} ${carried(view, asksEmail)}
      ${actions(view)}
    </form>
    <p class="foot">${words.say('neverPassword')}<br />${words.say('formOfDesk')}</p>
  </main>`;
  return documentOf({
    words,
    title: errors.length > 0 ? `(!) ${title}` : title,
    kind: 'form-page',
    scripts: ['form'],
    body,
  });
}

function itemCards({ page, fields, words }: FormView, messages: ReadonlyMap<number, string>): Markup[] {
  let level: 2 | 3 = sectionHasHead(page) ? 3 : 2;
  return page.items.map((item) => {
    if (item.type === 'SECTION_HEADER' && item.title !== '') level = 3;
    return itemCard({ item, level, fields, words, error: messages.get(item.id) });
  });
}

function sectionHasHead({ pageBreak }: FormPage): boolean {
  return pageBreak !== undefined && pageBreak.title !== '';
}

function headCard(view: FormView, title: string): Markup {
  const { form, words, page } = view;
  const required =
    page.items.some((item) => item.required) || (form.collectEmail === 'typed' && page.index === 0);
  return html`<div class="card head">
    <h1>${title}</h1>
    ${page.index === 0 && form.description ? html`<p>${textWithLinks(form.description)}</p>` : nothing}
    ${account(view)} ${required ? html`<p class="legend">${words.say('requiredLegend')}</p>` : nothing}
  </div>`;
}

function account({ form, words, person }: FormView): Markup {
  const to = encodeURIComponent(viewformPath(form.publishedId));
  if (person === '') {
    return html`<div class="account">
      <p><a href="/sign-in?to=${to}">${words.say('signIn')}</a></p>
    </div>`;
  }
  return html`<div class="account">
    <p><strong>${person}</strong> <a href="/sign-in?to=${to}">${words.say('switchAccount')}</a></p>
    ${form.collectEmail === 'verified' ? html`<p>${words.say('recordEmail', person)}</p>` : nothing}
  </div>`;
}

function summary({ errors, page, words, form }: FormView): Markup {
  if (errors.length === 0) return nothing;
  const titleOf = (itemId: number): string =>
    itemId === 0 ? words.say('emailField') : (form.items.find((item) => item.id === itemId)?.title ?? '');
  const here = (error: AnswerError): boolean =>
    error.itemId === 0 ? page.index === 0 : page.items.some((item) => item.id === error.itemId);
  return html`<div class="card summary" role="alert" tabindex="-1" autofocus>
    <h2>${words.say('errorSummary', errors.length)}</h2>
    <ul>
      ${errors.map((error) => {
        const text = `${titleOf(error.itemId)}: ${error.message}`;
        return html`<li>${here(error) ? html`<a href="#item${error.itemId}">${text}</a>` : text}</li>`;
      })}
    </ul>
  </div>`;
}

function emailCard({ fields, words }: FormView, error: string | undefined): Markup {
  return html`<div class="card ${error === undefined ? '' : 'has-error'}" id="item0">
    <h2 class="question" id="q0">
      ${words.say('emailField')}<span class="star" aria-hidden="true"> *</span
      ><span class="sr"> (${words.say('required')})</span>
    </h2>
    <input
      class="line"
      type="email"
      name="emailAddress"
      value="${fields.get('emailAddress')?.[0] ?? ''}"
      autocomplete="email"
      placeholder="${words.say('yourEmail')}"
      aria-labelledby="q0"
      aria-required="true"
      ${error === undefined ? nothing : html`aria-invalid="true" aria-describedby="e0"`}
    />
    ${error === undefined ? nothing : html`<p class="wrong" id="e0"><span aria-hidden="true">!</span> <span>${error}</span></p>`}
  </div>`;
}

function sectionCard({ pageBreak }: FormPage): Markup {
  if (!pageBreak || (pageBreak.title === '' && pageBreak.helpText === '')) return nothing;
  return html`<div class="card section">
    ${pageBreak.title ? html`<h2>${pageBreak.title}</h2>` : nothing}
    ${pageBreak.helpText ? html`<p>${textWithLinks(pageBreak.helpText)}</p>` : nothing}
  </div>`;
}

function carried(view: FormView, emailIsHere: boolean): Markup {
  const { form, page, fields, history, editToken } = view;
  const others = form.items.filter((item) => isQuestion(item) && !page.items.includes(item));
  const hidden: [string, string][] = [['pageHistory', history.join(',')]];
  if (editToken !== undefined) hidden.push(['edit2', editToken]);
  for (const [name, values] of fields) {
    if (belongsTo(name, others) || (name === 'emailAddress' && !emailIsHere)) {
      for (const value of values) hidden.push([name, value]);
    }
  }
  return html`${hidden.map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}`;
}

/** Next where the way may go on, Submit where it ends here whatever is chosen. */
function actions({ page, pages, history, words, form }: FormView): Markup {
  const last = page.index === pages.length - 1;
  const leadsOn = page.items.some((item) =>
    item.choices?.some((choice) => choice.goTo !== undefined && choice.goTo !== 'SUBMIT'),
  );
  const ends = last || (page.next === 'SUBMIT' && !leadsOn);
  return html`<div class="actions">
    ${
      history.length > 1
        ? html`<button type="submit" name="back" value="1">${words.say('back')}</button>`
        : nothing
    }
    <button type="submit" class="main" name="${ends ? 'submit' : 'continue'}" value="1">
      ${words.say(ends ? 'submit' : 'next')}
    </button>
    ${form.progressBar && pages.length > 1 ? progress(page.index + 1, pages.length, words) : nothing}
  </div>`;
}

function progress(at: number, of: number, words: Words): Markup {
  const text = words.say('pageOf', at, of);
  return html`<div class="progress">
    <progress value="${at}" max="${of}" aria-label="${text}"></progress><span>${text}</span>
  </div>`;
}

/** A card alone with a heading and what to do next: confirmation, closed, refused, sign in. */
export function formCard(words: Words, title: string, heading: string | undefined, content: Markup): Markup {
  const body = html`<main id="content">
    <div class="card head">
      <h1>${title}</h1>
      ${heading === undefined ? nothing : html`<h2>${heading}</h2>`} ${content}
    </div>
    <p class="foot">${words.say('formOfDesk')}</p>
  </main>`;
  return documentOf({
    words,
    title: heading === undefined ? title : `${heading} – ${title}`,
    kind: 'form-page',
    body,
  });
}
