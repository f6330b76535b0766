import type { LocalWorkspace } from '../../local/host/workspace';
import type { FormState } from '../../local/state/form';
import type { SheetState } from '../../local/state/spreadsheet';

type Names = Readonly<Record<string, string>>;

/** Path of each file and folder, `KUDAPANMAS Paringin/Respons`, by id. */
function paths(workspace: LocalWorkspace): Names {
  const { store } = workspace;
  const pathOf = (id: string): string => {
    const file = store.get('file', id);
    if (file?.parentId === undefined) return '';
    const parent = pathOf(file.parentId);
    return `${parent === '' ? '' : `${parent}/`}${file.name}${file.trashed ? ' (in the bin)' : ''}`;
  };
  return Object.fromEntries(store.ids('file').map((id) => [id, pathOf(id)]));
}

/** What may be an id, a time or a number that was drawn: most texts have none of these. */
const MAY_DIFFER = /[A-Za-z0-9_-]{20}|\d{4}-\d\d-\d\dT|pukul \d|\d{6}/;

/** Ids differ from one set-up to the next: they are told by what they belong to. */
function plain(text: string, names: Names, entries: Readonly<Record<string, string>>): string {
  if (!MAY_DIFFER.test(text)) return text;
  return text
    .replace(/[A-Za-z0-9_-]{20,}/g, (word) => names[word] ?? entries[word] ?? word)
    .replace(/\d{4}-\d\d-\d\dT[\d:.]+/g, 'time')
    .replace(/pukul \d\d\.\d\d/g, 'pukul')
    .replace(/\bP?\d{6,}\b/g, (number) => entries[number] ?? '#');
}

function formLines(form: FormState, names: Names): string[] {
  const titles = Object.fromEntries(form.items.map((item) => [item.id, item.title]));
  const goTo = (to: unknown): string =>
    typeof to === 'object' && to !== null && 'page' in to
      ? (titles[Number(to.page)] ?? '?')
      : String(to ?? '');
  return [
    `form ${names[form.id] ?? '?'}: ${form.title}, published ${String(form.published)}, ` +
      `accepting ${String(form.acceptingResponses)}, ${form.collectEmail}, edits ${String(form.allowResponseEdits)}, ` +
      `to ${names[form.destination?.spreadsheetId ?? ''] ?? 'nothing'}`,
    ...form.items.map((item) => {
      const choices = (item.choices ?? []).map((choice) => `${choice.value}>${goTo(choice.goTo)}`).join(';');
      return `  ${item.type} ${item.title}|${item.helpText}|${String(item.required)}|${choices}|${goTo(item.goTo)}|${item.validation?.rule ?? ''}`;
    }),
  ];
}

function sheetLines(sheet: SheetState, name: (text: string) => string): string[] {
  const protections = sheet.protections
    .map((one) => JSON.stringify([one.description, one.editors ?? []]))
    .sort();
  const size = `${String(sheet.rowCount)}×${String(sheet.columnCount)}, frozen ${String(sheet.frozenRows)}/${String(sheet.frozenColumns)}`;
  return [
    `  tab ${sheet.name}${sheet.hidden ? ' (hidden)' : ''}${sheet.formId === undefined ? '' : ' (answers)'} ${size}`,
    `    looks ${String(sheet.conditionalFormats.length)}, protections ${protections.join(' ')}`,
    `    hidden rows ${String(sheet.hiddenRows.length)}, columns ${sheet.hiddenColumns.join(',')}`,
    ...sheet.rows.flatMap((row, at) => {
      const text = name(JSON.stringify(row?.values ?? []));
      const links = Object.values(row?.richText ?? {}).flatMap((runs) => runs.map((run) => run.link ?? ''));
      return text === '[]' ? [] : [`    ${String(at + 1)} ${text}${name(links.join(' '))}`];
    }),
  ];
}

/** Everything that set-up makes, told without ids: two workspaces with the same lines are set up alike. */
export function officeState(workspace: LocalWorkspace): string[] {
  const { store } = workspace;
  const names: Record<string, string> = { ...paths(workspace) };
  const entries: Record<string, string> = {};
  for (const id of store.ids('form')) {
    const form = store.get('form', id);
    if (form === undefined) continue;
    names[form.publishedId] = `published ${names[id] ?? ''}`;
    for (const item of form.items) {
      entries[String(item.id)] = `item ${item.title}`;
      for (const entry of item.entryIds) entries[String(entry)] = `entry ${item.title}`;
    }
  }
  for (const id of store.ids('spreadsheet'))
    for (const sheet of store.get('spreadsheet', id)?.sheets ?? [])
      entries[String(sheet.sheetId)] = `tab ${sheet.name}`;
  const name = (text: string): string => plain(text, names, entries);
  const files = store.ids('file').map((id) => {
    const file = store.get('file', id);
    const people = [file?.editors, file?.viewers, file?.publishedReaders ?? []];
    return `file ${names[id] ?? ''} ${file?.mimeType.split('.').pop() ?? ''} ${JSON.stringify(people)}`;
  });
  const forms = store.ids('form').map((id) => store.get('form', id));
  const books = store.ids('spreadsheet').map((id) => store.get('spreadsheet', id));
  const projects = store.ids('project').map((id) => store.get('project', id));
  return [
    ...files.sort(),
    ...forms
      .flatMap((form) => (form === undefined ? [] : [formLines(form, names)]))
      .sort()
      .flat(),
    ...books
      .flatMap((book) =>
        book === undefined
          ? []
          : [
              [
                `spreadsheet ${names[book.id] ?? ''} ${book.locale} ${book.timeZone}`,
                ...book.sheets.flatMap((sheet) => sheetLines(sheet, name)),
              ],
            ],
      )
      .sort()
      .flat(),
    ...projects
      .flatMap((project) =>
        (project?.triggers ?? []).map(
          (one) => `trigger ${one.handler} ${one.kind} ${names[one.sourceId ?? ''] ?? ''} ${one.creator}`,
        ),
      )
      .sort(),
    ...projects
      .flatMap((project) =>
        Object.entries(project?.scriptProperties ?? {}).map(
          ([key, value]) => `property ${key} ${name(value)}`,
        ),
      )
      .sort(),
  ];
}
