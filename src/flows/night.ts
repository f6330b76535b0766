import { monthChoices } from '../core/formLayout';
import { formatPeriod } from '../core/dates';
import { clearFinished } from '../core/draw/queue';
import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { someNames } from '../core/draw/toDos';
import { collectedPeriod, dayOf, monthList } from '../core/due';
import { HEAD } from '../core/head';
import type { LocalDate, Period } from '../core/settings';
import { masterTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { endOfDay } from '../core/zones';
import { answerRows } from '../google/answerRows';
import { setMonthLists } from '../google/tabBuild';
import { openForm } from '../google/responses';
import { accessChange, changeAccess } from './access';
import { deskOf, type Desk } from './desk';
import { strangeAnswers, tellDeletions } from './deletions';
import { queueRows, QUEUE_STATE_COLUMNS, type Chores } from './home';
import { jsonOf, KEY, textOf, type Memory } from './memory';
import { withOpened } from './opened';
import { offerTabs } from './openTabs';
import { writeProposals } from './openings';
import type { VillageRow } from './registry';
import { itemIdOf } from './villageForms';
import { clearPersonalRows } from './personalRows';
import { redrawDay } from './redraw';
import { awaitsReform, reformToDos, settleEnded } from './reforms';
import { Run } from './run';
import { writeService } from './service';
import { trialToDos } from './trial';
import { orderTwins } from './twins';
import { offerMonths } from './updateForms';
import { CATALOGUE } from '../reports/index';

/** The desk as it was when the pages were last drawn: on that day, whose last moment saw all that was done on it. */
function deskOn(desk: Desk, day: LocalDate): Desk {
  return deskOf(
    desk.master,
    desk.registry,
    desk.snapshot,
    endOfDay(day, desk.settings.zone),
    desk.context.office,
  );
}

/**
 * What the first run after midnight does: everything that reads differently because of the day, the finished rows
 * of `Antrean Tinjau`, the order of `Kirim WA`, the month of the lists.
 */
export function turnDay(desk: Desk, memory: Memory): void {
  // A run of its own: what an interruption leaves of it the next hour puts right.
  writeService(desk, memory, 'open');
  const added = addMonth(desk, memory);
  // Before the first of these runs the pages stand as set-up drew them.
  const last = textOf(memory, KEY.day) || dayOf(desk.settings, desk.snapshot.at);
  const run = new Run(desk, memory, 'hari');
  const before = deskOn(desk, last);
  const known = jsonOf<Chores>(memory, KEY.chores, {});
  const chores = choresNow(run, withAccess(desk, known, last), added?.toDos);
  run.countAll();
  redrawDay(run, before, desk, chores);
  clearQueue(run);
  run.afterwards(() => {
    orderTwins(desk);
    if (reportsWithoutBalance(run) || awaitsReform(desk)) writeProposals(desk);
  });
  run.keep({
    [KEY.day]: desk.context.today,
    ...settleEnded(desk, memory),
    ...(added === undefined ? {} : { [KEY.listed]: added.newest }),
    ...(JSON.stringify(chores) === JSON.stringify(known) ? {} : { [KEY.chores]: JSON.stringify(chores) }),
    [KEY.opened]: JSON.stringify(withOpened(memory, [], desk.now)),
  });
  run.finish();
  clearPersonalRows(run);
}

/** Operators whose days begin or end with this one get their access or lose it; whom Google refused becomes a to-do. */
function withAccess(desk: Desk, known: Chores, last: LocalDate): Chores {
  const { settings, context } = desk;
  const refused = desk.registry.villages.flatMap((row) =>
    row.form === '' || row.sheet === ''
      ? []
      : changeAccess(row, accessChange(settings, settings, row.code, context.today, last)),
  );
  if (refused.length === 0) return known;
  const texts = new Set([...(known['izin'] ?? []).map(({ text }) => text), ...refused]);
  return { ...known, izin: [...texts].map((text) => ({ text })) };
}

/** Whether a village reports its population and has no balance to count from. The heads are loaded. */
function reportsWithoutBalance({ desk, shelf }: Run): boolean {
  const { openings } = desk.settings;
  return desk.context.places.some(
    (village) =>
      shelf.head(village).latest.population !== undefined && !openings.some((one) => one.village === village),
  );
}

/** What a person has to do out of the night's corners; `months` = forms whose list of months could not be set, if it was. */
function choresNow(run: Run, known: Chores, months: readonly ToDo[] | undefined): Chores {
  const { desk } = run;
  const { responses } = desk.registry.facts;
  const rows = responses === '' ? {} : answerRows(responses);
  const all: Chores = {
    ...known,
    hapus: tellDeletions(run, rows, known['hapus'] ?? []),
    karantina: strangeAnswers(desk, rows),
    uji: trialToDos(desk, known['uji'] ?? []),
    pemekaran: reformToDos(desk),
    ...(months === undefined ? {} : { daftar: months }),
  };
  return Object.fromEntries(Object.entries(all).filter(([, toDos]) => toDos.length > 0));
}

/** Finished rows leave by their keys, the others come into the order of their reports, whenever those were read. */
function clearQueue(run: Run): void {
  const rows = queueRows(run, QUEUE_STATE_COLUMNS);
  run.draw(...clearFinished(rows));
  const orders = rows.map((row) => String(row[1] ?? ''));
  if (orders.some((order, at) => order <= (orders[at - 1] ?? '')))
    run.afterwards(() => {
      run.desk.master.sort(TAB.queue, 2, [2, 1]);
    });
}

/** Month that the lists of the forms and tabs offer as the newest. */
const listed = (memory: Memory): Period => textOf(memory, KEY.listed);

/**
 * On the interim day the running month enters the lists of all forms, without anybody's click. Gives the month, and
 * what is to be done by hand where a form could not be opened; undefined on all other days.
 */
function addMonth(
  desk: Desk,
  memory: Memory,
): { readonly newest: Period; readonly toDos: readonly ToDo[] } | undefined {
  const newest = collectedPeriod(desk.settings, desk.context.today);
  if (listed(memory) === newest) return undefined;
  const months = monthList(desk.settings, desk.context.today).map(formatPeriod);
  const refused = desk.registry.villages.filter((row) => !offersMonths(row, months));
  // A village that joins later gets a copy of a template; one that is gone is a matter of the health check.
  offerMonths(desk);
  for (const tab of masterTabs(CATALOGUE)) {
    const takesMonths = tab.monthCell !== undefined || tab.columns.some((one) => one.list === 'months');
    if (takesMonths && desk.master.has(tab.name)) setMonthLists(desk.master, tab, months);
  }
  offerTabs(desk.master);
  return { newest, toDos: refusedMonths(desk, refused) };
}

/** Sets the list of months; false where the form cannot be opened: the others go on. */
function offersMonths(row: VillageRow, months: readonly string[]): boolean {
  const item = itemIdOf(row, HEAD.period);
  if (row.form === '' || item === undefined) return true;
  return attempt(() => {
    openForm(row.form).setChoices(item, monthChoices(months));
  });
}

function refusedMonths(desk: Desk, rows: readonly VillageRow[]): readonly ToDo[] {
  if (rows.length === 0) return [];
  const names = someNames(rows.map((row) => titleOf(desk.context, row.code)));
  return [{ text: `Daftar bulan belum bertambah di formulir ${names}. Jalankan Perbarui formulir.` }];
}

function attempt(act: () => void): boolean {
  try {
    act();
    return true;
  } catch {
    return false;
  }
}
