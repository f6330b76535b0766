import path from 'node:path';
import type { RunOutcome } from '../../local/host/api';
import { LocalWorkspace } from '../../local/host/workspace';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import type { Progress } from '../../src/flows/steps';
import { buildSetUpProject } from './setUpProject';

export const OWNER = 'kantor.paringin@contoh.id';
export const KASI = 'kasi.paringin@contoh.id';

/** An office with an empty spreadsheet to which the set-up project is bound. */
export interface Office {
  readonly workspace: LocalWorkspace;
  readonly master: string;
  /** Runs a function as the person (the owner, where nobody is named) and gives what it returned. */
  run(functionName: string, args?: unknown[], person?: string): RunOutcome;
}

/** Builds the project once for all tests of a file; with the villages of one province, where it is named. */
export function setUpDirectory(name: string, entry?: string, province?: string): string {
  return buildSetUpProject(path.join(__dirname, '../../build', name), entry, province);
}

/** A fresh workspace in memory. */
export function openOffice(directory: string): Office {
  const workspace = LocalWorkspace.open({
    now: '2026-07-01T08:00:00+08:00',
    zone: 'Asia/Jakarta',
    people: { owner: OWNER, others: [KASI] },
  });
  const master = newSpreadsheet(workspace.runtimeFor(OWNER), { name: 'Lembar baru' }).id;
  workspace.addProject({ directory, containerId: master, name: 'Set-up' });
  const run = (functionName: string, args: unknown[] = [], person = OWNER): RunOutcome =>
    workspace.runNow({ functionName, args, user: person, trigger: 'menu' });
  return { workspace, master, run };
}

/** What a slice returned; throws the script's error where it failed. */
export function progressOf(outcome: RunOutcome): Progress {
  if (outcome.error !== undefined) throw new Error(`${outcome.error.message}\n${outcome.error.stack ?? ''}`);
  return outcome.result as Progress;
}
