import type { Context, Hono } from 'hono';
import { html } from 'hono/html';
import type { MailMessage } from '../state/mail';
import { localLinksInHtml } from './addresses';
import { sandboxPolicy } from './guard';
import { download, notFoundPage } from './answers';
import { choice, deskPage } from './layout';
import type { Frame } from './layout';
import type { Markup } from './markup';
import { nothing, textWithLinks } from './markup';
import { asAddress } from './person';
import type { Site } from './site';
import { frameOf, originOf } from './site';
import { isoInZone, numberText, shortTime } from './times';
import type { Word } from './words';

function messagesOf(site: Site): MailMessage[] {
  return site.workspace.store.get('mailbox', 'mail')?.messages ?? [];
}

function names(message: MailMessage, person: string): boolean {
  const all = [...message.to, ...message.cc, ...message.bcc].flatMap((one) => asAddress(one) ?? []);
  return all.includes(person) || asAddress(message.from) === person;
}

const byteSize = (base64: string): number => Buffer.byteLength(base64, 'base64');

/** The shape of one message in `/mail/messages.json`. */
function messageJson(message: MailMessage, zone: string): Record<string, unknown> {
  const { attachments, sentAt, ...rest } = message;
  return {
    ...rest,
    html: message.html ?? '',
    attachments: attachments.map(({ name, mimeType, content }) => ({
      name,
      mimeType,
      size: byteSize(content),
    })),
    sentAt: isoInZone(sentAt, zone),
  };
}

/** Mailboxes, single messages, their bodies and attachments. */
export function addMail(app: Hono, site: Site): void {
  app.get('/mail', (c) => c.html(boxPage(site, c)));
  app.get('/mail/messages.json', (c) => {
    const person = asAddress(c.req.query('person') ?? '');
    const chosen = messagesOf(site).filter((message) => person === undefined || names(message, person));
    return c.json(chosen.map((message) => messageJson(message, site.workspace.zone)));
  });
  app.get('/mail/messages/:id', (c) => {
    const message = find(site, c.req.param('id'));
    return message ? c.html(messagePage(frameOf(site, c), site, message)) : notFoundPage(site, c);
  });
  app.get('/mail/messages/:id/body', (c) => {
    const message = find(site, c.req.param('id'));
    return message?.html === undefined ? notFoundPage(site, c) : bodyFrame(c, message, message.html);
  });
  app.get('/mail/messages/:id/attachments/:index', (c) => {
    const file = find(site, c.req.param('id'))?.attachments[Number(c.req.param('index'))];
    return file
      ? download(file.name, file.mimeType, Buffer.from(file.content, 'base64'))
      : notFoundPage(site, c);
  });
}

function find(site: Site, id: string): MailMessage | undefined {
  return messagesOf(site).find((message) => message.id === id);
}

/** The mail's own HTML in a sandbox of its own: no script, nothing loaded, inline pictures put in place. */
function bodyFrame(c: Context, message: MailMessage, markup: string): Response | Promise<Response> {
  const pictures = new Map(
    message.attachments.flatMap((a) => (a.contentId ? [[a.contentId, a] as const] : [])),
  );
  const placed = markup.replace(/cid:([\w.@+-]+)/g, (whole: string, id: string) => {
    const picture = pictures.get(id);
    return picture ? `data:${picture.mimeType};base64,${picture.content}` : whole;
  });
  c.header('Content-Security-Policy', sandboxPolicy(false));
  const head =
    '<!doctype html><html lang="und"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">';
  const style =
    '<style>body{font:16px/1.5 system-ui,sans-serif;margin:8px;overflow-wrap:anywhere}img{max-width:100%}</style>';
  return c.body(
    `${head}<title>mail</title><base target="_blank">${style}</head><body>${localLinksInHtml(placed, originOf(c))}</body></html>`,
    200,
    { 'Content-Type': 'text/html; charset=utf-8' },
  );
}

