import type { Case } from '../../../support/contracts';

/** What was set for each cell is what is read for each cell, and for the first one alone. */
const pair = (plural: string, singular: string, values: string, given: unknown[][]): Case[] => [
  [`return range.set${plural}(${values}).get${plural}();`, given],
  [`return range.set${plural}(${values}).get${singular}();`, given[0]?.[0]],
  [
    `return range.set${singular}(${values}[1][1]).get${plural}();`,
    Array(2).fill(Array(2).fill(given[1]?.[1])),
  ],
];

/** Looks, texts and shape of a range: what is set is read. */
export const rangeLooks: Case[] = [
  ...pair('FontFamilies', 'FontFamily', "[['Roboto', 'Arial'], ['Arial', 'Lora']]", [
    ['Roboto', 'Arial'],
    ['Arial', 'Lora'],
  ]),
  ...pair('FontSizes', 'FontSize', '[[8, 9], [10, 11]]', [
    [8, 9],
    [10, 11],
  ]),
  ...pair('FontWeights', 'FontWeight', "[['bold', 'normal'], ['normal', 'bold']]", [
    ['bold', 'normal'],
    ['normal', 'bold'],
  ]),
  ...pair('FontStyles', 'FontStyle', "[['italic', 'normal'], ['normal', 'italic']]", [
    ['italic', 'normal'],
    ['normal', 'italic'],
  ]),
  ...pair('FontLines', 'FontLine', "[['underline', 'none'], ['none', 'line-through']]", [
    ['underline', 'none'],
    ['none', 'line-through'],
  ]),
  ...pair('HorizontalAlignments', 'HorizontalAlignment', "[['left', 'right'], ['right', 'center']]", [
    ['left', 'right'],
    ['right', 'center'],
  ]),
  ...pair('VerticalAlignments', 'VerticalAlignment', "[['top', 'bottom'], ['bottom', 'middle']]", [
    ['top', 'bottom'],
    ['bottom', 'middle'],
  ]),
  ...pair('Notes', 'Note', "[['a', ''], ['', 'b']]", [
    ['a', ''],
    ['', 'b'],
  ]),
  ...pair('NumberFormats', 'NumberFormat', "[['0', '@'], ['0.00', 'yyyy-mm-dd']]", [
    ['0', '@'],
    ['0.00', 'yyyy-mm-dd'],
  ]),
  ...pair('Wraps', 'Wrap', '[[true, false], [false, true]]', [
    [true, false],
    [false, true],
  ]),
  ...pair('Formulas', 'Formula', "[['=1', '=2'], ['=3', '=C1+D1']]", [
    ['=1', '=2'],
    ['=3', '=C1+D1'],
  ]).slice(0, 2),
  [
    "return range.setFontColors([['red', '#00ff00'], ['#00f', 'black']]).getFontColorObjects().map(function (row) { return row.map(function (c) { return c.asRgbColor().asHexString(); }); });",
    [
      ['#ff0000', '#00ff00'],
      ['#0000ff', '#000000'],
    ],
  ],
  [
    "range.setBackgroundObject(SpreadsheetApp.newColor().setRgbColor('#123456').build()); return [range.getBackground(), range.getBackgroundObject().asRgbColor().asHexString(), range.setBackgroundRGB(1, 2, 3).getBackgrounds()];",
    [
      '#123456',
      '#123456',
      [
        ['#010203', '#010203'],
        ['#010203', '#010203'],
      ],
    ],
  ],
  [
    'return [range.setTextRotation(45).getTextRotation().getDegrees(), range.setVerticalText(true).getTextRotation().isVertical()];',
    [45, true],
  ],
  [
    'return String(range.setTextDirection(SpreadsheetApp.TextDirection.RIGHT_TO_LEFT).getTextDirection());',
    'RIGHT_TO_LEFT',
  ],
  [
    'return String(range.setWrapStrategies([[SpreadsheetApp.WrapStrategy.CLIP, SpreadsheetApp.WrapStrategy.WRAP], [SpreadsheetApp.WrapStrategy.WRAP, SpreadsheetApp.WrapStrategy.CLIP]]).getWrapStrategies());',
    'CLIP,WRAP,WRAP,CLIP',
  ],
  [
    "range.setValues([[' a  b ', 'x'], ['y', ' z']]).trimWhitespace(); return range.getValues();",
    [
      ['a b', 'x'],
      ['y', 'z'],
    ],
  ],
  [
    "sheet.getRange('A1').setValue('a,b,c').splitTextToColumns(); return sheet.getRange('A1:C1').getValues();",
    [['a', 'b', 'c']],
  ],
  [
    "range.setValues([[1, 2], [3, 4]]); sheet.getRange('A1').deleteCells(SpreadsheetApp.Dimension.ROWS); return range.getValues();",
    [
      [3, 2],
      ['', 4],
    ],
  ],
  [
    "range.setValues([[1, 2], [3, 4]]); sheet.getRange('A1').insertCells(SpreadsheetApp.Dimension.COLUMNS); return sheet.getRange('A1:C2').getValues();",
    [
      ['', 1, 2],
      [3, 4, ''],
    ],
  ],
  [
    "sheet.getRange('A1:B2').mergeAcross(); sheet.getRange('D1:E2').mergeVertically(); return sheet.getRange('A1:E2').getMergedRanges().map(function (r) { return r.getA1Notation(); }).sort();",
    ['A1:B1', 'A2:B2', 'D1:D2', 'E1:E2'],
  ],
  [
    "range.setValues([[1, 2], [3, 4]]).setBackground('red').setNote('n'); range.clearFormat(); return [range.getBackground(), range.getValues(), range.clearNote().getNotes()];",
    [
      '#ffffff',
      [
        [1, 2],
        [3, 4],
      ],
      [
        ['', ''],
        ['', ''],
      ],
    ],
  ],
  [
    "range.setValues([[1, 2], [3, 4]]); range.copyValuesToRange(sheet, 4, 5, 1, 2); return sheet.getRange('D1:E2').getValues();",
    [
      [1, 2],
      [3, 4],
    ],
  ],
  [
    "range.setBackground('#ff0000'); range.copyFormatToRange(sheet.getSheetId(), 4, 5, 1, 2); return [sheet.getRange('E2').getBackground(), sheet.getRange('E2').isBlank()];",
    ['#ff0000', true],
  ],
  [
    'return [range.offset(1, 2).getA1Notation(), range.offset(1, 2, 3).getA1Notation(), range.offset(0, 0, 1, 1).getA1Notation()];',
    ['C2:D3', 'C2:D4', 'A1'],
  ],
  [
    "var open = sheet.getRange('B:C'); return [open.isStartRowBounded(), open.isEndRowBounded(), open.isStartColumnBounded(), open.isEndColumnBounded()];",
    [false, false, true, true],
  ],
  [
    "range.setValues([[1, 2], [3, '']]); sheet.getRange('D5').setValue(1); return [sheet.getRange('A1').getDataRegion().getA1Notation(), range.getGridId() === sheet.getSheetId(), range.getColumn(), range.getRowIndex()];",
    ['A1:B2', true, 1, 1],
  ],
  [
    'range.setValues([[1, 2], [3, 4]]); range.randomize(); return range.getValues().map(String).sort();',
    ['1,2', '3,4'],
  ],
];
