import { formatNumber } from './dates';
import { cellText } from './escape';
import type { Cell } from './patch';
import type { RecapSheet } from './recapFile';
import { text } from './tabs/tab';

type Rows = readonly (readonly Cell[])[];

/** A cell of the flat tab that reads differently in a recap that was made again. */
export interface RecapChange {
  readonly village: string;
  /** The column's words: `akhir WNI L`. */
  readonly what: string;
  readonly from: string;
  readonly to: string;
}

const ABBREVIATIONS = /\b(wni|wna|kk|rt|kta|ht|l|p)\b/g;
const wordsOf = (code: string): string =>
  code.replace(/_/g, ' ').replace(ABBREVIATIONS, (found) => found.toUpperCase());

const shown = (cell: Cell | undefined): string =>
  typeof cell === 'number' ? formatNumber(cell) : cell === undefined || cell === '' ? '–' : cell;

/**
 * What the flat tab says otherwise than it did, village by village in the new order: rows by the village's code,
 * columns by their codes. Columns that only one of the two has (a report type was switched on or off) are no change.
 */
export function recapChanges(before: Rows, after: Rows): readonly RecapChange[] {
  const [had = [], ...old] = before;
  const [has = [], ...now] = after;
  const key = has.indexOf('kode');
  const name = has.indexOf('desa_kelurahan');
  const place = had.indexOf('kode');
  if (key < 0 || place < 0) return [];
  return now.flatMap((row) => {
    const was = old.find((one) => one[place] === row[key]);
    if (was === undefined) return [];
    return has.flatMap((code, at) => {
      const other = had.indexOf(code);
      const [from, to] = [shown(was[other]), shown(row[at])];
      return other < 0 || from === to
        ? []
        : [{ village: String(row[name] ?? ''), what: wordsOf(String(code)), from, to }];
    });
  });
}

const HEADERS = ['Desa/Kelurahan', 'Yang berubah', 'Semula', 'Menjadi', 'Rekap dibuat lagi'] as const;

/**
 * The tab *Perubahan* of a recap that was made again: what changed each time, newest last. `known` = its rows so far
 * with their headers, [] = none; changes that stand at its end already, since the last run was interrupted, are not
 * told twice. Undefined while nothing has changed.
 */
export function changesSheet(
  known: Rows,
  changes: readonly RecapChange[],
  when: string,
): RecapSheet | undefined {
  const rows = known.slice(1).map((row) => HEADERS.map((_header, at) => cellText(String(row[at] ?? ''))));
  const told = new Set(rows.slice(-changes.length).map((row) => row.slice(0, 4).join('|')));
  const isTold = changes.every((one) => told.has([one.village, one.what, one.from, one.to].join('|')));
  const fresh = isTold ? [] : changes.map((one) => [one.village, one.what, one.from, one.to, when]);
  const all = [...rows, ...fresh];
  if (all.length === 0) return undefined;
  return {
    name: CHANGES,
    headers: { from: 1, to: 1 },
    frozenRows: 1,
    frozenColumns: 1,
    columns: HEADERS.map((header, at) => text(header, [170, 240, 110, 110, 230][at] ?? 110)),
    values: [[...HEADERS], ...all],
    landscape: false,
  };
}

export const CHANGES = 'Perubahan';

/** Changes named one by one where the recap is told. */
const NAMED = 8;

/** `Balang: jiwa 1.204 → 1.206`, village by village. */
export function changeLines(changes: readonly RecapChange[]): readonly string[] {
  const lines = changes.slice(0, NAMED).map((one) => `${one.village}: ${one.what} ${one.from} → ${one.to}`);
  const more = changes.length - lines.length;
  return more > 0 ? [...lines, `dan ${formatNumber(more)} lainnya di tab ${CHANGES}.`] : lines;
}
