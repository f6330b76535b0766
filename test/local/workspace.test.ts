import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { LocalWorkspace } from '../../local/host/workspace';

const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true, force: true })));

/** A project of one file on disk. */
function projectFolder(code: string, manifest: Record<string, unknown> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'local-project-'));
  folders.push(folder);
  writeFileSync(join(folder, 'Code.js'), code);
  writeFileSync(
    join(folder, 'appsscript.json'),
    JSON.stringify({ timeZone: 'Asia/Makassar', runtimeVersion: 'V8', exceptionLogging: 'STACKDRIVER', ...manifest }),
  );
  return folder;
}

function open(code: string, manifest: Record<string, unknown> = {}) {
  const workspace = LocalWorkspace.open({
    now: '2026-08-06T08:00:00+08:00',
    people: { owner: 'kantor@contoh.id', others: ['kasi@contoh.id'] },
    checkTouches: true,
  });
  const projectId = workspace.addProject({ directory: projectFolder(code, manifest), name: 'Uji' });
  return { workspace, projectId };
}

test('properties, lock, log and result of one run', () => {
  const { workspace } = open(`
    function f(a, b) {
      var p = PropertiesService.getScriptProperties();
      p.setProperty('x', a);
      var lock = LockService.getScriptLock();
      console.log('got %s', lock.tryLock(0));
      return [p.getProperty('x'), p.getProperty('none'), b instanceof Date, b.getTime(), new Date().getHours(), String(p), p.getProperties()];
    }`);
  const run = workspace.runNow({ functionName: 'f', args: ['1', new Date(5)] });
  expect(run.error).toBeUndefined();
  expect(run.result).toEqual(['1', null, true, 5, 8, 'Properties', { x: '1' }]);
  expect(run.log.map((line) => line.text)).toEqual(['got true']);
  expect(run.calls).toMatchObject({ 'Properties.setProperty': 1, 'Lock.tryLock': 1 });
  expect(run.remoteByKind).toEqual({ property: 4, lock: 1 });
});
