import type { LockHandle, Runtime } from './runtime';
import { GoogleError, Served, type ServiceEntry } from './served';

/** Reference, Class Lock; behaviour at the edges as seen live (google.md section 1, Lock). */
export class Lock
  extends Served
  implements Pick<GoogleAppsScript.Lock.Lock, 'hasLock' | 'releaseLock' | 'tryLock' | 'waitLock'>
{
  static override readonly gas = 'Lock.Lock';

  constructor(
    runtime: Runtime,
    private readonly handle: LockHandle,
  ) {
    super(runtime);
  }

  hasLock(): boolean {
    return this.handle.held();
  }

  releaseLock(): void {
    this.handle.release();
  }

  tryLock(timeoutInMillis: number): boolean {
    return timeoutInMillis >= 0 && this.handle.tryLock(timeoutInMillis);
  }

  waitLock(timeoutInMillis: number): void {
    if (!this.tryLock(timeoutInMillis)) {
      throw new GoogleError('Lock timeout: another process was holding the lock for too long.');
    }
  }
}

/** The document lock is null outside of a container (google.md section 4, Lock recipe). */
export class LockService
  extends Served
  implements Pick<GoogleAppsScript.Lock.LockService, 'getScriptLock' | 'getUserLock'>
{
  static override readonly gas = 'Lock.LockService';

  getScriptLock(): Lock {
    return new Lock(this.runtime, this.runtime.lock('script'));
  }

  getUserLock(): Lock {
    return new Lock(this.runtime, this.runtime.lock('user'));
  }

  getDocumentLock(): Lock | null {
    return this.runtime.execution.containerId === undefined
      ? null
      : new Lock(this.runtime, this.runtime.lock('document'));
  }
}

export const lockService: ServiceEntry = {
  global: 'LockService',
  gas: 'Lock.LockService',
  create: (runtime) => new LockService(runtime),
  classes: [Lock, LockService],
};
