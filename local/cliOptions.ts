import { existsSync, statSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';

/** What the command line asks for. */
export interface CliOptions {
  /** Folder of the Apps Script project, absolute. */
  project: string;
  /** Bind the project to a spreadsheet, made the first time. */
  bound: boolean;
  /** Folder of the workspace's state, absolute. */
  data: string;
  /** 0 = any free port. */
  port: number;
}

export const usage = `Usage: npm run local -- --project DIR [--bound] [--data DIR] [--port N]

  --project DIR  folder with appsscript.json, .js/.gs and .html files
  --bound        bind the project to a spreadsheet (made the first time)
  --data DIR     where the workspace is kept; default .workspace/<name of DIR>
  --port N       port on 127.0.0.1; default 4180, 0 takes any free one`;

/** Reads the command line; throws a sentence that names what is wrong. 'help' where somebody asks for it. */
export function readOptions(args: readonly string[], cwd: string): CliOptions | 'help' {
  const { values } = parseArgs({
    args: [...args],
    options: {
      project: { type: 'string' },
      bound: { type: 'boolean', default: false },
      data: { type: 'string' },
      port: { type: 'string', default: '4180' },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  if (values.help) return 'help';
  if (values.project === undefined) throw new Error('--project is missing.');
  const project = path.resolve(cwd, values.project);
  if (!existsSync(project) || !statSync(project).isDirectory())
    throw new Error(`There is no folder ${project}.`);
  const port = Number(values.port);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`--port ${values.port} is no port.`);
  const data = path.resolve(cwd, values.data ?? path.join('.workspace', path.basename(project)));
  return { project, bound: values.bound, data, port };
}
