import vm from 'node:vm';
import type { IsolateHooks } from './bootStubs';
import type { IsolateRun } from './bootRun';
import { runIsolate } from './isolate';
import type { CallMessage, DoneMessage, LogMessage, Reply, SourceFile, StartMessage } from './messages';

export interface ThreadJob {
  files: readonly SourceFile[];
  /** The boot code for the project's services. */
  boot: SourceFile;
  seed: number;
  start: StartMessage;
  clock: Float64Array;
  /** Real milliseconds after which a script that calls nothing is stopped. */
  wallLimit: number;
  serve(message: CallMessage): Reply;
  log(message: LogMessage): void;
}

const startScript = new vm.Script('__start()', { filename: 'apps-script' });
const REJECTIONS: unique symbol = Symbol.for('local-workspace/rejections');
const compiled = new WeakMap<SourceFile, vm.Script>();

function compile(file: SourceFile): vm.Script {
  let script = compiled.get(file);
  if (!script) {
    script = new vm.Script(file.code, { filename: file.name });
    compiled.set(file, script);
  }
  return script;
}

type Emit = NodeJS.Process['emit'] & { [REJECTIONS]?: WeakSet<object> };
const node = vm.runInThisContext('process') as NodeJS.Process & { emit: Emit };

/**
 * Node asks by an event whether anybody takes a rejection; for a script's promise the answer is yes: a promise that
 * a script left rejected is its own affair and must not end the host. Gives the prototypes of scripts' promises.
 */
function watchRejections(host: NodeJS.Process & { emit: Emit }, mark: typeof REJECTIONS): void {
  const known = new WeakSet<object>();
  const emit = host.emit.bind(host) as (...parts: unknown[]) => boolean;
  const answer = (...parts: unknown[]): boolean => {
    const [event, , promise] = parts;
    const asked = event === 'unhandledRejection' && typeof promise === 'object' && promise !== null;
    return (asked && known.has(Object.getPrototypeOf(promise) as object)) || emit(...parts);
  };
  host.emit = Object.assign(answer as Emit, { [mark]: known });
}
// Born in the process's own realm: a test runner's realm ends before the process does.
const watch = vm.runInThisContext(`(${watchRejections.toString()})`) as typeof watchRejections;

/** Marks the promises of a fresh context as a script's. Test runners put the process back as it was between files. */
function ownPromises(prototype: object): void {
  if (!node.emit[REJECTIONS]) watch(node, REJECTIONS);
  node.emit[REJECTIONS]?.add(prototype);
}

/** Local time of scripts: V8 knows one zone for the whole process, which is why it is set before a run. */
export function setProcessZone(timeZone: string): void {
  if (node.env.TZ !== timeZone) node.env.TZ = timeZone;
}

/**
 * Runs one execution in this very thread: a call is a function call, nothing can interleave, and a crash can only
 * mean that every later call throws and changes nothing. Messages are handed over as they are: both sides copy
 * what they take, so that no object of one realm is ever seen in the other.
 */
export function runInThread(job: ThreadJob): DoneMessage {
  let done: DoneMessage = {
    t: 'done',
    error: { name: 'Error', message: 'The isolate did not say how it ended.' },
  };
  const take = (message: unknown): void => {
    const sent = message as LogMessage | DoneMessage;
    if (sent.t === 'done') done = sent;
    else job.log(sent);
  };
  runIsolate(
    {
      createContext: () => vm.createContext(vm.constants.DONT_CONTEXTIFY, { microtaskMode: 'afterEvaluate' }),
      enter: () => ({
        start: () => job.start,
        post: take,
        exchange: (message) => job.serve(message as CallMessage),
      }),
      now: () => Math.floor(job.clock[0] ?? 0),
      runBoot: (context) =>
        compile(job.boot).runInContext(context as vm.Context) as (
          hooks: IsolateHooks,
          seed: number,
        ) => IsolateRun,
      booted: (run) => ownPromises(run.promises),
      files: job.files.map((file) => (context: object) => {
        compile(file).runInContext(context as vm.Context);
      }),
      runStart: (context) => {
        startScript.runInContext(context as vm.Context, { timeout: job.wallLimit });
      },
    },
    job.seed,
  );
  return done;
}
