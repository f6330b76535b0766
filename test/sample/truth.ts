import { chance, type Chance } from './random';

/** What really happened in a village in a month; reports tell it, rightly or wrongly. Citizens only unless named. */
export interface PopulationTruth {
  births: Pair;
  deaths: Pair;
  arrivals: Pair;
  departures: Pair;
  householdsNew: number;
  householdsLost: number;
  /** At the end of the month. */
  closing: Pair;
  foreigners: Pair;
  households: number;
}
export interface Pair {
  male: number;
  female: number;
}

export interface ActivityTruth {
  kind: string;
  times: number;
  /** `2026-07-14` */
  date: string;
  start: string;
  end: string;
  personnel: number;
  location: string;
  description: string;
  leader: string;
  incident: boolean;
}

export interface ReadinessTruth {
  activeMale: number;
  activeFemale: number;
  registered: number;
  withCard: number;
  trained: number;
  posts: number;
  activePosts: number;
}

export interface MonthTruth {
  period: string;
  population: PopulationTruth;
  activities: ActivityTruth[];
  readiness: ReadinessTruth;
}

export interface VillageTruth {
  code: string;
  opening: { male: number; female: number; foreigners: Pair; households: number };
  months: MonthTruth[];
}

const pair = (c: Chance, most: number): Pair => ({ male: c.between(0, most), female: c.between(0, most) });

function activitiesOf(c: Chance, period: string, leader: string): ActivityTruth[] {
  const day = (low: number, high: number): string =>
    `${period}-${String(c.between(low, high)).padStart(2, '0')}`;
  const list: ActivityTruth[] = [
    {
      kind: 'Siskamling/ronda',
      times: c.between(4, 12),
      date: day(24, 28),
      start: '22:00',
      end: '04:00',
      personnel: c.between(4, 8),
      location: 'Poskamling RT 001',
      description: 'Ronda malam bergilir bersama warga, keadaan aman.',
      leader,
      incident: false,
    },
  ];
  if (c.often(0.6))
    list.push({
      kind: 'Gotong royong',
      times: 1,
      date: day(5, 20),
      start: '08:00',
      end: '10:30',
      personnel: c.between(6, 15),
      location: 'Jalan desa dan saluran air',
      description: 'Membersihkan saluran air dan bahu jalan bersama warga.',
      leader,
      incident: false,
    });
  if (c.often(0.25))
    list.push({
      kind: 'Kebakaran',
      times: 1,
      date: day(6, 22),
      start: '13:15',
      end: '15:00',
      personnel: c.between(5, 10),
      location: 'RT 002, dekat kebun karet',
      description: 'Membantu memadamkan api lahan kering sebelum meluas.',
      leader,
      incident: true,
    });
  return list;
}

const LEADERS = [
  'Rahmadi',
  'Syahrani',
  'Hasan Basri',
  'Norhayati',
  'Jumadi',
  'Salasiah',
  'Arbain',
  'Mahyudin',
];

/**
 * A village's truth over these months; the same seed, code and months give the same truth. `corrected` = people who
 * were wrongly in the books until the beginning of that month (its number, from 0).
 */
export function villageTruth(
  seed: number,
  code: string,
  periods: readonly string[],
  corrected?: { readonly month: number; readonly male: number },
): VillageTruth {
  const c = chance(seed ^ (Number(code.replace(/\D/g, '')) % 2 ** 31));
  const opening = {
    male: c.between(320, 900),
    female: c.between(320, 900),
    foreigners: { male: c.often(0.1) ? 1 : 0, female: 0 },
    households: 0,
  };
  opening.households = Math.round((opening.male + opening.female) / 3.4);
  const leader = c.pick(LEADERS);
  let { male, female } = opening;
  let households = opening.households;
  const activeMale = c.between(8, 16);
  const activeFemale = c.between(1, 5);
  const posts = c.between(2, 5);
  const months = periods.map((period, number): MonthTruth => {
    const births = pair(c, 2);
    const deaths = pair(c, 1);
    const arrivals = pair(c, 3);
    const departures = pair(c, 2);
    const householdsNew = c.between(0, 2);
    const householdsLost = c.between(0, 1);
    if (corrected?.month === number) male += corrected.male;
    male += births.male - deaths.male + arrivals.male - departures.male;
    female += births.female - deaths.female + arrivals.female - departures.female;
    households += householdsNew - householdsLost;
    const active = activeMale + activeFemale;
    return {
      period,
      population: {
        births,
        deaths,
        arrivals,
        departures,
        householdsNew,
        householdsLost,
        closing: { male, female },
        foreigners: opening.foreigners,
        households,
      },
      activities: activitiesOf(c, period, leader),
      readiness: {
        activeMale,
        activeFemale,
        registered: Math.min(active, c.between(5, 12)),
        withCard: Math.min(active, c.between(4, 10)),
        trained: Math.min(active, c.between(2, 9)),
        posts,
        activePosts: c.between(1, posts),
      },
    };
  });
  return { code, opening, months };
}
