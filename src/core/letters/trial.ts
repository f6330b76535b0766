import type { Version, VillageHead, VillageMonth } from '../book';
import { formatDate, formatNumber, formatPeriod } from '../dates';
import type { DrawContext } from '../draw/context';
import { questionLabel } from '../draw/findings';
import { nameOf, typeTitle } from '../draw/rows';
import { inTrial } from '../due';
import { REHEARSAL } from '../office';
import type { VillageCode } from '../settings';
import { STATES } from '../states';
import { LETTERHEAD, numbered, officeFields, SIGNATURE, type Filling, type TemplateLine } from './paper';

/** Name of the template, which the office may edit as it likes as long as the places keep their names. */
export const TRIAL_TEMPLATE = 'Templat laporan uji coba';

/** `Laporan uji coba KUDAPANMAS Paringin 1 Agustus 2026`: one a day, since figures may still change. */
export function trialReportName({ settings, today }: DrawContext): string {
  return `Laporan uji coba ${settings.programme} ${settings.subdistrict.name} ${formatDate(today)}`;
}

/** The page as it is made at first. */
export const TRIAL_LINES: readonly TemplateLine[] = [
  ...LETTERHEAD,
  { text: 'LAPORAN UJI COBA {{PROGRAM}}', align: 'center', bold: true },
  { text: '{{masa}}', align: 'center' },
  { text: '' },
  { text: '{{ringkasan}}' },
  { text: '' },
  { text: 'Per desa/kelurahan:', bold: true },
  { text: '{{daftar desa}}' },
  { text: '' },
  { text: 'Yang paling sering perlu diperbaiki:', bold: true },
  { text: '{{daftar temuan}}' },
  { text: '' },
  { text: 'Mulai berlaku: {{mulai berlaku}}. {{data}}' },
  { text: '' },
  ...SIGNATURE,
];

/** What the villages sent in the trial period. */
interface Sent {
  readonly village: VillageCode;
  readonly reports: readonly Version[];
  readonly rehearsed: boolean;
}

const FINDINGS_NAMED = 5;

function sentBy(
  context: DrawContext,
  village: VillageCode,
  months: readonly VillageMonth[],
  head: VillageHead | undefined,
): Sent {
  const all = [
    ...months
      .filter((month) => month.village === village)
      .flatMap((month) => Object.values(month.reports).flatMap((versions) => versions ?? [])),
    ...(head?.strays ?? []),
  ].filter((version) => inTrial(context.settings, version.at));
  return {
    village,
    reports: all.filter((version) => version.type !== REHEARSAL),
    rehearsed: all.some((version) => version.type === REHEARSAL && STATES[version.state].counts),
  };
}

const countedOf = (reports: readonly Version[]): number =>
  reports.filter((version) => STATES[version.state].counts).length;
const wrongOf = (reports: readonly Version[]): number =>
  reports.filter((version) => version.findings.some((finding) => finding.severity === 'error')).length;

function villageLine(context: DrawContext, { village, reports, rehearsed }: Sent): string {
  const held = reports.filter((version) => STATES[version.state].held).length;
  const parts = [
    `${formatNumber(reports.length)} laporan`,
    `${formatNumber(countedOf(reports))} diterima`,
    `${formatNumber(wrongOf(reports))} perlu perbaikan`,
    ...(held > 0 ? [`${formatNumber(held)} ditahan`] : []),
    rehearsed ? 'Uji kirim ✓' : 'Uji kirim belum',
  ];
  return `${nameOf(context, village)}: ${parts.join(', ')}`;
}

/** What had to be corrected most often, by question. */
function findingLines(context: DrawContext, all: readonly Version[]): readonly string[] {
  const times: Record<string, number> = {};
  for (const version of all) {
    for (const finding of version.findings.filter((one) => one.severity === 'error')) {
      const label = questionLabel(context, version, finding) || 'laporan sebagai keseluruhan';
      const words = `${typeTitle(context, version)}: ${label}`;
      times[words] = (times[words] ?? 0) + 1;
    }
  }
  return Object.entries(times)
    .sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1))
    .slice(0, FINDINGS_NAMED)
    .map(([words, count]) => `${words} (${formatNumber(count)} kali)`);
}

function summary(sent: readonly Sent[], all: readonly Version[]): string {
  const of = formatNumber(sent.length);
  const senders = sent.filter((one) => one.reports.length > 0).length;
  const rehearsed = sent.filter((one) => one.rehearsed).length;
  return (
    `Selama uji coba ${formatNumber(senders)} dari ${of} desa/kelurahan mengirim ${formatNumber(all.length)} laporan: ` +
    `${formatNumber(countedOf(all))} diterima, ${formatNumber(wrongOf(all))} perlu perbaikan. ` +
    `Uji kirim dikirim oleh ${formatNumber(rehearsed)} dari ${of}.`
  );
}

/** The one page about the trial period, with true figures only. */
export function trialFilling(
  context: DrawContext,
  months: readonly VillageMonth[],
  heads: readonly VillageHead[],
): Filling {
  const { settings } = context;
  const sent = settings.villages.map(({ code }) =>
    sentBy(
      context,
      code,
      months,
      heads.find((head) => head.village === code),
    ),
  );
  const all = sent.flatMap((one) => one.reports);
  const found = findingLines(context, all);
  const { trial } = settings;
  return {
    fields: {
      ...officeFields(settings),
      PROGRAM: settings.programme.toUpperCase(),
      masa: trial ? `${formatDate(trial.from)} sampai ${formatDate(trial.until)}` : '',
      ringkasan: summary(sent, all),
      'mulai berlaku': formatPeriod(settings.goLive),
      data:
        trial?.discarded === true
          ? 'Data uji coba sudah dibuang; saldo awal yang dikonfirmasi tetap dipakai.'
          : 'Data uji coba masih dipakai.',
    },
    lists: {
      'daftar desa': numbered(sent.map((one) => villageLine(context, one))),
      'daftar temuan': found.length === 0 ? ['Tidak ada.'] : numbered(found),
    },
  };
}
