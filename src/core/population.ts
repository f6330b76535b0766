import { sumText } from './figures';
import { formatNumber } from './dates';
import type { Stock, Value } from './report';

/** The report type whose flows make the ledger. */
export const LEDGER_TYPE = 'population';

export type Citizenship = 'citizens' | 'foreigners';
export type Sex = 'Male' | 'Female';
/** Kinds of flow that B.3 has columns for. */
export type B3Kind = 'births' | 'arrivals' | 'deaths' | 'departures';
/** With residents who are reported missing, where the office has them asked for. */
export type FlowKind = B3Kind | 'missing';

export const SEXES: readonly Sex[] = ['Male', 'Female'];
export const CITIZENSHIPS: readonly Citizenship[] = ['citizens', 'foreigners'];

/** In the order of B.3 and of the sentence that people read: lahir, datang; meninggal, pindah. */
export const B3_KINDS: readonly B3Kind[] = ['births', 'arrivals', 'deaths', 'departures'];
export const FLOW_KINDS: readonly FlowKind[] = [...B3_KINDS, 'missing'];

const FLOW_WORDS: Readonly<Record<FlowKind, string>> = {
  births: 'lahir',
  arrivals: 'datang',
  deaths: 'meninggal',
  departures: 'pindah',
  missing: 'hilang',
};

/** Question id of a flow: `birthsMale` of citizens, `foreignBirthsMale` of foreigners. */
export function flowQuestion(kind: FlowKind, citizenship: Citizenship, sex: Sex): string {
  if (citizenship === 'citizens') return `${kind}${sex}`;
  return `foreign${kind.charAt(0).toUpperCase()}${kind.slice(1)}${sex}`;
}

/** Question ids of the ledger beside the flows. */
export const LEDGER_QUESTIONS = {
  closingMale: 'closingMale',
  closingFemale: 'closingFemale',
  households: 'householdsClosing',
  householdsNew: 'householdsNew',
  householdsLost: 'householdsLost',
  reason: 'differenceReason',
} as const;

/** A population report's values by question id: a record of the type, or `values` of a version. */
export type PopulationValues = Readonly<Record<string, Value>>;

/** The ledger's answers of a version. */
export function populationAnswers(values: PopulationValues): PopulationValues {
  return values;
}

/** A count among the values; undefined where it was not answered. */
export function countOf(values: PopulationValues, question: string): number | undefined {
  const value = values[question];
  return typeof value === 'number' ? value : undefined;
}

/** One flow; 0 where it was not asked (the branch for foreigners was not taken). */
export function flow(values: PopulationValues, kind: FlowKind, citizenship: Citizenship, sex: Sex): number {
  return countOf(values, flowQuestion(kind, citizenship, sex)) ?? 0;
}

/** Births + arrivals − deaths − departures − missing. */
export function netFlow(values: PopulationValues, citizenship: Citizenship, sex: Sex): number {
  const one = (kind: FlowKind): number => flow(values, kind, citizenship, sex);
  return one('births') + one('arrivals') - one('deaths') - one('departures') - one('missing');
}

/** Residents of both sexes and citizenships who are reported missing; 0 where that is not asked. */
export function missingPeople(values: PopulationValues): number {
  return CITIZENSHIPS.flatMap((citizenship) =>
    SEXES.map((sex) => flow(values, 'missing', citizenship, sex)),
  ).reduce((sum, one) => sum + one, 0);
}

/** Nobody, no household. */
export const NO_STOCK: Stock = {
  citizensMale: 0,
  citizensFemale: 0,
  foreignersMale: 0,
  foreignersFemale: 0,
  households: 0,
};

/** A stock made field by field. */
function eachField(value: (field: keyof Stock) => number): Stock {
  return {
    citizensMale: value('citizensMale'),
    citizensFemale: value('citizensFemale'),
    foreignersMale: value('foreignersMale'),
    foreignersFemale: value('foreignersFemale'),
    households: value('households'),
  };
}

export function addStocks(a: Stock, b: Stock): Stock {
  return eachField((field) => a[field] + b[field]);
}

export function subtractStocks(a: Stock, b: Stock): Stock {
  return eachField((field) => a[field] - b[field]);
}

