/** What crosses the port between a script's isolate and the host. All of it survives structured clone. */

/** A call of the script on a global (`s`) or on an object that it holds (`h`). */
export interface CallMessage {
  t: 'call';
  s?: string;
  h?: number;
  m: string;
  a: unknown[];
}
export interface LogMessage {
  t: 'log';
  level: 'log' | 'info' | 'warn' | 'error';
  text: string;
}
export interface DoneMessage {
  t: 'done';
  value?: unknown;
  error?: ScriptError;
  /** The wall-clock limit of the driver struck. */
  timedOut?: true;
}
export type FromIsolate = CallMessage | LogMessage | DoneMessage;

/** As the script's `catch` would see it. */
export interface ScriptError {
  name: string;
  message: string;
  stack?: string;
}

/** The host's answer to a call; `x` = this execution has ended, every later call gets the same. */
export interface Reply {
  r?: unknown;
  e?: { name: string; message: string };
  x?: true;
}

/** First message into the isolate: what to call with what. */
export interface StartMessage {
  functionName: string;
  args: unknown[];
}

/** One source file of a project; `cachedData` spares the worker the parsing. */
export interface SourceFile {
  name: string;
  code: string;
  cachedData?: Uint8Array;
}

/** How a served object, a constant, a global and a function are written in messages. */
export type Encoded =
  { $h: number; $c: string } | { $e: string; $k: string } | { $s: string } | { $f: string };
