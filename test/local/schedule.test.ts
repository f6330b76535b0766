import { costKind, changesState, COSTS } from '../../local/host/costs';
import { durationMs, momentMs } from '../../local/host/duration';
import { zoneOffset } from '../../local/host/zones';
import { nextFiring } from '../../local/services/schedule';
import type { Schedule } from '../../local/state/project';

const zone = 'Asia/Makassar';
const at = (text: string): number => Date.parse(text);

test.each<[Schedule, string, string | undefined]>([
  [{ every: 'hours', count: 1 }, '2026-08-06T00:10:00Z', '2026-08-06T00:30:00Z'],
  [{ every: 'hours', count: 1 }, '2026-08-06T00:30:00Z', '2026-08-06T01:30:00Z'],
  [{ every: 'minutes', count: 10 }, '2026-08-06T00:10:00Z', '2026-08-06T00:15:00Z'],
  [{ every: 'days', count: 1, hour: 9, minute: 5, zone }, '2026-08-06T00:10:00Z', '2026-08-06T01:05:00Z'],
  [{ every: 'days', count: 1, hour: 9, minute: 5, zone }, '2026-08-06T01:05:00Z', '2026-08-07T01:05:00Z'],
  // 6 August 2026 is a Thursday; 1 = Monday.
  [
    { every: 'week', weeks: 1, weekDay: 1, hour: 0, minute: 0, zone },
    '2026-08-06T00:00:00Z',
    '2026-08-09T16:00:00Z',
  ],
  [{ every: 'month', day: 31, hour: 8, minute: 0, zone }, '2026-08-31T00:00:00Z', '2026-10-31T00:00:00Z'],
  [{ at: Date.parse('2026-08-06T01:00:00Z') }, '2026-08-06T00:00:00Z', '2026-08-06T01:00:00Z'],
  [{ at: Date.parse('2026-08-06T01:00:00Z') }, '2026-08-06T01:00:00Z', undefined],
])('%j after %s fires at %s', (schedule, after, expected) => {
  const next = nextFiring(schedule, at(after), 0.5, zoneOffset);
  expect(next === undefined ? undefined : new Date(next).toISOString()).toBe(
    expected === undefined ? undefined : new Date(expected).toISOString(),
  );
});

test.each([
  ['P1D', 86_400_000],
  ['PT30M', 1_800_000],
  ['P1W', 604_800_000],
  ['P1DT2H', 93_600_000],
  ['PT1.5S', 1500],
])('%s is %i ms', (text, ms) => expect(durationMs(text)).toBe(ms));

test.each(['P', 'PT', '1D', 'P1M', 'tomorrow'])('%s is no duration', (text) =>
  expect(() => durationMs(text)).toThrow('is no duration'),
);

test('a moment without its zone is refused', () => {
  expect(() => momentMs('2026-08-06T08:00:00')).toThrow('is no moment');
  expect(momentMs('2026-08-06T08:00:00+08:00')).toBe(Date.UTC(2026, 7, 6));
});

