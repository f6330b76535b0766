import { formatPeriod } from '../../src/core/dates';
import type { Snapshot } from '../../local/host/api';
import { typeSetting } from '../sample/install';
import { sleepUntil } from '../support/crashes';
import {
  complianceOf,
  line,
  openMoreReports,
  rebuildsTheSame,
  shown,
  THREE_RT,
} from '../support/moreReports';
import {
  expectReceived,
  expectStopped,
  historyOf,
  mailsSince,
  post,
  removeRules,
  sendAndChange,
} from '../support/received';
import type { Story, Told } from '../support/story';
import { KASI, OWNER, VILLAGES } from '../support/threeVillages';

/** Rows 8–15, 19, 20 and 29 of the table of input (reports.md §6), for Ekonomi, RT and Konsultasi. */
let story: Story;
let begun: Snapshot;

beforeAll(async () => {
  story = await openMoreReports();
  await sleepUntil(story, '2026-10-02T09:14');
  begun = story.workspace.snapshot();
}, 240_000);

beforeEach(() => {
  story.workspace.restore(begun);
});

const WELFARE = { type: 'welfare', period: '2026-09' } as const;
const RT = { type: 'neighbourhoods', period: '2026-09', answers: { lines: THREE_RT } } as const;
const QUESTION = { type: 'questions' } as const;
const POOR = 'KK prasejahtera/miskin menurut desa/kelurahan';
/** The same report with other answers. */
const differing = (told: Told, answers: Told['answers']): Told => ({
  ...told,
  answers: { ...told.answers, ...answers },
});

test.each([
  ['welfare', WELFARE, 'Data Ekonomi'],
  ['neighbourhoods', RT, 'Data RT'],
] as const)('rows 8 and 9, %s: sent twice, one row counts', async (_type, told, tab) => {
  await story.submit('balang', told);
  await story.advance('2026-10-02T10:00');
  await expectReceived(story, 'balang', told, { state: 'Diterima' });
  expect(story.rows(tab).filter((row) => row[1] === VILLAGES.balang.code)).toHaveLength(1);
});

test('row 8, a question twice within ten minutes is Ganda; later it is one of its own', async () => {
  await post(story, 'balang', QUESTION);
  await story.advance('PT1M');
  await expectReceived(story, 'balang', QUESTION, { state: 'Ganda' });
  expect(shown(story.rows('Beranda'))).toContain('1 pertanyaan operator menunggu jawaban');
  await story.advance('PT10M');
  await expectReceived(story, 'balang', QUESTION, { state: 'Diterima' });
  expect(shown(story.rows('Beranda'))).toContain('2 pertanyaan operator menunggu jawaban');
});

test.each([
  ['welfare', WELFARE, { proposals: 4 }],
  ['neighbourhoods', RT, { communalWork: 3 }],
  ['questions', QUESTION, { question: 'Kapan pelatihan berikutnya?' }],
] as const)('row 10, %s: an answer changed in the form is a further version', async (_t, told, answers) => {
  await sendAndChange(story, 'balang', told, differing(told, answers));
  expect(story.records('Riwayat', ['Keadaan']).map((row) => row['Keadaan'])).toEqual([
    '✓ Diterima, sudah diganti perbaikannya',
    '✓ Diterima',
  ]);
  expect(mailsSince(story, 0, KASI).join(' ')).toContain('Jawaban diubah di formulir');
  await rebuildsTheSame(story);
});

/** The month of September is locked; the Kasi opens it while the next month, or quarter, is being collected. */
async function openSeptember(now: string, until: string): Promise<void> {
  await sleepUntil(story, now);
  const order = { Perintah: 'Buka kunci', Desa: 'Desa Balang', Bulan: 'September 2026', Alasan: 'contoh' };
  await story.order({ ...order, Sampai: until });
}
const POORER = { recipientsDied: 2, recipientsMoved: 3, recipientsAble: 1, proposals: 7, jobsLost: 5 };
const QUARREL = { communalWork: 4, events: 'Perkelahian antarpemuda di RT 2.' };

