import { SPARE_PLACES } from '../core/place';
import { localDate } from '../core/zones';
import { now } from '../google/clock';
import { effectiveUser } from '../google/identity';
import { takeLock } from '../google/lock';
import { isPassing } from '../google/retry';
import { openMaster } from '../google/tables';
import { ensureTriggers, removeTriggers } from '../google/triggers';
import type { Workbook } from '../google/workbook';
import { catalogueOf } from '../reports/index';
import { tabsOfMaster } from './desk';
import { reopenSteps } from './dismantle';
import { HANDLER } from './handlers';
import { officeAccount } from './keeper';
import { drawSetUpHome, endSteps } from './installEnd';
import { masterSteps } from './installMaster';
import { templateSteps } from './installTemplates';
import { villageSteps } from './installVillages';
import { prepareProblems, prepareSteps } from './prepare';
import { readSettingsWithPins } from './pins';
import { missingSettingsTabs, problemSentence, settingsTabs } from './settingsDesk';
import { Site } from './site';
import { loadState, saveState, type SetUpChoice, type SetUpFlow, type SetUpState } from './setUpState';
import { doSteps, SLICE_MS, type Progress, type Step } from './steps';

/** What is planned for one slice: the steps, or what a person has to put right first. */
interface Plan {
  readonly steps: readonly Step[];
  readonly site?: Site;
  readonly problems: readonly string[];
}

const openForSetUp = (): Workbook => openMaster([...tabsOfMaster(), ...settingsTabs()]);

const stopped = (message: string, problems: readonly string[] = []): Progress => ({
  finished: false,
  stopped: true,
  done: 0,
  total: 0,
  message,
  problems,
});

/** Sentence for everybody but the account that holds everything; undefined for that one. Nothing has been changed then. */
export function ownerRefusal(): string | undefined {
  const owner = officeAccount();
  const user = effectiveUser();
  if (owner !== '' && owner.toLowerCase() === user.toLowerCase()) return undefined;
  const whose = owner === '' ? 'akun kantor, di Drive Saya (bukan drive bersama)' : owner;
  return (
    `Langkah ini hanya dapat dijalankan dengan akun pemilik lembar ini: ${whose}. Sekarang terbuka dengan ` +
    `${user === '' ? 'akun lain' : user}. Mohon buka lembar ini dengan akun pemilik, lalu jalankan lagi. ` +
    'Tidak ada yang berubah.'
  );
}

/** *Siapkan pengaturan*: begins, or goes on where it was interrupted, and does the first slice. */
export function startPrepare(choice: SetUpChoice, budgetMs = SLICE_MS): Progress {
  return asOwner((master) => slice(master, budgetMs, (state) => begun(state, 'prepare', choice)));
}

/** *Pasang*: begins, or goes on where it was interrupted, and does the first slice. */
export function startInstall(budgetMs = SLICE_MS): Progress {
  return asOwner((master) => slice(master, budgetMs, (state) => begun(state, 'install', state.choice)));
}

/** The next slice of what is under way; undefined where nothing is. */
export function nextSetUpSlice(budgetMs = SLICE_MS): Progress | undefined {
  const master = openForSetUp();
  if (loadState(master.id).flow === '') return undefined;
  return asOwner(() => slice(master, budgetMs, (state) => state), master);
}

function asOwner(act: (master: Workbook) => Progress, opened?: Workbook): Progress {
  const refusal = ownerRefusal();
  return refusal === undefined ? act(opened ?? openForSetUp()) : stopped(refusal);
}

/** A step that is under way is finished first, whichever was asked for. */
function begun(state: SetUpState, flow: SetUpFlow, choice: SetUpChoice): SetUpState {
  return state.flow === '' ? { ...state, flow, choice } : state;
}

function slice(master: Workbook, budgetMs: number, change: (state: SetUpState) => SetUpState): Progress {
  const until = now() + Math.min(budgetMs, SLICE_MS);
  const lock = takeLock();
  if (lock === undefined) return { ...stopped(BUSY), stopped: false };
  try {
    const stored = loadState(master.id);
    const state = change(stored);
    if (state.flow === '') return { ...stopped('Tidak ada yang perlu dikerjakan.'), finished: true };
    const plan = state.flow === 'prepare' ? planPrepare(master, state) : planInstall(master);
    if (plan.problems.length > 0) return stopped(PROBLEMS, plan.problems);
    return carryOut(plan, { ...state, flow: state.flow }, stored.flow === '', until);
  } finally {
    lock.release();
  }
}

const BUSY = 'Bagian lain sedang bekerja. Langkah ini dilanjutkan sendiri dalam beberapa menit.';
const PROBLEMS = 'Belum dapat dimulai. Mohon perbaiki dahulu, lalu jalankan lagi. Tidak ada yang berubah.';
const PAUSED = 'Google sedang sibuk. Yang sudah dibuat tetap ada; dilanjutkan sendiri dalam 5 menit.';

