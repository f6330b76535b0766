import type { Decision } from '../core/book';
import { readDecided } from './decisions';
import type { Desk } from './desk';
import { KEY, recall, textOf } from './memory';

/**
 * The decisions of `Keputusan` that are carried out. What an interrupted run left behind them is not yet: the order
 * that made it comes again and has to find everything as it was.
 */
export function settledDecisions({ master, registry }: Desk): readonly Decision[] {
  const known = textOf(recall(), KEY.decisions);
  return readDecided(master, registry.facts.zone, known === '' ? Infinity : Number(known)).decisions;
}
