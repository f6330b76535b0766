import type { VillageBook, VillageHead, VillageMonth } from '../core/book';
import { emptyBook } from '../core/fold';
import { headFromCells, headToCells, INDEX_COLUMNS, monthFromCells, monthToCells } from '../core/indexRow';
import type { Block } from '../core/patch';
import { addMonths, blockOf, rowOf, type Placing } from '../core/place';
import type { Period, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import type { Workbook } from '../google/workbook';

type Cells = readonly string[];

/** Columns that are read of a row: nearly all rows fit in them; where the last one holds something the row goes on. */
const NARROW = 3;

/** Runs of rows that are read or written with one call; gaps of up to `gap` rows are taken along. */
export function runsOf(rows: readonly number[], gap: number): { row: number; count: number }[] {
  const sorted = [...new Set(rows)].sort((a, b) => a - b);
  const runs: { row: number; count: number }[] = [];
  for (const row of sorted) {
    const last = runs[runs.length - 1];
    if (last !== undefined && row <= last.row + last.count + gap) last.count = row - last.row + 1;
    else runs.push({ row, count: 1 });
  }
  return runs;
}

/**
 * The tab `Indeks` during one run: rows are read once, in as few calls as their places allow, and written the same
 * way. Asking for what was not loaded throws.
 */
export class Shelf {
  private readonly rows: Record<number, Cells> = {};
  private readonly dirty: Record<number, true> = {};
  private readonly months: Record<string, VillageMonth> = {};

  constructor(
    private readonly master: Workbook,
    readonly placing: Placing,
    /** Villages in the order of `Registri`. */
    readonly places: readonly VillageCode[],
  ) {}

  /** Heads of all villages. At most one call. */
  loadHeads(): void {
    this.read(this.places.map((_village, place) => rowOf(this.placing, 0, place)));
  }

  /** These months: of one village, or of all. */
  load(wanted: readonly { readonly period: Period; readonly village?: VillageCode }[]): void {
    this.read(
      wanted.flatMap(({ period, village }) =>
        period < this.placing.base
          ? []
          : village === undefined
            ? this.places.map((code) => this.rowFor(code, period))
            : [this.rowFor(village, period)],
      ),
    );
  }

  head(village: VillageCode): VillageHead {
    const cells = this.cells(rowOf(this.placing, 0, this.placeOf(village)), `${village}|`);
    return headFromCells(cells) ?? emptyBook(village).head;
  }

  /** The month of a village; empty months too. */
  month(village: VillageCode, period: Period): VillageMonth {
    if (period < this.placing.base) return { village, period, reports: {}, unlocks: [] };
    const key = `${village}|${period}`;
    const cells = this.cells(this.rowFor(village, period), key);
    this.months[key] ??= monthFromCells(cells) ?? { village, period, reports: {}, unlocks: [] };
    return this.months[key] ?? { village, period, reports: {}, unlocks: [] };
  }

  has(village: VillageCode, period: Period): boolean {
    return period < this.placing.base || this.rows[this.rowFor(village, period)] !== undefined;
  }

  /** That month of all villages, in the order of their places. */
  slice(period: Period): readonly VillageMonth[] {
    return this.places.map((village) => this.month(village, period));
  }

  /** The village's head with the months that hold something among those loaded. */
  book(village: VillageCode): VillageBook {
    const head = this.head(village);
    const months: Record<Period, VillageMonth> = {};
    for (const period of monthsOf(head)) {
      if (this.has(village, period)) months[period] = this.month(village, period);
    }
    return { head, months };
  }

  /** Keeps what a fold gave, to be written by `patches`. */
  put(book: VillageBook, touched: readonly Period[], headTouched: boolean): void {
    const place = this.placeOf(book.head.village);
    if (headTouched) this.set(rowOf(this.placing, 0, place), headToCells(book.head));
    for (const period of touched) {
      const month = book.months[period];
      const row = this.rowFor(book.head.village, period);
      this.set(row, month === undefined ? blank() : monthToCells(month));
      delete this.months[`${book.head.village}|${period}`];
    }
  }

  /** What has to be written: rows that changed, heads first, joined over rows that are known anyway. */
  patches(): readonly Block[] {
    const changed = Object.keys(this.dirty).map(Number);
    const known = (row: number, count: number): Cells[] | undefined => {
      const all = Array.from({ length: count }, (_value, at) => this.rows[row + at]);
      return all.every((cells) => cells !== undefined) ? all.map((cells) => cells ?? []) : undefined;
    };
    return runsOf(changed, this.placing.blockSize).flatMap(({ row, count }) => {
      const whole = known(row, count);
      const runs =
        whole === undefined
          ? runsOf(
              changed.filter((one) => one >= row && one < row + count),
              0,
            )
          : [{ row, count }];
      return runs.map((run) => ({
        kind: 'block' as const,
        book: 'master' as const,
        tab: TAB.index,
        row: run.row,
        column: 1,
        values: known(run.row, run.count) ?? [],
      }));
    });
  }

  private set(row: number, cells: Cells): void {
    const before = this.rows[row];
    if (before !== undefined && JSON.stringify(before) === JSON.stringify(cells)) return;
    this.rows[row] = cells;
    this.dirty[row] = true;
  }

  private read(rows: readonly number[]): void {
    const missing = rows.filter((row) => this.rows[row] === undefined);
    // Rows between those asked for are read along, rather than making one more call.
    for (const { row, count } of runsOf(missing, this.placing.blockSize)) {
      const area = { row, column: 1, rows: count, columns: NARROW };
      this.master.read(TAB.index, area).forEach((cells, at) => {
        this.rows[row + at] ??= cells[NARROW - 1] === '' ? padded(cells.map(String)) : this.wide(row + at);
      });
    }
  }

  /** A row that goes on behind the columns that are usually read. One call. */
  private wide(row: number): Cells {
    const [cells] = this.master.read(TAB.index, { row, column: 1, rows: 1, columns: INDEX_COLUMNS });
    return (cells ?? []).map(String);
  }

  private cells(row: number, what: string): Cells {
    const cells = this.rows[row];
    if (cells === undefined)
      throw new Error(`Row ${String(row)} of Indeks (${what}) was asked for and not loaded.`);
    const [key = ''] = cells;
    // Somebody has sorted the tab: the run ends here, and what mends it puts the rows back.
    if (key !== '' && key !== what)
      throw new Error(`Row ${String(row)} of Indeks holds ${key}, where ${what} belongs.`);
    return cells;
  }

  private placeOf(village: VillageCode): number {
    const place = this.places.indexOf(village);
    if (place < 0) throw new Error(`Village ${village} has no place in Registri.`);
    return place;
  }

  private rowFor(village: VillageCode, period: Period): number {
    return rowOf(this.placing, blockOf(this.placing, period), this.placeOf(village));
  }
}

const padded = (cells: Cells): Cells => Array.from({ length: INDEX_COLUMNS }, (_cell, at) => cells[at] ?? '');
const blank = (): Cells => padded([]);

/** The months between the first and the last that hold anything. */
export function monthsOf(head: VillageHead): readonly Period[] {
  const { firstPeriod, lastPeriod } = head;
  if (firstPeriod === undefined || lastPeriod === undefined) return [];
  const all: Period[] = [];
  for (let period = firstPeriod; period <= lastPeriod; period = addMonths(period, 1)) all.push(period);
  return all;
}
