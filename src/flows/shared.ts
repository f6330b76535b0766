import type { VillageMonth } from '../core/book';
import { drawEvidence } from '../core/draw/evidence';
import { drawGuide } from '../core/draw/guide';
import { drawReceipts, drawVillageYear, drawYearly } from '../core/draw/yearly';
import { drawVillageYearLinmas, drawYearlyLinmas } from '../core/draw/yearlyLinmas';
import { yearPeriods } from '../core/draw/yearTable';
import { hasLinmasYear, hasOwnLinmasYear, villageNightTabs, villageYearTabs } from '../core/draw/yearlyTab';
import type { ToDo } from '../core/draw/home';
import { formatPeriod } from '../core/dates';
import { collectedPeriod } from '../core/due';
import { groupLink } from '../core/notices/whatsapp';
import type { Block, Message } from '../core/patch';
import { LEDGER_TYPE } from '../core/population';
import { IANA } from '../core/regions';
import { sameAddress } from '../core/senders';
import type { Instant } from '../core/settings';
import { SHARED_FILE, sharedPeriod, sharedReaders, sharedSheets } from '../core/sharedFile';
import { TAB } from '../core/tabs/names';
import { listed } from '../core/text';
import { applyPatches } from '../google/apply';
import { now } from '../google/clock';
import { digest } from '../google/digest';
import { addViewer, ensureSpreadsheet, fileExists, removeViewer } from '../google/files';
import { writeRecap } from '../google/recapBook';
import { buildTab } from '../google/tabBuild';
import { openBook } from '../google/tables';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { choreEntry, drawChores, type Chores } from './home';
import { jsonOf, KEY, textOf, type Memory } from './memory';
import type { VillageRow } from './registry';
import { Run } from './run';
import { Shelf } from './shelf';
import { buildMissingTabs } from './updateForms';

/** What one village or file may take: nothing further is begun later than this before the end. */
const ONE = 20_000;

/** What was written last, so that only what reads differently is written again; one property. */
interface Written {
  /** Prints by place of the village; `tahun`, `linmas`, `bukti` and `bersama` of what is one for all. */
  readonly prints: Readonly<Record<string, string>>;
  /** Id of `Rekap Bersama`; '' = there is none. */
  readonly file: string;
  readonly readers: readonly string[];
}

const NOTHING: Written = { prints: {}, file: '', readers: [] };

/** The year that is being collected: in January still the old one. */
const currentYear = ({ settings, context }: Desk): string =>
  collectedPeriod(settings, context.today).slice(0, 4);

/** Months of a year of all villages, as far as they are collected. */
export function monthsOfYear(desk: Desk, year = currentYear(desk)): readonly VillageMonth[] {
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  const periods = yearPeriods(desk.settings, desk.context.today, year);
  shelf.load(periods.map((period) => ({ period })));
  return periods.flatMap((period) => shelf.slice(period));
}

/** Stands for what a page says but for its first row, which names the day. */
const printOf = (blocks: readonly Block[]): string =>
  digest(JSON.stringify(blocks.map((block) => block.values.slice(1))));

const hasLedger = ({ context }: Desk): boolean => context.catalogue.some((type) => type.id === LEDGER_TYPE);

function writeMaster(desk: Desk, block: Block): void {
  if (!desk.master.has(block.tab)) buildMissingTabs(desk);
  applyPatches(() => desk.master, [block], { counts: {}, interrupted: false });
}

function writeVillage(desk: Desk, row: VillageRow, blocks: readonly Block[]): void {
  const tabs = villageNightTabs(desk.context.catalogue);
  const book = openBook(row.sheet, tabs);
  tabs.forEach((tab, at) => {
    // Behind `Status` and `Laporan Kami`, in Sheets that are older than these tabs.
    if (!book.has(tab.name)) buildTab(book, tab, 2 + at, { lists: { villages: [], months: [] } });
  });
  applyPatches(() => book, blocks, { counts: {}, interrupted: false });
}

/** How far a refresh came. */
interface Refreshed {
  readonly written: Written;
  /** Files and tabs that were written. */
  readonly changed: number;
  readonly goesOn: boolean;
  /** Sentences for the office: readers whom Google refused. */
  readonly refused: readonly string[];
}

