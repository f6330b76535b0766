import type { Mailbox, MailMessage } from '../../state/mail';
import { MAILBOX_ID } from '../../state/mail';
import { blobOf } from '../blob';
import { LIMITS } from '../limits';
import type { Runtime } from '../runtime';
import { GoogleError } from '../served';
import { bareAddress, recipients } from './addresses';

/** What `sendEmail` and `createDraft` take, of MailApp and GmailApp alike. */
export interface MailOptions {
  to?: string;
  cc?: string;
  bcc?: string;
  subject?: string;
  body?: string;
  htmlBody?: string;
  name?: string;
  replyTo?: string;
  from?: string;
  noReply?: boolean;
  attachments?: unknown;
  inlineImages?: Record<string, unknown>;
}

type Attachment = MailMessage['attachments'][number];

/** The mailbox of the workspace, made when it has none. */
export function mailbox(runtime: Runtime): Mailbox {
  const known = runtime.store.get('mailbox', MAILBOX_ID);
  if (known) return known;
  const fresh: Mailbox = { messages: [] };
  runtime.store.put('mailbox', MAILBOX_ID, fresh);
  return fresh;
}

/** A message of the effective user out of what a script gave; checks addresses and limits, keeps nothing. */
export function compose(runtime: Runtime, options: MailOptions, draft: boolean): MailMessage {
  const message: MailMessage = {
    id: runtime.newId('mail'),
    from: options.from ?? runtime.execution.effectiveUser,
    to: recipients(options.to),
    cc: recipients(options.cc),
    bcc: recipients(options.bcc),
    subject: options.subject ?? '',
    text: options.body ?? '',
    attachments: attachmentsOf(runtime, options),
    sentAt: runtime.now(),
    draft,
  };
  if (options.htmlBody) message.html = options.htmlBody;
  if (options.name) message.fromName = options.name;
  if (options.replyTo) message.replyTo = bareAddress(options.replyTo);
  if (options.noReply && runtime.switches.accountKind === 'workspace') {
    message.from = `noreply@${message.from.split('@')[1] ?? ''}`;
  }
  checkLimits(runtime, message);
  return message;
}

function attachmentsOf(runtime: Runtime, options: MailOptions): Attachment[] {
  const attach = (source: unknown, index: number): Attachment => {
    const blob = blobOf(source);
    return {
      name: blob.name ?? `attachment${index + 1}`,
      mimeType: blob.contentType ?? 'application/octet-stream',
      content: runtime.platform.toBase64(blob.bytes),
    };
  };
  const listed = options.attachments ?? [];
  const files = (Array.isArray(listed) ? listed : [listed]).map(attach);
  const images = Object.entries(options.inlineImages ?? {}).map(([contentId, source], index) => ({
    ...attach(source, index),
    contentId,
  }));
  return [...files, ...images];
}

function bytesIn(base64: string): number {
  const padding = base64.endsWith('==') ? 2 : base64.endsWith('=') ? 1 : 0;
  return (base64.length * 3) / 4 - padding;
}

function checkLimits(runtime: Runtime, message: MailMessage): void {
  if (countRecipients(message) > LIMITS.mailRecipients) {
    throw new GoogleError('Limit exceeded: Email Recipients Per Message.');
  }
  if (message.attachments.length > LIMITS.mailAttachments) {
    throw new GoogleError('Limit exceeded: Email Attachments Per Message.');
  }
  const attached = message.attachments.reduce((sum, one) => sum + bytesIn(one.content), 0);
  if (attached > LIMITS.mailAttachedBytes)
    throw new GoogleError('Limit exceeded: Email Total Attachments Size.');
  const most = LIMITS.mailBody[runtime.switches.accountKind];
  const size = (text: string): number => runtime.platform.encodeUtf8(text).length;
  if (size(message.text) > most || size(message.html ?? '') > most) {
    throw new GoogleError('Limit exceeded: Email Body Size.');
  }
}

/** Recipients that count against the daily number: to, cc and bcc. */
export function countRecipients(message: MailMessage): number {
  return message.to.length + message.cc.length + message.bcc.length;
}

/** Puts a message into the mailbox, or writes a changed one anew. */
export function keepMessage(runtime: Runtime, message: MailMessage): void {
  const box = mailbox(runtime);
  if (!box.messages.includes(message)) box.messages.push(message);
  runtime.store.touch('mailbox', MAILBOX_ID, `message/${message.id}`);
}

/** Sends a composed message: counts its recipients against the day first (google.md section 1), then keeps it. */
export function deliver(runtime: Runtime, message: MailMessage): void {
  const count = countRecipients(message);
  if (count === 0) throw new GoogleError('Failed to send email: no recipient');
  runtime.use('mailRecipients', count);
  message.draft = false;
  message.sentAt = runtime.now();
  keepMessage(runtime, message);
}
