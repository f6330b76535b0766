import { b3Headers, B3_HEADERS } from '../../src/core/draw/population';
import { cellsOfCsv, columnLetter } from '../../src/core/importCells';
import { askedOf } from '../../src/core/importChoices';
import { periodIn, periodNamed } from '../../src/core/importMonths';
import { readImport, withoutTwins, type ImportRead } from '../../src/core/importTable';
import { mappingLines, refusalText } from '../../src/core/importTold';
import type { Village } from '../../src/core/settings';
import { CATALOGUE } from '../../src/reports';

const villages: readonly Village[] = [
  { code: '63.11.06.2005', name: 'Balang', kind: 'desa' },
  { code: '63.11.06.1019', name: 'Paringin Timur', kind: 'kelurahan' },
];
const HEADERS =
  'No;Desa/Kelurahan;Bulan;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;Jml KK akhir;Akhir L;Akhir P';

/** A table with what was chosen about it, a line each. */
const readTable = (text: string, choices: readonly string[] = [], tab = ''): ImportRead =>
  readImport(
    [{ name: tab, tab: '', cells: cellsOfCsv(text) }],
    askedOf(['tabel', 'Pilihan:', ...choices].join('\n')),
    CATALOGUE,
    villages,
  );
const read = (...lines: string[]): ImportRead => readTable([HEADERS, ...lines].join('\n'));
const told = ({ problems }: ImportRead): string[] => problems.map(refusalText);

test('the mapping is proposed from the headers, whatever the office calls its columns', () => {
  const { layout, lines, problems } = read('1;Desa Balang;Juni 2026;1;0;0;2;0;0;0;0;351;611;590');
  expect(problems).toEqual([]);
  expect(layout?.type.id).toBe('population');
  expect(layout && mappingLines(layout)).toContain('"Lahir L" (kolom D) → Kelahiran laki-laki (WNI)');
  expect(layout && mappingLines(layout).at(-1)).toBe('Tidak dipakai: "No" (kolom A).');
  expect(lines).toMatchObject([
    {
      row: 2,
      period: '2026-06',
      village: { code: '63.11.06.2005' },
      answers: {
        birthsMale: '1',
        deathsFemale: '2',
        householdsClosing: '351',
        closingMale: '611',
        foreignerChanges: 'Tidak',
      },
      notes: [],
    },
  ]);
});

test('closing totals of WNI and WNA are added, sums beside them are not; flows of foreigners open their branch', () => {
  const headers = HEADERS.replace(
    'Akhir L;Akhir P',
    'Akhir WNI L;Akhir WNA L;Akhir WNI P;Akhir WNA P;Akhir L;Akhir P;Akhir L/P',
  );
  const foreign = ['Lahir', 'Mati', 'Datang', 'Pindah']
    .flatMap((one) => [`${one} WNA L`, `${one} WNA P`])
    .join(';');
  const line = '1;Balang;06/2026;1;0;0;2;0;0;0;0;351;608;3;590;0;611;590;1201;0;0;0;0;1;0;0;0';
  const { lines, problems } = readTable(`${headers};${foreign}\n${line}`);
  expect(problems).toEqual([]);
  expect(lines[0]?.answers).toMatchObject({
    closingMale: '611',
    closingFemale: '590',
    foreignerChanges: 'Ya',
    foreignArrivalsMale: '1',
  });
  const strange = readTable(`${headers};${foreign}\n${line.replace(';608;3;', ';608;tiga;')}`);
  expect(strange.lines[0]?.answers['closingMale']).toBe('tiga');
});

test.each([
  ['Juni 2026', '2026-06'],
  ['2026-06', '2026-06'],
  ['2026-06-01', '2026-06'],
  ['6/2026', '2026-06'],
  ['Jun 2026', '2026-06'],
])('the month %s', (text, period) => {
  expect(read(`1;Balang;${text};0;0;0;0;0;0;0;0;351;611;590`).lines[0]?.period).toBe(period);
});

