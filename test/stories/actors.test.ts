import { beginEach } from '../support/beginEach';
import { openStory, type Story } from '../support/story';
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
