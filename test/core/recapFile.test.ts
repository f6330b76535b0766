import { columnCode, recapName, recapSheets } from '../../src/core/recapFile';
import {
  activity,
  at,
  contextAt,
  KOTA,
  lampid,
  ledger,
  month,
  stock,
  strength,
  version,
} from '../support/drawings';

const report = version('population', at('08-02'), lampid([2, 1], [1, 0], [1, 2], [0, 1], 301));
const months = [
  month(KOTA, {
    reports: {
      population: [report],
      readiness: [version('readiness', at('08-02'), strength(14, 2, 4, 3))],
      activities: [
        version('activities', at('07-20'), activity('Siskamling/ronda', '2026-07-20', 5, { times: 8 })),
      ],
    },
    ledger: ledger(stock(500, 480, 300), stock(502, 482, 301), report.id),
  }),
];
const context = contextAt(at('08-06'));

describe('the recap file', () => {
  const sheets = recapSheets(context, '2026-07', months);
  const [b3, linmas, data] = sheets;

  it('has three tabs, all rows of a tab equally wide', () => {
    expect(sheets.map((sheet) => sheet.name)).toEqual(['B.3', 'Linmas', 'Data']);
    for (const sheet of sheets) {
      expect(new Set(sheet.values.map((row) => row.length))).toEqual(new Set([sheet.columns.length]));
    }
    expect(recapName(context, '2026-07')).toBe('Rekap Juli 2026 Kecamatan Paringin');
  });

  it('B.3 carries its title, its column numbers and JUMLAH where it says', () => {
    expect(b3?.values.slice(0, 3).map((row) => row[0])).toEqual([
      'BUKU REKAPITULASI JUMLAH PENDUDUK (B.3)',
      'Kecamatan Paringin, Kabupaten Balangan',
      'Bulan Juli 2026',
    ]);
    expect(b3?.values[5]?.slice(0, 3)).toEqual(['1', '2', '3']);
    expect(b3?.values[5]?.[32]).toBe('33');
    expect(b3?.values[(b3.totalRow ?? 0) - 1]?.[1]).toBe('JUMLAH (1 dari 3)');
    expect(linmas?.values[(linmas.totalRow ?? 0) - 1]?.[1]).toBe('JUMLAH');
  });

  it('Data is flat: one header row of codes, a row a village, what is missing is empty', () => {
    const headers = (data?.values[0] ?? []).map(String);
    expect(new Set(headers).size).toBe(headers.length);
    expect(headers.every((header) => /^[a-z0-9_]+$/.test(header))).toBe(true);
    const cell = (row: number, header: string): unknown => data?.values[row]?.[headers.indexOf(header)];
    expect(headers.slice(0, 8)).toEqual([
      'kode',
      'desa_kelurahan',
      'jenis',
      'bulan',
      'keadaan_kependudukan',
      'keadaan_rekap_linmas',
      'awal_wna_l',
      'awal_wna_p',
    ]);
    expect(
      [1, 2].map((row) => [cell(row, 'kode'), cell(row, 'bulan'), cell(row, 'keadaan_kependudukan')]),
    ).toEqual([
      [KOTA, '2026-07', 'Tepat Waktu'],
      ['63.11.06.2005', '2026-07', 'Belum Lapor, lewat 1 hari'],
    ]);
    expect([1, 2].map((row) => cell(row, 'lahir_wni_l'))).toEqual([2, '']);
    expect([1, 2].map((row) => cell(row, 'akhir_jiwa'))).toEqual([984, '']);
    expect([1, 2].map((row) => cell(row, 'kegiatan_siskamling_ronda'))).toEqual([8, '']);
    expect(cell(1, 'anggota_linmas_aktif_laki_laki')).toBe(14);
    expect(data?.values).toHaveLength(4);
  });

  it('leaves out the tabs of types that are switched off', () => {
    const few = contextAt(at('08-06'), { reportTypes: ['activities', 'readiness'] });
    const some = recapSheets(few, '2026-07', months);
    expect(some.map((sheet) => sheet.name)).toEqual(['Linmas', 'Data']);
    expect(some[1]?.values[0]).not.toContain('akhir_jiwa');
  });

  it.each([
    ['Siskamling/ronda', 'siskamling_ronda'],
    ['Anggota Linmas aktif laki-laki', 'anggota_linmas_aktif_laki_laki'],
    ['  HT ', 'ht'],
  ])('%s is %s as a column', (label, code) => {
    expect(columnCode(label)).toBe(code);
  });
});
