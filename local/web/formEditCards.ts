import { html } from 'hono/html';
import { isGrid } from '../services/forms/itemState';
import { openToAll } from '../services/forms/responders';
import type { Runtime } from '../services/runtime';
import type { FormItem, FormState } from '../state/form';
import { MIME } from '../state/file';
import { ADDABLE } from './formEditFields';
import { choice } from './layout';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import type { Word, Words } from './words';

/** What the cards of a form's editor are drawn from. */
export interface Editor {
  form: FormState;
  runtime: Runtime;
  words: Words;
}

const kinds: Partial<Record<FormItem['type'], Word>> = {
  TEXT: 'typeText',
  PARAGRAPH_TEXT: 'typeParagraph',
  MULTIPLE_CHOICE: 'typeMultipleChoice',
  CHECKBOX: 'typeCheckbox',
  LIST: 'typeList',
  FILE_UPLOAD: 'typeFileUpload',
  SCALE: 'typeScale',
  RATING: 'typeRating',
  GRID: 'typeGrid',
  CHECKBOX_GRID: 'typeCheckboxGrid',
  DATE: 'typeDate',
  DATETIME: 'typeDateTime',
  TIME: 'typeTime',
  DURATION: 'typeDuration',
  SECTION_HEADER: 'typeSectionHeader',
  PAGE_BREAK: 'typePageBreak',
  IMAGE: 'picture',
  VIDEO: 'typeVideo',
};

function kindName(type: FormItem['type'], words: Words): string {
  const word = kinds[type];
  return word === undefined ? type : words.say(word);
}

function line(label: string, name: string, value: string): Markup {
  return html`<label class="field"
    ><span>${label}</span><input class="box" name="${name}" value="${value}" autocomplete="off"
  /></label>`;
}

function tick(label: string, name: string, on: boolean): Markup {
  return html`<label class="option"
    ><input type="checkbox" name="${name}" value="1" ${flag('checked', on)} /> <span>${label}</span></label
  >`;
}

function action(form: FormState, kind: string, content: Markup): Markup {
  return html`<form method="post" action="/forms/d/${form.id}/edit">
    <input type="hidden" name="do" value="${kind}" />${content}
  </form>`;
}

/** One question with all that a person changes at it; what a card leaves out stays as a script made it. */
export function itemEditor(editor: Editor, item: FormItem, at: number): Markup {
  const { form, words } = editor;
  const kind = kindName(item.type, words);
  return html`<section class="card" id="item${item.id}" aria-labelledby="t${item.id}">
    <h2 class="question" id="t${item.id}">
      ${at + 1}. ${item.title || words.say('untitled')} <span class="faint">${kind}</span>
    </h2>
    ${action(
      form,
      'item',
      html`<input type="hidden" name="itemId" value="${item.id}" />
        <div class="stack">
          ${line(words.say('questionTitle'), 'title', item.title)}
          ${line(words.say('questionHelp'), 'helpText', item.helpText)} ${lists(item, words)}
          ${item.entryIds.length > 0 ? tick(words.say('required'), 'required', item.required) : nothing}
          ${item.type === 'FILE_UPLOAD' ? html`<p class="wrong">${words.say('noFileUpload')}</p>` : nothing}
        </div>
        <button type="submit" class="main">${words.say('save')}</button>`,
    )}
    <div class="row">${moves(editor, item, at)}</div>
  </section>`;
}

function moves({ form, words }: Editor, item: FormItem, at: number): Markup[] {
  const button = (kind: string, word: Word): Markup => {
    const name = `${words.say(word)}: ${item.title}`;
    return action(
      form,
      kind,
      html`<input type="hidden" name="itemId" value="${item.id}" /><button type="submit" aria-label="${name}">
          ${words.say(word)}
        </button>`,
    );
  };
  return [
    at > 0 ? button('up', 'moveUp') : nothing,
    at < form.items.length - 1 ? button('down', 'moveDown') : nothing,
    button('delete', 'deleteQuestion'),
  ];
}

function lists(item: FormItem, words: Words): Markup {
  if (item.choices) {
    const values = item.choices.map(({ value }) => value);
    const other =
      item.type === 'LIST'
        ? nothing
        : tick(words.say('otherOption'), 'hasOtherOption', item.hasOtherOption === true);
    return html`${linesOf('choice', 'choiceNumber', values, words)}${other}`;
  }
  if (!isGrid(item)) return nothing;
  return html`${linesOf('row', 'rowNumber', item.rows ?? [], words)}${linesOf('column', 'columnNumber', item.columns ?? [], words)}`;
}

