import { archivedSheet, archivedTabs } from '../core/lastArchive';
import { formatDate, formatInstant } from '../core/dates';
import { drawDismantled } from '../core/draw/dismantled';
import { drawHome } from '../core/draw/home';
import { titleOf } from '../core/draw/rows';
import { collectedPeriod } from '../core/due';
import { FILE_NAME } from '../core/formWords';
import { endedWords, isOver } from '../core/reforms';
import { IANA } from '../core/regions';
import type { Instant, LocalDate } from '../core/settings';
import { masterTabs } from '../core/tabs';
import { applyPatches } from '../google/apply';
import { now } from '../google/clock';
import { exportXlsx } from '../google/exportFile';
import { ensureSpreadsheet } from '../google/files';
import { openMaker } from '../google/formMaker';
import { effectiveUser } from '../google/identity';
import { setProperties } from '../google/properties';
import { writeRecap } from '../google/recapBook';
import { openForm } from '../google/responses';
import { removeAllTriggers } from '../google/triggers';
import { accessChange, changeAccess, operatorsOf } from './access';
import { alone, refused } from './alone';
import type { Desk } from './desk';
import type { CommandResult, DialogSpec, DialogValues } from './dialog';
import { factsOf } from './home';
import { deskFor } from './installEnd';
import { isOffice, officeAccount } from './keeper';
import { jsonOf, KEY, recall, remember, textOf, type Memory } from './memory';
import { setForms } from './reforms';
import { writeFacts, type VillageRow } from './registry';
import { hasOpenLinks, shareLinks } from './openLinks';
import { Run } from './run';
import { Shelf } from './shelf';
import type { Site } from './site';
import type { Step } from './steps';
import { formsOf } from './villageForms';
import { logCells } from './words';
import { BUDGET, workOff } from './work';

/** How far *Bongkar* has come; kept from its beginning to its end. */
interface Dismantling {
  readonly at: Instant;
  readonly day: LocalDate;
  /** Villages whose forms are closed. */
  readonly place: number;
  /** What could not be closed, a sentence each. */
  readonly failed: readonly string[];
}

const stateOf = (memory: Memory): Dismantling | undefined =>
  jsonOf<Dismantling | undefined>(memory, KEY.dismantle, undefined);

function keep(memory: Memory, state: Dismantling): void {
  remember(memory, { [KEY.dismantle]: JSON.stringify(state) });
}

/** What the dialog says before anything is done. */
export function dismantleDialog(
  desk: Desk,
  memory: Memory,
): Pick<DialogSpec, 'command' | 'introduction' | 'action'> & Partial<DialogSpec> {
  if (!isOffice())
    return {
      command: '',
      introduction: `Bongkar hanya dapat dijalankan dengan akun kantor ${officeAccount()}; sekarang terbuka dengan ${effectiveUser()}.`,
      action: '',
    };
  const { registry, settings } = desk;
  const forms = registry.villages.flatMap(formsOf).length;
  const open = registry.villages.filter((row) => hasOpenLinks(settings, row)).length;
  const waiting = Number(textOf(memory, KEY.waiting) || '0');
  return {
    command: 'dismantle',
    introduction:
      'Semua pekerjaan dihentikan tanpa menghapus satu berkas pun. Dapat dibatalkan kapan saja dengan Pasang: berkas yang sama dipakai lagi dan catatannya berlanjut.',
    lines: [
      `${String(forms)} formulir ditutup; pengisi membaca: ${closingWords(desk)}`,
      'Izin operator mengisi formulir dicabut, jadi kabari mereka dulu; lembar desa tetap dapat mereka baca.',
      ...(open === 0
        ? []
        : [
            `Formulir yang memakai PIN dan halaman status yang terbuka bagi pemegang link ditutup: ${String(open)} desa/kelurahan.`,
          ]),
      'Laporan yang sudah dikirim diambil dulu, lalu arsip akhir (catatan, keputusan, Log) dibuat di folder Rekap, juga sebagai XLSX.',
      'Pemicu dihapus: tidak ada lagi pengingat, tanda terima, dan pemeriksaan.',
      ...(waiting === 0
        ? []
        : [`${String(waiting)} laporan masih menunggu di Antrean Tinjau dan tetap di sana.`]),
    ],
    fields: [
      {
        id: 'name',
        label: `Ketik nama kecamatan (${settings.subdistrict.name}) untuk melanjutkan`,
        kind: 'text',
        required: true,
      },
    ],
    action: 'Bongkar',
  };
}

