import type {
  AuthMode,
  ExecutionInfo,
  LockHandle,
  Platform,
  Quota,
  Runtime,
  Switches,
} from '../services/runtime';
import type { Store } from '../state/store';
import type { Machine } from './machine';

/** What a runtime is in and outside of an execution. */
export abstract class WorkspaceRuntime implements Runtime {
  readonly store: Store;
  readonly platform: Platform;
  readonly switches: Switches;
  readonly accountZone: string;

  constructor(
    protected readonly machine: Machine,
    readonly execution: ExecutionInfo,
  ) {
    this.store = machine.store;
    this.platform = machine.platform;
    this.switches = machine.switches;
    this.accountZone = machine.zone;
  }

  now(): number {
    return this.machine.now();
  }
  newId(kind: Parameters<Runtime['newId']>[0]): string {
    return this.machine.newId(kind);
  }
  random(): number {
    return this.machine.draw();
  }
  use(quota: Quota, amount: number): void {
    this.machine.use(this.execution.effectiveUser, quota, amount);
  }
  remaining(quota: Quota): number {
    return this.machine.remaining(this.execution.effectiveUser, quota);
  }
  may(access: 'read' | 'write', fileId: string): boolean {
    return this.machine.may(this.execution.effectiveUser, access, fileId);
  }
  show(what: Parameters<Runtime['show']>[0]): void {
    this.machine.show(this.execution.projectId, what);
  }
  abstract sleep(ms: number): void;
  abstract count(what: 'read' | 'written', cells: number): void;
  abstract ask(question: Parameters<Runtime['ask']>[0]): { button: string; text: string };
  abstract log(level: 'log' | 'info' | 'warn' | 'error', text: string): void;
  abstract lock(kind: 'script' | 'user' | 'document'): LockHandle;
}

/** A person acting by hand, or a page that shows what a person sees: no script, no lock, nobody to ask. */
export class PersonRuntime extends WorkspaceRuntime {
  constructor(machine: Machine, user: string, mode: AuthMode) {
    super(machine, {
      id: '',
      projectId: '',
      containerId: undefined,
      effectiveUser: user,
      activeUser: user,
      authMode: mode,
      trigger: 'page',
    });
  }

  sleep(ms: number): void {
    this.machine.moveTo(this.machine.now() + ms);
  }
  count(): void {
    // Only executions have counters.
  }
  log(): void {
    // Only executions have a log.
  }
  ask(): never {
    throw new Error('Only a running script can ask a person.');
  }
  lock(): never {
    throw new Error('Only a running script can hold a lock.');
  }
}
