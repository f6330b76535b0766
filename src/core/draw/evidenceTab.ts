import { TAB } from '../tabs/names';
import { figure, STATE_LOOKS, text, type Tab } from '../tabs/tab';

/** Row of the headers of `Bukti Inovasi`. */
export const EVIDENCE_HEADER = 3;

export const EVIDENCE_COLUMNS = [
  text('Bulan', 250),
  figure('Desa/kelurahan melapor', 110, { wrap: true }),
  figure('Penduduk tercakup (jiwa)', 110, { wrap: true }),
  figure('Laporan diterima', 90, { wrap: true }),
  text('Kelengkapan', 120),
  text('Ketepatan waktu', 120),
  figure('Kegiatan Linmas', 90, { wrap: true }),
  text('Median dari kiriman sampai sah', 170, { wrap: true }),
];

/** `Bukti Inovasi`: what the program can show for the innovation index, month by month. */
export function evidencePage(): Tab {
  return {
    name: TAB.evidence,
    layout: 'page',
    shown: false,
    columns: EVIDENCE_COLUMNS,
    headerRow: EVIDENCE_HEADER,
    frozenRows: EVIDENCE_HEADER,
    frozenColumns: 1,
    rows: 60,
    looks: STATE_LOOKS,
    protection: 'owner',
    empty: 'Angka untuk Indeks Inovasi Daerah, bulan demi bulan; diperbarui tiap malam.',
  };
}
