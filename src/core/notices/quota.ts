import type { Message } from '../patch';
import type { Instant } from '../settings';

/** A message that waits in the outbox. */
export interface Queued {
  readonly message: Message;
  readonly queuedAt: Instant;
}

/** Recipients that only an incident may use. */
export const KEPT_FOR_INCIDENTS = 5;
/** Recipients that receipts never use. */
export const KEPT_FROM_RECEIPTS = 40;
/** How long a receipt waits for quota before it is given up: three days. */
const RECEIPT_PATIENCE = 3 * 24 * 60 * 60 * 1000;

/** Order of leaving; equal numbers leave in the order in which they were queued. */
const ORDER: Readonly<Record<Message['kind'], number>> = {
  incident: 0,
  correction: 1,
  balance: 1,
  held: 1,
  answer: 2,
  edited: 2,
  corrected: 2,
  pins: 2,
  morning: 3,
  reminder: 4,
  late: 4,
  interim: 4,
  comparison: 4,
  receipt: 5,
  warning: 6,
  group: 6,
};

function reserve(kind: Message['kind']): number {
  if (kind === 'incident') return 0;
  return kind === 'receipt' ? KEPT_FROM_RECEIPTS : KEPT_FOR_INCIDENTS;
}

/** Recipients that a message costs. */
export function recipientsOf(message: Message): number {
  return message.to.length + message.cc.length;
}

/**
 * What leaves now, in order, within `quota` recipients (those that Google says are left today), and which receipts
 * are given up because no quota was left for them for three days. All else waits; nothing else is ever given up.
 * A message that does not fit lets smaller ones of the same rank pass, never ones of a lower rank.
 */
export function takeBatch(
  queue: readonly Queued[],
  quota: number,
  now: Instant,
): { readonly send: readonly Message[]; readonly drop: readonly Message[] } {
  const due = queue.filter((one) => one.message.notBefore <= now && recipientsOf(one.message) > 0);
  const ranked = due
    .slice()
    .sort(
      (a, b) =>
        ORDER[a.message.kind] - ORDER[b.message.kind] ||
        a.queuedAt - b.queuedAt ||
        (a.message.key < b.message.key ? -1 : 1),
    );
  const send: Message[] = [];
  const drop: Message[] = [];
  let left = quota;
  let blocked = Number.POSITIVE_INFINITY;
  for (const { message, queuedAt } of ranked) {
    const cost = recipientsOf(message);
    if (ORDER[message.kind] <= blocked && left - cost >= reserve(message.kind)) {
      send.push(message);
      left -= cost;
      continue;
    }
    blocked = Math.min(blocked, ORDER[message.kind]);
    if (message.kind === 'receipt' && now - queuedAt >= RECEIPT_PATIENCE) drop.push(message);
  }
  return { send, drop };
}
