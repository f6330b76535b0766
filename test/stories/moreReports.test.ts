import { formatPeriod } from '../../src/core/dates';
import { textOfNode } from '../../local/state/document';
import type { Snapshot } from '../../local/host/api';
import { send } from '../sample/filler';
import { sleepUntil } from '../support/crashes';
import {
  complianceOf,
  lastState,
  line,
  openMoreReports,
  rebuildsTheSame,
  shown,
  THREE_RT,
} from '../support/moreReports';
import { answersOf, type Story } from '../support/story';
import { storyState } from '../support/storyState';
import { KASI, VILLAGES } from '../support/threeVillages';

let story: Story;
let begun: Snapshot;

beforeAll(async () => {
  story = await openMoreReports();
  begun = story.workspace.snapshot();
}, 240_000);

beforeEach(() => {
  story.workspace.restore(begun);
});

const status = (village: 'balang' | 'kelurahan' | 'other'): string =>
  shown(story.villageRows(village, 'Status'));

test('a kelurahan is never asked for BLT Dana Desa; both are asked all else', () => {
  const titles = (village: 'balang' | 'kelurahan'): string[] =>
    story.form(village).items.map((item) => item.title);
  expect(titles('balang')).toContain('KPM BLT Dana Desa');
  expect(titles('kelurahan')).not.toContain('KPM BLT Dana Desa');
  expect(titles('balang')).toContain('KK prasejahtera/miskin menurut desa');
  const rest = titles('balang').filter((title) => title !== 'KPM BLT Dana Desa');
  expect(titles('kelurahan')).toEqual(rest.map((title) => title.replace(/ desa$/, ' kelurahan')));
});

/** Titles, helps and choices as programs before this one wrote them into every form. */
function makeOlder(): void {
  for (const form of [story.form('balang'), story.form('kelurahan')]) {
    for (const item of form.items) {
      item.title = item.title.replace(/menurut (desa|kelurahan)$/, 'menurut desa/kelurahan');
      for (const choice of item.choices ?? [])
        choice.value = choice.value.replace(/kantor (desa|kelurahan)$/, 'kantor desa/kelurahan');
    }
    story.workspace.store.touch('form', form.id);
  }
}

test('forms say desa or kelurahan; those of an older program are carried over, and what was answered stays', async () => {
  const activity = { type: 'activities', answers: { photo: 'Di kantor desa/kelurahan' } } as const;
  await sleepUntil(story, '2026-08-03T09:00');
  const titles = (village: 'balang' | 'kelurahan'): string[] =>
    story.form(village).items.map(({ title }) => title);
  const only = { reason: 'hanya yang berbeda' };
  const [right, columns] = [titles('balang'), story.form('balang').items.map(({ id }) => id)];
  makeOlder();
  const { filled, section, person } = answersOf('balang', activity);
  const older = { ...filled, Foto: activity.answers.photo };
  const sent = await send(story.workspace, story.form('balang'), older, { person, section });
  expect(sent.accepted).toBe(true);
  expect(lastState(story)).toContain('Diterima');
  expect(story.rows('Data Kegiatan').flat()).toContain('Di kantor desa/kelurahan');
  const told = await story.health();
  expect(told).toContain('berbeda dari pengaturan');
  expect(told).toContain('sebut desa atau kelurahan di judul “KK prasejahtera/miskin menurut');
  expect(told).not.toContain('kembalikan judul');
  expect((await story.command('updateForms', only)).text).toContain('2 formulir sudah diperbarui');
  expect([titles('balang'), story.form('balang').items.map(({ id }) => id)]).toEqual([right, columns]);
  expect(await story.health()).not.toContain('berbeda dari pengaturan');
  await rebuildsTheSame(story);
  await story.submit('kelurahan', activity);
  expect(lastState(story)).toContain('Diterima');
  expect(story.villageRows('kelurahan', 'Laporan Kami').flat().join()).toContain('Foto: Di kantor kelurahan');
  expect(story.rows('Data Kegiatan').flat().join()).not.toMatch(/Di kantor (desa|kelurahan)(?!\/)/);
});

