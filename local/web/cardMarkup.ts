import { html, raw } from 'hono/html';
import type { CardData, CardValue } from '../services/card/cardPart';
import { localLink } from './addresses';
import type { Markup } from './markup';
import { flag, nothing, safeHref } from './markup';

/** The setting as text, '' where there is none. */
function text(data: CardData, key: string): string {
  const value = data[key];
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
}
/** The part of that name, undefined where there is none. */
export function partOf(data: CardData, key: string): CardData | undefined {
  const value = data[key];
  return typeof value === 'object' && !Array.isArray(value) ? value : undefined;
}
/** The parts of that name, in order. */
export function partsOf(data: CardData, key: string): CardData[] {
  const value: CardValue | undefined = data[key];
  return Array.isArray(value)
    ? value.filter((one): one is CardData => typeof one === 'object' && !Array.isArray(one))
    : [];
}

const allowed = /<(\/?)(b|i|u|s|br)\s*\/?>|<a\s+href="([^"]*)"[^>]*>|<\/a>|<[^>]*>/gi;

/** The few tags that a card's text may hold; every other is left out, everything else is text. */
export function cardText(value: string): Markup {
  const pieces: Markup[] = [];
  let from = 0;
  let openLinks = 0;
  for (const match of value.matchAll(allowed)) {
    pieces.push(plain(value.slice(from, match.index)));
    from = match.index + match[0].length;
    const [tag, slash, name, href] = match;
    if (name !== undefined) pieces.push(raw(`<${slash ?? ''}${name.toLowerCase()}>`));
    else if (href !== undefined) {
      openLinks += 1;
      pieces.push(
        html`${raw('<a rel="noreferrer" href="')}${safeHref(localLink(decoded(href)))}${raw('">')}`,
      );
    } else if (/^<\/a>$/i.test(tag) && openLinks > 0) {
      openLinks -= 1;
      pieces.push(raw('</a>'));
    }
  }
  pieces.push(plain(value.slice(from)), raw('</a>'.repeat(openLinks)));
  return html`${pieces}`;
}

function plain(value: string): Markup {
  return html`${decoded(value)}`;
}

function decoded(value: string): string {
  const names: Record<string, string> = {
    '&amp;': '&',
    '&lt;': '<',
    '&gt;': '>',
    '&quot;': '"',
    '&nbsp;': '\u00a0',
  };
  return value.replace(/&(amp|lt|gt|quot|nbsp);/g, (whole) => names[whole] ?? whole);
}

/** A card as a form: its fields travel with whichever button is pressed. */
export function drawCard(card: CardData, buttonName: string): Markup {
  const header = partOf(card, 'header');
  const footer = partOf(card, 'footer');
  const button = (part: CardData): Markup => drawButton(part, buttonName);
  return html`<form method="post" action="/card" class="script-card">
    ${
      header
        ? html`<h2>${text(header, 'title')}</h2>
            ${text(header, 'subtitle') ? html`<p class="faint">${text(header, 'subtitle')}</p>` : nothing}`
        : nothing
    }
    ${partsOf(card, 'sections').map((section) => drawSection(section, button))}
    ${
      footer
        ? html`<div class="row">
            ${[partOf(footer, 'primary'), partOf(footer, 'secondary')].map((one) => (one ? button(one) : nothing))}
          </div>`
        : nothing
    }
    ${partsOf(card, 'actions').map((action) => button(action))}
  </form>`;
}

function drawSection(section: CardData, button: (part: CardData) => Markup): Markup {
  const widgets = partsOf(section, 'widgets').map(
    (widget) => html`<div class="widget">${drawWidget(widget, button)}</div>`,
  );
  const header = text(section, 'header');
  if (section.collapsible === true) {
    return html`<details class="card-section">
      <summary>${cardText(header)}</summary>
      ${widgets}
    </details>`;
  }
  return html`<section class="card-section">
    ${header ? html`<h3>${cardText(header)}</h3>` : nothing} ${widgets}
  </section>`;
}

