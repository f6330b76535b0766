import { formatPeriod } from '../core/dates';
import { cut } from '../core/escape';
import { titleOf, nameOf } from '../core/draw/rows';
import { someNames, type ToDo } from '../core/draw/toDos';
import { statusPeriods } from '../core/draw/status';
import { dueDate, isWorkingDay } from '../core/due';
import {
  remindersOf,
  warningFilling,
  WARNING_LINES,
  warningKey,
  warningName,
  warningRecord,
  WARNING_TEMPLATE,
} from '../core/letters/warning';
import type { OutboxEntry } from '../core/notices/outbox';
import { missingReports, stageOn, type Missing } from '../core/notices/stages';
import type { Instant, Period, VillageCode } from '../core/settings';
import { TAB } from '../core/tabs/names';
import { columnOf } from '../core/tabs/tab';
import type { Read } from '../google/cells';
import { findFile, type Entry } from '../google/files';
import { now } from '../google/clock';
import { isTick } from './actions';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import { choreEntry, drawChores, type Chores } from './home';
import { jsonOf, KEY, type Memory } from './memory';
import { OUTBOX_LOOK, readOutbox } from './outbox';
import { ensureTemplate, makePaper, papersFolder, type Template } from './papers';
import { Run } from './run';
import { Shelf } from './shelf';

const TEMPLATE: Template = { kind: 'warning', name: WARNING_TEMPLATE, lines: WARNING_LINES };
/** What one letter may take: no further one is begun later than this before the end. */
const ONE_LETTER = 30_000;

/** What is known of the reminders and of the letters made so far. */
interface Told {
  readonly outbox: readonly OutboxEntry[];
  /** Keys of the texts of `Kirim WA` that somebody ticked as sent. */
  readonly ticked: ReadonlySet<string>;
}

function toldSoFar(desk: Desk): Told {
  const rows = desk.master.lastRow(TAB.outbox);
  return {
    outbox: readOutbox(desk, Math.max(2, rows - OUTBOX_LOOK)).map((one) => one.entry),
    ticked: tickedTexts(desk),
  };
}

function tickedTexts({ master }: Desk): ReadonlySet<string> {
  const declared = master.declaration(TAB.whatsapp);
  const rows = master.lastRow(TAB.whatsapp) - 1;
  if (declared === undefined || rows < 1) return new Set();
  const read = (column: number): readonly (Read | undefined)[] =>
    master.read(TAB.whatsapp, { row: 2, column, rows, columns: 1 }).map(([cell]) => cell);
  const keys = read(1);
  const ticks = read(columnOf(declared, 'Sudah dikirim'));
  return new Set(keys.flatMap((key, at) => (isTick(ticks[at]) ? [String(key)] : [])));
}

const hasLetter = (told: Told, village: VillageCode, period: Period): boolean =>
  told.outbox.some(({ message }) => message.key === warningKey(village, period));

function missingIn(desk: Desk, shelf: Shelf, period: Period): readonly Missing[] {
  // A report that waits for another month's answer brings names along from the month before: none is needed here.
  shelf.load([{ period }]);
  return missingReports(desk.context, period, shelf.slice(period));
}

/** Months whose letters are due by the clock: a week after their due day, until they are locked. */
const dueMonths = ({ settings, context }: Desk): readonly Period[] =>
  statusPeriods(settings, context.today).filter(
    (period) => stageOn(settings, period, context.today) === 'week',
  );

const folderFor = (desk: Desk, period: Period): Entry => papersFolder(desk, period.slice(0, 4));

interface Made {
  readonly made: readonly { readonly missing: Missing; readonly entry: Entry }[];
  /** There was no time for all. */
  readonly goesOn: boolean;
  /** Google's words where it did not let a letter be made, e.g. before the office allowed documents. */
  readonly failure?: string;
}

/** Makes the letters; each is found again by its name where a run broke off. */
function makeLetters(desk: Desk, told: Told, all: readonly Missing[], until: Instant): Made {
  if (all.length === 0) return { made: [], goesOn: false };
  const made: { missing: Missing; entry: Entry }[] = [];
  const folders: Record<Period, Entry> = {};
  try {
    const template = ensureTemplate(desk, TEMPLATE);
    for (const missing of all) {
      if (now() > until - ONE_LETTER) break;
      const { village, period } = missing;
      const reminded = remindersOf(village, period, told.outbox, told.ticked);
      const filling = warningFilling(desk.context, missing, reminded);
      const folder = (folders[period] ??= folderFor(desk, period));
      const name = warningName(desk.context, village, period);
      made.push({ missing, entry: makePaper(desk, template, name, folder.id, filling) });
    }
  } catch (failure) {
    // Letters are no reason for the morning's messages to stay away.
    return { made, goesOn: false, failure: failure instanceof Error ? failure.message : String(failure) };
  }
  return { made, goesOn: made.length < all.length };
}

const failed = (words: string): string =>
  `Konsep surat teguran belum dapat dibuat (Google: ${cut(words, 120)}). Jalankan Buat konsep surat teguran dari menu sebagai pemilik.`;

