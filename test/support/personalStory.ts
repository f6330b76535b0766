import { grid, tab } from '../sample/sheet';
import type { Story } from './story';

export function fileNamed({ workspace: { store } }: Story, name: string): string {
  const id = store.ids('spreadsheet').find((one) => store.get('file', one)?.name === name);
  if (id === undefined) throw new Error(`There is no spreadsheet ${name}.`);
  return id;
}

/** A tab of another spreadsheet as records by its headers. */
export function recordsIn(story: Story, file: string, name: string): Record<string, string>[] {
  const [titles = [], ...rows] = grid(tab(story.workspace, fileNamed(story, file), name));
  return rows
    .filter((row) => row.some((cell) => cell !== ''))
    .map((row) => Object.fromEntries(titles.map((title, at) => [title, row[at] ?? ''])));
}

/** Everything that stands outside the three permitted places. */
export function elsewhere(story: Story): string {
  const { store } = story.workspace;
  const parts: string[] = [];
  for (const id of store.ids('spreadsheet')) {
    const name = store.get('file', id)?.name ?? '';
    if (name === 'Register' || name === 'Respons Pribadi') continue;
    parts.push(JSON.stringify(store.get('spreadsheet', id)));
  }
  parts.push(JSON.stringify(store.get('project', story.master.projectId)));
  parts.push(JSON.stringify(story.mails));
  parts.push(JSON.stringify(story.workspace.executions.map(({ log, error }) => [log, error])));
  for (const id of store.ids('document')) parts.push(JSON.stringify(store.get('document', id)));
  for (const id of store.ids('file')) parts.push(JSON.stringify(store.get('file', id)));
  for (const id of store.ids('form')) {
    const form = store.get('form', id);
    if (form !== undefined && !form.title.includes('Data Pribadi')) parts.push(JSON.stringify(form));
  }
  return parts.join('\n');
}