test('RT: a line that cannot be read is quoted; corrected it counts; the missing are named; sent again it replaces', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  const wrong = [line(1), line(2, 'KK 117, L 20O, P 197')].join('\n');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: wrong } });
  expect(lastState(story)).toContain('Perlu Perbaikan');
  expect(story.mails.at(-1)?.subject).toContain('Perlu perbaikan: Laporan RT Juli 2026');
  expect(status('balang')).toContain('Baris "RT 2: KK 117, L 20O');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: [line(1), line(2)].join('\n') } });
  expect(lastState(story)).toContain('Diterima');
  expect(status('balang')).toContain('Belum ada RT 003.');
  const row = (): string => shown(story.rows('Rekap RT').filter((cells) => cells[1] === 'Balang'));
  expect(row()).toContain('2 dari 3 | 2 dari 3');
  await story.pass('2026-08-07T09:00');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: THREE_RT } });
  // The third came after the due day; the two that were in time stay in time.
  expect(row()).toContain('3 dari 3 | 2 dari 3 | 351 | 610 | 592');
  expect(status('balang')).not.toContain('Belum ada RT');
  await rebuildsTheSame(story);
}, 240_000);

/** Text of a document of the Drive, by its name; '' = there is none. */
function documentText(name: string): string {
  const { store } = story.workspace;
  const id = store.ids('document').find((one) => store.get('file', one)?.name === name) ?? '';
  const document = store.get('document', id);
  return document === undefined ? '' : textOfNode(document.body);
}

test('Cetak lembar RT: a page an RT with the form’s questions and the last figures, once, for its operators too', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  await story.submit('balang', { type: 'neighbourhoods', answers: { lines: THREE_RT } });
  const one = await story.command('printUnits', { village: VILLAGES.balang.code });
  expect(one.text).toBe('Lembar RT Agustus 2026 sudah dibuat untuk Desa Balang di folder Surat.');
  const sheet = documentText('Lembar RT Desa Balang Agustus 2026');
  for (const words of [
    'LAPORAN BULANAN RT',
    'Desa Balang, Kecamatan Paringin',
    'RT 003   RW ………',
    'Yang dilaporkan',
    'Laporan terakhir',
    'Lansia (boleh kosong)',
    'Kejadian penting di RT: …',
    'Gotong royong bulan ini (kali): …',
    'Mohon diserahkan kepada operator Desa Balang sebelum Senin, 7 September 2026.',
    'Boleh juga lewat WA dengan tulisan: RT 003: KK …, L …, P …, lahir …',
  ])
    expect(sheet).toContain(words);
  expect(sheet.split('LAPORAN BULANAN RT')).toHaveLength(4);
  expect(sheet).toMatch(/Laki-laki\s+204/);
  const id = story.workspace.store
    .ids('document')
    .find((each) => story.workspace.store.get('file', each)?.name === 'Lembar RT Desa Balang Agustus 2026');
  expect(JSON.stringify(story.workspace.store.get('file', id ?? ''))).toContain(VILLAGES.balang.operator);

  const all = await story.command('printUnits', {});
  expect(all.text).toContain('dibuat untuk 2 desa/kelurahan di folder Surat. Yang sudah ada dibiarkan;');
  // No list of RT and no report yet: one page without a number, to be copied.
  expect(documentText('Lembar RT Desa Kalahiang Agustus 2026')).toContain('RT ………………   RW ………………');
  expect((await story.command('printUnits', {})).text).toMatch(/^Lembar RT Agustus 2026 sudah ada\./);
  const early = await story.command('printUnits', { period: 'Januari 2031' });
  expect(early.text).toBe('Januari 2031 belum berjalan. Mohon pilih bulan lain. Data tidak berubah.');
}, 120_000);

