import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { Linter } from 'eslint';

/** What a browser gives every script. */
const BROWSER = [
  'addEventListener', 'clearInterval', 'clearTimeout', 'confirm', 'console', 'CSS', 'CSSStyleSheet', 'CustomEvent', 'document', 'DOMParser', 'Element',
  'Event', 'EventSource', 'fetch', 'FormData', 'HTMLAnchorElement', 'HTMLButtonElement', 'HTMLElement', 'HTMLFormElement',
  'HTMLIFrameElement', 'HTMLInputElement', 'HTMLSelectElement', 'HTMLTextAreaElement', 'history', 'KeyboardEvent',
  'location', 'matchMedia', 'MessageEvent', 'Node', 'Option', 'parent', 'requestAnimationFrame', 'setInterval', 'setTimeout', 'URL',
  'URLSearchParams', 'window',
]; // prettier-ignore

/** The scripts of the pages as the bundled host hands them out: a bundle renames what meets its name elsewhere. */
async function bundledScripts(): Promise<Readonly<Record<string, string>>> {
  const folder = path.join(__dirname, '../../build/clientScripts');
  mkdirSync(folder, { recursive: true });
  const outfile = path.join(folder, 'scripts.cjs');
  await build({
    stdin: {
      contents: `export { clientScripts } from './local/web/assets'; export * from './local/web/serve';`,
      resolveDir: path.join(__dirname, '../..'),
    },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    target: 'node20',
    packages: 'external',
    treeShaking: false,
    logLevel: 'silent',
  });
  const { clientScripts } = jest.requireActual<{ clientScripts: () => Record<string, string> }>(outfile);
  return clientScripts();
}

test('each script of a page, bundled or not, names nothing but its own functions and what a browser has', async () => {
  const { clientScripts } = await import('../../local/web/assets');
  const linter = new Linter();
  const globals = Object.fromEntries(BROWSER.map((name) => [name, 'readonly'] as const));
  const config: Linter.Config = {
    languageOptions: { globals, sourceType: 'script' },
    rules: { 'no-undef': 'error' },
  };
  const all = [...Object.entries(clientScripts()), ...Object.entries(await bundledScripts())];
  expect(all.length).toBeGreaterThan(12);
  const wrong = all.flatMap(([name, text]) =>
    linter.verify(text, config).map((one) => `${name}.js: ${one.message}`),
  );
  expect(wrong).toEqual([]);
});