test('months with their year beside, of a title, of a tab', () => {
  expect(['7', 'Juli', 'AGT', '13', 'bulan lalu'].map((text) => periodIn(text, '2025'))).toEqual([
    '2025-07',
    '2025-07',
    '2025-08',
    undefined,
    undefined,
  ]);
  expect(periodNamed('REKAPITULASI BULAN: JULI 2025')).toBe('2025-07');
  expect(periodNamed('Juli', '2025')).toBe('2025-07');
  expect(periodNamed('Januari s.d. Juni 2025')).toBeUndefined();
});

test('a line without village, month, or told twice is named; sums and empty lines are passed over', () => {
  const all = read(
    '1;Balai;Juni 2026;0;0;0;0;0;0;0;0;1;1;1',
    '2;Balang;bulan lalu;0;0;0;0;0;0;0;0;1;1;1',
    '3;Balang;Juni 2026;0;0;0;0;0;0;0;0;351;610;592',
    '4;Balang;Juni 2026;0;0;0;0;0;0;0;0;351;610;592',
    ';JUMLAH;;0;0;0;0;0;0;0;0;351;610;592',
    ';;;;;;;;;;;;;',
    ';;;;;;;;;;;Camat Paringin;;',
    '',
  );
  const { lines, problems } = withoutTwins(all.lines);
  expect(lines.map((line) => line.row)).toEqual([4]);
  expect([...told(all), ...problems.map(refusalText)]).toEqual([
    'Baris 2: desa "Balai" tidak dikenal.',
    'Baris 3: bulan "bulan lalu" tidak dikenal.',
    'Baris 8: desa "" tidak dikenal.',
    'Baris 5 (Balang, Juni 2026): desa dan bulannya sama dengan baris 4.',
  ]);
  expect(all.strangers).toEqual(['Balai']);
});

/** An office's own recap: title rows, groups over their columns, the month in the title, thousands, a name of its own. */
const RECAP = [
  'REKAPITULASI PENDUDUK KECAMATAN PARINGIN;;;;;;;;;;;;',
  'BULAN JULI 2025;;;;;;;;;;;;',
  ';;;;;;;;;;;;',
  'No;Nama Desa;Lahir;;Mati;;Datang;;Pindah;;Jumlah Penduduk;;KK',
  ';;L;P;L;P;L;P;L;P;L;P;',
  '1;2;3;4;5;6;7;8;9;10;11;12;13',
  '1;Balang;1;-;0;0;0;0;0;0;1.204;592;351',
  '2;Prg. Timur;0;0;0;0;0;0;0;0;800;790;512',
  ';JUMLAH;1;0;0;0;0;0;0;0;2.004;1.382;863',
].join('\n');

test('headers of two rows below titles are found; the month of the title counts for the whole table', () => {
  const { layout, lines, strangers, hasBlanks } = readTable(RECAP);
  expect(layout).toMatchObject({ headers: { from: 4, to: 5 }, period: '2025-07' });
  expect(layout?.names.slice(0, 5)).toEqual(['No', 'Nama Desa', 'Lahir L', 'Lahir P', 'Mati L']);
  expect(lines).toMatchObject([
    {
      row: 7,
      answers: { birthsMale: '1', birthsFemale: '-', closingMale: '1204', householdsClosing: '351' },
    },
  ]);
  expect(lines[0]?.notes).toEqual([
    'Jumlah seluruh penduduk akhir bulan, laki-laki: tertulis "1.204", dibaca 1204.',
  ]);
  expect(strangers).toEqual(['Prg. Timur']);
  expect(hasBlanks).toBe(true);
});

test('a month of the title that Sheets has made a day of counts, the day of a print does not', () => {
  const table = RECAP.replace('BULAN JULI 2025;', 'BULAN;2025-07-01;Dicetak;2025-09-05');
  expect(readTable(table).layout).toMatchObject({ headers: { from: 4, to: 5 }, period: '2025-07' });
});

