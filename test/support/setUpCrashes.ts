import { officeState } from './officeState';
import { openOffice, progressOf, type Office } from './setUpWorkspace';

/** A set-up step as a person starts it, and what it needs before. */
export interface SetUpScene {
  /** The function that the menu calls first, with its arguments. */
  readonly first: readonly [functionName: string, args: unknown[]];
  readonly before: (office: Office) => void;
}

const PREPARE: SetUpScene['first'] = ['prepare', ['63.11.06', 'kudapanmas']];

/** *Siapkan pengaturan* in an empty spreadsheet. */
export const prepareScene: SetUpScene = { first: PREPARE, before: () => undefined };

/** *Pasang* for the villages that the settings tabs list: three of them, or all sixteen. */
export const installScene = (villages: 'three' | 'all'): SetUpScene => ({
  first: ['install', []],
  before: (office) => {
    progressOf(office.run(...PREPARE));
    mustRun(office, villages === 'three' ? 'fillSettings' : 'fillAllSettings');
  },
});

function mustRun(office: Office, functionName: string): void {
  const { error } = office.run(functionName);
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

/** What a series of interruptions found. */
export interface SetUpTried {
  readonly points: number;
  readonly of: number;
  readonly wrong: Readonly<Record<string, readonly string[]>>;
}

/** Interrupts the step at picked changes, starts it again from the menu, and compares everything that was made. */
export function crashSetUp(
  directory: string,
  scene: SetUpScene,
  pick: (all: readonly number[]) => readonly number[],
): SetUpTried {
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
    const state = officeState(office.workspace);
    const [wanted, got] = [new Set(built), new Set(state)];
    const apart = [
      ...built.filter((line) => !got.has(line)).map((line) => `missing: ${line}`),
      ...state.filter((line) => !wanted.has(line)).map((line) => `too much: ${line}`),
    ];
    if (apart.length > 0 || state.length !== built.length)
      wrong[`change ${String(point)}`] = [`${String(state.length)} lines`, ...apart.slice(0, 8)];
  }
  return { points: picked.length, of: count, wrong };
}
