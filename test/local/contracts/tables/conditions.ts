import type { Case } from '../../../support/contracts';

/** What a rule is made from: arguments as a script writes them, and the values that it tells back. */
type Criterion = [member: string, args: string, type: string, values: unknown[]];

const DAY = 'new Date(2026, 7, 6)';
const LATER = 'new Date(2026, 7, 9)';

/** Criteria that conditional formats and filters share. */
const CONDITIONS: Criterion[] = [
  ['whenCellEmpty', '', 'CELL_EMPTY', []],
  ['whenCellNotEmpty', '', 'CELL_NOT_EMPTY', []],
  ['whenDateAfter', DAY, 'DATE_AFTER', ['2026-08-06']],
  ['whenDateBefore', DAY, 'DATE_BEFORE', ['2026-08-06']],
  ['whenDateEqualTo', DAY, 'DATE_EQUAL_TO', ['2026-08-06']],
  ['whenDateAfter', 'SpreadsheetApp.RelativeDate.TODAY', 'DATE_AFTER_RELATIVE', ['TODAY']],
  ['whenDateBefore', 'SpreadsheetApp.RelativeDate.PAST_WEEK', 'DATE_BEFORE_RELATIVE', ['PAST_WEEK']],
  ['whenDateEqualTo', 'SpreadsheetApp.RelativeDate.TOMORROW', 'DATE_EQUAL_TO_RELATIVE', ['TOMORROW']],
  ['whenFormulaSatisfied', "'=A1>1'", 'CUSTOM_FORMULA', ['=A1>1']],
  ['whenNumberBetween', '1, 5', 'NUMBER_BETWEEN', [1, 5]],
  ['whenNumberNotBetween', '1, 5', 'NUMBER_NOT_BETWEEN', [1, 5]],
  ['whenNumberEqualTo', '3', 'NUMBER_EQUAL_TO', [3]],
  ['whenNumberNotEqualTo', '3', 'NUMBER_NOT_EQUAL_TO', [3]],
  ['whenNumberGreaterThan', '3', 'NUMBER_GREATER_THAN', [3]],
  ['whenNumberGreaterThanOrEqualTo', '3', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [3]],
  ['whenNumberLessThan', '3', 'NUMBER_LESS_THAN', [3]],
  ['whenNumberLessThanOrEqualTo', '3', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [3]],
  ['whenTextContains', "'a'", 'TEXT_CONTAINS', ['a']],
  ['whenTextDoesNotContain', "'a'", 'TEXT_DOES_NOT_CONTAIN', ['a']],
  ['whenTextEndsWith', "'a'", 'TEXT_ENDS_WITH', ['a']],
  ['whenTextStartsWith', "'a'", 'TEXT_STARTS_WITH', ['a']],
  ['whenTextEqualTo', "'a'", 'TEXT_EQUAL_TO', ['a']],
  ['withCriteria', 'SpreadsheetApp.BooleanCriteria.NUMBER_LESS_THAN, [7]', 'NUMBER_LESS_THAN', [7]],
];

const VALIDATIONS: Criterion[] = [
  ['requireCheckbox', '', 'CHECKBOX', []],
  ['requireCheckbox', "'ya'", 'CHECKBOX', ['ya']],
  ['requireCheckbox', "'ya', 'tidak'", 'CHECKBOX', ['ya', 'tidak']],
  ['requireDate', '', 'DATE_IS_VALID_DATE', []],
  ['requireDateAfter', DAY, 'DATE_AFTER', ['2026-08-06']],
  ['requireDateBefore', DAY, 'DATE_BEFORE', ['2026-08-06']],
  ['requireDateBetween', `${DAY}, ${LATER}`, 'DATE_BETWEEN', ['2026-08-06', '2026-08-09']],
  ['requireDateNotBetween', `${DAY}, ${LATER}`, 'DATE_NOT_BETWEEN', ['2026-08-06', '2026-08-09']],
  ['requireDateEqualTo', DAY, 'DATE_EQUAL_TO', ['2026-08-06']],
  ['requireDateOnOrAfter', DAY, 'DATE_ON_OR_AFTER', ['2026-08-06']],
  ['requireDateOnOrBefore', DAY, 'DATE_ON_OR_BEFORE', ['2026-08-06']],
  ['requireFormulaSatisfied', "'=A1>1'", 'CUSTOM_FORMULA', ['=A1>1']],
  ['requireNumberBetween', '1, 5', 'NUMBER_BETWEEN', [1, 5]],
  ['requireNumberNotBetween', '1, 5', 'NUMBER_NOT_BETWEEN', [1, 5]],
  ['requireNumberEqualTo', '3', 'NUMBER_EQUAL_TO', [3]],
  ['requireNumberNotEqualTo', '3', 'NUMBER_NOT_EQUAL_TO', [3]],
  ['requireNumberGreaterThan', '3', 'NUMBER_GREATER_THAN', [3]],
  ['requireNumberGreaterThanOrEqualTo', '3', 'NUMBER_GREATER_THAN_OR_EQUAL_TO', [3]],
  ['requireNumberLessThan', '3', 'NUMBER_LESS_THAN', [3]],
  ['requireNumberLessThanOrEqualTo', '3', 'NUMBER_LESS_THAN_OR_EQUAL_TO', [3]],
  ['requireTextContains', "'a'", 'TEXT_CONTAINS', ['a']],
  ['requireTextDoesNotContain', "'a'", 'TEXT_DOES_NOT_CONTAIN', ['a']],
  ['requireTextEqualTo', "'a'", 'TEXT_EQUAL_TO', ['a']],
  ['requireTextIsEmail', '', 'TEXT_IS_VALID_EMAIL', []],
  ['requireTextIsUrl', '', 'TEXT_IS_VALID_URL', []],
  ['requireValueInList', "['a', 'b']", 'VALUE_IN_LIST', [['a', 'b'], true]],
  ['requireValueInList', "['a', 'b'], false", 'VALUE_IN_LIST', [['a', 'b'], false]],
  ['requireValueInRange', 'range', 'VALUE_IN_RANGE', ['A1:B2', true]],
  ['requireValueInRange', 'range, false', 'VALUE_IN_RANGE', ['A1:B2', false]],
  ['withCriteria', 'SpreadsheetApp.DataValidationCriteria.NUMBER_LESS_THAN, [7]', 'NUMBER_LESS_THAN', [7]],
];

