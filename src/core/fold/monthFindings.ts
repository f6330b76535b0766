import { formatDate, formatPeriod } from '../dates';
import { formatReportPeriod, interimDate, isQuarterly } from '../due';
import { HEAD } from '../head';
import type { Finding } from '../report';
import type { Period, Settings } from '../settings';
import { runningMonth, type Candidate } from './candidate';

function finding(rule: string, period: Period, expected: string, message: string): Finding {
  return {
    rule: `month.${rule}`,
    severity: 'error',
    question: HEAD.period,
    sent: formatPeriod(period),
    expected,
    message,
  };
}

/**
 * What is wrong with the month of a report, seen from the day it was sent: not begun, before its interim day, or older
 * than the oldest month that is kept. Events have a date in the past, so only the last can be.
 */
export function monthFindings(candidate: Candidate, settings: Settings, base: Period): readonly Finding[] {
  const { period, type, sentOn } = candidate;
  if (period === undefined) return [];
  const running = runningMonth(candidate);
  if (period < base)
    return [
      finding(
        'tooOld',
        period,
        `${formatPeriod(base)} atau sesudahnya`,
        `${formatPeriod(period)} terlalu lama berlalu untuk dicatat. Mohon periksa tahunnya, lalu kirim ulang.`,
      ),
    ];
  if (type?.frequency !== 'monthly') return [];
  if (period > running && !isQuarterly(settings, type))
    return [
      finding(
        'future',
        period,
        `paling akhir ${formatPeriod(running)}`,
        `${formatPeriod(period)} belum berjalan. Mohon periksa bulan laporan, lalu kirim ulang.`,
      ),
    ];
  const from = interimDate(settings, period);
  if (period < running || (period === running && sentOn >= from)) return [];
  const named = formatReportPeriod(settings, type, period);
  return [
    finding(
      'notEnded',
      period,
      `mulai ${formatDate(from)}`,
      `${named} belum berakhir. Laporannya diterima mulai ${formatDate(from)}.`,
    ),
  ];
}

/** Whether `Indeks` has a row for the month of this response; else it stands among the strays. */
export function hasPlace(candidate: Candidate, base: Period): boolean {
  const { period } = candidate;
  return period !== undefined && period >= base && period <= runningMonth(candidate);
}
