import { answerOf } from '../services/forms/entries';
import type { Entries } from '../services/forms/entries';
import { isQuestion } from '../services/forms/itemState';
import { entriesOf } from '../services/forms/prefill';
import type { Answer, FormItem, FormState } from '../state/form';
import type { Fields } from './formControl';

/** The values of an urlencoded body or of an address, several of one name kept in order. */
export function fieldsOf(parameters: URLSearchParams): Fields {
  const fields = new Map<string, string[]>();
  for (const [name, value] of parameters) fields.set(name, [...(fields.get(name) ?? []), value]);
  return fields;
}

/** Only what belongs to questions of the form, as the services' checks take it. */
export function entriesFrom(form: FormState, fields: Fields): Entries {
  const known = new Set(form.items.filter(isQuestion).flatMap((item) => item.entryIds.map(String)));
  const entries: Entries = {};
  for (const [name, values] of fields) {
    const id = /^entry\.(\d+)(?:_[a-z]+|\.other_option_response)?$/.exec(name)?.[1];
    if (id !== undefined && known.has(id)) entries[name] = [...values];
  }
  return entries;
}

/** Answers by item id as the fields of the page. */
export function fieldsFromAnswers(form: FormState, answers: Record<string, Answer>): Map<string, string[]> {
  const fields = new Map<string, string[]>();
  for (const item of form.items) {
    const answer = answers[item.id];
    if (answer === undefined) continue;
    for (const [name, value] of entriesOf(item, answer))
      fields.set(name, [...(fields.get(name) ?? []), value]);
  }
  return fields;
}

/** The answers that the fields hold, by item id, unchecked: what navigation goes by. */
export function answersFrom(form: FormState, entries: Entries): Record<string, Answer> {
  const answers: Record<string, Answer> = {};
  for (const item of form.items.filter(isQuestion)) {
    const answer = answerOf(item, entries);
    if (answer !== undefined) answers[item.id] = answer;
  }
  return answers;
}

/** Does that field belong to one of those items? */
export function belongsTo(name: string, items: readonly FormItem[]): boolean {
  const id = /^entry\.(\d+)/.exec(name)?.[1];
  return id !== undefined && items.some((item) => item.entryIds.some((entry) => String(entry) === id));
}
