import { formatNumber, formatPeriod } from '../core/dates';
import { monthList } from '../core/due';
import type { SenderProof } from '../core/book';
import { formChanges, isAsWanted, movesFor, type FormChanges, type StandingItem } from '../core/formChanges';
import { hasOption } from '../core/aids';
import { answerKey, HEAD } from '../core/head';
import { probesFor, titleOf as titleOfItem } from '../core/formItems';
import { itemsOf, type FormItem, type ParkedQuestion } from '../core/formLayout';
import { formWords, personalFormWords, templateWords } from '../core/formWords';
import { personalTypes } from '../core/persons';
import type { EntryMap } from '../core/prefill';
import { usesPin } from '../core/senders';
import type { SenderMode, Village, VillageCode } from '../core/settings';
import { kindOf, ofBothKinds } from '../core/villageKind';
import { isOpenToAll, setOpenToAll } from '../google/linkAccess';
import { openMaker, type FormFace, type FormMaker } from '../google/formMaker';
import type { Desk } from './desk';
import { formParts, type PinPlace } from './formParts';
import type { FormKind, VillageRow } from './registry';
import { GONE, keyOf, type ItemMap } from './villageForms';
import { CATALOGUE } from '../reports/index';

/** A form that is compared with what it should be. */
export interface Compared {
  readonly id: string;
  readonly maker: FormMaker;
  readonly layout: readonly FormItem[];
  readonly changes: FormChanges;
  /** Words around the questions that differ from those of today's settings; undefined = none. */
  readonly face: FormFace | undefined;
  /** Questions whose numbers in links are not known. */
  readonly unnumbered: readonly FormItem[];
  /** Items that an interrupted change has left unrecorded, perhaps without their rule. */
  readonly unrecorded: readonly FormItem[];
  /** How its senders have to be known, where the form does it otherwise still. */
  readonly senders: SenderMode | undefined;
}

/** A form of a village or a template, as it should be. */
interface Wanted {
  readonly id: string;
  readonly kind: FormKind;
  /** Of the village that answers it; left out: as the kind of form says. */
  readonly village?: Village['kind'];
  readonly face: FormFace;
  /** Undefined: a template, which nobody answers. */
  readonly senders?: SenderMode;
}

function layoutOf(
  desk: Desk,
  { kind, village }: Wanted,
  pin: PinPlace,
  left: readonly ParkedQuestion[],
): readonly FormItem[] {
  const months = monthList(desk.settings, desk.context.today).map(formatPeriod);
  return itemsOf(formParts(desk.context.catalogue, months, kind, pin, left, village));
}

/** Where the question of the PIN belongs: one that has answers is never deleted, it leaves for where nobody comes. */
function pinPlace({ senders }: Wanted, standing: readonly StandingItem[], known: ItemMap): PinPlace {
  if (senders === 'pin') return 'asked';
  return standing.some((item) => keyOf(known, item.id) === HEAD.pin) ? 'parked' : 'none';
}

/** Questions that the office has not asked any more and that stand in the form: they leave for the page that nobody reaches. */
function leftOver(
  { settings }: Desk,
  standing: readonly StandingItem[],
  known: ItemMap,
): readonly ParkedQuestion[] {
  return CATALOGUE.flatMap((type) =>
    type.questions.flatMap((question) => {
      if (hasOption(settings, question.option)) return [];
      const key = answerKey(type.id, question.id);
      const isIt = ({ id, title }: StandingItem): boolean =>
        known[id] === undefined ? title === question.label : keyOf(known, id) === key;
      return standing.some(isIt) ? [{ key, question }] : [];
    }),
  );
}

/** Whether the form knows its senders otherwise than it should. Up to two calls. */
function knowsOtherwise(maker: FormMaker, { id, senders }: Wanted, pin: PinPlace): boolean {
  if (senders === undefined) return false;
  if (maker.collectsEmail() !== (senders === 'account')) return true;
  // Only a form that had a PIN was ever opened to all.
  return pin !== 'none' && isOpenToAll(id, 'answer') === (senders === 'account');
}

