import { initials, maskNumber } from './identity';
import { plain } from './importCells';
import { chosen, quoted, type Asked } from './importChoices';
import type { Layout } from './importLayout';
import { birthIn, readCell, sexOfNik } from './memberCells';
import { BIRTH, NOT_IN_TABLES } from './memberWords';
import type { Question, ReportType } from './report';
import type { Settings } from './settings';
import { shortText } from './text';

/** A cell that is none of a question's choices. */
export interface OddValue {
  readonly question: string;
  readonly value: string;
}

/** Of a sex that is not written: the NIK says it too. */
export const BY_NIK = 'menurut NIK';

/** How what is chosen about cells is called. */
export const MEMBER_CHOICE = {
  /** What a cell means that is none of the choices. */
  value: (label: string, value: string): string => `Isi ${label} ${quoted(value).replace(/=/g, ' ')}`,
  /** What counts where nothing is written. */
  open: (label: string): string => `Kosong ${label}`,
} as const;

/** Questions of a member that a table can answer, as the form has them. */
export const askedOfMembers = ({ questions }: ReportType): readonly Question[] =>
  questions.filter(({ id }) => !NOT_IN_TABLES.some((one) => one === id));

const hasChoices = ({ kind }: Question): boolean => kind === 'list' || kind === 'choice';

/** With what the lines of a source are read, and what comes to light meanwhile. */
export interface Reading {
  readonly asked: Asked;
  readonly settings: Settings;
  readonly odd: Map<string, OddValue>;
  readonly open: Set<string>;
  readonly notes: Map<string, number>;
}

const note = ({ notes }: Reading, text: string): void => {
  notes.set(text, (notes.get(text) ?? 0) + 1);
};

/** What stands in the cells of a line, by question; place and day of birth are taken apart. */
export function textsOf({ uses, names }: Layout, row: readonly string[]): Readonly<Record<string, string>> {
  const texts: Record<string, string> = {};
  uses.forEach((use, at) => {
    const cell = (row[at] ?? '').trim();
    if (use === undefined) return;
    if (use !== BIRTH) {
      texts[use] = cell;
      return;
    }
    // A header over two columns: the day stands in the second, which has no header of its own.
    const beside = names[at + 1] === '' && uses[at + 1] === undefined ? (row[at + 1] ?? '').trim() : '';
    const read = birthIn(beside === '' ? cell : `${cell}, ${beside}`);
    texts['birthPlace'] = read?.place ?? '';
    texts['birthDate'] = read?.date ?? '';
    if (read === undefined && /\w/.test(cell)) texts[BIRTH] = cell;
  });
  return texts;
}

function answerTo(question: Question, written: string, nik: string, reading: Reading): string {
  const { asked, settings, odd, open } = reading;
  const { id, label } = question;
  if (!hasChoices(question)) {
    const read = readCell(written, question, settings);
    if (read.note !== undefined) note(reading, `${label}: ${read.note}`);
    return read.text;
  }
  const meant = chosen(asked, MEMBER_CHOICE.value(label, written)) ?? written;
  const read = readCell(meant, question, settings);
  if (read.text !== '') {
    if (meant !== written) note(reading, `${label}: "${shortText(written)}" dibaca ${read.text}`);
    else if (read.note !== undefined) note(reading, `${label}: ${read.note}`);
    return read.text;
  }
  if (/[^-–—.\s]/.test(written)) {
    odd.set(`${id}|${plain(written)}`, { question: id, value: written });
    return '';
  }
  open.add(id);
  const without = chosen(asked, MEMBER_CHOICE.open(label)) ?? '';
  const filled =
    plain(without) === plain(BY_NIK) ? sexOfNik(nik) : readCell(without, question, settings).text;
  if (filled !== '')
    note(reading, `${label}: kosong, dibaca ${plain(without) === plain(BY_NIK) ? BY_NIK : filled}`);
  return filled;
}

/** The answers of a line; questions that stay empty and need an answer are named. */
export function readLine(
  type: ReportType,
  texts: Readonly<Record<string, string>>,
  reading: Reading,
): { readonly answers: Readonly<Record<string, string>>; readonly missing: readonly string[] } {
  const answers: Record<string, string> = {};
  const missing: string[] = [];
  for (const question of askedOfMembers(type)) {
    const text = answerTo(question, texts[question.id] ?? '', texts['nik'] ?? '', reading);
    if (text !== '') answers[question.id] = text;
    else if (question.required !== false) missing.push(question.label);
  }
  return { answers, missing };
}

/** All that may be told of a person. */
export const whoIs = ({ name = '', nik = '' }: Readonly<Record<string, string>>): string =>
  [initials(name), /^\d{6}/.test(nik) ? `NIK ${maskNumber(nik)}` : ''].filter((one) => one !== '').join(', ');
