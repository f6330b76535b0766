import {
  checkSettings,
  type SettingsCells,
  type SettingsProblem,
  type SettingsResult,
} from '../core/settingsCheck';
import { SETTINGS_TABS, type SettingsTab, type SettingsTabId } from '../core/settingsTabs';
import type { Tab } from '../core/tabs/tab';
import type { Workbook } from '../google/workbook';
import { KNOWN } from './known';

/** Rows that a settings tab makes room for. */
const ROWS: Readonly<Record<SettingsTabId, number>> = {
  settings: 50,
  villages: 60,
  operators: 120,
  openings: 120,
  mandatory: 60,
  neighbourhoods: 300,
  holidays: 80,
  announcements: 30,
  basis: 20,
};

/** A settings tab as a tab: all text, typed into by people, not protected. */
export function tabOfSettings(tab: SettingsTab): Tab {
  return {
    name: tab.name,
    layout: 'form',
    // Shown while set-up is filled in, hidden with its end.
    shown: true,
    columns: tab.columns.map((column) => ({
      header: column.header,
      width: column.width,
      format: '@',
      editable: true,
      ...(column.choices === undefined ? {} : { list: column.choices }),
      ...(column.id === 'help' ? { wrap: true as const } : {}),
    })),
    headerRow: 1,
    frozenRows: 1,
    frozenColumns: 0,
    rows: ROWS[tab.id],
    looks: [],
    protection: 'reviewers',
    empty: tab.purpose,
  };
}

/** The settings tabs as tabs, in their order. */
export function settingsTabs(): readonly Tab[] {
  return SETTINGS_TABS.map(tabOfSettings);
}

/** What stands in the settings tabs, as people see it; a missing tab is empty. One call a tab. */
export function readSettingsCells(master: Workbook): SettingsCells {
  return Object.fromEntries(
    SETTINGS_TABS.map((tab) => [tab.id, master.has(tab.name) ? master.readShown(tab.name) : []]),
  ) as Record<SettingsTabId, string[][]>;
}

/** Names of the settings tabs that are not there. */
export function missingSettingsTabs(master: Workbook): readonly string[] {
  return SETTINGS_TABS.map((tab) => tab.name).filter((name) => !master.has(name));
}

/** The settings as the tabs have them now, or every bad line. One call a tab. */
export function readSettings(master: Workbook): SettingsResult {
  return checkSettings(readSettingsCells(master), KNOWN);
}

/** A bad line as a person reads it: `Desa, baris 7, Kode: …`. */
export function problemSentence(problem: SettingsProblem): string {
  const row = problem.row > 0 ? `, baris ${String(problem.row)}` : '';
  const column = problem.column === '' ? '' : `, ${problem.column}`;
  return `${problem.tab}${row}${column}: ${problem.sentence}`;
}
