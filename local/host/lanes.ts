import type { CallMessage, DoneMessage } from '../isolate/messages';
import { setProcessZone } from '../isolate/thread';
import { IsolateWorker } from '../isolate/worker';
import type { DialogAnswer, Question, RunOutcome } from './api';
import { chance } from './chance';
import type { Engine } from './engine';
import { Parked, type Execution } from './execution';
import { LIMITS } from './quotas';
import type { Job, Runner } from './runner';

/** Executions whose calls are served only when all of them have one, in an order that a seed picks. */
class Group {
  readonly lanes = new Set<Lane>();
  private drawn = 0;

  constructor(
    private readonly seed: number,
    /** How many still have to join: nothing is served before all are there. */
    public expected: number,
  ) {}

  pick(lanes: readonly Lane[]): Lane | undefined {
    if (lanes.length === 0) return undefined;
    this.drawn += 1;
    return lanes[Math.floor(chance(this.seed, this.drawn) * lanes.length)];
  }
}

interface Lane {
  readonly execution: Execution;
  readonly worker: IsolateWorker;
  readonly group: Group | undefined;
  /** The call that the script waits with. */
  call?: CallMessage;
  /** Served once already: it waits for a lock, an answer or this moment. */
  parkedUntil?: number;
}

const WALL_LIMIT = 120_000;
const IDLE_KEPT = 3;

/** Runs executions in workers, side by side; the host still serves one call at a time. */
export class WorkerEngine implements Engine {
  private readonly lanes = new Set<Lane>();
  private idle: IsolateWorker[] = [];
  /** The zone that the idle workers were born in: an isolate never learns of another. */
  private zone = '';
  private readonly answers = new Map<string, DialogAnswer>();
  readonly questions: Question[] = [];
  private readonly stops = new WeakMap<Lane, () => void>();
  /** Calls that were counted already and only wait. */
  private readonly served = new WeakSet<CallMessage>();

  constructor(private readonly runner: Runner) {}

  run(job: Job): Promise<RunOutcome> {
    return this.start(job, undefined);
  }

  runInterleaved(jobs: readonly Job[], seed: number): Promise<RunOutcome[]> {
    const group = new Group(seed, jobs.length);
    return Promise.all(jobs.map((job) => this.start(job, group)));
  }

  answer(questionId: string, answer: DialogAnswer): void {
    const at = this.questions.findIndex((question) => question.id === questionId);
    if (at < 0) throw new Error(`No question ${questionId} is open.`);
    this.questions.splice(at, 1);
    this.answers.set(questionId, answer);
    this.wake();
    this.step();
  }

  async close(): Promise<void> {
    const workers = [...[...this.lanes].map((lane) => lane.worker), ...this.idle];
    this.idle = [];
    await Promise.all(workers.map((worker) => worker.kill()));
  }

  private start(job: Job, group: Group | undefined): Promise<RunOutcome> {
    const refused = this.runner.refusal(job) ?? this.crowded(job);
    if (refused) {
      if (group) group.expected -= 1;
      return Promise.resolve(refused);
    }
    const execution = this.runner.begin(job, true, (_, question) => this.ask(question));
    const { project } = execution.start;
    setProcessZone(project.manifest.timeZone);
    const begun = performance.now();
    const worker = this.takeWorker(project.manifest.timeZone);
    const lane: Lane = { execution, worker, group };
    this.lanes.add(lane);
    group?.lanes.add(lane);
    const start = { functionName: job.functionName, args: this.runner.encodeArgs(execution, job) };
    return new Promise((resolve) => {
      const finish = (done: DoneMessage): void => {
        clearTimeout(timer);
        this.lanes.delete(lane);
        group?.lanes.delete(lane);
        const outcome = this.runner.finish(execution, job, done, performance.now() - begun);
        this.wake();
        resolve(outcome);
        this.step();
      };
      const stop = (): void => {
        void worker.kill();
        finish({ t: 'done' });
      };
      const tick = (): void => {
        // A script that waits for a person may wait as long as she likes.
        if (lane.parkedUntil === Number.POSITIVE_INFINITY) {
          timer = setTimeout(tick, WALL_LIMIT);
          return;
        }
        execution.ended ??= 'timedOut';
        stop();
      };
      let timer = setTimeout(tick, WALL_LIMIT);
      const boot = this.runner.bootOf(project);
      worker.run(
        { files: project.files, boot, seed: this.runner.seedOf(), start, clock: this.runner.machine.clock },
        {
          call: (message) => {
            lane.call = message;
            this.step();
          },
          log: (message) => execution.log(message.level, message.text),
          done: (done) => {
            const lost = done.error?.message === 'The isolate ended by itself.';
            if (!lost && this.idle.length < IDLE_KEPT) this.idle.push(worker);
            else void worker.kill();
            finish(done);
          },
        },
      );
      this.stops.set(lane, stop);
      if (group) group.expected -= 1;
    });
  }

