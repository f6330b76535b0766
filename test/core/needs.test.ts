import { emptyBook, foldVillage, periodsNeeded } from '../../src/core/fold';
import { emptyMonth } from '../../src/core/fold/work';
import { addMonths } from '../../src/core/place';
import type { Submission } from '../../src/core/book';
import {
  at,
  BALANG,
  decision,
  envOf,
  report,
  someSettings,
  stored,
  toEvent,
  VillageStory,
} from '../support/villageStory';

/** A village that has reported for so many months up to July 2026. */
function history(months: number) {
  const first = addMonths('2026-07', 1 - months);
  const before = addMonths(first, -1);
  const openings = [
    {
      village: BALANG,
      period: before,
      citizensMale: 610,
      citizensFemale: 592,
      foreignersMale: 0,
      foreignersFemale: 0,
      households: 351,
      source: '',
    },
  ];
  const env = {
    ...envOf([{ at: 0, settings: someSettings({ goLive: first, openings }) }]),
    base: addMonths(first, -24),
  };
  const facts: Submission[] = [];
  for (let period = first; period <= '2026-07'; period = addMonths(period, 1)) {
    const day = `${addMonths(period, 1)}-03`;
    facts.push(report('activities', undefined, at(`${period}-10`), { date: `${period}-10` }));
    facts.push(report('population', period, at(day)), report('readiness', period, at(day, '10:00:00')));
  }
  return { env, book: foldVillage(emptyBook(BALANG), facts.map(toEvent), env).book };
}

/** Months that have to be loaded for an event, and in how many turns. */
function loaded(months: number, fact: Parameters<typeof toEvent>[0]) {
  const { env, book } = history(months);
  const have: Record<string, (typeof book.months)[string]> = {};
  for (let turn = 0; ; turn += 1) {
    const needs = periodsNeeded({ head: book.head, months: have }, [toEvent(fact)], env);
    expect(needs.refold || needs.allSnapshots).toBe(false);
    if (needs.periods.length === 0) return { periods: Object.keys(have).sort(), turns: turn };
    for (const period of needs.periods) {
      const month = book.months[period];
      if (!month) throw new Error(`${period} holds nothing and was asked for.`);
      have[period] = month;
    }
  }
}

const DAY = '2026-09-03';

test.each<[string, () => Parameters<typeof toEvent>[0], number]>([
  ['a population report', () => report('population', '2026-08', at(DAY)), 2],
  ['a recap of Linmas', () => report('readiness', '2026-08', at(DAY)), 2],
  ['an activity', () => report('activities', undefined, at(DAY), { date: '2026-08-31' }), 1],
  [
    'a correction',
    () => report('population', '2026-07', at('2026-08-10'), { birthsMale: 1, closingMale: 611 }),
    3,
  ],
])('%s loads few months, the same few with one and with 60 months of history', (_what, fact, most) => {
  const [short, long] = [loaded(3, fact()), loaded(60, fact())];
  expect(long).toEqual(short);
  expect(long.periods.length).toBeLessThanOrEqual(most);
  expect(long.turns).toBe(1);
});

test('a decision that drops the newest report asks for the month whose report is the newest then', () => {
  const { env, book } = history(3);
  const newest = book.head.latest.readiness;
  if (!newest) throw new Error('Nothing counts.');
  const { id: responseId, period } = newest;
  const event = toEvent(decision('reject', at(DAY), { responseId, period }));
  const months = { [period]: book.months[period] ?? emptyMonth(BALANG, period) };
  expect(periodsNeeded({ head: book.head, months }, [event], env).periods).toEqual(['2026-06']);
  const both = { ...months, '2026-06': book.months['2026-06'] ?? emptyMonth(BALANG, '2026-06') };
  const { head } = foldVillage({ head: book.head, months: both }, [event], env).book;
  expect(head.latest.readiness?.period).toBe('2026-06');
});

test('a report that goes back to the village once its opening is known is no longer the newest', () => {
  const line = {
    village: BALANG,
    citizensMale: 700,
    citizensFemale: 592,
    foreignersMale: 0,
    foreignersFemale: 0,
  };
  const openings = [{ ...line, period: '2026-06', households: 351, source: '' }];
  const story = new VillageStory(
    envOf([
      { at: 0, settings: someSettings({ openings: [] }) },
      { at: at('2026-08-10'), settings: someSettings({ openings }) },
    ]),
  );
  const sent = report('population', '2026-07', at('2026-08-03'));
  const later = report('readiness', '2026-07', at('2026-08-11'));
  story.arrive(sent);
  story.arrive(later);
  expect(story.state(sent)).toBe('toCorrect');
  expect(story.book().head.latest.population).toBeUndefined();
  expect(story.book().head.latest.readiness?.id).toBe(later.id);
});

test('a response that is known changes nothing and asks for no refold; one that is older asks for it', () => {
  const story = new VillageStory();
  const [old, sent] = [
    report('readiness', '2026-07', at('2026-08-02')),
    report('population', '2026-07', at('2026-08-03')),
  ];
  const again = report('population', '2026-07', at('2026-08-04'));
  story.arrive(sent);
  story.arrive(again);
  const before = stored(story.book());
  expect(story.arrive(sent, again)).toEqual([]);
  expect(stored(story.book())).toEqual(before);
  expect(story.refolds).toBe(0);
  story.arrive(old);
  expect(story.refolds).toBe(1);
});

test('an event older than the snapshot at hand asks for all snapshots', () => {
  const env = envOf([{ at: at('2026-08-10'), settings: someSettings() }]);
  const event = toEvent(report('population', '2026-07', at('2026-08-03')));
  expect(periodsNeeded(emptyBook(BALANG), [event], env).allSnapshots).toBe(true);
});

test('folding throws where a month is not loaded or a refold is due', () => {
  const { env, book } = history(3);
  const next = toEvent(report('population', '2026-08', at(DAY)));
  expect(() => foldVillage({ head: book.head, months: {} }, [next], env)).toThrow('not loaded');
  const old = toEvent(report('population', '2026-07', at('2026-08-01')));
  expect(() => foldVillage(book, [old], env)).toThrow('emptyBook');
});