/** Writes what reads differently than when it was written last, until the time is over. */
function refresh(desk: Desk, before: Written, year: string, until: Instant): Refreshed {
  const { context, registry } = desk;
  const months = monthsOfYear(desk, year);
  const prints: Record<string, string> = { ...before.prints };
  let changed = 0;
  let goesOn = false;
  const once = (key: string, blocks: readonly Block[], write: () => void, isThere = true): void => {
    const print = printOf(blocks);
    if (prints[key] === print && isThere) return;
    if (now() > until - ONE) {
      goesOn = true;
      return;
    }
    write();
    prints[key] = print;
    changed += 1;
  };
  const pages = [
    ...(hasLedger(desk) ? [['tahun', drawYearly(context, year, months)] as const] : []),
    ...(hasLinmasYear(context.catalogue)
      ? [['linmas', drawYearlyLinmas(context, year, months)] as const]
      : []),
    ['bukti', drawEvidence(context, year, months)] as const,
  ];
  for (const [key, block] of pages) {
    const write = (): void => {
      writeMaster(desk, block);
    };
    once(key, [block], write, desk.master.has(block.tab));
  }
  registry.villages.forEach((row, place) => {
    if (row.sheet === '') return;
    const blocks = [
      ...(hasLedger(desk) ? [drawVillageYear(context, row.code, year, months)] : []),
      ...(hasOwnLinmasYear(context.catalogue)
        ? [drawVillageYearLinmas(context, row.code, year, months)]
        : []),
      drawReceipts(context, row.code, year, months),
      drawGuide(context, row.code),
    ];
    once(String(place), blocks, () => {
      writeVillage(desk, row, blocks);
    });
  });
  const own = { ...before, prints };
  if (goesOn || now() > until - ONE) return { written: own, changed, goesOn: true, refused: [] };
  const shared = shareRecap(desk, own);
  return { written: shared.written, changed: changed + shared.changed, goesOn, refused: shared.refused };
}

/** `Rekap Bersama` as the setting says: written where it reads differently, read by those who should; or closed to all. */
function shareRecap(desk: Desk, before: Written): Omit<Refreshed, 'goesOn'> {
  const wanted = desk.settings.sharedRecap === true ? sharedReaders(desk.context) : [];
  if (desk.settings.sharedRecap !== true && before.readers.length === 0)
    return { written: before, changed: 0, refused: [] };
  const isThere = fileExists(before.file);
  if (desk.settings.sharedRecap !== true && !isThere)
    return { written: { ...before, file: '', readers: [] }, changed: 0, refused: [] };
  const file = isThere ? before.file : madeFile(desk);
  const readers = isThere ? before.readers : [];
  for (const address of without(readers, wanted)) removeViewer(file, address);
  const added = without(wanted, readers);
  const refused = added.filter((address) => addViewer(file, address) !== undefined);
  const kept = wanted.filter((address) => !refused.includes(address));
  const next = { ...before, file, readers: kept };
  const words = refused.map(
    (address) => `${address} belum dapat membaca ${SHARED_FILE}. Pastikan itu akun Google.`,
  );
  if (desk.settings.sharedRecap !== true) return { written: next, changed: 0, refused: [] };
  const period = sharedPeriod(desk.context);
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.load([{ period }]);
  const sheets = sharedSheets(desk.context, period, shelf.slice(period));
  const print = digest(JSON.stringify(sheets.map((sheet) => sheet.values)));
  if (isThere && before.prints['bersama'] === print) return { written: next, changed: 0, refused: words };
  writeRecap(file, sheets);
  return {
    written: { ...next, prints: { ...before.prints, bersama: print } },
    changed: 1,
    refused: words,
  };
}

const without = (list: readonly string[], others: readonly string[]): readonly string[] =>
  list.filter((address) => !others.some((other) => sameAddress(address, other)));

function madeFile(desk: Desk): string {
  const passing = `Sedang dibuat ${SHARED_FILE} ${desk.master.id}`;
  return ensureSpreadsheet(desk.registry.facts.folder, SHARED_FILE, passing, IANA[desk.settings.zone]).id;
}

