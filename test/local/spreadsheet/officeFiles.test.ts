import { readFileSync } from 'node:fs';
import path from 'node:path';
import { applyXlsxDifferences, compareXlsx } from '../../../local/drive/xlsxImport';
import { zip } from '../../../local/host/zip';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import type { Spreadsheet } from '../../../local/services/spreadsheet/spreadsheet';
import { localRuntime } from '../../support/localRuntime';
import { spreadsheetSample } from '../../support/spreadsheetSample';

const texts = async (book: Spreadsheet, bytes: Uint8Array): Promise<string[]> =>
  (await compareXlsx(book.state, bytes)).map(({ text }) => text);

/** The export of the sample, opened in LibreOffice Calc 7.4, changed in seven places and saved there as xlsx. */
const libreOffice = readFileSync(path.join(process.cwd(), 'test/support/files/libreOffice.xlsx'));

test('a file that LibreOffice wrote differs in just what was changed there', async () => {
  const { book, sheet } = spreadsheetSample();
  const before = sheet.getRange('A1:E9').getFormulas();
  const differences = await compareXlsx(book.state, libreOffice);
  expect(differences.map(({ text }) => text)).toEqual([
    'Sheet1!B2: 1234.5 → 1300.25',
    'Sheet1!C3: 2026-08-02 → 2026-08-05',
    'Sheet1!A4: (empty) → Jumlah\nsemua & sisanya',
    'Sheet1!C4: (empty) → true',
    'Sheet1!D4: (empty) → =1/0',
    'Sheet1!B5: (empty) → =B2*2',
    'The file has a further tab Tambahan.',
  ]);
  expect(sheet.getRange('B2').getValue()).toBe(1234.5);
  expect(sheet.getRange('A1:E9').getFormulas()).toEqual(before);

  applyXlsxDifferences(book.state, differences);
  expect(sheet.getRange('A2:B3').getValues()).toEqual([
    ['Balang, "atas"', 1300.25],
    ['08123', 0.5],
  ]);
  expect(sheet.getRange('C3').getDisplayValue()).toBe('2026-08-05');
  expect(sheet.getRange('C4').getValue()).toBe(true);
  expect(sheet.getRange('A4:D5').getFormulas()).toEqual([
    ['', '=SUM(B2;B3)', '', '=1/0'],
    ['', '=B2*2', '', ''],
  ]);
  expect(sheet.getRange('A2').getNote()).toBe('catatan');
  expect(book.getSheetByName('Tambahan')?.getDataRange().getValues()).toEqual([['Desa', 7]]);
  expect(await texts(book, libreOffice)).toEqual([]);
});

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const REL = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\r\n';

