import { cleanUp, openBound } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const SCRIPT = 'LockService.getScriptLock()';
const withLock = (body: string): string => `(function (l) { ${body} })(${SCRIPT})`;
const TIMEOUT = 'Exception: Lock timeout: another process was holding the lock for too long.';

const CASES: Case[] = [
  [`${SCRIPT}.hasLock()`, false],
  [`${SCRIPT}.tryLock(0)`, true],
  [`${SCRIPT}.tryLock(-100)`, false],
  [`${SCRIPT}.waitLock(-100)`, TIMEOUT],
  [
    withLock('return [l.tryLock(0), l.tryLock(0), l.hasLock(), l.releaseLock() || l.hasLock()];'),
    [true, true, true, false],
  ],
  [withLock('l.waitLock(10); return l.hasLock();'), true],
  [withLock('l.releaseLock(); return l.hasLock();'), false],
  [
    withLock(
      'l.tryLock(0); return [LockService.getUserLock().hasLock(), LockService.getDocumentLock().hasLock()];',
    ),
    [false, false],
  ],
  [withLock(`l.tryLock(0); return ${SCRIPT}.hasLock();`), true],
  ['LockService.getUserLock().tryLock(1)', true],
  ['LockService.getDocumentLock().tryLock(1)', true],
];

describe('LockService (google.md sections 1 and 4; reference, Class Lock)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'LockService',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('a script of its own has no document lock', () => {
    expect(evaluate('LockService.getDocumentLock()', { standalone: true })).toBeNull();
  });

  test.each([
    ['tryLock(1000)', false, 1],
    ['tryLock(9000)', true, 5],
    ['waitLock(1000)', TIMEOUT, 1],
  ])('%s while somebody else holds it for 5 s', (call, expected, seconds) => {
    const { workspace, projectId } = openBound(
      `function f() { var from = Date.now(), got; try { got = ${SCRIPT}.${call}; } catch (e) { got = e.name + ': ' + e.message; } return [got, Math.round((Date.now() - from) / 1000)]; }`,
    );
    workspace.faults.set({ lockedUntil: workspace.clock.now() + 5000 });
    expect(workspace.runNow({ projectId, functionName: 'f' }).result).toEqual([expected, seconds]);
  });

  test('the end of a run gives its locks back', () => {
    const { workspace, projectId } = openBound(`function f() { return ${SCRIPT}.tryLock(0); }`);
    const run = (): unknown => workspace.runNow({ projectId, functionName: 'f' }).result;
    expect([run(), run()]).toEqual([true, true]);
  });
});