const VALIDATION = 'SpreadsheetApp.newDataValidation()';
const FILTER = 'SpreadsheetApp.newFilterCriteria()';
const FORMAT = 'SpreadsheetApp.newConditionalFormatRule()';
const told = (from: string): string =>
  `return [String(${from}.getCriteriaType()), ${from}.getCriteriaValues().map(plain)];`;

export const validations: Case[] = [
  ...VALIDATIONS.flatMap(([member, args, type, values]): Case[] => {
    const builder = `var builder = ${VALIDATION}.${member}(${args});`;
    return [
      [`${builder} ${told('builder')}`, [type, values]],
      [
        `${builder} range.setDataValidation(builder.build()); var kept = range.getDataValidation(); ${told('kept')}`,
        [type, values],
      ],
    ];
  }),
  [
    `var b = ${VALIDATION}.requireDate().setAllowInvalid(false).setHelpText('Isi tanggal'), v = b.build(); return [b.getAllowInvalid(), b.getHelpText(), v.getAllowInvalid(), v.getHelpText(), ${VALIDATION}.requireDate().build().getAllowInvalid()];`,
    [false, 'Isi tanggal', false, 'Isi tanggal', true],
  ],
  [
    `var v = ${VALIDATION}.requireDate().setHelpText('h').build(), c = v.copy().setHelpText('lain').build(); return [v.getHelpText(), c.getHelpText(), String(c.getCriteriaType()), ${VALIDATION}.requireDate().copy().build().getHelpText()];`,
    ['h', 'lain', 'DATE_IS_VALID_DATE', null],
  ],
  [
    `range.setDataValidation(${VALIDATION}.requireNumberBetween(1, 5).setAllowInvalid(false).build()); return [tried(function () { return range.setValue(9); }), range.setValue(5).getValue()];`,
    [
      expect.stringMatching(/^Exception: The data you entered in cell A1 violates the data validation rules/),
      5,
    ],
  ],
];

export const filterCriteria: Case[] = [
  ...CONDITIONS.flatMap(([member, args, type, values]): Case[] => {
    const builder = `var builder = ${FILTER}.${member}(${args});`;
    return [
      [`${builder} ${told('builder')}`, [type, values]],
      [
        `${builder} var filter = range.createFilter().setColumnFilterCriteria(1, builder.build()), kept = filter.getColumnFilterCriteria(1); ${told('kept')}`,
        [type, values],
      ],
    ];
  }),
  [
    `var b = ${FILTER}.setHiddenValues(['a', '']), f = b.build(); return [b.getHiddenValues(), f.getHiddenValues(), f.copy().setHiddenValues(['b']).build().getHiddenValues(), f.getHiddenValues()];`,
    [['a', ''], ['a', ''], ['b'], ['a', '']],
  ],
  [
    `var b = ${FILTER}.setVisibleValues(['a']), f = b.build(); return [b.getVisibleValues(), f.getVisibleValues(), b.copy().build().getVisibleValues()];`,
    [['a'], ['a'], ['a']],
  ],
  [
    `sheet.getRange('A1:A4').setValues([['k'], [1], [5], [9]]); sheet.getRange('A1:A4').createFilter().setColumnFilterCriteria(1, ${FILTER}.whenNumberGreaterThan(4).build()); return [2, 3, 4].map(function (row) { return sheet.isRowHiddenByFilter(row); });`,
    [true, false, false],
  ],
  [
    `sheet.getRange('A1:A4').setValues([['k'], ['c'], ['a'], ['b']]); var f = sheet.getRange('A1:A4').createFilter().setColumnFilterCriteria(1, ${FILTER}.setHiddenValues(['a']).build()); var hidden = sheet.isRowHiddenByFilter(3); f.removeColumnFilterCriteria(1); var shown = sheet.isRowHiddenByFilter(3); f.sort(1, true); return [hidden, shown, f.getColumnFilterCriteria(1), sheet.getRange('A1:A4').getValues().join(), a1(sheet.getFilter().getRange())];`,
    [true, false, null, 'k,a,b,c', 'A1:A4'],
  ],
  ['range.createFilter().remove(); return [range.getFilter(), sheet.getFilter()];', [null, null]],
];

