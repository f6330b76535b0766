import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import {
  expectReceived,
  expectStopped,
  historyOf,
  mailsSince,
  post,
  removeRules,
  tabsOf,
} from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { KASI, OPENING, VILLAGES } from '../support/threeVillages';
import { differenceOf } from '../support/storyState';

/** Rows 8 (an activity twice), 15–20, 27 and 28 of the table of input (reports.md §6): figures. */
let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

const WRONG = 'Perlu Perbaikan';
const recapRow = (): string[] => story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang') ?? [];
/** Closing of B.3: columns 26–29 (WNA L, WNA P, WNI L, WNI P) and 30–32. */
const closing = (): string[] => recapRow().slice(25, 32);

/** A count of each report type that everybody has to fill in. */
const COUNTS = [
  ['population', 'birthsMale', 'Kelahiran laki-laki (WNI)'],
  ['activities', 'personnel', 'Jumlah personil'],
  ['readiness', 'activeMale', 'Anggota Linmas aktif laki-laki'],
] as const;
const NO_FIGURES = ['-1', '1,5', '1.234', '1,234', '12 orang', 'dua', '-', 'nihil', ''] as const;
const EACH = COUNTS.flatMap(([type, id, label]) =>
  NO_FIGURES.map((text) => [text, type, id, label] as const),
);

describe('row 15, what is no whole figure', () => {
  test.each(EACH)('"%s" in %s: the form says it and keeps nothing', async (text, type, id) => {
    const words = text === '' ? 'Pertanyaan ini wajib diisi' : 'Tulis angka saja, tanpa titik: 1204';
    await expectStopped(story, 'balang', { type, answers: { [id]: text } }, words);
  });

  test.each(EACH)('"%s" in %s where somebody removed the rule', async (text, type, id, label) => {
    removeRules(story, 'balang');
    const said =
      text === ''
        ? `${label}. Belum diisi. Mohon tulis angkanya; bila tidak ada, tulis 0.`
        : `${label}. Tertulis "${text}". Mohon tulis angka saja, tanpa titik, koma, atau kata`;
    await expectReceived(
      story,
      'balang',
      { type, answers: { [id]: text } },
      {
        state: WRONG,
        found: [label],
        mail: ['Perlu perbaikan', 'Ada satu hal', said, 'Perbaiki laporan: https://'],
        status: [WRONG.toLowerCase(), text === '' ? 'Belum diisi' : `Tertulis "${text}"`],
      },
    );
  });

  test.each([
    ['１２', 'Tertulis "１２", dibaca 12.'],
    [' 12 ', 'Spasi di sekitar angka dibuang.'],
    ["'12", `Tertulis "'12", dibaca 12.`],
    ['012', 'Tertulis "012", dibaca 12.'],
  ])('"%s" is put right and told', async (text, tidied) => {
    removeRules(story, 'balang');
    await expectReceived(
      story,
      'balang',
      { answers: { birthsMale: text, closingMale: OPENING.male + 12 } },
      { state: 'Diterima', tidied: [`Kelahiran laki-laki (WNI): ${tidied}`] },
    );
    expect(recapRow()[11]).toBe('12');
  });
});

describe('row 16, a total that does not add up', () => {
  const moved = { birthsMale: 3, arrivalsMale: 2, deathsMale: 1, departuresMale: 2 };

  test('is an error with the arithmetic', async () => {
    await expectReceived(
      story,
      'balang',
      { answers: { ...moved, closingMale: 640 } },
      {
        state: WRONG,
        found: ['Tertulis 640, hitungan kami 612'],
        mail: [
          'Jumlah seluruh penduduk akhir bulan, laki-laki. Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 ' +
            'lahir + 2 datang − 1 meninggal − 2 pindah = 612.',
          'pilih Alasan selisih di laporan yang sama',
          'sudah terisi, kecuali jumlah seluruh penduduk akhir bulan',
        ],
        status: ['Tertulis 640, hitungan kami 612'],
      },
    );
    expect(closing().every((cell) => cell === '–')).toBe(true);
  });

  test('with a reason waits for the Kasi, who makes it koreksi saldo', async () => {
    const reason = 'Pencocokan data dengan Dukcapil';
    await expectReceived(
      story,
      'balang',
      { answers: { ...moved, closingMale: 640, differenceReason: reason } },
      {
        state: 'Diterima (menunggu koreksi saldo)',
        status: ['Selisih dengan alasannya sedang diperiksa Kasi'],
      },
    );
    expect(closing().every((cell) => cell === '–')).toBe(true);
    expect(story.rows('Selisih').flat().join(' ')).toContain('28');
    await story.decide(['Balang', 'Kependudukan'], 'Setujui');
    expect(closing()).toEqual(['0', '0', '640', '592', '351', '881', '1232']);
    expect(recapRow()[32]).toContain('28');
  });
});

