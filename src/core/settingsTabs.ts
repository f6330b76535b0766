/** A column of a settings tab. */
export interface SettingsColumn {
  readonly id: string;
  /** Header, row 1. */
  readonly header: string;
  /** Note on the header. */
  readonly help: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** Pixels. */
  readonly width: number;
  readonly example: string;
}

/** A row of `Pengaturan`. */
export interface SettingsLine {
  readonly id: string;
  /** Column A. */
  readonly label: string;
  /** Column C. */
  readonly help: string;
  readonly required: boolean;
  readonly choices?: readonly string[];
  /** What set-up writes where nothing better is known. */
  readonly initial: string;
  readonly example: string;
}

export type SettingsTabId = 'settings' | 'villages' | 'operators' | 'openings' | 'mandatory' | 'holidays';

export interface SettingsTab {
  readonly id: SettingsTabId;
  /** Name of the tab. */
  readonly name: string;
  readonly columns: readonly SettingsColumn[];
  /** Of `Pengaturan` only: fixed lines, from row 2. */
  readonly lines?: readonly SettingsLine[];
}
