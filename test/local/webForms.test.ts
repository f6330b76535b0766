import type { FormState } from '../../local/state/form';
import { createApp } from '../../local/web/app';
import { OWNER, RESPONDER, STRANGER } from '../support/pagesContent';
import { pagesWorkspace } from '../support/pagesWorkspace';

const setting = pagesWorkspace();
const app = createApp(setting.workspace);
const { form, everyItem } = setting;

function entry(of: FormState, title: string): string {
  const item = of.items.find((one) => one.title === title);
  if (!item) throw new Error(`No item ${title}`);
  return `entry.${item.entryIds[0]}`;
}
function get(of: FormState, query = '', as?: string): Promise<Response> {
  const headers = {
    'accept-language': 'id',
    accept: 'text/html',
    ...(as === undefined ? {} : { cookie: `as=${as}` }),
  };
  return Promise.resolve(app.request(`/forms/d/e/${of.publishedId}/viewform${query}`, { headers }));
}
function post(of: FormState, fields: Record<string, string | string[]>, as?: string): Promise<Response> {
  const body = new URLSearchParams();
  for (const [name, value] of Object.entries(fields))
    for (const one of [value].flat()) body.append(name, one);
  return Promise.resolve(
    app.request(`/forms/d/e/${of.publishedId}/formResponse`, {
      method: 'POST',
      headers: {
        'accept-language': 'id',
        'content-type': 'application/x-www-form-urlencoded',
        ...(as === undefined ? {} : { cookie: `as=${as}` }),
      },
      body: body.toString(),
    }),
  );
}
const kind = entry(form, 'Laporan mana?');
const people = entry(form, 'Jumlah jiwa');

describe('who may answer', () => {
  test.each([
    [undefined, 401, 'Anda harus login'],
    [STRANGER, 403, 'Anda memerlukan izin'],
    [RESPONDER, 200, 'Laporan mana?'],
    [OWNER, 200, 'Laporan mana?'],
  ])('%s gets %i', async (as, status, text) => {
    const response = await get(form, '', as);
    expect(response.status).toBe(status);
    expect(await response.text()).toContain(text);
    const answered = await post(form, { [kind]: 'Penduduk', [people]: 'x' }, as);
    expect(answered.status).toBe(status === 200 ? 400 : status);
  });

  test('a closed form says so, a missing one is not found', async () => {
    form.acceptingResponses = false;
    const response = await get(form, '', RESPONDER);
    expect(response.status).toBe(200);
    expect(await response.text()).toContain('tidak lagi menerima respons');
    expect((await post(form, {}, RESPONDER)).status).toBe(403);
    form.acceptingResponses = true;
    expect((await app.request('/forms/d/e/nothing/viewform')).status).toBe(404);
  });
});

describe('a form in sections', () => {
  test('is walked page by page, answers travel in hidden fields, and ends where the sections say', async () => {
    const first = await (await get(form, '', RESPONDER)).text();
    expect(first).toContain('Halaman 1 dari 3');
    expect(first).toContain('sari@example.com dicatat sebagai email Anda');
    expect(first).toMatch(/name="continue"[\s\S]*Berikutnya/);
    expect(first).not.toContain('Jumlah jiwa');

    const empty = await post(form, { pageHistory: '0', continue: '1' }, RESPONDER);
    expect(empty.status).toBe(400);
    const emptyText = await empty.text();
    expect(emptyText).toContain('Pertanyaan ini wajib diisi');
    expect(emptyText).toContain('Ada 1 isian yang perlu diperiksa');
    expect(emptyText).toMatch(/aria-invalid="true"/);

    const second = await (
      await post(form, { pageHistory: '0', continue: '1', [kind]: 'Penduduk' }, RESPONDER)
    ).text();
    expect(second).toContain('Jumlah jiwa');
    expect(second).toContain(`name="${kind}" value="Penduduk"`);
    expect(second).toContain('name="pageHistory" value="0,1"');
    expect(second).toMatch(/name="submit"[\s\S]*Kirim/);

    const back = await (
      await post(form, { pageHistory: '0,1', back: '1', [kind]: 'Penduduk', [people]: '7' }, RESPONDER)
    ).text();
    expect(back).toMatch(/value="Penduduk"\s+selected/);
    expect(back).toContain(`name="${people}" value="7"`);

    const wrong = await post(
      form,
      { pageHistory: '0,1', submit: '1', [kind]: 'Penduduk', [people]: 'tujuh' },
      RESPONDER,
    );
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('Isi dengan bilangan bulat');

    const before = form.responses.length;
    const done = await post(
      form,
      { pageHistory: '0,1', submit: '1', [kind]: 'Penduduk', [people]: '1204' },
      RESPONDER,
    );
    expect(done.status).toBe(200);
    const text = await done.text();
    expect(text).toContain('<a href="https://example.com/status"');
    expect(text).toContain('Kirim jawaban lain');
    expect(form.responses).toHaveLength(before + 1);
    expect(form.responses.at(-1)?.email).toBe(RESPONDER);
  });

  test('takes everything at once from a program, with each message', async () => {
    const wrong = await post(form, { [kind]: 'Kegiatan' }, RESPONDER);
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toContain('Uraian kegiatan: Pertanyaan ini wajib diisi');
    const done = await post(
      form,
      { [kind]: 'Kegiatan', [entry(form, 'Uraian kegiatan')]: 'Ronda <b>' },
      RESPONDER,
    );
    expect(done.status).toBe(200);
  });

  test('a prefilled address fills in what it knows and ignores the rest in silence', async () => {
    const text = await (
      await get(form, `?usp=pp_url&${kind}=Kegiatan&entry.999=x&${people}=12`, RESPONDER)
    ).text();
    expect(text).toMatch(/value="Kegiatan"\s+selected/);
    expect(text).toContain(`name="${people}" value="12"`);
    expect(text).not.toContain('entry.999');
  });
});

