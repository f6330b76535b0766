import type { Instant, Settings, VillageCode } from './settings';
import { localDate, localTime } from './zones';

/**
 * A report's number wherever it stands in a text: `2005-260803-091402`, of a second one of that second `…-2`. Only with
 * a day since 2020 and a time of day: a NIK has sixteen digits as well, and people write it with dashes.
 */
export const REPORT_NUMBER =
  /(?<!\d)\d{4}-[2-9]\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])-(?:[01]\d|2[0-3])(?:[0-5]\d){2}(?:-\d{1,3})?(?!\d)/;

/**
 * `2005-260803-091402`: last group of the village's code, day and time of submission in the zone. Of several reports
 * that a village sent within one second the first has this number, the others `…-2`, `…-3`; `nth` from 1.
 */
export function reportNumber(village: VillageCode, at: Instant, settings: Settings, nth = 1): string {
  const day = localDate(at, settings.zone).slice(2).replace(/-/g, '');
  const time = localTime(at, settings.zone).replace(/:/g, '');
  return `${village.slice(-4)}-${day}-${time}${nth > 1 ? `-${String(nth)}` : ''}`;
}

/** What the numbers of one village and second have in common. */
export const secondOf = (number: string): string => number.slice(0, 18);

/** The report number in an answer; undefined where there is none. */
export function numberIn(answer: unknown): string | undefined {
  return typeof answer === 'string' ? REPORT_NUMBER.exec(answer)?.[0] : undefined;
}

/**
 * The number that a person means among those there are: just that one; else the only one of that second, since reports
 * of one second once had the same number, and people leave the end off. Undefined where none is meant.
 */
export function meantNumber(all: readonly string[], wanted: string): string | undefined {
  if (all.includes(wanted)) return wanted;
  const others = [...new Set(all)].filter((one) => secondOf(one) === wanted);
  return others.length === 1 ? others[0] : undefined;
}
