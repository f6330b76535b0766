import type { Chance } from '../sample/random';
import { dayIn, daysOn, monthsOn } from './calendar';
import type { YearOptions } from './truth';

/** Squads in the order of `Rekap Anggota`. */
export const SQUADS = [
  'Kesiapsiagaan dan Kewaspadaan Dini',
  'Pengamanan',
  'Pertolongan Pertama dan Kebakaran',
  'Penyelamatan dan Evakuasi',
  'Dapur Umum',
];

/** Who somebody is; every NIK is invented, its serial 9999. */
export interface Person {
  readonly name: string;
  readonly female: boolean;
  readonly birthDate: string;
  readonly nik: string;
}

export interface MemberTruth {
  readonly person: Person;
  readonly kind: 'Tambah' | 'Ubah' | 'Berhenti';
  /** Day on which it is reported. */
  readonly date: string;
  readonly squad: string;
  readonly card: boolean;
  readonly trained: boolean;
  readonly registered: boolean;
}

const FIRST = ['Ahmad', 'Siti', 'Rahman', 'Noor', 'Basuni', 'Maulida', 'Arbain', 'Saidah', 'Hadi', 'Wahidah'];
const LAST = ['Contoh', 'Misal', 'Rekaan', 'Umpama', 'Khayal'];

/** Invented people: no two with one NIK, since no two of one sex are born on the same day. */
export function personOf(place: number, number: number, female: boolean): Person {
  const birthDate = daysOn('1950-01-01', place * 800 + number * 2 + (female ? 1 : 0));
  const [year = '', month = '', day = ''] = birthDate.split('-');
  const born = `${String(Number(day) + (female ? 40 : 0)).padStart(2, '0')}${month}${year.slice(2)}`;
  const name = `${FIRST[number % FIRST.length] ?? ''} ${LAST[place % LAST.length] ?? ''} ${letters(place * 400 + number)}`;
  return { name, female, birthDate, nik: `631106${born}9999` };
}

/** A name of its own for each number. */
function letters(number: number): string {
  const of = (value: number): string => String.fromCharCode(97 + (value % 26));
  return `${of(number).toUpperCase()}${of(Math.floor(number / 26))}${of(Math.floor(number / 676))}`;
}

/** A village's members: most are told in the first month, later some change, leave or come. */
export function membersOf(c: Chance, place: number, options: YearOptions): MemberTruth[] {
  const of = (
    period: string,
    person: Person,
    kind: MemberTruth['kind'],
    like?: MemberTruth,
  ): MemberTruth => ({
    person,
    kind,
    date: dayIn(period, c.between(8, 20)),
    squad: c.pick(SQUADS),
    card: like?.card === true || c.often(0.5),
    trained: like?.trained === true || c.often(0.4),
    registered: c.often(0.6),
  });
  const first = Array.from({ length: c.between(4, 7) }, (_one, at) =>
    of(options.firstPeriod, personOf(place, 300 + at, c.often(0.3)), 'Tambah'),
  );
  const later = Array.from({ length: Math.max(0, options.months - 1) }, (_month, at) =>
    monthsOn(options.firstPeriod, at + 1),
  );
  let active = first;
  let number = 320;
  const changes = later.flatMap((period): MemberTruth[] => {
    const turn = c.between(0, 5);
    const [someone] = active;
    if (turn === 0) {
      const added = of(period, personOf(place, (number += 1), c.often(0.3)), 'Tambah');
      active = [...active, added];
      return [added];
    }
    if (turn > 2 || someone === undefined || active.length < 3) return [];
    const change = of(period, someone.person, turn === 1 ? 'Ubah' : 'Berhenti', someone);
    active = [...active.slice(1), ...(turn === 1 ? [change] : [])];
    return [change];
  });
  return [...first, ...changes];
}
