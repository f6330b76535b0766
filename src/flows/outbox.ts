import type { VillageMonth } from '../core/book';
import { statusPeriods } from '../core/draw/status';
import { outboxEntry, drawOutbox, type OutboxEntry, type OutboxState } from '../core/notices/outbox';
import { recheck } from '../core/notices/recheck';
import { takeBatch } from '../core/notices/quota';
import { drawHome } from '../core/draw/home';
import { collectedPeriod } from '../core/due';
import type { Cell, Message } from '../core/patch';
import type { Instant } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { applyPatches, type Counts } from '../google/apply';
import type { Read } from '../google/cells';
import { now } from '../google/clock';
import { mailQuota, sendMail } from '../google/mail';
import type { Desk } from './desk';
import { factsOf } from './home';
import { lazy } from './lazy';
import { appendRows } from './logs';
import { isUnclean, jsonOf, KEY, remember, textOf, type Memory } from './memory';
import { Shelf } from './shelf';
import { unsentEntry } from './unsent';
import { logCells } from './words';

/** First row of `Surat dan Surel` below its header. */
const FIRST = 2;

/** Rows of the outbox, from the end, that tell what has been said: more than ten days of a busy month. */
export const OUTBOX_LOOK = 600;

/** Messages that are leaving and how many of them have left: the one after those was in flight at a crash. */
interface Leaving {
  readonly keys: readonly string[];
  readonly done: number;
}

interface Standing {
  readonly row: number;
  readonly entry: OutboxEntry;
}

/** Rows of the outbox from `from` on, as entries. Two calls. */
export function readOutbox(desk: Desk, from: number): readonly Standing[] {
  const { master } = desk;
  const rows = master.lastRow(TAB.outbox) - from + 1;
  if (rows <= 0) return [];
  const columns = master.declaration(TAB.outbox)?.columns.length ?? 0;
  return master.read(TAB.outbox, { row: from, column: 1, rows, columns }).flatMap((cells, at) => {
    const entry = outboxEntry(cells.map((cell): Cell => (typeof cell === 'boolean' ? '' : cell)));
    return entry === undefined ? [] : [{ row: from + at, entry }];
  });
}

const isOpen = ({ entry }: Standing): boolean => entry.state === 'queued' || entry.state === 'sending';

/** Cells of an entry that keep the key and the order that stand in the tab. */
export function outboxCells(
  drawn: { readonly values: readonly Cell[] },
  standing: readonly Read[],
): readonly Cell[] {
  return drawn.values.map((value, at) => (at < 2 ? String(standing[at] ?? value) : value));
}

/** The first row that a later run has to look at. */
function nextFrom(all: readonly Standing[], from: number): number {
  const open = all.find(isOpen);
  const last = all[all.length - 1];
  return open?.row ?? (last === undefined ? from : last.row + 1);
}

/** Writes entries back where they stand; rows that touch in one call. */
function writeBack(desk: Desk, changed: readonly Standing[]): void {
  const blocks = changed.map(({ row, entry }) => {
    const values = [drawOutbox(desk.context, entry).values];
    return { kind: 'block' as const, book: 'master' as const, tab: TAB.outbox, row, column: 1, values };
  });
  applyPatches(() => desk.master, blocks, { counts: {}, interrupted: false });
}

/** What became of the messages that were leaving when a run broke off. */
function settled(all: readonly Standing[], leaving: Leaving): readonly Standing[] {
  return all.flatMap((one) => {
    const at = leaving.keys.indexOf(one.entry.message.key);
    if (at < 0 || !isOpen(one)) return [];
    if (at < leaving.done)
      return [altered(one, { state: 'sent', sentAt: one.entry.sentAt ?? one.entry.queuedAt })];
    return at === leaving.done ? [altered(one, { state: 'maybeSent' })] : [];
  });
}

const altered = (one: Standing, more: Partial<OutboxEntry>): Standing => ({
  row: one.row,
  entry: { ...one.entry, ...more },
});

/** How a batch went. */
export interface SentCount {
  readonly sent: number;
  /** Messages that stand as *mungkin sudah terkirim* since this run. */
  readonly inDoubt: number;
  readonly waiting: number;
}

/**
 * Sends what waits in the outbox, in order, within the day's quota. Before each message its number is on record, so
 * that after a crash exactly the one in flight is in doubt; each is checked against its months once more. What has not
 * left at `until` waits for the next run.
 */
export function sendQueued(desk: Desk, memory: Memory, until = Infinity): SentCount {
  const from = Number(textOf(memory, KEY.outboxFrom) || String(FIRST));
  if (nothingWaits(memory, from)) return { sent: 0, inDoubt: 0, waiting: 0 };
  const read = readOutbox(desk, from);
  const leaving = jsonOf<Leaving>(memory, KEY.sending, { keys: [], done: 0 });
  const healed = leaving.keys.length === 0 ? [] : settled(read, leaving);
  const all = read.map((one) => healed.find((other) => other.row === one.row) ?? one);
  const open = all.filter(isOpen);
  const changed = new Map(healed.map((one) => [one.row, one] as const));
  if (open.length > 0) for (const one of deliver(desk, memory, open, until)) changed.set(one.row, one);
  const after = all.map((one) => changed.get(one.row) ?? one);
  const unsent = unsentEntry(
    desk,
    memory,
    after.map((one) => one.entry),
  );
  // `Beranda` first: until the properties are set the next run finds the same and draws it again.
  drawUnsent(desk, memory, unsent);
  if (changed.size > 0) writeBack(desk, [...changed.values()]);
  const next = nextFrom(after, from);
  if (changed.size > 0 || next !== from || leaving.keys.length > 0 || Object.keys(unsent).length > 0)
    remember(memory, { [KEY.outboxFrom]: String(next), [KEY.sending]: '', ...unsent });
  return {
    sent: [...changed.values()].filter((one) => one.entry.state === 'sent').length,
    inDoubt: [...changed.values()].filter((one) => one.entry.state === 'maybeSent').length,
    waiting: after.filter(isOpen).length,
  };
}

