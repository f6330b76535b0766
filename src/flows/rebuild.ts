import type { VillageEvent } from '../core/book';
import type { Upsert } from '../core/patch';
import { noticesAtOnce, strayNotices } from '../core/notices/decide';
import type { Instant, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { now } from '../google/clock';
import { replaceKeyed } from '../google/keyed';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import type { Desk } from './desk';
import { withOffice } from './office';
import { officeOf } from './officeFacts';
import type { CommandResult } from './dialog';
import { drawVillage } from './drawing';
import { editsAmong } from './edits';
import { HANDLER } from './handlers';
import { refold, type Judged, type Sources } from './judge';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { rebuildRegister, relateMonths } from './personsAgain';
import { Run } from './run';
import { sendQueued } from './outbox';
import { goneFrom, knownOf, sourcesOf } from './sources';
import { changeCells, logCells } from './words';
import { loadAll, wholeOf, writeTab, type Whole } from './rebuildTabs';

/** How far *Bangun ulang* has come; kept between its slices. */
interface RebuildState {
  readonly step: 'fold' | 'relate' | 'tabs' | 'pages';
  /** Place of the next village; number of the next tab. */
  readonly place: number;
}

/** A slice ends before this, and so long before the end of the execution's time. */
const SLICE = 3.5 * 60_000;
const SPARE = 60_000;

/** Whether *Bangun ulang* is under way. */
export function isRebuilding(memory: Memory): boolean {
  return jsonOf<RebuildState | undefined>(memory, KEY.rebuild, undefined) !== undefined;
}

/** *Bangun ulang*: begins from the start and does the first slice; the lock is held. */
export function startRebuild(desk: Desk, memory: Memory, until: Instant): CommandResult {
  planRebuild(memory);
  return continueRebuild(desk, memory, until);
}

/** *Bangun ulang* from the start, begun by the clock within five minutes, when new settings are in force. */
export function planRebuild(memory: Memory): void {
  keep(memory, { step: 'fold', place: 0 });
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
}

/** The same but for reading the forms: what reports about persons mean for each other has changed. */
export function planRelating(memory: Memory): void {
  keep(memory, { step: 'relate', place: 0 });
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
}

function keep(memory: Memory, state: RebuildState): void {
  remember(memory, { [KEY.rebuild]: JSON.stringify(state) });
}

/**
 * The next slices of *Bangun ulang*, until it is finished or the time is over; the lock is held. `end` = when the
 * execution has to be over.
 */
export function continueRebuild(desk: Desk, memory: Memory, end: Instant): CommandResult {
  const until = Math.min(now() + SLICE, end - SPARE);
  const whole = wholeOf(desk);
  let state = jsonOf<RebuildState | undefined>(memory, KEY.rebuild, undefined);
  while (state !== undefined && now() < until) state = oneSlice(desk, memory, state, until, whole);
  sendQueued(desk, memory, end);
  if (state !== undefined)
    return {
      done: true,
      text: `Bangun ulang sedang berjalan (${stepWords(desk, state)}) dan berlanjut sendiri dalam 5 menit.`,
    };
  removeTriggers(HANDLER.nextSlice);
  return { done: true, text: 'Bangun ulang selesai. Semua tab sudah dihitung lagi.' };
}

function stepWords(desk: Desk, state: RebuildState): string {
  const of = String(desk.context.places.length);
  if (state.step === 'fold') return `membaca formulir, ${String(state.place)} dari ${of}`;
  return state.step !== 'pages' ? 'menulis tab' : `menulis halaman desa, ${String(state.place)} dari ${of}`;
}

function oneSlice(
  desk: Desk,
  memory: Memory,
  state: RebuildState,
  until: Instant,
  whole: () => Whole,
): RebuildState | undefined {
  if (state.step === 'fold') return foldSlice(desk, memory, state.place, until);
  if (state.step === 'relate') return relateSlice(desk, memory);
  if (state.step === 'tabs') return tabSlice(desk, memory, state.place, whole());
  return pagesSlice(desk, memory, state.place, until, whole());
}

/** Folds all facts of some villages anew into `Indeks`; none is begun that would take as long as another did. */
function foldSlice(desk: Desk, memory: Memory, from: number, until: Instant): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  const sources: Sources = sourcesOf(desk, []);
  const { places } = desk.context;
  run.shelf.loadHeads();
  let place = from;
  let longest = 0;
  for (; place < places.length && (place === from || now() + longest < until); place += 1) {
    const village = places[place];
    const begun = now();
    if (village === undefined) continue;
    let facts: readonly VillageEvent[] = [];
    const own: Sources = { ...sources, facts: (...of) => (facts = sources.facts(...of)) };
    const judged = refoldWithEdits(run, village, own);
    rebuildRegister(run, judged.after, facts);
    tellNews(run, judged);
    tellGone(run, village, goneFrom(sources.forms(village), facts));
    longest = Math.max(longest, now() - begun);
  }
  const next: RebuildState = place < places.length ? { step: 'fold', place } : { step: 'relate', place: 0 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** A village folded again, with what somebody changed in its forms' answers and nobody saw till now. */
function refoldWithEdits(run: Run, village: VillageCode, sources: Sources): Judged {
  const { desk, shelf } = run;
  const first = refold(desk, shelf, village, sources);
  const row = desk.registry.villages.find((one) => one.code === village);
  const edits = row ? sources.forms(village).flatMap((one) => editsAmong(run, row, one, sources)) : [];
  if (edits.length === 0) return first;
  const second = refold(desk, shelf, village, sources);
  return { ...second, before: first.before, touched: [...new Set([...first.touched, ...second.touched])] };
}

/** What was not read yet when rebuilding began is told as if it had been received. */
function tellNews(run: Run, { village, before, after, touched, changes }: Judged): void {
  const { desk } = run;
  const known = knownOf(before);
  const none = { village, reports: {}, unlocks: [] };
  for (const period of touched)
    run.say(
      ...noticesAtOnce(desk.context, before.months[period], after.months[period] ?? { ...none, period }),
    );
  run.say(...strayNotices(desk.context, before.head, after.head));
  const news = changes.filter((change) => change.from === undefined && !known.has(change.id));
  run.log(...news.map((change) => changeCells(desk, after, change)));
}

/** Responses that somebody deleted in a form are told; what they said stays counted. */
function tellGone(run: Run, village: VillageCode, gone: number): void {
  if (gone === 0) return;
  const { desk } = run;
  const reason = `${String(gone)} laporan tetap dihitung dari catatan`;
  run.log(
    logCells(desk, {
      at: desk.now,
      actor: 'sistem',
      what: 'Jawaban terhapus dari formulir',
      village,
      reason,
    }),
  );
}

/** Relates the reports of all persons anew, in `Indeks` and in `Register`. */
function relateSlice(desk: Desk, memory: Memory): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  run.begin();
  if (desk.master.has(TAB.traces)) relateMonths(run, loadAll(run.shelf));
  const next: RebuildState = { step: 'tabs', place: 0 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** The next tab of the master. */
function tabSlice(desk: Desk, memory: Memory, at: number, whole: Whole): RebuildState {
  const run = new Run(desk, memory, 'bangun');
  run.begin();
  const next: RebuildState = writeTab(run, at, whole)
    ? { step: 'tabs', place: at + 1 }
    : { step: 'pages', place: 0 };
  run.keep({ [KEY.rebuild]: JSON.stringify(next) });
  run.finish();
  return next;
}

/** Writes the Sheets of some villages whole. */
function pagesSlice(
  desk: Desk,
  memory: Memory,
  from: number,
  until: Instant,
  { shelf }: Whole,
): RebuildState | undefined {
  const run = new Run(desk, memory, 'bangun');
  const { places } = desk.context;
  const { context } = withOffice(desk, officeOf(memory));
  run.begin();
  let place = from;
  for (; place < places.length && (place === from || now() < until); place += 1) {
    const village = places[place];
    const row = desk.registry.villages[place];
    if (village === undefined || row === undefined || row.sheet === '') continue;
    const patches = drawVillage(context, shelf.book(village));
    const own = patches.filter((patch): patch is Upsert => patch.kind === 'upsert');
    run.draw(...patches.filter((patch) => patch.kind === 'block'));
    run.recountIn(village, TAB.ownReports, replaceKeyed(run.open(village), TAB.ownReports, own));
  }
  const isLast = place >= places.length;
  if (isLast) run.log(logCells(desk, { at: desk.now, actor: 'sistem', what: 'Bangun ulang selesai' }));
  const next: RebuildState = { step: 'pages', place };
  run.keep({ [KEY.rebuild]: isLast ? '' : JSON.stringify(next) });
  run.finish();
  return isLast ? undefined : next;
}
