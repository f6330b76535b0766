import { formatDate, formatNumber, formatPeriod, periodOf } from '../core/dates';
import { titleOf, typeTitle } from '../core/draw/rows';
import type { Personal } from '../core/erase';
import { maskNumbers } from '../core/identity';
import { numberIn, REPORT_NUMBER } from '../core/reportNumber';
import { addMonths } from '../core/place';
import { RETENTION_MONTHS } from '../core/personal';
import { personalTypes } from '../core/persons';
import type { Instant } from '../core/settings';
import { instantOf } from '../core/zones';
import type { Desk } from './desk';
import type { CommandResult } from './dialog';
import type { Draft, Plain } from './dialogFields';
import { erasedBefore, isErasing, isErasingThis, reportsFor, startErasing, type Wanted } from './erasing';
import { recall, type Memory } from './memory';
import { problem, type Order, type PersonalId, type Understood, type UnderstandResult } from './orders';
import type { SweepDone } from './perform';
import { copyPerson } from './personCopy';
import { Run } from './run';

/**
 * Word without which nothing is removed: the answer then says what would be. In capitals and in front, since a reason
 * such as "minta data dihapus" or "hapus atas permintaan" has the word as well.
 */
const CONFIRM = /^\s*HAPUS\b/;

const STAYS =
  'Yang tersisa: nomor laporan, desa, bulan, jenis, dan jenis kelamin, supaya jumlah tidak berubah. Penghapusan tidak dapat dibatalkan. Email yang sudah terkirim tidak ikut terhapus.';

/** First moment of the day from which personal data is kept. */
function keptFrom({ settings, context }: Desk): { readonly day: string; readonly at: Instant } {
  const months = settings.retentionMonths ?? RETENTION_MONTHS;
  const month = addMonths(periodOf(context.today), -months);
  const day = `${month}-${context.today.slice(8)}`;
  const known = existing(day);
  return { day: known, at: instantOf(known, '00:00', settings.zone) };
}

/** How many reports about persons are older than they may be kept; months are read only where there can be any. */
export function outdatedReports(desk: Desk, memory: Memory): number {
  const { day, at } = keptFrom(desk);
  const run = new Run(desk, memory, 'hapus');
  const { shelf } = run;
  shelf.loadHeads();
  const isOld = shelf.places.some((village) => {
    const first = shelf.head(village).firstPeriod;
    return first !== undefined && first <= periodOf(day);
  });
  return isOld ? reportsFor(run, { before: at }).length : 0;
}

/** A day that exists in every month; nothing leaves earlier than it should. */
const existing = (day: string): string => (Number(day.slice(8)) > 28 ? `${day.slice(0, 8)}28` : day);

const NONE = 'Laporan data pribadi (Peristiwa, Anggota Linmas) tidak dipakai di sini.';

/** What a command about personal data shows first. */
export function personalDialog(desk: Desk, command: PersonalId, plain: Plain): Draft {
  if (personalTypes(desk.context.catalogue).length === 0 && (desk.registry.facts.register ?? '') === '')
    return { ...plain, introduction: NONE, action: '' };
  if (command === 'eraseOld') return oldDialog(desk, plain);
  const isCopy = command === 'copyPerson';
  return {
    ...plain,
    introduction: isCopy
      ? 'Semua yang diketahui tentang satu orang, dari semua desa, disalin ke berkas Register untuk diserahkan kepada yang bersangkutan.'
      : `Semua laporan tentang satu orang dihapus dari formulir, Register, dan Riwayat. ${STAYS}`,
    fields: [
      {
        id: 'reason',
        label: isCopy ? 'Nomor laporan' : 'Nomor laporan dan alasan',
        kind: 'longText',
        required: true,
        help: isCopy
          ? 'Nomor salah satu laporannya, dari berkas Register, misalnya 2005-260714-090000.'
          : 'Misalnya: 2005-260714-090000 permintaan yang bersangkutan. Tanpa kata HAPUS hanya ditunjukkan apa yang akan dihapus; dengan HAPUS di depannya langsung dihapus.',
      },
    ],
    action: isCopy ? 'Salin data' : 'Lanjutkan',
  };
}

function oldDialog(desk: Desk, plain: Plain): Draft {
  const months = formatNumber(desk.settings.retentionMonths ?? RETENTION_MONTHS);
  const { day, at } = keptFrom(desk);
  const all = reportsFor(new Run(desk, recall(), 'hapus'), { before: at });
  const since = `Data pribadi disimpan ${months} bulan (tab Pengaturan), sekarang sejak ${formatDate(day)}.`;
  if (all.length === 0)
    return { ...plain, introduction: `${since} Tidak ada laporan yang lebih lama.`, action: '' };
  return {
    ...plain,
    introduction: `${since} ${formatNumber(all.length)} laporan lebih lama dan akan dihapus. Anggota Linmas yang masih aktif tetap disimpan. ${STAYS}`,
    lines: previewLines(desk, all),
    fields: [
      {
        id: 'reason',
        label: 'Ketik HAPUS untuk menghapus',
        kind: 'text',
        required: true,
        help: 'Dengan huruf besar, di depan; boleh ditambah alasan. Tanpa kata itu tidak ada yang dihapus.',
      },
    ],
    action: 'Hapus',
  };
}

