import { html } from 'hono/html';
import { OTHER } from '../services/forms/entries';
import { isGrid } from '../services/forms/itemState';
import type { FormItem } from '../state/form';
import { entryName, errorId, first, helpId, labelId, ties } from './formControl';
import type { ItemView } from './formControl';
import { dateControl, durationControl, inParts } from './formDates';
import type { Markup } from './markup';
import { flag, nothing, textWithLinks } from './markup';
import type { Words } from './words';

/** One item of a form as a card; headings, pictures and films carry no question. */
export function itemCard(view: ItemView): Markup {
  const { item, words, error } = view;
  if (item.type === 'SECTION_HEADER' || item.type === 'IMAGE' || item.type === 'VIDEO')
    return plainCard(item);
  const star = item.required
    ? html`<span class="star" aria-hidden="true"> *</span><span class="sr"> (${words.say('required')})</span>`
    : nothing;
  const title = html`${item.title}${star}`;
  const heading =
    view.level === 2
      ? html`<h2 class="question" id="${labelId(item)}">${title}</h2>`
      : html`<h3 class="question" id="${labelId(item)}">${title}</h3>`;
  const help = item.helpText
    ? html`<p class="help" id="${helpId(item)}">${textWithLinks(item.helpText)}</p>`
    : nothing;
  const message =
    error === undefined
      ? nothing
      : html`<p class="wrong" id="${errorId(item)}">
          <span aria-hidden="true">!</span> <span>${error}</span>
        </p>`;
  const classes = error === undefined ? 'card' : 'card has-error';
  if (isGroup(item)) {
    const role = ['MULTIPLE_CHOICE', 'SCALE', 'RATING'].includes(item.type) ? 'radiogroup' : 'group';
    return html`<div
      class="${classes}"
      id="item${item.id}"
      role="${role}"
      ${ties(view, false)}
      aria-labelledby="${labelId(item)}"
      ${item.required && role === 'radiogroup' ? html`aria-required="true"` : nothing}
    >
      ${heading} ${help} ${control(view)} ${message}
    </div>`;
  }
  return html`<div class="${classes}" id="item${item.id}">
    ${heading} ${help} ${control(view)} ${message}
  </div>`;
}

function plainCard(item: FormItem): Markup {
  const { type, source, sourceType } = item;
  const picture =
    type === 'IMAGE' && source !== undefined && sourceType?.startsWith('image/')
      ? html`<img src="data:${sourceType};base64,${source}" alt="${item.title}" />`
      : nothing;
  const film =
    type === 'VIDEO' && source !== undefined && /^https:/.test(source)
      ? html`<p><a href="${source}" rel="noreferrer">${source}</a></p>`
      : nothing;
  return html`<div class="card plain" id="item${item.id}">
    ${item.title ? html`<h2>${item.title}</h2>` : nothing}
    ${item.helpText ? html`<p>${textWithLinks(item.helpText)}</p>` : nothing} ${picture} ${film}
  </div>`;
}

/** A question whose answer is several controls under one name. */
function isGroup(item: FormItem): boolean {
  const several = ['MULTIPLE_CHOICE', 'CHECKBOX', 'SCALE', 'RATING', 'DURATION'].includes(item.type);
  return several || isGrid(item) || inParts(item);
}

function control(view: ItemView): Markup {
  switch (view.item.type) {
    case 'TEXT':
      return textControl(view);
    case 'PARAGRAPH_TEXT':
      return paragraphControl(view);
    case 'MULTIPLE_CHOICE':
    case 'CHECKBOX':
      return choicesControl(view);
    case 'LIST':
      return listControl(view);
    case 'SCALE':
    case 'RATING':
      return scaleControl(view);
    case 'GRID':
    case 'CHECKBOX_GRID':
      return gridControl(view);
    case 'DATE':
    case 'DATETIME':
    case 'TIME':
      return dateControl(view);
    case 'DURATION':
      return durationControl(view);
    case 'FILE_UPLOAD':
      return html`<p class="wrong">${view.words.say('noFileUpload')}</p>`;
    default:
      return nothing;
  }
}

const wholeNumbers = /^requireWholeNumber|^requireNumber/;

/** Numbers get the number keys of a phone, addresses the address keys; the value stays text, as on Google. */
function inputMode(item: FormItem): string {
  const rule = item.validation?.rule ?? '';
  if (rule === 'requireTextIsEmail') return 'email';
  if (rule === 'requireTextIsUrl') return 'url';
  if (rule === 'requireWholeNumber') return 'numeric';
  return wholeNumbers.test(rule) ? 'decimal' : 'text';
}

