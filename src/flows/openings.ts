import { formatDate, formatPeriod, parsePeriod } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import { cellText } from '../core/escape';
import { NO_STOCK, stockText } from '../core/population';
import { isUntouched, proposeOpening, PROPOSED, type Proposal } from '../core/proposal';
import type { Stock } from '../core/report';
import type { VillageCode } from '../core/settings';
import { OPENING_STATUS, settingsTab } from '../core/settingsTabs';
import { now } from '../google/clock';
import { mark } from './memory';
import { villageField, type Draft, type Plain } from './dialogFields';
import type { CommandResult } from './dialog';
import type { Desk } from './desk';
import { reformProposals } from './reforms';
import { problem, villageNamed, type Order, type UnderstandResult, type Understood } from './orders';
import { readSettings, problemSentence } from './settingsDesk';
import { SettingsSheet, type SheetLine } from './settingsSheet';
import { monthsOf, Shelf } from './shelf';

const TAB_NAME = settingsTab('openings').name;
const [PROPOSAL, CONFIRMED] = OPENING_STATUS;
const FIGURES = Object.keys(NO_STOCK) as (keyof Stock)[];

/** What *Saldo awal* can do; in `Perintah` the same words stand under *Alasan*. */
const ACTS = ['tulis usulan', 'konfirmasi', 'batalkan konfirmasi'] as const;
type Act = (typeof ACTS)[number];

/** What predecessors or the first reports propose for villages without a balance in force. Two calls and those of their months. */
export function proposalsOf(desk: Desk): readonly Proposal[] {
  const { settings, context } = desk;
  const shelf = new Shelf(desk.master, context.placing, context.places);
  shelf.loadHeads();
  const lacking = context.places.filter(
    (village) =>
      shelf.head(village).latest.population !== undefined &&
      !settings.openings.some((one) => one.village === village),
  );
  const all = lacking.map((village) => ({ village, periods: monthsOf(shelf.head(village)) }));
  shelf.load(all.flatMap(({ village, periods }) => periods.map((period) => ({ village, period }))));
  const reformed = reformProposals(desk);
  const reported = all.flatMap(
    ({ village, periods }) => proposeOpening(periods.map((period) => shelf.month(village, period))) ?? [],
  );
  return [...reformed, ...reported.filter((one) => !reformed.some(({ village }) => village === one.village))];
}

const openSheet = (): SettingsSheet => new SettingsSheet('openings');
const statusOf = (line: SheetLine): string => line.text('status').toLowerCase();

function stockIn(line: SheetLine): Stock {
  return Object.fromEntries(
    FIGURES.map((field) => [field, Number(line.text(field) || '0')]),
  ) as unknown as Stock;
}

/** The line that a proposal goes into: its own older one, or one that is made ready for the village; undefined = a new one. */
function lineFor(sheet: SettingsSheet, proposal: Proposal): SheetLine | undefined {
  const own = sheet.lines.filter((line) => line.text('village') === proposal.village);
  const isProposed = (line: SheetLine): boolean =>
    statusOf(line) === PROPOSAL && line.text('source').startsWith(PROPOSED);
  const isReady = (line: SheetLine): boolean =>
    ['period', 'source', 'status', ...FIGURES].every((column) => line.text(column) === '');
  return own.find(isProposed) ?? own.find(isReady);
}

/** Writes proposals into `Saldo Awal`; what a person has changed in one stays. Gives the villages whose line is new or renewed. */
export function writeProposals(desk: Desk): readonly VillageCode[] {
  const proposals = proposalsOf(desk).filter((one) => FIGURES.every((field) => one.stock[field] >= 0));
  if (proposals.length === 0) return [];
  const sheet = openSheet();
  return proposals.flatMap((proposal) => {
    const line = lineFor(sheet, proposal);
    const isOurs = line !== undefined && statusOf(line) === PROPOSAL;
    const isSame = isOurs && line.text('source') === proposal.source;
    if (isSame || (isOurs && !isUntouched(line.text('source'), stockIn(line)))) return [];
    const figures = FIGURES.map((field) => [field, String(proposal.stock[field])] as const);
    sheet.put(line, {
      village: proposal.village,
      villageName: desk.settings.villages.find((one) => one.code === proposal.village)?.name ?? '',
      period: formatPeriod(proposal.period),
      ...Object.fromEntries(figures),
      source: proposal.source,
      status: PROPOSAL,
    });
    return [proposal.village];
  });
}

