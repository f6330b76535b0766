import type { Runtime } from '../runtime';

/** The date of a script as a form keeps it, in the script's zone: pattern letters as in java.text.SimpleDateFormat. */
export function dateText(
  runtime: Runtime,
  date: { getTime(): number },
  pattern: 'date' | 'day' | 'dateTime',
): string {
  const text = wallClock(runtime, date.getTime());
  if (pattern === 'dateTime') return text;
  return pattern === 'date' ? text.slice(0, 10) : text.slice(5, 10);
}

/** `yyyy-MM-dd HH:mm` in the script's zone. */
function wallClock(runtime: Runtime, time: number): string {
  const zone = runtime.project?.timeZone;
  if (zone) return runtime.platform.formatDate(time, zone, 'yyyy-MM-dd HH:mm');
  const local = new Date(time);
  const date = `${local.getFullYear()}-${two(local.getMonth() + 1)}-${two(local.getDate())}`;
  return `${date} ${two(local.getHours())}:${two(local.getMinutes())}`;
}

/** At least two digits: 7 → `07`. */
export function two(value: number): string {
  return String(value).padStart(2, '0');
}

/** Answer of a time item, `HH:mm` (google.md section 3). */
export function timeText(hour: number, minute: number): string {
  return `${two(hour)}:${two(minute)}`;
}

/** Answer of a duration item, `HH:mm:ss` (google.md section 3). */
export function durationText(hours: number, minutes: number, seconds: number): string {
  return `${two(hours)}:${two(minutes)}:${two(seconds)}`;
}
