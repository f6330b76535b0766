import type { VillageMonth } from './book';
import { complianceText } from './compliance';
import { countedVersion } from './counted';
import { formatPeriod } from './dates';
import type { B3Line } from './draw/b3';
import { complianceLines, type ComplianceLine } from './draw/compliance';
import type { DrawContext } from './draw/context';
import { field, headerRow, rowOfFields, type Field } from './draw/field';
import { linmasFooter, linmasMonth, linmasPage, linmasTable } from './draw/linmas';
import { hasTold, type LinmasFigures } from './draw/linmasFigures';
import { b3Footer, b3Headers, b3Lines, b3Rows, B3_HEADERS, populationPage } from './draw/population';
import { figureOf } from './draw/values';
import type { Cell } from './patch';
import { LEDGER_TYPE } from './population';
import type { ReportType } from './report';
import type { Period } from './settings';
import { figure, text, type TabColumn } from './tabs/tab';

/** One tab of the recap file as plain data. */
export interface RecapSheet {
  readonly name: string;
  /** Rows of the headers, from 1, both included; what stands above them is the title. */
  readonly headers: { readonly from: number; readonly to: number };
  readonly frozenRows: number;
  readonly frozenColumns: number;
  readonly columns: readonly TabColumn[];
  readonly values: readonly (readonly Cell[])[];
  /** Row of JUMLAH, from 1: bold with a line above; undefined = none. */
  readonly totalRow?: number;
  /** For printing. */
  readonly landscape: boolean;
}

/** Name of the file, without its ending: `Rekap Juli 2026 Kecamatan Paringin`. */
export function recapName(context: DrawContext, period: Period): string {
  return `Rekap ${formatPeriod(period)} Kecamatan ${context.settings.subdistrict.name}`;
}

/** What stands above a table: its name, the sub-district, the month. */
export function titleRows(context: DrawContext, period: Period, title: string): readonly (readonly Cell[])[] {
  const { name, regency } = context.settings.subdistrict;
  return [[title], [`Kecamatan ${name}, ${regency}`], [`Bulan ${formatPeriod(period)}`]];
}

/** Rows made up to a width. */
export function square(rows: readonly (readonly Cell[])[], width: number): readonly (readonly Cell[])[] {
  return rows.map((row) => Array.from({ length: width }, (_unused, at) => row[at] ?? ''));
}

/** Buku Rekapitulasi Jumlah Penduduk (Permendagri 47/2016, B.3): title, headers, column numbers, villages, JUMLAH. */
export function b3Sheet(context: DrawContext, period: Period, lines: readonly B3Line[]): RecapSheet {
  const { columns } = populationPage();
  const title = titleRows(context, period, 'BUKU REKAPITULASI JUMLAH PENDUDUK (B.3)');
  const heads = b3Headers();
  const numbers = columns.map((_column, at) => String(at + 1));
  const rows = b3Rows(context, period, lines);
  const top = title.length + heads.length + 1;
  const values = [...title, ...heads, numbers, ...rows, [], ['', b3Footer(lines)]];
  return {
    name: 'B.3',
    headers: { from: title.length + 1, to: top },
    frozenRows: top,
    frozenColumns: 2,
    columns,
    values: square(values, columns.length),
    totalRow: top + lines.length + 1,
    landscape: true,
  };
}

/** Activities and strength of the villages' Linmas. */
export function linmasSheet(
  context: DrawContext,
  period: Period,
  figures: readonly LinmasFigures[],
): RecapSheet {
  const { columns } = linmasPage(context.catalogue);
  const title = titleRows(context, period, 'REKAPITULASI KEGIATAN DAN KEKUATAN SATLINMAS');
  const table = linmasTable(context, period, figures);
  const top = title.length + 2;
  return {
    name: 'Linmas',
    headers: { from: title.length + 1, to: top },
    frozenRows: top,
    frozenColumns: 2,
    columns,
    values: square([...title, ...table, [], ['', linmasFooter(figures)]], columns.length),
    totalRow: title.length + table.length,
    landscape: true,
  };
}

/** A village in the flat tab. */
interface FlatLine {
  readonly compliance: ComplianceLine;
  readonly b3: B3Line | undefined;
  readonly linmas: LinmasFigures | undefined;
}

/** `Anggota Linmas aktif laki-laki` → `anggota_linmas_aktif_laki_laki`. */
export function columnCode(label: string): string {
  return label
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|_+$/g, '');
}

