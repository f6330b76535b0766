import type { Case } from '../../../support/contracts';
import { membersOf } from '../../../support/members';

const PIXEL =
  "Utilities.newBlob(Utilities.base64Decode('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8z8BQDwAEhQGAhKmMIQAAAABJRU5ErkJggg=='), 'image/png')";

/** A kind of item: its type, and an answer that a script writes with what the response keeps of it. */
type Kind = readonly [name: string, type: string, answer?: string, kept?: unknown];
const KINDS: readonly Kind[] = [
  ['CheckboxGrid', 'CHECKBOX_GRID', "[['b'], ['a', 'b']]", [['b'], ['a', 'b']]],
  ['Checkbox', 'CHECKBOX', "['a', 'b']", ['a', 'b']],
  ['Date', 'DATE', 'new Date(2026, 7, 6)', '2026-08-06'],
  ['DateTime', 'DATETIME', 'new Date(2026, 7, 6, 9, 5)', '2026-08-06 09:05'],
  ['Duration', 'DURATION', '1, 2, 3', '01:02:03'],
  ['Grid', 'GRID', "['b', '']", ['b', '']],
  ['Image', 'IMAGE'],
  ['List', 'LIST', "'b'", 'b'],
  ['MultipleChoice', 'MULTIPLE_CHOICE', "'b'", 'b'],
  ['PageBreak', 'PAGE_BREAK'],
  ['ParagraphText', 'PARAGRAPH_TEXT', "'satu\\ndua'", 'satu\ndua'],
  ['Rating', 'RATING', '3', '3'],
  ['Scale', 'SCALE', '4', '4'],
  ['SectionHeader', 'SECTION_HEADER'],
  ['Text', 'TEXT', "'x'", 'x'],
  ['Time', 'TIME', '7, 5', '07:05'],
  ['Video', 'VIDEO'],
];
const READY: Record<string, string> = {
  CheckboxGrid: "item.setRows(['r', 's']).setColumns(['a', 'b']);",
  Grid: "item.setRows(['r', 's']).setColumns(['a', 'b']);",
  Checkbox: "item.setChoiceValues(['a', 'b']);",
  List: "item.setChoiceValues(['a', 'b']);",
  MultipleChoice: "item.setChoiceValues(['a', 'b']);",
};

function has(name: string, member: string): boolean {
  return membersOf(`Forms.${name}Item`).includes(member);
}

const common = ([name, type, answer, kept]: Kind): Case[] => {
  const make = `var item = form.add${name}Item(); ${READY[name] ?? ''}`;
  const generic = `form.getItemById(item.getId())`;
  const others = KINDS.filter(([other]) => other !== name).map(
    ([other]) => `tried(function () { return ${generic}.as${other}Item(); })`,
  );
  const cases: Case[] = [
    [
      `${make} return [String(item), String(item.getType()), item.getIndex(), item.getId() === form.getItems()[0].getId()];`,
      [`${name}Item`, type, 0, true],
    ],
    [
      `${make} item.setTitle('Judul').setHelpText('Bantuan'); var kept = ${generic}; return [item.getTitle(), item.getHelpText(), kept.getTitle(), kept.getHelpText()];`,
      ['Judul', 'Bantuan', 'Judul', 'Bantuan'],
    ],
    [
      `${make} item.setTitle('Judul'); var copy = item.duplicate(); return [copy.getTitle(), copy.getIndex(), copy.getId() !== item.getId(), String(copy), form.getItems().length];`,
      ['Judul', 1, true, `${name}Item`, 2],
    ],
    [`${make} return String(${generic}.as${name}Item());`, `${name}Item`],
    [
      `${make} return [${others.join(', ')}];`,
      others.map(() => `Exception: Invalid conversion for item type: ${type}.`),
    ],
  ];
  if (has(name, 'setRequired')) {
    cases.push([
      `${make} var before = item.isRequired(); return [before, item.setRequired(true).isRequired(), item.setRequired(false).isRequired()];`,
      [false, true, false],
    ]);
  }
  if (has(name, 'setPoints')) {
    cases.push([
      `${make} var before = item.getPoints(); return [before, item.setPoints(3).getPoints()];`,
      [0, 3],
    ]);
  }
  for (const feedback of ['GeneralFeedback', 'FeedbackForCorrect', 'FeedbackForIncorrect']) {
    if (!has(name, `set${feedback}`)) continue;
    cases.push([
      `${make} var before = item.get${feedback}(); item.set${feedback}(FormApp.createFeedback().setText('Bagus').addLink('https://contoh.id/', 'C').build()); return [before, item.get${feedback}().getText(), item.get${feedback}().getLinkUrls()];`,
      [null, 'Bagus', ['https://contoh.id/']],
    ]);
  }
  if (answer !== undefined) {
    cases.push([
      `${make} item.setTitle('T'); var given = item.createResponse(${answer}); form.createResponse().withItemResponse(given).submit(); var kept = form.getResponses()[0].getResponseForItem(item); return [given.getResponse(), kept.getResponse(), kept.getItem().getTitle()];`,
      [kept, kept, 'T'],
    ]);
  }
  return cases;
};
export const everyItem = KINDS.flatMap(common);

