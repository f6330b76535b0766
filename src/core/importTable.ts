import { formatPeriod } from './dates';
import { isSpoiltColumn } from './identity';
import { CHOICE, chosen, chosenLayout, PASSED_OVER, quoted, type Asked } from './importChoices';
import { columnLetter, has, plain, type ImportCells } from './importCells';
import { isNumbering, villageIn, type Layout } from './importLayout';
import { periodIn } from './importMonths';
import { USE } from './importWords';
import { CITIZENSHIPS, FLOW_KINDS, flowQuestion, LEDGER_TYPE, SEXES } from './population';
import type { Question, ReportType } from './report';
import type { Period, Village } from './settings';
import { shortText } from './text';

/** One table of a source: a tab of a spreadsheet, or pasted text. */
export interface ImportSheet {
  /** Name of the tab; '' = it has none. */
  readonly name: string;
  /** The same where several are read and lines have to say where they stand; else ''. */
  readonly tab: string;
  readonly cells: ImportCells;
}

/** A line of the table as a report: answers by question id, as text. */
export interface ImportLine {
  readonly tab: string;
  /** Row from 1. */
  readonly row: number;
  readonly village: Village;
  readonly period: Period;
  readonly answers: Readonly<Record<string, string>>;
  /** What was read otherwise than it was written, a sentence each. */
  readonly notes: readonly string[];
}

/** Why something of a table is not imported. */
export interface Refusal {
  readonly tab: string;
  /** Row from 1; 0 = the table as a whole, or a column. */
  readonly row: number;
  readonly village: string;
  readonly month: string;
  readonly text: string;
}

/** What stands in a table: its layout, what can be judged, and a sentence for each line or column that cannot. */
export interface ImportRead {
  readonly layout?: Layout;
  /** The same without what a person chose about columns, month and village. */
  readonly proposed?: Layout;
  readonly lines: readonly ImportLine[];
  readonly problems: readonly Refusal[];
  /** Names in the column of villages that are no village, as they stand there. */
  readonly strangers: readonly string[];
  /** Whether figures are missing: cells that are empty or hold a dash. */
  readonly hasBlanks: boolean;
}

