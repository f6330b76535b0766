import type { VillageHead, VillageMonth, Version } from './book';
import { LONGEST_CELL } from './escape';
import type { Finding, ReportTypeId, Severity, Value } from './report';

/** Columns of a row of `Indeks`: the key and the cells over which its JSON goes on. */
export const INDEX_COLUMNS = 8;

/** Stands before every cell after the first, so that no cell begins with a sign that a sheet takes for more than text. */
const GOES_ON = '|';

/** Short names of a version's properties in the cell; what is missing or empty is left out. */
const SHORT = {
  id: 'i',
  number: 'n',
  at: 'a',
  sender: 's',
  proof: 'p',
  reporter: 'r',
  normalised: 'o',
  state: 't',
  marks: 'm',
  qualified: 'q',
  decision: 'd',
  before: 'b',
  released: 'l',
  judged: 'j',
  reported: 'e',
  acceptedDifference: 'x',
  root: 'c',
  corrections: 'k',
  replaced: 'y',
  twin: 'z',
  compared: 'g',
  named: 'w',
  print: 'h',
  edits: 'ed',
  unknown: 'un',
  answer: 'u',
} as const satisfies Partial<Record<keyof Version, string>>;
const LETTERS = Object.entries(SHORT);

type ShortVersion = Record<string, unknown>;
type ShortFinding = readonly [string, string, string, string, string, string];

/** Versions of one type: questions' ids once, each version's values in their order. */
interface ShortReports {
  readonly ids: readonly string[];
  readonly all: readonly ShortVersion[];
}

interface ShortMonth {
  readonly ledger?: VillageMonth['ledger'];
  readonly unlocks?: VillageMonth['unlocks'];
  readonly reports?: Readonly<Record<string, ShortReports>>;
}

const SEVERITY: Readonly<Record<string, Severity>> = { e: 'error', w: 'warning', i: 'information' };

function shortFinding(finding: Finding): ShortFinding {
  const { rule, severity, question, sent, expected, message } = finding;
  return [rule, severity.charAt(0), question, sent, expected, message];
}

function longFinding([rule, severity, question, sent, expected, message]: ShortFinding): Finding {
  return { rule, severity: SEVERITY[severity] ?? 'information', question, sent, expected, message };
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined || value === '' || value === false || (Array.isArray(value) && value.length === 0)
  );
}

function shortVersion(version: Version, ids: readonly string[]): ShortVersion {
  const short: ShortVersion = {};
  for (const [name, letter] of LETTERS) {
    const value: unknown = version[name as keyof typeof SHORT];
    if (!isEmpty(value)) short[letter] = value === true ? 1 : value;
  }
  if (ids.length > 0) short['v'] = ids.map((id) => version.values[id] ?? null);
  if (version.findings.length > 0) short['f'] = version.findings.map(shortFinding);
  return short;
}

/** The properties that every version has, where the cell left them out. */
const DEFAULTS = { sender: '', reporter: '', normalised: [], marks: [], qualified: false } as const;

function longVersion(short: ShortVersion, ids: readonly string[], type: Version['type']): Version {
  const long: Record<string, unknown> = { type, ...DEFAULTS };
  for (const [name, letter] of LETTERS) {
    const value = short[letter];
    if (value === undefined) continue;
    long[name] = value === 1 && name !== 'at' ? true : value;
  }
  const values = (short['v'] ?? []) as readonly Value[];
  long['values'] = Object.fromEntries(ids.map((id, at) => [id, values[at] ?? null]));
  long['findings'] = ((short['f'] ?? []) as readonly ShortFinding[]).map(longFinding);
  return long as unknown as Version;
}

function shortReports(versions: readonly Version[]): ShortReports {
  const ids = [...new Set(versions.flatMap((version) => Object.keys(version.values)))];
  return { ids, all: versions.map((version) => shortVersion(version, ids)) };
}

function longReports(short: ShortReports, type: Version['type']): readonly Version[] {
  return short.all.map((version) => longVersion(version, short.ids, type));
}

