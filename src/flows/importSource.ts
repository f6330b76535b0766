import { cellsOfCsv, plain, type ImportCells } from '../core/importCells';
import { ALL_TABS, CHOICE, chosen, type Asked } from '../core/importChoices';
import type { ImportSheet } from '../core/importTable';
import { shortText } from '../core/text';
import { effectiveUser } from '../google/identity';
import { openBook, openMaster } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { tabsOfMaster } from './desk';
import { REFUSED_TAB } from './importRefused';
import { settingsTabs } from './settingsDesk';

/** What an import is read from: its name and the tables that were chosen of it. */
export interface Source {
  readonly name: string;
  readonly sheets: readonly ImportSheet[];
  /** Names of all tabs that can be chosen; none where there is only one table. */
  readonly tabs: readonly string[];
  /** Whether it came as text and not as a tab. */
  readonly isPasted?: true;
}

const textCells = (book: Workbook, tab: string): ImportCells =>
  book.readAll(tab).map((row) => row.map((cell) => String(cell)));

/** Tabs of the master that a person added: these can be imported. */
export function ownTabs(): readonly string[] {
  const declared = [...tabsOfMaster(), ...settingsTabs()].map((tab) => tab.name);
  return openMaster([])
    .tabs()
    .filter((name) => !declared.includes(name) && name !== REFUSED_TAB);
}

/** Id of the spreadsheet that a link leads to; undefined = no link. */
export const linkedFile = (text: string): string | undefined =>
  /\/spreadsheets\/d\/([\w-]{20,})/.exec(text)?.[1];

/** A tab of the master by its name, another spreadsheet by its link, or CSV text; a sentence where none of these. */
export function sourceOf(asked: Asked): Source | string {
  const { source: text } = asked;
  if (text.includes('\n'))
    return {
      name: 'teks CSV',
      sheets: [{ name: '', tab: '', cells: cellsOfCsv(text) }],
      tabs: [],
      isPasted: true,
    };
  const id = linkedFile(text);
  if (id !== undefined) return fromFile(asked, id);
  const tab = ownTabs().find((name) => name.toLowerCase() === text.toLowerCase());
  if (tab !== undefined)
    return {
      name: `tab ${tab}`,
      sheets: [{ name: tab, tab: '', cells: textCells(openMaster([]), tab) }],
      tabs: [],
    };
  return `Sumber "${shortText(text)}" tidak ditemukan. Tulis nama tab di lembar ini, link lembar lain, atau tempel isi CSV.`;
}

/** The tabs of another spreadsheet: those that were chosen, else the one that the link shows, else the first. */
function fromFile(asked: Asked, id: string): Source | string {
  let book: Workbook;
  try {
    book = openBook(id, []);
    const tabs = book.tabs();
    const shown = /[#&?]gid=(\d+)/.exec(asked.source)?.[1];
    const wanted = chosen(asked, CHOICE.tab);
    const isWanted = (tab: string): boolean =>
      wanted === undefined
        ? shown !== undefined && String(book.tabId(tab)) === shown
        : plain(wanted) === ALL_TABS || plain(wanted) === plain(tab);
    const found = tabs.filter(isWanted);
    if (wanted !== undefined && found.length === 0)
      return `Tab "${shortText(wanted)}" tidak ada di ${book.name}. Tab yang ada: ${tabs.join(', ')}.`;
    const read = found.length > 0 ? found : tabs.slice(0, 1);
    const sheets = read.map((name) => ({
      name,
      tab: read.length > 1 ? name : '',
      cells: textCells(book, name),
    }));
    return { name: book.name, sheets, tabs: tabs.length > 1 ? tabs : [] };
  } catch {
    return `Lembar itu tidak dapat dibuka dengan akun ${effectiveUser()}. Bagikan dahulu kepada akun itu (berkas Excel disimpan dahulu sebagai Google Spreadsheet), atau salin isinya ke tab di lembar ini.`;
  }
}