describe('every kind of question', () => {
  const fields = (): Record<string, string | string[]> => ({
    emailAddress: 'warga@example.com',
    [entry(everyItem, 'Teks pendek')]: 'a<b>',
    [entry(everyItem, 'Satu pilihan')]: '__other_option__',
    [`${entry(everyItem, 'Satu pilihan')}.other_option_response`]: 'lain',
    [entry(everyItem, 'Beberapa pilihan')]: ['X', 'Z'],
    [entry(everyItem, 'Skala')]: '3',
    [entry(everyItem, 'Kisi')]: 'Kol 2',
    [`${entry(everyItem, 'Tanggal')}_year`]: '2026',
    [`${entry(everyItem, 'Tanggal')}_month`]: '7',
    [`${entry(everyItem, 'Tanggal')}_day`]: '5',
    [`${entry(everyItem, 'Tanggal tanpa tahun')}_month`]: '12',
    [`${entry(everyItem, 'Tanggal tanpa tahun')}_day`]: '31',
    [entry(everyItem, 'Waktu')]: '07:30',
    [entry(everyItem, 'Tanggal dan waktu')]: '2026-07-05T08:15',
    [`${entry(everyItem, 'Lama')}_hour`]: '1',
    [`${entry(everyItem, 'Lama')}_minute`]: '5',
  });
  const answerTo = (title: string): unknown => {
    const item = everyItem.items.find((one) => one.title === title);
    return everyItem.responses.at(-1)?.answers[item?.id ?? 0];
  };

  test('is shown with a label and taken as sent', async () => {
    const page = await (await get(everyItem)).text();
    for (const type of ['text', 'radio', 'checkbox', 'date', 'time', 'datetime-local', 'number', 'email']) {
      expect(page).toContain(`type="${type}"`);
    }
    expect(page).toContain('Senin');
    const done = await post(everyItem, fields());
    expect(done.status).toBe(200);
    expect(answerTo('Satu pilihan')).toBe('lain');
    expect(answerTo('Beberapa pilihan')).toEqual(['X', 'Z']);
    expect(answerTo('Tanggal')).toBe('2026-07-05');
    expect(answerTo('Tanggal tanpa tahun')).toBe('12-31');
    expect(answerTo('Tanggal dan waktu')).toBe('2026-07-05 08:15');
    expect(answerTo('Lama')).toBe('01:05:00');
    expect(everyItem.responses.at(-1)?.email).toBe('warga@example.com');
  });

  test('an edit address shows the answer again and changes it', async () => {
    const token = everyItem.responses.at(-1)?.editToken ?? '';
    const page = await (await get(everyItem, `?edit2=${token}`)).text();
    expect(page).toContain('value="a&lt;b&gt;"');
    expect(page).toMatch(/value="__other_option__"\s+checked/);
    expect(page).toContain(`name="edit2" value="${token}"`);
    const before = everyItem.responses.length;
    const done = await post(everyItem, {
      ...fields(),
      edit2: token,
      [entry(everyItem, 'Teks pendek')]: 'baru',
    });
    expect(done.status).toBe(200);
    expect(everyItem.responses).toHaveLength(before);
    expect(answerTo('Teks pendek')).toBe('baru');
  });

  test('a typed address that is none is refused beside its field', async () => {
    const wrong = await post(everyItem, { ...fields(), emailAddress: 'bukan' });
    expect(wrong.status).toBe(400);
    expect(await wrong.text()).toMatch(/id="e0"[\s\S]*Harus berupa alamat email yang valid/);
  });
});
