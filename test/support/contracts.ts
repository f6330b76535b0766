import { supportedMembers } from '../../local/contract/supported';
import { shortName } from '../../local/contract/schema';
import type { OpenOptions } from '../../local/host/api';
import { openBound, openWorkspace, projectFolder } from './localProject';

/** What a script evaluates, and its value or `Name: message` of what it throws. */
export type Case = [expression: string, expected: unknown];

interface Given {
  options?: OpenOptions;
  manifest?: Record<string, unknown>;
  /** HTML files of the project. */
  files?: Record<string, string>;
  /** A script of its own instead of one that is bound to a spreadsheet. */
  standalone?: boolean;
  user?: string;
}

/** The value of an expression in a script of a fresh workspace, or the error's text; statements go into a function. */
export function evaluate(expression: string, given: Given = {}): unknown {
  const { options, manifest, files, standalone = false, user } = given;
  const code = `function f() { try { return ${expression}; } catch (e) { return e.name + ': ' + e.message; } }`;
  const project = { ...(manifest ? { manifest } : {}), ...(files ? { files } : {}) };
  const workspace = standalone
    ? openWorkspace(options)
    : openBound(code, { ...project, ...(options ? { options } : {}) }).workspace;
  if (standalone) workspace.addProject({ directory: projectFolder(code, project) });
  const run = workspace.runNow({ functionName: 'f', ...(user === undefined ? {} : { user }) });
  if (run.error) throw new Error(`${run.error.name}: ${run.error.message}`);
  return run.result;
}

/**
 * Members of the service's own classes that the workspace has and no expression calls, as `Class.member`: empty
 * is what each contract asks for.
 */
export function uncalled(global: string, expressions: readonly string[]): string[] {
  const text = expressions.join('\n');
  const service = supportedMembers().find((one) => one.global === global);
  if (!service) throw new Error(`There is no service ${global}`);
  const isShared = (gas: string): boolean => gas.startsWith('Base.') && shortName(gas) !== global;
  return service.classes
    .filter(({ gas }) => !isShared(gas))
    .flatMap(({ gas, supported }) =>
      supported
        .filter((member) => !new RegExp(`\\.${member}\\(`).test(text))
        .map((member) => `${shortName(gas)}.${member}`),
    );
}
