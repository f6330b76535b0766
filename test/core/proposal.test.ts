import { isUntouched, proposeOpening } from '../../src/core/proposal';
import { BALANG, envOf, report, someSettings, VillageStory, at, stock } from '../support/villageStory';

const noBalance = (): VillageStory =>
  new VillageStory(envOf([{ at: 0, settings: someSettings({ openings: [] }) }]));
const months = (story: VillageStory) => Object.values(story.book().months);
const july = (answers: Record<string, string | number>, day = '2026-08-03') =>
  report('population', '2026-07', at(day), answers);

test('WNI are the totals less all changes, WNA 0, KK less the new ones and with the lost', () => {
  const story = noBalance();
  const first = july({
    birthsMale: 3,
    deathsFemale: 2,
    foreignerChanges: 'Ya',
    ...Object.fromEntries(
      ['Births', 'Deaths', 'Arrivals', 'Departures'].flatMap((kind) =>
        ['Male', 'Female'].map((sex) => [`foreign${kind}${sex}`, kind === 'Arrivals' ? 1 : 0] as const),
      ),
    ),
    householdsClosing: 351,
    householdsNew: 4,
    householdsLost: 1,
    closingMale: 613,
    closingFemale: 591,
  });
  story.arrive(first);
  expect(story.state(first)).toBe('accepted awaitingOpening');
  const proposal = proposeOpening(months(story));
  expect(proposal).toMatchObject({ village: BALANG, period: '2026-06', stock: stock(609, 592, 348) });
  expect(proposal?.doubt).toBeUndefined();
  expect(isUntouched(proposal?.source ?? '', proposal?.stock ?? stock(0, 0, 0))).toBe(true);
  expect(isUntouched(proposal?.source ?? '', stock(608, 592, 348))).toBe(false);
  expect(isUntouched(proposal?.source ?? '', stock(608, 592, 348, [1, 0]))).toBe(false);
});

test('the balance that is proposed is one that its report fits', () => {
  const story = noBalance();
  story.arrive(july({ birthsMale: 3, arrivalsFemale: 1, closingMale: 640, closingFemale: 601 }));
  const found = proposeOpening(months(story));
  const openings = found ? [{ village: BALANG, period: found.period, ...found.stock, source: '' }] : [];
  const again = new VillageStory(
    envOf([
      { at: 0, settings: someSettings({ openings: [] }) },
      { at: at('2026-08-06'), settings: someSettings({ openings }) },
    ]),
  );
  const first = july({ birthsMale: 3, arrivalsFemale: 1, closingMale: 640, closingFemale: 601 });
  again.arrive(first);
  again.arrive(
    july({ birthsMale: 4, arrivalsFemale: 1, closingMale: 641, closingFemale: 601 }, '2026-08-07'),
  );
  expect(again.ledger('2026-07')?.closing).toMatchObject({ citizensMale: 641, citizensFemale: 601 });
});

test.each([
  ['less than nobody', { birthsMale: 20, closingMale: 12 }, 'kurang dari 0'],
  [
    'more families than people',
    { householdsClosing: 21, householdsLost: 9, closingMale: 12, closingFemale: 12 },
    'KK',
  ],
])('%s is told with the proposal', (_name, answers, words) => {
  const story = noBalance();
  story.arrive(july({ ...answers }));
  expect(proposeOpening(months(story))?.doubt).toContain(words);
});

test('a month with a balance proposes nothing', () => {
  const known = new VillageStory();
  known.arrive(july({}));
  expect(proposeOpening(months(known))).toBeUndefined();
});

test('where the month of go-live was never reported the first report proposes, with a doubt', () => {
  const later = noBalance();
  later.arrive(report('population', '2026-08', at('2026-09-03')));
  expect(proposeOpening(months(later))).toMatchObject({
    period: '2026-07',
    doubt: 'laporan Juli 2026 belum ada; tunggu bila masih akan dikirim',
  });
});
