import type { Case } from '../../../support/contracts';

export const protections: Case[] = [
  [
    'var p = range.protect(); return [String(p.getProtectionType()), a1(p.getRange()), p.canEdit(), p.isWarningOnly(), p.canDomainEdit(), p.getRangeName(), p.getUnprotectedRanges()];',
    ['RANGE', 'A1:B2', true, false, false, null, []],
  ],
  [
    "var p = range.protect().setDescription('kunci').setWarningOnly(true); return [p.getDescription(), p.isWarningOnly(), sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE)[0].isWarningOnly()];",
    ['kunci', true, true],
  ],
  [
    "var p = range.protect(); p.addEditor('kasi@contoh.id'); var one = p.getEditors().length; p.removeEditor('kasi@contoh.id'); return [one, p.getEditors().map(function (u) { return u.getEmail(); })];",
    [1, []],
  ],
  [
    "var p = range.protect(); p.addEditors(['kasi@contoh.id']); var two = p.getEditors().length; p.removeEditors(['kasi@contoh.id']); return [two, p.getEditors().length];",
    [1, 0],
  ],
  ['range.protect().remove(); return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE);', []],
  ["return a1(range.protect().setRange(sheet.getRange('D1:D9')).getRange());", 'D1:D9'],
  [
    "book.setNamedRange('Kunci_' + sheet.getSheetId(), range); var name = 'Kunci_' + sheet.getSheetId(); var p = sheet.getRange('F1').protect().setRangeName(name); return [p.getRangeName() === name, a1(p.getRange()), a1(sheet.getRange('F1').protect().setNamedRange(sheet.getNamedRanges()[0]).getRange())];",
    [true, 'A1:B2', 'A1:B2'],
  ],
  [
    "var p = sheet.protect().setUnprotectedRanges([range]); return [String(p.getProtectionType()), p.getUnprotectedRanges().map(a1), sheet.getProtections(SpreadsheetApp.ProtectionType.SHEET).length, a1(p.getRange()) !== ''];",
    ['SHEET', ['A1:B2'], 1, true],
  ],
  [
    'return tried(function () { return range.protect().setDomainEdit(true).canDomainEdit(); });',
    expect.anything(),
  ],
];

export const named: Case[] = [
  [
    "var name = 'N_' + sheet.getSheetId(); book.setNamedRange(name, range); var n = sheet.getNamedRanges()[0]; return [n.getName() === name, a1(n.getRange()), a1(book.getRangeByName(name)), book.getNamedRanges().some(function (x) { return x.getName() === name; })];",
    [true, 'A1:B2', 'A1:B2', true],
  ],
  [
    "var name = 'N_' + sheet.getSheetId(); book.setNamedRange(name, range); var n = sheet.getNamedRanges()[0]; n.setName(name + 'x').setRange(sheet.getRange('D4')); return [book.getRangeByName(name), a1(book.getRangeByName(name + 'x'))];",
    [null, 'D4'],
  ],
  [
    "var name = 'N_' + sheet.getSheetId(); book.setNamedRange(name, range); sheet.getNamedRanges()[0].remove(); return [sheet.getNamedRanges(), book.getRangeByName(name)];",
    [[], null],
  ],
  [
    "var name = 'N_' + sheet.getSheetId(); book.setNamedRange(name, range); book.removeNamedRange(name); return [book.getRangeByName(name), tried(function () { return book.removeNamedRange(name); })];",
    [null, expect.stringMatching(/^Exception: /)],
  ],
];

