import { at, decision, report, VillageStory } from '../support/villageStory';

const activity = (time: string, more = {}, day = '2026-07-11') =>
  report('activities', undefined, at(day, time), more);
const readiness = (more = {}, day = '2026-08-03') => report('readiness', '2026-07', at(day), more);
const rules = (story: VillageStory, fact: { readonly id: string }) =>
  story.version(fact).findings.map((one) => one.rule);

describe('activities', () => {
  test('every one counts, in the month of its date', () => {
    const story = new VillageStory();
    const [one, two] = [activity('09:00:00'), activity('10:00:00', { date: '2026-07-09' })];
    story.arrive(one, two);
    expect([story.state(one), story.state(two)]).toEqual(['accepted', 'accepted']);
    expect(story.book().months['2026-07']?.reports.activities).toHaveLength(2);
  });

  test.each([
    ['09:10:00', 'duplicate'],
    ['09:10:01', 'accepted'],
  ])('an equal one sent at %s is %s', (time, state) => {
    const story = new VillageStory();
    const [one, two] = [activity('09:00:00'), activity(time)];
    story.arrive(one);
    story.arrive(two);
    expect(story.state(two)).toBe(state);
    expect(rules(story, one)).toEqual(
      state === 'accepted'
        ? expect.arrayContaining(['activities.sameEvent'])
        : expect.not.arrayContaining(['activities.sameEvent']),
    );
  });

  test('a released twin counts; both are warned; refusing one takes the warning back', () => {
    const story = new VillageStory();
    const [one, two] = [activity('09:00:00'), activity('09:01:00')];
    story.arrive(one, two);
    story.arrive(decision('release', at('2026-07-12'), { period: '2026-07', responseId: two.id }));
    expect(story.state(two)).toBe('accepted');
    expect(
      [rules(story, one), rules(story, two)].every((list) => list.includes('activities.sameEvent')),
    ).toBe(true);
    story.arrive(decision('reject', at('2026-07-13'), { period: '2026-07', responseId: two.id }));
    expect(rules(story, one)).not.toContain('activities.sameEvent');
  });

  test('a correction by number stands in for the first, also in another month, until it is refused', () => {
    const story = new VillageStory();
    const first = activity('09:00:00');
    story.arrive(first);
    const { number } = story.version(first);
    expect(number).toBe('2005-260711-090000');
    const second = activity('09:00:00', { date: '2026-08-01', corrects: `nomor ${number}` }, '2026-08-02');
    const third = activity('09:00:00', { date: '2026-07-12', corrects: '2005-260802-090000' }, '2026-08-03');
    story.arrive(second);
    expect([story.version(first).replaced, story.version(second).replaced]).toEqual([true, undefined]);
    story.arrive(third);
    expect([
      story.version(first).replaced,
      story.version(second).replaced,
      story.version(third).replaced,
    ]).toEqual([true, true, undefined]);
    story.arrive(decision('reject', at('2026-08-04'), { period: '2026-07', responseId: third.id }));
    story.arrive(decision('reject', at('2026-08-05'), { period: '2026-08', responseId: second.id }));
    expect(story.version(first).replaced).toBeUndefined();
  });

  test('a number that nobody has is told; the report counts by itself', () => {
    const story = new VillageStory();
    const sent = activity('09:00:00', { corrects: '2005-260701-080000' });
    story.arrive(sent);
    expect(story.state(sent)).toBe('accepted');
    expect(rules(story, sent)).toContain('field.correctedUnknown');
  });

  test('more people than active members is a warning, by the last accepted strength', () => {
    const story = new VillageStory();
    const before = activity('09:00:00', { personnel: 200 });
    const after = activity('09:00:00', { personnel: 200, location: 'Pasar' }, '2026-08-04');
    story.arrive(before);
    story.arrive(readiness());
    story.arrive(after);
    expect(
      [rules(story, before), rules(story, after)].map((list) =>
        list.includes('activities.personnelAboveMembers'),
      ),
    ).toEqual([false, true]);
  });

  test('one far in the past, or of a date to come, has no place and goes back', () => {
    const story = new VillageStory();
    const [old, coming] = [
      activity('09:00:00', { date: '2019-01-01' }),
      activity('09:00:00', { date: '2026-07-12' }),
    ];
    story.arrive(old, coming);
    expect([story.state(old), story.state(coming)]).toEqual(['toCorrect', 'toCorrect']);
    expect(story.book().head.strays).toHaveLength(2);
  });
});

describe('Nihil against activities of the month', () => {
  const nihil = { anyActivity: 'Nihil', unsentActivities: 0 };

  test.each([
    ['the activity first', true],
    ['Nihil first', false],
  ])('%s: a warning on both', (_what, activityFirst) => {
    const story = new VillageStory();
    const sent = activity('09:00:00', {}, activityFirst ? '2026-07-11' : '2026-08-04');
    const monthly = readiness(nihil);
    story.arrive(...(activityFirst ? [sent, monthly] : [monthly, sent]));
    expect(rules(story, sent)).toContain('activities.nihilReported');
    expect(rules(story, monthly)).toContain('readiness.nihilWithActivities');
  });

  test('the warnings go when the matter is cleared', () => {
    const story = new VillageStory();
    const sent = activity('09:00:00');
    const monthly = readiness(nihil);
    story.arrive(sent, monthly);
    story.arrive(readiness({}, '2026-08-04'));
    expect(rules(story, sent)).not.toContain('activities.nihilReported');
  });
});
