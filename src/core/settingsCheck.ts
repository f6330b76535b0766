import type { Settings } from './settings';
import type { SettingsTabId } from './settingsTabs';

/** The tabs as display text, header row included: rows of columns. All columns are formatted as text. */
export type SettingsCells = Readonly<Record<SettingsTabId, readonly (readonly string[])[]>>;

export interface SettingsProblem {
  /** Name of the tab. */
  readonly tab: string;
  /** Row from 1 as the sheet shows it; 0 = the tab as a whole. */
  readonly row: number;
  /** Header of the column (or label of the line in `Pengaturan`). */
  readonly column: string;
  /** What is wrong and what to do, one or two Indonesian sentences. */
  readonly sentence: string;
}

export type SettingsResult =
  | { readonly settings: Settings; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly SettingsProblem[] };
