import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import type { Workspace } from '../host/api';
import type { Frame } from './layout';
import { personOf } from './person';
import type { Queue } from './queue';
import { timeText } from './times';
import { wordsFor } from './words';
import type { Words } from './words';

/** What every group of pages is made from. */
export interface Site {
  readonly workspace: Workspace;
  /** Whatever changes the workspace goes through here, one at a time. */
  readonly queue: Queue;
}

/** The language of this request; the workspace's own where the browser wishes none of ours. */
export function wordsOf(site: Site, c: Context): Words {
  return wordsFor(c.req.header('accept-language'), site.workspace.switches.language);
}

/** Who is signed in by the cookie, '' for nobody: what the forms go by. */
export function visitor(c: Context): string {
  return personOf(getCookie(c, 'as'));
}

/** Who is at the keyboard of the desk: the signed-in person; the owner until somebody signs in or out. */
export function atKeyboard(site: Site, c: Context): string {
  const cookie = getCookie(c, 'as');
  return cookie === undefined ? site.workspace.people.owner : personOf(cookie);
}

/** What the shell of a desk page shows. */
export function frameOf(site: Site, c: Context): Frame {
  const words = wordsOf(site, c);
  const { pathname, search } = new URL(c.req.url);
  return {
    words,
    person: atKeyboard(site, c),
    clock: timeText(site.workspace.clock.now(), site.workspace.zone, words.language),
    path: pathname + search,
  };
}

/** Does this request want a page (a browser) rather than data (a program)? */
export function wantsPage(c: Context): boolean {
  return (c.req.header('accept') ?? '').includes('text/html');
}

/** The own address of the workspace as this request reached it: `http://127.0.0.1:4000`. */
export function originOf(c: Context): string {
  return `http://${c.req.header('host') ?? new URL(c.req.url).host}`;
}

/** The body as data, from JSON or from a page's form; undefined where it is neither. */
export async function bodyOf(c: Context): Promise<Record<string, unknown> | undefined> {
  const type = c.req.header('content-type') ?? '';
  if (type.includes('form-urlencoded') || type.includes('form-data')) return c.req.parseBody();
  const text = await c.req.text();
  if (text.trim() === '') return {};
  try {
    const json: unknown = JSON.parse(text);
    return typeof json === 'object' && json !== null && !Array.isArray(json) ? { ...json } : undefined;
  } catch {
    return undefined;
  }
}