const choices = (name: string): Case[] => [
  [
    `var item = form.add${name}Item().setChoiceValues(['a', 'b']); return item.getChoices().map(function (c) { return [String(c), c.getValue(), c.isCorrectAnswer()]; });`,
    [
      ['Choice', 'a', false],
      ['Choice', 'b', false],
    ],
  ],
  [
    `var item = form.add${name}Item(); item.setChoices([item.createChoice('a', true), item.createChoice('b', false)]); return item.getChoices().map(function (c) { return [c.getValue(), c.isCorrectAnswer()]; });`,
    [
      ['a', true],
      ['b', false],
    ],
  ],
  [
    `tried(function () { return form.add${name}Item().setChoiceValues(['a', 'a']); })`,
    'Exception: Questions cannot have duplicate choice values.',
  ],
  [
    `tried(function () { return form.add${name}Item().setChoiceValues([]); })`,
    'Exception: Array must not be empty',
  ],
];
const navigation = (name: string): Case => [
  `var page = form.addPageBreakItem().setTitle('A'), item = form.add${name}Item(); item.setChoices([item.createChoice('a', page), item.createChoice('b', FormApp.PageNavigationType.SUBMIT)]); return item.getChoices().map(function (c) { return [String(c.getPageNavigationType()), c.getGotoPage() === null ? null : c.getGotoPage().getTitle()]; });`,
  [
    ['GO_TO_PAGE', 'A'],
    ['SUBMIT', null],
  ],
];
const picture = (name: string, fill: string): Case => [
  `var item = form.add${name}Item()${fill}, before = [String(item.getAlignment()), item.getWidth()]; item.setAlignment(FormApp.Alignment.CENTER).setWidth(320); return [before, String(item.getAlignment()), item.getWidth()];`,
  [['LEFT', expect.any(Number)], 'CENTER', 320],
];

export const ownMembers: Case[] = [
  ...['Checkbox', 'List', 'MultipleChoice'].flatMap(choices),
  navigation('List'),
  navigation('MultipleChoice'),
  ...['Checkbox', 'MultipleChoice'].map((name): Case => [
    `var item = form.add${name}Item().setChoiceValues(['a']), before = item.hasOtherOption(); return [before, item.showOtherOption(true).hasOtherOption(), item.showOtherOption(false).hasOtherOption()];`,
    [false, true, false],
  ]),
  ...['Grid', 'CheckboxGrid'].map((name): Case => [
    `var item = form.add${name}Item().setRows(['r', 's']).setColumns(['a', 'b']); return [item.getRows(), item.getColumns(), tried(function () { return item.setRows([]); })];`,
    [['r', 's'], ['a', 'b'], expect.stringMatching(/^Exception: /)],
  ]),
  ...['Date', 'DateTime'].map((name): Case => [
    `var item = form.add${name}Item(), before = item.includesYear(); return [before, item.setIncludesYear(false).includesYear()];`,
    [true, false],
  ]),
  picture('Image', `.setImage(${PIXEL})`),
  picture('Video', ".setVideoUrl('https://www.youtube.com/watch?v=abcdefghijk')"),
  [
    "form.addTextItem().setTitle('a'); var item = form.getItems()[0]; item.setTitle('b').setHelpText('h'); var copy = item.duplicate(); return [item.getTitle(), item.getHelpText(), item.getIndex(), String(item.getType()), copy.getIndex(), copy.getTitle(), copy.getId() !== item.getId()];",
    ['b', 'h', 0, 'TEXT', 1, 'b', true],
  ],
  [
    "var item = form.addScaleItem(), before = [item.getLowerBound(), item.getUpperBound(), item.getLeftLabel(), item.getRightLabel()]; item.setBounds(0, 7).setLabels('kurang', 'baik'); return [before, item.getLowerBound(), item.getUpperBound(), item.getLeftLabel(), item.getRightLabel(), tried(function () { return item.setBounds(0, 11); })];",
    [[1, 5, '', ''], 0, 7, 'kurang', 'baik', expect.stringMatching(/^Exception: /)],
  ],
  [
    'var item = form.addRatingItem(), before = [item.getRatingScaleLevel(), String(item.getRatingIcon())]; item.setRatingScaleLevel(7).setRatingIcon(FormApp.RatingIconType.HEART); return [before, item.getRatingScaleLevel(), String(item.getRatingIcon())];',
    [[5, 'STAR'], 7, 'HEART'],
  ],
  [
    "var a = form.addPageBreakItem().setTitle('A'), b = form.addPageBreakItem(); var before = [String(b.getPageNavigationType()), b.getGoToPage()]; b.setGoToPage(a); var to = [String(b.getPageNavigationType()), b.getGoToPage().getTitle()]; b.setGoToPage(FormApp.PageNavigationType.RESTART); return [before, to, String(b.getPageNavigationType()), b.getGoToPage()];",
    [['CONTINUE', null], ['GO_TO_PAGE', 'A'], 'RESTART', null],
  ],
  [
    "var f = FormApp.createFeedback().setText('a').addLink('https://contoh.id/'), copy = f.copy().setText('b').addLink('https://contoh.id/2', 'dua').build(); return [f.build().getText(), f.build().getLinkUrls(), copy.getText(), copy.getLinkUrls()];",
    ['a', ['https://contoh.id/'], 'b', ['https://contoh.id/', 'https://contoh.id/2']],
  ],
];

