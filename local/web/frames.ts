import { createHash } from 'node:crypto';
import type { Context, Hono } from 'hono';
import type { DialogAnswer, RunOutcome, WhatIsShown } from '../host/api';
import { notFoundPage } from './answers';
import { localLinksInHtml } from './addresses';
import { shimScript } from './client/shim';
import { scriptText } from './client/source';
import { sandboxPolicy } from './guard';
import { outcomeJson } from './runPage';
import type { Site } from './site';
import { atKeyboard, bodyOf, originOf } from './site';

type Panel = NonNullable<WhatIsShown['dialog']>;

function panelJson(panel: Panel | undefined): Record<string, unknown> | null {
  if (!panel) return null;
  const { kind, title, width, height } = panel;
  const key = createHash('sha256').update(`${title}\n${panel.html}`).digest('hex').slice(0, 16);
  return { kind, title, width: width ?? null, height: height ?? null, key };
}

/** What the script shows over an open file, for the page's script: panels by key, toasts, questions to this person. */
export function shownJson(site: Site, c: Context, fileId: string): Record<string, unknown> {
  const { workspace } = site;
  const shown = workspace.whatIsShown(fileId);
  const person = atKeyboard(site, c);
  const mine = workspace.questions.filter(({ user }) => user === person);
  return {
    sidebar: panelJson(shown.sidebar),
    dialog: panelJson(shown.dialog),
    toasts: shown.toasts.map(({ title, text, seconds }) => ({ title, text, seconds })),
    questions: mine.map(({ id, kind, title, text, buttons }) => ({
      id,
      kind,
      title,
      text,
      buttons,
    })),
  };
}

/** Dialogs and sidebars: their content in a sandbox, the calls that come out of them, questions and answers. */
export function addFrames(app: Hono, site: Site): void {
  const { workspace } = site;
  for (const kind of ['spreadsheets', 'document', 'forms']) addPanels(app, site, `/${kind}/d/:id`);
  // Not through the queue: the run that asked stands in it and waits for this.
  app.post('/questions/:id', async (c) => {
    const body = (await bodyOf(c)) ?? {};
    const id = c.req.param('id');
    if (!workspace.questions.some((question) => question.id === id))
      return c.json({ error: 'No such question.' }, 404);
    const answer: DialogAnswer = { button: String(body.button ?? 'CLOSE') };
    if (typeof body.text === 'string') answer.text = body.text;
    workspace.answer(id, answer);
    return c.json({});
  });
}

/** What a script shows over an open file of one kind. */
function addPanels(app: Hono, site: Site, base: string): void {
  const { workspace } = site;
  app.get(`${base}/shown.json`, (c) => c.json(shownJson(site, c, c.req.param('id') ?? '')));
  app.get(`${base}/frames/:panel{(dialog|sidebar)}`, (c) => {
    const shown = workspace.whatIsShown(c.req.param('id') ?? '');
    const panel = c.req.param('panel') === 'dialog' ? shown.dialog : shown.sidebar;
    return panel ? frameContent(c, panel.html) : notFoundPage(site, c);
  });
  app.post(`${base}/call`, (c) => call(site, c, c.req.param('id') ?? ''));
  app.post(`${base}/close`, async (c) => {
    const fileId = c.req.param('id') ?? '';
    await site.queue.run(() => workspace.runtimeFor(atKeyboard(site, c)).show({ kind: 'close', fileId }));
    return c.json(shownJson(site, c, fileId));
  });
}

/** The script's HTML as it is, after our `google.script` and behind a policy that lets nothing out. */
export function frameContent(c: Context, content: string, top = false): Response {
  const shim = `<base target="${top ? '_top' : '_blank'}"><script>${scriptText(shimScript)}</script>`;
  const page = localLinksInHtml(content, originOf(c));
  const head = /<head(\s[^>]*)?>/i.exec(page);
  const doctype = /^\s*<!doctype[^>]*>/i.exec(page);
  const at = head ? head.index + head[0].length : (doctype?.[0].length ?? 0);
  c.header('Content-Security-Policy', sandboxPolicy(true, top));
  return c.body(`${doctype ? '' : '<!doctype html>'}${page.slice(0, at)}${shim}${page.slice(at)}`, 200, {
    'Content-Type': 'text/html; charset=utf-8',
  });
}

/** `google.script.run.f(…)` of a panel, handed on by the page around it. */
async function call(site: Site, c: Context, fileId: string): Promise<Response> {
  const body = await bodyOf(c);
  const shown = site.workspace.whatIsShown(fileId);
  const panel = body?.panel === 'sidebar' ? shown.sidebar : shown.dialog;
  const functionName = body?.function;
  if (!body || typeof functionName !== 'string') return c.json({ error: 'function is missing.' }, 400);
  const projectId = panel?.projectId ?? boundProject(site, fileId);
  const gid = Number(body.gid);
  const answer = await callJson(() =>
    site.queue.run(() =>
      site.workspace.callFromPage({
        functionName,
        args: Array.isArray(body.args) ? body.args : [],
        person: atKeyboard(site, c),
        ...(projectId === undefined ? {} : { projectId }),
        ...(Number.isInteger(gid) ? { view: { sheetId: gid, range: String(body.range ?? 'A1') } } : {}),
      }),
    ),
  );
  return c.json({ ...answer, shown: shownJson(site, c, fileId) });
}

/** What a page gets for its `google.script.run`: the result, or the error that its failure handler is given. */
export async function callJson(run: () => Promise<RunOutcome>): Promise<Record<string, unknown>> {
  try {
    const outcome = await run();
    return {
      ...outcomeJson(outcome),
      errorName: outcome.error?.name ?? null,
      errorMessage: outcome.error?.message ?? null,
    };
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    return {
      status: 'failed',
      result: null,
      error: message,
      errorName: 'Error',
      errorMessage: message,
      executionId: null,
    };
  }
}

function boundProject(site: Site, fileId: string): string | undefined {
  const { store } = site.workspace;
  return store.ids('project').find((id) => store.get('project', id)?.containerId === fileId);
}
