import { MONTH_NAMES } from './dates';
import type { LineFigure } from './report';
import { cleanText, shortText } from './text';

/** One unit of a `lines` answer, e.g. an RT, with its figures by id; what was left out is absent. */
export interface UnitLine {
  /** `001`, with a RW `001/002`. */
  readonly key: string;
  readonly figures: Readonly<Record<string, number>>;
}

/** What is wrong with a line: the line itself, what was expected, and the sentence after the quotation. */
export interface LineProblem {
  readonly rule: string;
  readonly quote: string;
  readonly expected: string;
  readonly sentence: string;
}

/** A `lines` answer after reading; lines in the order of their keys. */
export interface ReadLines {
  readonly lines: readonly UnitLine[];
  /** What was normalised or left out, one sentence each. */
  readonly notes: readonly string[];
  readonly problems: readonly LineProblem[];
}

/** `RT 1`, `rt.01`, `RT 001/RW 02`, `RT 1/2`. */
const KEY = /\brt\s*[.:]?\s*0*(\d{1,3})\b(?:\s*[/,-]?\s*rw\s*[.:]?\s*0*(\d{1,3})\b|\s*\/\s*0*(\d{1,3})\b)?/gi;
/** What WhatsApp puts before a message that is copied: `[09.14, 3/8/2026] Nama:`, `03/08/26 09.14 - Nama:`. */
const CHAT =
  /^\s*(?:\[[^\]]*\]\s*[^:]*:|\d{1,2}[/.]\d{1,2}[/.]\d{2,4},?\s+\d{1,2}[.:]\d{2}\s*-\s*[^:]*:)\s*/gm;
/** Words that say nothing beside a figure. */
const NOISE =
  /^(orang|jiwa|penduduk|kali|org|x|dan|jml|jumlah|total|sebanyak|ada|warga|bulan|ini|angka|data)$/;
const TOTAL = /^(jiwa|penduduk|jumlah|total|jml)$/;
/** Words before a figure that is no figure of the report: a date, a year. */
const ASIDE = new RegExp(`^(tahun|tgl|tanggal|${MONTH_NAMES.join('|')})$`, 'i');

const padded = (digits: string): string => digits.padStart(3, '0');

interface Piece {
  readonly key: string;
  quote: string;
  text: string;
}

/** The figure that these words name, by what stands last in them; what stood before is given back. */
function named(
  words: readonly string[],
  figures: readonly LineFigure[],
  fromStart: boolean,
): { readonly figure: LineFigure; readonly rest: readonly string[] } | undefined {
  for (let length = words.length; length > 0; length -= 1) {
    const part = fromStart ? words.slice(0, length) : words.slice(words.length - length);
    const rest = fromStart ? words.slice(length) : words.slice(0, words.length - length);
    const said = part.join(' ');
    const figure = figures.find(
      (one) => one.word.toLowerCase() === said || one.also?.includes(said) === true,
    );
    if (figure) return { figure, rest };
  }
  return undefined;
}

/** Reads the figures of one unit out of its text. */
class Unit {
  readonly found: Record<string, number> = {};
  readonly problems: LineProblem[] = [];
  readonly notes: string[] = [];
  private total: number | undefined;

  constructor(
    private readonly piece: Piece,
    private readonly figures: readonly LineFigure[],
  ) {}

  private wrong(rule: string, expected: string, sentence: string): void {
    this.problems.push({ rule, quote: this.piece.quote, expected, sentence });
  }

