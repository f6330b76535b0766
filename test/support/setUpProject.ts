import { buildSync } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';

const root = path.join(__dirname, '../..');

/** Builds entry points (those of set-up, where none are named) into a folder that the local workspace runs. */
export function buildSetUpProject(directory: string, entry = 'setUpEntry.ts'): string {
  mkdirSync(directory, { recursive: true });
  buildSync({
    entryPoints: [path.join(__dirname, entry)],
    outfile: path.join(directory, 'Code.js'),
    bundle: true,
    format: 'iife',
    target: 'es2020',
    logLevel: 'error',
    // Google looks for simple triggers among the functions declared at the top.
    banner: { js: 'function onOpen() {}' },
  });
  copyFileSync(path.join(root, 'appsscript.json'), path.join(directory, 'appsscript.json'));
  for (const page of ['villages.html', 'setUp.html', 'dialogStyle.html'])
    copyFileSync(path.join(root, 'src/ui', page), path.join(directory, page));
  // The part of the program that is needed seldom, as it was built.
  const lazy = path.join(root, 'dist/lazy.html');
  if (existsSync(lazy)) copyFileSync(lazy, path.join(directory, 'lazy.html'));
  return directory;
}
