import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { GmailThread } from './gmailThread';
import { keepLabel, mark, marksOf, ownMessages, threadsOf } from './ownMail';

type G = GoogleAppsScript.Gmail.GmailLabel;
type GThread = GoogleAppsScript.Gmail.GmailThread;

/** A label of the effective user's mailbox. */
export class GmailLabel extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Gmail.GmailLabel';

  constructor(
    runtime: Runtime,
    readonly label: string,
  ) {
    super(runtime);
  }

  getName(): string {
    return this.label;
  }
  getThreads(start = 0, max = 500): GThread[] {
    const threads = this.labelled().slice(start, start + max);
    return gas(threads.map((thread) => new GmailThread(this.runtime, thread.id, thread.messages)));
  }
  getUnreadCount(): number {
    return this.labelled().filter((thread) =>
      new GmailThread(this.runtime, thread.id, thread.messages).isUnread(),
    ).length;
  }
  addToThread(thread: GThread): G {
    thread.addLabel(gas<G>(this));
    return gas(this);
  }
  addToThreads(threads: GThread[]): G {
    for (const thread of threads) this.addToThread(thread);
    return gas(this);
  }
  removeFromThread(thread: GThread): G {
    thread.removeLabel(gas<G>(this));
    return gas(this);
  }
  removeFromThreads(threads: GThread[]): G {
    for (const thread of threads) this.removeFromThread(thread);
    return gas(this);
  }
  deleteLabel(): void {
    keepLabel(this.runtime, this.label, false);
    for (const message of ownMessages(this.runtime)) {
      const labels = marksOf(this.runtime, message).labels ?? [];
      if (!labels.includes(this.label)) continue;
      mark(this.runtime, message, { labels: labels.filter((name) => name !== this.label) });
    }
  }

  private readonly labelled = () =>
    threadsOf(ownMessages(this.runtime)).filter((thread) =>
      thread.messages.some((message) => marksOf(this.runtime, message).labels?.includes(this.label)),
    );
}
