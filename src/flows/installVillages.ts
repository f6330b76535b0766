import { formatNumber, formatPeriod } from '../core/dates';
import { villageTitle } from '../core/draw/rows';
import { emptyBook } from '../core/fold';
import { matchItems } from '../core/formItems';
import { itemsOf, pageKey } from '../core/formLayout';
import { FILE_NAME, formWords, personalFormWords } from '../core/formWords';
import { addMonths } from '../core/place';
import { LEDGER_TYPE } from '../core/population';
import type { Village } from '../core/settings';
import { villageTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { drawWelcome } from '../core/notices/welcome';
import { applyPatches, type Counts } from '../google/apply';
import { ensureCopy, ensureFolder, fileExists } from '../google/files';
import { openMaker } from '../google/formMaker';
import { inspectForm } from '../google/inspect';
import { findResponseTab } from '../google/responseTab';
import { countKeyed } from '../google/keyed';
import { openForm } from '../google/responses';
import { setProperties } from '../google/properties';
import { openBook } from '../google/tables';
import { opensStatus, usesPin } from '../core/senders';
import { accessChange, changeAccess, respondersOf } from './access';
import { amendVillage } from './amendVillage';
import { drawVillage } from './drawing';
import { shareStatus } from './pins';
import { fingerprint } from './fingerprint';
import { deskFor } from './installEnd';
import { idsOf, ownEntries, partsFor } from './installTemplates';
import { jsonOf, KEY, recall } from './memory';
import type { VillageRow } from './registry';
import { itemIdOf, NO_FORM, type VillageForm } from './villageForms';
import type { Plot, Site } from './site';
import type { Step } from './steps';

/**
 * Ids of a village's steps, short since all of them stand in one property and a kecamatan may have a hundred
 * villages: Lembar, Formulir, Respons (P and Q of the form for personal data), Izin, Status, WA. `input` = what makes it another step when it changes.
 */
const idOf = (place: number, part: 'L' | 'F' | 'R' | 'P' | 'Q' | 'I' | 'S' | 'W', input = ''): string =>
  `${String(place)}${part}${input === '' ? '' : fingerprint(input).slice(0, 6)}`;

/** The village's folder and Sheet. The Sheet comes before the form, whose last words name its address. */
function sheetStep(site: Site, plot: Plot): Step {
  const { place, village } = plot;
  return {
    id: idOf(place, 'L'),
    words: `Lembar ${villageTitle(village)}`,
    run: () => {
      const { folder: parent, templates } = site.registry.facts;
      const folder = ensureFolder(parent, villageTitle(village));
      const copy = ensureCopy(templates.sheet ?? '', FILE_NAME.sheet(village), folder.id);
      const book = openBook(copy.id, villageTabs());
      const statusUrl = `${book.url}#gid=${String(book.tabId(TAB.status))}`;
      site.keepRow(plot, { folder: folder.id, sheet: copy.id, statusUrl });
    },
    holds: () => fileExists(site.row(plot).sheet),
  };
}

/** The forms of a village: their kind, name and words, and how the registry keeps what is known of them. */
function ownForm(site: Site, { place, village }: Plot, isPersonal: boolean) {
  return isPersonal
    ? {
        kind: 'personal' as const,
        ids: [idOf(place, 'P'), idOf(place, 'Q')] as const,
        name: FILE_NAME.personalForm(village),
        words: (statusUrl: string) => personalFormWords(site.settings, village, statusUrl),
        responses: () => site.registry.facts.personalResponses ?? '',
        of: (row: VillageRow): VillageForm => row.personal ?? NO_FORM,
        change: (row: VillageRow, form: Partial<VillageForm>): Partial<VillageRow> => ({
          personal: { ...NO_FORM, ...row.personal, ...form },
        }),
      }
    : {
        kind: village.kind,
        ids: [idOf(place, 'F'), idOf(place, 'R')] as const,
        name: FILE_NAME.form(village),
        words: (statusUrl: string) => formWords(site.settings, village, site.catalogue, statusUrl),
        responses: () => site.registry.facts.responses,
        of: (row: VillageRow): VillageForm => row,
        change: (_row: VillageRow, form: Partial<VillageForm>): Partial<VillageRow> => form,
      };
}

/** A form of the village: a copy of the template, with its own words; its items and numbers are read from it. */
function formStep(site: Site, plot: Plot, isPersonal: boolean): Step {
  const own = ownForm(site, plot, isPersonal);
  return {
    id: own.ids[0],
    words: own.name,
    run: () => {
      const { facts } = site.registry;
      const row = site.row(plot);
      const copy = ensureCopy(facts.templates[own.kind] ?? '', own.name, row.folder);
      const maker = openMaker(copy.id);
      maker.setFace(own.words(row.statusUrl));
      const proof = maker.collectAddresses();
      const layout = itemsOf(partsFor(site, own.kind));
      const matched = matchItems(layout, maker.items());
      const known = facts.entries[own.kind] ?? {};
      const entries = ownEntries(maker, layout, idsOf(matched, own.name), known);
      const form = { form: copy.id, formUrl: maker.publishedUrl, items: matched.items, entries, proof };
      site.keepRow(plot, own.change(row, form));
    },
    holds: () => fileExists(own.of(site.row(plot)).form),
  };
}

/** Answers go to `Respons` or `Respons Pribadi`; then the form is opened. */
function linkStep(site: Site, plot: Plot, isPersonal: boolean): Step {
  const { village } = plot;
  const own = ownForm(site, plot, isPersonal);
  return {
    id: own.ids[1],
    words: `Sambungan ${own.name}`,
    run: () => {
      const row = site.row(plot);
      const { form, formUrl } = own.of(row);
      const maker = openMaker(form);
      maker.linkTo(own.responses());
      maker.openUp();
      const others = site.registry.villages.filter((one) => one.code !== village.code);
      const tab = findResponseTab(
        own.responses(),
        { id: form, publishedUrl: formUrl },
        others.map((one) => own.of(one).responsesTab),
        villageTitle(village),
      );
      if (tab === undefined) return 'later';
      site.keepRow(plot, own.change(row, { responsesTab: tab }));
      return undefined;
    },
    holds: () => {
      const { form, responsesTab } = own.of(site.row(plot));
      return responsesTab !== 0 && takesAnswers(form, own.responses());
    },
  };
}

/** Whether a form is open and hands its answers on: a person may have closed or unlinked it since. */
function takesAnswers(form: string, responses: string): boolean {
  const state = inspectForm(form);
  return !('failure' in state) && state.published && state.accepting && state.destination === responses;
}

/** Who may answer and read; done again when the lists change, and when senders begin to prove themselves by PIN. */
function accessStep(site: Site, plot: Plot): Step {
  const { place, village } = plot;
  const { settings } = site;
  const who = respondersOf(settings, village.code, site.today);
  const byPin = usesPin(settings, village.code);
  const isShared = opensStatus(settings, village.code);
  return {
    id: idOf(
      place,
      'I',
      who.join(',') + (site.isPersonal ? '+' : '') + (byPin ? 'pin' : isShared ? 'terbuka' : ''),
    ),
    words: `Izin ${villageTitle(village)}`,
    run: () => {
      const change = accessChange(undefined, settings, village.code, site.today);
      const refused = changeAccess(site.row(plot), change);
      const shared = shareStatus(site.row(plot), settings, undefined);
      site.keepRow(plot, { toDos: [...refused, ...(shared === undefined ? [] : [shared])] });
      if (byPin) site.keepRow(plot, amendVillage(deskFor(site), site.row(plot), false));
    },
  };
}

/** The village's first status page, and the opening that its form names; what is drawn already stays. */
function firstPageStep(site: Site, plot: Plot): Step {
  const { place, village } = plot;
  return {
    id: idOf(place, 'S'),
    words: `Halaman status ${villageTitle(village)}`,
    run: () => {
      const row = site.row(plot);
      const book = openBook(row.sheet, villageTabs());
      // A village that has sent something has a page that says so.
      if (countKeyed(book, TAB.ownReports).rows === 0) {
        const { context } = deskFor(site);
        const patches = drawVillage(context, emptyBook(village.code));
        applyPatches(() => book, patches, { counts: {}, interrupted: true });
      }
      const item = itemIdOf(row, pageKey(LEDGER_TYPE));
      const text = openingHelp(site, village);
      if (item !== undefined && text !== undefined) openForm(row.form).setHelp(item, text);
    },
  };
}

/** The village's links as a text for WhatsApp; written anew when its operators change. */
function welcomeStep(site: Site, plot: Plot): Step {
  const { place, village } = plot;
  const operators = site.settings.operators.filter((one) => one.village === village.code);
  return {
    id: idOf(place, 'W', JSON.stringify(operators)),
    words: `Pesan pertama untuk ${villageTitle(village)}`,
    run: () => {
      const { context } = deskFor(site);
      const counts = jsonOf<Counts>(recall(), KEY.counts, {});
      const patches = drawWelcome(context, village.code);
      const after = applyPatches(() => site.master, patches, { counts, interrupted: true });
      setProperties({ [KEY.counts]: JSON.stringify(after) });
    },
  };
}

/** Text of the population section with the opening that the settings know; undefined where they know none. */
function openingHelp(site: Site, village: Village): string | undefined {
  const openings = site.settings.openings.filter((one) => one.village === village.code);
  const newest = [...openings].sort((a, b) => (a.period < b.period ? 1 : -1))[0];
  const type = site.catalogue.find((one) => one.id === LEDGER_TYPE);
  if (newest === undefined || type === undefined) return undefined;
  const male = formatNumber(newest.citizensMale + newest.foreignersMale);
  const female = formatNumber(newest.citizensFemale + newest.foreignersFemale);
  const start = formatPeriod(addMonths(newest.period, 1));
  return `${type.introduction}\nAwal ${start}: ${male} L, ${female} P, ${formatNumber(newest.households)} KK.`;
}

/** Steps of all villages, a village after the other: what is ready can be used while the rest is built. */
export function villageSteps(site: Site): readonly Step[] {
  return site.plots.flatMap((plot) => [
    sheetStep(site, plot),
    ...(site.isPersonal ? [false, true] : [false]).flatMap((isPersonal) => [
      formStep(site, plot, isPersonal),
      linkStep(site, plot, isPersonal),
    ]),
    accessStep(site, plot),
    firstPageStep(site, plot),
    welcomeStep(site, plot),
  ]);
}
