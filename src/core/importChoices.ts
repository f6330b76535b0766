import { parsePeriod } from './dates';
import { maskNumbers } from './identity';
import { columnLetter, plain, type ImportCells } from './importCells';
import { layoutOf, SHAPES, villageIn, type Layout } from './importLayout';
import { periodIn } from './importMonths';
import { USE } from './importWords';
import { BIRTH, NOT_IN_TABLES } from './memberWords';
import type { ReportType } from './report';
import type { Village } from './settings';
import { shortText } from './text';

/** A cell as it may be quoted: nobody's number. */
export const quoted = (text: string): string => shortText(maskNumbers(text));

/** Stands between the source of an import and what a person chose about it, a line each: `Kolom C = Lahir L`. */
export const CHOICES = 'Pilihan:';

/** What can be chosen, as it stands before `=`. A column is named by its letter, a village by what the table calls it. */
export const CHOICE = {
  tab: 'Tab',
  type: 'Laporan',
  headers: 'Baris judul',
  period: 'Bulan',
  village: 'Desa',
  blank: 'Sel kosong',
  shape: 'Susunan',
  year: 'Tahun',
  column: (at: number): string => `Kolom ${columnLetter(at)}`,
  row: (at: number): string => `Baris ${String(at + 1)}`,
  /** A figure that stands once for each month, by what its headers say beside the month. */
  figure: (rest: string): string => `Isian ${rest === '' ? 'tanpa judul' : quoted(rest).replace(/=/g, ' ')}`,
  /** A month that stands over columns. */
  month: (said: string): string => `Judul ${said}`,
  name: (name: string): string => `Nama ${quoted(name).replace(/=/g, ' ')}`,
} as const;

/** Values that are no question, month or village. */
export const UNUSED = 'tidak dipakai';
export const PASSED_OVER = 'dilewati';
export const ALL_TABS = 'semua tab';
export const ZERO = 'dibaca 0';

/** What columns may be beside questions, as a person chooses it. */
export const USE_LABELS: readonly (readonly [use: string, label: string])[] = [
  [USE.village, 'Desa/Kelurahan'],
  [USE.month, 'Bulan'],
  [USE.year, 'Tahun'],
];

/** Choices by what they are about, in small letters. */
export type Choices = Readonly<Record<string, string>>;

/** An import as it was ordered: its source, and what was chosen about it. */
export interface Asked {
  readonly source: string;
  readonly choices: Choices;
  /** As they were written, for people. */
  readonly written: readonly string[];
  readonly problems: readonly string[];
}

const KNOWN =
  /^(tab|laporan|baris judul|bulan|desa|sel kosong|susunan|tahun|(nama|isian|judul|isi|kosong) .+|kolom [a-z]{1,2}|baris \d{1,3})$/;

/** Under what name it is chosen what a column of a layout is. */
export function aboutColumn({ side, isTurned }: Layout, at: number): string {
  const header = side?.[at];
  if (header !== undefined) return CHOICE.figure(header.rest);
  return isTurned ? CHOICE.row(at) : CHOICE.column(at);
}

/**
 * Takes apart what stands in *Alasan*: the source, then the choices behind their own line. On a phone, where a cell
 * has one line, they stand behind the source with `;` between them.
 */
export function askedOf(text: string): Asked {
  const marker = text.trim().includes('\n') ? /(?:^|\n)\s*pilihan\s*:/i : /(?:^|\s)pilihan\s*:/i;
  const [source = '', ...rest] = text.split(marker);
  const written = rest
    .join('\n')
    .split(/[\n;]/)
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const choices: Record<string, string> = {};
  const problems: string[] = [];
  for (const line of written) {
    const [, about = '', value = ''] = /^([^=]+?)\s*=\s*(.+)$/.exec(line) ?? [];
    if (KNOWN.test(about.toLowerCase())) choices[about.toLowerCase()] = value.trim();
    else
      problems.push(
        `Pilihan "${shortText(line)}" tidak dikenal. Tulis misalnya Bulan = Juli 2025, Kolom C = Tahun, Nama Balai = Balang, atau Sel kosong = ${ZERO}.`,
      );
  }
  return { source: source.trim(), choices, written, problems };
}

/** What was chosen about something; undefined = nothing. */
export const chosen = ({ choices }: Asked, about: string): string | undefined => choices[about.toLowerCase()];

/** Everything a column may be, label and use; the report's questions first. */
export function usesFor(type: ReportType): readonly (readonly [use: string, label: string])[] {
  const questions = type.questions.map(({ id, label }) => [id, label] as const);
  if (type.personal === undefined) return [...questions, ...USE_LABELS];
  const asked = questions.filter(([id]) => !NOT_IN_TABLES.some((one) => one === id));
  return [...asked, [BIRTH, 'Tempat dan tanggal lahir'], ...USE_LABELS.slice(0, 1)];
}

