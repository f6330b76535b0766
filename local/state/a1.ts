import type { Rect } from './spreadsheet';

/** 0 → `A`, 26 → `AA`. */
export function columnName(column: number): string {
  let name = '';
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) {
    name = String.fromCharCode(65 + ((rest - 1) % 26)) + name;
  }
  return name;
}

/** `A` → 0, `AA` → 26. */
export function columnIndex(name: string): number {
  let index = 0;
  for (const letter of name.toUpperCase()) index = index * 26 + letter.charCodeAt(0) - 64;
  return index - 1;
}

/** `A1`, `A1:B2`. */
export function rectToA1(area: Rect): string {
  const first = `${columnName(area.column)}${area.row + 1}`;
  if (area.rows === 1 && area.columns === 1) return first;
  return `${first}:${columnName(area.column + area.columns - 1)}${area.row + area.rows}`;
}

/** A tab's name as it stands before `!`: quoted unless it is a plain word that is no cell address. */
export function quoteSheetName(name: string): string {
  const plain = /^[A-Za-z_][A-Za-z0-9_.]*$/.test(name) && !/^([A-Za-z]{1,3}\d+|[rR]\d*[cC]\d*)$/.test(name);
  return plain ? name : `'${name.replaceAll("'", "''")}'`;
}

export interface A1Address {
  /** Name of the tab before `!`. */
  sheetName?: string;
  rect: Rect;
  /** False where the text leaves that side open, as in `A:A` or `A2:C`. */
  endRowBounded: boolean;
  endColumnBounded: boolean;
}

const CELL = /^\$?([A-Za-z]{1,3})?\$?(\d{1,8})?$/;
const R1C1 = /^R(\d+)C(\d+)(?::R(\d+)C(\d+))?$/i;

/**
 * Reads `A1`, `A1:B2`, `A:C`, `2:4`, `A2:C`, `R1C1:R2C2`, each with or without a tab's name and `$`; open ends
 * reach to the edge of `size`. undefined = no such notation.
 */
export function parseA1(
  text: string,
  size: { rowCount: number; columnCount: number },
): A1Address | undefined {
  const cut = /^(?:'((?:[^']|'')*)'|([^!']+))!(.+)$/.exec(text.trim());
  const body = cut?.[3] ?? text.trim();
  const sheetName = cut ? (cut[1]?.replaceAll("''", "'") ?? cut[2]) : undefined;
  const found = parseR1C1(body) ?? parseCells(body, size);
  return found && (sheetName === undefined ? found : { ...found, sheetName });
}

function between(top: number, left: number, bottom: number, right: number): Rect {
  const row = Math.min(top, bottom);
  const column = Math.min(left, right);
  return { row, column, rows: Math.abs(bottom - top) + 1, columns: Math.abs(right - left) + 1 };
}

function parseR1C1(body: string): A1Address | undefined {
  const parts = R1C1.exec(body);
  if (!parts) return undefined;
  const top = Number(parts[1]) - 1;
  const left = Number(parts[2]) - 1;
  const area = between(
    top,
    left,
    parts[3] ? Number(parts[3]) - 1 : top,
    parts[4] ? Number(parts[4]) - 1 : left,
  );
  return { rect: area, endRowBounded: true, endColumnBounded: true };
}

function parseCells(body: string, size: { rowCount: number; columnCount: number }): A1Address | undefined {
  const ends = body.split(':');
  if (ends.length > 2) return undefined;
  const from = CELL.exec(ends[0] ?? '');
  const to = CELL.exec(ends[1] ?? ends[0] ?? '');
  if (!from || !to || (!from[1] && !from[2]) || (!to[1] && !to[2])) return undefined;
  if (ends.length === 1 && (!from[1] || !from[2])) return undefined;
  if ((from[1] === undefined) !== (to[1] === undefined) && (from[2] === undefined || to[2] === undefined))
    return undefined;
  const top = from[2] ? Number(from[2]) - 1 : 0;
  const left = from[1] ? columnIndex(from[1]) : 0;
  const bottom = to[2] ? Number(to[2]) - 1 : from[2] && !from[1] ? top : size.rowCount - 1;
  const right = to[1] ? columnIndex(to[1]) : size.columnCount - 1;
  if (top < 0 || bottom < 0) return undefined;
  return { rect: between(top, left, bottom, right), endRowBounded: !!to[2], endColumnBounded: !!to[1] };
}
