import { formatDate, formatPeriod } from '../core/dates';
import type { ToDo } from '../core/draw/toDos';
import { TRIAL_LINES, TRIAL_TEMPLATE, trialFilling, trialReportName } from '../core/letters/trial';
import { endStock } from '../core/ledgerView';
import { addMonths } from '../core/place';
import { NO_STOCK } from '../core/population';
import type { Stock } from '../core/report';
import type { Settings, VillageCode } from '../core/settings';
import { OPENING_STATUS } from '../core/settingsTabs';
import { now } from '../google/clock';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import type { Desk } from './desk';
import { choreEntry } from './home';
import { mark, remember, type Memory } from './memory';
import { problem, type Order, type Understood, type UnderstandResult } from './orders';
import { ensureTemplate, makePaper, papersFolder } from './papers';
import { planRebuild } from './rebuild';
import { loadAll } from './rebuildTabs';
import { problemSentence, readSettings } from './settingsDesk';
import { SettingsSheet, writeSetting } from './settingsSheet';
import { Shelf } from './shelf';

/** What *Masa uji coba* can do; in `Perintah` the same words stand under *Alasan*. */
const ACTS = ['buat laporan', 'buang data', 'pakai lagi data'] as const;
type Act = (typeof ACTS)[number];

/** Where a balance comes from that outlives the trial. */
const KEPT = 'Saldo akhir masa uji coba';

const NO_TRIAL =
  'Masa uji coba belum diatur. Isi Uji coba sejak dan Uji coba sampai di tab Pengaturan, lalu jalankan lagi.';

/** The dialog of *Masa uji coba*. */
export function trialDialog({ settings, context }: Desk, plain: Plain): Draft {
  const { trial } = settings;
  if (trial === undefined) return { ...plain, introduction: NO_TRIAL, action: '' };
  const isOver = context.today > trial.until;
  const span = `${formatDate(trial.from)} sampai ${formatDate(trial.until)}`;
  return {
    ...plain,
    introduction: isOver
      ? `Masa uji coba (${span}) sudah selesai. Laporan satu halamannya dapat dibuat kapan saja. Data uji coba boleh tetap dipakai, atau dibuang: jawaban formulir tetap ada, tetapi tidak dihitung lagi; saldo akhirnya disimpan dahulu sebagai saldo awal.`
      : `Masa uji coba: ${span}. Laporan diperiksa seperti biasa, tidak ada yang terlambat, dan hanya jawaban kepada pengirim yang dikirim. Datanya dapat dibuang setelah masa ini selesai.`,
    fields: [
      {
        id: 'reason',
        label: 'Yang dikerjakan',
        kind: 'list',
        required: true,
        choices: (isOver ? ACTS : ACTS.slice(0, 1)).map((words) => ({ value: words, label: words })),
        value: ACTS[0],
      },
    ],
    action: 'Kerjakan',
  };
}

/** Reads what *Masa uji coba* is to do. */
export function understandTrial({ settings, context }: Desk, order: Order): UnderstandResult {
  const what = ACTS.find((words) => words === order.reason.trim().toLowerCase());
  const { trial } = settings;
  if (trial === undefined) return problem(NO_TRIAL);
  if (what === undefined) return problem(`Mohon tulis di Alasan yang dikerjakan: ${ACTS.join(', atau ')}.`);
  if (what === 'buat laporan') return { ok: { what } };
  if (context.today <= trial.until)
    return problem(`Masa uji coba berlangsung sampai ${formatDate(trial.until)}; tunggu sampai selesai.`);
  const isDone = (what === 'buang data') === (trial.discarded === true);
  return isDone
    ? problem(
        trial.discarded === true ? 'Data uji coba sudah dibuang.' : 'Data uji coba memang masih dipakai.',
      )
    : { ok: { what } };
}

