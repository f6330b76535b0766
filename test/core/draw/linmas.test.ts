import { drawLinmas } from '../../../src/core/draw/linmas';
import { CATALOGUE } from '../../../src/reports/index';
import {
  activity,
  at,
  BALANG,
  contextAt,
  KOTA,
  LAMIDA,
  ledger,
  month,
  rowsOf,
  stock,
  strength,
  version,
} from '../../support/drawings';

const act = (kind: string, personnel: number, more = {}): ReturnType<typeof version> =>
  version('activities', at('07-20'), activity(kind, '2026-07-20', personnel, more));

const months = [
  month(KOTA, {
    reports: {
      activities: [
        // 5 people, 6 hours past midnight, 8 times: 240 person-hours.
        act('Siskamling/ronda', 5, {
          times: 8,
          startTime: '22:00',
          endTime: '04:00',
          photo: 'Sudah di grup WA',
        }),
        // 10 people, 2.5 hours: 25 person-hours.
        act('Gotong royong', 10, {
          startTime: '08:00',
          endTime: '10:30',
          performedBy: 'Linmas dan RT bersama',
        }),
        act('Patroli', 4),
        act('Siskamling/ronda', 3, { times: 4, performedBy: 'RT', startTime: '22:00', endTime: '02:00' }),
        act('Patroli', 4, { photo: 'Tautan' }),
      ].map((one, index) => (index === 4 ? { ...one, state: 'toCorrect' as const } : one)),
      readiness: [version('readiness', at('08-02'), strength(14, 2, 4, 3, { unsentActivities: 2 }))],
    },
    ledger: ledger(undefined, stock(500, 500, 300)),
  }),
  month(BALANG, {
    reports: {
      readiness: [version('readiness', at('08-02'), strength(10, 0, 2, 1, { anyActivity: 'Nihil' }))],
    },
  }),
];

describe('Rekap Linmas', () => {
  const rows = rowsOf(drawLinmas(contextAt(at('08-06')), '2026-07', months));
  const headers = (rows[2] ?? []).map(String);
  const cell = (row: number, header: string): unknown => rows[row]?.[headers.indexOf(header)];

  it('takes its kinds from the declaration', () => {
    const kinds = CATALOGUE.find((type) => type.id === 'activities')?.questions[0]?.choices ?? [];
    expect(headers.slice(2, 2 + kinds.length)).toEqual([...kinds]);
  });

  it.each<[string, number, string, unknown]>([
    ['counts a repeated activity as often as it was', 3, 'Siskamling/ronda', 8],
    ['leaves out what is not accepted', 3, 'Patroli', 1],
    ['sums times', 3, 'Jumlah kegiatan', 10],
    ['person-hours = personnel × hours × times, past midnight too', 3, 'Jam-orang', 265],
    ['share of reports with a photo', 3, 'Berfoto', '33,3 %'],
    ['mandatory programme', 3, 'Program wajib', '✓ 2 dari 2'],
    ['strength', 3, 'L + P', 16],
    ['members for 1,000 people', 3, 'per 1.000 jiwa', '16,0'],
    ['active posts', 3, 'aktif %', '75,0 %'],
    [
      'says what is left out',
      3,
      'Ket.',
      '1 kali tanpa jam, tidak dihitung dalam jam-orang; 4 kali oleh RT saja, di luar hitungan Linmas; 2 kegiatan belum dikirim satu per satu',
    ],
    ['Nihil is 0', 4, 'Jumlah kegiatan', 0],
    ['and says so', 4, 'Ket.', 'nihil'],
    [
      'what the programme still asks',
      4,
      'Program wajib',
      '! 0 dari 2: Siskamling/ronda 0 dari 4, Gotong royong 0 dari 1',
    ],
    ['no population, no ratio', 4, 'per 1.000 jiwa', '–'],
    ['not reported is not 0', 5, 'Jumlah kegiatan', '–'],
    ['nor its strength', 5, 'L + P', '–'],
    ['nor its note', 5, 'Ket.', 'belum ada laporan kegiatan; rekap Linmas belum diterima'],
    ['JUMLAH of activities', 6, 'Jumlah kegiatan', 10],
    ['JUMLAH of members', 6, 'L + P', 26],
    ['JUMLAH of the ratio over villages of which both are known', 6, 'per 1.000 jiwa', '16,0'],
    ['villages that fulfil the programme', 6, 'Program wajib', '1 dari 3'],
    ['posts of all', 6, 'aktif %', '66,7 %'],
  ])('%s', (_case, row, header, expected) => {
    expect(cell(row, header)).toBe(expected);
  });

  it('tells how many villages did nothing', () => {
    expect(rows[7]?.[1]).toBe(
      'Menurut laporan desa/kelurahan. Tanpa kegiatan Linmas: 2 dari 3. Rekap Linmas: 2 dari 3.',
    );
    expect(LAMIDA).toBe(contextAt(0).places[2]);
  });

  it('does not blame while the month is running', () => {
    const running = rowsOf(drawLinmas(contextAt(at('07-26')), '2026-07', months));
    expect(running[4]?.[headers.indexOf('Program wajib')]).toMatch(/^· 0 dari 2/);
  });
});
