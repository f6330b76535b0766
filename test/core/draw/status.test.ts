import type { Version, VillageBook, VillageMonth } from '../../../src/core/book';
import { drawStatus, pagePeriods, statusPeriods } from '../../../src/core/draw/status';
import {
  activity,
  at,
  BALANG,
  blockOf,
  contextAt,
  finding,
  lampid,
  ledger,
  linesOf,
  month,
  SETTINGS,
  stock,
  version,
} from '../../support/drawings';

const bookOf = (...months: readonly VillageMonth[]): VillageBook => ({
  head: { village: BALANG, foldedThrough: 0, snapshotThrough: 0, latest: {}, strays: [] },
  months: Object.fromEntries(months.map((one) => [one.period, one])),
});
const report = (sent: number, more: Partial<Version> = {}): Version =>
  version('population', sent, lampid([3, 1], [1, 1], [2, 0], [2, 0], 351), {
    number: '2005-260803-091402',
    ...more,
  });
const page = (day: string, book: VillageBook): readonly string[] =>
  linesOf(drawStatus(contextAt(at(day)), book));

describe('status page', () => {
  it('reads from top to bottom as a village sees it', () => {
    const july = month(BALANG, {
      reports: {
        population: [
          report(at('08-03', '09:14'), {
            state: 'toCorrect',
            findings: [
              finding(
                'closingMale',
                'Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612.',
              ),
            ],
          }),
        ],
        activities: [
          version('activities', at('07-20'), activity('Siskamling/ronda', '2026-07-20', 5, { times: 8 })),
        ],
      },
      ledger: ledger(stock(610, 590, 350), undefined),
    });
    expect(page('08-04', bookOf(july))).toEqual([
      'KUDAPANMAS Kecamatan Paringin',
      'Halaman status Desa Balang',
      '',
      '▌ Juli 2026',
      'Tenggat Rabu, 5 Agustus 2026 pukul 23.59 WITA.',
      '! Kependudukan: perlu perbaikan',
      'Ada yang perlu diperbaiki. Laporan ini belum dihitung; mohon kirim ulang.',
      '– Jumlah seluruh penduduk akhir bulan, laki-laki: Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612.',
      'Perbaiki Kependudukan Juli (sudah terisi) →',
      '· Rekap Linmas: belum',
      'Isi Rekap Linmas Juli →',
      '✓ Kegiatan: 1 laporan, 8 kali',
      'Perbaiki Kegiatan nomor 2005-260803-000010 →',
      'Isi Kegiatan →',
      'Program wajib Juli:',
      '✓ Siskamling/ronda: 8 kali, paling sedikit 4',
      '! Gotong royong: 0 dari 1 kali',
      'Awal Juli: 1.200 jiwa (610 L, 590 P, 350 KK)',
      '',
      '▌ Bantuan',
      '✓ berarti laporan sudah kami terima; biasanya muncul 2 menit setelah dikirim.',
      'L = laki-laki, P = perempuan.',
      'WhatsApp Kasi Trantib Kecamatan Paringin (Bapak Rahmat) →',
    ]);
  });

  it.each<[string, string, readonly Version[], string]>([
    [
      'in time',
      '08-10',
      [report(at('08-03', '09:14'))],
      '✓ Kependudukan: diterima 3 Agustus 2026 pukul 09.14 WITA (tepat waktu)',
    ],
    [
      'late, approved',
      '08-10',
      [report(at('08-07', '09:14'), { state: 'approved' })],
      '✓ Kependudukan: diterima 7 Agustus 2026 pukul 09.14 WITA (terlambat 2 hari, disetujui)',
    ],
    ['missing after the due day', '08-06', [], '! Kependudukan: belum, tenggatnya sudah lewat'],
    [
      'held',
      '08-04',
      [report(at('08-03'), { state: 'wrongMonth' })],
      '… Kependudukan: ditahan: mungkin salah bulan',
    ],
    [
      'a correction that does not count yet',
      '08-10',
      [report(at('08-03')), report(at('08-09'), { state: 'toCorrect' })],
      '! Perbaikannya: perlu perbaikan',
    ],
    [
      'rejected, with the reason',
      '08-04',
      [
        report(at('08-03'), {
          state: 'rejected',
          decision: { id: 'k1', action: 'reject', actor: 'x', at: at('08-04'), reason: 'Isinya bulan Juni.' },
        }),
      ],
      'Laporan nomor 2005-260803-091402 tidak dipakai: Isinya bulan Juni.',
    ],
    [
      'what was interim, on the 1st',
      '08-01',
      [report(at('07-26'), { marks: ['interim'] })],
      'Angka sementara Juli menjadi final. Bila ada perubahan sejak 25 Juli, mohon kirim ulang paling lambat 20 Agustus.',
    ],
    [
      'interim in its month',
      '07-28',
      [report(at('07-26'), { marks: ['interim'] })],
      'Bulan ini belum berakhir. Bila ada perubahan sampai akhir bulan, mohon kirim ulang.',
    ],
  ])('%s', (_case, day, population, expected) => {
    expect(page(day, bookOf(month(BALANG, { reports: { population } })))).toContain(expected);
  });

  it('offers no link for a closed month, and one again when it is opened', () => {
    const closed = page('08-22', bookOf(month(BALANG)));
    expect(closed).toContain('Bulan ini sudah ditutup. Bila perlu perbaikan, mohon hubungi Kasi.');
    expect(closed.filter((line) => line.startsWith('Isi Kependudukan'))).toHaveLength(0);
    const unlocks = [{ id: 'k1', at: at('08-21'), until: at('08-23'), reason: 'Sinyal putus.' }];
    expect(page('08-22', bookOf(month(BALANG, { unlocks })))).toContain('Isi Kependudukan Juli →');
  });

  it('keeps its height, and tells when there is more than fits', () => {
    const findings = Array.from({ length: 40 }, (_unused, index) =>
      finding('birthsMale', `Hal ${String(index)}.`),
    );
    const many = Array.from({ length: 30 }, () =>
      version('activities', at('07-20'), activity('Patroli', '2026-07-20', 4), {
        state: 'toCorrect',
        findings,
      }),
    );
    const [empty, full] = [
      bookOf(month(BALANG)),
      bookOf(month(BALANG, { reports: { activities: many } })),
    ].map((book) => blockOf(drawStatus(contextAt(at('08-04')), book)).values);
    expect(full).toHaveLength(empty?.length ?? 0);
    expect(full?.[full.length - 1]).toEqual(['… dan lainnya.']);
  });

  it('shows in front of everything what was said before the first month', () => {
    expect(page('06-20', bookOf())).toContain('Laporan pertama: Juli 2026. Belum ada yang perlu dikirim.');
  });

  it('has a link for what happens in the first month before its reports are collected', () => {
    const first = page('07-10', bookOf());
    expect(first).toContain('Laporan bulanan pertama: Juli 2026.');
    expect(first).toContain('Isi Kegiatan →');
    expect(first.join(' ')).not.toContain('Belum ada yang perlu dikirim');
  });
});

describe('months of the page', () => {
  it.each<[string, readonly string[]]>([
    ['2026-07-10', []],
    ['2026-07-25', ['2026-07']],
    ['2026-08-20', ['2026-07']],
    ['2026-08-24', ['2026-07']],
    ['2026-08-25', ['2026-08']],
  ])('on %s', (today, expected) => {
    expect(statusPeriods(SETTINGS, today)).toEqual(expected);
  });

  it('and those that names and stocks come from', () => {
    const head = { ...bookOf().head, latest: { readiness: { period: '2026-05', id: 'r' } } };
    expect(pagePeriods(SETTINGS, '2026-08-03', head)).toEqual(['2026-05', '2026-07', '2026-08']);
  });
});
