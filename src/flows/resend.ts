import { readersNow } from '../core/notices/people';
import { drawOutbox, outboxEntry } from '../core/notices/outbox';
import type { Cell } from '../core/patch';
import { TAB } from '../core/tabs/names';
import { tickedRows } from './actions';
import type { Desk } from './desk';
import { KEY, remember, textOf, type Memory } from './memory';
import { outboxCells, outboxRows } from './outbox';

/** Header of the checkbox in `Surat dan Surel`. */
const RESEND = 'Kirim ulang';

/** Puts messages whose *kirim ulang* is ticked back into the queue, and takes the ticks away. */
export function resendTicked(desk: Desk, memory: Memory): void {
  const ticked = tickedRows(desk.master, TAB.outbox, RESEND, outboxRows(memory));
  if (ticked.length === 0) return;
  const from = Number(textOf(memory, KEY.outboxFrom) || '2');
  for (const row of ticked) {
    const entry = outboxEntry(row.all.map((cell): Cell => (typeof cell === 'boolean' ? '' : cell)));
    if (entry !== undefined && entry.state !== 'sent' && entry.message.to.length > 0) {
      const queued = drawOutbox(desk.context, {
        message: { ...entry.message, to: readersNow(desk.context, entry.message) },
        state: 'queued',
        queuedAt: desk.now,
      });
      // Its place in the tab stays; only what became of it begins anew.
      desk.master.write(TAB.outbox, row.row, 1, [[...outboxCells(queued, row.all)]]);
    }
    row.untick(RESEND);
  }
  const first = Math.min(from, ...ticked.map((row) => row.row));
  if (first < from) remember(memory, { [KEY.outboxFrom]: String(first) });
}
