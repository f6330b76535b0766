import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { WebAnswer, WebRequest } from '../host/api';
import { deploymentId } from '../services/deployment';
import { download, notFoundPage } from './answers';
import { callJson, frameContent } from './frames';
import { sandboxPolicy } from './guard';
import { documentOf } from './layout';
import type { Markup } from './markup';
import type { Site } from './site';
import { bodyOf, frameOf, visitor, wantsPage } from './site';
import { projectsOf } from './projects';

type Answered = Response | Promise<Response>;
/** Pages that web apps answered with and that their frames still have to fetch. */
const KEPT = 50;

/** Content types of `ContentService.MimeType` (reference, Content service). */
const TYPES: Record<string, string> = {
  ATOM: 'application/atom+xml',
  CSV: 'text/csv',
  ICAL: 'text/calendar',
  JAVASCRIPT: 'text/javascript',
  JSON: 'application/json',
  RSS: 'application/rss+xml',
  TEXT: 'text/plain',
  VCARD: 'text/x-vcard',
  XML: 'text/xml',
};

/** The addresses of web apps: `doGet` and `doPost`, their pages in a sandbox, the calls that come out of them. */
export function addWebApps(app: Hono, site: Site): void {
  const pages = new Pages();
  const base = '/macros/s/:id';
  for (const path of ['/exec', '/exec/*', '/dev', '/dev/*']) {
    app.get(base + path, (c) => visit(site, c, pages));
    app.post(base + path, (c) => visit(site, c, pages));
  }
  app.get(`${base}/page/:key`, (c) => {
    const content = pages.of(c.req.param('key'), visitor(c));
    return content === undefined ? notFoundPage(site, c) : frameContent(c, content, true);
  });
  app.post(`${base}/call`, (c) => call(site, c));
}

/** What was answered to whom: a frame fetches its page once more only for the person who asked. */
class Pages {
  private readonly kept = new Map<string, { person: string; content: string }>();
  private last = 0;

  put(person: string, content: string): string {
    this.last += 1;
    const key = String(this.last);
    this.kept.set(key, { person, content });
    for (const old of this.kept.keys()) {
      if (this.kept.size <= KEPT) break;
      this.kept.delete(old);
    }
    return key;
  }
  of(key: string, person: string): string | undefined {
    const page = this.kept.get(key);
    return page?.person === person ? page.content : undefined;
  }
}

async function visit(site: Site, c: Context, pages: Pages): Promise<Response> {
  const id = c.req.param('id') ?? '';
  const url = new URL(c.req.url);
  const request: WebRequest = {
    deploymentId: id,
    method: c.req.method === 'POST' ? 'POST' : 'GET',
    person: visitor(c),
    query: url.search.replace(/^\?/, ''),
    pathInfo: decodeURIComponent(/\/(?:exec|dev)\/(.*)$/.exec(url.pathname)?.[1] ?? ''),
  };
  if (request.method === 'POST')
    request.body = { type: c.req.header('content-type') ?? '', contents: await c.req.text() };
  const answer = await site.queue.run(() => site.workspace.visitWebApp(request));
  switch (answer.kind) {
    case 'unknown':
      return notFoundPage(site, c);
    case 'signIn':
    case 'denied':
      return refused(site, c, answer.kind);
    case 'html':
      return c.html(appPage(site, c, answer, pages.put(request.person, answer.html)));
    case 'text':
      return textAnswer(answer);
    case 'message':
      return messageAnswer(site, c, answer.text);
  }
}

/** 401 for nobody, 403 for somebody whom the manifest does not let in. */
function refused(site: Site, c: Context, kind: 'signIn' | 'denied'): Answered {
  const { words, person } = { ...frameOf(site, c), person: visitor(c) };
  const text = kind === 'signIn' ? words.say('webAppSignIn') : words.say('webAppDeniedText', person);
  const status = kind === 'signIn' ? 401 : 403;
  if (!wantsPage(c)) return c.text(text, status);
  const to = encodeURIComponent(new URL(c.req.url).pathname + new URL(c.req.url).search);
  const title = words.say(kind === 'signIn' ? 'signIn' : 'webAppDenied');
  const body = html`<main id="content">
    <h1>${title}</h1>
    <p>${text}</p>
    <p>
      <a class="button" href="/sign-in?to=${to}"
        >${words.say(kind === 'signIn' ? 'signIn' : 'switchAccount')}</a
      >
    </p>
  </main>`;
  return c.html(documentOf({ words, title, kind: 'desk-page', body }), status);
}

/** The script's page in its sandbox, under the line that says whose application it is. */
function appPage(site: Site, c: Context, answer: Extract<WebAnswer, { kind: 'html' }>, key: string): Markup {
  const { words } = frameOf(site, c);
  const id = c.req.param('id') ?? '';
  const owner = projectsOf(site).find((project) => deploymentId(project.id) === id)?.owner ?? '';
  const sandbox =
    'allow-scripts allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-downloads allow-top-navigation-by-user-activation';
  const body = html`<main id="content" class="web-app-page">
    <h1 class="sr">${answer.title}</h1>
    <p class="faint">${words.say('webAppBy', owner)} <a href="/">${words.say('workspace')}</a></p>
    <iframe
      class="web-app"
      title="${answer.title}"
      src="/macros/s/${id}/page/${key}"
      data-call="/macros/s/${id}/call"
      sandbox="${sandbox}"
    ></iframe>
  </main>`;
  return documentOf({ words, title: answer.title, kind: 'web-app-body', scripts: ['webapp'], body });
}

/** What a script wrote is data: whatever its type, it runs nothing on this host. */
function textAnswer({ content, mimeKey, fileName }: Extract<WebAnswer, { kind: 'text' }>): Response {
  const type = `${TYPES[mimeKey] ?? 'text/plain'}; charset=utf-8`;
  if (fileName !== undefined) return download(fileName, type, Buffer.from(content));
  const headers = { 'Content-Type': type, 'Content-Security-Policy': sandboxPolicy(false) };
  return new Response(content, { headers });
}

/** Google answers 200 with a page of one sentence, whatever went wrong in the script. */
function messageAnswer(site: Site, c: Context, text: string): Answered {
  const { words } = frameOf(site, c);
  const body = html`<main id="content">
    <h1>${words.say('webApp')}</h1>
    <p role="alert"><span class="text">${text}</span></p>
    <p><a href="/executions">${words.say('executions')}</a></p>
  </main>`;
  return c.html(documentOf({ words, title: words.say('webApp'), kind: 'desk-page', body }));
}

/** `google.script.run.f(…)` of that page, as whom the manifest says. */
async function call(site: Site, c: Context): Promise<Response> {
  const body = await bodyOf(c);
  const functionName = body?.function;
  if (typeof functionName !== 'string') return c.json({ error: 'function is missing.' }, 400);
  return c.json(
    await callJson(() =>
      site.queue.run(() =>
        site.workspace.callFromPage({
          deploymentId: c.req.param('id') ?? '',
          functionName,
          args: Array.isArray(body?.args) ? body.args : [],
          person: visitor(c),
        }),
      ),
    ),
  );
}
