import { LocalWorkspace } from '../../local/host/workspace';
import type { Act } from '../sample/acts';
import { populationAnswers } from '../sample/answers';
import { cast, type SampleVillage } from '../sample/cast';
import { createMaster, listedVillages, typeSettings } from '../sample/install';
import { accountsOf, perform } from '../sample/play';
import { clickThrough } from '../sample/setUp';
import { DIST, Story } from './story';
import { OWNER } from './threeVillages';

/** The sub-district whole: its sixteen villages, set up for July 2026. */
export interface Sixteen {
  readonly story: Story;
  readonly villages: readonly SampleVillage[];
}

/** Sets all sixteen villages of Paringin up, as the owner does. */
export async function openSixteen(): Promise<Sixteen> {
  const workspace = LocalWorkspace.open({
    now: '2026-07-01T08:00:00+08:00',
    zone: 'Asia/Makassar',
    people: { owner: OWNER, others: [] },
  });
  const master = createMaster(workspace, DIST, OWNER, 'Lembar baru');
  await clickThrough(workspace, master, 'prepare', OWNER);
  const options = { seed: 63, firstPeriod: '2026-07', months: 1, owner: OWNER };
  const people = cast(listedVillages(workspace, master), options);
  workspace.people.others.push(...accountsOf(people));
  await typeSettings(workspace, master, people);
  await clickThrough(workspace, master, 'install', OWNER);
  return { story: new Story(workspace, master), villages: people.villages };
}

/** Sends a village's report on its people in July, right or miscounted by so many men. */
export async function sendPopulation(story: Story, village: SampleVillage, miscount = 0): Promise<void> {
  const truth = village.truth.months[0]?.population;
  if (truth === undefined) throw new Error(`${village.name} has no month.`);
  const right = populationAnswers(truth);
  const answers = { ...right, closingMale: String(Number(right['closingMale']) + miscount) };
  const act: Act = {
    at: '',
    village,
    type: 'population',
    period: '2026-07',
    answers,
    person: village.operator.email,
    course: 'right',
  };
  const refused = await perform(story.workspace, act);
  if (refused !== undefined) throw new Error(refused);
}