test.each([
  ['welfare', WELFARE, POORER, '2027-01-04T09:00', '10/01/2027', 'Desember 2026'],
  ['neighbourhoods', RT, QUARREL, '2026-11-03T09:00', '10/11/2026', 'Oktober 2026'],
] as const)('row 11, %s of a month that has its report', async (_t, told, answers, now, until, meant) => {
  await post(story, 'balang', told);
  await openSeptember(now, until);
  const words = `Mungkin maksudnya ${meant}, yang belum ada laporannya.`;
  await expectReceived(story, 'balang', differing(told, answers), {
    state: 'Ditahan: mungkin salah bulan',
    found: [words],
    mail: ['Ditahan', words, `Kirim ulang untuk ${meant}: https://`],
    status: [words],
  });
});

test.each([
  ['welfare', WELFARE, '2026-12', 'Triwulan IV 2026', '2026-12-28T09:00'],
  ['neighbourhoods', RT, '2026-10', 'Oktober 2026', '2026-10-26T09:00'],
] as const)('row 12, %s: not before the 25th, then interim', async (_t, told, period, named, interim) => {
  const early = { ...told, period };
  await expectStopped(story, 'balang', early, 'Pilih salah satu opsi');
  const form = story.form('balang');
  form.items.find((item) => item.title === 'Bulan laporan')?.choices?.push({ value: formatPeriod(period) });
  story.workspace.store.touch('form', form.id);
  const words = `${named} belum berakhir. Laporannya diterima mulai 25 ${formatPeriod(period)}.`;
  await expectReceived(story, 'balang', early, { state: 'Perlu Perbaikan', found: [words], mail: [words] });
  await sleepUntil(story, interim);
  await expectReceived(story, 'other', early, { state: 'Diterima (sementara' });
});

test.each([WELFARE, RT])('row 13, $type before go-live, and of a month that is approved', async (told) => {
  const june = 'laporan Juni 2026 disimpan dulu.';
  const before = { ...told, period: '2026-06' };
  const held = { state: 'Ditahan: sebelum mulai berlaku', found: [june], mail: ['Ditahan', june] };
  await expectReceived(story, 'balang', before, held);
  await story.submit('balang', told);
  await story.decide(['Balang', 'Diterima'], 'Setujui');
  await story.advance('2026-10-02T10:00');
  const words = 'sudah disetujui. Perubahan menunggu Kasi membuka kuncinya.';
  await expectReceived(story, 'balang', told, {
    state: 'Menunggu Pembukaan Kunci',
    found: [words],
    mail: ['Ditahan', words, 'laporan sebelumnya'],
  });
});

test('row 13: a question before go-live is answered like any other', async () => {
  await typeSetting(
    story.workspace,
    { fileId: story.fileId, projectId: '' },
    'goLive',
    'Desember 2026',
    OWNER,
  );
  await story.advance('PT10M');
  await expectReceived(story, 'balang', QUESTION, { state: 'Diterima' });
  expect(shown(story.rows('Konsultasi'))).toContain('Balang');
});

test.each([
  ['welfare', WELFARE, 'Ekonomi'],
  ['neighbourhoods', RT, 'RT'],
] as const)(
  'rows 13 and 14, %s: the last second of the due day, and after the lock',
  async (_t, told, title) => {
    await sleepUntil(story, '2026-10-05T23:50');
    await story.advance('2026-10-05T23:59:59');
    await post(story, 'balang', told);
    expect(complianceOf(story)[title]).toContain('Tepat Waktu');
    await sleepUntil(story, '2026-10-24T09:00');
    await expectReceived(story, 'balang', told, {
      state: 'Menunggu Pembukaan Kunci',
      mail: ['Ditahan'],
    });
    expect(complianceOf(story)[title]).toContain('Tepat Waktu');
  },
);

