import { archiveAddress, archiveName, type ClosedYear } from '../core/closedYears';
import {
  answersBefore,
  archivedRows,
  endOfYear,
  monthsOf,
  nextYear,
  obstacles,
  supposed,
  withoutClosing,
} from '../core/yearClosing';
import { formatNumber } from '../core/dates';
import { lockedUnapproved } from '../core/draw/queue';
import { TAB } from '../core/tabs/names';
import type { Read } from '../google/cells';
import { isOldLog, isOldMail, isOldText, partsOf } from './archive';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { problem, type Order, type UnderstandResult } from './orders';
import { wholeOf, type Whole } from './rebuildTabs';

/** The word and the year that confirm. */
export const confirmation = (year: string): string => `TUTUP ${year}`;

/** A year that may be closed, with its months. */
export interface Candidate {
  readonly closed: ClosedYear;
  readonly whole: Whole;
  readonly months: ReturnType<typeof monthsOf>;
  readonly problems: readonly string[];
}

/** The year that comes next, and what is in its way. */
export function candidate(desk: Desk): Candidate {
  const { context, settings } = desk;
  const year = nextYear(settings, context.closed);
  const closed = supposed(year, desk.now);
  const whole = wholeOf(desk)();
  const months = monthsOf([...(context.closed ?? []), closed], year, whole.months);
  return { closed, whole, months, problems: obstacles(context, year, months) };
}

const STAYS =
  'Tetap di sini: angka tiap bulan (Rekap, Data bulanan, B.3), Keputusan, saldo, anggota Linmas, operator, Konsultasi, Pembinaan, dan berkas di folder Rekap. Saldo akhir tahun ini menjadi saldo awal tahun berikutnya seperti biasa.';

/** What goes where, and what cannot be done any more. */
function previewLines(desk: Desk, { closed, whole, months }: Candidate): readonly string[] {
  const { context, master, settings } = desk;
  const { year } = closed;
  const rows = archivedRows(context, closed, months);
  const leaving = partsOf(desk).filter(({ leaves }) => leaves);
  const happened: Readonly<Record<string, (row: readonly Read[], of: string) => boolean>> = {
    [TAB.log]: isOldLog,
    [TAB.outbox]: isOldMail,
    [TAB.whatsapp]: isOldText,
  };
  const count = (tab: string): number => {
    const isOf = happened[tab];
    if (isOf === undefined) return rows[tab]?.length ?? 0;
    return master.readAll(tab).filter((row, at) => at > 0 && isOf(row, year)).length;
  };
  const heads = whole.shelf.places.map((village) => whole.shelf.head(village));
  const answers = Object.values(
    answersBefore(context.catalogue, whole.months, heads, endOfYear(settings, year)),
  ).reduce((sum, one) => sum + one, 0);
  const open = withoutClosing(context, year, months);
  const unapproved = lockedUnapproved(context, months);
  return [
    `Pindah ke ${archiveName(year)}: ${leaving.map(({ tab }) => `${formatNumber(count(tab))} baris ${tab}`).join(', ')}. Disalin juga: Data bulanan, Keputusan, Indeks, dan rekap tahunan ${year}.`,
    `Dihapus dari berkas Respons: ${formatNumber(answers)} baris jawaban sampai akhir ${year}. Formulir tetap menyimpan semua jawabannya.`,
    STAYS,
    `Sesudah ditutup, laporan ${year} tidak dapat diperbaiki, ditinjau, diimpor, atau dibuka kuncinya. Laporan ${year} yang datang sesudahnya disimpan dan hanya dapat ditolak. Koreksi angka lewat Koreksi saldo di bulan yang terbuka. Tutup buku tidak dapat dibatalkan.`,
    ...(unapproved === 0
      ? []
      : [
          `Belum disetujui: ${formatNumber(unapproved)} laporan bulanan. Tetap dihitung; bila perlu setujui dahulu dengan Setujui sebulan, sesudah ditutup tidak dapat lagi.`,
        ]),
    ...(open.length === 0
      ? []
      : [
          `Belum ada saldo akhir Desember ${year}: ${open.join(', ')}. Tetapkan dahulu (Tetapkan saldo akhir); sesudah ditutup hanya dapat diisi di tab Saldo Awal.`,
        ]),
  ];
}

/** The dialog of *Tutup buku tahunan*. */
export function closeYearDialog(desk: Desk, plain: Plain): Draft {
  const found = candidate(desk);
  const { year } = found.closed;
  const done = (desk.context.closed ?? []).map(
    (one) => `${archiveName(one.year)}: ${archiveAddress(one.archive)}`,
  );
  if (found.problems.length > 0)
    return {
      ...plain,
      introduction: notYet(year),
      lines: [...found.problems, ...done],
      action: '',
    };
  return {
    ...plain,
    introduction: `Tahun ${year} disalin ke berkas ${archiveName(year)} di folder kecamatan dan diperiksa baris demi baris; baru sesudah itu barisnya dihapus dari sini.`,
    lines: [...previewLines(desk, found), ...done],
    fields: [
      {
        id: 'reason',
        label: `Ketik ${confirmation(year)} untuk menutup`,
        kind: 'text',
        required: true,
        help: 'Dengan huruf besar. Tanpa itu tidak ada yang berubah.',
      },
    ],
    action: 'Tutup buku',
  };
}

const notYet = (year: string): string => `Tahun ${year} belum dapat ditutup buku.`;

/** Reads the order: the confirmation stands under *Alasan*, nothing there asks for the preview. */
export function understandCloseYear(desk: Desk, order: Order): UnderstandResult {
  const what = order.reason.trim();
  const year = nextYear(desk.settings, desk.context.closed);
  const isClosed = desk.context.closed?.some((one) => what === confirmation(one.year)) ?? false;
  if (what === '' || isClosed) return { ok: { what } };
  if (what !== confirmation(year))
    return problem(
      `Untuk menutup tahun ${year}, tulis ${confirmation(year)} (huruf besar) di Alasan; kosongkan untuk melihat dahulu.`,
    );
  const { problems } = candidate(desk);
  return problems.length > 0 ? problem([notYet(year), ...problems].join(' ')) : { ok: { what } };
}

/** What closing the year would do, or what is in its way; nothing changes. */
export function preview(desk: Desk): CommandResult {
  const found = candidate(desk);
  const { year } = found.closed;
  const isFree = found.problems.length === 0;
  return {
    done: true,
    text: `Belum ada yang ditutup. ${isFree ? `Untuk menutup tahun ${year}, jalankan lagi dengan ${confirmation(year)} (huruf besar) di Alasan.` : notYet(year)}`,
    lines: isFree ? previewLines(desk, found) : found.problems,
  };
}
