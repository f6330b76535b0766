import { beginEach } from '../support/beginEach';
import { sleepUntil } from '../support/crashes';
import { tabsOf } from '../support/received';
import { openStory, type Story } from '../support/story';
import { differenceOf } from '../support/storyState';
import { OPENING, OWNER, VILLAGES, type VillageId } from '../support/threeVillages';

/** Row 23 of the table of input (reports.md §6): rows that have their places, moved by hand. */
let story: Story;

beginEach(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  return story;
});

type Rows = ReturnType<Story['tab']>['sheet']['rows'];
const rowOf = (rows: Rows, village: VillageId): number =>
  rows.findIndex((row) => String(row?.values[0]).startsWith(`${VILLAGES[village].code}|`));
const swap = (rows: Rows): void => {
  const [one, other] = [rowOf(rows, 'balang'), rowOf(rows, 'other')];
  [rows[one], rows[other]] = [rows[other] ?? null, rows[one] ?? null];
};

test.each<[string, (rows: Rows) => void]>([
  ['sorted by another column', swap],
  ['with a row put in', (rows) => rows.splice(rowOf(rows, 'kelurahan'), 0, null)],
  ['with a row taken out', (rows) => rows.splice(rowOf(rows, 'kelurahan'), 1)],
])('Data Kependudukan %s: a report writes over no other village’s row', async (_name, move) => {
  for (const village of ['kelurahan', 'balang', 'other'] as const) await story.submit(village, {});
  move(story.tab('Data Kependudukan').sheet.rows);
  await story.advance('2026-08-03T11:30');
  await story.submit('balang', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } });
  expect(story.rows('Log').flat()).toContain('Tab Data Kependudukan dirapikan');
  const before = tabsOf(story);
  await story.command('rebuild');
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
});

test('Data Kependudukan and Rekap Penduduk upside down: what a hand wrote goes along, each village reads right', async () => {
  for (const village of ['balang', 'other'] as const) await story.submit(village, {});
  const data = story.tab('Data Kependudukan').sheet;
  const recap = story.tab('Rekap Penduduk').sheet;
  const stood = story.rows('Rekap Penduduk');
  const title = 'Kelahiran laki-laki (WNI)';
  const column = (data.rows[0]?.values ?? []).indexOf(title);
  await story.type('Data Kependudukan', rowOf(data.rows, 'balang') + 1, column + 1, '7', OWNER);
  data.rows.splice(1, data.rows.length - 1, ...data.rows.slice(1).reverse());
  recap.rows.splice(3, 3, ...recap.rows.slice(3, 6).reverse());
  // No correction is made of another village's row.
  const wrong = await story.command('correct', { reason: 'contoh' });
  expect(wrong).toMatchObject({ done: false });
  expect(wrong.text).toContain('tidak lagi di tempatnya');
  await story.advance('2026-08-03T11:30');
  expect(await story.health()).toContain('Tab Data Kependudukan dan Rekap Penduduk: Ada baris yang dipindah');
  expect(story.rows('Rekap Penduduk')).toEqual(stood);
  expect(data.rows[rowOf(data.rows, 'balang')]?.values[column]).toBe(7);
  recap.rows.splice(3, 3, ...recap.rows.slice(3, 6).reverse());
  await story.submit('kelurahan', {});
  await story.command('restore');
  const before = tabsOf(story);
  await story.command('rebuild');
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
});
