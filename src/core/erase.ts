import type { Place, Submission, Version, VillageBook } from './book';
import { hasErrors } from './check';
import { readingOf } from './fold/kept';
import { CORRECTS, NOTE } from './head';
import { followMembers, MEMBERS } from './members';
import { KEYS } from './personal';
import type { Ends } from './persons';
import type { Finding, ReportType, Value } from './report';
import type { Instant, Period, VillageCode } from './settings';

/** Found on a report whose personal data was removed: in its place a tombstone is counted. */
const ERASED = 'field.erased';

/** Between the id of a response and the number of its further version. */
const VERSION = '~';

export const isErased = ({ findings }: Pick<Version, 'findings'>): boolean =>
  findings.some((one) => one.rule === ERASED);

/** A report about a person, where it stands. */
export interface Personal {
  readonly village: VillageCode;
  /** Undefined = among the strays. */
  readonly period?: Period;
  readonly version: Version;
}

const sealsOf = ({ values }: Version): readonly string[] => {
  const keys = values[KEYS];
  return Array.isArray(keys) ? (keys as readonly string[]) : [];
};

/** The sealed person; undefined where it was not known. */
export const sealOf = (version: Version): string | undefined => sealsOf(version)[0];

/** All reports of a village about persons whose data is still there. */
export function personalOf(book: VillageBook, types: readonly ReportType[]): readonly Personal[] {
  const { village } = book.head;
  const isPersonal = (version: Version): boolean =>
    types.some((type) => type.id === version.type && type.personal !== undefined) && !isErased(version);
  return [
    ...book.head.strays.filter(isPersonal).map((version) => ({ village, version })),
    ...Object.values(book.months).flatMap((month) =>
      Object.values(month.reports)
        .flat()
        .filter(isPersonal)
        .map((version) => ({ village, period: month.period, version })),
    ),
  ];
}

const inTime = (a: Personal, b: Personal): number =>
  a.version.at - b.version.at || (a.version.id < b.version.id ? -1 : 1);

/** Ids of the response and of what somebody made of it in the form. */
const responseOf = (id: string): string => id.split(VERSION)[0] ?? id;

/**
 * Everything about the person of the report with that number, in all villages: reports with one of the same seals,
 * and what corrects them or is corrected by them. Oldest first; empty where no report has the number.
 */
export function allOfPerson(all: readonly Personal[], number: string): readonly Personal[] {
  const found = new Set(all.filter((one) => one.version.number === number));
  for (let before = -1; before !== found.size;) {
    before = found.size;
    const seals = new Set([...found].flatMap((one) => sealOf(one.version) ?? []));
    const ids = new Set([...found].map((one) => responseOf(one.version.id)));
    const roots = new Set([...found].map((one) => one.version.root?.id ?? one.version.id));
    for (const one of all) {
      const { id, root } = one.version;
      const seal = sealOf(one.version);
      const isSame = (seal !== undefined && seals.has(seal)) || ids.has(responseOf(id));
      if (isSame || roots.has(root?.id ?? id)) found.add(one);
    }
  }
  return [...found].sort(inTime);
}

/**
 * Reports that were sent before that moment. Of members only those of persons who are none any more and of whom nothing
 * came since: the list of members needs the others. In a village that had ended by then nobody is one.
 */
export function outdated(
  all: readonly Personal[],
  books: readonly VillageBook[],
  before: Instant,
  ends: Ends,
): readonly Personal[] {
  const going = books.filter(({ head }) => (ends[head.village] ?? Infinity) > before);
  const needed = new Set(going.flatMap(({ head }) => Object.keys(followMembers(head.members ?? []).active)));
  for (const { version } of all) {
    const seal = sealOf(version);
    if (version.type === MEMBERS && version.at >= before && seal !== undefined) needed.add(seal);
  }
  return all
    .filter(({ version }) => {
      const seal = sealOf(version);
      return version.at < before && (version.type !== MEMBERS || seal === undefined || !needed.has(seal));
    })
    .sort(inTime);
}

function erasedFinding(version: Version): Finding {
  const severity = hasErrors(version.findings) ? 'error' : 'information';
  const message = 'Data pribadi laporan ini sudah dihapus; yang tersisa hanya jenis dan jenis kelaminnya.';
  return { rule: ERASED, severity, question: '', sent: '', expected: '', message };
}

/**
 * Tombstones of these reports: facts that say what counts (village, month, kind, sex) and stand in the place of the
 * responses. Reports of one person stay tied by a key that is made of nothing but a report's id.
 */
export function tombstones(all: readonly Personal[], types: readonly ReportType[]): readonly Submission[] {
  const persons: Record<string, { readonly key: string; readonly same: string[] }> = {};
  return [...all].sort(inTime).map(({ village, period, version }): Submission => {
    const { id, at, sender, proof, edits } = version;
    const [seal = id, same = id] = sealsOf(version);
    const person = (persons[seal] ??= { key: `hapus|${id}`, same: [] });
    if (!person.same.includes(same)) person.same.push(same);
    const remains = types.find((type) => type.id === version.type)?.personal?.remains ?? [];
    const values: Record<string, Value> = {};
    for (const question of [...remains, CORRECTS, NOTE]) values[question] = version.values[question] ?? null;
    values[KEYS] = [person.key, `${person.key}|${String(person.same.indexOf(same))}`];
    const kept = {
      ...readingOf(version, period),
      reporter: '',
      values,
      normalised: [],
      findings: [erasedFinding(version)],
      unknown: (version.unknown ?? []).map(() => 'isian yang sudah dihapus'),
    };
    const tied: Place | undefined = edits;
    const base = { id, village, at, sender, proof, answers: {}, unknown: [], personal: true as const, kept };
    return tied === undefined ? base : { ...base, edits: tied };
  });
}

/** Whether a fact is a tombstone. */
export const isTombstone = ({ kept }: Submission): boolean => kept !== undefined && isErased(kept);
