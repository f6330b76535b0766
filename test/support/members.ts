import { supportedMembers } from '../../local/contract/supported';
import { shortName } from '../../local/contract/schema';
import type { LocalWorkspace } from '../../local/host/workspace';
import { cleanUp, openBound } from './localProject';
import type { Case } from './contracts';

/**
 * Cases that share how they begin. A case is an expression, or statements with their `return`, over what `setup`
 * declares; each has a fresh `setup`. `tried(function () {…})` gives a value or the error's text.
 */
export interface Table {
  setup: string;
  cases: readonly Case[];
  /** Brings about what no script can, before anything runs. */
  before?: (workspace: LocalWorkspace) => void;
  /** What is expected is found outside of the script, by what a case gave: on a page, in a document. */
  look?: (workspace: LocalWorkspace, given: unknown) => unknown;
}

/** Cases an execution: the time that their calls are counted with stays far below six minutes. */
const PER_EXECUTION = 40;
/** Of a quota of 250 files a day. */
const PER_WORKSPACE = 120;

const SERVICES = supportedMembers();

const TRIED = "function tried(f) { try { return f(); } catch (e) { return e.name + ': ' + e.message; } }";

const part = <T>(all: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size));

function code(setup: string, cases: readonly Case[]): string {
  const runs = part(cases, PER_EXECUTION).map((chunk, at) => {
    const bodies = chunk.map(
      ([body]) => `function () { ${setup}\n${/(^|[;}]\s+)return\b/.test(body) ? body : `return ${body};`} }`,
    );
    return `function f${String(at)}() { return [${bodies.join(',\n')}].map(tried); }`;
  });
  return [TRIED, ...runs].join('\n');
}

/** What each case of a table finds out, and the members that were called, as `Class.member`. */
export function play({ setup, cases, before, look }: Table): { results: unknown[]; called: string[] } {
  const results: unknown[] = [];
  const called = new Set<string>();
  for (const some of part(cases, PER_WORKSPACE)) {
    const { workspace } = openBound(code(setup, some));
    before?.(workspace);
    part(some, PER_EXECUTION).forEach((_, at) => {
      const run = workspace.runNow({ functionName: `f${String(at)}` });
      if (run.error) throw new Error(`${run.error.name}: ${run.error.message}`);
      const told = run.result as unknown[];
      results.push(...(look ? told.map((each) => look(workspace, each)) : told));
      for (const name of Object.keys(run.calls)) called.add(name);
    });
  }
  return { results, called: [...called] };
}

/**
 * Registers a test for each case, and one that fails while a supported member of the service has no case; `Base`
 * stands for the classes that services share.
 */
export function testMembers(global: string, tables: Readonly<Record<string, Table>>): void {
  const called = new Set<string>();
  afterAll(cleanUp);

  describe.each(Object.entries(tables))('%s (reference)', (_, table) => {
    let results: unknown[] = [];
    beforeAll(() => {
      const played = play(table);
      results = played.results;
      for (const name of played.called) called.add(name);
    });
    test.each(table.cases.map(([body, expected], at) => ({ body, expected, at })))(
      '$body',
      ({ expected, at }) => {
        expect(results[at]).toEqual(expected);
      },
    );
  });

  test(`no member of ${global} without a case`, () => {
    const text = Object.values(tables)
      .flatMap(({ cases }) => cases.map(([body]) => body))
      .join('\n');
    expect(withoutCase(global, called, text)).toEqual([]);
  });
}

/** Classes that no service alone hands out; `Base.Session` and the like are services themselves. */
const isShared = (gas: string): boolean =>
  gas.startsWith('Base.') && !SERVICES.some(({ global }) => global === shortName(gas));

/** The service's own classes with their supported members. */
function classesOf(global: string): { gas: string; supported: readonly string[] }[] {
  if (global === 'Base') {
    const shared = SERVICES.flatMap(({ classes }) => classes.filter(({ gas }) => isShared(gas)));
    return [...new Map(shared.map((one) => [one.gas, one])).values()];
  }
  const service = SERVICES.find((one) => one.global === global);
  if (!service) throw new Error(`There is no service ${global}`);
  return service.classes.filter(({ gas }) => !isShared(gas));
}

/** Members of the service that no case names, or that none of the executions called on an object of that class. */
function withoutCase(global: string, called: ReadonlySet<string>, text: string): string[] {
  return classesOf(global).flatMap(({ gas, supported }) =>
    supported
      .map((member) => ({ member, name: `${shortName(gas)}.${member}` }))
      .filter(({ member, name }) => !text.includes(`.${member}(`) || !called.has(name))
      .map(({ name }) => name),
  );
}

/** Members of a class that are supported, for cases that hold for every class that has them. */
export function membersOf(gas: string): readonly string[] {
  const all = SERVICES.flatMap(({ classes }) => classes);
  return all.find((one) => one.gas === gas)?.supported ?? [];
}
