import { parsePeriod } from './dates';
import { villageCalled } from './operatorTable';
import { CITIZENSHIPS, FLOW_KINDS, flowQuestion, LEDGER_QUESTIONS, LEDGER_TYPE, SEXES } from './population';
import type { Question, ReportType } from './report';
import type { Period, Village } from './settings';
import { cleanText, shortText } from './text';

/** A table of past months: its first row says what stands in the columns. Cells as text. */
export type ImportCells = readonly (readonly string[])[];

/** Where the columns of a table go, as far as their headers tell. */
export interface Mapping {
  readonly type: ReportType;
  readonly village: number;
  /** One column, or a month and a year. */
  readonly period: readonly number[];
  /** Columns by question; the figures of several are added. */
  readonly questions: Readonly<Record<string, readonly number[]>>;
}

/** A line of the table as a report: answers by question id, as text. */
export interface ImportLine {
  /** Row from 1, the header being the first. */
  readonly row: number;
  readonly village: Village;
  readonly period: Period;
  readonly answers: Readonly<Record<string, string>>;
}

/** What stands in a table: its mapping, what can be judged, and a sentence for each line or column that cannot. */
export interface ImportRead {
  readonly mapping?: Mapping;
  readonly lines: readonly ImportLine[];
  readonly problems: readonly string[];
}

