import type { Language } from './words';

/** Minutes east of UTC that `zone` had at `time` (ms). */
function offsetOf(time: number, zone: string): number {
  const name = new Intl.DateTimeFormat('en-US', { timeZone: zone, timeZoneName: 'longOffset' })
    .formatToParts(time)
    .find((part) => part.type === 'timeZoneName')?.value;
  const match = /GMT([+-])(\d\d):(\d\d)/.exec(name ?? '');
  if (!match) return 0;
  const minutes = Number(match[2]) * 60 + Number(match[3]);
  return match[1] === '-' ? -minutes : minutes;
}

/** ISO text on the wall of `zone` with its offset, to the second: `2026-08-06T08:00:00+08:00`. */
export function isoInZone(time: number, zone: string): string {
  const offset = offsetOf(time, zone);
  const wall = new Date(time + offset * 60_000).toISOString().slice(0, 19);
  const size = Math.abs(offset);
  const two = (n: number): string => String(n).padStart(2, '0');
  return `${wall}${offset < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
}

/** A moment as people read it: `Kam, 6 Agu 2026, 08.00.12 WITA`. */
export function timeText(time: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: zone,
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
    timeZoneName: 'short',
  }).format(time);
}

/** The same without weekday and zone, for tables. */
export function shortTime(time: number, zone: string, language: Language): string {
  return new Intl.DateTimeFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    timeZone: zone,
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  }).format(time);
}

/** Milliseconds as seconds with one decimal, in the language's digits. */
export function secondsText(ms: number, language: Language): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB', {
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(ms / 1000);
}

/** A whole number with the language's thousands separator. */
export function numberText(value: number, language: Language): string {
  return new Intl.NumberFormat(language === 'id' ? 'id-ID' : 'en-GB').format(value);
}

/** The instant of a wall time without zone (`2026-08-06T08:00`) in `zone`; NaN where it is none. */
export function instantOf(wall: string, zone: string): number {
  const asUtc = Date.parse(/[zZ]|[+-]\d\d:?\d\d$/.test(wall) ? wall : `${wall}Z`);
  if (asUtc !== asUtc || /[zZ]|[+-]\d\d:?\d\d$/.test(wall)) return asUtc;
  const guess = asUtc - offsetOf(asUtc, zone) * 60_000;
  return asUtc - offsetOf(guess, zone) * 60_000;
}