/** A workbook of one tab `Data` with parts, prefixes and attributes as Excel saves them. */
function excelFile(sheetData: string, shared: readonly string[] = [], epoch1904 = false): Uint8Array {
  const part = (name: string, xml: string) => ({ name, bytes: new TextEncoder().encode(HEAD + xml) });
  return zip([
    part(
      '[Content_Types].xml',
      `<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${TYPE}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${TYPE}.worksheet+xml"/><Override PartName="/xl/styles.xml" ContentType="${TYPE}.styles+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="${TYPE}.sharedStrings+xml"/></Types>`,
    ),
    part(
      '_rels/.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    ),
    part(
      'xl/workbook.xml',
      `<workbook xmlns="${MAIN}" xmlns:r="${REL}"><workbookPr${epoch1904 ? ' date1904="1"' : ''} defaultThemeVersion="166925"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets><calcPr calcId="191029"/></workbook>`,
    ),
    part(
      'xl/_rels/workbook.xml.rels',
      `<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${REL}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${REL}/styles" Target="styles.xml"/><Relationship Id="rId3" Type="${REL}/sharedStrings" Target="sharedStrings.xml"/></Relationships>`,
    ),
    part(
      'xl/styles.xml',
      `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="164" formatCode="[$-421]dd\\ mmmm\\ yyyy;@"/></numFmts><fonts count="1"><font><sz val="11"/><name val="Calibri"/></font></fonts><fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="4"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="14" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="22" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/><xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    part(
      'xl/sharedStrings.xml',
      `<sst xmlns="${MAIN}" count="${String(shared.length)}" uniqueCount="${String(shared.length)}">${shared.map((text) => `<si>${text}</si>`).join('')}</sst>`,
    ),
    part(
      'xl/worksheets/sheet1.xml',
      `<worksheet xmlns="${MAIN}" xmlns:r="${REL}" xmlns:x14ac="http://schemas.microsoft.com/office/spreadsheetml/2009/9/ac"><dimension ref="A1:F9"/><sheetViews><sheetView tabSelected="1" workbookViewId="0"/></sheetViews><sheetFormatPr defaultRowHeight="15" x14ac:dyDescent="0.25"/><sheetData>${sheetData}</sheetData><pageMargins left="0.7" right="0.7" top="0.75" bottom="0.75" header="0.3" footer="0.3"/></worksheet>`,
    ),
  ]);
}

/** An empty spreadsheet with the tab `Data`, in Indonesian. */
function emptyBook(): Spreadsheet {
  const book = new SpreadsheetApp(localRuntime()).create('Rekap');
  book.setSpreadsheetLocale('in_ID');
  book.getSheets()[0]?.setName('Data');
  return book;
}

test.each<[string, string, string[], string[]]>([
  [
    'shared texts, with pieces of their own look and sounds beside them',
    '<row r="1" spans="1:3" x14ac:dyDescent="0.25"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c></row>',
    [
      '<t>Desa</t>',
      '<r><t>Desa </t></r><r><rPr><b/><sz val="11"/></rPr><t xml:space="preserve">Balang </t></r>',
      '<t>漢</t><rPh sb="0" eb="1"><t>カン</t></rPh>',
    ],
    ['A1: (empty) → Desa', 'B1: (empty) → Desa Balang ', 'C1: (empty) → 漢'],
  ],
  [
    'texts in the cell, of a formula, and with a line break',
    '<row r="1"><c r="A1" t="inlineStr"><is><t>di dalam</t></is></c><c r="B1" t="str"><f>A1&amp;"x"</f><v>di dalamx</v></c><c r="C1" t="inlineStr"><is><t xml:space="preserve">satu\ndua_x000D_</t></is></c></row>',
    [],
    [
      'A1: (empty) → di dalam',
      'B1: (empty) → =A1&"x"',
      expect.stringMatching(/^C1: \(empty\) → satu\ndua/) as never,
    ],
  ],
  [
    'days by Excel’s own formats and by one of its own, as numbers and as ISO',
    '<row r="1"><c r="A1" s="1"><v>46235</v></c><c r="B1" s="2"><v>46235.5</v></c><c r="C1" s="3"><v>46235</v></c><c r="D1" s="1" t="d"><v>2026-08-01T00:00:00</v></c></row>',
    [],
    [
      'A1: (empty) → 2026-08-01',
      'B1: (empty) → 2026-08-01 12:00',
      'C1: (empty) → 2026-08-01',
      'D1: (empty) → 2026-08-01',
    ],
  ],
  [
    'yes, no, errors and numbers with an exponent',
    '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="b"><v>0</v></c><c r="C2" t="e"><v>#N/A</v></c><c r="D2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="E2"><v>1.2345E+3</v></c></row>',
    [],
    [
      'A2: (empty) → true',
      'B2: (empty) → false',
      'C2: (empty) → #N/A',
      'D2: (empty) → =1/0',
      'E2: (empty) → 1234.5',
    ],
  ],
  [
    'formulas that are written once for many cells, of lists, and of newer functions',
    '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B2" si="0">SUM(A1,$A$1)</f><v>2</v></c></row><row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>3</v></c><c r="C2"><f t="array" ref="C2">SUM(A1:A2*2)</f><v>6</v></c></row>',
    [],
    [
      'A1: (empty) → 1',
      'B1: (empty) → =SUM(A1;$A$1)',
      'A2: (empty) → 2',
      'B2: (empty) → =SUM(A2;$A$1)',
      'C2: (empty) → =SUM(A1:A2*2)',
    ],
  ],
  [
    'rows and cells without their place, and cells with a look alone',
    '<row><c><v>5</v></c><c s="1"/><c><v>6</v></c></row>',
    [],
    ['A1: (empty) → 5', 'C1: (empty) → 6'],
  ],
])('as Excel writes it: %s', async (_, rows, shared, expected) => {
  const book = emptyBook();
  const bytes = excelFile(rows, shared);
  const differences = await compareXlsx(book.state, bytes);
  expect(differences.map(({ text }) => text.replace(/^Data!/, ''))).toEqual(expected);
  applyXlsxDifferences(book.state, differences);
  expect(await texts(book, bytes)).toEqual([]);
});

test('days of a workbook that counts from 1904', async () => {
  const bytes = excelFile('<row r="1"><c r="A1" s="1"><v>44773</v></c></row>', [], true);
  expect(await texts(emptyBook(), bytes)).toEqual(['Data!A1: (empty) → 2026-08-01']);
});
