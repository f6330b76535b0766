import { textOfNode } from '../../local/state/document';
import { grid, tab } from '../sample/sheet';
import { beginEach } from '../support/beginEach';
import { typeSetting } from '../sample/install';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { OPENING, OWNER, VILLAGES } from '../support/threeVillages';

/** What is written at night: the year, the villages' own year and receipts, the file that all may read. */
let story: Story;

/** August 3rd, in the morning: July of Balang and Kalahiang is in; nothing was refreshed since. */
beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', { answers: { birthsMale: 3, closingMale: OPENING.male + 3 } });
  await story.submit('balang', { type: 'readiness' });
  await story.submit('other', {});
  return story;
});

const yearly = (): string[][] => story.rows('Rekap Tahunan');
const line = (rows: readonly string[][], name: string, month: string): string[] | undefined =>
  rows.find((row) => row[0] === name && (row[1] ?? '').startsWith(month));
const shared = (): string | undefined =>
  story.workspace.store
    .ids('file')
    .find((id) => story.workspace.store.get('file', id)?.name === 'Rekap Bersama');
const sheets = (name: string): string[][] => grid(tab(story.workspace, shared() ?? '', name));
const turnOn = (text: string): Promise<void> =>
  typeSetting(story.workspace, { fileId: story.fileId, projectId: '' }, 'sharedRecap', text, OWNER);

test('in the night the year is written: flows summed, stocks from the last closing, by month and half-year', async () => {
  await sleepUntil(story, '2026-08-04T01:10');
  const july = line(yearly(), 'Desa Balang', 'Juli 2026');
  const recap = story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang');
  expect(july?.slice(2, 32)).toEqual(recap?.slice(2, 32));
  expect(line(yearly(), 'JUMLAH', 'Juli 2026 (2 dari 3)')).toBeDefined();
  const linmas = line(story.rows('Rekap Tahunan Linmas'), 'JUMLAH', 'Juli 2026');
  // Members men, women, both of the one report there is; nobody told of an activity.
  expect(linmas?.slice(18, 21)).toEqual(['12', '3', '15']);
  expect(linmas?.at(-1)).toMatch(/^tanpa kegiatan: 3 dari 3 desa\/kelurahan \(.*\); kekuatan dari 1 dari 3$/);
  const closing = (row: string[] | undefined): string | undefined => row?.[31];
  expect(closing(line(yearly(), 'Desa Balang', 'Semester II (1 dari 1 bulan)'))).toBe(closing(july));

  await story.submit('balang', {
    period: '2026-07',
    answers: { birthsMale: 4, closingMale: OPENING.male + 4 },
  });
  await sleepUntil(story, '2026-08-26T09:00');
  await story.submit('balang', {
    period: '2026-08',
    answers: {
      birthsMale: 2,
      deathsFemale: 1,
      closingMale: OPENING.male + 6,
      closingFemale: OPENING.female - 1,
    },
  });
  const people = OPENING.male + OPENING.female + 5;
  await sleepUntil(story, '2026-08-27T01:10');
  const half = line(yearly(), 'Desa Balang', 'Semester II (2 dari 2 bulan)');
  // Column 5 of B.3 is the opening of men, 12 and 21 births of men and deaths of women, 32 everybody at the end.
  expect([half?.[4], half?.[11], half?.[20], half?.[31]]).toEqual([
    String(OPENING.male),
    '6',
    '1',
    String(people),
  ]);
  expect(line(yearly(), 'Desa Balang', 'Setahun')?.slice(2)).toEqual(half?.slice(2));
  expect(line(yearly(), 'Desa Kalahiang', 'Semester II (1 dari 2 bulan)')?.[31]).toBe(
    String(OPENING.male + OPENING.female),
  );
  expect(line(yearly(), 'JUMLAH', 'Setahun (2 dari 3)')?.at(-1)).toContain('1 dari 3 desa/kelurahan lengkap');

  const own = story.villageRows('balang', 'B.3 Tahun Ini');
  expect(own.slice(3).filter((row) => (row[1] ?? '') !== '')).toEqual(
    yearly().filter((row) => row[0] === 'Desa Balang'),
  );
  const receipts = story.villageRows('balang', 'Tanda Terima');
  expect(receipts[0]?.[0]).toBe('Tanda terima 2026, Desa Balang');
  expect(receipts.filter((row) => /Diterima|Disetujui/.test(row[5] ?? '')).map((row) => row[1])).toEqual([
    'Kependudukan',
    'Kependudukan',
    'Rekap Linmas',
    'Kependudukan',
  ]);
  expect(story.villageRows('kelurahan', 'Tanda Terima')[0]?.[3]).toContain('0 laporan.');
});

