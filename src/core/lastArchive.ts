import type { Cell } from './patch';
import { square, type RecapSheet } from './recapFile';
import type { Tab } from './tabs';
import { TAB } from './tabs/names';

/** Stores that say nothing to a person, and pages of one month, which `Rekap` has month by month. */
const LEFT_OUT: readonly string[] = [TAB.index, TAB.registry, TAB.traces, TAB.commands];

/** Pages that show a whole year. */
const OF_YEARS: readonly string[] = [TAB.yearly, TAB.yearlyLinmas];

/** Tabs of the master that a last archive holds: records, versions, decisions, what was told and done. */
export function archivedTabs(tabs: readonly Tab[]): readonly Tab[] {
  return tabs.filter(
    (tab) => (tab.layout !== 'page' || OF_YEARS.includes(tab.name)) && !LEFT_OUT.includes(tab.name),
  );
}

/** A tab as it stands, its empty rows left out; `cells` from A1 on. */
export function archivedSheet(tab: Tab, cells: readonly (readonly (Cell | boolean)[])[]): RecapSheet {
  const values = cells.map((row) =>
    row.map((cell): Cell => (typeof cell === 'boolean' ? (cell ? 'ya' : '') : cell)),
  );
  const head = Math.max(1, tab.headerRow);
  const rows = values.filter((row, at) => at < head || row.some((cell) => cell !== ''));
  return {
    name: tab.name,
    headers: { from: head, to: head },
    frozenRows: head,
    frozenColumns: 0,
    columns: tab.columns,
    values: square(rows, tab.columns.length),
    landscape: true,
  };
}
