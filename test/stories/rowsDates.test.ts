import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { expectReceived, expectStopped, historyOf, mailsSince, post, type Wanted } from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { KASI, OPENING, VILLAGES } from '../support/threeVillages';

/** Rows 11–14 of the table of input (reports.md §6): months and days. */
let story: Story;

beginEach(async () => {
  story = await openStory();
  return story;
});

const TYPES = ['population', 'readiness', 'activities'] as const;
const MONTHLY = ['population', 'readiness'] as const;
const unlockJuly = {
  Perintah: 'Buka kunci',
  Desa: 'Desa Balang',
  Bulan: 'Juli 2026',
  Alasan: 'contoh',
  Sampai: '10/09/2026',
};
/** Somebody adds a month to the list of the form. */
function offer(month: string): void {
  const form = story.form('balang');
  form.items.find((item) => item.title === 'Bulan laporan')?.choices?.push({ value: month });
  story.workspace.store.touch('form', form.id);
}

describe('row 11, probably another month', () => {
  /** July has its reports, August is being collected. */
  const firstOfSeptember = async (): Promise<void> => {
    await sleepUntil(story, '2026-08-03T09:14');
    await story.submit('balang', {});
    await story.submit('balang', { type: 'readiness' });
    await sleepUntil(story, '2026-09-02T09:14');
  };
  const other: Readonly<Record<(typeof MONTHLY)[number], Told>> = {
    population: { answers: { birthsMale: 4, deathsFemale: 2, closingMale: 614, closingFemale: 590 } },
    readiness: {
      type: 'readiness',
      answers: { anyActivity: 'Nihil', disturbances: 'Perkelahian antarpemuda di pasar.' },
    },
  };

  test.each(MONTHLY)('%s of an open month that has its report, while August has none', async (type) => {
    await firstOfSeptember();
    await story.order(unlockJuly);
    const words = 'Mungkin maksudnya Agustus 2026, yang belum ada laporannya.';
    const wanted: Wanted = {
      state: 'Ditahan: mungkin salah bulan',
      found: [words],
      mail: [
        'Ditahan',
        'Juli 2026',
        'laporan sebelumnya',
        words,
        'Kirim ulang untuk Agustus 2026: https://',
        'Agustus%202026',
      ],
      status: ['mungkin salah bulan', words],
    };
    const { id } = await expectReceived(story, 'balang', other[type], wanted);
    await story.decide(['Balang', 'mungkin salah bulan'], 'Tolak', 'sudah dikirim ulang');
    expect(historyOf(story, id)?.['Keadaan']).toContain('Ditolak');
    await story.decide(
      [
        'Balang',
        story.records('Riwayat', ['Kunci']).find((row) => row['Kunci'] === id)?.['Nomor laporan'] ?? '',
      ],
      'Batalkan',
    );
    expect(historyOf(story, id)?.['Keadaan']).toContain('mungkin salah bulan');
  });

  test('one that looks like a correction is taken for one', async () => {
    await firstOfSeptember();
    await story.order(unlockJuly);
    await expectReceived(
      story,
      'balang',
      { type: 'readiness', answers: { trained: 10 } },
      { state: 'Diterima' },
    );
  });

  test.each(MONTHLY)('%s of a locked month waits, and the suspicion is said beside it', async (type) => {
    await firstOfSeptember();
    const words = 'Mungkin maksudnya Agustus 2026';
    await expectReceived(story, 'balang', other[type], {
      state: 'Menunggu Pembukaan Kunci',
      found: ['Juli 2026 ditutup 20 Agustus 2026', words],
      mail: ['Ditahan', words],
    });
  });

  test('last year in January', async () => {
    await sleepUntil(story, '2028-01-04T09:14');
    await expectReceived(
      story,
      'balang',
      { type: 'readiness', period: '2026-12' },
      {
        state: 'Menunggu Pembukaan Kunci',
        found: ['Mungkin maksudnya Desember 2027'],
        mail: ['Mungkin maksudnya Desember 2027'],
      },
    );
  });
});

describe('row 12, what has not happened yet', () => {
  test.each(MONTHLY)(
    '%s of the running month is interim from the 25th on, and final on the 1st',
    async (type) => {
      await sleepUntil(story, '2026-08-26T09:14');
      const { id } = await expectReceived(
        story,
        'other',
        { type, period: '2026-08' },
        { state: 'Diterima (sementara', status: ['Bulan ini belum berakhir'] },
      );
      await story.pass('2026-09-01T01:10');
      expect(historyOf(story, id)?.['Keadaan']).not.toContain('sementara');
      expect(story.villageRows('other', 'Status').flat().join('\n')).toContain(
        'Angka sementara Agustus menjadi final. Bila ada perubahan sejak 25 Agustus, mohon kirim ulang paling lambat 20 September.',
      );
      expect(
        story
          .rows('Kepatuhan')
          .find((row) => row[1] === 'Kalahiang')
          ?.join(' '),
      ).toContain('Tepat Waktu');
    },
  );

  test.each(MONTHLY)('%s before the 25th: the list does not offer the month', async (type) => {
    await sleepUntil(story, '2026-08-10T09:14');
    await expectStopped(story, 'balang', { type, period: '2026-08' }, 'Pilih salah satu opsi');
  });

  test.each(
    MONTHLY.flatMap(
      (type) =>
        [
          [
            type,
            '2026-08',
            'Agustus 2026',
            'Agustus 2026 belum berakhir. Laporannya diterima mulai 25 Agustus 2026.',
          ],
          [type, '2026-12', 'Desember 2026', 'Desember 2026 belum berjalan. Mohon periksa bulan laporan'],
        ] as const,
    ),
  )('%s of %s where somebody added it to the list', async (type, period, month, words) => {
    await sleepUntil(story, '2026-08-10T09:14');
    offer(month);
    await expectReceived(
      story,
      'balang',
      { type, period },
      {
        state: 'Perlu Perbaikan',
        found: [words],
        mail: [`Bulan laporan. ${words}`, 'Perbaiki laporan: https://'],
      },
    );
  });

  test('an activity of tomorrow', async () => {
    await sleepUntil(story, '2026-08-03T09:14');
    await expectReceived(
      story,
      'balang',
      { type: 'activities', answers: { date: '2026-08-04' } },
      {
        state: 'Perlu Perbaikan',
        mail: [
          'Tanggal kegiatan. Tertulis "4 Agustus 2026". Tanggal itu sesudah hari pengiriman, 3 Agustus 2026.',
          'Perbaiki laporan: https://',
        ],
      },
    );
  });
});