/** The key and the JSON over as many cells as it takes; never cut within a sign. */
function toCells(key: string, content: object): string[] {
  let rest = JSON.stringify(content);
  const cells: string[] = [key];
  while (rest !== '') {
    const begin = cells.length === 1 ? '' : GOES_ON;
    const room = LONGEST_CELL - 1;
    const piece = rest.slice(0, room).replace(rest.length > room ? /[\uD800-\uDBFF]$/ : /$^/, '');
    cells.push(begin + piece);
    rest = rest.slice(piece.length);
  }
  if (cells.length > INDEX_COLUMNS)
    throw new Error(`${key} does not fit into the ${INDEX_COLUMNS} columns of Indeks.`);
  return [...cells, ...Array.from({ length: INDEX_COLUMNS - cells.length }, () => '')];
}

function fromCells<T>(cells: readonly string[]): { readonly key: string; readonly content: T } | undefined {
  const [key = '', first = '', ...others] = cells;
  if (key === '') return undefined;
  try {
    const text = first + others.map((cell) => cell.slice(GOES_ON.length)).join('');
    return { key, content: JSON.parse(text) as T };
  } catch {
    throw new Error(`The row ${key} of Indeks cannot be read; rebuild it (Bangun ulang).`);
  }
}

/** Key of a month's row. */
export function indexKey(village: string, period: string): string {
  return `${village}|${period}`;
}

/** Cells of a month's row, `INDEX_COLUMNS` of them, all text. Throws where even those do not hold it. */
export function monthToCells(month: VillageMonth): string[] {
  const { ledger, unlocks } = month;
  const reports: Record<string, ShortReports> = {};
  for (const [type, versions] of Object.entries(month.reports).sort(([a], [b]) => (a < b ? -1 : 1)))
    if (versions.length > 0) reports[type] = shortReports(versions);
  const content: ShortMonth = {
    ...(ledger ? { ledger } : {}),
    ...(unlocks.length > 0 ? { unlocks } : {}),
    ...(Object.keys(reports).length > 0 ? { reports } : {}),
  };
  return toCells(indexKey(month.village, month.period), content);
}

/** The month of a row; undefined where the row is empty. Throws naming the key where the cells are damaged. */
export function monthFromCells(cells: readonly string[]): VillageMonth | undefined {
  const read = fromCells<ShortMonth>(cells);
  if (!read) return undefined;
  const [village = '', period = ''] = read.key.split('|');
  const { ledger, unlocks = [], reports: short = {} } = read.content;
  const reports: Partial<Record<ReportTypeId, readonly Version[]>> = {};
  for (const [type, versions] of Object.entries(short))
    reports[type as ReportTypeId] = longReports(versions, type as ReportTypeId);
  return { village, period, reports, unlocks, ...(ledger ? { ledger } : {}) };
}

interface ShortHead extends Omit<VillageHead, 'village' | 'strays'> {
  readonly strays?: Readonly<Record<string, ShortReports>>;
}

/** Cells of a head's row (block 0). */
export function headToCells(head: VillageHead): string[] {
  // What is laid over the fold stands behind it, so that the cells are the same whenever it came.
  const { village, strays, members, elsewhere, ...rest } = head;
  const byType: Record<string, ShortReports> = {};
  for (const type of [...new Set(strays.map((stray) => stray.type))].sort())
    byType[type] = shortReports(strays.filter((stray) => stray.type === type));
  const content: ShortHead = {
    ...rest,
    ...(members === undefined ? {} : { members }),
    ...(elsewhere === undefined || elsewhere.length === 0 ? {} : { elsewhere }),
    ...(strays.length > 0 ? { strays: byType } : {}),
  };
  return toCells(indexKey(village, ''), content);
}

/** The head of a row; undefined where the row is empty. */
export function headFromCells(cells: readonly string[]): VillageHead | undefined {
  const read = fromCells<ShortHead>(cells);
  if (!read) return undefined;
  const { strays: short = {}, ...rest } = read.content;
  const strays = Object.entries(short)
    .flatMap(([type, versions]) => longReports(versions, type as Version['type']))
    .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1));
  return { village: read.key.replace('|', ''), ...rest, strays };
}
