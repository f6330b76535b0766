import { holds } from '../../state/rect';
import type { BandColors, BandingState, SheetState } from '../../state/spreadsheet';

type Part = keyof BandColors;

/**
 * Alternating colours under the cells' own. Headers and footers come before bands, first bands before second,
 * rows before columns (Sheets API reference, BandedRange); every row and column counts, hidden or not.
 */
export function bandColors(sheet: SheetState): (row: number, column: number) => string | undefined {
  const bandings = sheet.bandings ?? [];
  return (row, column) => {
    const banding = bandings.find(({ rect }) => holds(rect, row, column));
    return banding && colorIn(banding, row, column);
  };
}

function colorIn({ rect, rows, columns }: BandingState, row: number, column: number): string | undefined {
  const across = rows && partOf(rows, row - rect.row, rect.rows);
  const down = columns && partOf(columns, column - rect.column, rect.columns);
  for (const part of ['header', 'footer', 'first', 'second'] as const) {
    const color =
      (across === part ? rows?.[part] : undefined) ?? (down === part ? columns?.[part] : undefined);
    if (color !== undefined) return color;
  }
  return undefined;
}

/** What a line is, counted from 0 among `count`; without a header the bands begin at the first. */
function partOf(colors: BandColors, at: number, count: number): Part {
  const hasHeader = colors.header !== undefined;
  if (hasHeader && at === 0) return 'header';
  if (colors.footer !== undefined && at === count - 1) return 'footer';
  return (at - (hasHeader ? 1 : 0)) % 2 === 0 ? 'first' : 'second';
}
