import type { Case } from '../../../support/contracts';
import { BODY, CELL, IMAGE, LIST_ITEM, PARAGRAPH, ROW, TABLE_KIND, TEXT } from './documentElements';

const IMAGE_BLOB =
  "Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), 'image/png')";

/** What is set is read: with `null` before, where Google has no own value. */
const set = (make: string, name: string, value: string, told: unknown = JSON.parse(value)): Case => [
  `${make} var before = e.get${name}(); e.set${name}(${value}); return [before === ${value}, plain(e.get${name}())];`,
  [false, told],
];

const lines = [PARAGRAPH, LIST_ITEM].flatMap(({ make }): Case[] => [
  set(make, 'Alignment', 'DocumentApp.HorizontalAlignment.JUSTIFY', 'JUSTIFY'),
  set(make, 'Heading', 'DocumentApp.ParagraphHeading.HEADING3', 'HEADING3'),
  set(make, 'IndentStart', '40'),
  set(make, 'IndentEnd', '41'),
  set(make, 'IndentFirstLine', '42'),
  set(make, 'LineSpacing', '1.7'),
  set(make, 'SpacingAfter', '7'),
  set(make, 'SpacingBefore', '8'),
  [
    `${make} var before = e.isLeftToRight(); e.setLeftToRight(false); return [before, e.isLeftToRight()];`,
    [true, false],
  ],
  [
    `${make} e.setText('baru'); e.appendText(' tebal').setBold(true); e.insertText(0, 'awal '); return [e.getText(), e.editAsText().isBold(12), e.editAsText().isBold(0)];`,
    ['awal baru tebal', true, null],
  ],
  [
    `${make} e.appendPageBreak(); e.insertPageBreak(0); e.appendHorizontalRule(); e.insertHorizontalRule(0); e.appendInlineImage(${IMAGE_BLOB}); e.insertInlineImage(0, ${IMAGE_BLOB}); var all = []; for (var i = 0; i < e.getNumChildren(); i++) all.push(String(e.getChild(i).getType())); return all;`,
    [
      'INLINE_IMAGE',
      'HORIZONTAL_RULE',
      'PAGE_BREAK',
      'TEXT',
      'PAGE_BREAK',
      'HORIZONTAL_RULE',
      'INLINE_IMAGE',
    ],
  ],
]);

const list: Case[] = [
  [
    `${LIST_ITEM.make} return [e.getNestingLevel(), String(e.getGlyphType()), e.setNestingLevel(2).getNestingLevel(), String(e.setGlyphType(DocumentApp.GlyphType.SQUARE_BULLET).getGlyphType())];`,
    [0, 'NUMBER', 2, 'SQUARE_BULLET'],
  ],
  [
    `${LIST_ITEM.make} var other = body.appendListItem('lain'), apart = other.getListId() !== e.getListId(); other.setListId(e); return [apart, other.getListId() === e.getListId()];`,
    [true, true],
  ],
];

