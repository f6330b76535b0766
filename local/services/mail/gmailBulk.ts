import { gas } from '../boundary';
import { Served } from '../served';

type GApp = GoogleAppsScript.Gmail.GmailApp;
type GMessage = GoogleAppsScript.Gmail.GmailMessage;
type GThread = GoogleAppsScript.Gmail.GmailThread;
type Members =
  | 'markMessageRead'
  | 'markMessagesRead'
  | 'markMessageUnread'
  | 'markMessagesUnread'
  | 'moveMessageToTrash'
  | 'moveMessagesToTrash'
  | 'starMessage'
  | 'starMessages'
  | 'unstarMessage'
  | 'unstarMessages'
  | 'refreshMessage'
  | 'refreshMessages'
  | 'markThreadRead'
  | 'markThreadsRead'
  | 'markThreadUnread'
  | 'markThreadsUnread'
  | 'markThreadImportant'
  | 'markThreadsImportant'
  | 'markThreadUnimportant'
  | 'markThreadsUnimportant'
  | 'moveThreadToArchive'
  | 'moveThreadsToArchive'
  | 'moveThreadToInbox'
  | 'moveThreadsToInbox'
  | 'moveThreadToSpam'
  | 'moveThreadsToSpam'
  | 'moveThreadToTrash'
  | 'moveThreadsToTrash'
  | 'refreshThread'
  | 'refreshThreads';

/** What `GmailApp` does to one or several messages or threads: the same as each of them does. */
export abstract class GmailBulk extends Served implements Pick<GApp, Members> {
  private readonly each = <T>(list: readonly T[], act: (one: T) => unknown): GApp => {
    for (const one of list) act(one);
    return gas(this);
  };

  markMessageRead(message: GMessage): GApp {
    return this.each([message], (one) => one.markRead());
  }
  markMessagesRead(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.markRead());
  }
  markMessageUnread(message: GMessage): GApp {
    return this.each([message], (one) => one.markUnread());
  }
  markMessagesUnread(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.markUnread());
  }
  moveMessageToTrash(message: GMessage): GApp {
    return this.each([message], (one) => one.moveToTrash());
  }
  moveMessagesToTrash(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.moveToTrash());
  }
  starMessage(message: GMessage): GApp {
    return this.each([message], (one) => one.star());
  }
  starMessages(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.star());
  }
  unstarMessage(message: GMessage): GApp {
    return this.each([message], (one) => one.unstar());
  }
  unstarMessages(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.unstar());
  }
  refreshMessage(message: GMessage): GApp {
    return this.each([message], (one) => one.refresh());
  }
  refreshMessages(messages: GMessage[]): GApp {
    return this.each(messages, (one) => one.refresh());
  }
  markThreadRead(thread: GThread): GApp {
    return this.each([thread], (one) => one.markRead());
  }
  markThreadsRead(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.markRead());
  }
  markThreadUnread(thread: GThread): GApp {
    return this.each([thread], (one) => one.markUnread());
  }
  markThreadsUnread(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.markUnread());
  }
  markThreadImportant(thread: GThread): GApp {
    return this.each([thread], (one) => one.markImportant());
  }
  markThreadsImportant(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.markImportant());
  }
  markThreadUnimportant(thread: GThread): GApp {
    return this.each([thread], (one) => one.markUnimportant());
  }
  markThreadsUnimportant(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.markUnimportant());
  }
  moveThreadToArchive(thread: GThread): GApp {
    return this.each([thread], (one) => one.moveToArchive());
  }
  moveThreadsToArchive(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.moveToArchive());
  }
  moveThreadToInbox(thread: GThread): GApp {
    return this.each([thread], (one) => one.moveToInbox());
  }
  moveThreadsToInbox(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.moveToInbox());
  }
  moveThreadToSpam(thread: GThread): GApp {
    return this.each([thread], (one) => one.moveToSpam());
  }
  moveThreadsToSpam(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.moveToSpam());
  }
  moveThreadToTrash(thread: GThread): GApp {
    return this.each([thread], (one) => one.moveToTrash());
  }
  moveThreadsToTrash(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.moveToTrash());
  }
  refreshThread(thread: GThread): GApp {
    return this.each([thread], (one) => one.refresh());
  }
  refreshThreads(threads: GThread[]): GApp {
    return this.each(threads, (one) => one.refresh());
  }
}
