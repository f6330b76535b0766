import { drawOutbox, firstState, outboxEntry, type OutboxEntry } from '../../../src/core/notices/outbox';
import {
  KEPT_FOR_INCIDENTS,
  KEPT_FROM_RECEIPTS,
  takeBatch,
  type Queued,
} from '../../../src/core/notices/quota';
import { drawWhatsapp, twinOrders, whatsappLink, whatsappNumber } from '../../../src/core/notices/whatsapp';
import type { Message } from '../../../src/core/patch';
import { at, BALANG, contextAt } from '../../support/drawings';

const NOW = at('08-06', '08:00');
const DAY = 86_400_000;
const message = (key: string, kind: Message['kind'], more: Partial<Message> = {}): Message => ({
  key,
  village: BALANG,
  kind,
  to: [`${key}@contoh.id`],
  cc: [],
  subject: `Judul ${key}`,
  text: `=Baris satu\n"dua" ${key}`,
  html: '<p>x</p>',
  notBefore: NOW,
  ...more,
});
const queued = (key: string, kind: Message['kind'], age = 0, more: Partial<Message> = {}): Queued => ({
  message: message(key, kind, more),
  queuedAt: NOW - age,
});
const keys = (messages: readonly Message[]): readonly string[] => messages.map((one) => one.key);

describe('what leaves with the quota that is left', () => {
  const all = [
    queued('receipt', 'receipt'),
    queued('reminder', 'reminder'),
    queued('correction', 'correction'),
    queued('held', 'held', 1),
    queued('incident', 'incident'),
    queued('morning', 'morning'),
  ];

  it.each<[string, number, readonly string[]]>([
    ['enough for all, in order', 100, ['incident', 'held', 'correction', 'morning', 'reminder', 'receipt']],
    [
      'receipts never use the last 40',
      KEPT_FROM_RECEIPTS + 5,
      ['incident', 'held', 'correction', 'morning', 'reminder'],
    ],
    [
      'one more is enough for one receipt',
      KEPT_FROM_RECEIPTS + 6,
      ['incident', 'held', 'correction', 'morning', 'reminder', 'receipt'],
    ],
    ['five stay free for incidents', KEPT_FOR_INCIDENTS + 2, ['incident', 'held']],
    ['the last ones are the incidents’', 1, ['incident']],
    ['nothing left', 0, []],
  ])('%s', (_case, quota, expected) => {
    expect(keys(takeBatch(all, quota, NOW).send)).toEqual(expected);
  });

  it('counts copies, and lets nothing of a lower rank pass what does not fit', () => {
    const wide = queued('late', 'late', 0, { cc: ['pengawas@contoh.id'] });
    const rest = [wide, queued('receipt', 'receipt')];
    expect(keys(takeBatch(rest, KEPT_FOR_INCIDENTS + 2, NOW).send)).toEqual(['late']);
    expect(keys(takeBatch(rest, KEPT_FOR_INCIDENTS + 1, NOW).send)).toEqual([]);
  });

  it.each<[string, Queued, readonly string[]]>([
    ['a receipt of three days is given up', queued('old', 'receipt', 3 * DAY), ['old']],
    ['a younger one waits', queued('young', 'receipt', 3 * DAY - 1), []],
    ['nothing else is ever given up', queued('correction', 'correction', 30 * DAY), []],
  ])('%s', (_case, one, expected) => {
    const batch = takeBatch([one], 0, NOW);
    expect(keys(batch.drop)).toEqual(expected);
    expect(batch.send).toHaveLength(0);
  });

  it('waits for its time, and leaves alone what has no address', () => {
    const later = queued('later', 'reminder', 0, { notBefore: NOW + 1 });
    const nobody = queued('nobody', 'reminder', 0, { to: [] });
    expect(takeBatch([later, nobody], 100, NOW)).toEqual({ send: [], drop: [] });
  });
});

describe('Surat dan Surel', () => {
  const context = contextAt(NOW);

  it('keeps a message so that it can be sent later, word for word', () => {
    const entry: OutboxEntry = {
      message: message('a', 'receipt', { about: ['r1'] }),
      state: 'queued',
      queuedAt: NOW,
    };
    expect(outboxEntry(drawOutbox(context, entry).values)).toEqual(entry);
    expect(outboxEntry(['', '', 'Semua email'])).toBeUndefined();
  });

  it.each<[Partial<Message>, string]>([
    [{}, 'queued'],
    [{ to: [] }, 'noAddress'],
    [{ to: [], kind: 'interim' }, 'whatsappOnly'],
  ])('begins as %j → %s', (more, state) => {
    expect(firstState(message('a', 'reminder', more))).toBe(state);
  });
});

describe('Kirim WA', () => {
  it.each([
    ['0812-0000-0012', '6281200000012'],
    ['+62 812 0000 0012', '6281200000012'],
    ['81200000012', '6281200000012'],
    ['', ''],
    ['tidak ada', ''],
    ['12', ''],
  ])('%s → %s', (number, expected) => {
    expect(whatsappNumber(number)).toBe(expected);
  });

  it('opens with the text filled in', () => {
    expect(whatsappLink('0812 0000 0012', 'Halo *Bu*\nA&B')).toBe(
      'https://wa.me/6281200000012?text=Halo%20*Bu*%0AA%26B',
    );
  });

  it('shows a word that leads to WhatsApp, or says that the number is missing', () => {
    const row = (number: string) => {
      const twin = { name: 'Aminah', number, text: 'x' };
      return drawWhatsapp(contextAt(NOW), message('a', 'held', { whatsapp: twin }), NOW)[0];
    };
    const known = row('081200000012');
    expect(known?.values[(known.link?.column ?? 0) - 1]).toBe('Buka');
    expect(known?.link?.url).toBe('https://wa.me/6281200000012?text=x');
    const unknown = row('');
    expect(unknown?.values[(unknown.link?.column ?? 0) - 1]).toBe('Belum ada nomor');
    expect(unknown?.link?.url).toBeUndefined();
  });

  it('stands with corrections first', () => {
    const context = contextAt(NOW);
    const twin = { name: 'Aminah', number: '081200000012', text: 'x' };
    const [correction] = drawWhatsapp(context, message('a', 'correction', { whatsapp: twin }), NOW);
    const [reminder] = drawWhatsapp(context, message('b', 'reminder', { whatsapp: twin }), NOW - DAY);
    expect([reminder?.order ?? '', correction?.order ?? ''].sort()[0]).toBe(correction?.order);
    expect(drawWhatsapp(context, message('c', 'morning'), NOW)).toHaveLength(0);
    const rows = [correction, reminder].map((one) => one?.order ?? '');
    const [sent = '', later = ''] = twinOrders(context, rows, [true, false]);
    expect(sent > later).toBe(true);
    const weeks = contextAt(NOW + 14 * DAY);
    expect(twinOrders(weeks, rows, [false, false]).map((order) => order.charAt(0))).toEqual(['1', '3']);
    expect(twinOrders(context, [''], [true])).toEqual(['']);
  });
});
