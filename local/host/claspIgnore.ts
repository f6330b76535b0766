import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/**
 * Which files `clasp push` leaves out: the lines of `.claspignore` in the project's folder, read as clasp reads them:
 * `*` within a folder, `**` over folders, `{a,b}`, a leading `!` takes back, the last line that fits decides.
 */
export function claspIgnores(directory: string): (path: string) => boolean {
  const file = join(directory, '.claspignore');
  if (!existsSync(file)) return () => false;
  const rules = readFileSync(file, 'utf8')
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => ({ keeps: line.startsWith('!'), fits: globPattern(line.replace(/^!/, '')) }));
  return (path) => {
    let ignored = false;
    for (const { keeps, fits } of rules) if (fits.test(path)) ignored = !keeps;
    return ignored;
  };
}

const PARTS: readonly [RegExp, (match: string) => string][] = [
  [/^\*\*\//, () => '(?:.*/)?'],
  [/^\*\*/, () => '.*'],
  [/^\*/, () => '[^/]*'],
  [/^\?/, () => '[^/]'],
  [/^\{[^{}]*\}/, (match) => `(?:${match.slice(1, -1).split(',').map(literal).join('|')})`],
  [/^[^*?{]+|^./, (match) => literal(match)],
];

function literal(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}

function globPattern(glob: string): RegExp {
  let rest = glob.replace(/^\.?\//, '');
  let pattern = '';
  while (rest !== '') {
    for (const [part, made] of PARTS) {
      const [match] = part.exec(rest) ?? [];
      if (match === undefined) continue;
      pattern += made(match);
      rest = rest.slice(match.length);
      break;
    }
  }
  return new RegExp(`^${pattern}$`);
}
