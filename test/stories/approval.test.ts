import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import type { CommandResult } from '../../src/flows/dialog';
import { KASI, OPENING, OWNER } from '../support/threeVillages';

let story: Story;

/** July of all kinds: two without a remark, one with, one with a difference that was explained; August is not over. */
beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', { answers: { birthsMale: 3, closingMale: OPENING.male + 3 } });
  await story.submit('balang', { type: 'readiness' });
  await story.submit('other', {});
  await story.submit('kelurahan', {
    answers: { closingMale: OPENING.male + 5, differenceReason: 'Perbaikan data lama' },
  });
  const few = { activeMale: 3, activeFemale: 1, registeredSim: 1, withCard: 1, trained: 1 };
  await story.submit('other', { type: 'readiness', answers: few });
  return story;
});

const tabs = (): string[] =>
  storyState(story, false).filter((line) => !/\/(Log|Perintah)\/|^property /.test(line));

const approved = (): number =>
  story.rows('Riwayat').filter((row) => row.join(' ').includes('✓ Disetujui')).length;
const dialog = async (item: string): Promise<string> => {
  await story.clickItem(item, KASI);
  return story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
};

test('the Kasi approves what nothing was found in; the rest is named; all of it is taken back as one', async () => {
  const before = tabs();
  expect(await dialog('Setujui sebulan…')).toContain(
    'Juli 2026: 3 tanpa catatan, 1 bercatatan, 1 dengan alasan selisih.',
  );
  const said = await story.order({ Perintah: 'Setujui sebulan', Bulan: 'Juli 2026' });
  expect(said).toContain(
    '3 laporan Juli 2026 disetujui. Bercatatan, belum disetujui: Kalahiang (Rekap Linmas)',
  );
  expect(said).toContain(
    'Dengan alasan selisih, diputuskan satu per satu di Antrean Tinjau: Paringin Timur (Kependudukan)',
  );
  expect(approved()).toBe(3);
  expect(await dialog('Batalkan keputusan…')).toContain('Setujui sebulan Juli 2026, 3 laporan');
  const first = story
    .records('Keputusan', ['Keputusan', 'Alasan'])
    .find((row) => row['Alasan'] === 'Setujui sebulan')?.['Nomor'];
  const stood = tabs();
  await story.command('rebuild');
  expect(differenceOf(stood, tabs())).toEqual([]);
  const undone = await story.order({
    Perintah: 'Batalkan keputusan',
    Alasan: `semua ${first ?? ''}; keliru bulan`,
  });
  expect(undone).toContain('Laporannya kembali menunggu persetujuan.');
  expect(approved()).toBe(0);
  const apart = differenceOf(before, tabs()).filter(
    (line) => !/\/(Indeks|Keputusan|Riwayat|Antrean Tinjau)\//.test(line),
  );
  expect(apart).toEqual([]);
});

test('of one village, with remarks too; a second time there is nothing', async () => {
  const order = { Perintah: 'Setujui sebulan', Bulan: 'Juli 2026', Desa: 'Desa Kalahiang' };
  expect(await story.order({ ...order, Alasan: 'juga yang bercatatan' })).toBe(
    '✓ 2 laporan Juli 2026 Desa Kalahiang disetujui.',
  );
  expect(await story.order(order)).toContain(
    'Tidak ada laporan Juli 2026 Desa Kalahiang yang dapat disetujui.',
  );
});

test.each([
  ['no month', {}, 'Mohon pilih bulannya.'],
  [
    'a wish that is none',
    { Bulan: 'Juli 2026', Alasan: 'semuanya' },
    'Mohon pilih “hanya yang tanpa catatan”',
  ],
])('refuses %s and changes nothing', async (_name, cells, words) => {
  const before = tabs();
  expect(await story.order({ Perintah: 'Setujui sebulan', ...cells })).toContain(words);
  expect(differenceOf(before, tabs())).toEqual([]);
});

test('a month that is not over has nothing to approve', async () => {
  const answer = await story.command('approveMonth', { period: 'Agustus 2026' });
  expect(answer.text).toContain('Tidak ada laporan Agustus 2026 yang dapat disetujui.');
});

