import { covers, holds, intersection, overlaps, sameRect } from './rect';
import { dropKey, ensureRow, rowAt } from './sheetCells';
import type { CellStyle, Rect, RowState, SheetState, StylePatch, ValidationState } from './spreadsheet';

/**
 * Styles are kept where they cost least: a large rectangle is one entry of `styleAreas`, a small one gives each
 * cell its own full style out of `styleTable`. A cell's own style is complete, so it alone counts there.
 */
const OWN_STYLE_LIMIT = 200;

const NO_STYLE: CellStyle = Object.freeze({});
const tableIndex = new WeakMap<CellStyle[], Map<string, number>>();

function intern(sheet: SheetState, style: CellStyle): number {
  let index = tableIndex.get(sheet.styleTable);
  if (!index || index.size !== sheet.styleTable.length) {
    index = new Map(sheet.styleTable.map((known, place) => [styleKey(known), place]));
    tableIndex.set(sheet.styleTable, index);
  }
  const key = styleKey(style);
  let place = index.get(key);
  if (place === undefined) {
    place = sheet.styleTable.push(style) - 1;
    index.set(key, place);
  }
  return place;
}

function styleKey(style: CellStyle): string {
  return JSON.stringify(Object.entries(style).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function merged(style: CellStyle, patch: StylePatch): CellStyle {
  const result: Record<string, unknown> = { ...style };
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) delete result[key];
    else if (value !== undefined) result[key] = value;
  }
  return result;
}

/** Everything that the cell looks like; attributes that were never set are missing. */
export function styleAt(sheet: SheetState, row: number, column: number): CellStyle {
  const own = rowAt(sheet, row)?.styles?.[column];
  if (own !== undefined) return sheet.styleTable[own] ?? NO_STYLE;
  let style = NO_STYLE;
  for (const area of sheet.styleAreas) {
    if (holds(area.rect, row, column)) style = merged(style, area.style);
  }
  return style;
}

/** A fast reader of one attribute over a rectangle, for loops over many cells. */
export function attributeReader<K extends keyof CellStyle>(
  sheet: SheetState,
  area: Rect,
  key: K,
): (row: RowState | undefined, rowIndex: number, column: number) => CellStyle[K] | undefined {
  const table = sheet.styleTable.map((style) => style[key]);
  const areas = sheet.styleAreas
    .filter((entry) => key in entry.style && overlaps(entry.rect, area))
    .reverse();
  return (row, rowIndex, column) => {
    const own = row?.styles?.[column];
    if (own !== undefined) return table[own];
    for (const entry of areas) {
      if (holds(entry.rect, rowIndex, column)) return entry.style[key] ?? undefined;
    }
    return undefined;
  };
}

/** Gives every cell of the rectangle those attributes (null takes one away). */
export function applyStyle(sheet: SheetState, area: Rect, patch: StylePatch): void {
  if (area.rows * area.columns <= OWN_STYLE_LIMIT) {
    forEachCell(area, (row, column) => setOwnStyle(sheet, row, column, patch));
    return;
  }
  patchOwnStyles(sheet, area, patch);
  const keys = Object.keys(patch);
  const last = sheet.styleAreas.at(-1);
  if (last && sameRect(last.rect, area)) {
    Object.assign(last.style, patch);
  } else {
    sheet.styleAreas = sheet.styleAreas.filter(
      (entry) => !(covers(area, entry.rect) && Object.keys(entry.style).every((key) => keys.includes(key))),
    );
    sheet.styleAreas.push({ rect: area, style: { ...patch } });
  }
  dropIdleAreas(sheet);
}

/** An area that only takes attributes away which no area below it gives says nothing. */
function dropIdleAreas(sheet: SheetState): void {
  const last = sheet.styleAreas.at(-1);
  if (!last || !Object.values(last.style).includes(null)) return;
  const below = sheet.styleAreas.slice(0, -1).filter((entry) => overlaps(entry.rect, last.rect));
  for (const key of Object.keys(last.style) as (keyof StylePatch)[]) {
    if (last.style[key] === null && !below.some((entry) => key in entry.style)) delete last.style[key];
  }
  if (Object.keys(last.style).length === 0) sheet.styleAreas.pop();
}

