import { cleanUp, KASI, openBound, openWorkspace, OWNER, projectFolder } from '../support/localProject';

afterEach(cleanUp);

/** Runs `f` of a project with that code and gives what came of it. */
function runF(code: string, given: Parameters<typeof openBound>[1] = {}) {
  const { workspace, projectId } = openBound(code, given);
  return workspace.runNow({ projectId, functionName: 'f' });
}

describe('one run in a bare context', () => {
  test('values, dates and enums are of the script’s own realm', () => {
    const { workspace } = openBound(`
      function f(text, when, list) {
        var values = SpreadsheetApp.getActive().getSheets()[0].getRange('A1:B2').getValues();
        return [when instanceof Date, when.getHours(), list instanceof Array, values instanceof Array,
          values[0] instanceof Array, SpreadsheetApp.BorderStyle.DOTTED === SpreadsheetApp.BorderStyle.DOTTED,
          String(SpreadsheetApp.BorderStyle.DOTTED), JSON.stringify({ a: SpreadsheetApp.BorderStyle.DOTTED })];
      }`);
    const when = new Date('2026-08-06T08:00:00+08:00');
    const run = workspace.runNow({ functionName: 'f', args: ['x', when, [1]] });
    expect(run.error).toBeUndefined();
    expect(run.result).toEqual([true, 8, true, true, true, true, 'DOTTED', '{"a":"DOTTED"}']);
  });

  test.each([
    [
      'an unknown member is a native TypeError',
      'SpreadsheetApp.getActive().nope()',
      'TypeError',
      /nope is not a function/,
    ],
    ['an unknown global is a ReferenceError', 'NopeApp.x()', 'ReferenceError', /NopeApp is not defined/],
    [
      'an unsupported service is refused by name',
      'CalendarApp.getDefaultCalendar()',
      'Exception',
      /^CalendarApp\.getDefaultCalendar is not supported by the local workspace$/,
    ],
    [
      'a wrong signature in Google’s words (google.md section 1)',
      "SpreadsheetApp.getActive().getSheets()[0].getRange('A1').setValues('x')",
      'Exception',
      /^The parameters \(String\) don't match the method signature for SpreadsheetApp\.Range\.setValues\.$/,
    ],
    ['nothing of Node is there', 'process.exit(1)', 'ReferenceError', /process is not defined/],
    ['no timers (google.md section 6)', 'setTimeout(f, 1)', 'ReferenceError', /setTimeout is not defined/],
    ['a script’s own error', "throw new RangeError('out')", 'RangeError', /^out$/],
  ])('%s', (_, code, name, message) => {
    const run = runF(`function f() { ${code}; }`);
    expect(run.status).toBe('failed');
    expect(run.error?.name).toBe(name);
    expect(run.error?.message).toMatch(message);
    expect(run.error?.stack).not.toMatch(/node:|local\//);
  });

  test.each([
    ['typeof SpreadsheetApp.getActive().getSheets()[0].setName', 'function'],
    ["'setName' in SpreadsheetApp.getActive().getSheets()[0]", true],
    ["'toMoon' in SpreadsheetApp.getActive().getSheets()[0]", false],
    ['String(SpreadsheetApp.getActive())', 'Spreadsheet'],
    ['String(SpreadsheetApp)', 'SpreadsheetApp'],
    ['JSON.stringify(SpreadsheetApp.getActive())', '{}'],
    ['Object.keys(SpreadsheetApp.getActive()).length', 0],
    ['MimeType.GOOGLE_SHEETS', 'application/vnd.google-apps.spreadsheet'],
    ['new Date().toISOString().slice(0, 13)', '2026-08-06T00'],
    ['typeof Atomics + typeof SharedArrayBuffer + typeof fetch', 'undefinedundefinedundefined'],
  ])('%s is %p', (expression, expected) => {
    expect(runF(`function f() { return ${expression}; }`).result).toEqual(expected);
  });

  test.each(['thread', 'worker'] as const)(
    'e.stack and logged errors have the script’s lines only: %s',
    async (driver) => {
      const code = `var DEEP = () => { throw new TypeError('out'); };
      function inner_() { return [1].map(DEEP); }
      function f() { try { inner_(); } catch (e) { console.error(e); return e.stack; } }
      function called() { try { SpreadsheetApp.openById(''); } catch (e) { return e.stack; } }
      async function late() { await null; try { inner_(); } catch (e) { return e.stack; } }`;
      const { workspace, projectId } = openBound(code, { options: { driver } });
      const stackOf = async (functionName: string): Promise<string[]> => {
        const { result } = await workspace.run({ projectId, functionName });
        return String(result).split('\n');
      };
      const lines = await stackOf('f');
      expect(lines).toEqual([
        'TypeError: out',
        expect.stringMatching(/^ {4}at DEEP \(Code\.\w+:1:\d+\)$/) as unknown,
        '    at Array.map (<anonymous>)',
        expect.stringMatching(/^ {4}at inner_ \(Code\.\w+:2:\d+\)$/) as unknown,
        expect.stringMatching(/^ {4}at f \(Code\.\w+:3:\d+\)$/) as unknown,
      ]);
      expect(workspace.executions.at(-1)?.log[0]?.text).toBe(lines.join('\n'));
      expect((await stackOf('called')).slice(1)).toEqual([expect.stringMatching(/at called \(Code/)]);
      expect((await stackOf('late')).at(-1)).toMatch(/at (async )?late \(Code/);
    },
  );

  test('promise jobs that are pending when the function returns still run', () => {
    const run = runF(`
      function f() { later(); return 1; }
      async function later() { await null; await null; console.log('later'); }`);
    expect(run.log.map((line) => line.text)).toEqual(['later']);
  });

  test('an async function gives what it resolves to, and its rejection is the run’s error', () => {
    expect(runF('async function f() { return await 7; }').result).toBe(7);
    expect(runF("async function f() { await null; throw new Error('no'); }").error?.message).toBe('no');
  });

  test('a rejection that nobody handles does not end the host', async () => {
    expect(runF("function f() { Promise.reject(new Error('alone')); return 1; }").result).toBe(1);
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

  test('a dialog costs the script its locks (google.md section 4)', () => {
    const { workspace } = openBound(`function f() {
      var lock = LockService.getScriptLock();
      lock.waitLock(0);
      return [SpreadsheetApp.getUi().alert('Lanjut?') === SpreadsheetApp.getUi().Button.OK, lock.hasLock()];
    }`);
    workspace.answerDialogs(() => ({ button: 'OK' }));
    expect(workspace.runNow({ functionName: 'f', trigger: 'menu' }).result).toEqual([true, false]);
  });

  test('several files share one global scope, loaded by name', () => {
    const run = runF('const A = B + 1; function f() { return A; }', {
      files: { 'B.js': 'x', 'A0.gs': 'const B = 1;' },
    });
    expect(run.error?.message).toMatch(/x is not defined/);
    expect(
      runF('const A = B + 1; function f() { return A; }', { files: { 'A0.gs': 'const B = 1;' } }).result,
    ).toBe(2);
  });

  test('a file that does not parse says where', () => {
    expect(runF('function f() { return 1; }', { files: { 'Z.js': 'let = ;' } }).error).toMatchObject({
      name: 'SyntaxError',
    });
  });

  test('the same seed gives the same chance, another run another', () => {
    const once = (seed: number) =>
      runF('function f() { return [Math.random(), Utilities.getUuid()]; }', { options: { seed } });
    expect(once(3).result).toEqual(once(3).result);
    expect(once(3).result).not.toEqual(once(4).result);
  });

  test('counts calls, cells and modelled time', () => {
    const run = runF(`function f() {
      var sheet = SpreadsheetApp.getActive().getSheets()[0];
      sheet.getRange(1, 1, 2, 3).setValues([[1, 2, 3], [4, 5, 6]]);
      sheet.getRange(1, 1, 2, 2).getValues();
      Utilities.sleep(1000);
    }`);
    expect(run).toMatchObject({
      status: 'completed',
      cellsRead: 4,
      cellsWritten: 6,
      remoteCalls: 3,
      changes: 1,
    });
    expect(run.remoteByKind).toEqual({ open: 1, read: 1, write: 1 });
    expect(run.modelledMs).toBeGreaterThan(1000);
  });

  test('six minutes of modelled time end a run, uncatchably (google.md section 1)', () => {
    const run = runF(`function f() {
      try { for (;;) Utilities.sleep(60000); } catch (e) { return 'caught'; }
    }`);
    expect(run).toMatchObject({ status: 'timedOut', error: { message: 'Exceeded maximum execution time' } });
    expect(run).not.toHaveProperty('result');
  });
});

describe('scopes and modes (google.md sections 1 and 5)', () => {
  const SHEETS = 'https://www.googleapis.com/auth/spreadsheets';

  test('a scope that the manifest lacks denies the call', () => {
    const run = runF("function f() { DriveApp.createFolder('x'); }", { manifest: { oauthScopes: [SHEETS] } });
    expect(run.error?.message).toBe(
      'Specified permissions are not sufficient to call DriveApp.createFolder. Required permissions: https://www.googleapis.com/auth/drive',
    );
  });

  test('without listed scopes everything is granted', () => {
    expect(runF("function f() { DriveApp.createFolder('x'); return 1; }").result).toBe(1);
  });

  test('onOpen runs LIMITED: the open file and menus, nothing that needs consent', async () => {
    const { workspace, fileId } = openBound(`
      function onOpen(e) {
        var out = [String(e.authMode), SpreadsheetApp.getActive().getName()];
        try { SpreadsheetApp.openById('x'); } catch (error) { out.push(error.message); }
        console.log(out.join(' | '));
        SpreadsheetApp.getUi().createMenu('Menu').addItem('Jalan', 'go').addToUi();
      }
      function go() { return Session.getActiveUser().getEmail(); }`);
    const shown = await workspace.openFile({ fileId, person: OWNER });
    expect(shown.executions[0]?.log[0]?.text).toBe(
      `LIMITED | Induk | You do not have permission to call SpreadsheetApp.openById. Required permissions: ${SHEETS}`,
    );
    expect(shown.menus).toMatchObject([
      { caption: 'Menu', items: [{ caption: 'Jalan', functionName: 'go' }] },
    ]);
    const click = await workspace.clickMenu({ fileId, person: OWNER, path: ['Menu', 'Jalan'] });
    expect(click).toMatchObject({ result: OWNER, user: OWNER, trigger: 'menu' });
  });

  test('private functions cannot be called from a page, others get JSON-like values only', async () => {
    const { workspace, projectId } = openBound(
      'function secret_() {} function f(a) { return [typeof a.when, new Date()]; }',
    );
    await expect(
      workspace.callFromPage({ projectId, functionName: 'secret_', person: OWNER }),
    ).rejects.toThrow('Script function not found: secret_');
    const call = await workspace.callFromPage({
      projectId,
      functionName: 'f',
      args: [{ when: 'x' }],
      person: OWNER,
    });
    expect(call.result).toBeNull();
  });

  test('a menu runs as the person at the keyboard', () => {
    const { workspace, projectId } = openBound(
      'function f() { return Session.getEffectiveUser().getEmail(); }',
    );
    expect(workspace.runNow({ projectId, functionName: 'f', user: KASI, trigger: 'menu' }).result).toBe(KASI);
  });
});

describe('projects', () => {
  test.each([
    [{ runtimeVersion: undefined }, /"runtimeVersion" must be "V8", it is missing/],
    [
      { timeZone: 'Asia/Nowhere' },
      /"timeZone" must be a zone such as "Asia\/Jakarta", it is "Asia\/Nowhere"/,
    ],
    [
      { oauthScopes: ['https://www.googleapis.com/auth/sheets'] },
      /unknown scope "https:\/\/www.googleapis.com\/auth\/sheets"/,
    ],
    [{ oauthScope: [] }, /unknown field "oauthScope"/],
    [{ urlFetchWhitelist: ['docs.google.com'] }, /"urlFetchWhitelist" needs prefixes/],
    [
      {
        dependencies: {
          enabledAdvancedServices: [{ userSymbol: 'Tasks', serviceId: 'tasks', version: 'v1' }],
        },
      },
      /advanced service "tasks" is not supported/,
    ],
  ])('a bad manifest says so by name: %j', (manifest, message) => {
    const workspace = openWorkspace();
    expect(() => workspace.addProject({ directory: projectFolder('', { manifest }) })).toThrow(message);
  });

  test('two projects of one folder have properties of their own', () => {
    const workspace = openWorkspace();
    const directory = projectFolder(`
      function set(x) { PropertiesService.getScriptProperties().setProperty('a', x); }
      function get() { return PropertiesService.getScriptProperties().getProperty('a'); }`);
    const [one, two] = [workspace.addProject({ directory }), workspace.addProject({ directory })];
    workspace.runNow({ projectId: one, functionName: 'set', args: ['1'] });
    expect(workspace.runNow({ projectId: two, functionName: 'get' }).result).toBeNull();
    expect(() => workspace.runNow({ functionName: 'get' })).toThrow('Several projects are open');
  });

  test('a standalone script has no document lock, cache or properties (google.md section 8)', () => {
    const workspace = openWorkspace();
    workspace.addProject({
      directory: projectFolder(`function f() { return [PropertiesService.getDocumentProperties(),
        CacheService.getDocumentCache(), LockService.getDocumentLock()]; }`),
    });
    expect(workspace.runNow({ functionName: 'f' }).result).toEqual([null, null, null]);
  });
});
