import type { Block, Patch } from '../core/patch';

interface Span {
  readonly from: number;
  /** Exclusive. */
  readonly to: number;
}

const rowText = (block: Block, at: number): string =>
  JSON.stringify([block.values[at], block.links?.urls[at] ?? null]);

function changedRows(before: Block, after: Block): readonly number[] {
  return after.values.flatMap((_row, at) => (rowText(before, at) === rowText(after, at) ? [] : [at]));
}

/** With all rows of the block's table where one of them is among those that changed. */
function withTable({ row, values, table }: Block, changed: readonly number[]): readonly number[] {
  const from = table === undefined ? values.length : table - row;
  if (!changed.some((at) => at >= from)) return changed;
  return [...changed.filter((at) => at < from), ...values.flatMap((_row, at) => (at >= from ? [at] : []))];
}

function spansOf(rows: readonly number[]): readonly Span[] {
  const spans: { from: number; to: number }[] = [];
  for (const row of rows) {
    const last = spans[spans.length - 1];
    if (last !== undefined && last.to === row) last.to = row + 1;
    else spans.push({ from: row, to: row + 1 });
  }
  return spans;
}

/** Calls that writing rows takes: one, and one more for links beside other columns. */
function calls(block: Block, { from, to }: Span): number {
  const hasLinks = block.links?.urls.slice(from, to).some((url) => url !== undefined) ?? false;
  return hasLinks && (block.values[0]?.length ?? 0) > 1 ? 2 : 1;
}

function part(block: Block, { from, to }: Span): Block {
  const { links, ...rest } = block;
  return {
    ...rest,
    row: block.row + from,
    values: block.values.slice(from, to),
    ...(links === undefined ? {} : { links: { ...links, urls: links.urls.slice(from, to) } }),
  };
}

/** The rows of a block that changed: as one rectangle, or as several where that takes no more calls. */
function trimmed(before: Block, after: Block): readonly Block[] {
  const rows = withTable(after, changedRows(before, after));
  const [first, last] = [rows[0], rows[rows.length - 1]];
  if (first === undefined || last === undefined) return [];
  const whole: Span = { from: first, to: last + 1 };
  const spans = spansOf(rows);
  const apart = spans.reduce((sum, span) => sum + calls(after, span), 0);
  return apart <= calls(after, whole) ? spans.map((span) => part(after, span)) : [part(after, whole)];
}

const spotOf = (block: Block): string =>
  [block.book, block.tab, block.row, block.column, block.values.length, block.values[0]?.length ?? 0].join(
    '\n',
  );

/** Of changed pages only the rows that changed; whatever has no drawing of the same size before it stays whole. */
export function trimBlocks(before: readonly Patch[], changed: readonly Patch[]): readonly Patch[] {
  const old: Record<string, Block> = {};
  for (const patch of before) if (patch.kind === 'block') old[spotOf(patch)] = patch;
  return changed.flatMap((patch): readonly Patch[] => {
    if (patch.kind !== 'block') return [patch];
    const was = old[spotOf(patch)];
    return was === undefined ? [patch] : trimmed(was, patch);
  });
}
