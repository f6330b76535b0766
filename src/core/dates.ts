import { addMonths } from './place';
import type { Instant, LocalDate, Period, ZoneName } from './settings';
import { localDate, localTime } from './zones';

export const MONTH_NAMES = [
  'Januari',
  'Februari',
  'Maret',
  'April',
  'Mei',
  'Juni',
  'Juli',
  'Agustus',
  'September',
  'Oktober',
  'November',
  'Desember',
] as const;

/** From Sunday, as `weekday` counts. */
export const DAY_NAMES = ['Minggu', 'Senin', 'Selasa', 'Rabu', 'Kamis', 'Jumat', 'Sabtu'] as const;

function monthName(number: number): string {
  return MONTH_NAMES[number - 1] ?? String(number);
}

/** `3 Agustus 2026`. */
export function formatDate(date: LocalDate): string {
  return `${Number(date.slice(8, 10))} ${monthName(Number(date.slice(5, 7)))} ${date.slice(0, 4)}`;
}

/** `3 Agustus`, for a subject line. */
export function formatShortDate(date: LocalDate): string {
  return formatDate(date).slice(0, -5);
}

/** `Rabu, 5 Agustus 2026`. */
export function formatDay(date: LocalDate): string {
  return `${DAY_NAMES[weekday(date)] ?? ''}, ${formatDate(date)}`;
}

/** `09.14 WITA`. */
export function formatTime(at: Instant, zone: ZoneName): string {
  return `${localTime(at, zone).slice(0, 5).replace(':', '.')} ${zone}`;
}

/** `3 Agustus 2026 pukul 09.14 WITA`. */
export function formatInstant(at: Instant, zone: ZoneName): string {
  return `${formatDate(localDate(at, zone))} pukul ${formatTime(at, zone)}`;
}

/** `1.204`; negative numbers with a true minus sign. Whole numbers only. */
export function formatNumber(value: number): string {
  const digits = String(Math.abs(Math.round(value)));
  return (value < 0 ? '−' : '') + digits.replace(/\B(?=(\d{3})+$)/g, '.');
}

/** A number with a fixed count of decimals and a decimal comma: `12,5`. */
export function formatDecimal(value: number, decimals: number): string {
  const [whole = '0', rest = ''] = Math.abs(value).toFixed(decimals).split('.');
  const sign = value < 0 ? '−' : '';
  return sign + whole.replace(/\B(?=(\d{3})+$)/g, '.') + (rest === '' ? '' : `,${rest}`);
}

/** `Juli 2026`. */
export function formatPeriod(period: Period): string {
  return `${monthName(Number(period.slice(5, 7)))} ${period.slice(0, 4)}`;
}

/** `Juli`. */
export function formatMonth(period: Period): string {
  return monthName(Number(period.slice(5, 7)));
}

/** Last month of the quarter that the month lies in. */
export function quarterEnd(period: Period): Period {
  return addMonths(period, 2 - ((Number(period.slice(5, 7)) - 1) % 3));
}

/** Number of the quarter, 1–4. */
const quarterOf = (period: Period): number => Math.ceil(Number(period.slice(5, 7)) / 3);

/** `2026-Q3`. */
export function quarterKey(period: Period): string {
  return `${period.slice(0, 4)}-Q${quarterOf(period)}`;
}

/** `Triwulan III`. */
export function formatQuarter(period: Period): string {
  return `Triwulan ${['I', 'II', 'III', 'IV'][quarterOf(period) - 1] ?? ''}`;
}

/** Back from `Juli 2026`, `Triwulan III 2026` (its last month), `juli  2026`, `2026-07`, `07/2026` or `7-2026`; undefined for anything else. */
export function parsePeriod(text: string): Period | undefined {
  const clean = text.trim().toLowerCase();
  const quarter = /^triwulan\s+(i{1,3}|iv)\s+(\d{4})$/.exec(clean);
  if (quarter)
    return `${quarter[2] ?? ''}-${['03', '06', '09', '12'][['i', 'ii', 'iii', 'iv'].indexOf(quarter[1] ?? '')] ?? ''}`;
  const named = /^([a-z]+)\s+(\d{4})$/.exec(clean);
  if (named) {
    const month = MONTH_NAMES.findIndex((name) => name.toLowerCase() === named[1]);
    return month < 0 ? undefined : `${named[2] ?? ''}-${String(month + 1).padStart(2, '0')}`;
  }
  const iso = /^(\d{4})-(\d{2})$/.exec(clean);
  const local = /^(\d{1,2})[/-](\d{4})$/.exec(clean);
  const period = iso ? clean : local ? `${local[2] ?? ''}-${(local[1] ?? '').padStart(2, '0')}` : undefined;
  return period !== undefined && isPeriod(period) ? period : undefined;
}

/** True for `2026-07`, false for `2026-13` and all else. */
export function isPeriod(text: string): boolean {
  return /^\d{4}-(0[1-9]|1[0-2])$/.test(text);
}

/** Back from `2026-08-17`, `17/08/2026`, `17-8-2026` or `17 Agustus 2026`; undefined where there is no such day. */
export function parseDate(text: string): LocalDate | undefined {
  const clean = text.trim().toLowerCase();
  const local = /^(\d{1,2})[/-](\d{1,2})[/-](\d{4})$/.exec(clean);
  const named = /^(\d{1,2})\s+([a-z]+)\s+(\d{4})$/.exec(clean);
  const parts = local
    ? [local[3] ?? '', local[2] ?? '', local[1] ?? '']
    : named
      ? [
          named[3] ?? '',
          String(MONTH_NAMES.findIndex((n) => n.toLowerCase() === named[2]) + 1),
          named[1] ?? '',
        ]
      : undefined;
  const date = parts ? parts.map((part) => part.padStart(2, '0')).join('-') : clean;
  return isDate(date) ? date : undefined;
}

/** True for a day that exists, `2026-02-28`; false for `2026-02-30` and all else. */
export function isDate(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || !isPeriod(text.slice(0, 7))) return false;
  const day = Number(text.slice(8, 10));
  return day >= 1 && day <= daysInMonth(text.slice(0, 7));
}

/** Month of a day. */
export function periodOf(date: LocalDate): Period {
  return date.slice(0, 7);
}

export function daysInMonth(period: Period): number {
  const next = addMonths(period, 1);
  return new Date(Date.UTC(Number(next.slice(0, 4)), Number(next.slice(5, 7)) - 1, 0)).getUTCDate();
}

/** That day of the month, the last one where the month is shorter. */
export function dayOfMonth(period: Period, day: number): LocalDate {
  return `${period}-${String(Math.min(day, daysInMonth(period))).padStart(2, '0')}`;
}

function utc(date: LocalDate): number {
  return Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1, Number(date.slice(8, 10)));
}

/** The day `count` days later (earlier, where negative). */
export function addDays(date: LocalDate, count: number): LocalDate {
  return new Date(utc(date) + count * 86_400_000).toISOString().slice(0, 10);
}

/** Calendar days from `from` to `to`; negative where `to` is earlier. */
export function daysBetween(from: LocalDate, to: LocalDate): number {
  return Math.round((utc(to) - utc(from)) / 86_400_000);
}

/** 0 = Sunday … 6 = Saturday. */
export function weekday(date: LocalDate): number {
  return new Date(utc(date)).getUTCDay();
}
