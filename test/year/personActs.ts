import type { Chance } from '../sample/random';
import type { Draft, Teller } from './teller';
import { personOf, type MemberTruth } from './memberTruth';
import { soonAfter, hourOf, type Change } from './truth';

const KIND: Readonly<Record<Change, string>> = {
  births: 'Lahir',
  arrivals: 'Datang',
  deaths: 'Meninggal',
  departures: 'Pindah',
};
const PLACE: Readonly<Record<Change, Readonly<Record<string, string>>>> = {
  births: {},
  arrivals: { origin: 'Banjarmasin' },
  deaths: { placeOfDeath: 'Rumah' },
  departures: { destination: 'Amuntai' },
};

/** An invented No. KK: registered in 2020, serial 9999. */
const householdOf = (place: number, number: number): string =>
  `6311${pad(place)}${pad((number % 28) + 1)}01209999`;
const pad = (number: number): string => String(number % 100).padStart(2, '0');

/** Each event is told on the day after it, one response a person; newborns and foreigners have no NIK. */
export function eventActs({ c, month, number }: Teller, place: number): Draft[] {
  return month.events.map((event, at): Draft => {
    const female = event.who % 2 === 1;
    const person = personOf(place, number * 12 + at, female);
    const born = event.change === 'births';
    const foreign = event.who < 2;
    const identity = born
      ? { nikMissingReason: 'Belum terbit' }
      : foreign
        ? { nikMissingReason: 'WNA tanpa NIK' }
        : { nik: person.nik };
    return {
      key: `events ${month.period} ${String(at)}`,
      at: `${soonAfter(event.date)}T${hourOf(c)}`,
      type: 'events',
      person: 'operator',
      fate: 'counts',
      answers: {
        name: person.name,
        ...identity,
        householdNumber: householdOf(place, number * 12 + at),
        sex: female ? 'Perempuan' : 'Laki-laki',
        birthPlace: 'Paringin',
        birthDate: born ? event.date : person.birthDate,
        citizenship: foreign ? 'WNA' : 'WNI',
        eventDate: event.date,
        rt: month.units[event.unit]?.key ?? '001',
        kind: KIND[event.change],
        ...PLACE[event.change],
      },
    };
  });
}

/** Members as they come, change and leave. */
export function memberActs(c: Chance, members: readonly MemberTruth[]): Draft[] {
  return members.map((one, at): Draft => {
    const known = { name: one.person.name, nik: one.person.nik, kind: one.kind };
    const rest = {
      sex: one.person.female ? 'Perempuan' : 'Laki-laki',
      birthPlace: 'Paringin',
      birthDate: one.person.birthDate,
      education: 'SLTA',
      marriage: 'Kawin',
      phone: `0857999${String(10_000 + at)}`,
      position: 'Anggota',
      squad: one.squad,
      ...(one.card ? { card: `KTA-${String(at + 1)}` } : {}),
      registered: one.registered ? 'Ya' : 'Belum',
      ...(one.trained ? { training: 'Dasar' } : {}),
    };
    return {
      key: `members ${String(at)}`,
      at: `${one.date}T${hourOf(c)}`,
      type: 'members',
      person: 'operator',
      fate: 'counts',
      answers: one.kind === 'Berhenti' ? { ...known, reasonLeft: 'Pindah' } : { ...known, ...rest },
    };
  });
}