const addressOf = (file: string): string => `https://docs.google.com/spreadsheets/d/${file}/edit`;

/** Once, when the file is first shared: its link for the group. */
function sharedNotice(desk: Desk, file: string): Message {
  const { programme, subdistrict } = desk.settings;
  const text =
    `*${programme}: ${SHARED_FILE}*\nKelengkapan, B.3, dan Linmas semua desa/kelurahan Kecamatan ${subdistrict.name} ` +
    `dapat dibaca semua operator dan pengawas di sini: ${addressOf(file)}`;
  return {
    key: `-|-|-|group-${file}`,
    village: '',
    kind: 'group',
    to: [],
    cc: [],
    subject: SHARED_FILE,
    text,
    html: '',
    whatsapp: { name: 'Grup WhatsApp', number: '', text },
    notBefore: desk.now,
  };
}

function keepRefreshed(desk: Desk, memory: Memory, before: Written, done: Refreshed, more = {}): void {
  const run = new Run(desk, memory, 'surat');
  const { file } = done.written;
  const isNew = file !== '' && file !== before.file;
  if (isNew) run.say(sharedNotice(desk, file));
  const chores = jsonOf<Chores>(memory, KEY.chores, {});
  const toDos: readonly ToDo[] =
    done.refused.length > 0 || desk.settings.sharedRecap !== true
      ? done.refused.map((text) => ({ text }))
      : (chores['bersama'] ?? []);
  drawChores(run, { ...chores, bersama: toDos });
  const text = JSON.stringify(done.written);
  run.keep({
    ...choreEntry(memory, 'bersama', toDos),
    ...(text === textOf(memory, KEY.shared) ? {} : { [KEY.shared]: text }),
    ...more,
  });
  run.finish();
}

/**
 * What the clock does once after midnight: `Rekap Tahunan`, the year and the receipts in the villages' Sheets, and
 * `Rekap Bersama`, as far as they read differently. Where the time is over the next hour goes on.
 */
export function refreshByClock(desk: Desk, memory: Memory, until: Instant): void {
  const before = jsonOf<Written>(memory, KEY.shared, NOTHING);
  const done = refresh(desk, before, currentYear(desk), until);
  keepRefreshed(desk, memory, before, done, done.goesOn ? {} : { [KEY.refreshed]: desk.context.today });
}

/** *Perbarui rekap tahunan dan bersama*: the same at once. */
export function refreshNow(desk: Desk, memory: Memory, until: Instant): CommandResult {
  const before = jsonOf<Written>(memory, KEY.shared, NOTHING);
  // By hand everything is written, also what somebody changed in a tab.
  const done = refresh(desk, { ...before, prints: {} }, currentYear(desk), until);
  keepRefreshed(desk, memory, before, done);
  const { file } = done.written;
  const rest = done.goesOn ? ' Belum semua; sisanya dilanjutkan nanti malam, atau jalankan sekali lagi.' : '';
  const refused = done.refused.length === 0 ? '' : ` ${done.refused.join(' ')}`;
  const isShared = desk.settings.sharedRecap === true;
  const { catalogue } = desk.context;
  const pages = [
    ...(hasLedger(desk) ? [TAB.yearly] : []),
    ...(hasLinmasYear(catalogue) ? [TAB.yearlyLinmas] : []),
  ];
  const own = villageYearTabs(catalogue).map(({ name }) => name);
  const what = `${listed([...pages, TAB.evidence])}, serta ${listed(own)} di lembar desa untuk`;
  return {
    done: true,
    text:
      `${what} ${currentYear(desk)} sudah diperbarui` +
      `${isShared ? `; ${SHARED_FILE} menunjukkan ${formatPeriod(sharedPeriod(desk.context))}` : ''}.${rest}${refused}`,
    links: [
      ...pages.flatMap((tab) => {
        const url = desk.context.masterAddress(tab);
        return url === undefined ? [] : [{ text: `Buka ${tab}`, url }];
      }),
      ...(isShared && file !== ''
        ? [
            { text: `Buka ${SHARED_FILE}`, url: addressOf(file) },
            { text: 'Kirim linknya ke grup', url: groupLink(sharedNotice(desk, file).text) },
          ]
        : []),
    ],
  };
}
