import type { RowDef } from 'hucre';
import type { Cell, ColumnDef, WriteOptions, WriteSheet } from 'hucre/xlsx';
import { quoteSheetName, rectToA1 } from '../state/a1';
import { lastRow } from '../state/sheetCells';
import { styleAt } from '../state/sheetStyles';
import type { CellStyle, RowState, SheetState, SpreadsheetState } from '../state/spreadsheet';
import { bandColors } from '../services/spreadsheet/bandColors';
import type { Pictures } from './cellPicture';
import { groupedLines, outlineAt, outlineOf, sheetImages } from './xlsxExtras';
import type { RuleContext } from './xlsxRules';
import { sheetValidations, xlsxConditionalRule, xlsxFormula } from './xlsxRules';
import { rgb, xlsxFont, xlsxStyle } from './xlsxStyle';
import { writeXlsxNow } from './xlsxWorker';

/** Excel's longest text; Google's own is 50,000. */
const LONGEST_TEXT = 32767;
/** Styled empty cells are written this far below the last content: formats reach to row 1000 as a rule. */
const STYLED_BELOW = 50;

/**
 * The whole spreadsheet as `.xlsx`, hidden tabs too: values, formulas as text of formulas, number formats, styles,
 * widths, frozen panes, merges, notes, links, conditional formats, validation, filters and named ranges. Dates are
 * written as the serial numbers that cells hold, so the file shows the spreadsheet's wall clock.
 */
export function exportXlsx(state: SpreadsheetState, pictures: Pictures): Uint8Array {
  return writeXlsxNow(xlsxWorkbook(state, pictures));
}

/** The workbook before it is written. */
export function xlsxWorkbook(state: SpreadsheetState, pictures: Pictures): WriteOptions {
  const names = fileNames(state.sheets);
  const context: RuleContext = { sheetName: (id) => names.get(id) };
  const visible = state.sheets.findIndex((sheet) => !sheet.hidden);
  const namedRanges = state.namedRanges.flatMap((entry) => {
    const name = names.get(entry.sheetId);
    const range = rectToA1(entry.rect).replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
    return name ? [{ name: entry.name, range: `${quoteSheetName(name)}!${range}` }] : [];
  });
  return {
    sheets: state.sheets.map((sheet) => ({
      ...writeSheet(sheet, names.get(sheet.sheetId) ?? sheet.name, context),
      ...sheetImages(sheet, pictures),
    })),
    defaultFont: { name: 'Arial', size: 10 },
    activeSheet: Math.max(0, visible),
    ...(namedRanges.length > 0 ? { namedRanges } : {}),
  };
}

/** Tab names that Excel takes: 31 letters, none of `[]:*?/\`, each once. */
export function fileNames(sheets: readonly SheetState[]): Map<number, string> {
  const taken = new Set<string>();
  const names = new Map<number, string>();
  for (const sheet of sheets) {
    const plain = sheet.name
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'|'$/g, ' ')
      .slice(0, 31);
    let name = plain;
    for (let number = 2; taken.has(name.toLowerCase()); number++) {
      const ending = ` (${number})`;
      name = plain.slice(0, 31 - ending.length) + ending;
    }
    taken.add(name.toLowerCase());
    names.set(sheet.sheetId, name);
  }
  return names;
}

function writeSheet(sheet: SheetState, name: string, context: RuleContext): WriteSheet {
  const rows = lastRow(sheet);
  const conditionalRules = sheet.conditionalFormats.flatMap(
    (format, place) => xlsxConditionalRule(format, place + 1) ?? [],
  );
  const dataValidations = sheetValidations(sheet, context);
  const view = {
    ...(sheet.tabColor ? { tabColor: rgb(sheet.tabColor) } : {}),
    ...(sheet.rightToLeft ? { rightToLeft: true } : {}),
    ...(sheet.hiddenGridlines ? { showGridLines: false } : {}),
  };
  const { frozenRows, frozenColumns } = sheet;
  return {
    name,
    rows: Array.from({ length: rows }, (_, row) => writeRow(sheet.rows[row] ?? undefined)),
    cells: writeCells(sheet, rows),
    columns: writeColumns(sheet),
    rowDefs: writeRowSizes(sheet),
    ...outlineOf(sheet),
    hidden: sheet.hidden,
    ...(frozenRows || frozenColumns ? { freezePane: { rows: frozenRows, columns: frozenColumns } } : {}),
    ...(sheet.filter ? { autoFilter: { range: rectToA1(sheet.filter.rect) } } : {}),
    ...(sheet.merges.length > 0 ? { merges: sheet.merges.map(mergeOf) } : {}),
    ...(conditionalRules.length > 0 ? { conditionalRules } : {}),
    ...(dataValidations.length > 0 ? { dataValidations } : {}),
    ...(Object.keys(view).length > 0 ? { view } : {}),
  };
}

function mergeOf({ row, column, rows, columns }: SheetState['merges'][number]): {
  startRow: number;
  startCol: number;
  endRow: number;
  endCol: number;
} {
  return { startRow: row, startCol: column, endRow: row + rows - 1, endCol: column + columns - 1 };
}

