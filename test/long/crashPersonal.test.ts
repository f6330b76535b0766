import { COSTS } from '../../local/host/costs';
import { crashEverywhere, tellPoints } from '../support/crashes';
import { crashMemberImport, manyMembers } from '../support/memberList';
import { recordsIn } from '../support/personalStory';
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

test('more members than an execution has time for come in by the clock, with more of a village than a round takes', async () => {
  const story = await openPersonalStory();
  const reason = await manyMembers(story, 120);
  const { ms } = COSTS.formSetter;
  COSTS.formSetter.ms = 2_500;
  const begun = await story.command('importMembers', { reason });
  COSTS.formSetter.ms = ms;
  expect(begun.text).toContain('Impor anggota sedang berjalan (1 dari 3 desa/kelurahan)');
  await story.advance('PT1H');
  const rows = recordsIn(story, 'Register', 'Anggota Linmas').filter((row) => row['Keadaan'] !== '');
  expect(new Set(rows.map((row) => row['NIK'])).size).toBe(120);
  expect(new Set(rows.map((row) => row['Keadaan']))).toEqual(new Set(['✓ Diterima (dari impor)']));
  expect(story.form('balang', 'members').responses).toHaveLength(120);
  expect(story.rows('Log').flat().join('\n')).toContain('120 anggota Linmas diimpor untuk Desa Balang.');
});
