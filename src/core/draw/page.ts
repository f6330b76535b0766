import { HEADING } from '../looks';
import type { Block, Book, Cell } from '../patch';
import { text, type Tab } from '../tabs/tab';

/** A page of one column, for a phone: `rows` lines at most. */
export function phonePage(name: string, rows: number, looks: Tab['looks'] = []): Tab {
  return {
    name,
    layout: 'page',
    shown: true,
    columns: [text('', 312, { wrap: true })],
    headerRow: 0,
    frozenRows: 0,
    frozenColumns: 0,
    rows,
    looks,
    protection: 'owner',
  };
}

/** A line of a page: its cells, and where its link leads. */
export interface Line {
  readonly cells: readonly string[];
  readonly link?: string;
}

/** A line of text; with an address the whole line is the link. */
export function line(words: string, link?: string): Line {
  return link === undefined || link === '' ? { cells: [words] } : { cells: [words], link };
}

/** A line of two cells, e.g. a name and its figure. */
export function pair(name: string, value: string, link?: string): Line {
  return link === undefined || link === '' ? { cells: [name, value] } : { cells: [name, value], link };
}

/** The heading of a part, with an empty line before it. */
export function heading(words: string): readonly Line[] {
  return [line(''), line(`${HEADING}${words}`)];
}

/**
 * A page as one block of `height` rows, so that a shorter page leaves nothing of a longer one behind; what does not
 * fit is told in the last line. `linkColumn` (from 1) is the column whose cells carry the links.
 */
export function drawPage(
  place: { readonly book: Book; readonly tab: string },
  lines: readonly Line[],
  size: { readonly height: number; readonly width: number; readonly linkColumn: number },
): Block {
  const fits = lines.length <= size.height;
  const shown = fits ? lines : [...lines.slice(0, size.height - 1), line('… dan lainnya.')];
  const blank = Array.from({ length: size.width }, () => '');
  const rest = Array.from({ length: size.height - shown.length }, () => undefined);
  const values: (readonly Cell[])[] = [
    ...shown.map(({ cells }) => [...cells, ...blank].slice(0, size.width)),
    ...rest.map(() => [...blank]),
  ];
  const links = { column: size.linkColumn, urls: [...shown.map((one) => one.link), ...rest] };
  return { kind: 'block', ...place, row: 1, column: 1, values, links };
}