/** A field for each; an emptied one goes, the last one is for a new one. */
function linesOf(name: string, word: Word, values: readonly string[], words: Words): Markup {
  return html`${values.map((value, at) => line(words.say(word, at + 1), `${name}.${at}`, value))}
  ${line(words.say(word, words.say('newOne')), name, '')}`;
}

/** A new question at the end. */
export function addCard({ form, words }: Editor): Markup {
  const types = ADDABLE.map((type) => ({ value: type, text: kindName(type, words) }));
  return html`<section class="card" aria-labelledby="add-title">
    <h2 class="question" id="add-title">${words.say('addQuestion')}</h2>
    ${action(
      form,
      'add',
      html`<div class="stack">
          ${choice('type', words.say('kind'), types, 'TEXT')} ${line(words.say('questionTitle'), 'title', '')}
        </div>
        <button type="submit" class="main">${words.say('add')}</button>`,
    )}
  </section>`;
}

/** Title, texts and switches. */
export function settingsCard({ form, runtime, words }: Editor): Markup {
  const email = [
    { value: 'off', text: words.say('collectOff') },
    { value: 'typed', text: words.say('collectTyped') },
    { value: 'verified', text: words.say('collectVerified') },
  ];
  return html`<section class="card" aria-labelledby="settings-title">
    <h2 class="question" id="settings-title">${words.say('settings')}</h2>
    ${action(
      form,
      'settings',
      html`<div class="stack">
          ${line(words.say('formTitle'), 'title', form.title)}
          ${line(words.say('formDescription'), 'description', form.description)}
          ${line(words.say('confirmationMessage'), 'confirmationMessage', form.confirmationMessage)}
          ${choice('collectEmail', words.say('collectEmail'), email, form.collectEmail)}
          ${tick(words.say('published'), 'published', form.published)}
          ${tick(words.say('openToAll'), 'openToAll', openToAll(runtime, form))}
          ${tick(words.say('accepting'), 'acceptingResponses', form.acceptingResponses)}
          ${line(words.say('closedMessage'), 'closedMessage', form.closedMessage)}
          ${tick(words.say('allowEdits'), 'allowResponseEdits', form.allowResponseEdits)}
          ${tick(words.say('limitOne'), 'limitOneResponse', form.limitOneResponse)}
          ${tick(words.say('progressBar'), 'progressBar', form.progressBar)}
          ${tick(words.say('shuffle'), 'shuffleQuestions', form.shuffleQuestions)}
          ${tick(words.say('respondAgain'), 'showLinkToRespondAgain', form.showLinkToRespondAgain)}
        </div>
        <button type="submit" class="main">${words.say('save')}</button>`,
    )}
  </section>`;
}

/** Where the answers go: to a spreadsheet that is there, to a new one, or nowhere. */
export function linkCard({ form, runtime, words }: Editor): Markup {
  const { store } = runtime;
  const linked = form.destination;
  const name = (id: string): string => store.get('file', id)?.name ?? id;
  const books = store
    .ids('file')
    .flatMap((id) => store.get('file', id) ?? [])
    .filter((file) => file.mimeType === MIME.spreadsheet && !file.trashed && runtime.may('write', file.id))
    .map((file) => ({ value: file.id, text: file.name }));
  const now = linked
    ? html`<p>
          ${words.say('linkedTo')}
          <a href="/spreadsheets/d/${linked.spreadsheetId}/edit?gid=${linked.sheetId}"
            >${name(linked.spreadsheetId)}</a
          >
        </p>
        ${action(form, 'unlink', html`<button type="submit">${words.say('unlink')}</button>`)}`
    : html`<p>${words.say('notLinked')}</p>`;
  return html`<section class="card" aria-labelledby="link-title">
    <h2 class="question" id="link-title">${words.say('destination')}</h2>
    ${now}
    ${action(
      form,
      'link',
      html`<div class="row">
        ${choice('spreadsheetId', words.say('spreadsheetForAnswers'), [{ value: '', text: words.say('newSpreadsheet') }, ...books], '')}
        <button type="submit">${words.say('linkForm')}</button>
      </div>`,
    )}
  </section>`;
}
