import { createTransport } from 'nodemailer';
import type { MailMessage } from '../state/mail';

const printer = createTransport({ streamTransport: true, buffer: true, newline: 'windows' });

/** The message as a mail program reads it (RFC 822), the Bcc line kept: it is the sender's copy. */
export async function emlOf(message: MailMessage): Promise<Buffer> {
  const { from, fromName, replyTo, to, cc, bcc, subject, text, html, attachments, sentAt, id } = message;
  const printed = await printer.sendMail({
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
  return printed.message as Buffer;
}
