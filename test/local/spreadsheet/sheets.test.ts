import { enumValue } from '../../../local/services/served';
import { SpreadsheetApp } from '../../../local/services/spreadsheet/spreadsheetApp';
import { localRuntime } from '../../support/localRuntime';

function fresh() {
  const runtime = localRuntime();
  const app = new SpreadsheetApp(runtime);
  const book = app.create('Buku');
  const sheet = book.getSheetByName('Sheet1');
  if (!sheet) throw new Error('no tab');
  return { runtime, app, book, sheet };
}
const names = (book: ReturnType<typeof fresh>['book']) => book.getSheets().map((sheet) => sheet.getName());

describe('tabs', () => {
  test('a new spreadsheet has one tab of 1000 × 26 with the localized name (google.md section 1)', () => {
    const { book, sheet } = fresh();
    expect([sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getSheetId()]).toEqual([1000, 26, 0]);
    expect(book.getUrl()).toBe(`https://docs.google.com/spreadsheets/d/${book.getId()}/edit`);
    const indonesian = new SpreadsheetApp(localRuntime({ switches: { language: 'id' } })).create('Buku');
    expect(indonesian.getSheets()[0]?.getName()).toBe('Lembar1');
    expect(indonesian.getSpreadsheetLocale()).toBe('in_ID');
  });

  test('insertSheet puts the tab after the active one, or where the index says (google.md section 8)', () => {
    const { book } = fresh();
    book.insertSheet('s1');
    book.insertSheet('s2');
    book.insertSheet('s3', 1);
    book.insertSheet('s4', 0);
    expect(names(book)).toEqual(['s4', 'Sheet1', 's3', 's1', 's2']);
    expect(book.getSheetByName('s1')?.getIndex()).toBe(4);
    expect(book.getActiveSheet().getName()).toBe('s4');
    expect(() => book.insertSheet('S1')).toThrow(
      'A sheet with the name "S1" already exists. Please enter another name.',
    );
  });

  test('move, rename, duplicate, hide, delete', () => {
    const { book, sheet } = fresh();
    sheet.getRange('A1').setValue('isi');
    const copy = book.duplicateActiveSheet();
    expect(copy.getName()).toBe('Copy of Sheet1');
    expect(copy.getRange('A1').getValue()).toBe('isi');
    copy.setName('Salinan');
    book.moveActiveSheet(1);
    expect(names(book)).toEqual(['Salinan', 'Sheet1']);
    sheet.hideSheet();
    expect(() => copy.hideSheet()).toThrow("You can't hide all the sheets in a document.");
    expect(() => book.deleteSheet(copy)).toThrow("You can't remove all the visible sheets in a document.");
    sheet.showSheet();
    book.deleteSheet(copy);
    expect(names(book)).toEqual(['Sheet1']);
    expect(() => copy.getRange('A1').setValue(1)).toThrow('not found');
  });

  test('copyTo another spreadsheet', () => {
    const { app, sheet } = fresh();
    sheet.getRange('A1').setValue('isi').setBackground('red');
    sheet.protect();
    const other = app.create('Lain');
    const copy = sheet.copyTo(other);
    expect(copy.getName()).toBe('Copy of Sheet1');
    expect(copy.getRange('A1').getBackground()).toBe('#ff0000');
    expect(copy.getProtections(enumValue('Spreadsheet.ProtectionType', 'SHEET'))).toHaveLength(0);
  });
});

