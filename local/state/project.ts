/** An Apps Script project of the workspace: its files on disk, where it is bound, and what Google keeps for it. */
export interface Project {
  id: string;
  name: string;
  /** Folder on the real disk with `appsscript.json` and the sources; read anew at each execution when changed. */
  directory: string;
  containerId?: string;
  owner: string;
  triggers: TriggerState[];
  scriptProperties: Record<string, string>;
  documentProperties: Record<string, string>;
  /** By account. */
  userProperties: Record<string, Record<string, string>>;
}

export interface TriggerState {
  id: string;
  handler: string;
  /** The account that made it: it runs as this person and nobody else sees it. */
  creator: string;
  kind: 'formSubmit' | 'edit' | 'change' | 'open' | 'clock';
  /** File id for form, spreadsheet and document triggers. */
  sourceId?: string;
  source?: 'FORMS' | 'SPREADSHEETS' | 'DOCUMENTS' | 'CLOCK';
  schedule?: Schedule;
  /** Virtual time of the next firing; undefined = spent, yet it still counts toward the 20. */
  nextAt?: number;
}

export type Schedule =
  | { every: 'minutes' | 'hours'; count: number }
  | { every: 'days'; count: number; hour: number; minute: number; zone: string }
  | { every: 'week'; weeks: number; weekDay: number; hour: number; minute: number; zone: string }
  | { every: 'month'; day: number; hour: number; minute: number; zone: string }
  | { at: number };
