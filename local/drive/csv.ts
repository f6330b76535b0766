import type { Platform } from '../services/runtime';
import { cellText } from '../services/spreadsheet/displayText';
import { lastColumn, lastRow } from '../state/sheetCells';
import type { SheetState, SpreadsheetState } from '../state/spreadsheet';

function quoted(text: string): string {
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** One tab as Google's CSV: the texts that cells show, commas, lines ended by CR LF. */
export function sheetCsv(
  platform: Pick<Platform, 'formatNumber'>,
  state: SpreadsheetState,
  sheet: SheetState,
): string {
  const columns = lastColumn(sheet);
  return Array.from({ length: lastRow(sheet) }, (_, row) =>
    Array.from({ length: columns }, (__, column) =>
      quoted(cellText(platform, state, sheet, row, column)),
    ).join(','),
  ).join('\r\n');
}
