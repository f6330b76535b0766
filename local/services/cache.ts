import type { CacheState } from '../state/host';
import { LIMITS } from './limits';
import type { Runtime } from './runtime';
import { GoogleError, Served, type ServiceEntry } from './served';

/** One of a project's caches. `put` and `remove` give null (live, google.md section 8). */
export class Cache
  extends Served
  implements Pick<GoogleAppsScript.Cache.Cache, 'get' | 'getAll' | 'put' | 'putAll' | 'remove' | 'removeAll'>
{
  static override readonly gas = 'Cache.Cache';

  constructor(
    runtime: Runtime,
    private readonly prefix: string,
  ) {
    super(runtime);
  }

  get(key: string): string | null {
    const entry = this.state().entries[this.prefix + key];
    return entry && entry.until > this.runtime.now() ? entry.value : null;
  }

  getAll(keys: string[]): Record<string, string> {
    const found = keys.map((key) => [key, this.get(key)] as const);
    return Object.fromEntries(found.filter((pair): pair is [string, string] => pair[1] !== null));
  }

  put(key: string, value: string, expirationInSeconds = LIMITS.cacheDefault): null {
    if (key.length > LIMITS.cacheKey) throw new GoogleError('Argument too large: key');
    if (this.runtime.platform.encodeUtf8(value).length > LIMITS.cacheValue) {
      throw new GoogleError('Argument too large: value');
    }
    const seconds = Math.min(Math.max(expirationInSeconds, 1), LIMITS.cacheLongest);
    const state = this.state();
    state.entries[this.prefix + key] = { value, until: this.runtime.now() + seconds * 1000 };
    this.trim(state);
    this.touch();
    return null;
  }

  putAll(values: Record<string, unknown>, expirationInSeconds = LIMITS.cacheDefault): null {
    for (const [key, value] of Object.entries(values)) this.put(key, String(value), expirationInSeconds);
    return null;
  }

  remove(key: string): null {
    const { entries } = this.state();
    delete entries[this.prefix + key];
    this.touch();
    return null;
  }

  removeAll(keys: string[]): null {
    for (const key of keys) this.remove(key);
    return null;
  }

  private state(): CacheState {
    const id = this.runtime.execution.projectId;
    const known = this.runtime.store.get('cache', id);
    if (known) return known;
    const made: CacheState = { entries: {} };
    this.runtime.store.put('cache', id, made);
    return made;
  }

  private trim(state: CacheState): void {
    const own = Object.keys(state.entries).filter((key) => key.startsWith(this.prefix));
    if (own.length <= LIMITS.cacheItems) return;
    const until = (key: string): number => state.entries[key]?.until ?? 0;
    const leaving = own.sort((a, b) => until(b) - until(a)).slice(LIMITS.cacheItemsKept);
    for (const key of leaving) delete state.entries[key];
  }

  private touch(): void {
    this.runtime.store.touch('cache', this.runtime.execution.projectId);
  }
}

export class CacheService
  extends Served
  implements Pick<GoogleAppsScript.Cache.CacheService, 'getDocumentCache' | 'getScriptCache' | 'getUserCache'>
{
  static override readonly gas = 'Cache.CacheService';

  getScriptCache(): Cache {
    return new Cache(this.runtime, 'script/');
  }

  getUserCache(): Cache {
    return new Cache(this.runtime, `user/${this.runtime.execution.effectiveUser}/`);
  }

  getDocumentCache(): Cache | null {
    return this.runtime.execution.containerId === undefined ? null : new Cache(this.runtime, 'document/');
  }
}

export const cacheService: ServiceEntry = {
  global: 'CacheService',
  gas: 'Cache.CacheService',
  create: (runtime) => new CacheService(runtime),
  classes: [Cache, CacheService],
};
