import { TAB } from '../../../src/core/tabs/names';
import type { Version, VillageMonth } from '../../../src/core/book';
import { drawData } from '../../../src/core/draw/data';
import { difference } from '../../../src/core/draw/difference';
import { drawDifferences } from '../../../src/core/draw/differences';
import { drawHistory, drawStrayHistory } from '../../../src/core/draw/history';
import { drawOwnReports } from '../../../src/core/draw/ownReports';
import {
  clearFinished,
  clearUndrawn,
  drawQueue,
  drawStrayQueue,
  queueTab,
} from '../../../src/core/draw/queue';
import type { Upsert } from '../../../src/core/patch';
import { drawMonthRows } from '../../../src/flows/drawing';
import {
  activity,
  at,
  BALANG,
  contextAt,
  finding,
  lampid,
  ledger,
  month,
  stock,
  strength,
  version,
} from '../../support/drawings';

const context = contextAt(at('08-06'));
const report = (more: Partial<Version> = {}): Version =>
  version('population', at('08-03', '09:14:02'), lampid([3, 0], [1, 0], [2, 0], [2, 0], 351), more);
const upserts = (patches: readonly unknown[]): readonly Upsert[] => patches as readonly Upsert[];
const july = (...population: readonly Version[]): VillageMonth => month(BALANG, { reports: { population } });

describe('Antrean Tinjau', () => {
  const look = queueTab().columns.findIndex((column) => column.header === 'Yang perlu dilihat');
  const lookOf = (all: VillageMonth): unknown => upserts(drawQueue(context, all))[0]?.values[look];

  it.each<[string, Version, string | undefined]>([
    ['accepted, not approved', report(), 'Diterima, belum disetujui.'],
    ['approved', report({ state: 'approved' }), undefined],
    ['to be corrected by the village', report({ state: 'toCorrect' }), undefined],
    ['a double', report({ state: 'duplicate' }), 'Lepas bila memang dua laporan yang berbeda'],
    ['rejected', report({ state: 'rejected' }), undefined],
    [
      'unknown sender',
      report({ state: 'senderUnknown' }),
      'Pengirim tidak ada di tab Operator untuk desa itu, atau PIN-nya tidak cocok.',
    ],
    ['waiting for the lock', report({ state: 'awaitingUnlock' }), 'Bulan sudah terkunci atau disetujui.'],
    ['perhaps the wrong month', report({ state: 'wrongMonth' }), 'Bulan itu sudah ada laporannya'],
    [
      'a difference with a reason',
      report({ marks: ['awaitingAdjustment'] }),
      'Jumlah akhir bulan berbeda dari hitungan, dengan alasan.',
    ],
  ])('%s', (_case, one, expected) => {
    const seen = lookOf(july(one));
    if (expected === undefined) expect(seen).toBeUndefined();
    else expect(seen).toContain(expected);
  });

  it('asks about the newest accepted version only', () => {
    const [first, second] = [report(), report()];
    expect(upserts(drawQueue(context, july(first, second))).map((one) => one.key)).toEqual([second.id]);
  });

  it('asks about a figure of the running month when that is over', () => {
    const early = july(report({ marks: ['interim'] }));
    expect(drawQueue(contextAt(at('07-28')), early)).toHaveLength(0);
    expect(drawQueue(contextAt(at('08-01')), early)).toHaveLength(1);
  });

  it('asks about an activity only where something was noticed', () => {
    const plain = version('activities', at('07-20'), activity('Patroli', '2026-07-20', 4));
    const odd = version('activities', at('07-20'), activity('Patroli', '2026-07-20', 200), {
      findings: [finding('personnel', 'Tertulis 200 personil.', 'warning')],
    });
    const rows = upserts(drawQueue(context, month(BALANG, { reports: { activities: [plain, odd] } })));
    expect(rows.map((one) => one.key)).toEqual([odd.id]);
    expect(rows[0]?.values[look]).toBe(
      'Diterima dengan catatan; periksa, lalu setujui atau kembalikan.\nJumlah personil: Tertulis 200 personil.',
    );
  });

  it('writes the state columns only: what people fill in stands behind them', () => {
    const headers = queueTab().columns.map((column) => column.header);
    const width = upserts(drawQueue(context, july(report())))[0]?.values.length ?? 0;
    expect(headers.slice(width)).toEqual(['Tindakan', 'Alasan', 'Hasil']);
  });

  it('keeps the row of what is settled, and gives it up at night', () => {
    const one = report();
    const done = upserts(drawQueue(context, july({ ...one, state: 'approved' }), july(one)));
    expect(done.map((row) => row.values.slice(2))).toEqual([
      [
        'Balang',
        'Kependudukan',
        'Juli 2026',
        '· Disetujui',
        'Selesai, tidak perlu tindakan lagi.',
        one.number,
      ],
    ]);
    const other = upserts(drawQueue(context, july(report())));
    const standing = [...done, ...other].map((row) => row.values);
    expect(clearFinished(standing).map((removal) => removal.key)).toEqual([one.id]);
    expect(clearUndrawn([one.id, ''], other).map((removal) => removal.key)).toEqual([one.id]);
  });

  it('shows a response without a month', () => {
    const stray = version('population', at('08-03'), {}, { state: 'quarantined', named: 'Juli 2062' });
    const head = { village: BALANG, foldedThrough: 0, snapshotThrough: 0, latest: {}, strays: [stray] };
    expect(upserts(drawStrayQueue(context, head))[0]?.values[4]).toBe('Juli 2062');
    expect(upserts(drawStrayHistory(context, head))[0]?.values[5]).toBe('Juli 2062');
  });
});

