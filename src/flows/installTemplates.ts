import { formatPeriod } from '../core/dates';
import { monthList } from '../core/due';
import { formChanges } from '../core/formChanges';
import { checkProbe, matchItems, probesFor, type MatchedItems } from '../core/formItems';
import { itemsOf, type FormItem, type FormPart } from '../core/formLayout';
import { FILE_NAME, templateWords } from '../core/formWords';
import type { EntryMap } from '../core/prefill';
import { IANA } from '../core/regions';
import { villageNightTabs } from '../core/draw/yearlyTab';
import { villageTabs } from '../core/tabs';
import { ensureCopy, ensureMade, ensureSpreadsheet, fileExists } from '../google/files';
import { createForm, openMaker, type FormMaker } from '../google/formMaker';
import { buildTab, removeBlankTab } from '../google/tabBuild';
import { openBook } from '../google/tables';
import { formParts } from './formParts';
import type { FormKind } from './registry';
import type { Site } from './site';
import type { Step } from './steps';

/** The parts of a form for villages of that kind, with the months of today. */
export function partsFor(site: Site, kind: FormKind): readonly FormPart[] {
  const months = monthList(site.settings, site.today).map(formatPeriod);
  return formParts(site.catalogue, months, kind);
}

/** Item id by key, of a form that has all items of the layout; throws, naming what is missing. */
export function idsOf(matched: MatchedItems, form: string): Readonly<Record<string, string>> {
  if (matched.missing.length > 0) {
    throw new Error(`The form ${form} lacks the items ${matched.missing.join(', ')}.`);
  }
  return Object.fromEntries(Object.entries(matched.items).map(([id, key]) => [key, id]));
}

/** The template's numbers where a copy has the same (one call), else the copy's own; undefined = the same. */
export function ownEntries(
  maker: FormMaker,
  layout: readonly FormItem[],
  ids: Readonly<Record<string, string>>,
  known: EntryMap,
): EntryMap | undefined {
  const probes = checkProbe(layout);
  const asked = maker.entries([probes], ids);
  if (probes.every((probe) => asked[probe.key] === known[probe.key])) return undefined;
  return maker.entries(probesFor(layout), ids);
}

function template(site: Site, kind: FormKind): FormMaker {
  return openMaker(site.registry.facts.templates[kind] ?? '');
}

/** Where a script may not choose it, one click on the template makes all copies ask for verified addresses. */
const oneClick = (name: string): string =>
  `Satu langkah perlu dilakukan dengan tangan: buka ${name}, pilih Setelan → Respons → ` +
  'Kumpulkan alamat email → Diverifikasi. Sesudah itu jalankan Pasang lagi; yang sudah dibuat tetap ada.';

/** A template, a part of the form a step. */
function builtSteps(site: Site, kind: 'desa' | 'personal', id: string): readonly Step[] {
  const parts = partsFor(site, kind);
  const name = FILE_NAME.template(kind);
  const holds = (): boolean => fileExists(site.registry.facts.templates[kind] ?? '');
  return [
    {
      id,
      words: name,
      run: () => {
        const { folder, templates } = site.registry.facts;
        const made = ensureMade(
          folder,
          name,
          site.passingName(kind === 'desa' ? 'formulir' : 'formulir-pribadi'),
          createForm,
        );
        site.keep({ templates: { ...templates, [kind]: made.id } });
        const maker = openMaker(made.id);
        maker.setFace(templateWords(site.settings, kind));
        site.keep({ proof: maker.setHabits() });
      },
      holds,
    },
    ...parts.map((part, at) => ({
      id: `${id}:${part.id}`,
      words: `${name}: bagian ${String(at + 1)} dari ${String(parts.length)}`,
      run: () => {
        template(site, kind).build(itemsOf(parts.slice(0, at)).length, part.items);
      },
      holds,
    })),
    {
      id: `${id}:alamat`,
      words: `${name}: alamat pengirim`,
      run: () => {
        // Clicked by hand since the template was made.
        if (site.registry.facts.proof !== 'verified') site.keep({ proof: template(site, kind).proof() });
        return site.registry.facts.proof === 'verified' ? undefined : { stop: oneClick(name) };
      },
    },
    {
      id: `${id}:jalan`,
      words: `${name}: urutan halaman`,
      run: () => {
        const layout = itemsOf(parts);
        const maker = template(site, kind);
        maker.navigate(layout, idsOf(matchItems(layout, maker.items()), name));
      },
      holds,
    },
    {
      id: `${id}:nomor`,
      words: `${name}: nomor isian`,
      run: () => {
        const layout = itemsOf(parts);
        const maker = template(site, kind);
        const ids = idsOf(matchItems(layout, maker.items()), name);
        const { entries } = site.registry.facts;
        site.keep({ entries: { ...entries, [kind]: maker.entries(probesFor(layout), ids) } });
      },
      holds,
    },
  ];
}

/** The template for kelurahan: a copy without what only desa are asked, in the words of a kelurahan. */
function kelurahanStep(site: Site): Step {
  const name = FILE_NAME.template('kelurahan');
  return {
    id: 'templat:kelurahan',
    words: name,
    run: () => {
      const { folder, templates, entries } = site.registry.facts;
      const made = ensureCopy(templates.desa ?? '', name, folder);
      const maker = openMaker(made.id);
      const wanted = itemsOf(partsFor(site, 'kelurahan'));
      const all = matchItems(itemsOf(partsFor(site, 'desa')), maker.items()).items;
      for (const [id, key] of Object.entries(all)) {
        if (!wanted.some((item) => item.key === key)) maker.deleteItem(id);
      }
      maker.setFace(templateWords(site.settings, 'kelurahan'));
      for (const { id, item, aspects } of formChanges(wanted, maker.standing(), all).set)
        maker.amend(id, item, aspects);
      const ids = idsOf(matchItems(wanted, maker.items()), name);
      const own = ownEntries(maker, wanted, ids, entries.desa ?? {});
      site.keep({
        templates: { ...templates, kelurahan: made.id },
        entries: { ...entries, kelurahan: own ?? entries.desa ?? {} },
      });
    },
    holds: () => fileExists(site.registry.facts.templates.kelurahan ?? ''),
  };
}

/** The Sheet that every village gets a copy of. */
function sheetStep(site: Site): Step {
  return {
    id: 'templat:lembar',
    words: FILE_NAME.sheetTemplate,
    run: () => {
      const { folder, templates } = site.registry.facts;
      const zone = IANA[site.settings.zone];
      const made = ensureSpreadsheet(folder, FILE_NAME.sheetTemplate, site.passingName('lembar'), zone);
      const tabs = [...villageTabs(), ...villageNightTabs(site.catalogue)];
      const book = openBook(made.id, tabs);
      tabs.forEach((tab, place) => {
        buildTab(book, tab, place, { lists: { villages: [], months: [] } });
      });
      removeBlankTab(
        book,
        tabs.map((tab) => tab.name),
      );
      site.keep({ templates: { ...templates, sheet: made.id } });
    },
    holds: () => fileExists(site.registry.facts.templates.sheet ?? ''),
  };
}

/** Steps that make what the villages' files are copied from. */
export function templateSteps(site: Site): readonly Step[] {
  const hasKelurahan = site.settings.villages.some((village) => village.kind === 'kelurahan');
  return [
    ...builtSteps(site, 'desa', 'templat'),
    ...(hasKelurahan ? [kelurahanStep(site)] : []),
    ...(site.isPersonal ? builtSteps(site, 'personal', 'pribadi') : []),
    sheetStep(site),
  ];
}
