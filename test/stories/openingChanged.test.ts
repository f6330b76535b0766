import { sleepUntil } from '../support/crashes';
import { differenceOf, storyState } from '../support/storyState';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
});

const told = (): string[] =>
  story.mails
    .filter((mail) => mail.to.includes(VILLAGES.balang.operator) && mail.subject.includes('Mohon diperiksa'))
    .map((mail) => mail.text ?? '');
const front = (): string => story.rows('Beranda').flat().join('\n');

/** Types the men of Balang at the end of June. */
async function openWith(men: number): Promise<void> {
  const rows = story.rows('Saldo Awal');
  const row = rows.findIndex((line) => line.join(' ').includes(VILLAGES.balang.code));
  const column = rows[row]?.indexOf(rows[row]?.find((cell) => /^6\d\d$/.test(cell)) ?? '') ?? 0;
  await story.type('Saldo Awal', row + 1, column + 1, String(men), OWNER);
}

test('an opening that changes under an accepted report is told to the village and to the Kasi, once each', async () => {
  expect(told()).toHaveLength(0);
  expect(front()).not.toContain('tidak lagi cocok');
  await openWith(OPENING.male + 2);
  expect(told()).toHaveLength(1);
  expect(told()[0]).toContain('berubah dari 610 L, 592 P, 351 KK menjadi 612 L, 592 P, 351 KK');
  expect(told()[0]).toContain('tetap dihitung');
  expect(told()[0]).toContain('Tertulis 610, hitungan kami 612');
  expect(story.rows('Kirim WA').flat().join('\n')).toContain('jumlah awal Juli 2026 Desa Balang berubah');
  expect(story.rows('Kepatuhan').flat().join(' ')).toContain('Tepat Waktu');
  expect(front()).toContain('Jumlah akhir Juli 2026 tidak lagi cocok sejak jumlah awalnya berubah: Balang');
  await openWith(OPENING.male + 3);
  expect(told()).toHaveLength(2);
  await openWith(OPENING.male + 2);
  expect(told()).toHaveLength(2);
  await story.advance('2026-08-04T08:30');
  const morning = story.mails.filter((mail) => mail.to.includes(KASI)).at(-1);
  expect(morning?.text).toContain('tidak lagi cocok');
});

test('a report that fits again takes the to-do away', async () => {
  await story.submit('balang', { answers: { closingMale: OPENING.male + 2 } });
  expect(front()).not.toContain('tidak lagi cocok');
  expect(told()).toHaveLength(2);
});

const all = (): string[] =>
  storyState(story, false).filter((line) => !/\/(Log|Perintah)\/|^property /.test(line));
const lineOf = (village: string): Record<string, string> =>
  story.records('Saldo Awal', ['Kode desa', 'Status']).find((row) => row['Kode desa'] === village) ?? {};
const recap = (name: string): string =>
  story
    .rows('Rekap Penduduk')
    .find((row) => row[1] === name)
    ?.join(' ') ?? '';

async function typeInLine(village: string, column: string, text: string, person = KASI): Promise<void> {
  const rows = story.rows('Saldo Awal');
  const row = rows.findIndex((line) => line[0] === village);
  await story.type('Saldo Awal', row + 1, (rows[0]?.indexOf(column) ?? -1) + 1, text, person);
}