export const selections: Case[] = [
  [
    'var s = sheet.setActiveRange(range).getSheet().getSelection(); return [a1(s.getActiveRange()), a1(s.getCurrentCell()), s.getActiveSheet().getName() === sheet.getName(), s.getActiveRangeList().getRanges().map(a1)];',
    ['A1:B2', 'A1', true, ['A1:B2']],
  ],
  [
    "sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('A1').activate(); var s = sheet.getSelection(); return [a1(s.getNextDataRange(SpreadsheetApp.Direction.DOWN)), a1(book.getSelection().getActiveRange()), a1(SpreadsheetApp.getSelection().getCurrentCell())];",
    ['A1:A3', 'A1', 'A1'],
  ],
  [
    "return [a1(sheet.setActiveSelection('B3:C4')), a1(sheet.getActiveRange()), a1(sheet.getActiveCell()), a1(sheet.setActiveSelection(range))];",
    ['B3:C4', 'B3:C4', 'B3', 'A1:B2'],
  ],
  [
    "return [a1(book.setActiveSelection(sheet.getRange('C3'))), a1(book.getActiveRange()), a1(book.getActiveCell()), a1(book.getCurrentCell())];",
    ['C3', 'C3', 'C3', 'C3'],
  ],
  [
    "sheet.setActiveRangeList(sheet.getRangeList(['A1', 'C3:D4'])); return [sheet.getActiveRangeList().getRanges().map(a1), a1(sheet.getActiveRange()), book.getActiveRangeList().getRanges().length, SpreadsheetApp.getActiveRangeList().getRanges().length];",
    [['A1', 'C3:D4'], 'C3:D4', 2, 2],
  ],
  [
    'book.setActiveRangeList(book.getRangeList(["\'" + sheet.getName() + "\'!A1", "\'" + sheet.getName() + "\'!B2"])); return a1(sheet.getCurrentCell());',
    'B2',
  ],
  [
    "SpreadsheetApp.setActiveRangeList(sheet.getRangeList(['D4'])); return [a1(SpreadsheetApp.getActiveRange()), a1(SpreadsheetApp.setActiveRange(range)), a1(SpreadsheetApp.getCurrentCell()), a1(SpreadsheetApp.setCurrentCell(sheet.getRange('B2'))), a1(sheet.getActiveRange()), a1(sheet.getCurrentCell())];",
    ['D4', 'A1:B2', 'A1', 'B2', 'A1:B2', 'B2'],
  ],
  [
    "sheet.setActiveRange(range); return [a1(sheet.setCurrentCell(sheet.getRange('B1'))), a1(sheet.getActiveRange()), a1(book.setCurrentCell(sheet.getRange('F9'))), a1(sheet.getActiveRange())];",
    ['B1', 'A1:B2', 'F9', 'F9'],
  ],
  ['return [a1(book.setActiveRange(range)), a1(book.getActiveRange())];', ['A1:B2', 'A1:B2']],
];

const PIXEL =
  "Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), 'image/png', 'titik.png')";
const IMAGE = `var image = sheet.insertImage(${PIXEL}, 2, 3);`;
export const images: Case[] = [
  [
    `${IMAGE} return [a1(image.getAnchorCell()), image.getAnchorCellXOffset(), image.getAnchorCellYOffset(), image.getWidth(), image.getHeight(), image.getInherentWidth(), image.getInherentHeight(), image.getSheet().getName() === sheet.getName(), image.getUrl(), image.getScript(), sheet.getImages().length, book.getImages().length > 0];`,
    ['B3', 0, 0, 1, 1, 1, 1, true, null, '', 1, true],
  ],
  [
    `var image = sheet.insertImage(${PIXEL}, 2, 3, 4, 5); return [image.getAnchorCellXOffset(), image.getAnchorCellYOffset()];`,
    [4, 5],
  ],
  [
    `${IMAGE} image.setAnchorCell(sheet.getRange('D4')).setAnchorCellXOffset(7).setAnchorCellYOffset(8).setWidth(30).setHeight(20).setAltTextTitle('T').setAltTextDescription('D').assignScript('f0'); var kept = sheet.getImages()[0]; return [a1(kept.getAnchorCell()), kept.getAnchorCellXOffset(), kept.getAnchorCellYOffset(), kept.getWidth(), kept.getHeight(), kept.getAltTextTitle(), kept.getAltTextDescription(), kept.getScript()];`,
    ['D4', 7, 8, 30, 20, 'T', 'D', 'f0'],
  ],
  [
    `${IMAGE} image.setWidth(30).setHeight(20).resetSize(); return [image.getWidth(), image.getHeight()];`,
    [1, 1],
  ],
  [`${IMAGE} image.replace(${PIXEL}); return [sheet.getImages().length, image.getWidth()];`, [1, 1]],
  [`${IMAGE} image.remove(); return sheet.getImages();`, []],
  [`book.setActiveSheet(sheet); book.insertImage(${PIXEL}, 1, 1); return sheet.getImages().length;`, 1],
  [
    "var b = SpreadsheetApp.newCellImage().setSourceUrl('https://contoh.id/a.png').setAltTextTitle('T').setAltTextDescription('D'), i = b.build(); return [b.getAltTextTitle(), b.getAltTextDescription(), i.getAltTextTitle(), i.getAltTextDescription(), b.toBuilder().build().getAltTextTitle(), i.toBuilder().setAltTextTitle('U').build().getAltTextTitle(), b.getUrl(), i.getUrl(), tried(function () { return b.getContentUrl(); })];",
    [
      'T',
      'D',
      'T',
      'D',
      'T',
      'U',
      'https://contoh.id/a.png',
      'https://contoh.id/a.png',
      'Exception: CellImage.getContentUrl of a picture in no cell is not supported by the local workspace',
    ],
  ],
  [
    "range.getCell(1, 1).setValue(SpreadsheetApp.newCellImage().setSourceUrl('https://contoh.id/a.png').setAltTextTitle('T').build()); return [String(range.getValue()), range.getValue().getAltTextTitle(), range.getValue().getContentUrl(), range.getValue().getUrl()];",
    ['CellImage', 'T', 'https://contoh.id/a.png', null],
  ],
];
