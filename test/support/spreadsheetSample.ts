import { spreadsheetExporter } from '../../local/drive/exportSpreadsheet';
import { enumValue } from '../../local/services/served';
import { SpreadsheetApp } from '../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from './localRuntime';

/** A spreadsheet with something of everything that a file of it can hold; `files/libreOffice.xlsx` came from its export. */
export function spreadsheetSample() {
  const runtime = localRuntime();
  const app = new SpreadsheetApp(runtime);
  const book = app.create('Rekap');
  book.setSpreadsheetLocale('in_ID');
  const sheet = book.getSheetByName('Sheet1');
  if (!sheet) throw new Error('no tab');
  sheet
    .getRange('A1:D1')
    .setValues([['Desa', 'Jumlah', 'Tanggal', 'Tautan']])
    .setFontWeight('bold')
    .setBackground('#dddddd');
  sheet.getRange('A2:C3').setValues([
    ['Balang, "atas"', 1234.5, new Date('2026-08-01T14:05:00+07:00')],
    ["'08123", '50%', '2026-08-02'],
  ]);
  sheet.getRange('B4').setFormula('=SUM(B2;B3)');
  sheet
    .getRange('D2')
    .setRichTextValue(app.newRichTextValue().setText('Isi').setLinkUrl('https://a.example/').build());
  sheet.getRange('A2').setNote('catatan');
  sheet.getRange('A6:B7').merge();
  sheet.setFrozenRows(1);
  sheet.setColumnWidth(1, 210);
  sheet
    .getRange('E2:E9')
    .setDataValidation(
      app.newDataValidation().requireValueInList(['ya', 'tidak']).setAllowInvalid(false).build(),
    );
  sheet
    .getRange('G3:H4')
    .setDataValidation(app.newDataValidation().requireFormulaSatisfied('=$A3<>G3').build());
  sheet.setConditionalFormatRules([
    app
      .newConditionalFormatRule()
      .whenNumberGreaterThan(5)
      .setBackground('red')
      .setRanges([sheet.getRange('B2:B9')])
      .build(),
    app
      .newConditionalFormatRule()
      .whenTextContains('lok')
      .setFontColor('blue')
      .setRanges([sheet.getRange('A2:A9')])
      .build(),
  ]);
  sheet.getRange('F:F').setNumberFormat('@');
  sheet
    .getRange('A1:D1')
    .setBorder(
      true,
      true,
      true,
      true,
      null,
      null,
      'black',
      enumValue('Spreadsheet.BorderStyle', 'SOLID_MEDIUM'),
    );
  book.insertSheet('Rahasia').hideSheet();
  return { runtime, book, sheet, exporter: spreadsheetExporter(runtime.store) };
}
