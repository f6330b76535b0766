import type { Case } from '../../../support/contracts';
import { membersOf } from '../../../support/members';

const PIXEL =
  "Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), 'image/png')";

/** A class of elements: how one comes about between two paragraphs, and what stands around it. */
interface Kind {
  gas: string;
  type: string;
  make: string;
  parent: string | null;
  previous: string | null;
  next: string | null;
}
const inBody = (gas: string, type: string, make: string): Kind => ({
  gas,
  type,
  make: `body.setText('sebelum'); ${make} body.appendParagraph('sesudah');`,
  parent: 'BODY_SECTION',
  previous: 'PARAGRAPH',
  next: 'PARAGRAPH',
});
const inLine = (gas: string, type: string, make: string): Kind => ({
  gas,
  type,
  make: `var line = body.appendParagraph('a'); ${make} body.appendParagraph('sesudah');`,
  parent: 'PARAGRAPH',
  previous: 'TEXT',
  next: null,
});
const alone = (gas: string, type: string, make: string): Kind => ({
  gas,
  type,
  make,
  parent: null,
  previous: null,
  next: null,
});
const WORDS = "'Nama {{x}} akhir'";
const TABLE = "var table = body.appendTable([['Nama {{x}} akhir', 'b'], ['c', 'd']]);";

export const BODY = alone('Body', 'BODY_SECTION', `var e = body; e.setText(${WORDS});`);
export const HEADER = alone(
  'HeaderSection',
  'HEADER_SECTION',
  `var e = doc.addHeader(); e.setText(${WORDS});`,
);
export const FOOTER = alone(
  'FooterSection',
  'FOOTER_SECTION',
  `var e = doc.addFooter(); e.setText(${WORDS});`,
);
export const PARAGRAPH = inBody('Paragraph', 'PARAGRAPH', `var e = body.appendParagraph(${WORDS});`);
export const LIST_ITEM = inBody('ListItem', 'LIST_ITEM', `var e = body.appendListItem(${WORDS});`);
export const TEXT: Kind = {
  ...inLine('Text', 'TEXT', ''),
  make: `var e = body.appendParagraph(${WORDS}).getChild(0).asText(); body.appendParagraph('sesudah');`,
  previous: null,
};
export const TABLE_KIND = inBody('Table', 'TABLE', `${TABLE} var e = table;`);
export const ROW: Kind = {
  ...inBody('TableRow', 'TABLE_ROW', `${TABLE} var e = table.getRow(0);`),
  parent: 'TABLE',
  previous: null,
  next: 'TABLE_ROW',
};
export const CELL: Kind = {
  ...inBody('TableCell', 'TABLE_CELL', `${TABLE} var e = table.getCell(0, 0);`),
  parent: 'TABLE_ROW',
  previous: null,
  next: 'TABLE_CELL',
};
export const IMAGE = inLine('InlineImage', 'INLINE_IMAGE', `var e = line.appendInlineImage(${PIXEL});`);
const RULE = inLine('HorizontalRule', 'HORIZONTAL_RULE', 'var e = line.appendHorizontalRule();');
const BREAK = inLine('PageBreak', 'PAGE_BREAK', 'var e = line.appendPageBreak();');

export const CONTAINERS = [BODY, HEADER, FOOTER, PARAGRAPH, LIST_ITEM, TABLE_KIND, ROW, CELL];
export const SECTIONS = [BODY, HEADER, FOOTER, CELL];
const ALL = [...CONTAINERS, TEXT, IMAGE, RULE, BREAK];

/** Casts give the element itself or refuse: what each class of the reference is cast to. */
const TYPE_OF: Record<string, string> = { Body: 'BODY_SECTION' };
const typeOf = (name: string): string => TYPE_OF[name] ?? name.replace(/(?!^)([A-Z])/g, '_$1').toUpperCase();
function casts({ gas, type, make }: Kind): Case {
  const members = membersOf(`Document.${gas}`).filter((member) => /^as[A-Z]/.test(member));
  const tries = members.map((member) => `tried(function () { return String(e.${member}()); })`);
  const told = members.map((member) => {
    const to = member.slice(2);
    return typeOf(to) === type ? gas : `Exception: ${type} can't be cast to ${to}.`;
  });
  return [`${make} return [${tries.join(', ')}];`, told];
}

const typeOrNull = (expression: string): string =>
  `(function (o) { return o === null ? null : String(o.getType()); })(${expression})`;
const isText = (kind: Kind): boolean => !/^(INLINE_IMAGE|HORIZONTAL_RULE|PAGE_BREAK)$/.test(kind.type);

