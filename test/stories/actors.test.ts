import { createApp } from '../../local/web/app';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { pinOf, pinsElsewhere, postPin, typeLine, typeMode, wrongPin } from '../support/pins';
import { mailsSince, tabsOf } from '../support/received';
import { openStory, type Story, type Told } from '../support/story';
import { differenceOf } from '../support/storyState';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

const restart = beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  await story.submit('other', {});
  return story;
});

/** The run that an edit fires ends before it has written anything but the mark of the edit. */
async function lost(act: () => Promise<unknown>): Promise<void> {
  story.workspace.faults.set({ crashAtChange: 2, functionName: 'onMasterEdit', until: 'next' });
  await act().catch((failure: unknown) => {
    expect(String(failure)).toContain('crashed');
  });
  story.workspace.faults.clear();
}
const decided = (): string[] =>
  story
    .records('Keputusan', ['Keputusan', 'Oleh'])
    .filter((one) => one['Keputusan'] === 'Setujui')
    .map((one) => one['Oleh'] ?? '');

test('who chose stays known when the run that was told of it was interrupted', async () => {
  await lost(() => story.decide(['Balang', 'Kependudukan'], 'Setujui', '', OWNER));
  expect(decided()).toEqual([]);
  await story.advance('PT1H');
  expect(decided()).toEqual([OWNER]);
});

test('an edit of which Google does not tell whose it was is put down to the only reviewer, as without a crash', async () => {
  await lost(() => story.decide(['Balang', 'Kependudukan'], 'Setujui', '', KASI));
  await story.advance('PT1H');
  expect(decided()).toEqual([KASI]);
});

test('where several edited before anybody read it, nobody is named', async () => {
  await lost(() => story.decide(['Balang', 'Kependudukan'], 'Setujui', '', OWNER));
  await lost(() => story.decide(['Kalahiang', 'Kependudukan'], 'Setujui', '', KASI));
  await story.advance('PT1H');
  expect(decided()).toEqual(['peninjau', 'peninjau']);
});

test('a setting that was changed in an interrupted run keeps its editor in Keputusan', async () => {
  await lost(() => story.type('Saldo Awal', 3, 4, String(OPENING.male), OWNER));
  await story.type('Saldo Awal', 3, 4, String(OPENING.male + 1), OWNER);
  const rows = story.records('Keputusan', ['Keputusan', 'Oleh']);
  expect(rows.at(-1)).toMatchObject({ Keputusan: 'Pengaturan', Oleh: OWNER });
});

test('Koreksi saldo of a locked month tells where it landed and why', async () => {
  const order = (month: string): Promise<string> =>
    story.order({
      Perintah: 'Koreksi saldo',
      Desa: 'Desa Balang',
      Bulan: month,
      Alasan: 'pencocokan',
      'WNI L': '2',
    });
  await story.pass('2026-08-25T09:30');
  expect(await order('Juli 2026')).toContain(
    'Saldo Agustus 2026 Desa Balang dikoreksi: WNI L +2. Koreksi dicatat di bulan itu karena Juli 2026 sudah dikunci.',
  );
  expect(await order('Agustus 2026')).toMatch(/Saldo Agustus 2026 Desa Balang dikoreksi: WNI L \+2\.$/m);
});

