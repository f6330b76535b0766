import type { DrawContext } from '../draw/context';
import { field, rowOfFields, type Field } from '../draw/field';
import { titleOf } from '../draw/rows';
import { formatInstant } from '../dates';
import { toned, type Tone } from '../looks';
import type { Cell, Message, Upsert } from '../patch';
import type { Instant } from '../settings';
import { KEY_COLUMNS, STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { TAB } from '../tabs/names';
import { wallClock } from '../zones';

/**
 * How far a message is. `maybeSent`: it was in flight when a run broke off; `refused`: Google did not take it. Of both a
 * person decides.
 */
export type OutboxState =
  | 'queued'
  | 'sending'
  | 'sent'
  | 'maybeSent'
  | 'refused'
  | 'dropped'
  | 'noAddress'
  | 'whatsappOnly'
  | 'draft';

/** A message and how far it is: one row of `Surat dan Surel`. */
export interface OutboxEntry {
  readonly message: Message;
  readonly state: OutboxState;
  readonly queuedAt: Instant;
  readonly sentAt?: Instant;
}

export const OUTBOX_WORDS: Readonly<Record<OutboxState, { readonly words: string; readonly tone: Tone }>> = {
  queued: { words: 'Menunggu dikirim', tone: 'waiting' },
  sending: { words: 'Sedang dikirim', tone: 'waiting' },
  sent: { words: 'Terkirim', tone: 'good' },
  maybeSent: { words: 'Mungkin sudah terkirim', tone: 'wrong' },
  refused: { words: 'Alamat email ditolak', tone: 'wrong' },
  dropped: { words: 'Tidak dikirim', tone: 'open' },
  noAddress: { words: 'Tidak ada alamat email', tone: 'wrong' },
  whatsappOnly: { words: 'Hanya lewat WhatsApp', tone: 'open' },
  draft: { words: 'Konsep, menunggu tanda tangan', tone: 'open' },
};

const KIND_WORDS: Readonly<Record<Message['kind'], string>> = {
  incident: 'Kejadian',
  correction: 'Perlu perbaikan',
  balance: 'Saldo berubah',
  held: 'Ditahan',
  answer: 'Jawaban',
  edited: 'Jawaban diubah',
  corrected: 'Dikoreksi kecamatan',
  pins: 'PIN keliru',
  comparison: 'Perbandingan laporan',
  reminder: 'Pengingat',
  late: 'Pemberitahuan keterlambatan',
  interim: 'Angka sementara',
  receipt: 'Tanda terima',
  morning: 'Pesan pagi',
  warning: 'Konsep surat teguran',
  group: 'Teks grup WhatsApp',
};

/** How a message begins in the outbox. */
export function firstState(message: Message): OutboxState {
  if (message.to.length > 0) return 'queued';
  if (message.kind === 'warning') return 'draft';
  // Whose village is proven by PIN may have no address at all.
  const isReached = (message.whatsapp?.number ?? '') !== '';
  return isReached || message.kind === 'interim' || message.kind === 'group' ? 'whatsappOnly' : 'noAddress';
}

interface Entry extends OutboxEntry {
  readonly context: DrawContext;
}

const when = (context: DrawContext, at: Instant | undefined): string =>
  at === undefined ? '' : formatInstant(at, context.settings.zone);

const FIELDS: readonly Field<Entry>[] = [
  field(text('Antre', 230), ({ context, queuedAt }) => when(context, queuedAt)),
  field(text('Jenis', 190), ({ message }) => KIND_WORDS[message.kind]),
  field(text('Desa/Kelurahan', 190), ({ context, message }) =>
    message.village === '' ? 'Kecamatan' : titleOf(context, message.village),
  ),
  field(text('Kepada', 240), ({ message }) => message.to.join(', ')),
  field(text('Judul', 380, { wrap: true }), ({ message }) => message.subject),
  field(text('Keadaan', 210), ({ state }) => toned(OUTBOX_WORDS[state].tone, OUTBOX_WORDS[state].words)),
  field(text('Terkirim', 230), ({ context, sentAt }) => when(context, sentAt)),
  field(text('Teks', 420, { wrap: true }), ({ message }) => message.text),
  // What a run needs to go on with the message; people read the columns before it.
  field(text('Data', 80, { hidden: true }), (entry) => JSON.stringify(stored(entry))),
];

/** The entry as it stands in the last column: the text is kept once, in its own column. */
function stored({ message, state, queuedAt, sentAt }: Entry): unknown {
  return { message: { ...message, text: '' }, state, queuedAt, ...(sentAt === undefined ? {} : { sentAt }) };
}

const DATA_COLUMN = KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === 'Data');
const TEXT_COLUMN = KEY_COLUMNS.length + FIELDS.findIndex((one) => one.header === 'Teks');

/** Column (from 1) of a message's text; behind it stands what a run needs. */
export const OUTBOX_TEXT = TEXT_COLUMN + 1;

/** Cells from `OUTBOX_TEXT` on without the message's words; undefined where it has not left or says that already. */
export function emptiedCells(row: readonly unknown[], words: string): readonly Cell[] | undefined {
  const said = String(row[DATA_COLUMN] ?? '');
  if (!said.startsWith('{') || row[TEXT_COLUMN] === words) return undefined;
  const data = JSON.parse(said) as { readonly message: Message; readonly state: OutboxState };
  if (data.state === 'queued' || data.state === 'sending') return undefined;
  const { whatsapp: _, ...message } = data.message;
  return [words, JSON.stringify({ ...data, message: { ...message, html: '' } })];
}

/** `Surat dan Surel`: every message to anybody, with what became of it. */
export function outboxTab(): Tab {
  return {
    name: TAB.outbox,
    layout: 'keyed',
    shown: false,
    columns: [...KEY_COLUMNS, ...FIELDS, text('Kirim ulang', 100, { checkbox: true, editable: true })],
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 3,
    rows: 200,
    looks: STATE_LOOKS,
    protection: 'reviewers',
    empty:
      'Semua email yang dibuat di sini, terkirim atau menunggu. Baris pertama muncul bersama pesan pertama.',
  };
}

/** The row of a message; order = time of queuing, so that new rows stand below. */
export function drawOutbox(context: DrawContext, entry: OutboxEntry): Upsert {
  const { key } = entry.message;
  const order = `${wallClock(entry.queuedAt, context.settings.zone).slice(0, 19)}|${key}`;
  const values = [key, order, ...rowOfFields(FIELDS, { ...entry, context })];
  return { kind: 'upsert', book: 'master', tab: TAB.outbox, key, order, values };
}

/** The entry of a row of the tab; undefined for the sentence of an empty tab. */
export function outboxEntry(cells: readonly Cell[]): OutboxEntry | undefined {
  const data = String(cells[DATA_COLUMN] ?? '');
  if (!data.startsWith('{')) return undefined;
  const entry = JSON.parse(data) as OutboxEntry;
  return { ...entry, message: { ...entry.message, text: String(cells[TEXT_COLUMN] ?? '') } };
}
