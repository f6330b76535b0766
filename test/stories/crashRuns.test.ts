import { CRASH_CASES, playMornings, type Mornings } from '../support/crashCases';
import { crashEverywhere, everyKth, tellPoints } from '../support/crashes';
import { openStory, type Story } from '../support/story';

jest.setTimeout(300_000);

let story: Story;
let mornings: Mornings;

beforeAll(async () => {
  story = await openStory();
  mornings = await playMornings(story);
});

const QUICK = Object.entries(CRASH_CASES).flatMap(([name, { every = 1, ...scene }]) =>
  every === 'long' ? [] : [[name, every, scene] as const],
);

test.each(QUICK)('%s, interrupted and healed by the next run', async (name, every, scene) => {
  story.workspace.restore(mornings[scene.from]);
  await scene.before?.(story);
  const tried = await crashEverywhere(story, scene, everyKth(every, 0));
  tellPoints(name, tried);
  expect(tried.wrong).toEqual({});
});
