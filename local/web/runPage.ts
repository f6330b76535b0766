import type { Context, Hono } from 'hono';
import type { RunOutcome } from '../host/api';
import { errorText } from './executionsPage';
import { asAddress } from './person';
import type { Site } from './site';
import { atKeyboard, bodyOf } from './site';

/** What a program gets after a function ran: `POST /run/{function}`, menu clicks, calls from a dialog. */
export function outcomeJson(outcome: RunOutcome): Record<string, unknown> {
  return {
    status: outcome.status,
    result: outcome.result ?? null,
    error: outcome.error ? errorText(outcome) : null,
    executionId: outcome.id,
    modelledMs: outcome.modelledMs,
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

/** `POST /run/{function}`: as the editor's Run button; 400 for a bad request, 200 with the status otherwise. */
export function addRun(app: Hono, site: Site): void {
  app.post('/run/:function', async (c) => {
    const body = await bodyOf(c);
    if (body === undefined) return refuse(c, 'The body is no JSON object.');
    const { args, as } = body;
    if (args !== undefined && !Array.isArray(args)) return refuse(c, 'args is no list.');
    const user = as === undefined ? atKeyboard(site, c) : typeof as === 'string' ? asAddress(as) : undefined;
    if (user === undefined || user === '') return refuse(c, 'as is no e-mail address.');
    const projectId = projectNamed(site, body.project);
    if (projectId === null) return refuse(c, `There is no project ${String(body.project)}.`);
    const functionName = c.req.param('function');
    try {
      const outcome = await site.queue.run(() =>
        site.workspace.run({
          functionName,
          user,
          trigger: triggerOf(site, body.trigger, projectId),
          ...(projectId === undefined ? {} : { projectId }),
          ...(args === undefined ? {} : { args }),
        }),
      );
      return c.json(outcomeJson(outcome));
    } catch (error) {
      // Not the script failed but the request: no such project or function, several projects and none named.
      return refuse(c, error instanceof Error ? error.message : String(error));
    }
  });
}

/** A bound script is run as from its menu, where dialogs are allowed, unless the request says otherwise. */
function triggerOf(site: Site, wanted: unknown, projectId: string | undefined): 'menu' | 'editor' {
  if (wanted === 'menu' || wanted === 'editor') return wanted;
  const { store } = site.workspace;
  const id = projectId ?? store.ids('project')[0];
  return id !== undefined && store.get('project', id)?.containerId !== undefined ? 'menu' : 'editor';
}

function refuse(c: Context, error: string): Response {
  return c.json({ status: 'failed', result: null, error, executionId: null }, 400);
}