test('RT: the next report begins with the last lines, their changes at 0', async () => {
  await sleepUntil(story, '2026-08-03T09:00');
  const lines = THREE_RT.replace('lahir 0', 'lahir 2');
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
  await story.submit('balang', {
    type: 'neighbourhoods',
    answers: { lines: THREE_RT.replace('204', '214') },
  });
  expect(gaps()).toEqual(['10', '0']);
  expect(lastState(story)).toContain('Diterima');
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
    expect(complianceOf(story)['Ekonomi']).toBe('');
    await story.submit('balang', { type: 'welfare', period: '2026-07' });
    expect(story.mails.at(-1)?.text).toContain(
      'Triwulan III 2026 belum berakhir. Laporannya diterima mulai 25 September 2026.',
    );
    await sleepUntil(story, '2026-10-02T09:00');
    expect(complianceOf(story)['Ekonomi']).toContain('Belum Tenggat');
    await story.submit('balang', { type: 'welfare', period: '2026-08' });
    expect(complianceOf(story)['Ekonomi']).toContain('Tepat Waktu');
    const [record] = story.records('Data Ekonomi', ['Bulan', 'Keadaan']).filter((one) => one['Bulan'] !== '');
    expect(record).toMatchObject({
      Kunci: `${VILLAGES.balang.code}|2026-Q3|welfare`,
      Bulan: 'Triwulan III 2026',
    });
    expect(shown(story.rows('Rekap Ekonomi'))).toContain('Balang | Triwulan III 2026 | 60');
    await rebuildsTheSame(story);
  }, 240_000);

  test('limits are those of the month that is known; without any nothing is an error', async () => {
    await sleepUntil(story, '2026-10-02T09:00');
    await story.submit('balang', { type: 'welfare', period: '2026-09', answers: { family: 400 } });
    expect(lastState(story)).toContain('Perlu Perbaikan');
    expect(story.mails.at(-1)?.text).toContain('Tertulis 400, padahal KK akhir Juni 2026 351.');
    await story.submit('balang', { type: 'welfare', period: '2026-09' });
    expect(lastState(story)).toContain('Diterima');
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
    expect(complianceOf(story)['Ekonomi']).toContain('Belum Tenggat');
    await story.submit('balang', { type: 'welfare', period: '2026-07' });
    expect(complianceOf(story)['Ekonomi']).toContain('Tepat Waktu');
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
  expect(shown(story.rows('Beranda'))).toContain(
    '1 menunggu jawaban; separuh pertanyaan terjawab dalam 5,0 jam',
  );
  expect(story.records('Keputusan', ['Keputusan', 'Alasan']).at(-1)).toMatchObject({
    Keputusan: 'Jawab untuk semua',
    Alasan: 'Tetap kirim dengan angka 0.',
  });
  await rebuildsTheSame(story);
}, 240_000);

test('a question that came by WhatsApp is noted, answered like any other, and can be taken back', async () => {
  await sleepUntil(story, '2026-08-03T14:00');
  const short = await story.command('note', { village: VILLAGES.balang.code, reason: 'apa' });
  expect(short.text).toContain('Mohon tulis paling sedikit 5 huruf.');
  expect((await story.command('note', { reason: 'Kapan rapat?' })).text).toContain('Mohon pilih desa');
  const noted = await story.command('note', {
    village: VILLAGES.balang.code,
    reason: 'Kapan rapat operator berikutnya?',
  });
  expect(noted.text).toBe(
    'Pertanyaan Desa Balang dicatat di tab Konsultasi. Tulis Jawaban di sana, lalu centang Kirim.',
  );
  const asked = (): Record<string, string>[] =>
    story
      .records('Konsultasi', ['Desa/Kelurahan', 'Pertanyaan', 'Keadaan'])
      .filter((row) => row['Pertanyaan'] !== '');
  expect(asked()).toMatchObject([
    { Pertanyaan: 'Kapan rapat operator berikutnya?', Keadaan: '… Menunggu jawaban' },
  ]);
  expect(lastState(story)).toBe('✓ Diterima (dicatat kecamatan)');
  expect(status('balang')).toContain('… Pertanyaan: Kapan rapat operator berikutnya?');
  const titles = story.rows('Konsultasi')[0] ?? [];
  await story.type('Konsultasi', 2, titles.indexOf('Jawaban') + 1, 'Senin pukul 09.00.', KASI);
  await story.type('Konsultasi', 2, titles.indexOf('Kirim') + 1, 'TRUE', KASI);
  expect(story.mails.at(-1)?.subject).toContain('Jawaban: Kapan rapat operator berikutnya?');
  expect(status('balang')).toContain('Jawaban: Senin pukul 09.00.');
  await rebuildsTheSame(story);

  const number = story.records('Riwayat', ['Nomor laporan']).at(-1)?.['Nomor laporan'] ?? '';
  const undone = await story.command('undo', { which: number, why: 'salah desa' });
  expect(undone.text).toContain(`Pertanyaan nomor ${number} tidak ditampilkan lagi.`);
  expect(status('balang')).not.toContain('Kapan rapat operator');
  expect(asked()).toEqual([]);
  // Nobody's number comes to stand in the master, whoever writes it there.
  await story.order({
    Perintah: 'Catat pertanyaan',
    Desa: 'Desa Balang',
    Alasan: 'Bagaimana NIK 6311061508909999 dilaporkan?',
  });
  expect(asked()).toMatchObject([{ Pertanyaan: 'Bagaimana NIK 631106********** dilaporkan?' }]);
  expect(storyState(story).join('\n')).not.toContain('6311061508909999');
  await rebuildsTheSame(story);
}, 240_000);

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
  await rebuildsTheSame(story);
}, 240_000);