test('each village’s Sheet has a guide out of the same words as its form, and it follows the settings', async () => {
  const guide = (village: 'balang' | 'kelurahan'): string =>
    story.villageRows(village, 'Panduan').flat().filter(Boolean).join('\n');
  await sleepUntil(story, '2026-08-04T01:10');
  for (const words of [
    'Panduan pelaporan Desa Balang',
    '3. Tekan Kirim. Selesai bila tanda ✓ muncul di tab Status',
    'Sampai tanggal 5 bulan berikutnya pukul 23.59 WITA: tepat waktu.',
    'Kependudukan, setiap bulan: Lahir, meninggal, datang, dan pindah selama satu bulan.',
    'Kegiatan, setiap kali ada: Satu laporan untuk satu kegiatan.',
    '! perlu dikerjakan: diperbaiki atau dikirim',
    'Perlu Perbaikan: Ada yang perlu diperbaiki.',
    'WhatsApp Kasi Trantib Kecamatan Paringin',
  ])
    expect(guide('balang')).toContain(words);
  expect(guide('balang')).not.toContain('Bapak/Ibu menyatakan');
  expect(guide('kelurahan')).toContain('Panduan pelaporan Kelurahan Paringin Timur');
  await typeSetting(story.workspace, { fileId: story.fileId, projectId: '' }, 'dueDay', '7', OWNER);
  await sleepUntil(story, '2026-08-05T01:10');
  expect(guide('balang')).toContain('Sampai tanggal 7 bulan berikutnya');
});

test('a night on which nothing changed writes nothing; by the menu all of it is written again', async () => {
  await sleepUntil(story, '2026-08-04T01:10');
  const stamp = (): string => story.rows('Rekap Tahunan')[0]?.[1] ?? '';
  expect(stamp()).toContain('4 Agustus 2026');
  const before = yearly();
  await sleepUntil(story, '2026-08-05T01:10');
  expect(yearly()).toEqual(before);
  const at = before.findIndex((row) => row[0] === 'Desa Balang');
  await story.type('Rekap Tahunan', at + 1, 32, '9', OWNER);
  await story.command('rebuild');
  await story.command('refresh');
  expect(yearly().slice(1)).toEqual(before.slice(1));
});

test('Rekap Bersama: only where it is switched on, for operators and supervisors, without any reason', async () => {
  await sleepUntil(story, '2026-08-04T01:10');
  expect(shared()).toBeUndefined();
  const desa = story.rows('Desa');
  const at = desa.findIndex((row) => row[0] === VILLAGES.other.code);
  const supervisor = 'pengawas.lain@contoh.id';
  await story.type('Desa', at + 1, (desa[0]?.indexOf('Email pengawas') ?? 0) + 1, supervisor);
  story.workspace.switches.noAccount.push(supervisor);
  await turnOn('Ya');
  await story.submit('kelurahan', { answers: { closingMale: OPENING.male + 28 } });
  await sleepUntil(story, '2026-08-05T01:10');
  const file = story.workspace.store.get('file', shared() ?? '');
  const operators = Object.values(VILLAGES).map((one) => one.operator);
  expect([...(file?.viewers ?? [])].sort()).toEqual([...operators].sort());
  const front = (): string => story.rows('Beranda').flat().join('\n');
  expect(front()).toContain(`${supervisor} belum dapat membaca Rekap Bersama.`);
  expect(sheets('Kelengkapan').slice(3, 9)).toEqual([
    ['No', 'Desa/Kelurahan', 'Diterima', 'Kependudukan', 'Rekap Linmas'],
    ['1', 'Paringin Timur', '0 dari 2', 'Perlu Perbaikan', 'Belum Tenggat'],
    ['2', 'Balang', '2 dari 2', 'Tepat Waktu', 'Tepat Waktu'],
    ['3', 'Kalahiang', '1 dari 2', 'Tepat Waktu', 'Belum Tenggat'],
    ['', 'Kelengkapan', '1 dari 3', '2 dari 3', '1 dari 3'],
    ['', 'Ketepatan waktu', '', '2 dari 3', '1 dari 3'],
  ]);
  expect(sheets('B.3').flat()).toContain('Balang');
  const texts = story.rows('Kirim WA').filter((row) => (row[5] ?? '').includes('Rekap Bersama'));
  expect(texts).toHaveLength(1);
  expect(texts[0]?.[5]).toContain(`https://docs.google.com/spreadsheets/d/${shared() ?? ''}`);

  const answer = await story.command('refresh');
  expect(answer.text).toContain('Rekap Bersama menunjukkan Juli 2026.');
  expect(answer.links?.map((one) => one.text)).toEqual([
    'Buka Rekap Tahunan',
    'Buka Rekap Tahunan Linmas',
    'Buka Rekap Bersama',
    'Kirim linknya ke grup',
  ]);
  story.workspace.switches.noAccount.length = 0;
  await turnOn('Tidak');
  await sleepUntil(story, '2026-08-06T01:10');
  expect(story.workspace.store.get('file', shared() ?? '')?.viewers).toEqual([]);
  expect(front()).not.toContain('belum dapat membaca');
});

