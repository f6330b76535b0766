import { formatInstant } from '../dates';
import type { DrawContext } from '../draw/context';
import { field, rowOfFields, type Field } from '../draw/field';
import { titleOf } from '../draw/rows';
import type { Message, Upsert } from '../patch';
import type { Instant } from '../settings';
import { TAB } from '../tabs/names';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { wallClock } from '../zones';

/** A telephone number as `wa.me` wants it: digits with the country's 62; '' where it is none. */
export function whatsappNumber(number: string): string {
  const digits = number.replace(/\D/g, '');
  const international = digits.startsWith('62')
    ? digits
    : digits.startsWith('0')
      ? `62${digits.slice(1)}`
      : digits.startsWith('8')
        ? `62${digits}`
        : digits;
  return international.length >= 9 && international.length <= 15 ? international : '';
}

/** Address that opens WhatsApp with a person and a text filled in; '' without a number. */
export function whatsappLink(number: string, words: string): string {
  const digits = whatsappNumber(number);
  return digits === '' ? '' : `https://wa.me/${digits}?text=${encodeURIComponent(words)}`;
}

/** Address that opens WhatsApp with a text; the person chooses whom, e.g. a group. */
export const groupLink = (words: string): string => `https://wa.me/?text=${encodeURIComponent(words)}`;

/** Where a message's text opens in WhatsApp; '' = there is no number. */
const twinLink = ({ kind }: Message, twin: NonNullable<Message['whatsapp']>): string =>
  kind === 'group' ? groupLink(twin.text) : whatsappLink(twin.number, twin.text);

interface Entry {
  readonly context: DrawContext;
  readonly message: Message;
  readonly twin: NonNullable<Message['whatsapp']>;
  readonly at: Instant;
}

const FIELDS: readonly Field<Entry>[] = [
  field(text('Desa/Kelurahan', 185), ({ context, message }) =>
    message.village === '' ? 'Semua' : titleOf(context, message.village),
  ),
  field(text('Nama', 140), ({ twin }) => twin.name),
  field(text('Nomor', 125), ({ twin }) => twin.number),
  field(text('Pesan', 405, { wrap: true }), ({ twin }) => twin.text),
  field(text('Buka WhatsApp', 130), ({ message, twin }) =>
    twinLink(message, twin) === '' ? 'Belum ada nomor' : 'Buka',
  ),
  field(text('Dibuat', 230), ({ context, at }) => formatInstant(at, context.settings.zone)),
];

/** In *Pesan* of a message whose reason is gone before it left. */
const SETTLED = 'Tidak perlu dikirim lagi: keadaannya sudah berubah.';
/** Column (from 1) of a text; the link to WhatsApp stands behind it. */
export const TWIN_TEXT = KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === 'Pesan') + 1;
const LINK_COLUMN = KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === 'Buka WhatsApp') + 1;

/** `Kirim WA`: texts that a person sends by hand; a link opens each with the number and the text filled in. */
export function whatsappTab(): Tab {
  return {
    name: TAB.whatsapp,
    layout: 'keyed',
    shown: true,
    columns: [...KEY_COLUMNS, ...FIELDS, text('Sudah dikirim', 90, { checkbox: true, editable: true })],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 3,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty: 'Pesan WhatsApp untuk operator muncul di sini. Tidak ada yang dikirim sendiri oleh program.',
  };
}

/** Ranks that begin the order text: corrections and what is held, all else, what nobody has to send any more. */
const RANK = { first: '1', later: '2', done: '3' } as const;
/** How long a text that nobody ticked stays among those to be sent: two weeks. */
const CURRENT = 14 * 24 * 60 * 60 * 1000;

/**
 * Order texts of rows of the tab as a new day begins: what is ticked as sent or older than two weeks goes below the
 * rest. `sent` = the rows' checkboxes; '' = no row.
 */
export function twinOrders(
  { now, settings }: DrawContext,
  orders: readonly string[],
  sent: readonly boolean[],
): readonly string[] {
  const old = wallClock(now - CURRENT, settings.zone);
  return orders.map((order, at) =>
    order !== '' && (sent[at] === true || order.slice(2) < old) ? RANK.done + order.slice(1) : order,
  );
}

/** What *Pesan* and *Buka WhatsApp*, side by side, say of a message that reads differently now; undefined = it is not sent. */
export function twinNow(message: Message | undefined): {
  readonly column: number;
  readonly text: string;
  readonly link: string;
  readonly url: string | undefined;
} {
  const twin = message?.whatsapp;
  const url = twin === undefined ? '' : whatsappLink(twin.number, twin.text);
  const at = { column: TWIN_TEXT, url: url === '' ? undefined : url };
  return twin === undefined
    ? { ...at, text: SETTLED, link: '' }
    : { ...at, text: twin.text, link: url === '' ? 'Belum ada nomor' : 'Buka' };
}

/** The row of a message's WhatsApp twin, corrections before all others; none where it has no twin. */
export function drawWhatsapp(context: DrawContext, message: Message, at: Instant): readonly Upsert[] {
  const twin = message.whatsapp;
  if (twin === undefined) return [];
  const first = ['correction', 'balance', 'held'].includes(message.kind) ? RANK.first : RANK.later;
  const order = `${first}|${wallClock(at, context.settings.zone).slice(0, 19)}|${message.key}`;
  const values = [message.key, order, ...rowOfFields(FIELDS, { context, message, twin, at })];
  const url = twinLink(message, twin);
  const link = { column: LINK_COLUMN, url: url === '' ? undefined : url };
  return [{ kind: 'upsert', book: 'master', tab: TAB.whatsapp, key: message.key, order, values, link }];
}
