import type { Served } from '../services/served';
import type { ExecutionInfo, LockHandle, ProjectInfo, Runtime } from '../services/runtime';
import type { DialogAnswer, ExecutionRecord, ExecutionStatus } from './api';
import type { FaultWatch } from './faults';
import type { Machine } from './machine';
import { WorkspaceRuntime } from './people';
import type { LoadedProject } from './project';
import { LIMITS } from './quotas';

/** Thrown out of a service when the call has to wait: the isolate stays parked and the call is served again. */
export class Parked {
  constructor(readonly until: number) {}
}

export interface ExecutionStart {
  info: ExecutionInfo;
  functionName: string;
  project: LoadedProject;
  projectName: string;
  watch: FaultWatch;
  /** True where other executions can go on while this one waits. */
  mayPark: boolean;
  /** Asks the person; undefined = no answer yet. */
  asking: (execution: Execution, question: Parameters<Runtime['ask']>[0]) => DialogAnswer | undefined;
  /** Told of each call that changes something, before anything of it has happened. */
  beforeChange?: () => void;
}

/** One run of a function: its identity, its counters, the objects that the script holds, its end. */
export class Execution extends WorkspaceRuntime {
  readonly record: ExecutionRecord;
  readonly watch: FaultWatch;
  readonly handles = new Map<number, Served>();
  readonly handleIds = new WeakMap<Served, number>();
  readonly globals = new Map<string, Served>();
  /** ms of modelled time, not rounded. */
  modelled = 0;
  /** Set when the run may do nothing more: later calls change nothing. */
  ended: ExecutionStatus | undefined;
  /** Error of the host's own code: loud, whatever the script does with it. */
  hostError: Error | undefined;
  readonly limit: number;
  readonly project: ProjectInfo;
  private waitingSince: number | undefined;

  constructor(
    machine: Machine,
    readonly start: ExecutionStart,
  ) {
    super(machine, start.info);
    const { info, project, projectName, functionName } = start;
    this.watch = start.watch;
    this.limit = isShort(info) ? LIMITS.shortRuntime : LIMITS.runtime;
    const { manifest } = project;
    this.project = {
      name: projectName,
      timeZone: manifest.timeZone,
      scopes: manifest.oauthScopes,
      fetchList: manifest.urlFetchWhitelist,
      isWebApp: manifest.webapp !== undefined,
      html: (name) => project.html.get(name.replace(/\.html$/, '')),
      token: `ya29.${Buffer.from(info.effectiveUser).toString('base64url')}`,
    };
    this.record = {
      id: info.id,
      projectId: info.projectId,
      function: functionName,
      trigger: info.trigger,
      user: info.effectiveUser,
      startedAt: new Date(machine.now()).toISOString(),
      status: 'completed',
      wallMs: 0,
      modelledMs: 0,
      calls: {},
      callCount: 0,
      remoteCalls: 0,
      remoteByKind: {},
      changes: 0,
      cellsRead: 0,
      cellsWritten: 0,
      outsideLock: {},
      log: [],
    };
  }

  /** Adds modelled time, on the common clock too. */
  spend(ms: number): void {
    this.modelled += ms;
    this.machine.moveTo((this.machine.clock[0] ?? 0) + ms);
  }

  sleep(ms: number): void {
    this.spend(ms);
  }

  count(what: 'read' | 'written', cells: number): void {
    if (what === 'read') this.record.cellsRead += cells;
    else this.record.cellsWritten += cells;
  }

  log(level: 'log' | 'info' | 'warn' | 'error', text: string): void {
    this.record.log.push({ level, text, at: this.machine.now() });
  }

  ask(question: Parameters<Runtime['ask']>[0]): { button: string; text: string } {
    // A script that waits for a person loses its locks (google.md section 4, Lock recipe).
    this.machine.locks.releaseAll(this);
    const answer = this.start.asking(this, question);
    if (answer) return { button: answer.button, text: answer.text ?? '' };
    if (this.start.mayPark) throw new Parked(Number.POSITIVE_INFINITY);
    return { button: 'CLOSE', text: '' };
  }

  holdsScriptLock(): boolean {
    return this.machine.locks.holds(this.lockName('script'), this);
  }

  private lockName(kind: 'script' | 'user' | 'document'): string {
    const { projectId, containerId = '', effectiveUser } = this.execution;
    const key = { script: '', user: effectiveUser, document: containerId };
    return `${kind}/${projectId}/${key[kind]}`;
  }

  lock(kind: 'script' | 'user' | 'document'): LockHandle {
    const name = this.lockName(kind);
    const { locks } = this.machine;
    return {
      held: () => locks.holds(name, this),
      release: () => locks.release(name, this),
      tryLock: (ms) => this.takeLock(kind, name, ms),
    };
  }

  /** Forgets a wait: the call that waited has been answered. */
  stopWaiting(): void {
    if (this.waitingSince === undefined) return;
    this.modelled += this.machine.now() - this.waitingSince;
    this.waitingSince = undefined;
  }

  private takeLock(kind: string, name: string, ms: number): boolean {
    const { machine } = this;
    // A fault plays somebody else who holds the script lock.
    const taken = kind === 'script' ? (machine.faults.current.lockedUntil ?? 0) : 0;
    const free = (): boolean => machine.now() >= taken && machine.locks.take(name, this);
    if (free()) return true;
    const deadline = (this.waitingSince ?? machine.now()) + ms;
    if (!this.start.mayPark) {
      this.spend(Math.max(0, Math.min(deadline, Math.max(taken, machine.now())) - machine.now()));
      if (free()) return true;
      this.spend(Math.max(0, deadline - machine.now()));
      return false;
    }
    if (machine.now() >= deadline) return false;
    this.waitingSince ??= machine.now();
    throw new Parked(taken > machine.now() ? Math.min(taken, deadline) : deadline);
  }
}

/** Simple triggers and cards have 30 seconds (google.md section 1). */
function isShort(info: ExecutionInfo): boolean {
  return info.trigger === 'card' || info.authMode === 'LIMITED' || info.authMode === 'NONE';
}