describe('row 17, an opening that SIAK has otherwise', () => {
  const order = { Perintah: 'Koreksi saldo', Desa: 'Desa Balang', Bulan: 'Juli 2026', 'WNI L': '-4' };

  test('moves only by Koreksi saldo, with a reason, named in column 33', async () => {
    await story.submit('balang', {});
    expect(await story.order(order)).toContain('Mohon isi alasannya');
    expect(closing()[2]).toBe('610');
    expect(await story.order({ ...order, Alasan: 'pencocokan SIAK' })).toContain('WNI L −4');
    expect(closing()[2]).toBe('606');
    expect(recapRow()[32]).toContain('−4');
    expect(story.records('Keputusan', ['Keputusan', 'Oleh']).at(-1)).toMatchObject({
      Keputusan: 'Koreksi saldo',
      Oleh: KASI,
      Alasan: 'pencocokan SIAK',
    });
    const before = tabsOf(story);
    await story.command('rebuild');
    expect(differenceOf(before, tabsOf(story))).toEqual([]);
  });
});

describe('row 18, months out of order', () => {
  test('the later one waits for its opening, then both stand; a correction moves what hangs on it', async () => {
    await sleepUntil(story, '2026-09-01T09:14');
    const grown: Told = { period: '2026-08', answers: { birthsMale: 2, closingMale: OPENING.male + 3 } };
    await expectReceived(story, 'balang', grown, { state: 'Diterima (menunggu bulan sebelumnya)' });
    expect(closing().every((cell) => cell === '–')).toBe(true);

    const july: Told = { answers: { birthsMale: 1, closingMale: OPENING.male + 1 } };
    const waits = { state: 'Menunggu Pembukaan Kunci', mail: ['Ditahan', 'menunggu Kasi membuka kuncinya'] };
    await expectReceived(story, 'balang', july, waits);
    const unlock = { Perintah: 'Buka kunci', Desa: 'Desa Balang', Bulan: 'Juli 2026', Alasan: 'terlambat' };
    await story.order({ ...unlock, Sampai: '10/09/2026' });
    expect(closing()).toEqual(['0', '0', '613', '592', '351', '854', '1205']);

    await story.advance('2026-09-01T10:14');
    const again: Told = { answers: { birthsMale: 4, closingMale: OPENING.male + 4 } };
    await expectReceived(story, 'balang', again, {
      state: 'Diterima',
      mail: [
        'jumlah awal Agustus 2026 berubah',
        'Tertulis 613, hitungan kami 616: 614 (awal bulan) + 2 lahir',
      ],
    });
    expect(closing()[2]).toBe('616');
    expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain('hitungan kami 616');
  });
});

describe('row 19, more than there can be', () => {
  test.each([
    [
      'deaths above the people there were',
      { answers: { deathsMale: 611, closingMale: 0 } },
      'Kematian laki-laki (WNI). Tertulis 611 meninggal, penduduk laki-laki (WNI) awal bulan 610',
    ],
    [
      'more moved away than were there',
      { answers: { departuresFemale: 600, closingFemale: 0 } },
      'Pindah keluar perempuan (WNI). Tertulis 600 pindah keluar',
    ],
    [
      'KK above people',
      { answers: { householdsClosing: 1203 } },
      'Jumlah KK akhir bulan. Tertulis 1.203 KK, jumlah penduduk 1.202 jiwa',
    ],
    ['no KK for people', { answers: { householdsClosing: 0 } }, 'Tertulis 0 KK, padahal ada 1.202 penduduk'],
    [
      'active posts above posts',
      { type: 'readiness', answers: { posts: 3, activePosts: 4 } },
      'Pos kamling aktif. Pos kamling aktif tertulis 4, pos kamling seluruhnya 3',
    ],
    [
      'trained above active',
      { type: 'readiness', answers: { trained: 16 } },
      'Pernah ikut pelatihan. Tertulis 16 anggota pernah ikut pelatihan, anggota aktif 15 (12 laki-laki + 3 perempuan)',
    ],
    [
      'cards above active',
      { type: 'readiness', answers: { withCard: 16 } },
      'Memiliki KTA. Tertulis 16 anggota memiliki KTA, anggota aktif 15',
    ],
    [
      'registered above active',
      { type: 'readiness', answers: { registeredSim: 16 } },
      'Terdaftar di SIM Linmas. Tertulis 16 anggota terdaftar di SIM Linmas, anggota aktif 15',
    ],
  ] as const)('%s', async (_name, told, words) => {
    await expectReceived(story, 'balang', told, {
      state: WRONG,
      mail: [words, 'kirim ulang', 'Perbaiki laporan: https://'],
      status: [WRONG.toLowerCase()],
    });
  });
});

