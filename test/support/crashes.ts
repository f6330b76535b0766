import type { ExecutionRecord } from '../../local/host/api';
import { chance } from '../../local/host/chance';
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

/** Plays a scene from where the story stands, whatever faults are set; `crashes` = executions that ended. */
export async function playScene(
  story: Story,
  scene: Scene,
): Promise<EndState & { readonly crashes: number; readonly records: readonly ExecutionRecord[] }> {
  const since = recordsSince(story);
  for (const act of scene.acts) {
    try {
      await act(story);
    } catch (failure) {
      if (!isCrash(failure)) throw failure;
    }
  }
  story.workspace.faults.clear();
  const records = [...since()];
  await scene.heal(story);
  const crashes = records.filter((record) => record.status === 'crashed').length;
  return { crashes, records, ...endState(story, scene.telling ?? SETTLED) };
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
  /** What is counted: calls that change state, or all calls. */
  kind: 'crashAtChange' | 'crashAt' = 'crashAtChange',
): Promise<Tried> {
  const { workspace } = story;
  const start = workspace.snapshot();
  const wanted = await playScene(story, scene);
  const count = wanted.records.reduce(
    (sum, record) => sum + (kind === 'crashAt' ? record.callCount : record.changes),
    0,
  );
  const picked = pick(Array.from({ length: count }, (_value, at) => at + 1));
  const wrong: Record<string, readonly string[]> = {};
  for (const point of picked) {
    workspace.restore(start);
    workspace.faults.set({ [kind]: point, across: true });
    const got = await playScene(story, scene);
    const found = [
      ...(got.crashes === 1 ? [] : [`${String(got.crashes)} executions ended`]),
      ...wrongAfterCrash(wanted, got),
    ];
    if (found.length > 0) wrong[`${kind} ${String(point)}`] = found.slice(0, 12);
  }
  workspace.restore(start);
  return { points: picked.length, of: count, wrong };
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
