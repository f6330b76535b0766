import {
  addDays,
  daysBetween,
  formatDate,
  formatDay,
  formatDecimal,
  formatInstant,
  formatNumber,
  formatPeriod,
  formatShortDate,
  formatTime,
  isDate,
  parseDate,
  parsePeriod,
} from '../../src/core/dates';
import {
  collectablePeriods,
  collectedPeriod,
  dueDate,
  dueInstant,
  lockInstant,
  monthList,
  owedPeriods,
  workingDayFrom,
} from '../../src/core/due';
import { addMonths } from '../../src/core/place';
import type { ZoneName } from '../../src/core/settings';
import { endOfDay, instantOf, localDate, localTime } from '../../src/core/zones';
import { someSettings } from '../support/villageStory';

test.each<[ZoneName, string, string]>([
  ['WIB', '2026-08-05', '23:59:59'],
  ['WITA', '2026-08-06', '00:59:59'],
  ['WIT', '2026-08-06', '01:59:59'],
])('%s shows its own day and time', (zone, day, time) => {
  const instant = Date.UTC(2026, 7, 5, 16, 59, 59);
  expect([localDate(instant, zone), localTime(instant, zone)]).toEqual([day, time]);
  expect(instantOf(day, time, zone)).toBe(instant);
});

test('a day ends with its last millisecond', () => {
  expect(endOfDay('2026-08-05', 'WITA')).toBe(Date.UTC(2026, 7, 5, 15, 59, 59, 999));
});

test('days, times and figures as people read them', () => {
  const instant = instantOf('2026-08-03', '09:14:02', 'WITA');
  expect(formatDate('2026-08-03')).toBe('3 Agustus 2026');
  expect(formatShortDate('2026-08-05')).toBe('5 Agustus');
  expect(formatDay('2026-08-05')).toBe('Rabu, 5 Agustus 2026');
  expect(formatTime(instant, 'WITA')).toBe('09.14 WITA');
  expect(formatInstant(instant, 'WITA')).toBe('3 Agustus 2026 pukul 09.14 WITA');
  expect([0, 999, 1204, 1234567, -12].map(formatNumber)).toEqual(['0', '999', '1.204', '1.234.567', '−12']);
  expect(formatDecimal(1234.56, 1)).toBe('1.234,6');
  expect(formatPeriod('2026-07')).toBe('Juli 2026');
});

test.each([
  ['Juli 2026', '2026-07'],
  ['  juli   2026 ', '2026-07'],
  ['2026-07', '2026-07'],
  ['7/2026', '2026-07'],
  ['12-2026', '2026-12'],
  ['Juni', undefined],
  ['13/2026', undefined],
  ['2026-00', undefined],
  ['bukan laporan bulanan', undefined],
])('month %j → %j', (text, period) => {
  expect(parsePeriod(text)).toBe(period);
});

test.each([
  ['17/08/2026', '2026-08-17'],
  ['7-8-2026', '2026-08-07'],
  ['17 Agustus 2026', '2026-08-17'],
  ['2026-08-17', '2026-08-17'],
  ['31/02/2026', undefined],
  ['29/02/2028', '2028-02-29'],
  ['Agustus', undefined],
])('day %j → %j', (text, date) => {
  expect(parseDate(text)).toBe(date);
});

test('days and months are counted over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(daysBetween('2026-08-05', '2026-08-08')).toBe(3);
  expect(addMonths('2026-01', -1)).toBe('2025-12');
  expect([isDate('2026-02-28'), isDate('2026-02-29')]).toEqual([true, false]);
});

describe('due and lock days', () => {
  const settings = someSettings();

  test.each([
    ['2026-07', '2026-08-05', 'a Wednesday stays'],
    ['2026-08', '2026-09-07', 'Saturday moves to Monday'],
    ['2026-06', '2026-07-06', 'Sunday moves to Monday'],
  ])('%s is due on %s: %s', (period, day) => {
    expect(dueDate(settings, period)).toBe(day);
  });

  test('a holiday moves the due day on, over a weekend too', () => {
    expect(dueDate(someSettings({ holidays: ['2026-08-05', '2026-08-06', '2026-08-07'] }), '2026-07')).toBe(
      '2026-08-10',
    );
    expect(workingDayFrom('2026-08-15', ['2026-08-17'])).toBe('2026-08-18');
  });

  test('both days are inclusive in the zone; the lock day never moves', () => {
    expect(dueInstant(settings, '2026-07')).toBe(Date.UTC(2026, 7, 5, 15, 59, 59, 999));
    expect(lockInstant(settings, '2026-08')).toBe(Date.UTC(2026, 8, 20, 15, 59, 59, 999));
    expect(lockInstant({ ...settings, zone: 'WIT' }, '2026-08')).toBe(Date.UTC(2026, 8, 20, 14, 59, 59, 999));
  });

  test('the month being collected changes on the interim day', () => {
    expect(collectedPeriod(settings, '2026-08-24')).toBe('2026-07');
    expect(collectedPeriod(settings, '2026-08-25')).toBe('2026-08');
    expect(monthList(settings, '2026-08-25').slice(0, 2)).toEqual(['2026-08', '2026-07']);
    expect(monthList(settings, '2026-08-24')).toHaveLength(24);
  });

  test('a village owes the months that are over and in which it exists', () => {
    const village = { code: '63.11.06.2014', name: 'Baru', kind: 'desa', from: '2026-08' } as const;
    expect(owedPeriods(settings, village, '2026-10-25')).toEqual(['2026-08', '2026-09']);
    expect(collectablePeriods(settings, village, '2026-10-25')).toEqual(['2026-08', '2026-09', '2026-10']);
    expect(owedPeriods(settings, { ...village, until: '2026-08' }, '2026-10-25')).toEqual(['2026-08']);
  });
});
