import { formatPeriod } from '../core/dates';
import { groupNotice } from '../core/notices/group';
import { groupLink } from '../core/notices/whatsapp';
import type { Message } from '../core/patch';
import type { Period } from '../core/settings';
import { wallClock } from '../core/zones';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Memory } from './memory';
import { Run } from './run';
import { Shelf } from './shelf';

function noticeNow(desk: Desk, shelf: Shelf, period: Period): Message {
  shelf.load([{ period }]);
  // A text a minute at most: the counts of another minute may be others.
  const minute = wallClock(desk.now, desk.settings.zone).slice(0, 16);
  return groupNotice(desk.context, period, shelf.slice(period), `-${minute}`);
}

/** What the text would say now, line by line. */
export function previewGroup(desk: Desk, period: Period): readonly string[] {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  return noticeNow(desk, shelf, period).text.split('\n');
}

/** *Buat teks grup WhatsApp*: a row in `Kirim WA` and the link at once. */
export function makeGroupText(desk: Desk, memory: Memory, period: Period): CommandResult {
  const run = new Run(desk, memory, 'pesan');
  const message = noticeNow(desk, run.shelf, period);
  run.say(message);
  run.finish();
  return {
    done: true,
    text: `Teks grup ${formatPeriod(period)} sudah dibuat. Teksnya ada di tab Kirim WA; pilih grupnya di WhatsApp, lalu kirim.`,
    links: [{ text: 'Buka WhatsApp', url: groupLink(message.text) }],
  };
}
