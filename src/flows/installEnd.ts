import { emptyBook } from '../core/fold';
import { drawHome } from '../core/draw/home';
import { collectedPeriod } from '../core/due';
import { masterTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { applyPatches } from '../google/apply';
import { setProperties } from '../google/properties';
import { removeFirstEmptyTab } from '../google/responseTab';
import { removeBlankTab, showFirst } from '../google/tabBuild';
import { ensureTriggers, listTriggers, type TriggerSpec } from '../google/triggers';
import { deskOf, type Desk } from './desk';
import { drawPage, MONTH_PAGE_NAMES, shownFor } from './drawing';
import { HANDLER } from './handlers';
import { factsOf } from './home';
import { KEY, recall, textOf } from './memory';
import { hideSettings, offerTabs } from './openTabs';
import { settingsTabs } from './settingsDesk';
import type { Site } from './site';
import type { Step } from './steps';

/** What a run would have open, with the settings that are being installed. */
export function deskFor(site: Site): Desk {
  return deskOf(site.master, site.registry, { at: site.now, settings: site.settings }, site.now);
}

/** `Beranda` while set-up is under way, so that it tells how far it is even with the dialog closed. */
export function drawSetUpHome(site: Site, done: number, total: number, words: string): void {
  const { context } = deskFor(site);
  const period = collectedPeriod(site.settings, site.today);
  const facts = { setUp: { done, of: total, now: words }, waiting: 0, toDos: [] };
  const patches = drawHome(context, period, [], facts);
  applyPatches(() => site.master, patches, { counts: {}, interrupted: false });
}

/** The pages of the month as they look before the first report; once there is one, nothing. */
function firstPages(site: Site): void {
  if (site.master.lastRow(TAB.index) > 1) return;
  const desk = deskFor(site);
  const period = collectedPeriod(site.settings, site.today);
  const months = desk.context.places.map((village) => {
    const { head } = emptyBook(village);
    return { village: head.village, period, reports: {}, unlocks: [] };
  });
  const tabs = masterTabs(site.catalogue).map((tab) => tab.name);
  const patches = [
    ...MONTH_PAGE_NAMES.filter((tab) => tabs.includes(tab)).flatMap((tab) =>
      drawPage(desk.context, tab, shownFor(site.settings, tab, period), months),
    ),
    ...drawHome(desk.context, period, months, factsOf(desk, recall())),
  ];
  applyPatches(() => site.master, patches, { counts: {}, interrupted: false });
}

/** The triggers that stay: an answer, a hand's edit in the master, the clock. `personal` = `Respons Pribadi`, '' = none. */
export function standingTriggers(
  master: string,
  responses: string,
  personal: string,
): readonly TriggerSpec[] {
  return [
    { handler: HANDLER.submit, on: 'submit', spreadsheetId: responses },
    ...(personal === ''
      ? []
      : [{ handler: HANDLER.personalSubmit, on: 'submit' as const, spreadsheetId: personal }]),
    { handler: HANDLER.edit, on: 'edit', spreadsheetId: master },
    { handler: HANDLER.hour, on: 'hours', every: 1 },
  ];
}

function triggersOf({ master, registry, isPersonal }: Site): readonly TriggerSpec[] {
  const { responses, personalResponses = '' } = registry.facts;
  return standingTriggers(master.id, responses, isPersonal ? personalResponses : '');
}

/**
 * Last steps: what makes the rest run by itself. Those that depend on the reports about persons are other steps with
 * them, since they have to be done again when the office switches these on later.
 */
export function endSteps(site: Site): readonly Step[] {
  const withPersons = site.isPersonal ? ':pribadi' : '';
  return [
    {
      id: `rapi${withPersons}`,
      words: 'Merapikan tab',
      run: () => {
        const own = [...masterTabs(site.catalogue), ...settingsTabs()].map((tab) => tab.name);
        removeBlankTab(site.master, own);
        removeFirstEmptyTab(site.registry.facts.responses);
        if (site.isPersonal) removeFirstEmptyTab(site.registry.facts.personalResponses ?? '');
        showFirst(site.master, TAB.home);
        offerTabs(site.master);
        // Once: who shows them again keeps them.
        if (textOf(recall(), KEY.master) === '') hideSettings(site.master);
        setProperties({ [KEY.master]: site.master.id, [KEY.programme]: site.settings.programme });
      },
    },
    {
      id: 'awal',
      words: 'Halaman bulan ini',
      run: () => {
        firstPages(site);
      },
    },
    {
      id: `pemicu${withPersons}`,
      words: 'Pemicu otomatis',
      run: () => {
        ensureTriggers(triggersOf(site));
      },
      holds: () => {
        const have = listTriggers().map((trigger) => trigger.handler);
        return triggersOf(site).every((one) => have.includes(one.handler));
      },
    },
  ];
}
