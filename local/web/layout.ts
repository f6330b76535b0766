import { html } from 'hono/html';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import type { Word, Words } from './words';

/** What every page of the workspace's own desk needs beside its content. */
export interface Frame {
  words: Words;
  /** The signed-in person, '' for nobody. */
  person: string;
  /** Virtual time as text, in the workspace's zone. */
  clock: string;
  /** Path of the page, to mark it in the navigation and to come back to after signing in. */
  path: string;
}

const places: readonly [string, Word][] = [
  ['/', 'drive'],
  ['/mail', 'mail'],
  ['/executions', 'executions'],
  ['/triggers', 'triggers'],
  ['/properties', 'properties'],
  ['/clock', 'clock'],
  ['/faults', 'faults'],
  ['/card', 'card'],
];

function isHere(place: string, path: string): boolean {
  const pathname = path.replace(/\?.*$/, '');
  return place === '/' ? pathname === '/' : pathname === place || pathname.startsWith(`${place}/`);
}

/** The bare document: head, styles, scripts of ours by address. `kind` becomes the body's class. */
export function documentOf(options: {
  words: Words;
  title: string;
  kind: string;
  scripts?: readonly string[];
  body: Markup;
}): Markup {
  const { words, title, kind, scripts = [], body } = options;
  return html`<!doctype html>
    <html lang="${words.language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>${title}</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/style.css" />
        ${scripts.map((name) => html`<script src="/assets/${name}.js" defer></script>`)}
      </head>
      <body class="${kind}">
        ${body}
      </body>
    </html>`;
}

/** A page of the desk: navigation, who is at the keyboard, the clock, and the content under one heading. */
export function deskPage(
  frame: Frame,
  title: string,
  content: Markup | Markup[],
  options: { scripts?: readonly string[]; kind?: string; heading?: Markup } = {},
): Markup {
  const { words } = frame;
  const body = html`<a class="skip" href="#content">${words.say('skip')}</a>
    <header class="desk">
      <p class="brand"><a href="/">${words.say('workspace')}</a></p>
      ${personLink(frame)}
      <nav aria-label="${words.say('pages')}">
        <ul>
          ${places.map(
            ([address, word]) =>
              html`<li>
                <a href="${address}" ${isHere(address, frame.path) ? html`aria-current="page"` : nothing}
                  >${words.say(word)}</a
                >
              </li>`,
          )}
        </ul>
      </nav>
    </header>
    <main id="content" tabindex="-1">${options.heading ?? html`<h1>${title}</h1>`} ${content}</main>
    <footer class="desk">
      <a href="/clock">${words.say('clock')}: <time>${frame.clock}</time></a>
    </footer>`;
  return documentOf({
    words,
    title: `${title} – ${words.say('workspace')}`,
    kind: options.kind ?? 'desk-page',
    ...(options.scripts ? { scripts: options.scripts } : {}),
    body,
  });
}

function personLink({ words, person, path }: Frame): Markup {
  const label = person === '' ? words.say('notSignedIn') : person;
  return html`<p class="me">
    <a href="/sign-in?to=${encodeURIComponent(path)}" aria-label="${words.say('switchAccount')}: ${label}"
      >${label}</a
    >
  </p>`;
}

/** A table with a caption for screen readers, in a box of its own that scrolls sideways on a phone. */
export function dataTable(caption: string, heads: readonly string[], rows: readonly Markup[]): Markup {
  return html`<div class="scroll" tabindex="0" role="region" aria-label="${caption}">
    <table class="data">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${heads.map((head) => html`<th scope="col">${head}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div>`;
}

/** A labelled choice among few values; `current` is selected. */
export function choice(
  name: string,
  label: string,
  options: readonly { value: string; text: string }[],
  current: string,
): Markup {
  return html`<label class="field"
    ><span>${label}</span>
    <select name="${name}">
      ${options.map((o) => html`<option value="${o.value}" ${flag('selected', o.value === current)}>${o.text}</option>`)}
    </select></label
  >`;
}

/** One sentence for a page that has nothing else to say: not found, refused, failed. */
export function messagePage(frame: Frame, title: string, text: string): Markup {
  return deskPage(frame, title, html`<p>${text}</p>`);
}
