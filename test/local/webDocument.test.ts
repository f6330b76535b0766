import { createApp } from '../../local/web/app';
import { OWNER, RESPONDER, STRANGER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';
import { cleanUp, projectFolder } from '../support/localProject';

afterAll(cleanUp);
const { workspace, documentId } = pagesWorkspace();
const app = createApp(workspace);
const base = `/document/d/${documentId}`;

function ask(path: string, init: { as?: string; body?: unknown } = {}): Promise<Response> {
  const { as = OWNER, body } = init;
  const headers = {
    accept: body === undefined ? 'text/html' : 'application/json',
    'accept-language': 'id',
    'content-type': 'application/json',
    cookie: `as=${as}`,
  };
  const post = { method: 'POST', headers, body: JSON.stringify(body) };
  return Promise.resolve(app.request(base + path, body === undefined ? { headers } : post));
}
const page = async (): Promise<string> => (await ask('/edit?keep=1')).text();
/** The rules that the class of the first element with that beginning stands for. */
async function rulesOf(start: RegExp): Promise<string> {
  const text = await page();
  const name = start.exec(text)?.[1] ?? 'none';
  return new RegExp(`\\.paper \\.${name}\\{([^}]*)\\}`).exec(text)?.[1] ?? '';
}

describe('a document on its page', () => {
  test('headings below the title of the file, no level left out', async () => {
    const text = await page();
    expect(text.match(/<h1>/g)).toHaveLength(1);
    const levels = [...text.matchAll(/role="heading" aria-level="(\d)" class="[^"]*">([^<]*)/g)];
    expect(levels.map(([, level, title]) => [level, title])).toEqual([
      ['2', 'Undangan rapat'],
      ['3', 'Acara'],
      ['2', 'Peserta'],
    ]);
    expect(await rulesOf(/aria-level="2" class="([^"]*)">Undangan/)).toMatch(
      /font-size:34.67px;.*text-align:center/,
    );
  });

  test('text with its looks, as text; links lead here or nowhere', async () => {
    const text = await page();
    expect(text).toContain('&lt;b&gt;bukan markah&lt;/b&gt;');
    expect(await rulesOf(/<span class="([^"]*)">harap hadir/)).toBe('font-weight:700;color:#a11d1d;');
    expect(text).toMatch(/href="\/document\/d\/abc\/edit" rel="noreferrer"\s*>lembar acara/);
    expect(text).toMatch(/href="#" rel="noreferrer"\s*> jangan/);
    expect(text).not.toMatch(/<[^>]+\sstyle=/);
  });

  test('lists within lists, with their numbers', async () => {
    const list = /<ol class="[\s\S]*?<\/ol>/.exec(await page())?.[0].replace(/\s+</g, '<') ?? '';
    expect(list.replace(/\s*class="[^"]*"|\s(?=>)/g, '').replace(/>\s+/g, '>')).toBe(
      '<ol><li value="1"><div>Pembukaan</div></li><li value="2"><div>Laporan desa</div><ul><li><div>kependudukan</div></li></ul></li><li value="3"><div>Penutup</div></li></ol>',
    );
  });

  test('tables, pictures, rules, page breaks, header and footer', async () => {
    const text = await page();
    expect(text.match(/<td class/g)).toHaveLength(4);
    expect(await rulesOf(/<td class="([^"]*)">/)).toMatch(
      /border:1.33px solid #3b4a63;.*background-color:#edf0f4;width:160px/,
    );
    expect(text).toMatch(
      /<img\s+src="data:image\/png;base64,iVBOR[^"]*"\s+width="64"\s+height="64"\s+alt="stempel.png"/,
    );
    expect(text).toContain('class="rule" role="separator"');
    expect(text).toContain('aria-label="Halaman baru"');
    expect(text).toMatch(
      /aria-label="Kepala halaman">[\s\S]*Kantor Camat[\s\S]*aria-label="Kaki halaman">[\s\S]*Jalan Raya 1/,
    );
  });

  test('is exported, and shown to those alone who may read it', async () => {
    const text = await ask('/export?format=txt');
    expect(await text.text()).toContain('Undangan rapat');
    expect(text.headers.get('content-disposition')).toContain('Surat undangan.txt');
    const docx = Buffer.from(await (await ask('/export')).arrayBuffer());
    expect(docx.subarray(0, 2).toString()).toBe('PK');
    expect((await ask('/export?format=odt')).status).toBe(400);
    expect((await ask('/edit', { as: STRANGER })).status).toBe(403);
    expect((await ask('/edit', { as: '' })).status).toBe(401);
    expect((await app.request('/document/d/none/edit')).status).toBe(404);
    workspace.store.get('file', documentId)?.viewers.push(RESPONDER);
    expect(await (await ask('/edit', { as: RESPONDER })).text()).toContain('Hanya lihat');
  });

  test('has the menus of its script, and shows what a run changed', async () => {
    const code = `
      function onOpen() { DocumentApp.getUi().createMenu('Surat').addItem('Tanda tangan', 'sign').addToUi(); }
      function sign() {
        DocumentApp.getActiveDocument().getBody().appendParagraph('Camat');
        DocumentApp.getUi().showSidebar(HtmlService.createHtmlOutput('<p>Selesai</p>').setTitle('Info'));
      }`;
    workspace.addProject({ directory: projectFolder(code), containerId: documentId });
    expect(await (await ask('/edit')).text()).toContain('<summary>Surat</summary>');
    const run = await (await ask('/menu', { body: { path: ['Surat', 'Tanda tangan'] } })).json();
    expect(run).toMatchObject({ status: 'completed', shown: { sidebar: { title: 'Info' } } });
    const part = (await (await ask('/edit?keep=1&part=1')).json()) as { html: string };
    expect(part.html).toContain('Camat');
    expect(await (await ask('/frames/sidebar')).text()).toContain('<p>Selesai</p>');
    expect((await ask('/menu', { body: { path: ['Surat', 'Lain'] } })).status).toBe(400);
    expect((await ask('/menu', { body: { path: 'Surat' } })).status).toBe(400);
  });
});
