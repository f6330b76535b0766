import type { Case } from '../../../support/contracts';

const STYLE =
  "SpreadsheetApp.newTextStyle().setBold(true).setItalic(true).setUnderline(false).setStrikethrough(true).setFontFamily('Lora').setFontSize(14).setForegroundColor('#ff0000').build()";
const look =
  'function look(s) { return [s.isBold(), s.isItalic(), s.isUnderline(), s.isStrikethrough(), s.getFontFamily(), s.getFontSize(), s.getForegroundColor()]; }';
const styled = [true, true, false, true, 'Lora', 14, '#ff0000'];

export const texts: Case[] = [
  [`${look} return look(${STYLE});`, styled],
  [`${look} return look(${STYLE}.copy().setBold(false).build());`, [false, ...styled.slice(1)]],
  [
    "var s = SpreadsheetApp.newTextStyle().setForegroundColorObject(SpreadsheetApp.newColor().setRgbColor('#00ff00').build()).build(); return [s.getForegroundColorObject().asRgbColor().asHexString(), s.getForegroundColor(), s.isBold()];",
    ['#00ff00', '#00ff00', null],
  ],
  [
    `${look} var v = SpreadsheetApp.newRichTextValue().setText('satu dua').setTextStyle(0, 4, ${STYLE}).setLinkUrl(5, 8, 'https://contoh.id/').build(); return [v.getText(), v.getStartIndex(), v.getEndIndex(), look(v.getTextStyle(0, 4)), v.getTextStyle(5, 8).isBold(), v.getLinkUrl(), v.getLinkUrl(5, 8), v.getRuns().map(function (r) { return [r.getText(), r.getStartIndex(), r.getEndIndex(), r.getLinkUrl()]; })];`,
    [
      'satu dua',
      0,
      8,
      styled,
      null,
      null,
      'https://contoh.id/',
      [
        ['satu', 0, 4, null],
        [' ', 4, 5, null],
        ['dua', 5, 8, 'https://contoh.id/'],
      ],
    ],
  ],
  [
    `var v = SpreadsheetApp.newRichTextValue().setText('x').setTextStyle(${STYLE}).setLinkUrl('https://contoh.id/').build(), c = v.copy().setText('y').build(); return [v.getLinkUrl(), v.getTextStyle().isBold(), c.getText(), v.getText()];`,
    ['https://contoh.id/', true, 'y', 'x'],
  ],
  [
    "var b = SpreadsheetApp.newColor().setRgbColor('#102030'), c = b.build().asRgbColor(); return [c.getRed(), c.getGreen(), c.getBlue(), c.asHexString(), String(c.getColorType()), String(b.getColorType()), String(b.build().getColorType()), b.asRgbColor().asHexString()];",
    [16, 32, 48, '#102030', 'RGB', 'RGB', 'RGB', '#102030'],
  ],
  [
    'var t = range.setTextRotation(45).getTextRotation(), v = range.setVerticalText(true).getTextRotation(); return [t.getDegrees(), t.isVertical(), v.getDegrees(), v.isVertical()];',
    [45, false, 0, true],
  ],
];

const FIND = "sheet.getRange('A1:A5').setValues([['Desa'], ['desa A'], ['kota'], ['DESA'], ['désa']]);";
export const finder: Case[] = [
  [`${FIND} return sheet.createTextFinder('desa').findAll().map(a1);`, ['A1', 'A2', 'A4']],
  [`${FIND} return sheet.createTextFinder('desa').matchCase(true).findAll().map(a1);`, ['A2']],
  [`${FIND} return sheet.createTextFinder('desa').matchEntireCell(true).findAll().map(a1);`, ['A1', 'A4']],
  [
    `${FIND} return sheet.createTextFinder('desa').ignoreDiacritics(true).findAll().map(a1);`,
    ['A1', 'A2', 'A4', 'A5'],
  ],
  [
    `${FIND} return sheet.createTextFinder('^d.sa$').useRegularExpression(true).matchCase(true).findAll().map(a1);`,
    ['A5'],
  ],
  [
    `${FIND} sheet.getRange('B1').setFormula('=desa'); return [sheet.createTextFinder('=desa').matchFormulaText(true).findAll().map(a1), sheet.createTextFinder('=desa').findAll().length];`,
    [['B1'], 0],
  ],
  [
    `${FIND} var f = sheet.createTextFinder('desa'); return [f.getCurrentMatch(), a1(f.findNext()), a1(f.getCurrentMatch()), a1(f.findNext()), a1(f.findPrevious()), a1(f.getCurrentMatch())];`,
    [null, 'A1', 'A1', 'A2', 'A1', 'A1'],
  ],
  [`${FIND} return a1(sheet.createTextFinder('desa').startFrom(sheet.getRange('A2')).findNext());`, 'A4'],
  [
    `${FIND} var f = sheet.createTextFinder('desa'); f.findNext(); f.replaceWith('x'); return [sheet.getRange('A1:A2').getValues().join(), f.replaceAllWith('y'), sheet.getRange('A1:A5').getValues().join()];`,
    ['x,desa A', 2, 'x,y A,kota,y,désa'],
  ],
];

