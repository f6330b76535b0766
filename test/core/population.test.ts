import type { Difference } from '../../src/core/book';
import { adjustmentMonth, outstanding } from '../../src/core/ledgerView';
import {
  arithmetic,
  closingOf,
  controlGap,
  familyMembers,
  flowQuestion,
  householdGap,
  people,
  stockText,
} from '../../src/core/population';
import { at, decision, report, stock, VillageStory } from '../support/villageStory';

const opening = stock(608, 592, 351, [2, 0]);
const values = {
  birthsMale: 3,
  arrivalsMale: 1,
  foreignArrivalsMale: 1,
  deathsMale: 1,
  departuresMale: 2,
  householdsClosing: 353,
  householdsNew: 3,
  householdsLost: 0,
  closingMale: 640,
  closingFemale: 592,
};

test('the sum is told as people add it up, both citizenships together', () => {
  expect(arithmetic(opening, values, 'Male')).toBe(
    '610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612',
  );
  expect(arithmetic(opening, values, 'Female')).toBe('592 (awal bulan), tidak ada mutasi');
});

test('flows by citizenship and sex; KK as reported; anggota leaves the heads of family out', () => {
  const closing = closingOf(opening, values);
  expect(closing).toEqual(stock(609, 592, 353, [3, 0]));
  expect([people(closing), familyMembers(closing)]).toEqual([1204, 851]);
  expect(stockText(closing)).toBe('612 L, 592 P, 353 KK');
  expect(flowQuestion('births', 'foreigners', 'Female')).toBe('foreignBirthsFemale');
});

test('what the totals have more goes to citizens of that sex, and to KK where new and lost were told', () => {
  expect(controlGap(opening, values)).toEqual(stock(28, 0, -1));
  expect(householdGap(opening, { ...values, householdsLost: null })).toBe(0);
});

test('what is left of a difference', () => {
  const difference: Difference = { amount: stock(4, 1, 2), cause: 'openingChanged', at: 0, settled: false };
  expect(outstanding(difference)).toEqual(stock(4, 1, 0));
  expect(outstanding({ ...difference, corrected: stock(3, 0, 0) })).toEqual(stock(1, 1, 0));
  expect(outstanding({ ...difference, settled: true })).toEqual(stock(0, 0, 0));
});

test('where a koreksi saldo of a locked month went', () => {
  const story = new VillageStory();
  story.arrive(report('population', '2026-07', at('2026-08-03'), { birthsMale: 1, closingMale: 611 }));
  const change = decision('adjustBalance', at('2026-08-25'), { period: '2026-07', amount: stock(2, 0, 0) });
  story.arrive(change);
  expect(adjustmentMonth(story.book(), change.id)).toBe('2026-08');
});
