import type { Version, VillageMonth } from '../book';
import { formatDate, formatInstant, formatNumber } from '../dates';
import { dayOf, lockDate } from '../due';
import type { DrawContext } from '../draw/context';
import { reportMonth, typeTitle } from '../draw/rows';
import type { ReportType } from '../report';
import type { LocalDate, Period } from '../settings';

const SMALL = [
  'nol',
  'satu',
  'dua',
  'tiga',
  'empat',
  'lima',
  'enam',
  'tujuh',
  'delapan',
  'sembilan',
  'sepuluh',
];

/** A count inside a sentence: `dua`, from eleven on in digits. */
export function countWord(count: number): string {
  return SMALL[count] ?? formatNumber(count);
}

/** `Laporan Kependudukan Juli 2026`; an event's month is that of its date. */
export function reportTitle(context: DrawContext, version: Version, period: Period | undefined): string {
  const title = version.type === '' ? 'Laporan' : `Laporan ${typeTitle(context, version)}`;
  const month = period === undefined ? (version.named ?? '') : reportMonth(context, version.type, period);
  return month === '' ? title : `${title} ${month}`;
}

/** `kami terima 3 Agustus 2026 pukul 09.14 WITA`. */
export function receivedText(context: DrawContext, version: Version): string {
  return `kami terima ${formatInstant(version.at, context.settings.zone)}`;
}

/** Last day on which the month takes reports by itself, or on which the Kasi keeps it open; undefined = it is closed. */
export function lastDay(
  { settings, today, now }: DrawContext,
  period: Period,
  month: VillageMonth | undefined,
): LocalDate | undefined {
  const opened = (month?.unlocks ?? [])
    .filter((unlock) => unlock.at <= now && now <= unlock.until)
    .map((unlock) => dayOf(settings, unlock.until));
  return [lockDate(settings, period), ...opened]
    .filter((day) => today <= day)
    .sort()
    .pop();
}

/** `20 Agustus 2026 pukul 23.59 WITA`: the end of that day. */
export function endOf({ settings }: DrawContext, day: LocalDate): string {
  return `${formatDate(day)} pukul 23.59 ${settings.zone}`;
}

/** Beginning that all labels share, without what dangles at its end. */
function sharedBeginning(labels: readonly string[]): string {
  const [first = ''] = labels;
  let length = first.length;
  while (length > 0 && !labels.every((label) => label.startsWith(first.slice(0, length)))) length -= 1;
  return first.slice(0, length).replace(/[\s,(:–-]+$/, '');
}

/**
 * What *Perbaiki* does not bring along: `sudah terisi, kecuali jumlah seluruh penduduk akhir bulan`; of persons nothing
 * comes along but the number of the report.
 */
export function filledText(type: ReportType | undefined): string {
  if (type?.personal) return 'diisi lagi dari awal; nomor laporannya sudah tertulis';
  const totals = (type?.questions ?? []).filter((one) => one.control === true && one.kind === 'count');
  const shared = sharedBeginning(totals.map((one) => one.label));
  if (totals.length === 0) return 'sudah terisi';
  const named = shared === '' ? 'jumlah akhir' : shared.charAt(0).toLowerCase() + shared.slice(1);
  return `sudah terisi, kecuali ${named}`;
}
