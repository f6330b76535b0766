import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import { loadProject } from '../host/project';
import { deploymentId } from '../services/deployment';
import { MIME } from '../state/file';
import type { DriveFile } from '../state/file';
import type { Store } from '../state/store';
import { pathOf } from './addresses';
import { driveTree, findNode, formsJson, treeJson } from './driveTree';
import type { TreeNode } from './driveTree';
import { download, notFoundPage } from './answers';
import { executionTable } from './executionsPage';
import { deskPage } from './layout';
import type { Markup } from './markup';
import { flag, nothing } from './markup';
import { projectsOf, projectTitle } from './projects';
import type { Site } from './site';
import { frameOf, originOf } from './site';
import type { Words } from './words';

/** Start page, folders, plain files and their JSON. */
export function addStart(app: Hono, site: Site): void {
  const { store } = site.workspace;
  app.get('/', (c) => c.html(startPage(site, c)));
  app.get('/files.json', (c) => c.json(treeJson(store, driveTree(store), originOf(c))));
  app.get('/forms.json', (c) => c.json(formsJson(store, originOf(c))));
  app.get('/drive/folders/:id', (c) => folderPage(site, c, c.req.param('id')));
  app.get('/file/d/:id/view', (c) => plainFile(site, c, c.req.param('id')));
  app.get('/open', (c) => {
    const file = store.get('file', c.req.query('id') ?? '');
    return file ? c.redirect(pathOf(store, file)) : c.notFound();
  });
}

function startPage(site: Site, c: Context): Markup {
  const { workspace } = site;
  const frame = frameOf(site, c);
  const { words } = frame;
  const messages = workspace.store.get('mailbox', 'mail')?.messages.length ?? 0;
  const root = driveTree(workspace.store);
  const latest = workspace.executions.slice(-5).reverse();
  return deskPage(
    frame,
    words.say('drive'),
    html`<section aria-label="${words.say('drive')}">
        ${root.children.length === 0 ? html`<p>${words.say('emptyDrive')}</p>` : tree(workspace.store, root, words, 0)}
      </section>
      ${webApps(site, words)}
      <section>
        <h2>${words.say('mail')}</h2>
        <p><a href="/mail">${words.say('unread', messages)}</a></p>
      </section>
      <section>
        <h2>${words.say('lastExecutions')}</h2>
        ${
          latest.length === 0
            ? html`<p>${words.say('emptyExecutions')}</p>`
            : executionTable(site, words, latest, words.say('lastExecutions'))
        }
      </section>`,
  );
}

/** Projects that are deployed as web apps, each under its address. */
function webApps(site: Site, words: Words): Markup {
  const deployed = projectsOf(site).filter(
    (project) => loadProject(project.directory).manifest.webapp !== undefined,
  );
  if (deployed.length === 0) return nothing;
  return html`<section>
    <h2>${words.say('webApp')}</h2>
    <ul class="tree">
      ${deployed.map(
        (project) =>
          html`<li>
            <a href="/macros/s/${deploymentId(project.id)}/exec">${projectTitle(site, project)}</a>
          </li>`,
      )}
    </ul>
  </section>`;
}

function folderPage(site: Site, c: Context, id: string): Response | Promise<Response> {
  const node = findNode(driveTree(site.workspace.store), id);
  const frame = frameOf(site, c);
  if (!node || node.file.mimeType !== MIME.folder) return notFoundPage(site, c);
  const content =
    node.children.length === 0
      ? html`<p>${frame.words.say('none')}</p>`
      : tree(site.workspace.store, node, frame.words, 0);
  return c.html(deskPage(frame, node.file.name, content));
}

function tree(store: Store, node: TreeNode, words: Words, depth: number): Markup {
  return html`<ul class="tree">
    ${node.children.map((child) => {
      if (child.file.mimeType !== MIME.folder) return html`<li>${fileLine(store, child.file, words)}</li>`;
      return html`<li>
        <details ${flag('open', depth < 1)}>
          <summary>
            <span class="kind" aria-hidden="true">▸</span> ${child.file.name}
            <span class="faint">${words.say('folder')}, ${child.children.length}</span
            >${bin(child.file, words)}
          </summary>
          ${tree(store, child, words, depth + 1)}
        </details>
      </li>`;
    })}
  </ul>`;
}

function bin(file: DriveFile, words: Words): Markup {
  return file.trashed ? html` <span class="state held">${words.say('trashed')}</span>` : nothing;
}

function fileLine(store: Store, file: DriveFile, words: Words): Markup {
  const link = html`<a href="${pathOf(store, file)}">${file.name}</a>`;
  const edit =
    file.mimeType === MIME.form
      ? html` <a
          class="faint"
          href="/forms/d/${file.id}/edit"
          aria-label="${words.say('editNamed', file.name)}"
          >${words.say('edit')}</a
        >`
      : nothing;
  return html`${link}${edit} <span class="faint">${detailOf(store, file, words)}</span>${bin(file, words)}`;
}

function detailOf(store: Store, file: DriveFile, words: Words): string {
  if (file.mimeType === MIME.spreadsheet) return words.say('spreadsheet');
  if (file.mimeType === MIME.document) return words.say('document');
  const form = file.mimeType === MIME.form ? store.get('form', file.id) : undefined;
  if (!form) return file.mimeType;
  return [
    words.say('form'),
    words.say(form.published ? 'published' : 'unpublished'),
    words.say('answers', form.responses.length),
  ].join(', ');
}

/** A plain file as a download: what a script wrote is never shown as a page of ours. */
function plainFile(site: Site, c: Context, id: string): Response | Promise<Response> {
  const file = site.workspace.store.get('file', id);
  if (file?.content === undefined) return notFoundPage(site, c);
  return download(file.name, file.mimeType, Buffer.from(file.content, 'base64'));
}
