import type { DialogSpec } from '../../src/flows/dialog';
import { sleepUntil } from '../support/crashes';
import { fileOf } from '../support/officeFile';
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
  line('Kalahiang', 'Mei 2026', 0, 640).replace('640', 'kira-kira 640'),
  line('Balai', 'Juli 2026', 0, 600),
].join('\n');
const all = (): string[] =>
  storyState(story, false).filter((text) => !/\/(Log|Perintah|Hasil impor)\/|^property /.test(text));
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
/** The dialog that follows when a source has been looked at. */
async function look(reason: string, person = OWNER): Promise<DialogSpec> {
  const answer = await story.command('lookAtImport', { reason }, person);
  if (answer.next === undefined) throw new Error(answer.text);
  return answer.next;
}
const REFUSED = [
  'Baris 4 (Kalahiang, Juli 2026): bulan ini sudah ada laporannya; laporan itu yang dipakai.',
  expect.stringMatching(/^Baris 5 \(Kalahiang, Mei 2026\): .*"kira-kira 640"/),
  'Baris 6: desa "Balai" tidak dikenal.',
];

test('looked at first, by anybody: what can come in, every refused line, what can be chosen; nothing changes', async () => {
  const before = [...all(), ...story.rows('Perintah').flat()];
  for (const person of [OWNER, KASI]) {
    const { introduction, lines, fields, action } = await look(TABLE, person);
    expect(introduction).toContain('2 baris dapat diimpor sebagai Kependudukan, 3 hal perlu dilihat');
    expect(lines).toEqual(REFUSED);
    expect(action).toBe('Impor 2 laporan');
    const lists = fields.map(({ label, value }) => `${label} = ${value ?? ''}`);
    expect(lists).toContain('"Balai" adalah = ');
    expect(lists).toContain('Kolom C: Lahir L = Kelahiran laki-laki (WNI)');
  }
  expect([...all(), ...story.rows('Perintah').flat()]).toEqual(before);
});

test('looked at by a row: the same words, and all that is refused in a tab of its own', async () => {
  const before = all();
  const said = await story.order({ Perintah: 'Periksa impor', Alasan: TABLE }, KASI);
  expect(said).toContain('2 baris dapat diimpor sebagai Kependudukan, 3 hal perlu dilihat');
  expect(said).toContain('"Lahir L" (kolom C) → Kelahiran laki-laki (WNI)');
  const rows = story.records('Hasil impor', ['Baris']);
  expect(rows).toMatchObject([
    { Baris: '4', 'Desa/Kelurahan': 'Kalahiang', Bulan: 'Juli 2026' },
    { Baris: '5', 'Desa/Kelurahan': 'Kalahiang', Bulan: 'Mei 2026' },
    { Baris: '6', 'Yang perlu dilihat': 'desa "Balai" tidak dikenal.' },
  ]);
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
  const wrong = await story.command('lookAtImport', { reason: `${TABLE}\nPilihan:\nKolm C = x` }, KASI);
  expect(wrong).toMatchObject({ done: false });
  expect(wrong.text).toContain('Pilihan "Kolm C = x" tidak dikenal.');
});

test('what is read otherwise than it is written is told before it comes in', async () => {
  const written = line('Balang', 'Maret 2026', 0, 1204).replace(';1204;', ';1.204;');
  const preview = await look([HEADERS, written].join('\n'), KASI);
  expect(preview.action).toBe('Impor 1 laporan');
  expect(preview.introduction).toContain('Tidak ada yang ditolak; lalu yang dibaca lain dari tulisannya:');
  expect(preview.lines).toEqual([
    'Balang, Maret 2026: Jumlah seluruh penduduk akhir bulan, laki-laki: tertulis "1.204", dibaca 1204.',
  ]);
});

