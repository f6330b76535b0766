import type { Instant, VillageCode } from '../core/settings';
import { allProperties, setProperties } from '../google/properties';
import { knowSecret } from '../google/seal';

/** How far a form has been read. */
export interface FormCursor {
  /** Time of the newest response known; reading begins a while before it. */
  readonly readFrom: Instant;
  /** When the last reading began: a mark that is newer makes the form dirty. */
  readonly startedAt: Instant;
  /** Fingerprints of the known responses of the overlap. */
  readonly done: readonly string[];
  /** Where the overlap holds more responses than can be kept: it begins only here. */
  readonly from?: Instant;
  /** More responses wait behind; until they are taken in, later decisions and settings wait for them as well. */
  readonly rest?: true;
  /** A known response came with another time: all of them are looked at for changed answers. */
  readonly edited?: true;
}

/** What is not a form and can be dirty all the same. */
export type Corner = 'tindakan' | 'pengaturan' | 'halaman' | 'formulir' | 'pembinaan';

/** What the script keeps between its runs: the properties, read in one call. */
export interface Memory {
  readonly all: Record<string, string>;
}

export const KEY = {
  /** Marks of the runs that are writing, by their kind. Found set, that kind of run was interrupted. */
  run: 'run',
  counts: 'hitung',
  /** Rows of `Keputusan` that are folded into `Indeks`. */
  decisions: 'keputusan',
  /** Months that the recap tabs show. */
  shown: 'bulan',
  day: 'hari',
  morning: 'pagi',
  evening: 'sore',
  listed: 'daftar-bulan',
  phase: 'fase',
  /** Villages that `Registri` has. */
  places: 'desa',
  programme: 'program',
  master: 'induk',
  rebuild: 'bangun',
  /** What is being removed of personal data, and how far it has come. */
  erase: 'hapus',
  /** Which list of members is being brought in, and how far that has come. */
  members: 'impor-anggota',
  /** How far *Perbarui formulir* has come. */
  forms: 'perbarui',
  /** Which year is being closed, and how far that has come. */
  closing: 'tutup-buku',
  health: 'sehat',
  /** Day of the last daily check, and how far one that is under way has come. */
  examined: 'diperiksa',
  examining: 'memeriksa',
  /** What was written last into files that are refreshed at night, and the day on which that was finished. */
  shared: 'bersama',
  refreshed: 'bersama-hari',
  /** Drafts of letters that there was no time for wait. */
  letters: 'teguran',
  setUp: 'pasang',
  /** Address of the account that took over; '' = the owner of the master holds everything. */
  keeper: 'kantor',
  /** How far *Serah terima akun* has come. */
  transfer: 'serah',
  /** How far *Bongkar* has come. */
  dismantle: 'bongkar',
  /** Until when triggers of the account before may still be there; ms. */
  twoAccounts: 'dua-akun',
  /** When reminders were last asked for. */
  reminded: 'diingatkan',
  /** Snapshot of the settings that every village has been judged by. */
  settled: 'terlipat',
  /** Months that stand open by *Buka kunci*. */
  opened: 'dibuka',
  /** Villages whose forms are closed since their last month is over. */
  ended: 'berakhir',
  /** Rows that wait in `Antrean Tinjau`. */
  waiting: 'antre',
  /** What a person has to do, by where it comes from. */
  chores: 'tugas',
  /** The operators' questions, and what `Pembinaan` says. */
  asked: 'tanya',
  coached: 'bina',
  /** Villages whose *Uji kirim* came. */
  rehearsed: 'uji',
  /** First row of `Surat dan Surel` that may not be finished. */
  outboxFrom: 'surat',
  /** Secret of the seals of persons. */
  secret: 'rahasia',
  /** Messages that have not left for certain: see flows/unsent. */
  unsent: 'tertahan',
  /** Messages that are leaving: keys, and how many have left. */
  sending: 'kirim',
} as const;

export function recall(): Memory {
  const all = { ...allProperties() };
  knowSecret(all[KEY.secret] ?? '');
  return { all };
}

