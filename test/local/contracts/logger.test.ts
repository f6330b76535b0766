import { cleanUp, openBound } from '../../support/localProject';
import { evaluate, uncalled, type Case } from '../../support/contracts';

afterEach(cleanUp);

const CASES: Case[] = [
  ["Logger.log('a').getLog()", 'a\n'],
  ["Logger.log('%s is %d', 'a', 5).getLog()", 'a is 5\n'],
  ["Logger.log('100%').getLog()", '100%\n'],
  ['Logger.log(5).getLog()', '5\n'],
  ['Logger.log(null).getLog()', 'null\n'],
  ["Logger.log([1, 'b']).getLog()", '[1, b]\n'],
  ["Logger.log({ a: 1, b: 'x' }).getLog()", '{a=1, b=x}\n'],
  ['Logger.log(SpreadsheetApp.getActive()).getLog()', 'Spreadsheet\n'],
  ["Logger.log('a') && Logger.log('b') && Logger.getLog()", 'a\nb\n'],
  ["Logger.log('a') && Logger.clear() || Logger.getLog()", ''],
];

describe('Logger (reference, Class Logger)', () => {
  test.each(CASES)('%s', (expression, expected) => expect(evaluate(expression)).toEqual(expected));

  test('every member is called', () => {
    expect(
      uncalled(
        'Logger',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('each line is in the execution’s log with its time', () => {
    const { workspace, projectId } = openBound("function f() { Logger.log('a'); console.warn('b'); }");
    expect(workspace.runNow({ projectId, functionName: 'f' }).log).toMatchObject([
      { level: 'info', text: 'a' },
      { level: 'warn', text: 'b' },
    ]);
  });
});
