/** A function that runs in the browser and uses nothing from outside itself but its neighbours in the list. */
export type ClientFunction = (...args: never[]) => unknown;

/**
 * The text of a script for a page: the functions as they were written, and a call of the last one. They are
 * ordinary functions of this program, so that the compiler checks them; nothing of the page's content is in them.
 */
export function scriptText(functions: readonly ClientFunction[]): string {
  const main = functions[functions.length - 1];
  return `(() => {\n'use strict';\n${functions.map(String).join('\n')}\n${main?.name ?? ''}();\n})();\n`;
}

/** What a sandboxed page posts to the page around it, before anybody has looked at it. */
export interface SandboxMessage {
  from?: string;
  kind?: string;
  id?: number;
  name?: string;
  args?: unknown[];
  width?: number;
  height?: number;
  /** Of a web app's form: where it goes, its fields, `_blank` or nothing. */
  path?: string;
  fields?: [name: string, value: string][];
  target?: string;
  /** Of `google.script.history`. */
  replaces?: boolean;
  state?: unknown;
  params?: Record<string, string | string[]> | null;
  hash?: string | null;
}
