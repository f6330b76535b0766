import { zoneOffset } from './zones';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ');
const DAY = 86_400_000;

function weekOf(year: number, dayOfYear: number): number {
  // Java's default locale (US): the week of 1 January is week 1, weeks begin on Sunday.
  const first = new Date(Date.UTC(year, 0, 1)).getUTCDay();
  return Math.floor((dayOfYear - 1 + first) / 7) + 1;
}

function offsetText(minutes: number, colon: boolean): string {
  const size = Math.abs(minutes);
  const hours = String(Math.floor(size / 60)).padStart(2, '0');
  const rest = String(size % 60).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${hours}${colon ? ':' : ''}${rest}`;
}

function zoneName(time: number, zone: string, long: boolean): string {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    timeZoneName: long ? 'long' : 'short',
  }).formatToParts(time);
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** One run of a pattern letter, e.g. `MMM`. Throws on a letter that SimpleDateFormat does not know. */
function field(run: string, time: number, zone: string, offset: number): string {
  const wall = new Date(time + offset * 60_000);
  const length = run.length;
  const number = (value: number): string => String(value).padStart(length, '0');
  const year = wall.getUTCFullYear();
  const month = wall.getUTCMonth();
  const dayOfYear = Math.floor((Date.UTC(year, month, wall.getUTCDate()) - Date.UTC(year, 0, 1)) / DAY) + 1;
  const hour = wall.getUTCHours();
  const letter = run[0] ?? '';
  const names = (list: readonly string[], at: number): string =>
    length >= 4 ? (list[at] ?? '') : (list[at] ?? '').slice(0, 3);
  switch (letter) {
    case 'G':
      return year > 0 ? 'AD' : 'BC';
    case 'y':
    case 'Y':
    case 'u':
      if (letter === 'u') return number(wall.getUTCDay() === 0 ? 7 : wall.getUTCDay());
      return length === 2 ? String(year % 100).padStart(2, '0') : number(year);
    case 'M':
    case 'L':
      return length >= 3 ? names(MONTHS, month) : number(month + 1);
    case 'E':
      return names(DAYS, wall.getUTCDay());
    case 'd':
      return number(wall.getUTCDate());
    case 'D':
      return number(dayOfYear);
    case 'w':
      return number(weekOf(year, dayOfYear));
    case 'W':
      return number(
        Math.floor((wall.getUTCDate() - 1 + new Date(Date.UTC(year, month, 1)).getUTCDay()) / 7) + 1,
      );
    case 'F':
      return number(Math.floor((wall.getUTCDate() - 1) / 7) + 1);
    case 'a':
      return hour < 12 ? 'AM' : 'PM';
    case 'H':
      return number(hour);
    case 'k':
      return number(hour === 0 ? 24 : hour);
    case 'K':
      return number(hour % 12);
    case 'h':
      return number(hour % 12 === 0 ? 12 : hour % 12);
    case 'm':
      return number(wall.getUTCMinutes());
    case 's':
      return number(wall.getUTCSeconds());
    case 'S':
      return number(wall.getUTCMilliseconds());
    case 'z':
      return zoneName(time, zone, length >= 4);
    case 'Z':
      return offsetText(offset, false);
    case 'X':
      if (offset === 0) return 'Z';
      return length === 1 ? offsetText(offset, false).slice(0, 3) : offsetText(offset, length === 3);
    default:
      throw new Error(`Illegal pattern character '${letter}'`);
  }
}

/**
 * java.text.SimpleDateFormat in English, which `Utilities.formatDate` follows (reference, Utilities.formatDate):
 * quoted text stays, two quotes are one. An unknown zone counts as GMT, as java.util.TimeZone has it.
 */
export function formatDate(time: number, zone: string, pattern: string): string {
  const fixed = /^(?:GMT|UTC)([+-])(\d{1,2})(?::?(\d{2}))?$/.exec(zone);
  let offset = 0;
  if (fixed) offset = (fixed[1] === '-' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3] ?? 0));
  else {
    try {
      offset = zoneOffset(time, zone);
    } catch {
      return formatDate(time, 'GMT', pattern);
    }
  }
  return pattern.replace(/''|'((?:[^']|'')*)'|([A-Za-z])\2*/g, (run: string, quoted?: string) => {
    if (run === "''") return "'";
    if (quoted !== undefined) return quoted.replace(/''/g, "'");
    return field(run, time, fixed ? 'GMT' : zone, offset);
  });
}
