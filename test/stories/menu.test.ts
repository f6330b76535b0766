import { COMMANDS } from '../../src/core/tabs/stores';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { historyOf, mailsSince } from '../support/received';
import { ITEMS, WRONG } from '../support/menuItems';
import { captionsOf, openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES } from '../support/threeVillages';
import { differenceOf, storyState } from '../support/storyState';

/** Every item of the menu and every action of Antrean Tinjau, by the owner and by the Kasi, who authorised nothing. */
let story: Story;

/** August 25th: July is locked; Balang reported in time, Kalahiang waits for the month to be opened. */
beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', { answers: { birthsMale: 3, closingMale: OPENING.male + 3 } });
  await story.submit('balang', { type: 'readiness' });
  await sleepUntil(story, '2026-08-24T10:00');
  await story.submit('other', {});
  await sleepUntil(story, '2026-08-25T09:00');
  return story;
});

/** About the office itself, never rows of Perintah: in the story `office`. */
const OFFICE = ['Serah terima akun…', 'Ambil alih…', 'Bongkar…', 'Dasbor'];

/** Changes no data and asks nobody's leave. */
const OPEN = 'Buka tab…';

/** With personal reports: in the story `members`. Here they say that there is nothing. */
const PERSONAL = [
  'Impor anggota Linmas…',
  'Salin data satu orang…',
  'Hapus data satu orang…',
  'Hapus data pribadi lama…',
];

/** With reports of RT, with questions: in the story `moreReports`. */
const UNITS = ['Cetak lembar RT…', 'Catat pertanyaan…'];

test.each([...PERSONAL, ...UNITS])('%s without such reports says that they are not used', async (item) => {
  expect(await open(item, KASI)).toBe(item.replace('…', ''));
  expect(JSON.stringify(story.workspace.whatIsShown(story.fileId).dialog)).toContain('tidak dipakai di sini');
});

async function open(item: string, person: string): Promise<string> {
  const outcome = await story.clickItem(item, person);
  expect(outcome.status).toBe('completed');
  return story.workspace.whatIsShown(story.fileId).dialog?.title ?? '';
}

/** The newest row of `Perintah`. */
const orderRow = (): Record<string, string> =>
  story
    .records('Perintah', ['Perintah', 'Hasil'])
    .filter((row) => row['Perintah'] !== '')
    .at(-1) ?? {};

/** The Kasi presses the dialog's button, then ticks the row that it filled. */
async function tickedByKasi(command: string, values: Readonly<Record<string, string>>): Promise<void> {
  const answer = await story.command(command, { ...values }, KASI);
  expect(answer).toMatchObject({ done: true });
  expect(answer.text).toContain('Centang kotak Jalankan');
  const rows = story.rows('Perintah');
  const at = rows.findIndex((row) => row[0] !== '' && row[0] !== 'Perintah' && row[11] === '');
  await story.type('Perintah', at + 1, 11, 'TRUE', KASI);
}

test('the menu has these items and the two steps of set-up', async () => {
  const { menus } = await story.workspace.openFile({ fileId: story.fileId, person: KASI });
  const captions = menus.flatMap((menu) => captionsOf(menu.items));
  // A correction needs a figure that was changed by hand: its story is the one of the check of figures.
  const others = ['Jadikan koreksi…', 'Siapkan pengaturan…', 'Pasang…'];
  const wanted = [...ITEMS.map((one) => one.item), ...PERSONAL, ...UNITS, ...OFFICE, OPEN, ...others];
  expect(captions.sort()).toEqual([...wanted].sort());
  // Looking at an import is what the dialog of importing begins with.
  const own = [
    'importMembers',
    'copyPerson',
    'erasePerson',
    'eraseOld',
    'correct',
    'printUnits',
    'note',
    'checkImport',
  ];
  expect(COMMANDS.map((one) => one.id).sort()).toEqual([...ITEMS.map((one) => one.command), ...own].sort());
});

