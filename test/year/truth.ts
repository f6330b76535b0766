import { chance, type Chance } from '../sample/random';
import { coursesOf, type Course } from './courses';
import { clock, dayIn, daysOn, endsQuarter, lastDay, monthsOn } from './calendar';
import { activitiesOf, readinessOf, type ActivityTruth, type ReadinessTruth } from './linmasTruth';
import { membersOf, type MemberTruth } from './memberTruth';

/** WNA L, WNA P, WNI L, WNI P: the order of B.3. */
export type Four = readonly [number, number, number, number];
export const CHANGES = ['births', 'arrivals', 'deaths', 'departures'] as const;
export type Change = (typeof CHANGES)[number];
export type Flows = Readonly<Record<Change, Four>>;
/** People and households. */
export interface Stock {
  readonly people: Four;
  readonly households: number;
}

/** A resident who was born, came, died or left. */
export interface PersonEvent {
  readonly change: Change;
  /** Place in a `Four`. */
  readonly who: number;
  readonly date: string;
  readonly unit: number;
}

/** An RT in a month: its people at the end, what happened in it. */
export interface UnitMonth {
  readonly key: string;
  households: number;
  male: number;
  female: number;
  births: number;
  deaths: number;
  arrivals: number;
  departures: number;
  patrols: number;
  /** Undefined = this RT does not tell. */
  elderly?: number;
}

/** How a monthly report other than the population's goes. */
export type PlainCourse = 'right' | 'late' | 'missing' | 'wrong' | 'returned' | 'part';

export interface WelfareTruth {
  readonly course: PlainCourse;
  readonly figures: Readonly<Record<string, number>>;
}

export interface MonthTruth {
  readonly period: string;
  readonly course: Course;
  readonly events: readonly PersonEvent[];
  readonly flows: Flows;
  readonly householdsNew: number;
  readonly householdsLost: number;
  /** Koreksi saldo dated in this month: ordered by the Kasi before it, or the reason of course `reasoned`. */
  readonly adjustment: Stock;
  readonly ordered: boolean;
  /** In the village's books at the end. */
  readonly closing: Stock;
  readonly units: readonly UnitMonth[];
  readonly unitsCourse: PlainCourse;
  readonly communalWork: number;
  readonly activities: readonly ActivityTruth[];
  readonly readiness: ReadinessTruth;
  readonly welfare: WelfareTruth | undefined;
  readonly question: string | undefined;
}

export interface VillageTruth {
  readonly code: string;
  readonly name: string;
  readonly kind: 'desa' | 'kelurahan';
  readonly opening: Stock;
  readonly months: readonly MonthTruth[];
  readonly members: readonly MemberTruth[];
}

export interface YearOptions {
  readonly seed: number;
  readonly firstPeriod: string;
  readonly months: number;
  /** Share of the population reports that go another way than they should. */
  readonly odd: number;
}

/** A whole year of a sub-district as it was. */
export interface YearTruth {
  readonly periods: readonly string[];
  readonly villages: readonly VillageTruth[];
  /** Minimum a month of the mandatory programme, by month. */
  readonly mandatory: Readonly<Record<string, Readonly<Record<string, number>>>>;
  readonly holidays: readonly string[];
}

export const NOBODY: Stock = { people: [0, 0, 0, 0], households: 0 };
const four = (of: (who: number) => number): Four => [of(0), of(1), of(2), of(3)];
export const plus = (a: Stock, b: Stock): Stock => ({
  people: four((who) => (a.people[who] ?? 0) + (b.people[who] ?? 0)),
  households: a.households + b.households,
});

/** The stock after what happened. */
export function after(stock: Stock, flows: Flows, households: number): Stock {
  const net = (who: number): number =>
    (flows.births[who] ?? 0) +
    (flows.arrivals[who] ?? 0) -
    (flows.deaths[who] ?? 0) -
    (flows.departures[who] ?? 0);
  return { people: four((who) => (stock.people[who] ?? 0) + net(who)), households };
}

