import type { ImportCells } from '../../src/core/importCells';
import { askedOf } from '../../src/core/importChoices';
import { shapeOf } from '../../src/core/importLayout';
import { readImport, type ImportRead } from '../../src/core/importTable';
import { mappingLines, refusalText } from '../../src/core/importTold';
import type { Village } from '../../src/core/settings';
import { CATALOGUE } from '../../src/reports';

const villages: readonly Village[] = [
  { code: '63.11.06.2005', name: 'Balang', kind: 'desa' },
  { code: '63.11.06.1019', name: 'Paringin Timur', kind: 'kelurahan' },
];
const FIGURES = ['Lahir', 'Mati', 'Datang', 'Pindah', 'Akhir'].flatMap((one) => [`${one} L`, `${one} P`]);
const ALL = [...FIGURES, 'KK'];

const readTabs = (tabs: Readonly<Record<string, ImportCells>>, choices: readonly string[] = []): ImportRead =>
  readImport(
    Object.entries(tabs).map(([name, cells], _at, all) => ({ name, tab: all.length > 1 ? name : '', cells })),
    askedOf(['tabel', 'Pilihan:', ...choices].join('\n')),
    CATALOGUE,
    villages,
  );
const readTable = (cells: ImportCells, choices: readonly string[] = [], tab = 'Rekap'): ImportRead =>
  readTabs({ [tab]: cells }, choices);
const told = ({ problems }: ImportRead): string[] => problems.map(refusalText);
const seen = ({ lines }: ImportRead): string[] =>
  lines.map(({ row, village, period, answers }) => {
    const { birthsMale, closingMale, householdsClosing } = answers;
    return [row, village.name, period, birthsMale, closingMale, householdsClosing].join(' ');
  });
/** A month's figures: births of boys, all other flows 0, the closing, households. */
const month = (births: string, male = '610'): string[] =>
  [births, ...'0'.repeat(7), male, '590', '351'].map((one) => (births === '' ? '' : one));

test('one row of headers: the month before or behind the figure, shortened or as a day', () => {
  const over = (name: (figure: string) => string): string[] => ALL.map(name);
  const headers = [
    'No',
    'Desa',
    ...over((one) => `Januari 2025 ${one}`),
    ...over((one) => `${one} (Feb 2025)`),
    ...over((one) => `2025-03-01 ${one}`),
    ...over((one) => `JUMLAH ${one}`),
  ];
  const line = ['1', 'Desa Balang', ...month('1'), ...month('2'), ...month('3'), ...month('6')];
  const read = readTable([headers, line]);
  expect(told(read)).toEqual([]);
  expect(seen(read)).toEqual([
    '2 Balang 2025-01 1 610 351',
    '2 Balang 2025-02 2 610 351',
    '2 Balang 2025-03 3 610 351',
  ]);
  expect(read.layout && mappingLines(read.layout)[0]).toBe(
    '"Lahir L" (tiap bulan) → Kelahiran laki-laki (WNI)',
  );
  expect(read.left.join()).toMatch(
    /^Jumlah tidak dibaca, dihitung sendiri: kolom AJ, kolom AK, .*kolom AT\.$/,
  );
});

const merged = (text: string, width: number): string[] => [
  text,
  ...Array.from({ length: width - 1 }, () => ''),
];
const TWO_ROWS: ImportCells = [
  ['REKAPITULASI PENDUDUK TAHUN 2025'],
  ['No', 'Desa/Kelurahan', ...merged('Januari', 11), ...merged('Februari', 11), ...merged('JUMLAH', 11)],
  ['', '', ...ALL, ...ALL, ...ALL],
  ['1', 'Balang', ...month('1', '1.204'), ...month(''), ...month('1')],
  ['2', 'Prg. Timur', ...month('0'), ...month('2', 'kira-kira 800'), ...month('2')],
  ['', 'JUMLAH', ...month('1'), ...month('2'), ...month('3')],
];

