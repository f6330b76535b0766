import type { ClockState } from './clock';
import type { DocumentState } from './document';
import type { DriveFile } from './file';
import type { FormState } from './form';
import type { CacheState, HostState } from './host';
import type { Mailbox } from './mail';
import type { Project } from './project';
import type { SpreadsheetState } from './spreadsheet';

/** Every kind of document that a workspace keeps, by the name of its kind. All of it is plain JSON data. */
export interface Documents {
  file: DriveFile;
  spreadsheet: SpreadsheetState;
  form: FormState;
  document: DocumentState;
  mailbox: Mailbox;
  project: Project;
  clock: ClockState;
  host: HostState;
  cache: CacheState;
}
export type DocumentKind = keyof Documents;

/**
 * The documents of a workspace. What is got is live: change it in place, then `touch` the part that
 * changed, so that the journal can write just this part when the execution ends.
 */
export interface Store {
  get<K extends DocumentKind>(kind: K, id: string): Documents[K] | undefined;
  put<K extends DocumentKind>(kind: K, id: string, document: Documents[K]): void;
  remove(kind: DocumentKind, id: string): void;
  ids(kind: DocumentKind): string[];
  /** `part` is a name that the kind's codec understands; without it the whole document counts as changed. */
  touch(kind: DocumentKind, id: string, part?: string): void;
}

/**
 * How one kind of document is cut into parts for the journal: `parts` names them all, `read` gives one as
 * JSON data (undefined = the part is gone), `write` puts it back on replay. Kinds without a codec are one part.
 */
export interface Codec<T> {
  parts(document: T): string[];
  read(document: T, part: string): unknown;
  write(document: T | undefined, part: string, json: unknown): T;
}
