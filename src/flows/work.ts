import type { Decision } from '../core/book';
import type { Instant, VillageCode } from '../core/settings';
import { now } from '../google/clock';
import { takeLock } from '../google/lock';
import { actorOf, decisionIds, readQueue } from './actions';
import { readPending } from './decisions';
import { openDesk, type Desk } from './desk';
import type { CommandResult } from './dialog';
import { OVERLAP, readForm, type Intake } from './intake';
import type { Judged } from './judge';
import {
  cursorEntry,
  cursorOf,
  isDirty,
  isFresh,
  KEY,
  recall,
  remember,
  restEntry,
  textOf,
  type Corner,
  type Memory,
} from './memory';
import { drawChosenMonths } from './monthPages';
import { answerRow, ordersOf, sortOrders, type Answered, type SortedOrders } from './orderRows';
import type { Order } from './orders';
import { sendQueued } from './outbox';
import { perform, sweepSince, type SweepDone } from './perform';
import { formsOf, type ReadForm, type Registry, type VillageRow } from './registry';
import { resendTicked } from './resend';
import { carryOut, knownUpTo } from './round';
import { Run } from './run';
import { takeSettings } from './settingsChange';
import { sourcesOf } from './sources';
import { logCells } from './words';

/** A run ends before this: Google ends an execution after six minutes without a word. */
export const BUDGET = 4.5 * 60_000;
/** A turn takes no longer than this, but for the first village that has to be folded again from the start. */
const TURN = 75_000;
/** What that may take: a village with thousands of responses. */
const LONG = 2.5 * 60_000;
/** Further villages are folded again from the start while a turn is no older than this. */
const MORE_REFOLDS = 30_000;
/** What one turn takes in: a response counts one, a village with news so many more for its pages. */
const ROOM = 200;
const ROOM_OF_VILLAGE = 8;

/** What is asked for beside what the marks say. */
export interface Errand {
  /** Forms to be read although nobody marked them. */
  readonly forms?: 'all' | readonly VillageCode[];
  /** Look at what people ticked and chose. */
  readonly ticks?: boolean;
  readonly settings?: boolean;
  readonly pages?: boolean;
  readonly orders?: readonly Order[];
  /** Address of the person at the keyboard; '' = not known. */
  readonly actor?: string;
}

/** What came of an errand. */
export interface Done {
  /** False: somebody else is at work; the marks stay and are worked off by them. */
  readonly held: boolean;
  /** Responses that changed something. */
  readonly received: number;
  /** Answers to the orders of the dialog, in their order. */
  readonly answers: readonly CommandResult[];
}

interface Work extends Omit<Done, 'held'> {
  /** Open at the end: another one where the settings changed. */
  readonly desk: Desk;
  /** False: what is left needs a run of its own. */
  readonly goesOn: boolean;
}

/** What is asked for, said at once or when everything is open. */
type Asked = Errand | ((desk: Desk, memory: Memory) => Errand);

/**
 * Takes the script's lock, does the errand and whatever is marked, releases the lock and looks once more, until
 * nothing is marked or the time is over. `also` is done with the first turn.
 */
export function workOff(errand: Asked = {}, also?: (desk: Desk, memory: Memory) => void): Done {
  const until = now() + BUDGET;
  let turn: Asked | undefined = errand;
  let result: Done = { held: false, received: 0, answers: [] };
  while (turn !== undefined) {
    const lock = takeLock();
    if (lock === undefined) return result;
    const memory = recall();
    const before = JSON.stringify(memory.all);
    let registry: Registry;
    let goesOn: boolean;
    try {
      const opened = openDesk(memory);
      const asked: Errand = typeof turn === 'function' ? turn(opened, memory) : turn;
      const { desk, ...done } = workUnderLock(opened, memory, asked, until);
      registry = desk.registry;
      goesOn = done.goesOn;
      if (!result.held) also?.(desk, memory);
      const answers = [...result.answers, ...done.answers];
      result = { held: true, received: result.received + done.received, answers };
    } finally {
      // Whatever is written is told by a property in the end: nothing told, nothing to write out.
      lock.release(JSON.stringify(memory.all) !== before);
    }
    turn = goesOn && now() < until - TURN && anythingMarked(recall(), registry) ? {} : undefined;
  }
  return result;
}

