import { formatPeriod } from '../../src/core/dates';
import type { Snapshot } from '../../local/host/api';
import { pasteRows } from '../sample/install';
import { sleepUntil } from '../support/crashes';
import { expectReceived, expectStopped, removeRules } from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { KASI, OWNER, VILLAGES } from '../support/threeVillages';
import { differenceOf, storyState } from '../support/storyState';

let story: Story;
let begun: Snapshot;

/** All report types of the first programme; Balang has three RT, the other two villages none listed. */
beforeAll(async () => {
  story = await openStory({
    reportTypes: ['Kependudukan', 'Kegiatan', 'Rekap Linmas', 'Ekonomi', 'RT', 'Konsultasi'],
    typing: (one) =>
      pasteRows(
        one.workspace,
        one.master,
        'neighbourhoods',
        ['village', 'rt'],
        [[VILLAGES.balang.code, '1-3']],
        OWNER,
      ),
  });
  begun = story.workspace.snapshot();
}, 240_000);

beforeEach(() => {
  story.workspace.restore(begun);
});

const shown = (rows: readonly (readonly string[])[]): string => rows.map((row) => row.join(' | ')).join('\n');
const status = (village: 'balang' | 'kelurahan' | 'other'): string =>
  shown(story.villageRows(village, 'Status'));
const lastState = (): string => story.records('Riwayat', ['Keadaan']).at(-1)?.['Keadaan'] ?? '';
const compliance = (): Record<string, string> => {
  const rows = story.rows('Kepatuhan');
  const row = rows.find((line) => line[1] === 'Balang') ?? [];
  return Object.fromEntries(
    (rows[1] ?? []).flatMap((group, at) => (group === '' ? [] : [[group, row[at] ?? '']])),
  );
};
const line = (rt: number, more = 'KK 117, L 204, P 197'): string =>
  `RT ${String(rt)}: ${more}, lahir 0, meninggal 0, datang 0, pindah 0, ronda 4`;
const three = [line(1), line(2), line(3, 'KK 117, L 202, P 198')].join('\n');

/** What *Bangun ulang* gives is what stands there. */
async function rebuildsTheSame(): Promise<void> {
  const tabs = (): string[] =>
    storyState(story, false).filter((one) => !/\/(Log|Perintah)\/|^property /.test(one));
  const before = tabs();
  expect((await story.command('rebuild')).text).toContain('Bangun ulang selesai');
  expect(differenceOf(before, tabs())).toEqual([]);
}

test('a kelurahan is never asked for BLT Dana Desa; both are asked all else', () => {
  const titles = (village: 'balang' | 'kelurahan'): string[] =>
    story.form(village).items.map((item) => item.title);
  expect(titles('balang')).toContain('KPM BLT Dana Desa');
  expect(titles('kelurahan')).not.toContain('KPM BLT Dana Desa');
  const rest = titles('balang').filter((title) => title !== 'KPM BLT Dana Desa');
  expect(titles('kelurahan')).toEqual(rest);
});

test('RT: a line that cannot be read is quoted; corrected it counts; the missing are named; sent again it replaces', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  const wrong = [line(1), line(2, 'KK 117, L 20O, P 197')].join('\n');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: wrong } });
  expect(lastState()).toContain('Perlu Perbaikan');
  expect(story.mails.at(-1)?.subject).toContain('Perlu perbaikan: Laporan RT Juli 2026');
  expect(status('balang')).toContain('Baris "RT 2: KK 117, L 20O');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: [line(1), line(2)].join('\n') } });
  expect(lastState()).toContain('Diterima');
  expect(status('balang')).toContain('Belum ada RT 003.');
  const row = (): string => shown(story.rows('Rekap RT').filter((cells) => cells[1] === 'Balang'));
  expect(row()).toContain('2 dari 3 | 2 dari 3');
  await story.pass('2026-08-07T09:00');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: three } });
  // The third came after the due day; the two that were in time stay in time.
  expect(row()).toContain('3 dari 3 | 2 dari 3 | 351 | 610 | 592');
  expect(status('balang')).not.toContain('Belum ada RT');
  await rebuildsTheSame();
}, 240_000);

test('RT: the next report begins with the last lines, their changes at 0', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  const lines = three.replace('lahir 0', 'lahir 2');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines } });
  await sleepUntil(story, '2026-08-26T09:00');
  const book = story.workspace.store.get('spreadsheet', story.registry('balang')[8] ?? '');
  const page = book?.sheets.find((sheet) => sheet.name === 'Status');
  const all = decodeURIComponent(JSON.stringify(page?.rows.map((row) => row?.richText)));
  expect(all).toContain('RT 001: KK 117, L 204, P 197, lahir 0, meninggal 0');
}, 120_000);

