import { TAB } from '../../src/core/tabs/names';
import { lineText } from '../../src/flows/dialog';
import { grid, tab } from '../sample/sheet';
import { sleepUntil } from '../support/crashes';
import { fileNamed } from '../support/personalStory';
import { expectReceived, tabsOf } from '../support/received';
import { openStory, type Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import { KASI, OPENING, VILLAGES } from '../support/threeVillages';

/** *Tutup buku tahunan*, from its refusals to the year after; the tests go on from one another. */
let story: Story;

const close = (words: string): Promise<string> =>
  story.order({ Perintah: 'Tutup buku tahunan', Alasan: words });
const filled = (rows: readonly string[][]): string[][] =>
  rows.filter((row) => row.some((cell) => !['', 'false', 'FALSE'].includes(cell)));
const archived = (name: string): string[][] =>
  filled(grid(tab(story.workspace, fileNamed(story, 'Arsip 2026'), name)));

/** Rows of a tab without its headers and the sentence of an empty one; boxes that nobody ticked are nothing. */
const rowsIn = (rows: readonly string[][]): string[] =>
  filled(rows)
    .slice(1)
    .filter((row) => row.slice(0, 3).filter((cell) => cell !== '').length > 1)
    .map((row) => row.map((cell) => (cell === 'false' ? '' : cell)).join('|'))
    .map((text) => text.replace(/\|+$/, ''));

function answersOf(village: keyof typeof VILLAGES): number {
  const { destination, responses } = story.form(village);
  const book = story.workspace.store.get('spreadsheet', destination?.spreadsheetId ?? '');
  const sheet = book?.sheets.find((one) => one.sheetId === destination?.sheetId);
  expect(responses.length).toBeGreaterThan(0);
  return (sheet?.rows ?? []).filter((row, at) => at > 0 && row !== undefined).length;
}

/** A recap's cells of a village, by the numbers of B.3's columns. */
const recapOf = (name: string): readonly string[] =>
  story.rows('Rekap Penduduk').find((row) => row[1] === name) ?? [];

/** January 4th 2027: July and December of Balang are in, the end of November is fixed, December waits for approval. */
beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', { answers: { birthsMale: 3, closingMale: OPENING.male + 3 } });
  await story.submit('other', {});
  await story.decide(['Balang', 'Juli 2026'], 'Setujui');
  await story.decide(['Kalahiang', 'Juli 2026'], 'Setujui');
  await sleepUntil(story, '2027-01-04T09:00');
  const fixed = await story.command('fixClosing', {
    village: VILLAGES.balang.code,
    period: 'November 2026',
    reason: 'laporan tidak akan ada',
    citizensMale: String(OPENING.male),
    citizensFemale: String(OPENING.female),
    households: String(OPENING.households),
  });
  expect(fixed.done).toBe(true);
  await story.submit('balang', { type: 'activities', answers: { date: '2026-12-28' } });
  const december = { birthsMale: 1, closingMale: OPENING.male + 1 };
  await story.submit('balang', { period: '2026-12', answers: december });
}, 60_000);

test('a year whose December is not locked yet is not closed', async () => {
  expect(await close('TUTUP 2026')).toContain('Desember 2026 baru dikunci setelah 20 Januari 2027.');
  await sleepUntil(story, '2027-01-22T09:00');
});

test('a year with reports that wait is not closed, and they are named; unapproved ones are told', async () => {
  expect(await close('')).toContain('Belum disetujui: 1 laporan bulanan. Tetap dihitung;');
  await story.submit('balang', {
    period: '2026-12',
    answers: { birthsMale: 2, closingMale: OPENING.male + 2 },
  });
  expect(await close('TUTUP 2026')).toContain(
    '1 laporan masih menunggu di Antrean Tinjau: Kependudukan Desa Balang Desember 2026.',
  );
  await story.decide(['Balang', 'Menunggu Pembukaan Kunci', 'Desember 2026'], 'Tolak', 'contoh');
});

test('nor one with an opened month, until that is taken back', async () => {
  const month = { Desa: 'Desa Kalahiang', Bulan: 'Desember 2026' };
  const order = { Perintah: 'Buka kunci', ...month, Alasan: 'contoh', Sampai: '30/01/2027' };
  expect(await story.order(order)).toContain('terbuka sampai 30 Januari 2027');
  const refused = await close('TUTUP 2026');
  expect(refused).toContain('Kuncinya masih dibuka: Desa Kalahiang Desember 2026.');
  expect(refused).not.toContain('menunggu di Antrean Tinjau');
  const [opened] = story.records('Keputusan', ['Oleh']).slice(-1);
  const back = `${opened?.['Nomor'] ?? ''}; keliru`;
  expect(await story.order({ Perintah: 'Batalkan keputusan', Alasan: back })).toContain('dikunci lagi');
});

test('nor one with a difference that is not settled, and it is named', async () => {
  const november = { village: VILLAGES.balang.code, period: 'November 2026' };
  const otherwise = { citizensMale: String(OPENING.male + 5), citizensFemale: String(OPENING.female) };
  const fix = { ...november, ...otherwise, households: String(OPENING.households), reason: 'contoh' };
  expect(await story.command('fixClosing', fix)).toMatchObject({ done: true });
  expect(await close('TUTUP 2026')).toContain('Selisihnya belum selesai: Desa Balang Desember 2026.');
  expect(await story.command('unfixClosing', { ...november, reason: 'keliru' })).toMatchObject({
    done: true,
  });
});