/** Of letters: for all of them, and for the first four only. */
const letters = (name: string, value: string, told: unknown, getter = `get${name}`): Case[] => [
  [
    `${TEXT.make} var before = e.${getter}(); e.set${name}(${value}); return [before, plain(e.${getter}()), plain(e.${getter}(3))];`,
    [null, told, told],
  ],
  [
    `${TEXT.make} e.set${name}(0, 3, ${value}); return [plain(e.${getter}(3)), plain(e.${getter}(4)), e.${getter}()];`,
    [told, null, null],
  ],
];
const texts: Case[] = [
  ...letters('Bold', 'true', true, 'isBold'),
  ...letters('Italic', 'true', true, 'isItalic'),
  ...letters('Underline', 'true', true, 'isUnderline'),
  ...letters('Strikethrough', 'true', true, 'isStrikethrough'),
  ...letters('FontFamily', "'Lora'", 'Lora'),
  ...letters('FontSize', '14', 14),
  ...letters('ForegroundColor', "'#ff0000'", '#ff0000'),
  ...letters('BackgroundColor', "'#ffff00'", '#ffff00'),
  ...letters('LinkUrl', "'https://contoh.id/'", 'https://contoh.id/'),
  ...letters('TextAlignment', 'DocumentApp.TextAlignment.SUBSCRIPT', 'SUBSCRIPT'),
  [
    `${TEXT.make} e.setText('abcdef'); e.insertText(3, 'X').appendText('Z'); e.deleteText(0, 1); return [e.getText(), e.editAsText().getText()];`,
    ['cXdefZ', 'cXdefZ'],
  ],
  [
    `${TEXT.make} e.setBold(0, 3, true); return [e.getTextAttributeIndices(), tried(function () { return e.setBold(0, 99, true); })];`,
    [[0, 4], expect.stringMatching(/^Exception: Index \(99\)/)],
  ],
  [
    `${TEXT.make} var found = e.findText('Na'); e.replaceText('Na', 'na'); return [found.getStartOffset(), found.getEndOffsetInclusive(), e.getText()];`,
    [0, 1, 'nama {{x}} akhir'],
  ],
  [
    `${TEXT.make} var s = {}; s[DocumentApp.Attribute.ITALIC] = true; e.setAttributes(0, 3, s); return [e.getAttributes(0).ITALIC, e.getAttributes(5).ITALIC];`,
    [true, null],
  ],
];

const tables: Case[] = [
  [
    `${TABLE_KIND.make} return [e.getNumRows(), e.getRow(1).getText(), e.getCell(1, 1).getText(), tried(function () { return e.getCell(5, 5); })];`,
    [2, 'c\nd', 'd', expect.stringMatching(/^Exception: /)],
  ],
  [
    `${TABLE_KIND.make} e.appendTableRow().appendTableCell('x'); e.insertTableRow(0).appendTableCell('y'); var copy = e.getRow(0).copy(); e.appendTableRow(copy); e.removeRow(1); return e.getText();`,
    'y\nc\nd\nx\ny',
  ],
  [
    `${TABLE_KIND.make} e.setBorderColor('#ff0000').setBorderWidth(2).setColumnWidth(1, 90); return [e.getBorderColor(), e.getBorderWidth(), e.getColumnWidth(1), e.getColumnWidth(0)];`,
    ['#ff0000', 2, 90, null],
  ],
  [
    `${ROW.make} e.appendTableCell('x'); e.insertTableCell(0, 'y'); e.removeCell(1); return [e.getNumCells(), e.getText(), e.getCell(0).getText(), e.getParentTable().getNumRows()];`,
    [3, 'y\nb\nx', 'y', 2],
  ],
  [`${ROW.make} return [e.getMinimumHeight(), e.setMinimumHeight(33).getMinimumHeight()];`, [null, 33]],
  ...['Bottom', 'Left', 'Right', 'Top'].map((side, at) => set(CELL.make, `Padding${side}`, String(at + 3))),
  set(CELL.make, 'BackgroundColor', '"#eeeeee"'),
  set(CELL.make, 'Width', '77'),
  set(CELL.make, 'VerticalAlignment', 'DocumentApp.VerticalAlignment.BOTTOM', 'BOTTOM'),
  [
    `${CELL.make} return [e.getColSpan(), e.getRowSpan(), e.getParentRow().getNumCells(), e.getParentTable().getNumRows()];`,
    [1, 1, 2, 2],
  ],
];

const images: Case[] = [
  [
    `${IMAGE.make} return [e.getWidth(), e.getHeight(), e.setWidth(30).getWidth(), e.setHeight(20).getHeight()];`,
    [1, 1, 30, 20],
  ],
  [
    `${IMAGE.make} e.setAltTitle('T').setAltDescription('D').setLinkUrl('https://contoh.id/'); return [e.getAltTitle(), e.getAltDescription(), e.getLinkUrl()];`,
    ['T', 'D', 'https://contoh.id/'],
  ],
  [
    `${IMAGE.make} return [e.getBlob().getContentType(), e.getAs('image/png').getBytes().slice(1, 4)];`,
    ['image/png', [80, 78, 71]],
  ],
];

