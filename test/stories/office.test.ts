import type { Dashboard } from '../../src/core/dashboard';
import type { CommandResult } from '../../src/flows/dialog';
import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { HandOver, NEXT } from '../support/handOver';
import { openStory, type Story } from '../support/story';
import { differenceOf, storyState } from '../support/storyState';
import { KASI, OPENING, OWNER } from '../support/threeVillages';

jest.setTimeout(120_000);

let story: Story;
let hand: HandOver;

beginEach(async () => {
  story = await openStory();
  hand = new HandOver(story);
  story.workspace.people.others.push(NEXT);
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  return story;
});

const log = (): string =>
  story
    .rows('Log')
    .map((row) => row.join(' '))
    .join('\n');

describe('Serah terima akun', () => {
  test('goes from account to account: files, triggers, settings, mail, and each report once', async () => {
    expect((await hand.open('Serah terima akun…', OWNER)).action).toBe('Bagikan berkas');
    const files = hand.owners[OWNER] ?? 0;
    expect((await hand.give()).text).toContain(`Semua berkas sudah dibagikan ke ${NEXT}.`);
    expect(hand.creators).toEqual([OWNER]);
    expect((await hand.open('Ambil alih…', NEXT)).action).toBe('Ambil alih');
    const taken = await hand.take();
    expect(taken.text).toContain(`${NEXT} memegang semua sejak 3 Agustus 2026`);
    expect(taken.lines?.[0]).toBe(`✓ Semua berkas milik ${NEXT}.`);
    expect(taken.lines?.at(-1)).toContain('✓ 3 formulir menerima jawaban');
    expect(hand.owners).toEqual({ [NEXT]: files });
    expect(hand.left).toMatchObject({ keeper: NEXT, setting: NEXT, by: NEXT, isInForce: true });
    expect(log()).toContain(`Akun kantor diambil alih   ${OWNER} ${NEXT} oleh akun yang ditunjuk`);
    expect(story.mails.at(-1)).toMatchObject({ from: NEXT, to: [NEXT] });

    // Both accounts' triggers fire once more; the old account's remove themselves.
    expect(hand.creators).toEqual([NEXT, OWNER].sort());
    const before = story.mails.length;
    const { executions } = await story.submit('other', { answers: { closingMale: OPENING.male + 9 } });
    expect(executions.map((one) => one.user).sort()).toEqual([NEXT, OWNER].sort());
    expect(hand.creators).toEqual([NEXT]);
    expect(hand.versions('Kalahiang')).toBe(1);
    expect(story.mails.slice(before).map((mail) => mail.from)).toEqual([NEXT]);
    await sleepUntil(story, '2026-08-06T09:14');
    expect(log()).toContain('Serah terima akun selesai');
    expect(await story.health(NEXT)).not.toContain('!');
    expect(new Set(story.mails.slice(before).map((mail) => mail.from))).toEqual(new Set([NEXT]));
    const order = await story.command('recap', { period: 'Juli 2026' }, OWNER);
    expect(order.text).toContain('bukan peninjau');
  });

  test('wrong account, wrong order, wrong address: a sentence, and nothing changes', async () => {
    const before = storyState(story);
    const refusals: [CommandResult, string][] = [
      [await hand.take(OWNER), 'sudah akun kantor'],
      [await hand.take(NEXT), 'Serah terima belum dimulai'],
      [await hand.take(NEXT, 'akun lama terkunci'), 'belum dapat mengubah semua yang diperlukan'],
      [await hand.take(KASI, 'coba'), 'belum dapat mengubah semua yang diperlukan'],
      [await hand.give({}, KASI), `hanya dapat dijalankan dengan akun kantor ${OWNER}`],
      [await hand.give({ email: 'kantor' }), 'Tertulis "kantor"'],
      [await hand.give({ email: OWNER.toUpperCase() }), 'sudah akun kantor'],
      [await hand.give({ email: 'budi.contoh@contoh.id' }), 'tampak seperti akun pribadi'],
      [await story.command('giveOwnership', {}, KASI), 'tidak punya berkas'],
      [await story.command('tidak ada', {}), 'tidak dikenal'],
    ];
    for (const [answer, words] of refusals) {
      expect(answer).toMatchObject({ done: false });
      expect(answer.text).toContain(words);
      expect(answer.text).toContain('Data tidak berubah.');
    }
    story.workspace.switches.noAccount.push('kantor.tiada@contoh.id');
    expect((await hand.give({ email: 'kantor.tiada@contoh.id' })).text).toContain('Google menolak');
    story.workspace.switches.noAccount.length = 0;
    expect(differenceOf(before, storyState(story))).toEqual([]);
    expect((await hand.open('Serah terima akun…', KASI)).action).toBe('');
    await hand.give();
    expect((await hand.open('Serah terima akun…', NEXT)).action).toBe('');
    expect((await hand.take(KASI)).text).toContain(`Serah terima ini ditujukan ke ${NEXT}`);
    expect(await hand.give({ email: 'budi.contoh@contoh.id', sure: 'ya' })).toMatchObject({ done: true });
    expect((await hand.take(NEXT)).text).toContain('ditujukan ke budi.contoh@contoh.id');
    // Nobody takes it up.
    await sleepUntil(story, '2026-08-08T09:00');
    expect(story.rows('Beranda').flat().join('\n')).toContain(
      'budi.contoh@contoh.id belum menekan Ambil alih',
    );
  });

  test('an old account that is out of reach: the new one works, and what is still foreign is told', async () => {
    await hand.give();
    for (const id of story.workspace.store.ids('file')) {
      const one = story.workspace.store.get('file', id);
      if (one !== undefined) delete one.pendingOwner;
    }
    await story.command('recap', { period: 'Juli 2026' });
    const taken = await hand.take();
    expect(taken.links?.[0]?.url).toContain('pendingowner');
    expect(taken.lines?.join('\n')).toContain('berkas masih milik akun lama');
    hand.project.triggers = hand.project.triggers.filter((one) => one.creator === NEXT);
    await story.submit('other', {});
    expect(hand.versions('Kalahiang')).toBe(1);
    // The recap's file of the old account cannot be thrown away by the new one.
    expect(await story.command('recap', { period: 'Juli 2026' }, NEXT)).toMatchObject({ done: true });
    await sleepUntil(story, '2026-08-05T09:00');
    expect(story.rows('Beranda').flat().join('\n')).toContain(`berkas masih milik ${OWNER}`);
    // The old account is found again after all.
    expect((await hand.open('Serah terima akun…', OWNER)).action).toBe('Serahkan kepemilikan');
    expect((await story.command('giveOwnership', {}, OWNER)).text).toContain('berkas ditawarkan');
    expect((await hand.open('Ambil alih…', NEXT)).action).toBe('Terima kepemilikan');
    expect((await hand.take()).lines?.[0]).toBe(`✓ Semua berkas milik ${NEXT}.`);
    expect(hand.owners[OWNER]).toBeUndefined();
    expect((await hand.take(OWNER)).text).toContain(`Akun kantor sudah ${NEXT}`);
  });

  test('a report that both accounts’ triggers answer at the same moment is received at once, and once', async () => {
    await hand.give();
    await hand.take();
    expect(await hand.together([1, 2, 3, 4, 5, 6])).toEqual({});
  });

  test('and back again', async () => {
    await hand.give();
    await hand.take();
    await story.submit('other', {});
    expect((await hand.give({ email: OWNER }, NEXT)).text).toContain(`sudah dibagikan ke ${OWNER}`);
    expect((await hand.take(OWNER)).lines?.[0]).toBe(`✓ Semua berkas milik ${OWNER}.`);
    await story.submit('balang', { type: 'readiness' });
    expect(hand.left).toMatchObject({ keeper: OWNER, setting: OWNER, creators: [OWNER] });
    expect(hand.owners[NEXT]).toBeUndefined();
  });

  test('interrupted and done again it ends in the same place', async () => {
    const tried = await hand.interrupted((all) => all.filter((at) => at % 24 === 7));
    expect(tried.wrong).toEqual({});
    expect(tried.points).toBeGreaterThan(3);
  });
});