const closingWords = ({ settings }: Desk): string =>
  `Pelaporan ${settings.programme} Kecamatan ${settings.subdistrict.name} sudah ditutup. Laporan yang sudah dikirim tetap tersimpan. Bila ada pertanyaan, mohon hubungi kantor kecamatan.`;

const plain = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replace(/^kecamatan\s+/, '');

/**
 * *Bongkar*: closes the forms, takes in what had come, writes a last archive, removes the triggers. No file is deleted;
 * done again after an interruption it goes on where it was, and *Pasang* undoes it.
 */
export function dismantle(values: DialogValues): CommandResult {
  const own = effectiveUser();
  const closed = alone((desk, memory) => {
    if (!isOffice())
      return refused(
        `Bongkar hanya dapat dijalankan dengan akun kantor ${officeAccount()}; sekarang terbuka dengan ${own}.`,
      );
    const { name } = desk.settings.subdistrict;
    const typed = values['name'] ?? '';
    if (plain(typed) !== plain(name))
      return refused(`Tertulis "${typed}". Untuk membongkar, ketik nama kecamatannya: ${name}.`);
    return closeForms(desk, memory, own, now() + BUDGET);
  });
  if (!closed.done || closed.text !== '') return closed;
  workOff({ forms: 'all', ticks: true, settings: true, actor: own });
  return alone((desk, memory) => finish(desk, memory, own));
}

function begun(desk: Desk, memory: Memory, actor: string): Dismantling {
  const known = stateOf(memory);
  if (known !== undefined) return known;
  const state: Dismantling = { at: desk.now, day: desk.context.today, place: 0, failed: [] };
  const run = new Run(desk, memory, 'formulir');
  run.log(logCells(desk, { at: desk.now, actor, what: 'Bongkar dimulai' }));
  run.keep({ [KEY.dismantle]: JSON.stringify(state) });
  run.finish();
  return state;
}

/** Done with the text '' where all are closed. */
function closeForms(desk: Desk, memory: Memory, actor: string, until: Instant): CommandResult {
  let state = begun(desk, memory, actor);
  const { villages } = desk.registry;
  for (const row of villages.slice(state.place)) {
    if (now() > until)
      return {
        done: true,
        text: `${String(state.place)} dari ${String(villages.length)} desa/kelurahan sudah ditutup. Jalankan Bongkar lagi untuk melanjutkan.`,
      };
    const title = titleOf(desk.context, row.code);
    const failed = closeVillage(desk, row).map((words) => `${title}: ${words}`);
    state = { ...state, place: state.place + 1, failed: [...state.failed, ...failed] };
    keep(memory, state);
  }
  return { done: true, text: '' };
}

/** Gives a sentence for each thing that could not be closed. */
function closeVillage(desk: Desk, row: VillageRow): readonly string[] {
  try {
    for (const { form } of formsOf(row)) {
      openMaker(form).close(closingWords(desk));
      const handle = openForm(form);
      for (const address of operatorsOf(desk.settings, row.code, desk.context.today))
        handle.removeResponder(address);
    }
    return shareLinks(desk.settings, row, false);
  } catch {
    return ['Formulir tidak dapat ditutup; mohon tutup dengan tangan.'];
  }
}

