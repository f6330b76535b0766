import type { Settings } from '../core/settings';
import type { Snapshot } from '../core/snapshots';
import type { SettingsProblem } from '../core/settingsCheck';
import type { ToDo } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { endsOf } from '../core/persons';
import { masterTabs } from '../core/tabs';
import { TAB } from '../core/tabs/names';
import { accessChange, changeAccess, changeReviewers, reviewersOf } from './access';
import { actorOf } from './actions';
import { readDecided, snapshotToCells } from './decisions';
import { deskOf, tabsOfMaster, type Desk } from './desk';
import { choreEntry, drawChores, type Chores } from './home';
import { cursorEntry, editorOf, jsonOf, KEY, remember, textOf, type Memory } from './memory';
import { readSettingsWithPins, shareStatus } from './pins';
import { isRebuilding, planRebuild, planRelating } from './rebuild';
import { redrawDay } from './redraw';
import { reformToDos, settleEnded } from './reforms';
import { Run } from './run';
import { placesOf, readByReviewers, writeSnapshot } from './registry';
import { buildMissingTabs, reshapeTabs } from './updateForms';
import { logCells } from './words';

/** `Pengaturan, baris 5, Isi: …`. */
export function problemText({ tab, row, column, sentence }: SettingsProblem): string {
  const place = [tab, row === 0 ? '' : `baris ${String(row)}`, column]
    .filter((part) => part !== '')
    .join(', ');
  return `${place}: ${sentence}`;
}

/** Bad lines that are named one by one; the rest are counted. */
const NAMED = 8;

function problemToDos(problems: readonly SettingsProblem[]): readonly ToDo[] {
  const named = problems.slice(0, NAMED).map((one) => ({ text: problemText(one) }));
  const more = problems.length - named.length;
  return [
    { text: 'Pengaturan terakhir belum dipakai karena ada baris yang perlu diperbaiki:' },
    ...named,
    ...(more > 0 ? [{ text: `dan ${String(more)} baris lain.` }] : []),
  ];
}

/** Villages keep their place for ever: one that left the tab `Desa` stays with the end that it had. */
function missingVillages(desk: Desk, settings: Settings): readonly SettingsProblem[] {
  const codes = settings.villages.map((village) => village.code);
  return placesOf(desk.registry)
    .filter((code) => !codes.includes(code))
    .map((code) => ({
      tab: 'Desa',
      row: 0,
      column: 'Kode',
      sentence: `Baris ${code} hilang. Kembalikan barisnya; bila desanya sudah tidak ada, isi Ada sampai.`,
    }));
}

/**
 * Checks the settings tabs as a whole and takes them into force where they differ from what is in force: a row of
 * `Keputusan`, the cell `Konteks`, who may answer and read, and the pages anew. A wrong line leaves the last good
 * settings in force and is named on `Beranda`. Gives whether new settings are in force.
 */
export function takeSettings(desk: Desk, memory: Memory): boolean {
  const cursor = cursorEntry('pengaturan', { readFrom: 0, startedAt: desk.now, done: [] });
  const result = readSettingsWithPins(desk.master, desk.context.today);
  const problems = result.problems ?? missingVillages(desk, result.settings);
  const chores = jsonOf<Chores>(memory, KEY.chores, {});
  const settingsChores = problems.length === 0 ? [] : problemToDos(problems);
  const run = new Run(desk, memory, 'pengaturan');
  run.keep(cursor);
  const isNew =
    result.settings !== undefined &&
    problems.length === 0 &&
    JSON.stringify(result.settings) !== JSON.stringify(desk.settings);
  if (isNew)
    takeIntoForce(run, result.settings, actorOf(desk, editorOf(memory, 'pengaturan')), {
      ...chores,
      pengaturan: [],
    });
  else {
    run.keep(choreEntry(memory, 'pengaturan', settingsChores));
    drawChores(run, { ...chores, pengaturan: settingsChores });
  }
  run.finish();
  return isNew;
}

