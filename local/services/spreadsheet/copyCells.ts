import { columnIndex, columnName } from '../../state/a1';
import { ensureRow, putFormula, putImage, putValue, rowAt } from '../../state/sheetCells';
import { internValidation, replaceOwnStyle, styleAt } from '../../state/sheetStyles';
import type {
  CellImageState,
  CellStyle,
  CellValue,
  Rect,
  RichRun,
  SheetState,
  ValidationState,
} from '../../state/spreadsheet';

/** Everything that one cell holds, apart from its place. */
export interface CellCopy {
  value: CellValue;
  formula?: string;
  style: CellStyle;
  validation?: ValidationState;
  note?: string;
  richText?: RichRun[];
  image?: CellImageState;
}

export type CopyPart = 'content' | 'values' | 'format' | 'borders' | 'validation' | 'note';

export function takeCell(sheet: SheetState, row: number, column: number): CellCopy {
  const stored = rowAt(sheet, row);
  const { validation, ...style } = styleAt(sheet, row, column);
  const rule = validation === undefined ? undefined : sheet.validations[validation];
  const formula = stored?.formulas?.[column];
  const note = stored?.notes?.[column];
  const richText = stored?.richText?.[column];
  const image = stored?.images?.[column];
  return {
    value: stored?.values[column] ?? null,
    style,
    ...(formula === undefined ? {} : { formula }),
    ...(rule ? { validation: rule } : {}),
    ...(note === undefined ? {} : { note }),
    ...(richText ? { richText } : {}),
    ...(image ? { image } : {}),
  };
}

/** The cells of a rectangle, row by row. */
export function takeCells(sheet: SheetState, area: Rect): CellCopy[][] {
  return Array.from({ length: area.rows }, (_, down) =>
    Array.from({ length: area.columns }, (__, right) =>
      takeCell(sheet, area.row + down, area.column + right),
    ),
  );
}

/** Puts the wanted parts of a copied cell down; `moved` tells how far, for relative formulas. */
export function putCell(
  sheet: SheetState,
  row: number,
  column: number,
  copy: CellCopy,
  parts: ReadonlySet<CopyPart>,
  moved: { rows: number; columns: number },
): void {
  if (parts.has('content') || parts.has('values')) putContent(sheet, row, column, copy, moved);
  const known = styleAt(sheet, row, column);
  let style: CellStyle = { ...known };
  if (parts.has('format')) {
    const { borderTop, borderLeft, borderBottom, borderRight, validation } = known;
    const kept = { borderTop, borderLeft, borderBottom, borderRight };
    style = {
      ...withoutBorders(copy.style),
      ...defined(parts.has('borders') ? bordersOf(copy.style) : kept),
    };
    if (validation !== undefined) style.validation = validation;
  }
  if (parts.has('validation')) {
    delete style.validation;
    if (copy.validation) style.validation = internValidation(sheet, copy.validation);
  }
  if (JSON.stringify(style) !== JSON.stringify(known)) replaceOwnStyle(sheet, row, column, style);
  if (parts.has('note')) putNote(sheet, row, column, copy.note);
}

function putContent(
  sheet: SheetState,
  row: number,
  column: number,
  copy: CellCopy,
  moved: { rows: number; columns: number },
): void {
  if (copy.value === null && !rowAt(sheet, row)) return;
  const target = ensureRow(sheet, row);
  if (copy.formula !== undefined) {
    putFormula(target, column, moveFormula(copy.formula, moved.rows, moved.columns));
    return;
  }
  putValue(target, column, copy.value);
  if (copy.image) putImage(target, column, copy.image);
  if (copy.richText) (target.richText ??= {})[column] = copy.richText.map((run) => ({ ...run }));
}

function putNote(sheet: SheetState, row: number, column: number, note: string | undefined): void {
  const stored = note === undefined ? rowAt(sheet, row) : ensureRow(sheet, row);
  if (!stored) return;
  const notes = { ...stored.notes };
  delete notes[column];
  if (note !== undefined) notes[column] = note;
  if (Object.keys(notes).length > 0) stored.notes = notes;
  else delete stored.notes;
}

function bordersOf({ borderTop, borderLeft, borderBottom, borderRight }: CellStyle): Partial<CellStyle> {
  return defined({ borderTop, borderLeft, borderBottom, borderRight });
}
function withoutBorders(style: CellStyle): CellStyle {
  const { borderTop: _t, borderLeft: _l, borderBottom: _b, borderRight: _r, ...rest } = style;
  return rest;
}
function defined(style: Record<string, unknown>): Partial<CellStyle> {
  return Object.fromEntries(Object.entries(style).filter(([, value]) => value !== undefined));
}

/** A formula copied elsewhere: relative references move along, what is in quotes stays. */
export function moveFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(
    /"[^"]*"|'[^']*'!|(\$?)([A-Za-z]{1,3})(\$?)(\d+)(?![\w(])/g,
    (whole, ...groups: string[]) => {
      const [fixedColumn, letters, fixedRow, digits] = groups;
      if (!letters || !digits) return whole;
      const column = fixedColumn ? columnIndex(letters) : columnIndex(letters) + columns;
      const row = fixedRow ? Number(digits) : Number(digits) + rows;
      return column < 0 || row < 1 ? '#REF!' : `${fixedColumn}${columnName(column)}${fixedRow}${row}`;
    },
  );
}
