import type { VillageMonth } from './book';
import { countedVersion } from './counted';
import { formatNumber, formatPeriod } from './dates';
import { addMonths } from './place';
import {
  bySex,
  countOf,
  LEDGER_QUESTIONS,
  LEDGER_TYPE,
  netFlow,
  NO_STOCK,
  stockText,
  type Sex,
} from './population';
import type { Stock } from './report';
import type { Period, VillageCode } from './settings';

/** The first balance of a village as its first report has it, where nobody typed one. */
export interface Proposal {
  readonly village: VillageCode;
  /** The month at whose end it stands: the one before the report's. */
  readonly period: Period;
  readonly stock: Stock;
  /** Where it comes from, with the figures proposed, so that a changed line shows. */
  readonly source: string;
  /** What a person has to look at before it is confirmed; undefined = nothing. */
  readonly doubt?: string;
}

/** The first counted report, where it has nothing to count from, whatever months before it were never reported. */
function firstWaiting(months: readonly VillageMonth[]): VillageMonth | undefined {
  const [first] = months
    .filter((month) => countedVersion(month, LEDGER_TYPE) !== undefined)
    .sort((a, b) => (a.period < b.period ? -1 : 1));
  return first?.ledger?.opening === undefined ? first : undefined;
}

/**
 * What the first report proposes: WNI = its totals − all changes of the month, WNA = 0, KK = at the end − new + lost.
 * Undefined where no report waits for a balance.
 */
export function proposeOpening(months: readonly VillageMonth[]): Proposal | undefined {
  const month = firstWaiting(months);
  const version = countedVersion(month, LEDGER_TYPE);
  if (!month || !version) return undefined;
  const { values } = version;
  const told = (question: string): number => countOf(values, question) ?? 0;
  const before = (sex: Sex): number =>
    told(sex === 'Male' ? LEDGER_QUESTIONS.closingMale : LEDGER_QUESTIONS.closingFemale) -
    netFlow(values, 'citizens', sex) -
    netFlow(values, 'foreigners', sex);
  const stock: Stock = {
    ...NO_STOCK,
    citizensMale: before('Male'),
    citizensFemale: before('Female'),
    households:
      told(LEDGER_QUESTIONS.households) -
      told(LEDGER_QUESTIONS.householdsNew) +
      told(LEDGER_QUESTIONS.householdsLost),
  };
  const doubt =
    doubtOf(stock, netFlow(values, 'foreigners', 'Male'), netFlow(values, 'foreigners', 'Female')) ??
    (version.marks.includes('awaitingPreviousMonth')
      ? `laporan ${formatPeriod(addMonths(month.period, -1))} belum ada; tunggu bila masih akan dikirim`
      : undefined);
  return {
    village: month.village,
    period: addMonths(month.period, -1),
    stock,
    source: sourceText(month.period, version.number, stock),
    ...(doubt === undefined ? {} : { doubt }),
  };
}

/** `Usulan dari laporan Juli 2026 nomor 2005-260803-091400: 610 L, 592 P, 351 KK`. */
function sourceText(period: Period, number: string, stock: Stock): string {
  return `${PROPOSED}laporan ${formatPeriod(period)} nomor ${number}: ${stockText(stock)}`;
}

function doubtOf(stock: Stock, men: number, women: number): string | undefined {
  if (Object.values(stock).some((one) => Number(one) < 0))
    return 'hasilnya kurang dari 0; angka laporannya perlu diperiksa';
  const all = bySex(stock, 'Male') + bySex(stock, 'Female');
  if (stock.households > all)
    return `KK (${formatNumber(stock.households)}) lebih dari jumlah jiwa (${formatNumber(all)})`;
  return men < 0 || women < 0
    ? 'ada WNA yang berkurang bulan itu, jadi WNA awalnya tidak mungkin 0'
    : undefined;
}

/** `610 L, 592 P, 351 KK`, with foreigners `… (WNA 1 L, 0 P)`. */
export function proposedText(stock: Stock): string {
  const { foreignersMale, foreignersFemale } = stock;
  const foreign =
    foreignersMale + foreignersFemale === 0
      ? ''
      : ` (WNA ${String(foreignersMale)} L, ${String(foreignersFemale)} P)`;
  return stockText(stock) + foreign;
}

/** Whether a line's figures are those that its source says were proposed: nobody has changed them. */
export function isUntouched(source: string, stock: Stock): boolean {
  return source.endsWith(`: ${proposedText(stock)}`);
}

/** Begins the source of every line that the program proposed. */
export const PROPOSED = 'Usulan dari ';
