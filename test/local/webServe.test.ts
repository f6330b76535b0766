import path from 'node:path';
import { readOptions } from '../../local/cliOptions';
import { serve } from '../../local/web/serve';
import { pagesWorkspace } from '../support/pagesWorkspace';

describe('the port', () => {
  test('answers on 127.0.0.1 when it is said to be open, and says when it is taken', async () => {
    const { workspace } = pagesWorkspace();
    const first = await serve(workspace, { port: 0 });
    expect(first.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${first.url}/files.json`)).status).toBe(200);
    const port = Number(new URL(first.url).port);
    await expect(serve(workspace, { port })).rejects.toThrow(`Port ${port} is taken by another program.`);
    await first.close();
    await expect(fetch(`${first.url}/files.json`)).rejects.toThrow();
  });
});

describe('the command line', () => {
  const cwd = process.cwd();
  const project = 'test/support/pagesProject';

  test.each([
    [[], '--project is missing.'],
    [['--project', 'nowhere'], 'There is no folder'],
    [['--project', project, '--port', 'x'], '--port x is no port.'],
    [['--project', project, '--prot', '1'], '--prot'],
  ])('%j is refused by name', (args, words) => {
    expect(() => readOptions(args, cwd)).toThrow(words);
  });

  test('says where the workspace is kept unless told', () => {
    expect(readOptions(['--project', project, '--bound', '--port', '0'], cwd)).toEqual({
      project: path.join(cwd, project),
      bound: true,
      data: path.join(cwd, '.workspace', 'pagesProject'),
      port: 0,
    });
    expect(readOptions(['--help'], cwd)).toBe('help');
  });
});
