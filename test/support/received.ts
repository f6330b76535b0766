import type { FormResponseState, FormState } from '../../local/state/form';
import { createApp } from '../../local/web/app';
import { TAB } from '../../src/core/tabs/names';
import { entriesOf } from '../sample/filler';
import { answersOf, mustHold, type Story, type Told } from './story';
import { VILLAGES, type VillageId } from './threeVillages';
import { differenceOf, storyState } from './storyState';

/** What the form's own address answered, and what it kept. */
export interface Sent {
  readonly status: number;
  /** The page's words. */
  readonly page: string;
  readonly entries: Readonly<Record<string, string | readonly string[]>>;
  /** Undefined: nothing was stored. */
  readonly response: FormResponseState | undefined;
}

/**
 * Sends a report as a browser does: POST to the form's address, with the cookie of the person signed in. `more` =
 * answers by entry to questions that no report has; `without` = labels of questions that somebody deleted; `edits` =
 * token of the response whose answers are changed.
 */
export async function post(
  story: Story,
  village: VillageId,
  told: Told = {},
  more: Readonly<Record<string, string>> = {},
  without: readonly string[] = [],
  edits?: string,
): Promise<Sent> {
  const form = story.form(village, told.type);
  const { filled, section, person } = answersOf(village, told);
  const asked = Object.fromEntries(Object.entries(filled).filter(([label]) => !without.includes(label)));
  const entries = { ...entriesOf(form, asked, section), ...more };
  const body = new URLSearchParams(edits === undefined ? {} : { edit2: edits });
  for (const [entry, value] of Object.entries(entries))
    for (const one of [value].flat()) body.append(`entry.${entry}`, one);
  const before = form.responses.length;
  const last = story.workspace.executions.at(-1);
  const answer = await createApp(story.workspace).request(`/forms/d/e/${form.publishedId}/formResponse`, {
    method: 'POST',
    headers: {
      'accept-language': 'id',
      'content-type': 'application/x-www-form-urlencoded',
      cookie: `as=${person}`,
    },
    body: body.toString(),
  });
  const { executions } = story.workspace;
  for (const record of last === undefined ? executions : executions.slice(executions.indexOf(last) + 1))
    mustHold(record);
  return {
    status: answer.status,
    page: await answer.text(),
    entries,
    response: form.responses.length > before ? form.responses.at(-1) : undefined,
  };
}

/** Changes the answers of a response as a browser does that was led there by its edit link. */
export async function change(
  story: Story,
  village: VillageId,
  response: FormResponseState,
  told: Told,
): Promise<Sent> {
  return post(story, village, told, {}, [], response.editToken);
}

/** Somebody takes away what the form itself holds: rules and the red star, on every question. */
export function removeRules(story: Story, village: VillageId, type?: Told['type']): void {
  const form = story.form(village, type);
  for (const item of form.items) {
    delete item.validation;
    item.required = false;
  }
  story.workspace.store.touch('form', form.id);
}

/** Sends a report whose answers are changed two hours later, somebody having switched on that they may be. */
export async function sendAndChange(
  story: Story,
  village: VillageId,
  told: Told,
  other: Told,
): Promise<FormState> {
  const { response } = await post(story, village, told);
  if (response === undefined) throw new Error('The form kept nothing.');
  await story.advance('PT2H');
  const form = story.form(village, told.type);
  form.allowResponseEdits = true;
  story.workspace.store.touch('form', form.id);
  expect((await change(story, village, response, other)).status).toBe(200);
  return form;
}

/** What must follow from a report that came in. */
export interface Wanted {
  /** Beginning of its state in `Riwayat`. */
  readonly state: string;
  /** What `Riwayat` names as found. */
  readonly found?: readonly string[];
  /** What was put right in reading it; none = nothing. */
  readonly tidied?: readonly string[];
  /** What the operator reads in her mail, without its line breaks; none = no mail at once. */
  readonly mail?: readonly string[];
  /** What the status page says. */
  readonly status?: readonly string[];
}

/** All tabs and forms as they stand; what tells only of runs is left out. */
export function tabsOf(story: Story): string[] {
  return storyState(story, false).filter(
    (line) => !/\/(Log|Perintah)\/|^(property|mail|trigger) /.test(line),
  );
}

const answersIn = (form: FormState, response: FormResponseState): Record<string, unknown> =>
  Object.fromEntries(
    form.items.flatMap((item) => {
      const answer = response.answers[String(item.id)];
      return answer === undefined ? [] : [[String(item.entryIds[0]), answer]];
    }),
  );

const oneLine = (text: string): string => text.replace(/\s+/g, ' ');

/** Row of `Riwayat` of a response, by its headers. */
export function historyOf(story: Story, id: string): Record<string, string> | undefined {
  return story.records(TAB.history, ['Keadaan', 'Yang ditemukan']).find((row) => row['Kunci'] === id);
}

/** Mails to an address since there were so many. */
export function mailsSince(story: Story, count: number, address: string): string[] {
  return story.mails
    .slice(count)
    .filter((mail) => mail.to.includes(address))
    .map((mail) => oneLine(`${mail.subject}\n${mail.text}`));
}

/**
 * Sends a report and holds the house to its word (reports.md §6): kept as it came, one state with its reasons, the
 * sender told what and where, what was put right recorded, and the same tabs by *Bangun ulang*.
 */
export async function expectReceived(
  story: Story,
  village: VillageId,
  told: Told,
  wanted: Wanted,
): Promise<FormResponseState> {
  const mails = story.mails.length;
  const sent = await post(story, village, told);
  expect(sent.status).toBe(200);
  const { response } = sent;
  if (response === undefined) throw new Error('The form kept nothing.');
  const given = Object.entries(sent.entries).filter(([, value]) => value !== '');
  expect(answersIn(story.form(village, told.type), response)).toEqual(Object.fromEntries(given));

  const row = historyOf(story, response.id);
  expect(story.rows(TAB.history).filter((cells) => cells[0] === response.id)).toHaveLength(1);
  expect(row?.['Keadaan']?.slice(2)).toMatch(new RegExp(`^${escaped(wanted.state)}`));
  for (const words of wanted.found ?? []) expect(oneLine(row?.['Yang ditemukan'] ?? '')).toContain(words);
  if (wanted.tidied === undefined) expect(row?.['Dirapikan']).toBe('');
  for (const words of wanted.tidied ?? []) expect(row?.['Dirapikan']).toContain(words);

  const read = mailsSince(story, mails, VILLAGES[village].operator);
  expect(read).toHaveLength(wanted.mail === undefined ? 0 : 1);
  for (const words of wanted.mail ?? []) expect(read[0]).toContain(words);
  const page = oneLine(story.villageRows(village, 'Status').flat().join('\n'));
  for (const words of wanted.status ?? []) expect(page).toContain(words);

  const kept = JSON.stringify(response);
  const before = tabsOf(story);
  expect((await story.command('rebuild')).done).toBe(true);
  expect(differenceOf(before, tabsOf(story))).toEqual([]);
  expect(JSON.stringify(response)).toBe(kept);
  return response;
}

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Sends what the form itself stops: its own words, nothing stored, nothing run. */
export async function expectStopped(
  story: Story,
  village: VillageId,
  told: Told,
  words: string,
): Promise<void> {
  const before = storyState(story, false);
  const sent = await post(story, village, told);
  expect(sent.status).toBeGreaterThanOrEqual(400);
  expect(sent.status).toBeLessThan(500);
  expect(sent.page).toContain(words);
  expect(sent.response).toBeUndefined();
  expect(differenceOf(before, storyState(story, false))).toEqual([]);
}
