import { dropKey, rowAt } from '../../state/sheetCells';
import { applyStyle, applyStyles, internValidation, validationAt } from '../../state/sheetStyles';
import type { CellValue, StylePatch } from '../../state/spreadsheet';
import { checkboxValues } from './validationCheck';
import { DataValidation, DataValidationBuilder } from './dataValidation';
import type { Range } from './range';
import { requireEdit, touchArea } from './document';
import type { Members } from './members';
import { protectRange } from './protection';
import type { Protection } from './protection';
import { RangeLayout } from './rangeLayout';
import { TextFinder } from './textFinder';
import { finishWrite, writeMatrix } from './writeCells';

// prettier-ignore
type RuleMember =
  | 'check' | 'clear' | 'clearContent' | 'clearDataValidations' | 'clearFormat' | 'createTextFinder'
  | 'getDataValidation' | 'getDataValidations' | 'insertCheckboxes' | 'isChecked' | 'protect' | 'removeCheckboxes'
  | 'setDataValidation' | 'setDataValidations' | 'uncheck';

/** Attributes that `clearFormat` takes away; a validation rule is no format. */
const NO_FORMAT: StylePatch = Object.freeze({
  numberFormat: null, background: null, color: null, bold: null, italic: null, underline: null, strikethrough: null,
  fontSize: null, fontFamily: null, horizontal: null, vertical: null, wrap: null, rotation: null, verticalText: null,
  direction: null, borderTop: null, borderLeft: null, borderBottom: null, borderRight: null,
}); // prettier-ignore

export interface ClearOptions {
  commentsOnly?: boolean;
  contentsOnly?: boolean;
  formatOnly?: boolean;
  validationsOnly?: boolean;
}

