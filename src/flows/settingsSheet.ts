import { settingsTab, type SettingsTabId } from '../core/settingsTabs';
import { cleanText } from '../core/text';
import { openMaster } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { settingsTabs } from './settingsDesk';

/** A line of a settings tab, columns by id. */
export interface SheetLine {
  /** Row from 1. */
  readonly row: number;
  readonly text: (column: string) => string;
}

const plain = (text: string): string => cleanText(text, false).text.toLowerCase();

/** A settings tab that the program writes into: read once, written line by line, wherever a person moved its columns. */
export class SettingsSheet {
  private readonly headers: string[];
  private readonly name: string;
  private last: number;
  readonly lines: readonly SheetLine[];

  private readonly master: Workbook;

  constructor(private readonly id: SettingsTabId) {
    // With its declaration: all its columns are text.
    const master = openMaster(settingsTabs());
    this.master = master;
    this.name = settingsTab(id).name;
    const cells = master.has(this.name) ? master.readShown(this.name) : [];
    this.headers = (cells[0] ?? []).map(plain);
    this.last = cells.length;
    while (this.last > 1 && (cells[this.last - 1] ?? []).every((cell) => cell.trim() === '')) this.last -= 1;
    this.lines = cells.slice(1, this.last).map((line, at) => ({
      row: at + 2,
      text: (column) => cleanText(line[this.place(column)] ?? '', false).text,
    }));
  }

  /** Writes these columns of a line, the others stay; undefined = a new line below the last. One call a run of columns. */
  put(line: SheetLine | undefined, values: Readonly<Record<string, string>>): void {
    const row = line?.row ?? (this.last += 1);
    const cells = Object.entries(values).map(([column, value]) => [this.place(column, true), value] as const);
    const sorted = [...cells].sort(([a], [b]) => a - b);
    let run: string[] = [];
    let first = -1;
    for (const [at, value] of sorted) {
      if (first >= 0 && at !== first + run.length) {
        this.master.write(this.name, row, first + 1, [run]);
        run = [];
      }
      if (run.length === 0) first = at;
      run.push(value);
    }
    if (run.length > 0) this.master.write(this.name, row, first + 1, [run]);
  }

  /** Place of a column, from 0; with `make` a column that an older tab lacks is added. */
  private place(column: string, make = false): number {
    const header = settingsTab(this.id).columns.find((one) => one.id === column)?.header ?? column;
    const at = this.headers.indexOf(plain(header));
    if (at >= 0 || !make) return at;
    this.headers.push(plain(header));
    this.master.write(this.name, 1, this.headers.length, [[header]]);
    return this.headers.length - 1;
  }
}

/** Writes the value of a line of `Pengaturan`; a line that an older tab lacks is added at its end. */
export function writeSetting(id: string, value: string): void {
  const declared = settingsTab('settings').lines?.find((line) => line.id === id);
  if (declared === undefined) throw new Error(`Pengaturan has no line ${id}.`);
  const sheet = new SettingsSheet('settings');
  const line = sheet.lines.find((one) => plain(one.text('label')) === plain(declared.label));
  if (line) sheet.put(line, { value });
  else sheet.put(undefined, { label: declared.label, value, help: declared.help });
}
