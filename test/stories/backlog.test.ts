import type { Snapshot } from '../../local/host/api';
import { drawn, tellPoints } from '../support/crashes';
import { Story } from '../support/story';
import { differenceOf } from '../support/storyState';
import { openOffice, OWNER, type Office } from '../bench/office';
import {
  computed,
  mustEqualRebuilt,
  mustHaveEnded,
  PARINGIN,
  sent,
  takeAll,
  versions,
} from '../support/backlogs';

jest.setTimeout(240_000);

let office: Office;
let begin: Snapshot;

/** Some three hundred answers that nobody read. */
beforeAll(async () => {
  office = await openOffice({ subdistrict: PARINGIN, months: 5, unread: true });
  begin = office.workspace.snapshot();
});

beforeEach(() => {
  office.workspace.restore(begin);
});

/** All forms are looked at by the next run, whatever it is about. */
function blankEvent({ workspace, master }: Office): void {
  const project = workspace.store.get('project', master.projectId);
  if (!project) throw new Error('No project.');
  project.scriptProperties['tanda:formulir'] = String(workspace.clock.now());
  workspace.store.touch('project', master.projectId);
}

test('a decision made while older answers wait takes effect after them', async () => {
  const story = new Story(office.workspace, office.master);
  const village = office.cast.villages[15];
  if (!village) throw new Error('No sixteenth village.');
  const calls = office.workspace.executions.length;
  blankEvent(office);
  const said = await story.order(
    {
      Perintah: 'Koreksi saldo',
      Desa: `Desa ${village.name}`,
      Bulan: 'Juli 2026',
      Alasan: 'pencocokan',
      'WNI L': '2',
    },
    OWNER,
  );
  expect(said).toContain('dikoreksi');
  const records = [...office.workspace.executions.slice(calls), ...(await takeAll(office))];
  mustHaveEnded(records);
  expect(versions(office)).toBe(sent(office));
  const turns = Math.max(...records.map((one) => one.calls['Lock.tryLock'] ?? 0));
  expect(turns).toBeGreaterThan(1);
  const [row] = story.rows('Keputusan').filter((one) => one.includes('Koreksi saldo'));
  expect(row?.join(' ')).toContain(village.code);
  expect(computed(office).some((one) => one.includes('Indeks') && one.includes('pencocokan'))).toBe(true);
  await mustEqualRebuilt(office);
});

test('runs that are interrupted while they take a backlog in end in the same tabs', async () => {
  const { workspace } = office;
  blankEvent(office);
  const start = workspace.snapshot();
  await workspace.clock.advance('PT1H');
  const [first] = workspace.executions.slice(-1);
  await workspace.clock.set('2026-08-03T01:30:00+08:00');
  expect(versions(office)).toBe(sent(office));
  const wanted = computed(office);
  const all = Array.from({ length: first?.changes ?? 0 }, (_value, at) => at + 1);
  const points = drawn(2, 5)(all);
  tellPoints('a backlog', { points: points.length, of: all.length });
  for (const point of points) {
    workspace.restore(start);
    workspace.faults.set({ crashAtChange: point, functionName: 'everyHour' });
    const [struck] = await workspace.clock.advance('PT1H');
    expect(struck?.status).toBe('crashed');
    mustHaveEnded(await takeAll(office));
    await workspace.clock.set('2026-08-03T01:30:00+08:00');
    expect([point, differenceOf(wanted, computed(office)).slice(0, 10)]).toEqual([point, []]);
  }
});

test('Bangun ulang begun while most answers wait tells what would have been told without it', async () => {
  const story = new Story(office.workspace, office.master);
  const told = (): string[] =>
    ['Surat dan Surel', 'Kirim WA'].flatMap((name) =>
      story
        .rows(name)
        .slice(1)
        .map((row) => row[0] ?? '')
        .filter((key) => key !== '')
        .map((key) => `${name} ${key}`)
        .sort(),
    );
  blankEvent(office);
  mustHaveEnded(await takeAll(office));
  const without = told();
  office.workspace.restore(begin);
  blankEvent(office);
  expect((await story.command('rebuild', {}, OWNER)).done).toBe(true);
  mustHaveEnded(await takeAll(office));
  expect(versions(office)).toBe(sent(office));
  expect(without.length).toBeGreaterThan(20);
  expect(told()).toEqual(without);
});
