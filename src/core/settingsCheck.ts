import type { Seal } from './personal';
import type { ReportTypeId } from './report';
import { needText, readLines, type LineReader } from './settingsRead/lines';
import { readGeneral } from './settingsRead/general';
import {
  readAnnouncements,
  readHolidays,
  readMandatory,
  readNeighbourhoods,
  readOfficePin,
  readOpenings,
  readOperators,
  readVillages,
} from './settingsRead/lists';
import type { Settings } from './settings';
import { settingsTab, type SettingsTabId } from './settingsTabs';

/** The tabs as display text, header row included: rows of columns. All columns are formatted as text. */
export type SettingsCells = Readonly<Record<SettingsTabId, readonly (readonly string[])[]>>;

export interface SettingsProblem {
  /** Name of the tab. */
  readonly tab: string;
  /** Row from 1 as the sheet shows it; 0 = the tab as a whole. */
  readonly row: number;
  /** Header of the column (or label of the line in `Pengaturan`); '' = the row as a whole. */
  readonly column: string;
  /** What is wrong and what to do, one or two Indonesian sentences. */
  readonly sentence: string;
}

export type SettingsResult =
  | { readonly settings: Settings; readonly problems?: undefined }
  | { readonly settings?: undefined; readonly problems: readonly SettingsProblem[] };

/** What the catalogue and the profiles know. */
export interface KnownChoices {
  readonly reportTypes: readonly { readonly id: ReportTypeId; readonly shortTitle: string }[];
  /** Report types of each profile; a profile that is not here has all. */
  readonly profiles: Readonly<Record<string, readonly ReportTypeId[]>>;
  /** Choices of *Jenis kegiatan*. */
  readonly activityKinds: readonly string[];
  /** Seals PINs: no snapshot of the settings has one that can be read. */
  readonly seal: Seal;
}

/** Checks the settings tabs as a whole: one snapshot, or every bad line with its place and a sentence. */
export function checkSettings(cells: SettingsCells, known: KnownChoices): SettingsResult {
  const problems: SettingsProblem[] = [];
  const lines = (id: SettingsTabId): readonly LineReader[] => {
    const [tab, rows] = [settingsTab(id), cells[id]];
    return tab.mayMiss === true && rows.length === 0 ? [] : readLines(tab, rows, problems);
  };
  const general = readGeneral(cells.settings, known, problems);
  const villages = readVillages(lines('villages'), general.subdistrict.code);
  if (villages.length === 0)
    problems.push({
      tab: settingsTab('villages').name,
      row: 0,
      column: '',
      sentence: 'Belum ada desa atau kelurahan. Mohon isi sedikitnya satu baris.',
    });
  const operators = lines('operators');
  const settings: Settings = {
    ...general,
    villages,
    operators: readOperators(operators, { ...general, villages }, known.seal),
    ...readOfficePin(operators, general.subdistrict.code, known.seal),
    openings: readOpenings(lines('openings'), villages),
    mandatory: readMandatory(lines('mandatory'), known.activityKinds),
    holidays: readHolidays(lines('holidays')),
    neighbourhoods: readNeighbourhoods(lines('neighbourhoods'), villages),
    letters: { ...general.letters, basis: lines('basis').map((line) => needText(line, 'text')) },
    announcements: readAnnouncements(lines('announcements')),
  };
  return problems.length > 0 ? { problems } : { settings };
}
