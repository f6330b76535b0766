import type { Context, Hono } from 'hono';
import { html, raw } from 'hono/html';
import type { Runtime } from '../services/runtime';
import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { DocumentState } from '../state/document';
import { download, notFoundPage } from './answers';
import { drawDocument } from './documentDrawing';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import { allowStyle, clickMenu, denied, openOnce } from './openFile';
import { menuBar, messageLine, scriptBoxes } from './scriptBoxes';
import type { Said } from './scriptBoxes';
import type { Site } from './site';
import { atKeyboard, frameOf } from './site';

/** A document that somebody has open. */
interface Opened {
  file: DriveFile;
  state: DocumentState;
  runtime: Runtime;
  person: string;
}
type Answered = Response | Promise<Response>;

/** The page of a text document, the menus of its scripts, and its export addresses. */
export function addDocuments(app: Hono, site: Site): void {
  const base = '/document/d/:id';
  for (const view of ['', '/view', '/preview']) {
    app.get(base + view, (c) => c.redirect(`/document/d/${c.req.param('id') ?? ''}/edit`));
  }
  app.get(`${base}/edit`, (c) => withFile(site, c, (opened) => show(site, c, opened)));
  app.get(`${base}/export`, (c) => withFile(site, c, (opened) => exported(site, c, opened)));
  app.post(`${base}/menu`, (c) =>
    withFile(site, c, (opened) =>
      clickMenu(site, c, { file: opened.file, again: (message) => show(site, c, opened, message) }),
    ),
  );
}

async function withFile(site: Site, c: Context, work: (opened: Opened) => Answered): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { store } = site.workspace;
  const file = store.get('file', id);
  const state = store.get('document', id);
  if (!file || !state || file.mimeType !== MIME.document) return notFoundPage(site, c);
  const person = atKeyboard(site, c);
  const runtime = site.workspace.runtimeFor(person);
  return runtime.may('read', id) ? work({ file, state, runtime, person }) : denied(site, c, file);
}

async function show(site: Site, c: Context, opened: Opened, said?: Said): Promise<Response> {
  const { file, state, runtime } = opened;
  const message = said ?? (await openOnce(site, c, opened)).message;
  const frame = { ...frameOf(site, c), path: `/document/d/${file.id}/edit?keep=1` };
  const { words } = frame;
  const drawn = drawDocument(state, words);
  // For the page's own script, which draws anew what a script has changed.
  if (c.req.query('part') !== undefined) {
    return c.json({ name: file.name, css: drawn.css, html: String(await drawn.markup) });
  }
  allowStyle(c, drawn.css);
  const heading = html`<div class="title">
    <h1>${file.name}</h1>
    ${runtime.may('write', file.id) ? nothing : html`<span class="state held">${words.say('onlyRead')}</span>`}
  </div>`;
  const content = html`${menuBar(frame, site.workspace.whatIsShown(file.id).menus, `/document/d/${file.id}`)}
    ${messageLine(message)}
    <p id="live" class="live" role="status" hidden></p>
    ${raw(`<style>${drawn.css}</style>`)}
    <article class="paper" id="paper" aria-label="${words.say('documentContent', file.name)}">
      ${drawn.markup}
    </article>
    ${exportLinks(file, words.say('exportAs'))} ${scriptBoxes(frame)}`;
  const page = deskPage(frame, file.name, content, {
    scripts: ['paper', 'menus', 'frames'],
    kind: 'desk-page document-page',
    heading,
  });
  return c.html(page, said?.bad ? 400 : 200);
}

const types = {
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  txt: 'text/plain; charset=utf-8',
  html: 'text/html; charset=utf-8',
} as const;
const isFormat = (text: string): text is keyof typeof types => Object.hasOwn(types, text);

function exportLinks(file: DriveFile, label: string): Markup {
  return html`<p class="exports">
    ${label}
    ${Object.keys(types).map((format) => html`<a href="/document/d/${file.id}/export?format=${format}">${format}</a> `)}
  </p>`;
}

function exported(site: Site, c: Context, { file, runtime }: Opened): Answered {
  const format = c.req.query('format') ?? 'docx';
  if (!isFormat(format)) return c.text(frameOf(site, c).words.say('notFoundText'), 400);
  return download(`${file.name}.${format}`, types[format], runtime.platform.exportDocument(file.id, format));
}
