import { rowAt } from '../../state/sheetCells';
import { styleAt } from '../../state/sheetStyles';
import type { CellValue, SheetState, SpreadsheetState } from '../../state/spreadsheet';
import type { Platform } from '../runtime';

export interface ShownCell {
  value: CellValue;
  /** Shown instead of a value: nothing is computed here. */
  formula?: string | undefined;
  numberFormat?: string | undefined;
}

/** The text that a cell shows (`getDisplayValue`, the grid, the CSV file). */
export function displayText(
  platform: Pick<Platform, 'formatNumber'>,
  locale: string,
  cell: ShownCell,
): string {
  if (cell.formula !== undefined) return cell.formula;
  const { value } = cell;
  if (typeof value === 'string') return value;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (value === null) return '';
  if (cell.numberFormat === undefined && Number.isSafeInteger(value) && value < 1e15 && value > -1e15)
    return String(value);
  return platform.formatNumber(value, cell.numberFormat ?? 'General', locale);
}

/** The same by place in a tab, `row` and `column` from 0. */
export function cellText(
  platform: Pick<Platform, 'formatNumber'>,
  state: SpreadsheetState,
  sheet: SheetState,
  row: number,
  column: number,
): string {
  const stored = rowAt(sheet, row);
  const value = stored?.values[column] ?? null;
  if (value === null) return '';
  const numberFormat = typeof value === 'number' ? styleAt(sheet, row, column).numberFormat : undefined;
  return displayText(platform, state.locale, { value, formula: stored?.formulas?.[column], numberFormat });
}
