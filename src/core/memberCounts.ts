import type { Version, VillageHead, VillageMonth } from './book';
import { countedVersion } from './counted';
import { formatNumber, periodOf } from './dates';
import { bySex, changeTimes, membersAt, type Roster } from './members';
import { addMonths } from './place';
import type { Finding } from './report';
import type { Instant, Period, ZoneName } from './settings';
import { instantOf, localDate } from './zones';

/** Told once, on the due day: until then the rest may still come. */
export const MEMBERS_DIFFER = 'readiness.membersDiffer';

const TYPE = 'readiness';

/** Last moment of a month. */
export const endOfMonth = (period: Period, zone: ZoneName): Instant =>
  instantOf(`${addMonths(period, 1)}-01`, '00:00', zone) - 1;

const text = ([male, female]: readonly [number, number]): string =>
  `${formatNumber(male)} L dan ${formatNumber(female)} P`;

/**
 * The strength that a village tells of a month against the members that it told one by one. Whoever counted on any day
 * from the end of the month until the end of the next one was right: members come and go meanwhile.
 */
function difference(version: Version, period: Period, roster: Roster, zone: ZoneName): Finding | undefined {
  const [first, last] = [endOfMonth(period, zone), endOfMonth(addMonths(period, 1), zone)];
  if (!(roster.members ?? []).some((one) => one.at <= last)) return undefined;
  const moments = [first, ...changeTimes(roster).filter((at) => at > first && at <= last)].sort(
    (a, b) => a - b,
  );
  const counts = moments.map((at) => bySex(membersAt(roster, at)));
  const told = [
    Number(version.values['activeMale'] ?? 0),
    Number(version.values['activeFemale'] ?? 0),
  ] as const;
  if (counts.some(([male, female]) => male === told[0] && female === told[1])) return undefined;
  const known = text(counts[counts.length - 1] ?? [0, 0]);
  const message = `Tertulis ${text(told)}, menurut Data Anggota Satlinmas ${known}. Keduanya tetap dihitung. Mohon kirim perubahan anggota yang belum, atau perbaiki yang keliru.`;
  return {
    rule: MEMBERS_DIFFER,
    severity: 'warning',
    question: 'activeMale',
    sent: text(told),
    expected: known,
    message,
  };
}

/** The month with its counted readiness report compared with the members, as both stand now. */
export function withMembersCompared(month: VillageMonth, roster: Roster, zone: ZoneName): VillageMonth {
  const all = month.reports[TYPE] ?? [];
  const counted = countedVersion(month, TYPE);
  let differs = false;
  const next = all.map((version) => {
    const rest = version.findings.filter((one) => one.rule !== MEMBERS_DIFFER);
    const compared = version.id === counted?.id && version.compared === true;
    const found = compared ? difference(version, month.period, roster, zone) : undefined;
    const findings = found === undefined ? rest : [...rest, found];
    if (JSON.stringify(findings) === JSON.stringify(version.findings)) return version;
    differs = true;
    return { ...version, findings };
  });
  return differs ? { ...month, reports: { ...month.reports, [TYPE]: next } } : month;
}

/** Months whose comparison may read differently with another roster: from the one before the first change on. */
export function monthsCompared(before: Roster, after: VillageHead, zone: ZoneName): readonly Period[] {
  const lines = ({ members = [], elsewhere = [] }: Roster): readonly (readonly [string, Instant])[] =>
    [...members, ...elsewhere].map((one) => [JSON.stringify(one), 'at' in one ? one.at : one.from]);
  const [was, is] = [lines(before), lines(after)];
  const [old, now] = [new Set(was.map(([line]) => line)), new Set(is.map(([line]) => line))];
  const changed = [...was.filter(([line]) => !now.has(line)), ...is.filter(([line]) => !old.has(line))];
  const { firstPeriod, lastPeriod } = after;
  if (changed.length === 0 || firstPeriod === undefined || lastPeriod === undefined) return [];
  const from = addMonths(periodOf(localDate(Math.min(...changed.map(([, at]) => at)), zone)), -1);
  const all: Period[] = [];
  for (
    let period = from < firstPeriod ? firstPeriod : from;
    period <= lastPeriod;
    period = addMonths(period, 1)
  )
    all.push(period);
  return all;
}
