import type { IsolateHooks } from './bootStubs';
import type { IsolateRun } from './bootRun';
import type { Reply, StartMessage } from './messages';

/** What a driver lends: the machine's own parts differ between a thread and a worker. */
export interface IsolateTools {
  /** A context with a plain global object: Node's contextified one asks the host for every global name. */
  createContext(): object;
  /** How the isolate talks to its host from inside of that context. */
  enter(context: object): {
    start(): StartMessage;
    post(message: unknown): void;
    exchange(message: unknown): Reply;
  };
  now(): number;
  runBoot(context: object): (hooks: IsolateHooks, seed: number) => IsolateRun;
  /** The script's realm is ready. */
  booted(run: IsolateRun): void;
  /** The project's files in load order, each compiled under its own name when it is called. */
  files: readonly ((context: object) => void)[];
  /** Runs `__start()` in the context and drains its promise jobs. */
  runStart(context: object): void;
}

/**
 * One execution in a bare context: boot, load every file, call the function, run the promise jobs that are
 * left, say how it ended. The one way in for both drivers; self-contained, since a worker gets it as text.
 */
export function runIsolate(tools: IsolateTools, seed: number): void {
  const context = tools.createContext() as Record<string, unknown>;
  const port = tools.enter(context);
  const hooks: IsolateHooks = {
    post: (message) => port.post(message),
    exchange: (message) => port.exchange(message),
    now: tools.now,
  };
  const run = tools.runBoot(context)(hooks, seed);
  tools.booted(run);
  const started = (error: unknown): void => {
    const { code } = error as { code?: unknown };
    if (code === 'ERR_SCRIPT_EXECUTION_TIMEOUT') port.post({ t: 'done', timedOut: true });
    else {
      run.fail(error);
      run.finish();
    }
  };
  const message = port.start();
  try {
    for (const load of tools.files) load(context);
    Object.defineProperty(context, '__start', {
      configurable: true,
      value: () => {
        delete context.__start;
        run.start(message);
      },
    });
    tools.runStart(context);
  } catch (error) {
    started(error);
    return;
  }
  run.finish();
}
