import type { Decision } from '../core/book';
import type { Instant, VillageCode } from '../core/settings';
import { now } from '../google/clock';
import { takeLock } from '../google/lock';
import { actorOf, decisionIds, readQueue } from './actions';
import { readPending } from './decisions';
import { openDesk, type Desk } from './desk';
import type { CommandResult } from './dialog';
import { readForm, type Intake } from './intake';
import { cursorEntry, cursorOf, isDirty, KEY, recall, textOf, type Corner, type Memory } from './memory';
import { drawChosenMonths } from './monthPages';
import { answerRow, ordersOf, sortOrders, type Answered, type SortedOrders } from './orderRows';
import type { Order } from './orders';
import { sendQueued } from './outbox';
import { perform, sweepSince } from './perform';
import type { Registry, VillageRow } from './registry';
import { resendTicked } from './resend';
import { carryOut } from './round';
import { Run } from './run';
import { takeSettings } from './settingsChange';
import { sourcesOf } from './sources';
import { logCells } from './words';

/** A run ends before this: Google ends an execution after six minutes without a word. */
export const BUDGET = 4.5 * 60_000;

/** What is asked for beside what the marks say. */
export interface Errand {
  /** Forms to be read although nobody marked them. */
  readonly forms?: 'all' | readonly VillageCode[];
  /** Reads from further back than the cursors: responses that were known are passed over. */
  readonly since?: Instant;
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
    try {
      const opened = openDesk(memory);
      const asked: Errand = typeof turn === 'function' ? turn(opened, memory) : turn;
      const { desk, ...done } = workUnderLock(opened, memory, asked, until);
      registry = desk.registry;
      if (!result.held) also?.(desk, memory);
      const answers = [...result.answers, ...done.answers];
      result = { held: true, received: result.received + done.received, answers };
    } finally {
      // Whatever is written is told by a property in the end: nothing told, nothing to write out.
      lock.release(JSON.stringify(memory.all) !== before);
    }
    turn = now() < until && anythingMarked(recall(), registry) ? {} : undefined;
  }
  return result;
}

const CORNERS: readonly Corner[] = ['tindakan', 'pengaturan', 'halaman', 'formulir'];

function anythingMarked(memory: Memory, registry: Registry): boolean {
  return (
    CORNERS.some((corner) => isDirty(memory, corner, corner)) ||
    registry.villages.some((row) => isMarked(memory, row))
  );
}

const isMarked = (memory: Memory, row: VillageRow): boolean =>
  row.responsesTab !== 0 && isDirty(memory, row.responsesTab, row.code);

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
  if (run.hasMessages || ticks) sendQueued(desk, memory);
  const answered = [...round.sorted.answered, ...performed].filter((one) => one.row === undefined);
  return { desk, received: round.received, answers: answered.map((one) => one.answer) };
}

interface RoundResult {
  readonly received: number;
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
  const intakes = readForms(run, errand, until);
  const decisions = [...pending, ...fresh];
  const isSettled = textOf(memory, KEY.settled) === String(desk.snapshot.at);
  const judged = carryOut(run, { intakes, decisions, everyVillage: !isSettled }, sourcesOf(desk, decisions));
  if (!isSettled) run.keep({ [KEY.settled]: String(desk.snapshot.at) });
  for (const { row, cursor, submissions } of intakes) {
    // A sweep that found nothing new leaves nothing to remember.
    if (submissions.length > 0 || isMarked(memory, row)) run.keep(cursorEntry(row.code, cursor));
  }
  const places = String(desk.registry.villages.length);
  if (textOf(memory, KEY.places) !== places) run.keep({ [KEY.places]: places });
  const came = judged.flatMap((one) => one.changes).filter((one) => one.from === undefined);
  return { received: new Set(came.map((one) => one.id)).size, sorted };
}

/** Decisions that an interrupted run recorded and did not carry through. */
function pendingOf(run: Run): readonly Decision[] {
  if (!run.interrupted) return [];
  const known = Number(textOf(run.memory, KEY.decisions) || '0');
  return readPending(run.desk.master, run.desk.registry.facts.zone, known);
}

/** Orders that decide nothing: recap, reminders, sweep, rebuilding, health. */
function performRest(desk: Desk, memory: Memory, sorted: SortedOrders, until: Instant): readonly Answered[] {
  const sweep = (): number =>
    workUnderLock(desk, memory, { forms: 'all', since: sweepSince(desk) }, until).received;
  return sorted.rest.map((one) => {
    const answered = { ...one, answer: perform(desk, memory, one.order.command, one.ok, sweep) };
    answerRow(desk, answered);
    return answered;
  });
}

/** Reads the forms that are marked or asked for; one that cannot be opened is told of and stops nobody. */
function readForms(run: Run, errand: Errand, until: Instant): readonly Intake[] {
  const { desk, memory } = run;
  const asked = (row: VillageRow): boolean =>
    errand.forms === 'all' || (errand.forms ?? []).includes(row.code) || isMarked(memory, row);
  const intakes: Intake[] = [];
  for (const row of desk.registry.villages) {
    if (row.form === '' || !asked(row) || now() > until) continue;
    const cursor = cursorOf(memory, row.code);
    try {
      const intake = readForm(row, cursor, errand.since);
      intakes.push(intake);
      closeEditing(run, intake);
    } catch (failure) {
      // The mark is outdated all the same, or this form would keep every run busy; the sweep asks again.
      run.keep(cursorEntry(row.code, { ...cursor, startedAt: now() }));
      run.log(unreadable(desk, row, failure));
    }
  }
  return intakes;
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
