const formats = new Map<string, Intl.DateTimeFormat>();
const days = new Map<string, number>();
const DAY = 86_400_000;

function formatOf(zone: string): Intl.DateTimeFormat {
  let format = formats.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
      era: 'short',
    });
    formats.set(zone, format);
  }
  return format;
}

function exactOffset(time: number, zone: string): number {
  const parts = formatOf(zone).formatToParts(time);
  const field = (type: string): number => Number(parts.find((part) => part.type === type)?.value ?? 0);
  const bc = parts.some((part) => part.type === 'era' && part.value.startsWith('B'));
  const year = bc ? 1 - field('year') : field('year');
  const wall = new Date(0);
  wall.setUTCFullYear(year, field('month') - 1, field('day'));
  wall.setUTCHours(field('hour'), field('minute'), field('second'));
  return Math.round((wall.getTime() - Math.floor(time / 1000) * 1000) / 60_000);
}

/** Minutes east of UTC at that time; days without a change of the clocks are asked once. Throws RangeError on an unknown zone. */
export function zoneOffset(time: number, zone: string): number {
  const day = Math.floor(time / DAY);
  const key = `${zone}/${day}`;
  const known = days.get(key);
  if (known !== undefined) return known;
  const start = exactOffset(day * DAY, zone);
  if (start !== exactOffset((day + 1) * DAY - 1, zone)) return exactOffset(time, zone);
  if (days.size > 20_000) days.clear();
  days.set(key, start);
  return start;
}

export function isZone(zone: string): boolean {
  try {
    formatOf(zone);
    return true;
  } catch {
    return false;
  }
}
