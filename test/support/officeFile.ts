import { newSheet } from '../../local/state/sheetCells';
import { newSpreadsheet } from '../../local/services/spreadsheet/newSpreadsheet';
import { tab, type } from '../sample/sheet';
import type { Story } from './story';
import { OWNER } from './threeVillages';

/** A spreadsheet of the office with these tabs, filled in by hand; gives its link. */
export async function fileOf(
  { workspace }: Story,
  name: string,
  tabs: Readonly<Record<string, readonly (readonly string[])[]>>,
): Promise<string> {
  const { id } = newSpreadsheet(workspace.runtimeFor(OWNER), { name });
  const file = workspace.store.get('spreadsheet', id);
  if (file === undefined) throw new Error('No file.');
  file.sheets = Object.keys(tabs).map((title, at) => newSheet(at === 0 ? 0 : 70 + at, title));
  workspace.store.touch('spreadsheet', id);
  for (const [title, cells] of Object.entries(tabs))
    await type(
      workspace,
      tab(workspace, id, title),
      { row: 1, column: 1 },
      cells.map((row) => [...row]),
      OWNER,
    );
  return `https://docs.google.com/spreadsheets/d/${id}/edit`;
}
