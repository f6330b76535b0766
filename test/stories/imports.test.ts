import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import { tab, type } from '../sample/sheet';
import { sleepUntil } from '../support/crashes';
import { differenceOf, storyState } from '../support/storyState';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('other', {});
});

const HEADERS =
  'Desa;Bulan;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;KK akhir;Akhir L;Akhir P';
const line = (village: string, month: string, births: number, male: number): string =>
  [village, month, births, 0, 0, 0, 0, 0, 0, 0, OPENING.households, male, OPENING.female].join(';');
/** Two months of Balang that chain, one that does not add up, one that is told already, an unknown village, a broken figure. */
const TABLE = [
  HEADERS,
  line('Balang', 'Juli 2026', 2, OPENING.male + 2),
  line('Balang', '2026-06', 0, OPENING.male),
  line('Kalahiang', 'Juli 2026', 0, OPENING.male),
  line('Kalahiang', 'Mei 2026', 0, 640).replace('640', '1.204'),
  line('Balai', 'Juli 2026', 0, 600),
].join('\n');
const all = (): string[] =>
  storyState(story, false).filter((text) => !/\/(Log|Perintah)\/|^property /.test(text));
const recap = (): string =>
  story
    .rows('Rekap Penduduk')
    .find((row) => row[1] === 'Balang')
    ?.join(' ') ?? '';
const states = (): string[] =>
  story
    .records('Riwayat', ['Keadaan'])
    .filter((row) => row['Petugas pelapor'] === 'Impor')
    .map((row) => `${row['Bulan'] ?? ''} ${row['Keadaan'] ?? ''}`);

test('looked at first: the mapping, what can come in, every refused line with its reason; nothing changes', async () => {
  const before = all();
  const answer = await story.command('checkImport', { reason: TABLE });
  expect(answer.text).toContain('2 baris dapat diimpor sebagai Kependudukan, 3 hal perlu dilihat');
  const told = JSON.stringify(answer.lines);
  expect(told).toContain('Baris 4 (Kalahiang, Juli 2026): bulan ini sudah ada laporannya');
  expect(told).toContain('Baris 5 (Kalahiang, Mei 2026): ');
  expect(told).toContain('1.204');
  expect(told).toContain('Baris 6: desa \\"Balai\\" tidak dikenal.');
  expect(told).toContain('\\"Lahir L\\" → Kelahiran laki-laki (WNI)');
  expect(differenceOf(before, all())).toEqual([]);
});

test('brought in by the Kasi: counted, marked, no message to the village; rebuilt the same', async () => {
  const mails = story.mails.length;
  const said = await story.order({ Perintah: 'Impor bulan lalu', Alasan: TABLE }, KASI);
  expect(said).toContain('2 laporan Kependudukan dari teks CSV diimpor untuk Desa Balang. Tidak diimpor:');
  expect(states()).toEqual([
    'Juni 2026 ✓ Diterima (dari impor, menunggu saldo awal)',
    'Juli 2026 ✓ Diterima (dari impor)',
  ]);
  expect(recap()).toContain(`${String(OPENING.male + 2)} ${String(OPENING.female)}`);
  expect(story.records('Keputusan', ['Keputusan', 'Alasan']).at(-1)).toMatchObject({
    Keputusan: 'Impor',
    Oleh: KASI,
    Alasan: 'Impor dari teks CSV',
  });
  await story.advance('PT20H');
  expect(story.mails.slice(mails).filter((mail) => /Balang/.test(mail.subject))).toEqual([]);
  const before = all();
  await story.command('rebuild');
  expect(differenceOf(before, all())).toEqual([]);
});

test('the same again brings nothing in; a source that is none says what to write', async () => {
  const again = await story.command('importMonths', { reason: TABLE });
  expect(again).toMatchObject({ done: false });
  expect(again.text).toContain('Tidak ada baris yang dapat diimpor.');
  const none = await story.command('importMonths', { reason: 'Tab Khayal' }, OWNER);
  expect(none.text).toContain('Sumber "Tab Khayal" tidak ditemukan.');
  const niks = 'NIK;Desa;Bulan\n6.31106E+15;Balang;Juni 2026';
  expect((await story.command('importMonths', { reason: niks })).text).toContain(
    'nomor rusak karena format angka',
  );
});

test('a whole import is taken back at once, and can be brought in again', async () => {
  const undone = await story.command('undoImport', {});
  expect(undone.text).toContain('Impor dari teks CSV, 3 Agustus 2026');
  expect(undone.text).toContain('2 laporan dibatalkan');
  expect(states().every((state) => state.includes('Ditolak'))).toBe(true);
  expect(recap()).not.toContain(`${String(OPENING.male + 2)} ${String(OPENING.female)}`);
  expect((await story.command('undoImport', {})).text).toContain('Tidak ada impor seperti itu');
  const before = all();
  await story.command('rebuild');
  expect(differenceOf(before, all())).toEqual([]);
  expect((await story.command('importMonths', { reason: TABLE })).done).toBe(true);
  expect(recap()).toContain(`${String(OPENING.male + 2)} ${String(OPENING.female)}`);
});

test('out of another spreadsheet by its link, whose cells Sheets has read as days and numbers', async () => {
  await story.command('undoImport', {});
  const { id } = newSpreadsheet(story.workspace.runtimeFor(OWNER), { name: 'Rekap lama' });
  const file = story.workspace.store.get('spreadsheet', id);
  const sheet = file?.sheets[0]?.name ?? '';
  const cells = [HEADERS, line('Balang', '2026-06-01', 0, OPENING.male)].map((one) => one.split(';'));
  await type(story.workspace, tab(story.workspace, id, sheet), { row: 1, column: 1 }, cells, OWNER);
  const link = `https://docs.google.com/spreadsheets/d/${id}/edit`;
  const answer = await story.command('importMonths', { reason: link });
  expect(answer.text).toContain('1 laporan Kependudukan dari Rekap lama diimpor untuk Desa Balang.');
});
