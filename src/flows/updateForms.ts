import { formatNumber } from '../core/dates';
import { titleOf, villageTitle } from '../core/draw/rows';
import { HEAD } from '../core/head';
import { personalTypes } from '../core/persons';
import { now } from '../google/clock';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { amendVillage } from './amendVillage';
import {
  amendForm,
  changeWords,
  compareTemplate,
  comparePersonal,
  compareVillage,
  groupedLines,
  isUpToDate,
  templateKinds,
  type Compared,
} from './formUpdate';
import { HANDLER } from './handlers';
import { offerTabs } from './openTabs';
import { drawChores, type Chores } from './home';
import { masterTabs } from '../core/tabs';
import { missingRegisterSteps, missingTabSteps, shapeTabs } from './installMaster';
import { forgetQuestions } from './health';
import { jsonOf, KEY, remember, type Memory } from './memory';
import { readRegistry, writeFacts, writeVillage, type FormKind } from './registry';
import { Run } from './run';
import { Site } from './site';
import { logCells } from './words';

/** How far *Perbarui formulir* has come; kept between its slices. */
interface UpdateState {
  /** Forms that are done, templates first. */
  readonly place: number;
  /** Set the rules of all questions anew, since nobody can see whether one was taken out. */
  readonly rules: boolean;
  readonly changed: number;
  /** Place whose forms are counted as changed already, though they may not be done. */
  readonly counted?: number;
}

/** Brings the forms of one place to what they should be; says before it changes anything how many it will. */
type Work = (rules: boolean, beforehand: (changed: number) => void) => void;

/** A slice ends before this, so that it fits behind other work of the same execution. */
const SLICE = 3.5 * 60_000;

/** Forms that are looked at before somebody decides: a dialog has to open within seconds. */
const LOOKED_AT_MS = 20_000;

export function isUpdatingForms(memory: Memory): boolean {
  return stateOf(memory) !== undefined;
}

const stateOf = (memory: Memory): UpdateState | undefined =>
  jsonOf<UpdateState | undefined>(memory, KEY.forms, undefined);

/** What the command would do, a line for forms that need the same. Opens as many forms as half a minute allows. */
export function previewUpdate(desk: Desk): readonly string[] {
  const until = now() + LOOKED_AT_MS;
  const rows = desk.registry.villages.filter((row) => row.form !== '');
  const looked = rows.filter((_row, at) => at === 0 || now() < until);
  const lines = looked.flatMap((row) => {
    const title = titleOf(desk.context, row.code);
    return [
      { village: row.code, title, words: wordsFor(() => compareVillage(desk, row)) },
      {
        village: row.code,
        title: `${title} (data pribadi)`,
        words: wordsFor(() => comparePersonal(desk, row)),
      },
    ];
  });
  const more = rows.length - looked.length;
  return [
    ...groupedLines(lines),
    ...(more > 0 ? [`${formatNumber(more)} formulir lain belum dilihat.`] : []),
  ];
}

function wordsFor(compare: () => Compared | undefined): string {
  try {
    const compared = compare();
    return compared === undefined ? '' : changeWords(compared);
  } catch {
    return 'formulir tidak dapat dibuka; periksa tempat sampah Drive, lalu jalankan Pasang';
  }
}

/** *Perbarui formulir*: begins, or goes on where it was interrupted; the lock is held. */
export function startUpdate(desk: Desk, memory: Memory, rules: boolean): CommandResult {
  // An order that was interrupted still has its tick and comes again: it goes on where it was.
  if (stateOf(memory)?.rules !== rules) keep(memory, { place: 0, rules, changed: 0 });
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  return continueUpdate(desk, memory);
}

const keep = (memory: Memory, state: UpdateState | undefined): void => {
  remember(memory, { [KEY.forms]: state === undefined ? '' : JSON.stringify(state) });
};

/** The next forms, one after the other, until all are done or the time is over; the lock is held. */
export function continueUpdate(desk: Desk, memory: Memory): CommandResult {
  const until = now() + SLICE;
  buildMissingTabs(desk);
  offerTabs(desk.master);
  const works = worksOf(desk);
  let state = stateOf(memory);
  for (let first = true; state !== undefined && state.place < works.length; first = false) {
    if (!first && now() > until) return underway(state, works.length);
    state = workOn(memory, state, works[state.place]);
  }
  return finish(desk, memory, state?.changed ?? 0);
}

/** One place done, and kept before and after, so that an interruption neither loses nor doubles what it changed. */
function workOn(memory: Memory, before: UpdateState, work: Work | undefined): UpdateState {
  const { place, rules } = before;
  let state = before;
  work?.(rules, (changed) => {
    if (changed === 0 || state.counted === place) return;
    state = { ...state, changed: state.changed + changed, counted: place };
    keep(memory, state);
  });
  state = { ...state, place: place + 1 };
  keep(memory, state);
  return state;
}

