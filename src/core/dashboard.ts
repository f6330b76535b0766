import type { VillageMonth } from './book';
import { complianceText, completenessOf, COMPLIANCE_WORDS, worstOf } from './compliance';
import { formatDay, formatInstant, formatMonth, formatNumber, formatPeriod } from './dates';
import { demographicFigures, eventFigures } from './demography';
import { b3Line, b3Sum, missingWords, type B3Line } from './draw/b3';
import { completeVillages, complianceLines, type ComplianceLine } from './draw/compliance';
import type { DrawContext } from './draw/context';
import { linmasMonth } from './draw/linmas';
import { b3Footer, closedText } from './draw/population';
import { villageRows, villageTitle } from './draw/rows';
import type { ToDo } from './draw/toDos';
import { dueDate } from './due';
import type { Figure } from './figures';
import { toned, type Tone } from './looks';
import type { Period } from './settings';

/** A share of a whole in words, and as a number from 0 to 1 for a bar. */
interface Share {
  readonly label: string;
  readonly text: string;
  readonly share: number;
}

/** What the dashboard shows of one month; every figure as it stands in the tabs. */
export interface Dashboard {
  readonly title: string;
  readonly place: string;
  readonly month: string;
  /** Months that can be looked at, newest first. */
  readonly months: readonly { readonly value: Period; readonly label: string }[];
  readonly period: Period;
  readonly told: string;
  /** Nothing has come in for the month yet: what will stand here. */
  readonly empty: string;
  readonly compliance: readonly Share[];
  readonly people: readonly Figure[];
  /** Jiwa at the end of each month, oldest first, of the villages that have a closing. */
  readonly trend: readonly Share[];
  readonly activities: readonly Figure[];
  readonly kinds: readonly Share[];
  readonly toDos: readonly { readonly text: string; readonly link?: string }[];
  readonly late: readonly { readonly village: string; readonly text: string; readonly tone: Tone }[];
  readonly footer: string;
}

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;
const shareOf = (label: string, part: number, whole: number): Share => ({
  label,
  text: of(part, whole),
  share: whole === 0 ? 0 : part / whole,
});

function compliance(context: DrawContext, lines: readonly ComplianceLine[]): readonly Share[] {
  const { complete, of: owing } = completeVillages(lines);
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  const types = monthly.flatMap((type) => {
    const counts = completenessOf(lines.flatMap((one) => one.reports.filter((two) => two.type === type.id)));
    if (counts.owed === 0) return [];
    return [
      shareOf(`${type.shortTitle}: kelengkapan`, counts.accepted, counts.owed),
      shareOf(`${type.shortTitle}: ketepatan waktu`, counts.onTime, counts.owed),
    ];
  });
  return owing === 0 ? [] : [shareOf('Desa/kelurahan lengkap', complete, owing), ...types];
}

const signed = (value: number): string =>
  value > 0 ? `+${formatNumber(value)}` : value < 0 ? `−${formatNumber(-value)}` : 'tetap';

/** Places of B.3's columns: jiwa at the beginning and the end, KK at the end, the four of each kind of flow. */
const AT = { opening: 6, births: 7, arrivals: 11, deaths: 15, departures: 19, households: 27, people: 29 };

function people(lines: readonly B3Line[]): readonly Figure[] {
  const closed = lines.filter((line) => line.closed);
  if (closed.length === 0) return [];
  const sums = b3Sum(closed);
  const sum = (from: number, count = 4): number =>
    sums.slice(from, from + count).reduce((total, one) => total + one, 0);
  const end = sum(AT.people, 1);
  const missing = missingWords(closed);
  return [
    {
      label: 'Penduduk akhir bulan',
      value: `${formatNumber(end)} jiwa`,
      note: `${closedText(lines)} desa/kelurahan`,
    },
    { label: 'Perubahan sejak awal bulan', value: signed(end - sum(AT.opening, 1)) },
    { label: 'Kepala keluarga', value: formatNumber(sum(AT.households, 1)) },
    { label: 'Lahir', value: formatNumber(sum(AT.births)) },
    { label: 'Meninggal', value: formatNumber(sum(AT.deaths)) },
    { label: 'Datang', value: formatNumber(sum(AT.arrivals)) },
    {
      label: 'Pindah',
      value: formatNumber(sum(AT.departures)),
      ...(missing === '' ? {} : { note: missing }),
    },
  ];
}

/** Months of the trend. */
export const TREND_MONTHS = 24;

