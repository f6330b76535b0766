import { readOperatorTable } from '../../src/core/operatorTable';
import type { Village } from '../../src/core/settings';

const villages: readonly Village[] = [
  { code: '63.11.06.2005', name: 'Balang', kind: 'desa' },
  { code: '63.11.06.1019', name: 'Paringin Timur', kind: 'kelurahan' },
];

test.each([
  ['tabs, as a spreadsheet copies them', 'Balang\tContoh Satu\tsatu@gmail.com\t0812-3456-7890'],
  ['semicolons', 'Desa Balang; Contoh Satu; satu@gmail.com; 0812-3456-7890'],
  ['commas, other order, with a number', '1, Contoh Satu, 63.11.06.2005, 0812-3456-7890, Satu@Gmail.com'],
  ['a header above', 'Desa\tNama\tEmail\tWA\nBalang\tContoh Satu\tsatu@gmail.com\t0812-3456-7890'],
  ['blank lines between', '\n\nbalang | Contoh Satu | satu@gmail.com | 0812-3456-7890\n\n'],
])('%s', (_name, text) => {
  const { operators, problems } = readOperatorTable(text, villages);
  expect(problems).toEqual([]);
  expect(operators).toMatchObject([
    { village: '63.11.06.2005', name: 'Contoh Satu', email: 'satu@gmail.com', whatsapp: '0812-3456-7890' },
  ]);
});

test('WhatsApp may be missing; several lines; a kelurahan by its name', () => {
  const { operators } = readOperatorTable(
    'Kelurahan Paringin Timur\tDua\tdua@gmail.com\t\nBalang\tTiga\ttiga@gmail.com',
    villages,
  );
  expect(operators.map((one) => [one.village.slice(-4), one.name, one.whatsapp])).toEqual([
    ['1019', 'Dua', ''],
    ['2005', 'Tiga', ''],
  ]);
});

test.each([
  [
    'no e-mail',
    'Balang\tContoh\t08123456789',
    'Baris 1 ("Balang Contoh 08123456789"): tidak ada alamat email',
  ],
  ['an unknown village', 'Balai\tContoh\ta@gmail.com', 'nama atau kode desanya tidak dikenal'],
  ['no name', 'Balang\ta@gmail.com', 'nama operatornya belum ada'],
  ['a number that is no mobile', 'Balang\tContoh\ta@gmail.com\t0511 4721234', 'bukan nomor HP'],
])('%s is named with its line', (_name, text, words) => {
  const { operators, problems } = readOperatorTable(text, villages);
  expect(operators).toEqual([]);
  expect(problems.join()).toContain(words);
});

test('where a PIN proves who sends, the e-mail may be missing', () => {
  const text = 'Balang\tContoh\t081234567890\nParingin Timur\tDua\t081234567891\nBalang\tcontoh';
  const { operators, problems } = readOperatorTable(text, villages, (code) => code.endsWith('2005'));
  expect(operators).toMatchObject([{ name: 'Contoh', email: '', whatsapp: '081234567890' }]);
  expect(problems.join()).toMatch(/Baris 2 .*tidak ada alamat email.*Baris 3: sama dengan baris 1/);
});

test('the same operator twice is told once; the good lines stay', () => {
  const { operators, problems } = readOperatorTable(
    'Balang\tA\ta@gmail.com\nbalang\tA\tA@gmail.com',
    villages,
  );
  expect(operators).toHaveLength(1);
  expect(problems).toEqual(['Baris 2: sama dengan baris 1.']);
});
