import { askedOf } from '../../src/core/importChoices';
import type { ImportCells } from '../../src/core/importCells';
import { refusalText } from '../../src/core/importTold';
import { birthIn, dayIn } from '../../src/core/memberCells';
import { readMembers, type MembersRead } from '../../src/core/memberTable';
import { members } from '../../src/reports/members';
import { someSettings } from '../support/villageStory';

const settings = someSettings({
  villages: [
    { code: '63.11.06.2005', name: 'Balang', kind: 'desa' },
    { code: '63.11.06.2006', name: 'Kalahiang', kind: 'desa' },
  ],
});
const read = (tabs: Readonly<Record<string, ImportCells>>, choices: readonly string[] = []): MembersRead =>
  readMembers(
    Object.entries(tabs).map(([name, cells], _at, all) => ({ name, tab: all.length > 1 ? name : '', cells })),
    askedOf(['tabel', 'Pilihan:', ...choices].join('\n')),
    members,
    settings,
  );
const told = ({ problems }: MembersRead): string[] => problems.map(refusalText);

const HEADERS = [
  'No',
  'Nama',
  'NIK',
  'TTL',
  'L/P',
  'Pendidikan',
  'Status Kawin',
  'No HP',
  'Jabatan',
  'Regu',
  'No SK',
  'KTA',
  'SIM Linmas',
];
const ONE = [
  '1',
  'Contoh Satu',
  '6311061003859999',
  'Balang, 10-03-1985',
  'L',
  'SMA',
  'Kawin',
  '81234567890',
  'anggota',
  'Pengamanan',
  '12/2024',
  'K-1',
  'sudah',
];
const TWO = [
  '2',
  'Contoh Dua',
  '6311064107909999',
  'Balang 1 Juli 1990',
  'P',
  'S1',
  'Belum kawin',
  '0812 3456 7891',
  'Danru',
  'dapur umum',
  '',
  '',
  '-',
];

test('columns are known by their headers, cells read as the form would have them, and each reading told', () => {
  const { lines, problems, notes, open } = read(
    { Balang: [['DAFTAR ANGGOTA LINMAS'], HEADERS, ONE, TWO, ['', 'JUMLAH', '2']] },
    ['Kosong Terdaftar di SIM Linmas? = Belum'],
  );
  expect(problems).toEqual([]);
  expect(lines.map((line) => line.answers)).toEqual([
    {
      name: 'Contoh Satu',
      nik: '6311061003859999',
      sex: 'Laki-laki',
      birthPlace: 'Balang',
      birthDate: '1985-03-10',
      education: 'SLTA',
      marriage: 'Kawin',
      phone: '081234567890',
      position: 'Anggota',
      squad: 'Pengamanan',
      decreeNumber: '12/2024',
      card: 'K-1',
      registered: 'Ya',
    },
    expect.objectContaining({
      sex: 'Perempuan',
      birthDate: '1990-07-01',
      squad: 'Dapur Umum',
      registered: 'Belum',
      phone: '0812 3456 7891',
    }),
  ]);
  expect(lines.map(({ who, village, row }) => `${String(row)} ${village.name} ${who}`)).toEqual([
    '3 Balang C. S., NIK 631106**********',
    '4 Balang C. D., NIK 631106**********',
  ]);
  expect(notes).toContain('No. HP: angka 0 di depan hilang karena format angka, dibaca dengan 0 (1 baris).');
  expect(notes).toContain('Pendidikan terakhir: "SMA" dibaca SLTA (1 baris).');
  expect(open).toEqual(['registered']);
});

test('place and day side by side, the village in a column, what is empty by the NIK', () => {
  const headers = ['Nama Anggota', 'Desa', 'N I K', 'Tempat, Tgl Lahir', '', 'JK', ...HEADERS.slice(5)];
  const row = ['Contoh Satu', 'Kalahiang', ONE[2] ?? '', 'Balang', '1985-03-10', '', ...ONE.slice(5)];
  const { lines, problems } = read({ Data: [headers, row] }, [
    'Kolom C = NIK',
    'Kosong Jenis kelamin = menurut NIK',
  ]);
  expect(problems).toEqual([]);
  expect(lines[0]).toMatchObject({
    village: { name: 'Kalahiang' },
    answers: { birthPlace: 'Balang', birthDate: '1985-03-10', sex: 'Laki-laki' },
  });
});

