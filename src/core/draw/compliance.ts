import type { VillageMonth } from '../book';
import {
  COMPLIANCE_WORDS,
  completenessOf,
  complianceText,
  owedReports,
  worstOf,
  type Compliance,
} from '../compliance';
import { formatDate, formatNumber, formatTime } from '../dates';
import { dueDate, lockDate } from '../due';
import { toned } from '../looks';
import type { Cell, Patch } from '../patch';
import type { ReportType } from '../report';
import type { Period } from '../settings';
import { TAB } from '../tabs/names';
import { STATE_LOOKS, text, type Tab } from '../tabs/tab';
import { localDate } from '../zones';
import type { DrawContext } from './context';
import { field, rowOfFields, type Field } from './field';
import { drawMonthPage, monthPage } from './monthPage';
import { villageRows, type VillageRow } from './rows';

/** A village with all that it owes for the month. */
export interface ComplianceLine {
  readonly row: VillageRow;
  readonly reports: readonly Compliance[];
}

/** `⏱ Terlambat 3 hari`. */
export function complianceCell(one: Compliance): string {
  return toned(COMPLIANCE_WORDS[one.word].tone, complianceText(one));
}

/** The worst of a village's reports and how many are accepted: `! Perlu Perbaikan · 1/2`. */
function wholeCell(line: ComplianceLine): string {
  const worst = worstOf(line.reports);
  if (worst === undefined) return '';
  const { accepted, owed } = completenessOf(line.reports);
  return `${complianceCell({ ...worst, interim: false, pending: false })} · ${accepted}/${owed}`;
}

/** When the version that the word speaks of was sent. */
function sentCell(context: DrawContext, one: Compliance): string {
  if (one.version === undefined) return '';
  const { zone } = context.settings;
  return `${formatDate(localDate(one.version.at, zone))} ${formatTime(one.version.at, zone)}`;
}

function fieldsOf(catalogue: readonly ReportType[], context?: DrawContext): readonly Field<ComplianceLine>[] {
  const monthly = catalogue.filter((type) => type.frequency === 'monthly');
  const blocks = monthly.flatMap((type) => {
    const of = (line: ComplianceLine, cell: (one: Compliance) => Cell): Cell => {
      const found = line.reports.find((one) => one.type === type.id);
      return found === undefined ? '' : cell(found);
    };
    const group = { group: type.shortTitle };
    return [
      field<ComplianceLine>(text('Keadaan', 240, group), (line) => of(line, complianceCell)),
      field<ComplianceLine>(text('Dikirim', 200, group), (line) =>
        context === undefined ? '' : of(line, (one) => sentCell(context, one)),
      ),
      field<ComplianceLine>(text('Nomor laporan', 165, group), (line) =>
        of(line, (one) => one.version?.number ?? ''),
      ),
    ];
  });
  return [
    field(text('No', 56), (line) => String(line.row.number)),
    field(text('Desa/Kelurahan', 170), (line) => line.row.village.name),
    field(text('Keseluruhan', 220), wholeCell),
    ...blocks,
  ];
}

/** `Kepatuhan`. */
export function compliancePage(catalogue: readonly ReportType[]): Tab {
  const empty = 'Siapa sudah mengirim apa, satu baris satu desa/kelurahan. Terisi begitu pemasangan selesai.';
  return monthPage(TAB.compliance, fieldsOf(catalogue), empty, { looks: STATE_LOOKS });
}

/** All villages of a month that owe anything. */
export function complianceLines(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly ComplianceLine[] {
  const { settings, catalogue, today } = context;
  return villageRows(context, period, months).map((row) => ({
    row,
    reports: owedReports(settings, catalogue, today, row.village.code, period, row.month),
  }));
}

/** Villages whose reports are all accepted, of those that owe any. */
export function completeVillages(lines: readonly ComplianceLine[]): { complete: number; of: number } {
  const owing = lines.filter((line) => line.reports.length > 0);
  const complete = owing.filter((line) => line.reports.every((one) => one.counted !== undefined));
  return { complete: complete.length, of: owing.length };
}

const ofText = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;

/** Kelengkapan and Ketepatan waktu: under the whole villages, under each type reports. */
function countRows(context: DrawContext, lines: readonly ComplianceLine[]): readonly (readonly Cell[])[] {
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  const byType = monthly.map((type) =>
    completenessOf(lines.flatMap((line) => line.reports.filter((one) => one.type === type.id))),
  );
  const { complete, of } = completeVillages(lines);
  const owing = lines.filter((line) => line.reports.length > 0);
  const onTime = owing.filter((line) => line.reports.every((one) => one.word === 'onTime')).length;
  return [
    [
      '',
      'Kelengkapan',
      ofText(complete, of),
      ...byType.flatMap((one) => [ofText(one.accepted, one.owed), '', '']),
    ],
    [
      '',
      'Ketepatan waktu',
      ofText(onTime, of),
      ...byType.flatMap((one) => [ofText(one.onTime, one.owed), '', '']),
    ],
  ];
}

/** `Kepatuhan` of one month, whole; `months` = that month of all villages (one that is absent has nothing). */
export function drawCompliance(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  const lines = complianceLines(context, period, months);
  const fields = fieldsOf(context.catalogue, context);
  const note =
    `Tenggat ${formatDate(dueDate(context.settings, period))}, ` +
    `dikunci setelah ${formatDate(lockDate(context.settings, period))}.`;
  const rows = lines.map((line) => rowOfFields(fields, line));
  return drawMonthPage(context, TAB.compliance, period, note, fields, rows, countRows(context, lines));
}
