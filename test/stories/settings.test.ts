import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

const home = (): string =>
  story
    .rows('Beranda')
    .map((row) => row.join(' '))
    .join('\n');
const snapshots = (): number => story.rows('Keputusan').filter((row) => row[3] === 'Pengaturan').length;
async function typeLine(label: string, text: string, person = OWNER): Promise<void> {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === label);
  await story.type('Pengaturan', row + 1, 2, text, person);
}

test('a changed line comes into force, is recorded as a whole, and the pages follow', async () => {
  await typeLine('Tanggal tenggat', '7');
  expect(snapshots()).toBe(2);
  expect(home()).toContain('Tenggat Jumat, 7 Agustus 2026');
  expect(story.rows('Kepatuhan')[0]?.join(' ')).toContain('Tenggat 7 Agustus 2026');
  expect(story.villageRows('other', 'Status').flat().join('\n')).toContain('Jumat, 7 Agustus 2026');
  expect(story.rows('Log').at(-1)?.join(' ')).toContain('Pengaturan diubah');
});

test('a wrong line leaves the last good settings in force and is named on Beranda until it is put right', async () => {
  await typeLine('Tanggal tenggat', 'lima');
  expect(snapshots()).toBe(1);
  expect(home()).toContain('Pengaturan, baris');
  expect(home()).toContain('Tertulis "lima"');
  expect(home()).toContain('Tenggat Rabu, 5 Agustus 2026');
  await typeLine('Tanggal tenggat', '5');
  expect(home()).not.toContain('lima');
  expect(snapshots()).toBe(1);
});

test('a village cannot leave by having its row emptied', async () => {
  const row = story.rows('Desa').findIndex((line) => line[0] === VILLAGES.other.code);
  await story.type('Desa', row + 1, 1, '');
  expect(snapshots()).toBe(1);
  expect(home()).toContain('Desa');
});

test('an operator who is replaced loses the form and the Sheet, the new one gets both', async () => {
  const row = story.rows('Operator').findIndex((line) => line.includes(VILLAGES.balang.operator));
  const column = story.rows('Operator')[0]?.indexOf('Email') ?? 0;
  await story.type('Operator', row + 1, column + 1, 'pengganti.balang@contoh.id', KASI);
  const form = story.workspace.store.get('file', story.form('balang').id);
  const sheet = story.workspace.store.get('file', story.registry('balang')[8] ?? '');
  expect(form?.publishedReaders).toContain('pengganti.balang@contoh.id');
  expect(form?.publishedReaders).not.toContain(VILLAGES.balang.operator);
  expect(sheet?.viewers).toEqual(['pengganti.balang@contoh.id']);
  expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({ Keputusan: 'Pengaturan', Oleh: KASI });
});

test('a new Kasi may act at once, the one before no longer', async () => {
  const after = 'kasi.baru@contoh.id';
  await typeLine('Email Kasi Trantib', after);
  await expect(story.decide(['Balang', 'Kependudukan'], 'Setujui', '', KASI)).rejects.toThrow('may not type');
  await story.decide(['Balang', 'Kependudukan'], 'Setujui', '', after);
  expect(story.records('Keputusan', ['Oleh']).at(-1)).toMatchObject({ Keputusan: 'Setujui', Oleh: after });
});

test('a balance typed in later moves every month that hangs on it', async () => {
  const row = story.rows('Saldo Awal').findIndex((line) => line[0] === VILLAGES.balang.code);
  const column = story.rows('Saldo Awal')[0]?.indexOf('WNI laki-laki') ?? 0;
  await story.type('Saldo Awal', row + 1, column + 1, String(OPENING.male + 90));
  const recap = story.rows('Rekap Penduduk').find((line) => line[1] === 'Balang');
  expect(recap?.[4]).toBe(String(OPENING.male + 90));
  expect(story.form('balang').items.some((item) => item.helpText.includes('Awal Juli 2026: 700 L'))).toBe(
    true,
  );
});

test('a change whose edit event got lost is taken in the night', async () => {
  const project = story.workspace.store.get('project', story.master.projectId);
  const triggers = project?.triggers.splice(0) ?? [];
  await typeLine('Tanggal tenggat', '7');
  project?.triggers.push(...triggers);
  expect(snapshots()).toBe(1);
  await story.advance('2026-08-04T01:10');
  expect(snapshots()).toBe(2);
});
