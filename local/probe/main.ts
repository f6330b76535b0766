import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LocalWorkspace } from '../host/workspace';
import { compareOutputs, readOutput } from './compare';

/**
 * `npm run probe`: runs the probe on the local workspace and leaves `build/probe-local.json`. With the `probe.json`
 * of a real account as argument it names each difference; exit code 1 where there is one.
 */
export function runProbe(language: 'id' | 'en' = 'id'): string {
  const workspace = LocalWorkspace.open({ zone: 'Asia/Makassar', switches: { language } });
  workspace.addProject({ directory: path.resolve('local', 'probe', 'script'), name: 'Probe' });
  const run = workspace.runNow({ functionName: 'probe' });
  if (run.status !== 'completed')
    throw new Error(`The probe ended early: ${run.error?.message ?? run.status}`);
  return String(run.result);
}

function main([file]: readonly string[]): void {
  const local = runProbe();
  const target = path.resolve('build', 'probe-local.json');
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, local);
  const own = readOutput('build/probe-local.json', local);
  console.log(`${Object.keys(own.results).length} results of the local workspace: build/probe-local.json`);
  if (file === undefined) {
    console.log('To compare: npm run probe -- probe.json (of the real account, see docs/live-checks.md)');
    return;
  }
  const differences = compareOutputs(readOutput(file, readFileSync(file, 'utf8')), own);
  for (const { path: place, google, local: here } of differences)
    console.log(`\n${place}\n  Google: ${google}\n  local:  ${here}`);
  console.log(`\n${differences.length} differences`);
  process.exitCode = differences.length === 0 ? 0 : 1;
}

if (process.argv[1]?.endsWith('local-probe-main.mjs')) main(process.argv.slice(2));
