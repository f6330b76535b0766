import type { Faults } from '../../local/host/api';
import { TRANSIENT_ERRORS, type TransientError } from '../../local/host/googleErrors';
import { apart } from '../../local/host/trials';
import type { Quota } from '../../local/services/runtime';
import { cleanUp, openBound } from '../support/localProject';

afterEach(cleanUp);

const CODE = `
  function f() {
    var p = PropertiesService.getScriptProperties();
    try { for (var i = 1; i <= 5; i++) p.setProperty('k' + i, 'x'); }
    catch (e) { console.log(e.message); p.setProperty('caught', 'x'); }
    finally { p.setProperty('finally', 'x'); }
    return Object.keys(p.getProperties()).join();
  }`;

function withFaults(faults: Faults) {
  const { workspace, projectId } = openBound(CODE);
  workspace.faults.set(faults);
  const run = workspace.runNow({ projectId, functionName: 'f' });
  const kept = Object.keys(workspace.store.get('project', projectId)?.scriptProperties ?? {});
  return { workspace, projectId, run, kept };
}

test.each([
  [1, 0],
  [2, 0],
  [3, 1],
  [6, 4],
])('crashAt %i: the calls before it happened, that one and all later ones did not', (crashAt, left) => {
  const { run, kept } = withFaults({ crashAt });
  expect(run).toMatchObject({ status: 'crashed', callCount: crashAt - 1 });
  expect(kept).toEqual(['k1', 'k2', 'k3', 'k4', 'k5'].slice(0, left));
});

test('crashAtChange counts what changes state only', () => {
  const { run, kept } = withFaults({ crashAtChange: 3 });
  expect(run).toMatchObject({ status: 'crashed', changes: 2 });
  expect(kept).toEqual(['k1', 'k2']);
});

test('a crash holds for one execution, and the next goes through', () => {
  const { workspace, projectId } = withFaults({ crashAt: 3 });
  expect(workspace.runNow({ projectId, functionName: 'f' })).toMatchObject({
    status: 'completed',
    result: 'k1,k2,k3,k4,k5,finally',
  });
});

test('until cleared it holds for all, across counts over all of them', () => {
  const always = withFaults({ crashAt: 3, until: 'cleared' });
  expect(always.workspace.runNow({ projectId: always.projectId, functionName: 'f' }).status).toBe('crashed');
  const across = withFaults({ crashAtChange: 8, across: true });
  expect(across.run.status).toBe('completed');
  const second = across.workspace.runNow({ projectId: across.projectId, functionName: 'f' });
  expect(second).toMatchObject({ status: 'crashed', changes: 1 });
});

test('failCall throws Google’s words in the script, and the call does not happen', () => {
  const { run, kept } = withFaults({ failCall: 3, message: 'Service error: Spreadsheets' });
  expect(run.log.map((line) => line.text)).toEqual(['Service error: Spreadsheets']);
  expect(kept).toEqual(['k1', 'caught', 'finally']);
});

test('failMember fails one member only', () => {
  const { kept } = withFaults({ failMember: 'Properties.setProperty', failCall: 2 });
  expect(kept).toEqual(['k1', 'caught', 'finally']);
});

test('a snapshot brings everything back, the clock too', () => {
  const { workspace, projectId } = openBound(CODE);
  const before = workspace.snapshot();
  const now = workspace.clock.now();
  for (let crashAtChange = 1; crashAtChange <= 6; crashAtChange += 1) {
    workspace.restore(before);
    expect(workspace.clock.now()).toBe(now);
    workspace.runNow({ projectId, functionName: 'f', faults: { crashAtChange } });
    workspace.runNow({ projectId, functionName: 'f' });
    expect(Object.keys(workspace.store.get('project', projectId)?.scriptProperties ?? {})).toHaveLength(6);
  }
});

test('what another workspace had is taken as it stood there, whatever versions both have', () => {
  const one = openBound(CODE);
  const other = openBound(CODE);
  one.workspace.runNow({ projectId: one.projectId, functionName: 'f' });
  const untouched = other.workspace.snapshot();
  other.workspace.restore(one.workspace.snapshot());
  expect(apart(other.workspace.snapshot(), one.workspace.snapshot())).toEqual([]);
  expect(apart(other.workspace.snapshot(), untouched)).not.toEqual([]);
  other.workspace.restore(untouched);
  expect(apart(other.workspace.snapshot(), untouched)).toEqual([]);
});

