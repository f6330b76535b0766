import type { Village, VillageCode } from './settings';
import { isAddress } from './settingsRead/lines';
import { cleanText, shortText } from './text';

/** A line of a pasted list of operators that could be read. */
export interface PastedOperator {
  /** Number of the line from 1. */
  readonly line: number;
  readonly village: VillageCode;
  readonly villageName: string;
  readonly name: string;
  readonly email: string;
  /** As it was written; '' = none. */
  readonly whatsapp: string;
}

/** A pasted list, read: what is good, and a sentence for each line that is not. */
export interface PastedOperators {
  readonly operators: readonly PastedOperator[];
  readonly problems: readonly string[];
}

const plain = (text: string): string =>
  cleanText(text, false)
    .text.toLowerCase()
    .replace(/^(desa|kelurahan|kel\.?|ds\.?)\s+/, '');

/** The village that a cell names, by code or by name with or without *Desa*; undefined where none or several fit. */
export function villageCalled(villages: readonly Village[], text: string): Village | undefined {
  const wanted = plain(text);
  const found = villages.filter((one) => one.code === wanted || plain(one.name) === wanted);
  return found.length === 1 ? found[0] : undefined;
}

const isPhone = (cell: string): boolean => /^[+(]?[\d\s().\-]{8,}$/.test(cell);

/** Cells of a line: by tabs as a spreadsheet copies them, else by `;`, `|` or commas. */
function cellsOf(line: string): readonly string[] {
  const sign = ['\t', ';', '|', ','].find((one) => line.includes(one)) ?? '\t';
  return line.split(sign).map((cell) => cleanText(cell, false).text);
}

/** The line above the others that says what stands in the columns. */
const isHeader = (cells: readonly string[]): boolean =>
  !cells.some(isAddress) && cells.some((cell) => /^(e-?mail|surel|desa|desa\/kelurahan|nama)/i.test(cell));

type Line = PastedOperator | string;
/** Villages whose reports are proven by PIN: their operators need no address. */
type WithoutAddress = (village: VillageCode) => boolean;

function readLine(
  villages: readonly Village[],
  cells: readonly string[],
  line: number,
  without: WithoutAddress,
): Line {
  const said = `Baris ${String(line)} ("${shortText(cells.filter((cell) => cell !== '').join(' '))}")`;
  const village = cells.map((cell) => villageCalled(villages, cell)).find((one) => one !== undefined);
  const email = cells.find(isAddress) ?? '';
  if (email === '' && !(village && without(village.code)))
    return `${said}: tidak ada alamat email, misalnya nama@gmail.com.`;
  if (village === undefined) return `${said}: nama atau kode desanya tidak dikenal.`;
  const rest = cells.filter(
    (cell) => cell !== '' && cell !== email && villageCalled(villages, cell) === undefined,
  );
  const whatsapp = rest.find(isPhone) ?? '';
  const name = rest.find((cell) => cell !== whatsapp && !/^\d+\.?$/.test(cell)) ?? '';
  if (name === '') return `${said}: nama operatornya belum ada.`;
  const digits = whatsapp.replace(/\D/g, '').replace(/^(62|0)?/, '');
  if (whatsapp !== '' && !/^8\d{7,12}$/.test(digits))
    return `${said}: nomor WhatsApp ${whatsapp} bukan nomor HP, misalnya 081234567890.`;
  return {
    line,
    village: village.code,
    villageName: village.name,
    name,
    email: email.toLowerCase(),
    whatsapp,
  };
}

/**
 * Reads a table that somebody pasted: village, name, e-mail, WhatsApp in any order of columns; a header may stand
 * above. The e-mail may be missing in the villages `without`.
 */
export function readOperatorTable(
  text: string,
  villages: readonly Village[],
  without: WithoutAddress = () => false,
): PastedOperators {
  const operators: PastedOperator[] = [];
  const problems: string[] = [];
  const seen = new Map<string, number>();
  text.split(/\r\n?|\n/).forEach((raw, at) => {
    const cells = cellsOf(raw);
    if (cells.every((cell) => cell === '') || (operators.length === 0 && isHeader(cells))) return;
    const read = readLine(villages, cells, at + 1, without);
    if (typeof read === 'string') {
      problems.push(read);
      return;
    }
    const key = `${read.village} ${read.email || read.name.toLowerCase()}`;
    const before = seen.get(key);
    if (before !== undefined) problems.push(`Baris ${String(at + 1)}: sama dengan baris ${String(before)}.`);
    else operators.push(read);
    seen.set(key, before ?? at + 1);
  });
  return { operators, problems };
}
