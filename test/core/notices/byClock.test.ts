import type { VillageMonth } from '../../../src/core/book';
import { noticesByClock, remindersNow } from '../../../src/core/notices/byClock';
import type { OutboxEntry } from '../../../src/core/notices/outbox';
import { recheck } from '../../../src/core/notices/recheck';
import type { Message } from '../../../src/core/patch';
import type { Settings } from '../../../src/core/settings';
import {
  activity,
  at,
  BALANG,
  contextAt,
  finding,
  KOTA,
  lampid,
  LAMIDA,
  ledger,
  month,
  stock,
  strength,
  version,
} from '../../support/drawings';

const population = version('population', at('08-03', '09:14'), lampid([2, 1], [1, 0], [1, 2], [0, 1], 301));
const complete = (code: string): VillageMonth =>
  month(code, {
    reports: {
      population: [population],
      readiness: [version('readiness', at('08-03'), strength(10, 2, 3, 2))],
    },
    ledger: ledger(stock(610, 590, 350), stock(612, 592, 351), population.id),
  });
/** July of Balang, sent after its lock day and let through. */
const released = (): VillageMonth =>
  month(BALANG, { reports: { population: [{ ...population, at: at('08-24', '09:14') }] } });
const facts = { waiting: 0, toDos: [] };
const readable = (text: string): string => text.replace(/https:\/\/\S+/g, '→');
const run = (
  day: string,
  time: string,
  months: readonly VillageMonth[],
  outbox: readonly OutboxEntry[] = [],
  more: Partial<Settings> = {},
): readonly Message[] => noticesByClock(contextAt(at(day, time), more), months, outbox, facts);
const queued = (message: Message, queuedAt: number): OutboxEntry => ({ message, state: 'sent', queuedAt });