function trend(
  context: DrawContext,
  periods: readonly Period[],
  months: readonly VillageMonth[],
): readonly Share[] {
  const all = periods.flatMap((period) => {
    const lines = villageRows(context, period, months).map(b3Line);
    const closed = lines.filter((line) => line.closed);
    if (closed.length === 0) return [];
    const total = b3Sum(closed)[AT.people] ?? 0;
    const label = `${formatMonth(period)} ${period.slice(0, 4)}`;
    return [{ label, total, text: `${formatNumber(total)} jiwa (${closedText(lines)})` }];
  });
  const most = Math.max(1, ...all.map((one) => one.total));
  return all.length < 2 ? [] : all.map(({ label, total, text }) => ({ label, text, share: total / most }));
}

function activities(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): { readonly figures: readonly Figure[]; readonly kinds: readonly Share[] } {
  if (!context.catalogue.some((type) => type.id === 'activities')) return { figures: [], kinds: [] };
  const all = linmasMonth(context, period, months);
  const sum = (each: (one: (typeof all)[number]) => number): number =>
    all.reduce((total, one) => total + each(one), 0);
  const times = sum((one) => one.activities);
  if (times === 0) return { figures: [], kinds: [] };
  const kinds: Record<string, number> = {};
  for (const { byKind } of all)
    for (const [kind, count] of Object.entries(byKind)) kinds[kind] = (kinds[kind] ?? 0) + count;
  const sorted = Object.entries(kinds)
    .filter(([, count]) => count > 0)
    .sort((a, b) => b[1] - a[1]);
  const most = Math.max(1, ...sorted.map(([, count]) => count));
  return {
    figures: [
      { label: 'Kegiatan Linmas', value: `${formatNumber(times)} kali` },
      { label: 'Jam-orang', value: formatNumber(Math.round(sum((one) => one.personHours))) },
      {
        label: 'Desa/kelurahan dengan kegiatan',
        value: of(all.filter((one) => one.activities > 0).length, all.length),
      },
    ],
    kinds: sorted.map(([kind, count]) => ({
      label: kind,
      text: `${formatNumber(count)} kali`,
      share: count / most,
    })),
  };
}

function late(lines: readonly ComplianceLine[], context: DrawContext): Dashboard['late'] {
  const title = (id: string): string => context.catalogue.find((type) => type.id === id)?.shortTitle ?? id;
  return lines.flatMap(({ row, reports }) => {
    const open = reports.filter((one) => !['onTime', 'notDue'].includes(one.word));
    const worst = worstOf(open);
    if (worst === undefined) return [];
    const { tone } = COMPLIANCE_WORDS[worst.word];
    const text = open.map((one) => `${title(one.type)}: ${complianceText(one)}`).join('; ');
    return [{ village: villageTitle(row.village), text: toned(tone, text), tone }];
  });
}

/** The dashboard of a month; `months` = all villages' months of `periods`, the trend's months, oldest first. */
export function drawDashboard(
  context: DrawContext,
  period: Period,
  facts: {
    readonly months: readonly VillageMonth[];
    readonly periods: readonly Period[];
    readonly offered: readonly Period[];
    readonly toDos: readonly ToDo[];
  },
): Dashboard {
  const { settings } = context;
  const { months, periods, offered } = facts;
  const lines = complianceLines(context, period, months);
  const hasPeople = context.catalogue.some((type) => type.id === 'population');
  const b3 = hasPeople ? lines.map((one) => b3Line(one.row)) : [];
  const linmas = activities(context, period, months);
  const isEmpty = months.every((one) => one.period !== period || Object.keys(one.reports).length === 0);
  const due = formatDay(dueDate(settings, period));
  return {
    title: `${settings.programme} Kecamatan ${settings.subdistrict.name}`,
    place: settings.subdistrict.regency,
    month: formatPeriod(period),
    months: offered.map((one) => ({ value: one, label: formatPeriod(one) })),
    period,
    told: `Tenggat ${due}. Dibuka ${formatInstant(context.now, settings.zone)}.`,
    empty: isEmpty
      ? `Belum ada laporan ${formatPeriod(period)}. Angka muncul di sini begitu laporan pertama diterima.`
      : '',
    compliance: compliance(context, lines),
    people: [
      ...people(b3),
      ...(hasPeople ? demographicFigures(context, period, months) : []),
      ...eventFigures(context, period, months),
    ],
    trend: hasPeople ? trend(context, periods, months) : [],
    activities: linmas.figures,
    kinds: linmas.kinds,
    toDos: facts.toDos.map(({ text, link }) => (link === undefined ? { text } : { text, link })),
    late: late(lines, context),
    footer: hasPeople ? b3Footer(b3) : 'Menurut laporan desa/kelurahan.',
  };
}