describe('the tabs', () => {
  const DAILY = ['Beranda', 'Kepatuhan', 'Antrean Tinjau', 'Rekap Penduduk', 'Rekap Linmas', 'Kirim WA'];
  const shown = (): string[] =>
    (story.workspace.store.get('spreadsheet', story.fileId)?.sheets ?? [])
      .filter((sheet) => !sheet.hidden)
      .map((sheet) => sheet.name);
  const choose = async (tab: string, person = OWNER): Promise<string> => {
    await story.type('Beranda', 3, 2, tab, person);
    return story.rows('Beranda')[3]?.join(' ') ?? '';
  };

  test('six stand in the bar; the menu opens any other, which stays until somebody hides it', async () => {
    expect(shown()).toEqual(DAILY);
    expect(await open(OPEN, KASI)).toBe('Buka tab');
    const html = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
    expect(html).toContain('Operator: siapa yang melapor');
    expect(html).not.toMatch(/(Registri|Indeks|Jejak):/);
    expect((await story.command('openTab', { tab: 'Operator' }, KASI)).text).toBe('Tab Operator terbuka.');
    expect(shown()).toEqual([...DAILY, 'Operator']);
    story.install();
    await story.command('rebuild');
    expect(shown()).toEqual([...DAILY, 'Operator']);
    expect(await story.command('openTab', { tab: 'Registri' })).toMatchObject({ done: false });
    expect((await story.command('openTab', { tab: 'Rapikan tab' })).text).toContain('isinya tetap');
    expect(shown()).toEqual(DAILY);
  });

  test('without a menu a tab is chosen on Beranda, by the Kasi too', async () => {
    expect(await choose('Saldo Awal', KASI)).toContain('Tab Saldo Awal sudah tampil');
    expect([shown(), story.rows('Beranda')[2]?.[1] ?? '']).toEqual([[...DAILY, 'Saldo Awal'], '']);
    expect(await choose('Rapikan tab', KASI)).toContain('sudah disembunyikan');
    expect(shown()).toEqual(DAILY);
    await expect(choose('Registri')).rejects.toThrow();
  });

  test('an answer that sends somebody to a tab shows it, with a link', async () => {
    const { text, links = [] } = await story.command('trial', {});
    expect(text).toContain('tab Pengaturan');
    expect(links.map((link) => link.text)).toEqual(['Buka tab Pengaturan']);
    expect(shown()).toEqual([...DAILY, 'Pengaturan']);
  });
});

describe.each(ITEMS)('$item', ({ item, command, values, said, first, decided: field, typed = {} }) => {
  const prepare = async (): Promise<Readonly<Record<string, string>>> => {
    for (const [label, text] of Object.entries(typed)) {
      const row = story.rows('Pengaturan').findIndex((line) => line[0] === label);
      await story.type('Pengaturan', row + 1, 2, text);
    }
    if (first) expect(await story.command(first[0], { ...first[1] })).toMatchObject({ done: true });
    const number = story.records('Keputusan', ['Keputusan']).at(-1)?.['Nomor'] ?? '';
    return field === undefined ? values : { ...values, [field]: number };
  };

  test('by the owner goes at once', async () => {
    const given = await prepare();
    expect(item).toContain(await open(item, OWNER));
    const answer = await story.command(command, { ...given });
    expect(answer).toMatchObject({ done: true });
    expect(answer.text).toContain(said);
    expect(orderRow()).toEqual({});
  });

  test('by the Kasi is a row, a tick, and a result in the row', async () => {
    const given = await prepare();
    expect(item).toContain(await open(item, KASI));
    await tickedByKasi(command, given);
    const row = orderRow();
    expect(row).toMatchObject({ Jalankan: 'false', Oleh: KASI });
    expect(row['Hasil']).toMatch(/^✓ /);
    expect(row['Hasil']).toContain(said);
    expect(row['Hasil']).not.toContain('https://');
    expect(row['Waktu']).toContain('25 Agustus 2026 pukul 09.0');
    const decided = story.records('Keputusan', ['Keputusan', 'Oleh']).at(-1);
    if (['unlock', 'adjustBalance', 'fixClosing', 'unfixClosing'].includes(command))
      expect(decided).toMatchObject({ Oleh: KASI, Alasan: values['reason'] });
  });
});

