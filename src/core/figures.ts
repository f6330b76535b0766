import { formatNumber } from './dates';

/** A sum as it is told: `610 (awal bulan) + 3 lahir − 1 meninggal`; parts of 0 are left out, the first never. */
export function sumText(parts: readonly (readonly [value: number, words: string])[]): string {
  return parts
    .filter(([value], at) => at === 0 || value !== 0)
    .map(([value, words], at) => {
      if (at === 0) return `${formatNumber(value)} ${words}`;
      return `${value < 0 ? '−' : '+'} ${formatNumber(Math.abs(value))} ${words}`;
    })
    .join(' ');
}

const asText = (value: number | string): string => (typeof value === 'number' ? formatNumber(value) : value);

/** What a broken rule tells: what was sent, what was expected, and the sentence. Figures are written out. */
export function particulars(
  sent: number | string,
  expected: number | string,
  message: string,
): { sent: string; expected: string; message: string } {
  return { sent: asText(sent), expected: asText(expected), message };
}

/** A figure with its name and what is to be known of it. */
export interface Figure {
  readonly label: string;
  readonly value: string;
  readonly note?: string;
}

/** The middle of some numbers; undefined of none. */
export function median(all: readonly number[]): number | undefined {
  const sorted = [...all].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  const high = sorted[middle];
  if (high === undefined) return undefined;
  return sorted.length % 2 === 1 ? high : (high + (sorted[middle - 1] ?? high)) / 2;
}
