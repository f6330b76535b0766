import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadProject } from '../../local/host/project';
import { cleanUp, freshFolder, OWNER, openWorkspace, projectFolder } from '../support/localProject';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import type { RunOutcome } from '../../local/host/api';

afterEach(cleanUp);

const MANY = join(process.cwd(), 'test', 'support', 'manyFiles');

function openMany(driver: 'thread' | 'worker' = 'thread') {
  const workspace = openWorkspace({ driver });
  const fileId = newSpreadsheet(workspace.runtimeFor(OWNER), { name: 'Buku' }).id;
  workspace.addProject({ directory: MANY, containerId: fileId });
  return { workspace, fileId };
}

describe('a folder of many files (guide V8 runtime overview: all files in global scope)', () => {
  test.each<[string, unknown]>([
    ['loaded', ['lib/base', 'Menu', 'zLast']],
    ['greet', 'Halo Sari 1'],
    ['twice', ['Halo Sari 1', 'Halo Sari 2']],
  ])('%s', (functionName, wanted) => {
    const { workspace } = openMany();
    expect(workspace.runNow({ functionName }).result).toEqual(wanted);
    // Each execution loads the files anew.
    expect(workspace.runNow({ functionName }).result).toEqual(wanted);
  });

  test('templates: code, escaped and raw output, included files (guide Templated HTML)', () => {
    const { workspace } = openMany();
    const html = String(workspace.runNow({ functionName: 'page' }).result).replace(/\s+/g, ' ');
    expect(html).toContain('<style> ul { margin: 0; } </style>');
    expect(html).toContain('<li> Sari &lt;b&gt; </li>');
    expect(html).toContain('<li> Budi (tua) </li>');
    expect(html).toContain('<em>aman</em>&lt;em&gt;aman&lt;/em&gt;');
  });

  test('its menu opens', async () => {
    const { workspace, fileId } = openMany();
    const opened = await workspace.openFile({ fileId, person: OWNER });
    expect(opened.menus.map(({ caption }) => caption)).toEqual(['Banyak']);
  });

  test.each(['thread', 'worker'] as const)(
    "errors name the script's own file and line (%s)",
    async (driver) => {
      const { workspace } = openMany(driver);
      const run = (functionName: string): Promise<RunOutcome> => workspace.run({ functionName });
      const failed = await run('fails');
      expect(failed.error?.stack).toMatch(/at deep_ \(Menu\.gs:39:\d+\)\s+at fails \(Menu\.gs:35:\d+\)$/);
      const page = await run('brokenPage');
      expect(page.error?.message).toBe('nobody is not defined');
      expect(page.error?.stack).toMatch(/broken\.html:3/);
    },
  );

  test('.claspignore leaves out what clasp leaves out', () => {
    const { files, html } = loadProject(MANY);
    expect(files.map(({ name }) => name)).toEqual(['lib/base.gs', 'Menu.gs', 'zLast.gs']);
    expect([...html.keys()].sort()).toEqual(['broken', 'notes/keep', 'page', 'style']);
  });
});

test('rootDir of .clasp.json is the folder that Google gets', () => {
  const folder = freshFolder();
  mkdirSync(join(folder, 'src'));
  writeFileSync(
    join(folder, '.clasp.json'),
    JSON.stringify({ rootDir: './src', filePushOrder: ['src/b.js'] }),
  );
  writeFileSync(join(folder, 'src', 'appsscript.json'), '{"timeZone":"Asia/Jakarta","runtimeVersion":"V8"}');
  for (const name of ['a', 'b']) writeFileSync(join(folder, 'src', `${name}.js`), '');
  writeFileSync(join(folder, 'outside.js'), 'throw new Error()');
  expect(loadProject(folder).files.map(({ name }) => name)).toEqual(['b.gs', 'a.gs']);
});

test.each<[string, Record<string, string>, RegExp]>([
  [
    'two files of a name',
    { 'Code.gs': '' },
    /has two script files named Code; on Google a name stands for one/,
  ],
  [
    'an unknown field',
    { 'appsscript.json': '{"timezone":1}' },
    /^appsscript\.json: unknown field "timezone"/,
  ],
  ['no JSON', { 'appsscript.json': '{' }, /^appsscript\.json: is not valid JSON/],
])('%s is said by name', (_, files, message) => {
  expect(() => loadProject(projectFolder('', { files }))).toThrow(message);
});

test('a folder without manifest says what to write', () => {
  const folder = freshFolder();
  writeFileSync(join(folder, 'Code.js'), '');
  expect(() => loadProject(folder)).toThrow(/has no appsscript\.json\. A new project's says \{"timeZone"/);
});

test('an unknown scope is said by name', () => {
  const manifest = { oauthScopes: ['https://www.googleapis.com/auth/spreadsheet'] };
  expect(() => loadProject(projectFolder('', { manifest }))).toThrow(
    'appsscript.json: unknown scope "https://www.googleapis.com/auth/spreadsheet" in "oauthScopes".',
  );
});

test.each([
  ['a name twice', 'const A = 1;', 'const A = 2;', /^Identifier 'A' has already been declared$/],
  ['what does not parse', 'const A = 1;', 'function f( {', /^Unexpected/],
])('%s across files fails each run, with the file', (_, one, two, message) => {
  const workspace = openWorkspace();
  const directory = projectFolder(`function main() {}\n${one}`, { files: { 'Zwei.js': `\n${two}` } });
  workspace.addProject({ directory });
  const run = workspace.runNow({ functionName: 'main' });
  expect(run).toMatchObject({ status: 'failed', error: { name: 'SyntaxError' } });
  expect(run.error?.message).toMatch(message);
  expect(run.error?.stack).toContain('Zwei.gs:');
  // Nothing of the workspace's own files.
  expect(run.error?.stack).not.toContain('isolate');
});