/** The dialog of *Saldo awal*: what is proposed, and what to do with it. */
export function openingsDialog(desk: Desk, plain: Plain): Draft {
  const proposals = proposalsOf(desk);
  const waiting = openSheet().lines.filter((line) => statusOf(line) === PROPOSAL);
  const lines =
    waiting.length > 0
      ? waiting.map((line) => lineText(desk, line))
      : proposals.map(
          ({ village, period, stock, doubt }) =>
            `${titleOf(desk.context, village)}, akhir ${formatPeriod(period)}: ${stockText(stock)}` +
            (doubt === undefined ? '' : ` (mohon diperiksa: ${doubt})`),
        );
  const introduction =
    waiting.length > 0
      ? `${String(waiting.length)} usulan menunggu konfirmasi di tab ${TAB_NAME}. Angkanya boleh diubah di tab itu sebelum dikonfirmasi:`
      : proposals.length > 0
        ? `Dihitung dari laporan pertama (jumlah akhir dikurangi mutasinya), atau dari saldo akhir desa asalnya. Usulan ditulis di tab ${TAB_NAME}, dapat diubah, dan baru dipakai setelah dikonfirmasi:`
        : `Belum ada desa/kelurahan yang menunggu saldo awal. Usulan muncul setelah laporan kependudukan pertama dari desa yang belum punya saldo awal.`;
  return {
    ...plain,
    introduction,
    lines,
    fields: [
      {
        id: 'reason',
        label: 'Yang dikerjakan',
        kind: 'list',
        required: true,
        choices: ACTS.map((words) => ({ value: words, label: words })),
        value: waiting.length > 0 ? ACTS[1] : ACTS[0],
      },
      { ...allOrOne(desk), help: 'Kosong berarti semua yang ada.' },
    ],
    action: 'Kerjakan',
  };
}

function allOrOne(desk: Desk): Draft['fields'][number] {
  const { choices = [], ...field } = villageField(desk);
  return { ...field, required: false, choices: choices.map((one) => (one.value === '' ? ALL : one)) };
}

const ALL = { value: '', label: 'Semua' };

function lineText(desk: Desk, line: SheetLine): string {
  const stock = stockIn(line);
  const foreign = stock.foreignersMale + stock.foreignersFemale;
  const told = foreign > 0 ? ` (di antaranya ${String(foreign)} WNA)` : '';
  return `${titleOf(desk.context, line.text('village'))}, akhir ${line.text('period')}: ${stockText(stock)}${told}`;
}

/** Reads what *Saldo awal* is to do. */
export function understandOpenings(desk: Desk, order: Order): UnderstandResult {
  const what = ACTS.find((words) => words === order.reason.trim().toLowerCase());
  if (what === undefined) return problem(`Mohon tulis di Alasan yang dikerjakan: ${ACTS.join(', atau ')}.`);
  const village = villageNamed(desk, order.village);
  if (order.village !== '' && village === undefined) return problem(`Desa "${order.village}" tidak dikenal.`);
  return { ok: { what, ...(village === undefined ? {} : { village }) } };
}

/** Does it; new balances come into force with the settings, right after this. */
export function performOpenings(desk: Desk, ok: Understood, actor: string): CommandResult {
  const act = ok.what as Act;
  const url = desk.context.masterAddress(TAB_NAME);
  const links = url === undefined ? [] : [{ text: `Buka tab ${TAB_NAME}`, url }];
  if (act === 'tulis usulan') return { ...proposed(desk), links };
  return { ...(act === 'konfirmasi' ? confirmed(desk, ok, actor) : withdrawn(ok, actor)), links };
}

