import { tellPoints } from '../support/crashes';
import { HandOver, NEXT } from '../support/handOver';
import { openStory } from '../support/story';

test('the hand-over of the office account, interrupted at each of its changes, ends in the same place', async () => {
  const story = await openStory();
  story.workspace.people.others.push(NEXT);
  await story.pass('2026-08-03T09:14');
  await story.submit('balang', {});
  const tried = await new HandOver(story).interrupted();
  expect(tried.wrong).toEqual({});
  expect(tried.points).toBe(tried.of);
  tellPoints('a hand-over of the office account', tried);
});