test('two rows of headers, the month merged over its figures; an empty month is none, sums are left out and told', () => {
  const read = readTable(TWO_ROWS, ['Nama Prg. Timur = Paringin Timur']);
  expect(told(read)).toEqual([]);
  expect(seen(read)).toEqual([
    '4 Balang 2025-01 1 1204 351',
    '5 Paringin Timur 2025-01 0 610 351',
    '5 Paringin Timur 2025-02 2 kira-kira 800 351',
  ]);
  expect(read.left[0]).toMatch(/^Jumlah tidak dibaca, dihitung sendiri: baris 6, kolom Y, /);
  expect(read.left[1]).toBe('Kosong, jadi tidak diimpor dan tidak dibaca 0: Februari 2025 (Balang).');
  expect(told(readTable(TWO_ROWS))).toEqual(['Baris 5: desa "Prg. Timur" tidak dikenal.']);
  const zero = readTable(TWO_ROWS, ['Nama Prg. Timur = dilewati', 'Sel kosong = dibaca 0']);
  expect(seen(zero)).toEqual(['4 Balang 2025-01 1 1204 351']);
});

test('three rows of headers with the years above, and figures over months', () => {
  const years = ['Desa', ...merged('2024', 22), ...merged('2025', 22)];
  const months = ['', ...['Nov', 'Des', 'Jan', 'Feb'].flatMap((one) => merged(one, 11))];
  const line = ['Balang', ...['1', '2', '3', '4'].flatMap((one) => month(one))];
  const under = ['', ...ALL, ...ALL, ...ALL, ...ALL];
  expect(seen(readTable([years, months, under, line])).map((one) => one.slice(9, 18))).toEqual([
    '2024-11 1',
    '2024-12 2',
    '2025-01 3',
    '2025-02 4',
  ]);
  const figures = ['Desa', ...ALL.flatMap((one) => merged(one, 2))];
  const below = ['', ...ALL.flatMap(() => ['Jan 2025', 'Feb 2025'])];
  const cells = ['Balang', ...month('1').flatMap((one, at) => [one, month('2')[at] ?? ''])];
  expect(seen(readTable([figures, below, cells]))).toEqual([
    '3 Balang 2025-01 1 610 351',
    '3 Balang 2025-02 2 610 351',
  ]);
});

test('what a person chose counts: the year, a month, a figure, and that months do not stand side by side', () => {
  const undated = TWO_ROWS.slice(1, 4);
  expect(told(readTable(undated))).toEqual(['Tahun dari Januari, Februari belum diketahui. Pilih tahunnya.']);
  expect(seen(readTable(undated, ['Tahun = 2024']))).toEqual(['3 Balang 2024-01 1 1204 351']);
  expect(seen(readTable(undated, ['Judul Januari = Maret 2026', 'Judul Februari = dilewati']))).toEqual([
    '3 Balang 2026-03 1 1204 351',
  ]);
  const wrong = told(readTable(TWO_ROWS, ['Isian Lahir L = tidak dipakai', 'Isian Bayi = Tahun'])).join();
  expect(wrong).toContain('Isian bayi tidak ada di tabel.');
  expect(told(readTable(TWO_ROWS, ['Isian Lahir L = tidak dipakai'])).at(-1)).toContain(
    'Kolom untuk Kelahiran laki-laki (WNI) belum ditemukan.',
  );
  expect(told(readTable(TWO_ROWS, ['Susunan = zigzag'])).join()).toContain('Susunan "zigzag" tidak dikenal.');
  const plain = readTable(TWO_ROWS, ['Susunan = satu bulan tiap baris']);
  expect(plain.layout?.side).toBeUndefined();
  expect(told(plain)).toContain(
    'Kolom bulan belum ada. Pilih kolomnya, atau satu bulan untuk seluruh tabel.',
  );
});

test('an opening of one month and a closing of another are no months side by side', () => {
  const headers = ['Desa', 'Penduduk awal Juni 2025 L', 'Penduduk akhir Juli 2025 L', ...ALL];
  const read = readTable([headers, ['Balang', '609', '610', ...month('1')]], ['Bulan = Juli 2025']);
  expect(read.layout?.side).toBeUndefined();
});

