import type { Patch } from '../../src/core/patch';
import type { Tab } from '../../src/core/tabs';
import { applyPatches, type Counts } from '../../src/google/apply';
import { addEditor, protectTab } from '../../src/google/protect';
import { buildTab } from '../../src/google/tabBuild';
import { openMaster } from '../../src/google/tables';

/** Entry points for tests of how tables are written. */
const whole = globalThis as unknown as Record<string, unknown>;
whole['build'] = (tabs: readonly Tab[]) => {
  const book = openMaster(tabs);
  tabs.forEach((tab, place) => {
    buildTab(book, tab, place, { lists: { villages: ['Desa Balang'], months: ['Juli 2026'] } });
  });
};
whole['apply'] = (tabs: readonly Tab[], patches: readonly Patch[], counts: Counts, interrupted: boolean) => {
  const book = openMaster(tabs);
  return applyPatches(() => book, patches, { counts, interrupted });
};
whole['read'] = (tabs: readonly Tab[], tab: string) => openMaster(tabs).readAll(tab);
whole['protect'] = (tabs: readonly Tab[], reviewers: readonly string[]) => {
  const book = openMaster(tabs);
  for (const address of reviewers) addEditor(book, address);
  for (const tab of tabs) protectTab(book, tab, reviewers);
};
