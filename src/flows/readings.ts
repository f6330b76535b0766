import type { Instant, VillageCode } from '../core/settings';
import { now } from '../google/clock';
import type { Desk } from './desk';
import { readForm, type Intake } from './intake';
import { cursorEntry, cursorOf, isDirty, isFresh, type Memory } from './memory';
import type { VillageRow } from './registry';
import { formsOf, type ReadForm } from './villageForms';
import type { Run } from './run';
import { logCells } from './words';

/** What one turn takes in: a response counts one, a village with news so many more for its pages. */
const ROOM = 200;
const ROOM_OF_VILLAGE = 8;

/** Whether something came in at a form since its last reading. */
export const isMarked = (memory: Memory, { mark, cursor }: ReadForm): boolean =>
  mark !== '' && isDirty(memory, mark, cursor);

/** Whether something came in at any form. */
export const anyMarked = (memory: Memory, villages: readonly VillageRow[]): boolean =>
  villages.flatMap(formsOf).some((form) => isMarked(memory, form));

/** A form to be read. */
interface Target {
  readonly row: VillageRow;
  readonly source: ReadForm;
}

/** What reading the forms brought, in the order of their places. */
export interface Readings {
  readonly intakes: readonly Intake[];
  /** Forms that there was no room for in this turn. */
  readonly unread: readonly Target[];
}

/** Forms that are asked for although nobody marked them. */
export type Forms = 'all' | readonly VillageCode[];

/** Forms that are marked or asked for, a village's side by side: those with news first, then those that wait longest. */
function formsToRead({ desk, memory }: Run, forms: Forms): readonly Target[] {
  const rank = ({ mark, cursor }: ReadForm): number =>
    isFresh(memory, mark, cursor) ? 0 : cursorOf(memory, cursor).startedAt + 1;
  return desk.registry.villages
    .map((row) =>
      formsOf(row)
        .filter((source) => forms === 'all' || forms.includes(row.code) || isMarked(memory, source))
        .map((source) => ({ row, source, rank: rank(source) })),
    )
    .sort((a, b) => Math.min(...a.map((one) => one.rank)) - Math.min(...b.map((one) => one.rank)))
    .flat();
}

/** Reads forms until a turn is full; one that cannot be opened is told of and stops nobody. */
export function readForms(run: Run, forms: Forms, until: Instant): Readings {
  const { desk, memory } = run;
  const intakes: Intake[] = [];
  const unread: Target[] = [];
  let room = ROOM;
  let last = '';
  for (const target of formsToRead(run, forms)) {
    const { row, source } = target;
    // The other form of a village that was read is read with it: neither goes on without the other.
    if (row.code !== last && (room <= 0 || now() > until)) {
      unread.push(target);
      continue;
    }
    last = row.code;
    const cursor = cursorOf(memory, source.cursor);
    try {
      const intake = readForm(row, source, cursor, Math.max(room, ROOM_OF_VILLAGE));
      intakes.push(intake);
      if (intake.submissions.length > 0) room -= ROOM_OF_VILLAGE + intake.submissions.length;
    } catch (failure) {
      // The mark is outdated all the same, or this form would keep every run busy; the sweep asks again.
      run.keep(cursorEntry(source.cursor, { ...cursor, startedAt: now() }));
      run.log(unreadable(desk, row, failure));
    }
  }
  const place = ({ row }: Intake): number => desk.registry.villages.indexOf(row);
  return { intakes: intakes.sort((a, b) => place(a) - place(b)), unread };
}

function unreadable(desk: Desk, row: VillageRow, failure: unknown): ReturnType<typeof logCells> {
  return logCells(desk, {
    at: desk.now,
    actor: 'sistem',
    what: 'Formulir belum dapat dibaca',
    village: row.code,
    reason: failure instanceof Error ? failure.message : String(failure),
  });
}
