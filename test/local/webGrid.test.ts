import { createHash } from 'node:crypto';
import { createApp } from '../../local/web/app';
import { OWNER, RESPONDER, STRANGER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';

const setting = pagesWorkspace();
const { workspace, spreadsheetId } = setting;
const app = createApp(workspace);
const base = `/spreadsheets/d/${spreadsheetId}`;

function get(path: string, as = OWNER): Promise<Response> {
  const headers = { accept: 'text/html', 'accept-language': 'id', cookie: `as=${as}` };
  return Promise.resolve(app.request(base + path, { headers }));
}
function send(path: string, body: unknown, as = OWNER): Promise<Response> {
  const headers = { 'content-type': 'application/json', accept: 'application/json', cookie: `as=${as}` };
  return Promise.resolve(app.request(base + path, { method: 'POST', headers, body: JSON.stringify(body) }));
}
async function cell(a1: string, query = '?keep=1'): Promise<string> {
  const page = await (await get(`/edit${query}`)).text();
  return new RegExp(`<td role="gridcell" tabindex="-1" data-a="${a1}"[\\s\\S]*?</td>`).exec(page)?.[0] ?? '';
}

describe('what the grid shows', () => {
  test('values as they are displayed, frozen, merged, coloured, with notes and links', async () => {
    expect(await cell('B2')).toContain('>1.234,50<');
    expect(await cell('B2')).toContain('data-v="1234,5"');
    expect(await cell('C2')).toContain('>2 Agustus 2026<');
    expect(await cell('A2')).toContain('title="Catatan &lt;b&gt;pertama&lt;/b&gt;"');
    expect(await cell('A2')).toMatch(/class="[^"]*frozen z0/);
    expect(await cell('A4')).toContain('colspan="2"');
    expect(await cell('B4')).toBe('');
    expect(await cell('G2')).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(await cell('G3')).toContain('>=SUM(B2:B3)<');
    expect(await cell('F2')).toContain('<strong>Buka </strong><a href="/forms/d/abc/edit"');
    expect(await cell('D3')).toMatch(/type="checkbox"[\s\S]*checked/);
    expect(await cell('E2')).toContain('data-l=');
  });

  test('looks are classes whose rules the policy names by hash', async () => {
    const response = await get('/edit?keep=1');
    const page = await response.text();
    const css = /<style>([\s\S]*?)<\/style>/.exec(page)?.[1] ?? '';
    expect(css).toContain('background-color:#fde8e8;color:#a11d1d;');
    const hash = createHash('sha256').update(css).digest('base64');
    expect(response.headers.get('content-security-policy')).toContain(`style-src 'self' 'sha256-${hash}'`);
    expect(page).not.toMatch(/<[^>]+\sstyle=/);
  });

  test('groups of rows and columns have their buttons, at the line after them or before them', async () => {
    const page = async (): Promise<string> => (await get('/edit?keep=1')).text();
    const head = (text: string, line: number): string =>
      new RegExp(`<th scope="row"[^>]*>${String(line)}<[\\s\\S]*?</th>`).exec(text)?.[0] ?? '';
    expect(head(await page(), 8)).toMatch(
      /value="rows\/4\/3\/1"[\s\S]*aria-expanded="true"[\s\S]*Lipat baris 5–7/,
    );
    expect(await page()).toMatch(/>F<button[\s\S]*?Lipat kolom E–E/);
    const sheet = workspace.store.get('spreadsheet', spreadsheetId)?.sheets[0];
    if (!sheet) throw new Error('no tab');
    expect(await (await send('/groups', { gid: '0', group: 'rows/4/3/1' })).json()).toEqual({
      refused: null,
    });
    expect([sheet.groups?.[0]?.collapsed, sheet.hiddenRows]).toEqual([true, [4, 5, 6]]);
    const folded = await page();
    expect(folded).not.toContain('data-a="A6"');
    expect(head(folded, 8)).toMatch(/aria-expanded="false"[\s\S]*Buka baris 5–7/);
    sheet.groupControls = { rows: 'BEFORE' };
    expect(head(await page(), 4)).toContain('rows/4/3/1');
    const posted = await app.request(`${base}/groups`, {
      method: 'POST',
      headers: {
        accept: 'text/html',
        cookie: `as=${OWNER}`,
        'content-type': 'application/x-www-form-urlencoded',
      },
      body: 'gid=0&row=1&group=rows%2F4%2F3%2F1',
    });
    expect([posted.status, sheet.hiddenRows]).toEqual([303, []]);
    delete sheet.groupControls;
  });

  test('who may not edit folds nothing, and a group that is gone is an error', async () => {
    const refused = await send('/groups', { gid: '0', group: 'rows/4/3/1' }, RESPONDER);
    expect(refused.status).toBe(400);
    expect(await refused.json()).toEqual({ refused: 'Action not allowed' });
    expect(await (await get('/edit?keep=1', RESPONDER)).text()).toMatch(/class="fold rows"[^>]*disabled/);
    expect((await send('/groups', { gid: '0', group: 'rows/1/1/1' })).status).toBe(400);
  });

  test('200 rows a page, the frozen row on each', async () => {
    const first = await (await get('/edit?keep=1')).text();
    expect(first).toContain('Baris 2–201 dari 276');
    expect(first).not.toContain('data-a="A202"');
    const second = await (await get('/edit?keep=1&row=201')).text();
    expect(second).toContain('data-a="A202"');
    expect(second).toContain('>Nama<');
    expect(second).not.toContain('data-a="A2"');
  });

  test('hidden tabs behind their own list, protected ranges named', async () => {
    const page = await (await get('/edit?keep=1')).text();
    expect(page).toMatch(/<details>\s*<summary>Lembar tersembunyi \(1\)[\s\S]*Registri/);
    expect(page).toMatch(/<strong>A1:G1<\/strong> Judul kolom/);
    expect(await (await get('/edit?gid=77&keep=1')).text()).toContain('aria-label="Isi lembar Registri"');
  });

  test('a reader sees it without a way to write, a stranger is refused, nobody is asked to sign in', async () => {
    const reader = await (await get('/edit', RESPONDER)).text();
    expect(reader).toContain('Hanya lihat');
    expect(reader).not.toContain('id="bar"');
    expect(reader).toMatch(/data-a="A5" class="[^"]*locked/);
    expect((await get('/edit', STRANGER)).status).toBe(403);
    expect((await get('/edit', '')).status).toBe(401);
    expect((await get('/export?format=csv', STRANGER)).status).toBe(403);
    expect((await app.request('/spreadsheets/d/none/edit')).status).toBe(404);
  });
});

