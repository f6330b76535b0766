import { addDays } from '../core/dates';
import { dueDate } from '../core/due';
import { addMonths } from '../core/place';
import { periodOf } from '../core/dates';
import { partsDue } from '../core/notices/dayParts';
import type { Instant, VillageCode } from '../core/settings';
import { localTime } from '../core/zones';
import type { Desk } from './desk';
import { isUnclean, KEY, textOf, type Memory } from './memory';
import { sendQueued } from './outbox';
import { lazy } from './lazy';
import { workOff } from './work';

/** Forms are swept in so many turns, one an hour. */
const TURNS = 4;

/** Hour of the day, 0–23, in the sub-district's zone. */
const hourOf = (desk: Desk): number => Number(localTime(desk.now, desk.settings.zone).slice(0, 2));

/** Whether a due day ended with the day before: then every form is read in the first hour. */
function dueDayPassed(desk: Desk): boolean {
  const yesterday = addDays(desk.context.today, -1);
  const running = periodOf(yesterday);
  return [addMonths(running, -2), addMonths(running, -1)].some(
    (period) => dueDate(desk.settings, period) === yesterday,
  );
}

/** The forms of this hour's sweep. */
function swept(desk: Desk, memory: Memory): 'all' | readonly VillageCode[] {
  const isNewDay = textOf(memory, KEY.day) !== desk.context.today;
  if (isUnclean(memory) || (isNewDay && dueDayPassed(desk))) return 'all';
  const turn = hourOf(desk) % TURNS;
  return desk.context.places.filter((_village, place) => place % TURNS === turn);
}

/**
 * What the clock does every hour: what was missed (answers, ticks), then what is due: the new day, messages at
 * 08.00 and 17.00, whatever waits in the outbox. Somebody else at work does the first part; the rest waits an hour.
 */
export function dispatch(): void {
  workOff((desk, memory) => {
    const isNewDay = textOf(memory, KEY.day) !== desk.context.today;
    const forms = swept(desk, memory);
    return { forms, ticks: true, ...(isNewDay ? { settings: true, pages: true } : {}) };
  }, whatIsDue);
}

/** The check of the day, early enough for the morning's message. */
const CHECK_HOUR = 5;

const isCheckDue = (desk: Desk, memory: Memory): boolean =>
  textOf(memory, KEY.examined) !== desk.context.today && hourOf(desk) >= CHECK_HOUR;

function whatIsDue(desk: Desk, memory: Memory, until: Instant): void {
  const { today } = desk.context;
  if (textOf(memory, KEY.day) !== today) lazy().turnDay(desk, memory);
  // Before the morning's messages: what it finds is in them.
  if (isCheckDue(desk, memory)) lazy().examineDaily(desk, memory, until);
  if (textOf(memory, KEY.refreshed) !== today) lazy().refreshByClock(desk, memory, until);
  const due = partsDue(desk.context, {
    morning: textOf(memory, KEY.morning) === today,
    evening: textOf(memory, KEY.evening) === today,
  });
  if (due.morning || due.evening || textOf(memory, KEY.letters) !== '')
    lazy().sayByClock(desk, memory, due, until);
  if (textOf(memory, KEY.transfer) !== '') lazy().continueTransfer(desk, memory, until);
  if (textOf(memory, KEY.rebuild) !== '') lazy().continueRebuild(desk, memory, until);
  else if (textOf(memory, KEY.erase) !== '') lazy().continueErasing(desk, memory, until);
  else if (textOf(memory, KEY.closing) !== '') lazy().continueClosing(desk, memory, until);
  else if (textOf(memory, KEY.forms) !== '') lazy().continueUpdate(desk, memory);
  sendQueued(desk, memory, until);
}