/** Does it; what follows from the settings comes right after this, all tabs anew within five minutes. */
export function performTrial(desk: Desk, memory: Memory, ok: Understood, actor: string): CommandResult {
  const act = ok.what as Act;
  if (act === 'buat laporan') return makeReport(desk);
  const { problems = [] } = readSettings(desk.master);
  if (problems.length > 0)
    return {
      done: false,
      text: 'Tab pengaturan perlu diperbaiki dahulu. Data tidak berubah.',
      lines: problems.slice(0, 8).map(problemSentence),
    };
  const kept = act === 'buang data' ? keepBalances(desk, actor) : 0;
  writeSetting('trialData', act === 'buang data' ? 'dibuang' : 'dipakai');
  mark('pengaturan', now(), actor);
  remember(memory, choreEntry(memory, 'uji', []));
  planRebuild(memory);
  const again = ' Semua tab dihitung lagi sendiri dalam beberapa menit.';
  if (act === 'pakai lagi data') return { done: true, text: `Data uji coba dipakai lagi.${again}` };
  const balances =
    kept === 0 ? '' : ` ${String(kept)} saldo akhir uji coba disimpan sebagai baris di tab Saldo Awal.`;
  return {
    done: true,
    text: `Data uji coba dibuang dari hitungan; jawaban formulirnya tetap ada.${balances}${again}`,
  };
}

/** Stock of each village at the end of the last month before go-live, where its report gave one and no line says it. */
function lastStocks(desk: Desk): readonly (readonly [VillageCode, Stock])[] {
  const { settings, context } = desk;
  const period = addMonths(settings.goLive, -1);
  const shelf = new Shelf(desk.master, context.placing, context.places);
  shelf.load([{ period }]);
  return shelf.slice(period).flatMap((month): (readonly [VillageCode, Stock])[] => {
    const stock = endStock(month.ledger);
    const isKnown = settings.openings.some((one) => one.village === month.village && one.period === period);
    return stock === undefined || isKnown ? [] : [[month.village, stock]];
  });
}

/** The balances that go-live counts from stay, whatever happens to the reports that led to them. */
function keepBalances(desk: Desk, actor: string): number {
  const { settings, context } = desk;
  const stocks = lastStocks(desk);
  if (stocks.length === 0) return 0;
  const sheet = new SettingsSheet('openings');
  // What an interrupted run wrote stands in the tab and not in the settings yet.
  const isThere = (village: VillageCode): boolean =>
    sheet.lines.some((line) => line.text('village') === village && line.text('source') === KEPT);
  for (const [village, stock] of stocks.filter(([one]) => !isThere(one))) {
    const figures = Object.keys(NO_STOCK).map(
      (field) => [field, String(stock[field as keyof Stock])] as const,
    );
    sheet.put(undefined, {
      village,
      villageName: nameIn(settings, village),
      period: formatPeriod(addMonths(settings.goLive, -1)),
      ...Object.fromEntries(figures),
      source: KEPT,
      status: OPENING_STATUS[1],
      confirmedBy: actor,
      confirmedOn: formatDate(context.today),
    });
  }
  return stocks.length;
}

const nameIn = ({ villages }: Settings, code: VillageCode): string =>
  villages.find((one) => one.code === code)?.name ?? '';

/** *Laporan uji coba* as it is today; one that was made today already stays, since somebody may have edited it. */
function makeReport(desk: Desk): CommandResult {
  const { context, master, settings } = desk;
  const shelf = new Shelf(master, context.placing, context.places);
  const months = loadAll(shelf);
  const heads = context.places.map((village) => shelf.head(village));
  const template = ensureTemplate(desk, { kind: 'trial', name: TRIAL_TEMPLATE, lines: TRIAL_LINES });
  const folder = papersFolder(desk, (settings.trial?.until ?? context.today).slice(0, 4));
  const name = trialReportName(context);
  const file = makePaper(desk, template, name, folder.id, trialFilling(context, months, heads));
  return {
    done: true,
    text: 'Laporan uji coba selesai dibuat.',
    links: [{ text: 'Buka laporan', url: file.url }],
  };
}

/** What is left to choose once the trial period is over, with its report; `known` = what stands on `Beranda` already. */
export function trialToDos(desk: Desk, known: readonly ToDo[]): readonly ToDo[] {
  const { trial } = desk.settings;
  if (trial === undefined || trial.discarded === true || desk.context.today <= trial.until) return [];
  return known.length > 0 ? known : [endToDo(desk)];
}

function endToDo(desk: Desk): ToDo {
  const text =
    'Masa uji coba sudah selesai. Baca Laporan uji coba, lalu pilih di menu Masa uji coba apakah datanya dibuang; bila tetap dipakai, kosongkan kedua tanggal uji coba di tab Pengaturan.';
  try {
    const link = makeReport(desk).links?.[0]?.url;
    return link === undefined ? { text } : { text, link };
  } catch {
    // A report that Google does not let be made tonight is made from the menu.
    return { text };
  }
}
