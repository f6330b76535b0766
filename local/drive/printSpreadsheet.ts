import { cellText } from '../services/spreadsheet/displayText';
import { lastRow } from '../state/sheetCells';
import { bandColors } from '../services/spreadsheet/bandColors';
import { styleAt } from '../state/sheetStyles';
import type { SheetState, SpreadsheetState } from '../state/spreadsheet';
import { pictureIn, type Pictures } from './cellPicture';
import { formatNumber } from './formatNumber';
import { A4, printPaper, type Block } from './paper';

/** Pixels of a column and a row that nobody resized. */
const COLUMN = 100;
const ROW = 21;

/** One tab as a table of what its cells show; hidden rows and columns are left out. */
function sheetTable(state: SpreadsheetState, sheet: SheetState, pictures: Pictures): Block[] {
  const rows = lastRow(sheet);
  const columns = Math.max(
    0,
    ...Array.from({ length: rows }, (_, row) => sheet.rows[row]?.values.length ?? 0),
  );
  const shown = Array.from({ length: columns }, (_, column) => column).filter(
    (column) => !sheet.hiddenColumns.includes(column),
  );
  if (rows === 0 || shown.length === 0) return [];
  const band = bandColors(sheet);
  const table = Array.from({ length: rows }, (_, row) => row)
    .filter((row) => !sheet.hiddenRows.includes(row))
    .map((row) =>
      shown.map((column) => {
        const style = styleAt(sheet, row, column);
        const fill = style.background ?? band(row, column);
        const value = sheet.rows[row]?.values[column] ?? null;
        const ink = {
          text: cellText({ formatNumber }, state, sheet, row, column),
          size: Math.min(9, style.fontSize ?? 9),
          bold: style.bold === true,
          italic: style.italic === true,
          ...(style.color === undefined ? {} : { color: style.color }),
        };
        const picture = pictureBlock(sheet, row, column, pictures);
        if (picture) return { blocks: [picture], ...(fill === undefined ? {} : { fill }) };
        const align = typeof value === 'number' ? ('RIGHT' as const) : ('LEFT' as const);
        return {
          blocks: [{ kind: 'text' as const, inks: ink.text === '' ? [] : [ink], align }],
          ...(fill === undefined ? {} : { fill }),
        };
      }),
    );
  const widths = shown.map((column) => (sheet.columnWidths[column] ?? COLUMN) * 0.75);
  return [{ kind: 'table', rows: table, widths }];
}

/** A picture in a cell, as large as its cell lets it be. */
function pictureBlock(
  sheet: SheetState,
  row: number,
  column: number,
  pictures: Pictures,
): Extract<Block, { kind: 'image' }> | undefined {
  const picture = pictureIn(sheet.rows[row] ?? undefined, column);
  const stored = picture && pictures(picture.url);
  if (!stored) return undefined;
  const room = { width: sheet.columnWidths[column] ?? COLUMN, height: sheet.rowHeights[row] ?? ROW };
  const scale = Math.min(1, room.width / stored.width, room.height / stored.height);
  const size =
    picture.fit === 'stretched' ? room : { width: stored.width * scale, height: stored.height * scale };
  return { kind: 'image', bytes: stored.bytes, ...size };
}

/** The visible tabs of a spreadsheet, or one, as PDF on A4 across, as wide as the page. */
export function spreadsheetPdf(
  state: SpreadsheetState,
  { title, pictures }: { title: string; pictures: Pictures },
  sheetId?: number,
): Uint8Array {
  const sheets = state.sheets.filter((sheet) =>
    sheetId === undefined ? !sheet.hidden : sheet.sheetId === sheetId,
  );
  const blocks = sheets.flatMap((sheet, at): Block[] => [
    ...(at > 0 ? [{ kind: 'break' as const }] : []),
    ...sheetTable(state, sheet, pictures),
  ]);
  return printPaper({
    title,
    width: A4.height,
    height: A4.width,
    margin: { top: 36, right: 36, bottom: 36, left: 36 },
    blocks,
  });
}
