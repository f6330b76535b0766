import { HEAD } from '../../src/core/head';
import { PIN_QUESTION } from '../../src/reports/head';
import { entriesOf } from '../sample/filler';
import { post, type Sent } from './received';
import type { Story, Told } from './story';
import { OWNER, VILLAGES, type VillageId } from './threeVillages';
import { inKind, kindOf } from '../../src/core/villageKind';

const OFFICE = '63.11.06';

/** The PIN of a village's operator, or of the office, as the tab `Operator` has it; '' = none. */
export function pinOf(story: Story, whose: VillageId | 'office'): string {
  const [headers = [], ...lines] = story.rows('Operator');
  const code = whose === 'office' ? OFFICE : VILLAGES[whose].code;
  return lines.find((line) => line[0] === code)?.[headers.indexOf('PIN')] ?? '';
}

/** Four digits that are nobody's. */
export const wrongPin = (story: Story): string =>
  ['7531', '8642', '9753'].find((pin) => !story.rows('Operator').flat().includes(pin)) ?? '';

/** Types a line of `Pengaturan` by its label. */
export async function typeLine(story: Story, label: string, text: string, person = OWNER): Promise<void> {
  const row = story.rows('Pengaturan').findIndex((line) => line[0] === label);
  await story.type('Pengaturan', row + 1, 2, text, person);
}

/** Types how a village's senders are known into its line of the tab `Desa`. */
export async function typeMode(story: Story, village: VillageId, text: string): Promise<void> {
  const [headers = [], ...lines] = story.rows('Desa');
  const row = lines.findIndex((line) => line[0] === VILLAGES[village].code) + 2;
  await story.type('Desa', row, headers.indexOf('Cara mengenali pengirim') + 1, text);
}

/** Sends a report with a PIN ('' = left open) to the form's own address, as nobody in particular. */
export async function postPin(
  story: Story,
  village: VillageId,
  pin: string,
  told: Told = {},
  edits?: string,
): Promise<Sent> {
  const form = story.form(village, told.type);
  const entries =
    pin === ''
      ? {}
      : entriesOf(form, { [inKind(PIN_QUESTION.label, kindOf(VILLAGES[village].code))]: pin }, HEAD.pin);
  return post(story, village, { person: '', ...told }, entries as Record<string, string>, [], edits);
}

/** Places where four digits stand as a word of their own, outside of the tab `Operator` and of the answers. */
export function pinsElsewhere(story: Story, pins: readonly string[]): string[] {
  const { store } = story.workspace;
  const texts: (readonly [string, unknown])[] = [];
  for (const id of store.ids('spreadsheet')) {
    const name = store.get('file', id)?.name ?? id;
    const isAnswers = name.startsWith('Respons');
    for (const sheet of store.get('spreadsheet', id)?.sheets ?? [])
      if (!isAnswers && sheet.name !== 'Operator') texts.push([`${name}/${sheet.name}`, sheet]);
  }
  for (const id of store.ids('form')) {
    const { responses: _, ...form } = store.get('form', id) ?? { responses: [] };
    texts.push(['form', form]);
  }
  for (const id of store.ids('file')) texts.push(['file', store.get('file', id)]);
  texts.push(['project', store.get('project', story.master.projectId)?.scriptProperties]);
  texts.push(['mails', story.mails]);
  texts.push(['executions', story.workspace.executions.map(({ log, error }) => [log, error])]);
  return texts.flatMap(([place, content]) => {
    const text = JSON.stringify(content) ?? '';
    return pins.flatMap((pin) => {
      const found = new RegExp(`(?<![\\w.:-])${pin}(?![\\w.:-])`).exec(text);
      return found ? [`${place}: ${text.slice(Math.max(0, found.index - 80), found.index + 20)}`] : [];
    });
  });
}
