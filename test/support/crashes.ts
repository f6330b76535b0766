import type { ExecutionRecord } from '../../local/host/api';
import { chance } from '../../local/host/chance';
import { crashEverywhere as everywhere, type CrashTrial, type Tried } from '../../local/host/trials';
import { endState, wrongAfterCrash, type EndState, type Telling } from './endState';
import { type Story } from './story';
import { OWNER } from './threeVillages';

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

/** Executions since a moment: a restored workspace gives their numbers again, so they are told by themselves. */
function recordsSince(story: Story): () => readonly ExecutionRecord[] {
  const { executions } = story.workspace;
  const last = executions[executions.length - 1];
  return () => (last === undefined ? executions : executions.slice(executions.indexOf(last) + 1));
}

/** Does what is interrupted, whatever faults are set; gives the executions that it caused. */
export async function actsOf(
  story: Story,
  { acts }: Pick<Scene, 'acts'>,
): Promise<readonly ExecutionRecord[]> {
  const since = recordsSince(story);
  for (const act of acts) {
    try {
      await act(story);
    } catch (failure) {
      if (!isCrash(failure)) throw failure;
    }
  }
  return [...since()];
}

/**
 * From where the story stands: ends an execution of the scene at its n-th change (or call), for each of `pick(all)`,
 * lets the next runs follow and compares with the scene without a crash. The story stands where it stood in the end.
 */
export async function crashEverywhere(
  story: Story,
  scene: Scene,
  pick?: CrashTrial['pick'],
  kind?: CrashTrial['kind'],
): Promise<Tried> {
  const { workspace } = story;
  const start = workspace.snapshot();
  const stands = (): EndState => endState(story, scene.telling ?? SETTLED);
  await actsOf(story, scene);
  await scene.heal(story);
  const wanted = stands();
  workspace.restore(start);
  return everywhere(workspace, {
    act: () => actsOf(story, scene),
    heal: () => scene.heal(story),
    check: () => wrongAfterCrash(wanted, stands()).slice(0, 12),
    ...(pick ? { pick } : {}),
    ...(kind ? { kind } : {}),
  });
}

/** Every k-th point, from a seeded first one. */
export const everyKth =
  (k: number, seed: number) =>
  (all: readonly number[]): readonly number[] =>
    all.filter((_point, at) => at % k === seed % k);

/** So many points, drawn by a seed without repetition. */
export const drawn =
  (count: number, seed: number) =>
  (all: readonly number[]): readonly number[] =>
    [...all]
      .sort((a, b) => chance(seed, a) - chance(seed, b))
      .slice(0, count)
      .sort((a, b) => a - b);

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
