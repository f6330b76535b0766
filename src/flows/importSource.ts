import { cellsOfCsv, type ImportCells } from '../core/importTable';
import { openBook, openMaster } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { tabsOfMaster } from './desk';
import { settingsTabs } from './settingsDesk';

/** What an import is read from: its name and its cells. */
export interface Source {
  readonly name: string;
  readonly cells: ImportCells;
}

const textCells = (book: Workbook, tab: string): ImportCells =>
  book.readAll(tab).map((row) => row.map((cell) => String(cell)));

/** Tabs of the master that a person added: these can be imported. */
export function ownTabs(): readonly string[] {
  const declared = [...tabsOfMaster(), ...settingsTabs()].map((tab) => tab.name);
  return openMaster([])
    .tabs()
    .filter((name) => !declared.includes(name));
}

/** A tab of the master by its name, another spreadsheet by its link, or CSV text; a sentence where none of these. */
export function sourceOf(text: string): Source | string {
  const trimmed = text.trim();
  if (trimmed.includes('\n')) return { name: 'teks CSV', cells: cellsOfCsv(trimmed) };
  const id = /\/spreadsheets\/d\/([\w-]{20,})/.exec(trimmed)?.[1];
  if (id !== undefined) return fromFile(id);
  const tab = ownTabs().find((name) => name.toLowerCase() === trimmed.toLowerCase());
  if (tab !== undefined) return { name: `tab ${tab}`, cells: textCells(openMaster([]), tab) };
  return `Sumber "${trimmed.slice(0, 60)}" tidak ditemukan. Tulis nama tab di lembar ini, link lembar lain, atau tempel isi CSV.`;
}

function fromFile(id: string): Source | string {
  try {
    const book = openBook(id, []);
    const [first] = book.tabs();
    return first === undefined ? 'Lembar itu kosong.' : { name: book.name, cells: textCells(book, first) };
  } catch {
    return 'Lembar itu tidak dapat dibuka dengan akun pemilik. Bagikan dahulu kepada akun pemilik, atau salin isinya ke tab di lembar ini.';
  }
}
