import { SETTINGS_NAME, TAB } from '../core/tabs/names';
import { NO_SUCH_TAB, OFFERED_TABS, TAB_WORDS, TIDY } from '../core/tabs/opened';
import { setTabList } from '../google/tabBuild';
import { openMaster } from '../google/tables';
import type { Workbook } from '../google/workbook';
import { tabsOfMaster } from './desk';
import type { CommandResult, DialogLink, DialogValues, MenuAnswer } from './dialog';

/** How the tabs of single reports begin. */
const DATA = 'Data ';

/** Command of the dialog of *Buka tab*; it changes no data, so anybody who may edit the master gives it at once. */
export const OPEN_TAB = 'openTab';

/** Tabs that there are, of those that a person may want to see: the daily ones, settings, records, data. */
function offered(master: Workbook): readonly string[] {
  const data = tabsOfMaster().flatMap(({ name }) => (name.startsWith(DATA) ? [name] : []));
  return [...OFFERED_TABS, ...data].filter((tab) => master.has(tab));
}

const wordsOf = (tab: string): string =>
  TAB_WORDS[tab] ?? `laporan ${tab.slice(DATA.length)}, satu baris satu laporan`;

const addressOf = (master: Workbook, tab: string): string => `${master.url}#gid=${String(master.tabId(tab))}`;

const linkTo = (master: Workbook, tab: string): DialogLink => ({
  text: `Buka tab ${tab}`,
  url: addressOf(master, tab),
});

/** *Buka tab*: all tabs with what stands in them, hidden ones too; there is nothing to open before set-up. */
export function openTabsDialog(): MenuAnswer {
  const tabs = offered(openMaster(tabsOfMaster()));
  const title = 'Buka tab';
  if (tabs.length === 0)
    return { kind: 'sentence', title, text: 'Belum ada tab. Mohon jalankan Siapkan pengaturan dulu.' };
  const introduction =
    'Tab yang jarang dipakai disembunyikan supaya enam tab sehari-hari mudah ditemukan. Tab yang dibuka di sini tetap ' +
    `tampil sampai disembunyikan lagi. Dari ponsel: pilih namanya di ${TAB.home}, baris Buka tab.`;
  const tidying = { value: TIDY, label: `${TIDY}: sembunyikan semua selain enam tab sehari-hari` };
  const choices = [...tabs.map((tab) => ({ value: tab, label: `${tab}: ${wordsOf(tab)}` })), tidying];
  const field = { id: 'tab', label: 'Tab', kind: 'list', required: true, choices } as const;
  return {
    kind: 'dialog',
    dialog: { command: OPEN_TAB, title, introduction, lines: [], fields: [field], action: 'Buka' },
  };
}

const NOT_ALLOWED = (tab: string): string =>
  `Tab ${tab} belum dapat ditampilkan oleh akun ini. Pilih namanya di ${TAB.home}, baris Buka tab; program menampilkannya.`;

/** The button of that dialog: the tab is shown and stands in front, or all but the six are hidden. */
export function openTab({ tab = '' }: DialogValues): CommandResult {
  const master = openMaster(tabsOfMaster());
  if (tab === TIDY) {
    master.select(TAB.home, 1, 1);
    return { done: true, text: tidy(master) };
  }
  if (!offered(master).includes(tab)) return { done: false, text: NO_SUCH_TAB };
  const links = [linkTo(master, tab)];
  if (!master.show(tab)) return { done: false, text: NOT_ALLOWED(tab), links };
  master.select(tab, 1, 1);
  return { done: true, text: `Tab ${tab} terbuka.`, links };
}

/** Hides every tab of ours but the six; what a person added stays. */
function tidy(master: Workbook): string {
  const daily = tabsOfMaster().flatMap(({ name, shown }) => (shown ? [name] : []));
  for (const tab of offered(master)) if (!daily.includes(tab)) master.setHidden(tab, true);
  return 'Tab yang jarang dipakai sudah disembunyikan; isinya tetap.';
}

/** After set-up the settings tabs leave the bar: once, so that who shows them again keeps them. */
export function hideSettings(master: Workbook): void {
  for (const tab of Object.values(SETTINGS_NAME)) if (master.has(tab)) master.setHidden(tab, true);
}

const cellOfHome = (master: Workbook): { readonly row: number; readonly column: number } =>
  master.declaration(TAB.home)?.tabCell ?? { row: 3, column: 2 };

/** The list of the cell in `Beranda` in which a tab is chosen. */
export function offerTabs(master: Workbook): void {
  setTabList(master, TAB.home, cellOfHome(master), [...offered(master), TIDY]);
}

/** What was chosen on `Beranda`, where there is no menu: done, answered below the cell, and the cell is free again. */
export function takeTabChoice(): void {
  const master = openMaster(tabsOfMaster());
  const { row, column } = cellOfHome(master);
  const [cells] = master.read(TAB.home, { row, column, rows: 1, columns: 1 });
  const chosen = String(cells?.[0] ?? '').trim();
  if (chosen === '') return;
  const { text, url = '' } = chooseOnHome(master, chosen);
  master.write(TAB.home, row, column, [['']]);
  master.writeLinked(TAB.home, row + 1, column - 1, text, url === '' ? [] : [{ text, url }]);
}

function chooseOnHome(master: Workbook, chosen: string): { readonly text: string; readonly url?: string } {
  if (chosen === TIDY) return { text: tidy(master) };
  if (!offered(master).includes(chosen)) return { text: NO_SUCH_TAB };
  master.setHidden(chosen, false);
  return {
    text: `Tab ${chosen} sudah tampil; ketuk di sini atau di deretan tab.`,
    url: addressOf(master, chosen),
  };
}

const NAMES = [...OFFERED_TABS].sort((a, b) => b.length - a.length).join('|');
const AND = ', | dan | atau ';

/** Tabs that a sentence names: `di tab Operator`, `tab Pengaturan dan Desa`. */
function namedIn(text: string): readonly string[] {
  const one = `(?:${NAMES})(?![A-Za-z])`;
  const found = [...text.matchAll(new RegExp(`\\btab (${one}(?:(?:${AND})${one})*)`, 'g'))];
  return [...new Set(found.flatMap((match) => (match[1] ?? '').split(new RegExp(AND))))];
}

/** An answer that sends somebody to tabs: they are shown where the person may, and linked. */
export function withTabs(result: CommandResult): CommandResult {
  const master = openMaster(tabsOfMaster());
  const tabs = namedIn(result.text).filter((tab) => master.has(tab));
  for (const tab of tabs) master.show(tab);
  return { ...result, links: [...(result.links ?? []), ...tabs.map((tab) => linkTo(master, tab))] };
}