const pages: Case[] = [
  ...['Top', 'Bottom', 'Left', 'Right'].map((side) => set(BODY.make, `Margin${side}`, '50')),
  set(BODY.make, 'PageWidth', '600'),
  set(BODY.make, 'PageHeight', '800'),
  [
    `${BODY.make} body.appendPageBreak(); body.insertPageBreak(0); return [String(body.getChild(0).getChild(0).getType()), String(body.getChild(2).getChild(0).getType())];`,
    ['PAGE_BREAK', 'PAGE_BREAK'],
  ],
  [
    'var s = {}; s[DocumentApp.Attribute.FONT_SIZE] = 22; body.setHeadingAttributes(DocumentApp.ParagraphHeading.HEADING1, s); return body.getHeadingAttributes(DocumentApp.ParagraphHeading.HEADING1).FONT_SIZE;',
    22,
  ],
];

const documents: Case[] = [
  [
    "return [DocumentApp.openById(doc.getId()).getName(), DocumentApp.openByUrl(doc.getUrl()).getId() === doc.getId(), DocumentApp.getActiveDocument(), doc.setName('Lain').getName(), tried(function () { return DocumentApp.getUi(); })];",
    [
      'Surat',
      true,
      null,
      'Lain',
      expect.stringMatching(/^Exception: Cannot call DocumentApp.getUi\(\) from this context/),
    ],
  ],
  [
    "return [doc.setLanguage('id').getLanguage(), doc.getFootnotes(), doc.getBlob().getContentType(), doc.getAs('application/pdf').getBytes().slice(0, 4), doc.getCursor(), doc.getSelection()];",
    ['id', [], 'application/pdf', [37, 80, 68, 70], null, null],
  ],
  [
    "doc.addEditor('kasi@contoh.id'); var one = mails(doc.getEditors()); doc.removeEditor('kasi@contoh.id'); doc.addEditors(['kasi@contoh.id']); var two = mails(doc.getEditors()); doc.removeEditor('kasi@contoh.id'); return [one, two, mails(doc.getEditors()).indexOf('kasi@contoh.id')];",
    [expect.arrayContaining(['kasi@contoh.id']), expect.arrayContaining(['kasi@contoh.id']), -1],
  ],
  [
    "doc.addViewer('kasi@contoh.id'); var one = mails(doc.getViewers()); doc.removeViewer('kasi@contoh.id'); doc.addViewers(['kasi@contoh.id']); var two = mails(doc.getViewers()); doc.removeViewer('kasi@contoh.id'); return [one, two, mails(doc.getViewers()).indexOf('kasi@contoh.id')];",
    [expect.arrayContaining(['kasi@contoh.id']), expect.arrayContaining(['kasi@contoh.id']), -1],
  ],
  [
    "doc.addHeader().setText('K'); doc.addFooter().setText('F'); return [doc.getHeader().getText(), doc.getFooter().getText(), tried(function () { return doc.addHeader(); })];",
    ['K', 'F', expect.stringMatching(/^Exception: /)],
  ],
  [
    "body.setText('x'); doc.saveAndClose(); return [DocumentApp.openById(doc.getId()).getBody().getText(), tried(function () { return body.setText('y'); })];",
    ['x', 'Exception: Document is closed, its contents cannot be changed.'],
  ],
  [
    "var tab = doc.getActiveTab(), all = doc.getTabs(), inside = tab.asDocumentTab(); inside.addHeader().setText('K'); inside.addFooter().setText('F'); doc.setActiveTab(tab.getId()); return [all.length, tab.getId() === all[0].getId(), doc.getTab(tab.getId()).getIndex(), tab.getChildTabs(), typeof tab.getTitle(), inside.getHeader().getText(), inside.getFooter().getText(), inside.getFootnotes(), inside.getBody().getText() === doc.getBody().getText(), doc.getHeader().getText()];",
    [1, true, 0, [], 'string', 'K', 'F', [], true, 'K'],
  ],
  ["String(DocumentApp.create('Baru').getBody())", 'Body'],
];

export const documentTexts: Case[] = [
  ...lines,
  ...list,
  ...texts,
  ...tables,
  ...images,
  ...pages,
  ...documents,
];