  read(): this {
    const spoken = this.piece.text.toLowerCase().replace(/tidak ada|nihil|\bnol\b/g, (said) => {
      this.notes.push(`RT ${this.piece.key}: "${said}" dibaca 0.`);
      return ' 0 ';
    });
    const tokens = spoken.match(/[a-z']+|\d\w*(?:[.,]\d+)*/g) ?? [];
    const fromStart = /^\d/.test(tokens.find((token) => !NOISE.test(token)) ?? '');
    let words: string[] = [];
    let number: number | undefined;
    for (const token of tokens) {
      const digits = /^(\d+)([a-z]*)$/.exec(token);
      if (!/^\d/.test(token)) words.push(token);
      else if (!digits || (digits[1] ?? '').length > 5 || !this.isUnit(digits[2] ?? '')) {
        this.wrong(
          'line',
          'angka saja',
          `Angka "${shortText(token)}" tidak terbaca; tulis angka saja, misalnya 45.`,
        );
        words = [];
      } else {
        const value = Number(digits[1]);
        if (fromStart) {
          this.take(number, words, true);
          number = value;
        } else this.take(value, words, false);
        words = digits[2] === undefined || digits[2] === '' || NOISE.test(digits[2]) ? [] : [digits[2]];
      }
    }
    this.take(number, words, fromStart);
    this.compare();
    return this;
  }

  /** Letters right behind a figure: a unit or a figure's own word, `45kk`; anything else was meant as a digit. */
  private isUnit(letters: string): boolean {
    return letters === '' || NOISE.test(letters) || named([letters], this.figures, true) !== undefined;
  }

  private take(value: number | undefined, all: readonly string[], fromStart: boolean): void {
    const words = all.filter((word) => !NOISE.test(word));
    const found = named(words, this.figures, fromStart);
    if (value === undefined) this.withoutFigure(words, found?.figure);
    else if (found) this.put(value, found.figure, found.rest);
    else if (ASIDE.test(words[words.length - 1] ?? ''))
      this.notes.push(`RT ${this.piece.key}: "${words.join(' ')} ${value}" dilewati.`);
    else if (words.length === 0 && all.some((word) => TOTAL.test(word))) this.total = value;
    else {
      const said =
        words.length === 0 ? `angka ${value} tanpa keterangan` : `"${shortText(words.join(' '))} ${value}"`;
      this.wrong('line', this.figures.map((one) => one.word).join(', '), `Tidak kami kenal: ${said}.`);
    }
  }

  private withoutFigure(words: readonly string[], figure: LineFigure | undefined): void {
    if (figure)
      this.wrong('line', 'angka saja', `Angka sesudah ${figure.word} belum ada; bila tidak ada, tulis 0.`);
    else if (words.length > 0) this.skip(words);
  }

  private skip(words: readonly string[]): void {
    this.notes.push(`RT ${this.piece.key}: "${shortText(words.join(' '))}" dilewati.`);
  }

  private put(value: number, figure: LineFigure, rest: readonly string[]): void {
    const also = rest.length === 0 ? undefined : named(rest, this.figures, false);
    // `lahir, meninggal: 0` is clear; `lahir, meninggal: 1` is not.
    if (also && value > 0)
      return this.wrong(
        'line',
        'satu angka satu keterangan',
        `Tidak jelas untuk ${also.figure.word} atau ${figure.word}.`,
      );
    if (this.found[figure.id] !== undefined)
      return this.wrong('line', 'satu kali', `${figure.word} tertulis dua kali.`);
    this.found[figure.id] = value;
    if (also) this.put(value, also.figure, also.rest);
    else if (rest.length > 0) this.skip(rest);
    return undefined;
  }

  private compare(): void {
    if (this.problems.length > 0) return;
    const missing = this.figures.filter((one) => one.required !== false && this.found[one.id] === undefined);
    const words = missing.map((one) => one.word).join(', ');
    if (missing.length > 0)
      return this.wrong('lineMissing', words, `Belum ada: ${words}. Bila tidak ada, tulis 0.`);
    const { households = 0, male = 0, female = 0 } = this.found;
    const people = male + female;
    if (households > people)
      return this.wrong(
        'lineHouseholds',
        `paling banyak ${people}`,
        `KK ${households}, padahal penduduknya ${people} (L ${male} + P ${female}).`,
      );
    if (this.total !== undefined && this.total !== people)
      return this.wrong(
        'lineTotal',
        String(people),
        `Jumlah tertulis ${this.total}, padahal L ${male} + P ${female} = ${people}.`,
      );
    return undefined;
  }
}

/** The text cut where each unit begins; what stands before the first is told. */
function piecesOf(
  text: string,
  figures: readonly LineFigure[],
): { pieces: Piece[]; notes: string[]; problems: LineProblem[] } {
  const pieces: Piece[] = [];
  const notes: string[] = [];
  const problems: LineProblem[] = [];
  for (const row of text.split('\n')) {
    const keys = [...row.matchAll(KEY)];
    const first = keys[0]?.index ?? row.length;
    const before = row
      .slice(0, first)
      .replace(/^[\s\-•·–]*(?:\d+[.)])?\s*$/, '')
      .trim();
    const last = pieces[pieces.length - 1];
    if (before !== '' && last && keys.length === 0) {
      last.text += `\n${before}`;
      last.quote += ` ${before}`;
    } else if (before !== '') {
      const counts = figures.some((one) => new RegExp(`\\b${one.word}\\W*\\d`, 'i').test(before));
      if (counts)
        problems.push({
          rule: 'lineKey',
          quote: before,
          expected: 'nomor RT',
          sentence: 'Baris ini tidak menyebut nomor RT-nya.',
        });
      else notes.push(`"${shortText(before)}" dilewati.`);
    }
    keys.forEach((found, at) => {
      const from = found.index + found[0].length;
      const body = row.slice(from, keys[at + 1]?.index ?? row.length);
      const rw = found[2] ?? found[3];
      const key = padded(found[1] ?? '') + (rw === undefined ? '' : `/${padded(rw)}`);
      const standing = pieces[pieces.length - 1];
      // `Ketua RT 3 melaporkan` and then the line itself.
      if (standing?.key === key && !/\d/.test(standing.text)) {
        standing.text += ` ${body}`;
        standing.quote = found[0] + body;
      } else pieces.push({ key, quote: (found[0] + body).trim(), text: body });
    });
  }
  return { pieces, notes, problems };
}

/**
 * Reads a `lines` answer tolerantly: units in any order, figures in any order, with their words before or behind
 * them, abbreviated, over several rows, out of a pasted chat. What cannot be read is told with the line that it
 * stands in, never guessed.
 */
export function readLines(raw: string, figures: readonly LineFigure[]): ReadLines {
  const clean = cleanText(raw.normalize('NFKC'), true);
  const bare = clean.text.replace(CHAT, '').replace(/[*_~`]/g, '');
  const { pieces, notes, problems } = piecesOf(bare, figures);
  if (bare !== clean.text) notes.unshift('Tanda dan nama dari WhatsApp dibuang.');
  const lines: UnitLine[] = [];
  for (const piece of pieces) {
    const unit = new Unit(piece, figures).read();
    notes.push(...unit.notes);
    problems.push(...unit.problems);
    if (lines.some((line) => line.key === piece.key))
      problems.push({
        rule: 'lineTwice',
        quote: piece.quote,
        expected: 'satu baris',
        sentence: `RT ${piece.key} tertulis dua kali.`,
      });
    lines.push({ key: piece.key, figures: unit.found });
  }
  if (pieces.length === 0 && problems.length === 0)
    problems.push({
      rule: 'lineKey',
      quote: shortText(bare),
      expected: 'satu baris satu RT',
      sentence: 'Belum ada baris RT yang terbaca.',
    });
  lines.sort((a, b) => (a.key < b.key ? -1 : 1));
  return { lines, notes: [...clean.notes, ...notes], problems };
}

/** `RT 001`, `RT 001/RW 002`. */
export function unitName(key: string): string {
  return `RT ${key.replace('/', '/RW ')}`;
}

/** A line as it is kept and shown: `RT 001: KK 45, L 80, P 77, lahir 1`. */
export function lineText({ key, figures: values }: UnitLine, figures: readonly LineFigure[]): string {
  const said = figures.flatMap(({ id, word }) =>
    values[id] === undefined ? [] : [`${word} ${values[id] ?? 0}`],
  );
  return `${unitName(key)}: ${said.join(', ')}`;
}

/** The lines that stand in a kept answer. */
export function linesOf(value: unknown, figures: readonly LineFigure[]): readonly UnitLine[] {
  return typeof value === 'string' ? readLines(value, figures).lines : [];
}

/** Sum of one figure over lines. */
export function lineSum(lines: readonly UnitLine[], id: string): number {
  return lines.reduce((sum, line) => sum + (line.figures[id] ?? 0), 0);
}
