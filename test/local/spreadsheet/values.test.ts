import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from '../../support/localRuntime';

/** A fresh spreadsheet of that locale, its first tab, and the runtime. */
function fresh(locale = 'en_US', zone = 'Asia/Makassar') {
  const runtime = localRuntime();
  const app = new SpreadsheetApp(runtime);
  const book = app.create('Buku');
  book.setSpreadsheetLocale(locale);
  book.setSpreadsheetTimeZone(zone);
  const sheet = book.getSheets()[0];
  if (!sheet) throw new Error('no tab');
  return { runtime, app, book, sheet };
}

/** 4 March 2026 in Makassar, as an instant. */
const instant = (text: string) => new Date(`${text}+08:00`);

describe('typed input (google.md section 4)', () => {
  const both: [string, unknown, string][] = [
    ['', '', ''],
    ['teks', 'teks', 'teks'],
    ['12', 12, '12'],
    ['08123', 8123, '8123'],
    ['-5', -5, '-5'],
    ['+5', 5, '5'],
    ["'08123", '08123', '08123'],
    ["'=1+1", '=1+1', '=1+1'],
    ["'", '', ''],
    ['TRUE', true, 'TRUE'],
    ['false', false, 'FALSE'],
    ['50%', 0.5, '50%'],
    ['(5)', -5, '-5'],
    ['2026-03-04', instant('2026-03-04T00:00:00'), '2026-03-04'],
    ['2026-03', instant('2026-03-01T00:00:00'), '2026-03'],
    ['2026-02-30', '2026-02-30', '2026-02-30'],
    ['1 Jan 2026', instant('2026-01-01T00:00:00'), '1 Jan 2026'],
    ['2026-03-04 07:05', instant('2026-03-04T07:05:00'), '2026-03-04 07:05'],
    ['RT 01', 'RT 01', 'RT 01'],
    ['6311060101900001', 6311060101900001, '6.31106E+15'],
    ['1e3', 1000, '1.00E+03'],
    ['- tidak ada', undefined, '=- tidak ada'],
    ['-', '-', '-'],
    ['1/0/2026', '1/0/2026', '1/0/2026'],
    ['2026-03-04T07:00:00Z', '2026-03-04T07:00:00Z', '2026-03-04T07:00:00Z'],
  ];
  const english: typeof both = [
    ['1,234.5', 1234.5, '1,234.50'],
    ['1,234', 1234, '1,234'],
    ['0.5', 0.5, '0.5'],
    ['1.234,5', '1.234,5', '1.234,5'],
    ['31/12/2026', '31/12/2026', '31/12/2026'],
    ['12/31/2026', instant('2026-12-31T00:00:00'), '12/31/2026'],
    ['3/4/26', instant('2026-03-04T00:00:00'), '3/4/26'],
    ['Mar 4, 2026', instant('2026-03-04T00:00:00'), 'Mar 4, 2026'],
    ['12.5%', 0.125, '12.50%'],
    ['$100.15', 100.15, '$100.15'],
  ];
  const indonesian: typeof both = [
    ['1.234,5', 1234.5, '1.234,50'],
    ['1.234', 1234, '1.234'],
    ['0,5', 0.5, '0,5'],
    ['1,234.5', '1,234.5', '1,234.5'],
    ['31/12/2026', instant('2026-12-31T00:00:00'), '31/12/2026'],
    ['12/31/2026', '12/31/2026', '12/31/2026'],
    ['4-3-2026', instant('2026-03-04T00:00:00'), '4-3-2026'],
    ['17 Agustus 2026', instant('2026-08-17T00:00:00'), '17 Agustus 2026'],
    ['Rp1.500', 1500, 'Rp1.500'],
    ['12,5%', 0.125, '12,50%'],
  ];
  const table = [
    ...both.flatMap(([text, value, shown]) => [
      ['en_US', text, value, shown] as const,
      ['in_ID', text, value, shown.replace('E', 'E')] as const,
    ]),
    ...english.map(([text, value, shown]) => ['en_US', text, value, shown] as const),
    ...indonesian.map(([text, value, shown]) => ['in_ID', text, value, shown] as const),
  ];

  test.each(table)('%s: %j', (locale, text, value, shown) => {
    const { sheet } = fresh(locale);
    const cell = sheet.getRange('A1').setValue(text);
    const expected = locale === 'in_ID' && /E\+/.test(shown) ? shown.replace('.', ',') : shown;
    expect(cell.getDisplayValue()).toBe(expected);
    if (value === undefined) expect(() => cell.getValue()).toThrow(expected);
    else expect(cell.getValue()).toEqual(value);
  });

  test('a cell of format @ keeps the text', () => {
    const { sheet } = fresh();
    sheet.getRange('A:A').setNumberFormat('@');
    sheet.getRange('A1:A4').setValues([['08123'], ['2026-03-04'], ['=1+1'], ['TRUE']]);
    expect(sheet.getRange('A1:A4').getValues()).toEqual([['08123'], ['2026-03-04'], ['=1+1'], ['TRUE']]);
    expect(sheet.getRange('A3').getFormula()).toBe('');
  });

  test('a time is a time of 30 December 1899', () => {
    const { sheet } = fresh('in_ID', 'Etc/UTC');
    const cell = sheet.getRange('A1').setValue('07:00');
    expect(cell.getDisplayValue()).toBe('07:00');
    expect(cell.getValue()).toEqual(new Date(Date.UTC(1899, 11, 30, 7)));
  });

  test('Dates cross as instants of the zone of the spreadsheet', () => {
    const { book, sheet } = fresh('in_ID');
    sheet.getRange('A1').setValue(instant('2026-03-04T00:00:00'));
    sheet.getRange('A2').setValue(instant('2026-03-04T14:05:06'));
    expect(sheet.getRange('A1:A2').getDisplayValues()).toEqual([['04/03/2026'], ['04/03/2026 14:05:06']]);
    book.setSpreadsheetTimeZone('Asia/Jakarta');
    expect(sheet.getRange('A1').getValue()).toEqual(new Date('2026-03-04T00:00:00+07:00'));
  });

  test('undefined, null and an empty text clear', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:C1').setValues([[1, 2, 3]]);
    sheet.getRange('A1:C1').setValues([[undefined, null, '']]);
    expect(sheet.getRange('A1:C1').isBlank()).toBe(true);
    expect(sheet.getLastRow()).toBe(0);
  });

  test('a formula is kept as text and never computed', () => {
    const { sheet } = fresh();
    sheet.getRange('A1').setValue('=SUM(B1:B2)');
    expect(sheet.getRange('A1').getFormula()).toBe('=SUM(B1:B2)');
    expect(sheet.getRange('A1').getDisplayValue()).toBe('=SUM(B1:B2)');
    expect(() => sheet.getRange('A1').getValue()).toThrow('=SUM(B1:B2)');
  });
});