test('the recap’s links stand behind words in the row', async () => {
  await tickedByKasi('recap', { period: 'Juli 2026' });
  const links = story
    .tab('Perintah')
    .sheet.rows.flatMap((row) => Object.values(row?.richText ?? {}).flat())
    .filter((run) => run.link !== undefined);
  expect(links.map((run) => run.text)).toEqual(['Buka rekap', 'Unduh XLSX']);
  expect(links.every((run) => run.link?.startsWith('https://') === true)).toBe(true);
});

describe('wrong input changes nothing and is told', () => {
  test.each(WRONG)('%s, by the owner', async (_name, command, values, words) => {
    const before = storyState(story);
    const answer = await story.command(command, values);
    expect(answer.done).toBe(false);
    expect(answer.text).toContain(words);
    expect(answer.text).toContain('Data tidak berubah.');
    expect(differenceOf(before, storyState(story))).toEqual([]);
  });

  test.each(WRONG)(
    '%s, by the Kasi in the dialog: no row is written',
    async (_name, command, values, words) => {
      const before = storyState(story);
      const answer = await story.command(command, values, KASI);
      expect(answer).toMatchObject({ done: false });
      expect(answer.text).toContain(words);
      expect(differenceOf(before, storyState(story))).toEqual([]);
    },
  );

  // A month that the list does not offer cannot be typed at all.
  const typed = WRONG.filter(
    ([, , { period = '', village }]) =>
      ['', 'Juli 2026', 'Agustus 2026'].includes(period) && village !== VILLAGES.balang.code,
  );
  test.each(typed)('%s, by the Kasi in a row that she fills in', async (_name, command, values, words) => {
    const decided = story.rows('Keputusan');
    const fields = {
      Perintah: COMMANDS.find((one) => one.id === command)?.words ?? '',
      Desa: values['village'] === undefined ? '' : 'Desa Kalahiang',
      Bulan: values['period'] ?? '',
      Alasan: values['reason'] ?? '',
      Sampai: (values['until'] ?? '').split('-').reverse().join('/'),
      'WNI L': values['citizensMale'] ?? '',
    };
    const filled = Object.entries(fields).filter(([, text]) => text !== '');
    expect(await story.order(Object.fromEntries(filled))).toContain(`! ${words}`);
    expect(orderRow()['Jalankan']).toBe('false');
    expect(story.rows('Keputusan')).toEqual(decided);
  });

  test('an order that is not in the list cannot be typed', async () => {
    await expect(story.order({ Perintah: 'Hapus semua' })).rejects.toThrow('may not type into Perintah');
  });

  test('a tick in an empty row asks what to do', async () => {
    await story.type('Perintah', 5, 11, 'TRUE', KASI);
    expect(story.rows('Perintah')[4]?.[11]).toContain('Mohon pilih perintahnya dari daftar.');
  });
});

describe('set-up by anybody but the owner', () => {
  test.each(['Siapkan pengaturan…', 'Pasang…'])(
    '%s says which account to use and changes nothing',
    async (item) => {
      const before = storyState(story, false);
      const asked: string[] = [];
      story.workspace.answerDialogs((question) => {
        asked.push(question.text);
        return { button: 'OK' };
      });
      await open(item, KASI);
      story.workspace.answerDialogs(undefined);
      expect(asked.join(' ')).toContain(OWNER);
      expect(differenceOf(before, storyState(story, false))).toEqual([]);
    },
  );
});

