import type { IsolateHooks } from './bootStubs';
import type { IsolateValues } from './bootValues';
import type { StartMessage } from './messages';

export interface IsolateRun {
  /** The script's own promises, to tell their rejections from the host's. */
  promises: object;
  /** Looks the function up among functions, variables and constants of the one global scope, and calls it. */
  start(message: StartMessage): void;
  fail(error: unknown): void;
  /** Tells the host how it ended; to be called when the pending promise jobs have run. */
  finish(): void;
}

/** Born inside the context as text (see bootValues). */
export function bootRun(
  scope: Record<string, unknown>,
  values: IsolateValues,
  hooks: IsolateHooks,
): IsolateRun {
  let outcome: Record<string, unknown> = { t: 'done' };
  const run: IsolateRun = {
    promises: Promise.prototype,
    start(message) {
      try {
        const name = message.functionName;
        const known = /^[\p{L}_$][\p{L}\p{N}_$]*(\.[\p{L}_$][\p{L}\p{N}_$]*)*$/u.test(name);
        const look = scope.eval as (code: string) => unknown;
        const path = name.split('.');
        const found = known && look(`typeof ${path[0] ?? ''} !== 'undefined'`) ? look(name) : undefined;
        if (typeof found !== 'function') throw new ReferenceError(`Script function not found: ${name}`);
        const owner = path.length > 1 ? look(path.slice(0, -1).join('.')) : undefined;
        const result: unknown = Reflect.apply(
          found,
          owner,
          message.args.map((each) => values.decode(each)),
        );
        if (result instanceof Promise) {
          result.then(
            (value) => void (outcome = { t: 'done', value: values.encode(value) }),
            (error: unknown) => run.fail(error),
          );
        } else outcome = { t: 'done', value: values.encode(result) };
      } catch (error) {
        run.fail(error);
      }
    },
    fail(error) {
      const shown =
        typeof error === 'object' && error !== null && 'message' in error
          ? (error as { name?: unknown; message: unknown; stack?: unknown })
          : { name: 'Error', message: error };
      // Only the script's own lines: what called it is the workspace's affair.
      const lines = String(shown.stack ?? '').split('\n');
      // A file that does not load was called by the driver itself, through Node's `vm`.
      const end = lines.findIndex((line) => /apps-script:|^\s+at .*\bScript\b|\(node:vm/.test(line));
      const stack = (end < 0 ? lines : lines.slice(0, end)).join('\n');
      outcome = { t: 'done', error: { name: String(shown.name), message: String(shown.message), stack } };
    },
    finish() {
      hooks.post(outcome);
    },
  };
  return run;
}