function finish(desk: Desk, memory: Memory, actor: string): CommandResult {
  const state = stateOf(memory);
  if (state === undefined) return refused('Bongkar sudah dibatalkan.');
  const { master, registry, context, settings } = desk;
  const name = `Arsip akhir ${FILE_NAME.master(settings)} ${state.day}`;
  const { recapFolder, folder } = registry.facts;
  const passing = `Sedang dibuat ${name} ${master.id}`;
  const archive = ensureSpreadsheet(recapFolder, name, passing, IANA[settings.zone]);
  writeRecap(archive.id, archivedSheets(desk));
  const xlsx = exportXlsx(archive.id, name, recapFolder);
  const folderUrl = `https://drive.google.com/drive/folders/${folder}`;
  const run = new Run(desk, memory, 'formulir');
  run.log(logCells(desk, { at: desk.now, actor, what: 'Sistem dibongkar', to: `${name}.xlsx` }));
  run.finish();
  const told = { at: state.at, by: actor, archive: archive.url, folder: folderUrl };
  applyPatches(() => master, drawDismantled(context, told), { counts: {}, interrupted: false });
  removeAllTriggers();
  writeFacts(master, registry.base, { ...registry.facts, dismantled: state.at });
  return {
    done: true,
    text:
      `${settings.programme} sudah dibongkar. Tidak ada berkas yang dihapus; Pasang memulai lagi dengan berkas yang sama. ` +
      'Yang boleh dihapus dengan tangan sesudah tidak diperlukan lagi, yang pertama lebih dulu:',
    lines: [...failedLines(state), ...deletable(desk)],
    links: [
      { text: 'Arsip akhir', url: archive.url },
      { text: 'Arsip akhir (XLSX)', url: xlsx.url },
      { text: 'Folder semua berkas', url: folderUrl },
      ...(registry.facts.register === undefined
        ? []
        : [{ text: 'Register', url: `https://drive.google.com/open?id=${registry.facts.register}` }]),
    ],
  };
}

function archivedSheets({ master, context }: Desk): ReturnType<typeof archivedSheet>[] {
  return archivedTabs(masterTabs(context.catalogue))
    .filter((tab) => master.has(tab.name))
    .map((tab) => archivedSheet(tab, master.readAll(tab.name)));
}

const failedLines = ({ failed }: Dismantling): readonly string[] => failed.map((sentence) => `! ${sentence}`);

/** Files by what they are, in the order in which they are needed least. */
function deletable({ registry, settings }: Desk): readonly string[] {
  const { facts } = registry;
  return [
    'Templat formulir dan templat lembar desa: hanya untuk memasang.',
    'Folder tiap desa/kelurahan: formulir dengan semua jawabannya, dan lembarnya.',
    `${FILE_NAME.responses}: salinan jawaban formulir.`,
    ...(facts.register === undefined
      ? []
      : [
          `${FILE_NAME.personalResponses} dan ${FILE_NAME.register}: data pribadi; hapus setelah masa simpannya, bersama formulir data pribadi.`,
        ]),
    `Simpan: folder ${FILE_NAME.recap} dengan arsip akhir, dan lembar ${FILE_NAME.master(settings)}.`,
  ];
}

/** Steps of *Pasang* that undo *Bongkar*: forms open, operators let in, `Beranda` as before; none where nothing was taken down. */
export function reopenSteps(site: Site): readonly Step[] {
  const dismantled = site.registry.facts.dismantled || (stateOf(recall())?.at ?? 0);
  if (dismantled === 0) return [];
  const print = dismantled.toString(36);
  return [
    ...site.plots.map((plot) => ({
      id: `b${String(plot.place)}:${print}`,
      words: `Membuka formulir ${plot.village.name}`,
      run: () => {
        const row = site.row(plot);
        const hasEnded = isOver(site.settings, plot.village, site.today);
        setForms(row, hasEnded ? endedWords(site.settings, plot.village) : '');
        const change = accessChange(undefined, site.settings, row.code, site.today);
        const toDos = [...changeAccess(row, change), ...shareLinks(site.settings, row, true)];
        site.keepRow(plot, { toDos });
      },
    })),
    {
      id: `b:${print}`,
      words: 'Berlanjut dengan catatan yang ada',
      run: () => {
        goOn(site, dismantled);
      },
    },
  ];
}

function goOn(site: Site, dismantled: Instant): void {
  const desk = deskFor(site);
  const memory = recall();
  const run = new Run(desk, memory, 'formulir');
  const since = formatInstant(dismantled, site.settings.zone);
  run.log(
    logCells(desk, {
      at: desk.now,
      actor: effectiveUser(),
      what: 'Dipasang kembali',
      reason: `dibongkar ${since}, dipasang lagi ${formatDate(site.today)}`,
    }),
  );
  run.finish();
  const period = collectedPeriod(site.settings, site.today);
  const shelf = new Shelf(site.master, desk.context.placing, desk.context.places);
  shelf.load([{ period }]);
  const home = drawHome(desk.context, period, shelf.slice(period), factsOf(desk, memory));
  applyPatches(() => site.master, home, { counts: {}, interrupted: false });
  setProperties({ [KEY.dismantle]: '' });
  site.keep({ dismantled: 0 });
}
