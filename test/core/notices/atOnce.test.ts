import type { Version, VillageMonth } from '../../../src/core/book';
import { noticesAtOnce, strayNotices } from '../../../src/core/notices/decide';
import type { Message } from '../../../src/core/patch';
import { tooLongEncoded } from '../../../src/core/prefill';
import { activity, at, BALANG, contextAt, finding, lampid, month, version } from '../../support/drawings';

const context = contextAt(at('08-03', '09:16'));
const wrong = finding(
  'closingMale',
  'Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612. Mohon periksa angka lahir, meninggal, datang, dan pindah, lalu kirim ulang.',
);
const report = (more: Partial<Version> = {}): Version =>
  version('population', at('08-03', '09:14'), lampid([3, 1], [1, 1], [2, 0], [2, 0], 351), {
    number: '2005-260803-091402',
    ...more,
  });
const july = (...population: readonly Version[]): VillageMonth => month(BALANG, { reports: { population } });
const only = (messages: readonly Message[]): Message => {
  const [message] = messages;
  if (message === undefined || messages.length > 1) throw new Error(`${String(messages.length)} messages`);
  return message;
};
/** Links told as `→`: their addresses are the prefill tests' matter. */
const readable = (text: string): string => text.replace(/https:\/\/\S+/g, '→');

describe('a report that needs correction', () => {
  const version1 = report({ id: 'a', state: 'toCorrect', findings: [wrong] });
  const message = only(noticesAtOnce(context, undefined, july(version1)));

  it('is told at once to the operators, by its key once', () => {
    expect(message).toMatchObject({
      key: `${BALANG}|2026-07|population|correction|a`,
      kind: 'correction',
      to: ['balang@contoh.id'],
      cc: [],
      about: ['a'],
      notBefore: context.now,
      subject: '[KUDAPANMAS] Perlu perbaikan: Laporan Kependudukan Juli 2026, Desa Balang',
    });
    expect(noticesAtOnce(context, july(version1), july(version1))).toHaveLength(0);
  });

  it('reads: what happened, the figure, what to do with one link', () => {
    expect(readable(message.text)).toBe(`Yth. Operator Desa Balang,

Laporan Kependudukan Juli 2026 kami terima 3 Agustus 2026 pukul 09.14 WITA (nomor 2005-260803-091402). Ada satu hal yang perlu diperbaiki. Laporan ini belum dihitung dalam rekap.

Jumlah seluruh penduduk akhir bulan, laki-laki. Tertulis 640, hitungan kami 612: 610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612. Mohon periksa angka lahir, meninggal, datang, dan pindah, lalu kirim ulang.

Mohon kirim ulang paling lambat 20 Agustus 2026 pukul 23.59 WITA (sudah terisi, kecuali jumlah seluruh penduduk akhir bulan).

Perbaiki laporan: →

Terima kasih.
Kasi Trantib Kecamatan Paringin`);
  });

  it('has a WhatsApp twin that fits into a link', () => {
    const text = message.whatsapp?.text ?? '';
    expect(message.whatsapp).toMatchObject({ name: 'Aminah', number: '081200000012' });
    expect(readable(text)).toBe(
      'Assalamualaikum/salam sejahtera Bapak/Ibu Aminah, laporan *Kependudukan Juli* Desa Balang perlu satu perbaikan: ' +
        'Jumlah seluruh penduduk akhir bulan, laki-laki: Tertulis 640, hitungan kami 612: ' +
        '610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612. ' +
        'Mohon periksa angka lahir, meninggal, datang, dan pindah, lalu kirim ulang. ' +
        'Kirim ulang di sini, sudah terisi, kecuali jumlah seluruh penduduk akhir bulan: →\nTerima kasih 🙏',
    );
    expect(tooLongEncoded(text)).toBe(false);
  });

  const unlock = { id: 'u', at: at('08-22'), until: at('09-10', '23:59'), reason: 'SIAK' };
  it.each([
    ['08-20', [], 'Mohon kirim ulang paling lambat 20 Agustus 2026 pukul 23.59 WITA (sudah terisi'],
    ['08-24', [unlock], 'Mohon kirim ulang paling lambat 10 September 2026 pukul 23.59 WITA (sudah terisi'],
    ['08-24', [], 'Bulan ini sudah ditutup; laporan yang dikirim ulang (sudah terisi'],
    ['09-11', [unlock], 'menunggu Kasi membuka kuncinya.'],
  ])('names the day until which the month takes it: on %s, opened %j', (day, unlocks, words) => {
    const wrong = { ...july(version1), unlocks };
    const { text } = only(noticesAtOnce(contextAt(at(day, '09:16')), undefined, wrong));
    expect(text).toContain(words);
  });

  it('says which one counts meanwhile', () => {
    const first = report({ number: '2005-260802-080000' });
    const text = only(noticesAtOnce(context, july(first), july(first, version1))).text;
    expect(text).toContain('laporan sebelumnya (nomor 2005-260802-080000) tetap dihitung');
  });

  it('is told again, with the reason, where the office returns it', () => {
    const decision = {
      id: 'k1',
      action: 'return' as const,
      actor: 'x',
      at: at('08-04'),
      reason: 'Angka KK tertukar?',
    };
    const returned = only(
      noticesAtOnce(
        context,
        july(report({ id: 'a' })),
        july(report({ id: 'a', state: 'toCorrect', decision })),
      ),
    );
    expect(returned.key).toBe(`${BALANG}|2026-07|population|returned-${String(decision.at)}|a`);
    expect(returned.text).toContain(
      'Setelah kami periksa, mohon diperbaiki: Angka KK tertukar? Laporan ini belum dihitung',
    );
  });
});