describe('row 13, months that take nothing by themselves', () => {
  const of = (type: (typeof TYPES)[number], period: string): Told =>
    type === 'activities' ? { type, answers: { date: `${period}-15` } } : { type, period };

  test.each(TYPES)('%s before go-live', async (type) => {
    await sleepUntil(story, '2026-08-03T09:14');
    const told =
      type === 'activities'
        ? 'Tanggalnya dalam Juni 2026, sebelum pencatatan mulai berlaku (Juli 2026).'
        : 'Laporan wajib mulai Juli 2026; laporan Juni 2026 disimpan dulu.';
    await expectReceived(story, 'balang', of(type, '2026-06'), {
      state: 'Ditahan: sebelum mulai berlaku',
      found: [told],
      mail: ['Ditahan', told],
    });
  });

  test.each(TYPES)('%s of a locked month, which a row of Perintah opens', async (type) => {
    await sleepUntil(story, '2026-08-24T09:14');
    const { id } = await expectReceived(story, 'balang', of(type, '2026-07'), {
      state: 'Menunggu Pembukaan Kunci',
      found: ['Juli 2026 ditutup 20 Agustus 2026. Laporan menunggu Kasi membuka kuncinya.'],
      mail: ['Ditahan', 'Juli 2026 ditutup 20 Agustus 2026. Laporan menunggu Kasi membuka kuncinya.'],
    });
    await story.order(unlockJuly);
    expect(historyOf(story, id)?.['Keadaan']).toBe('✓ Diterima');
    const before = story.mails.length;
    await story.advance('2026-08-24T17:40');
    expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(
      'kirim ulang paling lambat 10 September 2026 pukul 23.59 WITA lewat halaman status',
    );
  });

  test.each(MONTHLY)('%s that is approved', async (type) => {
    await sleepUntil(story, '2026-08-03T09:14');
    await story.submit('balang', { type });
    await story.decide(['Balang', 'Diterima'], 'Setujui');
    await story.advance('2026-08-03T10:14');
    const answers = type === 'population' ? { birthsMale: 1, closingMale: OPENING.male + 1 } : { trained: 8 };
    await expectReceived(
      story,
      'balang',
      { type, answers },
      {
        state: 'Menunggu Pembukaan Kunci',
        found: ['Juli 2026 sudah disetujui. Perubahan menunggu Kasi membuka kuncinya.'],
        mail: ['Ditahan', 'sudah disetujui', 'laporan sebelumnya'],
      },
    );
    const counted = story.rows('Kepatuhan').find((row) => row[1] === 'Balang') ?? [];
    expect(counted.join(' ')).toContain('Tepat Waktu');
  });
});

describe('row 14, the last second', () => {
  const compliance = (): string =>
    story
      .rows('Kepatuhan')
      .find((row) => row[1] === 'Balang')
      ?.join(' ') ?? '';

  test.each([
    ['2026-08-05T23:59:59', 'Tepat Waktu'],
    ['2026-08-06T00:00:00', 'Terlambat 1 hari'],
  ])('due day: sent at %s is %s', async (at, word) => {
    await sleepUntil(story, '2026-08-05T23:50');
    await story.advance(at);
    await post(story, 'balang', {});
    expect(compliance()).toContain(word);
  });

  test.each([
    ['2026-08-20T23:59:59', 'Diterima'],
    ['2026-08-21T00:00:00', 'Menunggu Pembukaan Kunci'],
  ])('lock day: sent at %s is %s', async (at, state) => {
    await sleepUntil(story, '2026-08-20T23:50');
    await story.advance(at);
    const sent = await post(story, 'balang', {});
    expect(historyOf(story, sent.response?.id ?? '')?.['Keadaan']).toContain(state);
  });

  test('a spreadsheet in another zone changes nothing, and the health check names it', async () => {
    const book = story.workspace.store.get('spreadsheet', story.fileId);
    if (book === undefined) throw new Error('The master is gone.');
    await sleepUntil(story, '2026-08-05T23:50');
    book.timeZone = 'America/New_York';
    story.workspace.store.touch('spreadsheet', story.fileId);
    await story.advance('2026-08-05T23:59:59');
    await post(story, 'balang', {});
    expect(compliance()).toContain('Tepat Waktu');
    expect(story.rows('Riwayat').at(1)?.[2]).toBe('5 Agustus 2026 pukul 23.59 WITA');
    const before = story.mails.length;
    expect(await story.health()).toContain(
      'Zona waktu lembar ini America/New_York, seharusnya Asia/Makassar',
    );
    await story.advance('2026-08-06T08:40');
    expect(mailsSince(story, before, KASI).join('\n')).toContain('Zona waktu');
    expect(VILLAGES.balang.operator).not.toBe(KASI);
  });
});
