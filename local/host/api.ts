import type { XlsxDifference } from '../drive/xlsxImport';
import type {
  AuthMode,
  ExecutionInfo,
  MenuEntry,
  Quota,
  Runtime,
  Shown,
  Switches,
} from '../services/runtime';
import type { FormChange } from '../services/forms/editForm';
import type { GroupState } from '../state/spreadsheet';
import type { Store } from '../state/store';
import type { TransientError } from './googleErrors';

/**
 * What a workspace offers to tests, to the web pages and to the command line. The class is
 * `LocalWorkspace` in workspace.ts; this file holds the shapes only, so that anybody may import it.
 */
export interface OpenOptions {
  /** Folder of the state on the real disk; none = in memory only. */
  directory?: string;
  /** Virtual time at the start of a fresh workspace: ISO text with zone, or ms since 1970. */
  now?: string | number;
  /** IANA zone of the accounts: new spreadsheets get it, the pages show it. Default Asia/Jakarta. */
  zone?: string;
  /** Who has an account here; the owner holds a project unless told otherwise. */
  people?: { owner: string; others: string[] };
  /** 'thread' = fast, one after the other; 'worker' = true isolates, true kills. Default thread. */
  driver?: 'thread' | 'worker';
  seed?: number;
  switches?: Partial<Switches>;
  /** Slow: after each execution, throw when a document changed without `touch`. For tests of services. */
  checkTouches?: boolean;
}

export interface AddProject {
  /** Folder with `appsscript.json`, `.js`/`.gs` and `.html` files. */
  directory: string;
  /** File that the project is bound to; none = standalone. */
  containerId?: string;
  owner?: string;
  name?: string;
}

export interface RunRequest {
  /** Not needed where the workspace has one project only. */
  projectId?: string;
  functionName: string;
  /** JSON-like values, Dates, EnumValues and served objects of `runtimeFor`. */
  args?: unknown[];
  /** The person at the keyboard; default: the owner. */
  user?: string;
  trigger?: ExecutionInfo['trigger'];
  view?: { sheetId: number; range: string };
  /** Only this execution's faults, instead of those set on the workspace. */
  faults?: Faults;
}

/** Changes of one kind that were made without the script lock: two runs at once could mix there. */
export interface OutsideLock {
  times: number;
  /** The first of them by number of call: `crashAt` and `failCall` take the same. */
  firstCall: number;
}

export type ExecutionStatus = 'completed' | 'failed' | 'crashed' | 'timedOut';

/** One line of `/executions.json`. */
export interface ExecutionRecord {
  id: string;
  projectId: string;
  function: string;
  trigger: ExecutionInfo['trigger'];
  /** Whose rights it had. */
  user: string;
  /** ISO text, virtual time. */
  startedAt: string;
  status: ExecutionStatus;
  wallMs: number;
  modelledMs: number;
  /** By `Class.member`. */
  calls: Record<string, number>;
  /** All calls; the n of `crashAt`. */
  callCount: number;
  /** Calls that the cost table holds for remote. */
  remoteCalls: number;
  /** Remote calls by kind, `{open: 2, read: 4}`. */
  remoteByKind: Record<string, number>;
  /** Calls that change state; the n of `crashAtChange`. */
  changes: number;
  cellsRead: number;
  cellsWritten: number;
  /** Lock discipline: what changed while the run did not hold the script lock, by `Class.member`. */
  outsideLock: Record<string, OutsideLock>;
  log: { level: string; text: string; at: number }[];
  error?: { name: string; message: string; stack?: string };
}

export type RunOutcome = ExecutionRecord & {
  result?: unknown;
  /** Where the script left the bound spreadsheet: the page goes there. Absent when it activated nothing. */
  view?: { sheetId: number; range: string };
};

/**
 * Faults to inject. What ends or fails a call holds for the next execution (of `functionName`, where it is given)
 * whether it strikes or not, unless `until` or `across` says otherwise; the others hold until `clear()`.
 */
