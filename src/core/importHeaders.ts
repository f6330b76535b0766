import { plain, type ImportCells } from './importCells';
import { sideBySide, type MonthHeader } from './importMonths';
import { B3_USES, usesByTitle, usesOf, type Uses } from './importWords';
import { LEDGER_TYPE } from './population';
import type { ReportType } from './report';
import { cleanText } from './text';

/** The headers of a table and what they tell of its columns. */
export interface Headers {
  readonly type: ReportType;
  /** Rows of the headers, from 1, both included; figures begin below. */
  readonly headers: { readonly from: number; readonly to: number };
  /** What stands over each column, headers of several rows joined. */
  readonly names: readonly string[];
  readonly uses: Uses;
  /** Months side by side: the month of each column as its header says it; undefined = it is of no month. */
  readonly side?: readonly (MonthHeader | undefined)[];
}

/** Rows among which the headers are looked for, and how many they may take. */
export const SEARCHED = 25;
const HIGHEST = 4;
/** Cells in which anything stands. */
export const filledCells = (row: readonly string[] = []): readonly string[] =>
  row.filter((cell) => cell.trim() !== '');

/** A year or a day, which Sheets makes of a month, may stand over columns. */
const isFigure = (cell: string): boolean =>
  /^[\d.,\s–-]+$/.test(cell.trim()) && !/^20\d\d(-\d\d){0,2}$/.test(cell.trim());

/** A title stands alone in its row, a line of the table is mostly figures. */
const mayBeHeader = (row: readonly string[] | undefined): boolean => {
  const cells = filledCells(row);
  return cells.length > 1 && cells.filter(isFigure).length * 3 <= cells.length;
};

const numberOf = (cell: string): number => Number(/^\(?(\d{1,2})\)?$/.exec(cell.trim())?.[1] ?? '0');

/** Whether a row only numbers the columns: 1, 2, 3, … */
export function isNumbering(row: readonly string[]): boolean {
  const cells = filledCells(row);
  return cells.length > 2 && cells.every((cell, at) => numberOf(cell) === at + 1);
}

/** What stands over each column: a cell over several columns counts for all of them. */
function namesOver(cells: ImportCells, from: number, to: number): string[] {
  const rows = cells.slice(from - 1, to).map((row) => row.map((cell) => cleanText(cell, false).text));
  const width = Math.max(0, ...cells.map((row) => row.length));
  const own = (level: number, column: number): string => rows[level]?.[column] ?? '';
  const levels = rows.map((_row, level) => {
    const texts: string[] = [];
    for (let column = 0; column < width; column += 1) {
      const isBelow = rows.some((_one, other) => other > level && own(other, column) !== '');
      const begins = rows.some((_one, other) => other < level && own(other, column) !== '');
      const goesOn = own(level, column) === '' && isBelow && !begins && column > 0;
      texts.push(goesOn ? (texts[column - 1] ?? '') : own(level, column));
    }
    return texts;
  });
  return Array.from({ length: width }, (_unused, column) =>
    [...new Set(levels.map((texts) => texts[column] ?? '').filter((text) => text !== ''))].join(' '),
  );
}

/** How much headers tell: uses that they name, and months side by side as one more. */
export const toldBy = ({ uses, side }: Headers): number =>
  new Set(uses.filter((use) => use !== undefined)).size + (side === undefined ? 0 : 1);

const isAbout = (use: string | undefined): boolean => use === undefined || use.startsWith('@');

function headersAt(cells: ImportCells, from: number, to: number, look: Look): Headers[] {
  const names = namesOver(cells, from, to);
  const side = look.isSide === false ? undefined : sideBySide(names);
  const headers = names.map((name, at) => plain(side?.[at]?.rest ?? name));
  return look.types.map((type) => {
    const found = { type, headers: { from, to }, names };
    const uses = usesOf(type, headers);
    if (side === undefined) return { ...found, uses };
    // A figure that belongs to no month is a sum over all of them.
    const own = uses.map((use, at) => (side[at] === undefined && !isAbout(use) ? undefined : use));
    const titles = [...cells.slice(0, from - 1).flatMap(filledCells), ...look.titles];
    const byTitle = own.every(isAbout)
      ? usesByTitle(
          type,
          side.map((one) => one && plain(one.rest)),
          titles,
        )
      : [];
    return { ...found, side, uses: own.map((use, at) => use ?? byTitle[at]) };
  });
}

/** B.3 by the numbers of its columns, whatever stands above them. */
function numbered(cells: ImportCells, types: readonly ReportType[]): Headers | undefined {
  const type = types.find((one) => one.id === LEDGER_TYPE);
  const at = cells.slice(0, SEARCHED).findIndex((row) => filledCells(row).length >= 33 && isNumbering(row));
  if (type === undefined || at < 0) return undefined;
  let from = at + 1;
  while (from > 1 && at + 1 - from < HIGHEST && mayBeHeader(cells[from - 2])) from -= 1;
  const names = namesOver(cells, from, at);
  const uses = (cells[at] ?? []).map((cell) => B3_USES[numberOf(cell) - 1]);
  return { type, headers: { from, to: at + 1 }, names, uses };
}

/** What headers are looked for with. */
export interface Look {
  readonly types: readonly ReportType[];
  /** What is said of the whole table beside its own lines. */
  readonly titles: readonly string[];
  /** The row a person says that they end with. */
  readonly last?: number;
  /** False = months do not stand side by side, whatever the headers say. True changes nothing: they have to say it. */
  readonly isSide?: boolean;
}

/** The rows of headers that tell most; of equal ones the fewest rows. */
export function findHeaders(cells: ImportCells, look: Look): Headers | undefined {
  const { last } = look;
  const b3 = last === undefined ? numbered(cells, look.types) : undefined;
  if (b3) return b3;
  let best: Headers | undefined;
  const ends = last === undefined ? cells.slice(0, SEARCHED).map((_row, at) => at + 1) : [last];
  for (const to of ends)
    for (let from = to; from > 0 && to - from < HIGHEST; from -= 1) {
      if (last === undefined && !mayBeHeader(cells[from - 1])) break;
      for (const one of headersAt(cells, from, to, look))
        if (toldBy(one) > (best ? toldBy(best) : last === undefined ? 1 : -1)) best = one;
    }
  return best;
}
