import type { DialogAnswer } from '../../../local/host/api';
import { cleanUp, openBound } from '../../support/localProject';
import { evaluate, uncalled } from '../../support/contracts';

afterEach(cleanUp);

type Asked = [kind: string, title: string, text: string, buttons: string[]];
const CASES: [expression: string, answer: DialogAnswer, result: string, asked: Asked][] = [
  ["Browser.msgBox('Halo')", { button: 'OK' }, 'ok', ['alert', '', 'Halo', ['OK']]],
  [
    "Browser.msgBox('Hapus?', Browser.Buttons.YES_NO)",
    { button: 'NO' },
    'no',
    ['alert', '', 'Hapus?', ['YES', 'NO']],
  ],
  [
    "Browser.msgBox('Judul', 'Hapus?', Browser.Buttons.OK_CANCEL)",
    { button: 'CANCEL' },
    'cancel',
    ['alert', 'Judul', 'Hapus?', ['OK', 'CANCEL']],
  ],
  [
    "Browser.msgBox('Judul', 'Hapus?', Browser.Buttons.YES_NO_CANCEL)",
    { button: 'CLOSE' },
    'cancel',
    ['alert', 'Judul', 'Hapus?', ['YES', 'NO', 'CANCEL']],
  ],
  ["Browser.inputBox('Bulan?')", { button: 'OK', text: 'Juli' }, 'Juli', ['prompt', '', 'Bulan?', ['OK']]],
  [
    "Browser.inputBox('Bulan?', Browser.Buttons.OK_CANCEL)",
    { button: 'CANCEL', text: 'Juli' },
    'cancel',
    ['prompt', '', 'Bulan?', ['OK', 'CANCEL']],
  ],
  [
    "Browser.inputBox('Judul', 'Bulan?', Browser.Buttons.OK_CANCEL)",
    { button: 'CLOSE' },
    'cancel',
    ['prompt', 'Judul', 'Bulan?', ['OK', 'CANCEL']],
  ],
];

describe('Browser (reference, Class Browser)', () => {
  test.each(CASES)('%s answered with %j gives %s', (expression, answer, result, asked) => {
    const { workspace, projectId } = openBound(`function f() { return ${expression}; }`);
    const questions: unknown[] = [];
    workspace.answerDialogs(({ kind, title, text, buttons }) => {
      questions.push([kind, title, text, buttons]);
      return answer;
    });
    expect(workspace.runNow({ projectId, functionName: 'f', trigger: 'menu' }).result).toBe(result);
    expect(questions).toEqual([asked]);
  });

  test('every member is called', () => {
    expect(
      uncalled(
        'Browser',
        CASES.map(([expression]) => expression),
      ),
    ).toEqual([]);
  });

  test('there is nobody to ask in a script of its own', () => {
    expect(evaluate("Browser.msgBox('Halo')", { standalone: true })).toMatch(
      /^Exception: Cannot call Browser\.msgBox\(\) from this context/,
    );
  });
});
