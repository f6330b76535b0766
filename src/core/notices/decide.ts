import type { VillageHead, VillageMonth } from '../book';
import type { DrawContext } from '../draw/context';
import type { ToDo } from '../draw/home';
import type { Message } from '../patch';
import type { Instant } from '../settings';

/** A row of the outbox as far as deciding needs it. */
export interface OutboxRow {
  readonly key: string;
  readonly kind: Message['kind'];
  readonly state: 'queued' | 'sending' | 'sent' | 'maybeSent' | 'dropped';
  readonly queuedAt: Instant;
  /** Response ids that the message tells of. */
  readonly about: readonly string[];
}

/** Messages that leave at once after a run has judged a month anew: corrections, held reports, incidents. */
export declare function noticesAtOnce(
  context: DrawContext,
  before: VillageMonth | undefined,
  after: VillageMonth,
): readonly Message[];

/** The same for responses without a month. */
export declare function strayNotices(
  context: DrawContext,
  before: VillageHead | undefined,
  after: VillageHead,
): readonly Message[];

/** Messages due by the clock: reminders, late notices, receipts, the morning message, the interim line. */
export declare function noticesByClock(
  context: DrawContext,
  months: readonly VillageMonth[],
  outbox: readonly OutboxRow[],
  facts: { readonly waiting: number; readonly toDos: readonly ToDo[] },
): readonly Message[];

/** The message as it has to go now, or undefined where its reason is gone. */
export declare function recheck(
  context: DrawContext,
  message: Message,
  months: readonly VillageMonth[],
): Message | undefined;
