import type { Submission, VillageMonth } from '../core/book';
import { formatNumber } from '../core/dates';
import { REGISTER, registerTabs } from '../core/draw/register';
import {
  allOfPerson,
  isErased,
  outdated,
  personalOf,
  sealOf,
  tombstones,
  type Personal,
} from '../core/erase';
import { endsOf } from '../core/persons';
import type { Instant, VillageCode } from '../core/settings';
import { now } from '../google/clock';
import { openForm } from '../google/responses';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import { CATALOGUE } from '../reports/index';
import { eraseInArchives } from './archiveErased';
import { emptyEdits, readDecided, tombstoneToCells } from './decisions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { drawHeadChange, drawMonthChange, drawPage, drawVillage, MONTH_PAGE_NAMES } from './drawing';
import { emptyMessages } from './erasedMessages';
import { HANDLER } from './handlers';
import { refold, type Judged } from './judge';
import { jsonOf, KEY, remember, textOf, type Memory } from './memory';
import { pageSlices } from './monthPages';
import { clearCopy } from './personCopy';
import { clearPersonalRows } from './personalRows';
import { drawInRegister, linkPersons } from './persons';
import { loadAll } from './rebuildTabs';
import { shownOf } from './round';
import { Run } from './run';
import { writeService } from './service';
import { sourcesOf } from './sources';
import { logCells } from './words';

/** What is to be removed: everything about one person, or what is older than a moment. */
export type Wanted = { readonly number: string } | { readonly before: Instant };

/** What a removal has to do, and how far it has come; kept between its slices. */
interface ErasingState {
  readonly wanted: Wanted;
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
  /** Tombstones come first; then village by village; then the pages. */
  readonly step: 'record' | 'villages' | 'pages';
  readonly place: number;
  readonly reports: number;
}

/** A slice ends before this, and so long before the end of the execution's time. */
const SLICE = 3.5 * 60_000;
const SPARE = 60_000;

const stateOf = (memory: Memory): ErasingState | undefined =>
  jsonOf<ErasingState | undefined>(memory, KEY.erase, undefined);

/** Whether a removal is under way. */
export const isErasing = (memory: Memory): boolean => textOf(memory, KEY.erase) !== '';

const keep = (memory: Memory, state: ErasingState): void => {
  remember(memory, { [KEY.erase]: JSON.stringify(state) });
};

/** The reports that are meant, as they stand in `Indeks`; all of it is loaded. */
export function reportsFor(run: Run, wanted: Wanted): readonly Personal[] {
  const { shelf } = run;
  loadAll(shelf);
  const books = shelf.places.map((village) => shelf.book(village));
  const all = books.flatMap((book) => personalOf(book, CATALOGUE));
  return 'number' in wanted
    ? allOfPerson(all, wanted.number)
    : outdated(all, books, wanted.before, endsOf(run.desk.settings));
}

/** Begins a removal, or goes on with the same one that was interrupted; the lock is held. */
export function startErasing(
  desk: Desk,
  memory: Memory,
  asked: Pick<ErasingState, 'wanted' | 'actor' | 'reason'>,
  until: Instant,
): CommandResult {
  if (!isErasing(memory)) keep(memory, { ...asked, at: desk.now, step: 'record', place: 0, reports: 0 });
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  return continueErasing(desk, memory, until);
}

/** The next steps of a removal, until it is finished or the time is over; the lock is held. */
export function continueErasing(desk: Desk, memory: Memory, end: Instant): CommandResult {
  const until = Math.min(now() + SLICE, end - SPARE);
  const stones = (): readonly Submission[] => readDecided(desk.master, desk.registry.facts.zone).tombstones;
  let known: readonly Submission[] | undefined;
  let state = stateOf(memory);
  let reports = state?.reports ?? 0;
  for (let first = true; state !== undefined; first = false) {
    if (!first && now() > until) return underway(desk, state);
    if (state.step === 'record') state = record(desk, memory, state);
    else if (state.step === 'villages') state = nextVillage(desk, memory, state, (known ??= stones()));
    else state = finish(desk, memory, state);
    reports = state?.reports ?? reports;
  }
  removeTriggers(HANDLER.nextSlice);
  return doneWith(reports);
}

const doneWith = (reports: number): CommandResult => ({
  done: true,
  text: `Data pribadi ${formatNumber(reports)} laporan sudah dihapus dari formulir, Register, dan Riwayat. Jumlahnya tetap dihitung.`,
});

/** The same answer where the report with that number was removed before; undefined where it was not. */
export function erasedBefore({ shelf }: Run, number: string): CommandResult | undefined {
  const all = loadAll(shelf).flatMap((month) => Object.values(month.reports).flat().filter(isErased));
  const found = all.find((one) => one.number === number);
  const key = found && sealOf(found);
  return key === undefined ? undefined : doneWith(all.filter((one) => sealOf(one) === key).length);
}

