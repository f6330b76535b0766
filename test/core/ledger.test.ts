import {
  at,
  decision,
  OPERATOR,
  report,
  someSettings,
  envOf,
  stock,
  VillageStory,
  BALANG,
} from '../support/villageStory';
import { familyMembers, people } from '../../src/core/population';

const of = (period: string, day: string, more = {}) => report('population', period, at(day), more);
const july = (more = {}, day = '2026-08-03') => of('2026-07', day, more);
const august = (more = {}, day = '2026-09-03') => of('2026-08', day, more);

describe('opening, flows, closing', () => {
  test('opening + flows = closing; the next opening is this closing', () => {
    const story = new VillageStory();
    const first = july({
      birthsMale: 3,
      arrivalsMale: 2,
      deathsMale: 1,
      departuresMale: 2,
      closingMale: 612,
    });
    story.arrive(first);
    expect(story.state(first)).toBe('accepted');
    expect(story.ledger('2026-07')).toMatchObject({
      opening: stock(610, 592, 351),
      closing: stock(612, 592, 351),
    });
    story.arrive(august({ birthsFemale: 1, closingMale: 612, closingFemale: 593, householdsClosing: 352 }));
    const closing = stock(612, 593, 352);
    expect(story.ledger('2026-08')).toMatchObject({ opening: stock(612, 592, 351), closing });
    expect(people(closing)).toBe(closing.households + familyMembers(closing));
  });

  test('foreigners are carried over and have flows of their own', () => {
    const openings = [{ village: BALANG, period: '2026-06', ...stock(610, 592, 351, [2, 1]), source: '' }];
    const story = new VillageStory(envOf([{ at: 0, settings: someSettings({ openings }) }]));
    const foreign = {
      foreignBirthsMale: 0,
      foreignBirthsFemale: 0,
      foreignDeathsMale: 0,
      foreignDeathsFemale: 0,
    };
    const moves = {
      foreignArrivalsMale: 1,
      foreignArrivalsFemale: 0,
      foreignDeparturesMale: 0,
      foreignDeparturesFemale: 1,
    };
    const first = july({
      foreignerChanges: 'Ya',
      ...foreign,
      ...moves,
      closingMale: 613,
      closingFemale: 592,
    });
    const second = august({ closingMale: 613, closingFemale: 592 });
    story.arrive(first);
    story.arrive(second);
    expect([story.state(first), story.state(second)]).toEqual(['accepted', 'accepted']);
    expect(story.ledger('2026-07')?.closing).toEqual(stock(610, 592, 351, [3, 0]));
    expect(story.ledger('2026-08')?.closing).toEqual(stock(610, 592, 351, [3, 0]));
  });

  test('a total that does not add up is told with the arithmetic and counts nowhere', () => {
    const story = new VillageStory();
    const first = july({
      birthsMale: 3,
      arrivalsMale: 2,
      deathsMale: 1,
      departuresMale: 2,
      closingMale: 640,
    });
    story.arrive(first);
    expect(story.state(first)).toBe('toCorrect');
    const finding = story.version(first).findings.find((one) => one.severity === 'error');
    expect(finding?.message).toContain(
      '610 (awal bulan) + 3 lahir + 2 datang − 1 meninggal − 2 pindah = 612',
    );
    expect(story.ledger('2026-07')).toBeUndefined();
  });

  test('the newest accepted version counts; a wrong one beside it takes nothing away; a refused one steps back', () => {
    const story = new VillageStory();
    const [one, wrong, two] = [
      july(),
      july({ closingMale: 700 }, '2026-08-04'),
      july({ birthsMale: 1, closingMale: 611 }, '2026-08-05'),
    ];
    story.arrive(one);
    story.arrive(wrong);
    expect(story.ledger('2026-07')).toMatchObject({ counted: one.id, closing: stock(610, 592, 351) });
    expect(story.arrive(two)).toMatchObject([{ id: two.id, to: 'accepted', replaces: one.id }]);
    expect(story.ledger('2026-07')).toMatchObject({ counted: two.id, closing: stock(611, 592, 351) });
    story.arrive(decision('reject', at('2026-08-06'), { period: '2026-07', responseId: two.id }));
    expect(story.version(two)).toMatchObject({ state: 'rejected', qualified: false });
    expect(story.ledger('2026-07')).toMatchObject({ counted: one.id, closing: stock(610, 592, 351) });
    story.arrive(decision('cancel', at('2026-08-07'), { period: '2026-07', responseId: two.id }));
    expect(story.version(two)).toMatchObject({ state: 'accepted', qualified: true });
    expect(story.ledger('2026-07')).toMatchObject({ counted: two.id, closing: stock(611, 592, 351) });
  });
});

