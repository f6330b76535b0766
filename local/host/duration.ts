const PART = /^P(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:\.\d+)?)S)?)?$/;

/** Milliseconds of an ISO 8601 duration in weeks, days, hours, minutes and seconds; throws on anything else. */
export function durationMs(text: string): number {
  const match = PART.exec(text);
  if (!match || text === 'P' || text.endsWith('T')) {
    throw new Error(`"${text}" is no duration: write P1D, PT30M or the like.`);
  }
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = match
    .slice(1)
    .map((part) => Number(part ?? 0));
  return ((((weeks * 7 + days) * 24 + hours) * 60 + minutes) * 60 + seconds) * 1000;
}

/** A moment as ms: ISO text with its zone, or ms. */
export function momentMs(moment: string | number): number {
  const time = typeof moment === 'number' ? moment : Date.parse(moment);
  const zoned = typeof moment === 'number' || /(Z|[+-]\d\d:?\d\d)$/.test(moment);
  if (Number.isNaN(time) || !zoned) {
    throw new Error(`"${moment}" is no moment: write 2026-08-06T08:00:00+08:00 or the like.`);
  }
  return time;
}
