import type { ExecutionRecord } from '../../local/host/api';
import { endState, wrongAfterCrash, type EndState, type Telling } from './endState';
import { OWNER, type Story } from './story';

/** Something that runs, from a state that a snapshot holds, and time enough afterwards for the next runs. */
export interface Scene {
  /** What is interrupted; several acts = each is done, whatever became of the one before. */
  readonly acts: readonly ((story: Story) => Promise<unknown>)[];
  /** Nothing is interrupted here: the next runs, in which all must be healed. */
  readonly heal: (story: Story) => Promise<unknown>;
  readonly telling?: Telling;
}

const SETTLED: Telling = { withoutRunTimes: true };

const isCrash = (failure: unknown): boolean => failure instanceof Error && / crashed: /.test(failure.message);

async function play(story: Story, scene: Scene): Promise<EndState & { readonly crashes: number }> {
  let crashes = 0;
  for (const act of scene.acts) {
    try {
      await act(story);
    } catch (failure) {
      if (!isCrash(failure)) throw failure;
      crashes += 1;
    }
  }
  story.workspace.faults.clear();
  await scene.heal(story);
  return { crashes, ...endState(story, scene.telling ?? SETTLED) };
}

/**
 * Counts the calls that change state in all executions of the scene's acts, one chain. The story stands at the end
 * of the undisturbed acts afterwards.
 */
async function countChanges(story: Story, scene: Scene): Promise<number> {
  const { executions } = story.workspace;
  // A restored workspace gives the numbers of its executions again: they are told apart by themselves.
  const last = executions[executions.length - 1];
  for (const act of scene.acts) await act(story);
  const since: readonly ExecutionRecord[] =
    last === undefined ? executions : executions.slice(executions.indexOf(last) + 1);
  return since.reduce((sum, record) => sum + record.changes, 0);
}

/** What a series of crashes found. */
export interface Tried {
  readonly points: number;
  readonly of: number;
  /** By point: what was wrong after the next run; empty = all is well. */
  readonly wrong: Readonly<Record<string, readonly string[]>>;
}

/**
 * From where the story stands: ends an execution of the scene at its n-th change, for each of `pick(all)`, lets the
 * next runs follow and compares with the scene without a crash. The story stands where it stood in the end.
 */
export async function crashEverywhere(
  story: Story,
  scene: Scene,
  pick: (all: readonly number[]) => readonly number[] = (all) => all,
): Promise<Tried> {
  const { workspace } = story;
  const start = workspace.snapshot();
  const count = await countChanges(story, scene);
  workspace.restore(start);
  const wanted = await play(story, scene);
  const all = Array.from({ length: count }, (_value, at) => at + 1);
  const picked = pick(all);
  const wrong: Record<string, readonly string[]> = {};
  for (const point of picked) {
    workspace.restore(start);
    workspace.faults.set({ crashAtChange: point, across: true });
    const { crashes, ...got } = await play(story, scene);
    const found = [
      ...(crashes === 1 ? [] : [`${String(crashes)} executions ended`]),
      ...wrongAfterCrash(wanted, got),
    ];
    if (found.length > 0) wrong[`change ${String(point)}`] = found.slice(0, 12);
  }
  workspace.restore(start);
  return { points: picked.length, of: count, wrong };
}

/** Every k-th point, from a seeded first one. */
export const everyKth =
  (k: number, seed: number) =>
  (all: readonly number[]): readonly number[] =>
    all.filter((_point, at) => at % k === seed % k);

/** One line on the console: how many points a test tried. */
export function tellPoints(what: string, { points, of }: Pick<Tried, 'points' | 'of'>): void {
  process.stdout.write(`  ${what}: tried ${String(points)} points of ${String(of)}\n`);
}

/** Goes to a local time as if the clock's trigger had slept meanwhile; it fires once within the hour that follows. */
export async function sleepUntil(story: Story, to: string): Promise<void> {
  const at = Date.parse(`${to}:00+08:00`);
  const hour = 3_600_000;
  const { workspace } = story;
  workspace.runtimeFor(OWNER).sleep(Math.max(0, at - hour - workspace.clock.now()));
  await story.advance(to);
}