/** Opens a form and compares it. Two calls. Throws Google's own words where it cannot be opened. */
function compare(desk: Desk, form: Wanted, entries: EntryMap, known?: ItemMap): Compared {
  const maker = openMaker(form.id);
  const standing = maker.standing();
  const pin = pinPlace(form, standing, known ?? {});
  const layout = layoutOf(desk, form, pin, leftOver(desk, standing, known ?? {}));
  const { title, description, confirmation } = maker.face;
  const isSame = JSON.stringify({ title, description, confirmation }) === JSON.stringify(form.face);
  const changes = formChanges(layout, standing, known ?? {});
  // An item that the registry does not have yet has a number of its own, whatever number its key had before.
  const isNew = ({ key }: FormItem): boolean => known !== undefined && known[changes.ids[key] ?? ''] !== key;
  return {
    id: form.id,
    maker,
    layout,
    changes,
    face: isSame ? undefined : form.face,
    unnumbered: layout.filter(
      (item) => item.item === 'question' && (entries[item.key] === undefined || isNew(item)),
    ),
    unrecorded: known === undefined ? [] : changes.unknown,
    senders: knowsOtherwise(maker, form, pin) ? form.senders : undefined,
  };
}

/** A village's form, compared. */
export function compareVillage(desk: Desk, row: VillageRow): Compared {
  const village = desk.settings.villages.find((one) => one.code === row.code);
  if (village === undefined) throw new Error(`The settings have no village ${row.code}.`);
  const face = faceOf(formWords(desk.settings, village, desk.context.catalogue, row.statusUrl));
  const form = { id: row.form, kind: village.kind, face, senders: modeOf(desk, row) };
  return compare(desk, form, entriesOf(desk, row), row.items);
}

/** Numbers of the questions in the links of a village's form for personal data. */
export function personalEntriesOf(desk: Desk, row: VillageRow): EntryMap {
  return row.personal?.entries ?? desk.registry.facts.entries.personal ?? {};
}

/** A village's form for personal data, compared; undefined where it has none. */
export function comparePersonal(desk: Desk, row: VillageRow): Compared | undefined {
  const village = desk.settings.villages.find((one) => one.code === row.code);
  const { form = '', items = {} } = row.personal ?? {};
  if (village === undefined || form === '' || personalTypes(desk.context.catalogue).length === 0)
    return undefined;
  const face = faceOf(personalFormWords(desk.settings, village, row.statusUrl));
  const kind = { kind: 'personal', village: village.kind } as const;
  const wanted = { ...kind, id: form, face, senders: modeOf(desk, row) };
  return compare(desk, wanted, personalEntriesOf(desk, row), items);
}

/** A template, compared: its questions are known by their titles alone. */
export function compareTemplate(desk: Desk, kind: FormKind): Compared {
  const { templates, entries } = desk.registry.facts;
  const face = faceOf(templateWords(desk.settings, kind));
  return compare(desk, { id: templates[kind] ?? '', kind, face }, entries[kind] ?? {});
}

/** Kinds of village that have a template. */
export const templateKinds = (desk: Desk): readonly FormKind[] =>
  (['desa', 'kelurahan', 'personal'] as const).filter(
    (kind) => desk.registry.facts.templates[kind] !== undefined,
  );

const modeOf = (desk: Desk, row: VillageRow): SenderMode =>
  usesPin(desk.settings, row.code) ? 'pin' : 'account';

const faceOf = ({ title, description, confirmation }: FormFace): FormFace => ({
  title,
  description,
  confirmation,
});

/** Numbers of the questions in a village's links. */
export function entriesOf(desk: Desk, row: VillageRow): EntryMap {
  return row.entries ?? desk.registry.facts.entries[kindOf(row.code)] ?? {};
}

/** Whether there is nothing to do. */
export function isUpToDate({ changes, face, unnumbered, unrecorded, senders }: Compared): boolean {
  const isKnown = unnumbered.length === 0 && unrecorded.length === 0;
  return isAsWanted(changes) && face === undefined && isKnown && senders === undefined;
}

/**
 * Makes the form what it should be. Whatever an interruption leaves, comparing it again finds what is still to be
 * done: what was added is known by its title, or by having none yet. Gives the ids of the items by key and the numbers that were unknown.
 */
export function amendForm(compared: Compared, rules: boolean): Amended {
  const { maker, layout, changes, face, unnumbered, id, senders } = compared;
  if (senders === 'account') setOpenToAll(id, 'answer', false);
  if (face !== undefined) maker.setFace(face);
  for (const { id, item, aspects } of changes.set) maker.amend(id, item, aspects);
  const ids: Record<string, string> = { ...changes.ids };
  for (const item of changes.add) ids[item.key] = maker.add(item);
  if (changes.add.length + changes.moves > 0) arrange(maker, layout, ids);
  if (changes.navigation || changes.add.length > 0) maker.navigate(layout, ids);
  restoreRules(maker, rules ? layout : compared.unrecorded, ids);
  const entries = unnumbered.length === 0 ? {} : maker.entries(probesFor(unnumbered), ids);
  return { ids, entries, ...knowSenders(compared) };
}