/** What stands on `Beranda` of one month's letters while their reports are still missing. */
function letterToDo(desk: Desk, period: Period, villages: readonly VillageCode[]): readonly ToDo[] {
  if (villages.length === 0) return [];
  const folder = folderFor(desk, period);
  const names = someNames(villages.map((village) => nameOf(desk.context, village)));
  const label = `Konsep surat teguran ${formatPeriod(period)}`;
  const text = `${label} sudah siap: ${names}. Mohon diperiksa, diberi nomor, dan ditandatangani; program tidak mengirimnya.`;
  return [{ text, link: folder.url, label }];
}

/**
 * What the clock does from 08.00 on a working day: drafts for the villages that a week after the due day still owe
 * something, once a village and month, and the line about them on `Beranda`. Goes on in the next hour where there was
 * no time for all.
 */
export function draftByClock(desk: Desk, memory: Memory, until: Instant): void {
  const chores = jsonOf<Chores>(memory, KEY.chores, {});
  const isWorking = isWorkingDay(desk.context.today, desk.settings.holidays);
  if (!isWorking || (dueMonths(desk).length === 0 && (chores['surat'] ?? []).length === 0)) return;
  const run = new Run(desk, memory, 'surat');
  const told = toldSoFar(desk);
  const late = dueMonths(desk).flatMap((period) => missingIn(desk, run.shelf, period));
  const wanted = late.filter(({ village, period }) => !hasLetter(told, village, period));
  const { made, goesOn, failure } = makeLetters(desk, told, wanted, until);
  run.say(...made.map(({ missing, entry }) => warningRecord(desk.context, missing, entry.url)));
  const isMade = (one: Missing): boolean =>
    hasLetter(told, one.village, one.period) || made.some(({ missing }) => missing === one);
  const ready = dueMonths(desk).flatMap((period) => {
    const villages = late.filter((one) => one.period === period && isMade(one)).map((one) => one.village);
    return letterToDo(desk, period, villages);
  });
  const toDos = [...ready, ...(failure === undefined ? [] : [{ text: failed(failure) }])];
  drawChores(run, { ...chores, surat: toDos });
  run.keep({ ...choreEntry(memory, 'surat', toDos), [KEY.letters]: goesOn ? 'lanjut' : '' });
  run.finish();
}

function notLate(desk: Desk, period: Period): string | undefined {
  const { settings, context } = desk;
  if (context.today > dueDate(settings, period)) return undefined;
  return `Tenggat ${formatPeriod(period)} belum lewat; belum ada yang perlu ditegur.`;
}

/** What *Buat konsep surat teguran* would make for a month, one line a village. */
export function previewWarnings(desk: Desk, period: Period): readonly string[] {
  if (notLate(desk, period) !== undefined) return [];
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  const told = toldSoFar(desk);
  return missingIn(desk, shelf, period).map(({ village, reports }) => {
    const titles = reports.map(
      (one) => desk.context.catalogue.find((type) => type.id === one.type)?.shortTitle ?? one.type,
    );
    const known = hasLetter(told, village, period) ? ' (konsepnya sudah ada)' : '';
    return `${titleOf(desk.context, village)}: ${titles.join(', ')}${known}`;
  });
}

/**
 * *Buat konsep surat teguran*: for one village or all that still owe something for the month. A draft that is there
 * already stays as somebody may have edited it, and is linked.
 */
export function makeWarnings(
  desk: Desk,
  memory: Memory,
  period: Period,
  village: VillageCode | undefined,
  until: Instant,
): CommandResult {
  const early = notLate(desk, period);
  if (early !== undefined) return { done: false, text: `${early} Data tidak berubah.` };
  const run = new Run(desk, memory, 'surat');
  const late = missingIn(desk, run.shelf, period).filter(
    (one) => village === undefined || one.village === village,
  );
  if (late.length === 0) {
    const who = village === undefined ? 'Semua desa/kelurahan' : titleOf(desk.context, village);
    return {
      done: true,
      text: `${who} sudah lengkap untuk ${formatPeriod(period)}; tidak ada surat yang dibuat.`,
    };
  }
  const told = toldSoFar(desk);
  const folder = folderFor(desk, period);
  // A file without its record was left by an interrupted run: perhaps not filled in, certainly not recorded.
  const there = late.filter(
    (one) =>
      hasLetter(told, one.village, period) &&
      findFile(folder.id, warningName(desk.context, one.village, period)) !== undefined,
  );
  const wanted = late.filter((one) => !there.includes(one));
  const { made, goesOn, failure } = makeLetters(desk, told, wanted, until);
  run.say(...made.map(({ missing, entry }) => warningRecord(desk.context, missing, entry.url)));
  run.finish();
  if (failure !== undefined && made.length === 0) return { done: false, text: failed(failure) };
  const kept = there.length === 0 ? '' : ` ${String(there.length)} konsep yang sudah ada dibiarkan.`;
  const rest = goesOn || failure !== undefined ? ' Belum semua; jalankan sekali lagi untuk sisanya.' : '';
  return {
    done: true,
    text:
      `${String(made.length)} konsep surat teguran ${formatPeriod(period)} dibuat.${kept}${rest} ` +
      'Program tidak mengirimnya.',
    links: [
      { text: 'Buka folder surat', url: folder.url },
      ...made.slice(0, 1).map(({ entry }) => ({ text: 'Buka konsep pertama', url: entry.url })),
    ],
  };
}
