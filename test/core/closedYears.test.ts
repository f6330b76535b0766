import type { Version } from '../../src/core/book';
import { closedProblem, closedYearOf, isArchived, type ClosedYear } from '../../src/core/closedYears';
import { nextYear } from '../../src/core/yearClosing';
import { isOldLog, isOldText } from '../../src/flows/archive';
import { at, decision, envOf, report, someSettings, VillageStory } from '../support/villageStory';

const closed = (year: string, before: number): ClosedYear => ({
  year,
  before,
  at: before + 1000,
  archive: `arsip-${year}`,
  answers: {},
});
const FIRST = closed('2026', at('2027-01-22'));
const BOTH = [FIRST, closed('2027', at('2028-01-22'))];
const december = { closingMale: 610, closingFemale: 592 };

test('months belong to the first closed year that reaches them; older ones to it as well', () => {
  expect(
    ['2025-12', '2026-07', '2027-01', '2028-01'].map((period) => closedYearOf(BOTH, period)?.year),
  ).toEqual(['2026', '2026', '2027', undefined]);
  expect(isArchived([FIRST], '2026-12', at('2027-01-04'))).toBe(true);
  expect(isArchived([FIRST], '2026-12', at('2027-01-23'))).toBe(false);
  expect(isArchived(undefined, '2026-12', at('2027-01-04'))).toBe(false);
});

test('years are closed in order, from that of go-live on', () => {
  expect(nextYear(someSettings())).toBe('2026');
  expect(nextYear(someSettings(), BOTH)).toBe('2028');
});

test('a report of a closed year waits for ever, in an unlock window and after a release too; what came before stays', () => {
  const story = new VillageStory({ ...envOf(), closed: [FIRST] });
  const inTime = report('population', '2026-12', at('2027-01-04'), december);
  const early = report('population', '2026-12', at('2027-01-22'), december);
  const late = report('population', '2026-12', at('2027-01-23'), december);
  story.arrive(inTime, early);
  expect(story.version(early).findings.at(-1)?.message).toContain('ditutup 20 Januari 2027');
  story.arrive(
    decision('unlock', at('2027-01-22', '10:00:00'), { period: '2026-12', until: at('2027-02-20') }),
  );
  story.arrive(late);
  expect(story.state(late)).toContain('awaitingUnlock');
  expect(story.version(late).findings.at(-1)?.message).toContain('Tahun 2026 sudah ditutup buku');
  expect(story.state(inTime)).toContain('accepted');
  const january = report('population', '2027-01', at('2027-02-03'), december);
  story.arrive(january);
  expect(story.state(january)).toContain('accepted');
});

test('what corrects an activity of a closed year is a report of its own, with a note; the old one stays', () => {
  const story = new VillageStory({ ...envOf(), closed: [FIRST] });
  const old = report('activities', undefined, at('2026-12-29'), { date: '2026-12-28' });
  story.arrive(old);
  const { number } = story.version(old);
  const again = report('activities', undefined, at('2027-01-25'), { date: '2027-01-20', corrects: number });
  story.arrive(again);
  expect(story.version(old).replaced).toBeUndefined();
  expect(story.state(again)).toContain('accepted');
  expect(
    story
      .version(again)
      .findings.map((one) => one.message)
      .join(),
  ).toContain(`Nomor laporan ${number} termasuk tahun 2026 yang sudah ditutup buku`);
});

test('of a closed year only what came late may be decided about, and only refused', () => {
  const version = (when: string, state: Version['state']): Version =>
    ({ at: at(when), state }) as unknown as Version;
  const may = (one: Version, action: Parameters<typeof closedProblem>[3]): boolean =>
    closedProblem([FIRST], '2026-12', one, action) === undefined;
  const late = version('2027-01-23', 'awaitingUnlock');
  expect([may(late, 'reject'), may(late, 'release'), may(late, 'cancel')]).toEqual([true, false, false]);
  expect(may(version('2027-01-23', 'rejected'), 'cancel')).toBe(true);
  expect(may(version('2027-01-04', 'approved'), 'cancel')).toBe(false);
  expect(closedProblem([FIRST], '2027-01', late, 'release')).toBeUndefined();
});

test('rows of what happened go by their year; what cannot be read stays', () => {
  expect(isOldLog(['31 Desember 2026 pukul 23.59 WITA'], '2026')).toBe(true);
  expect(isOldLog(['1 Januari 2027 pukul 00.00 WITA'], '2026')).toBe(false);
  expect(isOldLog(['catatan tangan 2026'], '2026')).toBe(false);
  expect(isOldText(['k', '3|2026-12-31T08:00:00|k'], '2026')).toBe(true);
  expect(isOldText(['k', ''], '2026')).toBe(false);
});