/** A tab for each kind of event, as offices keep them: months over L and P, the kind only in the title or the tab. */
const kind = (title: string, jan: readonly string[], feb: readonly string[]): ImportCells => [
  [title],
  ['Desa', ...merged('Januari', jan.length), ...merged('Februari', feb.length)],
  ...(jan.length > 1 ? [['', 'L', 'P', 'L', 'P']] : []),
  ['Balang', ...jan, ...feb],
  ['Jumlah', ...jan, ...feb],
];
const KINDS: Readonly<Record<string, ImportCells>> = {
  Kelahiran: kind('TAHUN 2025', ['1', '0'], ['2', '-']),
  Mati: kind('DATA KEMATIAN TAHUN 2025', ['0', '0'], ['-', '-']),
  Datang: kind('TAHUN 2025', ['0', '0'], ['0', '0']),
  'Pindah keluar': kind('TAHUN 2025', ['0', '0'], ['0', '0']),
  Penduduk: kind('JUMLAH PENDUDUK TAHUN 2025', ['611', '592'], ['613', '592']),
  KK: kind('JUMLAH KK TAHUN 2025', ['351'], ['352']),
};

test('figures of one kind a tab are read together; a dash is zero only where a person says so', () => {
  const read = readTabs(KINDS, ['Tab = semua tab']);
  expect(told(read)).toEqual([]);
  expect(seen(read)).toEqual(['4 Balang 2025-01 1 611 351', '4 Balang 2025-02 2 613 352']);
  expect(read.hasBlanks).toBe(true);
  expect(read.lines[1]?.answers['deathsMale']).toBe('-');
  const zero = readTabs(KINDS, ['Tab = semua tab', 'Sel kosong = dibaca 0']);
  expect(zero.lines[1]?.answers['deathsMale']).toBe('0');
  const { KK: _kk, ...few } = KINDS;
  expect(told(readTabs(few))[0]).toBe(
    'Tab Kelahiran: Kolom untuk Jumlah KK akhir bulan belum ditemukan. Pilih kolomnya.',
  );
});

test('one village a tab: figures go down, months to the right; refusals name the column', () => {
  const table: ImportCells = [
    ['DATA DESA BALANG TAHUN 2025'],
    ['No', 'Uraian', 'L/P', 'Januari', 'Februari', 'Maret', 'Jumlah'],
    ...ALL.slice(0, 10).map((one, at) => [
      String(at + 1),
      at % 2 === 0 ? one.slice(0, -2) : '',
      one.slice(-1),
      month('1')[at] ?? '',
      month('2')[at] ?? '',
      '',
      month('3')[at] ?? '',
    ]),
    ['11', 'KK', '', '351', '352', '', '351'],
  ];
  const read = readTable(table, [], 'Balang');
  expect(told(read)).toEqual([]);
  expect(read.layout && shapeOf(read.layout)).toBe('isian ke bawah, bulan ke samping');
  expect(seen(read)).toEqual(['4 Balang 2025-01 1 610 351', '5 Balang 2025-02 2 610 352']);
  expect(read.lines[0]).toMatchObject({ isColumn: true });
  expect(read.left).toEqual(['Jumlah tidak dibaca, dihitung sendiri: kolom G.']);
  expect(read.layout && mappingLines(read.layout)[0]).toBe('"Lahir L" (baris 3) → Kelahiran laki-laki (WNI)');
  const chosen = readTable(table, ['Baris 3 = tidak dipakai'], 'Balang');
  expect(told(chosen).at(-1)).toContain('Kolom untuk Kelahiran laki-laki (WNI) belum ditemukan.');
});

test('one village a tab, months in lines: without a year it can be chosen', () => {
  const table: ImportCells = [
    ['Bulan', ...ALL],
    ['Januari', ...month('1')],
    ['Februari', ...month('2')],
    ['Jumlah', ...month('3')],
  ];
  expect(told(readTable(table, [], 'Balang'))[0]).toBe('Baris 2: bulan "Januari" tidak dikenal.');
  const read = readTable(table, ['Tahun = 2025'], 'Balang');
  expect(seen(read)).toEqual(['2 Balang 2025-01 1 610 351', '3 Balang 2025-02 2 610 351']);
  expect(read.left).toEqual(['Jumlah tidak dibaca, dihitung sendiri: baris 4.']);
});