export function sameStock(a: Stock | undefined, b: Stock | undefined): boolean {
  if (a === undefined || b === undefined) return a === b;
  return isNoStock(subtractStocks(a, b));
}

export function isNoStock(stock: Stock): boolean {
  return hasNoPeople(stock) && stock.households === 0;
}

/** True where no figure of people differs from 0 (a difference that needs no koreksi saldo). */
export function hasNoPeople(stock: Stock): boolean {
  return (
    stock.citizensMale === 0 &&
    stock.citizensFemale === 0 &&
    stock.foreignersMale === 0 &&
    stock.foreignersFemale === 0
  );
}

/** Stock at the end of the month: opening + flows by citizenship and sex; KK as reported. */
export function closingOf(opening: Stock, values: PopulationValues): Stock {
  return {
    citizensMale: opening.citizensMale + netFlow(values, 'citizens', 'Male'),
    citizensFemale: opening.citizensFemale + netFlow(values, 'citizens', 'Female'),
    foreignersMale: opening.foreignersMale + netFlow(values, 'foreigners', 'Male'),
    foreignersFemale: opening.foreignersFemale + netFlow(values, 'foreigners', 'Female'),
    households: countOf(values, LEDGER_QUESTIONS.households) ?? opening.households,
  };
}

/** People of that sex of both citizenships. */
export function bySex(stock: Stock, sex: Sex): number {
  return stock[`citizens${sex}`] + stock[`foreigners${sex}`];
}

/** Jiwa. */
export function people(stock: Stock): number {
  return bySex(stock, 'Male') + bySex(stock, 'Female');
}

/** Anggota keluarga of B.3: jiwa − KK, since heads of family are left out of it (Permendagri 47/2016). */
export function familyMembers(stock: Stock): number {
  return people(stock) - stock.households;
}

/** Opening + flows of one sex, both citizenships: what the control total should say. */
export function expectedBySex(opening: Stock, values: PopulationValues, sex: Sex): number {
  return bySex(closingOf(opening, values), sex);
}

/**
 * What the reported totals have more (less, where negative) than opening + flows: by sex, laid to citizens (WNI), and
 * KK where new and lost households were told. This is what a koreksi saldo of the month takes over.
 */
export function controlGap(opening: Stock, values: PopulationValues): Stock {
  const gap = (sex: Sex): number => {
    const told = countOf(
      values,
      sex === 'Male' ? LEDGER_QUESTIONS.closingMale : LEDGER_QUESTIONS.closingFemale,
    );
    return told === undefined ? 0 : told - expectedBySex(opening, values, sex);
  };
  return {
    ...NO_STOCK,
    citizensMale: gap('Male'),
    citizensFemale: gap('Female'),
    households: householdGap(opening, values),
  };
}

/** KK told − (KK at the start + new − lost); 0 where new or lost was left open. */
export function householdGap(opening: Stock, values: PopulationValues): number {
  const closing = countOf(values, LEDGER_QUESTIONS.households);
  const more = countOf(values, LEDGER_QUESTIONS.householdsNew);
  const less = countOf(values, LEDGER_QUESTIONS.householdsLost);
  if (closing === undefined || more === undefined || less === undefined) return 0;
  return closing - (opening.households + more - less);
}

/**
 * `610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612`, both citizenships; parts of 0 are left out,
 * all of them: `610 (awal bulan), tidak ada mutasi`.
 */
export function arithmetic(opening: Stock, values: PopulationValues, sex: Sex): string {
  const parts = FLOW_KINDS.map((kind): readonly [number, string] => {
    const sum = flow(values, kind, 'citizens', sex) + flow(values, kind, 'foreigners', sex);
    return [kind === 'births' || kind === 'arrivals' ? sum : -sum, FLOW_WORDS[kind]];
  });
  const sum = sumText([[bySex(opening, sex), '(awal bulan)'], ...parts]);
  if (parts.every(([value]) => value === 0)) return `${sum}, tidak ada mutasi`;
  return `${sum} = ${formatNumber(expectedBySex(opening, values, sex))}`;
}

/** `612 L, 592 P, 351 KK`. */
export function stockText(stock: Stock): string {
  const [male, female] = [bySex(stock, 'Male'), bySex(stock, 'Female')];
  return `${formatNumber(male)} L, ${formatNumber(female)} P, ${formatNumber(stock.households)} KK`;
}
