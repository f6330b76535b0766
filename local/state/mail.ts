import type { Codec } from './store';

/** All mail of a workspace, oldest first; a person's mailbox is what names the person. Id of the document: 'mail'. */
export interface Mailbox {
  messages: MailMessage[];
  /** Names of the labels that an account has made, on messages or not. */
  labels?: Record<string, string[]>;
}

export interface MailMessage {
  id: string;
  from: string;
  fromName?: string;
  replyTo?: string;
  to: string[];
  cc: string[];
  bcc: string[];
  subject: string;
  text: string;
  html?: string;
  /** `content` is base64; `contentId` marks an inline image. */
  attachments: { name: string; mimeType: string; content: string; contentId?: string }[];
  sentAt: number;
  draft: boolean;
  /** What a person or a script did with it in a mailbox, by account. */
  marks?: Record<
    string,
    {
      read?: boolean;
      starred?: boolean;
      trashed?: boolean;
      archived?: boolean;
      spam?: boolean;
      important?: boolean;
      labels?: string[];
    }
  >;
  /** Messages of one conversation share it; its own id where it began one. */
  threadId?: string;
}

/** Id of the one mailbox document of a workspace. */
export const MAILBOX_ID = 'mail';
/** The part of the mailbox that holds the labels. */
const LABELS = 'labels';

/** Cuts the mailbox into one part a message, and one for labels: sending one mail writes one small record. */
export const mailCodec: Codec<Mailbox> = {
  parts: (box) => [
    ...(box.labels ? [LABELS] : []),
    ...box.messages.map((message) => `message/${message.id}`),
  ],
  read: (box, part) =>
    part === LABELS ? box.labels : box.messages.find((message) => part === `message/${message.id}`),
  write(box, part, json) {
    const target = box ?? { messages: [] };
    if (part === LABELS) {
      target.labels = (json ?? {}) as NonNullable<Mailbox['labels']>;
      return target;
    }
    const at = target.messages.findIndex((message) => part === `message/${message.id}`);
    if (json === undefined || json === null) {
      if (at >= 0) target.messages.splice(at, 1);
    } else if (at >= 0) target.messages[at] = json as MailMessage;
    else target.messages.push(json as MailMessage);
    return target;
  },
};
