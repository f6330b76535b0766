import type { LedgerMonth, Version, VillageMonth } from '../book';
import { countedVersion, versionsOf } from '../counted';
import { formatNumber } from '../dates';
import {
  B3_KINDS,
  familyMembers,
  flow,
  LEDGER_TYPE,
  missingPeople,
  people,
  type Citizenship,
  type Sex,
} from '../population';
import type { Stock } from '../report';
import type { VillageRow } from './rows';

/** Columns 3–32 of B.3, a figure each; undefined = missing. */
export type B3Figures = readonly (number | undefined)[];

/** A village's line of B.3. */
export interface B3Line {
  readonly row: VillageRow;
  readonly figures: B3Figures;
  readonly counted: Version | undefined;
  readonly ledger: LedgerMonth | undefined;
  /** Has a closing: stands in JUMLAH. */
  readonly closed: boolean;
}

/** Order of the four columns in each group of flows: WNA L, WNA P, WNI L, WNI P. */
const WHO: readonly (readonly [Citizenship, Sex])[] = [
  ['foreigners', 'Male'],
  ['foreigners', 'Female'],
  ['citizens', 'Male'],
  ['citizens', 'Female'],
];
/** Columns 3–32. */
export const B3_FIGURES = 30;

/** WNA L, WNA P, WNI L, WNI P, KK, anggota (jiwa − KK), jiwa: columns 3–9 and 26–32. */
function stockFigures(stock: Stock | undefined): B3Figures {
  if (stock === undefined) return Array.from({ length: 7 }, () => undefined);
  const { foreignersMale, foreignersFemale, citizensMale, citizensFemale, households } = stock;
  return [
    foreignersMale,
    foreignersFemale,
    citizensMale,
    citizensFemale,
    households,
    familyMembers(stock),
    people(stock),
  ];
}

/**
 * Flows of a counted report; foreigners' are 0 where the village said that there were none. Whoever is reported missing
 * has no column in B.3 and stands among those who left, named in column 33.
 */
function flowFigures(version: Version | undefined): B3Figures {
  if (version === undefined) return Array.from({ length: B3_KINDS.length * WHO.length }, () => undefined);
  return B3_KINDS.flatMap((kind) =>
    WHO.map(
      ([citizenship, sex]) =>
        flow(version.values, kind, citizenship, sex) +
        (kind === 'departures' ? flow(version.values, 'missing', citizenship, sex) : 0),
    ),
  );
}

/** The response whose flows are in the figures: the ledger's, where there is a ledger. */
function countedReport(month: VillageMonth | undefined): Version | undefined {
  const id = month?.ledger?.counted;
  if (id === undefined) return countedVersion(month, LEDGER_TYPE);
  return versionsOf(month, LEDGER_TYPE).find((version) => version.id === id);
}

/** A village's line of B.3: what is not known is missing, never 0. */
export function b3Line(row: VillageRow): B3Line {
  const ledger = row.month?.ledger;
  const counted = countedReport(row.month);
  const figures = [
    ...stockFigures(ledger?.opening),
    ...flowFigures(counted),
    ...stockFigures(ledger?.closing),
  ];
  return { row, figures, counted, ledger, closed: ledger?.closing !== undefined };
}

/** `termasuk 1 hilang`: what *Pindah* of these lines holds of residents who are reported missing; '' = none. */
export function missingWords(lines: readonly B3Line[]): string {
  const sum = lines.reduce((all, { counted }) => all + (counted ? missingPeople(counted.values) : 0), 0);
  return sum === 0 ? '' : `termasuk ${formatNumber(sum)} hilang`;
}

/** The same in column 33, where it has to say of which columns. */
export function missingNote(lines: readonly B3Line[]): string {
  const words = missingWords(lines);
  return words === '' ? '' : `Pindah ${words}`;
}

/** Sum of each column over these lines; missing figures add nothing. */
export function b3Sum(lines: readonly B3Line[]): readonly number[] {
  return Array.from({ length: B3_FIGURES }, (_unused, at) =>
    lines.reduce((sum, line) => sum + (line.figures[at] ?? 0), 0),
  );
}

/** Only the flows (columns 10–25) of these lines summed; the stocks stay missing. */
export function b3FlowSum(lines: readonly B3Line[]): B3Figures {
  return b3Sum(lines).map((sum, at) => (at >= 7 && at < 23 ? sum : undefined));
}
