import type { Story } from './story';

/** Properties that only say when something was done, or what can be counted anew. */
const WHEN = /^(run|hitung|kursor:|tanda:|oleh:|sehat|diperiksa|memeriksa|diingatkan)/;
/** Tabs whose rows are history: they are compared apart from their times. */
const TIMES = /pukul \d\d\.\d\d WITA|\d{4}-\d\d-\d\dT[\d:.]+|\b[KP]?\d{13}\b/g;

/**
 * Everything that a story has brought about, as lines: all tabs of all spreadsheets, help texts of the forms, open
 * triggers, what is kept between runs, mails. `timeless` leaves out when it was done, which an interruption moves.
 */
export function storyState(story: Story, timeless = true): string[] {
  const { store } = story.workspace;
  const plain = (text: string): string => (timeless ? text.replace(TIMES, 'waktu') : text);
  const lines: string[] = [];
  for (const id of store.ids('spreadsheet')) {
    const book = store.get('spreadsheet', id);
    const name = store.get('file', id)?.name ?? id;
    for (const sheet of book?.sheets ?? []) {
      sheet.rows.forEach((row, at) => {
        const values = (row?.values ?? []).map((value) => (value === null ? '' : String(value)));
        const links = Object.entries(row?.richText ?? {}).map(([column, runs]) =>
          [column, ...runs.map((run) => run.link ?? '')].join(' '),
        );
        while (values[values.length - 1] === '') values.pop();
        if (values.length > 0)
          lines.push(`${name}/${sheet.name}/${String(at + 1)} ${plain(values.join('|'))} ${links.join(' ')}`);
      });
    }
  }
  for (const id of store.ids('form')) {
    const form = store.get('form', id);
    for (const item of form?.items ?? [])
      lines.push(`form ${form?.title ?? ''} ${item.title} ${item.helpText}`);
  }
  const project = store.get('project', story.master.projectId);
  for (const [key, value] of Object.entries(project?.scriptProperties ?? {}))
    if (!WHEN.test(key)) lines.push(`property ${key} ${plain(value)}`);
  for (const trigger of project?.triggers ?? []) lines.push(`trigger ${trigger.handler}`);
  for (const mail of story.mails) lines.push(`mail ${mail.to.join(',')} ${mail.subject}`);
  return lines.sort();
}

/** Lines that only one of two states has. */
export function differenceOf(wanted: readonly string[], got: readonly string[]): string[] {
  const [has, is] = [new Set(wanted), new Set(got)];
  return [
    ...wanted.filter((line) => !is.has(line)).map((line) => `- ${line}`),
    ...got.filter((line) => !has.has(line)).map((line) => `+ ${line}`),
  ];
}