describe('what others write stays text', () => {
  it('in HTML, in the subject, in WhatsApp', () => {
    const evil = finding('birthsMale', '<script>alert(1)</script> *tebal*');
    const message = only(
      noticesAtOnce(context, undefined, july(report({ state: 'toCorrect', findings: [evil] }))),
    );
    expect(message.html).toContain('&lt;script&gt;alert(1)&lt;/script&gt;');
    expect(message.html).not.toContain('<script>');
    expect(message.whatsapp?.text).toContain('∗tebal∗');
    const head = { village: BALANG, foldedThrough: 0, snapshotThrough: 0, latest: {} };
    const stray = report({ state: 'quarantined', named: 'Juli\r\nBcc: x@y.id' });
    const told = only(strayNotices(context, undefined, { ...head, strays: [stray] }));
    expect(told.subject).toBe('[KUDAPANMAS] Ditahan: Laporan Kependudukan Juli Bcc: x@y.id, Desa Balang');
  });

  it('leads to the status page where the text would be too long for a link', () => {
    const long = finding('birthsMale', 'a — b '.repeat(200));
    const message = only(
      noticesAtOnce(context, undefined, july(report({ state: 'toCorrect', findings: [long] }))),
    );
    expect(message.whatsapp?.text).toContain(
      'https://docs.google.com/spreadsheets/d/63.11.06.2005/edit#gid=0',
    );
    expect(tooLongEncoded(message.whatsapp?.text ?? '')).toBe(false);
  });
});

describe('a held report', () => {
  it.each<[Version['state'], string, boolean]>([
    ['senderUnknown', 'Pengirimnya belum kami kenal; kami periksa dulu.', true],
    ['awaitingUnlock', 'laporan menunggu dibuka oleh Kasi', false],
    ['wrongMonth', 'mohon kirim ulang dengan bulan yang benar', false],
  ])('%s', (state, words, alsoSender) => {
    const one = report({ id: 'b', state, sender: 'asing@contoh.id' });
    const message = only(noticesAtOnce(context, undefined, july(one)));
    expect(message.key).toBe(`${BALANG}|2026-07|population|held-${state}|b`);
    expect(message.subject).toBe('[KUDAPANMAS] Ditahan: Laporan Kependudukan Juli 2026, Desa Balang');
    expect(message.text).toContain(words);
    expect(message.to).toEqual(alsoSender ? ['balang@contoh.id', 'asing@contoh.id'] : ['balang@contoh.id']);
  });

  it('says nothing of a double and of what is accepted', () => {
    expect(noticesAtOnce(context, undefined, july(report(), report({ state: 'duplicate' })))).toHaveLength(0);
  });

  it('tells why a report was not used', () => {
    const held = report({ id: 'c', state: 'senderUnknown' });
    const decision = {
      id: 'k1',
      action: 'reject' as const,
      actor: 'x',
      at: at('08-04'),
      reason: 'Isinya bulan Juni.',
    };
    const message = only(noticesAtOnce(context, july(held), july({ ...held, state: 'rejected', decision })));
    expect(message.subject).toBe('[KUDAPANMAS] Tidak dipakai: Laporan Kependudukan Juli 2026, Desa Balang');
    expect(message.text).toContain('tidak dipakai: Isinya bulan Juni.');
  });

  it('stands ready without an address, for WhatsApp', () => {
    const bare = contextAt(context.now, { operators: [] });
    const message = only(noticesAtOnce(bare, undefined, july(report({ state: 'awaitingUnlock' }))));
    expect(message.to).toEqual([]);
    expect(message.whatsapp).toMatchObject({ name: 'Operator Balang', number: '' });
  });
});

