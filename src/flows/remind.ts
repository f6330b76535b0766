import type { VillageMonth } from '../core/book';
import { formatPeriod } from '../core/dates';
import { statusPeriods } from '../core/draw/status';
import { titleOf } from '../core/draw/rows';
import { noticesByClock, remindersNow } from '../core/notices/byClock';
import type { DayParts } from '../core/notices/dayParts';
import type { Message } from '../core/patch';
import { addMonths } from '../core/place';
import type { Instant, Period } from '../core/settings';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { factsOf } from './home';
import { KEY, remember, textOf, type Memory } from './memory';
import { OUTBOX_LOOK, readOutbox, sendQueued } from './outbox';
import { Run } from './run';
import { Shelf } from './shelf';
import { draftByClock } from './warnings';

/** Months that messages by the clock look at: those of the status pages and the month before each, of all villages. */
function monthsFor(desk: Desk, shelf: Shelf): readonly VillageMonth[] {
  const open = statusPeriods(desk.settings, desk.context.today);
  const periods = [...new Set(open.flatMap((period) => [addMonths(period, -1), period]))];
  shelf.load(periods.map((period) => ({ period })));
  return periods.flatMap((period) => shelf.slice(period));
}

/** Messages of these parts of the day, into the outbox and out. */
export function sayByClock(desk: Desk, memory: Memory, due: DayParts, until: Instant): void {
  // Letters first: the morning's message tells of them.
  if (due.morning || textOf(memory, KEY.letters) !== '') draftByClock(desk, memory, until);
  if (!due.morning && !due.evening) return;
  const run = new Run(desk, memory, 'pesan');
  const months = monthsFor(desk, run.shelf);
  const rows = desk.master.lastRow('Surat dan Surel');
  const outbox = readOutbox(desk, Math.max(2, rows - OUTBOX_LOOK)).map((one) => one.entry);
  run.say(...noticesByClock(desk.context, months, outbox, factsOf(desk, memory), due));
  const { today } = desk.context;
  run.keep({
    ...(due.morning ? { [KEY.morning]: today } : {}),
    ...(due.evening ? { [KEY.evening]: today } : {}),
  });
  run.finish();
  if (run.hasMessages) sendQueued(desk, memory);
}

/** Months for which reminders can be asked for: those whose reports are still missing, oldest first. */
export function remindPeriods(desk: Desk): readonly Period[] {
  return statusPeriods(desk.settings, desk.context.today);
}

function messagesNow(desk: Desk, shelf: Shelf): readonly Message[] {
  const months = monthsFor(desk, shelf);
  return remindPeriods(desk).flatMap((period) => remindersNow(desk.context, period, months));
}

/** What *Kirim pengingat sekarang* would send, one line a village. */
export function previewReminders(desk: Desk): readonly string[] {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  return messagesNow(desk, shelf).map(
    (message) =>
      `${titleOf(desk.context, message.village)}: ${message.subject}` +
      (message.to.length === 0 ? ' (tanpa email, hanya Kirim WA)' : ` → ${message.to.join(', ')}`),
  );
}

/** *Kirim pengingat sekarang*: once a day and village at most, however often it is asked for. */
export function remindNow(desk: Desk, memory: Memory): CommandResult {
  const run = new Run(desk, memory, 'pesan');
  const messages = messagesNow(desk, run.shelf);
  if (messages.length === 0) {
    const names = remindPeriods(desk).map(formatPeriod).join(', ');
    return { done: true, text: `Semua laporan ${names} sudah masuk; tidak ada yang perlu diingatkan.` };
  }
  run.say(...messages);
  run.finish();
  const { sent, waiting } = sendQueued(desk, memory);
  remember(memory, { [KEY.reminded]: String(desk.now) });
  const rest = waiting === 0 ? '' : ` ${String(waiting)} pesan menunggu jatah email besok.`;
  return {
    done: true,
    text: `${String(sent)} pengingat terkirim lewat email; teks WhatsApp-nya ada di tab Kirim WA.${rest}`,
  };
}
