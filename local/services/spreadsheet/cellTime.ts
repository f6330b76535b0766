import type { Runtime } from '../runtime';
import { DAY, EPOCH_SERIAL } from './typedDate';

/** Offsets change on the hour or the half hour at most; one look-up for each quarter of an hour is enough. */
const QUARTER = 900000;
const offsets = new Map<string, Map<number, number>>();

function offsetAt(runtime: Pick<Runtime, 'platform'>, time: number, zone: string): number {
  let known = offsets.get(zone);
  if (!known) offsets.set(zone, (known = new Map<number, number>()));
  const quarter = Math.floor(time / QUARTER);
  let offset = known.get(quarter);
  if (offset === undefined) {
    if (known.size > 20000) known.clear();
    offset = runtime.platform.zoneOffset(quarter * QUARTER, zone);
    known.set(quarter, offset);
  }
  return offset * 60000;
}

/** An instant as the serial number that a cell holds in a spreadsheet of that zone (google.md section 4). */
export function serialOfInstant(runtime: Pick<Runtime, 'platform'>, time: number, zone: string): number {
  return (time + offsetAt(runtime, time, zone)) / DAY + EPOCH_SERIAL;
}

/** The instant of a cell's serial number; a wall-clock time that the zone skips is moved on. */
export function instantOfSerial(runtime: Pick<Runtime, 'platform'>, serial: number, zone: string): number {
  const wall = Math.round((serial - EPOCH_SERIAL) * DAY);
  const guess = wall - offsetAt(runtime, wall, zone);
  return wall - offsetAt(runtime, guess, zone);
}

const datePatterns = new Map<string, boolean>();

/** True for number formats that show a date or a time: such a number reaches the script as a Date. */
export function isDatePattern(pattern: string | undefined): boolean {
  if (pattern === undefined) return false;
  let answer = datePatterns.get(pattern);
  if (answer === undefined) {
    const bare = pattern.replace(/"[^"]*"|\\.|\[(?!h+\]|m+\]|s+\])[^\]]*\]|_.|\*./gi, '').split(';')[0] ?? '';
    answer =
      bare !== '@' &&
      !/general/i.test(bare) &&
      /[dmyhs]/i.test(bare) &&
      !/[0#?]/.test(bare.replace(/[.,]0+/g, ''));
    datePatterns.set(pattern, answer);
  }
  return answer;
}
