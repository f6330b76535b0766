import type { Patch } from '../patch';

function placeOf(patch: Patch): string {
  const spot = patch.kind === 'block' ? `${patch.row}:${patch.column}` : `#${patch.key}`;
  return `${patch.book}\n${patch.tab}\n${spot}`;
}

/**
 * What has to be written so that a drawing `before` becomes the drawing `after`: blocks and rows that differ, rows
 * that are new (marked `fresh`), a removal for each row that is gone. Drawing twice and taking the difference costs
 * no call; writing what stays the same would.
 */
export function difference(before: readonly Patch[], after: readonly Patch[]): readonly Patch[] {
  const old: Record<string, Patch> = {};
  for (const patch of before) old[placeOf(patch)] = patch;
  const kept: Record<string, true> = {};
  const changed: Patch[] = [];
  for (const patch of after) {
    const place = placeOf(patch);
    kept[place] = true;
    const was = old[place];
    if (was !== undefined && JSON.stringify(was) === JSON.stringify(patch)) continue;
    changed.push(was === undefined && patch.kind === 'upsert' ? { ...patch, fresh: true } : patch);
  }
  const gone = before.filter((patch) => patch.kind === 'upsert' && kept[placeOf(patch)] === undefined);
  return changed.concat(
    gone.map((patch) => ({
      kind: 'removal' as const,
      book: patch.book,
      tab: patch.tab,
      key: patch.kind === 'upsert' ? patch.key : '',
    })),
  );
}