test('the sum of the RT and the population report are compared once, on the due day', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  await story.submit('balang');
  const gaps = (): string[] =>
    (story.rows('Rekap RT').find((cells) => cells[1] === 'Balang') ?? []).slice(18, 20);
  expect(gaps()).toEqual(['–', '–']);
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: three.replace('204', '214') } });
  expect(gaps()).toEqual(['10', '0']);
  expect(lastState()).toContain('Diterima');
  expect(status('balang')).toContain(
    'Jumlah semua RT 1.212 jiwa, 351 KK, sedangkan Laporan Kependudukan Juli 2026 1.202 jiwa',
  );
  const told = (): number => story.mails.filter((mail) => mail.subject.includes('Mohon dicocokkan')).length;
  expect(told()).toBe(0);
  await story.pass('2026-08-05T09:30');
  expect(told()).toBe(1);
  await story.pass('2026-08-06T09:30');
  expect(told()).toBe(1);
}, 120_000);

describe('Ekonomi, once a quarter', () => {
  test('not before the quarter ends; owed with its last month; any of its months may be chosen', async () => {
    await sleepUntil(story, '2026-08-03T09:00');
    expect(compliance()['Ekonomi']).toBe('');
    await story.submit('balang', { type: 'welfare', period: '2026-07' });
    expect(story.mails.at(-1)?.text).toContain(
      'Triwulan III 2026 belum berakhir. Laporannya diterima mulai 25 September 2026.',
    );
    await sleepUntil(story, '2026-10-02T09:00');
    expect(compliance()['Ekonomi']).toContain('Belum Tenggat');
    await story.submit('balang', { type: 'welfare', period: '2026-08' });
    expect(compliance()['Ekonomi']).toContain('Tepat Waktu');
    const [record] = story.records('Data Ekonomi', ['Bulan', 'Keadaan']).filter((one) => one['Bulan'] !== '');
    expect(record).toMatchObject({
      Kunci: `${VILLAGES.balang.code}|2026-Q3|welfare`,
      Bulan: 'Triwulan III 2026',
    });
    expect(shown(story.rows('Rekap Ekonomi'))).toContain('Balang | Triwulan III 2026 | 60');
    await rebuildsTheSame();
  }, 240_000);

  test('limits are those of the month that is known; without any nothing is an error', async () => {
    await sleepUntil(story, '2026-10-02T09:00');
    await story.submit('balang', { type: 'welfare', period: '2026-09', answers: { family: 400 } });
    expect(lastState()).toContain('Perlu Perbaikan');
    expect(story.mails.at(-1)?.text).toContain('Tertulis 400, padahal KK akhir Juni 2026 351.');
    await story.submit('balang', { type: 'welfare', period: '2026-09' });
    expect(lastState()).toContain('Diterima');
    await story.submit('balang', { type: 'welfare', period: '2026-09', answers: { jobsLost: 3 } });
    expect(story.rows('Data Ekonomi').filter((row) => row[1] === VILLAGES.balang.code)).toHaveLength(1);
    await story.pass('2026-10-09T09:00');
    await story.submit('other', { type: 'welfare', period: '2026-09' });
    const late = story.rows('Kepatuhan').find((row) => row[1] === 'Kalahiang') ?? [];
    expect(late.join(' ')).toContain('Terlambat 4 hari');
  }, 240_000);

  test('monthly by the setting, with other names of aid in the recap', async () => {
    const labels = story.rows('Pengaturan').map((row) => row[0] ?? '');
    const set = (label: string, text: string) => story.type('Pengaturan', labels.indexOf(label) + 1, 2, text);
    await set('Laporan ekonomi', 'tiap bulan');
    await set('Nama bantuan PKH', 'PKH Plus');
    await sleepUntil(story, '2026-08-03T09:00');
    expect(compliance()['Ekonomi']).toContain('Belum Tenggat');
    await story.submit('balang', { type: 'welfare', period: '2026-07' });
    expect(compliance()['Ekonomi']).toContain('Tepat Waktu');
    const recap = shown(story.rows('Rekap Ekonomi'));
    expect(recap).toContain('PKH Plus');
    expect(recap).toContain(`Balang | ${formatPeriod('2026-07')} | 60`);
  }, 240_000);
});

