import { addMonths } from '../../src/core/place';
import type { ReportTypeId } from '../../src/core/report';
import {
  activityAnswers,
  neighbourhoodAnswers,
  populationAnswers,
  readinessAnswers,
  welfareAnswers,
} from './answers';
import type { Cast, SampleVillage } from './cast';
import { chance } from './random';
import { courseOf, minuteOfDay, RETURNED, type Course } from './scenario';
import type { ActivityTruth, MonthTruth } from './truth';

/** One thing that a person does in the sample, at its time. */
export interface Act {
  /** Local time, `2026-08-03T09:14`. */
  at: string;
  village: SampleVillage;
  type: ReportTypeId;
  /** `2026-07`; the month that the person chooses. */
  period: string;
  answers: Record<string, string | readonly string[]>;
  person: string;
  course: Course | 'correction';
}

const clock = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The monthly report that goes all the courses of the sample: the first of the two that the programme has. */
export type Lead = 'population' | 'readiness';

/** What is sent of it: right, with figures that do not fit together, and with what the form itself stops. */
function leadAnswers(lead: Lead, month: MonthTruth): Record<'right' | 'wrong' | 'stopped', Act['answers']> {
  if (lead === 'readiness') {
    const right = readinessAnswers(month.readiness);
    const wrong = { ...right, activePosts: String(month.readiness.posts + 2) };
    return { right, wrong, stopped: { ...right, posts: 'dua' } };
  }
  const right = populationAnswers(month.population);
  const wrong = { ...right, closingMale: String(Number(right['closingMale']) + 28) };
  return { right, wrong, stopped: { ...right, birthsMale: 'dua' } };
}

function leadActs(
  lead: Lead,
  village: SampleVillage,
  month: MonthTruth,
  course: Course,
  seed: number,
): Act[] {
  const after = addMonths(month.period, 1);
  const c = chance(seed);
  const time = clock(minuteOfDay(seed));
  const act = (
    day: string,
    at: string,
    answers: Act['answers'],
    how: Act['course'],
    person?: string,
  ): Act => ({
    at: `${day}T${at}`,
    village,
    type: lead,
    period: month.period,
    answers,
    person: person ?? village.operator.email,
    course: how,
  });
  const { right, wrong, stopped } = leadAnswers(lead, month);
  const day = `${after}-0${c.between(1, 4)}`;
  switch (course) {
    case 'missing':
      return [];
    case 'late':
      return [act(`${after}-08`, time, right, course)];
    case 'interim':
      return [act(`${month.period}-26`, time, right, course)];
    case 'wrongThenCorrected':
      return [act(`${after}-02`, time, wrong, course), act(`${after}-03`, '08:41', right, 'correction')];
    case 'twice':
      return [act(day, '10:15', right, 'right'), act(day, '10:16', right, course)];
    case 'unknownSender':
      return [
        act(`${after}-01`, time, right, course, `tetangga.${village.operator.email}`),
        act(`${after}-03`, time, right, 'right'),
      ];
    case 'newOperator':
      return [act(`${after}-03`, time, right, course, `pengganti.${village.operator.email}`)];
    case 'afterLock':
      return [act(`${after}-24`, time, right, course)];
    case 'stoppedByForm':
      return [act(day, '09:58', stopped, course), act(day, '10:02', right, 'right')];
    default:
      return [act(day, time, right, course)];
  }
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Sent on the next day; what was done before the forms were there on the first day that they are. */
function activityAct(
  village: SampleVillage,
  truth: ActivityTruth,
  period: string,
  seed: number,
  from: string,
): Act {
  const next = dayAfter(truth.date);
  return {
    at: `${next < from ? from : next}T${clock(minuteOfDay(seed))}`,
    village,
    type: 'activities',
    period,
    answers: activityAnswers(truth),
    person: village.operator.email,
    course: 'right',
  };
}

/** All that is done in the sample, in order of time; `from` = the first day that the forms are there. */
export function acts(cast: Cast, seed: number, from: string, lead: Lead = 'population'): Act[] {
  const all: Act[] = [];
  cast.villages.forEach((village, place) => {
    village.truth.months.forEach((month, number) => {
      const own = seed + place * 101 + number * 17;
      const course = courseOf(place, number);
      all.push(...leadActs(lead, village, month, course, own));
      month.activities.forEach((activity, n) => {
        all.push(activityAct(village, activity, month.period, own + n + 1, from));
      });
      const after = addMonths(month.period, 1);
      const sent = (day: string, how: Act['course']): Act => ({
        at: `${after}-${day}T${clock(minuteOfDay(own + 7))}`,
        village,
        type: 'readiness',
        period: month.period,
        answers: readinessAnswers(month.readiness),
        person: village.operator.email,
        course: how,
      });
      if (course !== 'missing' && lead !== 'readiness') all.push(sent(`0${String(1 + (own % 4))}`, 'right'));
      if (place === RETURNED.village && number === RETURNED.month) all.push(sent('07', 'correction'));
      const send = (type: ReportTypeId, answers: Act['answers'], day: number, minute: number): Act => ({
        at: `${addMonths(month.period, 1)}-0${String(day)}T${clock(minuteOfDay(own + minute))}`,
        village,
        type,
        period: month.period,
        answers,
        person: village.operator.email,
        course: 'right',
      });
      if (course !== 'missing') {
        all.push(send('neighbourhoods', neighbourhoodAnswers(month), 1 + (own % 4), 11));
        if (Number(month.period.slice(5)) % 3 === 0)
          all.push(send('welfare', welfareAnswers(month.population, village.kind), 1 + (own % 3), 13));
      }
      if (number === 0 && place === 1)
        all.push(
          send(
            'questions',
            { topic: 'Cara mengisi laporan', question: 'Bila tidak ada kejadian, laporan tetap dikirim?' },
            3,
            17,
          ),
        );
    });
  });
  return all.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}
