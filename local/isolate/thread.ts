import {
  MessageChannel,
  moveMessagePortToContext,
  receiveMessageOnPort,
  type MessagePort,
} from 'node:worker_threads';
import vm from 'node:vm';
import { bootSource } from './boot';
import type { IsolateHooks } from './bootStubs';
import type { IsolateRun } from './bootRun';
import { runIsolate } from './isolate';
import type {
  CallMessage,
  DoneMessage,
  FromIsolate,
  LogMessage,
  Reply,
  SourceFile,
  StartMessage,
} from './messages';

export interface ThreadJob {
  files: readonly SourceFile[];
  /** Stub table as JSON. */
  table: string;
  seed: number;
  start: StartMessage;
  clock: Float64Array;
  /** Real milliseconds after which a script that calls nothing is stopped. */
  wallLimit: number;
  serve(message: CallMessage): Reply;
  log(message: LogMessage): void;
}

const bootScript = new vm.Script(bootSource(), { filename: 'apps-script' });
const startScript = new vm.Script('__start()', { filename: 'apps-script' });
const compiled = new WeakMap<SourceFile, vm.Script>();

function compile(file: SourceFile): vm.Script {
  let script = compiled.get(file);
  if (!script) {
    script = new vm.Script(file.code, { filename: file.name });
    compiled.set(file, script);
  }
  return script;
}

/** A promise that a script left rejected is the script's own affair: it must not end the host. */
const scriptPromises = new WeakSet<object>();
const node = vm.runInThisContext('process') as NodeJS.Process;
node.on('unhandledRejection', (reason, promise) => {
  if (scriptPromises.has(Object.getPrototypeOf(promise) as object)) return;
  if (node.listenerCount('unhandledRejection') === 1) throw reason;
});

let zone: string | undefined;
/** Local time of scripts: V8 knows one zone for the whole process, which is why it is set before a run. */
export function setProcessZone(timeZone: string): void {
  if (zone === timeZone) return;
  zone = timeZone;
  node.env.TZ = timeZone;
}

/** Takes what the isolate has sent: logs go on, a call is answered, the end is given back. */
function drain(port: MessagePort, job: ThreadJob): DoneMessage | undefined {
  for (;;) {
    const received = receiveMessageOnPort(port) as { message: FromIsolate } | undefined;
    if (!received) return undefined;
    const { message } = received;
    if (message.t === 'done') return message;
    if (message.t === 'log') job.log(message);
    else port.postMessage(job.serve(message));
  }
}

/**
 * Runs one execution in this very thread: 3 µs a call, no interleaving, and a crash can only mean that every
 * later call throws and changes nothing.
 */
export function runInThread(job: ThreadJob): DoneMessage {
  const { port1, port2 } = new MessageChannel();
  let done: DoneMessage | undefined;
  try {
    port1.postMessage(job.start);
    runIsolate(
      {
        createContext: () => {
          const context = vm.createContext(Object.create(null) as object, { microtaskMode: 'afterEvaluate' });
          scriptPromises.add(vm.runInContext('Promise.prototype', context) as object);
          return context;
        },
        enter: (context) => {
          const port = moveMessagePortToContext(port2, context as vm.Context);
          return {
            post: (message) => port.postMessage(message),
            take: () => (receiveMessageOnPort(port) as { message: unknown }).message,
          };
        },
        wait: () => void drain(port1, job),
        now: () => Math.floor(job.clock[0] ?? 0),
        runBoot: (context) =>
          bootScript.runInContext(context as vm.Context) as (
            hooks: IsolateHooks,
            table: string,
            seed: number,
          ) => IsolateRun,
        files: job.files.map((file) => (context: object) => {
          compile(file).runInContext(context as vm.Context, { timeout: job.wallLimit });
        }),
        runStart: (context) => {
          startScript.runInContext(context as vm.Context, { timeout: job.wallLimit });
        },
      },
      job.table,
      job.seed,
    );
    done = drain(port1, job);
  } finally {
    port1.close();
  }
  return done ?? { t: 'done', error: { name: 'Error', message: 'The isolate did not say how it ended.' } };
}