describe('rows and columns', () => {
  test('appendRow, last row and column, data range', () => {
    const { sheet } = fresh();
    sheet.appendRow(['a', 'b', '']);
    sheet.appendRow([1]);
    expect([sheet.getLastRow(), sheet.getLastColumn()]).toEqual([2, 2]);
    expect(sheet.getDataRange().getA1Notation()).toBe('A1:B2');
    sheet.deleteRows(3, 998);
    sheet.appendRow(['penuh']);
    expect(sheet.getMaxRows()).toBe(3);
  });

  test('what names cells moves along', () => {
    const { book, sheet } = fresh();
    sheet.getRange('A1:C3').setValues([
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    sheet.getRange('B2').setBackground('red').setNote('catatan');
    sheet.getRange('C2:C3').merge();
    book.setNamedRange('tengah', sheet.getRange('B2:C3'));
    sheet.insertRowBefore(2);
    sheet.insertColumnAfter(1);
    expect(sheet.getRange('C3').getValue()).toBe(5);
    expect(sheet.getRange('C3').getBackground()).toBe('#ff0000');
    expect(sheet.getRange('C3').getNote()).toBe('catatan');
    expect(
      sheet
        .getRange('D3:D4')
        .getMergedRanges()
        .map((range) => range.getA1Notation()),
    ).toEqual(['D3:D4']);
    expect(book.getRangeByName('tengah')?.getA1Notation()).toBe('C3:D4');
    sheet.deleteRow(3);
    expect(sheet.getRange('A1:D3').getValues()).toEqual([
      [1, '', 2, 3],
      ['', '', '', ''],
      [7, '', 8, ''],
    ]);
    expect(book.getRangeByName('tengah')?.getA1Notation()).toBe('C3:D3');
  });

  test('not all rows may go, nor all below the frozen ones', () => {
    const { sheet } = fresh();
    expect(() => sheet.deleteRows(1, 1000)).toThrow("You can't delete all the rows on the sheet.");
    sheet.setFrozenRows(1);
    expect(() => sheet.deleteRows(2, 999)).toThrow(
      'Sorry, it is not possible to delete all non-frozen rows.',
    );
    expect(() => sheet.deleteRows(1000, 2)).toThrow('Those rows are out of bounds.');
  });

  test('moveRows, hide, sizes', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:A4').setValues([['a'], ['b'], ['c'], ['d']]);
    sheet.moveRows(sheet.getRange('A1:A2'), 4);
    expect(sheet.getRange('A1:A4').getValues().flat()).toEqual(['c', 'a', 'b', 'd']);
    sheet.hideRows(2, 2);
    sheet.hideColumns(3);
    expect([sheet.isRowHiddenByUser(3), sheet.isRowHiddenByUser(4)]).toEqual([true, false]);
    expect(sheet.isColumnHiddenByUser(3)).toBe(true);
    sheet.showRows(1, 1000);
    expect(sheet.isRowHiddenByUser(3)).toBe(false);
    sheet.setColumnWidths(2, 2, 300).setRowHeight(1, 40);
    expect([sheet.getColumnWidth(3), sheet.getColumnWidth(4), sheet.getRowHeight(1)]).toEqual([300, 100, 40]);
    expect(sheet.getMaxRows()).toBe(1000);
  });
});

describe('styles', () => {
  test('a format of whole columns costs no cell', () => {
    const { sheet } = fresh();
    sheet.getRange('A:C').setNumberFormat('@').setBackground('yellow');
    expect(sheet.sheet.rows.filter(Boolean)).toHaveLength(0);
    expect(sheet.getRange('B900').getNumberFormat()).toBe('@');
    sheet.getRange('B2').setFontWeight('bold');
    expect(sheet.getRange('B2').getBackground()).toBe('#ffff00');
    sheet.getRange('A:C').setBackground(null);
    expect(sheet.getRange('B2').getBackground()).toBe('#ffffff');
    expect(sheet.getRange('B2').getFontWeight()).toBe('bold');
    sheet.getRange('B2').setNumberFormat('general');
    expect(sheet.getRange('B2').getNumberFormat()).toBe('0.###############');
    sheet.insertRowsAfter(1000, 10);
    expect(sheet.getRange('A1005').getNumberFormat()).toBe('@');
    sheet.clearFormats();
    expect(sheet.getRange('A5').getNumberFormat()).toBe('0.###############');
    expect(sheet.sheet.styleAreas).toHaveLength(0);
  });

  test('an unknown colour is accepted in silence (google.md section 4)', () => {
    const { sheet } = fresh();
    expect(sheet.getRange('A1').setBackground('#abc').setBackground('bukan warna').getBackground()).toBe(
      '#aabbcc',
    );
  });

  test('matrices of styles', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:B2').setBackgrounds([
      ['red', null],
      ['#00ff00', 'blue'],
    ]);
    expect(sheet.getRange('A1:B2').getBackgrounds()).toEqual([
      ['#ff0000', '#ffffff'],
      ['#00ff00', '#0000ff'],
    ]);
    expect(() => sheet.getRange('A1:B2').setBackgrounds([['red']])).toThrow('The number of rows in the data');
  });

  test('wrap is true where nothing was set, though the strategy is OVERFLOW (google.md section 8)', () => {
    const { sheet } = fresh();
    const cell = sheet.getRange('A1');
    expect([cell.getWrap(), cell.getWrapStrategy().key]).toEqual([true, 'OVERFLOW']);
    cell.setWrap(false);
    expect(cell.getWrap()).toBe(false);
  });

  test('merging keeps the first value and wants whole merges', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:B2').setValues([
      [1, 2],
      [3, 4],
    ]);
    sheet.getRange('A1:B2').merge();
    expect(sheet.getRange('A1:B2').getValues()).toEqual([
      [1, ''],
      ['', ''],
    ]);
    expect(() => sheet.getRange('A1:A2').merge()).toThrow(
      'You must select all cells in a merged range to merge or unmerge them.',
    );
    sheet.getRange('A1:B2').breakApart();
    expect(sheet.getRange('A1').isPartOfMerge()).toBe(false);
  });
});

