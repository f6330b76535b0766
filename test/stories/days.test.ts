import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OWNER } from '../support/threeVillages';

let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

const compliance = (village: string): string =>
  story
    .rows('Kepatuhan')
    .find((row) => row[1] === village)
    ?.join(' | ') ?? '';
const months = (): string[] => {
  const list = story.form('balang').items.find((item) => item.title === 'Bulan laporan');
  return (list?.choices ?? []).map((choice) => choice.value);
};

test('words that follow from the day are written by the first run after midnight', async () => {
  await story.pass('2026-08-05T23:30');
  expect(compliance('Kalahiang')).toContain('Belum Tenggat');
  await story.advance('2026-08-06T01:10');
  expect(compliance('Kalahiang')).toContain('Belum Lapor, lewat 1 hari');
  await story.pass('2026-08-07T01:10');
  expect(compliance('Kalahiang')).toContain('Belum Lapor, lewat 2 hari');
  expect(compliance('Balang')).toContain('Tepat Waktu');
});

test('the running month enters the lists of all forms on the interim day, without anybody', async () => {
  await story.pass('2026-08-24T23:30');
  expect(months().slice(0, 2)).toEqual(['bukan laporan bulanan', 'Juli 2026']);
  await story.advance('2026-08-25T01:10');
  expect(months().slice(0, 3)).toEqual(['bukan laporan bulanan', 'Agustus 2026', 'Juli 2026']);
  expect(months()).toHaveLength(25);
  expect(story.rows('Kepatuhan')[0]?.[1]).toBe('Agustus 2026');
});

test('a form that cannot be opened is named, the others get their month', async () => {
  await sleepUntil(story, '2026-08-24T22:30');
  story.workspace.store.remove('form', story.form('other').id);
  await story.advance('2026-08-25T01:10');
  expect(months()[1]).toBe('Agustus 2026');
  expect(story.rows('Beranda').flat().join('\n')).toContain(
    'Daftar bulan belum bertambah di formulir Desa Kalahiang. Jalankan Perbarui formulir.',
  );
});

test('a month chosen in the head of a recap tab stays until another month is collected', async () => {
  await story.type('Rekap Penduduk', 1, 2, 'Juni 2026', KASI);
  expect(story.rows('Rekap Penduduk').map((row) => row[1])).toContain('JUMLAH (0 dari 3)');
  await story.submit('other', {});
  expect(story.rows('Rekap Penduduk')[0]?.[1]).toBe('Juni 2026');
  await story.pass('2026-08-10T09:00');
  expect(story.rows('Rekap Penduduk')[0]?.[1]).toBe('Juni 2026');
  await story.type('Rekap Penduduk', 1, 2, 'Juli 2026', KASI);
  expect(story.rows('Rekap Penduduk').map((row) => row[1])).toContain('JUMLAH (2 dari 3)');
});

test('finished rows of Antrean Tinjau stay for the day and leave at night', async () => {
  await story.decide(['Balang', 'Kependudukan'], 'Setujui');
  expect(story.rows('Antrean Tinjau')[1]?.join(' ')).toContain('Selesai');
  await story.advance('2026-08-04T01:10');
  expect(story.rows('Antrean Tinjau').slice(1).flat().join('')).not.toContain('Balang');
});

test('rows that somebody deleted are told on Beranda and in Log, and the figures stay', async () => {
  const recap = story.rows('Rekap Penduduk');
  const book = story.workspace.store.get('spreadsheet', story.fileId);
  const history = book?.sheets.find((sheet) => sheet.name === 'Riwayat');
  history?.rows.splice(1, 1);
  const answers = story.workspace.store.get(
    'spreadsheet',
    story.form('balang').destination?.spreadsheetId ?? '',
  );
  const tab = answers?.sheets.find((sheet) => sheet.sheetId === story.form('balang').destination?.sheetId);
  tab?.rows.splice(1, 1);
  await story.advance('2026-08-04T01:10');
  const told = story.rows('Beranda').flat().join('\n');
  expect(told).toContain('1 baris terhapus dari tab Riwayat');
  expect(told).toContain('1 baris jawaban Desa Balang terhapus');
  expect(story.rows('Log').flat().join('\n')).toContain('Baris terhapus');
  expect(story.rows('Rekap Penduduk').slice(3)).toEqual(recap.slice(3));
  await story.command('rebuild');
  expect(story.rows('Riwayat')[1]?.join(' ')).toContain('Balang');
  expect(story.rows('Beranda').flat().join('\n')).not.toContain('terhapus dari tab Riwayat');
});

test('where somebody let answers be edited, it is switched off again and told', async () => {
  story.form('balang').allowResponseEdits = true;
  await story.advance('2026-08-03T14:00');
  expect(story.form('balang').allowResponseEdits).toBe(false);
  expect(story.rows('Log').flat().join('\n')).toContain('Pengubahan jawaban formulir dimatikan lagi');
});

test('an hour in which nothing is due costs nine calls, and two for each form that is swept', async () => {
  await story.advance('2026-08-03T11:30');
  const records = await story.advance('PT4H');
  const hours = records.filter((record) => record.function === 'everyHour');
  const swept = hours.map((hour) => hour.remoteByKind['getResponses'] ?? 0);
  expect(swept).toEqual([1, 1, 1, 0]);
  // The lock and its release, the properties before and after it, the master, Registri, and the three tabs in which
  // people tick or choose: an edit whose event was lost is found there within the hour.
  hours.forEach((hour, at) => {
    const forms = swept[at] ?? 0;
    const { getResponses: _ = 0, ...others } = hour.remoteByKind;
    expect(others).toEqual({ lock: 2, property: 2, open: 1 + forms, read: 4 });
    expect(hour.remoteCalls).toBe(9 + 2 * forms);
  });
});

test('an edit in a tab that nobody acts in ends without a further call', async () => {
  const [record] = await story.type('Log', 30, 1, 'catatan', OWNER);
  expect(record).toMatchObject({ function: 'onMasterEdit', remoteCalls: 0 });
});
