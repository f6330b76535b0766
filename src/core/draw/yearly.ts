import type { VillageMonth } from '../book';
import { complianceOf, COMPLIANCE_WORDS } from '../compliance';
import { counts } from '../counted';
import { formatDate, formatInstant, formatNumber, formatPeriod } from '../dates';
import { existsIn, formatReportPeriod } from '../due';
import { toned } from '../looks';
import type { Block, Cell } from '../patch';
import { addStocks, NO_STOCK } from '../population';
import type { Period, Village, VillageCode } from '../settings';
import { STATES } from '../states';
import { TAB } from '../tabs/names';
import { amountText } from './amount';
import { B3_FIGURES, b3Line, b3Sum, missingNote, type B3Figures, type B3Line } from './b3';
import type { DrawContext } from './context';
import { groupRow, headerRow, paddedRows } from './field';
import { orMissing, titleOf, villageTitle, type VillageMonths } from './rows';
import { drawOwnYear, drawWholeYear, partsOf, type YearTable } from './yearTable';
import { YEAR_COLUMNS } from './yearlyTab';

/** Where the flows begin among columns 3–32, and where the closing does. */
const [FLOWS, CLOSING] = [7, 23] as const;

/** A village's months of a part of the year as one line. */
interface Span {
  readonly figures: B3Figures;
  readonly counted: number;
  readonly of: number;
  readonly closed: boolean;
  readonly note: string;
}

/** Opening of the first month that has one, flows of all counted months summed, closing of the last that has one. */
function spanOf(lines: readonly B3Line[]): Span {
  const counted = lines.filter((line) => line.counted !== undefined);
  const first = lines.find((line) => line.ledger?.opening !== undefined);
  const last = [...lines].reverse().find((line) => line.closed);
  const sums = b3Sum(counted);
  const figures = Array.from({ length: B3_FIGURES }, (_cell, at) => {
    if (at < FLOWS) return first?.figures[at];
    if (at < CLOSING) return counted.length === 0 ? undefined : sums[at];
    return last?.figures[at];
  });
  // The first month's is part of its opening already.
  const later = first === undefined ? [] : lines.slice(lines.indexOf(first) + 1);
  const adjusted = later.reduce((sum, line) => addStocks(sum, line.ledger?.adjustment ?? NO_STOCK), NO_STOCK);
  const text = amountText(adjusted);
  return {
    figures,
    counted: counted.length,
    of: lines.length,
    closed: last !== undefined,
    note: [missingNote(counted), text === '' ? '' : `koreksi saldo: ${text}`].filter(Boolean).join('; '),
  };
}

interface VillageYear {
  readonly village: Village;
  readonly name: string;
  readonly lines: readonly (readonly [Period, B3Line])[];
}

const villageYear = (_context: DrawContext, { village, rows }: VillageMonths): VillageYear => ({
  village,
  name: villageTitle(village),
  lines: rows.map(([period, row]) => [period, b3Line(row)] as const),
});

const row = (name: string, month: string, figures: B3Figures, note: string): readonly Cell[] => [
  name,
  month,
  ...figures.map(orMissing),
  note,
];

const of = (part: number, whole: number): string => `${formatNumber(part)} dari ${formatNumber(whole)}`;

function monthNote(line: B3Line): string {
  const adjusted = line.ledger === undefined ? '' : amountText(line.ledger.adjustment);
  return [missingNote([line]), adjusted === '' ? '' : `koreksi saldo: ${adjusted}`]
    .filter(Boolean)
    .join('; ');
}

function villageRows(one: VillageYear, periods: readonly Period[]): readonly (readonly Cell[])[] {
  const months = one.lines.map(([period, line]) =>
    row(one.name, formatPeriod(period), line.figures, monthNote(line)),
  );
  const parts = partsOf(periods).map(([words, some]) => {
    const span = spanOf(one.lines.filter(([period]) => some.includes(period)).map(([, line]) => line));
    return row(one.name, `${words} (${of(span.counted, span.of)} bulan)`, span.figures, span.note);
  });
  return [...months, ...parts];
}

/**
 * What a village's part of the year adds to the sums. Who came in between was part of another village before, and who
 * is gone is part of one now: only villages that are there at the beginning open, and only those at the end close.
 */
