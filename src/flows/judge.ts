import type { Edit, VillageBook, VillageEvent, VillageMonth } from '../core/book';
import {
  emptyBook,
  foldVillage,
  periodsNeeded,
  type FoldEnv,
  type Needs,
  type VersionChange,
} from '../core/fold';
import type { Instant, Period, VillageCode } from '../core/settings';
import type { Snapshot } from '../core/snapshots';
import { foldEnv, type Desk } from './desk';
import type { Run } from './run';
import { monthsOf, type Shelf } from './shelf';
import type { ReadAgain } from './sources';

/** A village before and after the facts of this run. */
export interface Judged {
  readonly village: VillageCode;
  readonly before: VillageBook;
  readonly after: VillageBook;
  /** Months whose row differs, oldest first. */
  readonly touched: readonly Period[];
  readonly headTouched: boolean;
  readonly changes: readonly VersionChange[];
  /** It was folded again from the start: what it says may have been said before. */
  readonly refolded: boolean;
}

/** Where facts come from that a run does not have at hand; each is asked for only when it is needed. */
export interface Sources {
  /** All snapshots of the settings, oldest first. */
  snapshots(): readonly Snapshot[];
  /** All decisions about a village. */
  decisions(village: VillageCode): readonly VillageEvent[];
  /** Answers of a village that somebody changed in its forms, as far as it is on record. */
  edits(village: VillageCode): readonly Edit[];
  /** Edits that this run found and records. */
  note(edits: readonly Edit[]): void;
  /** The forms of a village as `facts` read them; none before. */
  forms(village: VillageCode): readonly ReadAgain[];
  /** Every fact of a village: all responses of its form and all its decisions. `book` = what is known of it. */
  facts(village: VillageCode, book: VillageBook): readonly VillageEvent[];
}

export interface Facts {
  readonly village: VillageCode;
  readonly events: readonly VillageEvent[];
  /** Older responses than this wait still: what happened after it waits with them. Undefined = none wait. */
  readonly upTo?: Instant;
}

/** What folding asks for, with all snapshots where the one in force does not do. */
function ask(
  desk: Desk,
  shelf: Shelf,
  { village, events, upTo = Infinity }: Facts,
  sources: Sources,
): { readonly needs: Needs; readonly env: FoldEnv } {
  const book = shelf.book(village);
  const env = foldEnv(desk);
  if (desk.snapshot.at <= upTo) {
    const needs = periodsNeeded(book, events, env);
    if (!needs.allSnapshots) return { needs, env };
  }
  const whole = foldEnv(
    desk,
    sources.snapshots().filter((one, at) => at === 0 || one.at <= upTo),
  );
  return { needs: periodsNeeded(book, events, whole), env: whole };
}

/** Loads what folding asks for, until it asks for nothing; `extra` months are loaded with the first call. */
function loadNeeded(
  desk: Desk,
  shelf: Shelf,
  facts: readonly Facts[],
  extra: readonly { readonly period: Period; readonly village?: VillageCode }[],
  slices: readonly Period[],
  sources: Sources,
): void {
  let also = extra;
  for (let turn = 0; turn < 600; turn += 1) {
    const needed = facts.flatMap((one) =>
      ask(desk, shelf, one, sources).needs.periods.map((period) =>
        slices.includes(period) ? { period } : { period, village: one.village },
      ),
    );
    if (needed.length === 0 && also.length === 0) return;
    shelf.load([...needed, ...also]);
    also = [];
  }
  throw new Error('Folding asks for months without end.');
}

/**
 * Judges the facts of several villages: loads the months they touch in as few calls as possible, folds, keeps the
 * result on the shelf. `slices` are months that will be drawn for all villages and so are loaded whole when needed.
 * A village that has to be folded again from the start waits for a later run where `mayRefold` says that there is no
 * time for it: it is not among the judged ones.
 */
export function judge(
  { desk, shelf, broken }: Pick<Run, 'desk' | 'shelf' | 'broken'>,
  facts: readonly Facts[],
  sources: Sources,
  extra: readonly { readonly period: Period; readonly village?: VillageCode }[],
  slices: readonly Period[],
  mayRefold: (refolded: number) => boolean,
): readonly Judged[] {
  loadNeeded(desk, shelf, facts, extra, slices, sources);
  let refolded = 0;
  return facts.flatMap((one) => {
    const { village, events } = one;
    const { needs, env } = ask(desk, shelf, one, sources);
    // Of two rows of one village perhaps only one was written: what they say together cannot be believed.
    if (!needs.refold && !broken.includes(village)) return [advance(shelf, village, events, env)];
    if (!mayRefold(refolded)) return [];
    refolded += 1;
    return [refold(desk, shelf, village, sources)];
  });
}

function advance(shelf: Shelf, village: VillageCode, events: readonly VillageEvent[], env: FoldEnv): Judged {
  const before = shelf.book(village);
  const folded = foldVillage(before, events, env);
  shelf.put(folded.book, folded.touched, folded.headTouched);
  return { village, before, after: folded.book, ...pick(folded), refolded: false };
}

function pick(folded: ReturnType<typeof foldVillage>): Pick<Judged, 'touched' | 'headTouched' | 'changes'> {
  return { touched: folded.touched, headTouched: folded.headTouched, changes: folded.changes };
}

/** Folds all facts of the village again, as *Bangun ulang* would; months that hold nothing now are emptied. */
export function refold(desk: Desk, shelf: Shelf, village: VillageCode, sources: Sources): Judged {
  const months = monthsOf(shelf.head(village));
  shelf.load(months.map((period) => ({ period, village })));
  const before = shelf.book(village);
  const folded = foldVillage(
    emptyBook(village),
    sources.facts(village, before),
    foldEnv(desk, sources.snapshots()),
  );
  const all = [...new Set([...months, ...monthsOf(folded.book.head)])].sort();
  shelf.load(all.map((period) => ({ period, village })));
  const touched = all.filter(
    (period) => textOf(before.months[period]) !== textOf(folded.book.months[period]),
  );
  const headTouched = JSON.stringify(before.head) !== JSON.stringify(folded.book.head);
  shelf.put(folded.book, touched, headTouched);
  return {
    village,
    before,
    after: folded.book,
    touched,
    headTouched,
    changes: folded.changes,
    refolded: true,
  };
}

const textOf = (month: VillageMonth | undefined): string => JSON.stringify(month ?? null);