/** What came of putting a form right. */
interface Amended {
  readonly ids: Readonly<Record<string, string>>;
  readonly entries: EntryMap;
  /** What its addresses prove from now on, where that has changed. */
  readonly proof?: SenderProof;
}

/** The address goes last, since it is what tells an interrupted change; until then whoever could answer before still can. */
function knowSenders({ maker, id, senders }: Compared): Pick<Amended, 'proof'> {
  if (senders === undefined) return {};
  if (senders === 'account') return { proof: maker.collectAddresses() };
  setOpenToAll(id, 'answer', true);
  maker.collectNothing();
  return { proof: 'typed' };
}

function arrange(maker: FormMaker, layout: readonly FormItem[], ids: Readonly<Record<string, string>>): void {
  const wanted = layout.flatMap((item) => ids[item.key] ?? []);
  const standing = maker.items().map((item) => item.id);
  for (const { from, to } of movesFor(wanted, standing)) maker.move(from, to);
}

function restoreRules(
  maker: FormMaker,
  layout: readonly FormItem[],
  ids: Readonly<Record<string, string>>,
): void {
  for (const item of layout) {
    const id = ids[item.key];
    if (item.item === 'question' && id !== undefined) maker.setRule(id, item);
  }
}

/** Item ids → keys after an update: those of items that are gone stay known by a mark, for answers given to them. */
export function itemsAfter(known: ItemMap, ids: Readonly<Record<string, string>>): ItemMap {
  const standing = Object.fromEntries(Object.entries(ids).map(([key, id]) => [id, key]));
  const old = Object.entries(known).map(([id, key]) => {
    const isReplaced = ids[key] !== undefined && ids[key] !== id;
    return [id, isReplaced ? `${GONE}${key}` : key];
  });
  return { ...(Object.fromEntries(old) as ItemMap), ...standing };
}

const some = (count: number, words: string): string => (count === 0 ? '' : `${formatNumber(count)} ${words}`);

/** Titles that are named one by one. */
const NAMED = 3;

function named(items: readonly FormItem[]): string {
  const titles = items.slice(0, NAMED).map((item) => `“${titleOfItem(item)}”`);
  const more = items.length - titles.length;
  return `${titles.join(', ')}${more > 0 ? `, dan ${formatNumber(more)} lain` : ''}`;
}

/** What will be done with a form, in words; '' = nothing. */
export function changeWords({ changes, face, unnumbered, senders }: Compared): string {
  const { add, set, moves, navigation } = changes;
  const titled = set.filter((one) => one.aspects.includes('title'));
  const ofOtherKind = titled.filter((one) => ofBothKinds(one.was) === ofBothKinds(titleOfItem(one.item)));
  const renamed = titled.filter((one) => !ofOtherKind.includes(one)).map((one) => one.item);
  const others = set.length - titled.length;
  return [
    add.length === 0 ? '' : `tambah ${formatNumber(add.length)} butir: ${named(add)}`,
    renamed.length === 0 ? '' : `kembalikan judul ${named(renamed)}`,
    ofOtherKind.length === 0
      ? ''
      : `sebut desa atau kelurahan di judul ${named(ofOtherKind.map((one) => one.item))}`,
    some(others, 'pertanyaan disesuaikan (keterangan, wajib isi, atau pilihan)'),
    some(moves, 'butir dikembalikan ke tempatnya'),
    navigation && add.length === 0 ? 'urutan halaman dibetulkan' : '',
    senders === 'pin' ? 'email tidak lagi dikumpulkan, dibuka bagi siapa pun yang punya link' : '',
    senders === 'account' ? 'email dikumpulkan lagi, hanya akun terdaftar yang dapat mengisi' : '',
    face === undefined ? '' : 'judul dan keterangan formulir disesuaikan',
    add.length === 0 && unnumbered.length > 0 ? 'nomor isian link dibaca lagi' : '',
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Villages whose form needs the same, together: `Desa Balang, Desa Layap: tambah …`. */
export function groupedLines(
  lines: readonly { readonly village: VillageCode; readonly title: string; readonly words: string }[],
): readonly string[] {
  const all = [...new Set(lines.map((one) => one.words))].filter((words) => words !== '');
  return all.map((words) => {
    const titles = lines.filter((one) => one.words === words).map((one) => one.title);
    const who = titles.length > NAMED ? `${formatNumber(titles.length)} formulir` : titles.join(', ');
    return `${who}: ${words}.`;
  });
}
