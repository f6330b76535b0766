import type { Context, Hono } from 'hono';
import { setCookie } from 'hono/cookie';
import { html } from 'hono/html';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { nothing } from './markup';
import { asAddress, knownPeople, ownPath } from './person';
import type { Site } from './site';
import { bodyOf, frameOf } from './site';

/** The chooser of who is at the keyboard, kept in the cookie `as`. */
export function addSignIn(app: Hono, site: Site): void {
  app.get('/sign-in', (c) => c.html(chooser(site, c, ownPath(c.req.query('to')), undefined)));
  app.post('/sign-in', async (c) => {
    const body = (await bodyOf(c)) ?? {};
    const to = ownPath(typeof body.to === 'string' ? body.to : undefined);
    const wished = typeof body.as === 'string' ? body.as : '';
    const person = wished.trim() === '' ? '' : asAddress(wished);
    if (person === undefined) return c.html(chooser(site, c, to, wished), 400);
    // Written as it stands, so that a test and a person read the same cookie: `as=mail@…`.
    setCookie(c, 'as', person, { path: '/', sameSite: 'Lax', httpOnly: true, maxAge: 365 * 86_400 });
    return c.redirect(to, 303);
  });
}

function chooser(site: Site, c: Context, to: string, wrong: string | undefined): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const people = [
    ...new Set([
      site.workspace.people.owner,
      ...site.workspace.people.others,
      ...knownPeople(site.workspace.store),
    ]),
  ];
  const typed = html`<form method="post" action="/sign-in" class="row">
    <input type="hidden" name="to" value="${to}" />
    <label class="field"
      ><span>${words.say('emailAddress')}</span
      ><input
        class="box"
        type="email"
        name="as"
        required
        autocomplete="off"
        value="${wrong ?? ''}"
        ${wrong === undefined ? nothing : html`aria-invalid="true" aria-describedby="wrong"`}
    /></label>
    <button type="submit" class="main">${words.say('signIn')}</button>
    ${wrong === undefined ? nothing : html`<p class="wrong" id="wrong" role="alert">${words.say('invalidAddress')}</p>`}
  </form>`;
  const known = html`<form method="post" action="/sign-in">
    <input type="hidden" name="to" value="${to}" />
    <ul class="people">
      ${people.map(
        (person) =>
          html`<li>
            <button
              type="submit"
              name="as"
              value="${person}"
              ${person === frame.person ? html`aria-current="true"` : nothing}
            >
              ${person}${person === frame.person ? html` <span aria-hidden="true">✓</span>` : nothing}
            </button>
          </li>`,
      )}
      <li><button type="submit" name="as" value="">${words.say('signOut')}</button></li>
    </ul>
  </form>`;
  return deskPage(
    frame,
    words.say('whoAmI'),
    html`<p>${words.say('signInHint')}</p>
      ${typed}
      <h2>${words.say('knownPeople')}</h2>
      ${known}`,
  );
}
