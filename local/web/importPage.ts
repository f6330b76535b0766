import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { notFoundPage } from './answers';
import { deskPage, messagePage } from './layout';
import type { Frame } from './layout';
import type { Markup } from './markup';
import type { Site } from './site';
import { atKeyboard, bodyOf, frameOf, wantsPage } from './site';

const MOST_LINES = 300;
const MOST_BYTES = 50 * 1024 * 1024;

/** A file that somebody has shown and not yet taken over. */
interface Pending {
  fileId: string;
  name: string;
  bytes: Uint8Array;
}

/**
 * An `.xlsx` that was changed elsewhere comes back here and nowhere else: first the page says what it has
 * otherwise, then a second click takes it over.
 */
export function addImport(app: Hono, site: Site): void {
  const pending = new Map<string, Pending>();
  app.get('/spreadsheets/d/:id/import', (c) =>
    mayImport(site, c, (frame, name) => choosePage(c, frame, name)),
  );
  app.post('/spreadsheets/d/:id/import', (c) =>
    mayImport(site, c, async (frame, name) => {
      const fileId = c.req.param('id');
      const body = (await bodyOf(c)) ?? {};
      const { file } = body;
      if (!(file instanceof File) || file.size === 0 || file.size > MOST_BYTES)
        return choosePage(c, frame, name, frame.words.say('importNoFile'));
      const bytes = new Uint8Array(await file.arrayBuffer());
      const key = createHash('sha256').update(fileId).update(bytes).digest('hex').slice(0, 32);
      // One file a spreadsheet waits at a time: memory stays small.
      for (const [old, one] of pending) if (one.fileId === fileId) pending.delete(old);
      pending.set(key, { fileId, name: file.name, bytes });
      return showDifferences(site, c, frame, { key, name, from: file.name, fileId, bytes });
    }),
  );
  app.post('/spreadsheets/d/:id/import/:key', (c) =>
    mayImport(site, c, async (frame) => {
      const found = pending.get(c.req.param('key'));
      if (!found || found.fileId !== c.req.param('id')) return notFoundPage(site, c);
      const taken = await site.queue.run(() => site.workspace.importFile(found));
      pending.delete(c.req.param('key'));
      if (!wantsPage(c)) return c.json({ taken: taken.map(({ text }) => text) });
      const title = frame.words.say('importDone', taken.length);
      const link = html`<p>
        <a class="button" href="/spreadsheets/d/${found.fileId}/edit?keep=1">${frame.words.say('back')}</a>
      </p>`;
      return c.html(deskPage(frame, title, link));
    }),
  );
}

async function mayImport(
  site: Site,
  c: Context,
  work: (frame: Frame, name: string) => Response | Promise<Response>,
): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const file = site.workspace.store.get('file', id);
  if (!file || !site.workspace.store.get('spreadsheet', id)) return notFoundPage(site, c);
  const frame = frameOf(site, c);
  if (!site.workspace.runtimeFor(atKeyboard(site, c)).may('write', id))
    return c.html(
      messagePage(frame, frame.words.say('noAccess'), frame.words.say('noAccessText', file.owner)),
      403,
    );
  try {
    return await work(frame, file.name);
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    if (!wantsPage(c)) return c.json({ error: text }, 400);
    return choosePage(c, frame, file.name, `${frame.words.say('importUnreadable')} (${text})`);
  }
}

function choosePage(c: Context, frame: Frame, name: string, wrong?: string): Response | Promise<Response> {
  const { words } = frame;
  if (wrong !== undefined && !wantsPage(c)) return c.json({ error: wrong }, 400);
  const page = deskPage(
    frame,
    words.say('importTitle', name),
    html`${wrong === undefined ? '' : html`<p class="wrong" role="alert">${wrong}</p>`}
      <p>${words.say('importHint')}</p>
      <form
        method="post"
        action="/spreadsheets/d/${c.req.param('id') ?? ''}/import"
        enctype="multipart/form-data"
        class="stack"
      >
        <label class="field"
          ><span>${words.say('importFile')}</span
          ><input class="box" type="file" name="file" accept=".xlsx" required
        /></label>
        <div class="row">
          <button class="main" type="submit">${words.say('importCompare')}</button>
          <a class="button" href="/spreadsheets/d/${c.req.param('id') ?? ''}/edit?keep=1"
            >${words.say('cancel')}</a
          >
        </div>
      </form>`,
  );
  return c.html(page, wrong === undefined ? 200 : 400);
}

async function showDifferences(
  site: Site,
  c: Context,
  frame: Frame,
  { key, name, from, fileId, bytes }: Pending & { key: string; from: string },
): Promise<Response> {
  const { words } = frame;
  const differences = await site.workspace.compareFile({ fileId, bytes });
  const texts = differences.map(({ text }) => text);
  if (!wantsPage(c)) return c.json({ key, differences: texts });
  const rest = texts.length - MOST_LINES;
  const content: Markup =
    texts.length === 0
      ? html`<p>${words.say('importSame', from)}</p>`
      : html`<p>${words.say('importDifferences', texts.length, from)}</p>
          <ul class="differences">
            ${texts.slice(0, MOST_LINES).map((text) => html`<li>${text}</li>`)}
          </ul>
          ${rest > 0 ? html`<p class="faint">${words.say('importMore', rest)}</p>` : ''}
          <form method="post" action="/spreadsheets/d/${fileId}/import/${key}" class="row">
            <button class="main" type="submit">${words.say('importTake', texts.length)}</button>
            <a class="button" href="/spreadsheets/d/${fileId}/edit?keep=1">${words.say('cancel')}</a>
          </form>`;
  return c.html(deskPage(frame, words.say('importTitle', name), content));
}
