import type { RunOutcome, RunRequest, Snapshot } from '../../local/host/api';
import { apart, type Findings, type Tried } from '../../local/host/trials';
import type { LocalWorkspace } from '../../local/host/workspace';
import { KEY } from '../../src/flows/memory';
import { CATALOGUE } from '../../src/reports/index';
import { linesApart } from './endState';
import { officeState } from './officeState';
import { openOffice, OWNER, progressOf, type Office } from './setUpWorkspace';

/** A set-up step as a person starts it, and what it needs before. */
export interface SetUpScene {
  /** The function that the menu calls first, with its arguments. */
  readonly first: readonly [functionName: string, args: unknown[]];
  readonly before: (office: Office) => void;
}

/** Short titles of the whole catalogue. */
export const ALL_REPORTS = CATALOGUE.map((type) => type.shortTitle).join(', ');

const PREPARE: SetUpScene['first'] = ['prepare', ['63.11.06', 'kudapanmas']];

/** *Siapkan pengaturan* in an empty spreadsheet. */
export const prepareScene: SetUpScene = { first: PREPARE, before: () => undefined };

/**
 * *Pasang* for the villages that the settings tabs list: three of them, or all sixteen; with the reports of these
 * short titles, left out: all, those about persons with forms of their own among them.
 */
export const installScene = (villages: 'three' | 'all', reports = ALL_REPORTS): SetUpScene => ({
  first: ['install', []],
  before: (office) => {
    progressOf(office.run(...PREPARE));
    mustRun(office, villages === 'three' ? 'fillSettings' : 'fillAllSettings');
    mustRun(office, 'useReports', [reports]);
  },
});

function mustRun(office: Office, functionName: string, args: unknown[] = []): void {
  const { error } = office.run(functionName, args);
  if (error !== undefined) throw new Error(`${functionName}: ${error.message}`);
}

/** The step from its menu item to its end, slice by slice. Gives the changes of all its slices. */
function finish(office: Office, { first }: SetUpScene): number {
  let outcome = office.run(...first);
  let changes = outcome.changes;
  for (let slices = 0; !progressOf(outcome).finished; slices += 1) {
    if (slices > 60) throw new Error('Set-up has no end.');
    outcome = office.run('takeNextSlice');
    changes += outcome.changes;
  }
  return changes;
}

/** The same, interrupted at its n-th change counted over its slices; false where it ended before. */
function interrupt(office: Office, { first }: SetUpScene, point: number): boolean {
  office.workspace.faults.set({ crashAtChange: point, across: true });
  let outcome = office.run(...first);
  for (let slices = 0; outcome.status === 'completed' && slices < 60; slices += 1) {
    if (progressOf(outcome).finished) break;
    outcome = office.run('takeNextSlice');
  }
  office.workspace.faults.clear();
  return outcome.status === 'crashed';
}

/** Interrupts the step at picked changes, starts it again from the menu, and compares everything that was made. */
export function crashSetUp(
  directory: string,
  scene: SetUpScene,
  pick: (all: readonly number[]) => readonly number[],
): Tried {
  const office = openOffice(directory);
  scene.before(office);
  const start = office.workspace.snapshot();
  const count = finish(office, scene);
  const built = officeState(office.workspace);
  const picked = pick(Array.from({ length: count }, (_value, at) => at + 1));
  const wrong: Record<string, readonly string[]> = {};
  for (const point of picked) {
    office.workspace.restore(start);
    if (!interrupt(office, scene, point)) wrong[`change ${String(point)}`] = ['was not interrupted'];
    finish(office, scene);
    const lines = linesApart(built, officeState(office.workspace));
    if (lines.length > 0) wrong[`change ${String(point)}`] = lines.slice(0, 8);
  }
  return { points: picked.length, of: count, wrong };
}

/** Which parts are done, as set-up has it on record. */
function recorded(workspace: LocalWorkspace): string {
  const [id = ''] = workspace.store.ids('project');
  return workspace.store.get('project', id)?.scriptProperties[KEY.setUp] ?? '';
}

/** A state that has to be the one in which a part ends. */
interface Claim {
  readonly point: string;
  readonly state: readonly string[];
}

/** So many points are interrupted in truth as well, to hold what the workspace remembered of them to it. */
const EVERY_SO_MANY = 25;

/**
 * Interrupts the step at each of its changes. It is carried out in slices of one part each; one that is interrupted
 * is started again from the menu and has to end as the same part does without an interruption, or, where the part
 * was on record as done, as the next one does.
 */
export function crashEachPart(directory: string, scene: SetUpScene): Tried {
  const office = openOffice(directory);
  scene.before(office);
  const { workspace } = office;
  const [functionName, first] = scene.first;
  const request: RunRequest = { functionName, args: [...first, 0], user: OWNER, trigger: 'menu' };
  const next = (): RunOutcome => workspace.runNow(request);
  const wrong: Record<string, readonly string[]> = {};
  const compare = (built: readonly string[], { point, state }: Claim): void => {
    const lines = linesApart(built, state);
    if (lines.length > 0) wrong[point] = lines.slice(0, 8);
  };
  let points = 0;
  let waiting: Claim[] = [];
  for (let part = 1, finished = false; !finished; part += 1) {
    const start = workspace.snapshot();
    const { outcome, ended } = workspace.runRemembering(request);
    ({ finished } = progressOf(outcome));
    const [end, done, built] = [workspace.snapshot(), recorded(workspace), officeState(workspace)];
    for (const claim of waiting) compare(built, claim);
    waiting = [];
    for (const [at, interrupted] of ended.entries()) {
      const point = `part ${String(part)}, change ${String(at + 1)}`;
      if ((points += 1) % EVERY_SO_MANY === 1) {
        const found = unlike(workspace, start, at + 1, next, interrupted);
        if (found.length > 0) wrong[`${point}, remembered`] = found;
      }
      workspace.restore(interrupted);
      const isDone = !finished && recorded(workspace) === done;
      progressOf(next());
      const claim = { point, state: officeState(workspace) };
      if (isDone) waiting.push(claim);
      else compare(built, claim);
    }
    workspace.restore(end);
  }
  return { points, of: points, wrong };
}

/** What differs where the run is ended in truth at that change. */
function unlike(
  workspace: LocalWorkspace,
  start: Snapshot,
  crashAtChange: number,
  next: () => RunOutcome,
  remembered: Snapshot,
): Findings {
  workspace.restore(start);
  workspace.faults.set({ crashAtChange });
  const { status } = next();
  workspace.faults.clear();
  return status === 'crashed' ? apart(workspace.snapshot(), remembered) : ['was not interrupted'];
}
