import { send } from '../sample/filler';
import { answersOf, type Story } from './story';
import { VILLAGES } from './threeVillages';

/** Types a line for a village that is there from August on and came out of others; its operator is Balang's. */
export async function foundVillage(story: Story, name: string, code: string, origins: string): Promise<void> {
  const titles = story.rows('Desa')[0] ?? [];
  const at = story.rows('Desa').filter((line) => (line[0] ?? '') !== '').length + 1;
  const cells = { Kode: code, Nama: name, 'Ada sejak': 'Agustus 2026', 'Berasal dari': origins };
  for (const [title, text] of Object.entries(cells))
    await story.type('Desa', at, titles.indexOf(title) + 1, text);
  const operators = story.rows('Operator').length + 1;
  for (const [column, text] of ['', `Desa ${name}`, 'Contoh', VILLAGES.balang.operator].entries())
    if (text !== '') await story.type('Operator', operators, column + 1, text);
}

/** The id of its form; '' = it has none yet. */
export const formOf = (story: Story, code: string): string =>
  story.rows('Registri').find((row) => row[0] === code)?.[3] ?? '';

/** Sends its report of August, in which nothing happened. */
export async function august(
  story: Story,
  code: string,
  male: number,
  female: number,
  households: number,
): Promise<void> {
  const answers = { closingMale: male, closingFemale: female, householdsClosing: households };
  const { filled, section, person } = answersOf('balang', { period: '2026-08', answers });
  const form = story.workspace.store.get('form', formOf(story, code));
  if (form === undefined) throw new Error(`${code} has no form.`);
  await send(story.workspace, form, filled, { person, section });
}
