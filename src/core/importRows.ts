import { formatPeriod } from './dates';
import { isBlank, needsFigure, type Texts } from './importAnswers';
import { CHOICE, chosen, PASSED_OVER, quoted, type Asked } from './importChoices';
import { plain, type ImportCells } from './importCells';
import { isNumbering } from './importHeaders';
import { cellsFor, villageIn, type Layout } from './importLayout';
import { periodIn } from './importMonths';
import { placeOf, type Refusal } from './importTold';
import { USE } from './importWords';
import type { ReportType } from './report';
import type { Period, Village } from './settings';

/** The cells of a table that tell of one village and month, as they stand there. */
export interface RawLine {
  readonly tab: string;
  readonly row: number;
  readonly isColumn?: true;
  readonly village: Village;
  readonly period: Period;
  readonly texts: Texts;
}

/** What a table tells, line by line and month by month, and what of it is left out. */
export interface Rows {
  readonly lines: readonly RawLine[];
  readonly problems: readonly Refusal[];
  /** Names in the column of villages that are no village, as they stand there. */
  readonly strangers: readonly string[];
  /** Whether a figure is missing in a line of theirs. */
  readonly hasBlanks: boolean;
  /** Sums and empty months that were passed over, a sentence each. */
  readonly left: readonly string[];
}

interface Row {
  readonly at: number;
  readonly cells: readonly string[];
  readonly name: string;
}

/** Columns of each use. */
const columnsOf = ({ uses }: Layout, use: string): readonly number[] =>
  uses.flatMap((one, at) => (one === use ? [at] : []));

const figuresOf = (layout: Layout): readonly number[] =>
  layout.type.questions.flatMap(({ id }) => columnsOf(layout, id));

/** A sum, as a line of the table or a header calls it. */
const SUM = /^(jumlah|total|jml|mutasi tanpa)\b/i;
const SUM_COLUMN = /^(jumlah|total|jml)\b|\b(jumlah|total|jml)$/i;

function isSum(layout: Layout, row: readonly string[]): boolean {
  const named = columnsOf(layout, USE.village).map((column) => row[column] ?? '');
  const before = [...named, ...row.slice(0, Math.min(...figuresOf(layout)))];
  return before.some((cell) => SUM.test(cell.trim()));
}

/** A line that holds no report: a signature, an empty one, the numbers of the columns. */
const isEmpty = (layout: Layout, row: readonly string[]): boolean =>
  isNumbering(row) || figuresOf(layout).every((column) => isBlank((row[column] ?? '').trim()));

/** The lines of a table below its headers. */
const allRows = (cells: ImportCells, layout: Layout): readonly Row[] =>
  cellsFor(layout, cells)
    .slice(layout.headers.to)
    .map((row, at) => {
      const [column = -1] = columnsOf(layout, USE.village);
      const name = column < 0 ? (layout.village?.name ?? '') : (row[column] ?? '').trim();
      return { at: layout.headers.to + at + 1, cells: row, name };
    });

/** The lines that may hold a report. */
const rowsOf = (cells: ImportCells, layout: Layout): readonly Row[] =>
  allRows(cells, layout).filter((row) => !isSum(layout, row.cells) && !isEmpty(layout, row.cells));

/** Names that are no village. */
export function strangersIn(
  cells: ImportCells,
  layout: Layout,
  villages: readonly Village[],
): readonly string[] {
  const names = rowsOf(cells, layout).map((row) => row.name);
  return [...new Set(names)].filter((name) => name !== '' && villageIn(villages, name) === undefined);
}

/** What a line says of one month; several where months stand side by side. */
interface Month {
  readonly said: string;
  readonly period: Period | undefined;
  readonly texts: Texts;
}

function textsIn(layout: Layout, row: readonly string[], period?: Period): Texts {
  const isOwn = (at: number): boolean => period === undefined || layout.periods?.[at] === period;
  return Object.fromEntries(
    layout.type.questions.flatMap(({ id }) => {
      const columns = columnsOf(layout, id).filter(isOwn);
      return columns.length === 0 ? [] : [[id, columns.map((column) => (row[column] ?? '').trim())]];
    }),
  );
}

