import type { Decision } from '../core/book';
import { addDays } from '../core/dates';
import type { Instant } from '../core/settings';
import { instantOf } from '../core/zones';
import { now } from '../google/clock';
import { actorOf, decisionIds, readQueue } from './actions';
import { readPending } from './decisions';
import { openDesk, type Desk } from './desk';
import type { CommandResult } from './dialog';
import { OVERLAP, type Intake } from './intake';
import type { Judged } from './judge';
import {
  cursorEntry,
  cursorOf,
  editorOf,
  isDirty,
  KEY,
  recall,
  remember,
  restEntry,
  textOf,
  type Corner,
  type Memory,
} from './memory';
import { isLeftOver, takeTurn } from './keeper';
import { lazy } from './lazy';
import { drawChosenMonths } from './monthPages';
import { answerRow, answersOf, ordersOf, sortOrders, type Answered, type SortedOrders } from './orderRows';
import type { Order } from './orders';
import { readAnswers, takeCoaching } from './office';
import { sendQueued } from './outbox';
import type { SweepDone } from './perform';
import { cameAgain, withEdits } from './editing';
import { noticeProofs } from './proofs';
import { anyMarked, isMarked, readForms, type Forms } from './readings';
import type { Registry } from './registry';
import { formsOf } from './villageForms';
import { resendTicked } from './resend';
import { carryOut, knownUpTo } from './round';
import { Run } from './run';
import { sourcesOf } from './sources';

