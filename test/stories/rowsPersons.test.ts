import { typeSetting } from '../sample/install';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { expectHidden, expectPerson, NO_FIGURE, NO_NIK, registerOf, SIGNED_NIK } from '../support/persons';
import { expectStopped, historyOf, mailsSince, post, removeRules, sendAndChange } from '../support/received';
import { openPersonalStory } from '../support/removal';
import type { Story, Told } from '../support/story';
import { OWNER, VILLAGES } from '../support/threeVillages';

/** Rows 1–10, 12–15 and 18 of the table of input (reports.md §6), for Peristiwa and Anggota Linmas. */
let story: Story;

beginEach(async () => {
  story = await openPersonalStory();
  return story;
});

const TYPES = ['events', 'members'] as const;
type Personal = (typeof TYPES)[number];
const WRONG = 'Perlu Perbaikan';
const FIRST = '2005-260726-090000';
const SIXTEEN = 'Tulis 16 angka tanpa spasi';
const of = (type: Personal, answers: Told['answers'] = {}): Told => ({ type, answers });
const register = (type: Personal): Record<string, string>[] => registerOf(story, type);
const status = (): string => story.villageRows('balang', 'Status').flat().join('\n');
const stateOf = (id: string): string => historyOf(story, id)?.['Keadaan'] ?? '';
const sent = async (told: Told, village: 'balang' | 'other' = 'balang'): Promise<string> =>
  (await post(story, village, told)).response?.id ?? '';
/** What every mail about something to be corrected says of a person's report. */
const AGAIN = ['Perbaiki laporan: https://', 'diisi lagi dari awal; nomor laporannya sudah tertulis', FIRST];

describe('rows 1 and 3, what is no NIK', () => {
  test.each(NO_NIK)('%s: %s', async (type, nik, words) => {
    await expectStopped(story, 'balang', of(type, { nik }), SIXTEEN);
    removeRules(story, 'balang', type);
    await expectPerson(story, 'balang', of(type, { nik }), {
      state: WRONG,
      mail: ['Perlu perbaikan', 'Ada satu hal', words, ...AGAIN],
      status: [WRONG.toLowerCase(), words.replace('NIK. ', 'NIK: ')],
    });
  });
});

describe('row 2, signs beside the digits', () => {
  test.each(SIGNED_NIK)('%s: %s is put right, recorded and counted', async (type, nik) => {
    const told = of(type, { nik, birthDate: '1985-03-10' });
    await expectStopped(story, 'balang', told, SIXTEEN);
    removeRules(story, 'balang', type);
    await expectPerson(story, 'balang', told, {
      state: 'Diterima',
      tidied: ['NIK: Spasi, titik, atau tanda hubung pada nomor dibuang.'],
    });
    expect(register(type).map((row) => row['NIK'])).toEqual(['6311061003859999']);
  });

  test('RT, RW and a telephone too', async () => {
    removeRules(story, 'balang', 'events');
    await expectPerson(story, 'balang', of('events', { rt: 'RT 5', rw: '２' }), {
      state: 'Diterima',
      tidied: ['RT: Ditulis tiga angka.', 'RW: Ditulis tiga angka.'],
    });
    expect(register('events')[0]?.['RT/RW']).toBe('005/002');
    await expectPerson(story, 'balang', of('members', { phone: '(0812) 9999-0002' }), {
      state: 'Diterima',
      tidied: ['No. HP: Spasi dan tanda pada nomor dibuang.'],
    });
    expect(register('members')[0]?.['No. HP']).toBe('6281299990002');
  });
});