/** `Tambahan bulan ini: lahir` × `WNA L` → `lahir_wna_l`. */
function b3Code(group: string, header: string): string {
  const parts = group.split(':');
  return columnCode(`${(parts[1] ?? parts[0] ?? '').replace(/ bulan$/, '')} ${header.replace(/^Jml /, '')}`);
}

/** The figures that a monthly report asks for, as it was counted. */
function reportFields(type: ReportType): readonly Field<FlatLine>[] {
  return type.questions
    .filter((question) => question.kind === 'count')
    .map((question) =>
      field(
        figure(columnCode(question.label), 90),
        (line) => figureOf(countedVersion(line.compliance.row.month, type.id), question.id) ?? '',
      ),
    );
}

/** Figures of activities; empty, not 0, where the village has told nothing at all. */
function activityFields(catalogue: readonly ReportType[]): readonly Field<FlatLine>[] {
  const activities = catalogue.find((type) => type.id === 'activities');
  const kinds = activities?.questions.find((question) => question.id === 'kind')?.choices ?? [];
  if (activities === undefined) return [];
  const told = (code: string, of: (one: LinmasFigures) => number): Field<FlatLine> =>
    field(figure(code, 90), ({ linmas }) =>
      linmas === undefined || !hasTold(linmas) ? '' : Math.round(of(linmas)),
    );
  return [
    ...kinds.map((kind) => told(`kegiatan_${columnCode(kind)}`, (one) => one.byKind[kind] ?? 0)),
    told('kegiatan_jumlah', (one) => one.activities),
    told('jam_orang', (one) => one.personHours),
    ...kinds.map((kind) => told(`jam_orang_${columnCode(kind)}`, (one) => one.hoursByKind[kind] ?? 0)),
  ];
}

function flatFields(context: DrawContext, period: Period): readonly Field<FlatLine>[] {
  const monthly = context.catalogue.filter((type) => type.frequency === 'monthly');
  const states = monthly.map((type) =>
    field<FlatLine>(text(`keadaan_${columnCode(type.shortTitle)}`, 160), (line) => {
      const found = line.compliance.reports.find((one) => one.type === type.id);
      return found === undefined ? '' : complianceText(found);
    }),
  );
  const b3 = B3_HEADERS.map(([group, header], at) =>
    field<FlatLine>(figure(b3Code(group, header), 90), (line) => line.b3?.figures[at] ?? ''),
  );
  return [
    field(text('kode', 120), (line) => line.compliance.row.village.code),
    field(text('desa_kelurahan', 170), (line) => line.compliance.row.village.name),
    field(text('jenis', 90), (line) => line.compliance.row.village.kind),
    field(text('bulan', 80), () => period),
    ...states,
    ...(monthly.some((type) => type.id === LEDGER_TYPE) ? b3 : []),
    ...activityFields(context.catalogue),
    ...monthly.filter((type) => type.id !== LEDGER_TYPE).flatMap(reportFields),
  ];
}

/** Name of the flat tab. */
export const FLAT = 'Data';

/** One header row of codes, one row a village, no merges; what is missing is empty, never 0. */
function flatSheet(context: DrawContext, period: Period, lines: readonly FlatLine[]): RecapSheet {
  const columns = flatFields(context, period);
  return {
    name: FLAT,
    headers: { from: 1, to: 1 },
    frozenRows: 1,
    frozenColumns: 2,
    columns,
    values: [headerRow(columns), ...lines.map((line) => rowOfFields(columns, line))],
    landscape: true,
  };
}

/** The month's recap for the kabupaten: B.3, Linmas, and the flat `Data`; of the types that are switched on. */
export function recapSheets(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly RecapSheet[] {
  const has = (id: string): boolean => context.catalogue.some((type) => type.id === id);
  const b3 = has(LEDGER_TYPE) ? b3Lines(context, period, months) : [];
  const linmas = has('activities') || has('readiness') ? linmasMonth(context, period, months) : [];
  const flat = complianceLines(context, period, months).map((compliance, at) => ({
    compliance,
    b3: b3[at],
    linmas: linmas[at],
  }));
  return [
    ...(b3.length > 0 ? [b3Sheet(context, period, b3)] : []),
    ...(linmas.length > 0 ? [linmasSheet(context, period, linmas)] : []),
    flatSheet(context, period, flat),
  ];
}
