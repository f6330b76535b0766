import { readFileSync } from 'node:fs';
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

describe('the program in a page, for what is needed seldom', () => {
  const page = readFileSync(path.join(dist, 'lazy.html'), 'utf8');

  test('stands in one element of plain text that nothing in it ends', () => {
    expect(page.startsWith('<script type="text/plain">')).toBe(true);
    expect(page.trimEnd().endsWith('</script>')).toBe(true);
    expect(page.match(/<\/script/g)).toHaveLength(1);
  });

  test('loads where only the language exists, and hands out what src/lazy.ts does', () => {
    const source = readFileSync(path.join(__dirname, '../../src/lazy.ts'), 'utf8');
    const exported = [...source.matchAll(/^export \{([^}]+)\}/gm)]
      .flatMap((match) => (match[1] ?? '').split(','))
      .map((name) => name.trim())
      .filter((name) => name !== '');
    const context = vm.createContext(Object.create(null));
    const program = page.slice(page.indexOf('>') + 1, page.lastIndexOf('</script>'));
    const names = vm.runInContext(
      `new Function(${JSON.stringify(`${program};return Object.keys(lazy);`)})()`,
      context,
    ) as string[];
    expect([...names].sort()).toEqual(exported.sort());
  });
});