function textControl(view: ItemView): Markup {
  const { item, fields, words } = view;
  const name = entryName(item);
  return html`<input
    class="line"
    type="text"
    name="${name}"
    value="${first(fields, name)}"
    inputmode="${inputMode(item)}"
    autocomplete="off"
    placeholder="${words.say('yourAnswer')}"
    ${ties(view, true)}
  />`;
}

function paragraphControl(view: ItemView): Markup {
  const { item, fields, words } = view;
  const name = entryName(item);
  // A newline right after the tag would be swallowed by the browser, so one is given to it.
  return html`<textarea
    class="line"
    name="${name}"
    rows="3"
    placeholder="${words.say('yourAnswer')}"
    ${ties(view, true)}
  >
${first(fields, name)}</textarea>`;
}

function choicesControl({ item, fields, words }: ItemView): Markup {
  const name = entryName(item);
  const type = item.type === 'CHECKBOX' ? 'checkbox' : 'radio';
  const chosen = fields.get(name) ?? [];
  const options = (item.choices ?? []).map(
    ({ value }) =>
      html`<label class="option"
        ><input
          type="${type}"
          name="${name}"
          value="${value}"
          ${flag('checked', chosen.includes(value))}
        /><span>${value}</span></label
      >`,
  );
  const other = item.hasOtherOption
    ? html`<div class="option other">
        <label
          ><input
            type="${type}"
            name="${name}"
            value="${OTHER}"
            ${flag('checked', chosen.includes(OTHER))}
          /><span>${words.say('otherOption')}:</span></label
        ><input
          class="line"
          type="text"
          name="${name}.other_option_response"
          value="${first(fields, `${name}.other_option_response`)}"
          aria-label="${words.say('otherAnswer')}"
          autocomplete="off"
        />
      </div>`
    : nothing;
  return html`<div class="options">${options}${other}</div>
    ${type === 'radio' && !item.required ? clearButton(words) : nothing}`;
}

/** Works by our script; without it the button is not shown. */
function clearButton(words: Words): Markup {
  return html`<button type="button" class="quiet clear" data-clear hidden>
    ${words.say('clearChoice')}
  </button>`;
}

function listControl(view: ItemView): Markup {
  const { item, fields, words } = view;
  const name = entryName(item);
  const current = first(fields, name);
  return html`<select class="box" name="${name}" ${ties(view, true)}>
    <option value="">${words.say('choose')}</option>
    ${(item.choices ?? []).map(
      ({ value }) => html`<option value="${value}" ${flag('selected', value === current)}>${value}</option>`,
    )}
  </select>`;
}

function scaleControl({ item, fields, words }: ItemView): Markup {
  const name = entryName(item);
  const { lower, upper, lowerLabel, upperLabel } = item.bounds ?? {
    lower: 1,
    upper: item.rating?.levels ?? 5,
    lowerLabel: '',
    upperLabel: '',
  };
  const current = first(fields, name);
  const steps = Array.from({ length: Math.max(0, upper - lower + 1) }, (_, i) => String(lower + i));
  return html`<div class="scale">
      ${steps.map(
        (step) =>
          html`<label class="step"
            ><span>${step}${item.type === 'RATING' ? html` <span aria-hidden="true">★</span>` : nothing}</span
            ><input type="radio" name="${name}" value="${step}" ${flag('checked', step === current)}
          /></label>`,
      )}
    </div>
    ${lowerLabel || upperLabel ? html`<p class="ends"><span>${lower}: ${lowerLabel}</span><span>${upper}: ${upperLabel}</span></p>` : nothing}
    ${item.required ? nothing : clearButton(words)}`;
}

function gridControl({ item, fields }: ItemView): Markup {
  const type = item.type === 'CHECKBOX_GRID' ? 'checkbox' : 'radio';
  const columns = item.columns ?? [];
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${item.title}">
    <table class="choice-grid">
      <thead>
        <tr>
          <td></td>
          ${columns.map((column) => html`<th scope="col">${column}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${(item.rows ?? []).map((row, index) => {
          const name = entryName(item, index);
          const chosen = fields.get(name) ?? [];
          return html`<tr>
            <th scope="row">${row}</th>
            ${columns.map(
              (column) =>
                html`<td>
                  <label
                    ><input
                      type="${type}"
                      name="${name}"
                      value="${column}"
                      ${flag('checked', chosen.includes(column))}
                    /><span class="sr">${row}, ${column}</span></label
                  >
                </td>`,
            )}
          </tr>`;
        })}
      </tbody>
    </table>
  </div>`;
}