const plain = (text: string): string =>
  cleanText(text, false)
    .text.toLowerCase()
    .replace(/[().:_\-/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
const has = (header: string, words: RegExp): boolean => words.test(` ${header} `);

const SEX: Readonly<Record<(typeof SEXES)[number], RegExp>> = {
  Male: / (l|lk|laki|laki laki|pria) /,
  Female: / (p|pr|perempuan|wanita) /,
};
const FLOW: Readonly<Record<(typeof FLOW_KINDS)[number], RegExp>> = {
  births: / (lahir|kelahiran) /,
  arrivals: / (datang|pendatang|masuk|kedatangan) /,
  deaths: / (mati|meninggal|kematian|wafat) /,
  departures: / (pindah|keluar|kepindahan) /,
};
const FOREIGN = / (wna|asing) /;
const CLOSING = / (akhir|jumlah penduduk|penduduk akhir|jumlah jiwa) /;
const HOUSEHOLDS = / (kk|kepala keluarga|keluarga) /;

/** The question of the population report that a column of an office's own table is about. */
function populationQuestion(header: string): string | undefined {
  if (has(header, HOUSEHOLDS)) {
    if (has(header, / baru /)) return LEDGER_QUESTIONS.householdsNew;
    if (has(header, / (kurang|berkurang|hilang) /)) return LEDGER_QUESTIONS.householdsLost;
    return has(header, / (awal) /) ? undefined : LEDGER_QUESTIONS.households;
  }
  const sex = SEXES.find((one) => has(header, SEX[one]));
  if (sex === undefined || has(header, / awal /)) return undefined;
  const kind = FLOW_KINDS.find((one) => has(header, FLOW[one]));
  const citizenship = has(header, FOREIGN) ? 'foreigners' : 'citizens';
  if (kind) return flowQuestion(kind, citizenship, sex);
  if (!has(header, CLOSING)) return undefined;
  return sex === 'Male' ? LEDGER_QUESTIONS.closingMale : LEDGER_QUESTIONS.closingFemale;
}

function questionOf(type: ReportType, header: string): string | undefined {
  const exact = type.questions.find(
    (question) => plain(question.label) === header || question.id.toLowerCase() === header,
  );
  return exact?.id ?? (type.id === LEDGER_TYPE ? populationQuestion(header) : undefined);
}

function mapTo(type: ReportType, headers: readonly string[]): Mapping {
  const at = (words: RegExp): number => headers.findIndex((header) => has(header, words));
  const month = at(/ (bulan|periode|bulan laporan) /);
  const year = at(/ tahun /);
  const questions: Record<string, number[]> = {};
  headers.forEach((header, column) => {
    const id = questionOf(type, header);
    if (id !== undefined) (questions[id] ??= []).push(column);
  });
  const code = at(/ kode( desa| wilayah)? /);
  return {
    type,
    village: code >= 0 ? code : at(/ (desa|kelurahan|nama desa|desa kelurahan) /),
    period: year >= 0 && year !== month ? [month, year] : [month],
    questions,
  };
}

const FOREIGN_QUESTIONS = FLOW_KINDS.flatMap((kind) =>
  SEXES.map((sex) => flowQuestion(kind, CITIZENSHIPS[1] ?? 'foreigners', sex)),
);

/** Questions that need a column and have none. */
function lacking({ type, questions }: Mapping): readonly Question[] {
  const isMapped = (id: string): boolean => questions[id] !== undefined;
  const foreign = FOREIGN_QUESTIONS.some(isMapped);
  return type.questions.filter((question) => {
    if (isMapped(question.id) || question.required === false || question.branchOn !== undefined) return false;
    return question.page === 'branch' ? foreign : true;
  });
}

/** NIK and No. KK are no part of a monthly report; spoilt ones are told, so that nobody imports them elsewhere. */
function identityProblems(cells: ImportCells): readonly string[] {
  const [headers = [], ...rows] = cells;
  return headers.flatMap((header, column) => {
    if (!has(plain(header), / (nik|no kk|nomor kk) /)) return [];
    const numbers = rows.map((row) => (row[column] ?? '').trim()).filter((cell) => cell !== '');
    const zeros = numbers.filter((cell) => cell.endsWith('0')).length;
    const isSpoilt =
      numbers.some((cell) => /e\+/i.test(cell)) || (numbers.length > 1 && zeros * 2 > numbers.length);
    return isSpoilt
      ? [
          `Kolom "${shortText(header)}" ditolak: nomor rusak karena format angka (seperti 6.31106E+15 atau berakhir 0). Ambil lagi dari sumbernya sebagai teks.`,
        ]
      : [`Kolom "${shortText(header)}" tidak diimpor: NIK dan nomor KK bukan bagian laporan bulanan.`];
  });
}

/** The month of a line: `Juli 2026`, `2026-07`, a day of it, or a month and a year beside it. */
function periodIn(texts: readonly string[]): Period | undefined {
  const text = texts.map((one) => cleanText(one, false).text).join(' ');
  const iso = /^(\d{4})-(\d{2})(-\d{2})?$/.exec(text);
  const numbers = /^(\d{1,2})[\s/\-](\d{4})$/.exec(text);
  const [year, month] = iso ? [iso[1], iso[2]] : [numbers?.[2], numbers?.[1]?.padStart(2, '0')];
  if (year !== undefined && month !== undefined && Number(month) >= 1 && Number(month) <= 12)
    return `${year}-${month}`;
  return parsePeriod(text);
}

/** Cells of one question; several columns of digits are added, anything else stays as it is and is judged as such. */
function answerIn(row: readonly string[], columns: readonly number[]): string {
  const texts = columns.map((column) => (row[column] ?? '').trim());
  const areFigures = texts.length > 1 && texts.every((text) => /^\d{1,6}$/.test(text));
  return areFigures ? String(texts.reduce((sum, text) => sum + Number(text), 0)) : (texts[0] ?? '');
}

function answersOf({ type, questions }: Mapping, row: readonly string[]): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const [id, columns] of Object.entries(questions)) answers[id] = answerIn(row, columns);
  const branching = type.questions.find((question) => question.branchOn !== undefined);
  if (branching && answers[branching.id] === undefined && type.id === LEDGER_TYPE)
    answers[branching.id] = FOREIGN_QUESTIONS.some((id) => !['', '0'].includes(answers[id] ?? ''))
      ? 'Ya'
      : 'Tidak';
  return answers;
}

/** `"Lahir L" → Kelahiran laki-laki (WNI)`, a line a column that is used. */
export function mappingLines({ type, questions }: Mapping, headers: readonly string[]): readonly string[] {
  return type.questions.flatMap((question) => {
    const columns = questions[question.id] ?? [];
    const names = columns.map((column) => `"${shortText(headers[column] ?? '')}"`).join(' + ');
    return names === '' ? [] : [`${names} → ${question.label}`];
  });
}

