import { profileOf } from '../../src/reports/profiles';
import { tabsOf } from '../support/received';
import { differenceOf } from '../support/storyState';
import { judgeRows, nothingJudged } from '../year/judged';
import { judgeAll, recount } from '../year/look';
import { playYear } from '../year/play';
import { leaksOf } from '../year/privacy';
import { booksOf } from '../year/recount/figures';
import { yearRows } from '../year/recount/population';
import { openOffice } from '../year/setUp';
import type { MonthTruth, YearTruth } from '../year/truth';
import { tooMuchWork } from '../year/work';

/** The same year, but that one man more was born in the last month. */
function oneMore(year: YearTruth): YearTruth {
  const more = (month: MonthTruth): MonthTruth => {
    const [a, b, c, d] = month.flows.births;
    return { ...month, flows: { ...month.flows, births: [a, b, c + 1, d] } };
  };
  const [first, ...others] = year.villages;
  if (first === undefined) return year;
  const months = first.months.map((month, at) => (at === first.months.length - 1 ? more(month) : month));
  return { ...year, villages: [{ ...first, months }, ...others] };
}

/** The whole year of five villages lies in test/long; `npm run year` plays as many as are wanted. */
test('two months of all reports agree with a recount, figure by figure, and so they do rebuilt', async () => {
  const office = await openOffice({
    profile: 'kudapanmas',
    subdistrict: '63.11.06',
    seed: 5,
    firstPeriod: '2027-05',
    months: 2,
    odd: 1,
    villages: 2,
  });
  const played = await playYear(office, { asleep: true });
  const recounted = recount(office, played);
  const judged = await judgeAll(recounted);
  expect(judged.differences).toEqual([]);
  expect(judged.cells).toBeGreaterThan(2500);
  expect(tooMuchWork(played.works, profileOf('kudapanmas').optional)).toEqual([]);
  const leaks = leaksOf(office.story, '2027-05');
  expect(leaks.found).toEqual([]);
  expect(leaks.looked).toBeGreaterThan(100);

  const before = tabsOf(office.story);
  expect((await office.story.command('rebuild')).done).toBe(true);
  expect(differenceOf(before, tabsOf(office.story))).toEqual([]);
  expect((await judgeAll(recounted)).differences).toEqual([]);

  // The recount sees a single figure: births, closing and jiwa of the month, its half and the year, and all sums.
  const wrong = nothingJudged();
  const rows = office.story.rows('Rekap Tahunan');
  judgeRows(wrong, 'Rekap Tahunan', yearRows(booksOf(oneMore(office.year))), rows, 3);
  expect(wrong.differences.length).toBeGreaterThan(12);
}, 240_000);
