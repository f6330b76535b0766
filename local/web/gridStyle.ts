import type { Border, CellStyle, SheetState } from '../state/spreadsheet';
import { ClassBook, fontRule } from './classBook';
import type { GridWindow } from './gridWindow';
import { safeColor } from './markup';

const ROW_HEAD = 46;
const DEFAULT_WIDTH = 100;

/** Gives each distinct look of a cell a class. */
export class LookBook {
  private readonly book = new ClassBook('.grid');

  /** Class of that look; '' for a cell that looks like any other. */
  classOf(style: CellStyle): string {
    return this.book.classOf(rulesOf(style));
  }

  /** The rules of all looks that were asked for. */
  css(): string {
    return this.book.css();
  }
}

const horizontal: Record<string, string> = {
  left: 'left',
  center: 'center',
  right: 'right',
  start: 'left',
  end: 'right',
};
const vertical: Record<string, string> = { top: 'top', middle: 'middle', bottom: 'bottom' };
const borderStyle: Record<string, string> = {
  DOTTED: '1px dotted',
  DASHED: '1px dashed',
  SOLID: '1px solid',
  SOLID_MEDIUM: '2px solid',
  SOLID_THICK: '3px solid',
  DOUBLE: '3px double',
};

function border(side: string, line: Border | undefined): string {
  const color = safeColor(line?.color);
  return line && color !== undefined
    ? `border-${side}:${borderStyle[line.style] ?? '1px solid'} ${color};`
    : '';
}

function rulesOf(style: CellStyle): string {
  const background = safeColor(style.background);
  const color = safeColor(style.color);
  const align = horizontal[(style.horizontal ?? '').toLowerCase()];
  const place = vertical[(style.vertical ?? '').toLowerCase()];
  const lines = [style.underline ? 'underline' : '', style.strikethrough ? 'line-through' : '']
    .filter(Boolean)
    .join(' ');
  return [
    background === undefined ? '' : `background-color:${background};`,
    color === undefined ? '' : `color:${color};`,
    style.bold ? 'font-weight:700;' : '',
    style.italic ? 'font-style:italic;' : '',
    lines === '' ? '' : `text-decoration:${lines};`,
    style.fontSize === undefined
      ? ''
      : `font-size:${Math.round(Math.min(96, style.fontSize) * 13.33) / 10}px;`,
    fontRule(style.fontFamily),
    align === undefined ? '' : `text-align:${align};`,
    place === undefined ? '' : `vertical-align:${place};`,
    style.wrap === 'WRAP' ? 'white-space:pre-wrap;' : '',
    border('top', style.borderTop),
    border('left', style.borderLeft),
    border('bottom', style.borderBottom),
    border('right', style.borderRight),
  ].join('');
}

/** Widths of the columns, heights of the rows, and where frozen columns stand. */
export function layoutCss(sheet: SheetState, shown: GridWindow): string {
  const width = (column: number): number =>
    Math.max(4, Math.min(2000, sheet.columnWidths[column] ?? DEFAULT_WIDTH));
  const columns = shown.columns.map((column) => `.grid col.k${column}{width:${width(column)}px}`);
  const total = shown.columns.reduce((sum, column) => sum + width(column), ROW_HEAD);
  let left = ROW_HEAD;
  const frozen: string[] = [];
  for (const column of shown.columns.filter((one) => one < shown.frozenColumns)) {
    frozen.push(`.grid .z${column}{left:${left}px}`);
    left += width(column);
  }
  // On a narrow screen frozen columns would hide all others: there they scroll away, as people unfreeze them.
  const narrow =
    frozen.length > 0
      ? `@media (max-width:${Math.round(left * 1.4)}px){.grid .frozen{position:static!important}}`
      : '';
  const heights = Object.entries(sheet.rowHeights)
    .filter(([row]) => shown.rows.includes(Number(row)) || shown.frozenRows.includes(Number(row)))
    .map(
      ([row, height]) => `.grid tr.h${Number(row)}{height:${Math.max(4, Math.min(2000, Number(height)))}px}`,
    );
  return `.grid table{width:${total}px}${columns.join('')}${frozen.join('')}${narrow}${heights.join('')}`;
}
