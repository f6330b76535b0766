import type { MailMessage } from '../../state/mail';
import { MAILBOX_ID } from '../../state/mail';
import type { Runtime } from '../runtime';
import { sameAccount } from '../drive/sharing';
import { keepMessage, mailbox } from './compose';

type Marks = NonNullable<MailMessage['marks']>[string];

/** The messages of the effective user's mailbox, oldest first; drafts are their writer's only. */
export function ownMessages(runtime: Runtime): MailMessage[] {
  const me = runtime.execution.effectiveUser;
  const mine = (address: string): boolean => sameAccount(address, me);
  return mailbox(runtime).messages.filter(
    (message) =>
      mine(message.from) ||
      (!message.draft && [...message.to, ...message.cc, ...message.bcc].some((address) => mine(address))),
  );
}

/** True when the message came to the effective user, and was not only sent by her. */
export function isReceived(runtime: Runtime, message: MailMessage): boolean {
  const me = runtime.execution.effectiveUser;
  return !message.draft && [...message.to, ...message.cc, ...message.bcc].some((one) => sameAccount(one, me));
}

/** What the effective user did with the message. */
export function marksOf(runtime: Runtime, message: MailMessage): Marks {
  return message.marks?.[runtime.execution.effectiveUser] ?? {};
}

/** Changes the effective user's marks on the message. */
export function mark(runtime: Runtime, message: MailMessage, marks: Marks): void {
  const me = runtime.execution.effectiveUser;
  message.marks = { ...message.marks, [me]: { ...message.marks?.[me], ...marks } };
  keepMessage(runtime, message);
}

/** The effective user's labels: those she made, and those that a message carries. */
export function ownLabels(runtime: Runtime): string[] {
  const made = mailbox(runtime).labels?.[runtime.execution.effectiveUser] ?? [];
  return [
    ...new Set([...made, ...ownMessages(runtime).flatMap((one) => marksOf(runtime, one).labels ?? [])]),
  ];
}

/** Puts a name among the effective user's labels, or takes it away. */
export function keepLabel(runtime: Runtime, name: string, kept: boolean): void {
  const me = runtime.execution.effectiveUser;
  const box = mailbox(runtime);
  const others = (box.labels?.[me] ?? []).filter((one) => one !== name);
  box.labels = { ...box.labels, [me]: kept ? [...others, name] : others };
  runtime.store.touch('mailbox', MAILBOX_ID, 'labels');
}

/** Unread = it came, and nobody opened it. */
export function isUnread(runtime: Runtime, message: MailMessage): boolean {
  return isReceived(runtime, message) && marksOf(runtime, message).read !== true;
}

export function isInInbox(runtime: Runtime, message: MailMessage): boolean {
  const { trashed, archived, spam } = marksOf(runtime, message);
  return isReceived(runtime, message) && trashed !== true && archived !== true && spam !== true;
}

/** Conversations of some messages, the newest first; each keeps its messages in order. */
export function threadsOf(messages: MailMessage[]): { id: string; messages: MailMessage[] }[] {
  const threads = new Map<string, MailMessage[]>();
  for (const message of messages) {
    const id = message.threadId ?? message.id;
    threads.set(id, [...(threads.get(id) ?? []), message]);
  }
  const last = (list: MailMessage[]): number => list[list.length - 1]?.sentAt ?? 0;
  return [...threads]
    .map(([id, list]) => ({ id, messages: list }))
    .sort((a, b) => last(b.messages) - last(a.messages));
}

/**
 * Gmail's search as far as scripts mostly use it: words, "phrases", from:, to:, cc:, subject:, label:, in:, is:,
 * has:attachment, after:, before:, and a minus before any of them.
 */
export function searchTest(runtime: Runtime, query: string): (message: MailMessage) => boolean {
  const terms = [...query.matchAll(/(-?)(?:(\w+):)?(?:"([^"]*)"|\(([^)]*)\)|(\S+))/g)].map(
    ([, minus, field, quoted, grouped, word]) => {
      const test = termTest(runtime, field?.toLowerCase(), (quoted ?? grouped ?? word ?? '').toLowerCase());
      return (message: MailMessage): boolean => test(message) !== (minus === '-');
    },
  );
  return (message) => terms.every((term) => term(message));
}

function termTest(
  runtime: Runtime,
  field: string | undefined,
  value: string,
): (message: MailMessage) => boolean {
  const has = (texts: string[]): boolean => texts.some((text) => text.toLowerCase().includes(value));
  const day = (): number => Date.parse(value.replace(/\//g, '-'));
  switch (field) {
    case 'from':
      return (message) => has([message.from, message.fromName ?? '']);
    case 'to':
      return (message) => has([...message.to, ...message.cc]);
    case 'cc':
      return (message) => has(message.cc);
    case 'subject':
      return (message) => has([message.subject]);
    case 'label':
      return (message) =>
        (marksOf(runtime, message).labels ?? []).some((label) => label.toLowerCase() === value);
    case 'has':
      return (message) => value === 'attachment' && message.attachments.length > 0;
    case 'after':
    case 'newer':
      return (message) => message.sentAt >= day();
    case 'before':
    case 'older':
      return (message) => message.sentAt < day();
    case 'in':
    case 'is':
      return (message) => state(runtime, message, value);
    default:
      return (message) => has([message.subject, message.text, message.html ?? '', message.from]);
  }
}

function state(runtime: Runtime, message: MailMessage, value: string): boolean {
  switch (value) {
    case 'inbox':
      return isInInbox(runtime, message);
    case 'unread':
      return isUnread(runtime, message);
    case 'read':
      return !isUnread(runtime, message);
    case 'starred':
      return marksOf(runtime, message).starred === true;
    case 'sent':
      return !message.draft && sameAccount(message.from, runtime.execution.effectiveUser);
    case 'draft':
    case 'drafts':
      return message.draft;
    case 'spam':
      return marksOf(runtime, message).spam === true;
    case 'important':
      return marksOf(runtime, message).important === true;
    case 'trash':
      return marksOf(runtime, message).trashed === true;
    default:
      return value === 'anywhere';
  }
}
