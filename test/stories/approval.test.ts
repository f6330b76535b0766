import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import { KASI, OPENING } from '../support/threeVillages';

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
