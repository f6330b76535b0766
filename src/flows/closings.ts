import { closedSentence, closedYearOf } from '../core/closedYears';
import { countedVersion } from '../core/counted';
import { formatNumber, formatPeriod, parsePeriod, periodOf } from '../core/dates';
import { collectedPeriod, villageOf, existsIn } from '../core/due';
import { titleOf } from '../core/draw/rows';
import { fixedClosing } from '../core/ledgerView';
import { addMonths } from '../core/place';
import { LEDGER_TYPE, people, stockText } from '../core/population';
import type { Stock } from '../core/report';
import type { Period, VillageCode } from '../core/settings';
import { monthField, reasonField, villageField, type Draft, type Plain } from './dialogFields';
import type { DialogField } from './dialog';
import type { Desk } from './desk';
import {
  AMOUNT_FIELDS,
  AMOUNT_HEADERS,
  problem,
  villageNamed,
  wholeNumber,
  type Order,
  type UnderstandResult,
  type Understood,
} from './orders';
import { Shelf } from './shelf';

type ClosingId = 'fixClosing' | 'unfixClosing';

const INTRODUCTION: Readonly<Record<ClosingId, string>> = {
  fixClosing:
    'Untuk bulan yang laporannya memang tidak akan ada, saldo akhirnya ditetapkan, supaya bulan-bulan sesudahnya dapat dihitung. Angka lahir, meninggal, datang, dan pindah bulan itu tetap kosong. Bila kelak ada laporan yang sah, laporan itu yang dipakai.',
  unfixClosing:
    'Penetapan saldo akhir yang terakhir untuk bulan itu dibatalkan; bulan-bulan sesudahnya dihitung lagi.',
};

/** The dialog of *Tetapkan saldo akhir* and of its taking back. */
export function closingDialog(desk: Desk, command: ClosingId, plain: Plain): Draft {
  const figures = Object.entries(AMOUNT_HEADERS).map(([id, label]): DialogField => ({
    id,
    label: `${label} akhir bulan`,
    kind: 'number',
    ...(id.startsWith('foreigners') ? { value: '0' } : { required: true }),
  }));
  const last = addMonths(collectedPeriod(desk.settings, desk.context.today), -1);
  return {
    ...plain,
    introduction: INTRODUCTION[command],
    fields: [
      villageField(desk),
      monthField(desk, last),
      ...(command === 'fixClosing' ? figures : []),
      reasonField,
    ],
    action: plain.title,
  };
}

function stockFrom(order: Order): Stock | string {
  const read = (field: keyof Stock): number | undefined => {
    const text = order.amount[field] ?? '';
    const value = text.trim() === '' && !field.startsWith('foreigners') ? undefined : wholeNumber(text);
    return value === undefined || value < 0 ? undefined : value;
  };
  const wrong = AMOUNT_FIELDS.find((field) => read(field) === undefined);
  if (wrong !== undefined)
    return `Mohon isi ${AMOUNT_HEADERS[wrong]} akhir bulan dengan angka saja, misalnya 612.`;
  const stock = Object.fromEntries(
    AMOUNT_FIELDS.map((field) => [field, read(field) ?? 0]),
  ) as unknown as Stock;
  const all = people(stock);
  if (stock.households > all)
    return `Jumlah KK ${formatNumber(stock.households)} lebih dari jumlah jiwa ${formatNumber(all)}.`;
  if (all > 0 && stock.households === 0) return 'Mohon isi jumlah KK akhir bulan.';
  return stock;
}

/** Why this month's closing cannot be fixed or taken back; undefined where it can. */
function refusal(desk: Desk, command: ClosingId, village: VillageCode, period: Period): string | undefined {
  const { settings } = desk;
  const known = villageOf(settings, village);
  const what = `${formatPeriod(period)} ${titleOf(desk.context, village)}`;
  const year = closedYearOf(desk.context.closed, period);
  if (year !== undefined) return `${closedSentence(year.year)} Pakai Koreksi saldo, atau tab Saldo Awal.`;
  if (period < settings.goLive)
    return `${formatPeriod(period)} sebelum mulai berlaku; saldonya diisi di tab Saldo Awal.`;
  if (period >= periodOf(desk.context.today)) return `${formatPeriod(period)} belum berakhir.`;
  if (known && !existsIn(known, period)) return `${titleOf(desk.context, village)} belum ada di bulan itu.`;
  const shelf = new Shelf(desk.master, desk.context.placing, desk.context.places);
  shelf.load([{ village, period }]);
  const month = shelf.month(village, period);
  if (command === 'unfixClosing')
    return fixedClosing(month.ledger) ? undefined : `Saldo akhir ${what} tidak pernah ditetapkan.`;
  const isReported = countedVersion(month, LEDGER_TYPE) !== undefined && month.ledger?.closing !== undefined;
  return isReported ? `${what} sudah punya laporan dan saldo akhir; pakai Koreksi saldo.` : undefined;
}

/** Reads an order to fix the closing of a month, or to take that back. One call to look at the month. */
export function understandClosing(desk: Desk, order: Order, command: ClosingId): UnderstandResult {
  const village = villageNamed(desk, order.village);
  if (village === undefined) return problem('Mohon pilih desa atau kelurahannya.');
  const period = parsePeriod(order.period);
  if (period === undefined) return problem('Mohon pilih bulannya.');
  if (order.reason === '') return problem('Mohon isi alasannya.');
  const amount = command === 'fixClosing' ? stockFrom(order) : undefined;
  if (typeof amount === 'string') return problem(amount);
  const refused = refusal(desk, command, village, period);
  if (refused !== undefined) return problem(refused);
  return { ok: { village, period, action: command, ...(amount ? { amount } : {}) } };
}

/** What the decision did. */
export function closingSentence(desk: Desk, ok: Understood): string {
  const what = `Saldo akhir ${formatPeriod(ok.period ?? '')} ${titleOf(desk.context, ok.village ?? '')}`;
  if (ok.amount === undefined) return `${what} dibatalkan. Bulan-bulan sesudahnya dihitung lagi.`;
  return `${what} ditetapkan: ${stockText(ok.amount)}. Bulan-bulan sesudahnya dihitung dari angka ini.`;
}
