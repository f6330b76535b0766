import type { Elsewhere, MemberChange, Version, VillageHead } from './book';
import { KEYS } from './personal';
import type { Instant, Period } from './settings';

/** The type of the reports about members of the Linmas. */
export const MEMBERS = 'members';

/** Fewest members that a village should have, below which the places are called vacant (our own rule). */
export const MEMBERS_WANTED = 10;

/** Whether the place is that of a squad's leader, whatever the office's list calls it. */
export const isLeader = (position: string): boolean => /danru|(komandan|ketua|kepala) regu/i.test(position);

/** In order of time, of a correction by the time of the report that it takes the place of. */
export const changesInOrder = (a: MemberChange, b: MemberChange): number =>
  a.at - b.at || (a.number < b.number ? -1 : 1);

/** What a counted version says of a member; `first` = the first report of its chain. */
export function memberChange(
  version: Version,
  period: Period,
  first: Version,
  chain: readonly string[],
): MemberChange | undefined {
  const { values, number } = version;
  const keys = values[KEYS];
  const key = Array.isArray(keys) ? (keys as readonly string[])[0] : undefined;
  if (key === undefined) return undefined;
  const text = (question: string): string => String(values[question] ?? '');
  const flag = <N extends string>(name: N, on: boolean): { readonly [K in N]?: true } =>
    (on ? { [name]: true } : {}) as { readonly [K in N]?: true };
  return {
    number,
    period,
    at: first.at,
    key,
    kind: text('kind'),
    position: text('position'),
    squad: text('squad'),
    ...flag('female', text('sex') === 'Perempuan'),
    ...flag('card', text('cardHeld') !== ''),
    ...flag('registered', text('registered') === 'Ya'),
    ...flag('trained', text('trainedEver') !== ''),
    ...(chain.length > 1 ? { instead: chain.filter((one) => one !== number) } : {}),
  };
}

/** A member as the reports up to a moment say. */
export type Member = Omit<MemberChange, 'period' | 'kind' | 'instead'>;

/** How a report fits to what stood before it. */
export type MemberVerdict = 'fits' | 'alreadyActive' | 'notActive';

interface Followed {
  /** Active members by the sealed person. */
  readonly active: Readonly<Record<string, Member>>;
  /** By report number. */
  readonly verdicts: Readonly<Record<string, MemberVerdict>>;
}

/**
 * Folds what one village said of its members, up to and with `until`. What does not fit has no effect; what an *Ubah*
 * leaves open stays as it was.
 */
export function followMembers(changes: readonly MemberChange[], until: Instant = Infinity): Followed {
  const active: Record<string, Member> = {};
  const verdicts: Record<string, MemberVerdict> = {};
  for (const change of [...changes].sort(changesInOrder)) {
    if (change.at > until) break;
    const { key, kind, number } = change;
    const { [key]: before, ...others } = active;
    const isNew = kind === 'Tambah';
    verdicts[number] = isNew === (before === undefined) ? 'fits' : isNew ? 'alreadyActive' : 'notActive';
    if (verdicts[number] !== 'fits') continue;
    if (kind !== 'Berhenti') {
      active[key] = merged(before, change);
      continue;
    }
    for (const one of Object.keys(active)) if (!(one in others)) delete active[one];
  }
  return { active, verdicts };
}

function merged(before: Member | undefined, change: MemberChange): Member {
  const { period: _period, kind: _kind, instead: _instead, ...now } = change;
  const kept = {
    ...(before?.card ? { card: true as const } : {}),
    ...(before?.trained ? { trained: true as const } : {}),
  };
  return { ...kept, ...now };
}

/** What a village's head knows of its members. */
export type Roster = Pick<VillageHead, 'members' | 'elsewhere'>;

/** Whether another village counts the person at that moment. */
const isElsewhere = (all: readonly Elsewhere[], key: string, at: Instant): boolean =>
  all.some((one) => one.key === key && one.from <= at && at < (one.until ?? Infinity));

/** Members that count in the village at a moment: active there, and in no other village before. */
export function membersAt({ members = [], elsewhere = [] }: Roster, at: Instant): readonly Member[] {
  return Object.values(followMembers(members, at).active).filter(
    ({ key }) => !isElsewhere(elsewhere, key, at),
  );
}

/** Moments at which the number of members may have changed. */
export const changeTimes = ({ members = [], elsewhere = [] }: Roster): readonly Instant[] => [
  ...members.map(({ at }) => at),
  ...elsewhere.flatMap(({ from, until }) => (until === undefined ? [from] : [from, until])),
];

/** Men and women among them. */
export function bySex(members: readonly Member[]): readonly [male: number, female: number] {
  const female = members.filter((one) => one.female).length;
  return [members.length - female, female];
}
