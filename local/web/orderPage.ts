import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { tryOrders } from '../host/orders';
import type { Failures } from '../host/trials';
import { choice, deskPage } from './layout';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import { fieldsOf, newestAnswers, ordersOf, type OrderFields, type Orders } from './orderWish';
import { projectsOf, projectTitle } from './projects';
import type { Site } from './site';
import { bodyOf, frameOf, wantsPage } from './site';
import { shortTime } from './times';
import type { Words } from './words';

/** `POST /faults/order`: several executions at once, in the orders of some seeds; a program gets JSON. */
export function addOrders(app: Hono, site: Site): void {
  app.get('/faults/order', (c) => c.redirect('/faults'));
  app.post('/faults/order', async (c) => {
    const body = manyOf(c, await bodyOf(c));
    const fields = fieldsOf(await body);
    const orders = ordersOf(site, frameOf(site, c).words, fields);
    if (typeof orders === 'string') return refused(site, c, fields, orders);
    try {
      return await tried(site, c, fields, orders);
    } catch (error) {
      return refused(site, c, fields, error instanceof Error ? error.message : String(error));
    }
  });
}

/** A page sends a field of several values several times; `bodyOf` keeps the last. */
async function manyOf(
  c: Context,
  body: Record<string, unknown> | undefined,
): Promise<Record<string, unknown>> {
  if (!(c.req.header('content-type') ?? '').includes('form')) return body ?? {};
  const all = await c.req.parseBody({ all: true });
  return { ...body, ...(all.answers === undefined ? {} : { answers: all.answers }) };
}

async function tried(site: Site, c: Context, fields: OrderFields, orders: Orders): Promise<Response> {
  const { keep } = orders;
  if (keep !== undefined) {
    const outcomes = await site.queue.run(() => site.workspace.runInterleaved(orders.together, keep));
    if (wantsPage(c)) return c.redirect('/executions', 303);
    return c.json({ seed: keep, executions: outcomes.map(({ id, status }) => ({ id, status })) });
  }
  const failures = await site.queue.run(() => tryOrders(site.workspace, orders));
  if (!wantsPage(c)) return c.json({ seeds: orders.seeds.length, failures });
  return c.html(page(site, c, fields, resultOf(site, c, fields, orders, failures)));
}

function refused(site: Site, c: Context, fields: OrderFields, message: string): Response | Promise<Response> {
  if (!wantsPage(c)) return c.json({ error: message }, 400);
  return c.html(page(site, c, fields, html`<p class="wrong" role="alert">${message}</p>`), 400);
}

function page(site: Site, c: Context, fields: OrderFields, above: Markup): Markup {
  const frame = frameOf(site, c);
  return deskPage(
    frame,
    frame.words.say('orders'),
    html`${above} ${orderForm(site, frame.words, fields)}
      <p><a href="/faults">${frame.words.say('faults')}</a></p>`,
    { scripts: ['desk'] },
  );
}

function resultOf(site: Site, c: Context, fields: OrderFields, orders: Orders, failures: Failures): Markup {
  const { words } = frameOf(site, c);
  const count = orders.seeds.length;
  const failing = Object.entries(failures).map(([name, found]) => ({
    seed: name.replace('seed ', ''),
    found,
  }));
  const good = words.say(orders.check ? 'ordersChecked' : 'ordersAlike');
  return html`<section aria-live="polite">
    <h2>${words.say('orderResult', count)}</h2>
    ${
      failing.length === 0
        ? html`<p>
            <span class="state good"><span aria-hidden="true">✓</span> ${good}</span>
          </p>`
        : html`<p class="wrong" role="alert">${words.say('ordersApart', failing.length, count)}</p>
            ${failing.map(({ seed, found }) => failure(words, fields, seed, found))}`
    }
  </section>`;
}

function failure(words: Words, fields: OrderFields, seed: string, found: readonly string[]): Markup {
  return html`<h3>${words.say('seedNumber', seed)}</h3>
    <ul>
      ${found.map((line) => html`<li>${line}</li>`)}
    </ul>
    <form method="post" action="/faults/order" data-slow>
      ${hidden('functions', fields.functions.join('\n'))}
      ${fields.answers.map((answer) => hidden('answers', answer))} ${hidden('project', fields.project)}
      ${hidden('keep', seed)}
      <button type="submit">${words.say('keepOrder', seed)}</button>
    </form>`;
}

function hidden(name: string, value: string): Markup {
  return html`<input type="hidden" name="${name}" value="${value}" />`;
}

const EMPTY: OrderFields = fieldsOf({});

/** What is to run at once; nothing where the workspace has no project. */
export function orderForm(site: Site, words: Words, fields: OrderFields = EMPTY): Markup {
  const projects = projectsOf(site);
  if (projects.length === 0) return nothing;
  const titles = projects.map((project) => ({ value: project.id, text: projectTitle(site, project) }));
  const number = (name: 'seed' | 'seeds', label: string, least: number, most: number): Markup =>
    html`<label class="field"
      ><span>${label}</span
      ><input
        class="box"
        type="number"
        inputmode="numeric"
        name="${name}"
        min="${least}"
        max="${most}"
        value="${fields[name]}"
    /></label>`;
  return html`<section>
    <h2>${words.say('orders')}</h2>
    <p class="faint">${words.say('ordersHint')}</p>
    <form method="post" action="/faults/order" class="stack" data-slow>
      <label class="field"
        ><span>${words.say('orderFunctions')}</span
        ><textarea class="box" name="functions" rows="3" autocomplete="off" spellcheck="false">
${fields.functions.join('\n')}</textarea>
      </label>
      ${projects.length > 1 ? choice('project', words.say('project'), titles, fields.project) : nothing}
      ${answerFields(site, words, fields)} ${number('seed', words.say('orderSeed'), 0, 999_999_999)}
      ${number('seeds', words.say('orderSeeds'), 1, 200)}
      <label class="field"
        ><span>${words.say('orderCheck')}</span
        ><input class="box" name="check" value="${fields.check}" autocomplete="off" spellcheck="false"
      /></label>
      <div class="row"><button type="submit" class="main">${words.say('tryOrders')}</button></div>
    </form>
  </section>`;
}

function answerFields(site: Site, words: Words, fields: OrderFields): Markup {
  const answers = newestAnswers(site);
  if (answers.length === 0) return nothing;
  const { zone } = site.workspace;
  return html`<fieldset class="stack">
    <legend>${words.say('orderAnswers')}</legend>
    ${answers.map(
      ({ value, form, response }) =>
        html`<label class="option"
          ><input
            type="checkbox"
            name="answers"
            value="${value}"
            ${flag('checked', fields.answers.includes(value))}
          />
          <span
            >${form.title || site.workspace.store.get('file', form.id)?.name} ·
            ${shortTime(response.timestamp, zone, words.language)} ·
            ${response.person ?? response.email}</span
          ></label
        >`,
    )}
  </fieldset>`;
}
