import { cellsOfCsv, mappingLines, readImport } from '../../src/core/importTable';
import type { Village } from '../../src/core/settings';
import { CATALOGUE } from '../../src/reports';

const villages: readonly Village[] = [
  { code: '63.11.06.2005', name: 'Balang', kind: 'desa' },
  { code: '63.11.06.1019', name: 'Paringin Timur', kind: 'kelurahan' },
];
const HEADERS =
  'No;Desa/Kelurahan;Bulan;Lahir L;Lahir P;Mati L;Mati P;Datang L;Datang P;Pindah L;Pindah P;Jml KK akhir;Akhir L;Akhir P';
const read = (...lines: string[]) =>
  readImport(cellsOfCsv([HEADERS, ...lines].join('\n')), CATALOGUE, villages);

test('the mapping is proposed from the headers, whatever the office calls its columns', () => {
  const { mapping, lines, problems } = read('1;Desa Balang;Juni 2026;1;0;0;2;0;0;0;0;351;611;590');
  expect(problems).toEqual([]);
  expect(mapping?.type.id).toBe('population');
  expect(mapping && mappingLines(mapping, HEADERS.split(';'))).toContain(
    '"Lahir L" → Kelahiran laki-laki (WNI)',
  );
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
    },
  ]);
});

test('closing totals of WNI and WNA are added; flows of foreigners open their branch', () => {
  const headers = HEADERS.replace('Akhir L;Akhir P', 'Akhir WNI L;Akhir WNA L;Akhir WNI P;Akhir WNA P');
  const foreign = ['Lahir', 'Mati', 'Datang', 'Pindah']
    .flatMap((one) => [`${one} WNA L`, `${one} WNA P`])
    .join(';');
  const line = '1;Balang;06/2026;1;0;0;2;0;0;0;0;351;608;3;590;0;0;0;0;0;1;0;0;0';
  const { lines, problems } = readImport(cellsOfCsv(`${headers};${foreign}\n${line}`), CATALOGUE, villages);
  expect(problems).toEqual([]);
  expect(lines[0]?.answers).toMatchObject({
    closingMale: '611',
    closingFemale: '590',
    foreignerChanges: 'Ya',
    foreignArrivalsMale: '1',
  });
});

test.each([
  ['Juni 2026', '2026-06'],
  ['2026-06', '2026-06'],
  ['2026-06-01', '2026-06'],
  ['6/2026', '2026-06'],
])('the month %s', (text, period) => {
  expect(read(`1;Balang;${text};0;0;0;0;0;0;0;0;351;611;590`).lines[0]?.period).toBe(period);
});

test('a line without village, month, or told twice is named; sums and empty lines are passed over', () => {
  const { lines, problems } = read(
    '1;Balai;Juni 2026;0;0;0;0;0;0;0;0;1;1;1',
    '2;Balang;bulan lalu;0;0;0;0;0;0;0;0;1;1;1',
    '3;Balang;Juni 2026;0;0;0;0;0;0;0;0;351;610;592',
    '4;Balang;Juni 2026;0;0;0;0;0;0;0;0;351;610;592',
    ';JUMLAH;;0;0;0;0;0;0;0;0;351;610;592',
    '',
  );
  expect(lines.map((line) => line.row)).toEqual([4]);
  expect(problems).toEqual([
    'Baris 2: desa "Balai" tidak dikenal.',
    'Baris 3: bulan "bulan lalu" tidak dikenal.',
    'Baris 5: desa dan bulannya sama dengan baris 4.',
  ]);
});

test('columns that are needed and not found are named, nothing is guessed', () => {
  const { lines, problems } = readImport(
    cellsOfCsv('Desa;Bulan;Lahir L\nBalang;Juni 2026;1'),
    CATALOGUE,
    villages,
  );
  expect(lines).toEqual([]);
  expect(problems.join()).toContain('Kelahiran perempuan (WNI)');
  expect(readImport([['apa', 'saja']], CATALOGUE, villages).problems.join()).toContain(
    'Tidak ada kolom yang dikenali',
  );
});

test.each([
  ['6.31106E+15', ['6.31106E+15', '6311061508909999'], 'nomor rusak karena format angka'],
  ['more than half end in 0', ['6311061508909990', '6311061508909980', '6311061508909999'], 'nomor rusak'],
  ['sound ones', ['6311061508909999', '6311065508909999'], 'tidak diimpor'],
])('a column of NIK (%s) is refused', (_name, niks, words) => {
  const text = ['NIK;Desa;Bulan', ...niks.map((nik) => `${nik};Balang;Juni 2026`)].join('\n');
  expect(readImport(cellsOfCsv(text), CATALOGUE, villages).problems.join()).toContain(words);
});

test('CSV with quotes, line breaks in cells, commas', () => {
  expect(cellsOfCsv('a,"b, c","d ""e"""\r\n"f\ng",h,')).toEqual([
    ['a', 'b, c', 'd "e"'],
    ['f\ng', 'h', ''],
  ]);
});
