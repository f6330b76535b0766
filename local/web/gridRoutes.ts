import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { RunOutcome } from '../host/api';
import type { Runtime } from '../services/runtime';
import { parseA1 } from '../state/a1';
import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { SheetState, SpreadsheetState } from '../state/spreadsheet';
import { download, notFoundPage } from './answers';
import { errorText } from './executionsPage';
import { shownJson } from './frames';
import { gridPage, gridPart, tabPath } from './gridPage';
import type { GridView } from './gridPage';
import { gridWindow } from './gridWindow';
import { pagePolicy } from './guard';
import { deskPage } from './layout';
import { outcomeJson } from './runPage';
import type { Site } from './site';
import { atKeyboard, bodyOf, frameOf, wantsPage } from './site';
import { secondsText } from './times';

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

/** 401 for nobody, 403 for somebody without access; both with the way to sign in as another. */
function denied(site: Site, c: Context, file: DriveFile): Answered {
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

function chosenSheet(state: SpreadsheetState, gid: unknown): SheetState | undefined {
  const wanted = typeof gid === 'string' && gid !== '' ? Number(gid) : undefined;
  return (
    state.sheets.find((sheet) => sheet.sheetId === wanted) ??
    state.sheets.find((sheet) => !sheet.hidden) ??
    state.sheets[0]
  );
}

/**
 * Opening the file runs `onOpen`; turning its pages (`keep`) does not, nor does a page while a script runs.
 * What goes wrong there is said on the page: the sheet can be looked at all the same.
 */
async function openOnce(site: Site, c: Context, { file, person }: Opened): Promise<Said> {
  const { workspace, queue } = site;
  if (c.req.query('keep') !== undefined || queue.busy || person === '') return {};
  try {
    const { executions } = await queue.run(() => workspace.openFile({ fileId: file.id, person }));
    const view = executions.findLast((one) => one.view !== undefined)?.view;
    return view ? saidView(view) : {};
  } catch (error) {
    return { message: { text: error instanceof Error ? error.message : String(error), bad: true } };
  }
}

interface Said {
  message?: { text: string; bad: boolean };
  gid?: unknown;
  row?: unknown;
  cell?: string;
}

function saidView(view: NonNullable<RunOutcome['view']>): Said {
  return { gid: String(view.sheetId), cell: view.range };
}

async function show(site: Site, c: Context, opened: Opened, said: Said = {}): Promise<Response> {
  const opening = said.message ? said : await openOnce(site, c, opened);
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
  const hash = createHash('sha256').update(part.css).digest('base64');
  c.header(
    'Content-Security-Policy',
    pagePolicy.replace("style-src 'self'", `style-src 'self' 'sha256-${hash}'`),
  );
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

/** What was typed, or the rows of texts that were pasted. */
function textFrom(value: unknown): string | string[][] | undefined {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return undefined;
  const rows = value.map((row: unknown) => (Array.isArray(row) ? row.map(String) : [String(row)]));
  return rows.every((row) => row.length > 0) ? rows : undefined;
}

function pathFrom(value: unknown): string[] | undefined {
  try {
    const path: unknown = typeof value === 'string' ? JSON.parse(value) : value;
    return Array.isArray(path) && path.every((one) => typeof one === 'string') ? path : undefined;
  } catch {
    return undefined;
  }
}

/** A click in the script's menu; the answer comes when the run has ended. */
async function click(site: Site, c: Context, opened: Opened): Promise<Response> {
  const body = (await bodyOf(c)) ?? {};
  const path = pathFrom(body.path);
  const sheet = chosenSheet(opened.state, body.gid);
  if (!path || !sheet) return c.json({ error: 'path is no list of captions.' }, 400);
  const { words } = frameOf(site, c);
  const range = typeof body.range === 'string' && parseA1(body.range, sheet) ? body.range : 'A1';
  const { file, person } = opened;
  const view = { sheetId: sheet.sheetId, range };
  let outcome: RunOutcome;
  try {
    outcome = await site.queue.run(() => site.workspace.clickMenu({ fileId: file.id, person, path, view }));
  } catch (error) {
    // No run failed: there is no such entry in the menu.
    const text = error instanceof Error ? error.message : String(error);
    if (!wantsPage(c)) return c.json({ error: text }, 400);
    return show(site, c, opened, { message: { text, bad: true }, gid: body.gid });
  }
  const done = outcome.status === 'completed';
  const text = done
    ? words.say('finished', secondsText(outcome.modelledMs, words.language))
    : `${words.say('failed')}: ${errorText(outcome) || outcome.status}`;
  const left = outcome.view ? saidView(outcome.view) : { gid: body.gid };
  if (wantsPage(c)) return show(site, c, opened, { message: { text, bad: !done }, ...left });
  return c.json({ ...outcomeJson(outcome), message: text, shown: shownJson(site, c, file.id) });
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