export interface Faults {
  /** The execution ends at its n-th call (from 1); that call does not happen. */
  crashAt?: number;
  /** The same, counting only calls that change state. */
  crashAtChange?: number;
  /** The n-th call throws `message` in the script and does not happen. */
  failCall?: number;
  failChange?: number;
  /** Only calls of this name fail, e.g. `MailApp.sendEmail`; with `failCall` counts only these. */
  failMember?: string;
  message?: string;
  /** Google's own words instead of `message`: one of `TRANSIENT_ERRORS` by name. */
  error?: TransientError;
  /** Mail recipients that each account may still address today. */
  mailQuota?: number;
  /** What each account may still use today of a quota; `{ urlFetch: 0 }` has none left. */
  quotas?: Partial<Record<Quota, number>>;
  submitEvents?: Switches['submitEvents'];
  /** Count over all executions since `set`, not in each one anew. */
  across?: boolean;
  /** Only executions of this function. */
  functionName?: string;
  /** 'cleared' = holds until `clear()`. */
  until?: 'next' | 'cleared';
  /** Somebody else holds the script lock until this virtual time (ms). */
  lockedUntil?: number;
}

/** An answer as the form's page sends it: by entry id, several values for checkboxes. */
export interface FormSubmission {
  publishedId: string;
  /** The signed-in person; '' = nobody is signed in. */
  person: string;
  /** `{'123456': 'teks', '99': ['a', 'b']}`; `__other_option__` with `99.other_option_response` as on Google. */
  answers: Record<string, string | string[]>;
  /** Typed address where the form asks for one. */
  emailAddress?: string;
  /** Edits that earlier answer. */
  editToken?: string;
}
export type Submitted =
  | { accepted: true; responseId: string; confirmation: string; executions: ExecutionRecord[] }
  /** `entryId` '' = the form as a whole (closed, not a responder, …). */
  | { accepted: false; messages: { entryId: string; message: string }[]; executions: [] };

export interface GroupFold {
  fileId: string;
  sheetId: number;
  /** One of the tab's own. */
  group: GroupState;
  person: string;
}

export interface CellEdit {
  fileId: string;
  sheetId: number;
  /** One cell or a rectangle; `text` as typed, or rows of texts as pasted. */
  a1: string;
  text: string | string[][];
  person: string;
}
export interface Edited {
  executions: ExecutionRecord[];
  /** Google's words when the person may not, or a validation rule refuses. */
  refused?: string;
}

export interface ShownMenu {
  projectId: string;
  caption: string;
  items: MenuEntry[];
}
export interface WhatIsShown {
  menus: ShownMenu[];
  sidebar?: Extract<Shown, { kind: 'sidebar' | 'modal' | 'modeless' }> & { projectId: string };
  dialog?: Extract<Shown, { kind: 'sidebar' | 'modal' | 'modeless' }> & { projectId: string };
  toasts: Extract<Shown, { kind: 'toast' }>[];
}

export interface Question {
  id: string;
  executionId: string;
  user: string;
  kind: 'alert' | 'prompt';
  title: string;
  text: string;
  buttons: string[];
}
export interface DialogAnswer {
  button: string;
  text?: string;
}
/** undefined = no answer yet: the worker driver waits for `answer(id, …)`, the thread driver presses CLOSE. */
export type DialogHandler = (question: Question) => DialogAnswer | undefined;

/** A request to the address of a web app. */
export interface WebRequest {
  /** `AKfycb…`, the last but one part of the address. */
  deploymentId: string;
  method: 'GET' | 'POST';
  /** The signed-in person; '' = nobody is signed in. */
  person: string;
  /** What follows `?`, '' for nothing. */
  query: string;
  /** What follows `/exec/`, '' for nothing. */
  pathInfo: string;
  body?: { type: string; contents: string };
}
/** What the web app answers, or why it does not. */
export type WebAnswer =
  | { kind: 'unknown' | 'signIn' | 'denied' }
  | {
      kind: 'html';
      html: string;
      title: string;
      meta: { name: string; content: string }[];
      outcome: RunOutcome;
    }
  /** `mimeKey`: a key of `ContentService.MimeType`. */
  | { kind: 'text'; content: string; mimeKey: string; fileName?: string; outcome: RunOutcome }
  /** Google's page with one sentence: the script failed, or gave back something else. */
  | { kind: 'message'; text: string; outcome: RunOutcome };

export interface WorkspaceClock {
  now(): number;
  /** Moves to that time; due triggers and late events fire in order. A time that is past changes nothing. */
  set(to: number | string): Promise<ExecutionRecord[]>;
  /** ms, or an ISO 8601 duration such as `P1D`, `PT30M`. */
  advance(by: number | string): Promise<ExecutionRecord[]>;
}

