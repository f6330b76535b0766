import { cleanUp, KASI, openBound } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const SCRIPT = 'CacheService.getScriptCache()';
const withCache = (body: string): string => `(function (c) { ${body} })(${SCRIPT})`;

const CASES: Case[] = [
  [`${SCRIPT}.get('none')`, null],
  [`${SCRIPT}.put('a', 'b')`, null],
  [`${SCRIPT}.remove('none')`, null],
  [withCache("c.put('a', 5); return c.get('a');"), '5'],
  [withCache("c.putAll({ a: 1, b: 2 }); return c.getAll(['a', 'b', 'c']);"), { a: '1', b: '2' }],
  [
    withCache("c.putAll({ a: 1, b: 2 }, 60); c.removeAll(['a', 'none']); return c.getAll(['a', 'b']);"),
    { b: '2' },
  ],
  [withCache("c.put('a', 'b', 10); Utilities.sleep(9000); return c.get('a');"), 'b'],
  [withCache("c.put('a', 'b', 10); Utilities.sleep(10000); return c.get('a');"), null],
  [
    withCache(
      "c.put('a', 'b'); CacheService.getUserCache().put('a', 'u'); CacheService.getDocumentCache().put('a', 'd'); return c.get('a');",
    ),
    'b',
  ],
  [`${SCRIPT}.put('a', new Array(102401).join('x'))`, null],
  [`${SCRIPT}.put('a', new Array(102402).join('x'))`, 'Exception: Argument too large: value'],
  [`${SCRIPT}.put(new Array(251).join('k'), 'x')`, null],
  [`${SCRIPT}.put(new Array(252).join('k'), 'x')`, 'Exception: Argument too large: key'],
  [
    withCache(
      "var all = {}; for (var i = 0; i < 1001; i++) all['k' + i] = i; c.putAll(all, 600); c.put('last', 'x', 10); return Object.keys(c.getAll(Object.keys(all))).length;",
    ),
    900,
  ],
];

describe('CacheService (google.md sections 1 and 8; reference, Class Cache)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'CacheService',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('a script of its own has no document cache', () => {
    expect(evaluate('CacheService.getDocumentCache()', { standalone: true })).toBeNull();
  });

  test('lives on between runs, ten minutes unless told, six hours at most; a user’s is the user’s', async () => {
    const { workspace, projectId } = openBound(
      `function write() { ${SCRIPT}.put('short', 'x'); ${SCRIPT}.put('long', 'x', 99999); CacheService.getUserCache().put('mine', 'x', 99999); }
       function read() { return [${SCRIPT}.get('short'), ${SCRIPT}.get('long'), CacheService.getUserCache().get('mine')]; }`,
    );
    const read = (user?: string): unknown =>
      workspace.runNow({ projectId, functionName: 'read', ...(user === undefined ? {} : { user }) }).result;
    workspace.runNow({ projectId, functionName: 'write' });
    expect(read()).toEqual(['x', 'x', 'x']);
    expect(read(KASI)).toEqual(['x', 'x', null]);
    await workspace.clock.advance('PT11M');
    expect(read()).toEqual([null, 'x', 'x']);
    await workspace.clock.advance('PT6H');
    expect(read()).toEqual([null, null, null]);
  });
});
