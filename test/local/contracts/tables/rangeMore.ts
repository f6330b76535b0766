import type { Case } from '../../../support/contracts';

const RED = "SpreadsheetApp.newColor().setRgbColor('#ff0000').build()";
const LIST = "SpreadsheetApp.newDataValidation().requireValueInList(['a', 'b']).build()";
const BOLD = 'SpreadsheetApp.newTextStyle().setBold(true).build()';
const FOUR = 'range.setValues([[1, 2], [3, 4]]);';
const hex = 'function (c) { return c.asRgbColor().asHexString(); }';
const rows = (list: string, map: string): string => `${list}.map(function (row) { return row.map(${map}); })`;
const all = (value: unknown): unknown[][] => [
  [value, value],
  [value, value],
];

/** Everything else of a range: contents, rules, shape, what hangs on it. */
export const rangeMore: Case[] = [
  [
    'var cell = range.getCell(2, 1).activateAsCurrentCell(); return [a1(sheet.getCurrentCell()), a1(cell), a1(range.activate()), a1(sheet.getActiveRange())];',
    ['A2', 'A2', 'A1:B2', 'A1:B2'],
  ],
  [
    "range.addDeveloperMetadata('k'); return 1;",
    expect.stringMatching(
      /^Exception: Adding developer metadata to arbitrary ranges is not currently supported/,
    ),
  ],
  [
    "sheet.getRange('3:3').addDeveloperMetadata('k', 'v'); return [sheet.getRange('3:3').getDeveloperMetadata().map(function (m) { return m.getKey() + m.getValue(); }), sheet.getRange('3:3').createDeveloperMetadataFinder().withKey('k').find().length, sheet.getRange('4:4').getDeveloperMetadata()];",
    [['kv'], 1, []],
  ],
  [
    'range.applyRowBanding(SpreadsheetApp.BandingTheme.CYAN, true, false); return [range.getBandings().length, sheet.getBandings()[0].getHeaderRowColor()];',
    [1, '#4dd0e1'],
  ],
  [
    'range.applyColumnBanding(SpreadsheetApp.BandingTheme.CYAN, true, false); return range.getBandings()[0].getHeaderColumnColor();',
    '#4dd0e1',
  ],
  [
    'range.merge(); var merged = sheet.getRange("B2").isPartOfMerge(); range.breakApart(); return [merged, range.isPartOfMerge(), range.getMergedRanges().length];',
    [true, false, 0],
  ],
  ['range.canEdit()', true],
  [
    'range.insertCheckboxes().check(); var on = range.isChecked(); range.uncheck(); return [on, range.isChecked(), range.getValues(), range.removeCheckboxes().isChecked()];',
    [true, false, all(false), null],
  ],
  [
    `${FOUR} range.setBackground('red').setNote('n').clear({ contentsOnly: true }); return [range.isBlank(), range.getBackground(), range.getNote(), range.clear().getBackground()];`,
    [true, '#ff0000', 'n', '#ffffff'],
  ],
  [
    `${FOUR} range.setFontSize(20).clearContent(); return [range.getValues(), range.getFontSize()];`,
    [all(''), 20],
  ],
  [
    `range.setDataValidation(${LIST}); var had = String(range.getDataValidation().getCriteriaType()); range.clearDataValidations(); return [had, range.getDataValidation()];`,
    ['VALUE_IN_LIST', null],
  ],
  [
    `range.setDataValidations([[${LIST}, null], [null, ${LIST}]]); return ${rows('range.getDataValidations()', 'function (v) { return v === null ? null : v.getCriteriaValues(); }')};`,
    [
      [[['a', 'b'], true], null],
      [null, [['a', 'b'], true]],
    ],
  ],
  [
    `${FOUR} range.setBackground('red').copyTo(sheet.getRange('D1')); range.copyTo(sheet.getRange('G1'), SpreadsheetApp.CopyPasteType.PASTE_VALUES, true); return [sheet.getRange('D1:E2').getValues(), sheet.getRange('E2').getBackground(), sheet.getRange('G1:H2').getValues(), sheet.getRange('G1').getBackground()];`,
    [
      [
        [1, 2],
        [3, 4],
      ],
      '#ff0000',
      [
        [1, 3],
        [2, 4],
      ],
      '#ffffff',
    ],
  ],
  [
    `${FOUR} range.setBackground('red').moveTo(sheet.getRange('D1')); return [sheet.getRange('D1:E2').getValues(), sheet.getRange('D1').getBackground(), range.isBlank(), range.getBackground()];`,
    [
      [
        [1, 2],
        [3, 4],
      ],
      '#ff0000',
      true,
      '#ffffff',
    ],
  ],
  [
    `${FOUR} var filter = range.createFilter(); return [a1(filter.getRange()), a1(range.getFilter().getRange()), sheet.getRange('D1').getFilter(), tried(function () { return range.createFilter(); })];`,
    [
      'A1:B2',
      'A1:B2',
      null,
      expect.stringMatching(/^Exception: You can't create a filter in a sheet that already has a filter/),
    ],
  ],
  [`${FOUR} return range.createTextFinder('4').findAll().map(a1);`, ['B2']],
  [
    "var r = sheet.getRange('B2:D5'); return [r.getRow(), r.getColumn(), r.getLastRow(), r.getLastColumn(), r.getNumRows(), r.getNumColumns(), r.getHeight(), r.getWidth(), r.getColumnIndex(), r.getRowIndex(), a1(r), r.getGridId() === sheet.getSheetId(), r.getSheet().getName() === sheet.getName()];",
    [2, 2, 5, 4, 4, 3, 4, 3, 2, 2, 'B2:D5', true, true],
  ],
  [
    "sheet.getRange('A1:A3').setValues([[1], [2], [3]]); sheet.getRange('A5').setValue(5); return ['DOWN', 'UP', 'NEXT', 'PREVIOUS'].map(function (d) { return a1(sheet.getRange('A1').getNextDataCell(SpreadsheetApp.Direction[d])); });",
    ['A3', 'A1', expect.stringMatching(/^[A-Z]+1$/), 'A1'],
  ],
  [
    `${FOUR} return [range.getValue(), range.getDisplayValue(), range.setNumberFormat('0.00').getDisplayValues()];`,
    [
      1,
      '1',
      [
        ['1,00', '2,00'],
        ['3,00', '4,00'],
      ],
    ],
  ],
  ["return [range.setValue('x').getValues(), range.isBlank()];", [all('x'), false]],
  [
    "range.setFormulaR1C1('=R[0]C[2]'); return [range.getFormulaR1C1(), range.getFormulas(), range.setFormulasR1C1([['=R1C1', '=R[1]C[1]'], ['=RC[1]', '=R[-1]C']]).getFormulasR1C1(), range.getFormula()];",
    [
      '=R[0]C[2]',
      [
        ['=C1', '=D1'],
        ['=C2', '=D2'],
      ],
      [
        ['=R1C1', '=R[1]C[1]'],
        ['=R[0]C[1]', '=R[-1]C[0]'],
      ],
      '=$A$1',
    ],
  ],
  [
    `return [range.setFontColorObject(${RED}).getFontColorObject().asRgbColor().asHexString(), range.getFontColor(), ${rows('range.setFontColorObjects([[null, ' + RED + '], [null, null]]).getFontColorObjects()', hex)}];`,
    [
      '#ff0000',
      '#ff0000',
      [
        ['#000000', '#ff0000'],
        ['#000000', '#000000'],
      ],
    ],
  ],
  ["range.setFontColor('blue').getFontColors()", all('#0000ff')],
  [
    `${rows('range.setBackgroundObjects([[' + RED + ', null], [null, ' + RED + ']]).getBackgroundObjects()', hex)}`,
    [
      ['#ff0000', '#ffffff'],
      ['#ffffff', '#ff0000'],
    ],
  ],
  [
    "range.setBackgrounds([['red', null], [null, '#00ff00']]).getBackgrounds()",
    [
      ['#ff0000', '#ffffff'],
      ['#ffffff', '#00ff00'],
    ],
  ],
  ["range.setBackgroundColor('yellow').getBackgrounds()", all('#ffff00')],
  [
    "range.setBorder(true, null, null, null, null, null, 'red', SpreadsheetApp.BorderStyle.DASHED); return String(range);",
    'Range',
  ],
  [
    `range.setTextStyle(${BOLD}); return [range.getTextStyle().isBold(), range.getFontWeights(), ${rows('range.setTextStyles([[SpreadsheetApp.newTextStyle().setBold(false).build(), ' + BOLD + '], [' + BOLD + ', ' + BOLD + ']]).getTextStyles()', 'function (s) { return s.isBold(); }')}];`,
    [
      true,
      all('bold'),
      [
        [false, true],
        [true, true],
      ],
    ],
  ],
  [
    `function rich(t) { return SpreadsheetApp.newRichTextValue().setText(t).setLinkUrl('https://' + t + '.example/').build(); } range.setRichTextValues([[rich('a'), rich('b')], [rich('c'), rich('d')]]); return [range.getValues(), ${rows('range.getRichTextValues()', 'function (v) { return v.getLinkUrl(); }')}, range.setRichTextValue(rich('e')).getRichTextValue().getText()];`,
    [
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
      [
        ['https://a.example/', 'https://b.example/'],
        ['https://c.example/', 'https://d.example/'],
      ],
      'e',
    ],
  ],
  [
    `var turn = range.setTextRotation(30).getTextRotation(); range.setTextRotations([[turn, turn], [turn, turn]]); return ${rows('range.getTextRotations()', 'function (t) { return t.getDegrees(); }')};`,
    all(30),
  ],
  [
    `var d = SpreadsheetApp.TextDirection; return ${rows('range.setTextDirections([[d.LEFT_TO_RIGHT, null], [null, d.RIGHT_TO_LEFT]]).getTextDirections()', 'String')};`,
    [
      ['LEFT_TO_RIGHT', 'null'],
      ['null', 'RIGHT_TO_LEFT'],
    ],
  ],
  ['String(range.setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP).getWrapStrategy())', 'CLIP'],
  [
    "sheet.getRange('A1:A4').setValues([['b'], ['a'], ['b'], ['c']]); var left = sheet.getRange('A1:A4').removeDuplicates(); return [a1(left), sheet.getRange('A1:A4').getValues().join()];",
    ['A1:A3', 'b,a,c,'],
  ],
  [
    "sheet.getRange('A1:B3').setValues([['a', 1], ['a', 2], ['b', 1]]); return [a1(sheet.getRange('A1:B3').removeDuplicates([1])), sheet.getRange('A1:B2').getValues().join()];",
    ['A1:B2', 'a,1,b,1'],
  ],
  [
    "sheet.getRange('A1:B3').setValues([['b', 1], ['a', 2], ['c', 1]]).sort([{ column: 2, ascending: false }, 1]); return sheet.getRange('A1:B3').getValues().join();",
    'a,2,b,1,c,1',
  ],
  [
    "range.setValues([[2, 'x'], [1, 'y']]).sort(1).getValues()",
    [
      [1, 'y'],
      [2, 'x'],
    ],
  ],
  [`${FOUR} return String(Charts.newColumnChart().setDataTable(range.getDataTable(true)).build());`, 'Chart'],
  [
    "var r = sheet.getRange('2:4').shiftRowGroupDepth(1); var deep = sheet.getRowGroupDepth(3); r.collapseGroups(); var folded = sheet.getRowGroup(3, 1).isCollapsed(); r.expandGroups(); return [deep, folded, sheet.getRowGroup(3, 1).isCollapsed(), sheet.getRange('B:C').shiftColumnGroupDepth(2).getSheet().getColumnGroupDepth(2)];",
    [1, true, false, 2],
  ],
  [
    "range.protect().setDescription('kunci'); return sheet.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (p) { return p.getDescription() + a1(p.getRange()); });",
    ['kunciA1:B2'],
  ],
  [
    'range.setValues([[1]])',
    'Exception: The number of rows in the data does not match the number of rows in the range. The data has 1 but the range has 2.',
  ],
];

/** A member of a list of ranges: what it sets in each of its ranges, as the range itself tells it. */
const each = (call: string, getter: string, expected: unknown): Case => [
  `list.${call}; return [sheet.getRange('A1').${getter}, sheet.getRange('C4').${getter}, sheet.getRange('B3').${getter} === sheet.getRange('Z9').${getter}];`,
  [expected, expected, true],
];
const undone = (first: string, call: string, getter: string, expected: unknown): Case => [
  `list.${first}; list.${call}; return sheet.getRange('C4').${getter};`,
  expected,
];
/** Over `list` = A1:B2 and C4. */
export const rangeList: Case[] = [
  ['list.getRanges().map(a1)', ['A1:B2', 'C4']],
  [
    'list.activate(); return [sheet.getActiveRangeList().getRanges().map(a1), a1(sheet.getActiveRange())];',
    [['A1:B2', 'C4'], 'C4'],
  ],
  each("setValue('x')", 'getValue()', 'x'),
  each("setFormula('=1')", 'getFormula()', '=1'),
  each("setFormulaR1C1('=R1C5')", 'getFormula()', '=$E$1'),
  each("setNote('n')", 'getNote()', 'n'),
  each("setBackground('red')", 'getBackground()', '#ff0000'),
  each('setBackgroundRGB(1, 2, 3)', 'getBackground()', '#010203'),
  each("setFontColor('blue')", 'getFontColor()', '#0000ff'),
  each("setFontFamily('Lora')", 'getFontFamily()', 'Lora'),
  each("setFontLine('underline')", 'getFontLine()', 'underline'),
  each('setFontSize(20)', 'getFontSize()', 20),
  each("setFontStyle('italic')", 'getFontStyle()', 'italic'),
  each("setFontWeight('bold')", 'getFontWeight()', 'bold'),
  each("setHorizontalAlignment('center')", 'getHorizontalAlignment()', 'center'),
  each("setVerticalAlignment('top')", 'getVerticalAlignment()', 'top'),
  each("setNumberFormat('0.0')", 'getNumberFormat()', '0.0'),
  each('setWrap(true)', "getWrapStrategy().name() + ''", 'WRAP'),
  each('setWrapStrategy(SpreadsheetApp.WrapStrategy.CLIP)', "getWrapStrategy().name() + ''", 'CLIP'),
  each('setTextRotation(45)', 'getTextRotation().getDegrees()', 45),
  each('setVerticalText(true)', 'getTextRotation().isVertical()', true),
  [
    "list.setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT); return String(sheet.getRange('C4').getTextDirection());",
    'RIGHT_TO_LEFT',
  ],
  each('insertCheckboxes()', 'isChecked()', false),
  each('insertCheckboxes().check()', 'isChecked()', true),
  each('insertCheckboxes().check().uncheck()', 'isChecked()', false),
  undone('insertCheckboxes()', 'removeCheckboxes()', 'isChecked()', null),
  undone('insertCheckboxes()', 'clearDataValidations()', 'getDataValidation()', null),
  undone("setValue('x')", 'clear()', 'getValue()', ''),
  undone("setValue('x')", 'clearContent()', 'getValue()', ''),
  undone("setValue(' x  y ')", 'trimWhitespace()', 'getValue()', 'x y'),
  undone("setBackground('red')", 'clearFormat()', 'getBackground()', '#ffffff'),
  undone("setBackground('red')", 'clear({ contentsOnly: true })', 'getBackground()', '#ff0000'),
  undone("setNote('n')", 'clearNote()', 'getNote()', ''),
  ["sheet.getRange('A1:B2').merge(); list.breakApart(); return sheet.getRange('A1').isPartOfMerge();", false],
  ['String(list.setBorder(true, true, true, true, null, null))', 'RangeList'],
];
