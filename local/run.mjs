// Runs a TypeScript program of this repository: bundles it with esbuild (packages stay outside) and starts it.
// Usage: node local/run.mjs PROGRAM.ts [ARGUMENTS…]
import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const [program, ...rest] = process.argv.slice(2);
if (!program) {
  console.error('Usage: node local/run.mjs PROGRAM.ts [ARGUMENTS…]');
  process.exit(2);
}
const outfile = path.join(root, 'build', program.replace(/[\\/]/g, '-').replace(/\.ts$/, '.mjs'));
mkdirSync(path.dirname(outfile), { recursive: true });
await build({
  entryPoints: [path.resolve(root, program)],
  outfile,
  bundle: true,
  platform: 'node',
  format: 'esm',
  target: 'node20',
  packages: 'external',
  sourcemap: 'inline',
  logLevel: 'warning',
});
process.argv = [process.argv[0], outfile, ...rest];
await import(pathToFileURL(outfile).href);
