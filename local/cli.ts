import path from 'node:path';
import { readOptions, usage } from './cliOptions';
import type { CliOptions } from './cliOptions';
import { loadProject } from './host/project';
import { LocalWorkspace } from './host/workspace';
import { newSpreadsheet } from './services/spreadsheet/newSpreadsheet';
import { serve } from './web/serve';

/** Opens the workspace of `--data`, with the project in it once, and serves its pages until it is stopped. */
async function main(options: CliOptions): Promise<void> {
  const { timeZone } = loadProject(options.project).manifest;
  const workspace = LocalWorkspace.open({
    directory: options.data,
    zone: timeZone,
    now: Date.now(),
    driver: 'worker',
  });
  addProjectOnce(workspace, options);
  const { url, close } = await serve(workspace, { port: options.port });
  console.log(
    `Local workspace: ${url}\nProject:         ${options.project}\nKept in:         ${options.data}`,
  );
  console.log(`Signed in as:    ${workspace.people.owner}\nStop with Ctrl+C.`);
  const stop = (): void => {
    void close()
      .then(() => workspace.close())
      .then(() => process.exit(0), fail);
  };
  process.once('SIGINT', stop);
  process.once('SIGTERM', stop);
}

/** The same folder is one project, however often it is opened. */
function addProjectOnce(workspace: LocalWorkspace, { project, bound }: CliOptions): void {
  const { store, people } = workspace;
  const known = store.ids('project').some((id) => store.get('project', id)?.directory === project);
  if (known) return;
  const name = path.basename(project);
  const container = bound ? newSpreadsheet(workspace.runtimeFor(people.owner), { name }).id : undefined;
  workspace.addProject({
    directory: project,
    name,
    ...(container === undefined ? {} : { containerId: container }),
  });
}

function fail(error: unknown): void {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

try {
  const options = readOptions(process.argv.slice(2), process.cwd());
  if (options === 'help') console.log(usage);
  else main(options).catch(fail);
} catch (error) {
  fail(error);
  console.error(`\n${usage}`);
  process.exitCode = 2;
}
