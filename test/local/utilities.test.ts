import { cleanUp, openBound, OWNER } from '../support/localProject';

afterEach(cleanUp);

/** The value of an expression in a script, or the error's text. */
function evaluate(expression: string): unknown {
  const { workspace } = openBound(
    `function f() { try { return ${expression}; } catch (e) { return e.name + ': ' + e.message; } }`,
  );
  const run = workspace.runNow({ functionName: 'f' });
  expect(run.error).toBeUndefined();
  return run.result;
}

const WHEN = "new Date('2026-08-06T05:04:03.002Z')";

describe('Utilities (reference, Class Utilities)', () => {
  test.each([
    // formatDate: java.text.SimpleDateFormat (google.md section 4, Dates)
    [`Utilities.formatDate(${WHEN}, 'Asia/Makassar', 'yyyy-MM-dd HH:mm:ss.SSS')`, '2026-08-06 13:04:03.002'],
    [
      `Utilities.formatDate(${WHEN}, 'GMT', "EEEE, d MMM yyyy 'pukul' h:mm a")`,
      'Thursday, 6 Aug 2026 pukul 5:04 AM',
    ],
    [
      `Utilities.formatDate(${WHEN}, 'Asia/Jayapura', "yyyy-MM-dd'T'HH:mm:ssXXX")`,
      '2026-08-06T14:04:03+09:00',
    ],
    [`Utilities.formatDate(${WHEN}, 'UTC', "yy D u w 'o''clock' Z")`, "26 218 4 32 o'clock +0000"],
    [`Utilities.formatDate(${WHEN}, 'GMT+7', 'HH:mm')`, '12:04'],
    [`Utilities.formatDate(${WHEN}, 'Nowhere', 'HH')`, '05'],
    [
      "Utilities.formatDate('2026', 'GMT', 'yyyy')",
      "Exception: The parameters (String,String,String) don't match the method signature for Utilities.formatDate.",
    ],
    [
      "Utilities.parseDate('06/08/2026 13:04', 'Asia/Makassar', 'dd/MM/yyyy HH:mm').toISOString()",
      '2026-08-06T05:04:00.000Z',
    ],
    // formatString
    ["Utilities.formatString('%s|%5d|%-4s|%05.1f|%%', 'a', 42, 'b', 3.14159)", 'a|   42|b   |003.1|%'],
    // base64
    ["Utilities.base64Encode('Désa')", 'RMOpc2E='],
    ['Utilities.base64Encode([-1, 0, 1])', '/wAB'],
    ['Utilities.base64EncodeWebSafe([-5, -1])', '-_8='],
    ["Utilities.base64Decode('/wAB')", [-1, 0, 1]],
    ["Utilities.newBlob(Utilities.base64Decode('RMOpc2E=')).getDataAsString()", 'Désa'],
    ["Utilities.base64Decode('*')", 'Exception: Could not decode string.'],
    // digests
    ["Utilities.computeDigest(Utilities.DigestAlgorithm.MD5, 'a').slice(0, 4)", [12, -63, 117, -71]],
    [
      "Utilities.base64Encode(Utilities.computeDigest(Utilities.DigestAlgorithm.SHA_256, 'a'))",
      'ypeBEsobvcr6wjGzmiPcTaeG7/gUfE5yuYB3ha/uSLs=',
    ],
    [
      "Utilities.base64Encode(Utilities.computeHmacSha256Signature('v', 'k'))",
      expect.stringMatching(/^[A-Za-z0-9+/]{43}=$/),
    ],
    ["Utilities.computeRsaSha256Signature('v', 'k')", 'Exception: Invalid argument: key'],
    // csv
    [
      `Utilities.parseCsv('a,"b ""c""\\nd",\\r\\n1,2,3\\n')`,
      [
        ['a', 'b "c"\nd', ''],
        ['1', '2', '3'],
      ],
    ],
    ["Utilities.parseCsv('a;b', ';')", [['a', 'b']]],
    // compression
    [
      "Utilities.ungzip(Utilities.gzip(Utilities.newBlob('halo', 'text/plain', 'h.txt'))).getDataAsString()",
      'halo',
    ],
    ["Utilities.gzip(Utilities.newBlob('halo', 'text/plain', 'h.txt')).getName()", 'h.txt.gz'],
    [
      "Utilities.unzip(Utilities.zip([Utilities.newBlob('satu', 'text/plain', 'a.txt'), Utilities.newBlob('dua', 'text/plain', 'map/b.csv')])).map(function (b) { return [b.getName(), b.getContentType(), b.getDataAsString()]; })",
      [
        ['a.txt', 'text/plain', 'satu'],
        ['map/b.csv', 'text/csv', 'dua'],
      ],
    ],
    ["Utilities.getUuid().length + (Utilities.getUuid() === Utilities.getUuid() ? 'same' : '')", '36'],
    [
      "Utilities.sleep('lama')",
      "Exception: The parameters (String) don't match the method signature for Utilities.sleep.",
    ],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('blobs (reference, Class Blob)', () => {
  test.each([
    ["Utilities.newBlob('é').getBytes()", [-61, -87]],
    ["Utilities.newBlob('a').getContentType()", 'text/plain'],
    [
      "Utilities.newBlob([97], 'text/plain', 'x.csv').setContentTypeFromExtension().getContentType()",
      'text/csv',
    ],
    ["Utilities.newBlob([-23]).getDataAsString('ISO-8859-1')", 'é'],
    ["Utilities.newBlob('a', 'text/plain', 'n').copyBlob().setName('m').getName()", 'm'],
    [
      "Utilities.newBlob('a').getAs('image/png')",
      'Exception: Converting from text/plain to image/png is not supported.',
    ],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

describe('properties, cache, lock, session (google.md sections 1 and 8)', () => {
  const PROPERTIES = 'PropertiesService.getScriptProperties()';
  test.each([
    [`${PROPERTIES}.getProperty('none')`, null],
    [`${PROPERTIES}.setProperty('n', 5).getProperty('n')`, '5'],
    [`${PROPERTIES}.setProperties({ a: 1, b: true }).getProperties()`, { a: '1', b: 'true' }],
    [`${PROPERTIES}.setProperties({ a: 1 }).setProperties({ b: 2 }, true).getKeys()`, ['b']],
    [`${PROPERTIES}.setProperty('n', new Array(9218).join('x'))`, 'Exception: Argument too large: value'],
    [`${PROPERTIES}.setProperty('n', new Array(9217).join('x')).getKeys()`, ['n']],
    [`${PROPERTIES}.setProperty(new Array(9218).join('k'), 'x')`, 'Exception: Argument too large: key'],
    [
      `(function () { for (var i = 0; i < 60; i++) ${PROPERTIES}.setProperty('k' + i, new Array(9000).join('x')); })()`,
      'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
    ],
    ["CacheService.getScriptCache().put('a', 'b')", null],
    ["CacheService.getScriptCache().remove('a')", null],
    [
      "(function (c) { c.put('a', 'b', 10); Utilities.sleep(9000); return c.get('a'); })(CacheService.getScriptCache())",
      'b',
    ],
    [
      "(function (c) { c.put('a', 'b', 10); Utilities.sleep(10000); return c.get('a'); })(CacheService.getScriptCache())",
      null,
    ],
    [
      "(function (c) { c.putAll({ a: 1, b: 2 }); return c.getAll(['a', 'b', 'c']); })(CacheService.getUserCache())",
      { a: '1', b: '2' },
    ],
    [
      "CacheService.getScriptCache().put('a', new Array(102402).join('x'))",
      'Exception: Argument too large: value',
    ],
    ['LockService.getScriptLock().tryLock(-100)', false],
    [
      'LockService.getScriptLock().waitLock(-100)',
      'Exception: Lock timeout: another process was holding the lock for too long.',
    ],
    [
      '(function (l) { return [l.hasLock(), l.tryLock(0), l.tryLock(0), l.hasLock(), l.releaseLock() || l.hasLock()]; })(LockService.getScriptLock())',
      [false, true, true, true, false],
    ],
    ['Session.getEffectiveUser().getEmail()', OWNER],
    ['Session.getScriptTimeZone()', 'Asia/Makassar'],
    ['Session.getActiveUserLocale()', 'id'],
    ["Logger.log('%s is %d', 'a', 5).getLog()", 'a is 5\n'],
    ['ScriptApp.getService().getUrl()', null],
    [
      'String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL).getAuthorizationStatus())',
      'NOT_REQUIRED',
    ],
    [
      "String(ScriptApp.newTrigger('f').forSpreadsheet(SpreadsheetApp.getActive()).onEdit().create().getEventType())",
      'ON_EDIT',
    ],
    ["String(ScriptApp.newTrigger('f').timeBased().everyMinutes(5).create().getTriggerSource())", 'CLOCK'],
    [
      "ScriptApp.newTrigger('f').timeBased().everyMinutes(7)",
      'Exception: The value you passed to everyMinutes was invalid. It must be one of 1, 5, 10, 15 or 30.',
    ],
  ])('%s', (expression, expected) => {
    expect(evaluate(expression)).toEqual(expected);
  });
});

test('requireScopes and authorisation info go by the manifest (google.md section 9)', () => {
  const granted = 'https://www.googleapis.com/auth/spreadsheets';
  const other = 'https://www.googleapis.com/auth/drive';
  const { workspace } = openBound(
    `function f() {
      ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${granted}']);
      ScriptApp.requireAllScopes(ScriptApp.AuthMode.FULL);
      var status = function (scopes) { return String(ScriptApp.getAuthorizationInfo(ScriptApp.AuthMode.FULL, scopes).getAuthorizationStatus()); };
      try { ScriptApp.requireScopes(ScriptApp.AuthMode.FULL, ['${other}']); }
      catch (e) { return [status(['${granted}']), status(['${other}']), e.message.indexOf('${other}') > 0, Session.getActiveUser().getEmail()]; }
    }`,
    { manifest: { oauthScopes: [granted] } },
  );
  // Without userinfo.email the active user stays unknown (google.md section 5).
  expect(workspace.runNow({ functionName: 'f' }).result).toEqual(['NOT_REQUIRED', 'REQUIRED', true, '']);
});
