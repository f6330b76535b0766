import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';
import { differenceOf, storyState } from '../support/storyState';

let story: Story;

/** August 25th: July is locked; one village reported late, one in time, one not at all. */
beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', { answers: { birthsMale: 3, closingMale: OPENING.male + 3 } });
  await story.submit('balang', { type: 'readiness' });
  await story.submit('balang', { type: 'activities' });
  await sleepUntil(story, '2026-08-24T10:00');
  await story.submit('other', {});
  return story;
});

const unlocking = {
  Perintah: 'Buka kunci',
  Desa: 'Desa Kalahiang',
  Bulan: 'Juli 2026',
  Alasan: 'operator sakit',
  Sampai: '30/08/2026',
};
/** All tabs as they stand; the log and the order itself are history. */
const tabs = (): string[] =>
  storyState(story, false).filter((line) => !/\/(Log|Perintah)\/|^property /.test(line));
const shown = (cells: readonly string[]): string => cells.join(' | ');

describe('Buka kunci', () => {
  test('a late report waits until the Kasi opens the month by a ticked row, then it counts', async () => {
    await story.type('Rekap Penduduk', 1, 2, 'Juli 2026', KASI);
    expect(shown(story.rows('Antrean Tinjau').map((row) => row[5] ?? ''))).toContain(
      'Menunggu Pembukaan Kunci',
    );
    expect(shown(story.rows('Rekap Penduduk').map((row) => row[1] ?? ''))).toContain('JUMLAH (1 dari 3)');
    const result = await story.order(unlocking);
    expect(result).toContain('Kunci Juli 2026 Desa Kalahiang terbuka sampai 30 Agustus 2026');
    expect(shown(story.rows('Rekap Penduduk').map((row) => row[1] ?? ''))).toContain('JUMLAH (2 dari 3)');
    expect(story.records('Keputusan', ['Keputusan', 'Alasan']).at(-1)).toMatchObject({
      Keputusan: 'Buka kunci',
      Oleh: KASI,
      Bulan: '2026-07',
      Alasan: 'operator sakit',
    });
  });

  test('a number of a person in a reason is recorded, told and left in its cell masked, a report’s number whole', async () => {
    const [nik, phone] = ['6311061508909999', '0812-3456-7890'];
    const said = `sesuai 2005-260803-091400, NIK ${nik}, WA ${phone}`;
    const veiled = 'sesuai 2005-260803-091400, NIK 631106**********, WA 081234******';
    expect(await story.order({ ...unlocking, Alasan: said })).toContain('terbuka sampai');
    expect(story.records('Keputusan', ['Alasan']).at(-1)?.['Alasan']).toBe(veiled);
    expect(story.records('Perintah', ['Alasan', 'Hasil'])[0]?.['Alasan']).toBe(veiled);
    await story.decide(['Kalahiang', 'Kependudukan'], 'Kembalikan', `periksa NIK ${nik}`);
    expect(story.villageRows('other', 'Status').flat().join('\n')).toContain('periksa NIK 631106**********');
    await story.command('adjustBalance', {
      village: VILLAGES.balang.code,
      period: 'Agustus 2026',
      citizensMale: '2',
      reason: `menurut ${nik}`,
    });
    expect(await story.order({ Perintah: 'Batalkan keputusan', Alasan: `${nik}; keliru` })).toContain('!');
    const everywhere = JSON.stringify([storyState(story), story.mails]);
    expect([nik, phone].filter((number) => everywhere.includes(number))).toEqual([]);
  });

  test.each([
    ['no reason', { ...unlocking, Alasan: '' }, 'Mohon isi alasannya'],
    ['no village', { ...unlocking, Desa: '' }, 'Mohon pilih desa'],
    ['no end', { ...unlocking, Sampai: '' }, 'sampai tanggal berapa'],
    ['an end that is past', { ...unlocking, Sampai: '01/08/2026' }, 'sudah lewat'],
  ])('refuses %s and changes nothing', async (_name, { ...fields }, words) => {
    const filled = Object.fromEntries(Object.entries(fields).filter(([, text]) => text !== ''));
    expect(await story.order(filled)).toContain(words);
    expect(story.records('Keputusan', ['Keputusan']).map((row) => row['Keputusan'])).not.toContain(
      'Buka kunci',
    );
  });

  test('the owner does it at once from the dialog', async () => {
    const { code } = VILLAGES.other;
    const values = { village: code, period: 'Juli 2026', reason: 'operator sakit', until: '2026-08-30' };
    expect(await story.command('unlock', values)).toMatchObject({ done: true });
    expect(story.records('Keputusan', ['Keputusan']).at(-1)).toMatchObject({
      Keputusan: 'Buka kunci',
      Oleh: OWNER,
    });
  });
});

test('Koreksi saldo moves the balance of the month it is dated in and is named with its amount', async () => {
  const { code } = VILLAGES.balang;
  const values = {
    village: code,
    period: 'Agustus 2026',
    citizensMale: '2',
    households: '-1',
    reason: 'SIAK',
  };
  expect(await story.command('adjustBalance', values)).toMatchObject({ done: true });
  await story.pass('2026-08-25T09:00');
  expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain('Awal Agustus: 1.207 jiwa');
});

