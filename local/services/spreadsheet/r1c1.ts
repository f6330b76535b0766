import { columnName } from '../../state/a1';

/** Cell references outside of quoted texts and tab names; a name or a function is no reference. */
const A1_PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?[A-Z]{1,3}\$?[0-9]+(?![A-Za-z0-9_(]))|[A-Za-z_][A-Za-z0-9_.]*/g;
const R1C1_PARTS =
  /"(?:[^"]|"")*"|'(?:[^']|'')*'|(R(?:\[-?\d+\]|\d+)?C(?:\[-?\d+\]|\d+)?(?![A-Za-z0-9_(]))|[A-Za-z_][A-Za-z0-9_.]*/g;

function columnNumber(name: string): number {
  let number = 0;
  for (const letter of name) number = number * 26 + letter.charCodeAt(0) - 64;
  return number;
}

/** A formula with its references as seen from a cell: `=A1` in B2 is `=R[-1]C[-1]`. Rows and columns from 1. */
export function toR1C1(formula: string, row: number, column: number): string {
  const part = (letter: string, fixed: boolean, value: number, own: number): string =>
    fixed ? `${letter}${value}` : `${letter}[${value - own}]`;
  return formula.replace(A1_PARTS, (whole, reference: string | undefined) => {
    const match = /^(\$?)([A-Z]{1,3})(\$?)([0-9]+)$/.exec(reference ?? '');
    if (!match) return whole;
    const [, fixedColumn, name = '', fixedRow, number] = match;
    return (
      part('R', fixedRow === '$', Number(number), row) +
      part('C', fixedColumn === '$', columnNumber(name), column)
    );
  });
}

/** The way back; `R` or `C` without a number is the cell's own row or column. */
export function fromR1C1(formula: string, row: number, column: number): string {
  const at = (text: string, own: number): [string, number] => {
    if (text === '') return ['', own];
    return text.startsWith('[') ? ['', own + Number(text.slice(1, -1))] : ['$', Number(text)];
  };
  return formula.replace(R1C1_PARTS, (whole, reference: string | undefined) => {
    const match = /^R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?$/.exec(reference ?? '');
    if (!match) return whole;
    const [rowMark, rowNumber] = at(match[1] ?? '', row);
    const [columnMark, number] = at(match[2] ?? '', column);
    return `${columnMark}${columnName(number - 1)}${rowMark}${rowNumber}`;
  });
}