describe('an incident', () => {
  const fire = (more: Partial<Version> = {}, values = {}): Version =>
    version(
      'activities',
      at('08-03', '09:14'),
      activity('Patroli', '2026-08-02', 6, {
        incident: 'Ya',
        incidentKind: 'Orang tenggelam',
        incidentDeaths: 1,
        incidentInjured: 0,
        ...values,
      }),
      { number: '2005-260803-091402', ...more },
    );
  const august = (...activities: readonly Version[]): VillageMonth =>
    month(BALANG, { period: '2026-08', reports: { activities } });

  it('with deaths is told to the Kasi at once', () => {
    const message = only(noticesAtOnce(context, undefined, august(fire({ id: 'd' }))));
    expect(message).toMatchObject({
      key: `${BALANG}|-|activities|incident|d`,
      kind: 'incident',
      to: ['kasi@contoh.id'],
      subject: '[KUDAPANMAS] Kejadian di Desa Balang: Orang tenggelam',
    });
    expect(readable(message.text)).toBe(`Yth. Bapak Rahmat,

Desa Balang melaporkan kejadian (kami terima 3 Agustus 2026 pukul 09.14 WITA, petugas Aminah, nomor 2005-260803-091402).

- Jenis kejadian: Orang tenggelam
- Tanggal kegiatan: 2 Agustus 2026
- Lokasi: RT 001
- Korban jiwa: 1
- Korban luka: 0
- Uraian kegiatan: Kegiatan rutin bersama warga.

Buka Beranda: →`);
  });

  it.each<[string, Version, number]>([
    ['a fire without deaths', fire({}, { kind: 'Kebakaran', incidentDeaths: 0 }), 1],
    ['a finding without deaths', fire({}, { incidentDeaths: 0 }), 0],
    ['no incident', fire({}, { incident: 'Tidak' }), 0],
    ['a double', fire({ state: 'duplicate' }), 0],
  ])('%s', (_case, one, count) => {
    const told = noticesAtOnce(context, undefined, august(one)).filter(
      (message) => message.kind === 'incident',
    );
    expect(told).toHaveLength(count);
  });

  it('is told even where the report itself is held, and says so', () => {
    const messages = noticesAtOnce(context, undefined, august(fire({ state: 'senderUnknown' })));
    expect(messages.map((message) => message.kind)).toEqual(['incident', 'held']);
    expect(messages[0]?.text).toContain('masih berstatus Ditahan: pengirim tidak dikenal; mohon dipastikan');
  });

  it('is told once, whatever corrections follow', () => {
    const first = fire({ id: 'd' });
    const again = fire({ id: 'e', root: { period: '2026-08', id: 'd' } });
    const [one, two] = [august(first), august(first, again)].map((all) =>
      noticesAtOnce(context, undefined, all),
    );
    expect(two?.map((message) => message.key)).toEqual([one?.[0]?.key, one?.[0]?.key]);
  });

  it('reaches the owner while no address of the Kasi is known', () => {
    const bare = contextAt(context.now, { kasi: { name: '', email: '', whatsapp: '' } });
    expect(only(noticesAtOnce(bare, undefined, august(fire()))).to).toEqual(['kantor@contoh.id']);
  });
});
