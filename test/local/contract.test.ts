import { messageName, schema, stubTable } from '../../local/contract/schema';
import { checkSignature, Foreign } from '../../local/contract/signature';
import { services } from '../../local/services/index';
import { enumValue } from '../../local/services/served';

describe('the contract read from Google’s types', () => {
  test.each(services.map((entry) => [entry.global, entry] as const))(
    '%s is what Google calls it',
    (global, entry) => {
      const known =
        schema.globals[global] ?? schema.advanced[global.split('.')[0] ?? '']?.[global.split('.')[1] ?? ''];
      expect(known).toBe(entry.gas);
      for (const each of entry.classes) expect(Object.keys(schema.classes)).toContain(each.gas);
    },
  );

  test.each([
    ['Forms.Form', 'setPublished'],
    ['Forms.Form', 'addPublishedReaders'],
    ['Forms.Form', 'setEmailCollectionType'],
    ['Forms.Form', 'addRatingItem'],
    ['Script.ScriptApp', 'requireScopes'],
    ['Spreadsheet.Spreadsheet', 'getSheetById'],
  ])('%s has %s, in the types or beside them (google.md section 3)', (gas, member) => {
    expect(schema.classes[gas]?.members).toHaveProperty(member);
  });

  test('an advanced service is there only when the manifest enables it', () => {
    expect(stubTable().globals).not.toHaveProperty('Drive');
    expect(stubTable(['Drive']).parts.Drive).toHaveProperty('Permissions');
  });

  test.each([
    ['Spreadsheet.Range', 'setValues', 'SpreadsheetApp.Range.setValues'],
    ['Spreadsheet.SpreadsheetApp', 'openById', 'SpreadsheetApp.openById'],
    ['Drive.DriveApp', 'createFolder', 'DriveApp.createFolder'],
    ['Base.Ui', 'alert', 'Ui.alert'],
  ])('messages name %s.%s as %s', (gas, member, name) => expect(messageName(gas, member)).toBe(name));
});

describe('signatures', () => {
  test.each<[string, string, unknown[], unknown[]]>([
    ['Spreadsheet.Sheet', 'getRange', [1, 2], [1, 2]],
    ['Spreadsheet.Sheet', 'getRange', ['A1'], ['A1']],
    ['Spreadsheet.Range', 'setValue', [undefined], [undefined]],
    ['Spreadsheet.Range', 'setNote', [25], ['25']],
    ['Spreadsheet.Range', 'setValues', [[[1, null, new Date(0)]]], [[[1, null, new Date(0)]]]],
    ['Spreadsheet.Range', 'setDataValidation', [null], [null]],
    ['Drive.DriveApp', 'getFileById', [null], [null]],
    ['Drive.DriveApp', 'getFileById', [['abc']], ['abc']],
    ['Mail.MailApp', 'sendEmail', [{ to: 'a' }], [{ to: 'a' }]],
    [
      'Forms.Form',
      'setDestination',
      [enumValue('Forms.DestinationType', 'SPREADSHEET'), 'x'],
      [enumValue('Forms.DestinationType', 'SPREADSHEET'), 'x'],
    ],
  ])('%s.%s takes %j', (gas, member, args, taken) =>
    expect(checkSignature(gas, member, args)).toEqual(taken),
  );

  test.each<[string, string, unknown[], string]>([
    [
      'Spreadsheet.Sheet',
      'getRange',
      ['a', 'b'],
      "The parameters (String,String) don't match the method signature for SpreadsheetApp.Sheet.getRange.",
    ],
    [
      'Spreadsheet.Range',
      'setValues',
      ['x'],
      "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      'Spreadsheet.Range',
      'setValues',
      [[1, 2]],
      "The parameters (number[]) don't match the method signature for SpreadsheetApp.Range.setValues.",
    ],
    [
      'Spreadsheet.SpreadsheetApp',
      'openByUrl',
      [{}],
      "The parameters ((class)) don't match the method signature for SpreadsheetApp.openByUrl.",
    ],
    [
      'Utilities.Utilities',
      'sleep',
      [new Foreign('function')],
      "The parameters (function) don't match the method signature for Utilities.sleep.",
    ],
    [
      'Utilities.Utilities',
      'sleep',
      [],
      "The parameters () don't match the method signature for Utilities.sleep.",
    ],
    [
      'Forms.Form',
      'setDestination',
      [enumValue('Forms.ItemType', 'TEXT'), 'x'],
      "The parameters (FormApp.ItemType,String) don't match the method signature for FormApp.Form.setDestination.",
    ],
  ])('%s.%s refuses %j in Google’s words (google.md section 1)', (gas, member, args, message) => {
    expect(() => checkSignature(gas, member, args)).toThrow(message);
  });
});