/** `Tab Juli, baris 4 (Balang, Juli 2026): …` */
export function refusalText({ tab, row, village, month, text }: Refusal): string {
  const who = [village, month].filter((one) => one !== '').join(', ');
  const place = [tab === '' ? '' : `Tab ${tab}`, row === 0 ? '' : `baris ${String(row)}`]
    .filter((one) => one !== '')
    .join(', ');
  const where = `${place}${who === '' ? '' : ` (${who})`}`;
  return where === '' ? text : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${text}`;
}

const FOREIGN_QUESTIONS = FLOW_KINDS.flatMap((kind) =>
  SEXES.map((sex) => flowQuestion(kind, CITIZENSHIPS[1] ?? 'foreigners', sex)),
);

/** Columns of each question. */
const columnsOf = ({ uses }: Layout, use: string): readonly number[] =>
  uses.flatMap((one, at) => (one === use ? [at] : []));

/** Questions that need a column and have none. */
export function lacking(layout: Layout): readonly Question[] {
  const isMapped = (id: string): boolean => layout.uses.includes(id);
  const foreign = FOREIGN_QUESTIONS.some(isMapped);
  return layout.type.questions.filter((question) => {
    if (isMapped(question.id) || question.required === false || question.branchOn !== undefined) return false;
    return question.page === 'branch' ? foreign : true;
  });
}

const problemOf = (tab: string, text: string): Refusal => ({ tab, row: 0, village: '', month: '', text });

/** NIK and No. KK are no part of a monthly report; spoilt ones are told, so that nobody imports them elsewhere. */
function identityProblems({ tab, cells }: ImportSheet, names: readonly string[], below: number): Refusal[] {
  return names.flatMap((name, column) => {
    if (!has(plain(name), / (nik|no kk|nomor kk) /)) return [];
    const numbers = cells.slice(below).map((row) => row[column] ?? '');
    return [
      problemOf(
        tab,
        isSpoiltColumn(numbers)
          ? `Kolom ${columnLetter(column)} "${shortText(name)}" ditolak: nomor rusak karena format angka (seperti 6.31106E+15 atau berakhir 0). Ambil lagi dari sumbernya sebagai teks.`
          : `Kolom ${columnLetter(column)} "${shortText(name)}" tidak diimpor: NIK dan nomor KK bukan bagian laporan bulanan.`,
      ),
    ];
  });
}

/** Text of a figure: `1.204` is what people write for thousands, since there are no parts of a person. */
const figureOf = (text: string): string =>
  /^\d{1,3}([.,\s]\d{3})+$/.test(text) ? text.replace(/\D/g, '') : text;

const isBlank = (text: string): boolean => /^([-–—]|nihil)?$/i.test(text);

/** What the cells of one question say together: figures of several columns are added, else what is no figure. */
function answerIn(texts: readonly string[]): string {
  const strange = texts.find((text) => !/^\d{1,9}$/.test(text));
  if (texts.length === 1 || strange !== undefined) return strange ?? texts[0] ?? '';
  return String(texts.reduce((sum, text) => sum + Number(text), 0));
}

/** The answers of a row, and what was read otherwise than it was written. */
function answersOf(
  layout: Layout,
  row: readonly string[],
  isZero: boolean,
): Pick<ImportLine, 'answers' | 'notes'> {
  const answers: Record<string, string> = {};
  const notes: string[] = [];
  const zeros: string[] = [];
  for (const { id, label, kind } of layout.type.questions) {
    const columns = columnsOf(layout, id);
    if (columns.length === 0) continue;
    const texts = columns.map((column) => {
      const text = (row[column] ?? '').trim();
      if (kind !== 'count') return text;
      if (isZero && isBlank(text)) {
        zeros.push(label);
        return '0';
      }
      const read = figureOf(text);
      if (read !== text) notes.push(`${label}: tertulis "${shortText(text)}", dibaca ${read}.`);
      return read;
    });
    answers[id] = answerIn(texts);
  }
  const branching = layout.type.questions.find((question) => question.branchOn !== undefined);
  if (branching && answers[branching.id] === undefined && layout.type.id === LEDGER_TYPE)
    answers[branching.id] = FOREIGN_QUESTIONS.some((id) => !['', '0'].includes(answers[id] ?? ''))
      ? 'Ya'
      : 'Tidak';
  if (zeros.length > 0) notes.push(`Sel kosong dibaca 0: ${[...new Set(zeros)].join('; ')}.`);
  return { answers, notes };
}

/** `"Lahir L" (kolom C) → Kelahiran laki-laki (WNI)`, a line a question; then the columns that are not used. */
export function mappingLines(layout: Layout): readonly string[] {
  const named = (at: number): string => `"${shortText(layout.names[at] ?? '')}" (kolom ${columnLetter(at)})`;
  const used = layout.type.questions.flatMap((question) => {
    const names = columnsOf(layout, question.id).map(named).join(' + ');
    return names === '' ? [] : [`${names} → ${question.label}`];
  });
  const unused = layout.names.flatMap((name, at) =>
    layout.uses[at] === undefined && name !== '' ? [named(at)] : [],
  );
  return unused.length === 0 ? used : [...used, `Tidak dipakai: ${unused.join(', ')}.`];
}

const nothing = { lines: [], strangers: [], hasBlanks: false };

/** Reads a table of past months with what a person chose about it; a line without a village or a month is told. */
export function readImport(
  sheet: ImportSheet,
  asked: Asked,
  types: readonly ReportType[],
  villages: readonly Village[],
): ImportRead {
  const { tab, name, cells } = sheet;
  const offered = types.filter((type) => type.frequency === 'monthly' && type.personal === undefined);
  const { layout, proposed, problems: wrong } = chosenLayout(asked, cells, name, offered, villages);
  const problems = wrong.map((text) => problemOf(tab, text));
  if (layout === undefined || proposed === undefined) {
    const first = cells[0] ?? [];
    const text =
      'Tidak ada kolom yang dikenali. Di atas angka perlu ada judul kolom, misalnya Desa, Bulan, Lahir L, Lahir P.';
    return {
      ...nothing,
      problems: [...identityProblems(sheet, first, 1), ...problems, problemOf(tab, text)],
    };
  }
  problems.unshift(...identityProblems(sheet, layout.names, layout.headers.to));
  const before = problems.length;
  if (!layout.uses.includes(USE.village) && layout.village === undefined)
    problems.push(
      problemOf(tab, 'Kolom desa belum ada. Pilih kolomnya, atau satu desa untuk seluruh tabel.'),
    );
  if (!layout.uses.includes(USE.month) && layout.period === undefined)
    problems.push(
      problemOf(tab, 'Kolom bulan belum ada. Pilih kolomnya, atau satu bulan untuk seluruh tabel.'),
    );
  const missing = lacking(layout).map((question) => question.label);
  if (missing.length > 0)
    problems.push(problemOf(tab, `Kolom untuk ${missing.join('; ')} belum ditemukan. Pilih kolomnya.`));
  if (problems.length > before || wrong.length > 0)
    return { ...nothing, layout, proposed, problems, strangers: strangersIn(sheet, layout, villages) };
  return { layout, proposed, ...readLines(sheet, layout, asked, villages, problems) };
}

/** A line that holds no report: a sum, a signature, an empty one, the numbers of the columns. */
function isPassedOver(layout: Layout, row: readonly string[]): boolean {
  const figures = layout.type.questions.flatMap(({ id }) => columnsOf(layout, id));
  const named = columnsOf(layout, USE.village).map((column) => row[column] ?? '');
  const before = [...named, ...row.slice(0, Math.min(...figures))];
  const isSum = before.some((cell) => /^(jumlah|total|jml|mutasi tanpa)\b/i.test(cell.trim()));
  return isSum || isNumbering(row) || figures.every((column) => isBlank((row[column] ?? '').trim()));
}

interface Row {
  readonly at: number;
  readonly cells: readonly string[];
  readonly name: string;
}

/** The lines of a table that may hold a report. */
const rowsOf = ({ cells }: ImportSheet, layout: Layout): readonly Row[] =>
  cells.slice(layout.headers.to).flatMap((row, at) => {
    const [column = -1] = columnsOf(layout, USE.village);
    const name = column < 0 ? (layout.village?.name ?? '') : (row[column] ?? '').trim();
    return isPassedOver(layout, row) ? [] : [{ at: layout.headers.to + at + 1, cells: row, name }];
  });

function strangersIn(sheet: ImportSheet, layout: Layout, villages: readonly Village[]): readonly string[] {
  const names = rowsOf(sheet, layout).map((row) => row.name);
  return [...new Set(names)].filter((name) => name !== '' && villageIn(villages, name) === undefined);
}

function periodAt(
  layout: Layout,
  row: readonly string[],
): { readonly said: string; readonly period: Period | undefined } {
  const [month = -1] = columnsOf(layout, USE.month);
  const [column = -1] = columnsOf(layout, USE.year);
  const year = column < 0 ? layout.year : /^\d{4}$/.exec((row[column] ?? '').trim())?.[0];
  const said = month < 0 ? '' : (row[month] ?? '').trim();
  return { said, period: month < 0 ? layout.period : periodIn(said, year) };
}

function readLines(
  sheet: ImportSheet,
  layout: Layout,
  asked: Asked,
  villages: readonly Village[],
  before: readonly Refusal[],
): Omit<ImportRead, 'layout' | 'proposed'> {
  const { tab } = sheet;
  const lines: ImportLine[] = [];
  const problems = [...before];
  const isZero = /0$/.test(chosen(asked, CHOICE.blank) ?? '');
  const rows = rowsOf(sheet, layout);
  for (const { at: row, cells, name } of rows) {
    const meant = chosen(asked, CHOICE.name(name));
    if (meant !== undefined && plain(meant) === PASSED_OVER) continue;
    const village = villageIn(villages, meant ?? name);
    const { said, period } = periodAt(layout, cells);
    const refuse = (text: string): void => {
      problems.push({ tab, row, village: '', month: '', text });
    };
    if (village === undefined) refuse(`desa "${quoted(name)}" tidak dikenal.`);
    else if (period === undefined) refuse(`bulan "${quoted(said)}" tidak dikenal.`);
    else lines.push({ tab, row, village, period, ...answersOf(layout, cells, isZero) });
  }
  const figures = layout.type.questions.filter((one) => one.kind === 'count' && one.required !== false);
  const needed = figures.flatMap(({ id }) => columnsOf(layout, id));
  const hasBlanks = rows.some((row) => needed.some((column) => isBlank((row.cells[column] ?? '').trim())));
  return { lines, problems, hasBlanks, strangers: strangersIn(sheet, layout, villages) };
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
    const other = `${first.tab === line.tab ? '' : `tab ${first.tab}, `}baris ${String(first.row)}`;
    problems.push({ ...refused(line), text: `desa dan bulannya sama dengan ${other}.` });
    return false;
  });
  return { lines: kept, problems };
}

/** The line as something that is refused. */
export function refused({ tab, row, village, period }: ImportLine): Omit<Refusal, 'text'> {
  return { tab, row, village: village.name, month: formatPeriod(period) };
}