/** A state in which one of the two steps is under way. */
type Underway = SetUpState & { readonly flow: 'prepare' | 'install' };

const withDone = (state: Underway, done: readonly string[]): Underway => ({
  ...state,
  done: { ...state.done, [state.flow]: done },
});

function carryOut(plan: Plan, state: Underway, isNew: boolean, until: number): Progress {
  const { steps } = plan;
  const believed = steps.filter((step) => state.done[state.flow].includes(step.id));
  // Started again: what is not there any more (a tab that somebody deleted) is made anew.
  const standing = isNew ? believed.filter((step) => step.holds?.() ?? true) : believed;
  let done: readonly string[] = standing.map((step) => step.id);
  saveState(withDone(state, done));
  ensureTriggers([{ handler: HANDLER.nextSlice, on: 'minutes', every: 5 }]);
  const keep = (ids: readonly string[]): void => {
    done = ids;
    saveState(withDone(state, done));
  };
  let message = PAUSED;
  try {
    const result = doSteps(steps, done, until, keep);
    if (result.stop !== undefined) return halt(state, done, result.stop);
    if (result.next === undefined) return finish(state, done, believed.length > standing.length);
    message = result.next.words;
  } catch (failure) {
    if (!isPassing(failure)) throw failure;
  }
  if (plan.site !== undefined) showOnHome(plan.site, done, steps.length, message);
  return { finished: false, stopped: false, done: done.length, total: steps.length, message, problems: [] };
}

/** A person has to do something: nothing goes on by itself until the step is started again. */
function halt(state: Underway, done: readonly string[], sentence: string): Progress {
  saveState({ ...withDone(state, done), flow: '' });
  removeTriggers(HANDLER.nextSlice);
  return stopped(sentence);
}

const FINISHED: Readonly<Record<Underway['flow'], string>> = {
  prepare:
    'Tab pengaturan siap. Mohon periksa tab Pengaturan dan Desa, isi tab Operator dan Saldo Awal, lalu jalankan Pasang.',
  install:
    'Pemasangan selesai. Pesan pertama dengan link tiap desa ada di tab Kirim WA. Tab pengaturan disembunyikan; membukanya lewat menu Buka tab.',
};
const REPAIRED =
  'Yang hilang sudah dibuat lagi. Bila itu tab data atau rekap, jalankan Bangun ulang agar isinya kembali.';

/** The state first, then the trigger: one that is left over finds nothing to do and is removed then. */
function finish(state: Underway, done: readonly string[], isRepaired: boolean): Progress {
  // What was asked for stands in the tabs now.
  const { subdistrict, profile } = state.choice;
  saveState({ ...withDone(state, done), choice: { subdistrict, profile }, flow: '' });
  removeTriggers(HANDLER.nextSlice);
  const message = isRepaired ? REPAIRED : FINISHED[state.flow];
  return { finished: true, stopped: false, done: done.length, total: done.length, message, problems: [] };
}

function showOnHome(site: Site, done: readonly string[], total: number, words: string): void {
  const isDrawable = done.includes('tab:Beranda') && done.includes('pengaturan') && !done.includes('awal');
  if (isDrawable) drawSetUpHome(site, done.length, total, words);
}

function planPrepare(master: Workbook, state: SetUpState): Plan {
  const problems = prepareProblems(master, state.choice, now());
  if (problems.length > 0) return { steps: [], problems };
  return { steps: prepareSteps(master, state.choice, now()), problems: [] };
}

function planInstall(master: Workbook): Plan {
  const missing = missingSettingsTabs(master);
  if (missing.length > 0) {
    const sentence = `Tab ${missing.join(', ')} belum ada. Jalankan Siapkan pengaturan lebih dahulu.`;
    return { steps: [], problems: [sentence] };
  }
  const at = now();
  const { settings, problems } = readSettingsWithPins(master, localDate(at, 'WITA'));
  if (settings === undefined) return { steps: [], problems: problems.map(problemSentence) };
  const site = new Site(master, settings, catalogueOf(settings), at, localDate(at, settings.zone));
  const room = (site.registry.facts.places || settings.villages.length) + SPARE_PLACES;
  if (site.plots.length > room) {
    const sentence = `Desa: ada ${String(site.plots.length)} desa dan kelurahan, tempatnya ${String(room)}.`;
    return { steps: [], problems: [sentence] };
  }
  const steps = [
    ...masterSteps(site),
    ...templateSteps(site),
    ...villageSteps(site),
    ...reopenSteps(site),
    ...endSteps(site),
  ];
  return { steps, site, problems: [] };
}
