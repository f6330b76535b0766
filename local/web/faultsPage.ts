import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { Faults } from '../host/api';
import { TRANSIENT_ERRORS, type TransientError } from '../host/googleErrors';
import { DAILY } from '../host/quotas';
import type { Quota } from '../services/runtime';
import { choice, deskPage } from './layout';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import { addOrders, orderForm } from './orderPage';
import type { Site } from './site';
import { bodyOf, frameOf, wantsPage } from './site';
import type { Words } from './words';

const submitEvents = ['normal', 'lost', 'twice', 'blank', 'late', 'shuffled'] as const;
const numbers = ['crashAt', 'crashAtChange', 'failCall', 'failChange', 'mailQuota', 'lockedUntil'] as const;
const texts = ['failMember', 'message', 'functionName'] as const;

/** `GET/POST /faults`: what is to go wrong next. An empty object or `{"clear":true}` takes all of it back. */
export function addFaults(app: Hono, site: Site): void {
  addOrders(app, site);
  app.get('/faults', (c) => answer(site, c));
  app.post('/faults', async (c) => {
    const body = await bodyOf(c);
    const faults = body === undefined ? 'body' : readFaults(body);
    if (typeof faults === 'string') return answer(site, c, faults);
    await site.queue.run(() => {
      if (body?.clear !== undefined || Object.keys(faults).length === 0) site.workspace.faults.clear();
      else site.workspace.faults.set(faults);
    });
    return wantsPage(c) ? c.redirect('/faults', 303) : answer(site, c);
  });
}

/** The faults that a body asks for, or the name of the key that makes no sense. Empty texts count as absent. */
export function readFaults(body: Record<string, unknown>): Faults | string {
  const faults: Faults = {};
  for (const [key, value] of Object.entries(body)) {
    if (value === '' || value === null || key === 'clear') continue;
    const number = numbers.find((name) => name === key);
    const text = texts.find((name) => name === key);
    if (number !== undefined) {
      const n = Number(value);
      if (!Number.isInteger(n) || n < 0) return key;
      faults[number] = n;
    } else if (text !== undefined && typeof value === 'string') {
      faults[text] = value;
    } else if (key === 'submitEvents') {
      const kind = submitEvents.find((one) => one === value);
      if (kind === undefined) return key;
      faults.submitEvents = kind;
    } else if (key === 'error' && typeof value === 'string' && value in TRANSIENT_ERRORS) {
      faults.error = value as TransientError;
    } else if (key.startsWith('quota.') && key.slice(6) in DAILY && isCount(value)) {
      faults.quotas = { ...faults.quotas, [key.slice(6)]: Number(value) };
    } else if (key === 'quotas' && isQuotas(value)) {
      faults.quotas = value;
    } else if (key === 'until' && (value === 'next' || value === 'cleared')) {
      faults.until = value;
    } else if (key === 'across') {
      faults.across = value === true || value === 'true' || value === 'on';
    } else {
      return key;
    }
  }
  return faults;
}

/** A field of the page: a whole number as text. */
function isCount(value: unknown): boolean {
  return typeof value === 'string' && /^\d{1,9}$/.test(value);
}

/** `{"urlFetch": 0}`: known quotas and what is left of each. */
function isQuotas(value: unknown): value is NonNullable<Faults['quotas']> {
  return (
    typeof value === 'object' &&
    value !== null &&
    Object.entries(value).every(
      ([name, left]) => name in DAILY && Number.isInteger(left) && Number(left) >= 0,
    )
  );
}

function answer(site: Site, c: Context, wrong?: string): Response | Promise<Response> {
  const status = wrong === undefined ? 200 : 400;
  if (wantsPage(c)) return c.html(faultsPage(site, c, wrong), status);
  return c.json(
    {
      ...site.workspace.faults.current,
      ...(wrong === undefined ? {} : { error: `Unknown or wrong: ${wrong}` }),
    },
    status,
  );
}

