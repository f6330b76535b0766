import { stubTable } from '../contract/schema';
import { bootSource } from '../isolate/boot';
import type { DoneMessage, SourceFile } from '../isolate/messages';
import { runInThread, setProcessZone } from '../isolate/thread';
import type { AuthMode, ExecutionInfo } from '../services/runtime';
import { viewSetByScript } from '../services/spreadsheet/view';
import { rectToA1 } from '../state/a1';
import type { Project } from '../state/project';
import type {
  DialogAnswer,
  DialogHandler,
  ExecutionRecord,
  ExecutionStatus,
  Faults,
  Question,
  RunOutcome,
} from './api';
import { chance, hashOf } from './chance';
import { Door } from './door';
import { Execution, Parked } from './execution';
import { FaultWatch } from './faults';
import type { Machine } from './machine';
import { loadProject, type LoadedProject } from './project';
import { fromScript, toScript } from './values';

const RECORDS_KEPT = 2000;
const WALL_LIMIT = 120_000;

/** A run as the host orders it; `args` may need the run's own runtime, as event objects do. */
export interface Job {
  projectId: string;
  functionName: string;
  args: (execution: Execution) => unknown[];
  trigger: ExecutionInfo['trigger'];
  effectiveUser: string;
  activeUser: string;
  authMode: AuthMode;
  view?: { sheetId: number; range: string };
  faults?: Faults;
  /** A trigger run counts toward the account's trigger minutes. */
  countsMinutes?: boolean;
  beforeChange?: () => void;
}

/** Starts executions, keeps their records, and is the same for every driver. */
export class Runner {
  /** Oldest first. */
  readonly records: ExecutionRecord[] = [];
  readonly door: Door;
  handler: DialogHandler | undefined;
  private readonly loaded = new Map<string, LoadedProject>();

  constructor(readonly machine: Machine) {
    this.door = new Door(machine);
  }

  /** The project's folder as it is now. */
  load(project: Project): LoadedProject {
    const found = loadProject(project.directory, this.loaded.get(project.directory));
    this.loaded.set(project.directory, found);
    return found;
  }

  projectOf(id: string | undefined): Project {
    const ids = this.machine.store.ids('project');
    if (id === undefined && ids.length > 1) throw new Error('Several projects are open: say which one runs.');
    const project = this.machine.store.get('project', id ?? ids[0] ?? '');
    if (!project) throw new Error(id === undefined ? 'No project is open.' : `No project has the id ${id}.`);
    return project;
  }

  /** The boot code for the services that the project may use. */
  bootOf(loaded: LoadedProject): SourceFile {
    return bootFor(loaded.manifest.advanced);
  }

  begin(
    job: Job,
    mayPark: boolean,
    ask: (execution: Execution, question: Question) => DialogAnswer | undefined,
  ): Execution {
    const { machine } = this;
    const project = this.projectOf(job.projectId);
    const loaded = this.load(project);
    machine.host.executions += 1;
    machine.store.touch('host', 'host');
    const info: ExecutionInfo = {
      id: `e${machine.host.executions}-${hashOf(`${machine.host.seed}/${machine.host.executions}`) >>> 0}`,
      projectId: project.id,
      containerId: project.containerId,
      effectiveUser: job.effectiveUser,
      activeUser: visibleAddress(job, loaded),
      authMode: job.authMode,
      trigger: job.trigger,
      ...(job.view ? { view: job.view } : {}),
    };
    return new Execution(machine, {
      info,
      functionName: job.functionName,
      project: loaded,
      projectName: project.name,
      watch: job.faults ? new FaultWatch(job.faults) : machine.faults.watch(job.functionName),
      mayPark,
      ...(job.beforeChange ? { beforeChange: job.beforeChange } : {}),
      asking: (execution, question) =>
        ask(execution, {
          ...question,
          id: `${info.id}-${execution.record.callCount}`,
          executionId: info.id,
          user: job.activeUser,
        }),
    });
  }

  /** At once, in this thread. */
  runNow(job: Job): RunOutcome {
    const refused = this.refusal(job);
    if (refused) return refused;
    const execution = this.begin(job, false, (_, question) => this.handler?.(question));
    const begun = performance.now();
    setProcessZone(execution.start.project.manifest.timeZone);
    const done = runInThread({
      files: execution.start.project.files,
      boot: this.bootOf(execution.start.project),
      seed: this.seedOf(),
      start: { functionName: job.functionName, args: this.encodeArgs(execution, job) },
      clock: this.machine.clock,
      wallLimit: WALL_LIMIT,
      serve: (message) => {
        const reply = this.door.serve(execution, message);
        return reply instanceof Parked ? { x: true } : reply;
      },
      log: (message) => {
        if (!execution.ended) execution.log(message.level, message.text);
      },
    });
    return this.finish(execution, job, done, performance.now() - begun);
  }

