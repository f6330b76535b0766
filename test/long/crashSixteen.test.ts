import { crashEverywhere, sleepUntil, tellPoints } from '../support/crashes';
import { openSixteen, sendPopulation, type Sixteen } from '../support/sixteen';
import type { Story } from '../support/story';

jest.setTimeout(3_600_000);

let sixteen: Sixteen;

beforeAll(async () => {
  sixteen = await openSixteen();
  await sixteen.story.advance('PT1H');
  await sleepUntil(sixteen.story, '2026-08-03T09:30');
});

const heal = (story: Story): Promise<unknown> => story.advance('2026-08-03T14:30');

test.each(Array.from({ length: 16 }, (_value, at) => at))(
  'village %s of sixteen, interrupted at each change',
  async (at) => {
    const { story, villages } = sixteen;
    const village = villages[at];
    if (village === undefined) throw new Error('There are fewer villages.');
    const wrong = { acts: [(of: Story) => sendPopulation(of, village, 28)], heal };
    const right = { acts: [(of: Story) => sendPopulation(of, village)], heal };
    const [first, second] = [await crashEverywhere(story, wrong), await crashEverywhere(story, right)];
    tellPoints(`${village.name}, wrong report`, first);
    tellPoints(`${village.name}, accepted report`, second);
    expect({ ...first.wrong, ...second.wrong }).toEqual({});
  },
);
