import { now } from '../google/clock';

/** One small part of a set-up: it looks before it creates, so that it may be done again after an interruption. */
export interface Step {
  /** Short; stays the same as long as its inputs do. */
  readonly id: string;
  /** What people read while it is done: `Formulir Desa Balang`. */
  readonly words: string;
  /**
   * Does it. 'later' = Google is not ready yet, the next slice tries again. A sentence under `stop` = it is done
   * as far as a script can, and a person has to do that before set-up is started again.
   */
  readonly run: () => void | 'later' | { readonly stop: string };
  /** Whether what it made is still there; left out = believed. Asked when set-up is started again. */
  readonly holds?: () => boolean;
}

/** Set-up after a slice. */
export interface Progress {
  readonly finished: boolean;
  /** Nothing goes on by itself: a person has to do what `message` and `problems` say. */
  readonly stopped: boolean;
  readonly done: number;
  readonly total: number;
  /** What happened or what comes next, one sentence. */
  readonly message: string;
  /** What a person has to put right first, one sentence each. */
  readonly problems: readonly string[];
}

/** A slice ends before this: Google ends an execution after six minutes without a word. */
export const SLICE_MS = 4.5 * 60_000;

/** What came of the steps of one slice. */
export interface SliceResult {
  readonly done: readonly string[];
  /** The first step that is not done; undefined = all are. */
  readonly next: Step | undefined;
  /** What a person has to do before set-up is started again. */
  readonly stop?: string;
}

/**
 * Does the steps that are not done, in order, until all are or the moment `until` is past; after each one `keep` gets the
 * ids done so far. At least one step is done in a slice, however long the one before took.
 */
export function doSteps(
  steps: readonly Step[],
  done: readonly string[],
  until: number,
  keep: (done: readonly string[]) => void,
): SliceResult {
  const ids = new Set(done);
  const kept = (): readonly string[] => steps.filter((step) => ids.has(step.id)).map((step) => step.id);
  let isFirst = true;
  for (const step of steps) {
    if (ids.has(step.id)) continue;
    if (!isFirst && now() > until) return { done: kept(), next: step };
    isFirst = false;
    const outcome = step.run();
    if (outcome === 'later') return { done: kept(), next: step };
    ids.add(step.id);
    keep(kept());
    if (typeof outcome === 'object') return { done: kept(), next: step, stop: outcome.stop };
  }
  return { done: kept(), next: undefined };
}
