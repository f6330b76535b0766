import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { RunOutcome } from '../host/api';
import type { DriveFile } from '../state/file';
import { errorText } from './executionsPage';
import { shownJson } from './frames';
import { pagePolicy } from './guard';
import { deskPage } from './layout';
import { outcomeJson } from './runPage';
import type { Said } from './scriptBoxes';
import type { Site } from './site';
import { atKeyboard, bodyOf, frameOf, wantsPage } from './site';
import { secondsText } from './times';

type Answered = Response | Promise<Response>;
export type View = NonNullable<RunOutcome['view']>;

/** 401 for nobody, 403 for somebody without access; both with the way to sign in as another. */
export function denied(site: Site, c: Context, file: DriveFile): Answered {
  const frame = frameOf(site, c);
  const { words } = frame;
  const status = frame.person === '' ? 401 : 403;
  if (!wantsPage(c)) return c.text(words.say('noAccess'), status);
  const content = html`<p>${words.say('noAccessText', file.owner)}</p>
    <p>
      <a class="button" href="/sign-in?to=${encodeURIComponent(frame.path)}">${words.say('switchAccount')}</a>
    </p>`;
  return c.html(deskPage(frame, words.say('noAccess'), content), status);
}

/**
 * Opening the file runs `onOpen`; turning its pages (`keep`) does not, nor does a page while a script runs.
 * What goes wrong there is said on the page: the file can be looked at all the same.
 */
export async function openOnce(
  { workspace, queue }: Site,
  c: Context,
  { file, person }: { file: DriveFile; person: string },
): Promise<{ message?: Said; view?: View }> {
  if (c.req.query('keep') !== undefined || queue.busy || person === '') return {};
  try {
    const { executions } = await queue.run(() => workspace.openFile({ fileId: file.id, person }));
    const view = executions.findLast((one) => one.view !== undefined)?.view;
    return view ? { view } : {};
  } catch (error) {
    return { message: { text: error instanceof Error ? error.message : String(error), bad: true } };
  }
}

/** The captions from the top, out of a page's field or of JSON. */
function pathFrom(value: unknown): string[] | undefined {
  try {
    const path: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return Array.isArray(path) && path.every((one) => typeof one === 'string') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** What one click in a script's menu needs to know of the page it was made on. */
export interface MenuClick {
  file: DriveFile;
  /** Tab and range that the person looks at. */
  view?: View;
  /** Draws the page again with what is to be said, for a browser without script. */
  again: (message: Said, left: View | undefined) => Answered;
}

/** A click in the script's menu; the answer comes when the run has ended. */
export async function clickMenu(site: Site, c: Context, click: MenuClick): Promise<Response> {
  const { file, view, again } = click;
  const path = pathFrom((await bodyOf(c))?.path);
  if (!path) return c.json({ error: 'path is no list of captions.' }, 400);
  const { words } = frameOf(site, c);
  const wanted = { fileId: file.id, person: atKeyboard(site, c), path, ...(view ? { view } : {}) };
  let outcome: RunOutcome;
  try {
    outcome = await site.queue.run(() => site.workspace.clickMenu(wanted));
  } catch (error) {
    // No run failed: there is no such entry in the menu.
    const text = error instanceof Error ? error.message : String(error);
    return wantsPage(c) ? again({ text, bad: true }, undefined) : c.json({ error: text }, 400);
  }
  const done = outcome.status === 'completed';
  const text = done
    ? words.say('finished', secondsText(outcome.modelledMs, words.language))
    : `${words.say('failed')}: ${errorText(outcome) || outcome.status}`;
  if (wantsPage(c)) return again({ text, bad: !done }, outcome.view);
  return c.json({ ...outcomeJson(outcome), message: text, shown: shownJson(site, c, file.id) });
}

/** Lets the page carry exactly this style sheet in itself: its classes stand for looks that a script chose. */
export function allowStyle(c: Context, css: string): void {
  const hash = createHash('sha256').update(css).digest('base64');
  c.header(
    'Content-Security-Policy',
    pagePolicy.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
  );
}