test('what a person chose counts: the month, a name, empty cells, a column', () => {
  const choices = [
    'Bulan = Agustus 2025',
    'Nama Prg. Timur = Kelurahan Paringin Timur',
    'Sel kosong = dibaca 0',
    'Kolom C = tidak dipakai',
    'kolom a = kelahiran laki-laki (WNI)',
  ];
  const { lines, problems } = readTable(RECAP, choices);
  expect(problems).toEqual([]);
  expect(lines.map(({ village, period }) => `${village.name} ${period}`)).toEqual([
    'Balang 2025-08',
    'Paringin Timur 2025-08',
  ]);
  expect(lines.map(({ answers }) => answers['birthsMale'])).toEqual(['1', '2']);
  expect(lines[0]?.notes).toContain('Sel kosong dibaca 0: Kelahiran perempuan (WNI).');
  expect(readTable(RECAP, ['Nama Prg. Timur = dilewati']).problems).toEqual([]);
});

test('a choice that does not fit the table is told, and nothing is read', () => {
  const wrong = readTable(RECAP, [
    'Bulan = bulan lalu',
    'Desa = Balai',
    'Kolom C = Bayi',
    'Kolom ZZ = Bulan',
    'Baris judul = 99',
    'Laporan = Cuaca',
  ]);
  expect(wrong.lines).toEqual([]);
  expect(told(wrong).join('\n')).toContain('Laporan "Cuaca" tidak dapat diimpor.');
  expect(told(wrong).join('\n')).toContain('Kolom C: laporan Kependudukan tidak mempunyai isian "Bayi".');
  expect(told(wrong).join('\n')).toContain('Kolom ZZ tidak ada di tabel.');
  expect(told(wrong).join('\n')).toContain('Bulan "bulan lalu" tidak dikenal.');
  expect(told(wrong).join('\n')).toContain('Desa "Balai" tidak dikenal.');
  expect(told(wrong).join('\n')).toContain('Baris judul "99" tidak ada di tabel.');
  expect(askedOf('Rekap\nPilihan:\nKolm C: x').problems.join()).toContain(
    'Pilihan "Kolm C: x" tidak dikenal.',
  );
  expect(askedOf('Rekap 2025 Pilihan: Bulan = Juli 2025; Sel kosong = 0')).toMatchObject({
    source: 'Rekap 2025',
    choices: { bulan: 'Juli 2025', 'sel kosong': '0' },
    problems: [],
  });
  expect(askedOf('Rekap 2025')).toEqual({ source: 'Rekap 2025', choices: {}, written: [], problems: [] });
});

const GROUPS = [['', 'B.3'], ...b3Headers()].map((row) => row.map(String).join(';'));
/** Openings, flows and closings that agree: one birth of a WNI, one arrival of a WNA. */
const B3_LINE = ['1', 'Balang', 0, 0, 610, 592, 351, 851, 1202];
const B3_FLOWS = [0, 0, 1, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0];
const B3_ROW = [...B3_LINE, ...B3_FLOWS, 1, 0, 611, 592, 351, 853, 1204, ''].join(';');
const NUMBERS = Array.from({ length: 33 }, (_unused, at) => String(at + 1)).join(';');
const B3_ANSWERS = {
  birthsMale: '1',
  foreignArrivalsMale: '1',
  foreignerChanges: 'Ya',
  householdsClosing: '351',
  closingMale: '612',
  closingFemale: '592',
};

