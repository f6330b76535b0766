import { LocalWorkspace } from '../../local/host/workspace';

/*
 * A program of its own that a test kills: it runs executions one after the other for as long as it lives and says
 * each that has ended on its output. Arguments: folder of the workspace, folder of the project.
 */
const [directory = '', project = ''] = process.argv.slice(2);
const workspace = LocalWorkspace.open({ directory, now: '2026-08-06T08:00:00+08:00', zone: 'Asia/Makassar' });
const projectId = workspace.store.ids('project')[0] ?? workspace.addProject({ directory: project });
process.stdout.write('ready\n');

async function main(): Promise<void> {
  for (;;) {
    const run = workspace.runNow({ projectId, functionName: 'step' });
    // Straight to the pipe: what was said has ended before the signal came.
    await new Promise<void>((done) => process.stdout.write(`${String(run.result)}\n`, () => done()));
    // Now and then the whole state is written anew, which a kill may hit too.
    if (Number(run.result) % 7 === 0) await workspace.rest();
  }
}
void main();