describe('row 4, digits that are no number', () => {
  const read = ['NIK: Isinya bukan nomor, dibaca kosong.'];
  /** Sixteen digits the form itself takes. */
  const letThrough = async (told: Told): Promise<void> => {
    if (String(told.answers?.['nik']).length === 16) return;
    await expectStopped(story, 'balang', told, SIXTEEN);
    removeRules(story, 'balang', told.type);
  };

  test.each(['0', '-', '6311061508900000'])(
    'events: %s is an empty NIK, which needs its reason',
    async (nik) => {
      await letThrough(of('events', { nik }));
      const words = 'NIK kosong. Mohon isi NIK, atau pilih alasannya di Alasan NIK kosong, lalu kirim ulang.';
      const wanted = { state: WRONG, mail: [`NIK. ${words}`, ...AGAIN], status: [words], tidied: read };
      await expectPerson(story, 'balang', of('events', { nik }), wanted);
      const why = of('events', { nik, nikMissingReason: 'Menyusul', corrects: FIRST });
      await expectPerson(story, 'balang', why, { state: 'Diterima', tidied: read });
      expect(status()).not.toContain(WRONG.toLowerCase());
      expect(register('events').at(-1)?.['NIK']).toBe('Menyusul');
    },
  );

  test.each(['0', '1111111111111111'])('members: %s is refused, a member has a NIK', async (nik) => {
    await letThrough(of('members', { nik }));
    const words = 'Itu bukan nomor yang mungkin. Mohon tulis 16 angka seperti di KTP atau KK';
    const wanted = { state: WRONG, mail: [words, ...AGAIN], status: [words] };
    await expectPerson(story, 'balang', of('members', { nik }), wanted);
  });
});

describe('rows 5 and 6, what the NIK says', () => {
  const said = 'Jenis kelamin berbeda dari NIK (tanggal lahir perempuan dalam NIK ditambah 40).';

  test.each(TYPES)('%s: another sex is an error; with a note the Kasi decides', async (type) => {
    const told = { sex: 'Perempuan' };
    await expectPerson(story, 'balang', of(type, told), {
      state: WRONG,
      mail: [`Jenis kelamin. ${said}`, 'Bila memang begitu, jelaskan di Catatan.', ...AGAIN],
      status: [said],
    });
    const words = 'Jenis kelamin berbeda dari NIK; penjelasannya di Catatan. Kasi memeriksanya.';
    const noted = of(type, { ...told, corrects: FIRST, notes: 'Begitu tertulis di KTP-nya.' });
    const { id } = await expectPerson(story, 'balang', noted, {
      state: 'Diterima',
      found: [words],
      status: [words],
    });
    await story.decide([historyOf(story, id)?.['Nomor laporan'] ?? ''], 'Setujui');
    expect(stateOf(id)).toBe('✓ Disetujui');
    expectHidden(story, noted);
  });

  test.each(TYPES)('%s: another birth date is a warning, one that cannot be an error', async (type) => {
    const warned = 'Tanggal lahir berbeda dari NIK. Laporan tetap dihitung. Bila keliru, mohon kirim ulang.';
    const told = of(type, { birthDate: '1984-03-10' });
    await expectPerson(story, 'balang', told, { state: 'Diterima', found: [warned], status: [warned] });
    const before = story.mails.length;
    await story.advance('2026-07-26T17:40');
    expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(warned);
    const words = 'Angka ke-7 sampai ke-12 pada NIK bukan tanggal lahir yang mungkin.';
    const impossible = of(type, { nik: '6311063208909999' });
    await expectPerson(story, 'other', impossible, { state: WRONG, mail: [words], found: [words] });
  });

  test.each(TYPES)('%s: another region is told and asks nothing', async (type) => {
    const nik = type === 'events' ? '6371011508909999' : '6371011003859999';
    const words = 'NIK pertama kali terbit di wilayah lain (63.71.01).';
    await expectPerson(story, 'balang', of(type, { nik }), { state: 'Diterima', found: [words] });
    expect(status()).not.toContain(words);
    expect(story.rows('Antrean Tinjau').flat().join(' ')).not.toContain(words);
  });
});