/** Sets properties, here and in what was recalled. One call; none where there is nothing to set. */
export function remember(memory: Memory, entries: Readonly<Record<string, string>>): void {
  if (Object.keys(entries).length === 0) return;
  setProperties(entries);
  Object.assign(memory.all, entries);
}

/** Text of a property; '' where it is not set. */
export function textOf(memory: Memory, key: string): string {
  return memory.all[key] ?? '';
}

/** A property that holds JSON; `otherwise` where it is not set or cannot be read. */
export function jsonOf<T>(memory: Memory, key: string, otherwise: T): T {
  const text = textOf(memory, key);
  if (text === '') return otherwise;
  try {
    return JSON.parse(text) as T;
  } catch {
    return otherwise;
  }
}

const markKey = (what: string): string => `tanda:${what}`;
const cursorKey = (what: string): string => `kursor:${what}`;

const actorKey = (what: string, actor: string): string => `oleh:${what}:${actor}`;

/**
 * Says that something came in there, and by whom where an edit tells ('' = it does not). The mark is never cleared:
 * a newer reading outdates it.
 */
export function mark(what: string, at: Instant, by?: string): void {
  const actor = by === undefined ? {} : { [actorKey(what, by)]: String(at) };
  setProperties({ [markKey(what)]: String(at), ...actor });
}

/**
 * Who edited there since the last reading, as far as the edits told: an address; '' where they did not or no edit is
 * known; undefined where several did, and nobody can say who did what.
 */
export function editorOf(memory: Memory, what: Corner): string | undefined {
  const { startedAt } = cursorOf(memory, what);
  const prefix = actorKey(what, '');
  const found = Object.keys(memory.all).filter(
    (key) => key.startsWith(prefix) && Number(textOf(memory, key)) > startedAt,
  );
  return found.length > 1 ? undefined : (found[0] ?? '').slice(prefix.length);
}

export function cursorOf(memory: Memory, what: string): FormCursor {
  return jsonOf(memory, cursorKey(what), { readFrom: 0, startedAt: 0, done: [] });
}

/**
 * Properties of a form whose reading is not finished: its cursor, and a mark newer than it, so that the next run
 * goes on. A mark that an event set meanwhile may be overwritten: either makes the form dirty.
 */
export function restEntry(mark: string, what: string, cursor: FormCursor): Record<string, string> {
  return {
    ...cursorEntry(what, { ...cursor, rest: true }),
    ...(mark === '' ? {} : { [markKey(mark)]: String(cursor.startedAt + 1) }),
  };
}

/** Whether an event, and not only the rest of a long reading, marked the form. */
export function isFresh(memory: Memory, mark: string, what: string): boolean {
  return isDirty(memory, mark, what) && cursorOf(memory, what).rest !== true;
}

/** Whether something came in since the last reading began. */
export function isDirty(memory: Memory, sheet: string, what: string): boolean {
  const at = Number(textOf(memory, markKey(sheet)) || '0');
  return at > 0 && at > cursorOf(memory, what).startedAt;
}

/** Properties of a cursor. */
export function cursorEntry(what: string, cursor: FormCursor): Record<string, string> {
  return { [cursorKey(what)]: JSON.stringify(cursor) };
}

/** Kinds of run that write; each heals what it left itself. */
export type Task =
  | 'putaran'
  | 'pengaturan'
  | 'hari'
  | 'pesan'
  | 'rekap'
  | 'bangun'
  | 'formulir'
  | 'surat'
  | 'hapus'
  | 'tutup'
  | 'impor';

/** What a run that writes says of itself; it stands until its end, so an interrupted one is found by the next. */
export interface RunMark {
  readonly at: Instant;
  /** Villages whose rows of `Indeks` it writes. */
  readonly villages: readonly VillageCode[];
}

/** Marks of the runs that write or were interrupted, by their kind. */
export function runMarks(memory: Memory): Readonly<Partial<Record<Task, RunMark>>> {
  return jsonOf<Partial<Record<Task, RunMark>>>(memory, KEY.run, {});
}

/** Whether a run was interrupted and has not been healed. */
export function isUnclean(memory: Memory): boolean {
  return Object.keys(runMarks(memory)).length > 0;
}
