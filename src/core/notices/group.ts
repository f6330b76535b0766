import type { VillageMonth } from '../book';
import { addDays, formatDay, formatNumber, formatPeriod } from '../dates';
import { dueDate, lockDate } from '../due';
import { complianceLines, completeVillages } from '../draw/compliance';
import type { DrawContext } from '../draw/context';
import { whatsapp } from '../escape';
import type { Message } from '../patch';
import { tooLongEncoded } from '../prefill';
import type { Period } from '../settings';

/** Until when: the due day, or that it has passed. */
function dueText({ settings, today }: DrawContext, period: Period): string {
  const due = dueDate(settings, period);
  const until = `pukul 23.59 ${settings.zone}`;
  if (today === due) return `Tenggat hari ini ${until}.`;
  if (today < due) return `Tenggat ${formatDay(due)} ${until}.`;
  const lock = lockDate(settings, period);
  return today <= lock
    ? `Tenggat sudah lewat; laporan masih kami tunggu sampai ${formatDay(lock)} ${until}.`
    : 'Bulan ini sudah ditutup; yang belum, mohon menghubungi Kasi.';
}

/** Thanks and the count; villages are named only where the office says so. */
function groupText(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  withNames: boolean,
): string {
  const { settings, today } = context;
  const lines = complianceLines(context, period, months);
  const { complete, of } = completeVillages(lines);
  const head = `*${whatsapp(settings.programme)}: laporan ${formatPeriod(period)}*`;
  const count = `*${formatNumber(complete)} dari ${formatNumber(of)}* desa/kelurahan sudah lengkap.`;
  if (complete === of) return `${head}\nTerima kasih 🙏 ${count}`;
  const open = lines.filter((line) => line.reports.some((one) => one.counted === undefined));
  const names = open.map((line) => whatsapp(line.row.village.name)).join(', ');
  const isReminded = today >= addDays(dueDate(settings, period), -3);
  const rest = withNames
    ? `Yang belum lengkap: ${names}.`
    : isReminded
      ? 'Yang belum, link masing-masing sudah kami kirim.'
      : 'Yang belum, mohon mengisi lewat link masing-masing.';
  return `${head}\nTerima kasih, ${count} ${dueText(context, period)} ${rest}`;
}

/**
 * The text for the group of all operators: only in `Kirim WA`, with a link that lets the person choose the group.
 * `mark` tells those of one month apart.
 */
export function groupNotice(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
  mark = '',
): Message {
  const full = groupText(context, period, months, context.settings.groupNames === true);
  const text = tooLongEncoded(full) ? groupText(context, period, months, false) : full;
  return {
    key: `-|${period}|-|group${mark}`,
    village: '',
    kind: 'group',
    to: [],
    cc: [],
    subject: `Teks grup WhatsApp ${formatPeriod(period)}`,
    text,
    html: '',
    whatsapp: { name: 'Grup WhatsApp', number: '', text },
    notBefore: context.now,
  };
}
