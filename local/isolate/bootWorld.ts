import type { IsolateHooks } from './bootStubs';

/**
 * Born inside the context as text (see bootValues). Replaces what would let the real world in: the clock,
 * chance, shared memory and the console. `Date` shares the original prototype, so dates stay dates.
 */
export function bootWorld(scope: Record<string, unknown>, hooks: IsolateHooks, seed: number): void {
  for (const name of ['SharedArrayBuffer', 'Atomics', 'console']) delete scope[name];
  const Real = Date;
  const now = (): number => hooks.now();
  const virtual: DateConstructor = new Proxy(Real, {
    construct: (target, args: unknown[], newTarget) =>
      (args.length > 0
        ? Reflect.construct(target, args, newTarget === virtual ? target : newTarget)
        : Reflect.construct(target, [now()], newTarget === virtual ? target : newTarget)) as object,
    apply: () => new Real(hooks.now()).toString(),
    get: (target, key) =>
      key === 'now' ? hooks.now : (target as unknown as Record<PropertyKey, unknown>)[key],
  });
  Object.defineProperty(Real.prototype, 'constructor', {
    value: virtual,
    writable: true,
    configurable: true,
  });
  Object.defineProperty(scope, 'Date', { value: virtual, writable: true, configurable: true });

  let state = seed | 0;
  Math.random = () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };

  // A script sees its own lines: what called it, and the stubs between, are the workspace's affair.
  interface Site {
    getFileName(): string | null | undefined;
    getFunctionName(): string | null;
  }
  const isBoot = (site: Site): boolean => site.getFileName() === 'apps-script';
  const isHost = (site: Site): boolean => /^node:|^file:|^[a-z]:\\|^\//i.test(site.getFileName() ?? '');
  Object.defineProperty(Error, 'prepareStackTrace', {
    configurable: true,
    writable: true,
    value: (error: Error, sites: readonly Site[]): string => {
      const end = sites.findIndex(
        (site) => isHost(site) || (isBoot(site) && site.getFunctionName() === 'start'),
      );
      const own = (end < 0 ? sites : sites.slice(0, end)).filter((site) => !isBoot(site));
      return [String(error), ...own.map((site) => `    at ${String(site)}`)].join('\n');
    },
  });

  const shown = (value: unknown, depth: number): string => {
    if (typeof value === 'string') return depth === 0 ? value : `'${value}'`;
    if (typeof value === 'function') return `[Function: ${value.name}]`;
    if (value === null || typeof value !== 'object') return String(value);
    if (value instanceof Error) return value.stack ?? String(value);
    if (value instanceof Real || value instanceof RegExp) return String(value);
    if (depth > 3) return '[Object]';
    if (Array.isArray(value)) return `[ ${value.map((each) => shown(each, depth + 1)).join(', ')} ]`;
    if (String(value) !== '[object Object]') return String(value);
    const inner = Object.entries(value).map(([key, each]) => `${key}: ${shown(each, depth + 1)}`);
    return inner.length === 0 ? '{}' : `{ ${inner.join(', ')} }`;
  };
  const line = (args: unknown[]): string => {
    const rest = [...args];
    let text = '';
    if (typeof rest[0] === 'string' && /%[sdifoOj%]/.test(rest[0])) {
      text = String(rest.shift()).replace(/%([sdifoOj%])/g, (whole, kind: string) => {
        if (kind === '%') return '%';
        if (rest.length === 0) return whole;
        const value = rest.shift();
        return /[dif]/.test(kind) ? String(Number(value)) : shown(value, 0);
      });
    }
    return [...(text ? [text] : []), ...rest.map((each) => shown(each, 0))].join(' ');
  };
  const timers = new Map<string, number>();
  const say =
    (level: string) =>
    (...args: unknown[]) =>
      hooks.post({ t: 'log', level, text: line(args) });
  const made = {
    log: say('log'),
    info: say('info'),
    warn: say('warn'),
    error: say('error'),
    debug: say('log'),
    time: (label: string) => void timers.set(label, hooks.now()),
    timeEnd: (label: string) => say('log')(`${label}: ${hooks.now() - (timers.get(label) ?? hooks.now())}ms`),
  };
  Object.defineProperty(scope, 'console', { value: made, writable: true, configurable: true });
}