describe('Lihat laporan', () => {
  const look = async (reason: string, person = KASI): Promise<CommandResult> =>
    story.command('lookAtReport', { reason }, person);
  const numberOf = (...texts: string[]): string =>
    story
      .records('Riwayat', ['Desa/Kelurahan', 'Laporan', 'Nomor laporan'])
      .filter((row) => texts.every((text) => Object.values(row).join(' ').includes(text)))
      .at(-1)?.['Nomor laporan'] ?? '';

  test('the Kasi sees at once what was sent, found and decided, and what a correction changed', async () => {
    const first = numberOf('Balang', 'Kependudukan');
    await story.decide([first], 'Kembalikan', 'mohon cek kelahiran');
    await story.submit('balang', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
    const before = storyState(story);
    const told = await look(numberOf('Balang', 'Kependudukan'));
    expect(told.text).toMatch(/^Kependudukan Juli 2026, Desa Balang, nomor 2005-260803-/);
    const lines = (told.next?.lines ?? []).map(String);
    expect(lines).toEqual(
      expect.arrayContaining([
        'Keadaan: ✓ Diterima',
        'Kelahiran laki-laki (WNI): 2',
        `Berbeda dari kiriman sebelumnya (nomor ${first}):`,
        'Kelahiran laki-laki (WNI): 3 → 2',
        `nomor ${first}: ! Perlu Perbaikan`,
      ]),
    );
    expect(lines.join('\n')).toContain('oleh Contoh Pelapor, operator.balang@contoh.id, akun Google');
    const old = (await look(first)).next?.lines.map(String) ?? [];
    expect(old.join('\n')).toContain(`Keputusan: Dikembalikan oleh ${KASI}`);
    expect(old.join('\n')).toContain('mohon cek kelahiran');
    expect(differenceOf(before, storyState(story))).toEqual([]);
  });

  test('of an activity its own answers; a finding is told with its question', async () => {
    await story.submit('balang', { type: 'activities', answers: { personnel: 200 } });
    const lines = ((await look(numberOf('Balang', 'Kegiatan'))).next?.lines ?? []).map(String);
    expect(lines).toEqual(expect.arrayContaining(['Jenis kegiatan: Patroli', 'Yang ditemukan:']));
    expect(lines.join('\n')).not.toContain('kiriman sebelumnya');
  });

  test.each([
    ['', 'Mohon tulis nomor laporannya'],
    ['2005-269999-000000', 'Mohon tulis nomor laporannya'],
    ['2005-261231-000000', 'tidak ditemukan'],
    ['9999-260803-091400', 'tidak ditemukan'],
  ])('"%s" is told what is wrong', async (reason, words) => {
    const told = await look(reason, OWNER);
    expect(told.done).toBe(false);
    expect(told.text).toContain(words);
  });

  test('begins with the number of the row that is selected', async () => {
    const rows = story.rows('Antrean Tinjau');
    const number = numberOf('Balang', 'Kependudukan');
    const row = rows.findIndex((cells) => cells.includes(number)) + 1;
    await story.clickItem('Lihat laporan…', KASI, ['Antrean Tinjau', `C${String(row)}`]);
    expect(story.workspace.whatIsShown(story.fileId).dialog?.html).toContain(`"value":"${number}"`);
  });
});

test('what is locked without approval leaves the queue, is told, and can be approved or taken up again', async () => {
  const queue = (): string[] =>
    story
      .rows('Antrean Tinjau')
      .slice(1)
      .map((row) => [row[2], row[3]].join(' '))
      .filter((text) => text.trim() !== '');
  const front = (): string => story.rows('Beranda').flat().join('\n');
  await sleepUntil(story, '2026-08-20T23:40');
  expect(queue()).toHaveLength(5);
  expect(front()).not.toContain('Terkunci tanpa disetujui');
  await story.advance('2026-08-21T01:10');
  expect(queue()).toEqual(['Paringin Timur Kependudukan']);
  expect(front()).toContain('Terkunci tanpa disetujui\n4 laporan; tetap dihitung.');
  expect(front()).toContain('1 laporan menunggu ditinjau.');
  expect(story.rows('Log').join('\n')).toContain('4 laporan tetap dihitung tanpa disetujui');
  const order = { Perintah: 'Buka kunci', Desa: 'Desa Kalahiang', Bulan: 'Juli 2026', Alasan: 'contoh' };
  await story.order({ ...order, Sampai: '22/08/2026' });
  expect(queue().slice(1)).toEqual(['Kalahiang Kependudukan', 'Kalahiang Rekap Linmas']);
  const opened = tabs();
  await story.command('rebuild');
  expect(differenceOf(opened, tabs())).toEqual([]);
  await story.pass('2026-08-23T01:10');
  expect(queue()).toEqual(['Paringin Timur Kependudukan']);
  expect(await dialog('Setujui sebulan…')).toContain('Juli 2026: 3 tanpa catatan, 1 bercatatan');
  const which = { Perintah: 'Setujui sebulan', Bulan: 'Juli 2026', Alasan: 'juga yang bercatatan' };
  expect(await story.order(which)).toContain('4 laporan Juli 2026 disetujui.');
  expect(front()).not.toContain('Terkunci tanpa disetujui');
  const stood = tabs();
  await story.command('rebuild');
  expect(differenceOf(stood, tabs())).toEqual([]);
});

test('empty rows that somebody deleted: what comes in later has its colours and its open cells', async () => {
  const { sheet } = story.tab('Antrean Tinjau');
  const colours = sheet.conditionalFormats.length;
  sheet.rowCount = 6;
  for (const { rects } of sheet.conditionalFormats) for (const rect of rects) rect.rows = 5;
  for (const { unprotected = [] } of sheet.protections) for (const rect of unprotected) rect.rows = 5;
  await story.submit('kelurahan', { type: 'readiness' });
  const grown = story.tab('Antrean Tinjau').sheet;
  expect(grown.rowCount).toBeGreaterThan(6);
  expect(colours).toBeGreaterThan(3);
  const all = [expect.objectContaining({ row: 1, rows: grown.rowCount - 1 })];
  for (const { rects } of grown.conditionalFormats) expect(rects).toEqual(all);
  expect(grown.conditionalFormats).toHaveLength(colours);
  for (const { unprotected = [] } of grown.protections)
    expect(unprotected).toEqual(unprotected.map(() => all[0]));
});
