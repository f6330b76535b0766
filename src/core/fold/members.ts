import type { MemberChange, Version } from '../book';
import {
  changesInOrder,
  followMembers,
  isLeader,
  memberChange,
  MEMBERS,
  type MemberVerdict,
} from '../members';
import { KEYS } from '../personal';
import type { MemberStanding, Value } from '../report';
import type { Instant, Period } from '../settings';
import { CORRECTS } from '../head';
import { meantNumber, numberIn } from '../reportNumber';
import { versionsOf } from '../counted';
import { findVersion, isStanding, monthOf, putVersion, type Work } from './work';

const MISFIT = 'members.misfit';

/** A report as its rules look at it: see `ContextOf`. */
interface Told {
  readonly values: Readonly<Record<string, Value>>;
  readonly at: Instant;
  readonly instead?: string | undefined;
}

/** What is known of the person whom a report is about, by what came before it: rules of `members` look at it. */
export function memberStanding(work: Work, { values, at, instead }: Told): MemberStanding {
  const keys = values[KEYS];
  const key = Array.isArray(keys) ? String((keys as readonly string[])[0]) : '';
  const all = work.head.members ?? [];
  const numbers = all.flatMap((one) => [one.number, ...(one.instead ?? [])]);
  const corrected = instead ?? meantNumber(numbers, numberIn(values[CORRECTS]) ?? '') ?? '';
  const isReplaced = (one: MemberChange): boolean =>
    one.number === corrected || (one.instead ?? []).includes(corrected);
  const until = all.find(isReplaced)?.at ?? at;
  const others = all.filter((one) => !isReplaced(one));
  const { active } = followMembers(others, until);
  const squad = values['squad'];
  const leaders = Object.values(active).filter(
    (one) => isLeader(one.position) && one.squad === squad && one.key !== key,
  );
  return { active: active[key]?.number, leaders: leaders.map((one) => one.number) };
}

/** Number of members of the village by its own reports so far; undefined where it sent none. */
export function ownMembers(work: Work): number | undefined {
  const { members = [] } = work.head;
  return members.length === 0 ? undefined : Object.keys(followMembers(members).active).length;
}

/**
 * Keeps the head's list of members with a report that came or changed its state. Reports that fit no more (or fit
 * again) because of it are told so.
 */
export function followMember(work: Work, period: Period, version: Version): void {
  const root = version.root ?? { period, id: version.id };
  const first = findVersion(work, root.period, root.id);
  if (!first) return;
  const places = [root, ...(first.corrections ?? [])];
  const chain = places.flatMap((place) => {
    const found = findVersion(work, place.period, place.id);
    return found ? [{ period: place.period, version: found }] : [];
  });
  if (!chain.some((one) => one.version.type === MEMBERS)) return;
  const numbers = chain.map((one) => one.version.number);
  const counted = chain.find(
    (one) => one.version.type === MEMBERS && isStanding(one.version) && one.version.replaced === undefined,
  );
  const fresh = counted && memberChange(counted.version, counted.period, first, numbers);
  const before = work.head.members ?? [];
  // Two operators of a village may send within one second: then two chains have one number, and not one moment.
  const others = before.filter((one) => one.at !== first.at || !numbers.includes(one.number));
  const after = [...others, ...(fresh ? [fresh] : [])].sort(changesInOrder);
  const { members: _, ...head } = work.head;
  work.head = after.length > 0 ? { ...head, members: after } : head;
  tellMisfits(work, before, after);
}

function tellMisfits(work: Work, before: readonly MemberChange[], after: readonly MemberChange[]): void {
  const was = followMembers(before).verdicts;
  const is = followMembers(after).verdicts;
  for (const { number, period } of after)
    if (before.some((one) => one.number === number) && was[number] !== is[number])
      tellMisfit(work, period, number, is[number] ?? 'fits');
}

function tellMisfit(work: Work, period: Period, number: string, verdict: MemberVerdict): void {
  const version = versionsOf(monthOf(work, period), MEMBERS).find((one) => one.number === number);
  if (!version) return;
  const message =
    verdict === 'alreadyActive'
      ? 'Anggota ini sekarang sudah tercatat aktif oleh laporan lain, jadi laporan ini tidak berpengaruh. Mohon periksa.'
      : 'Laporan sebelumnya tentang anggota ini tidak dihitung lagi, jadi laporan ini tidak berpengaruh. Mohon periksa.';
  const rest = version.findings.filter((one) => one.rule !== MISFIT);
  const finding = {
    rule: MISFIT,
    severity: 'warning',
    question: 'kind',
    sent: '',
    expected: '',
    message,
  } as const;
  putVersion(work, period, { ...version, findings: verdict === 'fits' ? rest : [...rest, finding] });
}
