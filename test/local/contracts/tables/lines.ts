import type { Case } from '../../../support/contracts';

const NUMBERS =
  "sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]); sheet.getRange('B1:D1').setValues([['b', 'c', 'd']]);";
const DOWN = "sheet.getRange('A1:A6').getValues().join()";
const ACROSS = "sheet.getRange('A1:F1').getValues().join()";

/** What a tab does, and the spreadsheet with the tab that is open (reference, Class Spreadsheet: delegated members). */
const onBoth = (owner: string): Case[] => [
  [`${NUMBERS} ${owner}.insertRowAfter(1); return ${DOWN};`, '1,,2,3,4,'],
  [`${NUMBERS} ${owner}.insertRowBefore(1); return ${DOWN};`, ',1,2,3,4,'],
  [`${NUMBERS} ${owner}.insertRowsAfter(1, 2); return ${DOWN};`, '1,,,2,3,4'],
  [`${NUMBERS} ${owner}.insertRowsBefore(2, 2); return ${DOWN};`, '1,,,2,3,4'],
  [`${NUMBERS} ${owner}.deleteRow(2); return ${DOWN};`, '1,3,4,,,'],
  [`${NUMBERS} ${owner}.deleteRows(2, 2); return ${DOWN};`, '1,4,,,,'],
  [`${NUMBERS} ${owner}.insertColumnAfter(1); return ${ACROSS};`, '1,,b,c,d,'],
  [`${NUMBERS} ${owner}.insertColumnBefore(1); return ${ACROSS};`, ',1,b,c,d,'],
  [`${NUMBERS} ${owner}.insertColumnsAfter(1, 2); return ${ACROSS};`, '1,,,b,c,d'],
  [`${NUMBERS} ${owner}.insertColumnsBefore(2, 2); return ${ACROSS};`, '1,,,b,c,d'],
  [`${NUMBERS} ${owner}.deleteColumn(2); return ${ACROSS};`, '1,c,d,,,'],
  [`${NUMBERS} ${owner}.deleteColumns(2, 2); return ${ACROSS};`, '1,d,,,,'],
  [
    `${NUMBERS} ${owner}.appendRow(['x', 7]); return [${owner}.getLastRow(), ${owner}.getLastColumn(), a1(${owner}.getDataRange()), sheet.getRange('A5:B5').getValues()];`,
    [5, 4, 'A1:D5', [['x', 7]]],
  ],
  [
    `${NUMBERS} return ${owner}.getSheetValues(1, 1, 2, 2);`,
    [
      [1, 'b'],
      [2, ''],
    ],
  ],
  [`${NUMBERS} ${owner}.sort(1, false); return ${DOWN};`, '4,3,2,1,,'],
  [`${NUMBERS} ${owner}.sort(1); return ${DOWN};`, '1,2,3,4,,'],
  [
    `${owner}.setColumnWidth(2, 77); ${owner}.setRowHeight(3, 55); return [${owner}.getColumnWidth(2), ${owner}.getRowHeight(3), ${owner}.getColumnWidth(1), ${owner}.getRowHeight(1)];`,
    [77, 55, 100, 21],
  ],
  [
    `sheet.getRange('B1').setValue('sebuah teks yang sangat panjang sekali untuk satu kolom'); ${owner}.autoResizeColumn(2); return ${owner}.getColumnWidth(2) > 200;`,
    true,
  ],
  [
    `${owner}.setFrozenRows(2); ${owner}.setFrozenColumns(3); return [${owner}.getFrozenRows(), ${owner}.getFrozenColumns()];`,
    [2, 3],
  ],
  [
    `var cell = sheet.getRange('B2'); ${owner}.hideRow(cell); ${owner}.hideColumn(cell); var hidden = [${owner}.isRowHiddenByUser(2), ${owner}.isColumnHiddenByUser(2), ${owner}.isRowHiddenByUser(1)]; ${owner}.unhideRow(cell); ${owner}.unhideColumn(cell); return [hidden, ${owner}.isRowHiddenByUser(2), ${owner}.isColumnHiddenByUser(2), ${owner}.isRowHiddenByFilter(2)];`,
    [[true, true, false], false, false, false],
  ],
  [
    `${NUMBERS} return ${owner}.createTextFinder('c').findAll().filter(function (r) { return r.getSheet().getSheetId() === sheet.getSheetId(); }).map(a1);`,
    ['C1'],
  ],
  [
    `${owner}.addDeveloperMetadata('k' + sheet.getSheetId(), 'v'); return [${owner}.getDeveloperMetadata().some(function (m) { return m.getKey() === 'k' + sheet.getSheetId(); }), ${owner}.createDeveloperMetadataFinder().withKey('k' + sheet.getSheetId()).find().length];`,
    [true, 1],
  ],
  [
    `return [${owner}.getSheetId() === sheet.getSheetId(), ${owner}.getSheetName() === sheet.getName(), ${owner}.getFormUrl(), ${owner}.getRangeList(['A1', 'B2']).getRanges().map(a1), a1(${owner}.getRange('C3'))];`,
    [true, true, null, ['A1', 'B2'], 'C3'],
  ],
];