describe('Bongkar', () => {
  const down = (name = 'paringin', person = OWNER): Promise<CommandResult> =>
    story.command('dismantle', { name }, person);
  const files = (): string[] => {
    const { store } = story.workspace;
    return store.ids('file').map((id) => `${id} ${String(store.get('file', id)?.trashed)}`);
  };
  /** All rows of the records, told without what a later run adds. */
  const records = (): string => JSON.stringify([story.rows('Riwayat'), story.rows('Data Kependudukan')]);

  test('only the office, only with the name', async () => {
    const before = storyState(story);
    expect((await hand.open('Bongkar…', KASI)).action).toBe('');
    expect((await hand.open('Bongkar…', OWNER)).lines.join('\n')).toContain('3 formulir ditutup');
    expect((await down('Paringin', KASI)).text).toContain('hanya dapat dijalankan dengan akun kantor');
    expect((await down('Juai')).text).toContain('Tertulis "Juai"');
    expect(differenceOf(before, storyState(story))).toEqual([]);
  });

  test('stops everything, deletes nothing, and Pasang goes on with the same files and records', async () => {
    const before = { files: files(), records: records(), form: story.form('balang').id };
    const said = await down('Kecamatan PARINGIN');
    expect(said.text).toContain('sudah dibongkar');
    expect(files()).toEqual(expect.arrayContaining(before.files));
    expect(hand.project.triggers).toEqual([]);
    const refused = await story.submit('other', { person: KASI });
    expect(JSON.stringify(refused)).toContain('Pelaporan KUDAPANMAS Kecamatan Paringin sudah ditutup.');
    expect(JSON.stringify(await story.submit('other', {}))).toContain('memerlukan izin');
    const readers = story.workspace.store.get('file', before.form)?.publishedReaders ?? [];
    expect(readers).toEqual([KASI]);
    const archive = story.workspace.store
      .ids('spreadsheet')
      .find((id) => story.workspace.store.get('file', id)?.name.startsWith('Arsip akhir KUDAPANMAS'));
    const kept = story.workspace.store.get('spreadsheet', archive ?? '')?.sheets ?? [];
    expect(kept.map((sheet) => sheet.name)).toEqual(
      expect.arrayContaining(['Data Kependudukan', 'Riwayat', 'Keputusan', 'Log', 'Surat dan Surel']),
    );
    expect(JSON.stringify(kept.find((sheet) => sheet.name === 'Riwayat')?.rows)).toContain('Balang');
    expect((await down()).text).toContain('Sudah dibongkar');
    expect((await story.command('recap', { period: 'Juli 2026' }, KASI)).text).toContain('jalankan Pasang');
    expect(story.rows('Beranda').flat().join('\n')).toContain('Sudah dibongkar');
    expect(await story.pass('2026-09-02T09:14')).toEqual([]);

    story.install();
    expect(story.form('balang').id).toBe(before.form);
    expect(records()).toBe(before.records);
    expect(hand.project.triggers).toHaveLength(3);
    expect(story.rows('Beranda').flat().join('\n')).not.toContain('Sudah dibongkar');
    expect(await story.submit('other', {})).toMatchObject({ accepted: true });
    expect(hand.versions('Kalahiang')).toBe(1);
    await sleepUntil(story, '2026-09-03T09:00');
    expect(await story.health()).not.toContain('!');
  });

  test('interrupted it goes on, or is undone', async () => {
    const begin = story.workspace.snapshot();
    for (const crashAtChange of [4, 11, 30, 60]) {
      story.workspace.restore(begin);
      story.workspace.faults.set({ crashAtChange, functionName: 'pageRun' });
      await expect(down()).rejects.toThrow('crashed');
      story.workspace.faults.clear();
      if (crashAtChange === 11) {
        expect(await story.health()).toContain('! Bongkar belum selesai');
        story.install();
        expect(await story.submit('other', {})).toMatchObject({ accepted: true });
        continue;
      }
      expect((await down()).text).toContain('ibongkar');
      expect(hand.project.triggers).toEqual([]);
      const archives = files().filter((one) =>
        story.workspace.store.get('file', one.split(' ')[0] ?? '')?.name.startsWith('Arsip akhir'),
      );
      expect(archives.filter((one) => one.endsWith('false'))).toHaveLength(2);
    }
  });
});