function numberField(name: string, label: string, value: number | undefined): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><input class="box" type="number" inputmode="numeric" min="0" name="${name}" value="${value ?? ''}"
  /></label>`;
}

function faultsPage(site: Site, c: Context, wrong: string | undefined): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const { current } = site.workspace.faults;
  const inForce = Object.entries(current).filter(([, value]) => value !== undefined);
  return deskPage(
    frame,
    words.say('faults'),
    html`${wrong === undefined ? nothing : html`<p class="wrong" role="alert">${wrong}</p>`}
      <p class="faint">${words.say('faultsHint')}</p>
      <h2>${words.say('current')}</h2>
      ${
        inForce.length === 0
          ? html`<p>${words.say('noFaults')}</p>`
          : html`<ul>
              ${inForce.map(([key, value]) => html`<li><code>${key}</code>: ${typeof value === 'object' ? JSON.stringify(value) : String(value)}</li>`)}
            </ul>`
      }
      <form method="post" action="/faults" class="stack">
        ${callFields(current, words)} ${scopeFields(current, words)} ${stateFields(current, words)}
        <div class="row">
          <button type="submit" class="main">${words.say('apply')}</button>
          <button type="submit" name="clear" value="1">${words.say('clearFaults')}</button>
        </div>
      </form>
      ${orderForm(site, words)}`,
    { scripts: ['desk'] },
  );
}

function textField(name: string, label: string, value: string | undefined): Markup {
  return html`<label class="field"
    ><span>${label}</span
    ><input class="box" type="text" name="${name}" value="${value ?? ''}" autocomplete="off"
  /></label>`;
}

/** What ends an execution or fails one of its calls, and with which words. */
function callFields(current: Faults, words: Words): Markup {
  const errors = Object.entries(TRANSIENT_ERRORS).map(([value, text]) => ({ value, text }));
  return html`<fieldset class="stack">
    <legend>${words.say('faultsOfCalls')}</legend>
    ${numberField('crashAt', words.say('crashAt'), current.crashAt)}
    ${numberField('crashAtChange', words.say('crashAtChange'), current.crashAtChange)}
    ${numberField('failCall', words.say('failCall'), current.failCall)}
    ${numberField('failChange', words.say('failChange'), current.failChange)}
    ${textField('failMember', words.say('failMember'), current.failMember)}
    ${choice('error', words.say('failError'), [{ value: '', text: '–' }, ...errors], current.error ?? '')}
    ${textField('message', words.say('failMessage'), current.message)}
  </fieldset>`;
}

/** Which executions they strike, and for how long. */
function scopeFields(current: Faults, words: Words): Markup {
  const until = [
    { value: '', text: words.say('untilNext') },
    { value: 'cleared', text: words.say('untilCleared') },
  ];
  return html`<fieldset class="stack">
    <legend>${words.say('faultsHold')}</legend>
    ${textField('functionName', words.say('onlyFunction'), current.functionName)}
    ${choice('until', words.say('holdsUntil'), until, current.until === 'cleared' ? 'cleared' : '')}
    <label class="option"
      ><input type="checkbox" name="across" ${flag('checked', current.across === true)} />
      <span>${words.say('countAcross')}</span></label
    >
  </fieldset>`;
}

/** What Google is like until the faults are taken back: events, quotas. */
function stateFields(current: Faults, words: Words): Markup {
  const kinds = submitEvents.map((kind) => ({
    value: kind,
    text: kind === 'normal' ? words.say('normal') : kind,
  }));
  return html`<fieldset class="stack">
    <legend>${words.say('faultsOfGoogle')}</legend>
    ${choice('submitEvents', words.say('submitEvents'), [{ value: '', text: '–' }, ...kinds], current.submitEvents ?? '')}
    ${numberField('mailQuota', words.say('mailQuota'), current.mailQuota)}
    ${(Object.keys(DAILY) as Quota[])
      .filter((name) => name !== 'mailRecipients')
      .map((name) => numberField(`quota.${name}`, words.say('quotaLeft', name), current.quotas?.[name]))}
  </fieldset>`;
}