function takeIntoForce(run: Run, settings: Settings, actor: string, chores: Chores): void {
  const { desk } = run;
  const zone = desk.registry.facts.zone;
  const recorded = run.interrupted ? recordedSnapshot(desk, settings) : undefined;
  const snapshot = recorded ?? { at: desk.now, settings };
  const after = deskOf(desk.master, desk.registry, snapshot, desk.now, desk.context.office);
  // A report type that is switched on is drawn at once: its tabs have to be there.
  if (masterTabs(after.context.catalogue).some((tab) => !desk.master.has(tab.name))) buildMissingTabs(after);
  reshapeTabs(desk, after);
  if (recorded === undefined) run.record(snapshotToCells(snapshot, actor, zone));
  run.log(
    logCells(desk, {
      at: desk.now,
      actor,
      what: 'Pengaturan diubah',
      reason: changedParts(desk.settings, settings),
    }),
  );
  // Before anything is drawn, so that what Google refuses stands on `Beranda`; done again after a crash, nothing differs.
  const all = {
    ...chores,
    izin: refusedAccess(desk, settings, chores['izin'] ?? []),
    pemekaran: reformToDos(after),
    ...(saysTheSame(desk.settings, settings) ? {} : { formulir: [FORMS_BEHIND] }),
  };
  run.keep({ [KEY.programme]: settings.programme, ...settleEnded(after, run.memory) });
  redrawDay(run, desk, after, all);
  run.afterwards(() => {
    // What was refused is found once only: from the snapshot on nobody is let in again.
    const told = Object.entries(all).filter(([, toDos]) => toDos.length > 0);
    const text = told.length === 0 ? '' : JSON.stringify(Object.fromEntries(told));
    if (text !== textOf(run.memory, KEY.chores)) remember(run.memory, { [KEY.chores]: text });
    if (endsDiffer(desk, settings)) (isRebuilding(run.memory) ? planRebuild : planRelating)(run.memory);
    writeSnapshot(desk.master, snapshot);
  });
}

/** A village ends otherwise than before: so do the memberships in it. */
const endsDiffer = ({ settings, master }: Desk, after: Settings): boolean =>
  master.has(TAB.traces) && JSON.stringify(endsOf(settings)) !== JSON.stringify(endsOf(after));

const FORMS_BEHIND: ToDo = {
  text:
    'Formulir belum mengikuti pengaturan yang baru. Jalankan Perbarui formulir; bila laporan Peristiwa atau Anggota ' +
    'Linmas baru dipakai, atau desa bertambah, jalankan Pasang.',
};

/** Whether the forms need not change: the same reports, the same words around them. */
function saysTheSame(before: Settings, after: Settings): boolean {
  const words = ({
    reportTypes,
    programme,
    dueDay,
    subdistrict,
    kasi,
    villages,
    senderMode,
    missingPeople,
  }: Settings): string =>
    JSON.stringify([
      reportTypes,
      programme,
      missingPeople,
      dueDay,
      subdistrict.name,
      kasi.whatsapp,
      villages.map((one) => [one.name, senderMode, one.senderMode]),
    ]);
  return words(before) === words(after);
}

/** Lets people into forms, Sheets and the master and others out; whom Google refused, with those refused before who are still listed. */
function refusedAccess(desk: Desk, settings: Settings, before: readonly ToDo[]): readonly ToDo[] {
  const refused = desk.registry.villages.flatMap((row) => {
    if (row.form === '' || row.sheet === '') return [];
    const { today } = desk.context;
    const shared = shareStatus(row, settings, desk.settings);
    return [
      ...changeAccess(row, accessChange(desk.settings, settings, row.code, today)),
      ...(shared === undefined ? [] : [`${titleOf(desk.context, row.code)}: ${shared}`]),
    ];
  });
  const reviewers = changeReviewers(
    desk.master,
    tabsOfMaster(),
    desk.settings,
    settings,
    readByReviewers(desk.registry.facts),
  );
  const known = [...settings.operators.map(({ email }) => email), ...reviewersOf(settings)];
  const listed = before.map(({ text }) => text).filter((text) => known.some((one) => text.startsWith(one)));
  const texts = [...new Set([...listed, ...refused, ...reviewers])];
  const more = texts.length - NAMED;
  const rest =
    more > 0 ? [`dan ${String(more)} izin lain yang ditolak Google; jalankan Pasang untuk semuanya.`] : [];
  return [...texts.slice(0, NAMED), ...rest].map((text) => ({ text }));
}

/** The snapshot that an interrupted run recorded and did not bring into force. */
function recordedSnapshot(desk: Desk, settings: Settings): Snapshot | undefined {
  const { snapshots } = readDecided(desk.master, desk.registry.facts.zone);
  const last = snapshots[snapshots.length - 1];
  if (last === undefined || last.at <= desk.snapshot.at) return undefined;
  return JSON.stringify(last.settings) === JSON.stringify(settings) ? last : undefined;
}

/** Which parts of the settings changed, by their tabs. */
function changedParts(before: Settings, after: Settings): string {
  const lists = {
    Desa: 'villages',
    Operator: 'operators',
    'Saldo Awal': 'openings',
    'Program Wajib': 'mandatory',
    Libur: 'holidays',
    RT: 'neighbourhoods',
    Pengumuman: 'announcements',
  } as const;
  const differs = (key: keyof Settings): boolean =>
    JSON.stringify(before[key]) !== JSON.stringify(after[key]);
  const listed = Object.values(lists) as readonly string[];
  const general = (Object.keys(after) as (keyof Settings)[]).some(
    (key) => !listed.includes(key) && differs(key),
  );
  return [
    ...(general ? ['Pengaturan'] : []),
    ...Object.entries(lists).flatMap(([name, key]) => (differs(key) ? [name] : [])),
  ].join(', ');
}