describe('rich text', () => {
  test('links in one column, one call', () => {
    const { app, sheet } = fresh();
    const links = ['https://a.example/', 'https://b.example/'].map((url) => [
      app.newRichTextValue().setText('Isi').setLinkUrl(url).build(),
    ]);
    sheet.getRange('A1:A2').setRichTextValues(links);
    expect(sheet.getRange('A1:A2').getValues()).toEqual([['Isi'], ['Isi']]);
    expect(sheet.getRange('A2').getRichTextValue()?.getLinkUrl()).toBe('https://b.example/');
    sheet.getRange('A2').setValue('Isi');
    expect(sheet.getRange('A2').getRichTextValue()?.getLinkUrl()).toBeNull();
    expect(sheet.getRange('A1').setValue(5).getRichTextValue()).toBeNull();
  });

  test('runs', () => {
    const { app } = fresh();
    const bold = app.newTextStyle().setBold(true).build();
    const value = app
      .newRichTextValue()
      .setText('satu dua')
      .setTextStyle(0, 4, bold)
      .setLinkUrl(5, 8, 'https://a.example/')
      .build();
    expect(value.getRuns().map((run) => [run.getText(), run.getStartIndex(), run.getLinkUrl()])).toEqual([
      ['satu', 0, null],
      [' ', 4, null],
      ['dua', 5, 'https://a.example/'],
    ]);
    expect(value.getTextStyle(0, 4).isBold()).toBe(true);
    expect(value.getLinkUrl()).toBeNull();
  });
});

