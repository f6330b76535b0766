import { crashEverywhere, drawn, sleepUntil, tellPoints } from '../support/crashes';
import { crashBeside, interleave } from '../support/lanesPlayed';
import { openStory, type Story } from '../support/story';
import { OPENING } from '../support/threeVillages';

jest.setTimeout(300_000);

let story: Story;

beforeAll(async () => {
  story = await openStory();
  await story.advance('PT1H');
  await sleepUntil(story, '2026-08-05T09:30');
  story.workspace.useDriver('worker');
});

afterAll(() => story.workspace.close());

test('three submissions at once, their calls in 20 seeded orders: one end state', async () => {
  const seeds = Array.from({ length: 20 }, (_value, at) => at + 1);
  expect(await interleave(story, seeds)).toEqual({});
  tellPoints('interleaved submissions', { points: seeds.length, of: seeds.length });
});

test('the worker of a submission is killed at seeded calls and healed by the next run', async () => {
  const scene = {
    acts: [(of: Story) => of.submit('balang', { answers: { closingMale: OPENING.male - 9 } })],
    heal: (of: Story) => of.advance('2026-08-05T14:30'),
  };
  const tried = await crashEverywhere(story, scene, drawn(4, 63), 'crashAt');
  tellPoints('killed workers', tried);
  expect(tried.wrong).toEqual({});
});

test('a run is ended while two others go on, 8 times: the next hours make up for it', async () => {
  const tried = await crashBeside(story, 8);
  tellPoints('runs ended beside others', tried);
  expect(tried).toMatchObject({ points: 8, wrong: {} });
});