describe('months out of order', () => {
  test('without the month before there are flows, no opening, no closing', () => {
    const story = new VillageStory();
    const later = august({ birthsMale: 2, closingMale: 700 });
    story.arrive(later);
    expect(story.state(later)).toBe('accepted awaitingPreviousMonth');
    expect(story.ledger('2026-08')?.opening).toBeUndefined();
    expect(story.ledger('2026-08')?.closing).toBeUndefined();
    expect(story.ledger('2026-08')).toMatchObject({ counted: later.id, judged: false });
  });

  // The lock day is moved so that July is still open when August is there already.
  const late = () =>
    new VillageStory(envOf([{ at: 0, settings: someSettings({ lockDay: 28, interimDay: 20 }) }]));

  test('the month before arrives: a total that fits stays, the chain goes on', () => {
    const story = late();
    const later = august({ birthsMale: 1, closingMale: 613 }, '2026-08-27');
    story.arrive(later);
    story.arrive(july({ birthsMale: 2, closingMale: 612 }, '2026-08-28'));
    expect(story.state(later)).toBe('accepted interim');
    expect(story.ledger('2026-08')).toMatchObject({
      opening: stock(612, 592, 351),
      closing: stock(613, 592, 351),
      judged: true,
    });
  });

  test('the month before arrives: a total that does not fit goes back to the village, once', () => {
    const story = late();
    const later = august({ birthsMale: 1, closingMale: 650 }, '2026-08-27');
    story.arrive(later);
    const changes = story.arrive(july({ birthsMale: 2, closingMale: 612 }, '2026-08-28'));
    expect(changes).toContainEqual(
      expect.objectContaining({ id: later.id, from: 'accepted', to: 'toCorrect', cause: 'ledger' }),
    );
    expect(story.version(later).findings.some((one) => one.severity === 'error')).toBe(true);
    expect(story.ledger('2026-08')?.closing).toBeUndefined();
  });

  test('when the opening changes later, the closing is recomputed and the mismatch is a warning', () => {
    const story = late();
    const later = august({ birthsMale: 1, closingMale: 611 }, '2026-08-27');
    story.arrive(july({}, '2026-08-03'));
    story.arrive(later);
    story.arrive(july({ birthsMale: 3, closingMale: 613 }, '2026-08-28'));
    expect(story.state(later)).toBe('accepted interim');
    expect(story.ledger('2026-08')?.closing).toEqual(stock(614, 592, 351));
    expect(story.version(later).findings.map((one) => one.severity)).toContain('warning');
  });

  test('a locked month that had no opening is completed; what does not fit is a difference', () => {
    const story = new VillageStory();
    const later = august({ birthsMale: 1, closingMale: 650 }, '2026-09-03');
    story.arrive(later);
    const first = july({ birthsMale: 2, closingMale: 612 }, '2026-10-01');
    story.arrive(first);
    expect(story.state(first)).toBe('awaitingUnlock');
    story.arrive(decision('release', at('2026-10-02'), { period: '2026-07', responseId: first.id }));
    expect(story.state(first)).toBe('accepted');
    expect(story.state(later)).toBe('accepted');
    expect(story.ledger('2026-08')).toMatchObject({
      opening: stock(612, 592, 351),
      closing: stock(613, 592, 351),
      difference: { amount: stock(37, 0, 0), cause: 'controlTotal', settled: false },
    });
    expect(story.book().head.openDifferences).toEqual(['2026-08']);
  });
});

