import type { Decision } from '../core/book';
import { closedSentence, closedYearOf } from '../core/closedYears';
import { formatDate, formatNumber, formatPeriod, parseDate, parsePeriod, periodOf } from '../core/dates';
import { titleOf } from '../core/draw/rows';
import type { HandOver } from '../core/handOver';
import { maskNumbers } from '../core/identity';
import type { Stock } from '../core/report';
import type { LocalDate, Period, VillageCode } from '../core/settings';
import { COMMANDS } from '../core/tabs/stores';
import { endOfDay } from '../core/zones';
import type { ActionRow } from './actions';
import type { Desk } from './desk';
import { lazy } from './lazy';

export type OrderId = (typeof COMMANDS)[number]['id'];

/** Commands about letters and documents: their words, dialogs and work stand in the part that is needed seldom. */
const PAPERS = ['warn', 'group', 'handOver', 'refresh', 'innovation', 'printUnits'] as const;
export type PaperId = (typeof PAPERS)[number];
export const isPaper = (command: OrderId): command is PaperId => PAPERS.some((one) => one === command);

/** Orders that are given once in a while: all about them stands in the program that is read when it is needed. */
const SELDOM = [
  'showReport',
  'approveMonth',
  'undo',
  'correct',
  'fixClosing',
  'unfixClosing',
  'openings',
  'trial',
  'operators',
  'checkImport',
  'importMonths',
  'importMembers',
  'undoImport',
  'closeYear',
  'changePin',
  'note',
] as const satisfies readonly OrderId[];
export type SeldomId = (typeof SELDOM)[number];

export const isSeldom = (id: OrderId): id is SeldomId => (SELDOM as readonly OrderId[]).includes(id);

/** Orders about personal data: copied, removed on request, removed after its time. */
const PERSONAL = ['copyPerson', 'erasePerson', 'eraseOld'] as const satisfies readonly OrderId[];
export type PersonalId = (typeof PERSONAL)[number];
export const isPersonal = (id: OrderId): id is PersonalId => (PERSONAL as readonly OrderId[]).includes(id);

/** What a person wants done: from a row of `Perintah` or from a dialog. */
export interface Order {
  readonly command: OrderId;
  /** As it was typed or chosen; '' = nothing. */
  readonly village: string;
  readonly period: string;
  readonly reason: string;
  readonly until: string;
  /** By the fields of a stock, as typed. */
  readonly amount: Readonly<Partial<Record<keyof Stock, string>>>;
}

export const AMOUNT_HEADERS: Readonly<Record<keyof Stock, string>> = {
  citizensMale: 'WNI L',
  citizensFemale: 'WNI P',
  foreignersMale: 'WNA L',
  foreignersFemale: 'WNA P',
  households: 'KK',
};
export const AMOUNT_FIELDS = Object.keys(AMOUNT_HEADERS) as (keyof Stock)[];

/** Orders whose *Alasan* is a person's own words; in the others a list, a figure or a telephone number is meant. */
const IN_WORDS: readonly OrderId[] = [
  'unlock',
  'adjustBalance',
  'fixClosing',
  'unfixClosing',
  'undo',
  'correct',
  'note',
  ...PERSONAL,
];

/** *Alasan* as it may be recorded and told: a NIK or telephone number in it is masked, numbers of reports and decisions stay. */
export function veiledReason(command: OrderId, reason: string): string {
  if (!IN_WORDS.includes(command)) return reason;
  const decision = /^\s*(?:semua )?K\d+-\d+(?=\s*(;|$))/.exec(reason)?.[0] ?? '';
  return decision + maskNumbers(reason.slice(decision.length));
}

/** The order of a row; undefined where *Perintah* is empty or not one of the list. */
export function orderOf(row: ActionRow): Order | undefined {
  const words = row.text('Perintah').toLowerCase();
  const command = COMMANDS.find((one) => one.words.toLowerCase() === words);
  if (command === undefined) return undefined;
  return {
    command: command.id,
    village: row.text('Desa'),
    period: row.text('Bulan'),
    reason: veiledReason(command.id, row.text('Alasan')),
    until: row.text('Sampai'),
    amount: Object.fromEntries(AMOUNT_FIELDS.map((field) => [field, row.text(AMOUNT_HEADERS[field])])),
  };
}

/** The village that a person named: by code, by name, or with *Desa* or *Kelurahan* before it. */
export function villageNamed(desk: Desk, text: string): VillageCode | undefined {
  const wanted = text.trim().toLowerCase();
  const found = desk.settings.villages.find(
    (one) =>
      one.code === wanted ||
      one.name.toLowerCase() === wanted ||
      titleOf(desk.context, one.code).toLowerCase() === wanted,
  );
  return found?.code;
}

export const wholeNumber = (text: string): number | undefined => {
  const clean = text.trim().replace(/^[−–]/, '-').replace(/^\+/, '').replace(/\./g, '');
  if (clean === '') return 0;
  return /^-?\d{1,6}$/.test(clean) ? Number(clean) : undefined;
};

/** An order that has been understood. */
export interface Understood {
  readonly village?: VillageCode;
  readonly period?: Period;
  readonly until?: LocalDate;
  readonly amount?: Stock;
  /** *Serah terima operator*. */
  readonly person?: HandOver;
  /** *Perbarui formulir*: set the rules of all questions anew. */
  readonly rules?: boolean;
  /** The decision that the order makes, where it is not told by what is filled in. */
  readonly action?: Decision['action'];
  /** Decisions that the order makes together, and what is said of them then; ids that are '' are given. */
  readonly many?: readonly Omit<Decision, 'actor'>[];
  readonly said?: string;
  /** A row of `Log` about them, and what is written beside before the run ends; both can be done again. */
  readonly noted?: { readonly what: string; readonly to: string; readonly reason: string };
  readonly beside?: () => void;
  /** What a seldom order is to do, in its own words. */
  readonly what?: string;
}

