import type { RunRequest } from '../../local/host/api';
import { chance } from '../../local/host/chance';
import { interleaveBySeeds, type Failures, type Tried } from '../../local/host/trials';
import type { Served } from '../../local/services/served';
import { rangeObject } from '../../local/services/spreadsheet/person';
import { sleepUntil } from './crashes';
import { endState, linesApart, wrongAfterCrash, type EndState } from './endState';
import { type Story, type Told } from './story';
import { OPENING, OWNER, type VillageId } from './threeVillages';

/** Three answers that arrive together: one with a wrong total, one right, one activity. */
const TOGETHER: readonly (readonly [VillageId, Told])[] = [
  ['kelurahan', { answers: { closingMale: OPENING.male - 9 } }],
  ['balang', { answers: { birthsMale: 2, closingMale: OPENING.male + 2 } }],
  ['other', { type: 'activities' }],
];

/** The submit trigger's run for the newest answer in a village's tab of `Respons`. */
function submitRun(story: Story, village: VillageId): RunRequest {
  const { store } = story.workspace;
  const formId = story.form(village).id;
  for (const id of store.ids('spreadsheet')) {
    const sheet = store.get('spreadsheet', id)?.sheets.find((one) => one.formId === formId);
    if (sheet === undefined) continue;
    const a1 = `A${String(sheet.rows.length)}`;
    const range: Served | undefined = rangeObject(story.workspace.runtimeFor(OWNER), id, sheet.sheetId, a1);
    return { functionName: 'onReportSubmit', args: [{ range }], trigger: 'formSubmit', user: OWNER };
  }
  throw new Error(`No tab takes the answers of ${village}.`);
}

/** Sends the three answers without any run and gives the runs that are due for them. */
export async function sendTogether(story: Story): Promise<RunRequest[]> {
  story.workspace.faults.set({ submitEvents: 'lost' });
  for (const [village, told] of TOGETHER) await story.submit(village, told);
  story.workspace.faults.clear();
  return TOGETHER.map(([village]) => submitRun(story, village));
}

const MESSAGES = ['Surat dan Surel', 'Kirim WA', 'Log'];
const told = (story: Story): EndState => endState(story, { withoutRunTimes: true, unordered: MESSAGES });

/**
 * Plays the three runs one after the other, and interleaved by each seed; gives what differs, by seed. Calls of the
 * three are served in an order that the seed picks; nothing runs afterwards.
 */
export async function interleave(story: Story, seeds: readonly number[]): Promise<Failures> {
  const { workspace } = story;
  const start = workspace.snapshot();
  for (const run of await sendTogether(story)) await workspace.run(run);
  const wanted = told(story);
  workspace.restore(start);
  const apart = (got: EndState): readonly string[] => [
    ...linesApart(wanted.lines, got.lines),
    ...linesApart(wanted.mails, got.mails),
  ];
  return interleaveBySeeds(workspace, {
    requests: () => sendTogether(story),
    seeds,
    check: () => apart(told(story)).slice(0, 12),
  });
}

/** The hours in which the clock's runs make up for what an interrupted one left; by then every form was swept. */
async function nextHours(story: Story): Promise<void> {
  await sleepUntil(story, '2026-08-05T12:45');
  await story.advance('2026-08-05T14:30');
}

/**
 * Of the three runs one is ended at one of its own calls while the two others go on, all picked by a seed, until so
 * many were truly ended; after the next hours everything must stand as if nobody had been.
 */
export async function crashBeside(story: Story, count: number): Promise<Tried> {
  const { workspace } = story;
  const start = workspace.snapshot();
  const calls: number[] = [];
  for (const run of await sendTogether(story)) calls.push((await workspace.run(run)).callCount);
  await nextHours(story);
  const wanted = told(story);
  const wrong: Record<string, readonly string[]> = {};
  let points = 0;
  let seed = 0;
  for (; points < count && seed < 4 * count;) {
    seed += 1;
    workspace.restore(start);
    const runs = await sendTogether(story);
    const victim = Math.floor(chance(seed, 0) * runs.length);
    const crashAt = 1 + Math.floor(chance(seed, 1) * Math.max(...calls));
    const jobs = runs.map((run, at) => (at === victim ? { ...run, faults: { crashAt } } : run));
    const outcomes = await workspace.runInterleaved(jobs, seed);
    // A run that found another at work had ended before its turn came.
    if (!outcomes.some((one) => one.status === 'crashed')) continue;
    points += 1;
    await nextHours(story);
    const found = wrongAfterCrash(wanted, told(story));
    if (found.length > 0) wrong[`seed ${String(seed)}`] = found.slice(0, 12);
  }
  workspace.restore(start);
  return { points, of: seed, wrong };
}