test('a question is answered by hand; the answer goes to the operator, for all it stands on every status page', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  await story.submit('balang', { type: 'questions' });
  await story.submit('balang', {
    type: 'questions',
    answers: { question: 'Kapan pelatihan Linmas berikutnya?' },
  });
  expect(shown(story.rows('Beranda'))).toContain('2 pertanyaan operator menunggu jawaban: Balang.');
  expect(status('balang')).toContain('… Pertanyaan: Bagaimana mengisi bila tidak ada kejadian?');
  await story.advance('2026-08-03T14:00');
  const titles = story.rows('Konsultasi')[0] ?? [];
  const at = (title: string): number => titles.indexOf(title) + 1;
  const result = (row: number): string => story.rows('Konsultasi')[row - 1]?.[at('Hasil') - 1] ?? '';
  await story.type('Konsultasi', 2, at('Kirim'), 'TRUE', KASI);
  expect(result(2)).toContain('Mohon tulis Jawaban dulu');
  await story.type('Konsultasi', 2, at('Jawaban'), 'Tetap kirim dengan angka 0.', KASI);
  await story.type('Konsultasi', 2, at('Umum'), 'Ya', KASI);
  await story.type('Konsultasi', 2, at('Kirim'), 'TRUE', KASI);
  expect(result(2)).toContain('✓ Terkirim 3 Agustus 2026');
  expect(story.rows('Konsultasi')[1]?.join(' ')).toContain('✓ Dijawab 3 Agustus 2026, untuk semua desa');
  expect(story.mails.at(-1)).toMatchObject({ to: [VILLAGES.balang.operator] });
  expect(story.mails.at(-1)?.text).toContain('Jawaban kami: Tetap kirim dengan angka 0.');
  expect(status('balang')).toContain('Jawaban: Tetap kirim dengan angka 0.');
  expect(status('kelurahan')).toContain('Jawab: Tetap kirim dengan angka 0.');
  expect(shown(story.rows('Beranda'))).toContain('1 menunggu jawaban; waktu jawab (median) 5,0 jam');
  expect(story.records('Keputusan', ['Keputusan', 'Alasan']).at(-1)).toMatchObject({
    Keputusan: 'Jawab untuk semua',
    Alasan: 'Tetap kirim dengan angka 0.',
  });
  await rebuildsTheSame();
}, 240_000);