test('a run that is remembered gives, change by change, what an interruption leaves', () => {
  const { workspace, projectId } = openBound(CODE);
  const before = workspace.snapshot();
  const { outcome, ended } = workspace.runRemembering({ projectId, functionName: 'f' });
  expect(outcome).toMatchObject({ status: 'completed', changes: 6 });
  expect(ended).toHaveLength(6);
  ended.forEach((state, at) => {
    workspace.restore(before);
    workspace.runNow({ projectId, functionName: 'f', faults: { crashAtChange: at + 1 } });
    expect(apart(workspace.snapshot(), state)).toEqual([]);
  });
  expect(apart(before, ended[5] ?? before)).toContain(`project/${projectId}`);
});

test('mailQuota: so many recipients more today, then Google’s words', () => {
  const { workspace, projectId } = openBound(`function f() {
    var left = MailApp.getRemainingDailyQuota();
    MailApp.sendEmail('a@contoh.id', 's', 'b');
    try { MailApp.sendEmail('a@contoh.id,b@contoh.id', 's', 'b'); } catch (e) { return [left, e.message]; }
  }`);
  workspace.faults.set({ mailQuota: 2 });
  expect(workspace.runNow({ projectId, functionName: 'f' }).result).toEqual([
    2,
    'Service invoked too many times for one day: email.',
  ]);
});

test('lockedUntil: somebody else holds the script lock', () => {
  const { workspace, projectId } = openBound(`function f() {
    var lock = LockService.getScriptLock();
    var out = [lock.tryLock(0)];
    try { lock.waitLock(1000); } catch (e) { out.push(e.message); }
    out.push(lock.tryLock(60000), lock.hasLock());
    return out;
  }`);
  workspace.faults.set({ lockedUntil: workspace.clock.now() + 30_000 });
  expect(workspace.runNow({ projectId, functionName: 'f' }).result).toEqual([
    false,
    'Lock timeout: another process was holding the lock for too long.',
    true,
    true,
  ]);
});

