import { formatNumber } from '../core/dates';
import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { cut } from '../core/escape';
import type { OutboxEntry } from '../core/notices/outbox';
import type { Message } from '../core/patch';
import { TAB } from '../core/tabs/names';
import type { Desk } from './desk';
import { jsonOf, KEY, type Memory } from './memory';

/** A message that was in flight when a run broke off, or that Google did not take. */
interface Doubt {
  readonly key: string;
  /** Subject and village. */
  readonly about: string;
  readonly at: number;
  readonly refused?: true;
}

/** What a person should know of messages that have not left for certain; one property. */
interface Unsent {
  readonly doubts: readonly Doubt[];
  /** Messages that found no quota yet. */
  readonly waiting: number;
}

const NOTHING: Unsent = { doubts: [], waiting: 0 };
/** How long a doubt stays among the to-dos of `Beranda`; its row tells it for ever. */
const DOUBTED = 7 * 24 * 60 * 60_000;
/** Doubts that are kept: a property holds 9 KB. */
const KEPT = 20;
/** Messages named one by one. */
const NAMED = 3;

/** What a person has to look after: it may have left, or Google did not take it. */
const isDoubtful = (state: OutboxEntry['state']): boolean => state === 'maybeSent' || state === 'refused';

/** Whether a message that has not left is worth a person's look: a receipt may wait for days. */
const hurries = ({ now: at }: Desk, { kind, notBefore }: Message): boolean =>
  kind !== 'receipt' && notBefore <= at;

function doubtOf(desk: Desk, { message, state, queuedAt }: OutboxEntry): Doubt {
  const { key, village, subject } = message;
  const about = village === '' ? subject : `${subject} (${titleOf(desk.context, village)})`;
  const refused = state === 'refused' ? { refused: true as const } : {};
  return { key, about: cut(about, 120), at: queuedAt, ...refused };
}

/**
 * The property of what has not left for certain, these rows of `Surat dan Surel` being read; nothing where it stays as
 * it is. A doubt of a row that was not read stays.
 */
export function unsentEntry(
  desk: Desk,
  memory: Memory,
  rows: readonly OutboxEntry[],
): Readonly<Record<string, string>> {
  const known = jsonOf<Unsent>(memory, KEY.unsent, NOTHING);
  const state = new Map(rows.map((one) => [one.message.key, one.state] as const));
  const isFresh = (at: number): boolean => desk.now - at < DOUBTED;
  const kept = known.doubts.filter(({ key, at }) => isDoubtful(state.get(key) ?? 'maybeSent') && isFresh(at));
  const fresh = rows.filter(
    (one) =>
      isDoubtful(one.state) &&
      isFresh(one.queuedAt) &&
      !known.doubts.some(({ key }) => key === one.message.key),
  );
  const doubts = [...kept, ...fresh.map((one) => doubtOf(desk, one))].slice(-KEPT);
  const waiting = rows.filter((one) => one.state === 'queued' && hurries(desk, one.message)).length;
  const all: Unsent = { doubts, waiting };
  if (JSON.stringify(all) === JSON.stringify(known)) return {};
  return { [KEY.unsent]: doubts.length === 0 && waiting === 0 ? '' : JSON.stringify(all) };
}

/** What `Beranda` says of it. */
export function unsentToDos({ context }: Desk, memory: Memory): readonly ToDo[] {
  const { doubts, waiting } = jsonOf<Unsent>(memory, KEY.unsent, NOTHING);
  const toDo = (tab: string, text: string): ToDo => {
    const link = context.masterAddress(tab);
    return { text, ...(link === undefined ? {} : { link }) };
  };
  const doubtful = (some: readonly Doubt[], what: string, advice: string): readonly ToDo[] => {
    if (some.length === 0) return [];
    const names = some.slice(-NAMED).map((one) => one.about);
    const listed = `${names.join('; ')}${some.length > NAMED ? '; …' : ''}`;
    const text = `${formatNumber(some.length)} pesan ${what}: ${listed}. ${advice} di tab ${TAB.outbox}.`;
    return [toDo(TAB.outbox, text)];
  };
  const delayed = `${formatNumber(waiting)} pesan menunggu jatah email; terkirim sendiri begitu ada. Yang mendesak dapat dikirim dari tab ${TAB.whatsapp}.`;
  return [
    ...(waiting === 0 ? [] : [toDo(TAB.whatsapp, delayed)]),
    ...doubtful(
      doubts.filter((one) => one.refused !== true),
      'mungkin sudah terkirim',
      'Bila belum sampai, centang Kirim ulang',
    ),
    ...doubtful(
      doubts.filter((one) => one.refused === true),
      'ditolak alamat emailnya',
      'Perbaiki alamatnya di tab Operator, lalu centang Kirim ulang',
    ),
  ];
}