describe('Batalkan keputusan', () => {
  const taken = (Alasan: string): Promise<string> => story.order({ Perintah: 'Batalkan keputusan', Alasan });
  /** Number of the decision that was recorded last. */
  const newest = (): string => story.records('Keputusan', ['Keputusan']).at(-1)?.['Nomor'] ?? '';
  const numberOf = (village: string): string =>
    story
      .records('Riwayat', ['Desa/Kelurahan', 'Laporan', 'Nomor laporan'])
      .find((row) => row['Desa/Kelurahan'] === village && row['Laporan'] === 'Kependudukan')?.[
      'Nomor laporan'
    ] ?? '';

  test('an approval is taken back long after its row has gone; the village may correct again, a rebuild agrees', async () => {
    const balang = { ...unlocking, Desa: 'Desa Balang' };
    await story.order({ ...balang, Sampai: '25/08/2026' });
    await story.decide(['Balang', 'Kependudukan'], 'Setujui');
    await sleepUntil(story, '2026-08-27T01:10');
    expect(story.rows('Antrean Tinjau').flat()).not.toContain(numberOf('Balang'));
    const result = await taken(`${numberOf('Balang')}; angkanya keliru`);
    expect(result).toContain('Dibatalkan: Setujui Kependudukan Juli 2026 Desa Balang');
    expect(story.records('Keputusan', ['Keputusan', 'Alasan', 'Oleh']).at(-1)).toMatchObject({
      Keputusan: 'Batalkan',
      Alasan: 'angkanya keliru',
      Oleh: KASI,
    });
    // Locked without approval it waits for nobody; opened it can be returned again.
    expect(shown(story.rows('Antrean Tinjau').flat())).not.toContain(numberOf('Balang'));
    await story.order(balang);
    expect(shown(story.rows('Antrean Tinjau').flat())).toContain(numberOf('Balang'));
    expect(await taken(`${numberOf('Balang')}; sekali lagi`)).toContain('Tidak ada keputusan dengan nomor');
    const before = tabs();
    await story.command('rebuild');
    expect(differenceOf(before, tabs())).toEqual([]);
  });

  test('of two decisions about one report the last is taken back first', async () => {
    const state = (): string =>
      story
        .records('Riwayat', ['Nomor laporan', 'Keadaan'])
        .find((row) => row['Nomor laporan'] === numberOf('Kalahiang'))?.['Keadaan'] ?? '';
    const late = state();
    await story.decide(['Kalahiang', 'Kependudukan'], 'Lepas');
    await story.decide(['Kalahiang', 'Kependudukan'], 'Setujui');
    expect(await taken(`${numberOf('Kalahiang')}; keliru`)).toContain('Dibatalkan: Setujui');
    expect(state()).toBe('✓ Diterima');
    expect(await taken(`${numberOf('Kalahiang')}; keliru juga`)).toContain('Dibatalkan: Lepas');
    expect(state()).toBe(late);
    expect(await taken(`${numberOf('Kalahiang')}; lagi`)).toContain('Tidak ada keputusan');
  });

  test('a month that stands open is closed again; what came meanwhile counts, what comes then waits', async () => {
    await story.order(unlocking);
    expect(await taken(`${newest()}; salah bulan`)).toContain('Juli 2026 Desa Kalahiang dikunci lagi.');
    await story.submit('other', { type: 'readiness' });
    const states = story
      .records('Riwayat', ['Desa/Kelurahan', 'Laporan', 'Keadaan'])
      .filter((row) => row['Desa/Kelurahan'] === 'Kalahiang')
      .map((row) => `${row['Laporan'] ?? ''}: ${row['Keadaan'] ?? ''}`);
    expect(states).toEqual(['Kependudukan: ✓ Diterima', 'Rekap Linmas: … Menunggu Pembukaan Kunci']);
    const before = tabs();
    await story.command('rebuild');
    expect(differenceOf(before, tabs())).toEqual([]);
  });

  test('a koreksi saldo is taken back by its opposite, once', async () => {
    const { code } = VILLAGES.balang;
    const balance = (): string => story.villageRows('balang', 'Status').flat().join('\n');
    const values = { village: code, period: 'Agustus 2026', citizensMale: '2', reason: 'SIAK' };
    await story.pass('2026-08-25T09:00');
    await story.command('adjustBalance', values);
    expect(balance()).toContain('Awal Agustus: 1.207 jiwa');
    const number = newest();
    expect(await taken(`${number}; salah desa`)).toContain('Dicatat sebagai koreksi WNI L −2');
    expect(balance()).toContain('Awal Agustus: 1.205 jiwa');
    expect(await taken(`${number}; lagi`)).toContain('Tidak ada keputusan');
  });

  test.each([
    ['no number', '', 'Mohon pilih keputusannya'],
    ['no reason', '2005-260803-091402', 'Mohon isi alasannya'],
    ['a number that is none', '2005-000000-000000; keliru', 'Tidak ada keputusan dengan nomor'],
  ])('refuses %s and changes nothing', async (_name, text, words) => {
    const before = story.records('Keputusan', ['Keputusan']).length;
    const Alasan = text === '' ? {} : { Alasan: text };
    expect(await story.order({ Perintah: 'Batalkan keputusan', ...Alasan })).toContain(words);
    expect(story.records('Keputusan', ['Keputusan'])).toHaveLength(before);
  });

  test('the dialog lists what can be taken back, or says that there is nothing', async () => {
    const dialog = async (): Promise<string> => {
      await story.clickItem('Batalkan keputusan…', KASI);
      return story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
    };
    expect(await dialog()).toContain('Tidak ada keputusan yang dapat dibatalkan.');
    await story.order(unlocking);
    expect(await dialog()).toContain('Buka kunci Juli 2026 Desa Kalahiang');
  });
});

