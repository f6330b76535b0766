import type { ReportType } from '../report';
import { LEDGER_TYPE } from '../population';
import { TAB } from '../tabs/names';
import { figure, STATE_LOOKS, SUM_LOOK, text, type Tab } from '../tabs/tab';
import { B3_HEADERS } from './population';

/** Columns of a year by months: who, which month or part of the year, columns 3–32 of B.3, remarks. */
export const YEAR_COLUMNS = [
  text('Desa/Kelurahan', 180),
  text('Bulan', 200),
  ...B3_HEADERS.map(([group, header]) => figure(header, header.length > 8 ? 84 : 62, { group, wrap: true })),
  text('Ket.', 280, { wrap: true }),
];

/** Row of the headers; the groups stand above them, the year in row 1. */
export const YEAR_HEADER = 3;

function yearPage(name: string, shown: boolean, rows: number, empty: string): Tab {
  return {
    name,
    layout: 'page',
    shown,
    columns: YEAR_COLUMNS,
    headerRow: YEAR_HEADER,
    frozenRows: YEAR_HEADER,
    frozenColumns: 2,
    rows,
    looks: [SUM_LOOK],
    protection: 'owner',
    empty,
  };
}

/** `Rekap Tahunan`. */
export const yearlyPage = (): Tab =>
  yearPage(
    TAB.yearly,
    false,
    280,
    'Bulan demi bulan tiap desa/kelurahan, per semester dan setahun; diperbarui tiap malam.',
  );

/** `Tanda Terima` of a village's own Sheet. */
function receiptsPage(): Tab {
  return {
    name: TAB.receipts,
    layout: 'page',
    shown: true,
    columns: [
      text('Bulan', 150),
      text('Laporan', 150),
      text('Nomor laporan', 160),
      text('Kami terima', 250),
      text('Ketepatan waktu', 190),
      text('Keadaan', 210),
    ],
    headerRow: 2,
    frozenRows: 2,
    frozenColumns: 0,
    rows: 60,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: 'Laporan yang sudah kami terima tahun ini; diperbarui tiap malam.',
  };
}

/** Tabs of a village's own Sheet that are written at night: the year in B.3 form, and what was received. */
export function villageYearTabs(catalogue: readonly ReportType[]): readonly Tab[] {
  return [
    ...(catalogue.some((type) => type.id === LEDGER_TYPE)
      ? [yearPage(TAB.villageYear, true, 24, 'B.3 tahun ini, bulan demi bulan; diperbarui tiap malam.')]
      : []),
    receiptsPage(),
  ];
}