test.each(['-1', '1,5', '12 orang', 'nihil'])('row 15, Ekonomi: "%s" is no figure', async (text) => {
  const told = { ...WELFARE, answers: { poorHouseholds: text } };
  await expectStopped(story, 'balang', told, 'Tulis angka saja, tanpa titik: 1204');
  removeRules(story, 'balang');
  await expectReceived(story, 'balang', told, {
    state: 'Perlu Perbaikan',
    found: [POOR],
    mail: [`KK prasejahtera/miskin menurut desa. Tertulis "${text}". Mohon tulis angka saja`],
    status: ['perlu perbaikan'],
  });
});

test.each([
  ['a letter for a digit', 'KK 117, L 20O, P 197', 'L 20O'],
  ['more families than people', 'KK 500, L 204, P 197', 'KK 500'],
])('rows 15 and 19, RT: %s is quoted with its line', async (_name, second, quoted) => {
  const lines = [line(1), line(2, second), line(3)].join('\n');
  const told = { ...RT, answers: { lines } };
  await expectReceived(story, 'balang', told, {
    state: 'Perlu Perbaikan',
    found: [quoted],
    mail: [quoted],
    status: [quoted],
  });
});

test('row 20: aid that changed by more than a quarter, and lines that stayed the same, are told and counted', async () => {
  await post(story, 'balang', WELFARE);
  await post(story, 'balang', RT);
  await sleepUntil(story, '2026-11-03T09:00');
  const same = { state: 'Diterima', found: ['Semua baris sama persis dengan bulan lalu.'] };
  await expectReceived(story, 'balang', { ...RT, period: '2026-10' }, same);
  await sleepUntil(story, '2027-01-04T09:00');
  const words = 'Tertulis 70, pada laporan sebelumnya 35. Laporan tetap dihitung.';
  const more = { ...WELFARE, period: '2026-12', answers: { family: 70 } };
  await expectReceived(story, 'balang', more, { state: 'Diterima', found: [words], status: [words] });
});

describe('row 29, a kelurahan and BLT Dana Desa', () => {
  const label = 'KPM BLT Dana Desa';

  test('its form does not ask, and an answer to another form’s question is not taken', async () => {
    const asked = story.form('balang').items.find((item) => item.title === label);
    const more = { [String(asked?.entryIds[0])]: '20' };
    const { response } = await post(story, 'kelurahan', WELFARE, more, [label]);
    expect(historyOf(story, response?.id ?? '')?.['Keadaan']).toBe('✓ Diterima');
    const row = story.records('Data Ekonomi', ['Bulan', 'Keadaan']).find((one) => one['Bulan'] !== '');
    expect(row?.[label]).toBe('');
  });

  test('where somebody adds the question it is put aside and named; released, nothing of it counts', async () => {
    const model = story.form('balang').items.find((item) => item.title === label);
    const form = story.form('kelurahan');
    if (model === undefined) throw new Error('A desa is not asked.');
    const at = form.items.findIndex((item) => item.title === 'Penerima bantuan yang meninggal');
    form.items.splice(at, 0, { ...model, id: 424_242, entryIds: [424_243] });
    story.workspace.store.touch('form', form.id);
    const words = `Tidak kami kenal: pertanyaan "${label}".`;
    await expectReceived(story, 'kelurahan', WELFARE, {
      state: 'Karantina',
      found: [words],
      mail: ['Ditahan', words, 'tidak perlu dikirim ulang'],
      status: [words],
    });
    expect(await story.health()).toContain(`punya pertanyaan tambahan: “${label}”`);
    await story.decide(['Karantina'], 'Lepas');
    const row = story.records('Data Ekonomi', ['Bulan', 'Keadaan']).find((one) => one['Bulan'] !== '');
    expect([row?.['Keadaan'], row?.[label]]).toEqual(['✓ Diterima', '']);
  });
});