export interface FaultControl {
  set(faults: Faults): void;
  clear(): void;
  readonly current: Faults;
}

/** The whole state in memory at one moment. Opaque. */
export interface Snapshot {
  readonly documents: ReadonlyMap<string, { readonly version: number; readonly json: string }>;
  /** Whose versions they are. */
  readonly of: symbol;
}

export interface Workspace {
  readonly store: Store;
  readonly switches: Switches;
  readonly faults: FaultControl;
  readonly clock: WorkspaceClock;
  readonly people: { owner: string; others: string[] };
  readonly zone: string;
  /** Oldest first; at most the last 2,000. */
  readonly executions: readonly ExecutionRecord[];
  /** Runs from now on with that driver: a long play in the thread, then people's dialogs in workers. */
  useDriver(driver: 'thread' | 'worker'): void;
  /** Reads and checks the folder; throws what is wrong with it by name. Returns the project's id. */
  addProject(project: AddProject): string;
  run(request: RunRequest): Promise<RunOutcome>;
  /** The same at once; thread driver only. */
  runNow(request: RunRequest): RunOutcome;
  /**
   * The same, and for each change of the run the workspace as it would stand had the run ended there: what
   * `crashAtChange` leaves, without running once more for each.
   */
  runRemembering(request: RunRequest): { outcome: RunOutcome; ended: Snapshot[] };
  /**
   * In worker isolates, calls served in an order that the seed picks. Of an answer to a form, which is taken first,
   * each run of its triggers takes part; throws what the form refuses.
   */
  runInterleaved(requests: readonly (RunRequest | FormSubmission)[], seed: number): Promise<RunOutcome[]>;
  /** Whatever the work does is undone afterwards: its state, its executions, and nothing of it is written to disk. */
  aside<T>(work: () => Promise<T>): Promise<T>;
  submitForm(submission: FormSubmission): Promise<Submitted>;
  editCell(edit: CellEdit): Promise<Edited>;
  /** Folds an open group of rows or columns, opens a folded one. Gives Google's words where it refuses. */
  foldGroup(wish: GroupFold): string | undefined;
  /** What a person does in a form's editor, all or nothing; no trigger fires. Gives Google's words where it refuses. */
  editForm(edit: { formId: string; person: string; change: FormChange }): Promise<string | undefined>;
  /** What opening the file shows: `onOpen` of every bound project has run. */
  openFile(open: { fileId: string; person: string }): Promise<WhatIsShown & { executions: RunOutcome[] }>;
  /** What an `.xlsx` has otherwise than the spreadsheet; nothing is changed. Throws where the bytes are none. */
  compareFile(file: { fileId: string; bytes: Uint8Array }): Promise<XlsxDifference[]>;
  /** Takes the differences over, as they are at that moment, and gives them. No trigger fires. */
  importFile(file: { fileId: string; bytes: Uint8Array }): Promise<XlsxDifference[]>;
  /** By the captions from the top: `['KUDAPANMAS', 'Pasang']`. */
  clickMenu(click: {
    fileId: string;
    person: string;
    path: string[];
    view?: { sheetId: number; range: string };
  }): Promise<RunOutcome>;
  /** google.script.run: private `names_` are refused, only JSON-like values cross. */
  callFromPage(call: {
    projectId?: string;
    functionName: string;
    args?: unknown[];
    person: string;
    view?: { sheetId: number; range: string };
    /** The page came from that web app: its manifest says who calls and as whom. */
    deploymentId?: string;
  }): Promise<RunOutcome>;
  /** Runs `doGet` or `doPost` of a deployed project as whom its manifest says. */
  visitWebApp(request: WebRequest): Promise<WebAnswer>;
  answerDialogs(handler: DialogHandler | undefined): void;
  readonly questions: readonly Question[];
  answer(questionId: string, answer: DialogAnswer): void;
  /** A runtime outside of any execution: person's actions and pages. No project, so no bound file. */
  runtimeFor(user: string, mode?: AuthMode): Runtime;
  whatIsShown(fileId: string): WhatIsShown;
  snapshot(): Snapshot;
  restore(snapshot: Snapshot): void;
  /** Writes what is open to the disk; the workspace may be used on. */
  rest(): Promise<void>;
  close(): Promise<void>;
}