describe('Riwayat', () => {
  it('tells a version with its findings, what was tidied, and the decision', () => {
    const one = report({
      state: 'toCorrect',
      findings: [
        finding('closingMale', 'Tertulis 640, hitungan kami 612.'),
        finding('', 'Sama dengan Juni.', 'warning'),
      ],
      normalised: ['"3 " dibaca 3.'],
      decision: {
        id: 'k1',
        action: 'return',
        actor: 'kasi@contoh.id',
        at: at('08-04', '08:10'),
        reason: 'Mohon dicek.',
      },
    });
    expect(upserts(drawHistory(context, july(one)))[0]).toEqual({
      kind: 'upsert',
      book: 'master',
      tab: 'Riwayat',
      key: one.id,
      order: `2026-08-03T09:14:02|${BALANG}`,
      values: [
        one.id,
        `2026-08-03T09:14:02|${BALANG}`,
        '3 Agustus 2026 pukul 09.14 WITA',
        'Balang',
        'Kependudukan',
        'Juli 2026',
        one.number,
        '! Perlu Perbaikan',
        'Jumlah seluruh penduduk akhir bulan, laki-laki: Tertulis 640, hitungan kami 612.\nSama dengan Juni.',
        '"3 " dibaca 3.',
        'Dikembalikan oleh kasi@contoh.id, 4 Agustus 2026 pukul 08.10 WITA: Mohon dicek.',
        'Aminah',
        'balang@contoh.id',
        'akun Google',
      ],
    });
  });
});

describe('Data', () => {
  it('places a monthly report by month and village, and empties the place of one that counts no more', () => {
    const one = report();
    const [block] = drawData(context, july(one));
    // Base July 2024: block 25; three villages and eight spare places; Balang is the second.
    expect(block).toMatchObject({ kind: 'block', tab: 'Data Kependudukan', row: 2 + 25 * 11 + 1, column: 1 });
    const values = block?.kind === 'block' ? block.values[0] : [];
    expect(values?.slice(0, 10)).toEqual([
      `${BALANG}|2026-07|population`,
      BALANG,
      'Balang',
      'Juli 2026',
      '✓ Diterima',
      '3 Agustus 2026 pukul 09.14 WITA',
      one.number,
      'Aminah',
      3,
      0,
    ]);
    const [empty] = drawData(context, july({ ...one, state: 'toCorrect' }));
    expect(empty?.kind === 'block' && empty.values[0]?.every((cell) => cell === '')).toBe(true);
    expect(empty?.kind === 'block' && empty.values[0]?.length).toBe(values?.length);
  });

  it('lists activities that count, not those that their correction replaced', () => {
    const first = version('activities', at('07-20'), activity('Patroli', '2026-07-19', 4), {
      replaced: true,
    });
    const second = version('activities', at('07-21'), activity('Patroli', '2026-07-20', 4));
    const drawn = drawData(context, month(BALANG, { reports: { activities: [first, second] } }));
    const rows = upserts(drawn.filter((patch) => patch.kind === 'upsert'));
    expect(rows.map((one) => [one.key, one.order])).toEqual([[second.id, `2026-07-20|${BALANG}`]]);
  });
});

