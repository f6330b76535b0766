import type { Block, Book, Patch, Removal, Upsert } from '../core/patch';
import { writeBlocks } from './blocks';
import { writeKeyed, type KeyedCount } from './keyed';
import type { Workbook } from './workbook';

/** Counts of keyed tabs, by `book/tab`; JSON, kept by the caller between runs. */
export type Counts = Readonly<Record<string, KeyedCount>>;

/** What the writer knows from the run before. */
export interface ApplyState {
  readonly counts: Counts;
  /** The last run was interrupted: every key is looked for before anything is appended, rows are counted anew. */
  readonly interrupted: boolean;
}

/**
 * Writes patches: keyed rows tab by tab, then blocks, joined where they touch, one call for each. With
 * `interrupted` the same patches again change nothing. Gives all counts as they are now.
 */
export function applyPatches(
  open: (book: Book) => Workbook,
  patches: readonly Patch[],
  state: ApplyState,
): Counts {
  const counts: Record<string, KeyedCount> = { ...state.counts };
  for (const { place, book, tab, all } of byTab(patches)) {
    const keyed = all.filter((patch): patch is Upsert | Removal => patch.kind !== 'block');
    if (keyed.length > 0) {
      counts[place] = writeKeyed(open(book), tab, keyed, state.counts[place], state.interrupted);
    }
  }
  for (const { book, tab, all } of byTab(patches)) {
    const blocks = all.filter((patch): patch is Block => patch.kind === 'block');
    if (blocks.length > 0) writeBlocks(open(book), tab, blocks);
  }
  return counts;
}

interface TabPatches {
  readonly place: string;
  readonly book: Book;
  readonly tab: string;
  readonly all: Patch[];
}

function byTab(patches: readonly Patch[]): readonly TabPatches[] {
  const tabs: Record<string, TabPatches> = {};
  for (const patch of patches) {
    const place = `${patch.book}/${patch.tab}`;
    (tabs[place] ??= { place, book: patch.book, tab: patch.tab, all: [] }).all.push(patch);
  }
  return Object.values(tabs);
}