describe('rows 7 and 8, the same once more', () => {
  test.each(TYPES)('%s sent by a double click, and never told of, counts once', async (type) => {
    story.workspace.switches.submitEvents = 'lost';
    const first = await sent(of(type));
    await story.advance('PT0.4S');
    const second = await sent(of(type));
    story.workspace.switches.submitEvents = 'normal';
    const before = story.mails.length;
    await story.advance('PT2H');
    expect([stateOf(first), stateOf(second)]).toEqual(['✓ Diterima', '· Ganda']);
    expect(mailsSince(story, before, VILLAGES.balang.operator)).toEqual([]);
    expect(status()).toContain(': 1 laporan');
    expect(status()).toContain('Laporan yang sama terkirim dua kali; yang pertama dihitung.');
  });

  test.each(TYPES)('%s of two persons with the same initials within ten minutes are two', async (type) => {
    await sent(of(type, { name: 'Contoh Ali' }));
    await story.advance('PT3M');
    const nik = type === 'events' ? '6311061508929999' : '6311061003879999';
    const brother = of(type, {
      name: 'Contoh Amin',
      nik,
      birthDate: type === 'events' ? '1992-08-15' : '1987-03-10',
    });
    await expectPerson(story, 'balang', brother, { state: 'Diterima', status: [': 2 laporan'] });
  });

  test('events: the same person, kind and date told once more, here or by another village, is Ganda', async () => {
    await sent(of('events'));
    await story.advance('PT30M');
    const words = `Orang dan peristiwa ini sudah dilaporkan dengan nomor ${FIRST}; yang ini tidak dihitung lagi.`;
    const again = of('events', { origin: 'Banjarbaru' });
    await expectPerson(story, 'balang', again, { state: 'Ganda', found: [words], status: [words] });
    await expectPerson(story, 'other', again, { state: 'Ganda', found: [words], status: [] });
    expect(register('events').map((row) => row['No'])).toEqual(['1', '', '']);
  });

  test('two operators who send within one second: both members count', async () => {
    story.workspace.switches.submitEvents = 'lost';
    await sent(of('members'));
    await story.advance('PT0.4S');
    const second = of('members', { name: 'Contoh Dua', nik: '6311061003869999', birthDate: '1986-03-10' });
    await sent(second);
    story.workspace.switches.submitEvents = 'normal';
    await story.advance('PT2H');
    expect(
      story
        .rows('Rekap Anggota')
        .find((row) => row[1] === 'Balang')
        ?.slice(2, 5),
    ).toEqual(['2', '0', '2']);
    const other = `${FIRST}-2`;
    expect(register('members').map((row) => row['Nomor laporan'])).toEqual([FIRST, other]);
    // What is corrected and looked at by its number is the one that was meant.
    await expectPerson(
      story,
      'balang',
      { ...second, answers: { ...second.answers, corrects: other } },
      {
        state: 'Diterima',
      },
    );
    expect(register('members').map((row) => row['Keadaan'])).toEqual([
      '✓ Diterima',
      '✓ Diterima, sudah diganti perbaikannya',
      '✓ Diterima',
    ]);
    expect(await story.order({ Perintah: 'Lihat laporan', Alasan: other })).toContain(`nomor ${other}`);
  });
});

describe('rows 9 and 10, told otherwise', () => {
  test.each(TYPES)('%s: the receipt says which number it replaces', async (type) => {
    await sent(of(type));
    await story.advance('2026-07-26T11:00');
    const before = story.mails.length;
    const better = of(type, { corrects: FIRST, birthPlace: 'Amuntai' });
    await expectPerson(story, 'balang', better, { state: 'Diterima', status: [': 1 laporan'] });
    await story.advance('2026-07-26T17:40');
    expect(mailsSince(story, before, VILLAGES.balang.operator)[0]).toContain(`menggantikan nomor ${FIRST}`);
    expect(register(type).map((row) => row['Keadaan'])).toEqual([
      '✓ Diterima, sudah diganti perbaikannya',
      '✓ Diterima',
    ]);
  });

  test('members: an answer changed in the form is a further version that counts', async () => {
    const other = of('members', { position: 'Danru', birthPlace: 'Amuntai' });
    const form = await sendAndChange(story, 'balang', of('members'), other);
    expect(register('members').map((row) => [row['Keadaan'], row['Jabatan']].join(' '))).toEqual([
      '✓ Diterima, sudah diganti perbaikannya Anggota',
      '✓ Diterima Danru',
    ]);
    expect(form.allowResponseEdits).toBe(false);
    expectHidden(story, of('members'), other);
  });
});