/** An attribute of each type; a header's and a footer's go to their letters, rules and breaks have none. */
const ATTRIBUTES: Record<string, [key: string, value: string, told: unknown]> = {
  BODY_SECTION: ['MARGIN_TOP', '50', 50],
  PARAGRAPH: ['SPACING_AFTER', '7', 7],
  LIST_ITEM: ['NESTING_LEVEL', '2', 2],
  TEXT: ['ITALIC', 'true', true],
  TABLE: ['BORDER_WIDTH', '3', 3],
  TABLE_ROW: ['MINIMUM_HEIGHT', '30', 30],
  TABLE_CELL: ['PADDING_TOP', '4', 4],
  INLINE_IMAGE: ['WIDTH', '40', 40],
};
function attribute({ type, make }: Kind): Case {
  const own = ATTRIBUTES[type];
  if (own) {
    const [key, value, told] = own;
    return [
      `${make} var s = {}; s[DocumentApp.Attribute.${key}] = ${value}; return [e.setAttributes(s).getAttributes().${key}, e.getType() === DocumentApp.ElementType.INLINE_IMAGE ? e.getWidth() : ${value}];`,
      [told, told],
    ];
  }
  const letters = /_SECTION$/.test(type) ? 'e.editAsText().isBold()' : 'null';
  return [
    `${make} var s = {}; s[DocumentApp.Attribute.BOLD] = true; e.setAttributes(s); return [${letters}, Object.keys(e.getAttributes())];`,
    [/_SECTION$/.test(type) ? true : null, []],
  ];
}

const common = (kind: Kind): Case[] => [
  casts(kind),
  [
    `${kind.make} return [String(e.getType()), ${typeOrNull('e.getParent()')}, ${typeOrNull('e.getPreviousSibling()')}, ${typeOrNull('e.getNextSibling()')}, e.isAtDocumentEnd()];`,
    [kind.type, kind.parent, kind.previous, kind.next, kind.type === 'BODY_SECTION'],
  ],
  [
    `${kind.make} var c = e.copy(); return [String(c.getType()), c.getParent(), ${isText(kind) ? 'c.getText() === e.getText()' : 'true'}];`,
    [kind.type, null, true],
  ],
  attribute(kind),
  kind.parent === null
    ? [
        `${kind.make} return tried(function () { return e.merge(); });`,
        'Exception: Element must be preceded by an element of the same type.',
      ]
    : [
        `${kind.make} var parent = e.getParent(), had = parent.getNumChildren(); e.removeFromParent(); return [had - parent.getNumChildren(), e.getParent()];`,
        [1, null],
      ],
];

export const elements: Case[] = [
  ...ALL.flatMap(common),
  [
    `${BODY.make} return tried(function () { return e.removeFromParent(); });`,
    'Exception: Element does not have a parent.',
  ],
  [`${HEADER.make} e.removeFromParent(); return doc.getHeader();`, null],
  [`${FOOTER.make} e.removeFromParent(); return doc.getFooter();`, null],
  ["body.setText('a'); body.appendParagraph('b').merge(); return body.getText();", 'ab'],
  [
    "body.appendListItem('a'); body.appendListItem('b').merge(); return body.getListItems().map(function (i) { return i.getText(); });",
    ['ab'],
  ],
  [
    "body.appendTable([['a']]); body.appendTable([['b']]).merge(); return body.getTables().map(function (t) { return t.getText(); });",
    ['a\nb'],
  ],
  [`${TABLE} table.getRow(1).merge(); return [table.getNumRows(), table.getRow(0).getNumCells()];`, [1, 4]],
  [
    `${TABLE} table.getCell(1, 1).merge(); return [table.getRow(1).getNumCells(), table.getCell(1, 0).getText()];`,
    [1, 'c\nd'],
  ],
  [
    "var p = body.appendParagraph('a'); p.appendText('b').setBold(true).merge(); return [p.getNumChildren(), p.getText(), p.editAsText().isBold(1)];",
    [1, 'ab', true],
  ],
  ...[IMAGE, RULE, BREAK].map((kind): Case => [
    `${kind.make} return tried(function () { return e.merge(); });`,
    'Exception: Element must be preceded by an element of the same type.',
  ]),
];

