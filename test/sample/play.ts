import type { Workspace } from '../../local/host/api';
import { formatPeriod } from '../../src/core/dates';
import { HEAD, NOT_MONTHLY } from '../../src/core/head';
import { CATALOGUE } from '../../src/reports/index';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { labelled } from './answers';
import type { Act } from './acts';
import type { Cast } from './cast';
import { passHours } from '../support/pass';
import { formNamed, send } from './filler';

/** What came of the acts: what the forms took and what they refused. */
export interface Played {
  sent: number;
  /** Refused by the form itself, with its words. */
  refused: { act: Act; message: string }[];
}

export const formName = (act: Act): string =>
  `Formulir ${act.village.kind === 'desa' ? 'Desa' : 'Kelurahan'} ${act.village.name}`;

/** One act: the person opens the village's form, fills it and sends it. Returns the form's words when refused. */
export async function perform(workspace: Workspace, act: Act): Promise<string | undefined> {
  const report = CATALOGUE.find((type) => type.id === act.type);
  if (!report) throw new Error(`The catalogue has no report type ${act.type}.`);
  const form = formNamed(workspace, formName(act));
  const head = labelled(HEAD_QUESTIONS, {
    [HEAD.reportType]: report.shortTitle,
    [HEAD.period]: report.frequency === 'monthly' ? formatPeriod(act.period) : NOT_MONTHLY,
    [HEAD.reporter]: act.village.operator.name,
  });
  if (act.course === 'unknownSender' || act.course === 'newOperator') letIn(workspace, form.id, act.person);
  const outcome = await send(
    workspace,
    form,
    { ...head, ...labelled(report.questions, act.answers, act.village.kind) },
    { person: act.person, section: report.title },
  );
  return outcome.accepted ? undefined : outcome.messages.map((each) => each.message).join(' ');
}

/** The owner lets somebody in by the form's own sharing dialog: how an unknown sender gets to a form at all. */
function letIn(workspace: Workspace, formId: string, person: string): void {
  const file = workspace.store.get('file', formId);
  if (!file) return;
  file.publishedReaders = [...new Set([...(file.publishedReaders ?? []), person])];
  workspace.store.touch('file', formId);
}

/** Something that happens at a local time. */
export interface Happening {
  at: string;
  run: () => Promise<void>;
}

/** Plays what villages and the Kasi do on the workspace's clock; what is due by the clock in between fires. */
export async function play(
  workspace: Workspace,
  acts: readonly Act[],
  decisions: readonly Happening[],
  offset: string,
  progress: (done: number, of: number, at: string) => void,
): Promise<Played> {
  const played: Played = { sent: 0, refused: [] };
  const sends = acts.map((act): Happening => ({
    at: act.at,
    run: async () => {
      const message = await perform(workspace, act);
      if (message === undefined) played.sent += 1;
      else played.refused.push({ act, message });
    },
  }));
  const all = [...sends, ...decisions].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  for (const [index, one] of all.entries()) {
    await passHours(workspace, one.at, offset);
    await one.run();
    progress(index + 1, all.length, one.at);
  }
  return played;
}

/** The people's accounts that a workspace of this cast knows. */
export function accountsOf(cast: Cast): string[] {
  return [cast.kasi.email, ...cast.villages.map((village) => village.operator.email)];
}
