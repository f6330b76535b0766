import { archiveAddress, archiveName, type ClosedYear } from '../core/closedYears';
import { answersBefore, endOfYear, nextYear } from '../core/yearClosing';
import { formatNumber } from '../core/dates';
import { drawHome } from '../core/draw/home';
import { collectedPeriod } from '../core/due';
import { IANA } from '../core/regions';
import type { Instant } from '../core/settings';
import { deleteAnswersBefore } from '../google/answerRows';
import { ArchiveMismatch } from '../google/archive';
import { now } from '../google/clock';
import { addViewer, ensureSpreadsheet } from '../google/files';
import { removeBlankTab, showFirst } from '../google/tabBuild';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import { reviewersOf } from './access';
import { refused } from './alone';
import { openArchive, partsOf, writeSummary } from './archive';
import { candidate, confirmation, preview } from './closeYearPreview';
import { closedYearToCells } from './decisions';
import { openDesk, type Desk } from './desk';
import type { CommandResult } from './dialog';
import { HANDLER } from './handlers';
import { choreEntry, factsOf } from './home';
import { jsonOf, KEY, remember, textOf, type Memory } from './memory';
import type { Understood } from './orders';
import type { SweepDone } from './perform';
import { wholeOf, type Whole } from './rebuildTabs';
import { writeFacts } from './registry';
import { Run } from './run';
import { logCells } from './words';

/** Which year is being closed, and how far that has come; kept between its slices. */
interface ClosingState {
  readonly year: string;
  /** What was sent before goes into the archive. */
  readonly before: Instant;
  readonly actor: string;
  readonly step: 'close' | 'tabs' | 'answers' | 'end';
  /** Number of the next tab, place of the next village. */
  readonly place: number;
}

/** No part is begun later than this, and so long before the end of the execution's time. */
const SLICE = 3 * 60_000;
const SPARE = 90_000;

const stateOf = (memory: Memory): ClosingState | undefined =>
  jsonOf<ClosingState | undefined>(memory, KEY.closing, undefined);

/** Whether a year is being closed. */
export const isClosing = (memory: Memory): boolean => textOf(memory, KEY.closing) !== '';

const keepEntry = (state: ClosingState | undefined): Record<string, string> => ({
  [KEY.closing]: state === undefined ? '' : JSON.stringify(state),
});

/** What carrying it out needs beside the order. */
interface Carrying {
  readonly ok: Understood;
  readonly actor: string;
  readonly sweep: () => SweepDone;
  readonly until: Instant;
}

/** *Tutup buku tahunan*, or its preview where nobody confirmed; the lock is held. */
export function performCloseYear(
  desk: Desk,
  memory: Memory,
  { ok, actor, sweep, until }: Carrying,
): CommandResult {
  if (isClosing(memory)) return continueClosing(desk, memory, until);
  const year = nextYear(desk.settings, desk.context.closed);
  const last = (desk.context.closed ?? []).find((one) => ok.what === confirmation(one.year));
  if (last !== undefined) return finished(last);
  if (ok.what !== confirmation(year)) return preview(desk);
  // What was sent and not read yet would be missing in the archive.
  if (sweep().goesOn) return refused('Masih ada formulir yang belum terbaca. Coba lagi satu jam lagi.');
  const { problems } = candidate(desk);
  if (problems.length > 0) return refused(`Tahun ${year} belum dapat ditutup buku.`, problems);
  remember(memory, keepEntry({ year, before: desk.now, actor, step: 'close', place: 0 }));
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  return continueClosing(desk, memory, until);
}

const finished = (closed: ClosedYear): CommandResult => ({
  done: true,
  text: `Tahun ${closed.year} sudah ditutup buku. Isinya ada di berkas ${archiveName(closed.year)}, di folder kecamatan.`,
  links: [linkTo(closed)],
});

const linkTo = ({ year, archive }: ClosedYear): { readonly text: string; readonly url: string } => ({
  text: `Buka ${archiveName(year)}`,
  url: archiveAddress(archive),
});

/** Goes on with closing a year until it is finished or the time is over; the lock is held. */
export function continueClosing(desk: Desk, memory: Memory, end: Instant): CommandResult {
  try {
    return goOn(desk, memory, Math.min(now() + SLICE, end - SPARE));
  } catch (failure) {
    if (!(failure instanceof ArchiveMismatch)) throw failure;
    const text = `Tutup buku berhenti: ${failure.message} Tidak ada baris yang hilang. Program mencoba lagi setiap jam.`;
    remember(memory, choreEntry(memory, 'tutup', [{ text }]));
    removeTriggers(HANDLER.nextSlice);
    return { done: false, text };
  }
}

function goOn(first: Desk, memory: Memory, until: Instant): CommandResult {
  let desk = first;
  let state = stateOf(memory);
  if (state?.step === 'close') {
    state = close(desk, memory, state);
    desk = openDesk(memory, first.master);
  }
  const whole = wholeOf(desk);
  while (state !== undefined && now() < until) state = oneStep(desk, memory, state, whole());
  if (state !== undefined)
    return {
      done: true,
      text: `Tutup buku ${state.year} sedang berjalan (${stepWords(desk, state)}) dan berlanjut sendiri dalam 5 menit.`,
    };
  removeTriggers(HANDLER.nextSlice);
  const closed = desk.context.closed ?? [];
  const last = closed[closed.length - 1];
  return last === undefined ? refused('Tidak ada tahun yang sedang ditutup.') : finished(last);
}

