import { Blob } from '../../local/services/blob';
import { GmailApp } from '../../local/services/mail/gmailApp';
import { MailApp } from '../../local/services/mail/mailApp';
import { mailCodec, type Mailbox, type MailMessage } from '../../local/state/mail';
import { localRuntime } from '../support/localRuntime';

function world(limit = 100) {
  const runtime = localRuntime();
  runtime.limits.mailRecipients = limit;
  const box = (): MailMessage[] => runtime.store.get('mailbox', 'mail')?.messages ?? [];
  const gmail = (person: string): GmailApp => new GmailApp(runtime.as({ effectiveUser: person }));
  return { runtime, mail: new MailApp(runtime), gmail, box };
}

describe('MailApp.sendEmail (google.md section 7)', () => {
  type Send = (mail: MailApp) => void;
  const cases: [string, Send, Partial<MailMessage>][] = [
    [
      '(to, subject, body)',
      (mail) => mail.sendEmail('a@b.id', 's', 't'),
      { to: ['a@b.id'], subject: 's', text: 't' },
    ],
    [
      '(to, replyTo, subject, body)',
      (mail) => mail.sendEmail('a@b.id', 'r@b.id', 's', 't'),
      { replyTo: 'r@b.id', text: 't' },
    ],
    [
      '(to, subject, body, options)',
      (mail) =>
        mail.sendEmail('a@b.id, c@d.id', 's', 't', {
          cc: 'e@f.id',
          bcc: 'g@h.id',
          name: 'N',
          htmlBody: '<b>',
        }),
      { to: ['a@b.id', 'c@d.id'], cc: ['e@f.id'], bcc: ['g@h.id'], fromName: 'N', html: '<b>', text: 't' },
    ],
    [
      '(message)',
      (mail) => mail.sendEmail({ to: 'a@b.id', subject: 's', htmlBody: '<p>' }),
      { subject: 's', text: '', html: '<p>' },
    ],
    [
      'a name before the address',
      (mail) => mail.sendEmail('"Desa, Balang" <a@b.id>', 's', 't'),
      { to: ['a@b.id'] },
    ],
    [
      'from the effective user',
      (mail) => mail.sendEmail('a@b.id', 's', 't'),
      { from: 'owner@example.com', draft: false },
    ],
    [
      'noReply means nothing on a free account',
      (mail) => mail.sendEmail('a@b.id', 's', 't', { noReply: true }),
      { from: 'owner@example.com' },
    ],
  ];
  test.each(cases)('%s', (_, send, expected) => {
    const { mail, box } = world();
    send(mail);
    expect(box()).toHaveLength(1);
    expect(box()[0]).toMatchObject(expected);
  });

  test('attachments and inline images', () => {
    const { mail, runtime, box } = world();
    const blob = new Blob(runtime, Uint8Array.of(1, 2), 'text/csv', 'a.csv') as never;
    mail.sendEmail({ to: 'a@b.id', attachments: [blob], inlineImages: { logo: blob } });
    expect(box()[0]?.attachments).toEqual([
      { name: 'a.csv', mimeType: 'text/csv', content: 'AQI=' },
      { name: 'a.csv', mimeType: 'text/csv', content: 'AQI=', contentId: 'logo' },
    ]);
  });

  const many = Array.from({ length: 51 }, (_, n) => `a${n}@b.id`).join(',');
  const refused: [string, Send, RegExp][] = [
    ['no recipient', (mail) => mail.sendEmail('', 's', 't'), /^Failed to send email: no recipient$/],
    ['no address', (mail) => mail.sendEmail('Balang', 's', 't'), /^Invalid email: Balang$/],
    ['a bad one in copy', (mail) => mail.sendEmail('a@b.id', 's', 't', { cc: 'x' }), /^Invalid email: x$/],
    [
      '51 recipients',
      (mail) => mail.sendEmail(many, 's', 't'),
      /^Limit exceeded: Email Recipients Per Message\.$/,
    ],
    [
      'a body of 201 KB',
      (mail) => mail.sendEmail('a@b.id', 's', 'x'.repeat(201 * 1024)),
      /^Limit exceeded: Email Body Size\.$/,
    ],
    ['no blob', (mail) => mail.sendEmail({ to: 'a@b.id', attachments: ['x' as never] }), /^Invalid argument/],
  ];
  test.each(refused)('%s', (_, send, words) => {
    const { mail, box, runtime } = world();
    expect(() => send(mail)).toThrow(words);
    expect(box()).toEqual([]);
    expect(runtime.used.mailRecipients ?? 0).toBe(0);
  });

  test('251 attachments', () => {
    const { mail, runtime } = world();
    const blob = new Blob(runtime, Uint8Array.of(1), 'text/plain', 'a') as never;
    const attachments = Array.from({ length: 251 }, () => blob);
    expect(() => mail.sendEmail({ to: 'a@b.id', attachments })).toThrow(
      'Limit exceeded: Email Attachments Per Message.',
    );
  });

  test('recipients count against the day: to, cc and bcc (google.md section 1)', () => {
    const { mail, box } = world(4);
    mail.sendEmail('a@b.id', 's', 't', { cc: 'c@d.id', bcc: 'e@f.id' });
    expect(mail.getRemainingDailyQuota()).toBe(1);
    expect(() => mail.sendEmail('a@b.id,c@d.id', 's', 't')).toThrow(/Service invoked too many times/);
    expect(box()).toHaveLength(1);
    mail.sendEmail('a@b.id', 's', 't');
    expect(mail.getRemainingDailyQuota()).toBe(0);
  });
});

