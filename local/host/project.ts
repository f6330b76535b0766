import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative } from 'node:path';
import type { SourceFile } from '../isolate/messages';
import { claspIgnores } from './claspIgnore';
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

interface Clasp {
  rootDir?: string;
  filePushOrder?: string[];
}

function claspOf(directory: string): Clasp | undefined {
  const file = join(directory, '.clasp.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Clasp) : undefined;
}

/** The folder whose files Google gets: `rootDir` of `.clasp.json` where there is one. */
function pushedFolder(directory: string): string {
  const { rootDir } = claspOf(directory) ?? {};
  return rootDir === undefined || rootDir === '' ? directory : join(directory, rootDir);
}

/** clasp pushes in the order of `filePushOrder`, then by name; Google loads in the order pushed. */
function pushOrder(root: string, directory: string): string[] {
  for (const place of [root, directory, join(directory, '..')]) {
    const clasp = claspOf(place);
    if (clasp) return (clasp.filePushOrder ?? []).map((path) => relative(directory, join(place, path)));
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

/** Google knows files by their names without endings: two of one kind cannot be told apart. */
function refuseTwins(directory: string, kind: string, names: readonly string[]): void {
  const twin = names.find((name, at) => names.indexOf(name) !== at);
  if (twin !== undefined)
    throw new Error(
      `${directory} has two ${kind} files named ${twin}; on Google a name stands for one file.`,
    );
}

/** What the editor gives a new project: said where somebody's folder lacks it. */
const NEW_MANIFEST =
  '{"timeZone":"Asia/Jakarta","dependencies":{},"exceptionLogging":"STACKDRIVER","runtimeVersion":"V8"}';

/**
 * Reads `.js`, `.gs` and `.html` files and `appsscript.json` of a folder, as `clasp push` would send them. `before`
 * is given back when nothing changed. Throws a sentence that names the folder and what is wrong with it.
 */
export function loadProject(root: string, before?: LoadedProject): LoadedProject {
  const directory = pushedFolder(root);
  if (!existsSync(join(directory, 'appsscript.json'))) {
    throw new Error(
      `${directory} is no Apps Script project: it has no appsscript.json. A new project's says ${NEW_MANIFEST}`,
    );
  }
  const ignored = claspIgnores(root);
  const paths = list(directory).filter(
    (path) => path === 'appsscript.json' || (/\.(js|gs|html)$/.test(path) && !ignored(path)),
  );
  const stamp = stampOf(directory, paths);
  if (before?.stamp === stamp) return before;
  const manifest = checkManifest(readFileSync(join(directory, 'appsscript.json'), 'utf8'));
  const first = pushOrder(root, directory);
  const place = (path: string): number => (first.includes(path) ? first.indexOf(path) : first.length);
  const scripts = paths
    .filter((path) => /\.(js|gs)$/.test(path))
    .sort((a, b) => place(a) - place(b) || (a < b ? -1 : 1));
  if (scripts.length === 0) throw new Error(`${directory} has no .js or .gs file.`);
  const pages = paths.filter((path) => path.endsWith('.html'));
  const bare = (path: string): string => path.replace(/\.(js|gs|html)$/, '');
  refuseTwins(directory, 'script', scripts.map(bare));
  refuseTwins(directory, 'HTML', pages.map(bare));
  const text = (path: string): string => readFileSync(join(directory, path), 'utf8');
  return {
    manifest,
    files: scripts.map((path) => ({ name: `${bare(path)}.gs`, code: text(path) })),
    html: new Map(pages.map((path) => [bare(path), text(path)] as const)),
    stamp,
  };
}
