import { columnName } from '../../state/a1';
import { ensureRow, putFormula, putValue, rowAt } from '../../state/sheetCells';
import { attributeReader } from '../../state/sheetStyles';
import type { RichRun, RowState } from '../../state/spreadsheet';
import { GoogleError } from '../served';
import { instantOfSerial, isDatePattern } from './cellTime';
import { CellImage } from './cellImage';
import { requireEdit } from './document';
import { displayText } from './displayText';
import { fromR1C1, toR1C1 } from './r1c1';
import { joinRuns, RichTextValue } from './richText';
import type { Members } from './members';
import { RangeArea } from './rangeArea';
import { finishWrite, writeMatrix } from './writeCells';

// prettier-ignore
type ContentMember =
  | 'getDisplayValue' | 'getDisplayValues' | 'getFormula' | 'getFormulas' | 'getFormulaR1C1' | 'getFormulasR1C1'
  | 'setFormulaR1C1' | 'setFormulasR1C1' | 'getNote' | 'getNotes'
  | 'getRichTextValue' | 'getRichTextValues' | 'getValue' | 'getValues' | 'isBlank' | 'setFormula' | 'setFormulas'
  | 'setNote' | 'setNotes' | 'setRichTextValue' | 'setRichTextValues' | 'setValue' | 'setValues' | 'clearNote';