describe('errors in Google’s words (google.md section 1)', () => {
  test.each<[string, (sheet: ReturnType<typeof fresh>['sheet']) => unknown]>([
    [
      'The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
      (sheet) => sheet.getRange('A1:A2').setValues([[1]]),
    ],
    [
      'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
      (sheet) => sheet.getRange('A1:B1').setValues([[1]]),
    ],
    [
      'The coordinates of the range are outside the dimensions of the sheet.',
      (sheet) => sheet.getRange(1000, 1, 2, 1),
    ],
    [
      'The coordinates of the range are outside the dimensions of the sheet.',
      (sheet) => sheet.getRange('AA1'),
    ],
    ['The starting row of the range is too small.', (sheet) => sheet.getRange(0, 1)],
    ['The number of rows in the range must be at least 1.', (sheet) => sheet.getRange(1, 1, 0, 1)],
    ['Range not found', (sheet) => sheet.getRange('bukan')],
    [
      'Your input contains more than the maximum of 50000 characters in a single cell.',
      (sheet) => sheet.getRange('A1').setValue('x'.repeat(50001)),
    ],
    [
      'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
      (sheet) => sheet.insertRowsAfter(1000, 400000),
    ],
  ])('%s', (message, act) => {
    expect(() => act(fresh().sheet)).toThrow(message);
  });
});

test('100,000 × 20 cells are written and read', () => {
  const { sheet, runtime } = fresh();
  sheet.insertRowsAfter(1000, 99000);
  sheet.getRange('A:A').setNumberFormat('@');
  const rows = Array.from({ length: 100000 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => (column % 3 === 0 ? `teks ${row}` : row * column)),
  );
  const range = sheet.getRange(1, 1, 100000, 20);
  range.setValues(rows);
  const read = range.getValues();
  expect(read).toHaveLength(100000);
  expect([read[0], read[54321], read[99999]]).toEqual([rows[0], rows[54321], rows[99999]]);
  expect(runtime.counted.written).toBe(2000000);
});
