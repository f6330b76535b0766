import { cleanUp, openBound, OWNER } from '../../support/localProject';

/* What Google's published samples call and its reference leaves out or open (docs/local-workspace.md, samples). */
afterEach(cleanUp);

function result(code: string, options?: Parameters<typeof openBound>[1]): unknown {
  const { workspace } = openBound(`function main() { ${code} }`, options);
  const run = workspace.runNow({ functionName: 'main' });
  return run.status === 'completed' ? run.result : run.error?.message;
}

test.each<[string, string, unknown]>([
  [
    'old names of a range',
    "const r = SpreadsheetApp.getActiveSheet().getRange('C2'); r.setBackgroundColor('green'); return [r.getColumnIndex(), r.getBackground()];",
    [3, '#008000'],
  ],
  [
    'more rows and columns than the tab has',
    'return SpreadsheetApp.getActiveSheet().getSheetValues(999, 25, 10, 10);',
    [
      ['', ''],
      ['', ''],
    ],
  ],
])('%s', (_, code, wanted) => expect(result(code)).toEqual(wanted));

test('an answer of a fetch reads as its text', () => {
  const cannedReplies = [{ url: 'https://example.com/a', body: '{"a":1}' }];
  const code = "const r = UrlFetchApp.fetch('https://example.com/a'); return [JSON.parse(r).a, `${r}`];";
  expect(result(code, { options: { switches: { cannedReplies } } })).toEqual([1, '{"a":1}']);
});

test.each([
  ["Browser.inputBox('Judul', 'Isi?', Browser.Buttons.OK_CANCEL)", 'OK', 'halo'],
  ["Browser.inputBox('Isi?')", 'CLOSE', 'cancel'],
  ["Browser.inputBox('Isi?', Browser.Buttons.OK_CANCEL)", 'CANCEL', 'cancel'],
  ["Browser.msgBox('Judul', 'Lanjut?', Browser.Buttons.YES_NO)", 'NO', 'no'],
  ["Browser.msgBox('Selesai')", 'OK', 'ok'],
  ["Browser.msgBox('Selesai')", 'CLOSE', 'cancel'],
])('%s, answered %s, gives %s (reference, Class Browser)', (call, button, wanted) => {
  const { workspace } = openBound(`function main() { return ${call}; }`);
  workspace.answerDialogs(() => ({ button, text: 'halo' }));
  expect(workspace.runNow({ functionName: 'main' }).result).toBe(wanted);
});

test('nobody is asked by a trigger', async () => {
  const { workspace } = openBound(`
    function install() { ScriptApp.newTrigger('main').timeBased().everyHours(1).create(); }
    function main() { Browser.msgBox('x'); }`);
  workspace.runNow({ functionName: 'install' });
  const [run] = await workspace.clock.advance('PT2H');
  expect(run?.error?.message).toMatch(/^Cannot call Browser\.msgBox\(\) from this context/);
});

test('a script of its own is a file in Drive, a bound one is not', () => {
  const { workspace } = openBound('function bound() { DriveApp.getFileById(ScriptApp.getScriptId()); }');
  expect(workspace.runNow({ functionName: 'bound' }).status).toBe('failed');
  const directory = workspace.store.get('project', workspace.store.ids('project')[0] ?? '')?.directory ?? '';
  const projectId = workspace.addProject({ directory, name: 'Sendiri' });
  expect(workspace.runNow({ functionName: 'bound', projectId }).status).toBe('completed');
  expect(workspace.store.get('file', projectId)).toMatchObject({ name: 'Sendiri', owner: OWNER });
});