/** Whether all rows are finished, as far as the runs before know: then nothing has to be looked at. */
function nothingWaits(memory: Memory, from: number): boolean {
  const rows = outboxRows(memory);
  const open = textOf(memory, KEY.unsent) + textOf(memory, KEY.sending);
  return rows !== undefined && from >= FIRST + rows && open === '';
}

/** How many rows `Surat dan Surel` has, where the runs before say so. */
export function outboxRows(memory: Memory): number | undefined {
  const known = jsonOf<Counts>(memory, KEY.counts, {})[`master/${TAB.outbox}`];
  return isUnclean(memory) ? undefined : known?.rows;
}

function drawUnsent(desk: Desk, memory: Memory, unsent: Readonly<Record<string, string>>): void {
  if (Object.keys(unsent).length === 0) return;
  const period = collectedPeriod(desk.settings, desk.context.today);
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.load([{ period }]);
  const months = shelf.slice(period);
  const facts = factsOf(desk, { all: { ...memory.all, ...unsent } });
  const patches = drawHome(desk.context, period, months, facts);
  applyPatches(() => desk.master, patches, { counts: {}, interrupted: false });
}

/** Sends a batch; gives the entries whose state changed. */
function deliver(desk: Desk, memory: Memory, open: readonly Standing[], until: Instant): readonly Standing[] {
  const entryOf = (message: Message): Standing | undefined =>
    open.find((one) => one.entry.message.key === message.key);
  const months = monthsFor(desk, open);
  const current = open.map((one) => ({ one, message: recheck(desk.context, one.entry.message, months) }));
  const gone = current.filter(({ message }) => message === undefined);
  const queue = current.flatMap(({ one, message }) =>
    message === undefined ? [] : [{ message, queuedAt: one.entry.queuedAt }],
  );
  changeTwins(desk, current);
  const batch = takeBatch(queue, mailQuota(), now());
  logDropped(desk, memory, batch.drop);
  const dropped = [...gone.map(({ one }) => one), ...batch.drop.flatMap((message) => entryOf(message) ?? [])];
  return [
    ...dropped.map((one) => altered(one, { state: 'dropped' })),
    ...sendAll(desk, memory, batch.send, until).flatMap(({ message, state }) => {
      const one = entryOf(message);
      const when = state === 'sent' ? { sentAt: now() } : {};
      return one === undefined ? [] : [altered(one, { message, state, ...when })];
    }),
  ];
}

/** Texts of `Kirim WA` whose mail says something else now, or is not sent at all. */
function changeTwins(
  desk: Desk,
  current: readonly { readonly one: Standing; readonly message: Message | undefined }[],
): void {
  const changed = current.flatMap(({ one, message }) => {
    const { key, whatsapp } = one.entry.message;
    return whatsapp === undefined || whatsapp.text === message?.whatsapp?.text ? [] : [{ key, message }];
  });
  if (changed.length > 0) lazy().changeTwins(desk, changed);
}

/** What found no quota for days is given up and told; its row in `Kirim WA` stays for a person to send. */
function logDropped(desk: Desk, memory: Memory, dropped: readonly Message[]): void {
  if (dropped.length === 0) return;
  const counts = jsonOf<Counts>(memory, KEY.counts, {});
  const rows = dropped.map(({ village, subject }) =>
    logCells(desk, {
      at: now(),
      actor: 'sistem',
      what: 'Email tidak dikirim',
      village,
      reason: `${subject}: tiga hari tidak ada jatah email. Teksnya tetap ada di ${TAB.whatsapp}.`,
    }),
  );
  const place = `master/${TAB.log}`;
  const count = appendRows(desk.master, TAB.log, rows, counts[place], isUnclean(memory));
  remember(memory, { [KEY.counts]: JSON.stringify({ ...counts, [place]: count }) });
}

interface Gone {
  readonly message: Message;
  readonly state: OutboxState;
}

/** Sends one after the other; stops where the day's quota is used up, so that the rest waits. */
function sendAll(desk: Desk, memory: Memory, messages: readonly Message[], until: Instant): readonly Gone[] {
  const keys = messages.map((message) => message.key);
  const gone: Gone[] = [];
  for (const message of messages) {
    if (now() > until) break;
    remember(memory, { [KEY.sending]: JSON.stringify({ keys, done: gone.length }) });
    try {
      sendMail({ ...message, name: senderName(desk) });
      gone.push({ message, state: 'sent' });
    } catch (failure) {
      const words = (failure instanceof Error ? failure.message : String(failure)).toLowerCase();
      if (words.includes('too many times')) break;
      // What timed out may have left; anything else is an address that Google does not take.
      const doubtful = /timed out|server error|internal error|unavailable/.test(words);
      gone.push({ message, state: doubtful ? 'maybeSent' : 'refused' });
    }
  }
  return gone;
}

const senderName = (desk: Desk): string =>
  `${desk.settings.programme} Kecamatan ${desk.settings.subdistrict.name}`;

function monthsFor(desk: Desk, open: readonly Standing[]): readonly VillageMonth[] {
  const villages = [...new Set(open.map((one) => one.entry.message.village))].filter((code) => code !== '');
  const periods = statusPeriods(desk.settings, desk.context.today);
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  const wanted = villages.flatMap((village) => periods.map((period) => ({ village, period })));
  shelf.load(wanted);
  return wanted.map(({ village, period }) => shelf.month(village, period));
}
