import { formatPeriod } from './dates';
import { answersOf, lacking, type Answers } from './importAnswers';
import { CHOICE, chosen, chosenLayout, type Asked } from './importChoices';
import type { ImportCells } from './importCells';
import { cellsFor, type Layout } from './importLayout';
import {
  emptyTold,
  lacksFigure,
  readRows,
  strangersIn,
  tellsNothing,
  type RawLine,
  type Rows,
} from './importRows';
import { identityProblems, placeOf, problemOf, type Refusal } from './importTold';
import { USE } from './importWords';
import type { ReportType } from './report';
import type { Village } from './settings';

/** One table of a source: a tab of a spreadsheet, or pasted text. */
export interface ImportSheet {
  /** Name of the tab; '' = it has none. */
  readonly name: string;
  /** The same where several are read and lines have to say where they stand; else ''. */
  readonly tab: string;
  readonly cells: ImportCells;
}

/** A line of the table, or a month of it, as a report. */
export interface ImportLine extends Omit<RawLine, 'texts'>, Answers {}

/** What stands in a source: its layout, what can be judged, and a sentence for all that cannot. */
export interface ImportRead extends Omit<Rows, 'lines'> {
  /** Layout of the first table that could be read. */
  readonly layout?: Layout;
  /** The same without what a person chose about columns, month and village. */
  readonly proposed?: Layout;
  /** The tab that `layout` is of. */
  readonly sheet?: ImportSheet;
  readonly lines: readonly ImportLine[];
}

/** A table as it was read by itself. */
interface SheetRead extends Rows {
  readonly sheet: ImportSheet;
  readonly layout?: Layout;
  readonly proposed?: Layout;
}

const NO_COLUMNS =
  'Tidak ada kolom yang dikenali. Di atas angka perlu ada judul kolom, misalnya Desa, Bulan, Lahir L, Lahir P.';
const NO_VILLAGE = 'Kolom desa belum ada. Pilih kolomnya, atau satu desa untuk seluruh tabel.';
const NO_MONTH = 'Kolom bulan belum ada. Pilih kolomnya, atau satu bulan untuk seluruh tabel.';

/** What of a table has to be known before its lines can be read. */
function unknownIn({ uses, village, period, periods, side }: Layout): readonly string[] {
  const undated = (side ?? []).flatMap((header, at) =>
    header !== undefined && periods?.[at] === undefined ? [header.said] : [],
  );
  const isDated = side !== undefined || uses.includes(USE.month) || period !== undefined;
  return [
    ...(uses.includes(USE.village) || village ? [] : [NO_VILLAGE]),
    ...(isDated ? [] : [NO_MONTH]),
    ...(undated.length === 0
      ? []
      : [`Tahun dari ${[...new Set(undated)].join(', ')} belum diketahui. Pilih tahunnya.`]),
  ];
}

function readSheet(
  sheet: ImportSheet,
  asked: Asked,
  types: readonly ReportType[],
  villages: readonly Village[],
): SheetRead {
  const { tab, name, cells } = sheet;
  const nothing = { sheet, lines: [], strangers: [], hasBlanks: false, left: [] };
  const { layout, proposed, problems: wrong } = chosenLayout(asked, cells, name, types, villages);
  const problems = wrong.map((text) => problemOf(tab, text));
  if (layout === undefined || proposed === undefined)
    return {
      ...nothing,
      problems: [...identityProblems(tab, cells, cells[0] ?? [], 1), ...problems, problemOf(tab, NO_COLUMNS)],
    };
  const numbers = layout.isTurned
    ? []
    : identityProblems(tab, cellsFor(layout, cells), layout.names, layout.headers.to);
  const unknown = unknownIn(layout).map((text) => problemOf(tab, text));
  const told = [...numbers, ...problems, ...unknown];
  if (wrong.length + unknown.length > 0)
    return { ...nothing, layout, proposed, problems: told, strangers: strangersIn(cells, layout, villages) };
  const rows = readRows(tab, cells, layout, asked, villages);
  return { sheet, layout, proposed, ...rows, problems: [...told, ...rows.problems] };
}

const mappedBy = (reads: readonly SheetRead[]): ReadonlySet<string> =>
  new Set(reads.flatMap(({ layout }) => layout?.uses ?? []).filter((use) => use !== undefined));

