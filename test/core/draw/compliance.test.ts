import type { Version, VillageMonth } from '../../../src/core/book';
import { drawCompliance } from '../../../src/core/draw/compliance';
import {
  at,
  BALANG,
  contextAt,
  KOTA,
  lampid,
  LAMIDA,
  month,
  rowsOf,
  strength,
  version,
} from '../../support/drawings';

const report = (sent: number, more: Partial<Version> = {}): Version =>
  version('population', sent, lampid([0, 0], [0, 0], [0, 0], [0, 0], 1), more);
const linmas = (sent: number, more: Partial<Version> = {}): Version =>
  version('readiness', sent, strength(10, 2, 3, 2), more);

/** Column *Keadaan* of Kependudukan for Balang's July, drawn on that day. */
function word(day: string, reports: readonly Version[]): unknown {
  const months = [month(BALANG, { reports: { population: reports } })];
  return rowsOf(drawCompliance(contextAt(at(day)), '2026-07', months))[4]?.[3];
}

describe('Kepatuhan', () => {
  it.each<[string, string, readonly Version[], string]>([
    ['nothing before the due day', '08-05', [], '· Belum Tenggat'],
    ['nothing after it', '08-08', [], '! Belum Lapor, lewat 3 hari'],
    ['accepted on the due day', '08-20', [report(at('08-05', '23:59:59'))], '✓ Tepat Waktu'],
    ['accepted at 00:00 after it', '08-20', [report(at('08-06', '00:00'))], '⏱ Terlambat 1 hari'],
    ['errors', '08-04', [report(at('08-03'), { state: 'toCorrect' })], '! Perlu Perbaikan'],
    ['held', '08-04', [report(at('08-03'), { state: 'senderUnknown' })], '… Ditahan'],
    [
      'released after the due day, but sent before it',
      '08-09',
      [report(at('08-04'), { released: ['senderUnknown'] })],
      '✓ Tepat Waktu',
    ],
    [
      'wrong in time, right too late',
      '08-09',
      [report(at('08-04'), { state: 'toCorrect' }), report(at('08-07'))],
      '⏱ Terlambat 2 hari',
    ],
    ['right in time, corrected later', '08-19', [report(at('08-04')), report(at('08-18'))], '✓ Tepat Waktu'],
    [
      'a rejection takes punctuality away',
      '08-19',
      [report(at('08-04'), { state: 'rejected' }), report(at('08-07'))],
      '⏱ Terlambat 2 hari',
    ],
    [
      'only a rejected one',
      '08-08',
      [report(at('08-04'), { state: 'rejected' })],
      '! Belum Lapor, lewat 3 hari',
    ],
    [
      'a correction that does not count yet',
      '08-19',
      [report(at('08-04')), report(at('08-18'), { state: 'toCorrect' })],
      '✓ Tepat Waktu (ada perbaikan yang belum sah)',
    ],
    [
      'inside its own month',
      '07-28',
      [report(at('07-26'), { marks: ['interim'] })],
      '✓ Tepat Waktu (sementara)',
    ],
    ['final by itself on the 1st', '08-01', [report(at('07-26'), { marks: ['interim'] })], '✓ Tepat Waktu'],
  ])('%s', (_case, day, reports, expected) => {
    expect(word(day, reports)).toBe(expected);
  });

  it('tells the worst of a village as its whole, and counts villages and reports', () => {
    const months: VillageMonth[] = [
      month(KOTA, { reports: { population: [report(at('08-03'))], readiness: [linmas(at('08-03'))] } }),
      month(BALANG, { reports: { population: [report(at('08-07'))], readiness: [linmas(at('08-03'))] } }),
      month(LAMIDA, { reports: { population: [report(at('08-03'))] } }),
    ];
    const rows = rowsOf(drawCompliance(contextAt(at('08-08')), '2026-07', months));
    expect(rows[0]).toEqual([
      'Bulan',
      'Juli 2026',
      'Tenggat 5 Agustus 2026, dikunci setelah 20 Agustus 2026.',
    ]);
    expect(rows.slice(3, 6).map((row) => row[2])).toEqual([
      '✓ Tepat Waktu · 2/2',
      '⏱ Terlambat 2 hari · 2/2',
      '! Belum Lapor, lewat 3 hari · 1/2',
    ]);
    expect(rows[6]).toEqual(['', 'Kelengkapan', '2 dari 3', '3 dari 3', '', '', '2 dari 3']);
    expect(rows[7]).toEqual(['', 'Ketepatan waktu', '1 dari 3', '2 dari 3', '', '', '2 dari 3']);
  });

  it('moves a due day on a Saturday to the Monday', () => {
    const months = [
      month(BALANG, { period: '2026-08', reports: { population: [report(at('09-07', '23:00'))] } }),
    ];
    const drawn = drawCompliance(contextAt(at('09-08')), '2026-08', months);
    expect(rowsOf(drawn)[4]?.[3]).toBe('✓ Tepat Waktu');
  });
});
