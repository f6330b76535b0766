import { createApp } from '../../local/web/app';
import { cleanUp, openBound, OWNER } from '../support/localProject';

afterAll(cleanUp);

const EVIL = `'"></style></td></textarea><script>alert(1)</script><img src=x onerror=alert(2)>`;
const ESCAPED = '&lt;script&gt;alert(1)&lt;/script&gt;';
/* Every place into which a script can put words of its own. */
const CODE = `
  var E = ${JSON.stringify(EVIL)}, LINK = 'javascript:alert(1)';
  function onOpen() { SpreadsheetApp.getUi().createMenu(E).addItem(E, 'fill').addToUi(); }
  function fill() {
    var book = SpreadsheetApp.getActive(), sheet = book.getSheets()[0], cell = sheet.getRange('A1');
    cell.setValue(E).setNote(E).setFontFamily(E).setFontColor(E).setBackground(E);
    sheet.getRange('A2').setValue(5).setNumberFormat('"' + E.replace('"', '') + '"0');
    var style = SpreadsheetApp.newTextStyle().setFontFamily(E).setForegroundColor(E).build();
    sheet.getRange('A3').setRichTextValue(SpreadsheetApp.newRichTextValue().setText('ab' + E)
      .setLinkUrl(0, 2, LINK).setTextStyle(2, 9, style).build());
    sheet.getRange('A4').setDataValidation(
      SpreadsheetApp.newDataValidation().requireValueInList([E, 'b']).setHelpText(E).build());
    sheet.setConditionalFormatRules([SpreadsheetApp.newConditionalFormatRule()
      .whenFormulaSatisfied('=' + E).setBackground(E).setRanges([cell]).build()]);
    sheet.getRange('C1:D3').setValues([[E, 'y'], [E, 2], ['b', 3]]);
    sheet.insertChart(sheet.newChart().asColumnChart().addRange(sheet.getRange('C1:D3')).setNumHeaders(1)
      .setOption('title', E).setOption('colors', [E]).setPosition(1, 1, 0, 0).build());
    sheet.getRange('F1').setValue(SpreadsheetApp.newCellImage().setSourceUrl('https://e.example/"onerror=1')
      .setAltTextTitle(E).setAltTextDescription(E).build());
    sheet.getRange('B1').protect().setDescription(E);
    sheet.setTabColor(E).setName(E);
    book.rename(E);
    book.toast(E, E);
    DriveApp.createFolder(E).createFile(E, E);
    PropertiesService.getScriptProperties().setProperty(E, E);
    MailApp.sendEmail({ to: 'kasi@contoh.id', subject: E, body: E, htmlBody: E, name: E,
      attachments: [Utilities.newBlob('x', 'text/html', E)] });
    var form = FormApp.create(E).setTitle(E).setDescription(E);
    form.addMultipleChoiceItem().setTitle(E).setHelpText(E).setChoiceValues([E, 'b']);
    form.addSectionHeaderItem().setTitle(E);
    var document = DocumentApp.create(E), paragraph = document.getBody().appendParagraph(E);
    paragraph.editAsText().setFontFamily(E).setLinkUrl(LINK);
    document.getBody().appendTable([[E]]);
    document.saveAndClose();
    console.log(E, { a: E });
    return [form.getId(), form.getPublishedUrl().split('/')[6], document.getId()];
  }
  function fail() { var error = new Error(E); error.name = E; throw error; }`;

/** All pages on which something of the script is shown; each has to show it. */
async function pages(): Promise<[path: string, text: string][]> {
  const { workspace, fileId } = openBound(CODE);
  const filled = workspace.runNow({ functionName: 'fill' });
  expect(filled.error).toBeUndefined();
  const failed = workspace.runNow({ functionName: 'fail' });
  const [formId, publishedId, documentId] = filled.result as string[];
  const message = workspace.store.get('mailbox', 'mail')?.messages[0]?.id;
  const paths = [
    '/',
    '/mail',
    `/mail/messages/${String(message)}`,
    '/executions',
    `/executions/${filled.id}`,
    `/executions/${failed.id}`,
    '/properties',
    `/spreadsheets/d/${fileId}/edit`,
    `/document/d/${String(documentId)}/edit`,
    `/forms/d/${String(formId)}/edit`,
    `/forms/d/e/${String(publishedId)}/viewform`,
  ];
  const app = createApp(workspace);
  const headers = { cookie: `as=${OWNER}`, accept: 'text/html' };
  const shown: [path: string, text: string][] = [];
  for (const path of paths) shown.push([path, await (await app.request(path, { headers })).text()]);
  return shown;
}

test('what a script writes is text on every page of the workspace', async () => {
  for (const [path, text] of await pages()) {
    expect([path, text.includes(ESCAPED)]).toEqual([path, true]);
    expect([path, /<script>alert|<img src=x|href="javascript:|e\.example\/"onerror/.exec(text)]).toEqual([
      path,
      null,
    ]);
  }
});