test('a column of NIK that Excel has cut to fifteen digits is refused as spoilt, the figures beside it are not', async () => {
  const niks = ['6311061508909990', '6311065508909990', '6311061708909999'];
  const rows = niks.map((nik, at) => `${nik};${line('Balang', `0${String(at + 1)}/2026`, 0, OPENING.male)}`);
  const link = await fileOf(story, 'Data lama', {
    Data: [`NIK;${HEADERS}`, ...rows].map((one) => one.split(';')),
  });
  const { lines, action } = await look(link);
  expect(lines).toEqual([
    'Kolom A "NIK" ditolak: nomor rusak karena format angka (seperti 6.31106E+15 atau berakhir 0). Ambil lagi dari sumbernya sebagai teks.',
  ]);
  expect(action).toBe('Impor 3 laporan');
});

test('pasted text with a NIK is not taken and stands nowhere, one that was written as a number is refused', async () => {
  const row = line('Balang', 'Maret 2026', 0, OPENING.male);
  const pasted = (nik: string): string => [`NIK;${HEADERS}`, `${nik};${row}`].join('\n');
  const before = storyState(story, false);
  for (const command of ['lookAtImport', 'importMonths']) {
    const answer = await story.command(command, { reason: pasted('631106 150890 9999') }, KASI);
    expect(answer).toMatchObject({ done: false });
    expect(answer.text).toContain('Teks yang ditempel memuat NIK atau nomor KK');
  }
  expect(differenceOf(before, storyState(story, false))).toEqual([]);
  expect((await look(pasted('6.31106E+15'), KASI)).lines[0]).toContain('nomor rusak karena format angka');
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

/** An office's recap of one month a tab: title, headers of two rows, thousands, dashes, a village by another name. */
const monthly = (births: string, male: string): string[][] =>
  [
    'REKAP PENDUDUK TAHUN 2026',
    'No;Nama Desa;Lahir;;Mati;;Datang;;Pindah;;Jumlah Penduduk;;KK;Ket.',
    ';;L;P;L;P;L;P;L;P;L;P;;',
    `1;Ds. Balang Lama;${births};-;0;0;0;0;0;0;${male};592;351;tanpa catatan`,
    `;JUMLAH;${births};0;0;0;0;0;0;0;${male};592;351;`,
  ].map((one) => one.split(';'));

test('out of a file of one month a tab: tab, name and dashes chosen in the dialog, ordered by the Kasi, noted', async () => {
  await story.command('undoImport', {});
  const tabs = { Mei: monthly('0', '1.204'), Juni: monthly('2', '1.206'), Catatan: [['Dari Excel lama']] };
  const link = `${await fileOf(story, 'Rekap lama', tabs)}#gid=71`;
  const first = await look(link);
  expect(first.introduction).toContain('0 baris dapat diimpor');
  expect(first.lines).toEqual([
    'Baris 4: desa "Ds. Balang Lama" tidak dikenal.',
    'Jumlah tidak dibaca, dihitung sendiri: baris 5.',
  ]);
  const value = (label: string): string | undefined => first.fields.find((one) => one.label === label)?.value;
  expect(value('Tab yang diimpor')).toBe('Juni');
  expect(value('Bulan seluruh tabel')).toBe('Juni 2026');
  expect(value('"Ds. Balang Lama" adalah')).toBe('');
  expect(value('Sel kosong atau "-"')).toBe('ditolak');
  expect(value('Kolom N: Ket.')).toBe('tidak dipakai');
  const chosen = ['Tab = semua tab', 'Nama Ds. Balang Lama = Desa Balang', 'Sel kosong = dibaca 0'];
  const reason = [link, 'Pilihan:', ...chosen].join('\n');
  const second = await look(reason);
  expect(second).toMatchObject({ action: 'Impor 2 laporan', given: { reason: link } });
  // What is refused first, then what is read otherwise than it is written.
  expect(second.lines).toEqual([
    expect.stringContaining('Tab Catatan: Tidak ada kolom yang dikenali.'),
    expect.stringMatching(/^Balang, Mei 2026: Sel kosong dibaca 0: /),
    expect.stringMatching(/^Balang, Juni 2026: Sel kosong dibaca 0: /),
    'Tab Mei: Jumlah tidak dibaca, dihitung sendiri: baris 5.',
    'Tab Juni: Jumlah tidak dibaca, dihitung sendiri: baris 5.',
  ]);

  // The file is the office's own: the Kasi cannot look into it, but order it all the same.
  const unseen = await story.command('lookAtImport', { reason }, KASI);
  expect(unseen.text).toContain(`tidak dapat dibuka dengan akun ${KASI}`);
  expect(await story.command('importMonths', { reason }, KASI)).toMatchObject({ done: true });
  const row = story.rows('Perintah').findIndex((cells) => cells[3] === reason);
  await story.type('Perintah', row + 1, 11, 'TRUE', KASI);
  expect(story.rows('Perintah')[row]?.[11]).toContain(
    '2 laporan Kependudukan dari Rekap lama diimpor untuk Desa Balang.',
  );
  expect(states().filter((state) => state.includes('Diterima'))).toHaveLength(2);
  expect(
    story
      .records('Log', ['Kejadian'])
      .filter((one) => one['Kejadian'] === 'Impor')
      .at(-1),
  ).toMatchObject({
    Pelaku: KASI,
    Baru: chosen.join('; '),
    Alasan: 'Impor dari Rekap lama',
  });
  const kept = story.records('Keputusan', ['Keputusan']).at(-1)?.['Pengaturan'] ?? '';
  // Sheets has read the thousands of the file as figures; the dash was read because it was chosen so.
  expect(kept).toContain('"closingMale":1206');
  expect(kept).toContain('Sel kosong dibaca 0: Kelahiran perempuan (WNI).');
});

/** Flows of nobody, the closing of boys and men, and the rest of a month. */
const still = (male: string): string[] => [
  ...'0'.repeat(8).split(''),
  male,
  String(OPENING.female),
  String(OPENING.households),
];
const FIGURES = HEADERS.split(';').slice(2, 10).concat('Akhir L', 'Akhir P', 'KK akhir');
const over = (month: string): string[] => [month, ...FIGURES.slice(1).map(() => '')];

test.each([
  [
    'in one row',
    [
      [
        'Desa',
        ...['Januari', 'Februari', 'Jumlah'].flatMap((one) => FIGURES.map((name) => `${name} ${one}`)),
      ],
    ],
  ],
  [
    'over their figures',
    [
      ['Desa', ...['Januari', 'Februari', 'Jumlah'].flatMap(over)],
      ['', ...FIGURES, ...FIGURES, ...FIGURES],
    ],
  ],
])(
  'months side by side, %s: refused cells by line and month, sums and empty months left out',
  async (_name, headers) => {
    const male = String(OPENING.male);
    const table = [
      ['REKAP TAHUN 2026'],
      ...headers,
      ['Balang', ...still(male), ...FIGURES.map(() => ''), ...still(male)],
      ['Kalahiang', ...still('kira-kira 600'), ...still(male), ...still(male)],
      ['JUMLAH', ...still(male), ...still(male), ...still(male)],
    ];
    const text = table.map((row) => row.join(';')).join('\n');
    const { lines, action, fields } = await look(text, KASI);
    expect(action).toBe('Impor 2 laporan');
    expect(lines).toEqual([
      expect.stringMatching(/^Baris \d \(Kalahiang, Januari 2026\): .*"kira-kira 600"/),
      expect.stringMatching(/^Jumlah tidak dibaca, dihitung sendiri: baris \d, kolom X, /),
      'Kosong, jadi tidak diimpor dan tidak dibaca 0: Februari 2026 (Balang).',
    ]);
    const value = (label: string): string | undefined => fields.find((one) => one.label === label)?.value;
    expect(value('Isian Lahir L')).toBe('Kelahiran laki-laki (WNI)');
    expect(value('Judul Januari')).toBe('Januari 2026');
    expect(value('Susunan tabel')).toBe('bulan bersebelahan');
    const chosen = `${text}\nPilihan:\nJudul Februari = dilewati`;
    expect((await look(chosen)).action).toBe('Impor 1 laporan');
    const done = await story.command('importMonths', { reason: chosen });
    expect(done.text).toContain('1 laporan Kependudukan dari teks CSV diimpor untuk Desa Balang.');
    expect(done.text).toContain('(Kalahiang, Januari 2026)');
    expect(states()).toContain('Januari 2026 ✓ Diterima (dari impor, menunggu saldo awal)');
    expect((await story.command('undoImport', {})).done).toBe(true);
  },
);