describe('GmailApp', () => {
  test('a draft counts nothing until it is sent', () => {
    const { gmail, box, runtime } = world();
    const mine = gmail('owner@example.com');
    const draft = mine.createDraft('a@b.id', 's', 't', { htmlBody: '<b>' });
    expect([box()[0]?.draft, runtime.used.mailRecipients]).toEqual([true, undefined]);
    expect(mine.getDraft(draft.getId()).getMessage().getSubject()).toBe('s');
    draft.update('a@b.id', 'baru', 't');
    expect(mine.getDraftMessages().map((message) => message.getSubject())).toEqual(['baru']);
    expect(draft.send().isDraft()).toBe(false);
    expect([mine.getDrafts(), runtime.used.mailRecipients]).toEqual([[], 1]);
    mine.createDraft('', 'x', '').deleteDraft();
    expect(box()).toHaveLength(1);
  });

  test('only aliases may be the sender', () => {
    const mine = world().gmail('owner@example.com');
    expect(mine.getAliases()).toEqual([]);
    expect(() => mine.sendEmail('a@b.id', 's', 't', { from: 'z@b.id' })).toThrow('Invalid argument: z@b.id');
  });

  test('threads, answers, labels and marks are the reader’s own', () => {
    const { gmail } = world();
    gmail('owner@example.com').sendEmail('kasi@example.com', 'Laporan', 'isi', { bcc: 'x@example.com' });
    const kasi = gmail('kasi@example.com');
    const [thread] = kasi.getInboxThreads();
    expect([kasi.getInboxUnreadCount(), thread?.isUnread()]).toEqual([1, true]);
    thread?.markRead().addLabel(kasi.createLabel('Desa'));
    expect(kasi.getInboxUnreadCount()).toBe(0);
    expect(kasi.getUserLabelByName('Desa').getThreads()).toHaveLength(1);
    expect(gmail('owner@example.com').getUserLabels()).toEqual([]);
    thread?.reply('terima kasih');
    const messages = gmail('owner@example.com').getInboxThreads()[0]?.getMessages() ?? [];
    expect(messages.map((message) => [message.getFrom(), message.getSubject()])).toEqual([
      ['owner@example.com', 'Laporan'],
      ['kasi@example.com', 'Re: Laporan'],
    ]);
    expect([messages[0]?.getBcc(), kasi.getMessageById(messages[0]?.getId() ?? '').getBcc()]).toEqual([
      'x@example.com',
      '',
    ]);
    thread?.moveToTrash();
    expect(kasi.getInboxThreads()).toEqual([]);
  });

  const searches: [string, number][] = [
    ['subject:laporan', 1],
    ['from:owner@example.com is:unread', 2],
    ['-subject:laporan', 1],
    ['"isi juli"', 1],
    ['to:nobody', 0],
    ['in:sent', 0],
    ['has:attachment', 0],
    ['after:2020/01/01 before:2021/01/01', 0],
  ];
  test.each(searches)('search %s', (query, count) => {
    const { gmail } = world();
    gmail('owner@example.com').sendEmail('kasi@example.com', 'Laporan', 'isi juli');
    gmail('owner@example.com').sendEmail('kasi@example.com', 'Lain', 'x');
    expect(gmail('kasi@example.com').search(query)).toHaveLength(count);
  });
});

test('the journal keeps one part a message', () => {
  const { mail, box } = world();
  mail.sendEmail('a@b.id', 's', 't');
  mail.sendEmail('a@b.id', 's2', 't');
  const whole: Mailbox = { messages: box() };
  let copy: Mailbox | undefined;
  for (const part of mailCodec.parts(whole)) copy = mailCodec.write(copy, part, mailCodec.read(whole, part));
  expect(copy).toEqual(whole);
});
