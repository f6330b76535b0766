import type { Schedule } from '../state/project';

const MINUTE = 60_000;
const HOUR = 3_600_000;
const DAY = 86_400_000;

/** Minutes east of UTC at a time in a zone. */
export type OffsetOf = (time: number, zone: string) => number;

interface Wall {
  /** Days since 1970 on the zone's calendar. */
  day: number;
  year: number;
  month: number;
}

function wallOf(time: number, zone: string, offsetOf: OffsetOf): Wall {
  const local = new Date(time + offsetOf(time, zone) * MINUTE);
  return {
    day: Math.floor(local.getTime() / DAY),
    year: local.getUTCFullYear(),
    month: local.getUTCMonth(),
  };
}

/** The instant of a wall clock reading; in a gap of the clocks the later one. */
export function instantOf(
  day: number,
  hour: number,
  minute: number,
  zone: string,
  offsetOf: OffsetOf,
): number {
  const wall = day * DAY + hour * HOUR + minute * MINUTE;
  const guess = wall - offsetOf(wall, zone) * MINUTE;
  return wall - offsetOf(guess, zone) * MINUTE;
}

/** The next multiple of `step` after `after`, moved by a phase that belongs to the trigger. */
function nextBeat(after: number, step: number, phase: number): number {
  return (Math.floor((after - phase) / step) + 1) * step + phase;
}

function nextMonth(
  schedule: Extract<Schedule, { every: 'month' }>,
  after: number,
  offsetOf: OffsetOf,
): number {
  const wall = wallOf(after, schedule.zone, offsetOf);
  for (let ahead = 0; ahead < 13; ahead += 1) {
    const first = Date.UTC(wall.year, wall.month + ahead, 1) / DAY;
    const length = Date.UTC(wall.year, wall.month + ahead + 1, 1) / DAY - first;
    if (schedule.day > length) continue;
    const day = first + schedule.day - 1;
    const time = instantOf(day, schedule.hour, schedule.minute, schedule.zone, offsetOf);
    if (time > after) return time;
  }
  return Number.POSITIVE_INFINITY;
}

/**
 * When a clock trigger fires next after a time. `phase` (0 to 1, stable for a trigger) stands for the minute that
 * Google picks at random and keeps (google.md section 2, Rules). undefined = never again.
 */
export function nextFiring(
  schedule: Schedule,
  after: number,
  phase: number,
  offsetOf: OffsetOf,
): number | undefined {
  if ('at' in schedule) return schedule.at > after ? schedule.at : undefined;
  switch (schedule.every) {
    case 'minutes':
      return nextBeat(after, schedule.count * MINUTE, Math.floor(phase * schedule.count * 60) * 1000);
    case 'hours':
      return nextBeat(after, schedule.count * HOUR, Math.floor(phase * 60) * MINUTE);
    case 'month':
      return nextMonth(schedule, after, offsetOf);
    case 'days':
    case 'week': {
      const { zone, hour, minute } = schedule;
      let { day } = wallOf(after, zone, offsetOf);
      const due = (): number => instantOf(day, hour, minute, zone, offsetOf);
      const step = schedule.every === 'days' ? schedule.count : 7 * schedule.weeks;
      // Day 0 of 1970 was a Thursday; weekDay counts from Sunday = 0.
      while (schedule.every === 'week' && (day + 4) % 7 !== schedule.weekDay) day += 1;
      // Days are counted from 1970, so that every n days stays in step whatever fired last.
      while (due() <= after || (schedule.every === 'days' && day % step !== 0)) {
        day += schedule.every === 'days' ? 1 : 7;
      }
      return due();
    }
  }
}
