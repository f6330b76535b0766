import type { MailMessage } from '../../state/mail';
import { Blob } from '../blob';
import { gas } from '../boundary';
import { GoogleError, type ServiceEntry } from '../served';
import { sameAccount } from '../drive/sharing';
import { compose, deliver, keepMessage, type MailOptions } from './compose';
import { GmailAttachment } from './gmailAttachment';
import { GmailBulk } from './gmailBulk';
import { GmailDraft } from './gmailDraft';
import { GmailLabel } from './gmailLabel';
import { GmailMessage } from './gmailMessage';
import { GmailThread } from './gmailThread';
import {
  isInInbox,
  isUnread,
  keepLabel,
  marksOf,
  ownLabels,
  ownMessages,
  searchTest,
  threadsOf,
} from './ownMail';

type G = GoogleAppsScript.Gmail.GmailApp;
type GThread = GoogleAppsScript.Gmail.GmailThread;
type GMessage = GoogleAppsScript.Gmail.GmailMessage;
type Options = GoogleAppsScript.Gmail.GmailAdvancedOptions;
type Members =
  | 'createDraft'
  | 'getChatThreads'
  | 'getPriorityInboxThreads'
  | 'getPriorityInboxUnreadCount'
  | 'getSpamThreads'
  | 'getSpamUnreadCount'
  | 'getStarredUnreadCount'
  | 'createLabel'
  | 'deleteLabel'
  | 'getAliases'
  | 'getDraft'
  | 'getDraftMessages'
  | 'getDrafts'
  | 'getInboxThreads'
  | 'getInboxUnreadCount'
  | 'getMessageById'
  | 'getMessagesForThread'
  | 'getMessagesForThreads'
  | 'getStarredThreads'
  | 'getThreadById'
  | 'getTrashThreads'
  | 'getUserLabelByName'
  | 'getUserLabels'
  | 'search'
  | 'sendEmail';

/** The global `GmailApp`: the mailbox of the effective user. */
export class GmailApp extends GmailBulk implements Pick<G, Members> {
  static override readonly gas = 'Gmail.GmailApp';

  sendEmail(recipient: string, subject: string, body: string, options: Options = {}): G {
    deliver(this.runtime, this.composed(recipient, subject, body, options, false));
    return gas(this);
  }

  createDraft(
    recipient: string,
    subject: string,
    body: string,
    options: Options = {},
  ): GoogleAppsScript.Gmail.GmailDraft {
    const message = this.composed(recipient, subject, body, options, true);
    keepMessage(this.runtime, message);
    return gas(new GmailDraft(this.runtime, message));
  }

  /** `from` has to be an alias of the account; accounts have none here. */
  private readonly composed = (
    to: string,
    subject: string,
    body: string,
    options: Options,
    draft: boolean,
  ): MailMessage => {
    const me = this.runtime.execution.effectiveUser;
    if (options.from !== undefined && !sameAccount(options.from, me)) {
      throw new GoogleError(`Invalid argument: ${options.from}`);
    }
    return compose(this.runtime, { ...(options as MailOptions), to, subject, body }, draft);
  };

  getAliases(): string[] {
    return [];
  }

  getDrafts(): GoogleAppsScript.Gmail.GmailDraft[] {
    return gas(this.drafts().map((message) => new GmailDraft(this.runtime, message)));
  }
  getDraftMessages(): GMessage[] {
    return gas(this.drafts().map((message) => new GmailMessage(this.runtime, message)));
  }
  getDraft(draftId: string): GoogleAppsScript.Gmail.GmailDraft {
    const message = this.drafts().find((draft) => draftId === `r${draft.id}`);
    if (!message) throw new GoogleError('Invalid argument: draftId');
    return gas(new GmailDraft(this.runtime, message));
  }
  private readonly drafts = (): MailMessage[] =>
    ownMessages(this.runtime)
      .filter((message) => message.draft)
      .reverse();