/** Values, formulas, notes and rich text of a range. */
export abstract class RangeContents
  extends RangeArea
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, ContentMember>
{
  /** One line for each row of the range; the callback gets the stored row, undefined where there is none. */
  protected readRows<T>(read: (row: RowState | undefined, rowIndex: number, column: number) => T): T[][] {
    const { row, column, rows, columns } = this.rect;
    const lines: T[][] = [];
    for (let y = row; y < row + rows; y++) {
      const stored = rowAt(this.sheet, y);
      const line: T[] = [];
      for (let x = column; x < column + columns; x++) line.push(read(stored, y, x));
      lines.push(line);
    }
    this.runtime.count('read', rows * columns);
    return lines;
  }

  /** The range's first cell, as a range. */
  protected firstCell(): this {
    return this.rect.rows === 1 && this.rect.columns === 1
      ? this
      : this.make({ ...this.rect, rows: 1, columns: 1 });
  }

  /** Throws Google's words when a matrix does not fit (google.md section 1). */
  protected requireFit(matrix: readonly (readonly unknown[])[]): void {
    const { rows, columns } = this.rect;
    if (matrix.length !== rows) {
      throw new GoogleError(
        `The number of rows in the data does not match the number of rows in the range. The data has ${matrix.length} but the range has ${rows}.`,
      );
    }
    const misfit = matrix.find((line) => line.length !== columns);
    if (misfit) {
      throw new GoogleError(
        `The number of columns in the data does not match the number of columns in the range. The data has ${misfit.length} but the range has ${columns}.`,
      );
    }
  }

  getValue(): unknown {
    return this.firstCell().getValues()[0]?.[0];
  }

  /** Number, boolean, Date under a date format, text; '' for an empty cell (google.md section 4). */
  getValues(): unknown[][] {
    const formatOf = attributeReader(this.sheet, this.rect, 'numberFormat');
    return this.readRows((stored, row, column) => {
      const value = stored?.values[column];
      if (value === null || value === undefined) return '';
      if (typeof value === 'number') {
        return isDatePattern(formatOf(stored, row, column))
          ? new Date(instantOfSerial(this.runtime, value, this.state.timeZone))
          : value;
      }
      const formula = value === '' ? stored?.formulas?.[column] : undefined;
      if (formula !== undefined) throw this.uncomputed(formula, row, column);
      const image = value === '' ? stored?.images?.[column] : undefined;
      return image ? new CellImage(this.runtime, image, true) : value;
    });
  }

  private uncomputed(formula: string, row: number, column: number): Error {
    return new GoogleError(
      `The local workspace does not compute formulas: ${this.sheet.name}!${columnName(column)}${row + 1} holds ${formula}`,
    );
  }

  getDisplayValue(): string {
    return this.firstCell().getDisplayValues()[0]?.[0] ?? '';
  }
  getDisplayValues(): string[][] {
    const formatOf = attributeReader(this.sheet, this.rect, 'numberFormat');
    const { platform } = this.runtime;
    return this.readRows((stored, row, column) => {
      const value = stored?.values[column] ?? null;
      if (value === null) return '';
      const formula = stored?.formulas?.[column];
      const numberFormat = typeof value === 'number' ? formatOf(stored, row, column) : undefined;
      return displayText(platform, this.state.locale, { value, formula, numberFormat });
    });
  }

  isBlank(): boolean {
    const { row, column, rows, columns } = this.rect;
    for (let y = row; y < row + rows; y++) {
      const values = rowAt(this.sheet, y)?.values;
      if (!values || values.length <= column) continue;
      for (let x = column; x < column + columns; x++) if ((values[x] ?? null) !== null) return false;
    }
    return true;
  }

  /** Every cell of the range gets the value; undefined, null and '' empty it (google.md section 4). */
  setValue(value: unknown): this {
    const { rows, columns } = this.rect;
    const line = Array.from({ length: columns }, () => value);
    writeMatrix(
      this.runtime,
      this.tab,
      this.rect,
      Array.from({ length: rows }, () => line),
    );
    return this;
  }
  setValues(values: unknown[][]): this {
    this.requireFit(values);
    writeMatrix(this.runtime, this.tab, this.rect, values);
    return this;
  }

  getFormula(): string {
    return this.firstCell().getFormulas()[0]?.[0] ?? '';
  }
  getFormulas(): string[][] {
    return this.readRows((stored, _row, column) => stored?.formulas?.[column] ?? '');
  }
  setFormula(formula: string): this {
    const { rows, columns } = this.rect;
    return this.setFormulas(
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => formula)),
    );
  }

  /**
   * Text without `=` becomes a formula too; '' empties the cell. In a language with a decimal comma the arguments
   * have to be separated by `;`: commas are refused aloud, because whether Google takes them is contested
   * (google.md section 4).
   */
  setFormulas(formulas: string[][]): this {
    this.requireFit(formulas);
    requireEdit(this.runtime, this.tab, this.rect);
    formulas.flat().forEach((formula) => requireDialect(formula, this.state.locale));
    formulas.forEach((line, down) => {
      const target = ensureRow(this.sheet, this.rect.row + down);
      line.forEach((formula, right) => {
        const column = this.rect.column + right;
        if (formula === '') putValue(target, column, null);
        else putFormula(target, column, formula.startsWith('=') ? formula : `=${formula}`);
      });
    });
    finishWrite(this.runtime, this.tab, this.rect);
    return this;
  }

  getFormulaR1C1(): string {
    return this.firstCell().getFormulasR1C1()[0]?.[0] ?? '';
  }
  getFormulasR1C1(): string[][] {
    return this.readRows((stored, row, column) => {
      const formula = stored?.formulas?.[column];
      return formula === undefined ? '' : toR1C1(formula, row + 1, column + 1);
    });
  }
  setFormulaR1C1(formula: string): this {
    const { rows, columns } = this.rect;
    return this.setFormulasR1C1(
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => formula)),
    );
  }
  setFormulasR1C1(formulas: string[][]): this {
    const { row, column } = this.rect;
    return this.setFormulas(
      formulas.map((line, down) =>
        line.map((formula, right) => fromR1C1(formula, row + down + 1, column + right + 1)),
      ),
    );
  }

  getNote(): string {
    return this.firstCell().getNotes()[0]?.[0] ?? '';
  }
  getNotes(): string[][] {
    return this.readRows((stored, _row, column) => stored?.notes?.[column] ?? '');
  }
  setNote(note: unknown): this {
    const { rows, columns } = this.rect;
    return this.putNotes(Array.from({ length: rows }, () => Array.from({ length: columns }, () => note)));
  }
  /** Numbers print as Java prints them, `25.0` (google.md section 4). */
  setNotes(notes: unknown[][]): this {
    this.requireFit(notes);
    const java = (note: unknown): unknown => (Number.isInteger(note) ? `${String(note)}.0` : note);
    return this.putNotes(notes.map((line) => line.map(java)));
  }
  clearNote(): this {
    return this.setNote(null);
  }
  private putNotes(notes: unknown[][]): this {
    requireEdit(this.runtime, this.tab, this.rect);
    notes.forEach((line, down) => {
      const row = this.rect.row + down;
      line.forEach((note, right) => {
        const column = this.rect.column + right;
        const text = note === null || note === undefined ? '' : String(note);
        const target = text === '' ? rowAt(this.sheet, row) : ensureRow(this.sheet, row);
        if (!target) return;
        const others = { ...target.notes };
        delete others[column];
        if (text !== '') others[column] = text;
        if (Object.keys(others).length > 0) target.notes = others;
        else delete target.notes;
      });
    });
    finishWrite(this.runtime, this.tab, this.rect);
    return this;
  }

  /** null where the cell holds no text. */
  getRichTextValue(): RichTextValue | null {
    return this.firstCell().getRichTextValues()[0]?.[0] ?? null;
  }
  getRichTextValues(): (RichTextValue | null)[][] {
    return this.readRows((stored, row, column) => {
      const formula = stored?.formulas?.[column];
      if (formula !== undefined) throw this.uncomputed(formula, row, column);
      const value = stored?.values[column] ?? '';
      if (typeof value !== 'string') return null;
      return new RichTextValue(this.runtime, stored?.richText?.[column] ?? [{ text: value }]);
    });
  }
  setRichTextValue(value: RichTextValue): this {
    const { rows, columns } = this.rect;
    return this.setRichTextValues(
      Array.from({ length: rows }, () => Array.from({ length: columns }, () => value)),
    );
  }
  /** The texts are taken literally: rich text is never parsed. */
  setRichTextValues(values: RichTextValue[][]): this {
    this.requireFit(values);
    requireEdit(this.runtime, this.tab, this.rect);
    values.forEach((line, down) => {
      const target = ensureRow(this.sheet, this.rect.row + down);
      line.forEach((value, right) => {
        const column = this.rect.column + right;
        const text = value.getText();
        putValue(target, column, text === '' ? null : text);
        const runs: RichRun[] = joinRuns(value.runs.map((run) => ({ ...run })));
        if (runs.some((run) => Object.keys(run).length > 1)) (target.richText ??= {})[column] = runs;
      });
    });
    finishWrite(this.runtime, this.tab, this.rect);
    return this;
  }
}

/** Throws where a formula uses commas as separators under a decimal-comma locale. */
function requireDialect(formula: string, locale: string): void {
  if (!locale.startsWith('in')) return;
  const bare = formula.replace(/"[^"]*"|'[^']*'/g, '');
  if (/,/.test(bare) && /\(/.test(bare)) {
    throw new GoogleError(
      `Formula parse error: under ${locale} the arguments are separated by ";" in ${formula}`,
    );
  }
}
