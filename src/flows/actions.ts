import type { Decision, Version } from '../core/book';
import { closedProblem } from '../core/closedYears';
import { formatInstant, parsePeriod } from '../core/dates';
import { maskNumbers } from '../core/identity';
import { toned } from '../core/looks';
import type { Cell } from '../core/patch';
import type { Instant, Period, VillageCode } from '../core/settings';
import { decisionProblem, TRANSITIONS, type ResponseAction } from '../core/states';
import { TAB } from '../core/tabs/names';
import { columnOf } from '../core/tabs/tab';
import type { Read } from '../google/cells';
import type { Linked, Workbook } from '../google/workbook';
import { reviewersOf } from './access';
import { sameDecision } from './decisions';
import type { Desk } from './desk';
import type { Run } from './run';

/** First data row of the tabs that people act in. */
const FIRST = 2;

/** A row of a tab that a person acts in, by the headers of its declaration. */
export class ActionRow {
  constructor(
    private readonly book: Workbook,
    private readonly tab: string,
    readonly row: number,
    private readonly cells: readonly Read[],
  ) {}

  private column(header: string): number {
    const declared = this.book.declaration(this.tab);
    if (declared === undefined) throw new Error(`Tab ${this.tab} is not declared.`);
    return columnOf(declared, header);
  }

  /** All cells of the row. */
  get all(): readonly Read[] {
    return this.cells;
  }

  /** Text of a cell, without blanks around it. */
  text(header: string): string {
    return String(this.cells[this.column(header) - 1] ?? '').trim();
  }

  /** Writes cells that stand side by side, the first under `header`. */
  write(header: string, values: readonly Cell[]): void {
    this.book.write(this.tab, this.row, this.column(header), [values]);
  }

  /** Writes a text whose named parts are links under `header`. */
  link(header: string, words: string, links: readonly Linked[]): void {
    this.book.writeLinked(this.tab, this.row, this.column(header), words, links);
  }

  /** Takes the tick under `header` away and writes the cells to its right, together. */
  untick(header: string, beside: readonly Cell[] = []): void {
    this.book.untick(this.tab, this.row, this.column(header), beside);
  }
}

/**
 * Data rows of a tab, as wide as it is declared; with `filled` only those that hold something under that header.
 * One call where the number of rows is known, else two.
 */
export function actionRows(
  book: Workbook,
  tab: string,
  { rows = book.lastRow(tab) - FIRST + 1, filled }: { readonly rows?: number; readonly filled?: string } = {},
): readonly ActionRow[] {
  const declared = book.declaration(tab);
  if (declared === undefined || rows <= 0) return [];
  const at = filled === undefined ? -1 : columnOf(declared, filled) - 1;
  return book
    .read(tab, { row: FIRST, column: 1, rows, columns: declared.columns.length })
    .flatMap((cells, row) => (cells[at] === '' ? [] : [new ActionRow(book, tab, FIRST + row, cells)]));
}

/**
 * Rows of a checkbox column that are ticked, each read whole; `rows` = how many rows there are, where that is known.
 * One call, and one more for each ticked row.
 */
export function tickedRows(
  book: Workbook,
  tab: string,
  header: string,
  rows = book.rowsOf(tab) - FIRST + 1,
): readonly ActionRow[] {
  const declared = book.declaration(tab);
  if (declared === undefined) throw new Error(`Tab ${tab} is not declared.`);
  if (rows <= 0) return [];
  const column = columnOf(declared, header);
  const boxes = book.read(tab, { row: FIRST, column, rows, columns: 1 });
  return boxes.flatMap(([box], at) => {
    if (!isTick(box)) return [];
    const area = { row: FIRST + at, column: 1, rows: 1, columns: declared.columns.length };
    return book.read(tab, area).map((cells) => new ActionRow(book, tab, FIRST + at, cells));
  });
}

/** A ticked box; a typed word counts as well, since phones sometimes lose the box. */
export const isTick = (cell: Read | undefined): boolean =>
  cell === true || (typeof cell === 'string' && cell !== '' && /^(true|benar|ya)$/i.test(cell.trim()));

/** Who acts: the address that is known, else the only reviewer, else the office; several = the office. */
export function actorOf(desk: Desk, known: string | undefined): string {
  if (known === undefined) return 'peninjau';
  if (known !== '') return known;
  const [only, ...others] = reviewersOf(desk.settings);
  return only !== undefined && others.length === 0 ? only : 'peninjau';
}

