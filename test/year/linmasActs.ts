import { plainActs, type Answers, type Draft, type Teller } from './teller';
import { daysOn } from './calendar';
import type { ActivityTruth } from './linmasTruth';
import { hourOf } from './truth';

function answersOf(one: ActivityTruth): Record<string, string> {
  return {
    kind: one.kind,
    performedBy: one.by,
    ...(one.times === undefined ? {} : { times: String(one.times) }),
    description: `${one.kind} bersama warga, keadaan aman.`,
    date: one.date,
    startTime: one.start,
    ...(one.end === undefined ? {} : { endTime: one.end }),
    location: one.location,
    personnel: String(one.personnel),
    leader: one.leader,
    photo: one.photo,
    ...(one.incident
      ? {
          incident: 'Ya',
          incidentKind: 'Pohon tumbang',
          incidentDeaths: '0',
          incidentInjured: '0',
          incidentHouseholds: '2',
          incidentFollowUp: 'Sudah dibersihkan bersama warga.',
        }
      : { incident: 'Tidak' }),
  };
}

/** Each activity is told on the day after it. */
export function activityActs({ c, month, on }: Teller): Draft[] {
  return month.activities.flatMap((one, at): Draft[] => {
    const key = `activities ${month.period} ${String(at)}`;
    const right = answersOf(one);
    const send = (sent: string, fate: Draft['fate'], how: Partial<Draft> = {}): Draft => ({
      key,
      at: sent,
      type: 'activities',
      answers: right,
      person: 'operator',
      fate,
      ...how,
    });
    const day = daysOn(one.date, 1);
    const changed = (answers: Answers): Answers => ({ ...right, ...answers });
    switch (one.course) {
      case 'doubled':
        return [
          send(`${day}T09:30`, 'counts'),
          send(`${day}T09:34`, 'never', { key: `${key} again`, again: true }),
        ];
      case 'corrected':
        return [
          send(`${day}T${hourOf(c)}`, 'replaced', {
            answers: changed({ personnel: String(one.personnel + 3) }),
          }),
          send(`${daysOn(day, 1)}T${hourOf(c)}`, 'counts', { key: `${key} corrected`, corrects: key }),
        ];
      case 'refused':
        // Doubtful, so that it stands in the list of what waits: longer than 16 hours.
        return [
          send(`${day}T${hourOf(c)}`, 'never', {
            answers: changed({ startTime: '05:00', endTime: '23:30' }),
          }),
        ];
      case 'stopped':
        return [
          send(`${day}T09:50`, 'stopped', { key: `${key} wrong`, answers: changed({ personnel: 'enam' }) }),
          send(`${day}T09:53`, 'counts'),
        ];
      case 'late':
        return [send(on(8), 'counts')];
      default:
        return [send(`${day}T${hourOf(c)}`, 'counts')];
    }
  });
}

/** The strength of the month. */
export function readinessActs(teller: Teller): Draft[] {
  const { readiness } = teller.month;
  const right: Answers = {
    anyActivity: readiness.nil ? 'Nihil' : 'Ya',
    ...(readiness.unsent === undefined ? {} : { unsentActivities: String(readiness.unsent) }),
    activeMale: String(readiness.male),
    activeFemale: String(readiness.female),
    registeredSim: String(readiness.registered),
    withCard: String(readiness.withCard),
    trained: String(readiness.trained),
    posts: String(readiness.posts),
    activePosts: String(readiness.activePosts),
  };
  const wrong = { ...right, activePosts: String(readiness.posts + 1) };
  const of = readiness.course === 'returned' ? right : wrong;
  return plainActs(teller, 'readiness', readiness.course, right, of);
}
