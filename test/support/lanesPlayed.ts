import type { RunRequest } from '../../local/host/api';
import type { Served } from '../../local/services/served';
import { rangeObject } from '../../local/services/spreadsheet/person';
import { endState, linesApart, type EndState } from './endState';
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
export async function interleave(
  story: Story,
  seeds: readonly number[],
): Promise<Record<string, readonly string[]>> {
  const { workspace } = story;
  const start = workspace.snapshot();
  for (const run of await sendTogether(story)) await workspace.run(run);
  const wanted = told(story);
  const wrong: Record<string, readonly string[]> = {};
  for (const seed of seeds) {
    workspace.restore(start);
    const outcomes = await workspace.runInterleaved(await sendTogether(story), seed);
    const got = told(story);
    const found = [
      ...outcomes.flatMap(({ status, error }) =>
        status === 'completed' ? [] : [`${status} ${error?.message ?? ''}`],
      ),
      ...linesApart(wanted.lines, got.lines),
      ...linesApart(wanted.mails, got.mails),
    ];
    if (found.length > 0) wrong[`seed ${String(seed)}`] = found.slice(0, 12);
  }
  workspace.restore(start);
  return wrong;
}
