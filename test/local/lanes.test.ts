import { crashEverywhere, interleaveBySeeds } from '../../local/host/trials';
import { cleanUp, KASI, openBound, openWorkspace, projectFolder } from '../support/localProject';

afterEach(cleanUp);
jest.setTimeout(60_000);

const CODE = `
  function count(key, times) {
    var p = PropertiesService.getScriptProperties();
    for (var i = 0; i < times; i++) p.setProperty(key, String(Number(p.getProperty(key) || 0) + 1));
  }
  function one() { count('n', 1); }
  function careless() { count('n', 5); }
  function careful() {
    var lock = LockService.getScriptLock();
    lock.waitLock(30000);
    count('n', 5);
    lock.releaseLock();
  }
  function hold() { LockService.getScriptLock().waitLock(0); for (var i = 0; i < 5; i++) Utilities.sleep(1000); }
  function impatient() { return LockService.getScriptLock().tryLock(2000); }
  function stubborn() {
    try { for (;;) count('n', 1); } catch (e) { count('caught', 1); } finally { count('finally', 1); }
  }
  function loop() { for (;;); }
  function ask() { return SpreadsheetApp.getUi().alert('Lanjut?').toString(); }
  function zone() { return new Date(0).getHours(); }
`;

function workers() {
  const bound = openBound(CODE, { options: { driver: 'worker' } });
  const kept = () => bound.workspace.store.get('project', bound.projectId)?.scriptProperties ?? {};
  return { ...bound, kept };
}

test('a worker gives the same as the thread', async () => {
  const code = `function f(d) {
    var sheet = SpreadsheetApp.getActive().getSheets()[0];
    sheet.getRange('A1:B1').setValues([[d, 'x']]);
    var v = sheet.getRange('A1:B1').getValues();
    return [v[0][0] instanceof Date, v[0][0].toString(), v[0][1], Math.random(), Utilities.getUuid(), String(sheet)];
  }`;
  const directory = projectFolder(code);
  const results = [];
  for (const driver of ['thread', 'worker'] as const) {
    const { workspace, fileId } = openBound(code, { options: { driver } });
    const projectId = workspace.addProject({ directory, containerId: fileId });
    const run = await workspace.run({
      projectId,
      functionName: 'f',
      args: [new Date('2026-08-06T00:00:00Z')],
    });
    expect(run.error).toBeUndefined();
    results.push(run.result);
  }
  expect(results[0]).toEqual(results[1]);
});

test('the same seed serves calls in the same order', async () => {
  const { workspace, kept } = workers();
  const ends = new Map<number, Set<string>>();
  const before = workspace.snapshot();
  for (const seed of [1, 2, 3, 1, 2, 3, 1]) {
    workspace.restore(before);
    await workspace.runInterleaved(
      [1, 2, 3].map(() => ({ functionName: 'careless' })),
      seed,
    );
    const known = ends.get(seed) ?? new Set();
    ends.set(seed, known.add(kept().n ?? ''));
  }
  expect([...ends.values()].every((values) => values.size === 1)).toBe(true);
  // Without a lock, counting side by side loses some.
  expect([...ends.values()].some((values) => !values.has('15'))).toBe(true);
});

test('with a lock nothing is lost, whatever the order', async () => {
  const { workspace, kept } = workers();
  const before = workspace.snapshot();
  for (let seed = 1; seed <= 10; seed += 1) {
    workspace.restore(before);
    const runs = await workspace.runInterleaved(
      [1, 2, 3].map(() => ({ functionName: 'careful' })),
      seed,
    );
    expect(runs.map((run) => run.status)).toEqual(['completed', 'completed', 'completed']);
    expect(kept().n).toBe('15');
  }
});

test('who waits for a lock in vain waits as long as it said', async () => {
  const { workspace } = workers();
  for (let seed = 1; seed <= 4; seed += 1) {
    const [, waiting] = await workspace.runInterleaved(
      [{ functionName: 'hold' }, { functionName: 'impatient' }],
      seed,
    );
    expect(typeof waiting?.result).toBe('boolean');
    if (waiting?.result === false) expect(waiting.modelledMs).toBeGreaterThanOrEqual(2000);
  }
});

test('a crash is a true kill: neither catch nor finally runs', async () => {
  const { workspace, projectId, kept } = workers();
  const run = await workspace.run({ projectId, functionName: 'stubborn', faults: { crashAtChange: 4 } });
  expect(run).toMatchObject({ status: 'crashed', changes: 3 });
  expect(kept()).toEqual({ n: '3' });
});

