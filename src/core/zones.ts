import type { Instant, LocalDate, ZoneName } from './settings';

const HOUR = 3_600_000;

/** Hours ahead of UTC; Indonesia has no summer time (Keppres 41/1987). */
export const ZONE_HOURS: Readonly<Record<ZoneName, number>> = { WIB: 7, WITA: 8, WIT: 9 };

/** What a wall clock of the zone shows, `2026-08-03T09:14:02.123`. */
export function wallClock(at: Instant, zone: ZoneName): string {
  return new Date(at + ZONE_HOURS[zone] * HOUR).toISOString().slice(0, 23);
}

/** Day of the instant in the zone. */
export function localDate(at: Instant, zone: ZoneName): LocalDate {
  return wallClock(at, zone).slice(0, 10);
}

/** Time of day in the zone, `09:14:02`. */
export function localTime(at: Instant, zone: ZoneName): string {
  return wallClock(at, zone).slice(11, 19);
}

/** Instant at which clocks of the zone show that day and time (`HH:mm`, `HH:mm:ss` or with milliseconds). */
export function instantOf(date: LocalDate, time: string, zone: ZoneName): Instant {
  const [hours = '0', minutes = '0', seconds = '0'] = time.split(':');
  const midnight = Date.UTC(
    Number(date.slice(0, 4)),
    Number(date.slice(5, 7)) - 1,
    Number(date.slice(8, 10)),
  );
  const within = (Number(hours) * 60 + Number(minutes)) * 60_000 + Math.round(Number(seconds) * 1000);
  return midnight + within - ZONE_HOURS[zone] * HOUR;
}

/** Last millisecond of the day, 23:59:59.999. */
export function endOfDay(date: LocalDate, zone: ZoneName): Instant {
  return instantOf(date, '23:59:59.999', zone);
}
