import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { ExecutionRecord } from '../host/api';
import { executionJson, executionTable } from './executionsPage';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import type { Site } from './site';
import { bodyOf, frameOf, wantsPage } from './site';
import { instantOf, isoInZone, timeText } from './times';
import type { Word } from './words';

/** What a page says after the clock was moved, or why it was not. */
interface Moved {
  executions?: readonly ExecutionRecord[];
  refused?: Word;
}

/** `GET/POST /clock`: a page for people, JSON for programs. */
export function addClock(app: Hono, site: Site): void {
  app.get('/clock', (c) => answer(site, c, {}));
  app.post('/clock', async (c) => {
    const body = await bodyOf(c);
    if (body === undefined) return answer(site, c, { refused: 'clockBadTime' });
    return answer(site, c, await site.queue.run(() => move(site, body)));
  });
}

async function move(site: Site, body: Record<string, unknown>): Promise<Moved> {
  const { clock, zone } = site.workspace;
  const { advance, now } = body;
  if (typeof advance === 'number' || (typeof advance === 'string' && advance !== '')) {
    if (
      typeof advance === 'string' &&
      !/^P(?=.)(\d+W)?(\d+D)?(T(?=.)(\d+H)?(\d+M)?(\d+(\.\d+)?S)?)?$/.test(advance)
    ) {
      return { refused: 'clockBadTime' };
    }
    return { executions: await clock.advance(advance) };
  }
  const to = typeof now === 'number' ? now : typeof now === 'string' ? instantOf(now, zone) : Number.NaN;
  if (Number.isNaN(to)) return { refused: 'clockBadTime' };
  if (to < clock.now()) return { refused: 'clockNotBack' };
  return { executions: await clock.set(to) };
}

function answer(site: Site, c: Context, moved: Moved): Response | Promise<Response> {
  const status = moved.refused === undefined ? 200 : 400;
  const { clock, zone } = site.workspace;
  if (wantsPage(c)) return c.html(clockPage(site, c, moved), status);
  const frame = frameOf(site, c);
  return c.json(
    {
      now: isoInZone(clock.now(), zone),
      zone,
      ...(moved.executions ? { executions: moved.executions.map(executionJson) } : {}),
      ...(moved.refused === undefined ? {} : { error: frame.words.say(moved.refused) }),
    },
    status,
  );
}

function clockPage(site: Site, c: Context, moved: Moved): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const { clock, zone } = site.workspace;
  const steps: readonly [string, Word][] = [
    ['PT1H', 'plusHour'],
    ['P1D', 'plusDay'],
    ['P7D', 'plusWeek'],
  ];
  return deskPage(
    frame,
    words.say('clock'),
    html`${moved.refused === undefined ? nothing : html`<p class="wrong" role="alert">${words.say(moved.refused)}</p>`}
      <p>
        ${words.say('nowIs')}: <strong><time>${timeText(clock.now(), zone, words.language)}</time></strong>
      </p>
      <p class="faint">${words.say('clockHint')}</p>
      <form method="post" action="/clock" class="row" data-slow>
        ${steps.map(
          ([step, word]) =>
            html`<button type="submit" name="advance" value="${step}">${words.say(word)}</button>`,
        )}
      </form>
      <form method="post" action="/clock" class="row" data-slow>
        <label class="field"
          ><span>${words.say('setTo')} (${zone})</span
          ><input
            class="box"
            type="datetime-local"
            name="now"
            step="1"
            value="${isoInZone(clock.now(), zone).slice(0, 19)}"
            required
        /></label>
        <button type="submit">${words.say('setClock')}</button>
      </form>
      ${caused(site, c, moved.executions)}`,
    { scripts: ['desk'] },
  );
}

function caused(site: Site, c: Context, executions: readonly ExecutionRecord[] | undefined): Markup {
  if (executions === undefined) return nothing;
  const { words } = frameOf(site, c);
  return html`<section>
    <h2 role="status">${words.say('caused', executions.length)}</h2>
    ${executions.length === 0 ? nothing : executionTable(site, words, executions.slice(-200), words.say('executions'))}
  </section>`;
}
