import type { Instant, VillageCode } from './settings';

/** What a computed cell holds: text and numbers only; text is always written as text. */
export type Cell = string | number;

/** Where a tab lies: in the master or in a village's own Sheet. */
export type Book = 'master' | VillageCode;

/** A rectangle that is written as a whole, rows and columns from 1. */
export interface Block {
  readonly kind: 'block';
  readonly book: Book;
  readonly tab: string;
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Cell[])[];
  /** Same shape as one column of `values`: link addresses for the column `linkColumn` (from 1 within the block). */
  readonly links?: { readonly column: number; readonly urls: readonly (string | undefined)[] };
  /** Of a row that has its place: what may stand in its first cell. Any other key is a row that somebody moved. */
  readonly keys?: readonly string[];
  /** From this row of the tab on it is one table: where one of its rows changed all are written, however they stand. */
  readonly table?: number;
}

/**
 * A row of a keyed tab: the row with that key in column 1 is replaced where it stands, or appended. Keyed tabs
 * are in order of `order` (column 2, text that sorts), whatever the order in which rows came.
 */
export interface Upsert {
  readonly kind: 'upsert';
  readonly book: Book;
  readonly tab: string;
  readonly key: string;
  readonly order: string;
  /** All columns, key and order included. */
  readonly values: readonly Cell[];
  /** Where the text of one column (from 1) leads; no address = nowhere. */
  readonly link?: { readonly column: number; readonly url: string | undefined };
  /** Known to be new (nothing with this key was drawn before): appended without a search. */
  readonly fresh?: true;
}

export interface Removal {
  readonly kind: 'removal';
  readonly book: Book;
  readonly tab: string;
  readonly key: string;
}

export type Patch = Block | Upsert | Removal;

/** A message before it is sent: one row of the outbox. */
export interface Message {
  /** village × period × type × stage: never two rows with the same key. */
  readonly key: string;
  readonly village: VillageCode | '';
  readonly kind:
    | 'answer'
    | 'comparison'
    | 'edited'
    | 'corrected'
    /** Too many wrong PINs of a village. */
    | 'pins'
    | 'incident'
    | 'correction'
    | 'balance'
    | 'held'
    | 'reminder'
    | 'late'
    | 'interim'
    | 'receipt'
    | 'morning'
    /** A letter's draft: nobody gets it. */
    | 'warning'
    /** For the WhatsApp group, only in `Kirim WA`. */
    | 'group';
  readonly to: readonly string[];
  readonly cc: readonly string[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** The WhatsApp twin; undefined = none. */
  readonly whatsapp?: { readonly name: string; readonly number: string; readonly text: string };
  /** Not before this instant. */
  readonly notBefore: Instant;
  /** Ids of the responses that it tells of. */
  readonly about?: readonly string[];
}