/** Row 21 of the table of input (reports.md §6). */
describe('what a sender’s address proves', () => {
  afterAll(() => {
    story.workspace.switches.emailCollectionType = true;
  });
  const collect = (kind: 'typed' | 'verified'): void => {
    const form = story.form('balang');
    form.collectEmail = kind;
    story.workspace.store.touch('form', form.id);
  };
  const proofs = (): string[] =>
    story
      .records('Riwayat', ['Keadaan', 'Bukti pengirim'])
      .filter((row) => row['Laporan'] === 'Kegiatan')
      .map((row) => row['Bukti pengirim'] ?? '');
  const healthWords = async (): Promise<string> => story.health();
  const CLICK = 'Alamat pengirim di formulir Desa Balang belum diverifikasi Google.';
  const sendActivity = async (personnel: number): Promise<void> => {
    await story.submit('balang', { type: 'activities', answers: { personnel } });
  };

  test('follows what somebody sets in the form, and what was sent before keeps its own', async () => {
    await sendActivity(3);
    collect('typed');
    await sendActivity(4);
    expect(await healthWords()).toContain(CLICK);
    await sleepUntil(story, '2026-08-04T09:00');
    collect('verified');
    await story.advance('2026-08-04T13:30');
    expect(await healthWords()).not.toContain(CLICK);
    await sendActivity(5);
    expect(proofs()).toEqual(['akun Google', 'alamat diketik', 'akun Google']);
    const before = tabsOf(story);
    await story.command('rebuild');
    expect(differenceOf(before, tabsOf(story))).toEqual([]);
  });

  test('where Google does not tell, a line of Pengaturan does', async () => {
    collect('typed');
    await sendActivity(3);
    story.workspace.switches.emailCollectionType = false;
    collect('verified');
    await story.advance('2026-08-03T14:00');
    expect(await healthWords()).toContain(CLICK);
    const line = story.rows('Pengaturan').findIndex((row) => row[0] === 'Email pengirim diverifikasi') + 1;
    await story.type('Pengaturan', line, 2, 'Ya', KASI);
    await story.advance('2026-08-03T18:30');
    await sendActivity(4);
    expect(proofs()).toEqual(['alamat diketik', 'akun Google']);
    expect(await healthWords()).not.toContain(CLICK);
  });
});

