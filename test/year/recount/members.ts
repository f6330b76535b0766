import { nameAfter } from '../decided';
import { SQUADS, type MemberTruth } from '../memberTruth';
import type { YearTruth } from '../truth';
import { cell, dotted, NONE, percent, total, type Row } from './figures';

/** Fewest that a village should have. */
const WANTED = 10;

interface Known {
  readonly name: string;
  readonly members: readonly MemberTruth[] | undefined;
  readonly reported: number | undefined;
}

/** Who is a member at the end of a month, by the newest of what was told of each; undefined = nothing was told yet. */
function membersAt(all: readonly MemberTruth[], period: string): readonly MemberTruth[] | undefined {
  const told = all.filter((one) => one.date.slice(0, 7) <= period);
  if (told.length === 0) return undefined;
  const inOrder = [...told].sort((a, b) => (a.date < b.date ? -1 : 1));
  const newest = new Map(inOrder.map((one) => [one.person.nik, one]));
  return [...newest.values()].filter((one) => one.kind !== 'Berhenti');
}

function figures(all: readonly Known[]): readonly string[] {
  const lists = all.flatMap((one) => (one.members === undefined ? [] : [one.members]));
  const members = lists.flat();
  const count = (of: (one: MemberTruth) => boolean): string =>
    lists.length > 0 ? String(members.filter(of).length) : NONE;
  const share = (of: (one: MemberTruth) => boolean): string =>
    percent(members.filter(of).length, members.length);
  return [
    count((one) => !one.person.female),
    count((one) => one.person.female),
    count(() => true),
    cell(total(lists.map((list) => Math.max(0, WANTED - list.length)))),
    share((one) => one.card),
    share((one) => one.registered),
    share((one) => one.trained),
    cell(total(all.map((one) => one.reported))),
  ];
}

/** L and P of each squad, of *Regu lain*, and of three places without a squad. */
function squads(all: readonly Known[]): readonly string[] {
  const lists = all.flatMap((one) => (one.members === undefined ? [] : [one.members]));
  const count = (squad: string, female: boolean): string => {
    const own = lists.flat().filter((one) => one.squad === squad && one.person.female === female);
    return lists.length === 0 ? NONE : String(own.length);
  };
  const named = [...SQUADS, 'Regu lain'].flatMap((squad) => [count(squad, false), count(squad, true)]);
  return [...named, '', '', '', '', '', ''];
}

function note({ members, reported }: Known): string {
  if (members === undefined) return 'belum ada data anggota';
  const isSame = reported === undefined || reported === members.length;
  return isSame ? '' : `Rekap Linmas menulis ${dotted(reported)} anggota aktif`;
}

/** `Rekap Anggota` of a month. */
export function memberRows(year: YearTruth, at: number): readonly Row[] {
  const period = year.periods[at] ?? '';
  const all = year.villages.map((village, place): Known => {
    const readiness = village.months[at]?.readiness;
    const told = readiness !== undefined && readiness.course !== 'missing';
    return {
      name: nameAfter(year, place),
      members: membersAt(village.members, period),
      reported: told ? readiness.male + readiness.female : undefined,
    };
  });
  return [
    ...all.map((one, place) => [String(place + 1), one.name, ...figures([one]), note(one), ...squads([one])]),
    ['', 'JUMLAH', ...figures(all), '', ...squads(all)],
  ];
}