describe('what a budget of calls counts', () => {
  test.each([
    ['Spreadsheet.SpreadsheetApp', 'openById', 'open'],
    ['Spreadsheet.SpreadsheetApp', 'flush', 'flush'],
    ['Spreadsheet.SpreadsheetApp', 'newRichTextValue', 'accessor'],
    ['Spreadsheet.Range', 'getValues', 'read'],
    ['Spreadsheet.Range', 'getA1Notation', 'accessor'],
    ['Spreadsheet.Range', 'offset', 'accessor'],
    ['Spreadsheet.Range', 'setValues', 'write'],
    ['Spreadsheet.Range', 'setRichTextValues', 'write'],
    ['Spreadsheet.Range', 'setDataValidation', 'write'],
    ['Spreadsheet.Range', 'protect', 'write'],
    ['Spreadsheet.Range', 'insertCheckboxes', 'write'],
    ['Spreadsheet.Sheet', 'getRange', 'accessor'],
    ['Spreadsheet.Sheet', 'getName', 'accessor'],
    ['Spreadsheet.Sheet', 'getLastRow', 'read'],
    ['Spreadsheet.Sheet', 'deleteRows', 'write'],
    ['Spreadsheet.Sheet', 'insertRowsAfter', 'write'],
    ['Spreadsheet.Sheet', 'setFrozenRows', 'write'],
    ['Spreadsheet.Sheet', 'appendRow', 'append'],
    ['Spreadsheet.Sheet', 'copyTo', 'copy'],
    ['Spreadsheet.Spreadsheet', 'getSheetByName', 'accessor'],
    ['Spreadsheet.Spreadsheet', 'insertSheet', 'create'],
    ['Spreadsheet.Spreadsheet', 'toast', 'accessor'],
    ['Spreadsheet.TextFinder', 'findNext', 'find'],
    ['Spreadsheet.TextFinder', 'matchEntireCell', 'accessor'],
    ['Spreadsheet.DataValidationBuilder', 'requireCheckbox', 'accessor'],
    ['Spreadsheet.RichTextValueBuilder', 'setLinkUrl', 'accessor'],
    ['Spreadsheet.Protection', 'addEditors', 'write'],
    ['Forms.FormApp', 'openById', 'open'],
    ['Forms.Form', 'getResponses', 'getResponses'],
    ['Forms.Form', 'getItems', 'accessor'],
    ['Forms.Form', 'addTextItem', 'formSetter'],
    ['Forms.Form', 'addPublishedReader', 'formSetter'],
    ['Forms.TextItem', 'setTitle', 'formSetter'],
    ['Forms.TextItem', 'createResponse', 'accessor'],
    ['Forms.TextValidationBuilder', 'requireNumber', 'accessor'],
    ['Forms.FormResponse', 'withItemResponse', 'accessor'],
    ['Forms.FormResponse', 'toPrefilledUrl', 'prefilledUrl'],
    ['Forms.ItemResponse', 'getResponse', 'accessor'],
    ['Drive.File', 'makeCopy', 'copy'],
    ['Drive.File', 'getId', 'accessor'],
    ['Drive.File', 'addViewer', 'write'],
    ['Drive.Folder', 'createFolder', 'create'],
    ['Drive.Folder', 'getFilesByName', 'find'],
    ['Drive.FileIterator', 'next', 'accessor'],
    ['Drive.DriveApp', 'getFileById', 'open'],
    ['Properties.Properties', 'getProperty', 'property'],
    ['Properties.PropertiesService', 'getScriptProperties', 'accessor'],
    ['Lock.Lock', 'tryLock', 'lock'],
    ['Lock.Lock', 'hasLock', 'accessor'],
    ['Mail.MailApp', 'sendEmail', 'send'],
    ['Mail.MailApp', 'getRemainingDailyQuota', 'accessor'],
    ['URL_Fetch.UrlFetchApp', 'fetch', 'send'],
    ['Script.ClockTriggerBuilder', 'everyHours', 'accessor'],
    ['Script.ClockTriggerBuilder', 'create', 'create'],
    ['Base.Ui', 'alert', 'accessor'],
    ['HTML.HtmlOutput', 'setTitle', 'accessor'],
    ['Utilities.Utilities', 'formatDate', 'accessor'],
  ])('%s.%s is %s', (gas, member, kind) => expect(costKind(gas, member)).toBe(kind));

  test('only accessors stay on the script’s machine', () => {
    const local = Object.entries(COSTS).filter(([, cost]) => !cost.remote);
    expect(local.map(([kind]) => kind)).toEqual(['accessor']);
  });

  test.each([
    ['Properties.Properties', 'setProperty', true],
    ['Properties.Properties', 'getProperty', false],
    ['Lock.Lock', 'tryLock', false],
    ['Mail.MailApp', 'sendEmail', true],
    ['URL_Fetch.UrlFetchApp', 'fetch', false],
    ['Spreadsheet.Range', 'setValue', true],
    ['Spreadsheet.SpreadsheetApp', 'flush', false],
  ])('%s.%s changes state: %s', (gas, member, changes) => expect(changesState(gas, member)).toBe(changes));
});
