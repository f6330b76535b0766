import { drawPopulation } from '../../../src/core/draw/population';
import type { VillageMonth } from '../../../src/core/book';
import {
  at,
  BALANG,
  contextAt,
  KOTA,
  LAMIDA,
  lampid,
  ledger,
  month,
  rowsOf,
  stock,
  version,
} from '../../support/drawings';

const kota = version('population', at('08-02'), lampid([2, 1], [1, 0], [1, 2], [0, 1], 301), {
  state: 'approved',
});
const balang = version('population', at('08-03'), lampid([3, 1], [1, 1], [2, 0], [2, 0], 351));
const lamida = version('population', at('08-04'), lampid([1, 1], [0, 0], [0, 0], [0, 0], 200), {
  marks: ['awaitingOpening'],
});

const months: readonly VillageMonth[] = [
  month(KOTA, {
    reports: { population: [kota] },
    ledger: ledger(
      stock(500, 480, 300, { foreignersMale: 1 }),
      stock(502, 482, 301, { foreignersMale: 1 }),
      kota.id,
    ),
  }),
  month(BALANG, {
    reports: { population: [balang] },
    ledger: { ...ledger(stock(610, 590, 350), stock(612, 590, 351), balang.id), adjustment: stock(2, 0, 0) },
  }),
  month(LAMIDA, { reports: { population: [lamida] }, ledger: ledger(undefined, undefined, lamida.id) }),
];

const none = (count: number): string[] => Array.from({ length: count }, () => '–');

describe('Rekap Penduduk', () => {
  const rows = rowsOf(drawPopulation(contextAt(at('08-06')), '2026-07', months));

  it('has the 33 columns of B.3, groups above them', () => {
    expect(rows[2]).toHaveLength(33);
    expect(rows[1]?.filter((cell) => cell !== '')).toEqual([
      'Awal bulan',
      'Tambahan bulan ini: lahir',
      'Tambahan bulan ini: datang',
      'Pengurangan bulan ini: meninggal',
      'Pengurangan bulan ini: pindah',
      'Akhir bulan',
    ]);
  });

  it.each<[string, number, readonly (string | number)[]]>([
    [
      'an approved month, with a foreigner',
      3,
      [
        ...['1', 'Paringin Kota', 1, 0, 500, 480, 300, 681, 981],
        ...[0, 0, 2, 1, 0, 0, 1, 2, 0, 0, 1, 0, 0, 0, 0, 1],
        ...[1, 0, 502, 482, 301, 684, 985],
      ],
    ],
    [
      'a koreksi saldo is named with its amount',
      4,
      [
        ...['2', 'Balang', 0, 0, 610, 590, 350, 850, 1200],
        ...[0, 0, 3, 1, 0, 0, 2, 0, 0, 0, 1, 1, 0, 0, 2, 0],
        ...[0, 0, 612, 590, 351, 851, 1202, 'koreksi saldo: WNI L +2; belum disetujui'],
      ],
    ],
    [
      'flows without an opening have no closing, and no 0 in its place',
      5,
      [
        ...['3', 'Lamida', ...none(7)],
        ...[0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0],
        ...[...none(7), 'menunggu saldo awal; belum disetujui'],
      ],
    ],
    [
      'JUMLAH sums only rows that have a closing',
      6,
      [
        ...['', 'JUMLAH (2 dari 3)', 1, 0, 1110, 1070, 650, 1531, 2181],
        ...[0, 0, 5, 2, 0, 0, 3, 2, 0, 0, 2, 1, 0, 0, 2, 1],
        ...[1, 0, 1114, 1072, 652, 1535, 2187],
      ],
    ],
    [
      'what has no closing stands by itself',
      7,
      [
        ...['', 'Mutasi tanpa saldo akhir (1 desa/kelurahan)', ...none(7)],
        ...[0, 0, 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ...none(7)],
      ],
    ],
    [
      'the footer says whose figures they are',
      8,
      ['', 'Menurut laporan desa/kelurahan, bukan SIAK; 2 dari 3; disetujui 1.'],
    ],
  ])('%s', (_case, row, expected) => {
    expect(rows[row]).toEqual(expected);
  });

  it('shows a missing village as missing, not as 0, and sums to nothing', () => {
    const empty = rowsOf(drawPopulation(contextAt(at('08-06')), '2026-07', []));
    expect(empty[3]).toEqual(['1', 'Paringin Kota', ...none(30), 'belum lapor']);
    expect(empty[6]).toEqual(['', 'JUMLAH (0 dari 3)', ...none(30)]);
    expect(empty[7]).toEqual(['', 'Mutasi tanpa saldo akhir (0 desa/kelurahan)', ...none(30)]);
  });

  it('keeps its height, whatever is known', () => {
    const heights = [months, []].map((some) => drawPopulation(contextAt(at('08-06')), '2026-07', some)[0]);
    expect(new Set(heights.map((block) => (block?.kind === 'block' ? block.values.length : 0))).size).toBe(1);
  });

  it('leaves out a village that does not exist in the month', () => {
    const context = contextAt(at('08-06'));
    const villages = context.settings.villages.map((one) =>
      one.code === LAMIDA ? { ...one, from: '2026-08' } : one,
    );
    const later = { ...context, settings: { ...context.settings, villages } };
    expect(rowsOf(drawPopulation(later, '2026-07', months))[5]?.[1]).toBe('JUMLAH (2 dari 2)');
  });
});
