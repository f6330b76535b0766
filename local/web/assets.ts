import type { Hono } from 'hono';
import { deskScript } from './client/desk';
import { groupsScript } from './client/groups';
import { formScript } from './client/form';
import { framesScript } from './client/frames';
import { gridScript } from './client/grid';
import { menusScript } from './client/menus';
import { paperScript } from './client/paper';
import { selectionScript } from './client/selection';
import { scriptText, type ClientFunction } from './client/source';
import { webAppScript } from './client/webApp';
import { documentStyle } from './documentStyle';
import { formStyle } from './formStyle';
import { gridStyleSheet } from './gridStyleSheet';
import { style } from './style';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="6" fill="#3b4a63"/>' +
  '<path d="M8 10h16M8 16h16M8 22h10" stroke="#fff" stroke-width="3" stroke-linecap="round"/></svg>';

const scripts: Readonly<Record<string, readonly ClientFunction[]>> = {
  desk: deskScript,
  groups: groupsScript,
  form: formScript,
  selection: selectionScript,
  grid: gridScript,
  frames: framesScript,
  menus: menusScript,
  paper: paperScript,
  webapp: webAppScript,
};

/** The texts of all scripts of the pages, by name. */
export function clientScripts(): Readonly<Record<string, string>> {
  return Object.fromEntries(Object.entries(scripts).map(([name, all]) => [name, scriptText(all)]));
}

/** Style sheet, scripts and icon: the only things that the pages load, all from here. */
export function addAssets(app: Hono): void {
  const sheet = [style, formStyle, gridStyleSheet, documentStyle].join('\n');
  app.get('/assets/style.css', (c) => c.body(sheet, 200, { 'Content-Type': 'text/css; charset=utf-8' }));
  app.get('/assets/icon.svg', (c) => c.body(icon, 200, { 'Content-Type': 'image/svg+xml' }));
  for (const [name, text] of Object.entries(clientScripts())) {
    app.get(`/assets/${name}.js`, (c) =>
      c.body(text, 200, { 'Content-Type': 'text/javascript; charset=utf-8' }),
    );
  }
}