const GRADIENT =
  ".setGradientMinpointWithValue('#ff0000', SpreadsheetApp.InterpolationType.NUMBER, '1').setGradientMidpointWithValue('#00ff00', SpreadsheetApp.InterpolationType.PERCENT, '50').setGradientMaxpointWithValue('#0000ff', SpreadsheetApp.InterpolationType.NUMBER, '9')";
const gradientTold =
  'return [g.getMinColor(), String(g.getMinType()), g.getMinValue(), g.getMidColor(), String(g.getMidType()), g.getMidValue(), g.getMaxColor(), String(g.getMaxType()), g.getMaxValue()];';

export const conditionalFormats: Case[] = [
  ...CONDITIONS.flatMap(([member, args, type, values]): Case[] => {
    const builder = `var builder = ${FORMAT}.${member}(${args}).setBackground('red').setRanges([range]);`;
    return [
      [`${builder} var own = builder.getBooleanCondition(); ${told('own')}`, [type, values]],
      [
        `${builder} sheet.setConditionalFormatRules([builder.build()]); var kept = sheet.getConditionalFormatRules()[0].getBooleanCondition(); ${told('kept')}`,
        [type, values],
      ],
    ];
  }),
  [
    `var b = ${FORMAT}.whenCellEmpty().setRanges([range]).setBackground('#ff0000').setFontColor('#00ff00').setBold(true).setItalic(true).setUnderline(true).setStrikethrough(false), c = b.build().getBooleanCondition(); return [b.getRanges().map(a1), c.getBackground(), c.getFontColor(), c.getBold(), c.getItalic(), c.getUnderline(), c.getStrikethrough()];`,
    [['A1:B2'], '#ff0000', '#00ff00', true, true, true, false],
  ],
  [
    `var c = ${FORMAT}.whenCellEmpty().setRanges([range]).setBold(true).build().getBooleanCondition(); return [c.getBackground(), c.getFontColor(), c.getItalic(), c.getUnderline(), c.getStrikethrough()];`,
    [null, null, null, null, null],
  ],
  [
    `var rule = ${FORMAT}${GRADIENT}.setRanges([range]).build(), g = rule.getGradientCondition(); ${gradientTold}`,
    ['#ff0000', 'NUMBER', '1', '#00ff00', 'PERCENT', '50', '#0000ff', 'NUMBER', '9'],
  ],
  [
    `var g = ${FORMAT}${GRADIENT}.setRanges([range]).getGradientCondition(); ${gradientTold}`,
    ['#ff0000', 'NUMBER', '1', '#00ff00', 'PERCENT', '50', '#0000ff', 'NUMBER', '9'],
  ],
  [
    `var rule = ${FORMAT}.setGradientMinpoint('#ff0000').setGradientMaxpoint('#0000ff').setRanges([range]).build(), g = rule.getGradientCondition(); sheet.setConditionalFormatRules([rule]); return [g.getMinColor(), String(g.getMinType()), g.getMaxColor(), String(g.getMaxType()), rule.getBooleanCondition(), sheet.getConditionalFormatRules()[0].getGradientCondition().getMaxColor()];`,
    ['#ff0000', 'null', '#0000ff', 'null', null, '#0000ff'],
  ],
  [
    `var rule = ${FORMAT}.whenCellEmpty().setBold(true).setRanges([range]).build(), other = rule.copy().setRanges([sheet.getRange('D1')]).build(); return [rule.getRanges().map(a1), other.getRanges().map(a1), rule.getGradientCondition(), other.copy().copy().build().getBooleanCondition().getBold()];`,
    [['A1:B2'], ['D1'], null, true],
  ],
  [
    `sheet.setConditionalFormatRules([${FORMAT}.whenCellEmpty().setBold(true).setRanges([range]).build()]); sheet.clearConditionalFormatRules(); return sheet.getConditionalFormatRules();`,
    [],
  ],
];