describe('anybody but the owner', () => {
  test('gets a row of Perintah with her name and the checkbox selected, nothing else happens', async () => {
    const before = storyState(story);
    const result = await story.command('recap', { period: 'Juli 2026' }, KASI);
    expect(result.text).toContain('tab Perintah');
    const written = differenceOf(before, storyState(story));
    expect(written).toHaveLength(1);
    expect(written[0]).toContain('Buat rekap bulan||Juli 2026');
    expect(story.records('Perintah', ['Perintah', 'Oleh'])[0]).toMatchObject({ Oleh: KASI });
  });

  test.each([
    'Buat rekap bulan…',
    'Kirim pengingat sekarang…',
    'Buka kunci…',
    'Periksa kesehatan',
    'Bangun ulang…',
  ])('opens the dialog of %s', async (item) => {
    const outcome = await story.clickItem(item, KASI);
    expect(outcome.status).toBe('completed');
    expect(story.workspace.whatIsShown(story.fileId).dialog?.title).toBe(item.replace('…', ''));
  });

  test('sees the last health check; a ticked row makes a new one', async () => {
    expect(await story.order({ Perintah: 'Periksa kesehatan' })).toContain('Semua baik');
  });
});

test('a ticked row that got lost is done within the hour', async () => {
  const project = story.workspace.store.get('project', story.master.projectId);
  const triggers = project?.triggers.splice(0) ?? [];
  expect(await story.order({ Perintah: 'Ambil laporan yang tertinggal' })).toBe('');
  project?.triggers.push(...triggers);
  await story.advance('PT2H');
  expect(story.records('Perintah', ['Perintah', 'Hasil'])[0]?.['Hasil']).toContain(
    'Semua formulir sudah dibaca',
  );
});

test('Ambil laporan yang tertinggal brings in what no event told of', async () => {
  story.workspace.switches.submitEvents = 'lost';
  await story.submit('kelurahan', { type: 'activities' });
  story.workspace.switches.submitEvents = 'normal';
  expect((await story.command('sweep')).text).toContain('1 laporan yang tertinggal');
  expect((await story.command('sweep')).text).toContain('tidak ada laporan yang tertinggal');
});

test('reminders now: a preview of who gets what, sent once a day, the twin in Kirim WA', async () => {
  await story.pass('2026-09-02T13:00');
  const shownNow = await story.workspace.runNow({ functionName: 'menuRemind', user: OWNER, trigger: 'menu' });
  expect(shownNow.status).toBe('completed');
  expect(story.workspace.whatIsShown(story.fileId).dialog?.html).toContain('Agustus 2026');
  const before = story.mails.length;
  expect((await story.command('remind')).text).toContain('3 pengingat terkirim');
  expect((await story.command('remind')).text).toContain('0 pengingat terkirim');
  expect(story.mails.length - before).toBe(3);
  const today = story.rows('Kirim WA').filter((row) => (row[0] ?? '').endsWith('2026-09-02'));
  expect(today).toHaveLength(3);
});

test('Bangun ulang gives the same tabs, cell for cell', async () => {
  await story.order(unlocking);
  await story.decide(['Kalahiang', 'Kependudukan'], 'Setujui');
  await story.advance('2026-08-25T01:10');
  const before = tabs();
  expect((await story.command('rebuild')).text).toContain('Bangun ulang selesai');
  expect(differenceOf(before, tabs())).toEqual([]);
});

test('Bangun ulang puts back what a person overwrote or deleted', async () => {
  const before = tabs();
  await story.type('Rekap Penduduk', 4, 5, '9999');
  await story.type('Riwayat', 2, 5, 'salah ketik');
  expect(differenceOf(before, tabs())).not.toEqual([]);
  await story.command('rebuild');
  expect(differenceOf(before, tabs())).toEqual([]);
});

test('a response that somebody deletes in its form is told and stays counted, with its person and its time', async () => {
  const before = tabs();
  const form = story.form('balang');
  const [gone, ...left] = form.responses;
  form.responses = left;
  expect(gone?.email).toBe(VILLAGES.balang.operator);
  await story.command('rebuild');
  expect(differenceOf(before, tabs())).toEqual([]);
  expect(story.rows('Log').flat().join('\n')).toContain('1 laporan tetap dihitung dari catatan');
  await story.command('rebuild');
  expect(differenceOf(before, tabs())).toEqual([]);
});