describe('PIN desa (reports.md section 5, Sender)', () => {
  const MODE = 'Cara mengenali pengirim';
  const history = (): string[] =>
    story
      .records('Riwayat', ['Keadaan', 'Bukti pengirim'])
      .filter((row) => row['Laporan'] === 'Kegiatan')
      .map((row) => `${row['Keadaan'] ?? ''} | ${row['Bukti pengirim'] ?? ''}`);
  const last = (): string => history().at(-1) ?? '';
  const activity = (personnel: number, notes = ''): Told => ({
    type: 'activities',
    answers: { personnel, notes },
  });
  const home = (): string => story.rows('Beranda').flat().join('\n');
  const only = { reason: 'hanya yang berbeda' };
  const fileOf = (id: string) => story.workspace.store.get('file', id);
  const rebuilt = async (): Promise<string[]> => {
    const before = tabsOf(story);
    await story.command('rebuild');
    return differenceOf(before, tabsOf(story));
  };

  beginEach(async () => {
    restart();
    await typeMode(story, 'balang', 'PIN desa');
    expect(home()).toContain('Formulir belum mengikuti pengaturan yang baru. Jalankan Perbarui formulir');
    expect(await story.health()).toContain('Formulir Desa Balang masih mengumpulkan email');
    expect(await story.order({ Perintah: 'Perbarui formulir' })).toContain('1 formulir sudah diperbarui');
    return story;
  });

  test('the form of that village alone asks for a PIN and for no account, and its status page is open', async () => {
    const [form, other] = [story.form('balang'), story.form('other')];
    expect([form.collectEmail, other.collectEmail]).toEqual(['off', 'verified']);
    expect(form.items.map(({ title }) => title).indexOf('PIN desa')).toBe(3);
    expect(other.items.map(({ title }) => title)).not.toContain('PIN desa');
    expect([form, other].map(({ id }) => fileOf(id)?.publishedReaders?.includes('*'))).toEqual([true, false]);
    const links = (['balang', 'other'] as const).map((one) => fileOf(story.registry(one)[8] ?? '')?.link);
    expect(links).toEqual(['anyoneView', 'private']);
    expect([pinOf(story, 'balang'), pinOf(story, 'office')].every((pin) => /^[1-9]\d{3}$/.test(pin))).toBe(
      true,
    );
    expect(pinOf(story, 'other')).toBe('');
    expect(home()).not.toContain('Jalankan Perbarui formulir');
    expect(await story.health()).not.toContain('Formulir Desa Balang');
    const page = await createApp(story.workspace).request(`/forms/d/e/${form.publishedId}/viewform`, {
      headers: { 'accept-language': 'id', cookie: 'as=' },
    });
    expect([page.status, (await page.text()).includes('PIN desa')]).toEqual([200, true]);
  });

  test('Bongkar closes what was open to anyone with the link, and Pasang opens it again', async () => {
    const open = (): readonly unknown[] => [
      fileOf(story.form('balang').id)?.publishedReaders?.includes('*'),
      fileOf(story.registry('balang')[8] ?? '')?.link,
    ];
    expect((await story.command('dismantle', { name: 'Paringin' })).text).toContain('sudah dibongkar');
    expect(open()).toEqual([false, 'private']);
    const refused = await postPin(story, 'balang', pinOf(story, 'balang'), activity(4));
    expect([Math.floor(refused.status / 100), refused.response]).toEqual([4, undefined]);
    story.install();
    expect(open()).toEqual([true, 'anyoneView']);
    expect(fileOf(story.registry('other')[8] ?? '')?.link).toBe('private');
    expect((await postPin(story, 'balang', pinOf(story, 'balang'), activity(4))).status).toBe(200);
    expect(last()).toBe('✓ Diterima | PIN desa');
    expect(await story.health()).not.toContain('Balang');
  });

  test('the right PIN is enough; without one, or with three digits, the form itself stops it', async () => {
    const sent = await postPin(story, 'balang', pinOf(story, 'balang'), activity(4));
    expect(sent.status).toBe(200);
    expect(last()).toBe('✓ Diterima | PIN desa');
    expect(story.workspace.executions.at(-1)?.remoteCalls).toBeLessThanOrEqual(30);
    for (const pin of ['', '123', '12a4', '0123']) {
      const { status, page, response } = await postPin(story, 'balang', pin, activity(5));
      expect([Math.floor(status / 100), response]).toEqual([4, undefined]);
      expect(page).toContain(pin === '' ? 'wajib' : 'Tulis empat angka PIN');
    }
    expect(await rebuilt()).toEqual([]);
  });

  test('a wrong PIN is held with words that help, and the Kasi may release it', async () => {
    const mails = story.mails.length;
    await postPin(story, 'balang', wrongPin(story), activity(4));
    expect(last()).toBe('… Ditahan: pengirim tidak dikenal | PIN keliru');
    const words = 'PIN desa yang ditulis tidak cocok. Mohon kirim ulang dengan PIN yang benar';
    expect(story.villageRows('balang', 'Status').flat().join(' ')).toContain(words);
    const [mail] = mailsSince(story, mails, VILLAGES.balang.operator);
    expect(mail).toContain(words);
    expect(mail).toContain('Kirim ulang');
    expect(await rebuilt()).toEqual([]);
    await story.decide(['Balang', 'Kegiatan'], 'Lepas');
    expect(last()).toBe('✓ Diterima | PIN keliru');
    expect(await rebuilt()).toEqual([]);
  });

  test('after five wrong ones in an hour nothing is compared, the Kasi is told once, and the next hour is a new one', async () => {
    const [good, wrong] = [pinOf(story, 'balang'), wrongPin(story)];
    const mails = story.mails.length;
    for (let turn = 0; turn < 5; turn += 1) {
      await postPin(story, 'balang', wrong, activity(4 + turn));
      await story.advance('PT5M');
    }
    const told = mailsSince(story, mails, KASI).filter((mail) =>
      mail.includes('PIN keliru lima kali: Desa Balang'),
    );
    expect(told).toHaveLength(1);
    expect(told[0]).toContain('Sampai 3 Agustus 2026 pukul 10.14 WITA');
    await postPin(story, 'balang', good, activity(9));
    expect(last()).toBe('… Ditahan: pengirim tidak dikenal | PIN tidak diperiksa');
    expect(story.villageRows('balang', 'Status').flat().join(' ')).toContain('sudah lima kali keliru');
    expect(await rebuilt()).toEqual([]);
    await story.advance('2026-08-03T10:15');
    await postPin(story, 'balang', good, activity(10));
    expect(last()).toBe('✓ Diterima | PIN desa');
    expect(mailsSince(story, mails, KASI).filter((mail) => mail.includes('lima kali'))).toHaveLength(1);
    expect(await rebuilt()).toEqual([]);
  });

  test('the office reports for the village with its own PIN, and says where the figures are from', async () => {
    const office = pinOf(story, 'office');
    await postPin(story, 'balang', office, activity(4));
    expect(last()).toBe('! Perlu Perbaikan (diisikan oleh kecamatan) | PIN kecamatan');
    await postPin(story, 'balang', office, activity(4, 'lewat telepon'));
    expect(last()).toBe('✓ Diterima (diisikan oleh kecamatan) | PIN kecamatan');
    expect(await rebuilt()).toEqual([]);
  });

  test.each([
    [
      'by the owner',
      () => story.command('changePin', { village: VILLAGES.balang.code }).then(({ text }) => text),
    ],
    ['by a row of Perintah', () => story.order({ Perintah: 'Ganti PIN', Desa: 'Desa Balang' })],
  ])(
    'Ganti PIN %s: the old one is wrong from then on, the new one stands in Operator alone',
    async (_who, change) => {
      const [old, office] = [pinOf(story, 'balang'), pinOf(story, 'office')];
      expect(await change()).toContain('PIN Desa Balang sudah diganti; yang lama tidak berlaku lagi.');
      const fresh = pinOf(story, 'balang');
      expect(fresh).not.toBe(old);
      expect(pinOf(story, 'office')).toBe(office);
      await postPin(story, 'balang', old, activity(4));
      await postPin(story, 'balang', fresh, activity(5));
      expect(
        history()
          .slice(-2)
          .map((line) => line.split(' | ')[1]),
      ).toEqual(['PIN keliru', 'PIN desa']);
      expect(story.rows('Log').map((row) => row[2])).toContain('PIN diganti');
      expect(await rebuilt()).toEqual([]);
    },
  );

  test('no PIN is read anywhere but in Operator and in the answers', async () => {
    const [headers = [], ...lines] = story.rows('Operator');
    for (const [village, pin] of [
      [VILLAGES.balang.code, '7391'],
      ['63.11.06', '8462'],
    ] as const) {
      const row = lines.findIndex((line) => line[0] === village) + 2;
      await story.type('Operator', row, headers.indexOf('PIN') + 1, pin, KASI);
    }
    await postPin(story, 'balang', '7391', activity(4));
    await postPin(story, 'balang', '5913', activity(5));
    await postPin(story, 'balang', '8462', activity(6, 'kertas'));
    await postPin(story, 'balang', '7391', { answers: { closingMale: OPENING.male + 1 } });
    expect(history().map((line) => line.split(' | ')[1])).toEqual([
      'PIN desa',
      'PIN keliru',
      'PIN kecamatan',
    ]);
    const form = story.form('balang');
    const [first] = form.responses.slice(-4);
    form.allowResponseEdits = true;
    story.workspace.store.touch('form', form.id);
    if (first === undefined) throw new Error('The form kept nothing.');
    await postPin(story, 'balang', '7391', activity(7), first.editToken);
    await story.type('Operator', 1, headers.indexOf('PIN') + 1, 'PIN', KASI);
    await story.pass('2026-08-04T18:00');
    await story.command('handOver', {
      village: VILLAGES.balang.code,
      name: 'Contoh Pengganti',
      email: 'pengganti@contoh.id',
      whatsapp: '081200000009',
      until: '2026-08-03',
    });
    await story.command('recap', { period: 'Juli 2026' });
    expect(await rebuilt()).toEqual([]);
    expect(pinsElsewhere(story, ['7391', '8462', '5913', pinOf(story, 'balang')])).toEqual([]);
  });

  test('back to accounts: the answers keep their column, the proofs stay, and nobody without an account gets in', async () => {
    await postPin(story, 'balang', pinOf(story, 'balang'), activity(4));
    const form = story.form('balang');
    const kept = JSON.stringify(form.responses);
    const columns = form.items.filter(({ title }) => title === 'PIN desa').map(({ id }) => id);
    await typeMode(story, 'balang', '');
    expect((await story.command('updateForms', only)).text).toContain('1 formulir sudah diperbarui');
    expect((await story.command('updateForms', only)).text).toContain('tidak ada yang perlu diubah');
    expect(JSON.stringify(form.responses)).toBe(kept);
    expect(form.items.slice(-2).map(({ title }) => title)).toEqual(['Tidak dipakai lagi', 'PIN desa']);
    expect(form.items.filter(({ title }) => title === 'PIN desa').map(({ id }) => id)).toEqual(columns);
    expect([form.collectEmail, fileOf(form.id)?.publishedReaders?.includes('*')]).toEqual([
      'verified',
      false,
    ]);
    expect(fileOf(form.id)?.publishedReaders).toContain(VILLAGES.balang.operator);
    expect(fileOf(story.registry('balang')[8] ?? '')?.link).toBe('private');
    expect((await postPin(story, 'balang', '', activity(5))).status).toBeGreaterThanOrEqual(400);
    await story.submit('balang', activity(6));
    expect(history()).toEqual(['✓ Diterima | PIN desa', '✓ Diterima | akun Google']);
    expect(await rebuilt()).toEqual([]);
    await typeLine(story, MODE, 'PIN desa');
    await story.command('updateForms', only);
    expect(form.items.findIndex(({ title }) => title === 'PIN desa')).toBe(3);
    expect(form.items.find(({ title }) => title === 'PIN desa')?.id).toBe(columns[0]);
    await postPin(story, 'balang', pinOf(story, 'balang'), activity(7));
    expect(last()).toBe('✓ Diterima | PIN desa');
    await postPin(story, 'other', pinOf(story, 'other'), activity(7));
    expect(history()).toHaveLength(4);
  });

  test('a PIN question that somebody deleted is named, and what came meanwhile waits', async () => {
    await postPin(story, 'balang', pinOf(story, 'balang'), activity(4));
    const form = story.form('balang');
    const item = form.items.find(({ title }) => title === 'PIN desa');
    const change = { kind: 'delete' as const, itemId: item?.id ?? 0 };
    expect(await story.workspace.editForm({ formId: form.id, person: OWNER, change })).toBeUndefined();
    expect(await story.health()).toContain('tambah 1 butir: “PIN desa”');
    await postPin(story, 'balang', '', activity(5));
    expect(history()).toEqual(['✓ Diterima | PIN desa', '… Ditahan: pengirim tidak dikenal | tanpa PIN']);
    expect(await rebuilt()).toEqual([]);
    await story.command('updateForms', only);
    await postPin(story, 'balang', pinOf(story, 'balang'), activity(6));
    expect(last()).toBe('✓ Diterima | PIN desa');
    expect(await rebuilt()).toEqual([]);
  });
});