describe('Dasbor', () => {
  /** What the page draws, as that person opens it or chooses a month in it. */
  async function shown(person: string, period?: string): Promise<Dashboard> {
    if (period !== undefined) {
      const functionName = 'pageDashboard';
      const outcome = await story.workspace.callFromPage({ functionName, args: [period], person });
      return outcome.result as Dashboard;
    }
    await story.clickItem('Dasbor', person);
    const html = story.workspace.whatIsShown(story.fileId).dialog?.html ?? '';
    return JSON.parse(/var shown = (\{.*\});/.exec(html)?.[1] ?? '{}') as Dashboard;
  }

  test('shows the month out of the tabs, to the owner and to the Kasi alike', async () => {
    await story.submit('balang', { type: 'activities' });
    await sleepUntil(story, '2026-08-07T09:00');
    const page = await shown(KASI);
    expect(page).toEqual(await shown(OWNER));
    expect(page).toMatchObject({ month: 'Juli 2026', empty: '' });
    expect(page.compliance[0]).toMatchObject({ label: 'Desa/kelurahan lengkap', text: '0 dari 3' });
    expect(page.compliance[1]).toMatchObject({ text: '1 dari 3', share: 1 / 3 });
    const figures = Object.fromEntries(page.people.map((one) => [one.label, one.value]));
    const home = story.rows('Beranda').find((row) => row[0]?.startsWith('Penduduk akhir bulan'));
    expect(home?.[1]).toContain(figures['Penduduk akhir bulan']);
    expect(figures['Perubahan sejak awal bulan']).toBe('tetap');
    expect(figures['Rasio jenis kelamin']).toBe('103,0');
    expect(figures).toMatchObject({ 'Jiwa per KK': '3,4', 'Angka kelahiran': '–' });
    expect(page.activities[0]?.label).toBe('Kegiatan Linmas');
    expect(page.late.map((one) => one.village)).toContain('Desa Kalahiang');
    expect(page.late[0]?.text).toMatch(/^! /);
    const toDos = story.rows('Beranda').map((row) => (row[0] ?? '').replace(/^! /, ''));
    for (const { text } of page.toDos) expect(toDos).toContain(text);
    expect(page.footer).toContain('bukan SIAK; 1 dari 3');
  });

  test('a month without reports says what will stand there; another month can be chosen', async () => {
    await sleepUntil(story, '2026-09-02T09:14');
    const page = await shown(KASI);
    expect(page.months.map((one) => one.label)).toEqual(['Agustus 2026', 'Juli 2026']);
    expect(page.empty).toContain('Belum ada laporan Agustus 2026.');
    expect([page.people, page.activities, page.kinds]).toEqual([[], [], []]);
    expect(await shown(KASI, '2026-07')).toMatchObject({ month: 'Juli 2026', empty: '' });
    expect(await shown(KASI, 'lusa')).toMatchObject({ month: 'Agustus 2026' });
  });
});
