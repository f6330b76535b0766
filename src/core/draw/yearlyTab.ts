import type { ReportType } from '../report';
import { LEDGER_TYPE } from '../population';
import { TAB } from '../tabs/names';
import { figure, STATE_LOOKS, SUM_LOOK, text, type Tab, type TabColumn } from '../tabs/tab';
import { guidePage } from './guide';
import { kindsOf, widthOf } from './linmas';
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

/** Whether there is a year of the Linmas: activities are reported. */
export const hasLinmasYear = (catalogue: readonly ReportType[]): boolean =>
  catalogue.some(({ id }) => id === 'activities');

/** Whether villages read it in their own Sheet: where they have no year in B.3 form. */
export const hasOwnLinmasYear = (catalogue: readonly ReportType[]): boolean =>
  hasLinmasYear(catalogue) && !catalogue.some(({ id }) => id === LEDGER_TYPE);

/** Columns of the Linmas' year: who, which month or part of the year, times by kind, hours, programme, strength. */
export function linmasYearColumns(catalogue: readonly ReportType[]): readonly TabColumn[] {
  const member = { group: 'Anggota Linmas aktif', wrap: true } as const;
  const post = { group: 'Pos kamling', wrap: true } as const;
  return [
    text('Desa/Kelurahan', 180),
    text('Bulan', 170),
    ...kindsOf(catalogue).map((kind) =>
      figure(kind, widthOf(kind), { group: 'Kegiatan (kali)', wrap: true }),
    ),
    figure('Jumlah kegiatan', 78, { wrap: true }),
    figure('Jam-orang', 72),
    text('Program wajib', 200, { wrap: true }),
    figure('L', 52, member),
    figure('P', 52, member),
    figure('L + P', 60, member),
    figure('SIM Linmas', 72, member),
    figure('KTA', 60, member),
    figure('Dilatih', 66, member),
    figure('semua', 60, post),
    figure('aktif', 60, post),
    text('Ket.', 340, { wrap: true }),
  ];
}

function yearPage(
  name: string,
  shown: boolean,
  rows: number,
  empty: string,
  columns: readonly TabColumn[] = YEAR_COLUMNS,
): Tab {
  return {
    name,
    layout: 'page',
    shown,
    columns,
    headerRow: YEAR_HEADER,
    frozenRows: YEAR_HEADER,
    frozenColumns: 2,
    rows,
    looks: columns === YEAR_COLUMNS ? [SUM_LOOK] : [...STATE_LOOKS, SUM_LOOK],
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

/** `Rekap Tahunan Linmas`. */
export const yearlyLinmasPage = (catalogue: readonly ReportType[]): Tab =>
  yearPage(
    TAB.yearlyLinmas,
    false,
    280,
    'Kegiatan dan kekuatan Linmas bulan demi bulan, per semester dan setahun; diperbarui tiap malam.',
    linmasYearColumns(catalogue),
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

/** All tabs of a village's own Sheet that are written at night, the guide behind the others. */
export const villageNightTabs = (catalogue: readonly ReportType[]): readonly Tab[] => [
  ...villageYearTabs(catalogue),
  guidePage(),
];

/** Those of a village's year: its figures, and what was received. */
export function villageYearTabs(catalogue: readonly ReportType[]): readonly Tab[] {
  return [
    ...(catalogue.some((type) => type.id === LEDGER_TYPE)
      ? [yearPage(TAB.villageYear, true, 24, 'B.3 tahun ini, bulan demi bulan; diperbarui tiap malam.')]
      : []),
    ...(hasOwnLinmasYear(catalogue)
      ? [
          yearPage(
            TAB.villageYearLinmas,
            true,
            24,
            'Kegiatan dan kekuatan Linmas tahun ini, bulan demi bulan; diperbarui tiap malam.',
            linmasYearColumns(catalogue),
          ),
        ]
      : []),
    receiptsPage(),
  ];
}