  private takeWorker(zone: string): IsolateWorker {
    if (zone !== this.zone) {
      for (const worker of this.idle) void worker.kill();
      this.idle = [];
      this.zone = zone;
    }
    return this.idle.pop() ?? new IsolateWorker();
  }

  /** There are too many at once: 30 a user (google.md section 1). */
  private crowded(job: Job): RunOutcome | undefined {
    const same = [...this.lanes].filter(
      (lane) => lane.execution.execution.effectiveUser === job.effectiveUser,
    );
    if (same.length < LIMITS.simultaneousPerUser) return undefined;
    const message = 'There are too many scripts running simultaneously for this Google user account.';
    const execution = this.runner.begin(job, false, () => undefined);
    return this.runner.finish(execution, job, { t: 'done', error: { name: 'Exception', message } }, 0);
  }

  private ask(question: Question): DialogAnswer | undefined {
    const given = this.answers.get(question.id) ?? this.runner.handler?.(question);
    this.answers.delete(question.id);
    if (given === undefined && !this.questions.some((each) => each.id === question.id)) {
      this.questions.push(question);
    }
    return given;
  }

  /** Something happened that a parked call may have waited for. */
  private wake(): void {
    for (const lane of this.lanes) delete lane.parkedUntil;
  }

  /** Serves whatever may be served now. */
  private step(): void {
    for (let lane = this.next(); lane; lane = this.next()) {
      const { call, execution } = lane;
      if (!call) return;
      const again = this.served.has(call);
      this.served.add(call);
      const reply = this.runner.door.serve(execution, call, again);
      if (reply instanceof Parked) {
        lane.parkedUntil = reply.until;
        continue;
      }
      delete lane.call;
      if (execution.ended) this.stops.get(lane)?.();
      else lane.worker.reply(reply);
      if (call.m === 'releaseLock') this.wake();
    }
  }

  private next(): Lane | undefined {
    const found = this.ready();
    if (found) return found;
    // Nobody can go on, and somebody waits for a moment: let it come.
    const all = [...this.lanes];
    if (all.length === 0 || all.some((lane) => !lane.call || (lane.group?.expected ?? 0) > 0))
      return undefined;
    const moment = Math.min(...all.map((lane) => lane.parkedUntil ?? Number.POSITIVE_INFINITY));
    if (!Number.isFinite(moment)) return undefined;
    this.runner.machine.moveTo(moment);
    return this.ready();
  }

  private ready(): Lane | undefined {
    const now = this.runner.machine.now();
    const open = (lane: Lane): boolean =>
      lane.call !== undefined && (lane.parkedUntil === undefined || lane.parkedUntil <= now);
    for (const lane of this.lanes) {
      if (!lane.group && open(lane)) return lane;
      const { group } = lane;
      if (!group || group.expected > 0) continue;
      const members = [...group.lanes];
      if (members.some((each) => !each.call)) continue;
      const picked = group.pick(members.filter(open));
      if (picked) return picked;
    }
    return undefined;
  }
}
