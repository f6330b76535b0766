import { isSpoiltColumn } from './identity';
import { CHOICE, chosen, chosenLayout, PASSED_OVER, type Asked } from './importChoices';
import { columnLetter, plain } from './importCells';
import { villageIn, type Layout } from './importLayout';
import type { ImportSheet } from './importTable';
import { problemOf, type Refusal } from './importTold';
import { USE } from './importWords';
import { readLine, textsOf, whoIs, type OddValue, type Reading } from './memberReading';
import { BIRTH } from './memberWords';
import type { ReportType } from './report';
import type { Settings, Village } from './settings';

/** A member out of an office's table: answers of the form by question id. */
export interface MemberLine {
  readonly tab: string;
  /** Row from 1. */
  readonly row: number;
  /** Place of the line in the source, the same with every reading. */
  readonly place: number;
  readonly village: Village;
  readonly answers: Readonly<Record<string, string>>;
  /** `A. B., NIK 631106**********`: all that may be told of the person. */
  readonly who: string;
}

/** What a source tells of members. */
export interface MembersRead {
  readonly layout?: Layout;
  readonly proposed?: Layout;
  readonly sheet?: ImportSheet;
  readonly lines: readonly MemberLine[];
  readonly problems: readonly Refusal[];
  /** Names in the column of villages that are no village. */
  readonly strangers: readonly string[];
  readonly odd: readonly OddValue[];
  /** Questions with choices that some lines leave open. */
  readonly open: readonly string[];
  /** What was read otherwise than it is written, and in how many lines. */
  readonly notes: readonly string[];
}

/** Rows of one table at most; with the number of the table they give each line its place. */
const ROWS = 10_000;

const isSum = (row: readonly string[]): boolean =>
  row.some((cell) => /^(jumlah|total|jml)\b/i.test(cell.trim()));

/** Why a column of NIK cannot be used: nobody is brought in without a NIK that is whole. */
const spoilt = (tab: string, at: number): Refusal =>
  problemOf(
    tab,
    `Kolom ${columnLetter(at)} (NIK) ditolak: nomor rusak karena format angka (seperti 6.31106E+15 atau berakhir 0). Ambil lagi dari sumbernya sebagai teks; tidak ada anggota yang diimpor dari tabel ini.`,
  );

/** What keeps a table from being read line by line. */
function problemsOf({ tab, cells }: ImportSheet, layout: Layout): readonly Refusal[] {
  const { uses, headers } = layout;
  const nik = uses.indexOf('nik');
  const has = (id: string): boolean => uses.includes(id);
  const lacking = [
    ...(has('name') ? [] : ['Nama lengkap']),
    ...(has('nik') ? [] : ['NIK']),
    ...(has(BIRTH) || has('birthDate') ? [] : ['Tanggal lahir']),
    ...(has(BIRTH) || has('birthPlace') ? [] : ['Tempat lahir']),
  ];
  return [
    ...(nik >= 0 && isSpoiltColumn(cells.slice(headers.to).map((row) => row[nik] ?? ''))
      ? [spoilt(tab, nik)]
      : []),
    ...(lacking.length === 0
      ? []
      : [problemOf(tab, `Kolom untuk ${lacking.join('; ')} belum ditemukan. Pilih kolomnya.`)]),
    ...(has(USE.village) || layout.village
      ? []
      : [problemOf(tab, 'Kolom desa belum ada. Pilih kolomnya, atau satu desa untuk seluruh tabel.')]),
  ];
}

const UNREAD =
  'tempat dan tanggal lahir tidak terbaca. Tulis misalnya Balang, 12-05-1990, dengan tahun empat angka.';

interface TableRead {
  readonly lines: readonly MemberLine[];
  readonly problems: readonly Refusal[];
  readonly strangers: readonly string[];
}

