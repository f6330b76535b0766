import type { Decision, Edit, KeptReading, Submission } from '../core/book';
import type { ClosedYear } from '../core/closedYears';
import { instantOf, wallClock } from '../core/zones';
import type { Cell } from '../core/patch';
import { LONGEST_CELL } from '../core/escape';
import type { Stock } from '../core/report';
import type { Instant, Settings, ZoneName } from '../core/settings';
import type { Snapshot } from '../core/snapshots';
import { DECISION_HEADERS } from '../core/tabs/stores';
import { TAB } from '../core/tabs/names';
import type { Read } from '../google/cells';
import type { Workbook } from '../google/workbook';

/** What stands in the column *Keputusan*. */
export const WORDS: Readonly<Record<Decision['action'], string>> = {
  approve: 'Setujui',
  return: 'Kembalikan',
  reject: 'Tolak',
  release: 'Lepas',
  cancel: 'Batalkan',
  unlock: 'Buka kunci',
  relock: 'Kunci lagi',
  adjustBalance: 'Koreksi saldo',
  fixClosing: 'Tetapkan saldo akhir',
  unfixClosing: 'Batalkan saldo akhir',
  import: 'Impor',
  adopt: 'Impor anggota',
  correct: 'Jadikan koreksi',
  note: 'Catat pertanyaan',
  answer: 'Jawab',
  answerAll: 'Jawab untuk semua',
};
const SETTINGS_WORD = 'Pengaturan';
const EDIT_WORD = 'Jawaban diubah';
const ERASE_WORD = 'Data pribadi dihapus';
const CLOSING_WORD = 'Tutup buku';

const COLUMN = Object.fromEntries(DECISION_HEADERS.map((header, at) => [header, at])) as Readonly<
  Record<(typeof DECISION_HEADERS)[number], number>
>;

function line(fields: Partial<Record<(typeof DECISION_HEADERS)[number], string>>): Cell[] {
  return DECISION_HEADERS.map((header) => fields[header] ?? '');
}

/** A decision as a row of `Keputusan`. Times stand as the wall clock of the zone, to the millisecond. */
export function decisionToCells(decision: Decision, zone: ZoneName): readonly Cell[] {
  const fields = {
    Nomor: decision.id,
    Waktu: wallClock(decision.at, zone),
    Oleh: decision.actor,
    Keputusan: WORDS[decision.action],
    'Kode desa': decision.village,
    Bulan: decision.period ?? '',
    Kiriman: decision.responseId ?? '',
    Alasan: decision.reason,
    Sampai: decision.until === undefined ? '' : wallClock(decision.until, zone),
    Jumlah: decision.amount === undefined ? '' : JSON.stringify(decision.amount),
  };
  return decision.kept ? longLine(fields, JSON.stringify(decision.kept)) : line(fields);
}

/** A row whose last cells hold a long text. */
function longLine(fields: Parameters<typeof line>[0], text: string): Cell[] {
  const cells = line({
    ...fields,
    Pengaturan: text.slice(0, LONGEST_CELL),
    'Lanjutan pengaturan': text.slice(LONGEST_CELL, 2 * LONGEST_CELL),
  });
  for (let at = 2 * LONGEST_CELL; at < text.length; at += LONGEST_CELL)
    cells.push(text.slice(at, at + LONGEST_CELL));
  return cells;
}

const longText = (cells: readonly Read[]): string => cells.slice(COLUMN.Pengaturan).map(String).join('');

/** A snapshot of the settings as a row of `Keputusan`. */
export function snapshotToCells(snapshot: Snapshot, actor: string, zone: ZoneName): readonly Cell[] {
  const fields = {
    Nomor: `P${String(snapshot.at)}`,
    Waktu: wallClock(snapshot.at, zone),
    Oleh: actor,
    Keputusan: SETTINGS_WORD,
  };
  return longLine(fields, JSON.stringify(snapshot.settings));
}

/**
 * Answers that somebody changed in the form, as a row of `Keputusan`: the forms do not keep what was answered before. Of
 * what was answered it has only what was read of it, so nothing of a person.
 */
export function editToCells(edit: Edit, zone: ZoneName): readonly Cell[] {
  const edited = { ...edit.edited, answers: {}, unknown: [] };
  const fields = {
    Nomor: edited.id,
    Waktu: wallClock(edit.at, zone),
    Oleh: 'sistem',
    Keputusan: EDIT_WORD,
    'Kode desa': edited.village,
    Bulan: edited.edits?.period ?? '',
    Kiriman: edit.original.id,
  };
  return longLine(fields, JSON.stringify({ ...edit, edited }));
}

function editFromCells(cells: readonly Read[]): Edit | undefined {
  return String(cells[COLUMN.Keputusan] ?? '') === EDIT_WORD && longText(cells) !== ''
    ? (JSON.parse(longText(cells)) as Edit)
    : undefined;
}

/** A year that was closed, as a row of `Keputusan`. */
export function closedYearToCells(closed: ClosedYear, actor: string, zone: ZoneName): readonly Cell[] {
  const fields = {
    Nomor: `T${closed.year}`,
    Waktu: wallClock(closed.at, zone),
    Oleh: actor,
    Keputusan: CLOSING_WORD,
    Bulan: `${closed.year}-12`,
  };
  return longLine(fields, JSON.stringify(closed));
}

/** Why and by whom personal data was removed. */
export interface Erasing {
  readonly at: Instant;
  readonly actor: string;
  readonly reason: string;
}

