import type { BorderSide as XlsxBorder, CellStyle as XlsxStyle, FontStyle } from 'hucre';
import type { Border, CellStyle, RichRun } from '../state/spreadsheet';

/** Google's `#rrggbb` to the digits alone. */
export function rgb(color: string): { rgb: string } {
  return { rgb: color.replace('#', '').toUpperCase() };
}

/** Date letters of Google's patterns in the case that Excel writes; text in quotes stays. */
export function xlsxFormat(pattern: string): string {
  return pattern.replace(/"[^"]*"|\\.|\[[^\]]*\]|([yMdHhms]+)/g, (whole, letters?: string) =>
    letters ? whole.toLowerCase() : whole,
  );
}

const LINES: Record<string, XlsxBorder['style']> = {
  DOTTED: 'dotted',
  DASHED: 'dashed',
  SOLID: 'thin',
  SOLID_MEDIUM: 'medium',
  SOLID_THICK: 'thick',
  DOUBLE: 'double',
};
function line(border: Border): XlsxBorder {
  return { style: LINES[border.style] ?? 'thin', color: rgb(border.color) };
}

/** A font out of a cell's style or a piece of its text. */
export function xlsxFont(look: Omit<RichRun, 'text'>): FontStyle | undefined {
  const font: FontStyle = {
    ...(look.fontFamily ? { name: look.fontFamily } : {}),
    ...(look.fontSize ? { size: look.fontSize } : {}),
    ...(look.bold ? { bold: true } : {}),
    ...(look.italic ? { italic: true } : {}),
    ...(look.underline ? { underline: true } : {}),
    ...(look.strikethrough ? { strikethrough: true } : {}),
    ...(look.color ? { color: rgb(look.color) } : {}),
  };
  return Object.keys(font).length > 0 ? font : undefined;
}

/** undefined for a cell that looks like any other. */
export function xlsxStyle(style: CellStyle): XlsxStyle | undefined {
  const result: XlsxStyle = {};
  const font = xlsxFont(style);
  if (font) result.font = font;
  if (style.background && style.background !== '#ffffff') {
    result.fill = { type: 'pattern', pattern: 'solid', fgColor: rgb(style.background) };
  }
  if (style.numberFormat) result.numFmt = xlsxFormat(style.numberFormat);
  const { borderTop, borderLeft, borderBottom, borderRight } = style;
  if (borderTop ?? borderLeft ?? borderBottom ?? borderRight) {
    result.border = {
      ...(borderTop ? { top: line(borderTop) } : {}),
      ...(borderLeft ? { left: line(borderLeft) } : {}),
      ...(borderBottom ? { bottom: line(borderBottom) } : {}),
      ...(borderRight ? { right: line(borderRight) } : {}),
    };
  }
  const alignment = alignmentOf(style);
  if (alignment) result.alignment = alignment;
  return Object.keys(result).length > 0 ? result : undefined;
}

function alignmentOf(style: CellStyle): XlsxStyle['alignment'] {
  const vertical = style.vertical === 'middle' ? 'center' : style.vertical;
  const alignment = {
    ...(style.horizontal ? { horizontal: style.horizontal } : {}),
    ...(vertical ? { vertical } : {}),
    ...(style.wrap === 'WRAP' ? { wrapText: true } : {}),
    ...(style.verticalText ? { textRotation: 255 } : style.rotation ? { textRotation: style.rotation } : {}),
  };
  return Object.keys(alignment).length > 0 ? (alignment as XlsxStyle['alignment']) : undefined;
}