function boxPage(site: Site, c: Context): Markup {
  const frame = frameOf(site, c);
  const { words } = frame;
  const all = messagesOf(site);
  const person = asAddress(c.req.query('person') ?? '');
  const people = [
    ...new Set(all.flatMap((m) => [...m.to, ...m.cc, ...m.bcc]).flatMap((one) => asAddress(one) ?? [])),
  ].sort();
  const shown = all.filter((message) => person === undefined || names(message, person)).reverse();
  const filter = html`<form method="get" action="/mail" class="row">
    ${choice(
      'person',
      words.say('inbox'),
      [{ value: '', text: words.say('everyone') }, ...people.map((one) => ({ value: one, text: one }))],
      person ?? '',
    )}
    <button type="submit">${words.say('show')}</button>
  </form>`;
  const content =
    all.length === 0
      ? html`<p>${words.say('emptyMail')}</p>`
      : html`${filter}
          <p class="faint">${words.say('unread', shown.length)}, ${words.say('newestFirst')}</p>
          <ul class="messages">
            ${shown.slice(0, 500).map((message) => messageLine(frame, site, message))}
          </ul>`;
  return deskPage(frame, words.say('mail'), content);
}

function messageLine({ words }: Frame, site: Site, message: MailMessage): Markup {
  return html`<li>
    <a href="/mail/messages/${message.id}">${message.subject || words.say('noSubject')}</a>
    ${message.draft ? html`<span class="state held">${words.say('draft')}</span>` : nothing}
    <p class="faint">
      ${words.say('to')}: ${[...message.to, ...message.cc, ...message.bcc].join(', ')}<br />
      <time>${shortTime(message.sentAt, site.workspace.zone, words.language)}</time>
      ${
        message.attachments.length > 0
          ? html` · ${words.say('attachments')}: ${message.attachments.length}`
          : nothing
      }
    </p>
  </li>`;
}

function messagePage(frame: Frame, site: Site, message: MailMessage): Markup {
  const { words } = frame;
  const sender = message.fromName ? `${message.fromName} <${message.from}>` : message.from;
  const facts: [Word, string][] = [
    ['from', sender],
    ['to', message.to.join(', ')],
    ['cc', message.cc.join(', ')],
    ['bcc', message.bcc.join(', ')],
    ['replyTo', message.replyTo ?? ''],
    ['sentAt', shortTime(message.sentAt, site.workspace.zone, words.language)],
  ];
  const body =
    message.html === undefined
      ? html`<div class="mail-text">${textWithLinks(message.text)}</div>`
      : html`<iframe
            class="mail-body"
            title="${words.say('messageBody')}"
            sandbox="allow-popups allow-popups-to-escape-sandbox"
            src="/mail/messages/${message.id}/body"
          ></iframe>
          <details>
            <summary>${words.say('plainText')}</summary>
            <div class="mail-text">${textWithLinks(message.text)}</div>
          </details>`;
  return deskPage(
    frame,
    message.subject || words.say('noSubject'),
    html`<p>
        <a href="/mail">${words.say('inbox')}</a>
        ${message.draft ? html`<span class="state held">${words.say('draft')}</span>` : nothing}
      </p>
      <dl class="facts">
        ${facts.map(([word, text]) =>
          text === ''
            ? nothing
            : html`<div>
                <dt>${words.say(word)}</dt>
                <dd>${text}</dd>
              </div>`,
        )}
      </dl>
      ${body} ${attachmentList(frame, message)}`,
  );
}

function attachmentList({ words }: Frame, message: MailMessage): Markup {
  if (message.attachments.length === 0) return nothing;
  return html`<section>
    <h2>${words.say('attachments')}</h2>
    <ul>
      ${message.attachments.map(
        (file, index) =>
          html`<li>
            <a href="/mail/messages/${message.id}/attachments/${index}">${file.name}</a>
            <span class="faint"
              >${file.mimeType}, ${numberText(byteSize(file.content), words.language)} B</span
            >
          </li>`,
      )}
    </ul>
  </section>`;
}