/** A rule: the answers that it lets through, and those that it stops. */
type Rule = [builder: string, args: string, good: string, bad: string];
const NUMBERS: Rule[] = [
  ['requireNumber', '', '1.5', 'x'],
  ['requireWholeNumber', '', '2', '1.5'],
  ['requireNumberBetween', '1, 3', '3', '4'],
  ['requireNumberNotBetween', '1, 3', '4', '3'],
  ['requireNumberEqualTo', '3', '3', '4'],
  ['requireNumberNotEqualTo', '3', '4', '3'],
  ['requireNumberGreaterThan', '3', '4', '3'],
  ['requireNumberGreaterThanOrEqualTo', '3', '3', '2'],
  ['requireNumberLessThan', '3', '2', '3'],
  ['requireNumberLessThanOrEqualTo', '3', '3', '4'],
  ['requireTextIsEmail', '', 'siti@contoh.id', 'siti'],
  ['requireTextIsUrl', '', 'https://contoh.id/', 'siti'],
];
const TEXTS: Rule[] = [
  ['requireTextContainsPattern', "'[0-9]'", 'a1', 'a'],
  ['requireTextDoesNotContainPattern', "'[0-9]'", 'a', 'a1'],
  ['requireTextMatchesPattern', "'[0-9]+'", '12', 'a12'],
  ['requireTextDoesNotMatchPattern', "'[0-9]+'", 'a12', '12'],
  ['requireTextLengthGreaterThanOrEqualTo', '3', 'abc', 'ab'],
  ['requireTextLengthLessThanOrEqualTo', '3', 'abc', 'abcd'],
];
const rule = (name: string, [builder, args, good, bad]: Rule): Case => [
  `var item = form.add${name}Item().setValidation(FormApp.create${name}Validation().${builder}(${args}).setHelpText('Perbaiki').build()); return [form.getId(), [{ 0: ['${good}'] }, { 0: ['${bad}'] }]];`,
  [[], ['Perbaiki']],
];
const free = (name: string, make: string, validation: string, answer: string): Case => [
  `var item = form.add${name}Item(); ${make} item.setValidation(${validation}); item.clearValidation(); return [form.getId(), [${answer}]];`,
  [[]],
];
const GRID = "item.setRows(['r', 's']).setColumns(['a', 'b']);";
const counted = (builder: string, good: string, bad: string): Case => [
  `var item = form.addCheckboxItem().setChoiceValues(['a', 'b', 'c']).setValidation(FormApp.createCheckboxValidation().${builder}(2).setHelpText('Perbaiki').build()); return [form.getId(), [{ 0: ${good} }, { 0: ${bad} }]];`,
  [[], ['Perbaiki']],
];
/** Over a form that a person then answers: `[form, [answers by question or row, …]]`; expected are her messages. */
export const validations: Case[] = [
  ...[...NUMBERS, ...TEXTS].map((each) => rule('Text', each)),
  ...TEXTS.map((each) => rule('ParagraphText', each)),
  counted('requireSelectAtLeast', "['a', 'b']", "['a']"),
  counted('requireSelectAtMost', "['a', 'b']", "['a', 'b', 'c']"),
  counted('requireSelectExactly', "['a', 'b']", "['a']"),
  ...['Grid', 'CheckboxGrid'].map((name): Case => [
    `var item = form.add${name}Item(); ${GRID} item.setValidation(FormApp.create${name}Validation().requireLimitOneResponsePerColumn().setHelpText('Perbaiki').build()); return [form.getId(), [{ 0: ['a'], 1: ['b'] }, { 0: ['a'], 1: ['a'] }]];`,
    [[], ['Perbaiki']],
  ]),
  free('Text', '', 'FormApp.createTextValidation().requireNumber().build()', "{ 0: ['x'] }"),
  free(
    'ParagraphText',
    '',
    'FormApp.createParagraphTextValidation().requireTextLengthLessThanOrEqualTo(1).build()',
    "{ 0: ['xx'] }",
  ),
  free(
    'Checkbox',
    "item.setChoiceValues(['a', 'b']);",
    'FormApp.createCheckboxValidation().requireSelectExactly(1).build()',
    "{ 0: ['a', 'b'] }",
  ),
  free(
    'Grid',
    GRID,
    'FormApp.createGridValidation().requireLimitOneResponsePerColumn().build()',
    "{ 0: ['a'], 1: ['a'] }",
  ),
  free(
    'CheckboxGrid',
    GRID,
    'FormApp.createCheckboxGridValidation().requireLimitOneResponsePerColumn().build()',
    "{ 0: ['a'], 1: ['a'] }",
  ),
];