/** What remains of a report whose personal data was removed, as a row of `Keputusan`. */
export function tombstoneToCells(stone: Submission, erasing: Erasing, zone: ZoneName): readonly Cell[] {
  const fields = {
    Nomor: `H${stone.id}`,
    Waktu: wallClock(erasing.at, zone),
    Oleh: erasing.actor,
    Keputusan: ERASE_WORD,
    'Kode desa': stone.village,
    Bulan: stone.kept?.period ?? '',
    Kiriman: stone.id,
    Alasan: erasing.reason,
  };
  return longLine(fields, JSON.stringify(stone));
}

const tombstoneFromCells = (cells: readonly Read[]): Submission | undefined =>
  String(cells[COLUMN.Keputusan] ?? '') === ERASE_WORD
    ? (JSON.parse(longText(cells)) as Submission)
    : undefined;

/**
 * Takes what was read of changed answers out of their rows of `Keputusan`; the rows stay. One call to read, one a row.
 * The only thing that is ever changed there.
 */
export function emptyEdits(master: Workbook, ids: ReadonlySet<string>): void {
  master.readAll(TAB.decisions).forEach((cells, at) => {
    const isEdit = String(cells[COLUMN.Keputusan] ?? '') === EDIT_WORD;
    if (!isEdit || !ids.has(String(cells[COLUMN.Kiriman] ?? '')) || longText(cells) === '') return;
    const empty = cells.slice(COLUMN.Pengaturan).map(() => '');
    master.write(TAB.decisions, at + 1, COLUMN.Pengaturan + 1, [empty]);
  });
}

const instantFrom = (text: string, zone: ZoneName): number =>
  instantOf(text.slice(0, 10), text.slice(11), zone);

function decisionFromCells(cells: readonly Read[], zone: ZoneName): Decision | undefined {
  const at = (header: (typeof DECISION_HEADERS)[number]): string => String(cells[COLUMN[header]] ?? '');
  const action = (Object.keys(WORDS) as Decision['action'][]).find((one) => WORDS[one] === at('Keputusan'));
  if (action === undefined) return undefined;
  return {
    id: at('Nomor'),
    at: instantFrom(at('Waktu'), zone),
    actor: at('Oleh'),
    action,
    village: at('Kode desa'),
    reason: at('Alasan'),
    ...(at('Bulan') === '' ? {} : { period: at('Bulan') }),
    ...(at('Kiriman') === '' ? {} : { responseId: at('Kiriman') }),
    ...(at('Sampai') === '' ? {} : { until: instantFrom(at('Sampai'), zone) }),
    ...(at('Jumlah') === '' ? {} : { amount: JSON.parse(at('Jumlah')) as Stock }),
    ...(action === 'import' || action === 'correct' || action === 'note'
      ? { kept: JSON.parse(longText(cells)) as KeptReading }
      : {}),
  };
}

function snapshotFromCells(cells: readonly Read[], zone: ZoneName): Snapshot | undefined {
  if (String(cells[COLUMN.Keputusan] ?? '') !== SETTINGS_WORD) return undefined;
  return {
    at: instantFrom(String(cells[COLUMN.Waktu] ?? ''), zone),
    settings: JSON.parse(longText(cells)) as Settings,
  };
}

/** `Keputusan`, read: decisions and edits in the order of the tab, snapshots oldest first. */
export interface Decided {
  readonly decisions: readonly Decision[];
  readonly snapshots: readonly Snapshot[];
  readonly edits: readonly Edit[];
  /** What stands in the place of responses whose personal data was removed. */
  readonly tombstones: readonly Submission[];
  /** Rows that the tab has. */
  readonly rows: number;
}

/** Reads `Keputusan`: its first `most` rows, or all of them. Two calls. */
export function readDecided(master: Workbook, zone: ZoneName, most = Infinity): Decided {
  const rows = master
    .readAll(TAB.decisions)
    .slice(1, 1 + most)
    .filter((cells) => String(cells[0] ?? '') !== '');
  return { ...decidedOf(rows, zone), rows: rows.length };
}

/** The rows of `Keputusan` behind the first `known`, which an interrupted run may have left. Two calls. */
export function readPending(master: Workbook, zone: ZoneName, known: number): readonly Decision[] {
  const rows = master.lastRow(TAB.decisions) - 1 - known;
  if (rows <= 0) return [];
  const area = { row: 2 + known, column: 1, rows, columns: DECISION_HEADERS.length };
  return decidedOf(master.read(TAB.decisions, area), zone).decisions;
}

function decidedOf(rows: readonly (readonly Read[])[], zone: ZoneName): Omit<Decided, 'rows'> {
  const decisions = rows.flatMap((cells) => decisionFromCells(cells, zone) ?? []);
  const snapshots = rows.flatMap((cells) => snapshotFromCells(cells, zone) ?? []);
  const edits = rows.flatMap((cells) => editFromCells(cells) ?? []);
  const tombstones = rows.flatMap((cells) => tombstoneFromCells(cells) ?? []);
  return { decisions, edits, tombstones, snapshots: [...snapshots].sort((a, b) => a.at - b.at) };
}

/** Two decisions that say the same: a tick that is read twice because a run was interrupted. */
export function sameDecision(a: Decision, b: Decision): boolean {
  const what = (one: Decision): string =>
    JSON.stringify([
      WORDS[one.action],
      one.village,
      one.period ?? '',
      one.responseId ?? '',
      one.reason,
      one.until ?? 0,
      one.amount ?? null,
      one.kept?.type ?? '',
    ]);
  return what(a) === what(b);
}
