import { takeLock } from '../google/lock';
import { NotReady, openDesk, type Desk } from './desk';
import type { CommandResult, DialogLine } from './dialog';
import { recall, type Memory } from './memory';

/** A refusal: nothing was changed. */
export const refused = (text: string, lines: readonly DialogLine[] = []): CommandResult => ({
  done: false,
  text: `${text} Data tidak berubah.`,
  ...(lines.length === 0 ? {} : { lines }),
});

const WAIT = 20_000;

/** Does something that only one may do at a time, with everything open; a sentence where that is not possible now. */
export function alone(act: (desk: Desk, memory: Memory) => CommandResult): CommandResult {
  const lock = takeLock(WAIT);
  if (lock === undefined) return refused('Bagian lain sedang bekerja. Coba lagi sebentar lagi.');
  try {
    const memory = recall();
    return act(openDesk(memory), memory);
  } catch (failure) {
    if (failure instanceof NotReady) return { done: false, text: failure.message };
    throw failure;
  } finally {
    lock.release();
  }
}
