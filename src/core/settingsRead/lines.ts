import { parseDate, parsePeriod } from '../dates';
import type { SettingsProblem } from '../settingsCheck';
import type { SettingsTab } from '../settingsTabs';
import type { LocalDate, Period, SenderMode } from '../settings';
import { SENDER_MODES } from '../settingsLines';
import { cleanDigits, cleanText, shortText } from '../text';

/** One row of a settings tab: reads cells by column id and notes what is wrong with them. */
export interface LineReader {
  /** Row from 1. */
  readonly row: number;
  readonly text: (column: string) => string;
  readonly problem: (column: string, sentence: string) => void;
}

/** Whether a cell may be left out. */
const COLUMN_MISSING = 'Kolom ini tidak ditemukan. Mohon kembalikan judul kolomnya di baris 1.';

/** The rows below the headers that are not empty. Columns are known by their header, wherever they stand. */
export function readLines(
  tab: SettingsTab,
  rows: readonly (readonly string[])[],
  problems: SettingsProblem[],
): readonly LineReader[] {
  const plain = (text: string): string => cleanText(text, false).text.toLowerCase();
  const headers = (rows[0] ?? []).map(plain);
  const place = (id: string): number => {
    const column = tab.columns.find((one) => one.id === id);
    return column ? headers.indexOf(plain(column.header)) : -1;
  };
  for (const column of tab.columns)
    if (column.required && place(column.id) < 0)
      problems.push({ tab: tab.name, row: 1, column: column.header, sentence: COLUMN_MISSING });
  const header = (id: string): string => tab.columns.find((one) => one.id === id)?.header ?? '';
  return rows.slice(1).flatMap((cells, index): LineReader[] => {
    if (cells.every((cell) => cleanText(cell, false).text === '')) return [];
    const row = index + 2;
    return [
      {
        row,
        text: (id) => cleanText(cells[place(id)] ?? '', false).text,
        problem: (id, sentence) => problems.push({ tab: tab.name, row, column: header(id), sentence }),
      },
    ];
  });
}

/** A text that must be there. */
export function needText(line: LineReader, column: string): string {
  const text = line.text(column);
  if (text === '') line.problem(column, 'Belum diisi. Mohon lengkapi.');
  return text;
}

/** A whole number within limits; `empty` stands for an empty cell, undefined = must be filled. */
export function needCount(
  line: LineReader,
  column: string,
  low: number,
  high: number,
  empty?: number,
): number {
  const sent = line.text(column);
  if (sent === '' && empty !== undefined) return empty;
  const { text } = cleanDigits(sent);
  const value = /^\d{1,7}$/.test(text) ? Number(text) : NaN;
  if (value >= low && value <= high) return value;
  const said = sent === '' ? 'Belum diisi.' : `Tertulis "${shortText(sent)}".`;
  line.problem(column, `${said} Mohon tulis angka ${low}–${high}, tanpa titik.`);
  return low;
}

/** A month, `Juli 2026`; undefined where the cell is empty. */
export function readPeriod(line: LineReader, column: string): Period | undefined {
  const text = line.text(column);
  if (text === '') return undefined;
  const period = parsePeriod(text);
  if (period === undefined)
    line.problem(column, `Tertulis "${shortText(text)}". Mohon tulis bulan seperti Juli 2026.`);
  return period;
}

/** A day, `17/08/2026`; undefined where the cell is empty. */
export function readDate(line: LineReader, column: string): LocalDate | undefined {
  const text = line.text(column);
  if (text === '') return undefined;
  const date = parseDate(text);
  if (date === undefined)
    line.problem(column, `Tertulis "${shortText(text)}". Mohon tulis tanggal seperti 17/08/2026.`);
  return date;
}

/** How senders are known; undefined where the cell is empty. */
export function readSenderMode(line: LineReader): SenderMode | undefined {
  const text = line.text('senderMode').toLowerCase();
  const all = Object.entries(SENDER_MODES) as readonly (readonly [SenderMode, string])[];
  const found = all.find(([, words]) => words.toLowerCase() === text)?.[0];
  if (text !== '' && found === undefined)
    line.problem(
      'senderMode',
      `Tertulis "${shortText(text)}". Mohon pilih ${SENDER_MODES.account} atau ${SENDER_MODES.pin}.`,
    );
  return found;
}

/** Looks like one mailbox; what Google makes of it shows when it is used. */
export function isAddress(text: string): boolean {
  return /^[^\s@,;<>]+@[^\s@,;<>]+\.[^\s@,;<>]{2,}$/.test(text);
}

/** A mailbox in small letters; '' where the cell is empty. */
export function readAddress(line: LineReader, column: string): string {
  const text = line.text(column).toLowerCase();
  if (text !== '' && !isAddress(text))
    line.problem(
      column,
      `Tertulis "${shortText(text)}". Mohon tulis satu alamat email, misalnya nama@gmail.com.`,
    );
  return text;
}

/** A mobile number as `wa.me` wants it, `6281234567890`; undefined where it is none. */
export function mobileNumber(text: string): string | undefined {
  const digits = text.replace(/[\s.\-()]/g, '').replace(/^\+/, '');
  const number = digits.replace(/^0?8/, '628');
  return /^628\d{7,12}$/.test(number) ? number : undefined;
}

/** The mobile number of a cell; '' where it is empty. */
export function readWhatsapp(line: LineReader, column: string): string {
  const text = line.text(column);
  if (text === '') return '';
  const number = mobileNumber(text);
  if (number !== undefined) return number;
  line.problem(column, `Tertulis "${shortText(text)}". Mohon tulis nomor HP, misalnya 081234567890.`);
  return '';
}
