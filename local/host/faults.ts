import type { FaultControl, Faults } from './api';
import { TRANSIENT_ERRORS } from './googleErrors';

/** Counts one execution's calls against the faults in force for it. */
export class FaultWatch {
  private calls = 0;
  private changes = 0;
  private named = 0;

  constructor(readonly faults: Faults) {}

  /** What shall happen at this call: it ends the execution, it fails with a message, or nothing. */
  strike(name: string, changes: boolean): { crash: true } | { fail: string } | undefined {
    const { crashAt, crashAtChange, failCall, failChange, failMember } = this.faults;
    this.calls += 1;
    if (changes) this.changes += 1;
    if (name === failMember) this.named += 1;
    if (this.calls === crashAt || (changes && this.changes === crashAtChange)) return { crash: true };
    const failing =
      failMember === undefined
        ? this.calls === failCall || (changes && this.changes === failChange)
        : name === failMember && (failCall === undefined || failCall === this.named);
    const { error = 'serverError', message = TRANSIENT_ERRORS[error] } = this.faults;
    return failing ? { fail: message } : undefined;
  }
}

/** The workspace's faults: what `/faults` and tests set. */
export class FaultBox implements FaultControl {
  private faults: Faults = {};
  private across: FaultWatch | undefined;

  constructor(private readonly onSet: (faults: Faults) => void) {}

  get current(): Faults {
    return this.faults;
  }

  set(faults: Faults): void {
    this.faults = { ...faults };
    this.across = faults.across ? new FaultWatch(this.faults) : undefined;
    this.onSet(this.faults);
  }

  clear(): void {
    this.set({});
  }

  /** The watch for an execution that begins now; what ends or fails a call holds for one, unless told otherwise. */
  watch(functionName: string): FaultWatch {
    const { functionName: wanted, until } = this.faults;
    if (wanted !== undefined && wanted !== functionName) return new FaultWatch({});
    if (this.across) return this.across;
    const watch = new FaultWatch(this.faults);
    if (until !== 'cleared') {
      const { submitEvents, mailQuota, quotas, lockedUntil } = this.faults;
      this.faults = {
        ...(submitEvents === undefined ? {} : { submitEvents }),
        ...(mailQuota === undefined ? {} : { mailQuota }),
        ...(quotas === undefined ? {} : { quotas }),
        ...(lockedUntil === undefined ? {} : { lockedUntil }),
      };
    }
    return watch;
  }
}