const MOST: Readonly<Record<Change, number>> = { births: 2, arrivals: 2, deaths: 1, departures: 2 };

function eventsOf(c: Chance, period: string, units: number, foreigners: boolean): PersonEvent[] {
  return CHANGES.flatMap((change) =>
    [2, 3].flatMap((citizen) =>
      Array.from({ length: c.between(0, MOST[change]) }, (): PersonEvent => ({
        change,
        who: foreigners && change === 'arrivals' && c.often(0.5) ? citizen - 2 : citizen,
        date: dayIn(period, c.between(1, 21)),
        unit: c.between(0, units - 1),
      })),
    ),
  );
}

function flowsOf(events: readonly PersonEvent[]): Flows {
  const count = (change: Change): Four =>
    four((who) => events.filter((one) => one.change === change && one.who === who).length);
  return {
    births: count('births'),
    arrivals: count('arrivals'),
    deaths: count('deaths'),
    departures: count('departures'),
  };
}

function unitAfter(unit: UnitMonth, at: number, events: readonly PersonEvent[], c: Chance): UnitMonth {
  const own = events.filter((one) => one.unit === at);
  const count = (change: Change): number => own.filter((one) => one.change === change).length;
  const net = (sex: number): number =>
    own
      .filter((one) => one.who % 2 === sex)
      .reduce((sum, one) => sum + (one.change === 'births' || one.change === 'arrivals' ? 1 : -1), 0);
  return {
    ...unit,
    male: unit.male + net(0),
    female: unit.female + net(1),
    births: count('births'),
    deaths: count('deaths'),
    arrivals: count('arrivals'),
    departures: count('departures'),
    patrols: c.between(2, 6),
  };
}

/** The course of a report: most are right. */
export function plainCourse(c: Chance, odd: readonly PlainCourse[], share: number): PlainCourse {
  return c.often(share) ? c.pick(odd) : 'right';
}

function welfareOf(c: Chance, stock: Stock, kind: string, told: boolean): WelfareTruth {
  const people = stock.people.reduce((sum, one) => sum + one, 0);
  const part = (of: number, low: number, high: number): number =>
    Math.floor((of * c.between(low, high)) / 100);
  return {
    course: plainCourse(c, ['late', 'missing', 'wrong'], 0.3),
    figures: {
      poorHouseholds: part(stock.households, 12, 20),
      ...(told
        ? {
            decile12: part(stock.households, 8, 12),
            decile34: part(stock.households, 12, 18),
            decile5: part(stock.households, 6, 10),
          }
        : {}),
      family: part(stock.households, 9, 13),
      food: part(stock.households, 12, 16),
      health: part(people, 35, 45),
      ...(kind === 'desa' ? { village: part(stock.households, 5, 7) } : {}),
      recipientsDied: c.between(0, 2),
      recipientsMoved: c.between(0, 2),
      recipientsAble: c.between(0, 3),
      proposals: c.between(0, 4),
      jobsLost: c.between(0, 2),
    },
  };
}

function adjustmentOf(c: Chance, course: Course, number: number): { adjustment: Stock; ordered: boolean } {
  if (course === 'reasoned')
    return {
      adjustment: { people: [0, 0, -c.between(1, 3), c.between(0, 2)], households: 0 },
      ordered: false,
    };
  if (number > 0 && c.often(0.12))
    return {
      adjustment: { people: [0, 0, c.between(1, 2), -c.between(0, 2)], households: c.between(-1, 1) },
      ordered: true,
    };
  return { adjustment: NOBODY, ordered: false };
}

