import type { Cell } from '../core/patch';

/** What a cell gives back: dates as `2026-07-31` (or `2026-07-31 22:00`) in the spreadsheet's zone. */
export type Read = string | number | boolean;

/**
 * A value so that Sheets keeps it and never reads it anew: in a column of text (`@`) everything as it is, since
 * such a cell takes `=1+1` for text; in other columns figures as figures, and text always behind the apostrophe
 * that Sheets takes for "text" and does not show, so that `2/3` stays `2/3`, no month becomes a date and nobody's
 * answer a formula.
 */
export function forSheet(value: Cell, textColumn: boolean): Cell {
  if (value === '') return '';
  if (textColumn) return String(value);
  return typeof value === 'number' ? value : `'${value}`;
}

/** Cells as they come from a range, dates as text in `zone`. */
export function fromSheet(values: readonly (readonly unknown[])[], zone: () => string): Read[][] {
  return values.map((row) => {
    const read: Read[] = [];
    for (const value of row) read.push(typeof value === 'string' ? value : oneFromSheet(value, zone));
    return read;
  });
}

function oneFromSheet(value: unknown, zone: () => string): Read {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (!(value instanceof Date)) return '';
  const text = Utilities.formatDate(value, zone(), 'yyyy-MM-dd HH:mm');
  return text.endsWith(' 00:00') ? text.slice(0, 10) : text;
}