test('what is no choice, empty, unknown or there twice is named; the person only by initials and a masked NIK', () => {
  const odd = ONE.map((cell) => (cell === 'anggota' ? 'Komandan Regu' : cell));
  const all = read({ Balang: [HEADERS, odd, TWO, TWO, ['3', 'Contoh Tiga', '12', 'Balang, 12-05-90']] });
  expect(told(all)).toEqual([
    'Baris 2 (Balang): C. S., NIK 631106**********: kosong atau tidak ada di daftar pilihan: Jabatan.',
    'Baris 3 (Balang): C. D., NIK 631106**********: kosong atau tidak ada di daftar pilihan: Terdaftar di SIM Linmas?.',
    'Baris 4 (Balang): C. D., NIK 631106**********: kosong atau tidak ada di daftar pilihan: Terdaftar di SIM Linmas?.',
    'Baris 5 (Balang): C. T.: tempat dan tanggal lahir tidak terbaca. Tulis misalnya Balang, 12-05-1990, dengan tahun empat angka.',
  ]);
  expect(all.odd).toEqual([{ question: 'position', value: 'Komandan Regu' }]);
  const chosen = ['Isi Jabatan Komandan Regu = Danru', 'Kosong Terdaftar di SIM Linmas? = Ya'];
  const better = read({ Balang: [HEADERS, odd, TWO, TWO] }, chosen);
  expect(better.lines.map((line) => line.answers['position'])).toEqual(['Danru', 'Danru']);
  expect(told(better)).toEqual([
    'Baris 4 (Balang): C. D., NIK 631106**********: NIK-nya sama dengan baris 3.',
  ]);
  const strange = read({
    Data: [
      [...HEADERS, 'Desa'],
      [...ONE, 'Balai'],
    ],
  });
  expect(told(strange)).toEqual(['Baris 2: C. S., NIK 631106**********: desanya tidak dikenal.']);
  expect(strange.strangers).toEqual(['Balai']);
});

test.each([
  ['6.31106E+15', ['6.31106E+15', '6311064107909999']],
  ['ends in 0', ['6311061003859990', '6311064107909990']],
])('a table whose NIKs a number format has spoilt (%s) is refused as a whole', (_name, niks) => {
  const rows = [ONE, TWO].map((row, at) =>
    row.map((cell, column) => (column === 2 ? (niks[at] ?? '') : cell)),
  );
  const all = read({ Balang: [HEADERS, ...rows] });
  expect(all.lines).toEqual([]);
  expect(told(all).join()).toMatch(/^Kolom C \(NIK\) ditolak: nomor rusak karena format angka/);
});

test('columns that are needed and not found are named; a tab a village', () => {
  expect(
    told(
      read({
        Data: [
          ['Nama', 'JK'],
          ['Contoh', 'L'],
        ],
      }),
    ),
  ).toEqual([
    'Kolom untuk NIK; Tanggal lahir; Tempat lahir belum ditemukan. Pilih kolomnya.',
    'Kolom desa belum ada. Pilih kolomnya, atau satu desa untuk seluruh tabel.',
  ]);
  expect(told(read({ Data: [['apa'], ['saja']] })).join()).toContain('Tidak ada kolom yang dikenali.');
  const { lines } = read({
    Balang: [HEADERS, ONE],
    Kalahiang: [HEADERS, TWO.map((cell) => (cell === '-' ? 'Ya' : cell))],
  });
  expect(lines.map(({ village, tab, place }) => [village.name, tab, place])).toEqual([
    ['Balang', 'Balang', 2],
    ['Kalahiang', 'Kalahiang', 10_002],
  ]);
});

test.each([
  ['1990-05-12', '1990-05-12'],
  ['12-05-1990', '1990-05-12'],
  ['12/5/1990', '1990-05-12'],
  ['12.05.1990', '1990-05-12'],
  ['12 Mei 1990', '1990-05-12'],
  ['12-Agt-1990', '1990-08-12'],
  ['12 agustus 1990', '1990-08-12'],
  ['05/25/1990', undefined],
  ['12-05-90', undefined],
  ['31-02-1990', undefined],
])('the day %s', (text, date) => {
  expect(dayIn(text)).toBe(date);
});

test('place and day of birth in one cell', () => {
  expect(birthIn('Paringin Timur, 12 Mei 1990')).toEqual({ place: 'Paringin Timur', date: '1990-05-12' });
  expect(birthIn('Balang/12-05-1990')).toEqual({ place: 'Balang', date: '1990-05-12' });
  expect(birthIn('12-05-1990')).toEqual({ place: '', date: '1990-05-12' });
  expect(birthIn('Balang')).toBeUndefined();
});