export type UnderstandResult = { readonly ok: Understood } | { readonly problem: string };

export const problem = (text: string): UnderstandResult => ({ problem: `${text} Data tidak berubah.` });

/** Reads what an order needs; a sentence for the person where something is missing or cannot be read. */
export function understand(desk: Desk, order: Order): UnderstandResult {
  const period = parsePeriod(order.period);
  const noMonth =
    period === undefined
      ? 'Mohon pilih bulannya.'
      : period > periodOf(desk.context.today)
        ? `${formatPeriod(period)} belum berjalan. Mohon pilih bulan lain.`
        : undefined;
  if (order.command === 'recap')
    return period === undefined || noMonth !== undefined ? problem(noMonth ?? '') : { ok: { period } };
  if (order.command === 'updateForms') return { ok: { rules: /aturan/i.test(order.reason) } };
  if (isPaper(order.command)) return lazy().understandPaper(desk, order, period);
  if (isPersonal(order.command)) return lazy().understandPersonal(desk, order, order.command);
  if (isSeldom(order.command)) return lazy().understandSeldom(desk, order, order.command);
  if (order.command !== 'unlock' && order.command !== 'adjustBalance') return { ok: {} };
  const village = villageNamed(desk, order.village);
  if (village === undefined) return problem('Mohon pilih desa atau kelurahannya.');
  if (period === undefined || noMonth !== undefined) return problem(noMonth ?? '');
  if (order.reason === '') return problem('Mohon isi alasannya.');
  return order.command === 'unlock'
    ? understandUnlock(desk, order, village, period)
    : understandAmount(order, village, period);
}

function understandUnlock(desk: Desk, order: Order, village: VillageCode, period: Period): UnderstandResult {
  const year = closedYearOf(desk.context.closed, period);
  if (year !== undefined) return problem(`${closedSentence(year.year)} Pakai Koreksi saldo.`);
  const until = parseDate(order.until);
  if (until === undefined) return problem('Mohon isi sampai tanggal berapa, misalnya 25/08/2026.');
  if (until < desk.context.today) return problem(`Tanggal ${formatDate(until)} sudah lewat.`);
  return { ok: { village, period, until } };
}

function understandAmount(order: Order, village: VillageCode, period: Period): UnderstandResult {
  const parts = AMOUNT_FIELDS.map((field) => [field, wholeNumber(order.amount[field] ?? '')] as const);
  const wrong = parts.find(([, value]) => value === undefined);
  if (wrong !== undefined)
    return problem(`Mohon isi ${AMOUNT_HEADERS[wrong[0]]} dengan angka saja, misalnya 2 atau -2.`);
  if (parts.every(([, value]) => value === 0)) return problem('Mohon isi berapa yang dikoreksi.');
  const amount = Object.fromEntries(parts.map(([field, value]) => [field, value ?? 0])) as unknown as Stock;
  return { ok: { village, period, amount } };
}

/** The decision that an order makes; undefined for orders that decide nothing. */
export function decisionOf(
  desk: Desk,
  order: Order,
  ok: Understood,
  actor: string,
  id: string,
): Decision | undefined {
  if (ok.village === undefined || ok.period === undefined) return undefined;
  const common = { id, at: desk.now, actor, village: ok.village, period: ok.period, reason: order.reason };
  if (ok.action !== undefined)
    return { ...common, action: ok.action, ...(ok.amount ? { amount: ok.amount } : {}) };
  if (ok.until !== undefined)
    return { ...common, action: 'unlock', until: endOfDay(ok.until, desk.settings.zone) };
  return ok.amount === undefined ? undefined : { ...common, action: 'adjustBalance', amount: ok.amount };
}

/** `WNI L +2, KK −1`: what a koreksi saldo adds. */
export function amountText(amount: Stock): string {
  return AMOUNT_FIELDS.filter((field) => amount[field] !== 0)
    .map((field) => `${AMOUNT_HEADERS[field]} ${amount[field] > 0 ? '+' : ''}${formatNumber(amount[field])}`)
    .join(', ');
}

/**
 * What a decision did, for the person who ordered it. `dated` = the month in which a koreksi saldo was dated in the
 * end; undefined = it waits until older reports of the village are read.
 */
export function decisionSentence(desk: Desk, ok: Understood, dated: Period | undefined): string {
  if (ok.action !== undefined) return lazy().seldomSentence(desk, ok);
  const place = titleOf(desk.context, ok.village ?? '');
  const asked = formatPeriod(ok.period ?? '');
  const what = `${ok.amount === undefined ? asked : formatPeriod(dated ?? ok.period ?? '')} ${place}`;
  if (ok.until !== undefined)
    return `Kunci ${what} terbuka sampai ${formatDate(ok.until)} pukul 23.59 ${desk.settings.zone}.`;
  const said = `Saldo ${what} dikoreksi: ${ok.amount === undefined ? '' : amountText(ok.amount)}.`;
  if (dated === undefined) return `${said} Dihitung setelah laporan yang lebih lama terbaca.`;
  return dated === ok.period ? said : `${said} Koreksi dicatat di bulan itu karena ${asked} sudah dikunci.`;
}