describe('locked months', () => {
  test('they do not change: one difference, settled by a koreksi saldo in the first open month', () => {
    const story = new VillageStory();
    story.arrive(july());
    story.arrive(august());
    story.arrive(of('2026-09', '2026-10-02'));
    const corrected = july({ birthsMale: 4, closingMale: 614 }, '2026-10-03');
    story.arrive(corrected);
    story.arrive(
      decision('unlock', at('2026-10-04'), { period: '2026-07', until: at('2026-10-05', '23:59:59') }),
    );
    expect(story.state(corrected)).toBe('accepted');
    expect(story.ledger('2026-07')?.closing).toEqual(stock(614, 592, 351));
    expect(story.ledger('2026-08')).toMatchObject({
      opening: stock(610, 592, 351),
      closing: stock(610, 592, 351),
      difference: { amount: stock(4, 0, 0), cause: 'openingChanged', settled: false },
    });
    expect(story.ledger('2026-09')).toMatchObject({ opening: stock(610, 592, 351) });
    story.arrive(decision('adjustBalance', at('2026-10-06'), { period: '2026-08', amount: stock(4, 0, 0) }));
    expect(story.ledger('2026-08')).toMatchObject({
      closing: stock(610, 592, 351),
      difference: { settled: true },
    });
    expect(story.ledger('2026-09')).toMatchObject({
      adjustment: stock(4, 0, 0),
      closing: stock(614, 592, 351),
    });
    expect(story.book().head.openDifferences).toBeUndefined();
  });

  test('an approved month is locked before its lock day', () => {
    const story = new VillageStory();
    const first = july();
    story.arrive(first);
    story.arrive(decision('approve', at('2026-08-04'), { period: '2026-07', responseId: first.id }));
    const second = july({ birthsMale: 1, closingMale: 611 }, '2026-08-05');
    story.arrive(second);
    expect(story.state(second)).toBe('awaitingUnlock');
    expect(
      story
        .version(second)
        .findings.map((one) => one.message)
        .join(),
    ).toContain('sudah disetujui');
    story.arrive(decision('release', at('2026-08-06'), { period: '2026-07', responseId: second.id }));
    expect(story.ledger('2026-07')).toMatchObject({ counted: second.id, closing: stock(611, 592, 351) });
  });

  test('23:59:59.999 of the lock day is open, midnight is not', () => {
    const open = new VillageStory();
    const [last, first] = [
      report('population', '2026-07', at('2026-08-20', '23:59:59.999')),
      report('population', '2026-07', at('2026-08-21', '00:00:00')),
    ];
    open.arrive(last);
    open.arrive(first);
    expect([open.state(last), open.state(first)]).toEqual(['accepted', 'awaitingUnlock']);
  });
});

