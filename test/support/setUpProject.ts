import { buildSync } from 'esbuild';
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';

const root = path.join(__dirname, '../..');

/** The page with all villages as one with those of a single province, which is unpacked in no time. */
function onlyProvince(page: string, province: string): string {
  return page.replace(/<pre>([\s\S]*?)<\/pre>/, (_all, packed: string) => {
    const text = gunzipSync(Buffer.from(packed.trim(), 'base64')).toString('utf8');
    const own = text.split(/\n(?=P)/).find((part) => part.startsWith(`P${province}|`));
    if (own === undefined) throw new Error(`The villages' page has no province ${province}.`);
    return `<pre>${gzipSync(own).toString('base64')}</pre>`;
  });
}

/**
 * Builds entry points (those of set-up, where none are named) into a folder that the local workspace runs; with the
 * villages of one province only, where it is named.
 */
export function buildSetUpProject(directory: string, entry = 'setUpEntry.ts', province?: string): string {
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
  const villages = path.join(directory, 'villages.html');
  if (province !== undefined) writeFileSync(villages, onlyProvince(readFileSync(villages, 'utf8'), province));
  // The part of the program that is needed seldom, as it was built.
  const lazy = path.join(root, 'dist/lazy.html');
  if (existsSync(lazy)) copyFileSync(lazy, path.join(directory, 'lazy.html'));
  return directory;
}