function proposed(desk: Desk): CommandResult {
  const doubts = proposalsOf(desk).flatMap(({ village, doubt }) =>
    doubt === undefined ? [] : [`${titleOf(desk.context, village)}: mohon diperiksa, ${doubt}.`],
  );
  const written = writeProposals(desk);
  const text =
    written.length === 0
      ? 'Tidak ada usulan baru.'
      : `${String(written.length)} usulan ditulis di tab ${TAB_NAME}. Periksa angkanya, lalu konfirmasi.`;
  return { done: true, text, lines: doubts };
}

function confirmed(desk: Desk, { village }: Understood, actor: string): CommandResult {
  const sheet = openSheet();
  const waiting = sheet.lines.filter((line) => statusOf(line) === PROPOSAL && isOf(line, village));
  const wrong = waiting.flatMap((line) => lineProblem(desk, line) ?? []);
  const good = waiting.filter((line) => lineProblem(desk, line) === undefined);
  for (const line of good) {
    const source = line.text('source');
    const isChanged = source.startsWith(PROPOSED) && !isUntouched(source, stockIn(line));
    sheet.put(line, {
      status: CONFIRMED,
      confirmedBy: cellText(actor),
      confirmedOn: formatDate(desk.context.today),
      ...(isChanged && !source.endsWith(CHANGED) ? { source: source + CHANGED } : {}),
    });
  }
  if (good.length > 0) mark('pengaturan', now(), actor);
  const held = good.length > 0 ? settingsProblems(desk) : [];
  if (waiting.length === 0) return { done: true, text: 'Tidak ada usulan yang menunggu konfirmasi.' };
  const text = `${String(good.length)} saldo awal dikonfirmasi${held.length > 0 ? ', tetapi belum dipakai karena tab pengaturan perlu diperbaiki' : ' dan dipakai'}.`;
  const rest = wrong.length > 0 ? ` ${String(wrong.length)} belum, mohon diperbaiki.` : '';
  return { done: good.length > 0, text: text + rest, lines: [...wrong, ...held] };
}

const CHANGED = '; angkanya diubah sebelum dikonfirmasi';

function withdrawn({ village }: Understood, actor: string): CommandResult {
  const sheet = openSheet();
  const standing = sheet.lines.filter((line) => statusOf(line) === CONFIRMED && isOf(line, village));
  for (const line of standing) sheet.put(line, { status: PROPOSAL, confirmedBy: '', confirmedOn: '' });
  if (standing.length === 0)
    return { done: true, text: 'Tidak ada saldo awal dari usulan yang sudah dikonfirmasi.' };
  mark('pengaturan', now(), actor);
  return {
    done: true,
    text: `Konfirmasi ${String(standing.length)} saldo awal dibatalkan; barisnya menjadi usulan lagi.`,
  };
}

const isOf = (line: SheetLine, village: VillageCode | undefined): boolean =>
  village === undefined || line.text('village') === village;

/** What keeps a line from being confirmed. */
function lineProblem(desk: Desk, line: SheetLine): string | undefined {
  const name = titleOf(desk.context, line.text('village'));
  if (parsePeriod(line.text('period')) === undefined)
    return `${name}: mohon isi bulannya, misalnya Juni 2026.`;
  const wrong = FIGURES.find((field) => !/^\d{1,6}$/.test(line.text(field) || '0'));
  if (wrong !== undefined) return `${name}: mohon tulis semua jumlah dengan angka saja.`;
  const { households, ...rest } = stockIn(line);
  const all = Object.values(rest).reduce((sum, one) => sum + one, 0);
  return households > all ? `${name}: jumlah KK lebih dari jumlah jiwa.` : undefined;
}

function settingsProblems(desk: Desk): readonly string[] {
  const { problems = [] } = readSettings(desk.master);
  return problems.slice(0, 8).map(problemSentence);
}
