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

type Send = (message: Record<string, unknown>) => void;

/** A form that the page posts to a web app: the page around it sends it, since this one is of no origin. */
function shimPosts(send: Send): void {
  document.addEventListener('submit', (event) => {
    const form = event.target as HTMLFormElement;
    const action = form.getAttribute('action') ?? '';
    const { origin } = new URL(window.location.href);
    const [, host = '', path] =
      /^(https?:\/\/[^/]+)(\/macros\/s\/[\w-]+\/(?:exec|dev)(?:[/?].*)?)$/.exec(action) ?? [];
    const isOurs = host === origin || host === 'https://script.google.com';
    if (event.defaultPrevented || !isOurs || form.getAttribute('method')?.toLowerCase() !== 'post') return;
    event.preventDefault();
    const fields = [...new FormData(form, event.submitter)].map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.name,
    ]);
    send({ kind: 'post', path, fields, target: form.getAttribute('target') ?? '' });
  });
}

/** `google.script.history` of a web app (guide, class google.script.history): the address of the page around it. */
function shimHistory(send: Send): unknown {
  let changed: ((event: unknown) => void) | undefined;
  const go =
    (replaces: boolean) =>
    (state: unknown, params?: unknown, hash?: unknown): void =>
      send({ kind: 'history', replaces, state, params: params ?? null, hash: hash ?? null });
  window.addEventListener('message', (event) => {
    const data = event.data as { kind?: string; state?: unknown; location?: unknown } | null;
    if (event.source === window.parent && data?.kind === 'change')
      changed?.({ state: data.state, location: data.location });
  });
  return {
    push: go(false),
    replace: go(true),
    setChangeHandler: (handler: (event: unknown) => void) => {
      changed = handler;
    },
  };
}

/** What only a web app's page has: dialogs stand in a frame of the document's, as on Google. */
function shimWebApp(send: Send, ask: (kind: string, success: (value: unknown) => void) => void): object {
  if (document.querySelector('base')?.target !== '_top') return {};
  shimPosts(send);
  const url = { getLocation: (success: (location: unknown) => void) => ask('location', success) };
  return { history: shimHistory(send), url };
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
  const ask = (kind: string, success: (value: unknown) => void): void => {
    last += 1;
    open.set(last, { success });
    send({ kind, id: last });
  };
  const script = { run: runner({}), host, ...shimWebApp(send, ask) };
  Object.defineProperty(window, 'google', { value: { script } });
}

/** Put before a dialog's own HTML. */
export const shimScript: readonly ClientFunction[] = [
  shimArguments,
  shimLinks,
  shimPosts,
  shimHistory,
  shimWebApp,
  shimMain,
];