describe('stages', () => {
  const months = [complete(KOTA), complete(BALANG), month(LAMIDA)];

  it.each<[string, string, string, readonly string[]]>([
    ['four days before the due day', '07-31', '08:00', []],
    ['on a Sunday', '08-02', '08:00', []],
    ['the Monday after it, before eight', '08-03', '07:59', []],
    ['at eight', '08-03', '08:00', ['reminder']],
    ['the due day itself, if it was never said', '08-05', '10:00', ['reminder', 'group']],
    ['the day after', '08-06', '08:00', ['late']],
    ['a week after: the village once, the Kasi with one line', '08-12', '08:00', ['late', 'morning']],
    ['on the lock day', '08-20', '08:00', ['late', 'morning']],
    ['after it', '08-21', '08:00', []],
  ])('%s', (_case, day, time, kinds) => {
    const messages = run(day, time, months);
    expect(messages.map((message) => message.kind)).toEqual(kinds);
    expect(messages.filter((message) => message.village !== '').every((one) => one.village === LAMIDA)).toBe(
      true,
    );
  });

  it('never says the same again', () => {
    const first = run('08-03', '08:00', months);
    const outbox = first.map((message) => queued(message, at('08-03', '08:00')));
    expect(run('08-04', '08:00', months, outbox)).toHaveLength(0);
    expect(run('08-06', '08:00', months, outbox).map((message) => message.kind)).toEqual(['late']);
  });

  it('keeps quiet on a holiday', () => {
    expect(run('08-03', '08:00', months, [], { holidays: ['2026-08-03'] })).toHaveLength(0);
  });

  it('reads as a reminder: all that is missing in one message', () => {
    const [message] = run('08-03', '08:00', months);
    expect(message?.key).toBe(`${LAMIDA}|2026-07|-|reminder`);
    expect(message?.subject).toBe('[KUDAPANMAS] Pengingat: 2 laporan Juli 2026, tenggat 5 Agustus');
    expect(readable(message?.text ?? '')).toBe(`Yth. Operator Desa Lamida,

Sampai hari ini dua laporan Desa Lamida untuk Juli 2026 belum kami terima: Kependudukan dan Rekap Linmas. Tenggatnya Rabu, 5 Agustus 2026 pukul 23.59 WITA.

Bila tidak ada kejadian, tetap kirim dengan angka 0 atau pilih Nihil. Bila ada kendala, mohon kabari kami.

Program wajib Juli yang belum tercatat lengkap: Siskamling/ronda 0 dari 4 kali dan Gotong royong 0 dari 1 kali.

Isi di sini (bulan sudah terisi):

Isi Kependudukan Juli: →

Isi Rekap Linmas Juli: →

Terima kasih.
Kasi Trantib Kecamatan Paringin`);
    expect(readable(message?.whatsapp?.text ?? '')).toBe(
      'Assalamualaikum/salam sejahtera Bapak/Ibu Norhayati, sampai hari ini dua laporan Desa Lamida untuk Juli 2026 ' +
        'belum kami terima: Kependudukan dan Rekap Linmas. Tenggatnya Rabu, 5 Agustus 2026 pukul 23.59 WITA. ' +
        'Isi di sini (bulan sudah terisi): →\nTerima kasih 🙏',
    );
  });

  it('takes the supervisor along when it is late, and asks for what is still wrong', () => {
    const wrong = version('population', at('08-04'), lampid([0, 0], [0, 0], [0, 0], [0, 0], 1), {
      state: 'toCorrect',
    });
    const lamida = month(LAMIDA, { reports: { population: [wrong] } });
    const villages = contextAt(0).settings.villages.map((one) =>
      one.code === LAMIDA
        ? { ...one, supervisor: { name: 'Sekdes', email: 'sekdes@contoh.id', whatsapp: '' } }
        : one,
    );
    const [message] = run('08-06', '08:00', [complete(KOTA), complete(BALANG), lamida], [], { villages });
    expect(message?.cc).toEqual(['sekdes@contoh.id']);
    expect(message?.text).toContain(
      'satu laporan Desa Lamida untuk Juli 2026 belum kami terima: Rekap Linmas. Yang sudah dikirim tetapi masih perlu diperbaiki: Kependudukan. ' +
        'Tenggatnya, Rabu, 5 Agustus 2026, sudah lewat; laporan masih kami tunggu sampai 20 Agustus 2026 pukul 23.59 WITA.',
    );
    expect(message?.text).toContain('Perbaiki Kependudukan Juli: https://');
  });

  it('does not ask for what waits for the office', () => {
    const held = (type: 'population' | 'readiness'): ReturnType<typeof version> =>
      version(type, at('08-03'), {}, { state: 'senderUnknown' });
    const lamida = month(LAMIDA, {
      reports: { population: [held('population')], readiness: [held('readiness')] },
    });
    const messages = run('08-06', '08:00', [complete(KOTA), complete(BALANG), lamida]);
    expect(messages.map((message) => message.kind)).toEqual(['morning']);
    expect(messages[0]?.text).toContain('Pengirim tidak dikenal (Juli): Lamida.');
  });

  it('asks again at once when the Kasi wants it', () => {
    const now = remindersNow(contextAt(at('08-04', '14:00')), '2026-07', months);
    expect(now.map((message) => message.key)).toEqual([`${LAMIDA}|2026-07|-|reminder-2026-08-04`]);
  });

  it.each([
    ['08-05', 'Tenggatnya Rabu, 5 Agustus 2026 pukul 23.59 WITA.'],
    ['08-06', 'sudah lewat; laporan masih kami tunggu sampai 20 Agustus 2026 pukul 23.59 WITA.'],
    ['08-21', 'sudah lewat dan bulannya sudah ditutup; laporan yang dikirim sekarang menunggu Kasi'],
  ])('asked for on %s it says how the month stands', (day, words) => {
    const [message] = remindersNow(contextAt(at(day, '14:00')), '2026-07', months);
    expect(message?.text).toContain(words);
  });
});

describe('checked again when it is sent', () => {
  const months = [complete(KOTA), complete(BALANG), month(LAMIDA)];
  const [reminder] = run('08-03', '08:00', months);
  if (reminder === undefined) throw new Error('no reminder');

  it.each<[string, string, readonly VillageMonth[], string | undefined]>([
    ['still missing', '08-03', months, reminder.text],
    ['come in meanwhile', '08-03', [complete(LAMIDA)], undefined],
    ['a later stage has come', '08-06', months, undefined],
    ['the month is not loaded', '08-06', [], reminder.text],
  ])('%s', (_case, day, now, text) => {
    expect(recheck(contextAt(at(day)), reminder, now)?.text).toBe(text);
  });

  it('names only what is still missing', () => {
    const half = month(LAMIDA, { reports: { population: [population] } });
    expect(recheck(contextAt(at('08-03')), reminder, [half])?.text).toContain('satu laporan Desa Lamida');
  });

  it.each([
    ['another happening of the month was accepted', { state: 'toCorrect' }, true],
    ['its own correction was', { state: 'toCorrect', replaced: true }, false],
  ] as const)('of a happening that has to be corrected: %s', (_case, more, goes) => {
    const wrong = version('activities', at('07-11'), {}, more);
    const other = version('activities', at('07-12'), {});
    const now = month(LAMIDA, { reports: { activities: [wrong, other] } });
    const asked = { ...reminder, kind: 'correction', village: LAMIDA, about: [wrong.id] } as const;
    expect(recheck(contextAt(at('08-03')), asked, [now])).toBe(goes ? asked : undefined);
  });
});

