import type { Question } from '../../src/core/report';
import type { Village } from '../../src/core/settings';
import { inKind } from '../../src/core/villageKind';
import type { Filled } from './filler';
import type { ActivityTruth, MonthTruth, PopulationTruth, ReadinessTruth } from './truth';

type ByQuestion = Record<string, string | readonly string[]>;

/** Answers by question id become answers by the label that stands on the form of a village of that kind. */
export function labelled(
  questions: readonly Question[],
  answers: ByQuestion,
  kind: Village['kind'] = 'desa',
): Filled {
  const filled: Record<string, string | readonly string[]> = {};
  for (const [id, answer] of Object.entries(answers)) {
    const question = questions.find((each) => each.id === id);
    if (!question)
      throw new Error(`No question has the id ${id}; there are ${questions.map((q) => q.id).join(', ')}`);
    const text = typeof answer === 'string' && question.choices !== undefined ? inKind(answer, kind) : answer;
    filled[inKind(question.label, kind)] = text;
  }
  return filled;
}

export function populationAnswers(truth: PopulationTruth): ByQuestion {
  return {
    birthsMale: String(truth.births.male),
    birthsFemale: String(truth.births.female),
    deathsMale: String(truth.deaths.male),
    deathsFemale: String(truth.deaths.female),
    arrivalsMale: String(truth.arrivals.male),
    arrivalsFemale: String(truth.arrivals.female),
    departuresMale: String(truth.departures.male),
    departuresFemale: String(truth.departures.female),
    householdsClosing: String(truth.households),
    householdsNew: String(truth.householdsNew),
    householdsLost: String(truth.householdsLost),
    closingMale: String(truth.closing.male + truth.foreigners.male),
    closingFemale: String(truth.closing.female + truth.foreigners.female),
    foreignerChanges: 'Tidak',
  };
}

export function activityAnswers(truth: ActivityTruth): ByQuestion {
  return {
    kind: truth.kind,
    performedBy: 'Linmas',
    times: String(truth.times),
    description: truth.description,
    date: truth.date,
    startTime: truth.start,
    endTime: truth.end,
    location: truth.location,
    personnel: String(truth.personnel),
    leader: truth.leader,
    photo: 'Sudah di grup WA',
    ...(truth.incident
      ? {
          incident: 'Ya',
          incidentKind: truth.kind,
          incidentDeaths: '0',
          incidentInjured: '0',
          incidentHouseholds: '2',
          incidentFollowUp: 'Pemadam kabupaten sudah datang; lahan dijaga sampai sore.',
        }
      : { incident: 'Tidak' }),
  };
}

export function readinessAnswers(truth: ReadinessTruth): ByQuestion {
  return {
    anyActivity: 'Ya',
    activeMale: String(truth.activeMale),
    activeFemale: String(truth.activeFemale),
    registeredSim: String(truth.registered),
    withCard: String(truth.withCard),
    trained: String(truth.trained),
    posts: String(truth.posts),
    activePosts: String(truth.activePosts),
  };
}

/** The month's people and changes, divided among three RT. */
export function neighbourhoodAnswers({ population, activities }: MonthTruth): ByQuestion {
  const { births, deaths, arrivals, departures, closing, foreigners, households } = population;
  const both = (pair: { male: number; female: number }): number => pair.male + pair.female;
  const part = (whole: number, at: number): number =>
    at === 2 ? whole - 2 * Math.floor(whole / 3) : Math.floor(whole / 3);
  const patrols = activities.find((one) => one.kind === 'Siskamling/ronda')?.times ?? 0;
  const lines = [0, 1, 2].map(
    (at) =>
      `RT 00${String(at + 1)}: KK ${String(part(households, at))}, ` +
      `L ${String(part(closing.male + foreigners.male, at))}, ` +
      `P ${String(part(closing.female + foreigners.female, at))}, lahir ${String(part(both(births), at))}, ` +
      `meninggal ${String(part(both(deaths), at))}, datang ${String(part(both(arrivals), at))}, ` +
      `pindah ${String(part(both(departures), at))}, ronda ${String(part(patrols, at))}`,
  );
  return { lines: lines.join('\n'), communalWork: '1' };
}

/** Shares of the village's households and people. */
export function welfareAnswers(truth: PopulationTruth, kind: 'desa' | 'kelurahan'): ByQuestion {
  const people = truth.closing.male + truth.closing.female;
  const share = (of: number, part: number): string => String(Math.floor(of * part));
  return {
    poorHouseholds: share(truth.households, 0.17),
    family: share(truth.households, 0.11),
    food: share(truth.households, 0.14),
    health: share(people, 0.4),
    ...(kind === 'desa' ? { village: share(truth.households, 0.06) } : {}),
    recipientsDied: '0',
    recipientsMoved: '1',
    recipientsAble: '0',
    proposals: '2',
    jobsLost: '1',
  };
}
