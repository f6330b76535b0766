import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { cleanUp, freshFolder, openWorkspace, projectFolder } from '../support/localProject';

jest.setTimeout(120_000);
afterEach(cleanUp);

/* Each execution writes its number into a property, a cell and a mail; all three have to agree at every moment. */
const CODE = `
  function book() {
    const files = DriveApp.getFilesByName('Buku');
    return files.hasNext() ? SpreadsheetApp.open(files.next()) : SpreadsheetApp.create('Buku');
  }
  function step() {
    const properties = PropertiesService.getScriptProperties();
    const n = Number(properties.getProperty('n') || 0) + 1;
    book().getSheets()[0].appendRow([n, 'x'.repeat(n % 50)]);
    MailApp.sendEmail('kasi@contoh.id', String(n), 'isi');
    properties.setProperty('n', String(n));
    return n;
  }
`;

/** Kills the child `ms` after so many of its executions have ended. Gives the last one it said had ended. */
function killAfter(program: string, folders: string[], ended: number, ms: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [program, ...folders], { stdio: ['ignore', 'pipe', 'inherit'] });
    let said = '';
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      if (said.split('\n').length > ended + 1) setTimeout(() => child.kill('SIGKILL'), ms);
    });
    child.once('error', reject);
    child.once('close', () => resolve(Number(said.trim().split('\n').at(-1)?.replace('ready', '0') ?? 0)));
  });
}

test('killed at any moment it reopens after the last finished execution', async () => {
  const root = process.cwd();
  const program = join(root, 'build', 'killedChild.mjs');
  buildSync({
    entryPoints: [join(root, 'test', 'support', 'killedChild.ts')],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    logLevel: 'error',
  });
  const directory = freshFolder();
  const project = projectFolder(CODE);
  let before = 0;
  // Moments within an execution, between two, while the journal or the whole state is written.
  const moments = [
    [0, 3],
    [1, 0],
    [3, 2],
    [7, 1],
    [2, 11],
    [5, 6],
    [8, 0],
    [4, 17],
  ] as const;
  for (const [ended, ms] of moments) {
    const said = await killAfter(program, [directory, project], ended, ms);
    const workspace = openWorkspace({ directory });
    const { store } = workspace;
    const kept = Number(store.get('project', store.ids('project')[0] ?? '')?.scriptProperties.n ?? 0);
    // What was said to have ended is there; at most one more had ended before it could be said.
    expect(kept).toBeGreaterThanOrEqual(Math.max(said, before));
    expect(kept).toBeLessThanOrEqual(Math.max(said, before) + 1);
    const sheet = store.get('spreadsheet', store.ids('spreadsheet')[0] ?? '')?.sheets[0];
    const rows = sheet?.rows.map((row) => row?.values[0]) ?? [];
    expect(rows).toEqual(Array.from({ length: kept }, (_, at) => at + 1));
    expect(store.get('mailbox', 'mail')?.messages.map(({ subject }) => Number(subject)) ?? []).toEqual(rows);
    before = kept;
    await workspace.close();
  }
  expect(before).toBeGreaterThan(25);
});
