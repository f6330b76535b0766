import { formatPeriod } from '../core/dates';
import { villageTitle } from '../core/draw/rows';
import { monthList } from '../core/due';
import { FILE_NAME } from '../core/formWords';
import { addMonths, blockOf, FIRST_ROW, rowOf } from '../core/place';
import { allRegisterTabs } from '../core/draw/register';
import { IANA } from '../core/regions';
import { masterTabs, type Tab } from '../core/tabs';
import { SETTINGS_NAME, TAB } from '../core/tabs/names';
import { effectiveUser } from '../google/identity';
import {
  addViewer,
  ensureFolder,
  ensureSpreadsheet,
  fileExists,
  folderExists,
  folderOf,
  moveInto,
  renameFolder,
} from '../google/files';
import { addEditor, protectTab } from '../google/protect';
import { buildTab, deleteTab, removeBlankTab } from '../google/tabBuild';
import { openBook } from '../google/tables';
import { CATALOGUE } from '../reports/index';
import { reviewersOf } from './access';
import { readDecided, snapshotToCells } from './decisions';
import { fingerprint } from './fingerprint';
import { claimRegistry, clearRegistry, placingOf, readRegistry, writeFacts, writeSnapshot } from './registry';
import type { Site } from './site';
import type { Step } from './steps';

/** Months before go-live that have a place: openings and late papers of the two years before. */
const MONTHS_BEFORE = 24;

/** Lists that tabs offer. */
function listsOf(site: Site): Readonly<Record<'villages' | 'months', readonly string[]>> {
  return {
    villages: site.settings.villages.map(villageTitle),
    months: monthList(site.settings, site.today).map(formatPeriod),
  };
}

/**
 * `Registri` first: it says whom everything belongs to. In a copy of another master it begins empty, and so do
 * all tabs that were computed there.
 */
function registryStep(site: Site, tab: Tab): Step {
  return {
    id: 'registri',
    words: 'Buku induk pemasangan',
    run: () => {
      const { master, settings } = site;
      const owner = master.has(TAB.registry) ? readRegistry(master).belongsTo : '';
      if (owner !== '' && owner !== master.id) {
        // The settings were hidden in the original, and Google keeps one tab in sight.
        master.setHidden(SETTINGS_NAME.settings, false);
        for (const one of masterTabs(CATALOGUE)) if (one.name !== TAB.registry) deleteTab(master, one.name);
        clearRegistry(master);
      }
      buildTab(master, tab, 0, { lists: { villages: [], months: [] } });
      const registry = readRegistry(master);
      if (registry.base === '') {
        const facts = { ...registry.facts, zone: settings.zone, places: settings.villages.length };
        writeFacts(master, addMonths(settings.goLive, -MONTHS_BEFORE), facts);
      }
      if (registry.belongsTo !== master.id) claimRegistry(master);
      site.forget();
    },
    holds: () => site.master.has(TAB.registry),
  };
}

function folderSteps(site: Site): readonly Step[] {
  const { master, settings } = site;
  return [
    {
      id: 'map',
      words: 'Folder semua berkas',
      run: () => {
        if (site.registry.facts.folder === '' || !folderExists(site.registry.facts.folder)) {
          const folder = ensureFolder(folderOf(master.id).id, site.passingName('map'));
          site.keep({ folder: folder.id });
        }
        renameFolder(site.registry.facts.folder, FILE_NAME.master(settings));
        moveInto(master.id, site.registry.facts.folder);
      },
      holds: () => folderExists(site.registry.facts.folder),
    },
    {
      id: 'rekap',
      words: 'Folder rekap',
      run: () => {
        site.keep({ recapFolder: ensureFolder(site.registry.facts.folder, FILE_NAME.recap).id });
      },
      holds: () => folderExists(site.registry.facts.recapFolder),
    },
    spreadsheetStep(site, 'respons', 'responses'),
  ];
}

function spreadsheetStep(site: Site, id: string, fact: 'responses' | 'personalResponses' | 'register'): Step {
  const name = FILE_NAME[fact];
  return {
    id,
    words: `Berkas ${name}`,
    run: () => {
      const { folder } = site.registry.facts;
      const made = ensureSpreadsheet(folder, name, site.passingName(id), IANA[site.settings.zone]);
      site.keep({ [fact]: made.id });
    },
    holds: () => fileExists(site.registry.facts[fact] ?? ''),
  };
}

/** `Register`: its tabs, written by the owner alone, and read by those of the office who review. */
function registerSteps(site: Site): readonly Step[] {
  const reviewers = reviewersOf(site.settings);
  const tabs = allRegisterTabs(site.catalogue);
  const id = (): string => site.registry.facts.register ?? '';
  return [
    spreadsheetStep(site, 'register', 'register'),
    {
      id: `register:tab:${String(tabs.length)}`,
      words: 'Tab Register',
      run: () => {
        const book = openBook(id(), tabs);
        tabs.forEach((tab, place) => {
          buildTab(book, tab, place, { lists: { villages: [], months: [] } });
          protectTab(book, tab, []);
        });
        removeBlankTab(
          book,
          tabs.map((tab) => tab.name),
        );
      },
      holds: () => {
        if (!fileExists(id())) return false;
        const book = openBook(id(), tabs);
        return tabs.every((tab) => book.has(tab.name));
      },
    },
    {
      id: `register:${fingerprint(reviewers.join(','))}`,
      words: 'Izin Register',
      run: () => {
        for (const address of reviewers) addViewer(id(), address);
      },
    },
  ];
}

