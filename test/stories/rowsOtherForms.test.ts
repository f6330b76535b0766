import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { linkedCopy } from '../support/linkedCopy';
import { openMoreReports, shown } from '../support/moreReports';
import {
  CUT,
  differing,
  HOSTILE,
  isPersonal,
  questionOf,
  saidOtherwise,
  TAB_OF,
  tabOf,
  texts,
  TOLD,
  turn,
  typeOperator,
  TYPES,
  WRONG,
  type OtherType,
} from '../support/otherRows';
import { expectHidden, expectPerson } from '../support/persons';
import { expectReceived, historyOf, post, removeRules, tabsOf } from '../support/received';
import { differenceOf } from '../support/storyState';
import type { Story, Told } from '../support/story';
import { KASI, VILLAGES, type VillageId } from '../support/threeVillages';

/** Rows 21–25, 30 and 33 of the table of input (reports.md §6), for all types that not every programme has. */
let story: Story;

beginEach(async () => {
  story = await openMoreReports(['Peristiwa', 'Anggota Linmas']);
  await sleepUntil(story, '2026-10-02T09:14');
  return story;
});

const stateOf = (id: string): string => historyOf(story, id)?.['Keadaan'] ?? '';
const numberOf = (id: string): string => historyOf(story, id)?.['Nomor laporan'] ?? '';

const textIn = (type: OtherType): string =>
  JSON.stringify(tabOf(story, type).sheet.rows.map((row) => row?.values));

const expectKept = (village: VillageId, told: Told, wanted: Parameters<typeof expectReceived>[3]) =>
  (isPersonal(told.type as OtherType) ? expectPerson : expectReceived)(story, village, told, wanted);

const STRANGER = 'tetangga@contoh.id';
test.each(TYPES)(
  'rows 21 and 33, %s: a stranger’s is held, and what is wrong in it is never approved',
  async (type) => {
    const told = differing(type, WRONG[type], STRANGER);
    const refused = await post(story, 'balang', differing(type, {}, STRANGER));
    expect([refused.status, refused.response]).toEqual([403, undefined]);
    const file = story.workspace.store.get('file', story.form('balang', type).id);
    if (file === undefined) throw new Error('The form is no file.');
    file.publishedReaders = [...(file.publishedReaders ?? []), STRANGER];
    story.workspace.store.touch('file', file.id);
    removeRules(story, 'balang', type);
    const words = `Alamat ${STRANGER} belum terdaftar sebagai operator di sini. Kasi memeriksanya dulu.`;
    const wanted = { state: 'Ditahan: pengirim tidak dikenal', found: [words], mail: ['Ditahan', words] };
    const { id } = await expectKept('balang', told, wanted);
    const said = (): string => shown(story.rows('Antrean Tinjau').filter((row) => row[0] === id));
    await story.decide([numberOf(id)], 'Setujui');
    expect(said()).toContain('Laporan berstatus Ditahan: pengirim tidak dikenal tidak dapat disetujui.');
    await story.decide([numberOf(id)], 'Lepas');
    expect(stateOf(id)).toBe('! Perlu Perbaikan');
    await story.decide([numberOf(id)], 'Setujui');
    expect(said()).toContain('Laporan berstatus Perlu Perbaikan tidak dapat disetujui');
    const { id: good } = await expectKept('balang', differing(type, {}, STRANGER), wanted);
    await story.decide([numberOf(good)], 'Lepas');
    expect(stateOf(good)).toBe('✓ Diterima');
  },
);

const changed = (type: OtherType): void => {
  story.workspace.store.touch('form', story.form('balang', type).id);
};