test.each([
  ['by its headers and the numbers of its columns', [...GROUPS, NUMBERS, B3_ROW]],
  ['by its headers alone', [...GROUPS, B3_ROW]],
  ['by the numbers alone', ['B.3', NUMBERS.replace(/\d+/g, '($&)'), B3_ROW]],
  [
    'with headers of three rows, as OpenSID prints them',
    [
      'No;Dusun/Lingkungan;Jumlah Penduduk Awal Bulan Ini;;;;;;;Tambahan Bulan Ini;;;;;;;;Pengurangan Bulan Ini;;;;;;;;Jumlah Penduduk Akhir Bulan Ini;;;;;;;Ket',
      ';;WNA;;WNI;;Jml KK;Jml Anggota Keluarga;Jml Jiwa (7+8);Lahir;;;;Datang;;;;Meninggal;;;;Pindah;;;;WNA;;WNI;;Jml KK;Jml Anggota Keluarga;Jml Jiwa (30+31);',
      ';;L;P;L;P;;;;WNA L;WNA P;WNI L;WNI P;WNA L;WNA P;WNI L;WNI P;WNA L;WNA P;WNI L;WNI P;WNA L;WNA P;WNI L;WNI P;L;P;L;P;;;;',
      B3_ROW,
    ],
  ],
])('B.3 with its 33 columns, %s', (_name, rows) => {
  const { lines, problems, layout } = readTable(rows.join('\n'), [], 'Juli 2026');
  expect(problems).toEqual([]);
  expect(lines).toMatchObject([{ period: '2026-07', village: { name: 'Balang' }, answers: B3_ANSWERS }]);
  expect(layout?.uses.filter((use) => use !== undefined)).toHaveLength(1 + 16 + 4 + 1);
  expect(B3_HEADERS).toHaveLength(30);
});

test('one village a table: named in the title, months in their column, the year above', () => {
  const table = [
    'LAPORAN DESA BALANG TAHUN 2025',
    HEADERS.replace('No;Desa/Kelurahan;', ''),
    'Januari;0;0;0;0;0;0;0;0;351;610;592',
    'Februari;1;0;0;0;0;0;0;0;351;611;592',
  ];
  const { lines, problems } = readTable(table.join('\n'));
  expect(problems).toEqual([]);
  expect(lines.map(({ village, period }) => `${village.name} ${period}`)).toEqual([
    'Balang 2025-01',
    'Balang 2025-02',
  ]);
});

test('columns that are needed and not found are named, nothing is guessed', () => {
  const few = readTable('Desa;Bulan;Lahir L\nBalang;Juni 2026;1');
  expect(few.lines).toEqual([]);
  expect(told(few).join()).toContain('Kelahiran perempuan (WNI)');
  expect(told(readTable('apa;saja')).join()).toContain('Tidak ada kolom yang dikenali');
  const alone = told(readTable('Lahir L;Lahir P\n1;2'));
  expect(alone.join()).toContain('Kolom desa belum ada.');
  expect(alone.join()).toContain('Kolom bulan belum ada.');
});

test.each([
  ['6.31106E+15', ['6.31106E+15', '6311061508909999'], 'nomor rusak karena format angka'],
  ['more than half end in 0', ['6311061508909990', '6311061508909980', '6311061508909999'], 'nomor rusak'],
  ['sound ones', ['6311061508909999', '6311065508909999'], 'tidak diimpor'],
])('a column of NIK (%s) is refused', (_name, niks, words) => {
  const text = ['NIK;Desa;Bulan', ...niks.map((nik) => `${nik};Balang;Juni 2026`)].join('\n');
  expect(told(readTable(text)).join()).toContain(words);
});

test('no number of a person is quoted', () => {
  const odd = told(read('1;6311061508909999;Juni 2026;0;0;0;0;0;0;0;0;351;611;590')).join();
  expect(odd).toContain('desa "631106**********" tidak dikenal');
});

test('CSV with quotes, line breaks in cells, commas', () => {
  expect(cellsOfCsv('a,"b, c","d ""e"""\r\n"f\ng",h,')).toEqual([
    ['a', 'b, c', 'd "e"'],
    ['f\ng', 'h', ''],
  ]);
  expect([0, 25, 26, 32].map(columnLetter)).toEqual(['A', 'Z', 'AA', 'AG']);
});