function summed({ village, lines }: VillageYear, some: readonly Period[]): readonly Span[] {
  const own = lines.filter(([period]) => some.includes(period)).map(([, line]) => line);
  if (own.length === 0) return [];
  const span = spanOf(own);
  const [opens, closes] = [some[0], some[some.length - 1]].map((at) => existsIn(village, at ?? ''));
  const figures = span.figures.map((figure, at) =>
    (at < FLOWS && opens !== true) || (at >= CLOSING && closes !== true) ? undefined : figure,
  );
  return [{ ...span, figures }];
}

/** Sums over the villages whose closing is known, month by month and for the parts of the year. */
function sumRows(all: readonly VillageYear[], periods: readonly Period[]): readonly (readonly Cell[])[] {
  const sums = (words: string, some: readonly Period[]): readonly Cell[] => {
    const spans = all.flatMap((one) => summed(one, some));
    const closed = spans.filter((span) => span.closed);
    const figures = Array.from({ length: B3_FIGURES }, (_cell, at) =>
      closed.length === 0 ? undefined : closed.reduce((sum, span) => sum + (span.figures[at] ?? 0), 0),
    );
    const complete = closed.filter((span) => span.counted === span.of).length;
    const note = some.length > 1 ? `${of(complete, spans.length)} desa/kelurahan lengkap semua bulannya` : '';
    return row('JUMLAH', `${words} (${of(closed.length, spans.length)})`, figures, note);
  };
  return [
    ...periods.map((period) => sums(formatPeriod(period), [period])),
    ...partsOf(periods).map(([words, some]) => sums(words, some)),
  ];
}

function headRows(context: DrawContext, year: string): readonly (readonly Cell[])[] {
  const said = `Menurut laporan desa/kelurahan yang terbaca sampai ${formatDate(context.today)}, bukan SIAK.`;
  return [[`Tahun ${year}`, said], groupRow(YEAR_COLUMNS), headerRow(YEAR_COLUMNS)];
}

/** The year in B.3 form. */
const TABLE: YearTable<VillageYear> = {
  columns: () => YEAR_COLUMNS,
  head: headRows,
  of: villageYear,
  sums: (_context, all, periods) => sumRows(all, periods),
  own: (_context, one, periods) => villageRows(one, periods),
};

/** `Rekap Tahunan`: every village month by month, halves and year; `months` = those of `yearPeriods` of all villages. */
export const drawYearly = (context: DrawContext, year: string, months: readonly VillageMonth[]): Block =>
  drawWholeYear(TABLE, TAB.yearly, context, year, months);

/** The same of one village, for its own Sheet. */
export const drawVillageYear = (
  context: DrawContext,
  village: VillageCode,
  year: string,
  months: readonly VillageMonth[],
): Block => drawOwnYear(TABLE, TAB.villageYear, context, village, year, months);

const RECEIPT_COLUMNS = 6;
/** The page grows by so many rows, so that a shorter one leaves nothing of a longer one behind. */
const STEP = 60;

/** `Tanda Terima` of a village: what stands in the figures of the year, oldest month first. */
export function drawReceipts(
  context: DrawContext,
  village: VillageCode,
  year: string,
  months: readonly VillageMonth[],
): Block {
  const { settings, catalogue, today } = context;
  const own = months.filter((month) => month.village === village && month.period.startsWith(year));
  const lines = own.flatMap((month) =>
    catalogue.flatMap((type) =>
      (month.reports[type.id] ?? []).filter(counts).map((version): readonly Cell[] => {
        const stands = complianceOf(settings, today, month.period, month, type.id);
        const { tone, words } = COMPLIANCE_WORDS[stands.word];
        const days = stands.word === 'late' ? ` ${formatNumber(stands.daysLate)} hari` : '';
        return [
          formatReportPeriod(settings, type, month.period),
          type.shortTitle,
          version.number,
          formatInstant(version.at, settings.zone),
          type.frequency === 'monthly' ? toned(tone, `${words}${days}`) : '',
          toned(STATES[version.state].tone, STATES[version.state].label),
        ];
      }),
    ),
  );
  const head = [
    `Tanda terima ${year}, ${titleOf(context, village)}`,
    '',
    '',
    `Sampai ${formatDate(today)}: ${formatNumber(lines.length)} laporan.`,
  ];
  const headers = ['Bulan', 'Laporan', 'Nomor laporan', 'Kami terima', 'Ketepatan waktu', 'Keadaan'];
  const height = 2 + STEP * (1 + Math.floor(lines.length / STEP));
  const values = paddedRows([head, headers, ...lines], height, RECEIPT_COLUMNS);
  return { kind: 'block', book: village, tab: TAB.receipts, row: 1, column: 1, values };
}