describe('Antrean Tinjau', () => {
  // July is locked: its accepted reports stand here only where the month is open again.
  beforeEach(async () => {
    const order = { Perintah: 'Buka kunci', Desa: 'Desa Balang', Bulan: 'Juli 2026', Alasan: 'contoh' };
    await story.order({ ...order, Sampai: '30/08/2026' });
  });

  const queue = (id: string): string =>
    story
      .rows('Antrean Tinjau')
      .find((row) => row[0] === id)
      ?.join(' | ') ?? '';
  const idOf = (...texts: readonly string[]): string =>
    story.rows('Riwayat').find((row) => texts.every((text) => row.join(' ').includes(text)))?.[0] ?? '';
  const state = (id: string): string => historyOf(story, id)?.['Keadaan'] ?? '';
  const number = (id: string): string => historyOf(story, id)?.['Nomor laporan'] ?? '';

  describe.each([
    ['the owner', OWNER],
    ['the Kasi', KASI],
  ])('by %s', (_who, person) => {
    test('Setujui, then Batalkan', async () => {
      const id = idOf('Balang', 'Kependudukan');
      await story.decide([number(id)], 'Setujui', '', person);
      expect(state(id)).toBe('✓ Disetujui');
      expect(queue(id)).toContain('✓ Disetujui 25 Agustus 2026');
      await story.decide([number(id)], 'Batalkan', '', person);
      expect(state(id)).toBe('✓ Diterima');
      expect(queue(id)).toContain('Tindakan dibatalkan');
      const decided = story.records('Keputusan', ['Oleh']).slice(-2);
      expect(decided.map((row) => [row['Keputusan'], row['Oleh']])).toEqual(
        [
          ['Setujui', KASI],
          ['Batalkan', KASI],
        ].map(([what]) => [what, person]),
      );
    });

    test('Kembalikan with a reason: the village reads it, the figures leave; Batalkan brings them back', async () => {
      const id = idOf('Balang', 'Rekap Linmas');
      const before = story.mails.length;
      await story.decide([number(id)], 'Kembalikan', 'Jumlah pos kamling belum sesuai.', person);
      expect(state(id)).toBe('! Perlu Perbaikan');
      const [mail] = mailsSince(story, before, VILLAGES.balang.operator);
      expect(mail).toContain('Setelah kami periksa, mohon diperbaiki: Jumlah pos kamling belum sesuai.');
      expect(mail).toContain('Perbaiki laporan: https://');
      await story.decide([number(id)], 'Batalkan', '', person);
      expect(state(id)).toBe('✓ Diterima');
    });

    test('Tolak with a reason: the village reads it', async () => {
      const id = idOf('Kalahiang', 'Kependudukan');
      const before = story.mails.length;
      await story.decide([number(id)], 'Tolak', 'Data desa lain.', person);
      expect(state(id)).toBe('! Ditolak');
      expect(mailsSince(story, before, VILLAGES.other.operator)[0]).toContain(
        'tidak dipakai: Data desa lain.',
      );
    });

    test('Lepas: judged again without the hold', async () => {
      const id = idOf('Kalahiang', 'Kependudukan');
      expect(state(id)).toBe('… Menunggu Pembukaan Kunci');
      await story.decide([number(id)], 'Lepas', '', person);
      expect(state(id)).toBe('✓ Diterima');
    });

    test.each([
      ['Kembalikan', 'Balang', 'Mohon isi kolom Alasan, karena alasannya disampaikan kepada desa.'],
      ['Tolak', 'Balang', 'Mohon isi kolom Alasan'],
      ['Lepas', 'Balang', 'Laporan berstatus Diterima tidak dapat dilepas. Data tidak berubah.'],
      ['Batalkan', 'Balang', 'Belum ada tindakan yang dapat dibatalkan.'],
      ['Setujui', 'Kalahiang', 'Laporan berstatus Menunggu Pembukaan Kunci tidak dapat disetujui.'],
      ['Kembalikan', 'Kalahiang', 'Laporan berstatus Menunggu Pembukaan Kunci tidak dapat dikembalikan.'],
    ])('%s of %s is refused in words, and the choice stays', async (action, village, words) => {
      const id = idOf(village, 'Kependudukan');
      const was = state(id);
      await story.decide([number(id)], action, '', person);
      expect(queue(id)).toContain(`! ${words}`);
      expect(queue(id)).toContain(` | ${action} | `);
      expect(state(id)).toBe(was);
    });
  });

  test('an action that is not in the list cannot be typed', async () => {
    await expect(story.decide(['Balang', 'Kependudukan'], 'Hapus')).rejects.toThrow('may not type into');
  });
});