const CORNERS: readonly Corner[] = ['tindakan', 'pengaturan', 'halaman', 'formulir'];

function anythingMarked(memory: Memory, registry: Registry): boolean {
  return CORNERS.some((corner) => isDirty(memory, corner, corner)) || anyMarked(memory, registry.villages);
}

const isMarked = (memory: Memory, { mark, cursor }: ReadForm): boolean =>
  mark !== '' && isDirty(memory, mark, cursor);

const anyMarked = (memory: Memory, villages: readonly VillageRow[]): boolean =>
  villages.flatMap(formsOf).some((form) => isMarked(memory, form));

/** One turn of work, the lock being held. */
export function workUnderLock(desk: Desk, memory: Memory, errand: Errand, until: Instant): Work {
  const asked = (corner: Corner, wanted: boolean | undefined): boolean =>
    wanted === true || isDirty(memory, corner, corner);
  if (asked('pengaturan', errand.settings) && takeSettings(desk, memory, errand.actor ?? ''))
    return workUnderLock(openDesk(memory, desk.master), memory, { ...errand, settings: false }, until);
  const startedAt = now();
  const ticks = asked('tindakan', errand.ticks);
  const pages = asked('halaman', errand.pages);
  const run = new Run(desk, memory, 'putaran');
  const orders = ordersOf(desk, errand.orders ?? [], ticks, errand.actor ?? '');
  const forms = isDirty(memory, 'formulir', 'formulir') ? { forms: 'all' as const } : {};
  const round = oneRound(run, { ...errand, ...forms }, ticks, orders, until);
  if (pages) drawChosenMonths(run);
  for (const corner of CORNERS)
    if (isDirty(memory, corner, corner)) run.keep(cursorEntry(corner, { readFrom: 0, startedAt, done: [] }));
  run.finish();
  const performed = performRest(desk, memory, round.sorted, until);
  if (ticks) resendTicked(desk, memory);
  if (run.hasMessages || ticks) sendQueued(desk, memory, until);
  const answered = [...round.sorted.answered, ...performed].filter((one) => one.row === undefined);
  const { received, goesOn } = round;
  return { desk, received, goesOn, answers: answered.map((one) => one.answer) };
}

interface RoundResult extends Pick<Work, 'received' | 'goesOn'> {
  readonly sorted: SortedOrders;
}

/** Facts of this turn: what the forms brought, what people decided, settings that villages were not judged by yet. */
function oneRound(
  run: Run,
  errand: Errand,
  ticks: boolean,
  orders: Parameters<typeof sortOrders>[1],
  until: Instant,
): RoundResult {
  const { desk, memory } = run;
  const nextId = decisionIds(desk.now);
  const pending = pendingOf(run);
  const sorted = sortOrders(run, orders, nextId, pending);
  const chosen = ticks ? readQueue(run, actorOf(desk, errand.actor ?? ''), nextId, pending) : [];
  const fresh = [...sorted.decisions, ...chosen];
  run.decide(...fresh);
  for (const one of sorted.answered)
    run.afterwards(() => {
      answerRow(desk, one);
    });
  const { intakes, unread } = readForms(run, errand, until);
  const decisions = [...pending, ...fresh];
  const isSettled = textOf(memory, KEY.settled) === String(desk.snapshot.at);
  const begun = now();
  const mayRefold = (refolded: number): boolean =>
    refolded === 0 ? now() < until - LONG : now() < begun + MORE_REFOLDS;
  const { judged, postponed } = carryOut(
    run,
    { intakes, decisions, everyVillage: !isSettled, unread: unread.map(({ row }) => row.code), mayRefold },
    sourcesOf(desk, decisions),
  );
  if (!isSettled) run.keep({ [KEY.settled]: String(desk.snapshot.at) });
  const upTo = knownUpTo(
    intakes,
    unread.map(({ row }) => row.code),
  );
  for (const intake of intakes) keepCursor(run, intake, judged, upTo[intake.row.code] ?? Infinity);
  const left = desk.registry.villages.filter((row) => postponed.includes(row.code)).flatMap(formsOf);
  for (const { mark, cursor } of [...unread.map(({ source }) => source), ...left])
    run.keep(restEntry(mark, cursor, cursorOf(memory, cursor)));
  const goesOn = postponed.length === 0 || now() < until - LONG;
  const places = String(desk.registry.villages.length);
  if (textOf(memory, KEY.places) !== places) run.keep({ [KEY.places]: places });
  const came = judged.flatMap((one) => one.changes).filter((one) => one.from === undefined);
  return { received: new Set(came.map((one) => one.id)).size, sorted, goesOn };
}