/** A tab with room for its places: two years before go-live and the year after it. */
function withRoom(site: Site, tab: Tab): Tab {
  if (tab.layout !== 'placed') return tab;
  const { blockSize } = placingOf(site.registry);
  return { ...tab, rows: Math.max(tab.rows, blockSize * (MONTHS_BEFORE + 13)) };
}

function tabSteps(site: Site): readonly Step[] {
  const { master } = site;
  return masterTabs(site.catalogue).map((tab, place) => ({
    id: `tab:${tab.name}`,
    words: `Tab ${tab.name}`,
    run: () => {
      if (tab.name !== TAB.registry) buildTab(master, withRoom(site, tab), place, { lists: listsOf(site) });
      if (tab.layout === 'placed' && tab.name !== TAB.index) hideBeforeGoLive(site, tab);
      if (tab.protection === 'owner') protectTab(master, tab, []);
    },
    holds: () => master.has(tab.name),
  }));
}

/** Tabs that `Register` lacks: of personal types that were switched on since. None where there is no `Register`. */
export function missingRegisterSteps(site: Site): readonly Step[] {
  return (site.registry.facts.register ?? '') === ''
    ? []
    : registerSteps(site).filter((step) => step.holds?.() === false);
}

/** Steps for tabs that are declared and not there: those of report types that were switched on since. */
export function missingTabSteps(site: Site, names?: readonly string[]): readonly Step[] {
  const wanted = masterTabs(site.catalogue).map((tab) => names?.includes(tab.name) ?? true);
  return tabSteps(site).filter((step, place) => wanted[place] === true && step.holds?.() === false);
}

/** Brings tabs of these names into the shape that they are declared in now; what stands in them stays. */
export function shapeTabs(site: Site, names: readonly string[]): void {
  tabSteps(site).forEach((step, place) => {
    const tab = masterTabs(site.catalogue)[place];
    if (tab !== undefined && names.includes(tab.name)) step.run();
  });
}

function hideBeforeGoLive(site: Site, tab: Tab): void {
  const placing = placingOf(site.registry);
  const first = rowOf(placing, blockOf(placing, site.settings.goLive), 0);
  if (first > FIRST_ROW) site.master.hideRows(tab.name, FIRST_ROW, first - FIRST_ROW);
}

/**
 * The first snapshot of the settings: a row of `Keputusan` and the cell `Konteks`. Later ones are taken by the run
 * that notices a change.
 */
function settingsStep(site: Site): Step {
  return {
    id: 'pengaturan',
    words: 'Pengaturan yang berlaku',
    run: () => {
      const { master, settings, now } = site;
      if (site.registry.snapshot !== undefined) return;
      const { snapshots } = readDecided(master, settings.zone);
      const last = snapshots[snapshots.length - 1];
      const isSame = last !== undefined && JSON.stringify(last.settings) === JSON.stringify(settings);
      const snapshot = isSame ? last : { at: now, settings };
      if (!isSame) master.append(TAB.decisions, [snapshotToCells(snapshot, effectiveUser(), settings.zone)]);
      writeSnapshot(master, snapshot);
      site.forget();
    },
  };
}

/** Who reviews may edit the master and write into the open cells of the protected tabs. */
function reviewerSteps(site: Site): readonly Step[] {
  const reviewers = reviewersOf(site.settings);
  const mark = fingerprint(reviewers.join(','));
  return [
    {
      id: `peninjau:${mark}`,
      words: 'Izin peninjau',
      run: () => {
        for (const address of reviewers) addEditor(site.master, address);
      },
    },
    {
      id: `kunci:${mark}`,
      words: 'Perlindungan tab',
      run: () => {
        for (const tab of masterTabs(site.catalogue)) {
          if (tab.protection === 'reviewers') protectTab(site.master, tab, reviewers);
        }
      },
    },
  ];
}

/** Steps that make the master and the files that all villages share. */
export function masterSteps(site: Site): readonly Step[] {
  const registry = masterTabs(site.catalogue).find((tab) => tab.name === TAB.registry);
  if (registry === undefined) throw new Error('The tab Registri is not declared.');
  return [
    registryStep(site, registry),
    ...folderSteps(site),
    ...tabSteps(site),
    settingsStep(site),
    // Behind what `Beranda` needs to tell how far this has come.
    ...(site.isPersonal
      ? [spreadsheetStep(site, 'respons-pribadi', 'personalResponses'), ...registerSteps(site)]
      : []),
    ...reviewerSteps(site),
  ];
}
