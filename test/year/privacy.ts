import type { FormState } from '../../local/state/form';
import { formatDate } from '../../src/core/dates';
import { elsewhere } from '../support/personalStory';
import type { Story } from '../support/story';

/** Questions whose answers may stand in the personal forms, `Respons Pribadi` and `Register` alone. */
const NUMBERS = ['NIK', 'No. KK', 'No. HP'];
const BIRTH = 'Tanggal lahir';

function answersOf(form: FormState, titles: readonly string[]): string[] {
  const asked = form.items.filter((item) => titles.includes(item.title)).map((item) => String(item.id));
  return form.responses.flatMap((response) =>
    Object.entries(response.answers).flatMap(([id, answer]) => (asked.includes(id) ? [String(answer)] : [])),
  );
}

/** A date as people and programs write it. */
function datesOf(date: string): string[] {
  const [year = '', month = '', day = ''] = date.split('-');
  return [
    date,
    formatDate(date),
    `${day}/${month}/${year}`,
    `${String(Number(day))}/${String(Number(month))}/${year}`,
  ];
}

/** What the personal forms were told, in every writing that could give it away. */
function secretsOf(story: Story, until: string): readonly string[] {
  const { store } = story.workspace;
  const forms = store.ids('form').flatMap((id) => store.get('form', id) ?? []);
  const personal = forms.filter((form) => form.title.includes('Data Pribadi'));
  const numbers = personal.flatMap((form) => answersOf(form, NUMBERS));
  // A newborn's is the day of an event, on which other things happen too.
  const births = personal.flatMap((form) => answersOf(form, [BIRTH])).filter((date) => date < until);
  return [
    ...new Set([...numbers.flatMap((one) => [one, one.replace(/^0/, '62')]), ...births.flatMap(datesOf)]),
  ];
}

/** How many secrets were looked for in every tab, mail, file, log and page, and those that were found. */
export function leaksOf(
  story: Story,
  firstPeriod: string,
): { readonly looked: number; readonly found: string[] } {
  const secrets = secretsOf(story, `${firstPeriod}-01`);
  const text = elsewhere(story);
  return { looked: secrets.length, found: secrets.filter((one) => text.includes(one)) };
}