function readTable(sheet: ImportSheet, at: number, layout: Layout, reading: Reading): TableRead {
  const { tab, cells } = sheet;
  const { settings, asked } = reading;
  const column = layout.uses.indexOf(USE.village);
  const lines: MemberLine[] = [];
  const problems: Refusal[] = [];
  const strangers = new Set<string>();
  cells.slice(layout.headers.to).forEach((cellsOf, index) => {
    const texts = textsOf(layout, cellsOf);
    const isMember = ['name', 'nik'].some((id) => /\w/.test(texts[id] ?? ''));
    if (!isMember || isSum(cellsOf)) return;
    const row = layout.headers.to + index + 1;
    const name = column < 0 ? (layout.village?.name ?? '') : (cellsOf[column] ?? '').trim();
    const meant = chosen(asked, CHOICE.name(name));
    if (meant !== undefined && plain(meant) === PASSED_OVER) return;
    const village = villageIn(settings.villages, meant ?? name);
    const { answers, missing } = readLine(layout.type, texts, reading);
    const who = whoIs(answers);
    const refuse = (text: string): void => {
      problems.push({ tab, row, village: village?.name ?? '', month: '', text: `${who}: ${text}` });
    };
    if (village === undefined) {
      strangers.add(name);
      refuse('desanya tidak dikenal.');
    } else if (texts[BIRTH] !== undefined) refuse(UNREAD);
    else if (missing.length > 0) refuse(`kosong atau tidak ada di daftar pilihan: ${missing.join('; ')}.`);
    else lines.push({ tab, row, place: at * ROWS + row, village, answers, who });
  });
  return { lines, problems, strangers: [...strangers].filter((one) => one !== '') };
}

/** Lines with the NIK of one above them are refused. */
function withoutTwins(lines: readonly MemberLine[]): Pick<TableRead, 'lines' | 'problems'> {
  const seen = new Map<string, MemberLine>();
  const problems: Refusal[] = [];
  const kept = lines.filter((line) => {
    const { tab, row, village, who } = line;
    const first = seen.get(line.answers['nik'] ?? '');
    if (first === undefined) {
      seen.set(line.answers['nik'] ?? '', line);
      return true;
    }
    const other = `${first.tab === tab ? '' : `tab ${first.tab}, `}baris ${String(first.row)}`;
    problems.push({
      tab,
      row,
      village: village.name,
      month: '',
      text: `${who}: NIK-nya sama dengan ${other}.`,
    });
    return false;
  });
  return { lines: kept, problems };
}

/** Reads tables of members with what a person chose about them; nobody's name or number is in what it tells. */
export function readMembers(
  sheets: readonly ImportSheet[],
  asked: Asked,
  type: ReportType,
  settings: Settings,
): MembersRead {
  const reading: Reading = { asked, settings, odd: new Map(), open: new Set(), notes: new Map() };
  const problems: Refusal[] = [];
  const lines: MemberLine[] = [];
  const strangers: string[] = [];
  let shown: Pick<MembersRead, 'layout' | 'proposed' | 'sheet'> = {};
  sheets.forEach((sheet, at) => {
    const found = chosenLayout(asked, sheet.cells, sheet.name, [type], settings.villages);
    const { layout, proposed } = found;
    problems.push(...found.problems.map((text) => problemOf(sheet.tab, text)));
    if (layout === undefined || proposed === undefined) {
      const text =
        'Tidak ada kolom yang dikenali. Di atas isinya perlu ada judul kolom, misalnya Nama, NIK, TTL, JK.';
      problems.push(problemOf(sheet.tab, text));
      return;
    }
    if (shown.layout === undefined) shown = { layout, proposed, sheet };
    const wrong = problemsOf(sheet, layout);
    problems.push(...wrong);
    if (wrong.length + found.problems.length > 0) return;
    const read = readTable(sheet, at, layout, reading);
    lines.push(...read.lines);
    problems.push(...read.problems);
    strangers.push(...read.strangers);
  });
  const single = withoutTwins(lines);
  return {
    ...shown,
    lines: single.lines,
    problems: [...problems, ...single.problems],
    strangers: [...new Set(strangers)],
    odd: [...reading.odd.values()],
    open: [...reading.open],
    notes: [...reading.notes].map(([text, count]) => `${text} (${String(count)} baris).`),
  };
}
