import { cleanUp } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const NEW = 'ContentService.createTextOutput';

const CASES: Case[] = [
  [`${NEW}().getContent()`, ''],
  [`${NEW}('a').append('b').getContent()`, 'ab'],
  [`${NEW}('a').setContent('b').getContent()`, 'b'],
  [`${NEW}('a').clear().getContent()`, ''],
  [`String(${NEW}('a').getMimeType())`, 'TEXT'],
  [
    `${NEW}('a').setMimeType(ContentService.MimeType.JSON).getMimeType() === ContentService.MimeType.JSON`,
    true,
  ],
  [`${NEW}('a').getFileName()`, null],
  [`${NEW}('a').downloadAsFile('rekap.csv').getFileName()`, 'rekap.csv'],
  [
    "['ATOM', 'CSV', 'ICAL', 'JAVASCRIPT', 'JSON', 'RSS', 'TEXT', 'VCARD', 'XML'].filter(function (n) { return String(ContentService.MimeType[n]) !== n; })",
    [],
  ],
  [`String(${NEW}('a'))`, 'TextOutput'],
  [
    `${NEW}('a').setMimeType('application/json')`,
    "Exception: The parameters (String) don't match the method signature for ContentService.TextOutput.setMimeType.",
  ],
];

describe('ContentService (reference, Class TextOutput)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'ContentService',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });
});