function monthsOf(layout: Layout, row: readonly string[]): readonly Month[] {
  if (layout.periods) {
    const known = layout.periods.filter((one) => one !== undefined && one !== PASSED_OVER);
    return [...new Set(known)].map((period = '') => ({
      said: period,
      period,
      texts: textsIn(layout, row, period),
    }));
  }
  const [month = -1] = columnsOf(layout, USE.month);
  const [column = -1] = columnsOf(layout, USE.year);
  const year = column < 0 ? layout.year : /^\d{4}$/.exec((row[column] ?? '').trim())?.[0];
  const said = month < 0 ? '' : (row[month] ?? '').trim();
  const period = month < 0 ? layout.period : periodIn(said, year);
  return [{ said, period, texts: textsIn(layout, row) }];
}

/** Whether no cell of a line tells anything. */
export const tellsNothing = (texts: Texts): boolean =>
  Object.values(texts).every((own) => own.every((text) => isBlank(text)));

/** Whether a figure that a report needs is an empty cell or a dash; what is wholly empty is no report. */
export function lacksFigure(type: ReportType, texts: Texts): boolean {
  const needed = type.questions.filter(needsFigure);
  return !tellsNothing(texts) && needed.some(({ id }) => (texts[id] ?? []).some(isBlank));
}

/** Reads a table line by line; a line without a village or a month is told. */
export function readRows(
  tab: string,
  cells: ImportCells,
  layout: Layout,
  asked: Asked,
  villages: readonly Village[],
): Rows {
  const lines: RawLine[] = [];
  const problems: Refusal[] = [];
  let hasBlanks = false;
  const isColumn = layout.isTurned ? { isColumn: true as const } : {};
  for (const { at: row, cells: own, name } of rowsOf(cells, layout)) {
    const meant = chosen(asked, CHOICE.name(name));
    if (meant !== undefined && plain(meant) === PASSED_OVER) continue;
    const village = villageIn(villages, meant ?? name);
    const refuse = (text: string): void => {
      problems.push({ tab, row, ...isColumn, village: '', month: '', text });
    };
    if (village === undefined) {
      refuse(`desa "${quoted(name)}" tidak dikenal.`);
      hasBlanks ||= monthsOf(layout, own).some(({ texts }) => lacksFigure(layout.type, texts));
      continue;
    }
    for (const { said, period, texts } of monthsOf(layout, own))
      if (period === undefined) refuse(`bulan "${quoted(said)}" tidak dikenal.`);
      else lines.push({ tab, row, ...isColumn, village, period, texts });
  }
  return {
    lines,
    problems,
    hasBlanks,
    strangers: strangersIn(cells, layout, villages),
    left: sumsIn(tab, cells, layout),
  };
}

/** The lines and columns of sums, in words. */
function sumsIn(tab: string, cells: ImportCells, layout: Layout): readonly string[] {
  const figures = figuresOf(layout);
  const isFilled = ({ cells: own }: Row): boolean => figures.some((at) => !isBlank((own[at] ?? '').trim()));
  const rows = allRows(cells, layout)
    .filter((row) => isSum(layout, row.cells) && isFilled(row))
    .map(({ at }) => placeOf({ row: at, ...(layout.isTurned ? { isColumn: true as const } : {}) }));
  const columns = layout.names.flatMap((name, at) =>
    layout.side &&
    layout.side[at] === undefined &&
    layout.uses[at] === undefined &&
    SUM_COLUMN.test(name.trim())
      ? [placeOf({ row: at + 1, isColumn: true })]
      : [],
  );
  const all = [...rows, ...columns];
  const where = tab === '' ? '' : `Tab ${tab}: `;
  return all.length === 0 ? [] : [`${where}Jumlah tidak dibaca, dihitung sendiri: ${all.join(', ')}.`];
}

/** `Juli 2025 (2 desa/kelurahan)`: months of villages that are empty where others have figures. */
export function emptyTold(lines: readonly RawLine[]): readonly string[] {
  const empty = lines.filter(({ texts }) => tellsNothing(texts));
  const months = [...new Set(empty.map(({ period }) => period))].sort();
  const told = months.map((period) => {
    const villages = empty.filter((one) => one.period === period).map((one) => one.village.name);
    return `${formatPeriod(period)} (${villages.length > 3 ? `${String(villages.length)} desa/kelurahan` : villages.join(', ')})`;
  });
  return told.length === 0 ? [] : [`Kosong, jadi tidak diimpor dan tidak dibaca 0: ${told.join('; ')}.`];
}