test('without a balance the first report proposes it; the Kasi changes it, confirms it, and takes that back', async () => {
  const { code } = VILLAGES.other;
  for (const column of story.rows('Saldo Awal')[0] ?? [])
    if (!['Kode desa', 'Desa/Kelurahan'].includes(column)) await typeInLine(code, column, '', OWNER);
  await story.submit('other', {
    answers: {
      birthsMale: 4,
      closingMale: 504,
      closingFemale: 480,
      householdsClosing: 251,
      householdsNew: 1,
    },
  });
  expect(recap('Kalahiang')).toContain('menunggu saldo awal');
  expect(front()).toContain('Saldo awal menunggu konfirmasi (jalankan Saldo awal): Kalahiang');
  await story.pass('2026-08-06T01:10');
  expect(lineOf(code)).toMatchObject({
    'Akhir bulan': 'Juni 2026',
    'WNI laki-laki': '500',
    'WNI perempuan': '480',
    'WNA laki-laki': '0',
    'Jumlah KK': '250',
    Status: 'usulan',
  });
  expect(lineOf(code)['Sumber']).toMatch(
    /^Usulan dari laporan Juli 2026 nomor 2006-.*: 500 L, 480 P, 250 KK$/,
  );
  expect(recap('Kalahiang')).toContain('menunggu saldo awal');
  await typeInLine(code, 'WNI perempuan', '479');
  expect((await story.command('openings', { reason: 'tulis usulan' })).text).toContain(
    'Tidak ada usulan baru',
  );
  expect(lineOf(code)['WNI perempuan']).toBe('479');
  await typeInLine(code, 'WNI perempuan', '480');
  const said = await story.order({ Perintah: 'Saldo awal', Alasan: 'konfirmasi' });
  expect(said).toContain('1 saldo awal dikonfirmasi dan dipakai.');
  expect(lineOf(code)).toMatchObject({
    Status: 'dikonfirmasi',
    'Dikonfirmasi oleh': KASI,
    'Tanggal konfirmasi': '6 Agustus 2026',
  });
  expect(recap('Kalahiang')).toContain('500 480');
  expect(recap('Kalahiang')).not.toContain('menunggu');
  expect(front()).not.toContain('Saldo awal menunggu');
  const before = all();
  await story.command('rebuild');
  expect(differenceOf(before, all())).toEqual([]);
  const undone = await story.command('openings', { reason: 'batalkan konfirmasi', village: code });
  expect(undone.text).toContain('Konfirmasi 1 saldo awal dibatalkan');
  expect(recap('Kalahiang')).toContain('menunggu saldo awal');
  await story.command('openings', { reason: 'konfirmasi' });
  expect(recap('Kalahiang')).toContain('500 480');
});

test('a month that never came gets its closing from the Kasi; the next counts from it, until that is taken back', async () => {
  const { code } = VILLAGES.kelurahan;
  await sleepUntil(story, '2026-09-02T09:00');
  await story.submit('kelurahan', { period: '2026-08', answers: { closingMale: 600 } });
  expect(front()).toContain('Laporan Agustus 2026');
  const name = story.rows('Desa').find((row) => row[0] === code)?.[1] ?? '';
  expect(recap(name)).toContain('menunggu bulan sebelumnya');
  const fields = {
    Perintah: 'Tetapkan saldo akhir',
    Desa: `Kelurahan ${name}`,
    Bulan: 'Juli 2026',
    Alasan: 'operator berhenti; dihitung bersama lurah',
    'WNI L': '600',
    'WNI P': '592',
    KK: '351',
  };
  expect(await story.order(fields)).toContain('ditetapkan: 600 L, 592 P, 351 KK');
  expect(recap(name)).toContain('600 592');
  expect(recap(name)).not.toContain('menunggu');
  expect(story.villageRows('kelurahan', 'Status').flat().join('\n')).toContain('Awal Agustus: 1.192 jiwa');
  const help = story.form('kelurahan').items.map((item) => item.helpText);
  expect(help.join('\n')).toContain('Awal Agustus 2026: 600 L, 592 P, 351 KK');
  await story.type('Rekap Penduduk', 1, 2, 'Juli 2026', KASI);
  expect(recap(name)).toContain(
    'saldo akhir ditetapkan: 600 L, 592 P, 351 KK (operator berhenti; dihitung bersama lurah)',
  );
  // Its beginning is known all the same, and is the beginning of the year.
  expect(recap(name)).toContain(
    `${String(OPENING.male)} ${String(OPENING.female)} ${String(OPENING.households)}`,
  );
  const before = all();
  await story.command('rebuild');
  expect(differenceOf(before, all())).toEqual([]);
  const gone = { village: code, period: 'Juli 2026', reason: 'keliru' };
  expect((await story.command('unfixClosing', gone)).text).toContain('dibatalkan');
  await story.type('Rekap Penduduk', 1, 2, 'Agustus 2026', KASI);
  expect(recap(name)).toContain('menunggu bulan sebelumnya');
});