export const linesOfSheet = onBoth('sheet');
export const linesOfBook = onBoth('book');

const SIZES =
  'function sizes(get, from, count) { var all = []; for (var at = from; at < from + count; at++) all.push(sheet[get](at)); return all; }';
export const sheets: Case[] = [
  [
    'sheet.setFrozenRows(1); sheet.setFrozenColumns(2); sheet.insertColumnBefore(2); sheet.insertRowBefore(1); var grown = [sheet.getFrozenRows(), sheet.getFrozenColumns()]; sheet.insertColumnAfter(3); sheet.insertRowAfter(2); var same = [sheet.getFrozenRows(), sheet.getFrozenColumns()]; sheet.deleteColumn(1); return [grown, same, sheet.getFrozenColumns()];',
    [[2, 3], [2, 3], 2],
  ],
  [
    'book.getSheets()[0].activate(); var before = book.getActiveSheet().getName() !== sheet.getName(); sheet.activate(); return [before, book.getActiveSheet().getName() === sheet.getName()];',
    [true, true],
  ],
  [
    `${SIZES} sheet.getRange('B1:C1').setValues([['sebuah teks yang panjang sekali', 'x']]); sheet.setColumnWidths(2, 2, 300); sheet.autoResizeColumns(2, 2); return sizes('getColumnWidth', 2, 2).map(function (w) { return w < 300; });`,
    [true, true],
  ],
  [
    `${SIZES} sheet.setRowHeights(2, 3, 40); var set = sizes('getRowHeight', 1, 5); sheet.autoResizeRows(2, 2); return [set, sizes('getRowHeight', 1, 5)];`,
    [
      [21, 40, 40, 40, 21],
      [21, 21, 21, 40, 21],
    ],
  ],
  [
    `${SIZES} sheet.setRowHeightsForced(1, 2, 10); return [sizes('getRowHeight', 1, 3), sizes('getColumnWidth', 1, 2)];`,
    [
      [10, 10, 21],
      [100, 100],
    ],
  ],
  [`${SIZES} sheet.setColumnWidths(1, 2, 44); return sizes('getColumnWidth', 1, 3);`, [44, 44, 100]],
  [
    "range.setValue('x').setBackground('red').setNote('n'); sheet.clearContents(); var c = [range.isBlank(), range.getBackground(), range.getNote()]; sheet.clearFormats(); var f = [range.getBackground(), range.getNote()]; sheet.clearNotes(); return [c, f, range.getNote()];",
    [[true, '#ff0000', 'n'], ['#ffffff', 'n'], ''],
  ],
  [
    "range.setValue('x').setBackground('red'); sheet.clear({ formatOnly: true }); var f = [range.isBlank(), range.getBackground()]; range.setBackground('red'); sheet.clear(); return [f, range.isBlank(), range.getBackground()];",
    [[false, '#ffffff'], true, '#ffffff'],
  ],
  [
    "range.setValue('x'); var copy = sheet.copyTo(book); return [copy.getName(), copy.getRange('B2').getValue(), copy.getSheetId() !== sheet.getSheetId(), copy.getIndex() === book.getNumSheets()];",
    [expect.stringMatching(/^(Salinan|Copy of) /), 'x', true, true],
  ],
  [
    'return [sheet.getMaxRows(), sheet.getMaxColumns(), sheet.getLastRow(), sheet.getLastColumn(), a1(sheet.getDataRange())];',
    [1000, 26, 0, 0, 'A1'],
  ],
  [
    'sheet.insertColumns(1); sheet.insertColumns(1, 2); sheet.insertRows(1); sheet.insertRows(1, 2); return [sheet.getMaxRows(), sheet.getMaxColumns()];',
    [1003, 29],
  ],
  [
    'sheet.hideColumns(2); sheet.hideColumns(4, 2); var h = [1, 2, 3, 4, 5].map(function (n) { return sheet.isColumnHiddenByUser(n); }); sheet.showColumns(1, 4); sheet.showColumns(5); return [h, sheet.isColumnHiddenByUser(4), sheet.isColumnHiddenByUser(5)];',
    [[false, true, false, true, true], false, false],
  ],
  [
    'sheet.hideRows(2); sheet.hideRows(4, 2); var h = [1, 2, 3, 4, 5].map(function (n) { return sheet.isRowHiddenByUser(n); }); sheet.showRows(1, 4); sheet.showRows(5); return [h, sheet.isRowHiddenByUser(4), sheet.isRowHiddenByUser(5)];',
    [[false, true, false, true, true], false, false],
  ],
  [
    'sheet.hideSheet(); var hidden = sheet.isSheetHidden(); sheet.showSheet(); return [hidden, sheet.isSheetHidden()];',
    [true, false],
  ],
  [
    'sheet.setHiddenGridlines(true); sheet.setRightToLeft(true); return [sheet.hasHiddenGridlines(), sheet.isRightToLeft(), sheet.setRightToLeft(false).isRightToLeft()];',
    [true, true, false],
  ],
  [
    "return [sheet.setTabColor('#ff0000').getTabColor(), sheet.setTabColor(null).getTabColor()];",
    ['#ff0000', null],
  ],
  [
    "var name = 'Tab ' + sheet.getSheetId(); return [sheet.setName(name).getName() === name, sheet.getSheetName() === name, String(sheet.getType()), sheet.getParent().getId() === book.getId(), tried(function () { return sheet.setName(book.getSheets()[0].getName()); })];",
    [
      true,
      true,
      'GRID',
      true,
      expect.stringMatching(
        /^Exception: A sheet with the name ".+" already exists\. Please enter another name\.$/,
      ),
    ],
  ],
  [
    "sheet.getRange('A1:A4').setValues([[1], [2], [3], [4]]); sheet.moveRows(sheet.getRange('A1:A2'), 4); return sheet.getRange('A1:A4').getValues().join();",
    '3,1,2,4',
  ],
  [
    "sheet.getRange('A1:D1').setValues([[1, 2, 3, 4]]); sheet.moveColumns(sheet.getRange('C1'), 1); return sheet.getRange('A1:D1').getValues().join();",
    '3,1,2,4',
  ],
  [
    "return [a1(sheet.getRange(2, 3)), a1(sheet.getRange(2, 3, 4)), a1(sheet.getRange(2, 3, 4, 5)), a1(sheet.getRange('B2:C3')), tried(function () { return sheet.getRange(0, 1); })];",
    ['C2', 'C2:C5', 'C2:G5', 'B2:C3', expect.stringMatching(/^Exception: /)],
  ],
];

