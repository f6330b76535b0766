import type { VillageMonth } from '../book';
import { completenessOf } from '../compliance';
import { counts, versionsOf } from '../counted';
import { formatDate, formatDecimal, formatNumber, formatPeriod } from '../dates';
import { collectedPeriod, villagesOn } from '../due';
import { median } from '../figures';
import { HEADING, MISSING } from '../looks';
import { NO_OFFICE } from '../office';
import type { Block, Cell } from '../patch';
import { LEDGER_TYPE } from '../population';
import { operatorsOf } from '../senders';
import type { Period } from '../settings';
import { TAB } from '../tabs/names';
import { b3Line, b3Sum } from './b3';
import { complianceLines } from './compliance';
import { consultationText } from './consultation';
import type { DrawContext } from './context';
import { EVIDENCE_COLUMNS, EVIDENCE_HEADER } from './evidenceTab';
import { headerRow, paddedRows } from './field';
import { linmasMonth } from './linmas';
import { villageRows } from './rows';
import { yearPeriods } from './yearTable';

/** What one month shows; undefined = nothing is known of it. */
interface Month {
  readonly period: Period;
  readonly reporting: number;
  readonly of: number;
  readonly people: number | undefined;
  readonly accepted: number;
  readonly complete: string;
  readonly onTime: string;
  readonly activities: number | undefined;
  readonly hours: readonly number[];
}

const part = (some: number, whole: number): string => `${formatNumber(some)} dari ${formatNumber(whole)}`;

/** Hours from the first version of each monthly report until one of its versions was valid, by itself or released. */
function hoursToValid(context: DrawContext, month: VillageMonth | undefined): readonly number[] {
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  return monthly.flatMap((type) => {
    const all = versionsOf(month, type.id);
    const [first] = all;
    const valid = all.flatMap((version) => {
      if (version.qualified) return [version.at];
      return counts(version) && version.decision !== undefined ? [version.decision.at] : [];
    });
    if (first === undefined || valid.length === 0) return [];
    return [(Math.min(...valid) - first.at) / 3_600_000];
  });
}

function monthOf(context: DrawContext, period: Period, months: readonly VillageMonth[]): Month {
  const { catalogue } = context;
  const rows = villageRows(context, period, months);
  const reports = complianceLines(context, period, months).flatMap((line) => line.reports);
  const { owed, accepted, onTime } = completenessOf(reports);
  const versions = rows.map(
    ({ month }) =>
      Object.values(month?.reports ?? {})
        .flat()
        .filter(counts).length,
  );
  const closed = rows.map(b3Line).filter((line) => line.closed);
  const has = (id: string): boolean => catalogue.some((type) => type.id === id);
  return {
    period,
    reporting: versions.filter((count) => count > 0).length,
    of: rows.length,
    people: closed.length === 0 || !has(LEDGER_TYPE) ? undefined : b3Sum(closed)[29],
    accepted: versions.reduce((sum, count) => sum + count, 0),
    complete: part(accepted, owed),
    onTime: part(onTime, owed),
    activities: has('activities')
      ? linmasMonth(context, period, months).reduce((sum, one) => sum + one.activities, 0)
      : undefined,
    hours: rows.flatMap(({ month }) => hoursToValid(context, month)),
  };
}

const hoursText = (all: readonly number[]): string => {
  const hours = median(all);
  if (hours === undefined) return MISSING;
  const said = hours < 1 ? 'kurang dari 1 jam' : `${formatDecimal(hours, 1)} jam`;
  return `${said} (${formatNumber(all.length)} laporan)`;
};

/** Indicators of the innovation index that only people can supply. */
export const BY_PEOPLE = [
  'Regulasi inovasi daerah',
  'Anggaran',
  'Dukungan perencanaan',
  'Bimbingan teknis',
  'Pelaku/aktor inovasi',
  'Jejaring inovasi',
  'Sosialisasi',
  'Kecepatan penciptaan inovasi',
  'Kualitas video',
] as const;

