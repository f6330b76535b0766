import type { Faults } from '../../local/host/api';
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