/** Lines of tables that each have a part of the figures, put together by village and month. */
function joined(lines: readonly RawLine[]): readonly RawLine[] {
  const found = new Map<string, RawLine>();
  const others: RawLine[] = [];
  for (const line of lines) {
    const key = `${line.village.code} ${line.period}`;
    const first = found.get(key);
    if (first === undefined) found.set(key, line);
    else if (Object.keys(line.texts).some((id) => id in first.texts)) others.push(line);
    else found.set(key, { ...first, texts: { ...first.texts, ...line.texts } });
  }
  return [...found.values(), ...others];
}

/** The lines of all tables of one report; what is lacking of its columns is told. */
function linesOf(
  type: ReportType,
  reads: readonly SheetRead[],
): { readonly lines: readonly RawLine[]; readonly problems: readonly Refusal[] } {
  const parts = reads.filter((read) => lacking(type, mappedBy([read])).length > 0);
  const whole = reads.filter((read) => !parts.includes(read)).flatMap((read) => read.lines);
  const missing = lacking(type, mappedBy(parts)).map(({ label }) => label);
  if (missing.length === 0 || parts.length === 0)
    return { lines: [...whole, ...joined(parts.flatMap((read) => read.lines))], problems: [] };
  const text = `Kolom untuk ${missing.join('; ')} belum ditemukan. Pilih kolomnya.`;
  return { lines: whole, problems: parts.map(({ sheet }) => problemOf(sheet.tab, text)) };
}

/**
 * Reads the tables of a source with what a person chose about them. Tables of the same report that each have a part of
 * its figures, as where every kind of event has a tab of its own, are read together.
 */
export function readImport(
  sheets: readonly ImportSheet[],
  asked: Asked,
  types: readonly ReportType[],
  villages: readonly Village[],
): ImportRead {
  const offered = types.filter((type) => type.frequency === 'monthly' && type.personal === undefined);
  const reads = sheets.map((sheet) => readSheet(sheet, asked, offered, villages));
  const shown = reads.find((read) => read.layout !== undefined);
  const { type } = shown?.layout ?? {};
  const same = reads.filter((read) => read.layout?.type === type);
  const strays = reads.filter((read) => read.layout !== undefined && read.layout.type !== type);
  const { lines, problems } = type ? linesOf(type, same) : { lines: [], problems: [] };
  const isZero = /0$/.test(chosen(asked, CHOICE.blank) ?? '');
  const told = lines.filter((line) => !tellsNothing(line.texts));
  const all = [
    ...reads.flatMap((read) => read.problems),
    ...problems,
    ...strays.map(({ sheet, layout }) =>
      problemOf(sheet.tab, `Tab ini berisi ${layout?.type.shortTitle ?? ''}; impor tab itu tersendiri.`),
    ),
  ];
  return {
    ...(shown?.layout && shown.proposed
      ? { layout: shown.layout, proposed: shown.proposed, sheet: shown.sheet }
      : {}),
    lines: type ? told.map(({ texts, ...line }) => ({ ...line, ...answersOf(type, texts, isZero) })) : [],
    problems: all,
    strangers: [...new Set(reads.flatMap((read) => read.strangers))],
    hasBlanks:
      reads.some((read) => read.hasBlanks) ||
      (type !== undefined && lines.some(({ texts }) => lacksFigure(type, texts))),
    left: [...reads.flatMap((read) => read.left), ...emptyTold(lines)],
  };
}

/** Lines that tell the same village and month as one above them are refused. */
export function withoutTwins(lines: readonly ImportLine[]): {
  readonly lines: readonly ImportLine[];
  readonly problems: readonly Refusal[];
} {
  const seen = new Map<string, ImportLine>();
  const problems: Refusal[] = [];
  const kept = lines.filter((line) => {
    const key = `${line.village.code} ${line.period}`;
    const first = seen.get(key);
    if (first === undefined) {
      seen.set(key, line);
      return true;
    }
    const other = `${first.tab === line.tab ? '' : `tab ${first.tab}, `}${placeOf(first)}`;
    problems.push({ ...refused(line), text: `desa dan bulannya sama dengan ${other}.` });
    return false;
  });
  return { lines: kept, problems };
}

/** The line as something that is refused. */
export function refused({ tab, row, isColumn, village, period }: ImportLine): Omit<Refusal, 'text'> {
  const column = isColumn ? { isColumn } : {};
  return { tab, row, ...column, village: village.name, month: formatPeriod(period) };
}
