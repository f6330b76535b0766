import { groupDepthAt } from '../../state/groups';
import type { GroupState, Rect, SheetState } from '../../state/spreadsheet';
import type { Runtime } from '../runtime';
import { GoogleError, Served } from '../served';
import type { Tab } from './document';
import { requireEdit, touchSheet } from './document';
import type { Members } from './members';
import { Range } from './range';

// prettier-ignore
type GroupMember = 'collapse' | 'expand' | 'getControlIndex' | 'getDepth' | 'getRange' | 'isCollapsed' | 'remove';

/** Rows or columns that fold away together. */
export class Group extends Served implements Pick<Members<GoogleAppsScript.Spreadsheet.Group>, GroupMember> {
  static override readonly gas = 'Spreadsheet.Group';
  constructor(
    runtime: Runtime,
    private readonly tab: Tab,
    private readonly group: GroupState,
  ) {
    super(runtime);
  }

  collapse(): this {
    return this.fold(true);
  }
  expand(): this {
    return this.fold(false);
  }
  private fold(collapsed: boolean): this {
    requireEdit(this.runtime, this.tab);
    setFolded(this.tab.sheet, [this.group], collapsed);
    touchSheet(this.runtime, this.tab);
    return this;
  }
  getControlIndex(): number {
    return this.group.start + this.group.count + 1;
  }
  getDepth(): number {
    return this.group.depth;
  }
  getRange(): Range {
    const { dimension, start, count } = this.group;
    const { rowCount, columnCount } = this.tab.sheet;
    const area =
      dimension === 'rows'
        ? { row: start, column: 0, rows: count, columns: columnCount }
        : { row: 0, column: start, rows: rowCount, columns: count };
    return new Range(this.runtime, this.tab, area);
  }
  isCollapsed(): boolean {
    return this.group.collapsed;
  }
  remove(): void {
    requireEdit(this.runtime, this.tab);
    this.tab.sheet.groups = (this.tab.sheet.groups ?? []).filter((known) => known !== this.group);
    touchSheet(this.runtime, this.tab);
  }
}

/**
 * Folds or unfolds groups and hides or shows their lines with it, as Google does whenever the state of a group is set
 * (reference of the Sheets API, DimensionGroup.collapsed). What lies in another folded group stays hidden.
 */
export function setFolded(sheet: SheetState, groups: readonly GroupState[], collapsed: boolean): void {
  for (const group of groups) group.collapsed = collapsed;
  for (const dimension of ['rows', 'columns'] as const) {
    const own = groups.filter((group) => group.dimension === dimension);
    if (own.length === 0) continue;
    const key = dimension === 'rows' ? 'hiddenRows' : 'hiddenColumns';
    const hidden = new Set(sheet[key]);
    if (!collapsed) for (const line of own.flatMap(linesOf)) hidden.delete(line);
    const folded = (sheet.groups ?? []).filter((group) => group.dimension === dimension && group.collapsed);
    for (const line of (collapsed ? own : folded).flatMap(linesOf)) hidden.add(line);
    sheet[key] = [...hidden].sort((a, b) => a - b);
  }
}

function linesOf({ start, count }: GroupState): number[] {
  return Array.from({ length: count }, (_, index) => start + index);
}

/** Depth of grouping at that place, from 0. */
export function groupDepth(tab: Tab, dimension: GroupState['dimension'], place: number): number {
  return groupDepthAt(tab.sheet, dimension, place);
}

/** Groups the stretch deeper, or takes its innermost groups away for a negative change. */
export function shiftGroups(
  runtime: Runtime,
  tab: Tab,
  dimension: GroupState['dimension'],
  start: number,
  count: number,
  delta: number,
): void {
  requireEdit(runtime, tab);
  for (let step = 0; step < delta; step++) {
    const depth = groupDepth(tab, dimension, start) + 1;
    if (depth > 8) throw new GoogleError('A group may be nested 8 levels deep at most.');
    (tab.sheet.groups ??= []).push({ dimension, start, count, depth, collapsed: false });
  }
  for (let step = 0; step > delta; step--) {
    const deepest = (tab.sheet.groups ?? [])
      .filter(
        (group) =>
          group.dimension === dimension && group.start < start + count && group.start + group.count > start,
      )
      .sort((a, b) => b.depth - a.depth)[0];
    tab.sheet.groups = (tab.sheet.groups ?? []).filter((group) => group !== deepest);
  }
  touchSheet(runtime, tab);
}

/** Folds or unfolds the groups of rows and columns that lie wholly within the rectangle. */
export function foldGroups(runtime: Runtime, tab: Tab, rect: Rect, collapsed: boolean): void {
  requireEdit(runtime, tab);
  const within = (tab.sheet.groups ?? []).filter((group) => {
    const [start, end] =
      group.dimension === 'rows'
        ? [rect.row, rect.row + rect.rows]
        : [rect.column, rect.column + rect.columns];
    return group.start >= start && group.start + group.count <= end;
  });
  setFolded(tab.sheet, within, collapsed);
  touchSheet(runtime, tab);
}

/** Unfolds the groups up to that depth and folds the deeper ones. */
export function expandUpTo(
  runtime: Runtime,
  tab: Tab,
  dimension: GroupState['dimension'],
  depth: number,
): void {
  requireEdit(runtime, tab);
  const own = (tab.sheet.groups ?? []).filter((group) => group.dimension === dimension);
  const deeper = own.filter((group) => group.depth > depth);
  setFolded(tab.sheet, deeper, true);
  setFolded(
    tab.sheet,
    own.filter((group) => group.depth <= depth),
    false,
  );
  touchSheet(runtime, tab);
}