function stepWords(desk: Desk, { step, place }: ClosingState): string {
  const of = step === 'tabs' ? partsOf(desk).length : desk.context.places.length;
  if (step === 'end') return 'menulis ringkasan';
  return `${step === 'tabs' ? 'menyalin tab' : 'merapikan berkas Respons'}, ${String(place)} dari ${String(of)}`;
}

/** Makes the archive and says in `Registri` that the year is closed: from now on nothing of it changes. */
function close(desk: Desk, memory: Memory, state: ClosingState): ClosingState {
  const { registry, settings, context, master } = desk;
  const { year, before } = state;
  const known = registry.facts.closed ?? [];
  const run = new Run(desk, memory, 'tutup');
  run.begin();
  const name = archiveName(year);
  const passing = `Sedang dibuat ${name} ${master.id}`;
  const file = ensureSpreadsheet(registry.facts.folder, name, passing, IANA[settings.zone]);
  const { shelf, months } = wholeOf(desk)();
  const heads = shelf.places.map((village) => shelf.head(village));
  const answers = answersBefore(context.catalogue, months, heads, endOfYear(settings, year));
  const own = known.find((one) => one.year === year) ?? {
    year,
    before,
    at: now(),
    archive: file.id,
    answers,
  };
  run.afterwards(() => {
    if (!known.includes(own))
      writeFacts(master, registry.base, { ...registry.facts, closed: [...known, own] });
  });
  const next: ClosingState = { ...state, step: 'tabs' };
  run.keep(keepEntry(next));
  run.finish();
  return next;
}

function oneStep(desk: Desk, memory: Memory, state: ClosingState, whole: Whole): ClosingState | undefined {
  const closed = desk.context.closed?.find(({ year }) => year === state.year);
  if (closed === undefined) throw new Error(`${state.year} is being closed and not in Registri.`);
  const run = new Run(desk, memory, 'tutup');
  run.begin();
  const next = stepOf(run, state, closed, whole);
  run.keep(keepEntry(next));
  run.finish();
  return next;
}

function stepOf(run: Run, state: ClosingState, closed: ClosedYear, whole: Whole): ClosingState | undefined {
  const { desk, memory } = run;
  const { step, place } = state;
  const next: ClosingState = { ...state, place: place + 1 };
  if (step === 'answers') {
    clearAnswers(run, place, closed);
    return next.place < desk.registry.villages.length ? next : { ...state, step: 'end', place: 0 };
  }
  const work = { run, closed, archive: openArchive(closed), whole };
  if (step === 'tabs') {
    // Rows of the outbox move up: all of it is looked at once more.
    if (textOf(memory, KEY.outboxFrom) !== '') remember(memory, { [KEY.outboxFrom]: '' });
    const parts = partsOf(desk);
    parts[place]?.bring(work);
    return next.place < parts.length ? next : { ...state, step: 'answers', place: 0 };
  }
  writeSummary(work, state.actor);
  removeBlankTab(work.archive, []);
  showFirst(work.archive, work.archive.tabs()[0] ?? '');
  finish(run, state, closed);
  return undefined;
}

/** Rows of a village's answers up to the end of the year leave `Respons`, where each of them is known. */
function clearAnswers(run: Run, place: number, { year, answers }: ClosedYear): void {
  const { registry, settings } = run.desk;
  const row = registry.villages[place];
  const known = answers[row?.code ?? ''] ?? 0;
  if (row === undefined || row.responsesTab === 0 || known === 0) return;
  const { responses } = registry.facts;
  const found = deleteAnswersBefore(responses, row.responsesTab, endOfYear(settings, year), known);
  if (found <= known) return;
  const reason = `${formatNumber(found)} baris, yang dikenal ${formatNumber(known)}: tidak ada yang dihapus`;
  run.log(
    logCells(run.desk, {
      at: run.desk.now,
      actor: 'sistem',
      what: 'Baris Respons dibiarkan',
      village: row.code,
      reason,
    }),
  );
}

function finish(run: Run, { year, actor }: ClosingState, closed: ClosedYear): void {
  const { desk, memory, shelf } = run;
  const { context } = desk;
  for (const address of reviewersOf(desk.settings)) addViewer(closed.archive, address);
  run.record(closedYearToCells(closed, actor, desk.registry.facts.zone));
  const period = collectedPeriod(desk.settings, context.today);
  shelf.load([{ period }]);
  const chores = choreEntry(memory, 'tutup', []);
  run.draw(
    ...drawHome(context, period, shelf.slice(period), factsOf(desk, { all: { ...memory.all, ...chores } })),
  );
  run.log(
    logCells(desk, { at: now(), actor, what: 'Tutup buku tahunan', reason: `${archiveName(year)} selesai` }),
  );
  run.keep(chores);
}
