import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { COMMAND, HANDLER } from '../../src/flows/handlers';

const dist = path.join(__dirname, '../../dist');

/** The built file, loaded into a context that has nothing but the language, as Google loads it. */
function loaded(): { before: Set<string>; context: vm.Context } {
  const context = vm.createContext(Object.create(null));
  const before = new Set<string>(
    vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[],
  );
  vm.runInContext(readFileSync(path.join(dist, 'Code.js'), 'utf8'), context, { filename: 'Code.js' });
  return { before, context };
}

function globalsOf({ before, context }: ReturnType<typeof loaded>): string[] {
  const names = vm.runInContext('Object.getOwnPropertyNames(globalThis)', context) as string[];
  // webpack marks what it hands out as a module; Google never asks for it.
  return names.filter((name) => !before.has(name) && name !== '__esModule').sort();
}

describe('the built file', () => {
  const names = globalsOf(loaded());

  test('loads where only the language exists and adds only functions', () => {
    const bundle = loaded();
    const kinds = globalsOf(bundle).map(
      (name) => vm.runInContext(`typeof ${name}`, bundle.context) as string,
    );
    expect(new Set(kinds)).toEqual(new Set(['function']));
  });

  test('has each function that triggers and menu items call by name', () => {
    for (const name of [...Object.values(HANDLER), ...Object.values(COMMAND), 'onOpen'])
      expect(names).toContain(name);
  });

  test('has every exported function of src/index.ts, and nothing else', () => {
    const source = readFileSync(path.join(__dirname, '../../src/index.ts'), 'utf8');
    const exported = [...source.matchAll(/^export function (\w+)/gm)].map((match) => match[1]);
    expect(names).toEqual([...exported].sort());
  });

  test('declares each of them at the top, where Google looks for it', () => {
    const text = readFileSync(path.join(dist, 'Code.js'), 'utf8');
    const stubs = new Set([...text.matchAll(/function (\w+)\(\)\s*\{\s*\}/g)].map((match) => match[1]));
    expect(names.filter((name) => !stubs.has(name))).toEqual([]);
  });

  test('is small enough that every execution may parse it', () => {
    expect(readFileSync(path.join(dist, 'Code.js')).length).toBeLessThan(300 * 1024);
  });

  test('shortens only names that nobody asks for by text', () => {
    const { IN_MEMORY } = jest.requireActual<{ IN_MEMORY: readonly string[] }>('../../bundle.cjs');
    const ui = path.join(__dirname, '../../src/ui');
    const pages = readdirSync(ui).filter((name) => name.endsWith('.html') && name !== 'villages.html');
    const text = pages.map((name) => readFileSync(path.join(ui, name), 'utf8')).join('\n');
    expect(IN_MEMORY.filter((name) => new RegExp(`\\.${name}\\b`).test(text))).toEqual([]);
    const sources = readdirSync(path.join(__dirname, '../../src'), { recursive: true, encoding: 'utf8' })
      .filter((name) => name.endsWith('.ts'))
      .map((name) => readFileSync(path.join(__dirname, '../../src', name), 'utf8'))
      .join('\n');
    // Of a value, `long['findings']`; of a type, `Told['version']`, it is no matter.
    expect(IN_MEMORY.filter((name) => new RegExp(`\\b[a-z]\\w*\\['${name}'\\]`).test(sources))).toEqual([]);
    const stored = readFileSync(path.join(__dirname, '../../src/core/settings.ts'), 'utf8');
    expect(IN_MEMORY.filter((name) => new RegExp(`\\b${name}\\??:`).test(stored))).toEqual([]);
    const google = path.join(__dirname, '../../node_modules/@types/google-apps-script');
    const types = readdirSync(google)
      .filter((name) => name.endsWith('.d.ts') && !name.includes('apis'))
      .map((name) => readFileSync(path.join(google, name), 'utf8'))
      .join('\n');
    expect(IN_MEMORY.filter((name) => new RegExp(`^\\s+${name}[?(:]`, 'm').test(types))).toEqual([]);
  });

  test('ships with a manifest that names V8 and its scopes', () => {
    const manifest = JSON.parse(readFileSync(path.join(dist, 'appsscript.json'), 'utf8')) as {
      runtimeVersion: string;
      oauthScopes: string[];
    };
    expect(manifest.runtimeVersion).toBe('V8');
    expect(manifest.oauthScopes.length).toBeGreaterThan(0);
    expect(manifest.oauthScopes).toEqual([...new Set(manifest.oauthScopes)]);
  });
});