function drawWidget(widget: CardData, button: (part: CardData) => Markup): Markup {
  switch (widget.kind) {
    case 'text':
      return html`<p>${cardText(text(widget, 'text'))}</p>`;
    case 'divider':
      return html`<hr />`;
    case 'decorated':
      return drawDecorated(widget, button);
    case 'button':
      return button(widget);
    case 'buttons':
      return html`<div class="row">${partsOf(widget, 'buttons').map(button)}</div>`;
    case 'image':
      return html`<p class="faint">${text(widget, 'altText') || text(widget, 'url')}</p>`;
    case 'input':
      return field(
        widget,
        html`<input class="box" name="${text(widget, 'name')}" value="${text(widget, 'value')}" />`,
      );
    case 'date':
      return field(
        widget,
        html`<input class="box" type="date" name="${text(widget, 'name')}" value="${dayOf(widget)}" />`,
      );
    case 'selection':
      return drawSelection(widget);
    default:
      return nothing;
  }
}

function dayOf(widget: CardData): string {
  return typeof widget.value === 'number' ? new Date(widget.value).toISOString().slice(0, 10) : '';
}

function field(widget: CardData, control: Markup): Markup {
  const hint = text(widget, 'hint');
  return html`<label class="field"
    ><span>${text(widget, 'title')}${hint ? html` <span class="faint">${hint}</span>` : nothing}</span
    >${control}</label
  >`;
}

function drawDecorated(widget: CardData, button: (part: CardData) => Markup): Markup {
  const inner = partOf(widget, 'button');
  const toggle = partOf(widget, 'switch');
  const clickable =
    widget.action !== undefined || widget.openLink !== undefined || widget.openLinkAction !== undefined;
  const content = cardText(text(widget, 'text'));
  return html`${text(widget, 'top') ? html`<p class="faint">${text(widget, 'top')}</p>` : nothing}
    <p>
      ${content} ${clickable ? button({ ...widget, text: '→' }) : nothing} ${inner ? button(inner) : nothing}
    </p>
    ${
      toggle
        ? html`<label class="option"
            ><input
              type="checkbox"
              name="${text(toggle, 'name')}"
              value="${text(toggle, 'value')}"
              ${flag('checked', toggle.selected === true)}
            /><span>${content}</span></label
          >`
        : nothing
    }
    ${text(widget, 'bottom') ? html`<p class="faint">${text(widget, 'bottom')}</p>` : nothing}`;
}

function drawSelection(widget: CardData): Markup {
  const name = text(widget, 'name');
  const items = partsOf(widget, 'items');
  const type = text(widget, 'type');
  if (type === 'DROPDOWN') {
    return field(
      widget,
      html`<select name="${name}">
        ${items.map((item) => html`<option value="${text(item, 'value')}" ${flag('selected', item.selected === true)}>${text(item, 'text')}</option>`)}
      </select>`,
    );
  }
  const control = type === 'RADIO_BUTTON' ? 'radio' : 'checkbox';
  return html`<fieldset>
    <legend>${text(widget, 'title')}</legend>
    ${items.map(
      (item) =>
        html`<label class="option"
          ><input
            type="${control}"
            name="${name}"
            value="${text(item, 'value')}"
            ${flag('checked', item.selected === true)}
          /><span>${text(item, 'text')}</span></label
        >`,
    )}
  </fieldset>`;
}

/** A link where it only opens an address, else a button that carries the script's function and parameters. */
function drawButton(part: CardData, name: string): Markup {
  const link = partOf(part, 'openLink');
  const label = text(part, 'text') || text(part, 'altText') || text(part, 'icon');
  if (link) {
    return html`<a class="button" rel="noreferrer" href="${safeHref(localLink(text(link, 'url')))}"
      >${label}</a
    >`;
  }
  const action = partOf(part, 'action') ?? partOf(part, 'openLinkAction');
  if (!action) return nothing;
  const value = JSON.stringify({
    function: text(action, 'functionName'),
    parameters: partOf(action, 'parameters') ?? {},
  });
  return html`<button
    type="submit"
    name="${name}"
    value="${value}"
    ${flag('disabled', part.disabled === true)}
  >
    ${label}
  </button>`;
}