test('Pasang with PINs from the start: whoever has no address reports as well, and reads it in Kirim WA', async () => {
  const begun = await openStory({
    typing: async (one) => {
      await typeLine(one, 'Cara mengenali pengirim', 'PIN desa');
      const [headers = [], ...lines] = one.rows('Operator');
      const row = lines.findIndex((line) => line[0] === VILLAGES.balang.code) + 2;
      await one.type('Operator', row, headers.indexOf('Email') + 1, '');
    },
  });
  const form = begun.form('balang');
  expect([form.collectEmail, form.items[3]?.title]).toEqual(['off', 'PIN desa']);
  expect(begun.form('kelurahan').items[3]?.title).toBe('PIN kelurahan');
  const welcome = begun.rows('Kirim WA').find((line) => (line[0] ?? '').startsWith(VILLAGES.balang.code));
  expect(welcome?.join(' ')).toContain('Formulirnya meminta PIN; PIN itu kami sampaikan langsung');
  await sleepUntil(begun, '2026-08-03T09:14');
  await postPin(begun, 'balang', pinOf(begun, 'balang'));
  await postPin(begun, 'balang', wrongPin(begun), { type: 'readiness' });
  expect(begun.records('Riwayat', ['Keadaan']).map((row) => row['Bukti pengirim'])).toEqual([
    'PIN desa',
    'PIN keliru',
  ]);
  expect(begun.rows('Kirim WA').flat().join('\n')).toContain('PIN desa yang ditulis tidak cocok');
  expect(begun.rows('Surat dan Surel').flat().join('\n')).toContain('Hanya lewat WhatsApp');
  expect(await begun.health()).not.toMatch(/! .*(email|PIN|link)/);
});
