import type { Answer, FormItem, FormState } from '../../state/form';
import { answerOf, normalise, OTHER, type Entries } from './entries';
import { viewformUrl } from './formState';
import { isGrid, isQuestion } from './itemState';

/**
 * The answers that an address fills in, by item id. Unknown entries, unknown choices and dates that are none are
 * ignored in silence, as on Google (google.md section 3). Both `entry.N=2026-07-05` and `entry.N_year=…` are taken.
 */
export function prefill(form: FormState, query: Entries): Record<string, Answer> {
  const filled: Record<string, Answer> = {};
  for (const item of form.items.filter(isQuestion)) {
    const answer = answerOf(item, query);
    const usable = answer === undefined ? undefined : usableAnswer(item, answer);
    if (usable !== undefined) filled[item.id] = usable;
  }
  return filled;
}

function usableAnswer(item: FormItem, answer: Answer): Answer | undefined {
  const offered = (value: string): boolean =>
    item.hasOtherOption === true || (item.choices ?? []).some((choice) => choice.value === value);
  if (isGrid(item)) return answer;
  if (typeof answer !== 'string') {
    const known = answer.filter((value): value is string => typeof value === 'string' && offered(value));
    return known.length > 0 ? known : undefined;
  }
  if (item.type === 'MULTIPLE_CHOICE' || item.type === 'LIST') return offered(answer) ? answer : undefined;
  return normalise(item, answer);
}

/** The parameters of one answer, in Google's prefilled form; several for checkboxes and grids. */
export function entriesOf(item: FormItem, answer: Answer): [name: string, value: string][] {
  const name = (index: number): string => `entry.${item.entryIds[index] ?? 0}`;
  if (isGrid(item)) {
    const rows = typeof answer === 'string' ? [] : answer;
    return rows.flatMap((row, index) =>
      (typeof row === 'string' ? [row] : (row ?? []))
        .filter((value) => value !== '')
        .map((value): [string, string] => [name(index), value]),
    );
  }
  const values = (typeof answer === 'string' ? [answer] : answer).filter(
    (value): value is string => typeof value === 'string' && value !== '',
  );
  return values.flatMap((value) => choiceEntries(item, name(0), value));
}

function choiceEntries(item: FormItem, name: string, value: string): [string, string][] {
  const isOther =
    item.hasOtherOption === true && !(item.choices ?? []).some((choice) => choice.value === value);
  if (!isOther) return [[name, value]];
  return [
    [name, OTHER],
    [`${name}.other_option_response`, value],
  ];
}

/** The prefilled address of a response (`toPrefilledUrl`): blanks as `+`, everything else percent-encoded. */
export function prefilledUrl(form: FormState, answers: Record<string, Answer>): string {
  const pairs = form.items.flatMap((item) => {
    const answer = answers[item.id];
    return answer === undefined ? [] : entriesOf(item, answer);
  });
  const query = pairs
    .map(([name, value]) => `&${name}=${encodeURIComponent(value).replace(/%20/g, '+')}`)
    .join('');
  return `${viewformUrl(form)}?usp=pp_url${query}`;
}