describe('row 22, forms that people changed', () => {
  test.each([
    ['welfare', 'KK desil 5', '7'],
    ['neighbourhoods', 'Kejadian penting di RT', 'Tertulis di sini'],
    ['questions', 'Catatan', 'Tertulis di sini'],
    ['events', 'Tempat lahir', 'Tertulis di sini'],
    ['members', 'No. SK', 'Tertulis di sini'],
  ] as const)('%s: a renamed question is known by its id', async (type, label, text) => {
    const item = questionOf(story, type, label);
    item.title = 'Judul lain';
    changed(type);
    const { response } = await post(story, 'balang', TOLD[type], { [String(item.entryIds[0])]: text }, [
      label,
    ]);
    expect(stateOf(response?.id ?? '')).toBe('✓ Diterima');
    if (type !== 'questions') expect(textIn(type)).toContain(text);
  });

  test.each([
    ['welfare', 'Usulan penerima baru'],
    ['neighbourhoods', 'Gotong royong bulan ini (kali)'],
    ['questions', 'Topik'],
    ['events', 'Tempat lahir'],
    ['members', 'Pendidikan terakhir'],
  ] as const)('%s: a deleted question is missed in words that help, and named', async (type, label) => {
    const form = story.form('balang', type);
    form.items.splice(form.items.indexOf(questionOf(story, type, label)), 1);
    changed(type);
    const before = story.mails.length;
    const { response } = await post(story, 'balang', TOLD[type], {}, [label]);
    expect(stateOf(response?.id ?? '')).toBe('! Perlu Perbaikan');
    expect(story.mails[before]?.text).toMatch(
      new RegExp(
        `${label.replace(/[()]/g, '.')}. Belum diisi.*Bila pertanyaan ini tidak ada di formulir, mohon kabari Kasi.`,
      ),
    );
    if (type === 'welfare' || type === 'events')
      expect(await story.health()).toMatch(/Formulir .*Balang berbeda dari pengaturan/);
    await expectKept('other', TOLD[type], { state: 'Diterima' });
  });

  test.each([
    ['questions', 'Topik', 'Cara mengisi laporan', 'topic'],
    ['events', 'Jenis peristiwa', 'Datang', 'kind'],
    ['members', 'Pendidikan terakhir', 'SLTA', 'education'],
  ] as const)('%s: a relabelled choice is put aside', async (type, label, old, id) => {
    const item = questionOf(story, type, label);
    for (const choice of item.choices ?? []) if (choice.value === old) choice.value = 'Pilihan lain';
    changed(type);
    const words = `Tidak kami kenal: pilihan "Pilihan lain" pada pertanyaan "${label}".`;
    await expectKept('balang', differing(type, { [id]: 'Pilihan lain' }), {
      state: 'Karantina',
      found: [words],
      mail: ['Ditahan', words, 'tidak perlu dikirim ulang'],
      status: [words],
    });
  });

  test.each(TYPES)('%s: an added question is put aside; released, nothing of it is kept', async (type) => {
    const form = story.form('balang', type);
    const at = form.items.findIndex((item) => item.title === 'Nama petugas pelapor');
    const [model] = form.items.slice(at, at + 1);
    if (model === undefined) throw new Error('The form has no head.');
    form.items.splice(at, 0, {
      ...model,
      id: 424_242,
      entryIds: [424_243],
      title: 'Nomor HP',
      required: false,
    });
    changed(type);
    const { response } = await post(story, 'balang', TOLD[type], { '424243': '081299990009' });
    const id = response?.id ?? '';
    expect(stateOf(id)).toContain('Karantina');
    expect(historyOf(story, id)?.['Yang ditemukan']).toContain('pertanyaan "Nomor HP"');
    await story.decide([numberOf(id), 'Karantina'], 'Lepas');
    expect(stateOf(id)).toBe('✓ Diterima');
    expect(textIn(type)).not.toContain('081299990009');
    if (isPersonal(type)) expectHidden(story, TOLD[type], { type, answers: { phone: '081299990009' } });
  });

  test('a copy of a form for personal data that somebody links to Respons Pribadi is named, and read by nobody', async () => {
    linkedCopy(story, story.form('balang', 'events'));
    expect(await story.health()).toContain('Formulir lain tersambung ke berkas Respons');
  });
});