/** Validation rules, checkboxes, protection and clearing of a range. */
export abstract class RangeRules
  extends RangeLayout
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Range>, RuleMember>
{
  getDataValidation(): DataValidation | null {
    return this.ruleAt(this.rect.row, this.rect.column);
  }
  getDataValidations(): (DataValidation | null)[][] {
    return this.readRows((_stored, row, column) => this.ruleAt(row, column));
  }
  private ruleAt(row: number, column: number): DataValidation | null {
    const stored = validationAt(this.sheet, row, column);
    return stored ? DataValidation.of(this.runtime, stored, this as unknown as Range) : null;
  }
  setDataValidation(rule: DataValidation | null): this {
    return this.paint(this.rulePatch(rule));
  }
  setDataValidations(rules: (DataValidation | null)[][]): this {
    return this.paintEach(rules, (rule, row, column) => this.rulePatch(rule, { row, column }));
  }
  clearDataValidations(): this {
    return this.paint({ validation: null });
  }
  /** A custom formula is written for the first cell of the range. */
  private rulePatch(
    rule: DataValidation | null,
    { row, column }: { row: number; column: number } = this.rect,
  ): StylePatch {
    if (!rule) return { validation: null };
    const stored = rule.stored(this.state.timeZone);
    const anchored = stored.type === 'CUSTOM_FORMULA' ? { ...stored, anchor: { row, column } } : stored;
    return { validation: internValidation(this.sheet, anchored) };
  }

  /** Cells that were empty show an unticked box: FALSE, or the value that stands for it. */
  insertCheckboxes(...values: unknown[]): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const rule = new DataValidationBuilder(this.runtime)
      .requireCheckbox(...values)
      .setAllowInvalid(false)
      .build();
    const stored = rule.stored(this.state.timeZone);
    const [, unchecked] = checkboxValues(stored);
    applyStyle(this.sheet, this.rect, { validation: internValidation(this.sheet, stored) });
    touchArea(this.runtime, this.tab, this.rect);
    const kept = this.rawValues().map((line) => line.map((value) => (value === null ? unchecked : value)));
    return this.storeRaw(kept);
  }
  /** The boxes go with their values. */
  removeCheckboxes(): this {
    const raw = this.rawValues();
    const boxes = this.checkboxes();
    this.storeRaw(raw.map((line, down) => line.map((value, right) => (boxes[down]?.[right] ? null : value))));
    return this.paintEach(boxes, (box) => (box ? { validation: null } : {}));
  }
  /** null where some are and some are not ticked, or where a cell is no checkbox. */
  isChecked(): boolean | null {
    const boxes = this.checkboxes().flat();
    const values = this.rawValues().flat();
    const states = new Set(boxes.map((box, place) => (box ? values[place] === box[0] : null)));
    const [only = null] = states;
    return states.size === 1 ? only : null;
  }
  check(): this {
    return this.tick(0);
  }
  uncheck(): this {
    return this.tick(1);
  }
  private tick(place: 0 | 1): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const raw = this.rawValues();
    const boxes = this.checkboxes();
    return this.storeRaw(
      raw.map((line, down) => line.map((value, right) => boxes[down]?.[right]?.[place] ?? value)),
    );
  }
  private checkboxes(): ([CellValue, CellValue] | undefined)[][] {
    const { row, column, rows, columns } = this.rect;
    return Array.from({ length: rows }, (_, down) =>
      Array.from({ length: columns }, (__, right) => {
        const rule = validationAt(this.sheet, row + down, column + right);
        return rule?.type === 'CHECKBOX' ? checkboxValues(rule) : undefined;
      }),
    );
  }
  private rawValues(): CellValue[][] {
    const { row, column, rows, columns } = this.rect;
    return Array.from({ length: rows }, (_, down) => {
      const values = rowAt(this.sheet, row + down)?.values;
      return Array.from({ length: columns }, (__, right) => values?.[column + right] ?? null);
    });
  }
  /** Values as they are stored; cells that do not change keep formulas and rich text. */
  private storeRaw(values: CellValue[][]): this {
    const before = this.rawValues();
    values.forEach((line, down) =>
      line.forEach((value, right) => {
        if (value !== before[down]?.[right]) {
          const cell = { row: this.rect.row + down, column: this.rect.column + right, rows: 1, columns: 1 };
          writeMatrix(this.runtime, this.tab, cell, [
            [typeof value === 'string' && value !== '' ? `'${value}` : value],
          ]);
        }
      }),
    );
    return this;
  }

  clear(options: ClearOptions = {}): this {
    const some =
      options.commentsOnly || options.contentsOnly || options.formatOnly || options.validationsOnly;
    if (!some || options.contentsOnly) this.clearContent();
    if (!some || options.formatOnly) this.clearFormat();
    if (options.validationsOnly) this.clearDataValidations();
    if (options.commentsOnly) this.clearNote();
    return this;
  }
  clearContent(): this {
    requireEdit(this.runtime, this.tab, this.rect);
    const { row, column, rows, columns } = this.rect;
    const end = Math.min(row + rows, this.sheet.rows.length);
    for (let y = row; y < end; y++) {
      const stored = this.sheet.rows[y];
      if (!stored) continue;
      if (column === 0 && columns >= stored.values.length) {
        stored.values = [];
        delete stored.formulas;
        delete stored.richText;
        delete stored.images;
        continue;
      }
      for (let x = column; x < Math.min(column + columns, stored.values.length); x++) stored.values[x] = null;
      while (stored.values.length > 0 && stored.values.at(-1) === null) stored.values.pop();
      for (let x = column; stored.formulas && x < column + columns; x++) dropKey(stored, 'formulas', x);
      for (let x = column; stored.images && x < column + columns; x++) dropKey(stored, 'images', x);
      for (let x = column; stored.richText && x < column + columns; x++) dropKey(stored, 'richText', x);
    }
    finishWrite(this.runtime, this.tab, { ...this.rect, rows: Math.max(0, end - row) });
    return this;
  }
  clearFormat(): this {
    return this.paint(NO_FORMAT);
  }

  protect(): Protection {
    return protectRange(this.runtime, this.tab, this.rect);
  }
  createTextFinder(findText: string): TextFinder {
    return new TextFinder(this.runtime, [{ tab: this.tab, rect: this.rect }], findText);
  }

  /** Formats of single cells, e.g. when a matrix of styles is laid over the range. */
  protected overlay(patches: StylePatch[][]): void {
    applyStyles(this.sheet, this.rect, patches);
    touchArea(this.runtime, this.tab, this.rect);
  }
}
