import { createHash, createHmac } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { formatNumber } from '../../local/drive/formatNumber';
import type {
  ExecutionInfo,
  LockHandle,
  Platform,
  Quota,
  Runtime,
  Shown,
  Switches,
} from '../../local/services/runtime';
import { GoogleError } from '../../local/services/served';
import type { DocumentKind, Documents, Store } from '../../local/state/store';

/** A store that keeps documents in memory and remembers which parts were touched, e.g. `spreadsheet/x/head`. */
export class MemoryStore implements Store {
  readonly touched: string[] = [];
  private readonly documents = new Map<string, unknown>();

  get<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined {
    return this.documents.get(`${kind}/${id}`) as Documents[K] | undefined;
  }
  put<K extends DocumentKind>(kind: K, id: string, document: Documents[K]): void {
    this.documents.set(`${kind}/${id}`, document);
    this.touched.push(`${kind}/${id}`);
  }
  remove(kind: DocumentKind, id: string): void {
    this.documents.delete(`${kind}/${id}`);
    this.touched.push(`${kind}/${id}`);
  }
  ids(kind: DocumentKind): string[] {
    const prefix = `${kind}/`;
    return [...this.documents.keys()]
      .filter((key) => key.startsWith(prefix))
      .map((key) => key.slice(prefix.length));
  }
  touch(kind: DocumentKind, id: string, part?: string): void {
    this.touched.push(part === undefined ? `${kind}/${id}` : `${kind}/${id}/${part}`);
  }
}

export interface LocalRuntimeOptions {
  user?: string;
  execution?: Partial<ExecutionInfo>;
  switches?: Partial<Switches>;
  /** Virtual start, ms; 1 August 2026 00:00 UTC by default. */
  now?: number;
  /** Shared by the runtimes of several people. */
  store?: MemoryStore;
  platform?: Partial<Platform>;
}

/** A runtime for tests of service classes: documents in memory, a clock that only `sleep` and `setNow` move. */
export interface LocalRuntime extends Runtime {
  readonly store: MemoryStore;
  readonly shown: Shown[];
  readonly logged: { level: string; text: string }[];
  readonly counted: { read: number; written: number };
  readonly used: Partial<Record<Quota, number>>;
  /** Answers that the next `ask` calls get, in order; an unanswered question is an error of the test. */
  readonly answers: { button: string; text?: string }[];
  readonly limits: Partial<Record<Quota, number>>;
  setNow(now: number): void;
  /** The same workspace as another person or in another kind of run. */
  as(execution: Partial<ExecutionInfo>): LocalRuntime;
}

const DEFAULT_SWITCHES: Switches = {
  language: 'en',
  linkedTabDelay: 1000,
  submitEvents: 'normal',
  accountKind: 'consumer',
  emailCollectionType: true,
  responderPermissions: true,
  noAccount: [],
};

const ID_LENGTH = {
  file: 44,
  published: 56,
  item: 9,
  entry: 10,
  response: 40,
  trigger: 19,
  sheet: 9,
  mail: 16,
} as const;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-';

function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function zoneOffset(time: number, zone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  }).formatToParts(time);
  const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const wall = Date.UTC(
    field('year'),
    field('month') - 1,
    field('day'),
    field('hour'),
    field('minute'),
    field('second'),
  );
  return Math.round((wall - Math.floor(time / 1000) * 1000) / 60000);
}

/** Numeric pattern letters of SimpleDateFormat only: yyyy MM dd HH mm ss. */
function formatDate(time: number, zone: string, pattern: string): string {
  const wall = new Date(time + zoneOffset(time, zone) * 60000);
  const values: Record<string, number> = {
    y: wall.getUTCFullYear(),
    M: wall.getUTCMonth() + 1,
    d: wall.getUTCDate(),
    H: wall.getUTCHours(),
    m: wall.getUTCMinutes(),
    s: wall.getUTCSeconds(),
  };
  return pattern.replace(/y+|M+|d+|H+|m+|s+/g, (run) =>
    String(values[run[0] ?? '']).padStart(run.length, '0'),
  );
}

function unavailable(name: string): never {
  throw new Error(`${name} is not part of the test runtime`);
}

