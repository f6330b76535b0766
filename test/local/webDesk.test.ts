import { createApp } from '../../local/web/app';
import { OWNER, RESPONDER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';

const setting = pagesWorkspace();
const { workspace } = setting;
const app = createApp(workspace);
const page = { headers: { accept: 'text/html', 'accept-language': 'id' } };

async function json(path: string): Promise<unknown> {
  return (await app.request(path)).json();
}
async function text(path: string): Promise<string> {
  const response = await app.request(path, page);
  expect(response.status).toBe(200);
  return response.text();
}
function send(path: string, body: unknown): Promise<Response> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  };
  return Promise.resolve(app.request(path, init));
}

test('Drive as a tree, on the page and as JSON', async () => {
  const tree = (await json('/files.json')) as {
    id: string;
    children: { name: string; children: unknown[] }[];
  };
  expect(tree.id).toBe('root');
  const folder = tree.children.find(({ name }) => name === 'Arsip');
  expect(folder?.children).toMatchObject([
    {
      id: setting.spreadsheetId,
      name: 'Buku induk',
      url: `http://localhost/spreadsheets/d/${setting.spreadsheetId}/edit`,
      trashed: false,
      sheets: [
        { sheetId: 0, name: 'Daftar', hidden: false, rows: 1000, columns: 26 },
        { sheetId: 12, name: 'Kosong', hidden: false },
        { sheetId: 21, name: 'Grafik', hidden: false },
        { sheetId: 31, name: 'Rupa', hidden: false },
        { sheetId: 77, name: 'Registri', hidden: true },
      ],
    },
  ]);
  expect(await text('/')).toContain('Buku induk');
  expect(await text(`/drive/folders/${setting.folderId}`)).toContain('Buku induk');
  expect((await app.request(`/drive/folders/${setting.spreadsheetId}`)).status).toBe(404);
});

test('forms as JSON: ids, entries, pages', async () => {
  const forms = (await json('/forms.json')) as Record<string, unknown>[];
  expect(forms.find(({ id }) => id === setting.form.id)).toMatchObject({
    title: 'Laporan bulanan',
    published: true,
    acceptingResponses: true,
    destinationId: null,
    viewform: `http://localhost/forms/d/e/${setting.form.publishedId}/viewform`,
    responses: 0,
    items: [
      { type: 'LIST', required: true, choices: ['Penduduk', 'Kegiatan'], page: 0 },
      { type: 'PAGE_BREAK', page: 1 },
      { type: 'TEXT', page: 1 },
      { type: 'PAGE_BREAK', page: 2 },
      { type: 'PARAGRAPH_TEXT', page: 2 },
    ],
  });
});

test('mail by person, its markup only in a sandbox', async () => {
  const all = (await json('/mail/messages.json')) as Record<string, unknown>[];
  expect(all[1]).toMatchObject({
    from: OWNER,
    cc: [RESPONDER],
    draft: true,
    sentAt: '2026-08-01T08:01:00+08:00',
    attachments: [{ name: 'rekap <1>.csv', mimeType: 'text/csv', size: 3 }],
  });
  expect(await json(`/mail/messages.json?person=${RESPONDER}`)).toHaveLength(2);
  expect(await text('/mail')).toContain('(tanpa subjek)');
  const message = await text('/mail/messages/m2');
  expect(message).toContain('sandbox="allow-popups allow-popups-to-escape-sandbox"');
  expect(message).not.toContain('<script>document.title');
  const body = await app.request('/mail/messages/m2/body');
  expect(body.headers.get('content-security-policy')).toMatch(/^sandbox .*default-src 'none'/);
  expect(await body.text()).toContain('href="http://localhost/forms/d/e/xyz/viewform"');
  const file = await app.request('/mail/messages/m2/attachments/0');
  expect(file.headers.get('content-disposition')).toContain('attachment');
  expect(await file.text()).toBe('a,b');
});

test('signing in is a cookie, and leads back to a page of ours only', async () => {
  const chooser = await text('/sign-in?to=/mail');
  expect(chooser).toContain(RESPONDER);
  const signIn = (as: string, to: string): Promise<Response> =>
    Promise.resolve(app.request('/sign-in', { method: 'POST', body: new URLSearchParams({ as, to }) }));
  const done = await signIn(' Siapa@Example.com ', '/mail');
  expect(done.status).toBe(303);
  expect(done.headers.get('location')).toBe('/mail');
  expect(decodeURIComponent(done.headers.get('set-cookie') ?? '')).toMatch(/^as=siapa@example.com;/);
  expect((await signIn('a@b.id', 'https://example.com')).headers.get('location')).toBe('/');
  expect((await signIn('a@b.id', '//example.com')).headers.get('location')).toBe('/');
  expect((await signIn('bukan alamat', '/')).status).toBe(400);
});

