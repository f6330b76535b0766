import { cellText } from './displayText';
import type { FilterState, Rect } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import type { EnumValue } from '../served';
import { GoogleError, Served } from '../served';
import { ConditionBuilder } from './conditionBuilder';
import type { Condition, WhenMember } from './conditionBuilder';
import { meetsCondition } from './conditionCheck';
import { readArgument, storeArgument } from './criteria';
import { customFormula } from './formula/compute';
import type { Tab } from './document';
import { requireEdit, touchSheet } from './document';
import type { Members } from './members';
import { Range } from './range';

/** Which rows a column lets through. */
export class FilterCriteria
  extends Served
  implements
    Pick<
      Members<GoogleAppsScript.Spreadsheet.FilterCriteria>,
      'copy' | 'getCriteriaType' | 'getCriteriaValues' | 'getHiddenValues' | 'getVisibleValues'
    >
{
  static override readonly gas = 'Spreadsheet.FilterCriteria';
  constructor(
    runtime: Runtime,
    readonly condition: Condition | undefined,
    readonly hidden: readonly string[],
    readonly visible: readonly string[] | undefined,
  ) {
    super(runtime);
  }

  copy(): FilterCriteriaBuilder {
    return new FilterCriteriaBuilder(this.runtime, this);
  }
  getCriteriaType(): EnumValue | null {
    return this.copy().getCriteriaType();
  }
  getCriteriaValues(): unknown[] {
    return this.copy().getCriteriaValues();
  }
  getHiddenValues(): string[] {
    return [...this.hidden];
  }
  getVisibleValues(): string[] {
    return [...(this.visible ?? [])];
  }
}

// prettier-ignore
type CriteriaMember =
  | 'build' | 'copy' | 'getCriteriaType' | 'getCriteriaValues' | 'getHiddenValues' | 'getVisibleValues'
  | 'setHiddenValues' | 'setVisibleValues';

/** `SpreadsheetApp.newFilterCriteria()`. */
export class FilterCriteriaBuilder
  extends ConditionBuilder
  implements Pick<Members<GoogleAppsScript.Spreadsheet.FilterCriteriaBuilder>, CriteriaMember | WhenMember>
{
  static override readonly gas = 'Spreadsheet.FilterCriteriaBuilder';
  private hidden: string[] = [];
  private visible: string[] | undefined;

  constructor(runtime: Runtime, from?: FilterCriteria) {
    super(runtime);
    this.condition = from?.condition;
    this.hidden = [...(from?.hidden ?? [])];
    this.visible = from?.visible ? [...from.visible] : undefined;
  }
  build(): FilterCriteria {
    return new FilterCriteria(this.runtime, this.condition, this.hidden, this.visible);
  }
  copy(): FilterCriteriaBuilder {
    return this.build().copy();
  }
  getCriteriaType(): EnumValue | null {
    return this.criteriaType();
  }
  getCriteriaValues(): unknown[] {
    return this.criteriaValues();
  }
  getHiddenValues(): string[] {
    return [...this.hidden];
  }
  getVisibleValues(): string[] {
    return [...(this.visible ?? [])];
  }
  setHiddenValues(values: string[]): this {
    this.hidden = [...values];
    this.visible = undefined;
    return this;
  }
  setVisibleValues(values: string[]): this {
    this.visible = [...values];
    this.hidden = [];
    return this;
  }
}

// prettier-ignore
type FilterMember =
  | 'getColumnFilterCriteria' | 'getRange' | 'remove' | 'removeColumnFilterCriteria' | 'setColumnFilterCriteria' | 'sort';

