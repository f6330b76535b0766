import { createApp } from '../../local/web/app';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import type { FormResponseState } from '../../local/state/form';
import {
  change,
  expectReceived,
  historyOf,
  mailsSince,
  post,
  removeRules,
  tabsOf,
} from '../support/received';
import { openStory, type Story } from '../support/story';
import { KASI, OPENING, OWNER, VILLAGES, type VillageId } from '../support/threeVillages';
import { differenceOf } from '../support/storyState';

/**
 * Rows 9, 10, 21, 23 and 30–33 of the table of input (reports.md §6): versions, senders, messages, reviewers.
 * Row 8 (twice, blank, never) is in events.test.ts, the quota of row 31 in messages.test.ts, deleted rows of row 23
 * in days.test.ts.
 */
let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

const TYPES = ['population', 'readiness', 'activities'] as const;
const wrong = { answers: { closingMale: OPENING.male + 28 } };
const stateOf = (id: string): string => historyOf(story, id)?.['Keadaan'] ?? '';
const numberOf = (id: string): string => historyOf(story, id)?.['Nomor laporan'] ?? '';
const sendIn = async (village: VillageId, told: Parameters<typeof post>[2]): Promise<string> => {
  const sent = await post(story, village, told);
  if (sent.response === undefined) throw new Error(`The form answered ${String(sent.status)}.`);
  return sent.response.id;
};
const outbox = (): Record<string, string>[] => story.records('Surat dan Surel', ['Keadaan', 'Judul']);
const operatorRow = (of: VillageId): number =>
  story.rows('Operator').findIndex((line) => line.includes(VILLAGES[of].operator)) + 1;
const operatorColumn = (title: string): number => (story.rows('Operator')[0]?.indexOf(title) ?? -1) + 1;