describe('row 23, rows that somebody moves or edits', () => {
  test.each(['questions', 'events', 'members'] as const)(
    '%s: turned upside down, the next report finds its rows by their keys',
    async (type) => {
      await post(story, 'other', TOLD[type]);
      await story.advance('PT11M');
      const nik = { events: '6311061508919999', members: '6311061003869999' };
      const own = isPersonal(type) ? { nik: nik[type as 'events'] } : {};
      const { response } = await post(story, 'balang', differing(type, own));
      turn(tabOf(story, type));
      await story.advance('2026-10-02T11:30');
      const corrects = isPersonal(type) ? { ...own, corrects: numberOf(response?.id ?? '') } : {};
      await post(story, 'balang', differing(type, corrects));
      const keys = tabOf(story, type).sheet.rows.flatMap((row) => row?.values[0] || []);
      expect(new Set(keys).size).toBe(keys.length);
      const before = tabsOf(story);
      await story.command('rebuild');
      expect(saidOtherwise(before, tabsOf(story))).toEqual([]);
    },
  );

  test.each(['welfare', 'neighbourhoods'] as const)(
    '%s: rows have their place; turned upside down they are put back by the daily check, and told',
    async (type) => {
      await post(story, 'other', TOLD[type]);
      await post(story, 'balang', TOLD[type]);
      const before = textIn(type);
      turn(tabOf(story, type));
      expect(textIn(type)).not.toBe(before);
      expect(await story.health()).toContain(`Tab ${TAB_OF[type]}: Ada baris yang dipindah`);
      expect(textIn(type)).toBe(before);
    },
  );

  test('Indeks turned upside down is put in order by the next run, which loses nothing', async () => {
    await post(story, 'other', TOLD.welfare);
    await post(story, 'balang', TOLD.members);
    turn(story.tab('Indeks'));
    const { response } = await post(story, 'balang', TOLD.welfare);
    expect(stateOf(response?.id ?? '')).toBe('✓ Diterima');
    expect(shown(story.rows('Log'))).toContain('Tab Indeks dirapikan');
    const before = tabsOf(story);
    await story.command('rebuild');
    expect(differenceOf(before, tabsOf(story))).toEqual([]);
  });

  test.each(['welfare', 'events'] as const)(
    '%s: an edited tab of answers changes nothing: the form is read, not the tab',
    async (type) => {
      await post(story, 'balang', TOLD[type]);
      const book = story.form('balang', type).destination;
      const sheet = story.workspace.store
        .get('spreadsheet', book?.spreadsheetId ?? '')
        ?.sheets.find((one) => one.sheetId === book?.sheetId);
      const row = sheet?.rows[1];
      if (row === undefined || row === null) throw new Error('No row of answers.');
      row.values = row.values.map((value, at) => (at > 1 ? '999' : value));
      const before = textIn(type);
      await story.command('rebuild');
      expect(textIn(type)).toBe(before);
    },
  );
});

test.each(TYPES)('row 24, %s: what looks like a formula stays text in every tab', async (type) => {
  const FORMULAS = [
    '=IMPORTXML("https://contoh.test","//a")',
    '+62 812',
    '-2+3+cmd|calc',
    '@SUM(A1:A9)',
    '＝1+1 itu',
  ];
  for (const [at, text] of FORMULAS.entries()) {
    await post(story, 'balang', { ...differing(type, texts(type, text)), reporter: text });
    expect([at, textIn(type).includes(JSON.stringify(text).slice(1, -1))]).toEqual([at, true]);
  }
  const { store } = story.workspace;
  const sheets = store.ids('spreadsheet').flatMap((id) => store.get('spreadsheet', id)?.sheets ?? []);
  const own = sheets.filter((sheet) => sheet.formId === undefined);
  expect(own.flatMap((sheet) => sheet.rows.flatMap((row) => Object.values(row?.formulas ?? {})))).toEqual([]);
});

test.each(TYPES)(
  'row 25, %s: text that breaks other programs is cut, kept as text, escaped in mail',
  async (type) => {
    const told = differing(type, texts(type, HOSTILE));
    if (type !== 'questions') expect((await post(story, 'balang', told)).page).toContain('Paling banyak');
    removeRules(story, 'balang', type);
    await expectKept('balang', told, {
      state: 'Diterima',
      tidied: [CUT[type], 'Karakter yang tidak tampak dibuang.'],
    });
    expect(textIn(type)).toContain('<script>');
    expect(textIn(type)).toContain('👨‍👩‍👧 ab');
    await story.advance('2026-10-02T17:40');
    for (const mail of story.mails) expect(mail.html).not.toContain('<script>');
  },
);

test('row 25: in the answer to a question', async () => {
  await post(story, 'balang', differing('questions', { question: HOSTILE }));
  const titles = story.rows('Konsultasi')[0] ?? [];
  const write = (title: string, text: string) =>
    story.type('Konsultasi', 2, titles.indexOf(title) + 1, text, KASI);
  await write('Jawaban', 'Cukup tulis nama RT-nya.');
  await write('Kirim', 'TRUE');
  const html = story.mails.at(-1)?.html ?? '';
  expect(html).toContain('&lt;script&gt;');
  expect(html).not.toContain('<script>');
});

describe('row 30, operators', () => {
  test('one mailbox for two villages: taken where each lists it, in both forms, and only there', async () => {
    const shared = VILLAGES.balang.operator;
    await typeOperator(story, 'other', 'Email', shared);
    for (const one of ['neighbourhoods', 'members'] as const) {
      const id = (await post(story, 'other', { ...TOLD[one], person: shared })).response?.id ?? '';
      expect(stateOf(id)).toBe('✓ Diterima');
      expect((await post(story, 'kelurahan', { ...TOLD[one], person: shared })).status).toBe(403);
    }
  });

  test('whose days are over is let into neither form', async () => {
    await typeOperator(story, 'balang', 'Berlaku sampai', '30/09/2026');
    for (const one of ['welfare', 'events'] as const)
      expect((await post(story, 'balang', TOLD[one])).status).toBe(403);
  });
});