/** Whether just this is being removed: an order that was interrupted and comes again. */
export const isErasingThis = (memory: Memory, wanted: Wanted): boolean =>
  JSON.stringify(stateOf(memory)?.wanted) === JSON.stringify(wanted);

const underway = (desk: Desk, { place }: ErasingState): CommandResult => ({
  done: true,
  text: `Penghapusan sedang berjalan (${String(place)} dari ${String(desk.context.places.length)} desa/kelurahan) dan berlanjut sendiri dalam 5 menit.`,
});

/** Puts the tombstones on record, all with one write: from then on they are facts, and the rest can be done again. */
function record(desk: Desk, memory: Memory, state: ErasingState): ErasingState {
  const run = new Run(desk, memory, 'hapus');
  // Rows that an interrupted run appended are not in its counts.
  if (run.interrupted) run.countAll();
  clearPersonalRows(run);
  const { zone } = desk.registry.facts;
  const there = new Set(readDecided(desk.master, zone).tombstones.map(({ id }) => id));
  const stones = tombstones(reportsFor(run, state.wanted), CATALOGUE);
  run.record(...stones.filter(({ id }) => !there.has(id)).map((one) => tombstoneToCells(one, state, zone)));
  const next: ErasingState = { ...state, step: 'villages', reports: stones.length };
  run.keep({ [KEY.erase]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** Folds a village anew by its tombstones and deletes what they stand for, Register first, the responses last. */
function nextVillage(
  desk: Desk,
  memory: Memory,
  state: ErasingState,
  stones: readonly Submission[],
): ErasingState {
  const village = desk.context.places[state.place];
  const own = stones.filter((one) => one.village === village);
  const next: ErasingState =
    state.place + 1 < desk.context.places.length
      ? { ...state, place: state.place + 1 }
      : { ...state, step: 'pages' };
  if (village !== undefined && own.length > 0) {
    eraseIn(desk, memory, village, own);
    deleteResponses(desk, village, own);
  }
  keep(memory, next);
  return next;
}

function eraseIn(desk: Desk, memory: Memory, village: VillageCode, own: readonly Submission[]): void {
  const run = new Run(desk, memory, 'hapus');
  run.shelf.loadHeads();
  const judged = refold(desk, run.shelf, village, sourcesOf(desk, []));
  run.begin([village]);
  const linked = linkPersons(run, [judged], () => undefined);
  run.begin(linked.map((one) => one.village));
  for (const one of linked) drawAll(run, one);
  for (const { name } of registerTabs(desk.context.catalogue))
    run.draw(...own.map(({ id }) => ({ kind: 'removal' as const, book: REGISTER, tab: name, key: id })));
  const ids = new Set(own.map(({ id }) => id));
  run.afterwards(() => {
    emptyEdits(desk.master, ids);
    emptyMessages(desk.master, ids);
    clearCopy(run);
  });
  run.finish();
}

/** Rows and pages of a village that read differently now; nobody is told. */
function drawAll(run: Run, one: Judged): void {
  const { context } = run.desk;
  const { before, after, village } = one;
  const none = (period: string): VillageMonth => ({ village, period, reports: {}, unlocks: [] });
  drawInRegister(run, one, {});
  for (const period of one.touched)
    run.draw(
      ...drawMonthChange(
        context,
        before.months[period] ?? none(period),
        after.months[period] ?? none(period),
      ),
    );
  if (one.headTouched) run.draw(...drawHeadChange(context, before.head, after.head));
  run.redraw(drawVillage(context, before), drawVillage(context, after));
}

function deleteResponses(desk: Desk, village: VillageCode, own: readonly Submission[]): void {
  const personal = desk.registry.villages.find((row) => row.code === village)?.personal;
  if (personal === undefined || personal.form === '') return;
  openForm(personal.form).deleteResponses(own.map(({ id }) => id));
}

function finish(desk: Desk, memory: Memory, state: ErasingState): undefined {
  // Names leave `Bertugas` with their members.
  writeService(desk, memory, 'all');
  const run = new Run(desk, memory, 'hapus');
  run.begin();
  const shown = shownOf(desk, memory);
  for (const tab of MONTH_PAGE_NAMES) {
    const period = shown[tab];
    if (period !== undefined && desk.master.has(tab))
      run.draw(...drawPage(desk.context, tab, period, pageSlices(run, tab, period)));
  }
  eraseInArchives(run);
  const reason = `${formatNumber(state.reports)} laporan: ${state.reason}`;
  run.log(logCells(desk, { at: state.at, actor: state.actor, what: 'Data pribadi dihapus', reason }));
  run.keep({ [KEY.erase]: '' });
  run.finish();
  return undefined;
}
