import type { Compliance } from '../compliance';
import { formatDate, formatDay, formatInstant, formatPeriod, periodOf } from '../dates';
import type { DrawContext } from '../draw/context';
import { nameOf, reportMonth, titleOf } from '../draw/rows';
import { dueDate, lockDate, villageOf } from '../due';
import type { OutboxEntry } from '../notices/outbox';
import type { Missing } from '../notices/stages';
import type { Message } from '../patch';
import type { Instant, Period, VillageCode } from '../settings';
import {
  LETTERHEAD,
  lettersOf,
  numbered,
  officeFields,
  open,
  SIGNATURE,
  type Filling,
  type TemplateLine,
} from './paper';

/** Name of the template, which the office may edit as it likes as long as the places keep their names. */
export const WARNING_TEMPLATE = 'Templat surat teguran';

/** `Konsep surat teguran Desa Balang Juli 2026`. */
export function warningName(context: DrawContext, village: VillageCode, period: Period): string {
  return `Konsep surat teguran ${titleOf(context, village)} ${formatPeriod(period)}`;
}

/** Key of the letter's row in `Surat dan Surel`: one a village and month. */
export const warningKey = (village: VillageCode, period: Period): string => `${village}|${period}|-|warning`;

/** The letter as it is made at first (Permendagri 1/2023); Nomor and the day stay open for whoever signs. */
export const WARNING_LINES: readonly TemplateLine[] = [
  ...LETTERHEAD,
  { text: '{{kecamatan}}, …… {{bulan surat}}', align: 'right' },
  { text: 'Nomor\t: ………' },
  { text: 'Sifat\t: Penting' },
  { text: 'Lampiran\t: -' },
  { text: 'Hal\t: Teguran keterlambatan laporan {{bulan laporan}}' },
  { text: '' },
  { text: 'Yth. {{tujuan}}' },
  { text: 'di {{desa}}' },
  { text: '' },
  { text: 'Dasar:' },
  { text: '{{dasar hukum}}' },
  { text: '' },
  {
    text:
      'Sampai {{tanggal catatan}}, laporan {{desa lengkap}} kepada {{program}} Kecamatan {{kecamatan}} untuk ' +
      '{{bulan laporan}} berikut ini belum lengkap, sedangkan tenggatnya {{tenggat}}:',
  },
  { text: '{{daftar laporan}}' },
  { text: '' },
  { text: 'Pengingat yang sudah disampaikan:' },
  { text: '{{daftar pengingat}}' },
  { text: '' },
  { text: '{{permintaan}}' },
  { text: '' },
  { text: 'Demikian disampaikan. Atas perhatian dan kerja sama Saudara, kami ucapkan terima kasih.' },
  { text: '' },
  ...SIGNATURE,
  { text: '' },
  { text: 'Tembusan:' },
  { text: '{{tembusan}}' },
];

/** When and how a village was reminded of a month. */
export interface Reminded {
  readonly at: Instant;
  readonly how: 'email' | 'whatsapp';
}

/**
 * What reminded a village: mails that have left, and texts of `Kirim WA` that somebody ticked as sent (`ticked` = keys
 * of those). Of a text only the day on which it was made is known.
 */
export function remindersOf(
  village: VillageCode,
  period: Period,
  outbox: readonly OutboxEntry[],
  ticked: ReadonlySet<string>,
): readonly Reminded[] {
  const own = outbox.filter(
    ({ message: { kind, key } }) =>
      (kind === 'reminder' || kind === 'late') && key.startsWith(`${village}|${period}|`),
  );
  return own.flatMap(({ message, state, sentAt, queuedAt }) => [
    ...(state === 'sent' ? [{ at: sentAt ?? queuedAt, how: 'email' as const }] : []),
    ...(ticked.has(message.key) ? [{ at: queuedAt, how: 'whatsapp' as const }] : []),
  ]);
}

function reminderText({ settings }: DrawContext, { at, how }: Reminded): string {
  const when = formatInstant(at, settings.zone);
  return how === 'email' ? `${when}, melalui email` : `pesan WhatsApp yang disiapkan ${when}`;
}

function reportText(context: DrawContext, period: Period, one: Compliance): string {
  const title = context.catalogue.find((type) => type.id === one.type)?.title ?? one.type;
  const state = one.word === 'toCorrect' ? 'sudah dikirim, masih perlu diperbaiki' : 'belum diterima';
  return `${title} ${reportMonth(context, one.type, period)}: ${state}`;
}

/** Until when the reports are taken, or that the month is closed. */
function request(context: DrawContext, period: Period): string {
  const lock = lockDate(context.settings, period);
  const ask = 'Sehubungan dengan hal tersebut, mohon Saudara memastikan laporan itu dikirim';
  return context.today <= lock
    ? `${ask} paling lambat ${formatDay(lock)} pukul 23.59 ${context.settings.zone}.`
    : `${ask}. Bulan ini sudah ditutup sejak ${formatDate(lock)}; untuk membukanya kembali, mohon menghubungi Kasi Trantib Kecamatan.`;
}

/** What the letter to a village says of its missing reports and of how it was reminded. */
export function warningFilling(
  context: DrawContext,
  { village, period, reports }: Missing,
  reminded: readonly Reminded[],
): Filling {
  const { settings, today } = context;
  const { basis, copies } = lettersOf(settings);
  const found = villageOf(settings, village);
  const head = found?.kind === 'kelurahan' ? 'Lurah' : 'Kepala Desa';
  const listed = (all: readonly string[], none: string): readonly string[] =>
    all.length === 0 ? [none] : numbered(all);
  return {
    fields: {
      ...officeFields(settings),
      desa: nameOf(context, village),
      'desa lengkap': titleOf(context, village),
      tujuan: `${head} ${nameOf(context, village)}`,
      'bulan surat': formatPeriod(periodOf(today)),
      'bulan laporan': formatPeriod(period),
      'tanggal catatan': formatDate(today),
      tenggat: formatDay(dueDate(settings, period)),
      permintaan: request(context, period),
    },
    lists: {
      'dasar hukum': listed(basis, open('dasar hukum', 'Dasar Hukum')),
      'daftar laporan': numbered(reports.map((one) => reportText(context, period, one))),
      'daftar pengingat': listed(
        reminded.map((one) => reminderText(context, one)),
        '(belum ada pengingat yang tercatat terkirim)',
      ),
      tembusan: listed(copies, '-'),
    },
  };
}

/** The letter's row in `Surat dan Surel`: nobody gets it, the office prints and signs it. */
export function warningRecord(
  context: DrawContext,
  { village, period, reports }: Missing,
  url: string,
): Message {
  return {
    key: warningKey(village, period),
    village,
    kind: 'warning',
    to: [],
    cc: [],
    subject: warningName(context, village, period),
    text: [
      'Konsep untuk diperiksa, diberi nomor, dan ditandatangani. Program tidak mengirimnya.',
      ...reports.map((one) => `- ${reportText(context, period, one)}`),
      url,
    ].join('\n'),
    html: '',
    notBefore: context.now,
  };
}
