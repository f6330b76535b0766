import { createApp } from '../../local/web/app';
import type { FormItem } from '../../local/state/form';
import { OWNER, RESPONDER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';
import { cleanUp, projectFolder } from '../support/localProject';

afterAll(cleanUp);
const { workspace, form, everyItem, spreadsheetId } = pagesWorkspace({ checkTouches: true });
const app = createApp(workspace);
const headers = (as: string): Record<string, string> => ({
  accept: 'text/html',
  'accept-language': 'id',
  cookie: `as=${as}`,
});

const get = (path: string, as = OWNER): Promise<Response> =>
  Promise.resolve(app.request(path, { headers: headers(as) }));
function send(
  id: string,
  fields: Record<string, string> | [string, string][],
  as = OWNER,
): Promise<Response> {
  const body = new URLSearchParams(fields);
  return Promise.resolve(app.request(`/forms/d/${id}/edit`, { method: 'POST', headers: headers(as), body }));
}
function item(title: string, of = everyItem): FormItem {
  const found = of.items.find((one) => one.title === title);
  if (!found) throw new Error(`No question ${title}`);
  return found;
}

describe('the editor of a form', () => {
  test('shows every question, its choices, the switches and where answers go', async () => {
    const page = await (await get(`/forms/d/${everyItem.id}/edit`)).text();
    expect(page.match(/<section class="card" id="item/g)).toHaveLength(everyItem.items.length);
    expect(page).toMatch(/Pilihan 2<\/span><input class="box" name="choice\.1" value="Dua"/);
    expect(page).toMatch(/Baris baru<\/span><input class="box" name="row" value=""/);
    expect(page).toContain('Jawaban tidak masuk ke spreadsheet.');
    expect(await (await get('/')).text()).toContain(`href="/forms/d/${everyItem.id}/edit"`);
  });

  test('a question is renamed and made optional, others stay', async () => {
    const { id } = item('Teks pendek');
    const sent = await send(everyItem.id, {
      do: 'item',
      itemId: String(id),
      title: 'Nama <lengkap>',
      helpText: '',
    });
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`/forms/d/${everyItem.id}/edit?keep=1#item${id}`);
    expect(item('Nama <lengkap>')).toMatchObject({ id, required: false, helpText: '' });
    const viewform = await (await get(`/forms/d/e/${everyItem.publishedId}/viewform`)).text();
    expect(viewform).toContain('Nama &lt;lengkap&gt;');
  });

  test('choices are changed, taken away and added, and still lead where they led', async () => {
    const question = item('Laporan mana?', form);
    const [people, work] = question.choices ?? [];
    await send(form.id, [
      ['do', 'item'],
      ['itemId', String(question.id)],
      ['title', question.title],
      ['required', '1'],
      ['choice.0', 'Kependudukan'],
      ['choice.1', ''],
      ['choice', 'Lain'],
    ]);
    expect(question.choices).toEqual([
      { value: 'Kependudukan', goTo: people?.goTo },
      { value: 'Lain', goTo: 'CONTINUE' },
    ]);
    expect(work?.goTo).toBeDefined();
  });

  test.each([
    [
      'two of one name',
      [
        ['choice.0', 'Satu'],
        ['choice.1', ' Satu '],
      ],
      'Questions cannot have duplicate choice values.',
    ],
    ['none', [['choice.0', '']], 'Array must not be empty'],
  ] as [string, [string, string][], string][])(
    '%s is refused, and nothing changes',
    async (_, choices, words) => {
      const question = item('Daftar');
      const before = JSON.stringify(question);
      const sent = await send(everyItem.id, [
        ['do', 'item'],
        ['itemId', String(question.id)],
        ['title', 'Baru'],
        ...choices,
      ]);
      expect(sent.status).toBe(400);
      expect(await sent.text()).toContain(words);
      expect(JSON.stringify(question)).toBe(before);
    },
  );

  test('rows of a grid keep their entry numbers', async () => {
    const grid = item('Kisi');
    const [, second] = grid.entryIds;
    await send(everyItem.id, [
      ['do', 'item'],
      ['itemId', String(grid.id)],
      ['row.0', ''],
      ['row.1', 'Sore'],
      ['row', 'Malam'],
      ['column.0', 'Ya'],
    ]);
    expect(grid).toMatchObject({ rows: ['Sore', 'Malam'], columns: ['Ya'], title: 'Kisi' });
    expect(grid.entryIds[0]).toBe(second);
    expect(new Set(grid.entryIds).size).toBe(2);
  });

  test('questions are added, moved and deleted', async () => {
    const count = everyItem.items.length;
    await send(everyItem.id, { do: 'add', type: 'SCALE', title: 'Nilai' });
    const made = item('Nilai');
    expect(made).toMatchObject({ type: 'SCALE', bounds: { lower: 1, upper: 5 } });
    await send(everyItem.id, { do: 'up', itemId: String(made.id) });
    expect(everyItem.items.at(-2)).toBe(made);
    await send(everyItem.id, { do: 'delete', itemId: String(made.id) });
    expect(everyItem.items).toHaveLength(count);
    expect((await send(everyItem.id, { do: 'delete', itemId: String(made.id) })).status).toBe(400);
    expect((await send(everyItem.id, { do: 'nothing' })).status).toBe(400);
  });

  test('switches and texts; an unpublished form accepts nothing', async () => {
    const on = {
      title: 'Survei',
      description: 'Isi',
      confirmationMessage: 'Terima kasih',
      closedMessage: 'Tutup',
      collectEmail: 'off',
    };
    await send(everyItem.id, {
      do: 'settings',
      ...on,
      published: '1',
      openToAll: '1',
      allowResponseEdits: '1',
      progressBar: '1',
    });
    expect(everyItem).toMatchObject({
      ...on,
      published: true,
      acceptingResponses: false,
      allowResponseEdits: true,
      limitOneResponse: false,
    });
    expect(await (await get(`/forms/d/e/${everyItem.publishedId}/viewform`, '')).text()).toContain('Tutup');
    await send(everyItem.id, {
      do: 'settings',
      ...on,
      published: '1',
      acceptingResponses: '1',
      openToAll: '1',
    });
    expect((await get(`/forms/d/e/${everyItem.publishedId}/viewform`, '')).status).toBe(200);
    await send(everyItem.id, { do: 'settings', ...on, published: '1', acceptingResponses: '1' });
    expect((await get(`/forms/d/e/${everyItem.publishedId}/viewform`, '')).status).toBe(401);
    await send(everyItem.id, { do: 'settings', ...on, acceptingResponses: '1' });
    expect(everyItem).toMatchObject({ published: false, acceptingResponses: false });
  });

  test('is linked to a spreadsheet that is there, follows new titles, is unlinked, and makes one of its own', async () => {
    await send(form.id, { do: 'link', spreadsheetId });
    const book = workspace.store.get('spreadsheet', spreadsheetId);
    const linked = book?.sheets.find(({ formId }) => formId === form.id);
    expect(linked?.rows[0]?.values).toEqual([
      'Stempel waktu',
      'Alamat Email',
      'Laporan mana?',
      'Jumlah jiwa',
      'Uraian kegiatan',
    ]);
    const { id } = item('Jumlah jiwa', form);
    await send(form.id, { do: 'item', itemId: String(id), title: 'Penduduk', required: '1' });
    expect(linked?.rows[0]?.values[3]).toBe('Penduduk');
    await send(form.id, { do: 'unlink' });
    expect(form.destination).toBeUndefined();
    await send(form.id, { do: 'link', spreadsheetId: '' });
    const own = workspace.store.get('spreadsheet', form.destination?.spreadsheetId ?? '');
    expect(own?.sheets.map(({ name }) => name)).toEqual(['Jawaban Formulir 1']);
    expect(workspace.store.get('file', own?.id ?? '')?.name).toBe('Laporan bulanan (Jawaban)');
    expect((await send(form.id, { do: 'link', spreadsheetId: 'none' })).status).toBe(400);
  });

  test('is for those who may edit: others are led to the form', async () => {
    const led = await get(`/forms/d/${form.id}/edit`, RESPONDER);
    expect(led.status).toBe(302);
    expect(led.headers.get('location')).toBe(`/forms/d/e/${form.publishedId}/viewform`);
    expect((await send(form.id, { do: 'unlink' }, RESPONDER)).status).toBe(403);
    expect(form.destination).toBeDefined();
    expect((await get('/forms/d/none/edit')).status).toBe(404);
    const wide = workspace.editForm({ formId: form.id, person: RESPONDER, change: { kind: 'unlink' } });
    expect(await wide).toBe('You do not have permission to perform that action.');
  });

  test('has the menus of the script that is bound to the form', async () => {
    const code =
      "function onOpen() { FormApp.getUi().createMenu('Kelola').addItem('Tutup', 'shut').addToUi(); } function shut() { FormApp.getActiveForm().setAcceptingResponses(false); }";
    workspace.addProject({ directory: projectFolder(code), containerId: form.id });
    expect(await (await get(`/forms/d/${form.id}/edit`)).text()).toContain('<summary>Kelola</summary>');
    const body = new URLSearchParams({ path: JSON.stringify(['Kelola', 'Tutup']) });
    const click = await app.request(`/forms/d/${form.id}/menu`, {
      method: 'POST',
      headers: headers(OWNER),
      body,
    });
    expect(await click.text()).toContain('Skrip selesai');
    expect(form.acceptingResponses).toBe(false);
  });
});

describe('a question that takes files (google.md section 3: no script can make one)', () => {
  const code = `
    function read() {
      var items = FormApp.getActiveForm().getItems(), last = items[items.length - 1];
      var seen = [String(last.getType()), last.getType() === FormApp.ItemType.FILE_UPLOAD, last.getTitle()];
      try { last.asTextItem(); } catch (error) { seen.push(error.message); }
      return seen.concat([typeof last.asFileUploadItem, typeof FormApp.getActiveForm().addFileUploadItem]);
    }`;

  test('is added by a person, seen by scripts, and its answers are refused by name', async () => {
    await send(everyItem.id, {
      do: 'settings',
      title: 'S',
      collectEmail: 'off',
      published: '1',
      acceptingResponses: '1',
      openToAll: '1',
    });
    await send(everyItem.id, { do: 'add', type: 'FILE_UPLOAD', title: 'Surat' });
    const projectId = workspace.addProject({ directory: projectFolder(code), containerId: everyItem.id });
    expect(workspace.runNow({ projectId, functionName: 'read' }).result).toEqual([
      'FILE_UPLOAD',
      true,
      'Surat',
      'Invalid conversion for item type: FILE_UPLOAD.',
      'undefined',
      'undefined',
    ]);
    const path = `/forms/d/e/${everyItem.publishedId}/viewform`;
    expect((await get(path, '')).status).toBe(401);
    expect(await (await get(path)).text()).toContain('Unggah file tidak didukung workspace lokal');
    const answer = (answers: Record<string, string>) =>
      workspace.submitForm({ publishedId: everyItem.publishedId, person: RESPONDER, answers });
    const entry = String(item('Surat').entryIds[0]);
    expect(await answer({ [entry]: 'surat.pdf' })).toMatchObject({
      accepted: false,
      messages: [{ entryId: entry, message: 'Workspace lokal tidak menerima file lewat formulir.' }],
    });
    expect(await answer({})).toMatchObject({ accepted: true });
    await send(everyItem.id, { do: 'item', itemId: String(item('Surat').id), title: 'Surat', required: '1' });
    expect(await answer({})).toMatchObject({ accepted: false, messages: [{ entryId: entry }] });
  });
});