function villageTruth(
  options: YearOptions,
  village: { readonly code: string; readonly name: string },
  place: number,
  courses: readonly Course[],
): VillageTruth {
  const c = chance(options.seed ^ (Number(village.code.replace(/\D/g, '')) % 2 ** 31));
  const kind = village.code.split('.')[3]?.startsWith('1') === true ? 'kelurahan' : 'desa';
  // The village whose work is counted has five RT.
  const size = place === 1 ? 5 : c.between(3, 6);
  let units: readonly UnitMonth[] = Array.from({ length: size }, (_unit, at) => {
    const households = c.between(35, 70);
    const male = Math.round(households * (1.5 + c.next() * 0.4));
    const female = Math.round(households * (1.5 + c.next() * 0.4));
    const none = { births: 0, deaths: 0, arrivals: 0, departures: 0, patrols: 0 };
    const elderly = c.often(0.4) ? { elderly: c.between(3, 12) } : {};
    return { key: String(at + 1).padStart(3, '0'), households, male, female, ...none, ...elderly };
  });
  const sum = (of: (unit: UnitMonth) => number): number => units.reduce((all, unit) => all + of(unit), 0);
  const foreign = c.often(0.4) ? 1 : 0;
  const opening: Stock = {
    people: [foreign, 0, sum((unit) => unit.male) - foreign, sum((unit) => unit.female)],
    households: sum((unit) => unit.households),
  };
  let stock = opening;
  const active = { male: c.between(8, 13), female: c.between(1, 4), posts: c.between(2, 5) };
  const months = courses.map((course, number): MonthTruth => {
    const period = monthsOn(options.firstPeriod, number);
    const events = eventsOf(c, period, size, c.often(0.15));
    const flows = flowsOf(events);
    const [householdsNew, householdsLost] = [c.between(0, 2), c.between(0, 1)];
    const { adjustment, ordered } = adjustmentOf(c, course, number);
    const at = c.between(0, size - 1);
    units = units.map((unit, index) => ({
      ...unitAfter(unit, index, events, c),
      households: unit.households + (index === at ? householdsNew - householdsLost : 0),
    }));
    const before = plus(stock, adjustment);
    stock = after(before, flows, before.households + householdsNew - householdsLost);
    const activities = activitiesOf(c, period, place + number);
    return {
      period,
      course,
      events,
      flows,
      householdsNew,
      householdsLost,
      adjustment,
      ordered,
      closing: stock,
      units,
      unitsCourse: plainCourse(c, ['late', 'missing', 'part'], 0.25),
      communalWork: c.between(0, 3),
      activities,
      readiness: readinessOf(c, active, activities.length === 0),
      welfare: endsQuarter(period) ? welfareOf(c, stock, kind, place % 2 === 0) : undefined,
      question:
        (place + number) % 5 === 1
          ? `Bagaimana mengisi KK baru yang pindah antar-RT? (${period})`
          : undefined,
    };
  });
  return { ...village, kind, opening, months, members: membersOf(c, place, options) };
}

/** The year of these villages, in the order of the office's list; the same options give the same year. */
export function yearTruth(
  options: YearOptions,
  villages: readonly { readonly code: string; readonly name: string }[],
): YearTruth {
  const courses = coursesOf(options.seed, villages.length, options.months, options.odd);
  const periods = Array.from({ length: options.months }, (_month, at) => monthsOn(options.firstPeriod, at));
  const odd = periods[1] ?? '';
  return {
    periods,
    villages: villages.map((village, at) => villageTruth(options, village, at, courses[at] ?? [])),
    mandatory: Object.fromEntries(
      periods.map((period) => [
        period,
        { 'Siskamling/ronda': 4, ...(period === odd ? { 'Gotong royong': 1 } : {}) },
      ]),
    ),
    holidays: [dayIn(monthsOn(options.firstPeriod, 1), 5)],
  };
}

/** A working hour, `09:14`. */
export const hourOf = (c: Chance): string => clock(c.between(8 * 60, 16 * 60 + 30));

/** A day after the date, within its month as long as there is one left. */
export const soonAfter = (date: string): string =>
  Number(date.slice(8)) < lastDay(date.slice(0, 7)) ? daysOn(date, 1) : date;