describe('rows 12–15 and 18, days and figures', () => {
  const tomorrow = 'Tanggal itu sesudah hari pengiriman, 26 Juli 2026. Mohon periksa tanggalnya.';
  test.each([
    ['events', 'eventDate', 'Tanggal peristiwa'],
    ['events', 'birthDate', 'Tanggal lahir'],
    ['members', 'birthDate', 'Tanggal lahir'],
    ['members', 'decreeDate', 'Tanggal SK'],
  ] as const)('%s: %s to come', async (type, question, label) => {
    const told = of(type, { [question]: '2026-07-27' });
    await expectPerson(story, 'balang', told, {
      state: WRONG,
      mail: [`${label}. ${tomorrow}`, ...AGAIN],
      status: [`${label}: ${tomorrow}`],
    });
    expect(status()).toMatch(/Perbaiki .*nomor 2005-/);
    // Corrected by the number that the link brings along: nothing is asked for any more.
    await expectPerson(story, 'balang', of(type, { corrects: FIRST }), { state: 'Diterima' });
    expect(status()).not.toContain(WRONG.toLowerCase());
    expect(status()).toContain(': 1 laporan');
  });

  test('members before go-live fill the registry; events of that time wait with words of their own', async () => {
    const master = { fileId: story.fileId, projectId: '' };
    await typeSetting(story.workspace, master, 'goLive', 'September 2026', OWNER);
    await story.advance('PT10M');
    await expectPerson(story, 'balang', of('members'), { state: 'Diterima' });
    const july = 'Tanggalnya dalam Juli 2026, sebelum pencatatan mulai berlaku (September 2026).';
    await expectPerson(story, 'balang', of('events'), {
      state: 'Ditahan: sebelum mulai berlaku',
      found: [july],
      mail: ['Ditahan', july, 'Tidak perlu dikirim ulang.'],
    });
  });

  test('events before go-live, and of a locked month that the Kasi opens', async () => {
    const june = 'Tanggalnya dalam Juni 2026, sebelum pencatatan mulai berlaku (Juli 2026).';
    const before = of('events', { eventDate: '2026-06-20' });
    const held = { state: 'Ditahan: sebelum mulai berlaku', found: [june], mail: ['Ditahan', june] };
    await expectPerson(story, 'balang', before, held);
    await sleepUntil(story, '2026-08-20T23:50');
    await story.advance('2026-08-20T23:59:59');
    const late = 'Terlambat dilaporkan: tenggat bulan peristiwanya sudah lewat. Laporan tetap dihitung.';
    expect(historyOf(story, await sent(of('events'), 'other'))).toMatchObject({
      Keadaan: '✓ Diterima',
      'Yang ditemukan': expect.stringContaining(late) as string,
    });
    await sleepUntil(story, '2026-08-21T09:00');
    const words = 'Juli 2026 ditutup 20 Agustus 2026. Laporan menunggu Kasi membuka kuncinya.';
    const nobody = of('events', { nik: '6311061508919999', birthDate: '1991-08-15' });
    const { id } = await expectPerson(story, 'balang', nobody, {
      state: 'Menunggu Pembukaan Kunci',
      found: [words],
      mail: ['Ditahan', words],
    });
    const order = { Perintah: 'Buka kunci', Desa: 'Desa Balang', Bulan: 'Juli 2026', Alasan: 'contoh' };
    await story.order({ ...order, Sampai: '10/09/2026' });
    expect(stateOf(id)).toBe('✓ Diterima');
    expectHidden(story, before, nobody, of('events'));
  });

  test.each(NO_FIGURE)('%s: %s "%s" is no figure', async (type, question, text, label, rule, words) => {
    await expectStopped(story, 'balang', of(type, { [question]: text }), rule);
    removeRules(story, 'balang', type);
    await expectPerson(story, 'balang', of(type, { [question]: text }), {
      state: WRONG,
      mail: [`${label}. ${words}`, ...AGAIN],
      status: [words],
    });
  });

  test('events of two months, the later told first: each counts in its own', async () => {
    await sleepUntil(story, '2026-08-03T09:00');
    const august = of('events', { eventDate: '2026-08-02' });
    const shown = ['Agustus 2026, bulan berjalan', 'Peristiwa: 1 laporan'];
    await expectPerson(story, 'balang', august, { state: 'Diterima', status: shown });
    const july = of('events', { nik: '6311061508919999', birthDate: '1991-08-15', eventDate: '2026-07-30' });
    await expectPerson(story, 'balang', july, { state: 'Diterima' });
    expect(register('events').map((row) => [row['Bulan'], row['No']].join(' '))).toEqual([
      'Agustus 2026 1',
      'Juli 2026 1',
    ]);
  });
});
