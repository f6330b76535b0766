import type { MailMessage } from '../../state/mail';
import type { Platform } from '../runtime';

type Coder = Pick<Platform, 'encodeUtf8' | 'toBase64' | 'formatDate'>;
type Part = { headers: string[]; body: string };

const base64 = (coder: Coder, text: string): string => lines(coder.toBase64(coder.encodeUtf8(text)));
const lines = (text: string): string => text.replace(/.{76}(?=.)/g, '$&\r\n');

/** A header's text; anything but plain ASCII as an encoded word (RFC 2047). */
function word(coder: Coder, text: string): string {
  return /^[\x20-\x7e]*$/.test(text) ? text : `=?UTF-8?B?${coder.toBase64(coder.encodeUtf8(text))}?=`;
}

function textPart(coder: Coder, text: string, type: string): Part {
  return {
    headers: [`Content-Type: text/${type}; charset="UTF-8"`, 'Content-Transfer-Encoding: base64'],
    body: base64(coder, text),
  };
}

/** Several parts as one; a single part stays as it is. */
function together(parts: readonly Part[], kind: string, boundary: string): Part {
  const [first] = parts;
  if (first && parts.length === 1) return first;
  const inner = parts.map((part) => `--${boundary}\r\n${part.headers.join('\r\n')}\r\n\r\n${part.body}\r\n`);
  return {
    headers: [`Content-Type: multipart/${kind}; boundary="${boundary}"`],
    body: `${inner.join('')}--${boundary}--`,
  };
}

/** The message as it travels (RFC 822), without blind copies. */
export function rawMessage(coder: Coder, message: MailMessage): string {
  const { from, fromName, to, cc, subject, text, html, attachments, sentAt, id } = message;
  const bodies = [
    textPart(coder, text, 'plain'),
    ...(html === undefined ? [] : [textPart(coder, html, 'html')]),
  ];
  const files = attachments.map(({ name, mimeType, content, contentId }): Part => ({
    headers: [
      `Content-Type: ${mimeType}; name="${word(coder, name)}"`,
      `Content-Disposition: ${contentId === undefined ? 'attachment' : 'inline'}; filename="${word(coder, name)}"`,
      'Content-Transfer-Encoding: base64',
      ...(contentId === undefined ? [] : [`Content-ID: <${contentId}>`]),
    ],
    body: lines(content),
  }));
  const whole = together([together(bodies, 'alternative', `a${id}`), ...files], 'mixed', `m${id}`);
  return [
    'MIME-Version: 1.0',
    `Date: ${coder.formatDate(sentAt, 'UTC', 'EEE, d MMM yyyy HH:mm:ss')} +0000`,
    `Message-ID: <${id}@mail.gmail.com>`,
    `Subject: ${word(coder, subject)}`,
    `From: ${fromName === undefined ? from : `${word(coder, fromName)} <${from}>`}`,
    `To: ${to.join(', ')}`,
    ...(cc.length > 0 ? [`Cc: ${cc.join(', ')}`] : []),
    ...whole.headers,
    '',
    whole.body,
  ].join('\r\n');
}