/**
 * How far a form was read; where its village was folded from the start, all that the form holds is known. What came
 * after the moment until which the village's other form is known waits with that one.
 */
function keepCursor(
  run: Run,
  { row, source, cursor, whole, submissions, upTo }: Intake,
  judged: readonly Judged[],
  villageUpTo: Instant,
): void {
  const { memory } = run;
  const known = cursorOf(memory, source.cursor);
  const refolded = judged.some((one) => one.village === row.code && one.refolded);
  const waits = submissions.some((one) => one.at > villageUpTo);
  if (!refolded && (waits || upTo < Infinity))
    run.keep(restEntry(source.mark, source.cursor, waits ? known : cursor));
  // A sweep that found nothing new leaves nothing to remember.
  else if (submissions.length > 0 || isMarked(memory, source) || known.rest === true)
    run.keep(cursorEntry(source.cursor, whole));
}

/** Decisions that an interrupted run recorded and did not carry through. */
function pendingOf(run: Run): readonly Decision[] {
  if (!run.interrupted) return [];
  const known = Number(textOf(run.memory, KEY.decisions) || '0');
  return readPending(run.desk.master, run.desk.registry.facts.zone, known);
}

/** Orders that decide nothing: recap, reminders, sweep, rebuilding, health. */
function performRest(desk: Desk, memory: Memory, sorted: SortedOrders, until: Instant): readonly Answered[] {
  const sweep = (): SweepDone => sweepAll(desk, memory, until);
  return sorted.rest.map((one) => {
    const answered = { ...one, answer: perform(desk, memory, one.order.command, one.ok, sweep) };
    answerRow(desk, answered);
    return answered;
  });
}

/** *Ambil laporan yang tertinggal*: every cursor goes back, and the forms are read from there, turn by turn. */
function sweepAll(desk: Desk, memory: Memory, until: Instant): SweepDone {
  const { villages } = desk.registry;
  const since = sweepSince(desk) + OVERLAP;
  const back: Record<string, string> = {};
  for (const { mark, cursor } of villages.flatMap(formsOf)) {
    const { readFrom, startedAt } = cursorOf(memory, cursor);
    const from = { readFrom: Math.min(readFrom, since), startedAt, done: [] };
    Object.assign(back, restEntry(mark, cursor, from));
  }
  remember(memory, back);
  let found = 0;
  for (let goesOn = true; goesOn;) {
    const done = workUnderLock(desk, memory, {}, until);
    found += done.received;
    goesOn = done.goesOn && now() < until - TURN && anyMarked(memory, villages);
  }
  return { found, goesOn: anyMarked(memory, villages) };
}

/** A form to be read. */
interface Target {
  readonly row: VillageRow;
  readonly source: ReadForm;
}

/** What reading the forms brought, in the order of their places. */
interface Readings {
  readonly intakes: readonly Intake[];
  /** Forms that there was no room for in this turn. */
  readonly unread: readonly Target[];
}

/** Forms that are marked or asked for, a village's side by side: those with news first, then those that wait longest. */
function formsToRead({ desk, memory }: Run, { forms = [] }: Errand): readonly Target[] {
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
function readForms(run: Run, errand: Errand, until: Instant): Readings {
  const { desk, memory } = run;
  const intakes: Intake[] = [];
  const unread: Target[] = [];
  let room = ROOM;
  let last = '';
  for (const target of formsToRead(run, errand)) {
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
      closeEditing(run, intake);
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

/** Answers are final; where somebody switched their editing on, it is switched off again and told. */
function closeEditing(run: Run, { row, form }: Intake): void {
  if (!form.canEdit()) return;
  const what = 'Pengubahan jawaban formulir dimatikan lagi';
  run.log(logCells(run.desk, { at: run.desk.now, actor: 'sistem', what, village: row.code }));
  run.afterwards(() => {
    form.stopEditing();
  });
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
