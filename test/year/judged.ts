import { a1 } from '../sample/sheet';
import type { Row } from './recount/figures';

/** How many cells were compared with the recount, and each that reads otherwise. */
export interface Judged {
  cells: number;
  readonly differences: string[];
}

export const nothingJudged = (): Judged => ({ cells: 0, differences: [] });

/** Compares a table with what it should be, row by row from a row on (from 0). */
export function judgeRows(
  judged: Judged,
  where: string,
  expected: readonly Row[],
  found: readonly (readonly string[])[],
  from: number,
): void {
  expected.forEach((row, at) => {
    const cells = found[from + at] ?? [];
    row.forEach((wanted, column) => {
      if (wanted === undefined) return;
      const got = cells[column] ?? '';
      judged.cells += 1;
      if (got !== wanted)
        judged.differences.push(
          `${where}, ${a1(from + at + 1, column + 1)} (${row[1] ?? ''}): expected "${wanted}", found "${got}"`,
        );
    });
  });
}

/** Compares one value with what it should be. */
export function judgeText(judged: Judged, where: string, wanted: string, got: string): void {
  judged.cells += 1;
  if (wanted !== got) judged.differences.push(`${where}: expected "${wanted}", found "${got}"`);
}

/** Compares two lists whose order says nothing: each once. */
export function judgeSet(
  judged: Judged,
  where: string,
  wanted: readonly string[],
  got: readonly string[],
): void {
  judged.cells += wanted.length;
  const rest = [...got];
  for (const one of wanted) {
    const at = rest.indexOf(one);
    if (at < 0) judged.differences.push(`${where}: expected "${one}", which is not there`);
    else rest.splice(at, 1);
  }
  for (const one of rest) judged.differences.push(`${where}: found "${one}", which is too much`);
}