/** A layout with a person's choices, and a sentence for each choice that does not fit the table. */
export interface Chosen {
  readonly layout: Layout | undefined;
  /** The layout without the choices about columns, month and village: what they are held against. */
  readonly proposed: Layout | undefined;
  readonly problems: readonly string[];
}

/** How a table is laid out with what a person chose about it. */
export function chosenLayout(
  asked: Asked,
  cells: ImportCells,
  tab: string,
  types: readonly ReportType[],
  villages: readonly Village[],
): Chosen {
  const problems: string[] = [];
  const wanted = chosen(asked, CHOICE.type);
  const type = types.find((one) => wanted !== undefined && plain(one.shortTitle) === plain(wanted));
  if (wanted !== undefined && type === undefined)
    problems.push(`Laporan "${shortText(wanted)}" tidak dapat diimpor.`);
  const row = chosen(asked, CHOICE.headers);
  const last = row === undefined ? undefined : Number(row);
  const isRow = last !== undefined && Number.isInteger(last) && last >= 1 && last < cells.length;
  if (row !== undefined && !isRow)
    problems.push(`Baris judul "${shortText(row)}" tidak ada di tabel. Tulis nomor barisnya, misalnya 3.`);
  const form = chosen(asked, CHOICE.shape);
  const shape = SHAPES.find((one) => form !== undefined && plain(one) === plain(form));
  if (form !== undefined && shape === undefined)
    problems.push(`Susunan "${shortText(form)}" tidak dikenal. Pilih ${SHAPES.join('; ')}.`);
  const given = { ...(type ? { type } : {}), ...(isRow ? { last } : {}), ...(shape ? { shape } : {}) };
  const proposed = layoutOf(cells, tab, types, villages, given);
  if (proposed === undefined) return { layout: undefined, proposed, problems };
  const columns = withMonths(asked, withColumns(asked, proposed, problems), problems);
  return { layout: withWhole(asked, columns, villages, problems), proposed, problems };
}

function withColumns(asked: Asked, layout: Layout, problems: string[]): Layout {
  const labels = usesFor(layout.type);
  const wrong = new Set<string>();
  const uses = layout.names.map((_name, at) => {
    const about = aboutColumn(layout, at);
    const label = chosen(asked, about);
    if (label === undefined) return layout.uses[at];
    if (plain(label) === UNUSED) return undefined;
    const [use] = labels.find(([, one]) => plain(one) === plain(label)) ?? [];
    if (use === undefined)
      wrong.add(`${about}: laporan ${layout.type.shortTitle} tidak mempunyai isian "${shortText(label)}".`);
    return use ?? layout.uses[at];
  });
  const known = layout.names.map((_name, at) => aboutColumn(layout, at).toLowerCase());
  // Of several tabs each has figures of its own.
  const own = chosen(asked, CHOICE.tab) === ALL_TABS ? /^(kolom|baris \d)/ : /^(kolom|baris \d|isian)/;
  const beyond = Object.keys(asked.choices).filter((about) => own.test(about) && !known.includes(about));
  for (const about of beyond) wrong.add(`${spelt(about)} tidak ada di tabel.`);
  problems.push(...wrong);
  return { ...layout, uses };
}

/** `kolom zz` → `Kolom ZZ`. */
const spelt = (about: string): string =>
  about.charAt(0).toUpperCase() +
  about
    .slice(1)
    .replace(/^(olom) (.*)$/, (_all, word: string, letters: string) => `${word} ${letters.toUpperCase()}`);

/** The months of columns and the year of the whole table as a person chose them. */
function withMonths(asked: Asked, layout: Layout, problems: string[]): Layout {
  const wanted = chosen(asked, CHOICE.year);
  const year = wanted === undefined ? layout.year : /^20\d\d$/.exec(wanted)?.[0];
  if (wanted !== undefined && year === undefined)
    problems.push(`Tahun "${shortText(wanted)}" tidak dikenal. Tulis misalnya 2025.`);
  const { year: _year, ...rest } = layout;
  const periods = layout.side?.map((header) => {
    if (header === undefined) return undefined;
    const said = chosen(asked, CHOICE.month(header.said)) ?? header.said;
    return plain(said) === PASSED_OVER ? PASSED_OVER : periodIn(said, year);
  });
  return { ...rest, ...(year ? { year } : {}), ...(periods ? { periods } : {}) };
}

function withWhole(asked: Asked, layout: Layout, villages: readonly Village[], problems: string[]): Layout {
  const month = chosen(asked, CHOICE.period);
  const period = month === undefined ? layout.period : parsePeriod(month);
  if (month !== undefined && period === undefined)
    problems.push(`Bulan "${shortText(month)}" tidak dikenal. Tulis misalnya Juli 2025.`);
  const name = chosen(asked, CHOICE.village);
  const village = name === undefined ? layout.village : villageIn(villages, name);
  if (name !== undefined && village === undefined) problems.push(`Desa "${shortText(name)}" tidak dikenal.`);
  const { period: _period, village: _village, ...rest } = layout;
  return { ...rest, ...(period ? { period } : {}), ...(village ? { village } : {}) };
}
