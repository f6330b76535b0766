import { MessageChannel, Worker, type MessagePort } from 'node:worker_threads';
import vm from 'node:vm';
import { runIsolate } from './isolate';
import type { CallMessage, DoneMessage, FromIsolate, LogMessage, Reply, SourceFile } from './messages';
import { workerMain, type SentFile, type WorkerData, type WorkerJob } from './workerMain';

const MEMORY_MB = 256;
const source = (): string => `const __name = (made) => made;
(${workerMain.toString()})(require('node:worker_threads'), require('node:vm'), ${runIsolate.toString()});`;

let keys = 0;
const known = new WeakMap<SourceFile, { key: number; file: SourceFile }>();
/** The file with a number and V8's cache of it, so that a worker need not parse it again. */
function prepared(file: SourceFile): { key: number; file: SourceFile } {
  let made = known.get(file);
  if (!made) {
    made = { key: (keys += 1), file: { ...file } };
    try {
      made.file.cachedData = new vm.Script(file.code, { filename: file.name }).createCachedData();
    } catch {
      // A file that does not parse says so in the worker, as a script's error.
    }
    known.set(file, made);
  }
  return made;
}

export interface WorkerEvents {
  /** The script waits from now on until `reply` is called. */
  call(message: CallMessage): void;
  log(message: LogMessage): void;
  /** Once, however it ended; never after `kill`. */
  done(message: DoneMessage): void;
}

export type IsolateJob = Omit<WorkerJob, 'files' | 'boot'> & {
  boot: SourceFile;
  files: readonly SourceFile[];
};

/**
 * A worker that runs one execution after the other, each in a context of its own. It blocks until it gets a job,
 * and is never used again after `kill`.
 */
export class IsolateWorker {
  private readonly worker: Worker;
  private readonly port: MessagePort;
  private readonly control = new Int32Array(new SharedArrayBuffer(4));
  private readonly sent = new Set<number>();
  private events: WorkerEvents | undefined;

  constructor() {
    const { port1, port2 } = new MessageChannel();
    this.port = port1;
    const workerData: WorkerData = { port: port2, control: this.control };
    this.worker = new Worker(source(), {
      eval: true,
      workerData,
      transferList: [port2],
      execArgv: [],
      env: {},
      stdout: false,
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    });
    this.worker.unref();
    const lost = (name: string, message: string): void => this.end({ t: 'done', error: { name, message } });
    this.worker.on('error', (error) => lost(error.name, error.message));
    this.worker.on('exit', () => lost('Error', 'The isolate ended by itself.'));
    this.port.on('message', (message: FromIsolate) => {
      if (message.t === 'done') this.end(message);
      else if (message.t === 'log') this.events?.log(message);
      else this.events?.call(message);
    });
    this.port.unref();
  }

  run(job: IsolateJob, events: WorkerEvents): void {
    this.events = events;
    this.worker.ref();
    const ship = (source: SourceFile): SentFile => {
      const { key, file } = prepared(source);
      if (this.sent.has(key)) return { key };
      this.sent.add(key);
      return { key, file };
    };
    this.send({ ...job, boot: ship(job.boot), files: job.files.map(ship) });
  }

  reply(reply: Reply): void {
    this.send(reply);
  }

  /** Stops the script where it is: no `catch` and no `finally` of it runs. */
  kill(): Promise<number> {
    this.events = undefined;
    this.port.close();
    return this.worker.terminate();
  }

  private send(message: WorkerJob | Reply): void {
    this.port.postMessage(message);
    Atomics.store(this.control, 0, 1);
    Atomics.notify(this.control, 0);
  }

  private end(message: DoneMessage): void {
    const { events } = this;
    if (!events) return;
    this.events = undefined;
    this.worker.unref();
    events.done(message);
  }
}
