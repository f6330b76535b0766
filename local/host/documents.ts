import type { DocumentKind, Documents, Store } from '../state/store';
import type { Snapshot } from './api';

interface Entry {
  kind: DocumentKind;
  id: string;
  document: unknown;
  /** New with every change, unique over the life of the store: equal version = equal content. */
  version: number;
  json?: string;
}

/** Which parts of a document changed since the journal was written; 'all' = the whole of it, 'gone' = removed. */
export type Change = Set<string> | 'all' | 'gone';

const keyOf = (kind: DocumentKind, id: string): string => `${kind}/${id}`;

/** JSON writes missing rows as null; the sheets expect holes. */
function revive(kind: DocumentKind, json: string): unknown {
  const document: unknown = JSON.parse(json);
  if (kind === 'spreadsheet') {
    for (const sheet of (document as Documents['spreadsheet']).sheets) {
      sheet.rows.forEach((row, at) => {
        if ((row as unknown) === null) delete sheet.rows[at];
      });
    }
  }
  return document;
}

/** The documents in memory: live objects, a version each, and what the journal has to write next. */
export class DocumentStore implements Store {
  private readonly entries = new Map<string, Entry>();
  private versions = 0;
  private readonly own = Symbol('store');
  readonly changes = new Map<string, { kind: DocumentKind; id: string; change: Change }>();

  get<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined {
    return this.entries.get(keyOf(kind, id))?.document as Documents[K] | undefined;
  }

  put<K extends DocumentKind>(kind: K, id: string, document: Documents[K]): void {
    this.entries.set(keyOf(kind, id), { kind, id, document, version: ++this.versions });
    this.changes.set(keyOf(kind, id), { kind, id, change: 'all' });
  }

  remove(kind: DocumentKind, id: string): void {
    if (!this.entries.delete(keyOf(kind, id))) return;
    this.changes.set(keyOf(kind, id), { kind, id, change: 'gone' });
  }

  ids(kind: DocumentKind): string[] {
    const found: string[] = [];
    for (const entry of this.entries.values()) if (entry.kind === kind) found.push(entry.id);
    return found;
  }

  touch(kind: DocumentKind, id: string, part?: string): void {
    const key = keyOf(kind, id);
    const entry = this.entries.get(key);
    if (!entry) return;
    entry.version = ++this.versions;
    delete entry.json;
    const known = this.changes.get(key)?.change;
    if (part === undefined || known === 'all') this.changes.set(key, { kind, id, change: 'all' });
    else if (known instanceof Set) known.add(part);
    else this.changes.set(key, { kind, id, change: new Set([part]) });
  }

  /** Cheap where little changed: a document's text is made once a version. */
  snapshot(): Snapshot {
    const documents = new Map<string, { version: number; json: string }>();
    for (const [key, entry] of this.entries) {
      entry.json ??= JSON.stringify(entry.document);
      documents.set(key, { version: entry.version, json: entry.json });
    }
    return { documents, of: this.own };
  }

  /** Also what another store had: its versions say nothing here, so all of it is taken anew. */
  restore(snapshot: Snapshot): void {
    const isOwn = snapshot.of === this.own;
    for (const entry of [...this.entries.values()]) {
      if (!snapshot.documents.has(keyOf(entry.kind, entry.id))) this.remove(entry.kind, entry.id);
    }
    for (const [key, { version: known, json }] of snapshot.documents) {
      if (isOwn && this.entries.get(key)?.version === known) continue;
      const version = isOwn ? known : ++this.versions;
      const cut = key.indexOf('/');
      const kind = key.slice(0, cut) as DocumentKind;
      const id = key.slice(cut + 1);
      this.entries.set(key, { kind, id, document: revive(kind, json), version, json });
      this.changes.set(key, { kind, id, change: 'all' });
    }
  }

  /** Takes a document as the disk has it: nothing to write. */
  load(kind: DocumentKind, id: string, json: string): void {
    this.entries.set(keyOf(kind, id), { kind, id, document: revive(kind, json), version: ++this.versions });
  }

  /** Names of documents whose content differs from their last text though nobody touched them. */
  untouchedChanges(): string[] {
    const found: string[] = [];
    for (const [key, entry] of this.entries) {
      const text = JSON.stringify(entry.document);
      if (entry.json !== undefined && entry.json !== text) found.push(key);
      entry.json = text;
    }
    return found;
  }
}
