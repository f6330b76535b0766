import type { Submission, SenderProof } from '../core/book';
import { HEAD } from '../core/head';
import type { EntryMap } from '../core/prefill';
import type { Instant } from '../core/settings';
import type { RawResponse } from '../google/responses';
import { printOf } from './fingerprint';
import type { VillageRow } from './registry';

/** Item ids of a form (as text) → answer key; page breaks under `page.<type>`. */
export type ItemMap = Readonly<Record<string, string>>;

/** Before the key of an item that another one has taken the place of. */
export const GONE = '~';

/** A form of a village. */
export interface VillageForm {
  readonly form: string;
  /** Published address; ends in `/viewform`. */
  readonly formUrl: string;
  /** Undefined = those of the template hold. */
  readonly entries: EntryMap | undefined;
  readonly items: ItemMap;
  /** Number of its tab in `Respons` or `Respons Pribadi`; 0 = not linked yet. */
  readonly responsesTab: number;
  /** What the sender's address proves of what was sent since `proofSince`; before, it was typed. */
  readonly proof: SenderProof;
  readonly proofSince: Instant;
}

export const NO_FORM: VillageForm = {
  form: '',
  formUrl: '',
  entries: undefined,
  items: {},
  responsesTab: 0,
  proof: 'typed',
  proofSince: 0,
};

/** A form that responses are read from: with the names under which its mark ('' = none) and its cursor are kept. */
export interface ReadForm extends VillageForm {
  readonly mark: string;
  readonly cursor: string;
  readonly isPersonal: boolean;
}

const readForm = (row: VillageForm, prefix: string, cursor: string): ReadForm => ({
  ...row,
  mark: row.responsesTab === 0 ? '' : prefix + String(row.responsesTab),
  cursor,
  isPersonal: prefix !== '',
});

/** The forms of a village, the one for personal types last; those not built yet are left out. */
export function formsOf(row: VillageRow): readonly ReadForm[] {
  const { code, personal = NO_FORM } = row;
  return [readForm(row, '', code), readForm(personal, 'p', `${code}p`)].filter((one) => one.form !== '');
}

/** The same row where the form has another proof from that moment on. */
export function withProof(row: VillageRow, form: ReadForm, proof: SenderProof, since: Instant): VillageRow {
  const news = { proof, proofSince: since };
  return form.isPersonal
    ? { ...row, personal: { ...(row.personal ?? NO_FORM), ...news } }
    : { ...row, ...news };
}

/** Key of what was answered to an item, also where another item has taken its place; undefined = not known. */
export const keyOf = (items: ItemMap, itemId: string): string | undefined => items[itemId]?.replace(GONE, '');

/** Item id of an answer key on a village's form; undefined where the form does not have it. */
export function itemIdOf(row: VillageRow, key: string): string | undefined {
  return Object.keys(row.items).find((id) => row.items[id] === key);
}

/** A response as a fact of that village: answers by key; what the registry does not know, by its title. */
export function submissionOf(row: VillageRow, form: ReadForm, raw: RawResponse): Submission {
  const answers: Record<string, string | readonly string[]> = {};
  const unknown: string[] = [];
  const given = raw.answers;
  for (const answer of given) {
    const key = keyOf(form.items, answer.itemId);
    if (key === undefined) unknown.push(answer.title);
    else answers[key] = answer.value;
  }
  const proof = raw.sender === '' || raw.at < form.proofSince ? 'typed' : form.proof;
  const personal = form.isPersonal ? { personal: true as const } : {};
  return {
    id: raw.id,
    village: row.code,
    at: raw.at,
    sender: raw.sender,
    proof,
    answers,
    unknown,
    // Whoever knows the other answers could find four digits by trying them all.
    print: printOf(
      given.filter(({ itemId }) => keyOf(form.items, itemId) !== HEAD.pin),
      form.isPersonal,
    ),
    ...personal,
  };
}
