import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { tabsOf } from '../support/received';
import { openStory, type Story } from '../support/story';
import { differenceOf } from '../support/storyState';
import { KASI, OPENING, OWNER } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

beginEach(async () => {
  story = await openStory();
  await story.pass('2026-08-03T09:14');
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
