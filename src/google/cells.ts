import type { Cell } from '../core/patch';

/** What a cell gives back: dates as `2026-07-31` (or `2026-07-31 22:00`) in the spreadsheet's zone. */
export type Read = string | number | boolean;

/** Starts that Sheets could take for a formula, a sign or its own mark of text, also behind blanks. */
const DANGEROUS = /^[\s\u200b\ufeff]*[=+\-@'\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/;

/**
 * A value so that Sheets keeps it and never reads it anew: in a column of text (`@`) everything as text, guarded
 * where its start could be taken for a formula; in other columns figures as figures, and text always behind the
 * apostrophe that Sheets takes for "text" and does not show, so that `2/3` stays `2/3` and no month becomes a
 * date.
 */
export function forSheet(value: Cell, textColumn: boolean): Cell {
  if (value === '') return '';
  if (typeof value === 'number' && !textColumn) return value;
  const text = String(value);
  return !textColumn || DANGEROUS.test(text) ? `'${text}` : text;
}

/** Cells as they come from a range, dates as text in `zone`. */
export function fromSheet(values: readonly (readonly unknown[])[], zone: () => string): Read[][] {
  return values.map((row) => row.map((value) => oneFromSheet(value, zone)));
}

function oneFromSheet(value: unknown, zone: () => string): Read {
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'string') return value;
  if (!(value instanceof Date)) return '';
  const text = Utilities.formatDate(value, zone(), 'yyyy-MM-dd HH:mm');
  return text.endsWith(' 00:00') ? text.slice(0, 10) : text;
}