describe('receipts', () => {
  const months = [complete(BALANG)];

  it('wait for five in the afternoon, and go once a day', () => {
    expect(run('08-03', '16:59', months)).toHaveLength(2); // reminders to the two others
    const evening = run('08-03', '17:00', months).filter((message) => message.kind === 'receipt');
    expect(evening.map((message) => message.key)).toEqual([`${BALANG}|2026-08-03|-|receipt`]);
    const outbox = evening.map((message) => queued(message, at('08-03', '17:00')));
    expect(run('08-03', '18:00', months, outbox).filter((one) => one.kind === 'receipt')).toHaveLength(0);
    expect(run('08-04', '17:00', months, outbox).filter((one) => one.kind === 'receipt')).toHaveLength(0);
  });

  it('carries the month’s report card in the evening after it was locked, once', () => {
    const known = [complete(BALANG), month(LAMIDA)];
    const mandatory = [{ kind: 'Patroli', minimum: 1 }];
    const cards = (day: string, outbox: readonly OutboxEntry[] = []): readonly Message[] =>
      run(day, '17:00', known, outbox, { mandatory }).filter((one) => one.kind === 'receipt');
    expect(cards('08-20')).toEqual([]);
    const sent = cards('08-21');
    expect(sent.map((one) => one.village).sort()).toEqual([KOTA, BALANG, LAMIDA].sort());
    const balang = sent.find((one) => one.village === BALANG);
    expect(balang?.subject).toBe('[KUDAPANMAS] Rapor pelaporan Juli 2026 Desa Balang');
    expect(balang?.text).toContain(
      'Rapor Juli 2026: kelengkapan 2 dari 2, ketepatan waktu 2 dari 2, program wajib terpenuhi 0 dari 1.',
    );
    expect(balang?.text).not.toContain('kirim ulang');
    const lamida = sent.find((one) => one.village === LAMIDA);
    expect(lamida?.text).toContain('kelengkapan 0 dari 2, ketepatan waktu 0 dari 2');
    expect(lamida?.text).toContain('- Kependudukan: Belum Lapor, lewat 16 hari');
    expect(lamida?.whatsapp?.text).toContain('Desa Lamida: Rapor Juli 2026: kelengkapan 0 dari 2');
    const outbox = sent.map((one) => queued(one, at('08-21', '17:00')));
    expect(cards('08-22', outbox)).toEqual([]);
    expect(cards('08-24')).toHaveLength(0);
    expect(cards('08-23')).toHaveLength(3);
  });

  it('has both in one mail where something was accepted too', () => {
    const [one] = run('08-21', '17:00', [
      month(BALANG, { reports: { population: [{ ...population, at: at('08-20', '20:00') }] } }),
    ]).filter((message) => message.village === BALANG && message.kind === 'receipt');
    expect(one?.subject).toContain('Sudah diterima: 1 laporan Desa Balang, rapor bulan');
    expect(one?.text).toMatch(/Laporan Kependudukan Juli 2026 kami terima[^]*Rapor Juli 2026:/);
  });

  const unlock = { id: 'u', at: at('08-22'), until: at('09-10', '23:59'), reason: 'SIAK' };
  const ronda = month(BALANG, {
    period: '2026-08',
    reports: { activities: [version('activities', at('08-03'), activity('Patroli', '2026-08-02', 5))] },
  });
  const approved = month(BALANG, {
    reports: { population: [version('population', at('08-03'), {}, { state: 'approved' })] },
  });
  it.each<[string, string, readonly VillageMonth[], string]>([
    ['the earlier of two months', '08-03', [...months, ronda], 'kirim ulang paling lambat 20 Agustus 2026'],
    [
      'a month that the Kasi has opened',
      '08-24',
      [{ ...released(), unlocks: [unlock] }],
      'kirim ulang paling lambat 10 September 2026 pukul 23.59 WITA lewat halaman status.',
    ],
    ['a closed month', '08-24', [released()], 'mohon hubungi Kasi, karena bulannya sudah ditutup.'],
    ['what was approved on the same day', '08-03', [approved], 'karena laporannya sudah disetujui.'],
  ])('names a day that holds for all it lists: %s', (_case, day, known, words) => {
    const [message] = run(day, '17:00', known).filter((one) => one.kind === 'receipt');
    expect(message?.text).toContain(words);
  });

  it('reads: what, when, in time or not, the figures', () => {
    const [message] = run('08-03', '17:00', months).filter((one) => one.kind === 'receipt');
    expect(message?.subject).toBe('[KUDAPANMAS] Sudah diterima: 2 laporan Desa Balang');
    expect(readable(message?.text ?? '')).toBe(`Yth. Operator Desa Balang,

- Laporan Kependudukan Juli 2026 kami terima 3 Agustus 2026 pukul 09.14 WITA (tepat waktu): 1.204 jiwa (612 laki-laki, 592 perempuan), 351 KK.
- Laporan Rekap Linmas Juli 2026 kami terima 3 Agustus 2026 pukul 09.00 WITA (tepat waktu).

Bila ada yang keliru, mohon kirim ulang paling lambat 20 Agustus 2026 pukul 23.59 WITA lewat halaman status.

Halaman status: →

Terima kasih.
Kasi Trantib Kecamatan Paringin`);
  });

  it('name what replaced what, and what was noticed', () => {
    const first = version('population', at('08-02'), {}, { number: 'lama' });
    const second = version(
      'population',
      at('08-03'),
      {},
      {
        findings: [finding('birthsMale', 'Tertulis 40 lahir.', 'warning')],
      },
    );
    const patrol = version('activities', at('08-03'), activity('Patroli', '2026-07-20', 4, { times: 3 }));
    const all = [month(BALANG, { reports: { population: [first, second], activities: [patrol] } })];
    const [message] = run('08-03', '17:00', all).filter((one) => one.kind === 'receipt');
    expect(message?.text).toContain(
      'Laporan ini menggantikan nomor lama.\nCatatan: Kelahiran laki-laki (WNI): Tertulis 40 lahir.',
    );
    expect(message?.text).toContain('(tepat waktu)');
    expect(message?.text).toContain(': Patroli, 20 Juli 2026, 3 kali.');
    expect(message?.about).toEqual([first.id, second.id, patrol.id].sort());
  });
});