/** The plain parts of Platform on Node; zip and exports have to be passed in by the test that needs them. */
export function testPlatform(overrides: Partial<Platform> = {}): Platform {
  return {
    gzip: (bytes) => gzipSync(bytes),
    gunzip: (bytes) => gunzipSync(bytes),
    zip: () => unavailable('zip'),
    unzip: () => unavailable('unzip'),
    digest: (algorithm, bytes) => createHash(algorithm).update(bytes).digest(),
    hmac: (algorithm, key, bytes) => createHmac(algorithm, key).update(bytes).digest(),
    signRsa: () => unavailable('signRsa'),
    encodeUtf8: (text) => new TextEncoder().encode(text),
    decodeUtf8: (bytes) => new TextDecoder().decode(bytes),
    toBase64: (bytes) => Buffer.from(bytes).toString('base64'),
    fromBase64: (text) => Buffer.from(text, 'base64'),
    formatDate,
    zoneOffset,
    formatNumber,
    exportSpreadsheet: () => unavailable('exportSpreadsheet'),
    exportDocument: () => unavailable('exportDocument'),
    drawChart: () => unavailable('drawChart'),
    printHtml: () => unavailable('printHtml'),
    ...overrides,
  };
}

/** A fresh in-memory workspace for one person, `owner@example.com` unless `user` says otherwise. */
export function localRuntime(options: LocalRuntimeOptions = {}): LocalRuntime {
  const random = seeded(20260801);
  const clock = { now: options.now ?? Date.UTC(2026, 7, 1) };
  const shared = {
    store: options.store ?? new MemoryStore(),
    shown: [] as Shown[],
    logged: [] as { level: string; text: string }[],
    counted: { read: 0, written: 0 },
    used: {} as Partial<Record<Quota, number>>,
    limits: {} as Partial<Record<Quota, number>>,
    answers: [] as { button: string; text?: string }[],
    platform: testPlatform(options.platform),
    switches: { ...DEFAULT_SWITCHES, ...options.switches },
  };
  const newId = (kind: keyof typeof ID_LENGTH): string => {
    const digits = kind === 'item' || kind === 'entry' || kind === 'trigger' || kind === 'sheet';
    const alphabet = digits ? '0123456789' : LETTERS;
    let id = digits ? String(1 + Math.floor(random() * 8)) : '1';
    while (id.length < ID_LENGTH[kind]) id += alphabet[Math.floor(random() * alphabet.length)];
    return id;
  };
  const make = (execution: ExecutionInfo): LocalRuntime => ({
    ...shared,
    execution,
    random,
    newId,
    now: () => clock.now,
    setNow: (now) => void (clock.now = now),
    sleep: (ms) => void (clock.now += ms),
    remaining: (quota) => (shared.limits[quota] ?? Infinity) - (shared.used[quota] ?? 0),
    use: (quota, amount) => {
      const used = (shared.used[quota] ?? 0) + amount;
      if (used > (shared.limits[quota] ?? Infinity)) {
        throw new GoogleError(`Service invoked too many times for one day: ${quota}.`);
      }
      shared.used[quota] = used;
    },
    count: (what, cells) => void (shared.counted[what] += cells),
    may: (access, fileId) => {
      const file = shared.store.get('file', fileId);
      if (!file) return false;
      const person = execution.effectiveUser;
      if (file.owner === person || file.editors.includes(person) || file.link === 'anyoneEdit') return true;
      return access === 'read' && (file.viewers.includes(person) || file.link === 'anyoneView');
    },
    ask: (question) => {
      const answer = shared.answers.shift();
      if (!answer) throw new Error(`Nobody answers: ${question.title} ${question.text}`);
      return { button: answer.button, text: answer.text ?? '' };
    },
    show: (what) => void shared.shown.push(what),
    log: (level, text) => void shared.logged.push({ level, text }),
    lock: () => heldLock(),
    as: (other) => make({ ...execution, ...other }),
  });
  const user = options.user ?? 'owner@example.com';
  return make({
    id: 'execution',
    projectId: 'project',
    containerId: undefined,
    effectiveUser: user,
    activeUser: user,
    authMode: 'FULL',
    trigger: 'menu',
    ...options.execution,
  });
}

function heldLock(): LockHandle {
  let held = false;
  return { tryLock: () => (held = true), release: () => void (held = false), held: () => held };
}