/** A run ends before this: Google ends an execution after six minutes without a word. */
export const BUDGET = 4.5 * 60_000;
/** A turn takes no longer than this, but for the first village that has to be folded again from the start. */
const TURN = 75_000;
/** What that may take: a village with thousands of responses. */
const LONG = 2.5 * 60_000;
/** Further villages are folded again from the start while a turn is no older than this. */
const MORE_REFOLDS = 30_000;
/** What is asked for beside what the marks say. */
export interface Errand {
  /** Forms to be read although nobody marked them. */
  readonly forms?: Forms;
  /** Look at what people ticked and chose. */
  readonly ticks?: boolean;
  readonly settings?: boolean;
  readonly pages?: boolean;
  readonly orders?: readonly Order[];
  /** Decided already: carried out with the round. */
  readonly decisions?: readonly Decision[];
  /** Address of the person who gave the orders; '' = not known. */
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
export function workOff(
  errand: Asked = {},
  also?: (desk: Desk, memory: Memory, until: Instant) => void,
): Done {
  const until = now() + BUDGET;
  let turn: Asked | undefined = errand;
  let result: Done = { held: false, received: 0, answers: [] };
  while (turn !== undefined) {
    const lock = takeTurn();
    if (lock === undefined) return result;
    const memory = recall();
    const before = JSON.stringify(memory.all);
    let registry: Registry;
    let goesOn: boolean;
    try {
      if (isLeftOver(memory)) {
        lazy().retire(memory);
        return result;
      }
      const opened = openDesk(memory);
      const asked: Errand = typeof turn === 'function' ? turn(opened, memory) : turn;
      const { desk, ...done } = workUnderLock(opened, memory, asked, until);
      registry = desk.registry;
      goesOn = done.goesOn;
      if (!result.held) also?.(desk, memory, until);
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

const CORNERS: readonly Corner[] = ['tindakan', 'pengaturan', 'halaman', 'formulir', 'pembinaan'];

function anythingMarked(memory: Memory, registry: Registry): boolean {
  return CORNERS.some((corner) => isDirty(memory, corner, corner)) || anyMarked(memory, registry.villages);
}

/** One turn of work, the lock being held. */
export function workUnderLock(desk: Desk, memory: Memory, errand: Errand, until: Instant): Work {
  const asked = (corner: Corner, wanted: boolean | undefined): boolean =>
    wanted === true || isDirty(memory, corner, corner);
  if (asked('pengaturan', errand.settings) && lazy().takeSettings(desk, memory))
    return workUnderLock(openDesk(memory, desk.master), memory, { ...errand, settings: false }, until);
  const startedAt = now();
  const ticks = asked('tindakan', errand.ticks);
  const pages = asked('halaman', errand.pages);
  const run = new Run(desk, memory, 'putaran');
  const orders = ordersOf(desk, errand.orders ?? [], ticks, {
    atKeyboard: errand.actor ?? '',
    atRows: editorOf(memory, 'tindakan'),
  });
  const forms = isDirty(memory, 'formulir', 'formulir') ? { forms: 'all' as const } : {};
  const round = oneRound(run, { ...errand, ...forms }, ticks, orders, until);
  if (pages) drawChosenMonths(run);
  if (asked('pembinaan', errand.pages)) takeCoaching(run);
  for (const corner of CORNERS)
    if (isDirty(memory, corner, corner)) run.keep(cursorEntry(corner, { readFrom: 0, startedAt, done: [] }));
  run.finish();
  const performed = performRest(desk, memory, round.rest, until);
  if (ticks) resendTicked(desk, memory);
  if (run.hasMessages || ticks) sendQueued(desk, memory, until);
  const answered = [...round.answered, ...performed].filter((one) => one.row === undefined);
  const { received, goesOn } = round;
  return { desk, received, goesOn, answers: answered.map((one) => one.answer) };
}

interface RoundResult extends Pick<Work, 'received' | 'goesOn'>, Pick<SortedOrders, 'answered' | 'rest'> {}

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
  const actor = actorOf(desk, editorOf(memory, 'tindakan'));
  const chosen = ticks ? readQueue(run, actor, nextId, pending) : [];
  const answers = ticks ? readAnswers(run, actor, nextId, pending) : [];
  const fresh = [...sorted.decisions, ...chosen, ...answers, ...(errand.decisions ?? [])];
  run.decide(...fresh);
  const { intakes: read, unread } = readForms(run, errand.forms ?? [], until);
  noticeProofs(run, read);
  const decisions = [...pending, ...fresh];
  const sources = sourcesOf(desk, decisions);
  const upTo = knownUpTo(
    read,
    unread.map(({ row }) => row.code),
  );
  const intakes = read.map((one) =>
    withEdits(run, one, sources, (upTo[one.row.code] ?? Infinity) === Infinity),
  );
  const isSettled = textOf(memory, KEY.settled) === String(desk.snapshot.at);
  const begun = now();
  const mayRefold = (refolded: number): boolean =>
    refolded === 0 ? now() < until - LONG : now() < begun + MORE_REFOLDS;
  const { judged, postponed } = carryOut(
    run,
    { intakes, decisions, everyVillage: !isSettled, unread: unread.map(({ row }) => row.code), mayRefold },
    sources,
  );
  const answered = [...sorted.answered, ...answersOf(desk, sorted.decided, judged)];
  for (const one of answered)
    run.afterwards(() => {
      answerRow(desk, one);
    });
  if (!isSettled) run.keep({ [KEY.settled]: String(desk.snapshot.at) });
  for (const intake of intakes) keepCursor(run, intake, judged, upTo[intake.row.code] ?? Infinity);
  const left = desk.registry.villages.filter((row) => postponed.includes(row.code)).flatMap(formsOf);
  for (const { mark, cursor } of [...unread.map(({ source }) => source), ...left])
    run.keep(restEntry(mark, cursor, cursorOf(memory, cursor)));
  const goesOn = postponed.length === 0 || now() < until - LONG;
  const places = String(desk.registry.villages.length);
  if (textOf(memory, KEY.places) !== places) run.keep({ [KEY.places]: places });
  const came = judged.flatMap((one) => one.changes).filter((one) => one.from === undefined);
  return { received: new Set(came.map((one) => one.id)).size, answered, rest: sorted.rest, goesOn };
}

/**
 * How far a form was read; where its village was folded from the start, all that the form holds is known. What came
 * after the moment until which the village's other form is known waits with that one.
 */
function keepCursor(run: Run, intake: Intake, judged: readonly Judged[], villageUpTo: Instant): void {
  const { row, source, cursor, whole, submissions, upTo } = intake;
  const { memory } = run;
  const known = cursorOf(memory, source.cursor);
  const refolded = judged.some((one) => one.village === row.code && one.refolded);
  const waits = submissions.some((one) => one.at > villageUpTo);
  const edited = known.edited === true || intake.moved ? { edited: true as const } : {};
  if (cameAgain(intake, judged)) run.keep(restEntry(source.mark, source.cursor, { ...cursor, edited: true }));
  else if (!refolded && (waits || upTo < Infinity))
    run.keep(restEntry(source.mark, source.cursor, { ...(waits ? known : cursor), ...edited }));
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
function performRest(
  desk: Desk,
  memory: Memory,
  rest: SortedOrders['rest'],
  until: Instant,
): readonly Answered[] {
  const sweep = (): SweepDone => sweepAll(desk, memory, until);
  return rest.map((one) => {
    const answered = {
      ...one,
      answer: lazy().perform(desk, memory, one.order.command, one.ok, sweep, until, one.actor),
    };
    answerRow(desk, answered);
    return answered;
  });
}

/** Days that *Ambil laporan yang tertinggal* looks back: any month that is not locked, and a while more. */
const LOOK_BACK_DAYS = 70;

/** Since when *Ambil laporan yang tertinggal* reads the forms again. */
function sweepSince(desk: Desk): number {
  return instantOf(addDays(desk.context.today, -LOOK_BACK_DAYS), '00:00', desk.settings.zone);
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
