import { looksLikeCorrection } from '../../src/core/fold/wrongMonth';
import { CATALOGUE } from '../../src/reports';
import { at, decision, envOf, report, someSettings, VillageStory } from '../support/villageStory';

const of = (period: string, day: string, more = {}) => report('population', period, at(day), more);
const linmas = (period: string, day: string, more = {}) => report('readiness', period, at(day), more);
/** An office whose months stay open until the 28th of the month after: two months are open at once from the 25th on. */
const slow = () => new VillageStory(envOf([{ at: 0, settings: someSettings({ lockDay: 28 }) }]));
const why = (story: VillageStory, fact: { readonly id: string }) =>
  story.version(fact).findings.find((one) => one.rule === 'state.wrongMonth')?.message ?? '';

const julyFigures = { birthsMale: 3, deathsFemale: 2, arrivalsMale: 1, closingMale: 614, closingFemale: 590 };
const augustFigures = { birthsFemale: 4, departuresMale: 2, closingMale: 612, closingFemale: 594 };

describe('a report that names a month which has one, while the month being collected has none', () => {
  test('its figures fit the next owed month and not the one named: held, although the named one breaks a rule', () => {
    const story = slow();
    story.arrive(of('2026-07', '2026-08-03', julyFigures));
    const sent = of('2026-07', '2026-08-26', augustFigures);
    story.arrive(sent);
    expect(story.state(sent)).toBe('wrongMonth');
    expect(why(story, sent)).toContain('Agustus 2026');
    expect(story.version(sent).findings.filter((one) => one.severity === 'error')).toEqual([]);
    expect(story.ledger('2026-07')?.closing?.citizensMale).toBe(614);
    story.arrive(decision('release', at('2026-08-27'), { period: '2026-07', responseId: sent.id }));
    expect(story.state(sent)).toBe('toCorrect');
  });

  test('figures that fit the named month are a correction, however different', () => {
    const story = slow();
    story.arrive(of('2026-07', '2026-08-03', julyFigures));
    const sent = of('2026-07', '2026-08-26', {
      deathsMale: 5,
      departuresFemale: 9,
      closingMale: 605,
      closingFemale: 583,
    });
    story.arrive(sent);
    expect(story.state(sent)).toBe('accepted');
  });

  test('figures that fit neither are to be corrected', () => {
    const story = slow();
    story.arrive(of('2026-07', '2026-08-03', julyFigures));
    const sent = of('2026-07', '2026-08-26', { ...augustFigures, closingMale: 999 });
    story.arrive(sent);
    expect(story.state(sent)).toBe('toCorrect');
  });

  test('without a ledger the answers tell: most are other ones = held, most are the same = a correction', () => {
    const story = slow();
    story.arrive(
      linmas('2026-07', '2026-08-03', { unsentActivities: 4, disturbances: 'Perkelahian di pasar' }),
    );
    const other = linmas('2026-07', '2026-08-26', { anyActivity: 'Nihil', disturbances: 'Banjir di hilir' });
    const same = linmas('2026-07', '2026-08-26', {
      unsentActivities: 5,
      disturbances: 'Perkelahian di pasar',
    });
    story.arrive(other);
    story.arrive(same);
    expect([story.state(other), story.state(same)]).toEqual(['wrongMonth', 'accepted']);
  });

  test('once the month being collected has its report, nothing is held', () => {
    const story = slow();
    story.arrive(linmas('2026-07', '2026-08-03', { disturbances: 'Perkelahian di pasar' }));
    story.arrive(linmas('2026-08', '2026-08-25'));
    const other = linmas('2026-07', '2026-08-26', { anyActivity: 'Nihil', disturbances: 'Banjir di hilir' });
    story.arrive(other);
    expect(story.state(other)).toBe('accepted');
  });

  test('the month being collected itself, and a month without a report, are never suspected', () => {
    const story = slow();
    const [late, now] = [linmas('2026-07', '2026-08-26'), linmas('2026-08', '2026-08-26')];
    story.arrive(late, now);
    expect([story.state(late), story.state(now)]).toEqual(['accepted', 'accepted interim']);
  });

  test('a locked month waits for its lock, and the other month is named all the same', () => {
    const story = new VillageStory();
    story.arrive(of('2026-07', '2026-08-03', julyFigures));
    const sent = of('2026-07', '2026-08-26', augustFigures);
    story.arrive(sent);
    expect(story.state(sent)).toBe('awaitingUnlock');
    expect(why(story, sent)).toContain('Agustus 2026');
  });
});

test.each([
  ['2025-12', '2027-01-05', 'Desember 2026'],
  ['2026-01', '2027-01-26', 'Januari 2027'],
])('last year in January: %s', (period, day, meant) => {
  const settings = someSettings({ goLive: '2025-06', lockDay: 28 });
  const story = new VillageStory(envOf([{ at: 0, settings }]));
  const sent = linmas(period, day);
  story.arrive(sent);
  expect(why(story, sent)).toContain(meant);
});

test('stocks, notes and empty answers tell nothing', () => {
  const type = CATALOGUE.find((one) => one.id === 'readiness');
  if (!type) throw new Error('There is a readiness report.');
  const before = { anyActivity: 'Ya', activeMale: 12, notes: 'a', unsentActivities: null };
  expect(looksLikeCorrection(type, before, { ...before, activeMale: 99, notes: 'b' })).toBe(true);
  expect(looksLikeCorrection(type, before, { ...before, anyActivity: 'Nihil', unsentActivities: 3 })).toBe(
    false,
  );
});
