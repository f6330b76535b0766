import type { VillageMonth } from '../book';
import type { Patch } from '../patch';
import type { Period } from '../settings';
import type { DrawContext } from './context';

/** Something that a person has to do, with the place where it is done. */
export interface ToDo {
  readonly text: string;
  readonly link?: string;
}

/** What `Beranda` is drawn from beside the months: facts that only the flows know. */
export interface HomeFacts {
  /** Set-up: parts done of all; undefined = finished. */
  readonly setUp?: { readonly done: number; readonly of: number; readonly now: string };
  /** Rows that wait in `Antrean Tinjau`. */
  readonly waiting: number;
  /** Messages that wait for a person (*mungkin sudah terkirim*, without an address). */
  readonly toDos: readonly ToDo[];
}

/** `Beranda`: the month at a glance, what to do, links. */
export declare function drawHome(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  facts: HomeFacts,
): readonly Patch[];
