import { ACTIVITY_KINDS, type ActivityTruth, type ReadinessTruth } from '../linmasTruth';
import { nameAfter } from '../decided';
import type { MonthTruth, YearTruth } from '../truth';
import {
  cell, decimal, dotted, joined, NONE, ofText, peopleIn, percent, total, type Book, type Books, type Row,
} from './figures'; // prettier-ignore

/** A village's Linmas in a month. */
export interface Duty {
  readonly own: readonly ActivityTruth[];
  readonly byUnits: number;
  readonly strength: ReadinessTruth | undefined;
  readonly people: number | undefined;
  readonly minimum: readonly (readonly [kind: string, count: number])[];
}

const timesOf = (one: ActivityTruth): number => one.times ?? 1;
const timesIn = (all: readonly ActivityTruth[]): number => all.reduce((sum, one) => sum + timesOf(one), 0);

function minutesOf({ start, end }: ActivityTruth): number {
  if (end === undefined) return 0;
  const minutes = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
  const long = minutes(end) - minutes(start);
  return long < 0 ? long + 24 * 60 : long;
}

const hoursIn = (all: readonly ActivityTruth[]): number =>
  all.reduce((sum, one) => sum + (one.personnel * minutesOf(one) * timesOf(one)) / 60, 0);

export function dutyOf(year: YearTruth, month: MonthTruth, book: Book | undefined): Duty {
  const counted = month.activities.filter((one) => one.course !== 'refused');
  const own = counted.filter((one) => one.by !== 'RT');
  return {
    own,
    byUnits: timesIn(counted) - timesIn(own),
    strength: month.readiness.course === 'missing' ? undefined : month.readiness,
    people: book?.closing && peopleIn(book.closing),
    minimum: Object.entries(year.mandatory[month.period] ?? {}),
  };
}

const doneOf = ({ own }: Duty, kind: string): number => timesIn(own.filter((one) => one.kind === kind));
export const isDone = (duty: Duty): boolean =>
  duty.minimum.every(([kind, count]) => doneOf(duty, kind) >= count);

export function mandatoryText(duty: Duty): string {
  const open = duty.minimum.filter(([kind, count]) => doneOf(duty, kind) < count);
  const counts = ofText(duty.minimum.length - open.length, duty.minimum.length);
  if (open.length === 0) return `✓ ${counts}`;
  const named = open.map(([kind, count]) => `${kind} ${ofText(doneOf(duty, kind), count)}`);
  return `! ${counts}: ${named.join(', ')}`;
}

/** What the figures of these months do not hold. */
export function leftOut(all: readonly Duty[]): readonly string[] {
  const of = (count: (duty: Duty) => number): number => all.reduce((sum, duty) => sum + count(duty), 0);
  const untimed = of(({ own }) => timesIn(own.filter((one) => one.end === undefined)));
  const byUnits = of((duty) => duty.byUnits);
  const unsent = of(({ strength }) => strength?.unsent ?? 0);
  return [
    untimed === 0 ? '' : `${dotted(untimed)} kali tanpa jam, tidak dihitung dalam jam-orang`,
    byUnits === 0 ? '' : `${dotted(byUnits)} kali oleh RT saja, di luar hitungan Linmas`,
    unsent === 0 ? '' : `${dotted(unsent)} kegiatan belum dikirim satu per satu`,
  ];
}

export function note(duty: Duty): string {
  const { own, strength } = duty;
  return joined([
    own.length > 0 ? '' : strength?.nil === true ? 'nihil' : 'belum ada laporan kegiatan',
    ...leftOut([duty]),
    strength === undefined ? 'rekap Linmas belum diterima' : '',
  ]);
}

/** Times by kind, all of them, person-hours. */
export function activityFigures(all: readonly Duty[]): readonly string[] {
  const own = all.flatMap((duty) => duty.own);
  const told = all.some((duty) => duty.own.length > 0 || duty.strength !== undefined);
  const times = (value: number): string => (told ? String(Math.round(value)) : NONE);
  const byKind = ACTIVITY_KINDS.map((kind) => times(timesIn(own.filter((one) => one.kind === kind))));
  return [...byKind, times(timesIn(own)), times(hoursIn(own))];
}

function hoursByKind(all: readonly Duty[]): readonly string[] {
  const own = all.flatMap((duty) => duty.own);
  const told = all.some((duty) => duty.own.length > 0 || duty.strength !== undefined);
  return ACTIVITY_KINDS.map((kind) =>
    told ? String(Math.round(hoursIn(own.filter((one) => one.kind === kind)))) : NONE,
  );
}

function perThousand(all: readonly Duty[]): string {
  const both = all.filter((duty) => duty.strength !== undefined && (duty.people ?? 0) > 0);
  const people = total(both.map((duty) => duty.people)) ?? 0;
  const members = total(both.map(({ strength }) => strength && strength.male + strength.female)) ?? 0;
  return people === 0 ? NONE : decimal((members / people) * 1000);
}

function figures(all: readonly Duty[], mandatory: string, said: string): readonly string[] {
  const own = all.flatMap((duty) => duty.own);
  const strong = all.flatMap((duty) => duty.strength ?? []);
  const sum = (of: (one: ReadinessTruth) => number): number | undefined => total(strong.map(of));
  const active = sum((one) => one.male + one.female);
  const [posts, activePosts] = [sum((one) => one.posts), sum((one) => one.activePosts)];
  const photos = own.filter((one) => one.photo !== 'Tidak ada').length;
  return [
    ...activityFigures(all),
    percent(photos, own.length),
    mandatory,
    cell(sum((one) => one.male)),
    cell(sum((one) => one.female)),
    cell(active),
    perThousand(all),
    percent(
      sum((one) => one.registered),
      active,
    ),
    cell(posts),
    cell(activePosts),
    percent(activePosts, posts),
    said,
  ];
}

/** `Rekap Linmas` of a month; `books` undefined = the programme does not ask for people. */
export function linmasRows(year: YearTruth, books: Books | undefined, at: number): readonly Row[] {
  const duties = year.villages.flatMap((village, place) => {
    const month = village.months[at];
    return month === undefined ? [] : [dutyOf(year, month, books?.[place]?.[at])];
  });
  return [
    ...duties.map((duty, place) => [
      String(place + 1),
      nameAfter(year, place),
      ...figures([duty], mandatoryText(duty), note(duty)),
    ]),
    ['', 'JUMLAH', ...figures(duties, ofText(duties.filter(isDone).length, duties.length), '')],
  ];
}

/** The figures of the flat `Data`: empty where nothing was told. */
const flat = (
  year: YearTruth,
  place: number,
  at: number,
  of: (all: readonly Duty[]) => readonly string[],
): readonly string[] => {
  const month = year.villages[place]?.months[at];
  const all = month === undefined ? [] : [dutyOf(year, month, undefined)];
  return of(all).map((one) => (one === NONE ? '' : one));
};

export const flatActivities = (year: YearTruth, place: number, at: number): readonly string[] =>
  flat(year, place, at, activityFigures);

/** Person-hours by kind, in the order of the kinds. */
export const flatHours = (year: YearTruth, place: number, at: number): readonly string[] =>
  flat(year, place, at, hoursByKind);
