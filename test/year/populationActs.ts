import type { Answers, Draft, Teller } from './teller';
import { dayIn, monthsOn } from './calendar';
import { CHANGES, type MonthTruth } from './truth';

const QUESTION: Readonly<Record<(typeof CHANGES)[number], string>> = {
  births: 'Births',
  arrivals: 'Arrivals',
  deaths: 'Deaths',
  departures: 'Departures',
};
const SEX = ['Male', 'Female'] as const;

/** The month as the village's books have it. */
function answersOf(month: MonthTruth): Record<string, string> {
  const { flows, closing } = month;
  const foreign = CHANGES.some((change) => flows[change][0] + flows[change][1] > 0);
  const answers: Record<string, string> = {
    householdsClosing: String(closing.households),
    householdsNew: String(month.householdsNew),
    householdsLost: String(month.householdsLost),
    foreignerChanges: foreign ? 'Ya' : 'Tidak',
  };
  for (const change of CHANGES)
    SEX.forEach((sex, at) => {
      answers[`${change}${sex}`] = String(flows[change][at + 2]);
      if (foreign) answers[`foreign${QUESTION[change]}${sex}`] = String(flows[change][at]);
    });
  SEX.forEach((sex, at) => {
    answers[`closing${sex}`] = String((closing.people[at] ?? 0) + (closing.people[at + 2] ?? 0));
  });
  return answers;
}

const more = (
  answers: Readonly<Record<string, string>>,
  question: string,
  by: number,
): Record<string, string> => ({
  [question]: String(Number(answers[question]) + by),
});

/** What is sent of the month's population, by its course. */
export function populationActs({ c, month, on }: Teller): Draft[] {
  const right = answersOf(month);
  const key = `population ${month.period}`;
  const send = (at: string, fate: Draft['fate'], how: Partial<Draft> = {}): Draft => ({
    key,
    at,
    type: 'population',
    period: month.period,
    answers: right,
    person: 'operator',
    fate,
    ...how,
  });
  const wrong = (changed: Answers): { answers: Answers; key: string } => ({
    answers: { ...right, ...changed } as Answers,
    key: `${key} wrong`,
  });
  const corrects = { corrects: `${key} wrong` };
  const later = `${dayIn(monthsOn(month.period, 2), 10)}T10:20`;
  switch (month.course) {
    case 'fixed':
      return [];
    case 'late':
      return [send(on(c.between(8, 11)), 'counts')];
    case 'interim':
      return [send(`${dayIn(month.period, 26)}T10:05`, 'counts')];
    case 'wrong':
      return [send(on(2), 'never', wrong(more(right, 'closingMale', 28))), send(on(3), 'counts', corrects)];
    case 'miscounted':
      return [
        send(on(2), 'replaced', wrong({ ...more(right, 'birthsMale', 1), ...more(right, 'closingMale', 1) })),
        send(on(3), 'counts', corrects),
      ];
    case 'doubled':
      return [
        send(on(3, '10:15'), 'replaced', { key: `${key} first` }),
        send(on(3, '10:16'), 'counts', { again: true }),
      ];
    case 'stopped':
      return [send(on(3, '09:58'), 'stopped', wrong({ birthsMale: 'dua' })), send(on(3, '10:02'), 'counts')];
    case 'stranger':
      return [send(on(1), 'never', { key: `${key} wrong`, person: 'stranger' }), send(on(3), 'counts')];
    case 'newcomer':
      return [send(on(3), 'waits', { person: 'newcomer' })];
    case 'returned':
      return [send(on(2), 'replaced', { key: `${key} wrong` }), send(on(7), 'counts', corrects)];
    case 'byOffice':
      return [
        send(on(4), 'counts', {
          person: 'kasi',
          answers: { ...right, notes: 'dari telepon, karena operator sakit' },
        }),
      ];
    case 'wrongMonth':
      return [
        send(on(2), 'never', { key: `${key} wrong`, period: monthsOn(month.period, -1) }),
        send(on(3), 'counts'),
      ];
    case 'reasoned':
      return [
        send(on(3), 'counts', { answers: { ...right, differenceReason: 'Pencocokan data dengan Dukcapil' } }),
      ];
    case 'afterLock':
      return [send(on(22), 'waits')];
    case 'takenUp':
    case 'fixedThenTakenUp':
      return [send(later, 'counts')];
    default:
      return [send(on(c.between(1, 4)), 'counts')];
  }
}