describe('Google’s passing errors (google.md section 1)', () => {
  const id = '[\\w-]{44}';
  test.each<[TransientError, RegExp]>([
    ['serverError', /^We're sorry, a server error occurred\. Please wait a bit and try again\.$/],
    ['serviceError', /^Service error: Spreadsheets$/],
    [
      'serviceTimedOut',
      new RegExp(`^Service Spreadsheets timed out while accessing document with id ${id}\\.$`),
    ],
    ['serviceFailed', new RegExp(`^Service Spreadsheets failed while accessing document with id ${id}\\.$`)],
    ['unexpected', /^Unexpected error while getting the method or property setValue on object Range\.$/],
    [
      'tooOften',
      /^Service invoked too many times in a short time: Spreadsheets\. Try Utilities\.sleep\(1000\) between calls\.$/,
    ],
    ['tooManyPerSecond', /^Script invoked too many times per second for this Google user account\.$/],
    ['rateLimit', /^Rate Limit Exceeded$/],
    ['unavailable', /^Service unavailable: Spreadsheets$/],
    ['internal', /^Internal error occurred\. Please try again\.$/],
  ])('%s', (error, words) => {
    const { workspace, projectId } = openBound(`function f() {
      var cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1');
      try { cell.setValue('x'); } catch (e) { return [e.name, e.message, cell.getValue()]; }
    }`);
    workspace.faults.set({ failMember: 'Range.setValue', error });
    const [name, message, kept] = workspace.runNow({ projectId, functionName: 'f' }).result as string[];
    expect([name, kept]).toEqual(['Exception', '']);
    expect(message).toMatch(words);
  });
  test('every one of them has its case here', () => expect(Object.keys(TRANSIENT_ERRORS)).toHaveLength(10));
});

describe('daily quotas, exhausted one by one (google.md section 1)', () => {
  test.each<[Quota, string, string]>([
    [
      'mailRecipients',
      "MailApp.sendEmail('a@contoh.id', 's', 'b')",
      'Service invoked too many times for one day: email.',
    ],
    [
      'spreadsheetsCreated',
      "SpreadsheetApp.create('x')",
      'Service invoked too many times for one day: spreadsheet create.',
    ],
    [
      'documentsCreated',
      "DocumentApp.create('x')",
      'Service invoked too many times for one day: docs create.',
    ],
    [
      'urlFetch',
      "UrlFetchApp.fetch('https://contoh.id/')",
      'Service invoked too many times for one day: urlfetch.',
    ],
    [
      'propertyAccess',
      "PropertiesService.getScriptProperties().getProperty('a')",
      'Service invoked too many times for one day: properties.',
    ],
    [
      'conversions',
      "Utilities.newBlob('x', 'text/html').getAs('application/pdf')",
      'Service invoked too many times for one day: conversions.',
    ],
  ])('%s', (quota, call, words) => {
    const { workspace, projectId } = openBound(`function f() { ${call}; }`, {
      options: { switches: { cannedReplies: [{ url: 'https://contoh.id/', body: '' }] } },
    });
    workspace.faults.set({ quotas: { [quota]: 2 } });
    const tries = [1, 2, 3].map(() => workspace.runNow({ projectId, functionName: 'f' }).error?.message);
    expect(tries).toEqual([undefined, undefined, words]);
    workspace.faults.clear();
    expect(workspace.runNow({ projectId, functionName: 'f' }).status).toBe('completed');
  });

  test('triggerMinutes: triggers fail before they begin, menus go on', async () => {
    const { workspace, projectId } = openBound(
      "function f() {} function install() { ScriptApp.newTrigger('f').timeBased().everyHours(1).create(); }",
    );
    workspace.runNow({ projectId, functionName: 'install' });
    workspace.faults.set({ quotas: { triggerMinutes: 0 } });
    const [fired] = await workspace.clock.advance('PT1H');
    expect(fired?.error?.message).toBe('Service using too much computer time for one day.');
    expect(workspace.runNow({ projectId, functionName: 'f' }).status).toBe('completed');
  });

  test('a quota begins anew 24 hours after its first use', async () => {
    const { workspace, projectId } = openBound(
      "function f() { for (var i = 0; i < 50; i++) MailApp.sendEmail('a@contoh.id,b@contoh.id', 's', 'b'); } function left() { return MailApp.getRemainingDailyQuota(); }",
    );
    const left = () => workspace.runNow({ projectId, functionName: 'left' }).result;
    expect([left(), workspace.runNow({ projectId, functionName: 'f' }).status, left()]).toEqual([
      100,
      'completed',
      0,
    ]);
    await workspace.clock.advance('PT23H');
    expect(left()).toBe(0);
    await workspace.clock.advance('PT1H');
    expect(left()).toBe(100);
  });
});

describe('lock discipline: what changes outside of the script lock', () => {
  const run = (code: string) => {
    const { workspace, projectId } = openBound(`function f() {
      var cell = SpreadsheetApp.getActive().getSheets()[0].getRange('A1'), lock = LockService.getScriptLock();
      ${code} }`);
    return workspace.runNow({ projectId, functionName: 'f' }).outsideLock;
  };
  test.each<[string, string, object]>([
    ['all under the lock', 'lock.waitLock(0); cell.setValue(1); cell.setValue(2); lock.releaseLock();', {}],
    [
      'before it',
      'cell.setValue(1); lock.waitLock(0); cell.setValue(2);',
      { 'Range.setValue': { times: 1, firstCall: 5 } },
    ],
    [
      'after it',
      'lock.waitLock(0); lock.releaseLock(); cell.setValue(1); cell.setValue(2);',
      { 'Range.setValue': { times: 2, firstCall: 7 } },
    ],
    [
      'under another lock',
      'LockService.getUserLock().waitLock(0); cell.setValue(1);',
      { 'Range.setValue': { times: 1, firstCall: 7 } },
    ],
    ['reading needs none', "cell.getValue(); PropertiesService.getScriptProperties().getProperty('a');", {}],
    [
      'a lock that a dialog took away',
      "lock.waitLock(0); SpreadsheetApp.getUi().alert('?'); cell.setValue(1);",
      { 'Range.setValue': { times: 1, firstCall: 8 } },
    ],
    [
      'a lock that was not got',
      "LockService.getScriptLock().tryLock(-1); MailApp.sendEmail('a@contoh.id', 's', 'b');",
      { 'MailApp.sendEmail': { times: 1, firstCall: 7 } },
    ],
  ])('%s', (_, code, expected) => expect(run(code)).toEqual(expected));
});