const container = ({ type, make }: Kind): Case[] => {
  const isLine = /PARAGRAPH|LIST_ITEM/.test(type);
  const child = isLine
    ? 'TEXT'
    : type === 'TABLE'
      ? 'TABLE_ROW'
      : type === 'TABLE_ROW'
        ? 'TABLE_CELL'
        : 'PARAGRAPH';
  const text =
    type === 'TABLE'
      ? 'Nama {{x}} akhir\nb\nc\nd'
      : type === 'TABLE_ROW'
        ? 'Nama {{x}} akhir\nb'
        : 'Nama {{x}} akhir';
  return [
    [`${make} return [e.getText(), e.editAsText().getText()];`, [text, text]],
    [
      `${make} var found = e.findText('\\\\{\\\\{x\\\\}\\\\}'); return [found.getStartOffset(), found.getEndOffsetInclusive(), found.isPartial(), found.getElement().asText().getText(), e.findText('tiada'), e.findText('\\\\{\\\\{x\\\\}\\\\}', found)];`,
      [5, 9, true, 'Nama {{x}} akhir', null, null],
    ],
    [
      `${make} e.replaceText('\\\\{\\\\{x\\\\}\\\\}', 'Siti'); return e.getText();`,
      text.replace('{{x}}', 'Siti'),
    ],
    [
      `${make} return [String(e.findElement(DocumentApp.ElementType.TEXT).getElement().getType()), e.findElement(DocumentApp.ElementType.PAGE_BREAK)];`,
      ['TEXT', null],
    ],
    [
      `${make} return [e.getNumChildren(), String(e.getChild(0).getType()), e.getChildIndex(e.getChild(0)), tried(function () { return e.getChild(9); })];`,
      [
        type === 'TABLE' || type === 'TABLE_ROW' ? 2 : 1,
        child,
        0,
        expect.stringMatching(/^Exception: Child index \(9\) must be/),
      ],
    ],
    [
      `${make} e.setLinkUrl('https://contoh.id/'); e.setTextAlignment(DocumentApp.TextAlignment.SUPERSCRIPT); return [e.getLinkUrl(), String(e.getTextAlignment())];`,
      ['https://contoh.id/', 'SUPERSCRIPT'],
    ],
    [`${make} e.clear(); return e.getText();`, ''],
    isLine || type === 'TABLE' || type === 'TABLE_ROW'
      ? [
          `${make} var had = e.getNumChildren(); e.removeChild(e.getChild(0)); return had - e.getNumChildren();`,
          1,
        ]
      : [
          `${make} var p = e.appendParagraph('dua'); e.removeChild(p); return [e.getText(), tried(function () { return e.removeChild(e.getChild(0)); })];`,
          ['Nama {{x}} akhir', "Exception: Can't remove the last paragraph in a document section."],
        ],
  ];
};
export const containers = CONTAINERS.flatMap(container);

const kinds = (list: string): string => `${list}.map(function (o) { return String(o.getType()); })`;
const section = ({ make, gas }: Kind): Case[] => {
  const children =
    'function children() { var all = []; for (var i = 0; i < e.getNumChildren(); i++) all.push(String(e.getChild(i).getType())); return all; }';
  const own = `${make} ${children}`;
  const lists =
    gas === 'TableCell'
      ? []
      : ([
          [
            `${own} e.appendParagraph('p'); e.appendListItem('l'); return e.getParagraphs().map(function (o) { return o.getText(); });`,
            ['Nama {{x}} akhir', 'p', 'l'],
          ],
          [
            `${own} e.appendListItem('l'); return e.getListItems().map(function (o) { return o.getText(); });`,
            ['l'],
          ],
          [`${own} e.appendTable([['t']]); return ${kinds('e.getTables()')};`, ['TABLE']],
          [
            `${own} e.appendImage(${PIXEL}); return [${kinds('e.getImages()')}, e.getFootnotes()];`,
            [['INLINE_IMAGE'], []],
          ],
        ] as Case[]);
  return [
    [`${own} e.setText('a\\nb'); return [e.getText(), children()];`, ['a\nb', ['PARAGRAPH', 'PARAGRAPH']]],
    [
      `${own} var last = e.appendParagraph('akhir'), first = e.insertParagraph(0, 'awal'); return [e.getText(), e.getChildIndex(last), e.appendParagraph(first.copy()).getText()];`,
      ['awal\nNama {{x}} akhir\nakhir', 2, 'awal'],
    ],
    [
      `${own} e.appendListItem('l'); e.insertListItem(0, 'k'); return [e.getText(), children()];`,
      ['k\nNama {{x}} akhir\nl', ['LIST_ITEM', 'PARAGRAPH', 'LIST_ITEM']],
    ],
    [
      `${own} e.appendTable([['t']]); e.insertTable(0, [['u', 'v']]); return [children(), e.getChild(0).getText()];`,
      [['TABLE', 'PARAGRAPH', 'TABLE'], 'u\nv'],
    ],
    [
      `${own} e.appendHorizontalRule(); e.insertHorizontalRule(0); return [children(), String(e.getChild(0).getChild(0).getType()), String(e.getChild(2).getChild(0).getType())];`,
      [['PARAGRAPH', 'PARAGRAPH', 'PARAGRAPH'], 'HORIZONTAL_RULE', 'HORIZONTAL_RULE'],
    ],
    [
      `${own} var image = e.appendImage(${PIXEL}); e.insertImage(0, image.copy()); return [children(), String(e.getChild(0).getChild(0).getType()), image.getWidth()];`,
      [['PARAGRAPH', 'PARAGRAPH', 'PARAGRAPH'], 'INLINE_IMAGE', 1],
    ],
    ...lists,
  ];
};
export const sections = SECTIONS.flatMap(section);
