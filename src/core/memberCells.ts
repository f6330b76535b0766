import { asOfficeHas } from './aids';
import { isDate, parseDate } from './dates';
import { parseNik } from './identity';
import { plain } from './importCells';
import { monthHeaderOf } from './importMonths';
import { SAME_AS } from './memberWords';
import type { Question } from './report';
import type { LocalDate, Settings } from './settings';
import { cleanIdentity, cleanText } from './text';

/** How a cell was read; `note` = otherwise than it is written, in words that tell of nobody. */
export interface CellRead {
  readonly text: string;
  readonly note?: string;
}

/**
 * A day as tables write it: `2026-08-17`, `17-08-1990`, `17/8/1990`, `17.08.1990`, `17 Agustus 1990`, `17 Agt 1990`.
 * Undefined where there is no such day, and of a year of two digits: its century is not written.
 */
export function dayIn(text: string): LocalDate | undefined {
  const clean = cleanText(text, false).text.replace(/\s*\/\s*|\s*\.\s*/g, '/');
  const known = parseDate(clean.slice(0, /^\d{4}-\d{2}-\d{2} /.test(clean) ? 10 : undefined));
  if (known !== undefined) return known;
  const [, day = '', month = '', year = ''] = /^(\d{1,2})[\s\-/]+([a-z]+)[\s\-/]+(\d{4})$/i.exec(clean) ?? [];
  const said = monthHeaderOf(month)?.said;
  return said === undefined ? undefined : parseDate(`${day} ${said} ${year}`);
}

/** Place and day of birth out of one cell, `Balang, 12 Mei 1990`; undefined where no day stands at its end. */
export function birthIn(text: string): { readonly place: string; readonly date: LocalDate } | undefined {
  const clean = cleanText(text, false).text;
  const parts = /^(.*?)[\s,/.\-]*(\d{4}-\d{2}-\d{2}|\d{1,2}[\s./\-]+[a-z\d]+[\s./\-]+\d{4})$/i.exec(clean);
  const date = dayIn(parts?.[2] ?? '');
  return date === undefined ? undefined : { place: (parts?.[1] ?? '').trim(), date };
}

const isNothing = (text: string): boolean => /^[-–—.]*$/.test(text);

function readDay(text: string): CellRead {
  const date = dayIn(text);
  if (date === undefined || isDate(text)) return { text: date ?? text };
  return { text: date, note: 'tanggal dibaca hari, bulan, tahun' };
}

/** A number format takes the 0 in front of a mobile number away; nothing but that 0 can have stood there. */
function readPhone(text: string): CellRead {
  const digits = text.replace(/[\s.\-]/g, '');
  return /^8\d{8,11}$/.test(digits)
    ? { text: `0${digits}`, note: 'angka 0 di depan hilang karena format angka, dibaca dengan 0' }
    : { text };
}

/** The choice that a cell means; '' = none of them. */
function readChoice(text: string, { id, choices = [] }: Question): CellRead {
  const found = choices.find((one) => plain(one) === plain(text)) ?? SAME_AS[id]?.[plain(text)];
  if (found === undefined) return { text: '' };
  return found === text || plain(found) === plain(text)
    ? { text: found }
    : { text: found, note: `"${text}" dibaca ${found}` };
}

/** Reads one cell of a list of members as the answer to a question; what cannot be read stays as it is written. */
export function readCell(written: string, declared: Question, settings: Settings): CellRead {
  const text = cleanText(written, false).text;
  if (isNothing(text)) return { text: '' };
  const question = asOfficeHas(declared, settings);
  if (question.kind === 'date') return readDay(text);
  if (question.kind === 'phone') return readPhone(text);
  if (question.kind === 'list' || question.kind === 'choice') return readChoice(text, question);
  if (question.kind === 'identity') return { text: cleanIdentity(text).text };
  return { text };
}

/** The sex that a NIK says, in the words of the form; '' where the NIK cannot be read. */
export function sexOfNik(nik: string): string {
  const read = parseNik(nik);
  if (read === undefined) return '';
  return read.sex === 'female' ? 'Perempuan' : 'Laki-laki';
}
