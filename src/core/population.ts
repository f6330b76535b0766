import type { Stock, Value } from './report';

/** The report type whose flows make the ledger. */
export const LEDGER_TYPE = 'population';

/** Answers of a population report that the ledger reads. `null` = branch not taken: zero. */
export interface PopulationAnswers {
  readonly birthsMale: number | null;
  readonly birthsFemale: number | null;
  readonly deathsMale: number | null;
  readonly deathsFemale: number | null;
  readonly arrivalsMale: number | null;
  readonly arrivalsFemale: number | null;
  readonly departuresMale: number | null;
  readonly departuresFemale: number | null;
  readonly foreignBirthsMale: number | null;
  readonly foreignBirthsFemale: number | null;
  readonly foreignDeathsMale: number | null;
  readonly foreignDeathsFemale: number | null;
  readonly foreignArrivalsMale: number | null;
  readonly foreignArrivalsFemale: number | null;
  readonly foreignDeparturesMale: number | null;
  readonly foreignDeparturesFemale: number | null;
  readonly householdsClosing: number | null;
  readonly householdsNew: number | null;
  readonly householdsLost: number | null;
  readonly closingMale: number | null;
  readonly closingFemale: number | null;
  readonly differenceReason: string | null;
}

export type Citizenship = 'citizens' | 'foreigners';
export type Sex = 'Male' | 'Female';
export type FlowKind = 'births' | 'arrivals' | 'deaths' | 'departures';

export const NO_STOCK: Stock = {
  citizensMale: 0,
  citizensFemale: 0,
  foreignersMale: 0,
  foreignersFemale: 0,
  households: 0,
};

/** The ledger's answers of a record (or of a version's `values`); what is missing or no number is `null`. */
export function populationAnswers(values: Readonly<Record<string, Value>>): PopulationAnswers {
  throw new Error(`not yet ${Object.keys(values).length}`);
}

/** One flow, e.g. births of male citizens; 0 where it was not asked. */
export function flow(answers: PopulationAnswers, kind: FlowKind, citizenship: Citizenship, sex: Sex): number {
  throw new Error(`not yet ${kind} ${citizenship} ${sex} ${String(answers.birthsMale)}`);
}

/** Stock at the end of the month: opening + flows by citizenship and sex; KK as reported. */
export function closingOf(opening: Stock, answers: PopulationAnswers): Stock {
  throw new Error(`not yet ${opening.households} ${String(answers.birthsMale)}`);
}

/** People of that sex of both citizenships. */
export function bySex(stock: Stock, sex: Sex): number {
  return stock[`citizens${sex}`] + stock[`foreigners${sex}`];
}

/** Jiwa. */
export function people(stock: Stock): number {
  return bySex(stock, 'Male') + bySex(stock, 'Female');
}

/** B.3: jiwa − KK (heads of family are left out of *anggota keluarga*). */
export function familyMembers(stock: Stock): number {
  return people(stock) - stock.households;
}

export function addStocks(a: Stock, b: Stock): Stock {
  throw new Error(`not yet ${a.households} ${b.households}`);
}

export function subtractStocks(a: Stock, b: Stock): Stock {
  throw new Error(`not yet ${a.households} ${b.households}`);
}

/** `610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612`, of both citizenships. */
export function arithmetic(opening: Stock, answers: PopulationAnswers, sex: Sex): string {
  throw new Error(`not yet ${opening.households} ${sex} ${String(answers.birthsMale)}`);
}