/**
 * Reads a table of past months: which report it is and where its columns go follow from the headers; a line without a
 * village or a month is told.
 */
export function readImport(
  cells: ImportCells,
  types: readonly ReportType[],
  villages: readonly Village[],
): ImportRead {
  const headers = (cells[0] ?? []).map(plain);
  const mapped = types
    .filter((type) => type.frequency === 'monthly' && type.personal === undefined)
    .map((type) => mapTo(type, headers))
    .sort((a, b) => Object.keys(b.questions).length - Object.keys(a.questions).length);
  const [mapping] = mapped;
  const problems: string[] = [...identityProblems(cells)];
  if (mapping === undefined || Object.keys(mapping.questions).length === 0)
    return {
      lines: [],
      problems: [
        ...problems,
        'Tidak ada kolom yang dikenali. Baris pertama harus berisi judul kolom, misalnya Desa, Bulan, Lahir L, Lahir P.',
      ],
    };
  if (mapping.village < 0) problems.push('Kolom desa belum ada. Beri judul Desa atau Kode desa.');
  if (mapping.period.some((column) => column < 0))
    problems.push('Kolom bulan belum ada. Beri judul Bulan (Juli 2026).');
  const missing = lacking(mapping).map((question) => question.label);
  if (missing.length > 0)
    problems.push(
      `Kolom untuk ${missing.join('; ')} belum ditemukan. Beri judul kolom sama dengan nama pertanyaannya.`,
    );
  if (mapping.village < 0 || mapping.period.some((column) => column < 0) || missing.length > 0)
    return { mapping, lines: [], problems };
  return { mapping, ...readLines(mapping, cells, villages, problems) };
}

function readLines(
  mapping: Mapping,
  cells: ImportCells,
  villages: readonly Village[],
  before: readonly string[],
): Pick<ImportRead, 'lines' | 'problems'> {
  const lines: ImportLine[] = [];
  const problems = [...before];
  const seen = new Map<string, number>();
  cells.slice(1).forEach((cellsOf, at) => {
    const row = at + 2;
    const name = (cellsOf[mapping.village] ?? '').trim();
    if (cellsOf.every((cell) => cell.trim() === '') || /^(jumlah|total)\b/i.test(name)) return;
    const village = villageCalled(villages, name);
    const texts = mapping.period.map((column) => cellsOf[column] ?? '');
    const period = periodIn(texts);
    if (village === undefined)
      problems.push(`Baris ${String(row)}: desa "${shortText(name)}" tidak dikenal.`);
    else if (period === undefined)
      problems.push(`Baris ${String(row)}: bulan "${shortText(texts.join(' '))}" tidak dikenal.`);
    else {
      const key = `${village.code} ${period}`;
      const first = seen.get(key);
      seen.set(key, first ?? row);
      if (first === undefined) lines.push({ row, village, period, answers: answersOf(mapping, cellsOf) });
      else problems.push(`Baris ${String(row)}: desa dan bulannya sama dengan baris ${String(first)}.`);
    }
  });
  return { lines, problems };
}

/** Text of a CSV file as cells: quotes as spreadsheets write them; the sign between cells is the first line's. */
export function cellsOfCsv(text: string): ImportCells {
  const first = text.split('\n')[0] ?? '';
  const sign = ['\t', ';', ','].find((one) => first.includes(one)) ?? ',';
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  const end = (): void => {
    rows[rows.length - 1]?.push(cell);
    cell = '';
  };
  const signs = text.replace(/\r\n?/g, '\n');
  for (let at = 0; at < signs.length; at += 1) {
    const one = signs.charAt(at);
    if (quoted && one === '"' && signs.charAt(at + 1) === '"') {
      cell += '"';
      at += 1;
    } else if (one === '"' && (quoted || cell === '')) quoted = !quoted;
    else if (!quoted && one === sign) end();
    else if (!quoted && one === '\n') {
      end();
      rows.push([]);
    } else cell += one;
  }
  end();
  return rows;
}