/** Tabs of report types that were switched on since, or those of these names alone; what is there stays. */
export function buildMissingTabs(
  { master, settings, context, now: at }: Desk,
  names?: readonly string[],
): void {
  const site = new Site(master, settings, context.catalogue, at, context.today);
  for (const step of missingTabSteps(site, names)) step.run();
  if (names === undefined) for (const step of missingRegisterSteps(site)) step.run();
}

/** Tabs whose columns are others with the reports that are in use now, and those whose lists name the villages. */
export function reshapeTabs(before: Desk, { master, settings, context, now: at }: Desk): void {
  const columns = (one: Desk['context']): Record<string, string> => {
    const titles = one.settings.villages.map(villageTitle);
    return Object.fromEntries(
      masterTabs(one.catalogue).map(({ name, columns: all }) => [
        name,
        JSON.stringify([all, all.some(({ list }) => list === 'villages') ? titles : '']),
      ]),
    );
  };
  const widths = Object.fromEntries(
    masterTabs(before.context.catalogue).map((tab) => [tab.name, tab.columns.length]),
  );
  const [was, is] = [columns(before.context), columns(context)];
  const names = Object.keys(is).filter((name) => was[name] !== undefined && was[name] !== is[name]);
  for (const { name, layout, columns: left } of masterTabs(context.catalogue)) {
    // Answers that are not asked any more stand in the forms; a row that is drawn anew would leave them beside it.
    const isNarrower = left.length < (widths[name] ?? 0);
    if (layout === 'placed' && isNarrower) master.narrow(name, left.length);
  }
  if (names.length > 0) shapeTabs(new Site(master, settings, context.catalogue, at, context.today), names);
}

const underway = ({ place }: UpdateState, of: number): CommandResult => ({
  done: true,
  text: `Pembaruan formulir sedang berjalan (${String(place)} dari ${String(of)}) dan dilanjutkan sendiri dalam 5 menit.`,
});

function finish(desk: Desk, memory: Memory, changed: number): CommandResult {
  const run = new Run(desk, memory, 'formulir');
  const told = `${formatNumber(changed)} formulir`;
  if (changed > 0)
    run.log(logCells(desk, { at: desk.now, actor: 'sistem', what: 'Formulir diperbarui', to: told }));
  const { daftar: _listed, formulir: _forms, ...others } = jsonOf<Chores>(memory, KEY.chores, {});
  const { toDos, entry } = forgetQuestions(desk, memory);
  const chores = { ...others, sehat: toDos };
  drawChores(run, chores);
  run.keep({ ...entry, [KEY.forms]: '', [KEY.chores]: JSON.stringify(chores) });
  run.finish();
  removeTriggers(HANDLER.nextSlice);
  const lacking =
    personalTypes(desk.context.catalogue).length > 0 &&
    desk.registry.villages.some((row) => row.form !== '' && (row.personal?.form ?? '') === '')
      ? ' Formulir data pribadi belum ada; jalankan Pasang.'
      : '';
  const text =
    changed === 0
      ? 'Semua formulir sudah sesuai; tidak ada yang perlu diubah.'
      : `${told} sudah diperbarui. Jawaban yang sudah masuk tetap.`;
  return { done: true, text: text + lacking };
}

/** The forms, each with what is to be done; the templates last, since a copy never takes their numbers for its own. */
function worksOf(desk: Desk): readonly Work[] {
  return [
    ...desk.registry.villages.map((row, place): Work => (rules, beforehand) => {
      if (row.form === '') return;
      const after = amendVillage(desk, row, rules, beforehand);
      if (after !== row) writeVillage(desk.master, place, after);
    }),
    ...templateKinds(desk).map((kind): Work => (rules, beforehand) => {
      updateTemplate(desk, kind, rules, beforehand);
    }),
  ];
}

function updateTemplate(
  desk: Desk,
  kind: FormKind,
  rules: boolean,
  beforehand: (changed: number) => void,
): void {
  const compared = compareTemplate(desk, kind);
  if (isUpToDate(compared) && !rules) return;
  beforehand(1);
  const { entries } = amendForm(compared, rules);
  // Read anew: the other template may have been written in this run.
  const { facts, base } = readRegistry(desk.master);
  const after = { ...facts.entries, [kind]: { ...facts.entries[kind], ...entries } };
  if (Object.keys(entries).length > 0) writeFacts(desk.master, base, { ...facts, entries: after });
}

/** Today's months for the lists of the templates, which villages that join later get a copy of; a lost one is passed over. */
export function offerMonths(desk: Desk): void {
  for (const kind of templateKinds(desk)) {
    try {
      const { maker, layout, changes } = compareTemplate(desk, kind);
      const id = changes.ids[HEAD.period];
      const item = layout.find((one) => one.key === HEAD.period);
      if (id !== undefined && item !== undefined) maker.amend(id, item, ['choices']);
    } catch {
      // A template that is gone is made anew by Pasang; nobody answers it.
    }
  }
}
