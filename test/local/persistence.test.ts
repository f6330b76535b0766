import { appendFileSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import PostalMime from 'postal-mime';
import type { LocalWorkspace } from '../../local/host/workspace';
import { cleanUp, freshFolder, openWorkspace, projectFolder } from '../support/localProject';

afterEach(cleanUp);

const CODE = `
  function f(x) {
    PropertiesService.getScriptProperties().setProperty('n', x);
    MailApp.sendEmail({ to: 'kasi@contoh.id', bcc: 'arsip@contoh.id', subject: 'Halo ' + x, body: 'isi' });
    DriveApp.createFolder('Map: satu').createFile('a.txt', 'halo');
    var form = FormApp.create('Formulir');
    form.addTextItem().setTitle('Nama');
    ScriptApp.newTrigger('f').timeBased().everyHours(1).create();
  }
  function fails() { PropertiesService.getScriptProperties().setProperty('failed', '1'); throw new Error('x'); }
`;

function everything(workspace: LocalWorkspace): Record<string, unknown> {
  const { documents } = workspace.snapshot();
  return Object.fromEntries([...documents].map(([key, { json }]) => [key, JSON.parse(json) as unknown]));
}
const journal = (directory: string): string => join(directory, 'state', 'journal.log');

function start() {
  const directory = freshFolder();
  const workspace = openWorkspace({ directory });
  const projectId = workspace.addProject({ directory: projectFolder(CODE) });
  workspace.runNow({ projectId, functionName: 'f', args: ['1'] });
  return { directory, workspace, projectId };
}

test('killed after an execution it opens in the state after it', () => {
  const { directory, workspace } = start();
  workspace.runNow({ functionName: 'fails' });
  const before = everything(workspace);
  const again = openWorkspace({ directory });
  expect(everything(again)).toEqual(before);
  expect(again.executions.map((run) => [run.function, run.status])).toEqual([
    ['f', 'completed'],
    ['fails', 'failed'],
  ]);
});

test.each(['12345678 {"changes":[', '{', '00000000 {}\n'])('a torn last record is dropped: %j', (torn) => {
  const { directory, workspace } = start();
  const before = everything(workspace);
  const sound = readFileSync(journal(directory), 'utf8');
  appendFileSync(journal(directory), torn);
  expect(everything(openWorkspace({ directory }))).toEqual(before);
  expect(readFileSync(journal(directory), 'utf8')).toBe(sound);
});

test('every prefix of the journal opens as some finished execution left it', () => {
  const { directory, workspace } = start();
  const states = [JSON.stringify(everything(workspace))];
  workspace.runNow({ functionName: 'fails' });
  states.push(JSON.stringify(everything(workspace)));
  const whole = readFileSync(journal(directory));
  const last = whole.lastIndexOf(10, whole.length - 2) + 1;
  for (const cut of [last, last + 1, last + 20, whole.length - 1, whole.length]) {
    writeFileSync(journal(directory), whole.subarray(0, cut));
    const again = JSON.stringify(everything(openWorkspace({ directory })));
    expect(again).toBe(cut === whole.length ? states[1] : states[0]);
  }
});

test('damage in the middle is said, not swallowed', () => {
  const { directory, workspace } = start();
  workspace.runNow({ functionName: 'fails' });
  const text = readFileSync(journal(directory), 'utf8');
  writeFileSync(journal(directory), text.replace('"kind"', '"kinD"'));
  expect(() => openWorkspace({ directory })).toThrow(/journal\.log is damaged at byte 0/);
});

test('at rest the documents stand alone, and the files of a person beside them', async () => {
  const { directory, workspace } = start();
  const before = everything(workspace);
  await workspace.rest();
  expect(readFileSync(journal(directory), 'utf8')).toBe('');
  expect(everything(openWorkspace({ directory }))).toEqual(before);
  expect(readFileSync(join(directory, 'Drive', 'Map_ satu', 'a.txt'), 'utf8')).toBe('halo');
  expect(JSON.parse(readFileSync(join(directory, 'Drive', 'Formulir.form.json'), 'utf8'))).toMatchObject({
    items: [{ title: 'Nama', type: 'TEXT' }],
  });
  const [name = ''] = readdirSync(join(directory, 'Mail'));
  const mail = await PostalMime.parse(readFileSync(join(directory, 'Mail', name)));
  expect(mail).toMatchObject({
    subject: 'Halo 1',
    to: [{ address: 'kasi@contoh.id' }],
    bcc: [{ address: 'arsip@contoh.id' }],
  });
});

test('a renamed or deleted file moves beside the state too', async () => {
  const { directory, workspace } = start();
  await workspace.rest();
  for (const id of workspace.store.ids('file')) {
    const file = workspace.store.get('file', id);
    if (file?.name === 'a.txt') file.name = 'b.txt';
    if (file?.name === 'Formulir') file.trashed = true;
    workspace.store.touch('file', id);
  }
  await workspace.rest();
  expect(readdirSync(join(directory, 'Drive', 'Map_ satu'))).toEqual(['b.txt']);
  expect(existsSync(join(directory, 'Drive', 'Formulir.form.json'))).toBe(false);
});
