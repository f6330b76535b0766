import type { Context, Hono } from 'hono';
import type { Runtime } from '../services/runtime';
import { parseA1 } from '../state/a1';
import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { SheetState, SpreadsheetState } from '../state/spreadsheet';
import { download, notFoundPage } from './answers';
import { groupNamed } from './gridGroups';
import { gridPage, gridPart, tabPath } from './gridPage';
import type { GridView } from './gridPage';
import { gridWindow } from './gridWindow';
import { allowStyle, clickMenu, denied, openOnce } from './openFile';
import type { View } from './openFile';
import type { Said } from './scriptBoxes';
import type { Site } from './site';
import { atKeyboard, bodyOf, frameOf, wantsPage } from './site';

type Answered = Response | Promise<Response>;

/** An open spreadsheet, as the person of the request has it. */
interface Opened {
  file: DriveFile;
  state: SpreadsheetState;
  runtime: Runtime;
  person: string;
}

/** The grid, changes in it, the script's menus, and the export addresses. */
export function addGrid(app: Hono, site: Site): void {
  for (const view of ['', '/view', '/preview', '/htmlview']) {
    app.get(`/spreadsheets/d/:id${view}`, (c) =>
      c.redirect(`/spreadsheets/d/${c.req.param('id') ?? ''}/edit`),
    );
  }
  app.get('/spreadsheets/d/:id/edit', (c) => withFile(site, c, (opened) => show(site, c, opened)));
  app.post('/spreadsheets/d/:id/cells', (c) => withFile(site, c, (opened) => edit(site, c, opened)));
  app.post('/spreadsheets/d/:id/menu', (c) => withFile(site, c, (opened) => click(site, c, opened)));
  app.post('/spreadsheets/d/:id/groups', (c) => withFile(site, c, (opened) => fold(site, c, opened)));
  app.get('/spreadsheets/d/:id/export', (c) => withFile(site, c, (opened) => exported(site, c, opened)));
}

async function withFile(site: Site, c: Context, work: (opened: Opened) => Answered): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const { store } = site.workspace;
  const file = store.get('file', id);
  const state = store.get('spreadsheet', id);
  if (!file || !state || file.mimeType !== MIME.spreadsheet) return notFoundPage(site, c);
  const person = atKeyboard(site, c);
  const runtime = site.workspace.runtimeFor(person);
  return runtime.may('read', id) ? work({ file, state, runtime, person }) : denied(site, c, file);
}

function chosenSheet(state: SpreadsheetState, gid: unknown): SheetState | undefined {
  const wanted = typeof gid === 'string' && gid !== '' ? Number(gid) : undefined;
  return (
    state.sheets.find((sheet) => sheet.sheetId === wanted) ??
    state.sheets.find((sheet) => !sheet.hidden) ??
    state.sheets[0]
  );
}

/** What a page is drawn with after something was done on it. */
interface Afterwards {
  message?: Said;
  gid?: unknown;
  row?: unknown;
  cell?: string;
}

function leftAt(view: View): Afterwards {
  return { gid: String(view.sheetId), cell: view.range };
}

async function openingOf(site: Site, c: Context, opened: Opened): Promise<Afterwards> {
  const { message, view } = await openOnce(site, c, opened);
  return { ...(message ? { message } : {}), ...(view ? leftAt(view) : {}) };
}

async function show(site: Site, c: Context, opened: Opened, said: Afterwards = {}): Promise<Response> {
  const opening = said.message ? said : await openingOf(site, c, opened);
  const { message } = opening;
  const { menus } = site.workspace.whatIsShown(opened.file.id);
  // A script that activates a tab while the file opens is stronger than the address only where the address names none.
  const sheet = chosenSheet(opened.state, said.gid ?? c.req.query('gid') ?? opening.gid);
  if (!sheet) return notFoundPage(site, c);
  const row = Number(said.row ?? c.req.query('row') ?? 0);
  const frame = frameOf(site, c);
  const view: GridView = {
    frame: { ...frame, path: tabPath(opened.file.id, sheet.sheetId) },
    runtime: opened.runtime,
    file: opened.file,
    state: opened.state,
    sheet,
    shown: gridWindow(sheet, Number.isInteger(row) && row > 0 ? row : 0),
    menus,
    message,
    selected: said.cell ?? opening.cell ?? 'A1',
  };
  const part = gridPart(view);
  // For the page's own script, which puts another tab into the page that is open.
  if (c.req.query('part') !== undefined) {
    return c.json({ title: part.title, name: part.name, css: part.css, html: String(await part.markup) });
  }
  allowStyle(c, part.css);
  return c.html(gridPage(view, part), said.message?.bad ? 400 : 200);
}