describe('looks that are more than a cell’s own', () => {
  const at = '?gid=31&keep=1';
  const background = async (a1: string): Promise<string | undefined> => {
    const name = /class="(s\d+)/.exec(await cell(a1, at))?.[1] ?? 'none';
    const page = await (await get(`/edit${at}`)).text();
    return new RegExp(`\\.grid \\.${name}\\{background-color:(#\\w+)`).exec(page)?.[1];
  };

  test('alternating colours, header and footer, under the rules', async () => {
    expect(await background('A1')).toBe('#bdbdbd');
    expect(await background('C2')).toBe('#ffffff');
    expect(await background('A3')).toBe('#f3f3f3');
    expect(await background('A5')).toBe('#dedede');
    expect(await background('D2')).toBeUndefined();
  });

  test('rules with a formula, each cell with its own references', async () => {
    expect(await background('A2')).toBe('#fff1dc');
    expect(await background('A4')).toBe('#fff1dc');
    expect(await background('B3')).toBe('#fde8e8');
    expect(await background('C3')).toBe('#fde8e8');
    expect(await background('B2')).toBe('#ffffff');
  });

  test('a formula that is not computed is named and colours nothing', async () => {
    const page = await (await get(`/edit${at}`)).text();
    expect(page).toMatch(
      /Aturan warna yang tidak digambar \(1\)[\s\S]*A2:A4<\/strong> <code>=REGEXMATCH\(\$A2;&quot;\^S&quot;\)<\/code>[\s\S]*Tidak dihitung di sini: REGEXMATCH/,
    );
    expect(page).not.toContain('#e3f3e8');
  });

  test('pictures in cells and over them; one from elsewhere is named and not fetched', async () => {
    expect(await cell('D2', at)).toMatch(
      /<img class="cell-picture within" src="data:image\/png;base64,iVBOR[^"]*" alt="Balai desa"/,
    );
    expect(await cell('D3', at)).toMatch(
      /<a class="picture-away" href="https:\/\/example.com\/foto.png"[^>]*>Foto &lt;jauh&gt;<\/a>/,
    );
    expect(await cell('D4', at)).toMatch(
      /data-v="=IMAGE\([\s\S]*class="cell-picture own"[\s\S]*width="30" height="20"/,
    );
    const page = await (await get(`/edit${at}`)).text();
    expect(page).toMatch(/Gambar \(1\)[\s\S]*di E2[\s\S]*alt="Lambang" width="40" height="40"/);
  });
});

