import MailComposer from 'nodemailer/lib/mail-composer';
import type { MailMessage } from '../state/mail';

/** The message as a mail program reads it (RFC 822), the Bcc line kept: it is the sender's copy. */
export function emlOf(message: MailMessage): Promise<Buffer> {
  const { from, fromName, replyTo, to, cc, bcc, subject, text, html, attachments, sentAt, id } = message;
  const composer = new MailComposer({
    from: fromName ? { name: fromName, address: from } : from,
    to,
    cc,
    bcc,
    ...(replyTo ? { replyTo } : {}),
    subject,
    text,
    ...(html === undefined ? {} : { html }),
    date: new Date(sentAt),
    messageId: `<${id}@local.workspace>`,
    attachments: attachments.map(({ name, mimeType, content, contentId }) => ({
      filename: name,
      contentType: mimeType,
      content: Buffer.from(content, 'base64'),
      ...(contentId === undefined ? {} : { cid: contentId, contentDisposition: 'inline' as const }),
    })),
  });
  const mail = composer.compile();
  mail.keepBcc = true;
  return mail.build();
}
