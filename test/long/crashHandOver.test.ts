import { crashEverywhere } from '../../local/host/trials';
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

test('Bongkar, interrupted at each of its changes and done again, and then Pasang', async () => {
  const story = await openStory();
  await story.pass('2026-08-03T09:14');
  await story.submit('balang', {});
  const { workspace } = story;
  const down = () => story.command('dismantle', { name: 'Paringin' });
  const archives = (): string[] =>
    workspace.store
      .ids('file')
      .flatMap((id) => workspace.store.get('file', id) ?? [])
      .filter((file) => file.name.startsWith('Arsip akhir') && !file.trashed)
      .map((file) => file.name);
  const stands = (): string =>
    JSON.stringify([
      archives().sort(),
      story.rows('Riwayat'),
      story.form('balang').acceptingResponses,
      workspace.store.get('project', story.master.projectId)?.triggers.map((one) => one.handler),
      story.rows('Beranda')[3]?.[0],
    ]);
  const act = async () => {
    // By its record, not by its number: the list keeps only so many.
    const last = workspace.executions.at(-1);
    await down().catch(() => undefined);
    const all = workspace.executions;
    return last === undefined ? all : all.slice(all.indexOf(last) + 1);
  };
  const begin = workspace.snapshot();
  await act();
  const wanted = stands();
  workspace.restore(begin);
  const check = (): string[] => {
    const found = stands();
    story.install();
    const open = story.form('balang').acceptingResponses;
    return [...(found === wanted ? [] : [found]), ...(open ? [] : ['the form is closed'])];
  };
  // A run that had come to its end already says so.
  const tried = await crashEverywhere(workspace, { act, heal: down, check });
  tellPoints('Bongkar', tried);
  expect(tried.wrong).toEqual({});
});
