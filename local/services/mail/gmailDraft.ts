import type { MailMessage } from '../../state/mail';
import { MAILBOX_ID } from '../../state/mail';
import { gas } from '../boundary';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import { compose, deliver, keepMessage, mailbox, type MailOptions } from './compose';
import { GmailMessage } from './gmailMessage';

type G = GoogleAppsScript.Gmail.GmailDraft;

/** A draft of the effective user. */
export class GmailDraft extends Served implements Pick<G, keyof G> {
  static override readonly gas = 'Gmail.GmailDraft';

  constructor(
    runtime: Runtime,
    readonly message: MailMessage,
  ) {
    super(runtime);
  }

  getId(): string {
    return `r${this.message.id}`;
  }
  getMessageId(): string {
    return this.message.id;
  }
  getMessage(): GoogleAppsScript.Gmail.GmailMessage {
    return gas(new GmailMessage(this.runtime, this.message));
  }

  /** Counts its recipients against the day; the draft becomes the message. */
  send(): GoogleAppsScript.Gmail.GmailMessage {
    if (!this.message.draft) throw new GoogleError('Gmail operation not allowed: the draft is gone.');
    deliver(this.runtime, this.message);
    return this.getMessage();
  }

  update(
    recipient: string,
    subject: string,
    body: string,
    options: GoogleAppsScript.Gmail.GmailAdvancedOptions = {},
  ): G {
    const given = options as MailOptions;
    const fresh = compose(this.runtime, { ...given, to: recipient, subject, body }, true);
    Object.assign(this.message, fresh, { id: this.message.id });
    keepMessage(this.runtime, this.message);
    return gas(this);
  }

  deleteDraft(): void {
    const box = mailbox(this.runtime);
    const index = box.messages.indexOf(this.message);
    if (index < 0 || !this.message.draft)
      throw new GoogleError('Gmail operation not allowed: the draft is gone.');
    box.messages.splice(index, 1);
    this.runtime.store.touch('mailbox', MAILBOX_ID, `message/${this.message.id}`);
  }
}