describe('the interim line', () => {
  const early = version('population', at('07-26'), {}, { marks: ['interim'] });
  const months = [complete(KOTA), complete(LAMIDA), month(BALANG, { reports: { population: [early] } })];

  it('stands in Kirim WA from the first working day on, without a mail', () => {
    expect(run('07-31', '08:00', months)).toHaveLength(0);
    const [message] = run('08-03', '08:00', months).filter((one) => one.kind === 'interim');
    expect(message).toMatchObject({ key: `${BALANG}|2026-07|-|interim`, to: [], cc: [] });
    expect(readable(message?.whatsapp?.text ?? '')).toBe(
      'Assalamualaikum/salam sejahtera Bapak/Ibu Aminah, angka sementara Juli menjadi final. Bila ada perubahan ' +
        'sejak 25 Juli, mohon kirim ulang paling lambat 20 Agustus. →\nTerima kasih 🙏',
    );
  });
});

describe('the morning message', () => {
  const months = [complete(KOTA), complete(BALANG), month(LAMIDA)];

  it('tells the Kasi what waits, how the month stands, and where to go', () => {
    const context = contextAt(at('08-13', '08:00'));
    const some = { waiting: 2, toDos: [{ text: '1 pesan mungkin sudah terkirim.' }] };
    const message = noticesByClock(context, months, [], some).find((one) => one.kind === 'morning');
    expect(message).toMatchObject({ key: '-|2026-08-13|-|morning', to: ['kasi@contoh.id'], village: '' });
    expect(message?.subject).toBe('[KUDAPANMAS] 3 hal menunggu tindak lanjut');
    expect(readable(message?.text ?? '')).toBe(`Yth. Bapak Rahmat,

Tiga hal menunggu tindak lanjut Bapak/Ibu:

- 2 laporan menunggu ditinjau.
- 1 pesan mungkin sudah terkirim.
- Lewat 7 hari dari tenggat Juli, belum lengkap: Lamida. Desa/kelurahan sudah diingatkan.

2 dari 3 desa/kelurahan lengkap untuk Juli (tenggat Rabu, 5 Agustus 2026).

Buka Beranda: →`);
  });

  it('is not written where nothing waits', () => {
    const all = [complete(KOTA), complete(BALANG), complete(LAMIDA)];
    expect(run('08-13', '08:00', all)).toHaveLength(0);
  });
});
