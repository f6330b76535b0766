import type { Context, Hono } from 'hono';
import type { RunOutcome, RunRequest } from '../host/api';
import { errorText } from './executionsPage';
import { messagePage } from './layout';
import { asAddress } from './person';
import type { Site } from './site';
import { atKeyboard, bodyOf, frameOf } from './site';

/** What a program gets after a function ran: `POST /run/{function}`, menu clicks, calls from a dialog. */
export function outcomeJson(outcome: RunOutcome): Record<string, unknown> {
  return {
    status: outcome.status,
    result: outcome.result ?? null,
    error: outcome.error ? errorText(outcome) : null,
    executionId: outcome.id,
    modelledMs: outcome.modelledMs,
    view: outcome.view ? { gid: outcome.view.sheetId, range: outcome.view.range } : null,
  };
}

/**
 * The project that a request names by id, by name or by the file it is bound to; undefined leaves the choice
 * to a workspace with one project; null = there is none of that name.
 */
export function projectNamed(site: Site, name: unknown): string | undefined | null {
  if (typeof name !== 'string' || name === '') return undefined;
  const { store } = site.workspace;
  const found = store.ids('project').find((id) => {
    const project = store.get('project', id);
    return id === name || project?.containerId === name || project?.name === name;
  });
  return found ?? null;
}

/** Not the script failed but the request: no such project or function, several projects and none named. */
class BadRequest extends Error {}

/** `POST /run/{function}`: as the editor's Run button; 400 for a bad request, 200 with the status otherwise. */
export function addRun(app: Hono, site: Site): void {
  app.post('/run/:function', async (c) => {
    try {
      return c.json(outcomeJson(await start(site, c, c.req.param('function'), await bodyOf(c))));
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      return c.json({ status: 'failed', result: null, error: error.message, executionId: null }, 400);
    }
  });
  // The same from the page of executions, which names the function in a field.
  app.post('/run', async (c) => {
    const body = await bodyOf(c);
    const frame = frameOf(site, c);
    try {
      const outcome = await start(site, c, String(body?.function ?? ''), body);
      return c.redirect(`/executions/${outcome.id}`, 303);
    } catch (error) {
      if (!(error instanceof BadRequest)) throw error;
      return c.html(messagePage(frame, frame.words.say('somethingWrong'), error.message), 400);
    }
  });
}

async function start(
  site: Site,
  c: Context,
  functionName: string,
  body: Record<string, unknown> | undefined,
): Promise<RunOutcome> {
  if (body === undefined) throw new BadRequest('The body is no JSON object.');
  const { args, as } = body;
  if (args !== undefined && !Array.isArray(args)) throw new BadRequest('args is no list.');
  const user = as === undefined ? atKeyboard(site, c) : typeof as === 'string' ? asAddress(as) : undefined;
  if (user === undefined || user === '') throw new BadRequest('as is no e-mail address.');
  const projectId = projectNamed(site, body.project);
  if (projectId === null) throw new BadRequest(`There is no project ${String(body.project)}.`);
  const request: RunRequest = { functionName, user, trigger: triggerOf(site, body.trigger, projectId) };
  if (projectId !== undefined) request.projectId = projectId;
  if (args !== undefined) request.args = args;
  try {
    return await site.queue.run(() => site.workspace.run(request));
  } catch (error) {
    throw new BadRequest(error instanceof Error ? error.message : String(error));
  }
}

/** A bound script is run as from its menu, where dialogs are allowed, unless the request says otherwise. */
function triggerOf(site: Site, wanted: unknown, projectId: string | undefined): 'menu' | 'editor' {
  if (wanted === 'menu' || wanted === 'editor') return wanted;
  const { store } = site.workspace;
  const id = projectId ?? store.ids('project')[0];
  return id !== undefined && store.get('project', id)?.containerId !== undefined ? 'menu' : 'editor';
}
