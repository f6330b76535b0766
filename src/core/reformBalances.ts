import type { VillageMonth } from './book';
import { formatPeriod } from './dates';
import { existsIn } from './due';
import { amountText } from './draw/amount';
import { villageTitle } from './draw/rows';
import { endStock } from './ledgerView';
import { addMonths } from './place';
import { addStocks, isNoStock, NO_STOCK, sameStock, subtractStocks } from './population';
import { PROPOSED, proposedText, type Proposal } from './proposal';
import { reformedIn } from './reforms';
import type { Stock } from './report';
import type { Period, Settings, Village } from './settings';
import { listed } from './text';

/** Villages that were split or merged together: who was there before, who is there since. */
export interface Reform {
  /** First month after it. */
  readonly period: Period;
  readonly before: readonly Village[];
  /** Without the month before it: they need a balance of their own. */
  readonly begun: readonly Village[];
  /** Go on under their code: what they gave or took is a koreksi saldo. */
  readonly going: readonly Village[];
}

/** The month of that village; undefined = nothing is known of it. */
export type MonthOf = (village: Village, period: Period) => VillageMonth | undefined;

/** All splits and mergers of the settings; villages that came out of one another in the same month are one. */
export function reformsOf({ villages }: Settings): readonly Reform[] {
  const groups: { period: Period; codes: Set<string> }[] = [];
  for (const village of villages) {
    const period = reformedIn(villages, village);
    if (period === undefined) continue;
    const own = [village.code, ...(village.origins ?? [])];
    const near = groups.filter((one) => one.period === period && own.some((code) => one.codes.has(code)));
    for (const one of near) groups.splice(groups.indexOf(one), 1);
    groups.push({ period, codes: new Set([...near.flatMap((one) => [...one.codes]), ...own]) });
  }
  return groups.map(({ period, codes }) => {
    const all = villages.filter((one) => codes.has(one.code));
    const was = (one: Village): boolean => existsIn(one, addMonths(period, -1));
    const is = all.filter((one) => existsIn(one, period));
    return {
      period,
      before: all.filter(was),
      begun: is.filter((one) => !was(one)),
      going: is.filter(was),
    };
  });
}

const titles = (villages: readonly Village[]): string => listed(villages.map(villageTitle));
const sum = (stocks: readonly Stock[]): Stock => stocks.reduce(addStocks, NO_STOCK);

/** Stocks of all these villages; undefined where one is not known. */
function allOf(
  villages: readonly Village[],
  of: (village: Village) => Stock | undefined,
): readonly Stock[] | undefined {
  const stocks = villages.map(of).filter((one): one is Stock => one !== undefined);
  return stocks.length === villages.length ? stocks : undefined;
}

/** Balance in force at the end of the month before the reform. */
function balanceOf({ openings }: Settings, { period }: Reform): (village: Village) => Stock | undefined {
  return ({ code }) => openings.find((one) => one.village === code && one.period === addMonths(period, -1));
}

const closingAt =
  (monthOf: MonthOf, period: Period) =>
  (village: Village): Stock | undefined =>
    endStock(monthOf(village, period)?.ledger);

/**
 * The first balance of the one village that a reform leaves without: what its predecessors had at the end, less what
 * the other new ones have. Undefined where that is not known yet, or where a predecessor goes on with a part of it.
 */
export function proposeReformed(settings: Settings, reform: Reform, monthOf: MonthOf): Proposal | undefined {
  const { before, begun, going } = reform;
  const has = balanceOf(settings, reform);
  const lacking = begun.filter((one) => has(one) === undefined);
  const [village] = lacking;
  const period = addMonths(reform.period, -1);
  const closings = allOf(before, closingAt(monthOf, period));
  if (village === undefined || lacking.length > 1 || going.length > 0 || closings === undefined)
    return undefined;
  const others = begun.flatMap((one) => has(one) ?? []);
  const stock = subtractStocks(sum(closings), sum(others));
  const rest =
    others.length === 0 ? '' : `, sesudah dikurangi ${titles(begun.filter((one) => one !== village))}`;
  const source = `${PROPOSED}saldo akhir ${formatPeriod(period)} ${titles(before)}${rest}: ${proposedText(stock)}`;
  const isNegative = Object.values(stock).some((one) => Number(one) < 0);
  const doubt = isNegative ? 'saldo awal desa lainnya lebih dari saldo akhir desa asalnya' : undefined;
  return { village: village.code, period, stock, source, ...(doubt === undefined ? {} : { doubt }) };
}

/** What the villages of a reform have more after it than before it; undefined where a balance is not known yet. */
function surplus(settings: Settings, reform: Reform, monthOf: MonthOf): Stock | undefined {
  const closing = closingAt(monthOf, addMonths(reform.period, -1));
  const gone = allOf(
    reform.before.filter((one) => !reform.going.includes(one)),
    closing,
  );
  const begun = allOf(reform.begun, balanceOf(settings, reform));
  const going = allOf(reform.going, closing);
  return gone && begun && going && subtractStocks(sum(begun), sum(gone));
}

/** Whether villages that go on have a koreksi saldo of just that amount, since the month of the reform. */
function isCorrected({ going, period }: Reform, amount: Stock, last: Period, monthOf: MonthOf): boolean {
  for (let at = period; at <= last; at = addMonths(at, 1)) {
    const all = going.map((one) => monthOf(one, at)?.ledger?.adjustments ?? []);
    const amounts = all.flat().map((one) => one.amount);
    if (amounts.some((one) => sameStock(one, amount)) || sameStock(sum(amounts), amount)) return true;
  }
  return false;
}

/**
 * What the office has to do so that nobody is lost or counted twice: a koreksi saldo of villages that go on, or balances
 * that do not add up. `last` = month up to which corrections are looked for.
 */
export function reformToDo(
  settings: Settings,
  reform: Reform,
  last: Period,
  monthOf: MonthOf,
): string | undefined {
  const { period, before, begun, going } = reform;
  const more = surplus(settings, reform, monthOf);
  if (more === undefined || isNoStock(more)) return undefined;
  const end = formatPeriod(addMonths(period, -1));
  if (going.length === 0)
    return (
      `Saldo awal ${titles(begun)} (akhir ${end}) berbeda ${amountText(more)} dari saldo akhir ${titles(before)}. ` +
      'Mohon periksa tab Saldo Awal.'
    );
  const amount = subtractStocks(NO_STOCK, more);
  if (isCorrected(reform, amount, last, monthOf)) return undefined;
  const who = going.length > 1 ? `${titles(going)} bersama-sama` : titles(going);
  const why =
    begun.length === 0
      ? `saldo akhir ${end} ${titles(before.filter((one) => !going.includes(one)))} belum masuk`
      : `warganya sudah dihitung di ${titles(begun)}`;
  return `Koreksi saldo ${formatPeriod(period)} untuk ${who} belum dicatat: ${amountText(amount)} (${why}).`;
}