/** The one filter of a tab; its first row is the header. */
export class Filter
  extends Served
  implements Pick<Members<GoogleAppsScript.Spreadsheet.Filter>, FilterMember>
{
  static override readonly gas = 'Spreadsheet.Filter';
  constructor(
    runtime: Runtime,
    private readonly tab: Tab,
  ) {
    super(runtime);
  }

  private stored(): FilterState {
    const { filter } = this.tab.sheet;
    if (!filter) throw new GoogleError('The filter has been removed.');
    return filter;
  }

  getColumnFilterCriteria(columnPosition: number): FilterCriteria | null {
    const { rect, criteria } = this.stored();
    const known = criteria[columnPosition - 1];
    if (!known) return null;
    const near = new Range(this.runtime, this.tab, rect);
    const values = known.values.map((value) => readArgument(this.runtime, value, near));
    return new FilterCriteria(
      this.runtime,
      known.type ? { type: known.type, values } : undefined,
      known.hidden,
      undefined,
    );
  }
  getRange(): Range {
    return new Range(this.runtime, this.tab, this.stored().rect);
  }
  remove(): void {
    requireEdit(this.runtime, this.tab);
    this.stored();
    delete this.tab.sheet.filter;
    touchSheet(this.runtime, this.tab);
  }
  removeColumnFilterCriteria(columnPosition: number): this {
    return this.setColumnFilterCriteria(columnPosition, null);
  }
  /** Values to show become the values to hide, as they stand in the column now. */
  setColumnFilterCriteria(columnPosition: number, criteria: FilterCriteria | null): this {
    requireEdit(this.runtime, this.tab);
    const filter = this.stored();
    const column = columnPosition - 1;
    if (criteria === null) {
      delete filter.criteria[column];
    } else {
      const { condition, visible } = criteria;
      filter.criteria[column] = {
        ...(condition ? { type: condition.type } : {}),
        values: (condition?.values ?? []).map((value) =>
          storeArgument(this.runtime, value, this.tab.state.timeZone),
        ),
        hidden: visible
          ? this.columnTexts(column).filter((text) => !visible.includes(text))
          : [...criteria.hidden],
      };
    }
    touchSheet(this.runtime, this.tab);
    return this;
  }
  private columnTexts(column: number): string[] {
    const { rect } = this.stored();
    const { state, sheet } = this.tab;
    const texts = new Set<string>();
    for (let row = rect.row + 1; row < rect.row + rect.rows; row++) {
      texts.add(cellText(this.runtime.platform, state, sheet, row, column));
    }
    return [...texts];
  }
  sort(columnPosition: number, ascending: boolean): this {
    const { rect } = this.stored();
    if (rect.rows > 1) {
      new Range(this.runtime, this.tab, { ...rect, row: rect.row + 1, rows: rect.rows - 1 }).sort({
        column: columnPosition,
        ascending,
      });
    }
    return this;
  }
}

/** One filter for each tab (google.md section 1). */
export function createFilter(runtime: Runtime, tab: Tab, area: Rect): Filter {
  requireEdit(runtime, tab);
  if (tab.sheet.filter)
    throw new GoogleError("You can't create a filter in a sheet that already has a filter.");
  tab.sheet.filter = { rect: area, criteria: {} };
  touchSheet(runtime, tab);
  return new Filter(runtime, tab);
}

/**
 * `row` from 0. A custom formula is written for the first row below the heading; one with a piece that is not
 * computed here throws that piece's name: no row is hidden by a guess.
 */
export function hiddenByFilter(runtime: Runtime, tab: Tab, row: number): boolean {
  const { filter } = tab.sheet;
  if (!filter || row <= filter.rect.row || row >= filter.rect.row + filter.rect.rows) return false;
  return Object.entries(filter.criteria).some(([key, { type, values, hidden }]) => {
    const column = Number(key);
    if (hidden.includes(cellText(runtime.platform, tab.state, tab.sheet, row, column))) return true;
    if (type === 'CUSTOM_FORMULA') {
      const anchor = { row: filter.rect.row + 1, column };
      return !customFormula(runtime, tab, String(values[0] ?? ''), anchor)(row, column);
    }
    return type !== undefined && !meetsCondition(runtime, tab, { type, values }, row, column);
  });
}
