import type { Instant, LocalDate } from '../core/settings';
import type { ToDo } from '../core/draw/home';
import { COMMANDS } from '../core/tabs/stores';
import { TAB } from '../core/tabs/names';
import { listed } from '../core/text';
import { now } from '../google/clock';
import { changedSince } from '../google/files';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { drawn } from './handChanges';
import { villageComplaints } from './healthForms';
import { examineOffice } from './healthOffice';
import { healthResult, lastHealth, type Complaint, type Health } from './healthTold';
import { drawChores, type Chores } from './home';
import { jsonOf, KEY, remember, type Memory } from './memory';
import type { VillageRow } from './registry';
import { findUnsent, logOrder, ORDER_KEPT, orderPages, orderPlaced } from './rowOrder';
import { Run } from './run';

/** A check that is under way over several hours: villages looked at so far, and what is wrong with them. */
interface Underway {
  readonly day: LocalDate;
  readonly next: number;
  readonly wrong: readonly Complaint[];
}

/** What one hour gives to the check of the day. */
const TURN = 90_000;
/** What is left for the rest of the hour's work. */
const SPARE = 60_000;

/** Looks at villages from a place on until the time is over; `knownOf` says of whom the questions need not be compared. */
function lookAtVillages(
  desk: Desk,
  from: Underway,
  until: Instant,
  knownOf: (row: VillageRow) => readonly Complaint[] | undefined,
): Underway {
  const { villages } = desk.registry;
  let { next, wrong } = from;
  while (next < villages.length && (next === from.next || now() < until)) {
    const row = villages[next];
    if (row !== undefined) wrong = [...wrong, ...villageComplaints(desk, row, knownOf(row))];
    next += 1;
  }
  return { day: from.day, next, wrong: kept(wrong) };
}

/** Longest text of all findings together that is kept: a property holds 9 KB. */
const KEPT = 5000;

function kept(all: readonly Complaint[]): readonly Complaint[] {
  let room = KEPT;
  return all.filter(({ text }) => (room -= text.length + 60) > 0);
}

/** The office and all villages put together; kept for others, and on `Beranda` where something is to be done. */
function conclude(desk: Desk, memory: Memory, villages: readonly Complaint[]): Health {
  const run = new Run(desk, memory, 'formulir');
  const moved = [...orderPlaced(desk), ...orderPages(desk, drawn(run))];
  findUnsent(desk, memory);
  logOrder(run, moved);
  const office = examineOffice(desk, memory);
  const forms = `${String(desk.registry.villages.length)} formulir menerima jawaban dan tersambung.`;
  const health: Health = {
    at: desk.now,
    wrong: kept([
      ...(moved.length === 0 ? [] : [{ text: `Tab ${listed(moved)}: ${ORDER_KEPT}` }]),
      ...office.wrong,
      ...villages,
    ]),
    good: [...office.good, ...(villages.length === 0 ? [forms] : [])],
  };
  const chores: Chores = { ...jsonOf<Chores>(memory, KEY.chores, {}), sehat: toDosOf(desk, health.wrong) };
  drawChores(run, chores);
  run.keep({
    [KEY.health]: JSON.stringify(health),
    [KEY.chores]: JSON.stringify(chores),
    [KEY.examined]: desk.context.today,
    [KEY.examining]: '',
  });
  run.finish();
  return health;
}

/** Findings that `Beranda` names one by one; the dialog has them all. */
const NAMED = 5;

function toDosOf({ context }: Desk, wrong: readonly Complaint[]): readonly ToDo[] {
  const own = wrong.filter((one) => one.told !== true);
  const link = context.masterAddress(TAB.commands);
  const toDos = own.slice(0, NAMED).map(({ text, menu }) => {
    const isOrder = COMMANDS.some((one) => one.id === menu);
    return { text, ...(isOrder && link !== undefined ? { link } : {}) };
  });
  const more = own.length - toDos.length;
  return more > 0
    ? [...toDos, { text: `dan ${String(more)} hal lain; lihat Periksa kesehatan di menu.` }]
    : toDos;
}

/** The last check without what it found in the questions of the forms, which have been put right since. */
export function forgetQuestions(
  desk: Desk,
  memory: Memory,
): { readonly toDos: readonly ToDo[]; readonly entry: Readonly<Record<string, string>> } {
  const last = lastHealth(memory);
  if (last === undefined) return { toDos: [], entry: {} };
  const health = {
    ...last,
    wrong: last.wrong.filter((one) => one.questionsOf === undefined && one.sendersOf === undefined),
  };
  return { toDos: toDosOf(desk, health.wrong), entry: { [KEY.health]: JSON.stringify(health) } };
}

/** *Periksa kesehatan*: looks at everything now, keeps the result for others, and tells it. */
export function checkHealth(desk: Desk, memory: Memory): CommandResult {
  const { wrong } = lookAtVillages(
    desk,
    { day: desk.context.today, next: 0, wrong: [] },
    Infinity,
    () => undefined,
  );
  return healthResult(desk, conclude(desk, memory, wrong));
}

/**
 * The check of the day: the villages by turns of an hour's run, with the questions of the forms that were changed
 * since the last one, then the office. What it finds stands on `Beranda` and in the morning's message to the Kasi.
 */
export function examineDaily(desk: Desk, memory: Memory, until: Instant): void {
  const { today } = desk.context;
  const known = jsonOf<Underway | undefined>(memory, KEY.examining, undefined);
  const from: Underway = known?.day === today ? known : { day: today, next: 0, wrong: [] };
  const last = lastHealth(memory);
  const end = Math.min(until - SPARE, now() + TURN);
  const underway = lookAtVillages(desk, from, end, ({ code, form }) =>
    last === undefined || form === '' || changedSince(form, last.at)
      ? undefined
      : last.wrong.filter((one) => one.questionsOf === code),
  );
  if (underway.next < desk.registry.villages.length)
    remember(memory, { [KEY.examining]: JSON.stringify(underway) });
  else conclude(desk, memory, underway.wrong);
}
