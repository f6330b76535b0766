import { profileOf } from '../../src/reports/profiles';
import { tabsOf } from '../support/received';
import { differenceOf } from '../support/storyState';
import { judgeAll, recount } from '../year/look';
import { playYear } from '../year/play';
import { leaksOf } from '../year/privacy';
import { openOffice } from '../year/setUp';
import { tooMuchWork } from '../year/work';

jest.setTimeout(7_200_000);

/** A whole year, played hour by hour where the clock has work; all villages of a sub-district: `npm run year`. */
test.each([
  ['kudapanmas', '63.11.06', 5],
  ['sinar-linmas', '63.11.01', 7],
] as const)(
  'a year of %s agrees with a recount, figure by figure, and so it does rebuilt',
  async (profile, subdistrict, villages) => {
    const office = await openOffice({
      profile,
      subdistrict,
      villages,
      seed: 7,
      firstPeriod: '2027-01',
      months: 12,
      odd: 0.5,
    });
    const played = await playYear(office);
    const recounted = recount(office, played);
    expect((await judgeAll(recounted)).differences).toEqual([]);
    expect(tooMuchWork(played.works, profileOf(profile).optional)).toEqual([]);
    const leaks = leaksOf(office.story, '2027-01');
    expect(leaks.found).toEqual([]);
    expect(leaks.looked).toBeGreaterThan(100);
    const before = tabsOf(office.story);
    expect((await office.story.command('rebuild')).done).toBe(true);
    expect(differenceOf(before, tabsOf(office.story))).toEqual([]);
    expect((await judgeAll(recounted)).differences).toEqual([]);
  },
);