describe('rows of the table of input (reports.md §6), for these types', () => {
  const WELFARE = { type: 'welfare', period: '2026-09' } as const;
  const RT = { type: 'neighbourhoods', period: '2026-09', answers: { lines: three } } as const;
  const QUESTION = { type: 'questions' } as const;
  const POOR = 'KK prasejahtera/miskin menurut desa/kelurahan';
  const ask = (question: string): Told => ({ type: 'questions', answers: { question } });

  /** The Kasi answers the first question. */
  async function answered(words: string): Promise<void> {
    const titles = story.rows('Konsultasi')[0] ?? [];
    const write = (title: string, text: string) =>
      story.type('Konsultasi', 2, titles.indexOf(title) + 1, text, KASI);
    await write('Jawaban', words);
    await write('Kirim', 'TRUE');
  }

  beforeEach(() => sleepUntil(story, '2026-10-02T09:14'));

  test.each([
    ['welfare', WELFARE, 'Data Ekonomi'],
    ['neighbourhoods', RT, 'Data RT'],
  ] as const)('rows 8 and 9, %s: sent twice, one row counts', async (_type, told, tab) => {
    await story.submit('balang', told);
    await story.advance('2026-10-02T10:00');
    await expectReceived(story, 'balang', told, { state: 'Diterima' });
    expect(story.rows(tab).filter((row) => row[1] === VILLAGES.balang.code)).toHaveLength(1);
  });

  test.each([
    ['welfare', WELFARE, 'Ekonomi'],
    ['neighbourhoods', RT, 'RT'],
  ] as const)(
    'rows 13 and 14, %s: the last second of the due day, and after the lock',
    async (_t, told, title) => {
      await story.pass('2026-10-05T23:59');
      await expectReceived(story, 'balang', told, { state: 'Diterima' });
      expect(compliance()[title]).toContain('Tepat Waktu');
      await story.pass('2026-10-24T09:00');
      await expectReceived(story, 'balang', told, {
        state: 'Menunggu Pembukaan Kunci',
        mail: ['Ditahan'],
      });
      expect(compliance()[title]).toContain('Tepat Waktu');
    },
  );

  test.each(['-1', '1,5', '12 orang', 'nihil'])('row 15, Ekonomi: "%s" is no figure', async (text) => {
    const told = { ...WELFARE, answers: { poorHouseholds: text } };
    await expectStopped(story, 'balang', told, 'Tulis angka saja, tanpa titik: 1204');
    removeRules(story, 'balang');
    await expectReceived(story, 'balang', told, {
      state: 'Perlu Perbaikan',
      found: [POOR],
      mail: [`${POOR}. Tertulis "${text}". Mohon tulis angka saja`],
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

  test.each([
    ['welfare', WELFARE],
    ['neighbourhoods', RT],
    ['questions', QUESTION],
  ] as const)(
    'row 21, %s: by somebody whom nobody knows it is held until the Kasi releases it',
    async (_t, told) => {
      const form = story.workspace.store.get('file', story.form('balang').id);
      if (form === undefined) throw new Error('The form has no file.');
      form.publishedReaders = [...(form.publishedReaders ?? []), 'orang.lain@contoh.id'];
      await story.submit('balang', { ...told, person: 'orang.lain@contoh.id' });
      expect(lastState()).toContain('Ditahan: pengirim tidak dikenal');
      await story.decide(['Balang'], 'Lepas');
      expect(lastState()).toContain('Diterima');
      await rebuildsTheSame();
    },
  );

  test.each(['=IMPORTXML("http://x.contoh","//a")', '+62 812', '@SUM(A1)', '＝1+1'])(
    'row 24: %s in a question is text wherever it stands',
    async (text) => {
      await expectReceived(story, 'balang', ask(`${text} itu apa?`), { state: 'Diterima' });
      const cells = story.tab('Konsultasi').sheet.rows.flatMap((row) => Object.values(row?.formulas ?? {}));
      expect(cells).toEqual([]);
      expect(shown(story.rows('Konsultasi'))).toContain(text);
    },
  );

  test('row 25: markup, WhatsApp’s signs and a very long question change nothing but their own cell', async () => {
    const text = '<script>alert(1)</script> *tebal* _miring_ 🙏';
    await expectReceived(story, 'balang', ask(`${text} ${'panjang '.repeat(400)}`), {
      state: 'Diterima',
      tidied: ['Teks dipotong pada 1000 huruf.'],
    });
    expect(shown(story.rows('Konsultasi'))).toContain('<script>');
    await answered('Cukup tulis nama RT-nya.');
    const html = story.mails.at(-1)?.html ?? '';
    expect(html).toContain('&lt;script&gt;');
    expect(html).not.toContain('<script>');
  });
});

test('Pembinaan: rows by hand give the last visit, who was not coached, and what is overdue', async () => {
  await sleepUntil(story, '2026-08-10T09:00');
  const type = async (row: number, cells: readonly string[]): Promise<string> => {
    for (const [at, text] of cells.entries())
      if (text !== '') await story.type('Pembinaan', row, at + 1, text, KASI);
    return story.rows('Pembinaan')[row - 1]?.[9] ?? '';
  };
  expect(await type(2, ['03/08/2026', 'Balang', 'Tahap I', 'Baris-berbaris', '12 anggota'])).toBe(
    '✓ Tercatat',
  );
  expect(await type(3, ['04/08/2026', 'Desa Antah', 'Tahap I'])).toContain(
    '"Desa Antah" tidak ada di tab Desa',
  );
  expect(
    await type(4, ['05/08/2026', 'Kalahiang', 'Tahap I', 'Ronda', '', 'Perbaiki pos', '08/08/2026']),
  ).toBe('⏱ Tindak lanjut lewat tenggat');
  expect(status('balang')).toContain(
    'Pembinaan terakhir di Desa Balang: 3 Agustus 2026, Tahap I: Baris-berbaris.',
  );
  const home = shown(story.rows('Beranda'));
  expect(home).toContain('Pembinaan triwulan ini | 2 dari 3 desa/kelurahan');
  expect(home).toContain('Tindak lanjut pembinaan Kalahiang lewat tenggat 8 Agustus 2026: Perbaiki pos');
  await story.type('Pembinaan', 4, 8, 'Ya', KASI);
  expect(shown(story.rows('Beranda'))).not.toContain('lewat tenggat 8 Agustus');
  await rebuildsTheSame();
}, 240_000);
