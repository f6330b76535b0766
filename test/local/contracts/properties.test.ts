import { cleanUp, KASI, openBound, OWNER } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const SCRIPT = 'PropertiesService.getScriptProperties()';
const USER = 'PropertiesService.getUserProperties()';
const DOCUMENT = 'PropertiesService.getDocumentProperties()';

const CASES: Case[] = [
  [`${SCRIPT}.getProperty('none')`, null],
  [`${SCRIPT}.setProperty('n', 5).getProperty('n')`, '5'],
  [`${USER}.setProperty('n', 'ä').getProperty('n')`, 'ä'],
  [`${DOCUMENT}.setProperty('n', 'x').getKeys()`, ['n']],
  [`${SCRIPT}.setProperties({ a: 1, b: true }).getProperties()`, { a: '1', b: 'true' }],
  [`${SCRIPT}.setProperties({ a: 1 }).setProperties({ b: 2 }).getKeys()`, ['a', 'b']],
  [`${SCRIPT}.setProperties({ a: 1 }).setProperties({ b: 2 }, true).getKeys()`, ['b']],
  [`${SCRIPT}.setProperties({ a: 1, b: 2 }).deleteProperty('a').getKeys()`, ['b']],
  [`${SCRIPT}.deleteProperty('none').getKeys()`, []],
  [`${SCRIPT}.setProperties({ a: 1, b: 2 }).deleteAllProperties().getKeys()`, []],
  [
    `[${SCRIPT}.setProperty('n', 1), ${USER}.getProperty('n'), ${DOCUMENT}.getProperty('n')].slice(1)`,
    [null, null],
  ],
  [`(function (p) { p.getProperties().a = 'x'; return p.getProperty('a'); })(${SCRIPT})`, null],
  [`${SCRIPT}.setProperty('n', new Array(9217).join('x')).getKeys()`, ['n']],
  [`${SCRIPT}.setProperty('n', new Array(9218).join('x'))`, 'Exception: Argument too large: value'],
  [`${SCRIPT}.setProperty('n', new Array(4610).join('é'))`, 'Exception: Argument too large: value'],
  [`${SCRIPT}.setProperty(new Array(9218).join('k'), 'x')`, 'Exception: Argument too large: key'],
  [
    `${SCRIPT}.setProperties({ a: 'x', b: new Array(9218).join('x') })`,
    'Exception: Argument too large: value',
  ],
  [
    `(function () { for (var i = 0; i < 60; i++) ${SCRIPT}.setProperty('k' + i, new Array(9000).join('x')); })()`,
    'Exception: You have exceeded the property storage quota. Please remove some properties and try again.',
  ],
  [
    `${SCRIPT}.getProperty()`,
    expect.stringMatching(
      /^Exception: The parameters \(\) don't match the method signature for .*Properties\.getProperty\.$/,
    ),
  ],
];

describe('PropertiesService (google.md section 1 and 8; reference, Class Properties)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'PropertiesService',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('a script of its own has no document properties', () => {
    expect(evaluate(DOCUMENT, { standalone: true })).toBeNull();
  });

  test('a refused list changes nothing', () => {
    const code = `(function (p) { p.setProperty('a', 'alt'); try { p.setProperties({ a: 'neu', b: new Array(9218).join('x') }); } catch (e) {} return p.getProperties(); })(${SCRIPT})`;
    expect(evaluate(code)).toEqual({ a: 'alt' });
  });

  test('each account has its own user properties; script and document ones are of all', () => {
    const { workspace, projectId } = openBound(
      `function write() { ${USER}.setProperty('n', Session.getEffectiveUser().getEmail()); ${SCRIPT}.setProperty('n', 's'); ${DOCUMENT}.setProperty('n', 'd'); }
       function read() { return [${USER}.getProperty('n'), ${SCRIPT}.getProperty('n'), ${DOCUMENT}.getProperty('n')]; }`,
    );
    workspace.runNow({ projectId, functionName: 'write' });
    expect(workspace.runNow({ projectId, functionName: 'read' }).result).toEqual([OWNER, 's', 'd']);
    expect(workspace.runNow({ projectId, functionName: 'read', user: KASI }).result).toEqual([
      null,
      's',
      'd',
    ]);
  });
});