test('the clock moves forward only, and tells what it caused', async () => {
  expect(await json('/clock')).toMatchObject({ now: '2026-08-01T08:00:00+08:00' });
  expect(await (await send('/clock', { advance: 'PT1H' })).json()).toMatchObject({
    now: '2026-08-01T09:00:00+08:00',
    executions: [],
  });
  expect(await (await send('/clock', { now: '2026-08-02T08:00:00+08:00' })).json()).toMatchObject({
    now: '2026-08-02T08:00:00+08:00',
  });
  for (const wrong of [
    { now: '2026-08-01T00:00:00Z' },
    { now: 'besok' },
    { advance: 'sehari' },
    { advance: '' },
    [],
  ]) {
    expect((await send('/clock', wrong)).status).toBe(400);
  }
  const moved = await app.request('/clock', {
    method: 'POST',
    body: new URLSearchParams({ advance: 'P1D' }),
    ...page,
  });
  expect(await moved.text()).toContain('0 eksekusi berjalan');
  expect(await text('/clock')).toContain('Sen, 3 Agu 2026');
});

test('faults are set, shown and cleared', async () => {
  expect(await (await send('/faults', { crashAt: 7, submitEvents: 'twice' })).json()).toEqual({
    crashAt: 7,
    submitEvents: 'twice',
  });
  expect(await text('/faults')).toContain('<code>crashAt</code>: 7');
  const page = new URLSearchParams({
    'quota.urlFetch': '0',
    failMember: 'MailApp.sendEmail',
    error: 'internal',
    until: 'cleared',
    across: 'on',
    crashAt: '',
  });
  await app.request('/faults', { method: 'POST', body: page, headers: { accept: 'text/html' } });
  expect(await (await send('/faults', { crashAt: 'x' })).json()).toMatchObject({
    quotas: { urlFetch: 0 },
    failMember: 'MailApp.sendEmail',
    error: 'Unknown or wrong: crashAt',
    until: 'cleared',
    across: true,
  });
  expect((await send('/faults', { 'quota.none': '0' })).status).toBe(400);
  expect((await send('/faults', { crashAt: 'x' })).status).toBe(400);
  expect((await send('/faults', { submitEvents: 'sometimes' })).status).toBe(400);
  expect((await send('/faults', { unknown: 1 })).status).toBe(400);
  expect(await (await send('/faults', {})).json()).toEqual({});
});

test('a function is run, and what ran is listed with its log', async () => {
  expect(await (await send('/run/add', { args: [2, 3] })).json()).toMatchObject({
    status: 'completed',
    result: { sum: 5 },
    error: null,
  });
  const failed = (await (await send('/run/fail', { as: RESPONDER })).json()) as {
    error: string;
    executionId: string;
  };
  expect(failed).toMatchObject({ status: 'failed', result: null, error: 'Error: sengaja <gagal>' });
  await send('/run/tick', { project: 'Contoh' });
  const all = (await json('/executions.json')) as Record<string, unknown>[];
  expect(all.map((one) => [one.function, one.status, one.user, one.error])).toEqual([
    ['add', 'completed', OWNER, null],
    ['fail', 'failed', RESPONDER, 'Error: sengaja <gagal>'],
    ['tick', 'completed', OWNER, null],
  ]);
  expect(all[2]?.log).toEqual(['berdetak']);
  expect(await text('/executions?status=failed')).toContain('1 dari 3 ditampilkan');
  expect(await text(`/executions/${failed.executionId}`)).toContain('sengaja &lt;gagal&gt;');
  for (const wrong of [{ project: 'tidak ada' }, { args: 5 }, { as: 'x' }]) {
    expect((await send('/run/add', wrong)).status).toBe(400);
  }
});

test('triggers and properties are listed, and a due trigger fires with the clock', async () => {
  await send('/run/install', {});
  expect(await text('/triggers')).toMatch(/tick[\s\S]*everyHours\(1\)[\s\S]*owner@example.com/);
  const project = workspace.store.get('project', setting.projectId);
  if (project) project.scriptProperties.kunci = '<nilai>';
  expect(await text('/properties')).toContain('&lt;nilai&gt;');
  const moved = (await (await send('/clock', { advance: 'PT2H' })).json()) as {
    executions: { function: string }[];
  };
  expect(moved.executions.map((one) => one.function)).toEqual(['tick', 'tick']);
});

test('the home card is drawn from what the script built, and its buttons run', async () => {
  const card = await text('/card');
  expect(card).toContain('<h2>Ringkasan</h2>');
  expect(card).toContain('<b>13</b> dari 16 x');
  expect(card).toContain('href="/spreadsheets/d/abc/edit"');
  const value = JSON.stringify({ function: 'greet', parameters: { word: 'Halo' } });
  const body = new URLSearchParams({ name: 'Sari <b>', 'card-button': value });
  const answered = await (await app.request('/card', { method: 'POST', body, ...page })).text();
  expect(answered).toContain('<h2>Halo Sari &lt;b&gt;</h2>');
  expect(answered).toContain('Disapa');
});
