import { DAILY, LIMITS, QUOTA_WORDS } from '../../local/services/limits';
import { cleanUp, openBound, OWNER } from '../support/localProject';

afterEach(cleanUp);

const run = (body: string, options = {}) => {
  const { workspace, projectId } = openBound(`function f() { ${body} }`, { options });
  return workspace.runNow({ projectId, functionName: 'f' });
};
const text = (letters: number): string => `new Array(${String(letters + 1)}).join('x')`;
const property = "PropertiesService.getScriptProperties().setProperty('k', ";
const cell = 'SpreadsheetApp.getActive().getSheets()[0].getRange(1, 1)';
const mail = (more: string): string =>
  `MailApp.sendEmail({ to: 'a@contoh.id', subject: 's', body: 'b', ${more} });`;

const MB = 1024 * 1024;
const fetched = (payload: string): string =>
  `UrlFetchApp.fetch('https://contoh.id/', { method: 'post', payload: ${payload} });`;
/** A picture of one dot with letters behind it. */
const picture = (bytes: number): string => {
  const dot =
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';
  const more = bytes - Buffer.from(dot, 'base64').length;
  return `var dot = Utilities.base64Decode('${dot}'); for (var i = 0; i < ${String(more)}; i++) dot.push(0);
    SpreadsheetApp.getActive().getSheets()[0].insertImage(Utilities.newBlob(dot, 'image/png'), 1, 1);`;
};

/** [limit, code that just stays within, code that goes beyond, Google's words] */
test.each<[string, string, string, string]>([
  [
    'a property of 9 KB',
    `${property}${text(LIMITS.propertyValue)});`,
    `${property}${text(LIMITS.propertyValue + 1)});`,
    'Argument too large: value',
  ],
  [
    'a cached value of 100 KB',
    `CacheService.getScriptCache().put('k', ${text(LIMITS.cacheValue)});`,
    `CacheService.getScriptCache().put('k', ${text(LIMITS.cacheValue + 1)});`,
    'Argument too large: value',
  ],
  [
    'a cache key of 250 letters',
    `CacheService.getScriptCache().put(${text(250)}, 'v');`,
    `CacheService.getScriptCache().put(${text(251)}, 'v');`,
    'Argument too large: key',
  ],
  [
    '50,000 letters in a cell',
    `${cell}.setValue(${text(50_000)});`,
    `${cell}.setValue(${text(50_001)});`,
    'Your input contains more than the maximum of 50000 characters in a single cell.',
  ],
  [
    '10,000,000 cells',
    'SpreadsheetApp.getActive().insertSheet().insertColumnsAfter(1, 9900);',
    'SpreadsheetApp.getActive().insertSheet().insertColumnsAfter(1, 9950);',
    'This action would increase the number of cells in the workbook above the limit of 10000000 cells.',
  ],
  [
    '50 recipients of a message',
    mail(`cc: new Array(50).join('b@contoh.id,').slice(0, -1)`),
    mail(`cc: new Array(51).join('b@contoh.id,').slice(0, -1)`),
    'Limit exceeded: Email Recipients Per Message.',
  ],
  [
    '250 attachments',
    `var b = []; for (var i = 0; i < 250; i++) b.push(Utilities.newBlob('x')); ${mail('attachments: b')}`,
    `var b = []; for (var i = 0; i < 251; i++) b.push(Utilities.newBlob('x')); ${mail('attachments: b')}`,
    'Limit exceeded: Email Attachments Per Message.',
  ],
  [
    'a mail of 200 KB',
    mail(`htmlBody: ${text(200 * 1024)}`),
    mail(`htmlBody: ${text(200 * 1024 + 1)}`),
    'Limit exceeded: Email Body Size.',
  ],
  [
    '25 MB of attachments',
    mail(`attachments: [Utilities.newBlob(${text(12 * MB)}), Utilities.newBlob(${text(13 * MB)})]`),
    mail(`attachments: [Utilities.newBlob(${text(12 * MB)}), Utilities.newBlob(${text(13 * MB + 1)})]`),
    'Limit exceeded: Email Total Attachments Size.',
  ],
  [
    'a file of 50 MB',
    `DriveApp.createFile('f', ${text(50 * MB)});`,
    `DriveApp.createFile('f', ${text(50 * MB + 1)});`,
    'File size exceeds the limit.',
  ],
  [
    'a picture of 2 MB in a sheet',
    picture(2 * MB),
    picture(2 * MB + 1),
    'The image is too large: 2 MB is the limit.',
  ],
  [
    '50 MB sent by a fetch, in bytes',
    fetched(`'é' + ${text(50 * MB - 2)}`),
    fetched(`'é' + ${text(50 * MB - 1)}`),
    'Limit exceeded: URLFetch POST Size.',
  ],
  [
    '50 MB in the fields of a fetch',
    fetched(`{ a: Utilities.newBlob(${text(30 * MB)}), b: ${text(20 * MB)} }`),
    fetched(`{ a: Utilities.newBlob(${text(30 * MB)}), b: ${text(20 * MB + 1)} }`),
    'Limit exceeded: URLFetch POST Size.',
  ],
  [
    'an address of 2 KB',
    `UrlFetchApp.fetch('https://contoh.id/' + ${text(2030)});`,
    `UrlFetchApp.fetch('https://contoh.id/' + ${text(2031)});`,
    'Limit exceeded: URLFetch URL Length.',
  ],
  [
    '20 triggers',
    "for (var i = 0; i < 20; i++) ScriptApp.newTrigger('f').timeBased().everyHours(1).create();",
    "for (var i = 0; i < 21; i++) ScriptApp.newTrigger('f').timeBased().everyHours(1).create();",
    'This script has too many triggers. Triggers must be deleted from the script before more can be added.',
  ],
  [
    'six minutes',
    'Utilities.sleep(300000); Utilities.sleep(59000);',
    'Utilities.sleep(300000); Utilities.sleep(61000);',
    'Exceeded maximum execution time',
  ],
])('%s, and no more (google.md section 1)', (_, within, beyond, words) => {
  const options = { switches: { cannedReplies: [{ url: 'https://contoh.id/*', body: '' }] } };
  expect(run(within, options).error).toBeUndefined();
  expect(run(beyond, options).error?.message).toBe(words);
});