describe('Selisih', () => {
  it('names the amount and what is to be done', () => {
    const difference = {
      amount: stock(-2, 0, 1),
      cause: 'openingChanged' as const,
      at: at('08-25'),
      settled: false,
    };
    const all = { ...july(), ledger: { ...ledger(undefined, undefined), difference } };
    expect(upserts(drawDifferences(context, all))[0]?.values.slice(2)).toEqual([
      'Balang',
      'Juli 2026',
      'Bulan sebelumnya berubah setelah bulan ini dikunci',
      -2,
      0,
      0,
      0,
      1,
      '–',
      '! Perlu koreksi saldo di bulan yang belum dikunci',
      '25 Agustus 2026 pukul 09.00 WITA',
    ]);
    const settled = { ...all, ledger: { ...all.ledger, difference: { ...difference, settled: true } } };
    expect(upserts(drawDifferences(context, settled))[0]?.values[11]).toBe('✓ Selesai');
    expect(drawDifferences(context, july())).toHaveLength(0);
  });
});

describe('Laporan Kami', () => {
  it('shows what was sent in the order of the form, whatever the day', () => {
    const one = version('readiness', at('07-28'), strength(10, 2, 3, 2), { marks: ['interim'] });
    const head = { village: BALANG, foldedThrough: 0, snapshotThrough: 0, latest: {}, strays: [] };
    const months = { '2026-07': month(BALANG, { reports: { readiness: [one] } }) };
    const [early, late] = ['07-28', '08-10'].map((day) =>
      drawOwnReports(contextAt(at(day)), { head, months }),
    );
    expect(early).toEqual(late);
    expect(early?.[0]?.values.slice(3, 6)).toEqual(['Rekap Linmas', 'Juli 2026', '✓ Diterima']);
    expect(String(early?.[0]?.values[7]).split('\n').slice(0, 3)).toEqual([
      'Ada kegiatan bulan ini?: Ya',
      'Anggota Linmas aktif laki-laki: 10',
      'Anggota Linmas aktif perempuan: 2',
    ]);
  });
});

describe('rows of a month', () => {
  it('read differently by the day alone when a calendar month ends; those of the queue when the month is locked', () => {
    const early = { marks: ['interim'] } as const;
    const all = month(BALANG, {
      reports: {
        population: [report(early), report({ state: 'toCorrect' })],
        readiness: [version('readiness', at('07-28'), strength(10, 2, 3, 2), early)],
        activities: [version('activities', at('07-20'), activity('Patroli', '2026-07-20', 4))],
      },
    });
    const days = Array.from({ length: 100 }, (_unused, index) => at('07-20') + index * 86_400_000);
    const changed = (isQueue: boolean): number[] => {
      const drawn = days.map((day) =>
        JSON.stringify(
          drawMonthRows(contextAt(day), all).filter(({ tab }) => (tab === TAB.queue) === isQueue),
        ),
      );
      return days.filter((_day, index) => index > 0 && drawn[index] !== drawn[index - 1]);
    };
    expect(changed(false)).toEqual([at('08-01')]);
    expect(changed(true)).toEqual([at('08-01'), at('08-21')]);
  });
});

describe('difference of two drawings', () => {
  it('is what changed, what is new, and what went', () => {
    const [kept, changed, gone, fresh] = [report(), report(), report(), report()];
    const before = drawHistory(context, july(kept, changed, gone));
    const after = drawHistory(context, july(kept, { ...changed, state: 'approved' }, fresh));
    expect(
      difference(before, after).map((one) => [one.kind, one.kind === 'block' ? '' : one.key, 'fresh' in one]),
    ).toEqual([
      ['upsert', changed.id, false],
      ['upsert', fresh.id, true],
      ['removal', gone.id, false],
    ]);
  });

  it('is nothing between equal drawings', () => {
    const all = [...drawData(context, july(report())), ...drawHistory(context, july(report()))];
    expect(difference(all, all)).toHaveLength(0);
  });
});
