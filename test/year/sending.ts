import type { FormState } from '../../local/state/form';
import { HEAD, NOT_MONTHLY } from '../../src/core/head';
import { CATALOGUE } from '../../src/reports/index';
import { kindOf } from '../../src/core/villageKind';
import { HEAD_QUESTIONS } from '../../src/reports/head';
import { labelled } from '../sample/answers';
import { entriesOf, type Filled } from '../sample/filler';
import { tab } from '../sample/sheet';
import { mustHold, type Story } from '../support/story';
import { KASI } from '../support/threeVillages';
import { monthText } from './calendar';
import type { Act } from './teller';
import { figuresChanged } from './unitLines';

type Entries = Record<string, string | string[]>;

/** What a submission cost its sender. */
export interface Work {
  readonly act: Act;
  /** Answers that she gave or changed herself; of the RT lines each figure that she changed. */
  readonly answers: number;
  /** The link of her status page brought the rest. */
  readonly linked: boolean;
}

export interface Sender {
  readonly story: Story;
  readonly codes: readonly string[];
  /** Who is the village's operator at the moment. */
  readonly operators: string[];
  /** When each act was sent, by its key: local time to the second. */
  readonly sent: Record<string, string>;
}

function registryOf({ story, codes }: Sender, place: number): string[] {
  const row = story.rows('Registri').find((line) => line[0] === codes[place]);
  if (row === undefined) throw new Error(`Village ${String(place)} is not in Registri.`);
  return row;
}

/** The number that a report got: of whom and when. */
export function numberOf({ sent, codes }: Sender, key: string): string {
  const at = sent[key];
  if (at === undefined) throw new Error(`${key} was not sent.`);
  const code = codes[Number(key.split(' ')[0])] ?? '';
  return `${code.slice(-4)}-${at.slice(2, 10).replace(/-/g, '')}-${at.slice(11).replace(/:/g, '')}`;
}

/** The village's own Sheet. */
export const sheetOf = (sender: Sender, place: number): string => registryOf(sender, place)[8] ?? '';

function formOf(sender: Sender, act: Act): FormState {
  const row = registryOf(sender, act.village);
  const isPersonal = CATALOGUE.some((one) => one.id === act.type && one.personal !== undefined);
  const personal = JSON.parse(row[11] === '' ? '{}' : (row[11] ?? '{}')) as { form?: string };
  const form = sender.story.workspace.store.get('form', (isPersonal ? personal.form : row[3]) ?? '');
  if (form === undefined) throw new Error(`Village ${String(act.village)} has no form for ${act.type}.`);
  return form;
}

function reportOf(act: Act): (typeof CATALOGUE)[number] {
  const report = CATALOGUE.find((type) => type.id === act.type);
  if (report === undefined) throw new Error(`The catalogue has no ${act.type}.`);
  return report;
}

/** Number of the single happening that is corrected; undefined for everything else. */
function numbered(sender: Sender, act: Act): string | undefined {
  if (reportOf(act).frequency !== 'event' || act.corrects === undefined) return undefined;
  return numberOf(sender, act.corrects);
}

/** What she writes, by entry. */
function wantedOf(sender: Sender, act: Act, form: FormState): Entries {
  const report = reportOf(act);
  const month = report.frequency === 'monthly' ? monthText(act.period ?? '') : NOT_MONTHLY;
  const head = labelled(HEAD_QUESTIONS, {
    [HEAD.reportType]: report.shortTitle,
    ...(report.personal ? {} : { [HEAD.period]: month }),
    [HEAD.reporter]: 'Contoh Pelapor',
  });
  const number = numbered(sender, act);
  const corrects = number === undefined ? {} : { corrects: number };
  const filled: Filled = {
    ...head,
    ...labelled(report.questions, { ...act.answers, ...corrects }, kindOf(sender.codes[act.village] ?? '')),
  };
  return entriesOf(form, filled, report.title);
}

/** The answers that a link of the village's page brings along; undefined = there is no such link. */
function linkOf(sender: Sender, act: Act, form: FormState): Entries | undefined {
  const report = reportOf(act);
  const { sheet } = tab(sender.story.workspace, sheetOf(sender, act.village), 'Status');
  const links = sheet.rows.flatMap((row) =>
    Object.values(row?.richText ?? {}).flatMap((runs) =>
      runs.flatMap((run) =>
        run.link === undefined ? [] : [{ words: String(row?.values[0] ?? ''), url: run.link }],
      ),
    ),
  );
  const told = (corrects: boolean): Entries[] =>
    links.flatMap(({ words, url }) => {
      if (!url.includes(form.publishedId) || words.startsWith('Perbaiki') !== corrects) return [];
      const answers: Entries = {};
      for (const [key, value] of new URL(url).searchParams)
        if (key.startsWith('entry.')) answers[key.slice(6)] = value;
      return Object.values(answers).includes(report.shortTitle) ? [answers] : [];
    });
  const all = told(act.corrects !== undefined);
  const number = numbered(sender, act);
  const own = number === undefined ? all : all.filter((answers) => Object.values(answers).includes(number));
  // A happening about which nothing was found is corrected by the plain link and the number.
  const found = own.length === 0 && number !== undefined ? told(false) : own;
  const month = monthText(act.period ?? '');
  return found.find((answers) => Object.values(answers).includes(month)) ?? found[0];
}

function countAnswers(form: FormState, wanted: Entries, brought: Entries): number {
  return Object.entries(wanted).reduce((sum, [entry, value]) => {
    const before = brought[entry];
    if (String(before) === String(value)) return sum;
    const item = form.items.find((one) => one.entryIds.includes(Number(entry)));
    const isLines = item?.title.startsWith('Laporan tiap RT') === true;
    return sum + (isLines ? figuresChanged(String(before ?? ''), String(value)) : 1);
  }, 0);
}

const ZONE = 8 * 3_600_000;
const localNow = ({ workspace }: Story): string =>
  new Date(workspace.clock.now() + ZONE).toISOString().slice(0, 19);

/** The owner lets somebody in by the form's own sharing dialog: how somebody unknown gets to a form at all. */
function letIn({ story }: Sender, formId: string, person: string): void {
  const file = story.workspace.store.get('file', formId);
  if (file === undefined) return;
  file.publishedReaders = [...new Set([...(file.publishedReaders ?? []), person])];
  story.workspace.store.touch('file', formId);
}

function personOf(sender: Sender, act: Act, form: FormState): string {
  const own = sender.operators[act.village] ?? '';
  if (act.person === 'operator') return own;
  if (act.person === 'kasi') return KASI;
  const other = `${act.person === 'stranger' ? 'tetangga' : 'pengganti'}.${own}`;
  letIn(sender, form.id, other);
  return other;
}

/** One act: she opens the link of her status page, changes what is different, and sends. Throws where it goes otherwise. */
export async function sendAct(sender: Sender, act: Act): Promise<Work> {
  const form = formOf(sender, act);
  const wanted = wantedOf(sender, act, form);
  const link = linkOf(sender, act, form);
  const person = personOf(sender, act, form);
  sender.sent[act.key] = localNow(sender.story);
  const outcome = await sender.story.workspace.submitForm({
    publishedId: form.publishedId,
    person,
    answers: { ...link, ...wanted },
  });
  if (outcome.accepted === (act.fate === 'stopped'))
    throw new Error(
      `${act.key} at ${act.at}: ${outcome.accepted ? 'the form took it' : outcome.messages.map((one) => one.message).join(' ')}`,
    );
  for (const record of outcome.executions) mustHold(record);
  return { act, answers: countAnswers(form, wanted, link ?? {}), linked: link !== undefined };
}
