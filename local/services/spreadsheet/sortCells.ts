import type { CellValue, Rect, SheetState } from '../../state/spreadsheet';
import type { CopyPart } from './copyCells';
import { putCell, takeCells } from './copyCells';

export interface SortKey {
  /** From 0 within the tab. */
  column: number;
  ascending: boolean;
}
const WHOLE: ReadonlySet<CopyPart> = new Set(['content', 'format', 'borders', 'validation', 'note']);

/** Numbers, then text, then FALSE and TRUE. */
function rank(value: CellValue): number {
  return typeof value === 'number' ? 0 : typeof value === 'string' ? 1 : 2;
}

/** Order of two filled cells, ascending, as Sheets sorts; capitals do not count. */
export function compareCells(a: CellValue, b: CellValue): number {
  const difference = rank(a) - rank(b);
  if (difference !== 0) return difference;
  if (typeof a === 'string' && typeof b === 'string') {
    return a.localeCompare(b, 'en', { sensitivity: 'base' }) || a.localeCompare(b, 'en');
  }
  return Number(a) - Number(b);
}

/** Sorts the rows of a rectangle by its keys; cells move whole, empty ones come last either way. */
export function sortCells(sheet: SheetState, area: Rect, keys: readonly SortKey[]): void {
  const lines = takeCells(sheet, area).map((cells, from) => ({ cells, from }));
  lines.sort((a, b) => {
    for (const { column, ascending } of keys) {
      const left = a.cells[column - area.column]?.value ?? null;
      const right = b.cells[column - area.column]?.value ?? null;
      if (left === null || right === null) {
        if (left !== right) return left === null ? 1 : -1;
        continue;
      }
      const order = compareCells(left, right);
      if (order !== 0) return ascending ? order : -order;
    }
    return 0;
  });
  lines.forEach(({ cells, from }, to) => {
    if (from === to) return;
    cells.forEach((cell, right) =>
      putCell(sheet, area.row + to, area.column + right, cell, WHOLE, { rows: to - from, columns: 0 }),
    );
  });
}