test.each([
  [
    'onOpen',
    async (w: ReturnType<typeof openBound>) =>
      (await w.workspace.openFile({ fileId: w.fileId, person: OWNER })).executions[0],
  ],
  [
    'onEdit',
    async (w: ReturnType<typeof openBound>) =>
      (await w.workspace.editCell({ fileId: w.fileId, sheetId: 0, a1: 'A1', text: 'x', person: OWNER }))
        .executions[0],
  ],
])('%s has 30 seconds', async (name, start) => {
  const opened = (ms: number) => openBound(`function ${name}() { Utilities.sleep(${String(ms)}); }`);
  expect((await start(opened(29_000)))?.status).toBe('completed');
  expect((await start(opened(31_000)))?.status).toBe('timedOut');
});

test('each quota has its number for both kinds of account, and Google’s words', () => {
  for (const [quota, { consumer, workspace }] of Object.entries(DAILY)) {
    expect([quota, consumer < workspace]).toEqual([quota, true]);
  }
  expect(Object.keys(QUOTA_WORDS).sort()).toEqual(Object.keys(DAILY).sort());
});

test('an account of Google Workspace may send more a day', () => {
  const left = 'return MailApp.getRemainingDailyQuota();';
  expect([run(left).result, run(left, { switches: { accountKind: 'workspace' } }).result]).toEqual([
    100, 1500,
  ]);
});

describe('who the person at the keyboard is (reference, Session.getActiveUser)', () => {
  const CODE = `
    function onEdit() { console.log('simple ' + Session.getActiveUser().getEmail()); }
    function edited() { console.log('installed ' + Session.getActiveUser().getEmail() + ' as ' + Session.getEffectiveUser().getEmail()); }
    function install() { ScriptApp.newTrigger('edited').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create(); }`;
  const said = async (person: string, accountKind: 'consumer' | 'workspace') => {
    const { workspace, projectId, fileId } = openBound(CODE, {
      options: { people: { owner: OWNER, others: [person] }, switches: { accountKind } },
    });
    workspace.runNow({ projectId, functionName: 'install' });
    const file = workspace.store.get('file', fileId);
    file?.editors.push(person);
    workspace.store.touch('file', fileId);
    const { executions } = await workspace.editCell({ fileId, sheetId: 0, a1: 'A1', text: 'x', person });
    return executions.map((each) => each.log[0]?.text);
  };
  test.each<[string, string, 'consumer' | 'workspace', string, string]>([
    ['a stranger’s free account', 'lain@contoh.id', 'consumer', '', ''],
    ['the owner’s own', OWNER, 'consumer', '', OWNER],
    ['a colleague of one domain', 'lain@contoh.id', 'workspace', 'lain@contoh.id', 'lain@contoh.id'],
    ['somebody of another domain', 'lain@jauh.id', 'workspace', '', ''],
  ])('%s', async (_, person, kind, simple, installed) => {
    expect(await said(person, kind)).toEqual([`simple ${simple}`, `installed ${installed} as ${OWNER}`]);
  });
});

test('changes by a script fire no triggers (guide "Installable triggers")', () => {
  const { workspace, projectId } = openBound(`
    function onEdit() {} function fired() {}
    function install() {
      var book = SpreadsheetApp.getActive(), form = FormApp.create('F');
      form.addTextItem().setTitle('Nama');
      form.setDestination(FormApp.DestinationType.SPREADSHEET, book.getId());
      ScriptApp.newTrigger('fired').forSpreadsheet(book).onEdit().create();
      ScriptApp.newTrigger('fired').forSpreadsheet(book).onFormSubmit().create();
      ScriptApp.newTrigger('fired').forForm(form).onFormSubmit().create();
      return form.getId();
    }
    function change(id) {
      SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValue('x');
      var form = FormApp.openById(id), item = form.getItems()[0].asTextItem();
      form.createResponse().withItemResponse(item.createResponse('Ani')).submit();
      return form.getResponses().length;
    }`);
  const id = workspace.runNow({ projectId, functionName: 'install' }).result;
  const changed = workspace.runNow({ projectId, functionName: 'change', args: [id] });
  expect([changed.error, changed.result]).toEqual([undefined, 1]);
  expect(workspace.executions.map((each) => each.function)).toEqual(['install', 'change']);
});