/** A person types into a cell: validation, protection and the edit triggers are the host's. */
async function edit(site: Site, c: Context, opened: Opened): Promise<Response> {
  const body = (await bodyOf(c)) ?? {};
  const sheet = chosenSheet(opened.state, body.gid);
  const a1 = typeof body.cell === 'string' ? body.cell.trim().toUpperCase() : '';
  const text = textFrom(body.text);
  if (!sheet || !parseA1(a1, sheet) || text === undefined) {
    return c.json({ error: 'gid, cell and text are needed.' }, 400);
  }
  const edited = await site.queue.run(() =>
    site.workspace.editCell({
      fileId: opened.file.id,
      sheetId: sheet.sheetId,
      a1,
      text,
      person: opened.person,
    }),
  );
  if (!wantsPage(c)) {
    const executions = edited.executions.map(({ id, status }) => ({ id, status }));
    return c.json({ refused: edited.refused ?? null, executions }, edited.refused === undefined ? 200 : 400);
  }
  if (edited.refused !== undefined) {
    return show(site, c, opened, {
      message: { text: edited.refused, bad: true },
      gid: body.gid,
      row: body.row,
      cell: a1,
    });
  }
  return c.redirect(tabPath(opened.file.id, sheet.sheetId, Number(body.row) || undefined), 303);
}

/** A person folds or unfolds a group of rows or columns. */
async function fold(site: Site, c: Context, opened: Opened): Promise<Response> {
  const body = (await bodyOf(c)) ?? {};
  const sheet = chosenSheet(opened.state, body.gid);
  const group = sheet && groupNamed(sheet, body.group);
  if (!sheet || !group) return c.json({ error: 'gid and group are needed.' }, 400);
  const { id: fileId } = opened.file;
  const { sheetId } = sheet;
  const wish = { fileId, sheetId, group, person: opened.person };
  const refused = await site.queue.run(() => site.workspace.foldGroup(wish));
  if (!wantsPage(c)) return c.json({ refused: refused ?? null }, refused === undefined ? 200 : 400);
  if (refused === undefined) return c.redirect(tabPath(fileId, sheetId, Number(body.row) || undefined), 303);
  const message = { text: refused, bad: true };
  return show(site, c, opened, { message, gid: body.gid, row: body.row });
}

/** What was typed, or the rows of texts that were pasted. */
function textFrom(value: unknown): string | string[][] | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(String) : [String(row)]));
  return rows.every((row) => row.length > 0) ? rows : undefined;
}

async function click(site: Site, c: Context, opened: Opened): Promise<Response> {
  const body = (await bodyOf(c)) ?? {};
  const sheet = chosenSheet(opened.state, body.gid);
  if (!sheet) return notFoundPage(site, c);
  const range = typeof body.range === 'string' && parseA1(body.range, sheet) ? body.range : 'A1';
  return clickMenu(site, c, {
    file: opened.file,
    view: { sheetId: sheet.sheetId, range },
    again: (message, left) =>
      show(site, c, opened, { message, ...(left ? leftAt(left) : { gid: body.gid }) }),
  });
}

const exportTypes = { xlsx: MIME.xlsx, csv: 'text/csv; charset=utf-8', pdf: 'application/pdf' } as const;

/** The file as bytes: xlsx and pdf of all tabs or of one, csv of one. */
function exported(site: Site, c: Context, { file, state, runtime }: Opened): Answered {
  const format = c.req.query('format') ?? 'xlsx';
  const { words } = frameOf(site, c);
  if (format !== 'xlsx' && format !== 'csv' && format !== 'pdf')
    return c.text(words.say('notFoundText'), 400);
  const gid = c.req.query('gid');
  const sheet = gid === undefined ? undefined : state.sheets.find(({ sheetId }) => sheetId === Number(gid));
  if (gid !== undefined && !sheet) return c.text(words.say('notFoundText'), 400);
  const one = format === 'csv' ? (sheet ?? chosenSheet(state, undefined)) : sheet;
  const bytes = runtime.platform.exportSpreadsheet(file.id, format, one?.sheetId);
  const name = format !== 'xlsx' && one ? `${file.name} - ${one.name}.${format}` : `${file.name}.${format}`;
  return download(name, exportTypes[format], bytes);
}
