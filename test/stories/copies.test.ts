import { sleepUntil } from '../support/crashes';
import { copyFile } from '../../local/services/drive/copyFile';
import { DIST, openStory, type Story } from '../support/story';
import { OWNER } from '../support/threeVillages';
import { differenceOf, storyState } from '../support/storyState';

let story: Story;
let copy: string;
let project: string;

beforeAll(async () => {
  story = await openStory();
  await sleepUntil(story, '2026-08-03T09:14');
  await story.submit('balang', {});
  const runtime = story.workspace.runtimeFor(OWNER);
  const original = story.workspace.store.get('file', story.fileId);
  if (original === undefined) throw new Error('The master is no file.');
  copy = copyFile(runtime, original, 'Salinan', original.parentId).id;
  project = story.workspace.addProject({ directory: DIST, containerId: copy, owner: OWNER, name: 'Salinan' });
}, 120_000);

const run = (functionName: string, args: unknown[] = []) =>
  story.workspace.runNow({ projectId: project, functionName, args, user: OWNER, trigger: 'menu' });

test.each([
  'recap',
  'remind',
  'sweep',
  'unlock',
  'adjustBalance',
  'rebuild',
  'health',
  'showReport',
  'approveMonth',
  'importMonths',
  'lookAtImport',
  'lookAtMembers',
  'lookAtReport',
])('%s refuses in a copy with one sentence, and the original stays as it is', (command) => {
  const before = storyState(story);
  const outcome = run('pageRun', [command, { period: 'Juli 2026' }]);
  expect(outcome.result).toMatchObject({ done: false });
  expect((outcome.result as { text: string }).text).toContain('salinan');
  expect(differenceOf(before, storyState(story))).toEqual([]);
});

test.each(['everyHour', 'takeNextSlice', 'onReportSubmit'])('%s does nothing in a copy', (functionName) => {
  const before = storyState(story);
  expect(run(functionName).status).toBe('completed');
  expect(differenceOf(before, storyState(story))).toEqual([]);
});

test('the home card opens the master by its stored id', () => {
  const outcome = story.workspace.runNow({
    projectId: story.master.projectId,
    functionName: 'onHomepage',
    user: OWNER,
    trigger: 'card',
  });
  expect(outcome.status).toBe('completed');
});
