import type { GroupState, Rect } from '../../state/spreadsheet';
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
    this.group.collapsed = collapsed;
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

/** Depth of grouping at that place, from 0. */
export function groupDepth(tab: Tab, dimension: GroupState['dimension'], place: number): number {
  const around = (tab.sheet.groups ?? []).filter(
    (group) => group.dimension === dimension && place >= group.start && place < group.start + group.count,
  );
  return Math.max(0, ...around.map((group) => group.depth));
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
  for (const group of tab.sheet.groups ?? []) {
    const [start, end] =
      group.dimension === 'rows'
        ? [rect.row, rect.row + rect.rows]
        : [rect.column, rect.column + rect.columns];
    if (group.start >= start && group.start + group.count <= end) group.collapsed = collapsed;
  }
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
  for (const group of tab.sheet.groups ?? []) {
    if (group.dimension === dimension) group.collapsed = group.depth > depth;
  }
  touchSheet(runtime, tab);
}
