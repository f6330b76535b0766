import type { MailMessage } from '../../state/mail';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { GmailLabel } from './gmailLabel';
import { GmailMessage } from './gmailMessage';
import { isInInbox, isUnread, mark, marksOf, ownMessages, threadsOf } from './ownMail';

type G = GoogleAppsScript.Gmail.GmailThread;
/** A conversation in the effective user's mailbox. */
export class GmailThread extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Gmail.GmailThread';

  constructor(
    runtime: Runtime,
    readonly id: string,
    /** As they were when the script asked for the thread, or refreshed it. */
    private messages: MailMessage[],
  ) {
    super(runtime);
  }

  getId(): string {
    return this.id;
  }
  getMessages(): GoogleAppsScript.Gmail.GmailMessage[] {
    return gas(this.messages.map((message) => new GmailMessage(this.runtime, message)));
  }
  getMessageCount(): number {
    return this.messages.length;
  }
  getFirstMessageSubject(): string {
    return this.messages[0]?.subject ?? '';
  }
  getLastMessageDate(): GoogleAppsScript.Base.Date {
    return gas(new Date(this.messages[this.messages.length - 1]?.sentAt ?? 0));
  }
  getPermalink(): string {
    return `https://mail.google.com/mail/u/0/#inbox/${this.id}`;
  }
  isUnread(): boolean {
    return this.messages.some((message) => isUnread(this.runtime, message));
  }
  isInInbox(): boolean {
    return this.messages.some((message) => isInInbox(this.runtime, message));
  }
  isInTrash(): boolean {
    return this.messages.every((message) => marksOf(this.runtime, message).trashed === true);
  }
  isInSpam(): boolean {
    return this.messages.some((message) => marksOf(this.runtime, message).spam === true);
  }
  isImportant(): boolean {
    return this.messages.some((message) => marksOf(this.runtime, message).important === true);
  }
  isInChats(): boolean {
    return false;
  }
  isInPriorityInbox(): boolean {
    return false;
  }
  hasStarredMessages(): boolean {
    return this.messages.some((message) => marksOf(this.runtime, message).starred === true);
  }
  private readonly mark = (marks: Parameters<typeof mark>[2]): G => {
    for (const message of this.messages) mark(this.runtime, message, marks);
    return gas(this);
  };
  markRead(): G {
    return this.mark({ read: true });
  }
  markUnread(): G {
    return this.mark({ read: false });
  }
  moveToArchive(): G {
    return this.mark({ archived: true });
  }
  moveToInbox(): G {
    return this.mark({ archived: false, trashed: false, spam: false });
  }
  moveToSpam(): G {
    return this.mark({ spam: true });
  }
  markImportant(): G {
    return this.mark({ important: true });
  }
  markUnimportant(): G {
    return this.mark({ important: false });
  }
  moveToTrash(): G {
    return this.mark({ trashed: true });
  }
  refresh(): G {
    const now = threadsOf(ownMessages(this.runtime)).find((thread) => thread.id === this.id);
    this.messages = now?.messages ?? [];
    return gas(this);
  }

  addLabel(label: GoogleAppsScript.Gmail.GmailLabel): G {
    return this.relabel((labels) => [...labels, label.getName()]);
  }
  removeLabel(label: GoogleAppsScript.Gmail.GmailLabel): G {
    return this.relabel((labels) => labels.filter((name) => name !== label.getName()));
  }
  getLabels(): GoogleAppsScript.Gmail.GmailLabel[] {
    const names = this.messages.flatMap((message) => marksOf(this.runtime, message).labels ?? []);
    return gas([...new Set(names)].map((name) => new GmailLabel(this.runtime, name)));
  }
  private readonly relabel = (change: (labels: string[]) => string[]): G => {
    for (const message of this.messages) {
      const labels = change(marksOf(this.runtime, message).labels ?? []);
      mark(this.runtime, message, { labels: [...new Set(labels)] });
    }
    return gas(this);
  };

  createDraftReply(
    body: string,
    options: GoogleAppsScript.Gmail.GmailAdvancedOptions = {},
  ): GoogleAppsScript.Gmail.GmailDraft {
    return gas(this.newest()?.createDraftReply(body, options));
  }
  createDraftReplyAll(
    body: string,
    options: GoogleAppsScript.Gmail.GmailAdvancedOptions = {},
  ): GoogleAppsScript.Gmail.GmailDraft {
    return gas(this.newest()?.createDraftReplyAll(body, options));
  }
  /** Answers the newest message. */
  reply(body: string, options: GoogleAppsScript.Gmail.GmailAdvancedOptions = {}): G {
    this.newest()?.reply(body, options);
    return gas(this);
  }
  replyAll(body: string, options: GoogleAppsScript.Gmail.GmailAdvancedOptions = {}): G {
    this.newest()?.replyAll(body, options);
    return gas(this);
  }
  private readonly newest = (): GmailMessage | undefined => {
    const message = this.messages[this.messages.length - 1];
    return message && new GmailMessage(this.runtime, message);
  };
}
