/** Rows that touch each other. */
export interface RowRun {
  readonly row: number;
  readonly count: number;
}

/** Runs of rows that are given from the first to the last, the last run first: deleting one moves no other. */
export function runsFromBelow(rows: readonly number[]): readonly RowRun[] {
  const runs: RowRun[] = [];
  let at = rows.length - 1;
  while (at >= 0) {
    const bottom = rows[at] ?? 0;
    let count = 1;
    while (rows[at - count] === bottom - count) count += 1;
    runs.push({ row: bottom - count + 1, count });
    at -= count;
  }
  return runs;
}