function patchOwnStyles(sheet: SheetState, area: Rect, patch: StylePatch): void {
  const changed = new Map<number, number>();
  const end = Math.min(area.row + area.rows, sheet.rows.length);
  for (let index = area.row; index < end; index++) {
    const styles = sheet.rows[index]?.styles;
    if (!styles) continue;
    for (const key of Object.keys(styles)) {
      const column = Number(key);
      const old = styles[column];
      if (old === undefined || column < area.column || column >= area.column + area.columns) continue;
      let place = changed.get(old);
      if (place === undefined) {
        place = intern(sheet, merged(sheet.styleTable[old] ?? NO_STYLE, patch));
        changed.set(old, place);
      }
      styles[column] = place;
    }
  }
}

/** One cell's attributes; a cell that then looks as its areas say has no style of its own. */
export function setOwnStyle(sheet: SheetState, row: number, column: number, patch: StylePatch): void {
  replaceOwnStyle(sheet, row, column, merged(styleAt(sheet, row, column), patch));
}

/** A number format for a cell that had none; `places` serves many cells of one write. */
export function setOwnFormat(
  sheet: SheetState,
  row: number,
  column: number,
  format: string,
  places: Map<string, number>,
): void {
  const target = ensureRow(sheet, row);
  const own = target.styles?.[column];
  const base = own ?? (sheet.styleAreas.length === 0 ? -1 : undefined);
  const key = `${base} ${format}`;
  const place = base === undefined ? undefined : places.get(key);
  if (place !== undefined) {
    (target.styles ??= {})[column] = place;
    return;
  }
  setOwnStyle(sheet, row, column, { numberFormat: format });
  const fresh = target.styles?.[column];
  if (base !== undefined && fresh !== undefined) places.set(key, fresh);
}

/** Exactly this style and nothing else, e.g. when a cell is copied. */
export function replaceOwnStyle(sheet: SheetState, row: number, column: number, style: CellStyle): void {
  if (sheet.styleAreas.length === 0 && Object.keys(style).length === 0) {
    const known = rowAt(sheet, row);
    if (known) dropKey(known, 'styles', column);
    return;
  }
  const target = ensureRow(sheet, row);
  (target.styles ??= {})[column] = intern(sheet, style);
}

/** Attributes of a matrix of cells: whole columns or rows that agree are written as one rectangle. */
export function applyStyles(sheet: SheetState, area: Rect, patches: StylePatch[][]): void {
  const keys = patches.map((line) => line.map((patch) => JSON.stringify(patch)));
  const first = keys[0] ?? [];
  if (keys.every((line) => line.every((key, place) => key === first[place]))) {
    (patches[0] ?? []).forEach((patch, place) =>
      applyStyle(sheet, { ...area, column: area.column + place, columns: 1 }, patch),
    );
    return;
  }
  patches.forEach((line, down) => {
    if (line.length > 1 && keys[down]?.every((key) => key === keys[down]?.[0])) {
      applyStyle(sheet, { ...area, row: area.row + down, rows: 1 }, line[0] ?? {});
    } else {
      line.forEach((patch, right) => setOwnStyle(sheet, area.row + down, area.column + right, patch));
    }
  });
}

/** Place of a rule in the sheet's `validations`; equal rules are kept once. */
export function internValidation(sheet: SheetState, rule: ValidationState): number {
  const key = JSON.stringify(rule);
  const place = sheet.validations.findIndex((known) => JSON.stringify(known) === key);
  return place >= 0 ? place : sheet.validations.push(rule) - 1;
}

export function validationAt(sheet: SheetState, row: number, column: number): ValidationState | undefined {
  const place = styleAt(sheet, row, column).validation;
  return place === undefined ? undefined : sheet.validations[place];
}

/** Row by row, from left to right. */
export function forEachCell(area: Rect, visit: (row: number, column: number) => void): void {
  for (let row = area.row; row < area.row + area.rows; row++) {
    for (let column = area.column; column < area.column + area.columns; column++) visit(row, column);
  }
}

/** Cuts a rectangle to the tab's size; undefined when it lies outside. */
export function clip(sheet: SheetState, area: Rect): Rect | undefined {
  return intersection(area, { row: 0, column: 0, rows: sheet.rowCount, columns: sheet.columnCount });
}
