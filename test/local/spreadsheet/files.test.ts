import { readXlsx } from 'hucre/xlsx';
import { applyXlsxDifferences, compareXlsx } from '../../../local/drive/xlsxImport';
import { enumValue } from '../../../local/services/served';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { spreadsheetSample } from '../../support/spreadsheetSample';

test('an xlsx carries what the spreadsheet shows', async () => {
  const { book, exporter } = spreadsheetSample();
  const workbook = await readXlsx(exporter(book.getId(), 'xlsx'), { readStyles: true });
  const [first, second] = workbook.sheets;
  expect([first?.name, second?.name, second?.hidden]).toEqual(['Sheet1', 'Rahasia', true]);
  expect(first?.rows[1]?.slice(0, 2)).toEqual(['Balang, "atas"', 1234.5]);
  expect(first?.rows[1]?.[2]).toEqual(new Date(Date.UTC(2026, 7, 1, 14, 5)));
  expect(first?.rows[2]?.slice(0, 2)).toEqual(['08123', 0.5]);
  expect(first?.cells?.get('3,1')?.formula).toBe('SUM(B2,B3)');
  expect(first?.cells?.get('0,0')?.style?.font?.bold).toBe(true);
  expect(first?.cells?.get('0,0')?.style?.border?.top?.style).toBe('medium');
  expect(first?.cells?.get('1,3')?.hyperlink?.target).toBe('https://a.example/');
  expect(first?.cells?.get('1,0')?.comment?.text).toBe('catatan');
  expect(first?.cells?.get('2,2')?.style?.numFmt).toBe('yyyy-mm-dd');
  expect(first?.freezePane?.rows).toBe(1);
  expect(first?.merges).toEqual([{ startRow: 5, startCol: 0, endRow: 6, endCol: 1 }]);
  expect(
    first?.dataValidations?.map((rule) => [rule.type, rule.range, rule.values ?? rule.formula1]),
  ).toEqual([
    ['list', 'E2:E9', ['ya', 'tidak']],
    ['custom', 'G3:G4', '$A3<>G3'],
    ['custom', 'H3:H4', '$A3<>H3'],
  ]);
  expect(first?.conditionalRules?.map((rule) => [rule.type, rule.range])).toEqual([
    ['cellIs', 'B2:B9'],
    ['containsText', 'A2:A9'],
  ]);
  expect(first?.columns?.[0]?.width).toBeCloseTo(29.29, 1);
});

test('csv is what cells show', () => {
  const { book, exporter } = spreadsheetSample();
  const text = new TextDecoder().decode(exporter(book.getId(), 'csv'));
  expect(text.split('\r\n').slice(0, 4)).toEqual([
    'Desa,Jumlah,Tanggal,Tautan',
    '"Balang, ""atas""","1234,5",01/08/2026 14:05:00,Isi',
    '08123,50%,2026-08-02,',
    ',=SUM(B2;B3),,',
  ]);
});

test('a changed file comes back only by its differences', async () => {
  const { book, sheet, exporter } = spreadsheetSample();
  const bytes = exporter(book.getId(), 'xlsx');
  expect(await compareXlsx(book.state, bytes)).toEqual([]);
  sheet.getRange('A2').setValue('Lok');
  sheet.getRange('C2').setValue('');
  const differences = await compareXlsx(book.state, bytes);
  expect(differences.map(({ text }) => text)).toEqual([
    'Sheet1!A2: Lok → Balang, "atas"',
    'Sheet1!C2: (empty) → 2026-08-01 14:05',
  ]);
  expect(applyXlsxDifferences(book.state, differences)).toContain('sheet/0/rows/0');
  expect(sheet.getRange('C2').getValue()).toEqual(new Date('2026-08-01T14:05:00+07:00'));
});

test('a picture in a cell stays when the file comes back without it', async () => {
  const { runtime, book, sheet, exporter } = spreadsheetSample();
  const app = new SpreadsheetApp(runtime);
  sheet.getRange('H3').setValue(app.newCellImage().setSourceUrl('https://contoh.id/a.png').build());
  expect(await compareXlsx(book.state, exporter(book.getId(), 'xlsx'))).toEqual([]);
});

test('20,000 × 20 cells become a file', () => {
  const { sheet, book, exporter } = spreadsheetSample();
  sheet.insertRowsAfter(1000, 19000);
  const rows = Array.from({ length: 20000 }, (_, row) =>
    Array.from({ length: 20 }, (__, column) => (column % 2 ? row : `teks ${row % 500}`)),
  );
  sheet.getRange(1, 1, 20000, 20).setDataValidation(null).breakApart().setValues(rows);
  expect(exporter(book.getId(), 'xlsx').length).toBeGreaterThan(200000);
});

const PIXEL =
  'data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg==';

test('alternating colours, groups and pictures are in the file; the colours of a cell come before', async () => {
  const { runtime, book, sheet, exporter } = spreadsheetSample();
  const app = new SpreadsheetApp(runtime);
  sheet.getRange('J1:K4').applyRowBanding(enumValue('Spreadsheet.BandingTheme', 'CYAN'), true, false);
  sheet.getRange('J2').setBackground('#123456');
  sheet.getRange('3:6').shiftRowGroupDepth(1);
  sheet.getRange('4:5').shiftRowGroupDepth(1).collapseGroups();
  sheet.getRange('L:M').shiftColumnGroupDepth(1);
  sheet.getRange('H6').setValue(app.newCellImage().setSourceUrl(PIXEL).setAltTextTitle('Titik').build());
  sheet.getRange('H7').setFormula(`=IMAGE("${PIXEL}")`);
  sheet.getRange('H8').setFormula('=IMAGE("https://contoh.id/a.png")');
  const bytes = exporter(book.getId(), 'xlsx');
  const tab = (await readXlsx(bytes, { readStyles: true })).sheets[0];
  const fill = (place: string): unknown => {
    const found = tab?.cells?.get(place)?.style?.fill;
    return found && 'fgColor' in found ? found.fgColor?.rgb?.slice(-6) : undefined;
  };
  expect([fill('0,9'), fill('1,9'), fill('1,10'), fill('2,10'), fill('5,9')]).toEqual([
    '4DD0E1',
    '123456',
    // White is no fill.
    undefined,
    'E0F7FA',
    undefined,
  ]);
  const row = (at: number) => tab?.rowDefs?.get(at);
  expect([1, 2, 3, 4, 5, 6].map((at) => row(at)?.outlineLevel ?? 0)).toEqual([0, 1, 2, 2, 1, 0]);
  expect([row(3)?.hidden, row(5)?.collapsed, row(6)?.collapsed]).toEqual([true, true, undefined]);
  expect([tab?.columns?.[11]?.outlineLevel, tab?.columns?.[13]?.outlineLevel]).toEqual([1, undefined]);
  expect(
    tab?.images?.map(({ anchor, type, title }) => [anchor.from.row, anchor.from.col, type, title]),
  ).toEqual([
    [5, 7, 'png', 'Titik'],
    [6, 7, 'png', undefined],
  ]);
  expect(await compareXlsx(book.state, bytes)).toEqual([]);
  const pdf = Buffer.from(exporter(book.getId(), 'pdf')).toString('latin1');
  expect(pdf.match(/\/Subtype \/Image/g)?.length).toBeGreaterThanOrEqual(2);
  expect(pdf.match(/\/I\d+ Do|\/XObject/g)).not.toBeNull();
});