  getInboxThreads(start = 0, max = 500): GThread[] {
    return this.threads((message) => isInInbox(this.runtime, message), start, max);
  }
  getStarredThreads(start = 0, max = 500): GThread[] {
    return this.threads((message) => marksOf(this.runtime, message).starred === true, start, max);
  }
  getTrashThreads(start = 0, max = 500): GThread[] {
    return this.threads((message) => marksOf(this.runtime, message).trashed === true, start, max);
  }
  getSpamThreads(start = 0, max = 500): GThread[] {
    return this.threads((message) => marksOf(this.runtime, message).spam === true, start, max);
  }
  /** There is no priority inbox and no chat here: an account that never turned them on. */
  getPriorityInboxThreads(_start = 0, _max = 500): GThread[] {
    return [];
  }
  getPriorityInboxUnreadCount(): number {
    return 0;
  }
  getChatThreads(_start = 0, _max = 500): GThread[] {
    return [];
  }
  getInboxUnreadCount(): number {
    return this.unread((message) => isInInbox(this.runtime, message));
  }
  getStarredUnreadCount(): number {
    return this.unread((message) => marksOf(this.runtime, message).starred === true);
  }
  getSpamUnreadCount(): number {
    return this.unread((message) => marksOf(this.runtime, message).spam === true);
  }
  private readonly unread = (test: (message: MailMessage) => boolean): number =>
    ownMessages(this.runtime).filter((message) => test(message) && isUnread(this.runtime, message)).length;
  search(query: string, start = 0, max = 500): GThread[] {
    const test = searchTest(this.runtime, query);
    return this.threads((message) => !message.draft && test(message), start, max);
  }
  /** The threads that hold a message of that kind, with all their messages. */
  private readonly threads = (
    test: (message: MailMessage) => boolean,
    start: number,
    max: number,
  ): GThread[] => {
    const found = threadsOf(ownMessages(this.runtime)).filter((thread) => thread.messages.some(test));
    return gas(
      found
        .slice(start, start + max)
        .map((thread) => new GmailThread(this.runtime, thread.id, thread.messages)),
    );
  };

  getThreadById(id: string): GThread {
    const thread = threadsOf(ownMessages(this.runtime)).find((each) => each.id === id);
    return gas(thread ? new GmailThread(this.runtime, thread.id, thread.messages) : null);
  }
  getMessageById(id: string): GMessage {
    const message = ownMessages(this.runtime).find((each) => each.id === id);
    if (!message) throw new GoogleError('Invalid argument: id');
    return gas(new GmailMessage(this.runtime, message));
  }
  getMessagesForThread(thread: GThread): GMessage[] {
    return thread.getMessages();
  }
  getMessagesForThreads(threads: GThread[]): GMessage[][] {
    return threads.map((thread) => thread.getMessages());
  }

  createLabel(name: string): GoogleAppsScript.Gmail.GmailLabel {
    keepLabel(this.runtime, name, true);
    return gas(new GmailLabel(this.runtime, name));
  }
  /** null where nobody made that label. */
  getUserLabelByName(name: string): GoogleAppsScript.Gmail.GmailLabel {
    return gas(ownLabels(this.runtime).includes(name) ? new GmailLabel(this.runtime, name) : null);
  }
  getUserLabels(): GoogleAppsScript.Gmail.GmailLabel[] {
    return gas(ownLabels(this.runtime).map((name) => new GmailLabel(this.runtime, name)));
  }
  deleteLabel(label: GoogleAppsScript.Gmail.GmailLabel): G {
    label.deleteLabel();
    return gas(this);
  }
}

export const gmailService: ServiceEntry = {
  global: 'GmailApp',
  gas: 'Gmail.GmailApp',
  create: (runtime) => new GmailApp(runtime),
  classes: [GmailApp, GmailAttachment, GmailDraft, GmailLabel, GmailMessage, GmailThread, Blob],
};
