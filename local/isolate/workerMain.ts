import type * as Threads from 'node:worker_threads';
import type * as Vm from 'node:vm';
import type { IsolateHooks } from './bootStubs';
import type { IsolateRun } from './bootRun';
import type { runIsolate } from './isolate';
import type { Reply, SourceFile, StartMessage } from './messages';

export interface SentFile {
  key: number;
  /** Only when this worker has not had it before. */
  file?: SourceFile;
}

/** What a waiting worker gets when its turn comes. */
export interface WorkerJob {
  boot: SentFile;
  files: SentFile[];
  seed: number;
  start: StartMessage;
  clock: Float64Array;
}
export interface WorkerData {
  port: Threads.MessagePort;
  /** One cell: 1 = the host has sent something. */
  control: Int32Array;
}

/**
 * The whole of a worker, given to it as text: it waits for a job, runs it in a fresh context, asks the host by
 * blocking, and waits for the next. Nothing in it may come from outside but the parameters.
 */
export function workerMain(threads: typeof Threads, vm: typeof Vm, run: typeof runIsolate): void {
  const { port, control } = threads.workerData as WorkerData;
  process.on('unhandledRejection', () => undefined);
  const receive = (): unknown => {
    Atomics.wait(control, 0, 0);
    Atomics.store(control, 0, 0);
    for (;;) {
      const received = threads.receiveMessageOnPort(port) as { message: unknown } | undefined;
      if (received) return received.message;
    }
  };
  const scripts = new Map<number, Vm.Script>();
  const scriptOf = ({ key, file }: SentFile): Vm.Script => {
    let script = scripts.get(key);
    if (!script && file) {
      const options = file.cachedData ? { cachedData: Buffer.from(file.cachedData) } : {};
      script = new vm.Script(file.code, { filename: file.name, ...options });
      scripts.set(key, script);
    }
    if (!script) throw new Error('The host did not send a file of the project.');
    return script;
  };
  const startScript = new vm.Script('__start()', { filename: 'apps-script' });
  for (;;) {
    const job = receive() as WorkerJob;
    run(
      {
        createContext: () =>
          vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: 'afterEvaluate' }),
        enter: () => ({
          start: () => job.start,
          post: (message) => port.postMessage(message),
          exchange: (message) => {
            port.postMessage(message);
            return receive() as Reply;
          },
        }),
        now: () => Math.floor(job.clock[0] ?? 0),
        runBoot: (context) =>
          scriptOf(job.boot).runInContext(context as Vm.Context) as (
            hooks: IsolateHooks,
            seed: number,
          ) => IsolateRun,
        booted: () => undefined,
        files: job.files.map((file) => (context: object) => {
          scriptOf(file).runInContext(context as Vm.Context);
        }),
        runStart: (context) => {
          startScript.runInContext(context as Vm.Context);
        },
      },
      job.seed,
    );
  }
}
