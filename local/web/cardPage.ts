import type { Hono } from 'hono';
import { deskPage } from './layout';
import { html } from 'hono/html';
import type { Site } from './site';
import { frameOf } from './site';

/** The home card of a project with an `addOns` section. */
export function addCard(app: Hono, site: Site): void {
  app.get('/card', (c) => {
    const frame = frameOf(site, c);
    return c.html(deskPage(frame, frame.words.say('card'), html`<p>${frame.words.say('noCard')}</p>`));
  });
}
