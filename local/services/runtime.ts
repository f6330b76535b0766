import type { Store } from '../state/store';
import type { ChartDrawing } from './charts/charts';

/** What service code needs of the machine and may not fetch itself. Bytes are Uint8Array, times are ms. */
export interface Platform {
  gzip(bytes: Uint8Array): Uint8Array;
  gunzip(bytes: Uint8Array): Uint8Array;
  zip(entries: { name: string; bytes: Uint8Array }[]): Uint8Array;
  unzip(bytes: Uint8Array): { name: string; bytes: Uint8Array }[];
  digest(algorithm: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512', bytes: Uint8Array): Uint8Array;
  hmac(
    algorithm: 'md5' | 'sha1' | 'sha256' | 'sha384' | 'sha512',
    key: Uint8Array,
    bytes: Uint8Array,
  ): Uint8Array;
  /** RSA (PKCS #1 v1.5) with a private key in PEM; throws when the key cannot be read. */
  signRsa(algorithm: 'sha1' | 'sha256', key: string, bytes: Uint8Array): Uint8Array;
  encodeUtf8(text: string): Uint8Array;
  decodeUtf8(bytes: Uint8Array): string;
  toBase64(bytes: Uint8Array): string;
  fromBase64(text: string): Uint8Array;
  /** java.text.SimpleDateFormat pattern, IANA zone. */
  formatDate(time: number, zone: string, pattern: string): string;
  /** Minutes east of UTC at that time. */
  zoneOffset(time: number, zone: string): number;
  /**
   * A number as a cell shows it under that number format (Google's patterns, serial dates included) in the
   * language of a Google locale code such as `in_ID`. `General` and '' mean automatic.
   */
  formatNumber(value: number, pattern: string, locale: string): string;
  /** The file as bytes, as Google's export address gives it. */
  exportSpreadsheet(spreadsheetId: string, format: 'xlsx' | 'csv' | 'pdf', sheetId?: number): Uint8Array;
  /** A text document as bytes, as Google's export address gives it. */
  exportDocument(documentId: string, format: DocumentFormat): Uint8Array;
  /** A page of HTML on paper: its text, headings, tables and pictures, without style sheets and scripts. */
  printHtml(html: string): Uint8Array;
  /** A chart as PNG. */
  drawChart(drawing: ChartDrawing): Uint8Array;
}

export type DocumentFormat = 'pdf' | 'docx' | 'txt' | 'html';

export type AuthMode = 'FULL' | 'LIMITED' | 'NONE';

export interface ExecutionInfo {
  readonly id: string;
  readonly projectId: string;
  /** The file the project is bound to; undefined = standalone. */
  readonly containerId: string | undefined;
  /** The account whose rights the run has. */
  readonly effectiveUser: string;
  /** The person at the keyboard, '' where Google hides it. */
  readonly activeUser: string;
  readonly authMode: AuthMode;
  readonly trigger:
    'menu' | 'editor' | 'page' | 'open' | 'edit' | 'formSubmit' | 'clock' | 'change' | 'card' | 'webApp';
  /** What the person looks at: active tab and range; undefined in triggers. */
  readonly view?: { sheetId: number; range: string };
}

/** What every object that a script holds can reach: the documents, the clock and the run it lives in. */
export interface Runtime {
  readonly store: Store;
  readonly platform: Platform;
  readonly execution: ExecutionInfo;
  readonly switches: Switches;
  /** What the running script's project says of itself; undefined outside of an execution. */
  readonly project?: ProjectInfo;
  /** IANA zone of the accounts: new spreadsheets get it. Default Asia/Jakarta. */
  readonly accountZone?: string;
  /** Virtual time in ms. */
  now(): number;
  /** Moves virtual time (Utilities.sleep, lock waits). */
  sleep(ms: number): void;
  /** A seeded id in Google's shape: 44 characters for files, 56 for published forms, digits for items … */
  newId(kind: 'file' | 'published' | 'item' | 'entry' | 'response' | 'trigger' | 'sheet' | 'mail'): string;
  random(): number;
  /** Throws Google's words when the daily quota is used up; counts it otherwise. */
  use(quota: Quota, amount: number): void;
  remaining(quota: Quota): number;
  /** Counts cells that a call read or wrote. */
  count(what: 'read' | 'written', cells: number): void;
  /** True when the effective user may read / write that Drive file. */
  may(access: 'read' | 'write', fileId: string): boolean;
  /** For Ui dialogs: suspends a script-run until the person answers; tests answer through the host. */
  ask(question: { kind: 'alert' | 'prompt'; title: string; text: string; buttons: string[] }): {
    button: string;
    text: string;
  };
  /** Something a person sees in the open file: menu, sidebar, dialog, toast. */
  show(what: Shown): void;
  log(level: 'log' | 'info' | 'warn' | 'error', text: string): void;
  /** Script lock, user lock, document lock; the host keeps who holds which. */
  lock(kind: 'script' | 'user' | 'document'): LockHandle;
}

export interface ProjectInfo {
  readonly name: string;
  /** `timeZone` of appsscript.json. */
  readonly timeZone: string;
  /** `oauthScopes`; undefined = none listed, so Google would ask for what the code uses. */
  readonly scopes: readonly string[] | undefined;
  /** `urlFetchWhitelist`; undefined = every address. */
  readonly fetchList: readonly string[] | undefined;
  /** Content of an HTML file by its name, with or without `.html`. */
  html(name: string): string | undefined;
  /** Has the manifest a `webapp`? Then the project counts as deployed. */
  readonly isWebApp: boolean;
  /** The token that `ScriptApp.getOAuthToken` gives to this run: it opens the export addresses. */
  readonly token: string;
}

export interface LockHandle {
  /** Takes the lock within `ms` of virtual time; false = somebody else holds it. */
  tryLock(ms: number): boolean;
  release(): void;
  held(): boolean;
}

export interface MenuEntry {
  caption: string;
  /** Global function to run; undefined = submenu or separator. */
  functionName?: string;
  items?: MenuEntry[];
  separator?: true;
}
export type Shown =
  | { kind: 'menu'; fileId: string; caption: string; items: MenuEntry[] }
  | {
      kind: 'sidebar' | 'modal' | 'modeless';
      fileId: string;
      title: string;
      html: string;
      width?: number;
      height?: number;
    }
  | { kind: 'toast'; fileId: string; title: string; text: string; seconds: number }
  | { kind: 'close'; fileId: string };

export type Quota =
  | 'mailRecipients'
  | 'spreadsheetsCreated'
  | 'documentsCreated'
  | 'urlFetch'
  | 'propertyAccess'
  | 'triggerMinutes'
  | 'conversions';

/** Behaviour that differs between live accounts or that tests want to try both ways. */
export interface Switches {
  /** 'id' → `Jawaban Formulir 1`, `Stempel waktu`; 'en' → `Form Responses 1`, `Timestamp`. */
  language: 'id' | 'en';
  /** ms after setDestination until the new tab can be seen without a flush. */
  linkedTabDelay: number;
  submitEvents: 'normal' | 'lost' | 'twice' | 'blank' | 'late' | 'shuffled';
  accountKind: 'consumer' | 'workspace';
  /** false = `setEmailCollectionType` does not exist on this account. */
  emailCollectionType: boolean;
  /** false = `supportsAdvancedResponderPermissions()` is false and setPublished throws. */
  responderPermissions: boolean;
  /** Addresses that are no Google account: sharing with one fails in Google's words. */
  noAccount: string[];
  /** Item ids of a copied form equal the original's (default true; google.md sections 3 and 10.15). */
  copyKeepsItemIds?: boolean;
  /** The numbers in `entry.N` of a copied form equal the original's (default true; google.md 10.24). */
  copyKeepsEntryIds?: boolean;
  /** `FormApp.create` makes a published form (default true; google.md section 3 tells both). */
  scriptFormsPublished?: boolean;
  /** Anyone with the link may answer a form that a script made (default false: nobody but its editors). */
  scriptFormsOpen?: boolean;
  /** `getResponses(since)` gives the response of exactly that time too (default true; google.md 10.5). */
  sinceInclusive?: boolean;
  /** An edited response takes the time of the edit in `getTimestamp` too (default true; google.md section 3). */
  editMovesTimestamp?: boolean;
  /** What a fetch outside of the workspace answers, by address; anything else is refused by name. */
  cannedReplies?: CannedReply[];
}

/** A reply that stands in for a server outside. `url` matches whole, or as a prefix when it ends with `*`. */
export interface CannedReply {
  url: string;
  method?: string;
  code?: number;
  headers?: Record<string, string>;
  body: string;
}
