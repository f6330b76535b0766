import { html } from 'hono/html';
import type { WhatIsShown } from '../host/api';
import type { MenuEntry } from '../services/runtime';
import type { Frame } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';

/** Said once on top of a page: why a change was refused, or what a menu run gave. */
export interface Said {
  text: string;
  bad: boolean;
}

/** The menus of the scripts of an open file; a click posts its captions to `base`/menu with the hidden fields. */
export function menuBar(
  { words }: Frame,
  menus: WhatIsShown['menus'],
  base: string,
  hidden: Record<string, string | number> = {},
): Markup {
  if (menus.length === 0) return nothing;
  return html`<nav class="menus" aria-label="${words.say('menus')}">
    ${menus.map(
      (menu) =>
        html`<details class="menu">
          <summary>${menu.caption}</summary>
          <form method="post" action="${base}/menu" data-menu>
            ${Object.entries(hidden).map(([name, value]) => html`<input type="hidden" name="${name}" value="${value}" />`)}
            ${menuItems(menu.items, [menu.caption])}
          </form>
        </details>`,
    )}
  </nav>`;
}

function menuItems(items: readonly MenuEntry[], path: readonly string[]): Markup {
  return html`<ul>
    ${items.map((item) => {
      if (item.separator) return html`<li class="separator" aria-hidden="true"></li>`;
      const here = [...path, item.caption];
      if (item.items)
        return html`<li><span class="submenu">${item.caption}</span>${menuItems(item.items, here)}</li>`;
      return html`<li>
        <button type="submit" name="path" value="${JSON.stringify(here)}">${item.caption}</button>
      </li>`;
    })}
  </ul>`;
}

/** That sentence in a line of its own. */
export function messageLine(message: Said | undefined): Markup {
  if (!message) return nothing;
  return html`<p class="${message.bad ? 'wrong' : 'said'}" role="alert">
    <span class="text">${message.text}</span>
  </p>`;
}

/** Where the page's script puts what a script shows: toasts, sidebar, dialog, question; and the words it says itself. */
export function scriptBoxes({ words }: Frame): Markup {
  const texts = {
    running: words.say('running', '{0}'),
    unreachable: words.say('unreachable'),
    close: words.say('close'),
    seeExecution: words.say('seeExecution'),
    OK: words.say('buttonOk'),
    CANCEL: words.say('cancel'),
    YES: words.say('buttonYes'),
    NO: words.say('buttonNo'),
    CLOSE: words.say('close'),
  };
  return html`<div id="script-words" hidden data-words="${JSON.stringify(texts)}"></div>
    <div id="toasts" role="status" aria-live="polite"></div>
    <aside id="sidebar" aria-labelledby="sidebar-title" hidden></aside>
    <dialog id="script-dialog" aria-labelledby="dialog-title"></dialog>
    <dialog id="question" aria-labelledby="question-title"></dialog>`;
}
