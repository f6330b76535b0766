/// <reference lib="dom" />
import type { ClientFunction } from './source';

interface Handlers {
  success?: (value: unknown, user: unknown) => void;
  failure?: (error: Error, user: unknown) => void;
  user?: unknown;
}

/** Values as they may cross to the server: no functions, no dates; a page's form alone becomes its fields. */
function shimArguments(args: unknown[]): unknown[] {
  const check = (value: unknown): unknown => {
    if (typeof value === 'function' || value instanceof Date || value instanceof Node) {
      throw new TypeError(`Failed due to illegal value in property: ${args.indexOf(value)}`);
    }
    if (Array.isArray(value)) return value.map(check);
    if (typeof value === 'object' && value !== null) {
      return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, check(inner)]));
    }
    return value === undefined ? null : value;
  };
  const [only] = args;
  if (args.length === 1 && only instanceof HTMLFormElement) {
    const fields: Record<string, unknown> = {};
    for (const [name, value] of new FormData(only)) {
      const text = typeof value === 'string' ? value : value.name;
      const before = fields[name];
      fields[name] = before === undefined ? text : Array.isArray(before) ? [...before, text] : [before, text];
    }
    return [fields];
  }
  return args.map(check);
}

/** A link that the page's script made leads to the same document here. */
function shimLinks(event: Event): void {
  const link = event.target instanceof Element ? event.target.closest('a') : null;
  const google =
    /^https:\/\/(?:(?:docs|drive)\.google\.com(?=\/(?:spreadsheets|forms|drive|file|document|open)[/?])|script\.google\.com(?=\/macros\/s\/))(\/.*)$/;
  const path = link && google.exec(link.href)?.[1];
  if (link && path) link.href = new URL(window.location.href).origin + path;
}

/** `google.script.run` and `google.script.host` of a dialog: each call goes to the page around it and comes back. */
function shimMain(): void {
  const waiting: (() => void)[] = [];
  const open = new Map<number, Handlers>();
  let last = 0;
  const send = (message: Record<string, unknown>): void =>
    window.parent.postMessage({ from: 'script', ...message }, '*');

  const start = (handlers: Handlers, name: string, args: unknown[]): void => {
    // Ten calls at once, as on Google; further ones wait.
    if (open.size >= 10) {
      waiting.push(() => start(handlers, name, args));
      return;
    }
    last += 1;
    open.set(last, handlers);
    send({ kind: 'call', id: last, name, args });
  };

  const runner = (handlers: Handlers): unknown =>
    new Proxy(
      {},
      {
        get(_, name) {
          if (typeof name === 'symbol') return undefined;
          if (name === 'withSuccessHandler')
            return (success: Handlers['success']) => runner({ ...handlers, ...(success ? { success } : {}) });
          if (name === 'withFailureHandler')
            return (failure: Handlers['failure']) => runner({ ...handlers, ...(failure ? { failure } : {}) });
          if (name === 'withUserObject') return (user: unknown) => runner({ ...handlers, user });
          return (...args: unknown[]) => start(handlers, name, shimArguments(args));
        },
      },
    );

  window.addEventListener('message', (event) => {
    const data: unknown = event.data;
    if (event.source !== window.parent || typeof data !== 'object' || data === null || !('id' in data))
      return;
    const answer = data as { id: number; ok: boolean; value?: unknown; error?: string };
    const handlers = open.get(answer.id);
    if (!handlers) return;
    open.delete(answer.id);
    waiting.shift()?.();
    if (answer.ok) {
      handlers.success?.(answer.value, handlers.user);
      return;
    }
    const error = new Error(answer.error);
    error.name = 'ScriptError';
    if (handlers.failure) handlers.failure(error, handlers.user);
    else console.error(error);
  });

  document.addEventListener('click', shimLinks, true);
  const host = {
    close: () => send({ kind: 'close' }),
    setHeight: (height: number) => send({ kind: 'size', height }),
    setWidth: (width: number) => send({ kind: 'size', width }),
    editor: { focus: () => send({ kind: 'focus' }) },
    origin: '',
  };
  Object.defineProperty(window, 'google', { value: { script: { run: runner({}), host } } });
}

/** Put before a dialog's own HTML. */
export const shimScript: readonly ClientFunction[] = [shimArguments, shimLinks, shimMain];