describe('row 9, sent again', () => {
  const changedAnswers = {
    population: { birthsMale: 1, closingMale: OPENING.male + 1 },
    readiness: { trained: 11 },
    activities: { personnel: 9 },
  };

  test.each(TYPES)('%s: the newer one counts, and the sender reads which replaced which', async (type) => {
    const first = await sendIn('balang', { type });
    const number = numberOf(first);
    await story.advance('2026-08-03T11:30');
    const corrects = type === 'activities' ? { corrects: number } : {};
    const before = story.mails.length;
    await expectReceived(
      story,
      'balang',
      { type, answers: { ...changedAnswers[type], ...corrects } },
      { state: 'Diterima' },
    );
    await story.advance('2026-08-03T17:40');
    const [receipt] = mailsSince(story, before, VILLAGES.balang.operator);
    expect(receipt).toContain(`menggantikan nomor ${number}`);
    if (type === 'population')
      expect(story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang')?.[27]).toBe('611');
    if (type === 'activities')
      expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain('1 laporan, 1 kali');
  });

  test('a wrong version beside an accepted one takes nothing out of the totals', async () => {
    await sendIn('balang', {});
    const before = story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang');
    await story.advance('2026-08-03T11:30');
    await expectReceived(story, 'balang', wrong, {
      state: 'Perlu Perbaikan',
      mail: ['laporan sebelumnya (nomor', 'tetap dihitung'],
      status: ['Sementara itu laporan di atas tetap dihitung'],
    });
    expect(story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang')).toEqual(before);
  });
});

describe('row 10, an answer edited in the form', () => {
  const births = { answers: { birthsMale: 7, closingMale: OPENING.male + 7 } };
  const letEdit = (on: boolean): void => {
    const form = story.form('balang');
    form.allowResponseEdits = on;
    story.workspace.store.touch('form', form.id);
  };
  const sendFirst = async (told: Parameters<typeof post>[2] = {}): Promise<FormResponseState> => {
    const { response } = await post(story, 'balang', told);
    if (response === undefined) throw new Error('The form kept nothing.');
    await story.advance('2026-08-04T10:00');
    return response;
  };
  const versions = (): string[] =>
    story
      .records('Riwayat', ['Keadaan', 'Nomor laporan'])
      .map((row) => [row['Laporan'], row['Bulan'], row['Nomor laporan'], row['Keadaan']].join(' '));
  const malesOf = (): string | undefined =>
    story.rows('Rekap Penduduk').find((row) => row[1] === 'Balang')?.[27];
  const told = (since: number): string[] =>
    mailsSince(story, since, KASI).filter((mail) => mail.includes('Jawaban diubah di formulir'));
  const mustRebuild = async (): Promise<void> => {
    const before = tabsOf(story);
    expect((await story.command('rebuild')).done).toBe(true);
    expect(differenceOf(before, tabsOf(story))).toEqual([]);
  };

  test.each([true, false])(
    'becomes a further version, whether Google moves its time (%s) or not; the Kasi is told and decides',
    async (moves) => {
      story.workspace.switches.editMovesTimestamp = moves;
      const first = await sendFirst();
      const original = historyOf(story, first.id);
      letEdit(true);
      const before = story.mails.length;
      expect((await change(story, 'balang', first, births)).status).toBe(200);
      expect(story.form('balang').responses).toHaveLength(1);
      expect(versions()).toEqual([
        `Kependudukan Juli 2026 ${original?.['Nomor laporan'] ?? ''} ✓ Diterima, sudah diganti perbaikannya`,
        'Kependudukan Juli 2026 2005-260804-100000 ✓ Diterima',
      ]);
      expect(historyOf(story, first.id)?.['Waktu']).toBe(original?.['Waktu']);
      expect(malesOf()).toBe(String(OPENING.male + 7));
      const [mail, ...others] = told(before);
      expect(others).toEqual([]);
      expect(mail).toContain('Jawaban diubah di formulir: Laporan Kependudukan Juli 2026, Desa Balang');
      expect(mail).toContain('Kelahiran laki-laki (WNI): 0 → 7');
      expect(story.form('balang').allowResponseEdits).toBe(false);
      expect(story.rows('Log').flat().join('\n')).toContain('Pengubahan jawaban formulir dimatikan lagi');
      await mustRebuild();

      letEdit(true);
      await change(story, 'balang', first, { answers: { birthsMale: 9, closingMale: OPENING.male + 8 } });
      expect(versions()[2]).toMatch(/Perlu Perbaikan$/);
      expect(malesOf()).toBe(String(OPENING.male + 7));
      await mustRebuild();
      await story.decide(['2005-260804-100000'], 'Tolak', 'bukan angka desa');
      expect(malesOf()).toBe(String(OPENING.male));
      await mustRebuild();
      await sleepUntil(story, '2026-08-05T09:00');
      expect(story.rows('Beranda').flat().join('\n')).not.toContain('terhapus');
    },
  );

  test('one activity stays one, and a report that names another kind of report now leaves the old one', async () => {
    const first = await sendFirst({ type: 'activities' });
    letEdit(true);
    await change(story, 'balang', first, { type: 'activities', answers: { personnel: 9 } });
    expect(story.villageRows('balang', 'Status').flat().join('\n')).toContain('1 laporan, 1 kali');
    letEdit(true);
    await change(story, 'balang', first, {});
    expect(versions().map((row) => row.replace(/\d{4}-\d{6}-\d{6} /, ''))).toEqual([
      'Kegiatan Juli 2026 ✓ Diterima, sudah diganti perbaikannya',
      'Kegiatan Juli 2026 ✓ Diterima, sudah diganti perbaikannya',
      'Kependudukan Juli 2026 ✓ Diterima',
    ]);
    expect(story.villageRows('balang', 'Status').flat().join('\n')).not.toContain('1 laporan, 1 kali');
    await mustRebuild();
  });

  test.each([true, false])(
    'that nobody saw, editing being off again, is found: at once where its time moved (%s), else by Bangun ulang',
    async (moves) => {
      story.workspace.switches.editMovesTimestamp = moves;
      const first = await sendFirst();
      const was = historyOf(story, first.id);
      letEdit(true);
      story.workspace.switches.submitEvents = 'lost';
      await change(story, 'balang', first, births);
      story.workspace.switches.submitEvents = 'normal';
      letEdit(false);
      const before = story.mails.length;
      await story.advance('2026-08-04T15:00');
      expect(versions()).toHaveLength(moves ? 2 : 1);
      expect(historyOf(story, first.id)?.['Waktu']).toBe(was?.['Waktu']);
      expect(told(before)).toHaveLength(moves ? 1 : 0);
      await story.command('rebuild');
      await story.advance('PT1H');
      expect(versions()).toHaveLength(2);
      expect(told(before)).toHaveLength(1);
      expect(malesOf()).toBe(String(OPENING.male + 7));
      await mustRebuild();
    },
  );
});

describe('row 21, a sender nobody knows', () => {
  const stranger = 'tetangga@contoh.id';
  const letIn = (): void => {
    const file = story.workspace.store.get('file', story.form('balang').id);
    if (file === undefined) throw new Error('The form is no file.');
    file.publishedReaders = [...(file.publishedReaders ?? []), stranger];
    story.workspace.store.touch('file', file.id);
  };

  test('is refused by the form itself', async () => {
    const sent = await post(story, 'balang', { person: stranger });
    expect(sent.status).toBe(403);
    expect(sent.page).toContain('Anda memerlukan izin');
    expect(sent.response).toBeUndefined();
  });

  test.each(TYPES)('%s from somebody let in by hand is held; the Kasi is told, and decides', async (type) => {
    letIn();
    const words = `Alamat ${stranger} belum terdaftar sebagai operator di sini. Kasi memeriksanya dulu.`;
    const { id } = await expectReceived(
      story,
      'balang',
      { type, person: stranger },
      { state: 'Ditahan: pengirim tidak dikenal', found: [words], mail: ['Ditahan', words], status: [words] },
    );
    expect(story.mails.at(-1)?.to).toEqual([VILLAGES.balang.operator, stranger]);
    const before = story.mails.length;
    await story.pass('2026-08-04T08:40');
    expect(mailsSince(story, before, KASI)[0]).toContain('Pengirim tidak dikenal (Juli): Balang.');
    await story.decide([numberOf(id)], 'Lepas');
    expect(stateOf(id)).toBe('✓ Diterima');
    await story.decide([numberOf(id)], 'Batalkan');
    expect(stateOf(id)).toContain('pengirim tidak dikenal');
    await story.decide([numberOf(id)], 'Tolak', 'bukan petugas desa');
    expect(stateOf(id)).toBe('! Ditolak');
    expect(mailsSince(story, before, VILLAGES.balang.operator).at(-1)).toContain(
      'tidak dipakai: bukan petugas desa',
    );
  });
});

describe('row 23, rows that somebody moves or sorts', () => {
  test('a sorted and an edited tab of answers change nothing: the form is read, not the tab', async () => {
    await sendIn('balang', {});
    const book = story.form('balang').destination;
    const tab = story.workspace.store
      .get('spreadsheet', book?.spreadsheetId ?? '')
      ?.sheets.find((sheet) => sheet.sheetId === book?.sheetId);
    const row = tab?.rows[1];
    if (row === undefined || row === null) throw new Error('No row of answers.');
    row.values = row.values.map((value, at) => (at > 3 ? '999' : value));
    await story.advance('2026-08-03T11:30');
    const before = tabsOf(story).filter((line) => line.includes('/Data Kependudukan/'));
    await story.command('rebuild');
    expect(tabsOf(story).filter((line) => line.includes('/Data Kependudukan/'))).toEqual(before);
    expect(before.join(' ')).not.toContain('999');
  });

  test.each(['Riwayat', 'Antrean Tinjau', 'Data Kegiatan'])(
    '%s turned upside down: the next report finds its rows by their keys',
    async (name) => {
      const ids = [await sendIn('balang', wrong), await sendIn('other', { type: 'activities' })];
      ids.push(await sendIn('kelurahan', {}), await sendIn('other', {}));
      const sheet = story.tab(name).sheet;
      const filled = sheet.rows.slice(1).filter((row) => (row?.values[0] ?? '') !== '');
      sheet.rows.splice(1, filled.length, ...filled.reverse());
      await story.advance('2026-08-03T11:30');
      ids.push(
        await sendIn('balang', {}),
        await sendIn('other', { type: 'activities', answers: { personnel: 4 } }),
      );
      const keys = story
        .rows(name)
        .slice(1)
        .map((row) => row[0] ?? '')
        .filter((key) => key !== '');
      expect(new Set(keys).size).toBe(keys.length);
      await story.advance('2026-08-04T01:10');
      const before = tabsOf(story);
      await story.command('rebuild');
      const apart = differenceOf(before, tabsOf(story)).map((line) => line.replace(/\/\d+ /, '/ '));
      // Where a row stands may differ; what it says does not.
      expect(
        apart.filter((line) => !apart.includes(`${line.startsWith('-') ? '+' : '-'}${line.slice(1)}`)),
      ).toEqual([]);
    },
  );
});

describe('row 30, one mailbox for several villages', () => {
  test('is taken where each lists it, and only there', async () => {
    const shared = VILLAGES.balang.operator;
    await story.type('Operator', operatorRow('other'), operatorColumn('Email'), shared, KASI);
    await expectReceived(story, 'other', { person: shared }, { state: 'Diterima' });
    await expectReceived(story, 'balang', { person: shared }, { state: 'Diterima' });
    const sent = await post(story, 'kelurahan', { person: shared });
    expect(sent.status).toBe(403);
    const { workspace } = story;
    const page = await createApp(workspace).request(
      `/forms/d/e/${story.form('other').publishedId}/viewform`,
      {
        headers: { cookie: `as=${shared}` },
      },
    );
    expect(page.status).toBe(200);
  });

  test('an operator counts on the days for which she is listed', async () => {
    await story.type('Operator', operatorRow('balang'), operatorColumn('Berlaku sampai'), '31/07/2026', KASI);
    const file = story.workspace.store.get('file', story.form('balang').id);
    expect(file?.publishedReaders).not.toContain(VILLAGES.balang.operator);
    expect((await post(story, 'balang', {})).status).toBe(403);
  });
});

describe('row 31, addresses that take nothing', () => {
  test('a mail that Google refuses is told and stops nobody', async () => {
    story.workspace.faults.set({
      failMember: 'MailApp.sendEmail',
      message: 'Invalid email: x',
      until: 'next',
    });
    await sendIn('balang', wrong);
    expect(outbox().at(-1)?.['Keadaan']).toContain('Alamat email ditolak');
    const home = (): string => story.rows('Beranda').flat().join('\n');
    expect(home()).toContain('1 pesan ditolak alamat emailnya');
    const address = 'alamat.benar@contoh.id';
    await story.type('Operator', operatorRow('balang'), operatorColumn('Email'), address, KASI);
    const rows = story.rows('Surat dan Surel');
    const row = rows.findIndex((line) => line.join(' ').includes('Alamat email ditolak'));
    await story.type('Surat dan Surel', row + 1, (rows[0]?.indexOf('Kirim ulang') ?? 0) + 1, 'TRUE', KASI);
    expect(story.mails.at(-1)).toMatchObject({ to: [address] });
    expect(home()).not.toContain('ditolak alamat emailnya');
    await sendIn('other', wrong);
    expect(outbox().at(-1)?.['Keadaan']).toBe('✓ Terkirim');
  });

  test('an address that is no Google account becomes a to-do, and everything else goes on', async () => {
    const address = 'bukan.akun@contoh.test';
    story.workspace.switches.noAccount.push(address);
    await story.type('Operator', operatorRow('balang'), operatorColumn('Email'), address, KASI);
    story.workspace.switches.noAccount.length = 0;
    const home = story.rows('Beranda').flat().join('\n');
    expect(home).toContain('bukan.akun@contoh.test belum dapat diberi izin mengisi formulir');
    await expectReceived(story, 'other', {}, { state: 'Diterima' });
  });
});

describe('row 32, a reminder after the report came in', () => {
  test('is looked at again before it leaves, and stays', async () => {
    story.workspace.faults.set({ mailQuota: 0, until: 'cleared' });
    await story.pass('2026-08-06T08:40');
    expect(outbox().filter((row) => row['Keadaan'] === '… Menunggu dikirim').length).toBeGreaterThan(1);
    await sendIn('balang', {});
    await sendIn('balang', { type: 'readiness' });
    await sendIn('other', {});
    const before = story.mails.length;
    story.workspace.faults.clear();
    await story.advance('PT2H');
    const balang = mailsSince(story, before, VILLAGES.balang.operator);
    expect(balang.filter((mail) => mail.includes('Belum kami terima'))).toEqual([]);
    const [other] = mailsSince(story, before, VILLAGES.other.operator);
    expect(other).toContain('satu laporan Desa Kalahiang untuk Juli 2026 belum kami terima: Rekap Linmas.');
    const dropped = outbox().filter((row) => row['Kepada'] === VILLAGES.balang.operator);
    expect(dropped.at(-1)?.['Keadaan']).toContain('Tidak dikirim');
    const twins = story.rows('Kirim WA').filter((row) => row[0]?.split('|')[3] === 'late');
    const textOf = (of: VillageId): string =>
      twins.find((row) => row[0]?.startsWith(VILLAGES[of].code))?.[5] ?? '';
    expect(textOf('balang')).toBe('Tidak perlu dikirim lagi: keadaannya sudah berubah.');
    expect(textOf('other')).toContain('Rekap Linmas');
    expect(textOf('other')).not.toContain('Kependudukan');
    expect(textOf('kelurahan')).toContain('Kependudukan');
  });

  test('its text in Kirim WA that is ticked as sent stays as it was sent', async () => {
    story.workspace.faults.set({ mailQuota: 0, until: 'cleared' });
    await story.pass('2026-08-06T08:40');
    const key = `${VILLAGES.balang.code}|2026-07|-|late`;
    const textNow = (): string => story.rows('Kirim WA').find((row) => row[0] === key)?.[5] ?? '';
    const rows = story.rows('Kirim WA');
    const row = rows.findIndex((line) => line[0] === key) + 1;
    await story.type('Kirim WA', row, (rows[0]?.indexOf('Sudah dikirim') ?? -1) + 1, 'TRUE', KASI);
    const sent = textNow();
    expect(sent).toContain('Kependudukan');
    await sendIn('balang', {});
    await sendIn('balang', { type: 'readiness' });
    story.workspace.faults.clear();
    await story.advance('PT2H');
    expect(outbox().filter((one) => one['Keadaan']?.includes('Tidak dikirim'))).toHaveLength(1);
    expect(textNow()).toBe(sent);
  });
});

describe('row 33, who may approve what', () => {
  test('a report with errors cannot be approved', async () => {
    const stranger = 'tetangga@contoh.id';
    const file = story.workspace.store.get('file', story.form('balang').id);
    if (file === undefined) throw new Error('The form is no file.');
    file.publishedReaders = [...(file.publishedReaders ?? []), stranger];
    removeRules(story, 'balang');
    const id = await sendIn('balang', { person: stranger, answers: { birthsMale: 'dua' } });
    expect(stateOf(id)).toContain('Ditahan');
    await story.decide([numberOf(id)], 'Setujui');
    const row = (): string =>
      story
        .rows('Antrean Tinjau')
        .find((line) => line[0] === id)
        ?.join(' | ') ?? '';
    expect(row()).toContain(
      'Laporan berstatus Ditahan: pengirim tidak dikenal tidak dapat disetujui. Data tidak berubah.',
    );
    await story.decide([numberOf(id)], 'Lepas');
    expect(stateOf(id)).toBe('! Perlu Perbaikan');
    await story.decide([numberOf(id)], 'Setujui');
    expect(row()).toContain('Laporan berstatus Perlu Perbaikan tidak dapat disetujui');
    expect(stateOf(id)).toBe('! Perlu Perbaikan');
  });

  test('somebody who is no reviewer meets the protected range, in Google’s words', async () => {
    await sendIn('balang', {});
    const other = VILLAGES.other.operator;
    await expect(story.decide(['Balang', 'Kependudukan'], 'Setujui', '', other)).rejects.toThrow(
      'may not type into',
    );
    const master = story.workspace.store.get('file', story.fileId);
    if (master === undefined) throw new Error('The master is no file.');
    master.editors = [...master.editors, other];
    await expect(story.decide(['Balang', 'Kependudukan'], 'Setujui', '', other)).rejects.toThrow(
      'You are trying to edit a protected cell or object',
    );
    await expect(story.order({ Perintah: 'Bangun ulang' }, other)).rejects.toThrow('protected cell');
    await expect(story.type('Rekap Penduduk', 5, 5, '9', KASI)).rejects.toThrow('protected cell');
    expect(story.rows('Keputusan').filter((row) => row[3] === 'Setujui')).toEqual([]);
    expect(OWNER).not.toBe(other);
  });
});
