import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';

/** Runs of a script are modules and know no folder of their own; both are started at the top. */
const ROOT = path.resolve();
/** Whatever decides how a fresh office stands. */
const FOLDERS = ['dist', 'local', 'src', 'test/sample', 'test/support'];

const KEPT = Symbol.for('kudapanmas/kept');
/** Of the process's own realm: a test file's realm ends before the process does. */
const whole = vm.runInThisContext('globalThis') as { [KEPT]?: Map<string, string> };

function stamp(): string {
  return FOLDERS.flatMap((folder) =>
    readdirSync(path.join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => {
        const file = path.join(entry.parentPath, entry.name);
        const { mtimeMs, size } = statSync(file);
        return `${file} ${String(mtimeMs)} ${String(size)}`;
      }),
  ).join('\n');
}

/**
 * What `make` gives, as JSON data, made once by a process for all of its test files, and anew when a file of the
 * build, the local workspace or these helpers has changed.
 */
export async function oncePerProcess<T>(name: string, make: () => Promise<T>): Promise<T> {
  const kept = (whole[KEPT] ??= new Map());
  const key = `${name}\n${stamp()}`;
  const known = kept.get(key);
  // Text is of no realm, so nothing of a file that has ended is held on to.
  const text = known ?? JSON.stringify(await make());
  if (known === undefined) kept.set(key, text);
  return JSON.parse(text) as T;
}
