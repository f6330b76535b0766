import { crashEverywhere, sleepUntil, tellPoints, type Scene } from '../support/crashes';
import { openStory, type Story } from '../support/story';
import { OPENING, type VillageId } from '../support/threeVillages';

jest.setTimeout(240_000);

let story: Story;

beforeAll(async () => {
  story = await openStory();
  await story.advance('PT1H');
  await sleepUntil(story, '2026-08-05T09:30');
  await story.submit('kelurahan', { type: 'activities' });
});

/** Until every form has been swept, and the next report tells whether the books were left in order. */
const nextHours = async (of: Story, village: VillageId): Promise<void> => {
  await sleepUntil(of, '2026-08-05T12:45');
  await of.advance('2026-08-05T14:30');
  await of.submit(village, { type: 'readiness' });
  // A moment of its own, however long the runs before took.
  await of.advance('2026-08-05T14:35');
  await of.submit('balang', { type: 'activities' });
};

const wrong = (village: VillageId): Scene => ({
  acts: [(of) => of.submit(village, { answers: { closingMale: OPENING.male - 9 } })],
  heal: (of) => nextHours(of, village),
});
const right = (village: VillageId): Scene => ({
  acts: [(of) => of.submit(village, { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } })],
  heal: (of) => nextHours(of, village),
});

describe.each(['kelurahan', 'balang', 'other'] as const)('%s', (village) => {
  test('a report with a wrong total, interrupted at each change: answered by one message', async () => {
    const tried = await crashEverywhere(story, wrong(village));
    tellPoints(`${village}, wrong report`, tried);
    expect(tried.wrong).toEqual({});
  });

  test('an accepted report, interrupted at each change', async () => {
    const tried = await crashEverywhere(story, right(village));
    tellPoints(`${village}, accepted report`, tried);
    expect(tried.wrong).toEqual({});
  });
});
