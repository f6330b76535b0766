import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SourceFile } from '../isolate/messages';
import { checkManifest, type Manifest } from './manifest';

/** A project's folder as read at one moment. */
export interface LoadedProject {
  manifest: Manifest;
  /** In load order: one global scope, as on Google. */
  files: SourceFile[];
  /** By name without `.html`. */
  html: ReadonlyMap<string, string>;
  /** Changes when a file does. */
  stamp: string;
}

const SKIPPED = /^(node_modules|\..*)$/;

function list(directory: string, within = ''): string[] {
  return readdirSync(join(directory, within), { withFileTypes: true }).flatMap((entry) => {
    if (SKIPPED.test(entry.name)) return [];
    const path = within === '' ? entry.name : `${within}/${entry.name}`;
    return entry.isDirectory() ? list(directory, path) : [path];
  });
}

/** clasp pushes in the order of `filePushOrder`, then by name; Google loads in the order pushed. */
function pushOrder(directory: string): string[] {
  for (const place of [directory, join(directory, '..')]) {
    const file = join(place, '.clasp.json');
    if (!existsSync(file)) continue;
    const { filePushOrder } = JSON.parse(readFileSync(file, 'utf8')) as { filePushOrder?: string[] };
    return (filePushOrder ?? []).map((path) => relative(directory, join(place, path)));
  }
  return [];
}

function stampOf(directory: string, paths: readonly string[]): string {
  const marks = paths.map((path) => {
    const { mtimeMs, size } = statSync(join(directory, path));
    return `${path}:${mtimeMs}:${size}`;
  });
  return marks.join('|');
}

/**
 * Reads `.js`, `.gs` and `.html` files and `appsscript.json` of a folder. `before` is given back when nothing
 * changed. Throws a sentence that names the folder and what is wrong with it.
 */
export function loadProject(directory: string, before?: LoadedProject): LoadedProject {
  if (!existsSync(join(directory, 'appsscript.json'))) {
    throw new Error(`${directory} is no Apps Script project: it has no appsscript.json.`);
  }
  const paths = list(directory).filter((path) => /\.(js|gs|html)$/.test(path) || path === 'appsscript.json');
  const stamp = stampOf(directory, paths);
  if (before?.stamp === stamp) return before;
  const manifest = checkManifest(readFileSync(join(directory, 'appsscript.json'), 'utf8'));
  const first = pushOrder(directory);
  const place = (path: string): number => (first.includes(path) ? first.indexOf(path) : first.length);
  const scripts = paths
    .filter((path) => /\.(js|gs)$/.test(path))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  if (scripts.length === 0) throw new Error(`${directory} has no .js or .gs file.`);
  const text = (path: string): string => readFileSync(join(directory, path), 'utf8');
  return {
    manifest,
    files: scripts.map((path) => ({ name: path.replace(/\.js$/, '.gs'), code: text(path) })),
    html: new Map(
      paths
        .filter((path) => path.endsWith('.html'))
        .map((path) => [path.replace(/\.html$/, ''), text(path)] as const),
    ),
    stamp,
  };
}
