import type { Block, Cell } from '../core/patch';
import type { Workbook } from './workbook';

/** Rows to be written side by side in one tab. */
export interface Rows {
  readonly row: number;
  readonly column: number;
  readonly values: readonly (readonly Cell[])[];
}

interface Linked extends Rows {
  readonly links?: { readonly column: number; readonly urls: readonly (string | undefined)[] };
}

const widthOf = (rows: Rows): number => rows.values[0]?.length ?? 0;

/** Joined where `below` begins in the row after `above` ends, with the same columns and the same column of links. */
function joined(above: Linked, below: Linked): Linked | undefined {
  const touch = above.row + above.values.length === below.row;
  const alike =
    above.column === below.column &&
    widthOf(above) === widthOf(below) &&
    above.links?.column === below.links?.column;
  if (!touch || !alike) return undefined;
  const both = { row: above.row, column: above.column, values: [...above.values, ...below.values] };
  if (above.links === undefined || below.links === undefined) return both;
  return { ...both, links: { column: above.links.column, urls: [...above.links.urls, ...below.links.urls] } };
}

/** As few rectangles as say the same; of two with the same corner and size the later one counts. */
export function joinRows(all: readonly Linked[]): readonly Linked[] {
  const latest: Record<string, Linked> = {};
  for (const one of all) {
    latest[`${String(one.row)}/${String(one.column)}/${String(one.values.length)}/${String(widthOf(one))}`] =
      one;
  }
  const sorted = Object.values(latest).sort(
    (a, b) => a.column - b.column || widthOf(a) - widthOf(b) || a.row - b.row,
  );
  const result: Linked[] = [];
  for (const one of sorted) {
    const last = result[result.length - 1];
    const both = last === undefined ? undefined : joined(last, one);
    if (both === undefined) result.push(one);
    else result[result.length - 1] = both;
  }
  return result;
}

/**
 * Throws where a row that has its place holds another one's key: somebody sorted the tab, or put rows in or took some
 * out, and what lies there is not to be written over. One call; none where no block has keys.
 */
function mustBeInPlace(book: Workbook, tab: string, blocks: readonly (Block | Linked)[]): void {
  const placed = blocks.filter((one): one is Block & { keys: readonly string[] } => 'keys' in one);
  if (placed.length === 0) return;
  const first = Math.min(...placed.map(({ row }) => row));
  const rows = Math.max(...placed.map(({ row }) => row)) - first + 1;
  const found = book.firstCells(tab, first, rows, Math.max(...placed.map(widthOf)));
  for (const { row, keys } of placed) {
    const key = String(found[row - first] ?? '');
    if (key !== '' && !keys.includes(key))
      throw new Error(`Row ${String(row)} of ${tab} holds ${key}, where ${keys[0] ?? ''} belongs.`);
  }
}

/** Writes rectangles: one call for each joined one, one more for its column of links, and one to look where rows have their places. */
export function writeBlocks(book: Workbook, tab: string, blocks: readonly (Block | Linked)[]): void {
  mustBeInPlace(book, tab, blocks);
  for (const rows of joinRows(blocks)) {
    const links = rows.links;
    const isPlain = links === undefined || links.urls.every((url) => url === undefined);
    // A page of one column is written with its links in one call: rich text is never read as typed input.
    if (isPlain || widthOf(rows) > 1) book.write(tab, rows.row, rows.column, rows.values);
    if (isPlain) continue;
    const texts = rows.values.map((line) => String(line[links.column - 1] ?? ''));
    book.writeLinks(tab, rows.row, rows.column + links.column - 1, texts, links.urls);
  }
}
