import { sleepUntil } from '../support/crashes';
import { openStory, type Story } from '../support/story';

let story: Story;
beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
}, 240_000);

test('a submission writes under the script lock, but for the mark that says which form it came from', async () => {
  const { executions } = await story.submit('balang', {});
  const submit = executions.find((record) => record.function === 'onReportSubmit');
  // The mark is one property a form, and the last one to write it wins: it stands before the lock on purpose.
  expect(submit?.outsideLock).toMatchObject({ 'Properties.setProperties': { times: 1 } });
  expect(Object.keys(submit?.outsideLock ?? {})).toHaveLength(1);
  expect(submit?.changes).toBeGreaterThan(3);
});

test('the hourly runs of three days write nothing outside of the lock', async () => {
  const records = await story.advance('2026-08-06T01:10');
  const writing = records.filter((record) => record.changes > 0);
  expect(writing.length).toBeGreaterThan(0);
  expect(writing.map((record) => [record.function, record.outsideLock])).toEqual(
    writing.map((record) => [record.function, {}]),
  );
});