/** Months and villages that are named one by one. */
const NAMED = 12;

/** A line a village and kind of report: how many, of which months. */
function previewLines(desk: Desk, all: readonly Personal[]): readonly string[] {
  const groups: Record<string, Personal[]> = {};
  for (const one of all) (groups[`${one.village}|${one.version.type}`] ??= []).push(one);
  const lines = Object.values(groups).flatMap((group) => {
    const [first] = group;
    if (first === undefined) return [];
    const periods = group.flatMap((one) => one.period ?? []).sort();
    const [from, to] = [periods[0], periods[periods.length - 1]];
    const range =
      from === undefined || to === undefined
        ? ''
        : from === to
          ? `, ${formatPeriod(from)}`
          : `, ${formatPeriod(from)} sampai ${formatPeriod(to)}`;
    return [
      `${titleOf(desk.context, first.village)}: ${formatNumber(group.length)} laporan ${typeTitle(desk.context, first.version)}${range}`,
    ];
  });
  const more = lines.length - NAMED;
  return more > 0 ? [...lines.slice(0, NAMED), `dan ${formatNumber(more)} baris lain.`] : lines;
}

/** Reads what such an order needs. */
export function understandPersonal(desk: Desk, order: Order, command: PersonalId): UnderstandResult {
  if ((desk.registry.facts.register ?? '') === '') return problem(NONE);
  const { reason } = order;
  const ok: Understood = { what: reason };
  if (command === 'eraseOld') return { ok };
  const number = numberIn(reason);
  if (number === undefined)
    return problem(
      'Mohon tulis nomor laporannya di Alasan, misalnya 2005-260714-090000; nomornya ada di berkas Register. Jangan menulis NIK di sini.',
    );
  if (command === 'erasePerson' && reasonOf(reason).length < 5)
    return problem('Mohon tulis juga alasannya, misalnya: permintaan yang bersangkutan.');
  return { ok };
}

/** The reason without the number and the word that confirms. */
const reasonOf = (text: string): string =>
  text
    .replace(REPORT_NUMBER, '')
    .replace(CONFIRM, '')
    .replace(/^[\s:,;–-]+|[\s:,;–-]+$/g, '')
    .replace(/\s+/g, ' ');

/** What carrying it out needs beside the order. */
interface Carrying {
  readonly ok: Understood;
  readonly actor: string;
  readonly sweep: () => SweepDone;
  readonly until: Instant;
}

/** Does it; the lock is held. Everything that was sent is read first. */
export function performPersonal(
  desk: Desk,
  memory: Memory,
  command: PersonalId,
  { ok, actor, sweep, until }: Carrying,
): CommandResult {
  const said = ok.what ?? '';
  const wanted: Wanted =
    command === 'eraseOld' ? { before: keptFrom(desk).at } : { number: numberIn(said) ?? '' };
  const reason = maskNumbers(reasonOf(said)) || 'masa simpan sudah lewat';
  const start = (): CommandResult => startErasing(desk, memory, { wanted, actor, reason }, until);
  if (isErasing(memory) && command !== 'copyPerson')
    return isErasingThis(memory, wanted) && CONFIRM.test(said) ? start() : { done: false, text: BUSY };
  sweep();
  const run = new Run(desk, memory, 'hapus');
  const all = reportsFor(run, wanted);
  if (all.length === 0) return nothing(run, command, wanted);
  if (command === 'copyPerson') return copyPerson(run, all);
  if (!CONFIRM.test(said))
    return {
      done: true,
      text: `Belum ada yang dihapus. Yang akan dihapus: ${formatNumber(all.length)} laporan. ${STAYS} Untuk menghapus, jalankan lagi dengan kata HAPUS (huruf besar) di depan Alasan.`,
      lines: previewLines(desk, all),
    };
  return start();
}

const BUSY = 'Penghapusan lain masih berjalan. Data tidak berubah. Coba lagi beberapa menit lagi.';

function nothing(run: Run, command: PersonalId, wanted: Wanted): CommandResult {
  const { desk } = run;
  const before =
    'number' in wanted && command === 'erasePerson' ? erasedBefore(run, wanted.number) : undefined;
  if (before !== undefined) return before;
  if ('before' in wanted)
    return {
      done: true,
      text: `Tidak ada laporan data pribadi yang lebih lama dari ${formatDate(keptFrom(desk).day)}.`,
    };
  return {
    done: false,
    text: `Tidak ada laporan data pribadi dengan nomor ${wanted.number}, atau datanya sudah dihapus. Data tidak berubah. Mohon periksa nomornya di berkas Register.`,
  };
}
