import { has, plain, type ImportCells } from './importCells';
import { filledCells, findHeaders, SEARCHED, toldBy, type Headers, type Look } from './importHeaders';
import { monthHeaderOf, periodNamed, yearsIn } from './importMonths';
import { USE, type Uses } from './importWords';
import { villageCalled } from './operatorTable';
import type { ReportType } from './report';
import type { Period, Village } from './settings';

/** How a table is laid out: proposed from what stands in it, changed by what a person chose. */
export interface Layout extends Headers {
  /** The months side by side as they count, `dilewati` where a person says so; undefined = of no month, or not known. */
  readonly periods?: readonly (Period | undefined)[];
  /** Lines and columns are exchanged: what is told of a line is a column of the table. */
  readonly isTurned?: true;
  /** Month, year and village of the whole table where no column has them. */
  readonly period?: Period;
  readonly year?: string;
  readonly village?: Village;
}

/** Lines by which the column of villages is known. */
const LOOKED_AT = 60;

/** The village that a cell names: as `villageCalled`, also behind a number of the list, also by a code without dots. */
export function villageIn(villages: readonly Village[], cell: string): Village | undefined {
  const text = cell.trim().replace(/^\d{1,3}[.)]\s+/, '');
  const digits = /^\d{10}$/.test(text) ? text : '';
  return (
    villageCalled(villages, text) ??
    villages.find((one) => digits !== '' && one.code.replace(/\D/g, '') === digits)
  );
}

/** The column in which villages stand, where a header does not say it: the one that names most of them. */
function withVillageColumn(headers: Headers, cells: ImportCells, villages: readonly Village[]): Headers {
  const { uses, names } = headers;
  const lines = cells.slice(headers.headers.to, headers.headers.to + LOOKED_AT);
  const isVillage = (cell: string): boolean =>
    /[a-z]|^[\d.]{10,13}$/i.test(cell.trim()) && villageIn(villages, cell) !== undefined;
  const named = names.map((_name, at) => lines.filter((row) => isVillage(row[at] ?? '')).length);
  const said = uses.indexOf(USE.village);
  const most = Math.max(0, ...named.filter((_count, at) => uses[at] === undefined || at === said));
  if (most === 0 || (named[said] ?? 0) === most) return headers;
  const at = named.findIndex((count, column) => count === most && uses[column] === undefined);
  return {
    ...headers,
    uses: names.map((_name, column) =>
      column === at ? USE.village : column === said ? undefined : uses[column],
    ),
  };
}

/** What titles say of the whole table. */
function wholeTable(
  uses: Uses,
  texts: readonly string[],
  villages: readonly Village[],
): Pick<Layout, 'period' | 'year' | 'village'> {
  const years = [...new Set(texts.flatMap(yearsIn))];
  const year = years.length === 1 ? years[0] : undefined;
  // A month that stands alone in its cell has become its first day.
  const monthOf = (text: string): Period | undefined =>
    /^(\d{4}-\d{2})-01$/.exec(text)?.[1] ?? periodNamed(text, year);
  const found = texts.map(monthOf).filter((one) => one !== undefined);
  const period = new Set(found).size === 1 && !uses.includes(USE.month) ? found[0] : undefined;
  const called = villages.filter((one) =>
    texts.some((text) => villageIn([one], text) || has(plain(text), titled(one))),
  );
  const [village] = uses.includes(USE.village) || called.length > 1 ? [] : called;
  return { ...(period ? { period } : {}), ...(year ? { year } : {}), ...(village ? { village } : {}) };
}

const titled = ({ name }: Village): RegExp =>
  new RegExp(` (desa|kelurahan) ${plain(name).replace(/[^a-z0-9 ]/g, '.')} `);

/** How months may lie in a table, as a person chooses it. */
export const SHAPES = [
  'satu bulan tiap baris',
  'bulan bersebelahan',
  'isian ke bawah, bulan ke samping',
] as const;
export type Shape = (typeof SHAPES)[number];

export const shapeOf = ({ isTurned, side }: Layout): Shape => SHAPES[isTurned ? 2 : side ? 1 : 0];

/** What a person says of the table before its columns are looked at. */
export interface Given {
  readonly type?: ReportType;
  /** Last row of the headers, from 1. */
  readonly last?: number;
  readonly shape?: Shape;
}

/** The row over the figures in which months stand beside each other, from 0; -1 = there is none. */
const monthRow = (cells: ImportCells): number =>
  cells
    .slice(0, SEARCHED)
    .findIndex((row) => row.filter((cell) => monthHeaderOf(cell)?.rest === '').length > 1);

/** Lines and columns exchanged; titles over the table are left out. */
function turned(cells: ImportCells): ImportCells {
  const first = monthRow(cells);
  const width = Math.max(0, ...cells.map((row) => row.length));
  return Array.from({ length: width }, (_unused, at) =>
    cells.map((row, line) => (line < first ? '' : (row[at] ?? ''))),
  );
}

/** The cells of a table as its layout reads them: headers above their columns. */
export const cellsFor = ({ isTurned }: Layout, cells: ImportCells): ImportCells =>
  isTurned ? turned(cells) : cells;

function upright(cells: ImportCells, look: Look, villages: readonly Village[]): Layout | undefined {
  const found = findHeaders(cells, look);
  if (found === undefined) return undefined;
  const headers = withVillageColumn(found, cells, villages);
  const { uses, side } = headers;
  const texts = [...cells.slice(0, found.headers.from - 1).flatMap(filledCells), ...look.titles];
  const { period, ...whole } = wholeTable(uses, texts, villages);
  return { ...headers, ...whole, ...(period && !side ? { period } : {}) };
}

/** A table of one village whose figures go down and whose months go to the right. */
function sideways(cells: ImportCells, look: Look, villages: readonly Village[]): Layout | undefined {
  const first = monthRow(cells);
  if (first < 0) return undefined;
  const found = findHeaders(turned(cells), { types: look.types, titles: [], isSide: false });
  if (found === undefined) return undefined;
  const uses = found.uses.map((use, at) => (at === first ? USE.month : use === USE.month ? undefined : use));
  const texts = [...cells.slice(0, first).flatMap(filledCells), ...look.titles];
  return { ...found, uses, isTurned: true, ...wholeTable(uses, texts, villages) };
}

/**
 * How a table is laid out, as far as it can be seen: its headers below whatever titles, which report it is, what its
 * columns are, whether months stand side by side, and the month and village of the whole table; undefined where no
 * headers are known.
 */
export function layoutOf(
  cells: ImportCells,
  tab: string,
  types: readonly ReportType[],
  villages: readonly Village[],
  { type, last, shape }: Given = {},
): Layout | undefined {
  const look = {
    types: type ? [type] : types,
    titles: [tab],
    ...(last === undefined ? {} : { last }),
    ...(shape === undefined ? {} : { isSide: shape === SHAPES[1] }),
  };
  const straight = shape === SHAPES[2] ? undefined : upright(cells, look, villages);
  const other = shape === undefined || shape === SHAPES[2] ? sideways(cells, look, villages) : undefined;
  if (straight === undefined || other === undefined) return straight ?? other;
  return toldBy(other) > toldBy(straight) ? other : straight;
}
