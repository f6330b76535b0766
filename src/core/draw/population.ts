import type { VillageMonth } from '../book';
import { complianceOf, COMPLIANCE_WORDS, isInterim } from '../compliance';
import { formatNumber } from '../dates';
import { cellText } from '../escape';
import { fixedClosing } from '../ledgerView';
import type { Cell, Patch } from '../patch';
import { LEDGER_TYPE, stockText } from '../population';
import type { Period } from '../settings';
import { TAB } from '../tabs/names';
import { figure, text, type Tab } from '../tabs/tab';
import { amountText } from './amount';
import { b3FlowSum, b3Line, b3Sum, missingNote, type B3Figures, type B3Line } from './b3';
import type { DrawContext } from './context';
import { field, groupRow, headerRow, rowOfFields, type Field } from './field';
import { drawMonthPage, monthPage } from './monthPage';
import { orMissing, villageRows } from './rows';
import { MARKS } from '../states';
import { marksOn } from './words';

const STOCK_HEADERS = ['WNA L', 'WNA P', 'WNI L', 'WNI P', 'Jml KK', 'Jml anggota keluarga', 'Jml jiwa'];
const FLOW_HEADERS = ['WNA L', 'WNA P', 'WNI L', 'WNI P'];

/** Columns 3–32 of Buku Rekapitulasi Jumlah Penduduk (Permendagri 47/2016, B.3), group and header each. */
export const B3_HEADERS: readonly (readonly [group: string, header: string])[] = [
  ...STOCK_HEADERS.map((header) => ['Awal bulan', header] as const),
  ...['Tambahan bulan ini: lahir', 'Tambahan bulan ini: datang'].flatMap((group) =>
    FLOW_HEADERS.map((header) => [group, header] as const),
  ),
  ...['Pengurangan bulan ini: meninggal', 'Pengurangan bulan ini: pindah'].flatMap((group) =>
    FLOW_HEADERS.map((header) => [group, header] as const),
  ),
  ...STOCK_HEADERS.map((header) => ['Akhir bulan', header] as const),
];

const COLUMNS = [
  text('No', 56),
  text('Desa/Kelurahan', 170),
  ...B3_HEADERS.map(([group, header]) => figure(header, header.length > 8 ? 84 : 62, { group, wrap: true })),
  text('Ket.', 300, { wrap: true }),
];

/** `Rekap Penduduk`. */
export function populationPage(): Tab {
  const empty =
    'Rekap penduduk satu bulan, satu baris satu desa/kelurahan. Terisi begitu laporan pertama diterima.';
  return monthPage(TAB.population, COLUMNS, empty);
}

/**
 * Column 33: why figures are missing, what they wait for, koreksi saldo with its amount, a closing that the Kasi
 * fixed, who is reported missing.
 */
export function b3Note(context: DrawContext, period: Period, line: B3Line): string {
  const { counted, ledger } = line;
  const adjusted = ledger === undefined ? '' : amountText(ledger.adjustment);
  const fixed = ledger?.closing === undefined ? fixedClosing(ledger) : undefined;
  const parts = [
    missingNote([line]),
    adjusted === '' ? '' : `koreksi saldo: ${adjusted}`,
    fixed?.stock === undefined
      ? ''
      : `saldo akhir ditetapkan: ${stockText(fixed.stock)} (${cellText(fixed.reason)})`,
  ];
  if (counted === undefined) {
    const stands = complianceOf(context.settings, context.today, period, line.row.month, LEDGER_TYPE);
    parts.push(COMPLIANCE_WORDS[stands.word].words.toLowerCase());
  } else {
    parts.push(...marksOn(counted, period, context.today).map((mark) => MARKS[mark].label));
    if (counted.state !== 'approved' && !isInterim(counted, period, context.today))
      parts.push('belum disetujui');
  }
  return parts.filter((part) => part !== '').join('; ');
}

/** `menurut laporan desa/kelurahan, bukan SIAK; 13 dari 16; disetujui 9`. */
export function b3Footer(lines: readonly B3Line[]): string {
  const approved = lines.filter((line) => line.closed && line.counted?.state === 'approved').length;
  return (
    `Menurut laporan desa/kelurahan, bukan SIAK; ${closedText(lines)}; ` +
    `disetujui ${formatNumber(approved)}.`
  );
}

/** `13 dari 16`: lines that have a closing. */
export function closedText(lines: readonly B3Line[]): string {
  const closed = lines.filter((line) => line.closed).length;
  return `${formatNumber(closed)} dari ${formatNumber(lines.length)}`;
}

function sumRow(name: string, figures: B3Figures, lines: readonly B3Line[]): readonly Cell[] {
  return ['', name, ...figures.map(orMissing), missingNote(lines)];
}

/** The villages' lines, JUMLAH over those with a closing, and the flows of those without one. */
export function b3Rows(
  context: DrawContext,
  period: Period,
  lines: readonly B3Line[],
): readonly (readonly Cell[])[] {
  const fields: readonly Field<B3Line>[] = COLUMNS.map((column, at) =>
    field<B3Line>(column, (line) => {
      if (at === 0) return String(line.row.number);
      if (at === 1) return line.row.village.name;
      return at < COLUMNS.length - 1 ? orMissing(line.figures[at - 2]) : b3Note(context, period, line);
    }),
  );
  const closed = lines.filter((line) => line.closed);
  const open = lines.filter((line) => !line.closed && line.counted !== undefined);
  const total: B3Figures = closed.length === 0 ? b3Sum([]).map(() => undefined) : b3Sum(closed);
  const flows: B3Figures = open.length === 0 ? total.map(() => undefined) : b3FlowSum(open);
  return [
    ...lines.map((line) => rowOfFields(fields, line)),
    sumRow(`JUMLAH (${closedText(lines)})`, total, closed),
    sumRow(`Mutasi tanpa saldo akhir (${formatNumber(open.length)} desa/kelurahan)`, flows, open),
  ];
}

/** The headers of B.3, groups above them. */
export function b3Headers(): readonly (readonly Cell[])[] {
  return [groupRow(COLUMNS), headerRow(COLUMNS)];
}

/** The lines of a month, a village each. */
export function b3Lines(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly B3Line[] {
  return villageRows(context, period, months).map(b3Line);
}

/** `Rekap Penduduk` of one month, whole; `months` = that month of all villages (one that is absent has nothing). */
export function drawPopulation(
  context: DrawContext,
  period: Period,
  months: readonly VillageMonth[],
): readonly Patch[] {
  const lines = b3Lines(context, period, months);
  const said = b3Footer(lines);
  const rows = b3Rows(context, period, lines);
  return drawMonthPage(context, TAB.population, period, said, COLUMNS, rows, [['', said]]);
}