describe('finding and sorting', () => {
  test('TextFinder goes round', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:B3').setValues([
      ['Balang', 1],
      ['balangan', 2],
      ['Balang', 12],
    ]);
    const finder = sheet.createTextFinder('balang').matchEntireCell(true);
    expect(finder.findAll().map((range) => range.getA1Notation())).toEqual(['A1', 'A3']);
    const places = [finder.findNext(), finder.findNext(), finder.findNext(), finder.findPrevious()];
    expect(places.map((range) => range?.getA1Notation())).toEqual(['A1', 'A3', 'A1', 'A3']);
    expect(sheet.createTextFinder('^\\d+$').useRegularExpression(true).findAll()).toHaveLength(3);
    expect(sheet.createTextFinder('tidak ada').findNext()).toBeNull();
    expect(sheet.createTextFinder('balang').matchCase(true).replaceAllWith('x')).toBe(1);
    expect(sheet.getRange('A2').getValue()).toBe('xan');
  });

  test('sort: numbers, text, booleans, empty cells last; styles move along', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:A5').setValues([['b'], [2], [true], [''], [10]]);
    sheet.getRange('A2').setBackground('red');
    sheet.getRange('A1:A5').sort({ column: 1, ascending: false });
    expect(sheet.getRange('A1:A5').getValues().flat()).toEqual([true, 'b', 10, 2, '']);
    expect(sheet.getRange('A4').getBackground()).toBe('#ff0000');
  });

  test('getNextDataCell', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:A3').setValues([[1], [2], [3]]);
    sheet.getRange('A6').setValue(6);
    const down = enumValue('Spreadsheet.Direction', 'DOWN');
    const up = enumValue('Spreadsheet.Direction', 'UP');
    const to = (from: string, direction = down) =>
      sheet.getRange(from).getNextDataCell(direction).getA1Notation();
    expect([to('A1'), to('A3'), to('A4'), to('A6'), to('B1')]).toEqual(['A3', 'A6', 'A6', 'A1000', 'B1000']);
    expect([to('A1000', up), to('A6', up), to('B9', up)]).toEqual(['A6', 'A3', 'B1']);
  });

  test('copyTo and moveTo', () => {
    const { sheet } = fresh();
    sheet.getRange('A1:B1').setValues([['=C1+$D$1', 'x']]);
    sheet.getRange('A1').setBackground('red');
    sheet.getRange('A1:B1').copyTo(sheet.getRange('A3:B4'));
    expect(sheet.getRange('A3:A4').getFormulas()).toEqual([['=C3+$D$1'], ['=C4+$D$1']]);
    expect(sheet.getRange('A4').getBackground()).toBe('#ff0000');
    sheet.getRange('B1').copyTo(sheet.getRange('C1'), { formatOnly: true });
    expect(sheet.getRange('C1').isBlank()).toBe(true);
    sheet.getRange('B1').moveTo(sheet.getRange('B9'));
    expect([sheet.getRange('B1').isBlank(), sheet.getRange('B9').getValue()]).toEqual([true, 'x']);
  });
});

test('filters', () => {
  const { app, sheet } = fresh();
  sheet.getRange('A1:A4').setValues([['Desa'], ['Balang'], ['Lok'], ['Balang']]);
  const filter = sheet.getRange('A1:A4').createFilter();
  expect(() => sheet.getRange('A1:A4').createFilter()).toThrow(
    "You can't create a filter in a sheet that already has a filter.",
  );
  filter.setColumnFilterCriteria(1, app.newFilterCriteria().setHiddenValues(['Lok']).build());
  expect([2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, true, false]);
  const byFormula = (formula: string): void => {
    filter.setColumnFilterCriteria(1, app.newFilterCriteria().whenFormulaSatisfied(formula).build());
  };
  byFormula('=A2<>"Lok"');
  expect([2, 3, 4].map((row) => sheet.isRowHiddenByFilter(row))).toEqual([false, true, false]);
  byFormula('=REGEXMATCH(A2;"L")');
  expect(() => sheet.isRowHiddenByFilter(2)).toThrow('REGEXMATCH is not computed by the local workspace');
});

test('named ranges, ranges of other tabs, open ends', () => {
  const { book, sheet } = fresh();
  book.insertSheet("Ta'b 2");
  expect(sheet.getRange("'Ta''b 2'!B2:C3").getSheet().getName()).toBe("Ta'b 2");
  expect(sheet.getRange('A2:B').getNumRows()).toBe(999);
  expect(sheet.getRange('C:C').getA1Notation()).toBe('C:C');
  expect(sheet.getRange('2:3').getNumColumns()).toBe(26);
  expect(sheet.getRange('$B$2').getA1Notation()).toBe('B2');
  expect(sheet.getRange('R2C3').getA1Notation()).toBe('C2');
});

test('charts are kept with their options', () => {
  const { sheet } = fresh();
  const chart = sheet
    .newChart()
    .asColumnChart()
    .setTitle('Penduduk')
    .addRange(sheet.getRange('A1:B5'))
    .setPosition(2, 4, 0, 0)
    .build();
  sheet.insertChart(chart);
  const [kept] = sheet.getCharts();
  expect(kept?.getOptions().get('title')).toBe('Penduduk');
  expect(kept?.getRanges()[0]?.getA1Notation()).toBe('A1:B5');
  if (kept) sheet.removeChart(kept);
  expect(sheet.getCharts()).toHaveLength(0);
});
