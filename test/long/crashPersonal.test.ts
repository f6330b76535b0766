import { crashEverywhere, tellPoints } from '../support/crashes';
import { crashMemberImport } from '../support/memberList';
import { openPersonalStory, removalScene, tellPersons } from '../support/removal';

jest.setTimeout(900_000);

test('a removal of personal data, interrupted at each change', async () => {
  const story = await openPersonalStory();
  await tellPersons(story);
  const tried = await crashEverywhere(story, await removalScene(story));
  tellPoints('a removal', tried);
  expect(tried.wrong).toEqual({});
});

test('an import of members, interrupted at each change', async () => {
  const tried = await crashMemberImport(await openPersonalStory());
  tellPoints('an import of members', tried);
  expect(tried.wrong).toEqual({});
});
