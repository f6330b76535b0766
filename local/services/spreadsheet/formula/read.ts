import { columnIndex } from '../../../state/a1';
import { GoogleError } from '../../served';
import { localeHabits, type LocaleHabits } from '../locale';

/** One end of a reference, from 0; `fixed` under `$`, else it moves with the cell that the formula is for. */
export interface Edge {
  at: number;
  fixed: boolean;
}
/** Cells of the formula's own tab; a side that is left out is open, as in `A:A`. */
export interface Reference {
  top?: Edge;
  left?: Edge;
  bottom?: Edge;
  right?: Edge;
  /** Written as one cell, not as a range. */
  isCell: boolean;
  text: string;
}

export type Expression =
  | { kind: 'value'; value: number | string | boolean }
  | { kind: 'reference'; reference: Reference }
  | { kind: 'call'; name: string; parameters: Expression[] }
  | { kind: 'sign'; sign: '-' | '+' | '%'; inner: Expression }
  | { kind: 'operator'; operator: Operator; left: Expression; right: Expression };
export type Operator = '=' | '<>' | '<' | '>' | '<=' | '>=' | '+' | '-' | '*' | '/' | '^' | '&';

/** A piece of a formula that is not computed here, by name: whoever asked says so instead of guessing. */
export class NotComputed extends GoogleError {
  constructor(readonly piece: string) {
    super(`${piece} is not computed by the local workspace`);
  }
}

interface Token {
  kind: 'number' | 'text' | 'word' | 'reference' | 'sign';
  text: string;
}

const CELLS =
  /^(?:\$?[A-Za-z]{1,3}\$?\d+(?::\$?[A-Za-z]{1,3}\$?\d*)?|\$?[A-Za-z]{1,3}:\$?[A-Za-z]{1,3}|\$?\d+:\$?\d+)(?![\w(.!])/;
const OTHER_TAB = /^(?:'(?:[^']|'')*'|[A-Za-z_][\w.]*)![$\w:]+/;
const SIGN = /^(?:<>|<=|>=|[=<>+\-*/^&%();,])/;

function tokens(formula: string, habits: LocaleHabits): Token[] {
  const found: Token[] = [];
  const decimal = habits.decimal === ',' ? ',' : '\\.';
  const number = new RegExp(`^\\d+(?:${decimal}\\d+)?(?:[eE][+-]?\\d+)?`);
  let rest = formula.replace(/^\s*=/, '').trimStart();
  while (rest !== '') {
    const elsewhere = OTHER_TAB.exec(rest)?.[0];
    if (elsewhere !== undefined) throw new NotComputed(elsewhere);
    const token = tokenAt(rest, number);
    if (!token) throw new NotComputed(rest.slice(0, 20));
    found.push(token);
    rest = rest.slice(token.text.length).trimStart();
  }
  return found;
}

function tokenAt(rest: string, number: RegExp): Token | undefined {
  const kinds: [Token['kind'], RegExp][] = [
    ['text', /^"(?:[^"]|"")*"/],
    ['reference', CELLS],
    ['number', number],
    ['word', /^[A-Za-z_][\w.]*/],
    ['sign', SIGN],
  ];
  for (const [kind, pattern] of kinds) {
    const text = pattern.exec(rest)?.[0];
    if (text !== undefined) return { kind, text };
  }
  return undefined;
}

function edge(text: string | undefined, index: (text: string) => number): Edge | undefined {
  if (text === undefined || text === '') return undefined;
  return { at: index(text.replace('$', '')), fixed: text.startsWith('$') };
}

function readReference(text: string): Reference {
  const [from = '', to] = text.split(':');
  const pieces = (end: string): { column: Edge | undefined; row: Edge | undefined } => {
    const [, column, row] = /^(\$?[A-Za-z]+)?(\$?\d+)?$/.exec(end) ?? [];
    return { column: edge(column, columnIndex), row: edge(row, (digits) => Number(digits) - 1) };
  };
  const first = pieces(from);
  const last = to === undefined ? first : pieces(to);
  return {
    ...(first.row ? { top: first.row } : {}),
    ...(first.column ? { left: first.column } : {}),
    ...(last.row ? { bottom: last.row } : {}),
    ...(last.column ? { right: last.column } : {}),
    isCell: to === undefined,
    text,
  };
}

/** From the loosest to the tightest; `&` stands between comparing and adding, as in Sheets. */
const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/**
 * Reads a formula in the spreadsheet's language: where the decimal sign is a comma, `;` separates what a function
 * takes (Google's help, "Change a spreadsheet's locale"). Throws `NotComputed` with the piece that it cannot read,
 * such as another tab's cells, a named range or a list in braces.
 */
export function readFormula(formula: string, locale: string): Expression {
  const habits = localeHabits(locale);
  const reader = new Reader(tokens(formula, habits), habits.decimal === ',' ? [';'] : [',', ';']);
  return reader.whole();
}

class Reader {
  private at = 0;
  constructor(
    private readonly list: readonly Token[],
    private readonly separators: readonly string[],
  ) {}

  whole(): Expression {
    const expression = this.level(0);
    const left = this.list[this.at];
    if (left) throw new NotComputed(left.text);
    return expression;
  }
  private sign(): string | undefined {
    const token = this.list[this.at];
    return token?.kind === 'sign' ? token.text : undefined;
  }
  private take(): Token {
    const token = this.list[this.at];
    if (!token) throw new NotComputed('an unfinished formula');
    this.at += 1;
    return token;
  }
  private level(depth: number): Expression {
    const operators = LEVELS[depth];
    if (!operators) return this.signed();
    let left = this.level(depth + 1);
    for (let sign = this.sign(); sign !== undefined && operators.includes(sign); sign = this.sign()) {
      this.at += 1;
      left = { kind: 'operator', operator: sign as Operator, left, right: this.level(depth + 1) };
    }
    return left;
  }
  /** A sign before binds tighter than `^`, a percent sign after tightest of all. */
  private signed(): Expression {
    const sign = this.sign();
    if (sign === '-' || sign === '+') {
      this.at += 1;
      return { kind: 'sign', sign, inner: this.signed() };
    }
    let inner = this.single();
    while (this.sign() === '%') {
      this.at += 1;
      inner = { kind: 'sign', sign: '%', inner };
    }
    return inner;
  }
  private single(): Expression {
    const token = this.take();
    if (token.kind === 'number') return { kind: 'value', value: Number(token.text.replace(',', '.')) };
    if (token.kind === 'text') return { kind: 'value', value: token.text.slice(1, -1).replaceAll('""', '"') };
    if (token.kind === 'reference') return { kind: 'reference', reference: readReference(token.text) };
    if (token.kind === 'word') return this.word(token.text);
    if (token.text !== '(') throw new NotComputed(token.text);
    const inner = this.level(0);
    this.close();
    return inner;
  }
  private word(text: string): Expression {
    const name = text.toUpperCase();
    if (this.sign() !== '(') {
      if (name === 'TRUE' || name === 'FALSE') return { kind: 'value', value: name === 'TRUE' };
      throw new NotComputed(text);
    }
    this.at += 1;
    const parameters: Expression[] = [];
    if (this.sign() === ')') this.at += 1;
    else {
      do parameters.push(this.level(0));
      while (this.separated());
      this.close();
    }
    return { kind: 'call', name, parameters };
  }
  private separated(): boolean {
    const sign = this.sign();
    const is = sign !== undefined && this.separators.includes(sign);
    if (is) this.at += 1;
    return is;
  }
  private close(): void {
    const { text } = this.take();
    if (text !== ')') throw new NotComputed(text);
  }
}
