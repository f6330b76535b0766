import { TextOutput } from '../services/content/contentService';
import { HtmlOutput } from '../services/html/htmlOutput';
import type { Project } from '../state/project';
import type { RunOutcome, WebAnswer, WebRequest } from './api';
import type { Engine } from './engine';
import { shownTo, type Machine } from './machine';
import type { Job, Runner } from './runner';
import { deploymentId } from '../services/deployment';

type WebApp = NonNullable<ReturnType<Runner['load']>['manifest']['webapp']>;
/** Whose rights a visit has, and whom the script may know of. */
interface Identity {
  effectiveUser: string;
  activeUser: string;
}

/**
 * Web apps of the projects whose manifest has a `webapp` (guide Web Apps; manifest reference, Web app): every such
 * project counts as deployed by its owner, with the code as it is.
 */
export class WebApps {
  constructor(
    private readonly machine: Machine,
    private readonly runner: Runner,
    private readonly engine: Pick<Engine, 'run'>,
  ) {}

  /** Runs `doGet` or `doPost`. */
  async visit(request: WebRequest): Promise<WebAnswer> {
    const found = this.deployed(request.deploymentId);
    if (!found) return { kind: 'unknown' };
    const identity = this.identity(found, request.person);
    if (typeof identity === 'string') return { kind: identity };
    const functionName = request.method === 'GET' ? 'doGet' : 'doPost';
    const outcome = await this.run(found.project, functionName, [eventOf(request)], identity);
    return answerOf(outcome, found.project.name);
  }

  /** `google.script.run` of a page that a web app answered with; a visitor who may not visit may not call. */
  async call(call: {
    deploymentId: string;
    functionName: string;
    args: unknown[];
    person: string;
  }): Promise<RunOutcome> {
    const found = this.deployed(call.deploymentId);
    const identity = found ? this.identity(found, call.person) : 'unknown';
    if (!found || typeof identity === 'string') throw new Error('You do not have access to this web app.');
    return this.run(found.project, call.functionName, call.args, identity);
  }

  private run(
    project: Project,
    functionName: string,
    args: unknown[],
    identity: Identity,
  ): Promise<RunOutcome> {
    const job: Job = {
      projectId: project.id,
      functionName,
      args: () => args,
      trigger: 'webApp',
      authMode: 'FULL',
      ...identity,
    };
    return this.engine.run(job);
  }

  private deployed(id: string): { project: Project; app: WebApp } | undefined {
    const { store } = this.machine;
    for (const projectId of store.ids('project')) {
      const project = store.get('project', projectId);
      if (!project || deploymentId(project.id) !== id) continue;
      const app = this.runner.load(project).manifest.webapp;
      return app && { project, app };
    }
    return undefined;
  }

  /** 'signIn' where nobody is signed in and somebody has to be, 'denied' for somebody else than was let in. */
  private identity(
    { project, app }: { project: Project; app: WebApp },
    person: string,
  ): Identity | 'signIn' | 'denied' {
    const { owner } = project;
    const asVisitor = app.executeAs === 'USER_ACCESSING';
    if (person === '' && (asVisitor || app.access !== 'ANYONE_ANONYMOUS')) return 'signIn';
    if (app.access === 'MYSELF' && person !== owner) return 'denied';
    if (app.access === 'DOMAIN' && domainOf(person) !== domainOf(owner)) return 'denied';
    if (asVisitor) return { effectiveUser: person, activeUser: person };
    return { effectiveUser: owner, activeUser: shownTo(this.machine, owner, person) };
  }
}

function domainOf(address: string): string {
  return address.slice(address.indexOf('@') + 1).toLowerCase();
}

/** The event object of `doGet` and `doPost` (guide Web Apps, Request parameters). */
function eventOf({ query, pathInfo, body }: WebRequest): Record<string, unknown> {
  const isForm = body?.type.startsWith('application/x-www-form-urlencoded') ?? false;
  const all = [...new URLSearchParams(query), ...(body && isForm ? new URLSearchParams(body.contents) : [])];
  const parameters: Record<string, string[]> = {};
  for (const [name, value] of all) (parameters[name] ??= []).push(value);
  const length = body === undefined ? -1 : Buffer.byteLength(body.contents);
  return {
    queryString: query === '' ? null : query,
    parameter: Object.fromEntries(
      Object.entries(parameters).map(([name, values]) => [name, values[0] ?? '']),
    ),
    parameters,
    contextPath: '',
    contentLength: length,
    ...(pathInfo === '' ? {} : { pathInfo }),
    ...(body ? { postData: { length, type: body.type, contents: body.contents, name: 'postData' } } : {}),
  };
}

function answerOf(outcome: RunOutcome, project: string): WebAnswer {
  const { result } = outcome;
  if (outcome.status !== 'completed') {
    const text = outcome.error ? `${outcome.error.name}: ${outcome.error.message}` : outcome.status;
    return { kind: 'message', text, outcome };
  }
  if (result instanceof HtmlOutput) {
    const { title, meta } = result.page;
    return { kind: 'html', html: result.content, title: title || project, meta, outcome };
  }
  if (result instanceof TextOutput) {
    const { content, mimeKey, fileName } = result.answer;
    return { kind: 'text', content, mimeKey, ...(fileName === null ? {} : { fileName }), outcome };
  }
  const text =
    result === undefined || result === null
      ? 'The script completed but did not return anything.'
      : 'The script completed but the returned value is not a supported return type.';
  return { kind: 'message', text, outcome };
}