describe('a person at the grid', () => {
  test('writes into a cell, and the edit trigger runs', async () => {
    const answer = await (await send('/cells', { gid: '0', cell: 'b2', text: '99' })).json();
    expect(answer).toMatchObject({ refused: null, executions: [{ status: 'completed' }] });
    expect(await cell('B2')).toContain('>99,00<');
    const shown = (await (await get('/shown.json')).json()) as { toasts: unknown[] };
    expect(shown.toasts).toEqual([{ title: 'Diubah', text: '99', seconds: 5 }]);
    const byForm = await app.request(`${base}/cells`, {
      method: 'POST',
      headers: { accept: 'text/html', cookie: `as=${OWNER}` },
      body: new URLSearchParams({ gid: '0', cell: 'A5', text: 'Baru', row: '1' }),
    });
    expect(byForm.status).toBe(303);
    expect(await cell('A5')).toContain('>Baru<');
  });

  test('reads Google’s words where a rule, a protection or her rights refuse', async () => {
    const list = await send('/cells', { gid: '0', cell: 'E2', text: 'tiga' });
    expect(list.status).toBe(400);
    expect(await list.json()).toMatchObject({
      refused: expect.stringContaining('violates the data validation rules') as unknown,
    });
    const reader = await send('/cells', { gid: '0', cell: 'A2', text: 'x' }, RESPONDER);
    expect(reader.status).toBe(400);
    expect((await send('/cells', { gid: '0', cell: 'nowhere', text: 'x' })).status).toBe(400);
  });

  test('pastes rows and columns', async () => {
    const text = [
      ['a', '1'],
      ['b', '2'],
    ];
    expect((await send('/cells', { gid: '12', cell: 'B3', text })).status).toBe(200);
    expect(await cell('C4', '?gid=12&keep=1')).toContain('>2<');
  });

  test('ticks a box', async () => {
    await send('/cells', { gid: '0', cell: 'D2', text: 'TRUE' });
    expect(await cell('D2')).toMatch(/checked/);
  });
});

describe("the script's own surface", () => {
  test('opening the file runs onOpen, and a click runs the function as the person', async () => {
    const page = await (await get('/edit')).text();
    expect(page).toContain('<summary>Contoh</summary>');
    expect(page).toContain('value="[&quot;Contoh&quot;,&quot;Jendela&quot;,&quot;Dialog&quot;]"');
    const outcome = await (await send('/menu', { gid: '0', path: ['Contoh', 'Tulis'] })).json();
    expect(outcome).toMatchObject({ status: 'completed', error: null });
    expect(await cell('G5')).toContain('>ditulis skrip<');
    const failed = await (await send('/menu', { gid: '0', path: '["Contoh","Gagal"]' })).json();
    expect(failed).toMatchObject({ status: 'failed', message: 'Skrip gagal: Error: sengaja <gagal>' });
    expect((await send('/menu', { gid: '0', path: ['Contoh', 'Tidak ada'] })).status).toBe(400);
    const withoutScript = await app.request(`${base}/menu`, {
      method: 'POST',
      headers: { accept: 'text/html', 'accept-language': 'id', cookie: `as=${OWNER}` },
      body: new URLSearchParams({ gid: '0', path: '["Contoh","Gagal"]' }),
    });
    expect(await withoutScript.text()).toContain('sengaja &lt;gagal&gt;');
  });

  test('a dialog lives in a sandbox, calls the script and closes', async () => {
    const outcome = (await (
      await send('/menu', { gid: '0', path: ['Contoh', 'Jendela', 'Dialog'] })
    ).json()) as {
      shown: { dialog: { title: string; width: number } };
    };
    expect(outcome.shown.dialog).toMatchObject({
      kind: 'modal',
      title: 'Dialog <contoh>',
      width: 420,
      height: 260,
    });
    const frame = await get('/frames/dialog');
    expect(frame.headers.get('content-security-policy')).toMatch(
      /^sandbox (?!.*allow-same-origin).*default-src 'none'/,
    );
    expect(await frame.text()).toMatch(/<head><base target="_blank"><script>[\s\S]*Isi dialog/);
    const add = await (await send('/call', { panel: 'dialog', function: 'add', args: [2, 3] })).json();
    expect(add).toMatchObject({ status: 'completed', result: { sum: 5 } });
    const secret = await (await send('/call', { panel: 'dialog', function: 'secret_', args: [] })).json();
    expect(secret).toMatchObject({
      status: 'failed',
      errorMessage: expect.stringContaining('secret_') as unknown,
    });
    const closed = (await (await send('/close', {})).json()) as { dialog: unknown };
    expect(closed.dialog).toBeNull();
    expect((await get('/frames/dialog')).status).toBe(404);
  });
});

test.each(['', '&gid=21'])('PDF of all tabs or of one: %j', async (gid) => {
  const pdf = await get(`/export?format=pdf${gid}`);
  expect(pdf.status).toBe(200);
  expect(pdf.headers.get('content-type')).toBe('application/pdf');
  expect(
    Buffer.from(await pdf.arrayBuffer())
      .subarray(0, 5)
      .toString(),
  ).toBe('%PDF-');
});