  seedOf(): number {
    const { host } = this.machine;
    return Math.floor(chance(host.seed ^ 0x5eed, host.executions) * 0x7fffffff);
  }

  encodeArgs(execution: Execution, job: Job): unknown[] {
    return job.args(execution).map((each) => toScript(execution, each));
  }

  /** Completes the record, gives back locks, counts trigger minutes. */
  finish(execution: Execution, job: Job, done: DoneMessage, wallMs: number): RunOutcome {
    const { record } = execution;
    this.machine.locks.releaseAll(execution);
    if (execution.modelled > execution.limit) execution.ended ??= 'timedOut';
    record.status = statusOf(execution, done);
    record.wallMs = Math.round(wallMs * 10) / 10;
    record.modelledMs = Math.round(execution.modelled);
    const error = errorOf(execution, done, record.status);
    if (error) record.error = error;
    if (job.countsMinutes) this.countMinutes(job.effectiveUser, execution.modelled);
    const result: unknown =
      record.status === 'completed' && done.value !== undefined
        ? fromScript(execution, done.value)
        : undefined;
    const view = leftView(execution);
    execution.handles.clear();
    this.keep(record);
    return { ...record, ...(result === undefined ? {} : { result }), ...(view ? { view } : {}) };
  }

  private keep(record: ExecutionRecord): void {
    this.records.push(record);
    if (this.records.length > RECORDS_KEPT) this.records.splice(0, this.records.length - RECORDS_KEPT);
    this.machine.commit(record);
  }

  private countMinutes(account: string, ms: number): void {
    const left = this.machine.remaining(account, 'triggerMinutes');
    if (left > 0) this.machine.use(account, 'triggerMinutes', Math.min(left, ms / 60_000));
  }

  /** A trigger whose owner has no minutes left fails before it begins (google.md section 1). */
  refusal(job: Job): RunOutcome | undefined {
    if (!job.countsMinutes || this.machine.remaining(job.effectiveUser, 'triggerMinutes') > 0)
      return undefined;
    const execution = this.begin(job, false, () => undefined);
    const error = { name: 'Exception', message: 'Service using too much computer time for one day.' };
    return this.finish(execution, job, { t: 'done', error }, 0);
  }
}

const shipped = new Map<string, SourceFile>();
/** One text for all workspaces of the process: compiled once. */
function bootFor(advanced: readonly string[]): SourceFile {
  const key = advanced.join();
  const boot = shipped.get(key) ?? { name: 'apps-script', code: bootSource(stubTable(advanced)) };
  shipped.set(key, boot);
  return boot;
}

/** '' where Google hides the person (google.md section 5, Who runs as whom). */
function visibleAddress(job: Job, loaded: LoadedProject): string {
  const scopes = loaded.manifest.oauthScopes;
  const mayKnow = scopes === undefined || scopes.includes('https://www.googleapis.com/auth/userinfo.email');
  return mayKnow ? job.activeUser : '';
}

/** Tab and range that the script made active in its bound spreadsheet. */
function leftView(execution: Execution): RunOutcome['view'] {
  const { containerId } = execution.execution;
  const view = containerId === undefined ? undefined : viewSetByScript(execution, containerId);
  const area = view?.rects.at(-1);
  return view && area ? { sheetId: view.sheetId, range: rectToA1(area) } : undefined;
}

function statusOf(execution: Execution, done: DoneMessage): ExecutionStatus {
  if (execution.ended) return execution.ended;
  if (done.timedOut) return 'timedOut';
  return done.error || execution.hostError ? 'failed' : 'completed';
}

function errorOf(execution: Execution, done: DoneMessage, status: ExecutionStatus): ExecutionRecord['error'] {
  if (status === 'crashed') {
    return { name: 'Crash', message: `The execution was ended after ${execution.record.callCount} calls.` };
  }
  if (status === 'timedOut') return { name: 'Exception', message: 'Exceeded maximum execution time' };
  const { hostError } = execution;
  if (hostError) {
    return { name: 'LocalWorkspaceError', message: hostError.message, stack: hostError.stack ?? '' };
  }
  return done.error;
}