test('a crash beside another execution leaves that one alone', async () => {
  const { workspace, kept } = workers();
  const [crashed, other] = await workspace.runInterleaved(
    [{ functionName: 'careful', faults: { crashAt: 4 } }, { functionName: 'careful' }],
    5,
  );
  expect(crashed?.status).toBe('crashed');
  expect(other?.status).toBe('completed');
  expect(Number(kept().n)).toBeGreaterThanOrEqual(5);
});

describe('trials', () => {
  test('orders: the seed of each failing one is told, and shows it again', async () => {
    const { workspace, kept } = workers();
    const of = (functionName: string, seeds: readonly number[]) =>
      interleaveBySeeds(workspace, {
        requests: () => [{ functionName }, { functionName }],
        seeds,
        check: () => (kept().n === '10' ? [] : [`n is ${String(kept().n)}`]),
      });
    expect(await of('careful', [1, 2, 3])).toEqual({});
    const failures = await of('careless', [1, 2, 3]);
    const [[key, found] = ['', []]] = Object.entries(failures);
    expect(found).toEqual([expect.stringMatching(/^n is \d$/)]);
    expect(await of('careless', [Number(key.replace('seed ', ''))])).toEqual({ [key]: found });
    expect(await of('missing', [1])).toEqual({
      'seed 1': [
        ...Array<string>(2).fill('missing failed: Script function not found: missing'),
        'n is undefined',
      ],
    });
    expect(kept()).toEqual({});
  });

  test('crashes: at every change, with what heals it and without', async () => {
    const { workspace, projectId, kept } = workers();
    const run = (functionName: string) => workspace.run({ projectId, functionName });
    const trial = {
      act: async () => [await run('careful')],
      check: () => (kept().n === '5' ? [] : [`n is ${String(kept().n)}`]),
    };
    const tried = await crashEverywhere(workspace, trial);
    expect(tried).toMatchObject({ points: 5, of: 5 });
    expect(Object.values(tried.wrong)).toEqual([undefined, 1, 2, 3, 4].map((n) => [`n is ${String(n)}`]));
    expect(Object.keys(tried.wrong)[0]).toBe('crashAtChange 1');
    const third = await crashEverywhere(workspace, { ...trial, pick: (all) => all.slice(2, 3) });
    expect(third).toEqual({ points: 1, of: 5, wrong: { 'crashAtChange 3': ['n is 2'] } });
    const heal = async (): Promise<void> => {
      while (Number(kept().n ?? 0) < 5) await run('one');
    };
    expect((await crashEverywhere(workspace, { ...trial, heal })).wrong).toEqual({});
    const calls = await crashEverywhere(workspace, { ...trial, kind: 'crashAt' });
    expect(Object.keys(calls.wrong).length).toBeGreaterThan(5);
    await expect(crashEverywhere(workspace, { ...trial, act: () => Promise.resolve([]) })).rejects.toThrow(
      'Nothing to interrupt',
    );
  });
});

test('a script that asks is suspended until somebody answers; others run meanwhile', async () => {
  const { workspace, projectId, kept } = workers();
  const asked = workspace.run({ projectId, functionName: 'ask', trigger: 'menu', user: KASI });
  await workspace.run({ projectId, functionName: 'careless' });
  expect(kept().n).toBe('5');
  while (workspace.questions.length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  const [question] = workspace.questions;
  expect(question).toMatchObject({ kind: 'alert', text: 'Lanjut?', user: KASI });
  workspace.answer(question?.id ?? '', { button: 'OK' });
  expect((await asked).result).toBe('OK');
  expect(workspace.questions).toEqual([]);
});

test('local time is the manifest’s', async () => {
  const workspace = openWorkspace({ driver: 'worker' });
  const hours = [];
  for (const timeZone of ['Asia/Jakarta', 'Asia/Jayapura', 'Asia/Jakarta']) {
    const projectId = workspace.addProject({ directory: projectFolder(CODE, { manifest: { timeZone } }) });
    hours.push((await workspace.run({ projectId, functionName: 'zone' })).result);
  }
  expect(hours).toEqual([7, 9, 7]);
});

test('more than thirty at once are refused (google.md section 1)', async () => {
  const { workspace, projectId } = workers();
  const asking = Array.from({ length: 30 }, () => workspace.run({ projectId, functionName: 'ask' }));
  const refused = await workspace.run({ projectId, functionName: 'careless' });
  expect(refused.error?.message).toBe(
    'There are too many scripts running simultaneously for this Google user account.',
  );
  while (workspace.questions.length < 30) await new Promise((resolve) => setTimeout(resolve, 20));
  for (const question of [...workspace.questions]) workspace.answer(question.id, { button: 'OK' });
  await Promise.all(asking);
});