function writeRow(row: RowState | undefined): RowState['values'] {
  return (row?.values ?? []).map((value) => {
    if (value === '') return null;
    return typeof value === 'string' && value.length > LONGEST_TEXT ? value.slice(0, LONGEST_TEXT) : value;
  });
}

function isWhole(sheet: SheetState, area: { row: number; rows: number }): boolean {
  return area.row === 0 && area.rows >= sheet.rowCount;
}

/** Widths in characters, and what whole columns look like. */
function writeColumns(sheet: SheetState): ColumnDef[] {
  const areas = sheet.styleAreas.filter((area) => isWhole(sheet, area.rect));
  return Array.from({ length: sheet.columnCount }, (_, column) => {
    const width = sheet.columnWidths[column] ?? 100;
    const look: Record<string, unknown> = {};
    for (const { rect, style } of areas) {
      if (column < rect.column || column >= rect.column + rect.columns) continue;
      Object.assign(look, style);
    }
    const own = Object.fromEntries(Object.entries(look).filter(([, value]) => value !== null)) as CellStyle;
    const style = xlsxStyle(own);
    return {
      width: Math.round(((width - 5) / 7) * 100) / 100,
      ...outlineAt(sheet, 'columns', column),
      ...(sheet.hiddenColumns.includes(column) ? { hidden: true } : {}),
      ...(style ? { style } : {}),
    };
  });
}

/** Heights in points. */
function writeRowSizes(sheet: SheetState): Map<number, RowDef> {
  const sizes = new Map<number, RowDef>();
  for (const [row, pixels] of Object.entries(sheet.rowHeights))
    sizes.set(Number(row), { height: pixels * 0.75 });
  for (const row of sheet.hiddenRows) sizes.set(row, { ...sizes.get(row), hidden: true });
  for (const row of groupedLines(sheet, 'rows'))
    sizes.set(row, { ...sizes.get(row), ...outlineAt(sheet, 'rows', row) });
  return sizes;
}

/** Cells that are more than a plain value, by `row,column`. */
function writeCells(sheet: SheetState, rows: number): Map<string, Partial<Cell>> {
  const cells = new Map<string, Partial<Cell>>();
  const styles = sheet.styleTable.map(xlsxStyle);
  const areas = sheet.styleAreas.filter((area) =>
    Object.keys(area.style).some((key) => key !== 'validation'),
  );
  const band = bandColors(sheet);
  const bandings = sheet.bandings ?? [];
  const end = Math.min(sheet.rowCount, Math.max(rows, sheet.rows.length) + STYLED_BELOW);
  for (let row = 0; row < end; row++) {
    const stored = sheet.rows[row] ?? undefined;
    const here = areas.filter(({ rect }) => row >= rect.row && row < rect.row + rect.rows);
    const partial = here.some(({ rect }) => !isWhole(sheet, rect));
    const width = partial ? Math.max(...here.map(({ rect }) => rect.column + rect.columns)) : 0;
    const columns = Math.max(stored?.values.length ?? 0, width);
    const special = new Set(Object.keys({ ...stored?.styles, ...stored?.notes }).map(Number));
    for (let column = 0; column < columns; column++) {
      if (here.length > 0 || stored?.formulas?.[column] || stored?.richText?.[column]) special.add(column);
    }
    for (const { rect } of bandings) {
      if (row < rect.row || row >= rect.row + rect.rows) continue;
      for (let column = rect.column; column < rect.column + rect.columns; column++) special.add(column);
    }
    for (const column of special) {
      const own = stored?.styles?.[column];
      const background = bandings.length === 0 ? undefined : band(row, column);
      const style =
        background !== undefined
          ? xlsxStyle({ background, ...styleAt(sheet, row, column) })
          : own === undefined
            ? xlsxStyle(styleAt(sheet, row, column))
            : styles[own];
      const cell = writeCell(stored, column, style);
      if (Object.keys(cell).length > 0) cells.set(`${row},${column}`, cell);
    }
  }
  return cells;
}

function writeCell(
  row: RowState | undefined,
  column: number,
  style: ReturnType<typeof xlsxStyle>,
): Partial<Cell> {
  const cell: Partial<Cell> = style ? { style } : {};
  const formula = row?.formulas?.[column];
  if (formula !== undefined) cell.formula = xlsxFormula(formula);
  const note = row?.notes?.[column];
  if (note !== undefined) cell.comment = { text: note };
  const runs = row?.richText?.[column];
  const link = runs?.find((run) => run.link !== undefined)?.link;
  if (link !== undefined) cell.hyperlink = { target: link };
  if (runs && runs.length > 1) {
    cell.richText = runs.map((run) => {
      const font = xlsxFont(run);
      return font ? { text: run.text, font } : { text: run.text };
    });
  } else if (runs?.[0]) {
    const font = xlsxFont({
      ...(link === undefined ? {} : { color: '#1155cc', underline: true }),
      ...runs[0],
    });
    if (font) cell.style = { ...style, font: { ...style?.font, ...font } };
  }
  return cell;
}