describe('row 20, what looks wrong and may be right', () => {
  test('L and P swapped is said beside the arithmetic', async () => {
    const { male, female } = OPENING;
    await expectReceived(
      story,
      'balang',
      { answers: { closingMale: female, closingFemale: male } },
      {
        state: WRONG,
        found: ['Jumlah laki-laki (592) dan perempuan (610) tampaknya tertukar'],
        mail: ['Ada dua hal', 'Tertulis 592, hitungan kami 610', 'tampaknya tertukar'],
      },
    );
  });

  test('300 births in a village of 1,202 count, with a warning that the evening receipt tells', async () => {
    const words =
      'Tertulis 300 kelahiran laki-laki dalam satu bulan, di antara 1.202 penduduk. Laporan tetap dihitung';
    await expectReceived(
      story,
      'balang',
      { answers: { birthsMale: 300, closingMale: OPENING.male + 300 } },
      { state: 'Diterima', found: [words], status: [words] },
    );
    const before = story.mails.length;
    await story.advance('2026-08-03T17:40');
    expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(words);
  });

  test('changes identical to last month, and nothing at all for three months', async () => {
    await story.submit('other', {});
    const moved = { birthsMale: 1, deathsMale: 1 };
    await story.submit('balang', { answers: moved });
    await sleepUntil(story, '2026-09-02T09:14');
    await story.submit('other', { period: '2026-08' });
    const same = 'sama persis dengan laporan bulan sebelumnya';
    await expectReceived(
      story,
      'balang',
      { period: '2026-08', answers: moved },
      { state: 'Diterima', found: [same], status: [same] },
    );
    await sleepUntil(story, '2026-10-02T09:14');
    const quiet = 'Tiga bulan berturut-turut tidak ada lahir, meninggal, datang, atau pindah';
    await expectReceived(
      story,
      'other',
      { period: '2026-09' },
      { state: 'Diterima', found: [quiet], status: [quiet] },
    );
  });
});

const ronda = (answers: NonNullable<Told['answers']>): Told => ({
  type: 'activities',
  answers: {
    kind: 'Siskamling/ronda',
    startTime: '22:00',
    endTime: '04:00',
    date: '2026-07-31',
    personnel: 5,
    ...answers,
  },
});
const linmas = (): string[] => story.rows('Rekap Linmas').find((row) => row[1] === 'Balang') ?? [];

describe('row 27, past midnight', () => {
  test('six hours, in the month in which the night began', async () => {
    await expectReceived(story, 'balang', ronda({}), { state: 'Diterima' });
    expect(story.rows('Riwayat').at(1)?.[5]).toBe('Juli 2026');
    // 5 people for 6 hours.
    expect(linmas()).toContain('30');
  });

  test('a whole day and night is doubted', async () => {
    const words = 'Dari pukul 22.00 sampai pukul 21.00 berarti 23 jam 0 menit';
    await expectReceived(story, 'balang', ronda({ endTime: '21:00' }), { state: 'Diterima', found: [words] });
  });

  test('without an end the activity counts and its hours do not, and that is said', async () => {
    await expectReceived(story, 'balang', ronda({ endTime: '' }), {
      state: 'Diterima',
      found: ['jam kegiatan ini tidak dihitung'],
    });
    expect(linmas()).not.toContain('30');
  });
});

describe('row 28, how many took part', () => {
  test('nobody is an error, in words', async () => {
    await expectReceived(story, 'balang', ronda({ personnel: 0 }), {
      state: WRONG,
      mail: ['Jumlah personil. Tertulis "0". Mohon tulis angka antara 1–500.'],
    });
  });

  test('200 of 12 members count, with a warning', async () => {
    await post(story, 'balang', {
      type: 'readiness',
      answers: { activeMale: 12, activeFemale: 0, trained: 5 },
    });
    const words = 'Tertulis 200 personil, anggota Linmas aktif yang tercatat 12';
    await expectReceived(story, 'balang', ronda({ personnel: 200 }), {
      state: 'Diterima',
      found: [words],
      status: [words],
    });
  });
});

describe('row 8, the same activity within ten minutes', () => {
  test('is Ganda: counted once, told on the status page; the Kasi may say that they were two', async () => {
    const first = await post(story, 'balang', ronda({}));
    const number = historyOf(story, first.response?.id ?? '')?.['Nomor laporan'] ?? '';
    await story.advance('PT5M');
    const once = { state: 'Ganda', status: ['1 laporan, 1 kali', `Sama dengan laporan nomor ${number}`] };
    await expectReceived(story, 'balang', ronda({}), once);
    expect(story.rows('Antrean Tinjau').flat().join(' ')).toContain('Lepas bila memang dua laporan');
    await story.decide(['Ganda'], 'Lepas');
    expect(story.villageRows('balang', 'Status').flat().join(' ')).toContain('2 laporan, 2 kali');
    const third = ronda({ description: 'Ronda kedua malam itu.' });
    await expectReceived(story, 'balang', third, { state: 'Diterima', status: ['3 laporan, 3 kali'] });
  });
});
