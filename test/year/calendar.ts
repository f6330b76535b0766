const MONTHS = [
  'Januari', 'Februari', 'Maret', 'April', 'Mei', 'Juni',
  'Juli', 'Agustus', 'September', 'Oktober', 'November', 'Desember',
]; // prettier-ignore

const DAY = 86_400_000;
const utc = (date: string): number => Date.parse(`${date}T00:00:00Z`);
const two = (value: number): string => String(value).padStart(2, '0');

/** `2027-05` and 9 → `2028-02`. */
export function monthsOn(period: string, count: number): string {
  const all = Number(period.slice(0, 4)) * 12 + Number(period.slice(5)) - 1 + count;
  return `${String(Math.floor(all / 12))}-${two((all % 12) + 1)}`;
}

/** `2027-05-03`. */
export const dayIn = (period: string, day: number): string => `${period}-${two(day)}`;

export const daysOn = (date: string, count: number): string =>
  new Date(utc(date) + count * DAY).toISOString().slice(0, 10);

/** Calendar days from one to the other. */
export const daysApart = (from: string, to: string): number => Math.round((utc(to) - utc(from)) / DAY);

export const lastDay = (period: string): number => Number(daysOn(dayIn(monthsOn(period, 1), 1), -1).slice(8));

/** `08:05` of minutes after midnight. */
export const clock = (minutes: number): string => `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;

/** `Mei 2027`. */
export const monthText = (period: string): string =>
  `${MONTHS[Number(period.slice(5)) - 1] ?? ''} ${period.slice(0, 4)}`;

/** `3 Mei 2027`. */
export const dateText = (date: string): string =>
  `${String(Number(date.slice(8)))} ${monthText(date.slice(0, 7))}`;

/** `03/05/2027`, as a person types it. */
export const typedDate = (date: string): string => date.split('-').reverse().join('/');

/** Last day on which a report of that month is in time: the fifth of the next one, or the next working day. */
export function dueOn(period: string, holidays: readonly string[]): string {
  let day = dayIn(monthsOn(period, 1), 5);
  while ([0, 6].includes(new Date(utc(day)).getUTCDay()) || holidays.includes(day)) day = daysOn(day, 1);
  return day;
}

/** The month ends a quarter. */
export const endsQuarter = (period: string): boolean => Number(period.slice(5)) % 3 === 0;

/** `Triwulan II 2027` of its last month. */
export const quarterText = (period: string): string =>
  `Triwulan ${['I', 'II', 'III', 'IV'][Math.ceil(Number(period.slice(5)) / 3) - 1] ?? ''} ${period.slice(0, 4)}`;

/** A date and a time as rows of tabs tell them. */
export const momentText = (at: string): string =>
  `${dateText(at.slice(0, 10))} pukul ${at.slice(11, 16).replace(':', '.')} WITA`;
