import type { ExecutionRecord, FormSubmission, RunRequest, Snapshot, Workspace } from './api';

/** What is wrong, in words; empty = nothing. */
export type Findings = readonly string[];
/** By the point or the seed that shows it again, as `crashAt 7` or `seed 13`: what was wrong. Empty = all is well. */
export type Failures = Readonly<Record<string, Findings>>;

/** What a series of interruptions found. */
export interface Tried {
  /** Points that were tried, of so many that there are. */
  readonly points: number;
  readonly of: number;
  readonly wrong: Failures;
}

export interface CrashTrial {
  /** What is interrupted; gives every execution that it caused. Has to do the same each time. */
  act: () => Promise<readonly ExecutionRecord[]>;
  /** What runs afterwards undisturbed and has to make up for it. */
  heal?: () => Promise<unknown>;
  check: () => Findings;
  /** What is counted: all calls, or calls that change something (the default). */
  kind?: 'crashAt' | 'crashAtChange';
  /** Which of the points are tried; left out = each. */
  pick?: (all: readonly number[]) => readonly number[];
}

/**
 * From where the workspace stands: ends an execution at its n-th call, for every n that the act has (or those that are
 * picked), and looks each time at what is left. The workspace stands where it stood in the end. Throws where the act calls nothing.
 */
export async function crashEverywhere(workspace: Workspace, trial: CrashTrial): Promise<Tried> {
  const { act, heal, check, kind = 'crashAtChange', pick = (all) => all } = trial;
  return from(workspace, async (restart) => {
    const counted = await act();
    const count = counted.reduce(
      (sum, record) => sum + (kind === 'crashAt' ? record.callCount : record.changes),
      0,
    );
    if (count === 0) throw new Error('Nothing to interrupt: the act makes no such call.');
    const points = pick(Array.from({ length: count }, (_value, at) => at + 1));
    const wrong: Record<string, Findings> = {};
    for (const point of points) {
      restart();
      workspace.faults.set({ [kind]: point, across: true });
      const ended = (await act()).filter(({ status }) => status === 'crashed').length;
      workspace.faults.clear();
      await heal?.();
      const found = [...(ended === 1 ? [] : [`${String(ended)} executions ended`]), ...check()];
      if (found.length > 0) wrong[`${kind} ${String(point)}`] = found;
    }
    return { points: points.length, of: count, wrong };
  });
}

/** Documents that two states have otherwise, as `spreadsheet/<id>`. */
export function apart(one: Snapshot, other: Snapshot): Findings {
  const keys = new Set([...one.documents.keys(), ...other.documents.keys()]);
  return [...keys].filter((key) => one.documents.get(key)?.json !== other.documents.get(key)?.json);
}

/** Functions, and answers to forms with the runs of their triggers. */
export type Together = readonly (RunRequest | FormSubmission)[];

export interface OrderTrial {
  /** What runs at once; called anew for each seed, so it may prepare what the runs need. */
  requests: () => Promise<Together> | Together;
  seeds: readonly number[];
  check: () => Promise<Findings> | Findings;
}

/**
 * Runs the same executions at once in the order of each seed; one that does not complete is a finding as well. Give
 * the seed of a failure alone to see that order again.
 */
export async function interleaveBySeeds(workspace: Workspace, trial: OrderTrial): Promise<Failures> {
  const { requests, seeds, check } = trial;
  return from(workspace, async (restart) => {
    const failures: Record<string, Findings> = {};
    for (const seed of seeds) {
      restart();
      const outcomes = await workspace.runInterleaved(await requests(), seed);
      const ended = outcomes.filter(({ status }) => status !== 'completed');
      const found = [
        ...ended.map((one) => `${one.function} ${one.status}: ${one.error?.message ?? ''}`),
        ...(await check()),
      ];
      if (found.length > 0) failures[`seed ${String(seed)}`] = found;
    }
    return failures;
  });
}

async function from<T>(workspace: Workspace, work: (restart: () => void) => Promise<T>): Promise<T> {
  const start = workspace.snapshot();
  try {
    return await work(() => workspace.restore(start));
  } finally {
    workspace.faults.clear();
    workspace.restore(start);
  }
}
