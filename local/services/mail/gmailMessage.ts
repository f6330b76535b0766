import type { MailMessage } from '../../state/mail';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { Served } from '../served';
import { sameAccount } from '../drive/sharing';
import { compose, deliver, keepMessage, type MailOptions } from './compose';
import { GmailAttachment } from './gmailAttachment';
import { GmailDraft } from './gmailDraft';
import { GmailThread } from './gmailThread';
import { isInInbox, isUnread, mark, marksOf, ownMessages, threadsOf } from './ownMail';
import { rawMessage } from './rawMessage';

type G = GoogleAppsScript.Gmail.GmailMessage;
type Options = GoogleAppsScript.Gmail.GmailAdvancedOptions;
/** A message in the effective user's mailbox. */
export class GmailMessage extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Gmail.GmailMessage';

  constructor(
    runtime: Runtime,
    readonly message: MailMessage,
  ) {
    super(runtime);
  }

  getId(): string {
    return this.message.id;
  }
  getSubject(): string {
    return this.message.subject;
  }
  getPlainBody(): string {
    return this.message.text;
  }
  /** HTML; a plain text with its line ends as `<br>`. */
  getBody(): string {
    return this.message.html ?? this.message.text.replace(/\n/g, '<br>\n');
  }
  getDate(): GoogleAppsScript.Base.Date {
    return gas(new Date(this.message.sentAt));
  }
  getFrom(): string {
    const { from, fromName } = this.message;
    return fromName === undefined ? from : `${fromName} <${from}>`;
  }
  getTo(): string {
    return this.message.to.join(', ');
  }
  getCc(): string {
    return this.message.cc.join(', ');
  }
  /** Blind copies are the sender's secret. */
  getBcc(): string {
    const mine = sameAccount(this.message.from, this.runtime.execution.effectiveUser);
    return mine ? this.message.bcc.join(', ') : '';
  }
  getReplyTo(): string {
    return this.message.replyTo ?? '';
  }
  getHeader(name: string): string {
    const headers: Record<string, string> = {
      from: this.getFrom(),
      to: this.getTo(),
      cc: this.getCc(),
      subject: this.message.subject,
      'reply-to': this.getReplyTo(),
      'message-id': `<${this.message.id}@mail.gmail.com>`,
    };
    return headers[name.toLowerCase()] ?? '';
  }
  getAttachments(
    options: GoogleAppsScript.Gmail.GmailAttachmentOptions = {},
  ): GoogleAppsScript.Gmail.GmailAttachment[] {
    const { includeInlineImages = true, includeAttachments = true } = options;
    const wanted = this.message.attachments.filter((one) =>
      one.contentId === undefined ? includeAttachments : includeInlineImages,
    );
    const bytes = (content: string): Uint8Array => this.runtime.platform.fromBase64(content);
    return gas(
      wanted.map((one) => new GmailAttachment(this.runtime, bytes(one.content), one.mimeType, one.name)),
    );
  }
  getThread(): GoogleAppsScript.Gmail.GmailThread {
    const id = this.message.threadId ?? this.message.id;
    const thread = threadsOf(ownMessages(this.runtime)).find((each) => each.id === id);
    return gas(new GmailThread(this.runtime, id, thread?.messages ?? [this.message]));
  }

  isDraft(): boolean {
    return this.message.draft;
  }
  isInInbox(): boolean {
    return isInInbox(this.runtime, this.message);
  }
  isInChats(): boolean {
    return false;
  }
  isInPriorityInbox(): boolean {
    return false;
  }
  getRawContent(): string {
    return rawMessage(this.runtime.platform, this.message);
  }
  isInTrash(): boolean {
    return marksOf(this.runtime, this.message).trashed === true;
  }
  isStarred(): boolean {
    return marksOf(this.runtime, this.message).starred === true;
  }
  isUnread(): boolean {
    return isUnread(this.runtime, this.message);
  }
  private readonly mark = (marks: Parameters<typeof mark>[2]): G => {
    mark(this.runtime, this.message, marks);
    return gas(this);
  };
  markRead(): G {
    return this.mark({ read: true });
  }
  markUnread(): G {
    return this.mark({ read: false });
  }
  star(): G {
    return this.mark({ starred: true });
  }
  unstar(): G {
    return this.mark({ starred: false });
  }
  moveToTrash(): G {
    return this.mark({ trashed: true });
  }
  refresh(): G {
    return gas(this);
  }

  reply(body: string, options: Options = {}): G {
    deliver(this.runtime, this.answer(this.sender(), body, options, false));
    return gas(this);
  }
  replyAll(body: string, options: Options = {}): G {
    deliver(this.runtime, this.answer(this.everybody(), body, options, false));
    return gas(this);
  }
  createDraftReply(body: string, options: Options = {}): GoogleAppsScript.Gmail.GmailDraft {
    return this.draft(this.sender(), body, options);
  }
  createDraftReplyAll(body: string, options: Options = {}): GoogleAppsScript.Gmail.GmailDraft {
    return this.draft(this.everybody(), body, options);
  }
  private readonly sender = (): string => this.message.replyTo ?? this.message.from;
  private readonly everybody = (): string => {
    const me = this.runtime.execution.effectiveUser;
    const others = [...this.message.to, ...this.message.cc].filter((one) => !sameAccount(one, me));
    return [this.sender(), ...others].join(',');
  };
  private readonly draft = (
    to: string,
    body: string,
    options: Options,
  ): GoogleAppsScript.Gmail.GmailDraft => {
    const made = this.answer(to, body, options, true);
    keepMessage(this.runtime, made);
    return gas(new GmailDraft(this.runtime, made));
  };
  forward(recipient: string, options: Options = {}): G {
    const given = options as MailOptions;
    const sent = compose(
      this.runtime,
      {
        htmlBody: this.message.html ?? '',
        ...given,
        to: recipient,
        subject: `Fwd: ${this.message.subject}`,
        body: this.message.text,
      },
      false,
    );
    sent.attachments.push(...this.message.attachments);
    deliver(this.runtime, sent);
    return gas(new GmailMessage(this.runtime, sent));
  }
  private readonly answer = (to: string, body: string, options: Options, draft: boolean): MailMessage => {
    const subject = /^re:/i.test(this.message.subject) ? this.message.subject : `Re: ${this.message.subject}`;
    const made = compose(this.runtime, { ...(options as MailOptions), to, subject, body }, draft);
    made.threadId = this.message.threadId ?? this.message.id;
    return made;
  };
}