/** Village whose code ends as the number of a report begins: `2005-260803-091402`. */
function villageOfNumber(desk: Desk, number: string): VillageCode | undefined {
  const [group = ''] = number.split('-');
  return desk.context.places.find((code) => code.split('.')[3] === group);
}

interface Wish {
  readonly row: ActionRow;
  readonly action: ResponseAction;
  readonly id: string;
  readonly village: VillageCode;
  readonly period: Period | undefined;
  readonly reason: string;
}

function wishes(desk: Desk, rows: number | undefined): readonly Wish[] {
  return actionRows(desk.master, TAB.queue, {
    filled: 'Tindakan',
    ...(rows === undefined ? {} : { rows }),
  }).flatMap((row) => {
    const chosen = TRANSITIONS.find((one) => one.word.toLowerCase() === row.text('Tindakan').toLowerCase());
    const village = villageOfNumber(desk, row.text('Nomor laporan'));
    if (chosen === undefined || village === undefined) return [];
    const period = parsePeriod(row.text('Bulan'));
    return [
      {
        row,
        action: chosen.action,
        id: row.text('Kunci'),
        village,
        period,
        reason: maskNumbers(row.text('Alasan')),
      },
    ];
  });
}

function versionOf(run: Run, wish: Wish): { version: Version; period: Period | undefined } | undefined {
  const month = wish.period === undefined ? undefined : run.shelf.month(wish.village, wish.period);
  const inMonth = Object.values(month?.reports ?? {})
    .flat()
    .find((one) => one.id === wish.id);
  if (inMonth !== undefined) return { version: inMonth, period: wish.period };
  const stray = run.shelf.head(wish.village).strays.find((one) => one.id === wish.id);
  return stray === undefined ? undefined : { version: stray, period: undefined };
}

const DONE: Readonly<Record<Wish['action'], string>> = {
  approve: 'Disetujui',
  return: 'Dikembalikan',
  reject: 'Ditolak',
  release: 'Dilepas',
  cancel: 'Tindakan dibatalkan',
};

/** Numbers of the decisions that one run makes. */
export function decisionIds(at: Instant): () => string {
  let count = 0;
  return () => {
    count += 1;
    return `K${String(at)}-${String(count).padStart(2, '0')}`;
  };
}

/**
 * What people chose in `Antrean Tinjau`, as decisions; the choices are taken away right before the run ends, the ones
 * that cannot be carried out stay, with the reason beside them. `pending` = decisions that an interrupted run left.
 */
export function readQueue(
  run: Run,
  actor: string,
  nextId: () => string,
  pending: readonly Decision[],
): readonly Decision[] {
  const all = wishes(run.desk, run.countOf(TAB.queue)?.rows);
  if (all.length === 0) return [];
  run.shelf.loadHeads();
  run.shelf.load(all.flatMap(({ village, period }) => (period === undefined ? [] : [{ village, period }])));
  return all.flatMap((wish) => {
    const found = versionOf(run, wish);
    const decision = decisionOf(run.desk, wish, found?.period, actor, nextId);
    const again = pending.some((one) => sameDecision(one, decision));
    const problem = again
      ? undefined
      : found === undefined
        ? 'Laporan ini tidak ditemukan lagi. Data tidak berubah.'
        : (closedProblem(run.desk.context.closed, found.period, found.version, wish.action) ??
          decisionProblem(found.version, wish.action, wish.reason));
    if (problem !== undefined) refuse(run, wish, problem);
    else finish(run, wish);
    return problem !== undefined || again ? [] : [decision];
  });
}

function decisionOf(
  desk: Desk,
  { action, village, id, reason }: Wish,
  period: Period | undefined,
  actor: string,
  nextId: () => string,
): Decision {
  const about = { village, responseId: id, reason, ...(period === undefined ? {} : { period }) };
  return { id: nextId(), at: desk.now, actor, action, ...about };
}

function refuse(run: Run, { row }: Wish, problem: string): void {
  const said = toned('wrong', problem);
  if (row.text('Hasil') === said) return;
  run.afterwards(() => {
    row.write('Hasil', [said]);
  });
}

function finish(run: Run, { row, action }: Wish): void {
  const { now, settings } = run.desk;
  const said = toned('good', `${DONE[action]} ${formatInstant(now, settings.zone)}`);
  run.afterwards(() => {
    row.write('Tindakan', ['', '', said]);
  });
}
