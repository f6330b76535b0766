import type { Edited, Workspace } from '../../local/host/api';
import type { SheetState, SpreadsheetState } from '../../local/state/spreadsheet';

/** A tab as a person has it before the eyes: to read and to type into. */
export interface Tab {
  fileId: string;
  sheet: SheetState;
}

export function spreadsheet(workspace: Workspace, fileId: string): SpreadsheetState {
  const found = workspace.store.get('spreadsheet', fileId);
  if (!found) throw new Error(`No spreadsheet has the id ${fileId}`);
  return found;
}

export function tab(workspace: Workspace, fileId: string, name: string): Tab {
  const book = spreadsheet(workspace, fileId);
  const sheet = book.sheets.find((each) => each.name === name);
  if (!sheet)
    throw new Error(
      `No tab "${name}" in this spreadsheet, but ${book.sheets.map((each) => each.name).join(', ')}`,
    );
  return { fileId, sheet };
}

/** The cells' values as text, row by row; empty cells are ''. */
export function grid(from: Tab): string[][] {
  return from.sheet.rows.map((row) =>
    (row?.values ?? []).map((value) => (value === null ? '' : String(value))),
  );
}

/** `A1` of row and column counted from 1. */
export function a1(row: number, column: number): string {
  let letters = '';
  for (let rest = column; rest > 0; rest = Math.floor((rest - 1) / 26))
    letters = String.fromCharCode(65 + ((rest - 1) % 26)) + letters;
  return `${letters}${row}`;
}

/** Where the header row with all these titles stands: its row and each title's column, from 1. */
export function header(
  from: Tab,
  titles: readonly string[],
): { row: number; columns: Record<string, number> } {
  const cells = grid(from);
  for (let index = 0; index < cells.length; index++) {
    const line = cells[index] ?? [];
    if (titles.every((title) => line.includes(title)))
      return {
        row: index + 1,
        columns: Object.fromEntries(titles.map((title) => [title, line.indexOf(title) + 1])),
      };
  }
  throw new Error(`The tab "${from.sheet.name}" has no header row with ${titles.join(', ')}.`);
}

/** Types (or pastes) text from one cell on, as that person; throws where Google would refuse. */
export async function type(
  workspace: Workspace,
  at: Tab,
  cell: { row: number; column: number },
  text: string | string[][],
  person: string,
): Promise<Edited> {
  const rows = typeof text === 'string' ? 1 : text.length;
  const columns = typeof text === 'string' ? 1 : (text[0]?.length ?? 1);
  const from = a1(cell.row, cell.column);
  const range = rows * columns === 1 ? from : `${from}:${a1(cell.row + rows - 1, cell.column + columns - 1)}`;
  const edited = await workspace.editCell({
    fileId: at.fileId,
    sheetId: at.sheet.sheetId,
    a1: range,
    text,
    person,
  });
  if (edited.refused !== undefined)
    throw new Error(`${person} may not type into ${at.sheet.name}!${range}: ${edited.refused}`);
  return edited;
}

/** Fills columns of the rows that carry a key in `keyTitle`, a row at a time, by the columns' titles. */
export async function typeByKey(
  workspace: Workspace,
  at: Tab,
  keyTitle: string,
  rows: Readonly<Record<string, Readonly<Record<string, string>>>>,
  person: string,
): Promise<void> {
  const titles = Object.keys(Object.values(rows)[0] ?? {});
  const head = header(at, [keyTitle, ...titles]);
  const cells = grid(at);
  for (const [key, values] of Object.entries(rows)) {
    const keyColumn = (head.columns[keyTitle] ?? 1) - 1;
    const index = cells.findIndex((line, n) => n >= head.row && line[keyColumn] === key);
    if (index < 0) throw new Error(`No row of "${at.sheet.name}" has ${keyTitle} = ${key}`);
    for (const [title, text] of Object.entries(values))
      await type(workspace, at, { row: index + 1, column: head.columns[title] ?? 1 }, text, person);
  }
}
