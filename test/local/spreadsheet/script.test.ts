import { cleanUp, OWNER, openBound } from '../../support/localProject';

afterEach(cleanUp);

const CODE = `
function main() {
  const ss = SpreadsheetApp.getActiveSpreadsheet();
  ss.setSpreadsheetLocale('id');
  const sheet = ss.insertSheet('Data');
  sheet.getRange('A:A').setNumberFormat('@');
  sheet.getRange(1, 1, 2, 3).setValues([['08123', 1, new Date(2026, 7, 6, 8, 0)], ['=1', true, null]]);
  const values = sheet.getDataRange().getValues();
  const when = values[0][2];
  sheet.appendRow(['x', '1.234,5', '31/12/2026']);
  const rule = SpreadsheetApp.newDataValidation().requireValueInList(['ya', 'tidak'], true).setAllowInvalid(false).build();
  sheet.getRange('E1:E10').setDataValidation(rule);
  let refused = '';
  try { sheet.getRange('E1').setValue('lain'); } catch (e) { refused = e.name + ': ' + e.message; }
  const protection = sheet.getRange('A1:B2').protect().setDescription('kunci');
  protection.removeEditors(protection.getEditors());
  if (protection.canDomainEdit()) protection.setDomainEdit(false);
  const kinds = ss.getProtections(SpreadsheetApp.ProtectionType.RANGE).map(function (p) { return p.getDescription(); });
  sheet.getRange('A1').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('Isi').setLinkUrl('https://a.example/').build());
  sheet.getRange('B2:C3').setBorder(true, true, true, true, null, null, '#000000', SpreadsheetApp.BorderStyle.SOLID);
  sheet.getRange('B2').setHorizontalAlignment('center').setWrapStrategy(SpreadsheetApp.WrapStrategy.WRAP);
  sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule().whenNumberGreaterThan(3)
    .setBackground('#ff0000').setRanges([sheet.getRange('B1:B9')]).build()]);
  sheet.getRange('F1:F3').insertCheckboxes().check();
  sheet.setFrozenRows(1);
  sheet.setColumnWidths(1, 3, 120);
  let message = '';
  try { sheet.getRange('A1:B1').setValues('x'); } catch (e) { message = e.message; }
  let dims = '';
  try { sheet.getRange('A1:B1').setValues([[1]]); } catch (e) { dims = e.message; }
  let missing = '';
  try { sheet.getSlicers(); } catch (e) { missing = e.message; }
  return {
    locale: ss.getSpreadsheetLocale(), isDate: when instanceof Date, time: when.getTime(), text: values[0][0], formula: sheet.getRange('A2').getFormula(),
    row3: sheet.getRange('A3:C3').getDisplayValues()[0], refused: refused, kinds: kinds, link: sheet.getRange('A1').getRichTextValue().getLinkUrl(),
    checked: sheet.getRange('F1:F3').isChecked(), wrap: String(sheet.getRange('B2').getWrapStrategy()),
    found: sheet.createTextFinder('x').matchEntireCell(true).findNext().getA1Notation(),
    criteria: sheet.getRange('E1').getDataValidation().getCriteriaType() === SpreadsheetApp.DataValidationCriteria.VALUE_IN_LIST,
    message: message, dims: dims, missing: missing, colors: sheet.getRange('B1').getFontColors()[0][0],
    rules: sheet.getConditionalFormatRules()[0].getBooleanCondition().getCriteriaValues(),
    next: sheet.getRange('B1').getNextDataCell(SpreadsheetApp.Direction.DOWN).getRow(),
  };
}
`;

test('a script on the host meets what Google’s reference says', () => {
  const { workspace } = openBound(CODE);
  const run = workspace.runNow({ functionName: 'main', user: OWNER, trigger: 'menu' });
  expect(run.error).toBeUndefined();
  expect(run.result).toEqual({
    locale: 'in_ID',
    isDate: true,
    time: Date.parse('2026-08-06T08:00:00+08:00'),
    text: '08123',
    formula: '',
    row3: ['x', '1.234,50', '31/12/2026'],
    refused:
      'Exception: The data you entered in cell E1 violates the data validation rules set on this cell.\nPlease enter one of the following values: ya, tidak.',
    kinds: ['kunci'],
    link: 'https://a.example/',
    checked: true,
    wrap: 'WRAP',
    found: 'A3',
    criteria: true,
    message: "The parameters (String) don't match the method signature for SpreadsheetApp.Range.setValues.",
    dims: 'The number of columns in the data does not match the number of columns in the range. The data has 1 but the range has 2.',
    missing: 'Sheet.getSlicers is not supported by the local workspace',
    colors: '#000000',
    rules: [3],
    next: 3,
  });
});
