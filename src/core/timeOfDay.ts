/** Minutes since midnight of `22:00`; undefined where it is no time of day. */
export function minutesOf(time: string | null): number | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time ?? '');
  return parts === null ? undefined : Number(parts[1]) * 60 + Number(parts[2]);
}

/**
 * Minutes from `start` to `end`; an end before or at the start is past midnight, so never 0. Undefined where one
 * of them is missing: such an activity's hours are not counted.
 */
export function minutesBetween(start: string | null, end: string | null): number | undefined {
  const from = minutesOf(start);
  const to = minutesOf(end);
  if (from === undefined || to === undefined) return undefined;
  return to > from ? to - from : to - from + 24 * 60;
}
