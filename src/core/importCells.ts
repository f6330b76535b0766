import { cleanText } from './text';

/** A table of past months as it was found: rows of cells as text, whatever stands above its headers. */
export type ImportCells = readonly (readonly string[])[];

/** Small letters, signs between words as blanks: headers and names are compared so. */
export const plain = (text: string): string =>
  cleanText(text, false)
    .text.toLowerCase()
    .replace(/[().,:;_\-/]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

/** Whether one of the words stands in the text as a word of its own; `words` begins and ends with a blank. */
export const has = (text: string, words: RegExp): boolean => words.test(` ${text} `);

/** `A`, `Z`, `AA`: the column from 0 as people see it. */
export function columnLetter(at: number): string {
  const letter = String.fromCharCode(65 + (at % 26));
  return at < 26 ? letter : columnLetter(Math.floor(at / 26) - 1) + letter;
}

/** Text of a CSV file as cells: quotes as spreadsheets write them; the sign between cells is the most frequent one. */
export function cellsOfCsv(text: string): ImportCells {
  const head = text.split('\n').slice(0, 8).join('\n');
  const count = (sign: string): number => head.split(sign).length;
  const [sign = ','] = ['\t', ';', ','].sort((a, b) => count(b) - count(a));
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