const META = 'SpreadsheetApp.DeveloperMetadataVisibility.';
export const metadata: Case[] = [
  [
    `sheet.addDeveloperMetadata('k', 'v', ${META}PROJECT); var m = sheet.getDeveloperMetadata()[0]; return [m.getKey(), m.getValue(), String(m.getVisibility()), m.getId() > 0, String(m.getLocation().getLocationType()), m.getLocation().getSheet().getName() === sheet.getName(), m.getLocation().getRow(), m.getLocation().getColumn(), m.getLocation().getSpreadsheet()];`,
    ['k', 'v', 'PROJECT', true, 'SHEET', true, null, null, null],
  ],
  [
    `sheet.addDeveloperMetadata('k'); var m = sheet.getDeveloperMetadata()[0].setKey('l').setValue('w').setVisibility(${META}PROJECT), now = sheet.getDeveloperMetadata()[0]; return [now.getKey(), now.getValue(), String(now.getVisibility())];`,
    ['l', 'w', 'PROJECT'],
  ],
  [
    "sheet.addDeveloperMetadata('k'); var m = sheet.getDeveloperMetadata()[0], place = function () { var l = m.getLocation(); return String(l.getLocationType()); }; m.moveToRow(sheet.getRange('3:3')); var row = [place(), m.getLocation().getRow().getRow()]; m.moveToColumn(sheet.getRange('C:C')); var column = [place(), m.getLocation().getColumn().getColumn()]; m.moveToSpreadsheet(); var whole = [place(), m.getLocation().getSpreadsheet().getId() === book.getId()]; m.moveToSheet(sheet); return [row, column, whole, place()];",
    [['ROW', 3], ['COLUMN', 3], ['SPREADSHEET', true], 'SHEET'],
  ],
  [
    "sheet.addDeveloperMetadata('k'); sheet.getDeveloperMetadata()[0].remove(); return sheet.getDeveloperMetadata();",
    [],
  ],
  [
    `sheet.addDeveloperMetadata('k', 'v'); sheet.addDeveloperMetadata('k', 'w', ${META}PROJECT); sheet.getRange('3:3').addDeveloperMetadata('r', 'v'); var keys = function (f) { return f.find().map(function (m) { return m.getKey() + m.getValue(); }).sort(); }, finder = function () { return sheet.createDeveloperMetadataFinder(); }; var id = sheet.getDeveloperMetadata()[0].getId(); return [keys(finder()), keys(finder().withKey('k')), keys(finder().withValue('v')), keys(finder().withVisibility(${META}PROJECT)), keys(finder().withLocationType(SpreadsheetApp.DeveloperMetadataLocationType.ROW)), keys(finder().withId(id)).length];`,
    [['kv', 'kw', 'rv'], ['kv', 'kw'], ['kv', 'rv'], ['kw'], ['rv'], 1],
  ],
  [
    "sheet.addDeveloperMetadata('above'); sheet.getRange('3:3').addDeveloperMetadata('at'); var keys = function (f) { return f.find().map(function (m) { return m.getKey(); }).sort(); }; return [keys(sheet.getRange('3:3').createDeveloperMetadataFinder()), keys(sheet.getRange('3:3').createDeveloperMetadataFinder().onIntersectingLocations())];",
    [['at'], ['above', 'at']],
  ],
];