/** What the program can say of the indicators that it knows, name and true figures each; `months` = those of the year so far. */
export function evidenceFacts(
  context: DrawContext,
  months: readonly VillageMonth[],
): readonly (readonly [indicator: string, fact: string])[] {
  const { settings, today } = context;
  const year = collectedPeriod(settings, today).slice(0, 4);
  const all = yearPeriods(settings, today, year).map((period) => monthOf(context, period, months));
  const told = all.filter((one) => one.accepted > 0);
  const last = told[told.length - 1];
  const forms = Object.values(context.addresses).filter((one) => one.form !== '').length;
  const operators = villagesOn(settings, today).flatMap((one) =>
    operatorsOf(settings, one.code, today),
  ).length;
  const { trial } = settings;
  const newest = (of: (one: Month) => string): string =>
    last === undefined ? 'belum ada laporan' : `${of(last)} (${formatPeriod(last.period)})`;
  return [
    ['Penggunaan TI', `${formatNumber(forms)} formulir desa/kelurahan; ${context.masterAddress('') ?? ''}`],
    [
      'Kemanfaatan',
      newest(
        (one) =>
          `${part(one.reporting, one.of)} desa/kelurahan melapor` +
          (one.people === undefined ? '' : `, ${formatNumber(one.people)} jiwa tercakup`),
      ),
    ],
    [
      'Monitoring dan evaluasi',
      newest((one) => `kelengkapan ${one.complete}, ketepatan waktu ${one.onTime}`),
    ],
    ['Kemudahan proses', `median dari kiriman sampai sah: ${hoursText(all.flatMap((one) => one.hours))}`],
    ['Penyelesaian layanan pengaduan', consultationText((context.office ?? NO_OFFICE).asked)],
    ['Sumber daya manusia', `${formatNumber(operators)} operator terdaftar (Lampiran SK)`],
    ['Pedoman teknis', `tab ${TAB.guide} di lembar setiap desa/kelurahan; link panduan lain diisi kantor`],
    ['Replikasi', `Kecamatan ${settings.subdistrict.name}, ${settings.subdistrict.regency}`],
    [
      'Uji coba',
      trial === undefined
        ? 'tidak tercatat di Pengaturan'
        : `${formatDate(trial.from)} sampai ${formatDate(trial.until)} (Laporan uji coba)`,
    ],
  ];
}

/** `Bukti Inovasi`: the year's months, then the indicators; `months` = those of `yearPeriods` of all villages. */
export function drawEvidence(context: DrawContext, year: string, months: readonly VillageMonth[]): Block {
  const { settings, today } = context;
  const all = yearPeriods(settings, today, year).map((period) => monthOf(context, period, months));
  const lines = all.map((one): readonly Cell[] => [
    formatPeriod(one.period),
    one.reporting,
    one.people ?? MISSING,
    one.accepted,
    one.complete,
    one.onTime,
    one.activities ?? MISSING,
    hoursText(one.hours),
  ]);
  const rows = [
    [`${settings.programme} ${year}`, '', '', '', `Terbaca sampai ${formatDate(today)}`],
    [],
    headerRow(EVIDENCE_COLUMNS),
    ...lines,
    [],
    [`${HEADING}Indikator yang diketahui program`],
    ...evidenceFacts(context, months).map(([indicator, fact]) => [indicator, '', '', '', fact]),
    [],
    [`${HEADING}Hanya dapat diisi kantor`],
    ...BY_PEOPLE.map((indicator) => [indicator]),
  ];
  const height = EVIDENCE_HEADER + 12 + 3 + 10 + 2 + BY_PEOPLE.length;
  const values = paddedRows(rows, height, EVIDENCE_COLUMNS.length);
  return { kind: 'block', book: 'master', tab: TAB.evidence, row: 1, column: 1, values };
}