export const books: Case[] = [
  [
    "return [book.getNumSheets() === book.getSheets().length, book.getSheetByName(sheet.getName()).getSheetId() === sheet.getSheetId(), book.getSheetById(sheet.getSheetId()).getName() === sheet.getName(), book.getSheetByName('tiada'), book.getSheetById(1)];",
    [true, true, true, null, null],
  ],
  [
    "var before = book.getNumSheets(); book.deleteSheet(sheet); return [book.getNumSheets() - before, book.getSheetByName('x')];",
    [-1, null],
  ],
  [
    'var before = book.getNumSheets(); sheet.activate(); book.deleteActiveSheet(); return book.getNumSheets() - before;',
    -1,
  ],
  [
    "range.setValue('x'); sheet.activate(); var copy = book.duplicateActiveSheet(); return [copy.getRange('A1').getValue(), copy.getIndex() - sheet.getIndex(), book.getActiveSheet().getName() === copy.getName()];",
    ['x', 1, true],
  ],
  [
    'sheet.activate(); book.moveActiveSheet(1); var first = sheet.getIndex(); book.moveActiveSheet(2); return [first, sheet.getIndex()];',
    [1, 2],
  ],
  [
    "sheet.activate(); book.renameActiveSheet('Nama ' + sheet.getSheetId()); return sheet.getName() === 'Nama ' + sheet.getSheetId();",
    true,
  ],
  [
    "book.setActiveSheet(book.getSheets()[0]); var first = book.getActiveSheet().getIndex(); sheet.getRange('C3').activate(); book.setActiveSheet(book.getSheets()[0]); book.setActiveSheet(sheet, true); return [first, a1(sheet.getActiveRange()), book.getActiveSheet().getName() === sheet.getName()];",
    [1, 'C3', true],
  ],
  [
    "var at = book.insertSheet(0), named = book.insertSheet('N' + sheet.getSheetId()), both = book.insertSheet('M' + sheet.getSheetId(), 1); range.setValue('x'); var from = book.insertSheet({ template: sheet }); return [at.getIndex(), named.getName() === 'N' + sheet.getSheetId(), both.getIndex(), from.getRange('A1').getValue()];",
    [1, true, 2, 'x'],
  ],
  [
    "var name = book.getName(); book.rename('Induk dua'); var now = book.getName(); book.rename(name); return [now, book.getName() === name];",
    ['Induk dua', true],
  ],
  [
    "book.setSpreadsheetTimeZone('Asia/Jakarta'); book.setSpreadsheetLocale('id_ID'); var now = [book.getSpreadsheetTimeZone(), book.getSpreadsheetLocale()]; book.setSpreadsheetTimeZone('Asia/Makassar'); return now;",
    ['Asia/Jakarta', 'in_ID'],
  ],
  [
    'book.setRecalculationInterval(SpreadsheetApp.RecalculationInterval.HOUR); book.setIterativeCalculationEnabled(true); return [String(book.getRecalculationInterval()), book.isIterativeCalculationEnabled(), book.setIterativeCalculationEnabled(false).isIterativeCalculationEnabled()];',
    ['HOUR', true, false],
  ],
  [
    "book.addEditor('kasi@contoh.id'); var has = mails(book.getEditors()); book.removeEditor('kasi@contoh.id'); book.addEditors(['kasi@contoh.id']); var again = mails(book.getEditors()); book.removeEditor('kasi@contoh.id'); return [has, again, mails(book.getEditors()), book.getOwner().getEmail()];",
    [
      ['kantor@contoh.id', 'kasi@contoh.id'],
      ['kantor@contoh.id', 'kasi@contoh.id'],
      ['kantor@contoh.id'],
      'kantor@contoh.id',
    ],
  ],
  [
    "book.addViewer('kasi@contoh.id'); var has = mails(book.getViewers()).indexOf('kasi@contoh.id') >= 0; book.removeViewer('kasi@contoh.id'); book.addViewers(['kasi@contoh.id']); var again = mails(book.getViewers()).indexOf('kasi@contoh.id') >= 0; book.removeViewer('kasi@contoh.id'); return [has, again, mails(book.getViewers()).indexOf('kasi@contoh.id')];",
    [true, true, -1],
  ],
  [
    "range.setValue('x'); var copy = book.copy('Salinan ' + sheet.getSheetId()); return [copy.getName() === 'Salinan ' + sheet.getSheetId(), copy.getId() !== book.getId(), copy.getSheetByName(sheet.getName()).getRange('A1').getValue()];",
    [true, true, 'x'],
  ],
  [
    "range.setValue('x'); return [book.getBlob().getContentType(), book.getAs('application/pdf').getBytes().slice(0, 4), book.getUrl().indexOf(book.getId()) > 0];",
    ['application/pdf', [37, 80, 68, 70], true],
  ],
  [
    "return [book.toast('Selesai', 'Judul', 3), book.addMenu('Alat', [{ name: 'Jalankan', functionName: 'f0' }, null]), book.updateMenu('Alat', [{ name: 'Lagi', functionName: 'f0' }])].map(function (v) { return v === undefined || v === null; });",
    [true, true, true],
  ],
  [
    'range.applyRowBanding(); range.protect(); return [book.getBandings().length > 0, book.getProtections(SpreadsheetApp.ProtectionType.RANGE).length > 0];',
    [true, true],
  ],
];