describe('a difference with a reason', () => {
  const reason = { closingMale: 620, differenceReason: 'Pencocokan data dengan Dukcapil' };

  test('flows count, the closing waits; approving takes the difference as koreksi saldo of the month', () => {
    const story = new VillageStory();
    const first = july(reason);
    story.arrive(first);
    expect(story.state(first)).toBe('accepted awaitingAdjustment');
    expect(story.ledger('2026-07')?.closing).toBeUndefined();
    expect(story.ledger('2026-07')?.difference).toMatchObject({
      amount: stock(10, 0, 0),
      cause: 'reported',
      settled: false,
    });
    const later = august({ closingMale: 620 });
    story.arrive(later);
    expect(story.state(later)).toBe('accepted awaitingPreviousMonth');
    story.arrive(decision('approve', at('2026-09-04'), { period: '2026-07', responseId: first.id }));
    expect(story.state(first)).toBe('approved');
    expect(story.ledger('2026-07')).toMatchObject({
      opening: stock(620, 592, 351),
      closing: stock(620, 592, 351),
      adjustment: stock(10, 0, 0),
      difference: { cause: 'reported', settled: true },
    });
    expect(story.state(later)).toBe('accepted');
    story.arrive(decision('cancel', at('2026-09-05'), { period: '2026-07', responseId: first.id }));
    expect(story.state(first)).toBe('accepted awaitingAdjustment');
    expect(story.ledger('2026-07')?.closing).toBeUndefined();
    expect(story.state(later)).toBe('accepted awaitingPreviousMonth');
  });

  test('an approval that is undone after a return brings its koreksi saldo back', () => {
    const story = new VillageStory();
    const first = july(reason);
    story.arrive(first);
    const about = { period: '2026-07', responseId: first.id };
    story.arrive(decision('approve', at('2026-08-04'), about));
    story.arrive(decision('return', at('2026-08-05'), about));
    expect(story.ledger('2026-07')).toBeUndefined();
    story.arrive(decision('cancel', at('2026-08-06'), about));
    expect(story.ledger('2026-07')).toMatchObject({
      opening: stock(620, 592, 351),
      closing: stock(620, 592, 351),
      adjustment: stock(10, 0, 0),
    });
  });

  test('a koreksi saldo of the month does the same', () => {
    const story = new VillageStory();
    const first = july(reason);
    story.arrive(first);
    story.arrive(decision('adjustBalance', at('2026-08-05'), { period: '2026-07', amount: stock(10, 0, 0) }));
    expect(story.state(first)).toBe('accepted');
    expect(story.ledger('2026-07')).toMatchObject({
      closing: stock(620, 592, 351),
      difference: { settled: true },
    });
  });

  test('a correction without a difference needs nobody', () => {
    const story = new VillageStory();
    story.arrive(july(reason));
    story.arrive(july({}, '2026-08-04'));
    expect(story.ledger('2026-07')).toMatchObject({ closing: stock(610, 592, 351) });
    expect(story.ledger('2026-07')?.difference).toBeUndefined();
  });
});

describe('Saldo Awal', () => {
  test('without it a report waits for it, and so do those after it', () => {
    const without = someSettings({ openings: [] });
    const snapshots = [
      { at: 0, settings: without },
      { at: at('2026-09-10'), settings: someSettings() },
    ];
    const story = new VillageStory(envOf(snapshots.slice(0, 1)));
    const [one, two] = [july(), august()];
    story.arrive(one);
    story.arrive(two);
    expect([story.state(one), story.state(two)]).toEqual([
      'accepted awaitingOpening',
      'accepted awaitingOpening',
    ]);
    const later = new VillageStory(envOf(snapshots));
    later.arrive(one);
    later.arrive(two);
    expect([later.state(one), later.state(two)]).toEqual(['accepted', 'accepted']);
    expect(later.ledger('2026-08')?.closing).toEqual(stock(610, 592, 351));
  });

  test('changed later it moves open months and leaves locked ones', () => {
    const changed = someSettings({
      openings: [{ village: BALANG, period: '2026-06', ...stock(611, 592, 351), source: '' }],
    });
    const env = envOf([
      { at: 0, settings: someSettings() },
      { at: at('2026-09-10'), settings: changed },
    ]);
    const story = new VillageStory(env);
    story.arrive(july());
    story.arrive(august());
    expect(story.ledger('2026-07')).toMatchObject({
      opening: stock(610, 592, 351),
      difference: { amount: stock(1, 0, 0), cause: 'openingChanged', settled: false },
    });
    expect(story.ledger('2026-08')?.opening).toEqual(stock(610, 592, 351));
    expect(OPERATOR).toContain('@');
  });
});