const GROUP =
  "sheet.getRange('2:4').shiftRowGroupDepth(1); var group = sheet.getRowGroup(3, 1); function rows(r) { return [r.getRow(), r.getLastRow()]; }";
export const groups: Case[] = [
  [
    `${GROUP} return [rows(group.getRange()), group.getDepth(), group.getControlIndex(), group.isCollapsed()];`,
    [[2, 4], 1, 5, false],
  ],
  [
    `${GROUP} group.collapse(); var folded = [group.isCollapsed(), sheet.getRowGroup(3, 1).isCollapsed()]; group.expand(); return [folded, group.isCollapsed()];`,
    [[true, true], false],
  ],
  [`${GROUP} group.remove(); return sheet.getRowGroupDepth(3);`, 0],
  [
    "sheet.getRange('B:C').shiftColumnGroupDepth(1); var g = sheet.getColumnGroup(2, 1); sheet.collapseAllColumnGroups(); var folded = g.isCollapsed(); sheet.expandAllColumnGroups(); return [[g.getRange().getColumn(), g.getRange().getLastColumn()], folded, sheet.getColumnGroup(2, 1).isCollapsed(), sheet.getColumnGroupDepth(2)];",
    [[2, 3], true, false, 1],
  ],
  [
    "sheet.getRange('2:6').shiftRowGroupDepth(1); sheet.getRange('3:4').shiftRowGroupDepth(1); var state = function () { return [sheet.getRowGroup(2, 1).isCollapsed(), sheet.getRowGroup(3, 2).isCollapsed()]; }; sheet.collapseAllRowGroups(); var all = state(); sheet.expandRowGroupsUpToDepth(1); var one = state(); sheet.expandAllRowGroups(); return [all, one, state()];",
    [
      [true, true],
      [false, true],
      [false, false],
    ],
  ],
  [
    "sheet.getRange('B:F').shiftColumnGroupDepth(1); sheet.getRange('C:D').shiftColumnGroupDepth(1); sheet.collapseAllColumnGroups(); sheet.expandColumnGroupsUpToDepth(1); return [sheet.getColumnGroup(2, 1).isCollapsed(), sheet.getColumnGroup(3, 2).isCollapsed()];",
    [false, true],
  ],
  [
    'var p = SpreadsheetApp.GroupControlTogglePosition; sheet.setRowGroupControlPosition(p.BEFORE); sheet.setColumnGroupControlPosition(p.BEFORE); return [String(sheet.getRowGroupControlPosition()), String(sheet.getColumnGroupControlPosition())];',
    ['BEFORE', 'BEFORE'],
  ],
];

const rowBand = 'var band = range.applyRowBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, true);';
const columnBand = 'var band = range.applyColumnBanding(SpreadsheetApp.BandingTheme.LIGHT_GREY, true, true);';
const parts = ['Header', 'First', 'Second', 'Footer'];
const bandSetters = (given: string, line: string): Case[] =>
  parts.map((name) => [
    `${given} band.set${name}${line}Color('#123456'); return [band.get${name}${line}Color(), range.getBandings()[0].get${name}${line}Color(), band.set${name}${line}Color(null).get${name}${line}Color()];`,
    ['#123456', '#123456', null],
  ]);
export const bandings: Case[] = [
  ...bandSetters(rowBand, 'Row'),
  ...bandSetters(columnBand, 'Column'),
  [
    `${rowBand} band.setRange(sheet.getRange('A1:D9')); return [a1(band.getRange()), a1(sheet.getBandings()[0].getRange())];`,
    ['A1:D9', 'A1:D9'],
  ],
  [
    `${rowBand} var other = band.copyTo(sheet.getRange('F1:G5')); return [a1(other.getRange()), other.getFirstRowColor() === band.getFirstRowColor(), sheet.getBandings().length];`,
    ['F1:G5', true, 2],
  ],
  [`${rowBand} band.remove(); return [sheet.getBandings(), book.getBandings().length >= 0];`, [[], true]],
  [
    `${rowBand} return tried(function () { return range.applyRowBanding(); });`,
    expect.stringMatching(
      /^Exception: You cannot add alternating background colors to a range that already has alternating background colors/,
    ),
  ],
];