export const app: Case[] = [
  [
    "var made = SpreadsheetApp.create('Baru', 5, 3), first = made.getSheets()[0]; return [made.getName(), first.getMaxRows(), first.getMaxColumns(), SpreadsheetApp.openById(made.getId()).getName(), SpreadsheetApp.openByUrl(made.getUrl()).getId() === made.getId(), SpreadsheetApp.open(DriveApp.getFileById(made.getId())).getName()];",
    ['Baru', 5, 3, 'Baru', true, 'Baru'],
  ],
  [
    "var made = SpreadsheetApp.create('Baru'); SpreadsheetApp.setActiveSpreadsheet(made); var now = [SpreadsheetApp.getActive().getName(), SpreadsheetApp.getActiveSpreadsheet().getName()]; SpreadsheetApp.setActiveSpreadsheet(book); return [now, SpreadsheetApp.getActive().getId() === book.getId()];",
    [['Baru', 'Baru'], true],
  ],
  [
    'SpreadsheetApp.setActiveSheet(book.getSheets()[0]); var first = SpreadsheetApp.getActiveSheet().getIndex(); SpreadsheetApp.setActiveSheet(sheet, true); return [first, SpreadsheetApp.getActiveSheet().getName() === sheet.getName()];',
    [1, true],
  ],
  ["SpreadsheetApp.openById('tiada')", expect.stringMatching(/^Exception: /)],
  [
    "range.setValue(1); SpreadsheetApp.flush(); return SpreadsheetApp.openById(book.getId()).getSheetByName(sheet.getName()).getRange('A1').getValue();",
    1,
  ],
  ['String(SpreadsheetApp.getUi())', 'Ui'],
];
