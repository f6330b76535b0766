import type { Message } from '../patch';
import type { Instant } from '../settings';

export interface Queued {
  readonly message: Message;
  readonly queuedAt: Instant;
}

/** What leaves now, in order, what is given up (receipts without quota for three days), the rest waits. */
export declare function takeBatch(
  queue: readonly Queued[],
  quota: number,
  now: Instant,
): { readonly send: readonly Message[]; readonly drop: readonly Message[] };
