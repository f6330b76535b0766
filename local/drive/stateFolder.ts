import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import type { ExecutionRecord } from '../host/api';
import type { DocumentStore } from '../host/documents';
import type { DocumentKind } from '../state/store';
import { codecOf } from './codecs';
import { Journal } from './journal';

/** One change in a record: a document gone, a whole document, or parts of one. */
interface Change {
  kind: DocumentKind;
  id: string;
  gone?: true;
  whole?: unknown;
  /** null = the part is gone. */
  parts?: [part: string, json: unknown][];
}
interface Record {
  changes: Change[];
  execution?: ExecutionRecord;
}

/** The journal is folded into the documents when it has grown to that many bytes. */
const JOURNAL_LIMIT = 32 * 1024 * 1024;
const EXECUTIONS_KEPT = 500;

function writeSafely(path: string, text: string): void {
  const temporary = `${path}.tmp`;
  const file = openSync(temporary, 'w');
  writeFileSync(file, text);
  fsyncSync(file);
  closeSync(file);
  renameSync(temporary, path);
}

/**
 * The documents of a workspace on the real disk: a file each, and a journal of what finished executions changed
 * since. Killed at any moment it opens again as it was after the last execution that finished.
 */
export class StateFolder {
  private readonly documents: string;
  private readonly journal: Journal;
  /** Documents whose file is older than the journal. */
  private readonly stale = new Map<string, { kind: DocumentKind; id: string }>();
  executions: ExecutionRecord[] = [];

  constructor(
    private readonly directory: string,
    private readonly store: DocumentStore,
  ) {
    this.documents = join(directory, 'documents');
    mkdirSync(this.documents, { recursive: true });
    this.claim();
    this.journal = new Journal(join(directory, 'journal.log'));
  }

  /** Reads documents and replays the journal. */
  load(): void {
    for (const name of readdirSync(this.documents)) {
      const match = /^([a-z]+)-(.+)\.json$/.exec(name);
      if (!match) continue;
      const [, kind = '', id = ''] = match;
      const json = readFileSync(join(this.documents, name), 'utf8');
      this.store.load(kind as DocumentKind, decodeURIComponent(id), json);
    }
    const list = join(this.directory, 'executions.json');
    if (existsSync(list)) this.executions = JSON.parse(readFileSync(list, 'utf8')) as ExecutionRecord[];
    const records = this.journal.read() as Record[];
    const last = new Map<string, Change>();
    for (const change of records.flatMap((record) => record.changes)) {
      last.set(`${change.kind}/${change.id}`, change);
    }
    for (const record of records) {
      for (const change of record.changes) {
        this.stale.set(`${change.kind}/${change.id}`, { kind: change.kind, id: change.id });
        // What is gone in the end may have lost its file already: its parts would have nothing to go into.
        if (last.get(`${change.kind}/${change.id}`)?.gone) this.store.remove(change.kind, change.id);
        else this.replay(change);
      }
      if (record.execution) this.executions.push(record.execution);
    }
    this.store.changes.clear();
  }

  /** Appends what changed since the last time as one record; nothing changed, nothing written. */
  commit(execution?: ExecutionRecord): void {
    const changes = [...this.store.changes.values()].map(({ kind, id, change }): Change => {
      this.stale.set(`${kind}/${id}`, { kind, id });
      const document: unknown = this.store.get(kind, id);
      if (change === 'gone' || document === undefined) return { kind, id, gone: true };
      const codec = codecOf(kind);
      if (change === 'all' || !codec) return { kind, id, whole: document };
      return { kind, id, parts: [...change].map((part) => [part, codec.read(document, part) ?? null]) };
    });
    this.store.changes.clear();
    if (execution) this.executions.push(execution);
    if (changes.length === 0 && !execution) return;
    this.journal.append(execution ? { changes, execution } : { changes });
    if (this.journal.size > JOURNAL_LIMIT) this.rest();
  }

  /** Writes every document anew whose file is older, then empties the journal. */
  rest(): void {
    this.commit();
    for (const { kind, id } of this.stale.values()) {
      const path = join(this.documents, `${kind}-${encodeURIComponent(id)}.json`);
      const document: unknown = this.store.get(kind, id);
      if (document === undefined) rmSync(path, { force: true });
      else writeSafely(path, JSON.stringify(document));
    }
    this.executions = this.executions.slice(-EXECUTIONS_KEPT);
    writeSafely(join(this.directory, 'executions.json'), JSON.stringify(this.executions));
    this.stale.clear();
    this.journal.reset();
  }

  close(): void {
    this.journal.close();
    rmSync(join(this.directory, 'owner.pid'), { force: true });
  }

  private replay(change: Change): void {
    const { kind, id, parts, whole } = change;
    if (change.gone) this.store.remove(kind, id);
    if (whole !== undefined) {
      this.store.load(kind, id, JSON.stringify(whole));
      return;
    }
    const codec = codecOf(kind);
    if (!codec) return;
    let document: unknown = this.store.get(kind, id);
    for (const [part, json] of parts ?? []) {
      document = codec.write(document, part, json === null ? undefined : json);
    }
    this.store.put(kind, id, document as never);
  }

  /** Two programs on one folder would write over each other. */
  private claim(): void {
    const path = join(this.directory, 'owner.pid');
    const other = existsSync(path) ? Number(readFileSync(path, 'utf8')) : 0;
    if (other > 0 && other !== process.pid && isAlive(other)) {
      throw new Error(
        `${this.directory} is open in another program (process ${other}). Close that one first.`,
      );
    }
    writeFileSync(path, String(process.pid));
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
