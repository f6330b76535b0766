import { isSpoiltColumn } from './identity';
import { aboutColumn } from './importChoices';
import { columnLetter, has, plain, type ImportCells } from './importCells';
import type { Layout } from './importLayout';
import { shortText } from './text';

/** Why something of a table is not imported. */
export interface Refusal {
  readonly tab: string;
  /** Row from 1, or column of a table whose figures go down; 0 = the table as a whole, or a column. */
  readonly row: number;
  readonly isColumn?: true;
  readonly village: string;
  readonly month: string;
  readonly text: string;
}

/** `baris 4`, `kolom D`; '' = the table as a whole. */
export function placeOf({ row, isColumn }: Pick<Refusal, 'row' | 'isColumn'>): string {
  if (row === 0) return '';
  return isColumn ? `kolom ${columnLetter(row - 1)}` : `baris ${String(row)}`;
}

/** `Tab Juli, baris 4 (Balang, Juli 2026): …` */
export function refusalText(refusal: Refusal): string {
  const { tab, village, month, text } = refusal;
  const who = [village, month].filter((one) => one !== '').join(', ');
  const place = [tab === '' ? '' : `Tab ${tab}`, placeOf(refusal)].filter((one) => one !== '').join(', ');
  const where = `${place}${who === '' ? '' : ` (${who})`}`;
  return where === '' ? text : `${where.charAt(0).toUpperCase()}${where.slice(1)}: ${text}`;
}

/** Something that is wrong with a table as a whole. */
export const problemOf = (tab: string, text: string): Refusal => ({
  tab,
  row: 0,
  village: '',
  month: '',
  text,
});

/** NIK and No. KK are no part of a monthly report; spoilt ones are told, so that nobody imports them elsewhere. */
export function identityProblems(
  tab: string,
  cells: ImportCells,
  names: readonly string[],
  below: number,
): readonly Refusal[] {
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

/** What a column is called where it is told of: `"Lahir L" (kolom C)`, or what stands over a figure of each month. */
function columnTold(layout: Layout, at: number): string {
  const header = layout.side?.[at];
  const about = aboutColumn(layout, at);
  if (header !== undefined) return `"${shortText(header.rest)}" (tiap bulan)`;
  return `"${shortText(layout.names[at] ?? '')}" (${about.charAt(0).toLowerCase()}${about.slice(1)})`;
}

/** `"Lahir L" (kolom C) → Kelahiran laki-laki (WNI)`, a line a question; then the columns that are not used. */
export function mappingLines(layout: Layout): readonly string[] {
  const { uses } = layout;
  const toldOf = (columns: readonly number[]): readonly string[] => [
    ...new Set(columns.map((at) => columnTold(layout, at))),
  ];
  const used = layout.type.questions.flatMap((question) => {
    const names = toldOf(uses.flatMap((use, at) => (use === question.id ? [at] : []))).join(' + ');
    return names === '' ? [] : [`${names} → ${question.label}`];
  });
  const unused = toldOf(
    layout.names.flatMap((name, at) => (uses[at] === undefined && name !== '' ? [at] : [])),
  );
  return unused.length === 0 ? used : [...used, `Tidak dipakai: ${unused.join(', ')}.`];
}
