import { parsePeriod } from './dates';
import { maskNumbers } from './identity';
import { columnLetter, plain, type ImportCells } from './importCells';
import { layoutOf, villageIn, type Layout } from './importLayout';
import { USE } from './importWords';
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
  column: (at: number): string => `Kolom ${columnLetter(at)}`,
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

const KNOWN = /^(tab|laporan|baris judul|bulan|desa|sel kosong|nama .+|kolom [a-z]{1,2})$/;

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
  return [...type.questions.map(({ id, label }) => [id, label] as const), ...USE_LABELS];
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
  const given = { ...(type ? { type } : {}), ...(isRow ? { last } : {}) };
  const proposed = layoutOf(cells, tab, types, villages, given);
  if (proposed === undefined) return { layout: undefined, proposed, problems };
  const columns = withColumns(asked, proposed, problems);
  return { layout: withWhole(asked, columns, villages, problems), proposed, problems };
}

function withColumns(asked: Asked, layout: Layout, problems: string[]): Layout {
  const labels = usesFor(layout.type);
  const uses = layout.names.map((_name, at) => {
    const label = chosen(asked, CHOICE.column(at));
    if (label === undefined) return layout.uses[at];
    if (plain(label) === UNUSED) return undefined;
    const [use] = labels.find(([, one]) => plain(one) === plain(label)) ?? [];
    if (use === undefined)
      problems.push(
        `${CHOICE.column(at)}: laporan ${layout.type.shortTitle} tidak mempunyai isian "${shortText(label)}".`,
      );
    return use ?? layout.uses[at];
  });
  const beyond = Object.keys(asked.choices).filter(
    (about) =>
      about.startsWith('kolom ') &&
      !layout.names.some((_name, at) => CHOICE.column(at).toLowerCase() === about),
  );
  for (const about of beyond) problems.push(`Kolom ${about.slice(6).toUpperCase()} tidak ada di tabel.`);
  return { ...layout, uses };
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
