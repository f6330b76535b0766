import { retry } from './retry';

/** The script's lock, held until `release`. */
export interface Lock {
  /** Writes everything out first, so that the next holder sees it; a holder that wrote nothing may say so. */
  release(isWritten?: boolean): void;
}

/** The script's lock; undefined where somebody holds it, at once or after so many milliseconds. */
export function takeLock(wait = 0): Lock | undefined {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(wait)) return undefined;
  return {
    release(isWritten = true) {
      if (isWritten) retry(() => SpreadsheetApp.flush());
      lock.releaseLock();
    },
  };
}
