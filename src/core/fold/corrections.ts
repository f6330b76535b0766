import type { Place, Version } from '../book';
import { closedYearOf } from '../closedYears';
import { CORRECTS } from '../head';
import { MEMBERS } from '../members';
import { periodsFrom } from '../due';
import { addMonths } from '../place';
import { meantNumber, numberIn } from '../reportNumber';
import type { ReportTypeId } from '../report';
import type { Period } from '../settings';
import { versionsOf } from '../counted';
import type { Now } from './env';
import { lockOf } from './locks';
import { byTime, findVersion, isStanding, monthOf, putVersion, range, typeOf, type Work } from './work';

interface Placed {
  readonly period: Period;
  readonly version: Version;
}

/** Months in which a report with that number can stand: that of its sending and the two before, then all others. */
function placesOf(
  work: Work,
  number: string,
): { readonly near: readonly Period[]; readonly far: readonly Period[] } {
  const all = range(work);
  if (!all) return { near: [], far: [] };
  const sent = `20${number.slice(5, 7)}-${number.slice(7, 9)}`;
  const held = periodsFrom(all.first, all.last).reverse();
  const near = held.filter((period) => period <= sent && period >= addMonths(sent, -2));
  return { near, far: held.filter((period) => !near.includes(period)) };
}

function findByNumber(work: Work, version: Version, number: string): Placed | undefined {
  const { near, far } = placesOf(work, number);
  const search = (periods: readonly Period[]): Placed | undefined => {
    for (const period of periods) {
      const before = versionsOf(monthOf(work, period), version.type).filter(
        (one) => byTime(one, version) < 0,
      );
      const meant = meantNumber(
        before.map((one) => one.number),
        number,
      );
      const found = before.find((one) => one.number === meant);
      if (found) return { period, version: found };
    }
    return undefined;
  };
  const found = search(near);
  const unread = near.some((period) => work.missing.has(period));
  return found ?? (unread ? undefined : search(far));
}

/** A report without a month that had to be corrected has its correction; the first in a month begins the chain. */
function answerStray(work: Work, period: Period | undefined, version: Version, number: string): boolean {
  const stray = work.head.strays.find(
    (one) =>
      one.type === version.type &&
      one.number === number &&
      one.state === 'toCorrect' &&
      byTime(one, version) < 0,
  );
  if (!stray) return false;
  const [first] = stray.corrections ?? [];
  const place = first ?? (period === undefined ? undefined : { period, id: version.id });
  putVersion(work, undefined, { ...stray, replaced: true, ...(place ? { corrections: [place] } : {}) });
  const begun = first && findVersion(work, first.period, first.id);
  if (begun && period !== undefined) tie(work, { period, version }, { period: first.period, version: begun });
  return true;
}

/**
 * Ties an event's report to the one it corrects (*Memperbaiki laporan nomor*): all corrections of one report hang on
 * the first of the chain. A number that is not found, or of a closed year, is told on the report, which then counts by
 * itself; of members, who are of no month, it may be of any. Of one whose month could not be read nothing counts that
 * its correction would have to take the place of.
 */
export function tieCorrection(work: Work, period: Period | undefined, version: Version, now: Now): void {
  const number = numberIn(version.values[CORRECTS]);
  if (number === undefined || answerStray(work, period, version, number) || period === undefined) return;
  const target = findByNumber(work, version, number);
  const year = target && version.type !== MEMBERS ? closedYearOf(work.env.closed, target.period) : undefined;
  const isClosed = year !== undefined && now.at >= year.at;
  if (!target || isClosed) {
    const why = isClosed ? `termasuk tahun ${year.year} yang sudah ditutup buku` : 'tidak kami temukan';
    const message = `Nomor laporan ${number} ${why}; laporan ini dihitung sebagai laporan baru.`;
    const rule = 'field.correctedUnknown';
    const finding = {
      rule,
      severity: 'warning',
      question: CORRECTS,
      sent: number,
      expected: '',
      message,
    } as const;
    putVersion(work, period, { ...version, findings: [...version.findings, finding] });
    return;
  }
  tie(work, { period, version }, target);
}

function tie(work: Work, { period, version }: Placed, target: Placed): void {
  const { id, at } = target.version;
  const root = target.version.root ?? { period: target.period, id, at };
  const first = findVersion(work, root.period, root.id);
  putVersion(work, period, { ...version, root });
  if (first)
    putVersion(work, root.period, {
      ...first,
      corrections: [...(first.corrections ?? []), { period, id: version.id }],
    });
}

/**
 * Ties what somebody made of an answer in the form to that answer, whatever month and kind of report it names now. In
 * a month that is locked the answer stands as it was.
 */
export function tieEdited(work: Work, place: { period: Period; id: string }, edits: Place, now: Now): void {
  const { period } = edits;
  if (period === undefined) return;
  const version = findVersion(work, place.period, place.id);
  const original = findVersion(work, period, edits.id);
  const type = original && typeOf(work, original.type);
  if (!version || !type || lockOf(work, type, period, now)) return;
  tie(work, { period: place.period, version }, { period, version: original });
}

/** A month and the kind of report of which something changed in it. */
interface Concerned {
  readonly period: Period;
  readonly type: ReportTypeId | '';
}

/**
 * Of a report and its corrections the newest that is Diterima or Disetujui counts; the others that are, and older ones
 * that had to be corrected, stand back (`replaced`), in whichever months they are. Returns what is concerned.
 */
export function refreshChain(work: Work, period: Period, version: Version): readonly Concerned[] {
  const root = version.root ?? { period, id: version.id };
  const own = { period, type: version.type };
  const first = findVersion(work, root.period, root.id);
  if (!first?.corrections) return [own];
  const members = [root, ...first.corrections].flatMap((place): Placed[] => {
    const found = findVersion(work, place.period, place.id);
    return found ? [{ period: place.period, version: found }] : [];
  });
  const standing = members.filter((one) => isStanding(one.version));
  const newest = [...standing].sort((a, b) => byTime(a.version, b.version)).pop();
  for (const member of members) {
    const answered =
      newest !== undefined &&
      member.version.state === 'toCorrect' &&
      byTime(member.version, newest.version) < 0;
    const replaced = answered || (standing.includes(member) && member !== newest);
    const { replaced: before, ...plain } = member.version;
    if ((before ?? false) !== replaced)
      putVersion(work, member.period, replaced ? { ...plain, replaced } : plain);
  }
  const all = [own, ...members.map((member) => ({ period: member.period, type: member.version.type }))];
  return [...new Map(all.map((one) => [`${one.period} ${one.type}`, one])).values()];
}