test('Bukti Inovasi, Profil Inovasi and Lampiran SK show true figures and leave open what only the office knows', async () => {
  await story.submit('kelurahan', { answers: { closingMale: OPENING.male + 28 } });
  await story.advance('2026-08-03T15:14');
  await story.submit('kelurahan', {});
  await sleepUntil(story, '2026-08-04T01:10');
  const evidence = story.rows('Bukti Inovasi');
  const people = 3 * (OPENING.male + OPENING.female) + 3;
  const july = evidence.find((row) => row[0] === 'Juli 2026');
  expect(july).toEqual([
    'Juli 2026',
    '3',
    String(people),
    '4',
    '4 dari 6',
    '4 dari 6',
    '0',
    expect.anything(),
  ]);
  expect(july?.[7]).toBe('kurang dari 1 jam (4 laporan)');
  const all = evidence.map((row) => row.join(' ').replace(/ +/g, ' ').trim());
  expect(all).toContain(`Kemanfaatan 3 dari 3 desa/kelurahan melapor, 3.609 jiwa tercakup (Juli 2026)`);
  expect(all).toContain('Sumber daya manusia 3 operator terdaftar (Lampiran SK)');
  expect(all).toContain('Uji coba tidak tercatat di Pengaturan');
  expect(all.slice(all.indexOf('▌ Hanya dapat diisi kantor') + 1)).toContain('Anggaran');

  const answer = await story.command('innovation');
  expect(answer.links?.map((one) => one.text)).toEqual(['Buka Profil Inovasi', 'Buka Lampiran SK']);
  const documentOf = (beginning: string): string => {
    const id = story.workspace.store
      .ids('document')
      .find((one) => story.workspace.store.get('file', one)?.name.startsWith(beginning) === true);
    const state = id === undefined ? undefined : story.workspace.store.get('document', id);
    return state === undefined ? '' : textOfNode(state.body);
  };
  const profile = documentOf('Profil Inovasi');
  for (const words of [
    'KUDAPANMAS: Kumpulan Data Kependudukan dan Linmas',
    'Tahapan\t: ……… (diisi kantor)',
    'Mulai diterapkan\t: Juli 2026',
    'Laporan yang dikumpulkan: Kependudukan, Kegiatan, Rekap Linmas.',
    '2. Kemanfaatan: 3 dari 3 desa/kelurahan melapor, 3.609 jiwa tercakup (Juli 2026)',
    '2. Anggaran: ………',
  ])
    expect(profile).toContain(words);
  const operators = documentOf('Lampiran SK');
  expect(operators).toContain('LAMPIRAN KEPUTUSAN CAMAT PARINGIN');
  expect(operators.replace(/\s+/g, ' ')).toContain('2 Desa Balang Operator Balang');
  expect(profile + operators).not.toContain('{{');
});
