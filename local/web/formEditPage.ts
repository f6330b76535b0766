import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { DriveFile } from '../state/file';
import type { FormState } from '../state/form';
import { viewformPath } from './addresses';
import { notFoundPage } from './answers';
import { addCard, itemEditor, linkCard, settingsCard } from './formEditCards';
import type { Editor } from './formEditCards';
import { changeFrom } from './formEditFields';
import { formTitle } from './formPage';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { clickMenu, denied, openOnce } from './openFile';
import { menuBar, messageLine, scriptBoxes } from './scriptBoxes';
import type { Said } from './scriptBoxes';
import type { Site } from './site';
import { atKeyboard, frameOf } from './site';

/** A form that somebody edits. */
interface Opened {
  file: DriveFile;
  form: FormState;
  person: string;
}
type Answered = Response | Promise<Response>;

/** The editor of a form: its questions, switches and destination, with the menus of its scripts. */
export function addFormEditor(app: Hono, site: Site): void {
  const base = '/forms/d/:id';
  app.get(`${base}/viewform`, (c) =>
    withForm(site, c, ({ form }) => c.redirect(viewformPath(form.publishedId))),
  );
  app.get(`${base}/edit`, (c) =>
    withForm(site, c, (opened) =>
      // Whoever may not edit is led to the form itself, as on Google.
      mayEdit(site, opened) ? show(site, c, opened) : c.redirect(viewformPath(opened.form.publishedId)),
    ),
  );
  app.post(`${base}/edit`, (c) => withForm(site, c, (opened) => edit(site, c, opened)));
  app.post(`${base}/menu`, (c) =>
    withForm(site, c, (opened) => {
      if (!mayEdit(site, opened)) return denied(site, c, opened.file);
      return clickMenu(site, c, { file: opened.file, again: (message) => show(site, c, opened, message) });
    }),
  );
}

function withForm(site: Site, c: Context, work: (opened: Opened) => Answered): Answered {
  const { store } = site.workspace;
  const id = c.req.param('id') ?? '';
  const form = store.get('form', id);
  const file = store.get('file', id);
  return form && file ? work({ form, file, person: atKeyboard(site, c) }) : notFoundPage(site, c);
}

function mayEdit(site: Site, { person, form }: Opened): boolean {
  return site.workspace.runtimeFor(person).may('write', form.id);
}

async function edit(site: Site, c: Context, opened: Opened): Promise<Response> {
  const { form, file, person } = opened;
  if (!mayEdit(site, opened)) return denied(site, c, file);
  const fields = new URLSearchParams(await c.req.text());
  const change = changeFrom(form, fields);
  if (!change) return c.text(frameOf(site, c).words.say('somethingWrong'), 400);
  const refused = await site.queue.run(() => site.workspace.editForm({ formId: form.id, person, change }));
  if (refused !== undefined) return show(site, c, opened, { text: refused, bad: true });
  const place =
    change.kind === 'item' || change.kind === 'up' || change.kind === 'down' ? `#item${change.itemId}` : '';
  return c.redirect(`/forms/d/${form.id}/edit?keep=1${place}`, 303);
}

async function show(site: Site, c: Context, opened: Opened, said?: Said): Promise<Response> {
  const { form, file, person } = opened;
  const message = said ?? (await openOnce(site, c, opened)).message;
  const frame = { ...frameOf(site, c), path: `/forms/d/${form.id}/edit?keep=1` };
  const { words } = frame;
  const editor: Editor = { form, words, runtime: site.workspace.runtimeFor(person) };
  const content = html`${menuBar(frame, site.workspace.whatIsShown(file.id).menus, `/forms/d/${form.id}`)}
    ${messageLine(message)}
    <p id="live" class="live" role="status" hidden></p>
    <p>
      <a href="${viewformPath(form.publishedId)}">${words.say('openForm')}</a>
      ${state(form, words.say('answers', form.responses.length), words.say(form.acceptingResponses ? 'accepting' : 'notAccepting'))}
    </p>
    ${form.items.map((item, at) => itemEditor(editor, item, at))} ${addCard(editor)} ${settingsCard(editor)}
    ${linkCard(editor)} ${scriptBoxes(frame)}`;
  const title = formTitle(form, file.name);
  const page = deskPage(frame, title, content, { scripts: ['menus', 'frames'], kind: 'desk-page form-edit' });
  return c.html(page, said?.bad ? 400 : 200);
}

function state(form: FormState, answers: string, accepting: string): Markup {
  const mark = form.acceptingResponses ? 'good' : 'held';
  return html`<span class="state ${mark}">${accepting}</span> <span class="faint">${answers}</span>`;
}
