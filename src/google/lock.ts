import { retry } from './retry';

/** The script's lock, held until `release`. */
export interface Lock {
  /** Writes everything out first, so that the next holder sees it; a holder that wrote nothing may say so. */
  release(isWritten?: boolean): void;
}

/** The script's lock if nobody holds it now; undefined at once where somebody does. */
export function takeLock(): Lock | undefined {
  const lock = LockService.getScriptLock();
  if (!lock.tryLock(0)) return undefined;
  return {
    release(isWritten = true) {
      if (isWritten) retry(() => SpreadsheetApp.flush());
      lock.releaseLock();
    },
  };
}