test('first it says what goes, what stays and what cannot be done any more; nothing changes', async () => {
  const before = storyState(story);
  const { lines = [] } = await story.command('closeYear');
  const said = lines.map(lineText).join('\n');
  expect(said).toMatch(
    /Pindah ke Arsip 2026: 1 baris Data Kegiatan, 5 baris Riwayat, 0 baris Selisih, \d+ baris Log/,
  );
  expect(said).toContain('Dihapus dari berkas Respons: 2 baris jawaban sampai akhir 2026.');
  expect(said).toContain('Tutup buku tidak dapat dibatalkan.');
  expect(said).toContain('Belum ada saldo akhir Desember 2026: Kelurahan Paringin Timur, Desa Kalahiang.');
  expect(differenceOf(before, storyState(story))).toEqual([]);
});

test('every row is in the archive or still here, and rebuilding gives the same', async () => {
  const moved = [TAB.history, 'Data Kegiatan', TAB.log, TAB.outbox, TAB.whatsapp];
  const was = Object.fromEntries(moved.map((name) => [name, rowsIn(story.rows(name))]));
  const kept = [TAB.decisions, TAB.index, 'Data Kependudukan', 'Rekap Penduduk', 'Konsultasi', 'Operator'];
  const standing = (name: string): string[] => (name === 'Konsultasi' ? [] : rowsIn(story.rows(name)));
  const same = Object.fromEntries(kept.map((name) => [name, standing(name)]));
  expect(await close('TUTUP 2026')).toContain('Tahun 2026 sudah ditutup buku.');

  for (const name of moved) {
    const gone = rowsIn(archived(name));
    expect([name, gone.length > 0]).toEqual([name, true]);
    const now = rowsIn(story.rows(name)).filter((row) => !row.includes('Tutup buku tahunan'));
    expect([...gone, ...now].sort()).toEqual([...(was[name] ?? [])].sort());
  }
  for (const name of kept)
    expect(standing(name).filter((row) => !row.startsWith('T2026|'))).toEqual(same[name]);
  expect(rowsIn(story.rows(TAB.history))).toEqual([]);
  expect([answersOf('balang'), answersOf('other')]).toEqual([3, 0]);
  expect(archived('Ringkasan').find((row) => row[0] === 'Desa Balang')).toEqual(
    ['Desa Balang', OPENING.male + 1, OPENING.female, 0, 0, OPENING.households].map(String),
  );
  for (const tab of [TAB.yearly, TAB.yearlyLinmas]) expect(archived(tab)[0]?.[0]).toBe('Tahun 2026');
  expect(story.workspace.store.get('file', fileNamed(story, 'Arsip 2026'))?.viewers).toContain(KASI);

  const before = tabsOf(story);
  expect((await story.command('rebuild')).done).toBe(true);
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
});

test('what comes late for the closed year is kept with clear words and can only be refused', async () => {
  const late = await expectReceived(
    story,
    'other',
    { period: '2026-12' },
    {
      state: 'Menunggu Pembukaan Kunci',
      found: ['Tahun 2026 sudah ditutup buku dan tidak dapat diubah lagi.'],
      mail: ['Laporan Desember 2026 disimpan, tetapi tidak dihitung.'],
    },
  );
  const row = (): string[] | undefined => story.rows(TAB.queue).find((cells) => cells[0] === late.id);
  expect(row()?.[6]).toContain('Laporan ini hanya dapat ditolak');
  await story.decide(['Kalahiang', 'Desember 2026'], 'Lepas');
  expect(row()?.at(-1)).toContain('Laporan ini hanya dapat ditolak.');
  const unlock = { Perintah: 'Buka kunci', Desa: 'Desa Kalahiang', Bulan: 'Desember 2026' };
  const words = 'Tahun 2026 sudah ditutup buku dan tidak dapat diubah lagi.';
  expect(await story.order({ ...unlock, Alasan: 'terlambat', Sampai: '30/01/2027' })).toContain(words);
  await story.decide(['Kalahiang', 'Desember 2026'], 'Tolak', 'sudah ditutup');
  expect(row()?.[5]).toContain('Ditolak');
  const fixing = { village: VILLAGES.other.code, period: 'Desember 2026', reason: 'contoh', households: '1' };
  const fixed = await story.command('fixClosing', { ...fixing, citizensMale: '1', citizensFemale: '0' });
  expect(fixed).toMatchObject({ done: false });
  expect(fixed.text).toContain(words);
});

test('January goes on from the closing balance; a recap of the closed year can still be made', async () => {
  await sleepUntil(story, '2027-02-03T09:00');
  const home = story.rows(TAB.home).map((row) => row.join(' '));
  expect(home.filter((line) => /terhapus|tidak dikenal/.test(line))).toEqual([]);
  expect(home.some((line) => line.startsWith('Arsip 2026 Buka'))).toBe(true);
  await story.submit('balang', {
    period: '2027-01',
    answers: { birthsMale: 2, closingMale: OPENING.male + 3 },
  });
  await story.type('Rekap Penduduk', 1, 2, 'Januari 2027');
  // Columns 5 and 28 of B.3: men at the beginning and at the end of the month.
  expect([recapOf('Balang')[4], recapOf('Balang')[27]]).toEqual([
    String(OPENING.male + 1),
    String(OPENING.male + 3),
  ]);
  expect((await story.command('recap', { period: 'Desember 2026' })).text).toContain('selesai dibuat');
  const before = tabsOf(story);
  expect((await story.command('rebuild')).done).toBe(true);
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
});
