import type { RichRun } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Members } from './members';
import type { TextLook } from './textStyle';
import { TextStyle } from './textStyle';

type Piece = Omit<RichRun, 'text'>;

function lookOf({ link: _link, ...look }: Piece): TextLook {
  return look;
}

/** Neighbours of the same look and link become one run; empty ones go. */
export function joinRuns(runs: RichRun[]): RichRun[] {
  const joined: RichRun[] = [];
  for (const run of runs) {
    if (run.text === '') continue;
    const last = joined.at(-1);
    const { text, ...piece } = run;
    if (last) {
      const { text: lastText, ...lastPiece } = last;
      if (JSON.stringify(sorted(piece)) === JSON.stringify(sorted(lastPiece))) {
        last.text = lastText + text;
        continue;
      }
    }
    joined.push({ ...run });
  }
  return joined;
}
function sorted(piece: Piece): [string, unknown][] {
  return Object.entries(piece).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The runs that lie between two offsets, cut where needed. */
function cut(runs: RichRun[], start: number, end: number): RichRun[] {
  const pieces: RichRun[] = [];
  let offset = 0;
  for (const run of runs) {
    const from = Math.max(start - offset, 0);
    const to = Math.min(end - offset, run.text.length);
    if (from < to) pieces.push({ ...run, text: run.text.slice(from, to) });
    offset += run.text.length;
  }
  return pieces;
}

/** A cell's text with links and looks of its parts. Immutable. */
export class RichTextValue
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.RichTextValue>,
      'copy' | 'getEndIndex' | 'getLinkUrl' | 'getRuns' | 'getStartIndex' | 'getText' | 'getTextStyle'
    >
{
  static override readonly gas = 'Spreadsheet.RichTextValue';
  constructor(
    runtime: Runtime,
    readonly runs: readonly RichRun[],
    private readonly start = 0,
  ) {
    super(runtime);
  }

  copy(): RichTextValueBuilder {
    return new RichTextValueBuilder(this.runtime, [...this.runs]);
  }
  getText(): string {
    return this.runs.map((run) => run.text).join('');
  }
  getStartIndex(): number {
    return this.start;
  }
  getEndIndex(): number {
    return this.start + this.getText().length;
  }

  /** null without a link, and where several parts differ. */
  getLinkUrl(startOffset?: number, endOffset?: number): string | null {
    const pieces =
      startOffset === undefined
        ? [...this.runs]
        : cut([...this.runs], startOffset, endOffset ?? startOffset + 1);
    const links = new Set(pieces.map((piece) => piece.link ?? null));
    const [only = null] = links;
    return links.size === 1 ? only : null;
  }

  getRuns(): RichTextValue[] {
    let offset = this.start;
    return this.runs.map((run) => {
      const start = offset;
      offset += run.text.length;
      return new RichTextValue(this.runtime, [run], start);
    });
  }

  /** Attributes in which all parts agree. */
  getTextStyle(startOffset?: number, endOffset?: number): TextStyle {
    const pieces =
      startOffset === undefined
        ? [...this.runs]
        : cut([...this.runs], startOffset, endOffset ?? startOffset + 1);
    const looks = pieces.map((piece) => {
      const { text: _text, ...rest } = piece;
      return lookOf(rest);
    });
    const [first = {}] = looks;
    const common = Object.entries(first).filter(([key, value]) =>
      looks.every((look) => (look as Record<string, unknown>)[key] === value),
    );
    return new TextStyle(this.runtime, Object.fromEntries(common));
  }
}

/** `SpreadsheetApp.newRichTextValue()`: `setText` comes first, as on Google. */
export class RichTextValueBuilder
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.RichTextValueBuilder>,
      'build' | 'setLinkUrl' | 'setText' | 'setTextStyle'
    >
{
  static override readonly gas = 'Spreadsheet.RichTextValueBuilder';
  constructor(
    runtime: Runtime,
    private runs: RichRun[] = [],
  ) {
    super(runtime);
  }

  build(): RichTextValue {
    return new RichTextValue(this.runtime, joinRuns(this.runs));
  }

  setText(text: string): this {
    this.runs = [{ text }];
    return this;
  }

  setLinkUrl(...args: [string | null] | [number, number, string | null]): this {
    const [start, end, url] = this.stretch(args);
    return this.change(start, end, (piece) => {
      const { link: _old, ...rest } = piece;
      return url === null || url === '' ? rest : { ...rest, link: String(url) };
    });
  }

  setTextStyle(...args: [TextStyle | null] | [number, number, TextStyle | null]): this {
    const [start, end, style] = this.stretch(args);
    return this.change(start, end, (piece) => {
      const link = piece.link === undefined ? {} : { link: piece.link };
      return style === null ? link : { ...lookOf(piece), ...style.look, ...link };
    });
  }

  private stretch<T>(args: [T] | [number, number, T]): [number, number, T] {
    const length = this.runs.reduce((sum, run) => sum + run.text.length, 0);
    if (args.length === 1) return [0, length, args[0]];
    const [start, end, value] = args;
    if (start < 0 || end > length || start >= end) {
      throw new GoogleError('Illegal argument. The start and end offsets are outside the text.');
    }
    return [start, end, value];
  }

  private change(start: number, end: number, edit: (piece: Piece) => Piece): this {
    const length = this.runs.reduce((sum, run) => sum + run.text.length, 0);
    const middle = cut(this.runs, start, end).map(({ text, ...piece }) => ({ text, ...edit(piece) }));
    this.runs = joinRuns([...cut(this.runs, 0, start), ...middle, ...cut(this.runs, end, length)]);
    return this;
  }
}
